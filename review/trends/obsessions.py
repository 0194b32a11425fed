"""The first view: who stayed in your head, a gap for every month, and how it ended."""

from __future__ import annotations

from collections.abc import Mapping

from review import month as months
from review import text as texts
from review.history import Appearance, Spell
from review.measured import Measured
from review.month import Month
from review.records import How, Id
from review.scales import Band
from review.trends import track_record
from review.trends.page import COUNTED_ONLY, Block, Cell, Grid, GridRow, Look, State, Tone
from review.trends.series import Good

LEGEND = (
    ("+2", Band.ONE_WAY.value),
    (f"+2{COUNTED_ONLY}", f"{Band.NOT_SHOWN.value}: as counted"),
    ("+1", Band.LEANING.value),
    (" 0", Band.LEVEL.value),
    ("-1", Band.THEY_LEAD.value),
)

AWAY, SKIPPED = Cell(State.AWAY), Cell(State.SKIPPED)

BRIEFLY = {How.PARTED: "parted"}

TONES = {How.SIGNED: Tone.GOOD, How.LOST: Tone.BAD, How.LEFT: Tone.BAD}
"""The outcomes that are good or bad by themselves; to part or to cool is neither."""


def blocks(look: Look) -> tuple[Block, ...]:
    """Draw the grid, and under it the track record of one-way streets."""
    return (grid(look), track_record.table(look.history, track_record.ONE_WAY))


def lacks(look: Look) -> tuple[str, ...]:
    """Say what is still missing: somebody rated on both sides, and somebody of whom it is known how it ended."""
    appeared = [each for session in look.sessions for each in session.rows.values()]
    rated = any(each.gap is not None for each in appeared)
    ended = any(each.row.ended is not None for each in appeared)
    return (
        *(() if rated else ("a prospect whose urgency and yours are both rated, in the step Urgency",)),
        *(() if ended else ("how it ended with anybody, which the step Obsessions asks",)),
    )


def grid(look: Look) -> Grid:
    """Give a row for everyone who was on the list in these months: the open ones first, the longest on it on top."""
    here, with_session = _by_prospect(look), {each.month for each in look.sessions}
    blank = tuple(AWAY if month in with_session else SKIPPED for month in look.months)
    ranked = sorted(here, key=lambda id_: _place(look, id_))
    return Grid(
        key="gap_steps",
        title="Who stayed in your head, and how lopsided it was",
        good=Good.DOWN,
        months=look.months,
        rows=tuple(_row(look, blank, here, id_) for id_ in ranked),
        legend=LEGEND,
    )


def _place(look: Look, prospect: Id) -> tuple[bool, int, str]:
    newest = look.history.appearances(prospect)[-1]
    name = texts.fold(look.name(prospect))
    if is_open(look, newest):
        return False, months.index(_since(look, prospect)), name
    return True, -months.index(newest.month), name


def is_open(look: Look, newest: Appearance) -> bool:
    """Whether somebody's newest row says they are still on the list."""
    last = look.history.last
    return newest.row.ended is None and last is not None and newest.month == last.month


def _since(look: Look, prospect: Id) -> Month:
    return look.history.spells(prospect)[-1].since


def _row(
    look: Look, blank: tuple[Cell, ...], sessions: Mapping[Id, list[tuple[int, Measured]]], prospect: Id
) -> GridRow:
    outcome, brief, tone = outcome_of(look, look.history.spells(prospect)[-1])
    cells = list(blank)
    for place, each in sessions[prospect]:
        cells[place] = cell_of(each)
    return GridRow(prospect, look.name(prospect), tuple(cells), outcome, tone, brief)


def _by_prospect(look: Look) -> Mapping[Id, list[tuple[int, Measured]]]:
    """Give everyone's rows in these months, each with its place among them."""
    found: dict[Id, list[tuple[int, Measured]]] = {}
    for session in look.sessions:
        place = months.apart(look.months[0], session.month)
        for id_, each in session.rows.items():
            found.setdefault(id_, []).append((place, each))
    return found


def cell_of(each: Measured) -> Cell:
    """Show a prospect's gap in one session, as counted."""
    if each.gap is None:
        return Cell(State.PARKED if each.row.parked else State.NOT_RATED)
    note = f"{each.gap.said:+} as said" if each.gap.unbacked else ""
    return Cell(State.VALUE, each.gap.counted, each.gap.band.value, note)


def outcome_of(look: Look, spell: Spell) -> tuple[str, str, Tone]:
    """Say how a spell stands, in full and in few words: ``9 months``, ``signed, May``, or when it was last there."""
    newest, now = spell.newest, look.months[-1]
    full, brief = months.spoken(newest.month, now), briefly(newest.month, now)
    if newest.row.ended is not None:
        how = newest.row.ended.how
        return f"{how.value}, {full}", f"{BRIEFLY.get(how, how.value)}, {brief}", TONES.get(how, Tone.QUIET)
    if not is_open(look, newest):
        return f"last on the list {full}", f"last, {brief}", Tone.QUIET
    age = texts.plural(months.apart(spell.since, now) + 1, "month")
    return (f"{age}, parked", "parked", Tone.QUIET) if newest.row.parked else (age, age, Tone.OPEN)


def briefly(month: Month, now: Month) -> str:
    """Name a month by three letters, one of another year by that: ``Sep``, ``2025``."""
    return months.name(month)[:3] if month[:4] == now[:4] else month[:4]
