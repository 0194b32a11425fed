"""A page of the trends for programs: numbers under keys that name their units, and nothing that needs a screen."""

from __future__ import annotations

from review.month import Month
from review.trends.page import (
    Block,
    Cell,
    Chart,
    Column,
    Grid,
    GridRow,
    Interval,
    Page,
    Sentences,
    Table,
    TableRow,
    Value,
)
from review.trends.series import Series

Json = dict[str, object]

DIGITS = 4
"""Decimals kept: more than any figure is exact to."""


def of_page(page: Page) -> Json:
    """Give a page's figures. Months are ``YYYY-MM``; None is a skipped month (which says so) or a figure not known."""
    return {
        "view": page.key,
        "title": page.title,
        "months": page.months,
        "sessions": page.sessions,
        "empty": page.empty or None,
        "note": page.note or None,
        "blocks": [_block(block) for block in page.blocks],
    }


def _block(block: Block) -> Json:
    match block:
        case Grid():
            return _grid(block)
        case Chart(title=title, series=series):
            return {"title": title, "series": [of_series(each) for each in series]}
        case Table():
            return _table(block)
        case Sentences(title=title, sentences=sentences):
            return {"title": title, "sentences": sentences}


def _grid(grid: Grid) -> Json:
    return {
        "title": grid.title,
        "good": grid.good.value,
        "rows": [_grid_row(row, grid) for row in grid.rows],
    }


def _grid_row(row: GridRow, grid: Grid) -> Json:
    cells = [_cell(month, cell, grid.key) for month, cell in zip(grid.months, row.cells, strict=True)]
    return {"id": row.about, "name": row.name, "outcome": row.outcome, "cells": cells}


def _cell(month: Month, cell: Cell, key: str) -> Json:
    return {"month": month, key: cell.value, "state": cell.state.value, "word": cell.word or None}


def of_series(series: Series) -> Json:
    """Give a series: its points under its key, which names the unit."""
    return {
        "key": series.key,
        "name": series.name,
        "good": series.good.value,
        "latest": _rounded(series.latest),
        "change_against_three_sessions_before": _rounded(series.change),
        "points": [_point(series, month, value) for month, value in series.points],
    }


def _point(series: Series, month: Month, value: float | None) -> Json:
    return {"month": month, series.key: _rounded(value), "skipped": month in series.skipped}


def _table(table: Table) -> Json:
    rows = [_table_row(row, table.columns) for row in table.rows]
    return {"title": table.title, "table": table.key, "note": table.note or None, "rows": rows}


def _table_row(row: TableRow, columns: tuple[Column, ...]) -> Json:
    values: Json = {column.key: _value(value) for column, value in zip(columns, row.values, strict=True)}
    about: Json = {"id": row.about} if row.about is not None else {}
    behind: Json = {"cases": [{"id": case.about, "text": case.text} for case in row.behind]} if row.behind else {}
    return {**about, **values, **behind}


def _value(value: Value) -> object:
    if isinstance(value, Interval):
        return {"low_share": _rounded(value.low), "high_share": _rounded(value.high)}
    return value if isinstance(value, str | bool) else _rounded(value)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)
