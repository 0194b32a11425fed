"""The tables of a view: columns aligned; where they can't stand side by side, each name has a line of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from review.trends.page import Column, Interval, Table, TableRow
from tui.safe_text import cells, fit, safe
from tui.trends.ink import Ink, Text, blank, flowed, put

GAPS = (3, 2, 1)
"""Cells between two columns: as many as fit."""

LEAST_NAME = 24
"""Cells below which names are not cut; they get a line of their own instead."""

LEAST_TEXT = 14
INDENT = 2


class Form(StrEnum):
    """How a row stands: in one line, under a line of its own for the name, or with each value named."""

    SIDE_BY_SIDE = "side by side"
    STACKED = "stacked"
    SPELLED = "spelled"


class Widths(Struct, frozen=True):
    """The cells of each column, those between them, and how a row stands.

    Where each value has its name beside it, the columns are two: one for the name of the row, one for all values.
    """

    columns: tuple[int, ...]
    gap: int
    form: Form = Form.SIDE_BY_SIDE


def widths(table: Table, width: int) -> Widths:
    """Share the cells among the columns."""
    wanted = [_wanted(table, at) for at in range(len(table.columns))]
    least = [min(want, _least(table, at)) for at, want in enumerate(wanted)]
    for columns in (wanted, least):
        for gap in GAPS:
            room = width - gap * (len(columns) - 1)
            if sum(columns) <= room:
                return Widths(tuple(_shared(wanted, least, room)), gap)
    return _stacked(wanted, width)


def _stacked(wanted: Sequence[int], width: int) -> Widths:
    room = width - INDENT
    for gap in GAPS:
        if sum(wanted[1:]) + gap * (len(wanted) - 2) <= room:
            return Widths((width, *wanted[1:]), gap, Form.STACKED)
    return Widths((width, room), GAPS[1], Form.SPELLED)


def _wanted(table: Table, at: int) -> int:
    column = table.columns[at]
    return max([cells(column.name), *(cells(safe(column.said(row.values[at]))) for row in table.rows)])


def _least(table: Table, at: int) -> int:
    if table.columns[at].unit is not None or table.columns[at].whole:
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


def head(table: Table, found: Widths) -> list[Text]:
    """Name the columns; not where each value has its name beside it."""
    if found.form is Form.SPELLED:
        return []
    rest = [(column.name, Ink.QUIET, column) for column in table.columns[1:]]
    if found.form is Form.STACKED:
        first = table.columns[0].name
        return [*([(put(first, found.columns[0], Ink.QUIET),)] if first else []), _set(found, rest, INDENT)]
    return [(put(table.columns[0].name, found.columns[0], Ink.QUIET), *_set(found, rest, found.gap))]


def row(table: Table, each: TableRow, found: Widths, *, current: bool) -> list[Text]:
    """Write a row in one line, or in several where its name has a line of its own."""
    name = put(table.columns[0].said(each.values[0]), found.columns[0], Ink.STRONG if current else Ink.PLAIN)
    values = zip(table.columns[1:], each.values[1:], strict=True)
    rest = [(column.said(value), _ink(value), column) for column, value in values]
    match found.form:
        case Form.SIDE_BY_SIDE:
            return [(name, *_set(found, rest, found.gap))]
        case Form.STACKED:
            return [(name,), _set(found, rest, INDENT)]
        case Form.SPELLED:
            return [(name,), *_spelled(found, rest)]


def _ink(value: object) -> Ink:
    return Ink.QUIET if isinstance(value, Interval) else Ink.PLAIN


def _set(found: Widths, parts: Sequence[tuple[str, Ink, Column]], lead: int) -> Text:
    """Set values into their columns, after so many cells."""
    gaps = (lead, *[found.gap] * (len(parts) - 1))
    return tuple(
        piece
        for (text, ink, column), width, gap in zip(parts, found.columns[1:], gaps, strict=True)
        for piece in (blank(gap), put(text, width, ink, "right" if column.unit else "left"))
    )


def _spelled(found: Widths, parts: Sequence[tuple[str, Ink, Column]]) -> Iterator[Text]:
    """Write each value with the name of its column, as many to a line as fit."""
    room = found.columns[1]
    named: list[Text] = [
        ((fit(safe(f"{column.name} {text}".strip()), room), ink),) for text, ink, column in parts if text
    ]
    for line in flowed(named, room, found.gap):
        yield (blank(INDENT), *line)
