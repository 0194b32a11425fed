"""The rows of Commit: what could be promised, the two questions to yourself, and what the session found."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from textual.content import Content

from review import month as months
from review import scales
from review.findings.finding import Level
from review.findings.lines import SHOWN, Line
from review.promises import UNTIL_THEN
from review.records import Commitment, Rating, Source
from review.ritual.commit import Proposal
from tui.safe_text import cells
from tui.widgets.lines import cell, line, said, spot, wrapped
from tui.widgets.meters import pips
from tui.widgets.row import Row

CHOSEN, FREE = "■", "□"
OWN = "own"
CONVICTION, LINE = "conviction", "line"
MORE = "more"
PICK, OPEN = "pick", "open"

WIDE = 60
"""Cells from which on a promise has its source and its day in columns beside it."""
BETWEEN = 2
IN_LINE = 66
"""Cells from which on the questions to yourself have their answers beside them."""

TONES = {Level.GOOD: "$good", Level.ACT: "$alarm", Level.LOOK: "$them"}
QUESTION = "From fear or from conviction?"
TO_YOURSELF = "One line to yourself"
NO_LINE = "Enter writes it"
NO_FINDINGS = "Nothing stands out this month."
NOTHING_BROUGHT_UP = "What the steps before bring up stands here: a next move, one thing to do, a step of a goal."


def keyed(proposals: Sequence[Proposal]) -> Mapping[str, Proposal]:
    """Give each proposal a key that it keeps when it is chosen; own words have their commitment's."""
    found: dict[str, Proposal] = {}
    for each in proposals:
        own = each.chosen is not None and each.source is Source.OWN
        key = f"own {each.chosen.id}" if own and each.chosen else f"{each.source.value} {each.about}"
        found[key if key not in found else f"{key} {len(found)}"] = each
    return found


# --- I will -----------------------------------------------------------------------------------------------------------


def promise_rows(proposals: Mapping[str, Proposal], today: date) -> list[Row]:
    """Draw what could be promised, and the line that takes your own words."""
    columns = _columns(proposals.values(), today)
    rows = [
        Row(key, partial(_promise, each, today, columns), facts=(each, today, columns))
        for key, each in proposals.items()
    ]
    nothing = [] if rows else [Row("nothing", _nothing, facts="nothing", choosable=False)]
    return [*rows, *nothing, Row(OWN, lambda _, __: [spot(said("+ your own…", "$quiet"), OPEN)], facts=OWN)]


def _nothing(width: int, _current: bool) -> list[Content]:  # noqa: FBT001 - as rows are drawn
    return [each.stylize("$quiet") for each in wrapped(NOTHING_BROUGHT_UP, width)]


def _columns(proposals: Iterable[Proposal], today: date) -> tuple[int, int]:
    """Give the cells of the sources and of the days with the blanks before them; none for days while none is set."""
    shown = tuple(proposals)
    sources = max((cells(_source(each)) for each in shown), default=0)
    days = max((cells(_when(each, today)) for each in shown), default=0)
    return sources + BETWEEN, days + BETWEEN if days else 0


def _when(proposal: Proposal, today: date) -> str:
    return by(proposal.chosen, today) if proposal.chosen else ""


def _promise(proposal: Proposal, today: date, columns: tuple[int, int], width: int, _current: bool) -> list[Content]:  # noqa: FBT001 - as rows are drawn
    mark = spot(said(CHOSEN, "$you") if proposal.chosen else said(FREE, "$quiet"), PICK)
    source, when = _source(proposal), _when(proposal, today)
    room = width - 2 - (sum(columns) if width >= WIDE else 0)
    first, *rest = wrapped(said(proposal.text.replace("\n", " ")), room)
    if width >= WIDE:
        beside = line(
            " " * (room - first.cell_length), cell(f"  {source}", columns[0], "$quiet"), cell(f"  {when}", columns[1])
        )
        return [line(mark, " ", first, beside), *(line("  ", each) for each in rest)]
    below = " · ".join(part for part in (source, when) if part)
    return [line(mark, " ", first), *(line("  ", each) for each in rest), said(f"  {below}", "$quiet")]


def _source(proposal: Proposal) -> str:
    return proposal.source.value if proposal.source is Source.OWN else f"from {proposal.source.value}"


