"""The grid of a view: a row for each prospect or segment, a number for every month, and how it ended."""

from __future__ import annotations

from msgspec import Struct

from review.month import Month
from review.scales import Band
from review.trends.page import COUNTED_ONLY, MARKS, Cell, Grid, GridRow, State, Tone
from tui.safe_text import cells, fit, safe
from tui.trends import axis as axes
from tui.trends.axis import Axis
from tui.trends.ink import Ink, Text, blank, flowed, put, said, width_of

NAMES = ((96, 20), (70, 18), (0, 16))
"""Cells that names may take at most, by the cells there are."""

OUTCOMES = ((96, 18), (70, 17), (0, 14))
"""Cells that outcomes may take of what the months would need; what the months leave free is theirs, too."""

BLOCKS = {
    Band.ONE_WAY.value: Ink.ON_ALARM,
    Band.NOT_SHOWN.value: Ink.OUTLINED,
    Band.LEANING.value: Ink.ON_WARN,
    Band.LEVEL.value: Ink.ON_QUIET,
    Band.THEY_LEAD.value: Ink.ON_THEM,
    "neglected": Ink.ON_ALARM,
    "covered": Ink.ON_QUIET,
    "crowded": Ink.ON_THEM,
}
"""The colours of the words that a cell may stand for. None means anything by its colour alone: each has its number."""

ENDINGS = {Tone.OPEN: Ink.WARN, Tone.GOOD: Ink.GOOD, Tone.BAD: Ink.ALARM, Tone.QUIET: Ink.QUIET}

MEANT = {
    State.NOT_RATED: "not rated",
    State.PARKED: "parked",
    State.AWAY: "not there",
    State.SKIPPED: "no review that month",
}
"""What the marks of a grid say; the others are numbers."""

NARROW = 3
"""Cells of a month up to which a number has no blank after it: the sign and the digit, and one before them."""

NARROWEST = 2
"""Cells of a month up to which a mark after a number would touch the next month's: it takes the place of the plus."""

UNSEEN = {State.AWAY, State.SKIPPED}

MEANINGS = {"gap_steps": "gap = yours − theirs", "neglect_steps": "potential − attention"}
"""What the numbers of a grid are, by its key."""


class Setting(Struct, frozen=True):
    """How a grid is set: the cells of its names, its months, the cells of the outcomes, and whether these are brief."""

    names: int
    axis: Axis
    outcomes: int
    brief: bool = False


def setting(grid: Grid, width: int, hidden: int) -> Setting:
    """Find room for the names and the outcomes, and give the months the rest."""
    names = min(_most(NAMES, width), max((cells(safe(row.name)) for row in grid.rows), default=0)) + 2
    most = _most(OUTCOMES, width)
    longest = max((cells(row.outcome) for row in grid.rows), default=0)
    briefest = max((cells(_brief(row)) for row in grid.rows), default=0)
    line = axes.axis(grid.months, width - names - min(most, longest if longest <= most else briefest), hidden)
    left = width - names - line.width
    brief = longest > left
    outcomes = min(briefest if brief else longest, left)
    longest_name = max((cells(safe(row.name)) for row in grid.rows), default=0)
    return Setting(min(longest_name + 2, width - line.width - outcomes), line, outcomes, brief)


def _brief(row: GridRow) -> str:
    return row.brief or row.outcome


def _most(steps: tuple[tuple[int, int], ...], width: int) -> int:
    return next(most for least, most in steps if width >= least)


def head(grid: Grid, found: Setting) -> list[Text]:
    """Name the months, with the years where there are more than twelve months, and say what is scrolled away."""
    seen = found.axis.seen
    earlier, later = axes.beyond(found.axis, found.names - 1, found.outcomes)
    named = (
        put(earlier, found.names, Ink.QUIET),
        *axes.names(found.axis),
        put(later, found.outcomes, Ink.QUIET),
    )
    if len(grid.months) <= axes.A_YEAR or not seen:
        return [named]
    return [(blank(found.names), *axes.years(found.axis)), named]


def _skipped(grid: Grid, line: Axis) -> frozenset[Month]:
    row = grid.rows[0] if grid.rows else None
    places = range(line.start, line.end) if row else range(0)
    return frozenset(grid.months[at] for at in places if row and row.cells[at].state is State.SKIPPED)


def row(each: GridRow, found: Setting, *, current: bool) -> Text:
    """Draw a row: the name, the months seen, the outcome."""
    outcome = _brief(each) if found.brief else each.outcome
    drawn = (piece for cell in each.cells[found.axis.start : found.axis.end] for piece in _cell(cell, found.axis.cell))
    return (
        put(each.name, found.names - 2, Ink.STRONG if current else Ink.PLAIN),
        blank(2),
        *drawn,
        put(outcome, found.outcomes, ENDINGS[each.tone]),
    )


def between(grid: Grid, found: Setting) -> Text:
    """Draw the line between two rows, in which the dots of skipped months go on."""
    skipped, width = _skipped(grid, found.axis), found.axis.cell
    dot = _spaced(MARKS[State.SKIPPED], width)
    dots = (put(dot if month in skipped else "", width, Ink.FAINT, "right") for month in found.axis.seen)
    return (blank(found.names), *(piece for each in dots for piece in (each, blank(1))))


def _cell(cell: Cell, width: int) -> Text:
    if cell.value is None:
        ink = Ink.FAINT if cell.state in UNSEEN else Ink.QUIET
        return (put(_spaced(cell.said, width), width, ink, "right"), blank(1))
    return block(cell.said, cell.word, width)


def block(number: str, word: str, width: int) -> Text:
    """Draw a number as a block of the colour of its word, and the gap after it; a mark may take the place of a plus."""
    ink = BLOCKS.get(word, Ink.QUIET)
    shown = number.removesuffix(COUNTED_ONLY)
    if shown != number and NARROWEST < width <= NARROW:
        return (put(shown, width, ink, "right"), (COUNTED_ONLY, ink))
    return (put(_spaced(_written(number, width), width), width, ink, "right"), blank(1))


def _written(number: str, width: int) -> str:
    """Leave the plus out where the mark needs its cell: what is only counted is never below zero."""
    return number.lstrip("+") if width <= NARROWEST and number.endswith(COUNTED_ONLY) else number


def _spaced(text: str, width: int) -> str:
    """Leave a blank after a number or mark where there is room for one: all digits and marks stand in one column."""
    return f"{text} " if width > NARROW and not text.endswith(COUNTED_ONLY) else text


def legend(grid: Grid, found: Setting, width: int) -> list[Text]:
    """Explain the numbers, with their direction, and the marks that there are in the months seen."""
    meaning = (said(f"{MEANINGS.get(grid.key, '')}, {grid.good.value}".lstrip(", "), Ink.QUIET),)
    numbers = (_explained(number, words, found.axis.cell, width) for number, words in grid.legend)
    here = {cell.state for row in grid.rows for cell in row.cells[found.axis.start : found.axis.end]}
    signs = ((said(f"{MARKS[state]} {words}", Ink.QUIET),) for state, words in MEANT.items() if state in here)
    return flowed([meaning, *numbers, *signs], width)


def _explained(number: str, words: str, cell: int, width: int) -> Text:
    """Show a number as it stands in the cells, and what it means."""
    sample = block(_written(number, cell), words.split(":", maxsplit=1)[0], 4)
    return (*sample, (fit(words, width - width_of(sample)), Ink.PLAIN))
