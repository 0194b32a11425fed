"""The charts of a view: for each figure a bar a month, its newest value, its change and which way is good.

Bars stand on zero, so that their length means what it says; below it they hang. A month that was skipped has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from msgspec import Struct

from review import text as texts
from review.trends.page import Chart
from review.trends.series import Good, Series, Unit
from review.trends.series import said as written
from tui.plain_text import wrapped
from tui.safe_text import cells
from tui.trends import axis as axes
from tui.trends.axis import Axis
from tui.trends.ink import Ink, Piece, Text, blank, filled, put, said

EIGHTHS = " ▁▂▃▄▅▆▇█"
STEPS = 8
ZERO = "▁"
SKIPPED = "·"

ABOUT = ((96, 26), (70, 18), (0, 15))
"""Cells beside the bars, for what they show, by the cells there are."""

BAR = 3
"""Cells of a bar at most: wider ones are a wall."""

SCALE = 6
"""Cells for the least and the most, where the values themselves don't fit."""

LEAST_TOP = {Unit.SHARE: 1.0, Unit.COUNT: 1.0}
"""What an axis reaches at least: all, or one."""


class Scale(Struct, frozen=True):
    """Lines above and below zero, and what each of them stands for."""

    above: int
    below: int
    step: float


def chart(block: Chart, width: int, hidden: int, lines: int) -> list[Text]:
    """Draw a chart, each figure in so many lines of bars and one of numbers, over the months they share."""
    beside = next(most for least, most in ABOUT if width >= least)
    months = [month for month, _ in block.series[0].points]
    line = axes.axis(months, width - beside - SCALE, hidden)
    drawn = [each for series in block.series for each in _figure(block, series, line, beside, lines)]
    return [*drawn, *_foot(line, beside)]


def axis_of(block: Chart, width: int, hidden: int) -> Axis:
    """Give the months that a chart shows at this width."""
    beside = next(most for least, most in ABOUT if width >= least)
    return axes.axis([month for month, _ in block.series[0].points], width - beside - SCALE, hidden)


def _foot(line: Axis, beside: int) -> Iterator[Text]:
    earlier, later = axes.beyond(line)
    yield (put(earlier, beside, Ink.QUIET), blank(SCALE), *axes.names(line), said(later, Ink.QUIET))
    if len(line.months) > axes.A_YEAR:
        yield (blank(beside + SCALE), *axes.years(line))


def _figure(block: Chart, series: Series, line: Axis, beside: int, lines: int) -> Iterator[Text]:
    values = series.values[line.start : line.end]
    scale = _scale(block, series.unit, lines)
    numbers = _numbers(values, series.unit, line)
    words = _about(series, beside - 1)
    for at in range(lines):
        level = "" if numbers else _level(series.unit, scale, at, lines)
        bar = min(BAR, line.cell)
        bars = (
            piece
            for value in values
            for piece in (blank(line.cell - bar), _bar(value, scale, at, bar, series.good), blank(1))
        )
        yield (*_beside(words, at, beside), put(level, SCALE - 1, Ink.FAINT, "right"), blank(1), *bars)
    shown = (put(each, line.pitch, Ink.QUIET, "right") for each in numbers)
    yield (*_beside(words, lines, beside), blank(SCALE - 1), *shown)


def _numbers(values: Sequence[float | None], unit: Unit, line: Axis) -> list[str]:
    """Write the values to stand under the bars, without plus signs where they are tight; none where they don't fit."""
    numbers = [_number(value, unit) for value in values]
    if max(map(cells, numbers), default=0) > line.cell:
        numbers = [number.removeprefix("+") for number in numbers]
    return numbers if all(cells(number) <= line.pitch for number in numbers) else []


def _beside(words: Sequence[Text], at: int, width: int) -> Text:
    return filled(words[at], width) if at < len(words) else (blank(width),)


def _about(series: Series, width: int) -> list[Text]:
    """Say what a figure is, its newest value with the change, and which way is good."""
    names = [(said(part, Ink.PLAIN),) for part in wrapped(series.name, width)]
    return [*names, newest(series), (said(series.good.value, Ink.QUIET),)]


def newest(series: Series) -> Text:
    """Write a figure's newest value and its change against the three sessions before."""
    value = said(series.said_latest, Ink.STRONG)
    if not series.said_change:
        return (value,)
    arrow = {True: "▲", False: "▼", None: "="}[series.rose]
    judged = {True: Ink.GOOD, False: Ink.ALARM, None: Ink.QUIET}[series.better]
    change = f"  {arrow} {series.said_change}" if series.rose is not None else "  level"
    return (value, (change, judged))


def _number(value: float | None, unit: Unit) -> str:
    """Write a value without its unit, which the newest one has; a dot for a month that was skipped or is not known."""
    if value is None:
        return SKIPPED
    if unit is Unit.SHARE:
        return str(round(value * 100))
    if unit is Unit.HOURS:
        return texts.figure(value)
    return written(value, unit)


def _scale(block: Chart, unit: Unit, lines: int) -> Scale:
    """Give the figures of a chart that have one unit one scale, so that they compare."""
    known = [value for each in block.series if each.unit is unit for value in each.values if value is not None]
    high = max([*known, LEAST_TOP.get(unit, 0.0), 0.0])
    low = min([*known, 0.0])
    if not high and not low:
        return Scale(lines, 0, 1.0)
    below = min(lines - 1, ceil(lines * -low / (high - low))) if low < 0 else 0
    above = lines - below
    return Scale(above, below, max(high / above, -low / below if below else 0.0))


def _level(unit: Unit, scale: Scale, at: int, lines: int) -> str:
    """Name the top of the topmost line and the bottom of the lowest."""
    if at == 0:
        return written(scale.above * scale.step, unit)
    return written(-scale.below * scale.step, unit) if at == lines - 1 else ""


def _bar(value: float | None, scale: Scale, at: int, width: int, good: Good) -> Piece:
    """Draw one line of one month's bar, counted from the top."""
    up, turned = (Ink.YOU, Ink.YOU_TURNED) if good is Good.DOWN else (Ink.THEM, Ink.THEM_TURNED)
    if value is None:
        return blank(width)
    if at < scale.above:
        base = scale.above - 1 - at
        if base == 0 and _eighths(abs(value) / scale.step) == 0:
            return ZERO * width, Ink.QUIET
        return EIGHTHS[_eighths(value / scale.step - base)] * width, up
    rest = _eighths(-value / scale.step - (at - scale.above))
    return (EIGHTHS[STEPS - rest] * width, turned) if rest else blank(width)


def _eighths(share: float) -> int:
    return max(0, min(STEPS, round(share * STEPS)))
