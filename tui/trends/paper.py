"""A page of the trends for paper, which can't be scrolled: months that don't fit stand above, the oldest first."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from msgspec import structs

from review import month as months
from review.trends.page import Block, Chart, Grid, GridRow, Page, State
from review.trends.series import Series
from tui.trends.ink import Ink, Text
from tui.trends.layout import Line, Room, axis_of, framed, noted_once, notes, sentence_lines

ABSENT = {State.AWAY, State.SKIPPED}


def printed(page: Page, width: int) -> Iterator[Text]:
    """Lay a page out in lines of at most so many cells."""
    return (line.draw(False) for line in _lines(page, Room(width)))  # noqa: FBT003 - no cursor on paper


def _lines(page: Page, room: Room) -> Iterator[Line]:
    for sentence in (page.empty, page.note):
        yield from sentence_lines(sentence, room.width, Ink.QUIET) if sentence else ()
    for block in noted_once(page.blocks):
        for band in _bands(block, room):
            yield from framed(band, room)
    for sentence in notes(page.blocks):
        yield from sentence_lines(sentence, room.width, Ink.QUIET)


def _bands(block: Block, room: Room) -> Iterator[Block]:
    """Cut a block whose months don't fit into as few as do, all about as long."""
    line = axis_of(block, room.inner)
    if line is None or not line.start:
        yield block
        return
    total = len(line.months)
    size = ceil(total / ceil(total / len(line.seen)))
    for end in range(total % size or size, total + 1, size):
        start = max(0, end - size)
        yield _cut(block, start, end, f"{months.title(line.months[start])} – {months.title(line.months[end - 1])}")


def _cut(block: Block, start: int, end: int, span: str) -> Block:
    """Keep some of the months, and in a grid those who were there in them."""
    match block:
        case Grid():
            rows = (structs.replace(row, cells=row.cells[start:end]) for row in block.rows)
            return structs.replace(
                block,
                title=f"{span}: {block.title}",
                months=block.months[start:end],
                rows=tuple(filter(_is_there, rows)),
            )
        case Chart():
            parts = tuple(_part(series, start, end) for series in block.series)
            goes_on = end < len(block.series[0].points)
            return Chart(f"{span}: {block.title}", parts, whole=block.series, goes_on=goes_on)
        case _:
            return block


def _is_there(row: GridRow) -> bool:
    return any(cell.state not in ABSENT for cell in row.cells)


def _part(series: Series, start: int, end: int) -> Series:
    return structs.replace(series, points=series.points[start:end])
