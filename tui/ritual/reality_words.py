"""What the page of Reality says about a row, about who needs a closer look, and about where the hours went."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs
from textual.content import Content

from review import measures
from review import month as months
from review import text as texts
from review.findings.reality import FAR_OVER
from review.measures import Verdict
from review.records import UNKNOWN, How, Id, Kind, Obsession, known
from review.ritual import reality
from review.ritual.baskets import of_how_many
from review.ritual.sitting import Sitting
from review.scales import Scale
from tui.ritual.boxes import flowing
from tui.ritual.reality_cells import CostRow
from tui.ritual.reality_typing import Field
from tui.safe_text import cells, safe
from tui.widgets.lines import cell, line, said, wrapped
from tui.widgets.meters import basket_bar

BASKET_CELLS = 42
LEAST_BASKET_CELLS = 8
MOST_NAME = 24
NAME_AT = 6
"""Cells beside the name in a line of the panel."""
INVITATION = "   Enter to go into it"
LEAST_REASONS = 40
"""Cells from which on reasons are set in more lines than one to make room for what Enter does."""

EMPTY = "Nobody is asked about this month. ^O goes back to Obsessions, where a adds a name."


# --- the table --------------------------------------------------------------------------------------------------------


def cost_row(sitting: Sitting, row: Obsession, currency: str) -> CostRow:
    """Give what a row of the table shows."""
    verdict = sitting.verdict(row)
    words, tone = _ended(row) if row.ended else verdict_words(sitting, row, currency)
    return CostRow(
        row.prospect,
        sitting.prospect(row.prospect).name,
        hours=row.hours,
        energy=row.energy,
        money=row.money,
        allowed=_allowed(sitting, row),
        words=words,
        tone=tone,
        over=_over(verdict),
        quiet=row.ended is not None,
    )


def verdict_words(sitting: Sitting, row: Obsession, currency: str) -> tuple[str, str]:
    """Say how spending stands against the limit, ``7 over 4``, and how serious that is, as a tone."""
    verdict = sitting.verdict(row)
    if not verdict.any_limit:
        return _limit_ahead(sitting, row), "quiet"
    if not verdict.broken:
        return (f"held {texts.figure(verdict.hours)}" if verdict.hours is not None else "held"), "good"
    serious = verdict.worst_share_over >= FAR_OVER or reality.broken_twice(sitting, row)
    return texts.joined(_broken(verdict, currency)), "alarm" if serious else "warn"


def _broken(verdict: Verdict, currency: str) -> list[str]:
    parts = []
    if verdict.hours_over:
        parts.append(f"{texts.figures(verdict.hours_over, 0)[0]} over {texts.figure(verdict.hours or 0)}")
    if verdict.energy_over:
        parts.append(f"energy over {verdict.energy}")
    if verdict.money_over:
        parts.append(f"{texts.figures(verdict.money_over, 0)[0]} {currency} over")
    return parts


def _allowed(sitting: Sitting, row: Obsession) -> float | None:
    """Give the hours allowed since the last review, whether or not there is anything yet to hold against them."""
    return sitting.verdict(structs.replace(row, hours=0.0)).hours


def _limit_ahead(sitting: Sitting, row: Obsession) -> str:
    allowed = _allowed(sitting, row)
    return "no limit set" if allowed is None else f"limit {texts.figure(allowed)}"


def _over(verdict: Verdict) -> frozenset[Field]:
    fields: tuple[tuple[Field, float], ...] = (
        ("hours", verdict.hours_over),
        ("energy", verdict.energy_over),
        ("money", verdict.money_over),
    )
    return frozenset(field for field, over in fields if over)


def _ended(row: Obsession) -> tuple[str, str]:
    how = row.ended.how if row.ended else How.COOLED
    return how.value, "good" if how is How.SIGNED else "quiet"


# --- the line below the question --------------------------------------------------------------------------------------


def aside(sitting: Sitting, field: Field, energy: Scale, currency: str) -> tuple[str, ...]:
    """Say what the field at hand asks for, in one line; the longest wording first, to be taken where it fits."""
    if field == "energy":
        words = " · ".join(f"{at} {anchor.word}" for at, anchor in enumerate(energy.anchors, 1))
        return (f"Energy: {words} · 0 unknown", words)
    if field == "money":
        return (
            f"Money you spent on them, in {currency}: travel, samples, a proposal.",
            f"Money you spent on them, in {currency}.",
        )
    return _hours_aside(sitting)


def _hours_aside(sitting: Sitting) -> tuple[str, ...]:
    previous = sitting.previous
    if previous is None:
        none_set = "No limits are set yet; a closer look sets them."
        short = f"Unpaid hours this month. {none_set}"
        return (f"Unpaid hours this month, and what it took out of you. {none_set}", short, none_set)
    covered = sitting.carried.months_covered(sitting.month)
    skipped = f" Limits count for {texts.counted_word(covered)} months." if covered > 1 else ""
    since = f"Unpaid hours since the {months.spoken(previous.month, sitting.month)} review"
    return (f"{since}, and what it took out of you.{skipped}", f"{since}.{skipped}", f"{since}.")


def fitting(wordings: Sequence[str], width: int) -> str:
    """Give the longest wording that fits, else the shortest."""
    return next((words for words in wordings if cells(words) <= width), wordings[-1])


# --- who is worth a closer look ---------------------------------------------------------------------------------------


def looks_title(sitting: Sitting) -> str:
    """Say how many are worth a closer look."""
    looks = reality.closer_looks(sitting)
    if not looks:
        return "Nobody needs a closer look" if _any_cost(sitting) else "A closer look"
    return f"{texts.counted_word(len(looks)).capitalize()} {'is' if len(looks) == 1 else 'are'} worth a closer look"


def looks_lines(sitting: Sitting, width: int) -> list[Content]:
    """List who is worth a closer look and why, the decided ones ticked, and clients whose nightmare signs are due."""
    looks = reality.closer_looks(sitting)
    due = [id_ for id_ in _signs_asked(sitting) if id_ not in {look.prospect for look in looks}]
    named = [sitting.prospect(id_).name for id_ in (*(look.prospect for look in looks), *due)]
    name = min(MOST_NAME, width // 3, max((cells(safe(each)) for each in named), default=0))
    apart = _reasons_apart([look for look in looks if not _decided(sitting, look)], width - name - NAME_AT)
    lines = [_look(sitting, look, name, width, apart) for look in looks]
    lines += [_signs_line(sitting, id_, name, width) for id_ in due]
    others = _others(sitting, len(looks), len(named))
    return [part for each in lines for part in each] + (wrapped(said(others, "$quiet"), width) if others else [])


def _decided(sitting: Sitting, look: reality.CloserLook) -> bool:
    row = sitting.row(look.prospect)
    return row is not None and row.decision is not None


Apart = tuple[int, int]
"""The cells that reasons may take, and those they do, beside what Enter does."""


def _reasons_apart(looks: Sequence[reality.CloserLook], room: int) -> Apart | None:
    """Set reasons apart from what Enter does; None without room for that."""
    most = room - cells(INVITATION)
    if most < LEAST_REASONS and any(cells(", ".join(look.reasons)) > most for look in looks):
        return None
    return most, max((part.cell_length for look in looks for part in _reasons(look, most)), default=0)


def _reasons(look: reality.CloserLook, width: int) -> list[Content]:
    """Set reasons in lines that end between two of them."""
    *before, last = look.reasons
    return [part.rstrip() for part in flowing([*(said(f"{reason}, ") for reason in before), said(last)], width)]


def _look(sitting: Sitting, look: reality.CloserLook, name: int, width: int, apart: Apart | None) -> list[Content]:
    """Say why one is worth a closer look, and beside that what Enter does where the reasons are set apart."""
    row = sitting.row(look.prospect)
    if row is not None and row.decision is not None:
        reasons = f"   {', '.join(look.reasons)}"
        mark, fact = ("✓", "$good"), line((f"decided: {row.decision.value}", "$good"), (reasons, "$quiet"))
    else:
        mark, fact = ("·", "$warn"), _reasons_told(look, width - name - NAME_AT, apart)
    asks = row is not None and row.ended is None and reality.asks_for_rule(sitting, row)
    label = sitting.prospect(look.prospect).name
    lines = _hanging(mark, label, fact, name, width)
    rule = said("broken twice with no move of theirs: a stop rule is asked for", "$warn")
    return lines + (_hanging((" ", ""), "", rule, name, width) if asks else [])


def _reasons_told(look: reality.CloserLook, room: int, apart: Apart | None) -> Content:
    most, column = apart or (max(1, room), 0)
    first, *rest = _reasons(look, most)
    invitation = (" " * (column - first.cell_length) + INVITATION, "$quiet") if apart else ""
    return Content("\n").join([line(first, invitation), *rest])


def _signs_line(sitting: Sitting, prospect: Id, name: int, width: int) -> list[Content]:
    answered = prospect not in reality.signs_due(sitting)
    mark = ("✓", "$good") if answered else ("·", "$you")
    words = "nightmare signs answered" if answered else "nightmare signs, asked of every client every third session"
    return _hanging(mark, sitting.prospect(prospect).name, said(words, "$quiet" if answered else ""), name, width)


def _hanging(mark: tuple[str, str], label: str, fact: Content, name: int, width: int) -> list[Content]:
    """Set a fact beside a name; its further lines stand under its first."""
    indent = name + NAME_AT
    parts = fact.wrap(max(12, width - indent))
    first = line(mark, "  ", cell(label, name, "bold"), "   ", parts[0])
    return [first, *(line(" " * indent, part) for part in parts[1:])]


def _signs_asked(sitting: Sitting) -> list[Id]:
    return [row.prospect for row in sitting.asked if reality.signs_are_asked(sitting, row)]


def _others(sitting: Sitting, looks: int, named: int) -> str:
    """Say that the others can be looked at too; empty where there is nobody else."""
    others = len(sitting.asked) - named
    if not named:
        return _nobody(sitting)
    if others <= 0:
        return ""
    opens = "Enter opens the other one too." if others == 1 else "Enter opens any other."
    return f"Two are enough for one sitting; {opens}" if looks >= reality.MOST_CLOSER_LOOKS else opens


def _nobody(sitting: Sitting) -> str:
    if not _any_cost(sitting):
        return "Who costs you most will stand here, with the reasons. Enter opens anybody now."
    why = "no gap of 3, nothing unsigned for 4 months"
    limits = "no limit broken twice, " if sitting.previous is not None else ""
    return f"There is {limits}{why}. Enter opens anybody all the same, to set a limit."


def _any_cost(sitting: Sitting) -> bool:
    return any(row.hours is not None or row.energy is not None for row in sitting.rows)


# --- where the hours went ---------------------------------------------------------------------------------------------


def baskets_line(sitting: Sitting, width: int) -> Content:
    """Draw the hours as parts of one bar, and say in how many baskets they lie; empty until hours are known."""
    hours = measures.hours_by_prospect(sitting.rows)
    number = measures.baskets(sitting.rows)
    if not hours:
        return said("In how many baskets your hours lie will stand here.", "$quiet")
    told = line(f"{texts.figure(sum(hours.values()))} h", _in_baskets(number), (_left_out(sitting), "$quiet"))
    room = min(BASKET_CELLS, width - told.cell_length - len("Baskets") - 6)
    bar = line(basket_bar(list(hours.values()), room), "   ") if room >= LEAST_BASKET_CELLS and number else Content()
    return line(("Baskets", "bold"), "   ", bar, told)


def _in_baskets(number: float | None) -> Content:
    if number is None:
        return Content()
    figure = texts.figure(number)
    return line(", ", (figure, "bold"), " basket" if figure == "1" else " baskets")


def _left_out(sitting: Sitting) -> str:
    answered = measures.hours_known(sitting.rows)
    if not answered.enough:
        return f", {of_how_many(answered)}"
    unknown = sum(row.hours == UNKNOWN for row in sitting.rows)
    return f", {unknown} unknown" if unknown else ""


# --- one prospect -----------------------------------------------------------------------------------------------------


def standing(row: Obsession) -> tuple[str, str]:
    """Say whether anything is signed, and how that looks, as a tone."""
    if row.ended is not None:
        return row.ended.how.value, "good" if row.ended.how is How.SIGNED else "quiet"
    return ("nothing more signed" if row.kind is Kind.CLIENT else "nothing signed"), "warn"


def order_of_looks(sitting: Sitting) -> Sequence[Id]:
    """Give the order in which prospects are gone through: those worth a closer look, signs due, then the rest."""
    first = [look.prospect for look in reality.closer_looks(sitting)]
    due = [id_ for id_ in _signs_asked(sitting) if id_ not in first]
    rest = [row.prospect for row in reality.costed(sitting) if row.prospect not in {*first, *due}]
    return [*first, *due, *rest]


def next_look(order: Sequence[Id], prospect: Id, by: int) -> Id | None:
    """Give who comes after (1) or before (-1) a prospect in that order; one who has left it stands before the first."""
    before = -1 if by > 0 else 0
    at = order.index(prospect) if prospect in order else before
    return order[(at + by) % len(order)] if order else None


def spent_words(row: Obsession) -> str:
    """Say what went there unpaid: ``5 h, unpaid``; empty until it is known."""
    hours = known(row.hours)
    return "" if hours is None else f"{texts.figure(hours)} h, unpaid"
