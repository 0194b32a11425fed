"""The charts of a view: for each figure a bar a month, its newest value, its change and which way is good.

Bars stand on zero, so that their length means what it says; below it they hang. A month that was skipped is a dotted
line, one without an answer a question mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from review import text as texts
from review.month import Month
from review.trends.page import MARKS, Chart, State
from review.trends.series import Good, Series, Unit
from review.trends.series import said as written
from tui.plain_text import wrapped
from tui.safe_text import cells
from tui.trends import axis as axes
from tui.trends.axis import Axis
from tui.trends.ink import Ink, Piece, Text, blank, filled, put, said

EIGHTHS = " ▁▂▃▄▅▆▇█"
STEPS = 8
HANGING = ((7, "█"), (3, "▀"), (1, "▔"), (0, " "))
"""Blocks that hang from the top of their line, by the eighths from which they are the nearest."""

ZERO = "▁"

ABOUT = ((96, 26), (70, 18), (0, 15))
"""Cells beside the bars, for what they show, by the cells there are."""

BAR = 3
"""Cells of a bar at most: wider ones are a wall."""

SCALE = 6
"""Cells for the top and the bottom of the scale, where not every month can have its number."""

EVERY = (1, 2, 3, 4, 6, 12)
"""Of how many months one has its number in a line: the first of these at which numbers keep a blank between them."""

LINES_OF_NUMBERS = 3
"""Lines that the numbers under the bars may take, where one is too narrow for all of them."""

LEAST_TOP = {Unit.SHARE: 1.0, Unit.COUNT: 1.0}
"""What an axis reaches at least: all, or one."""


class Scale(Struct, frozen=True):
    """Lines above and below zero, and what each of them stands for."""

    above: int
    below: int
    step: float


class Point(Struct, frozen=True):
    """One month of one figure: its value, or the state that stands for it."""

    value: float | None
    state: State


def chart(block: Chart, width: int, hidden: int, lines: int) -> list[Text]:
    """Draw a chart, each figure in so many lines of bars and one of numbers, over the months they share."""
    beside = _beside_at(width)
    line = axis_of(block, width, hidden)
    drawn = [each for series in block.series for each in _figure(block, series, line, beside, lines)]
    return [*drawn, *_foot(line, beside)]


def axis_of(block: Chart, width: int, hidden: int) -> Axis:
    """Give the months that a chart shows at this width."""
    return axes.axis([month for month, _ in block.series[0].points], width - _beside_at(width) - SCALE, hidden)


def _beside_at(width: int) -> int:
    return next(most for least, most in ABOUT if width >= least)


def _foot(line: Axis, beside: int) -> Iterator[Text]:
    beyond = axes.beyond_both(line, beside + SCALE - 1)
    yield (put(beyond, beside + SCALE, Ink.QUIET), *axes.names(line))
    if len(line.months) > axes.A_YEAR:
        yield (blank(beside + SCALE), *axes.years(line))


def _figure(block: Chart, series: Series, line: Axis, beside: int, lines: int) -> Iterator[Text]:
    points = list(_points(series, line.start, line.end))
    scale = _scale(block, series.unit, lines)
    every, numbers = _numbers(points, series.unit, line)
    words = _about(series, beside - 1, goes_on=block.goes_on)
    for at in range(lines):
        level = _level(series.unit, scale, at, lines, whole=every > LINES_OF_NUMBERS)
        bars = (piece for point in points for piece in _month(point, scale, at, line, series.good))
        yield (*_beside(words, at, beside), put(level, SCALE - 1, Ink.QUIET, "right"), blank(1), *bars)
    for at, text in enumerate(numbers, lines):
        yield (*_beside(words, at, beside), *text)
    yield from words[lines + len(numbers) :]


def _points(series: Series, start: int, end: int) -> Iterator[Point]:
    for month, value in series.points[start:end]:
        yield Point(value, _state(series, month, value))


def _state(series: Series, month: Month, value: float | None) -> State:
    if value is not None:
        return State.VALUE
    if month in series.skipped:
        return State.SKIPPED
    return State.AWAY if month in series.away else State.NOT_RATED


def marks(block: Chart) -> set[State]:
    """Tell which months without a value a chart has."""
    states = {_state(series, month, value) for series in block.series for month, value in series.points}
    return states - {State.VALUE}


# --- numbers ----------------------------------------------------------------------------------------------------------


def _numbers(points: Sequence[Point], unit: Unit, line: Axis) -> tuple[int, list[Text]]:
    """Set the values under the bars in as many lines as keep them apart, the newest in the first; tell how many.

    Where they would need more than `LINES_OF_NUMBERS`, those of one line alone are set.
    """
    values = [_number(point.value, unit) for point in points]
    every = next((each for each in EVERY if _fit(values, each, line.pitch)), EVERY[-1])
    count = every if every <= LINES_OF_NUMBERS else 1
    lines = [_line_of_numbers(values[: len(values) - back], every, line.pitch) for back in range(count)]
    return every, [text for text in lines if any(piece.strip() for piece, _ in text)] or lines[:1]


def _line_of_numbers(values: Sequence[str], every: int, pitch: int) -> Text:
    first = len(values) % every or every
    shown = [put(values[at], every * pitch, Ink.QUIET, "right") for at in range(first + every - 1, len(values), every)]
    return (put(values[first - 1] if values else "", first * pitch + SCALE - 1, Ink.QUIET, "right"), *shown)


def _fit(values: Sequence[str], every: int, pitch: int) -> bool:
    """Tell whether one of so many values, counted from the newest, always has a blank before it."""
    return all(cells(value) < every * pitch for value in values[::-1][::every])


def _number(value: float | None, unit: Unit) -> str:
    """Write a value without its unit, which the newest one has."""
    if value is None:
        return ""
    if unit is Unit.SHARE:
        return str(round(value * 100))
    return texts.figure(value) if unit is Unit.HOURS else written(value, unit)


def _beside(words: Sequence[Text], at: int, width: int) -> Text:
    return filled(words[at], width) if at < len(words) else (blank(width),)


def _about(series: Series, width: int, *, goes_on: bool) -> list[Text]:
    """Say what a figure is, its newest value with the change, and which way is good."""
    names = [(said(part, Ink.PLAIN),) for part in wrapped(series.name, width)]
    good = [(said(part, Ink.QUIET),) for part in wrapped(series.good.value, width)]
    return [*names, *([] if goes_on else newest(series, width)), *good]


def newest(series: Series, width: int) -> list[Text]:
    """Write a figure's newest value and its change against the three sessions before, in two lines where need be."""
    value = said(series.said_latest, Ink.STRONG)
    judged = {True: Ink.GOOD, False: Ink.ALARM, None: Ink.QUIET}[series.better]
    change = said(series.said_change, judged)
    if not series.said_change:
        return [(value,), *((said(part, Ink.QUIET),) for part in wrapped(series.partly, width) if series.partly)]
    together = cells(value[0]) + 2 + cells(change[0]) <= width
    return [(value, blank(2), change)] if together else [(value,), (change,)]


