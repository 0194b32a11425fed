"""The tables of a view: columns aligned; where they can't stand side by side, each name has a line of its own."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from review.trends.page import Column, Interval, Table, TableRow
from tui.safe_text import cells, safe
from tui.trends.ink import Ink, Text, blank, put

GAPS = (3, 2, 1)
"""Cells between two columns: as many as fit."""

LEAST_NAME = 24
"""Cells below which names are not cut; they get a line of their own instead."""

LEAST_TEXT = 8
INDENT = 2


class Widths(Struct, frozen=True):
    """The cells of each column, those between them, and whether the first column has a line of its own."""

    columns: tuple[int, ...]
    gap: int
    stacked: bool = False


def widths(table: Table, width: int) -> Widths:
    """Share the cells among the columns."""
    wanted = [_wanted(table, at) for at in range(len(table.columns))]
    least = [min(want, _least(table, at)) for at, want in enumerate(wanted)]
    for columns in (wanted, least):
        for gap in GAPS:
            room = width - gap * (len(columns) - 1)
            if sum(columns) <= room:
                return Widths(tuple(_shared(wanted, least, room)), gap)
    return _stacked(wanted, least, width)


def _stacked(wanted: Sequence[int], least: Sequence[int], width: int) -> Widths:
    room = width - INDENT
    gap = next((each for each in GAPS if sum(least[1:]) + each * (len(least) - 2) <= room), GAPS[-1])
    rest = _shared(wanted[1:], least[1:], room - gap * (len(least) - 2))
    return Widths((width, *rest), gap, stacked=True)


def _wanted(table: Table, at: int) -> int:
    column = table.columns[at]
    return max([cells(column.name), *(cells(safe(column.said(row.values[at]))) for row in table.rows)])


def _least(table: Table, at: int) -> int:
    if table.columns[at].unit is not None:
        return _wanted(table, at)
    return LEAST_NAME if at == 0 else LEAST_TEXT


def _shared(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Give each column what it wants, or take from the widest that can give until all fit."""
    shared = list(wanted)
    while sum(shared) > room:
        giving = [at for at in range(len(shared)) if shared[at] > least[at]]
        if not giving:
            break
        shared[max(giving, key=lambda at: shared[at])] -= 1
    return shared


def head(table: Table, found: Widths) -> Text:
    """Name the columns."""
    first = () if found.stacked else (put(table.columns[0].name, found.columns[0], Ink.QUIET),)
    lead = blank(INDENT - found.gap) if found.stacked else None
    rest = _set(found, [(column.name, Ink.QUIET, column) for column in table.columns[1:]])
    return (*first, *((lead,) if lead else ()), *rest)


def row(table: Table, each: TableRow, found: Widths, *, current: bool) -> list[Text]:
    """Write a row in one line, or in two where its name has a line of its own."""
    name = put(table.columns[0].said(each.values[0]), found.columns[0], Ink.STRONG if current else Ink.PLAIN)
    rest = _set(
        found,
        [
            (column.said(value), _ink(value), column)
            for column, value in zip(table.columns[1:], each.values[1:], strict=True)
        ],
    )
    return [(name,), (blank(INDENT - found.gap), *rest)] if found.stacked else [(name, *rest)]


def _ink(value: object) -> Ink:
    return Ink.QUIET if isinstance(value, Interval) else Ink.PLAIN


def _set(found: Widths, parts: Sequence[tuple[str, Ink, Column]]) -> Text:
    return tuple(
        piece
        for (text, ink, column), width in zip(parts, found.columns[1:], strict=True)
        for piece in (blank(found.gap), put(text, width, ink, "right" if column.unit else "left"))
    )
