"""Home's four lines: twelve months in bars, the newest figure, its change, and which way is good."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor

from msgspec import Struct
from textual.content import Content

from review import text as texts
from review.history import History
from review.month import Month
from review.trends.page import MARKS, State
from review.trends.series import Good, Series, home_series
from review.trends.series import said as written
from review.trends.series import said_change as written_change
from tui.safe_text import cells
from tui.widgets.lines import cell, line, said, wrapped

COMPARED = "▲▼ against the 3 before"
ONE_REVIEW = "From the second review on you see how they move."
NO_REVIEW, NOT_KNOWN = f"{MARKS[State.SKIPPED]} no review", f"{MARKS[State.NOT_RATED]} not known"
ALONE_NOT_KNOWN = "– not known"
"""Of one review there are no bars with marks, but figures, which are a dash where not known."""

EIGHTHS = " ▁▂▃▄▅▆▇█"
STEPS = 8
ROWS = 2
"""Lines of a bar where there is a blank line between one series and the next; else it has one."""

WIDEST = 2
"""Cells that a bar is thick at most."""

VALUE, CHANGE = 6, 10
"""Cells of the newest figure, a blank before it, and of its change; more where they need more."""

WHOLE_FROM = 100
"""From here on the newest figure and its change leave out what is behind the point."""

BETWEEN = 2


class Columns(Struct, frozen=True):
    """The cells of the newest figures and of their changes: none of them is ever cut."""

    value: int
    change: int

    @property
    def all(self) -> int:
        """The cells of both, and between them."""
        return self.value + BETWEEN + self.change


def _columns(lines: Sequence[Series]) -> Columns:
    values = (cells(_latest(each)) + 1 for each in lines)
    return Columns(max(VALUE, *values), max(CHANGE, *(cells(_change(each)) for each in lines)))


def title(history: History) -> str:
    """Name the panel after the months it shows."""
    count = len(history.once(home_series)[0].points)
    return "This review" if count == 1 else f"{texts.counted_word(count).capitalize()} months"


def drawn(history: History, width: int, *, apart: bool = False) -> list[Content]:
    """Draw the four lines, two rows each: bars beside the words where they fit, else below them.

    The bars of one series never touch those of the next: they are one row tall, or two with *apart*, which puts a blank
    row after each series. Of one review alone there are no bars, and one row each.
    """
    lines = history.once(home_series)
    names = max(cells(words) for each in lines for words in (each.name, each.good.value)) + 1
    months = len(lines[0].points)
    columns = _columns(lines)
    room = (width - names - columns.all) // max(1, months)
    if months == 1:
        return [*(_alone(each, names, columns) for each in lines), *_legend(lines, width)]
    thick = min(WIDEST, room)
    tall = ROWS if apart else 1
    shown: list[Content] = []
    for each in lines:
        shown += _beside(each, names, thick, tall, columns) if room > 0 else _below(each, width, columns)
        shown += [said("")] if apart else []
    return [*shown, *_legend(lines, width)]


def _alone(series: Series, names: int, columns: Columns) -> Content:
    value, _ = _newest(series, columns)
    return line(series.name.ljust(names), value, "  ", (series.good.value, "$quiet"))


def _beside(series: Series, names: int, thick: int, tall: int, columns: Columns) -> Iterator[Content]:
    upper, *lower = _bars(series, tall, thick=thick)
    value, change = _newest(series, columns)
    yield line(series.name.ljust(names), upper, value, "  ", change)
    yield line((series.good.value.ljust(names), "$quiet"), *lower)


def _below(series: Series, width: int, columns: Columns) -> Iterator[Content]:
    value, change = _newest(series, columns)
    names = min(len("promises kept"), width - columns.all)
    yield line(cell(series.name, names), value, "  ", change)
    months = max(0, width - BETWEEN - cells(series.good.value))
    (bars,) = _bars(series, 1, months)
    yield line(bars, "  ", (series.good.value, "$quiet"))


def _latest(series: Series) -> str:
    """Write the newest figure, a large one whole."""
    if series.latest is None or abs(series.latest) < WHOLE_FROM:
        return series.said_latest
    return written(floor(series.latest + 0.5), series.unit)


def _change(series: Series) -> str:
    """Write the change, a large one whole."""
    if series.change is None or abs(series.change) < WHOLE_FROM:
        return series.said_change
    return written_change(floor(series.change + 0.5), series.unit)


def _newest(series: Series, columns: Columns) -> tuple[Content, tuple[str, str]]:
    judged = {True: "$good", False: "$alarm", None: "$quiet"}[series.better]
    return cell(_latest(series), columns.value, "bold", "right"), (_change(series), judged)


def _bars(series: Series, rows: int, months: int | None = None, *, thick: int = 1) -> list[Content]:
    """Draw a bar a month, the newest at the right, in so many rows, the top one first; each so many cells thick."""
    points = series.points if months is None else series.points[max(0, len(series.points) - months) :]
    known = [value for _, value in series.points if value is not None]
    low, high = min([0.0, *known]), max([0.0, *known])
    tone = "$you" if series.good is Good.DOWN else "$them"

    def row(at: int) -> Content:
        return line(
            *(
                (_bar(value, at, rows, low, high) * thick, tone)
                if value is not None
                else _mark(series, month, at, thick)
                for month, value in points
            )
        )

    return [row(at) for at in reversed(range(rows))]


def _bar(value: float, at: int, rows: int, low: float, high: float) -> str:
    """Draw one row of one bar, `at` counted from the bottom.

    Of the smallest, too, something is to be seen; the tallest of several rows don't touch the line above.
    """
    whole = round((value - low) / (high - low) * (rows * STEPS - (rows > 1))) if high > low else 0
    return EIGHTHS[max(0 if at else 1, min(STEPS, whole - at * STEPS))]


def _mark(series: Series, month: Month, at: int, thick: int) -> tuple[str, str]:
    """Draw one row of a month without a value: a line through all rows where it was skipped, else a word's worth."""
    if month in series.skipped:
        return MARKS[State.SKIPPED].ljust(thick), "$faint"
    return (" " if at else MARKS[State.NOT_RATED]).ljust(thick), "$quiet"


def _legend(lines: Sequence[Series], width: int) -> list[Content]:
    """Say what the arrows compare, what the marks mean that there are, and what is known of a figure that is not."""
    changed = any(each.change is not None for each in lines)
    missing = {month in each.skipped for each in lines for month, value in each.points if value is None}
    parts = [
        COMPARED if changed else ONE_REVIEW if len(lines[0].points) == 1 else "",
        NO_REVIEW if True in missing else "",
        (NOT_KNOWN if len(lines[0].points) > 1 else ALONE_NOT_KNOWN) if False in missing else "",
        *(f"{each.name}: {each.partly}" for each in lines if each.partly),
    ]
    rows: list[str] = []
    for part in filter(None, parts):
        if rows and cells(rows[-1]) + BETWEEN + cells(part) <= width:
            rows[-1] = f"{rows[-1]}{' ' * BETWEEN}{part}"
        else:
            rows.append(part)
    return [each for row in rows for each in wrapped(said(row, "$quiet"), width)]