def by(commitment: Commitment, today: date) -> str:
    """Write until when: ``by 10 Dec``, ``until the next review``, or nothing."""
    if commitment.always:
        return UNTIL_THEN
    return f"by {months.brief_date(commitment.by, today)}" if commitment.by else ""


# --- And you ----------------------------------------------------------------------------------------------------------


def own_rows(conviction: Rating, words: str | None, scale: int, *, low: bool) -> list[Row]:
    """Draw the two questions to yourself; close together where the page is *low* and narrow."""
    return [
        Row(CONVICTION, partial(_conviction, conviction, scale, low), facts=(conviction, scale, low)),
        Row("between", partial(_between, low), facts=("between", low), choosable=False),
        Row(LINE, partial(_line, words, low), facts=(LINE, words, low)),
    ]


def _between(low: bool, width: int, _current: bool) -> list[Content]:  # noqa: FBT001 - as rows are drawn
    return [] if low or width >= IN_LINE else [Content()]


def _conviction(rating: Rating, scale: int, low: bool, width: int, _current: bool) -> list[Content]:  # noqa: FBT001 - as rows are drawn
    ends = cells("fear ") + cells(" conviction")
    each = max(1, min(3, (width - ends - 4) // 5))
    drawn = line("fear ", pips(rating, "them", each, spots=True), " conviction")
    asked = said(QUESTION, "bold")
    if width < IN_LINE:
        short = line(asked, "  ", (_in_short(rating, scale), "$quiet"))
        return [short, drawn] if low and short.cell_length <= width else [asked, drawn, *_meaning(rating, scale, width)]
    left = " " * (asked.cell_length + 2)
    below = _meaning(rating, scale, width - len(left))
    return [line(asked, "  ", drawn), *(line(left, each) for each in below)]


def _in_short(rating: Rating, scale: int) -> str:
    if isinstance(rating, int):
        return scales.scales(scale).conviction.word(rating)
    return "here 1–5, or 0" if rating is None else rating


def _meaning(rating: Rating, scale: int, width: int) -> list[Content]:
    if isinstance(rating, int):
        return [each.stylize("$quiet") for each in wrapped(scales.scales(scale).conviction.sentence(rating), width)]
    return [said("here 1–5 rates, 0 is unknown" if rating is None else rating, "$quiet")]


def _line(words: str | None, low: bool, width: int, _current: bool) -> list[Content]:  # noqa: FBT001 - as rows are drawn
    asked = said(TO_YOURSELF, "bold")
    beside = max(cells(QUESTION), asked.cell_length) + 2 if width >= IN_LINE else 0
    if low and not beside and asked.cell_length + 3 + cells(words or NO_LINE) <= width:
        beside = asked.cell_length + 3
    body = wrapped(words, width - beside) if words else [spot(said(NO_LINE, "$quiet"), OPEN)]
    if not beside:
        return [asked, *body]
    first, *rest = body
    return [line(asked, " " * (beside - asked.cell_length), first), *(line(" " * beside, each) for each in rest)]


# --- What this session found ------------------------------------------------------------------------------------------


def found_rows(found: Sequence[Line], opened: Collection[str], *, everything: bool) -> list[Row]:
    """Draw the findings, at most six until the rest is asked for; those opened with their facts."""
    if not found:
        return [Row("none", lambda _, __: [said(NO_FINDINGS, "$quiet")], facts="none", choosable=False)]
    shown = found if everything else found[:SHOWN]
    rows = [
        Row(str(at), partial(_finding, each, str(at) in opened), facts=(each, str(at) in opened))
        for at, each in enumerate(shown)
    ]
    rest = len(found) - len(shown)
    more = Row(MORE, lambda _, __: [spot(said(f"  {rest} more", "$quiet"), OPEN)], facts=(MORE, rest))
    return [*rows, more] if rest else rows


def _finding(found: Line, is_open: bool, width: int, _current: bool) -> list[Content]:  # noqa: FBT001 - as rows are drawn
    mark = spot(said(found.mark, TONES[found.level]), OPEN)
    first, *rest = wrapped(found.text, width - 2)
    told = [line("  ", each.stylize("$quiet")) for each in _told(found, width - 2)] if is_open else []
    return [line(mark, " ", first), *(line("  ", each) for each in rest), *told]


def _told(found: Line, width: int) -> Iterator[Content]:
    """Give the sentences of a line and the facts they rest on, each once."""
    for sentence in dict.fromkeys((*found.sentences, *found.facts)):
        yield from wrapped(sentence, width)
