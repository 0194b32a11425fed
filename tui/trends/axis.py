"""The months of a view from left to right: how wide each is, which of them are seen, and their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from review import month as months
from review.month import Month
from tui.safe_text import cells
from tui.trends.ink import Ink, Piece, Text, blank, put

PITCHES = (7, 5, 4, 3)
"""Cells that a month may take, with the gap after it: the widest at which all months fit is taken."""

A_YEAR = 12
"""Months up to which a year need not be written."""

NAMED_FROM = 4
"""Cells from which a month is named by three letters instead of one."""


class Axis(Struct, frozen=True):
    """The months that are seen. `start` and `end` are their places among all `months`, `pitch` the cells of each."""

    months: tuple[Month, ...]
    start: int
    end: int
    pitch: int

    @property
    def cell(self) -> int:
        """The cells of a month without the gap after it."""
        return self.pitch - 1

    @property
    def width(self) -> int:
        """The cells that all the months seen take."""
        return (self.end - self.start) * self.pitch

    @property
    def seen(self) -> tuple[Month, ...]:
        """The months seen, oldest first."""
        return self.months[self.start : self.end]

    @property
    def later(self) -> int:
        """How many months are hidden at the right."""
        return len(self.months) - self.end


def axis(all_months: Sequence[Month], room: int, hidden: int = 0) -> Axis:
    """Set months into so many cells, the newest at the right; `hidden` of them are scrolled away there."""
    total = len(all_months)
    pitch = next((each for each in PITCHES if each * total <= room), PITCHES[-1])
    count = max(1, min(total, room // pitch))
    end = max(count, total - max(0, hidden))
    return Axis(tuple(all_months), min(total, end) - min(count, total), min(total, end), pitch)


def names(line: Axis) -> Text:
    """Name the months."""
    return tuple(piece for month in line.seen for piece in _name(line, month))


def _name(line: Axis, month: Month) -> Iterator[Piece]:
    letters = months.name(month)[: 3 if line.pitch >= NAMED_FROM else 1]
    yield put(letters, line.cell, Ink.QUIET, "center" if line.pitch < NAMED_FROM else "right")
    yield blank(1)


def years(line: Axis) -> Text:
    """Write each year over the first of its months that is seen."""
    written = ""
    for place, month in enumerate(line.seen):
        at = place * line.pitch
        if (place == 0 or month.endswith("-01")) and (not written or len(written) < at):
            written = f"{written.ljust(at)}{month[:4]}"
    return (put(written, line.width, Ink.QUIET),)


def beyond(line: Axis, left: int, right: int) -> tuple[str, str]:
    """Say how many months lie to the left and to the right of those seen, in so many cells; "" for none."""
    return _fitting(_earlier(line), left), _fitting(_later(line), right)


def beyond_both(line: Axis, room: int) -> str:
    """Say how many months lie on either side of those seen, in so many cells; "" for none."""
    (earlier, few), (later, fewer) = _earlier(line), _later(line)
    if not earlier or not later:
        return _fitting((earlier or later, few or fewer), room)
    return _fitting((f"{earlier} · {later}", f"{few} · {later}", f"{few} · {fewer}"), room)


def _earlier(line: Axis) -> tuple[str, str]:
    return (f"◂ {line.start} earlier", f"◂ {line.start}") if line.start else ("", "")


def _later(line: Axis) -> tuple[str, str]:
    return (f"{line.later} later ▸", f"{line.later} ▸") if line.later else ("", "")


def _fitting(forms: Sequence[str], room: int) -> str:
    return next((form for form in forms if cells(form) <= room), forms[-1])
