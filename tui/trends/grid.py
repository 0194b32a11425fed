"""The grid of a view: a row for each prospect or segment, a number for every month, and how it ended."""

from __future__ import annotations

from msgspec import Struct

from review.month import Month
from review.scales import Band
from review.trends.page import Cell, Grid, GridRow, State, Tone
from tui.safe_text import cells, fit
from tui.trends import axis as axes
from tui.trends.axis import Axis
from tui.trends.ink import Ink, Text, blank, flowed, put, said, width_of

NAMES = ((96, 20), (70, 18), (0, 13))
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

MEANINGS = {"gap_steps": "gap = yours − theirs", "neglect_steps": "potential − attention"}
"""What the numbers of a grid are, by its key."""


class Setting(Struct, frozen=True):
    """How a grid is set: the cells of its names, its months, and the cells of the outcomes."""

    names: int
    axis: Axis
    outcomes: int


def setting(grid: Grid, width: int, hidden: int) -> Setting:
    """Find room for the names and the outcomes, and give the months the rest."""
    names = min(_most(NAMES, width), max((cells(row.name) for row in grid.rows), default=0)) + 2
    longest = max((cells(row.outcome) for row in grid.rows), default=0)
    line = axes.axis(grid.months, width - names - min(_most(OUTCOMES, width), longest), hidden)
    return Setting(names, line, min(longest, width - names - line.width))


def _most(steps: tuple[tuple[int, int], ...], width: int) -> int:
    return next(most for least, most in steps if width >= least)


def head(grid: Grid, found: Setting) -> list[Text]:
    """Name the months, with the years where there are more than twelve months, and say what is scrolled away."""
    seen = found.axis.seen
    earlier, later = axes.beyond(found.axis)
    skipped = _skipped(grid, found.axis)
    named = (
        put(earlier, found.names, Ink.QUIET),
        *axes.names(found.axis, skipped),
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
    drawn = (piece for cell in each.cells[found.axis.start : found.axis.end] for piece in _cell(cell, found.axis.cell))
    return (
        put(each.name, found.names - 2, Ink.STRONG if current else Ink.PLAIN),
        blank(2),
        *drawn,
        put(each.outcome, found.outcomes, ENDINGS[each.tone]),
    )


def _cell(cell: Cell, width: int) -> Text:
    if cell.value is None:
        return (put(cell.said, width, Ink.FAINT if cell.state is State.AWAY else Ink.QUIET, "center"), blank(1))
    return (*block(cell.said, cell.word, width), blank(1))


def block(number: str, word: str, width: int) -> Text:
    """Draw a number as a block of the colour of its word."""
    right = " " if width > 3 else ""  # noqa: PLR2004 - with the sign, the digit and a blank on either side
    return (put(f"{number}{right}", width, BLOCKS.get(word, Ink.QUIET), "right"),)


def legend(grid: Grid, width: int) -> list[Text]:
    """Explain the numbers and signs, with their direction."""
    meaning = (said(f"{MEANINGS.get(grid.key, '')}, {grid.good.value}".lstrip(", "), Ink.QUIET),)
    signs = (_explained(number, words, width) for number, words in grid.legend)
    return flowed([meaning, *signs, (said("· not there, blank: no review", Ink.QUIET),)], width)


def _explained(number: str, words: str, width: int) -> Text:
    word = words.split(":", maxsplit=1)[0]
    sample = block(number, word, 4) if word in BLOCKS else (put(number, 2, Ink.QUIET, "right"),)
    return (*sample, (fit(f" {words}", width - width_of(sample)), Ink.QUIET if word not in BLOCKS else Ink.PLAIN))
