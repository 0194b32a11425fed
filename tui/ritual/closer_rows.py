"""The rows of a closer look: what passed between you, their story, the signs, and what you make of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial

from msgspec import Struct
from textual.content import Content

from review import month as months
from review import text as texts
from review.promises import OpenRule
from review.records import UNKNOWN, Claim, ClaimState, Decision, Degree, Gift, Limit, Move, Obsession, StopRule
from review.ritual import reality, urgency
from review.ritual.sitting import Sitting
from tui.ritual.boxes import choice, flowing
from tui.ritual.reality_typing import CURSOR, HalfTyped
from tui.ritual.reality_words import next_look, order_of_looks, spent_words, verdict_words
from tui.safe_text import cells, safe
from tui.widgets.lines import cell, line, said, wrapped
from tui.widgets.row import Row

GAVE, MOVES, CLAIMS, WHY, DECISION, LIMIT, RULE, NOTE = (
    "gave",
    "moves",
    "claims",
    "why",
    "decision",
    "limit",
    "rule",
    "note",
)
ONWARD = "onward"
"""The key of the line that says what comes next; the cursor passes over it."""

MOVE, CLAIM, SIGN = "move", "claim", "sign"
"""Kinds of rows of which there are several: their keys go on with a colon and what they are about."""

LABEL = 11
"""Cells of "They gave" with the space after it."""

DEGREES: dict[int, Degree] = {1: "no", 2: "some", 3: "clear"}
UNKNOWN_DIGIT = 0
CLAIM_STATES = {1: ClaimState.UNCHECKED, 2: ClaimState.CONFIRMED, 3: ClaimState.CONTRADICTED}
DECISIONS = dict(enumerate(Decision, 1))

MARKS = {
    ClaimState.UNCHECKED: ("?", "$warn"),
    ClaimState.CONFIRMED: ("✓", "$good"),
    ClaimState.CONTRADICTED: ("✗", "$alarm"),
}
MARK = 2
BETWEEN = 3
BY = 14
"""Cells kept for what a claim was checked by: "mail from them"."""
LEAST_CLAIM = 24
"""With fewer cells left for a claim, what became of it stands below it."""
SEEN = 27
SIGN_NAME = 23
WIDE_SIGN = SIGN_NAME + SEEN + 34
"""Cells from which a sign's name, what one would see and the answers stand side by side."""
NARROW_SIGN = SIGN_NAME + 34

WHY_ASKED = "Why do they say they came to you, and why now?"


class Look(Struct, frozen=True):
    """What a closer look is drawn from.

    `typed` is a limit that is half typed. `told` is whether what one would see of a sign stands below its name where it
    does not fit beside it; else the row at hand has it in place of the name. `keys` writes a sentence with the keys
    that work now in place of the usual ones.
    """

    sitting: Sitting
    row: Obsession
    currency: str
    typed: HalfTyped | None = None
    told: bool = False
    keys: Callable[[str], str] = str


class Group(Struct, frozen=True):
    """Rows that belong together; those with a title stand in a box."""

    title: str
    rows: tuple[Row, ...]


def kind_of(key: str) -> tuple[str, str]:
    """Take a row's key apart: its kind, and what it is about where there are several of the kind."""
    kind, _, about = key.partition(":")
    return kind, about


def groups(look: Look) -> list[Group]:
    """Give all rows of a closer look."""
    row = look.row
    signs = [Row(f"{SIGN}:{words[0]}", partial(_sign, row, words, look.told)) for words in reality.SIGN_WORDS]
    after = [] if row.ended else [_row(LIMIT, partial(_limit, look)), _row(RULE, partial(_rule, look))]
    note = [_row(NOTE, partial(_hanging, "Note", said(row.note, "$quiet")))] if row.note else []
    return [
        Group("Give and take", (_row(GAVE, partial(_gave, look)), *_moves(look))),
        Group("Their story", (*_claims(look), _row(WHY, partial(_why, row)))),
        Group("Nightmare signs", tuple(signs)),
        Group("", (_row(DECISION, partial(_decision, row)),)),
        *([Group("", (*after, *note))] if after or note else []),
        *([Group("", (_onward(look),))] if row.decision is not None else []),
    ]