# --- bars -------------------------------------------------------------------------------------------------------------


def _scale(block: Chart, unit: Unit, lines: int) -> Scale:
    """Give the figures of a chart that have one unit one scale, so that they compare."""
    alike = [each for each in block.whole or block.series if _kind(each.unit) is _kind(unit)]
    known = [value for each in alike for value in each.values if value is not None]
    high = max([*known, LEAST_TOP.get(unit, 0.0), 0.0])
    low = min([*known, 0.0])
    if not high and not low:
        return Scale(lines, 0, 1.0)
    if low == 0 or lines == 1:
        return Scale(lines, 0, high / lines or 1.0)
    ways = (Scale(lines - below, below, max(high / (lines - below), -low / below)) for below in range(1, lines))
    return min(ways, key=lambda way: way.step)


def _kind(unit: Unit) -> Unit:
    """Count a mean gap as a gap: both are steps of the same scale."""
    return Unit.STEPS if unit is Unit.GAP else unit


def _level(unit: Unit, scale: Scale, at: int, lines: int, *, whole: bool) -> str:
    """Name of a `whole` scale the top of the topmost line and the bottom of the lowest; zero where bars hang from it.

    Without the unit where there is no room for it.
    """
    if scale.below and at == scale.above - 1 and not (whole and at == 0):
        return "0"
    if not whole or at not in {0, lines - 1}:
        return ""
    value = scale.above * scale.step if at == 0 else -scale.below * scale.step
    said_ = written(value, unit) if value else "0"
    return said_ if cells(said_) < SCALE else _number(value, unit)


def _month(point: Point, scale: Scale, at: int, line: Axis, good: Good) -> Text:
    """Draw one line of one month, counted from the top."""
    bar = min(BAR, line.cell)
    if point.value is not None:
        drawn = _bar(point.value, scale, at, bar, good)
    else:
        shown = at == scale.above - 1 or point.state is State.SKIPPED
        ink = Ink.QUIET if point.state is State.NOT_RATED else Ink.FAINT
        drawn = put(MARKS[point.state] if shown else "", bar, ink, "center")
    return (blank(line.cell - bar), drawn, blank(1))


def _bar(value: float, scale: Scale, at: int, width: int, good: Good) -> Piece:
    ink = Ink.THEM if good is Good.UP else Ink.YOU
    if at >= scale.above:
        rest = _eighths(-value / scale.step - (at - scale.above))
        return _hanging(rest) * width, ink
    base = scale.above - 1 - at
    if base == 0 and (value < 0 or _eighths(value / scale.step) == 0):
        return ZERO * width, Ink.QUIET
    return EIGHTHS[_eighths(value / scale.step - base)] * width, ink


def _hanging(eighths: int) -> str:
    """Give the block that hangs from the top and comes nearest; there are but these."""
    return next(block for least, block in HANGING if eighths >= least)


def _eighths(share: float) -> int:
    return max(0, min(STEPS, round(share * STEPS)))