def answered(look: Look, key: str) -> bool:
    """Tell whether a row has its answer, so that going on passes over it."""
    row, (kind, about) = look.row, kind_of(key)
    simple = {
        GAVE: row.given is not None,
        MOVES: row.moves is not None,
        MOVE: True,
        WHY: row.why_us is not None,
        DECISION: row.decision is not None,
        LIMIT: row.limit != Limit(),
        RULE: reality.open_rule(look.sitting, row) is not None,
        NOTE: True,
        ONWARD: True,
    }
    if kind == CLAIM:
        return any(each.id == about and each.state is not ClaimState.UNCHECKED for each in row.claims)
    if kind == SIGN:
        return getattr(row.signs, about) is not None
    return simple.get(kind, False)


Drawing = Callable[[int], Sequence[Content]]


def _row(key: str, draw: Drawing) -> Row:
    return Row(key, lambda width, _current: draw(width))


def _hanging(label: str, value: Content, width: int) -> list[Content]:
    """Set a value beside its label; its further lines stand under its first."""
    parts = value.wrap(max(8, width - LABEL))
    return [
        line(cell(label, LABEL, "bold") if at == 0 else " " * LABEL, part)
        for at, part in enumerate(parts or [Content()])
    ]


# --- give and take ----------------------------------------------------------------------------------------------------


def written_gifts(given: Sequence[Gift]) -> str:
    """Write what was given, as it can be read again: ``2 drawings, a call``."""
    return ", ".join(f"{gift.count} {gift.what}" if gift.count > 1 else gift.what for gift in given)


def _gave(look: Look, width: int) -> list[Content]:
    given = look.row.given
    value = said("g says what, or nothing", "$quiet") if given is None else said(written_gifts(given) or "nothing")
    spent = spent_words(look.row)
    words, tone = verdict_words(look.sitting, look.row, look.currency)
    limit = (words, f"${tone}") if look.sitting.verdict(look.row).any_limit else ""
    facts = line((f"   {spent}{', ' if limit else ''}", "$quiet"), limit) if spent else Content()
    return _hanging("You gave", line(value, facts), width)


def _moves(look: Look) -> list[Row]:
    moves = look.row.moves
    if not moves:
        return [_row(MOVES, partial(_no_moves, look))]
    return [
        _row(f"{MOVE}:{move.id}", partial(_hanging, "They gave" if at == 0 else "", _move(look, move)))
        for at, move in enumerate(moves)
    ]


def _move(look: Look, move: Move) -> Content:
    asked = {True: "  asked for", False: "  unasked", None: ""}[move.asked_for]
    return line(urgency.said_of_move(move, look.sitting.on), (asked, "$quiet"))


def _no_moves(look: Look, width: int) -> list[Content]:
    newest = look.sitting.newest_move(look.row)
    since = f"since {months.short_date(newest.on, look.sitting.on)}" if newest else "so far"
    open_ = look.row.moves is None
    words = f"v says what they did; nothing noted {since}" if open_ else f"nothing {since}"
    return _hanging("They gave", said(words, "$quiet" if open_ else ""), width)


# --- their story ------------------------------------------------------------------------------------------------------


class ClaimColumns(Struct, frozen=True):
    """How wide claims and what became of them are, in cells."""

    text: int
    state: int


def _claims(look: Look) -> Iterator[Row]:
    if not look.row.claims:
        words = said("w writes down something they told you, to be checked", "$quiet")
        yield _row(CLAIMS, lambda width: wrapped(words, width))
    text = max((cells(safe(claim.text)) for claim in look.row.claims), default=0)
    columns = ClaimColumns(text, max((cells(_state_words(look, claim)) for claim in look.row.claims), default=0))
    for claim in look.row.claims:
        yield _row(f"{CLAIM}:{claim.id}", partial(_claim, look, claim, columns))


def _claim(look: Look, claim: Claim, columns: ClaimColumns, width: int) -> list[Content]:
    """Draw a claim, what became of it and by what: side by side, or below each other where there is little room."""
    mark, tone = MARKS[claim.state]
    state, by = _state_words(look, claim), checked_by(look.sitting, look.row, claim)
    room = width - columns.state - BY - MARK - 2 * BETWEEN
    if room < LEAST_CLAIM:
        below = line((state, tone), (f"  {by}" if by else "", "$quiet")).wrap(max(8, width - MARK))
        return _beside_mark(mark, tone, [*wrapped(said(claim.text), width - MARK), *below])
    text = min(columns.text, room)
    parts = [*said(claim.text).wrap(text)]
    rest = width - MARK - text - columns.state - 2 * BETWEEN
    gap = " " * BETWEEN
    first = line(parts[0], " " * (text - parts[0].cell_length), gap, cell(state, columns.state, tone))
    return _beside_mark(mark, tone, [line(first, gap, cell(by, rest, "$quiet")), *parts[1:]])


def _beside_mark(mark: str, tone: str, lines: Sequence[Content]) -> list[Content]:
    return [line((f"{mark} " if at == 0 else "  ", tone), each) for at, each in enumerate(lines)]


def _state_words(look: Look, claim: Claim) -> str:
    if claim.state is ClaimState.UNCHECKED:
        since = f", since {months.spoken(claim.heard, look.sitting.month)}"
        return claim.state.value + (since if claim.heard != look.sitting.month else "")
    return claim.state.value + (f", {months.short_date(claim.checked_on, look.sitting.on)}" if claim.checked_on else "")


def checked_by(sitting: Sitting, row: Obsession, claim: Claim) -> str:
    """Say what confirmed or contradicted a claim: words, or a move of theirs."""
    moves = {move.id: move for move in moves_of(sitting, row)}
    if claim.by_move in moves:
        return urgency.said_of_move(moves[claim.by_move], sitting.on)
    return claim.by or ""


def moves_of(sitting: Sitting, row: Obsession) -> list[Move]:
    """Give everything they did, newest first."""
    moves = [*sitting.named.moves(row.prospect), *(row.moves or ())]
    return sorted(moves, key=lambda move: move.on, reverse=True)


def _why(row: Obsession, width: int) -> list[Content]:
    answer = said(row.why_us or "Enter writes what they say", "" if row.why_us else "$quiet")
    label = said(WHY_ASKED, "bold")
    if label.cell_length + 3 + answer.cell_length <= width:
        return [line(label, "   ", answer)]
    indented = [line("  ", part) for part in answer.wrap(max(8, width - 2))]
    return [*label.wrap(width), *indented]


# --- the signs --------------------------------------------------------------------------------------------------------


def _sign(row: Obsession, words: tuple[str, str, str], told: bool, width: int, current: bool) -> list[Content]:  # noqa: FBT001 - as rows are drawn
    """Draw a sign: what one would see stands beside its name, or below it, or in its place in the row at hand."""
    field, name, seen = words
    degree: Degree | None = getattr(row.signs, field)
    answers = [
        *(choice(digit, value, chosen=degree == value) for digit, value in DEGREES.items()),
        choice(UNKNOWN_DIGIT, "unknown" if width >= NARROW_SIGN else "?", chosen=degree == UNKNOWN),
    ]
    if width >= WIDE_SIGN:
        return [line(cell(name, SIGN_NAME, "bold"), cell(seen, SEEN, "$quiet"), *answers)]
    room = max(8, width - sum(each.cell_length for each in answers))
    first = cell(seen, room, "$quiet") if current and not told else cell(name, room, "bold")
    return [line(first, *answers), *([said(f"  {seen}", "$quiet")] if told else [])]


# --- what you make of it ----------------------------------------------------------------------------------------------


def _decision(row: Obsession, width: int) -> list[Content]:
    choices = [
        choice(digit, decision.value.capitalize(), chosen=row.decision is decision)
        for digit, decision in DECISIONS.items()
    ]
    lines = flowing(choices, max(12, width - 5))
    meaning = reality.MEANINGS[row.decision] if row.decision else "Here 1 to 7 decides; d says what each of them means."
    drawn = [line(("So:  " if at == 0 else "     ", "bold"), each) for at, each in enumerate(lines)]
    why = f" Why: {row.ended.reason}" if row.ended and row.ended.reason else ""
    return [*drawn, *(line("      ", part) for part in wrapped(said(meaning + why, "$quiet"), width - 6))]


def _limit(look: Look, width: int) -> list[Content]:
    label = line(("Until the next review", "bold"), "  ")
    if look.typed is not None:
        drawn = line(
            label, (f"{look.typed.text}{CURSOR} h", "bold $on-mark on $mark"), _rest_of_limit(look, first=False)
        )
        problem = wrapped(said(look.typed.problem, "$warn"), width) if look.typed.problem else []
        return [drawn, *problem]
    if look.row.limit == Limit():
        return line(label, ("no limit; type the hours, Enter for money and energy too", "$quiet")).wrap(width)
    hours = look.row.limit.hours
    words = said("" if hours is None else f"{texts.figure(hours)} h")
    return line(label, words, _rest_of_limit(look, first=hours is None), _as_before(look)).wrap(width)


def _rest_of_limit(look: Look, *, first: bool) -> Content:
    limit, parts = look.row.limit, []
    if limit.money is not None:
        parts.append(f"{texts.figure(limit.money)} {look.currency}")
    if limit.energy is not None:
        parts.append(f"energy up to {limit.energy}")
    words = ", ".join(parts)
    return said(words if first or not words else f", {words}")


def _as_before(look: Look) -> Content:
    force = look.sitting.carried.limit_in_force(look.row.prospect)
    same = force is not None and force[0] == look.row.limit
    return said("   as before" if same else "", "$quiet")


def _rule(look: Look, width: int) -> list[Content]:
    found = reality.open_rule(look.sitting, look.row)
    if found is None:
        return wrapped(_rule_wanted(look), width)
    if isinstance(found, OpenRule):
        made = f"   made in {months.spoken(found.made_in, look.sitting.month)}"
        return line(_written_rule(look, found.rule, found.by), (made, "$quiet")).wrap(width)
    return _written_rule(look, found, found.by).wrap(width)


def _rule_wanted(look: Look) -> Content:
    if reality.asks_for_rule(look.sitting, look.row):
        return said("Broken twice with no move of theirs: a stop rule is asked for. Enter makes one.", "$warn")
    return line(("Stop rule", "bold"), ("  none; Enter makes one: if … by …, I will …", "$quiet"))


def _written_rule(look: Look, rule: StopRule, by: date) -> Content:
    day = months.short_date(by, look.sitting.on)
    return line(
        ("If ", "bold"), rule.state, (" by ", "bold"), day, ", ", ("I will ", "bold"), rule.action.rstrip("."), "."
    )


# --- what comes next --------------------------------------------------------------------------------------------------


def _onward(look: Look) -> Row:
    words = said(look.keys(onward_words(look.sitting, look.row)), "$quiet")
    return Row(ONWARD, lambda width, _current: wrapped(words, width), words.plain, choosable=False)


def onward_words(sitting: Sitting, row: Obsession) -> str:
    """Say where to go on to: who else is worth a closer look and is not decided, or back."""
    order = order_of_looks(sitting)
    open_ = {look.prospect for look in reality.closer_looks(sitting)} - {row.prospect}
    for key, by in (("]", 1), ("[", -1)):
        other = sitting.row(next_look(order, row.prospect, by) or "")
        if other is not None and other.prospect in open_ and other.decision is None:
            return f"{key} goes on to {sitting.prospect(other.prospect).name}"
    return "Esc goes back to the list; ^N is the next step"
