"""Boxes drawn inside one list, so that one cursor walks through all of them; and words that can be clicked in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content

from tui.safe_text import cells, fit
from tui.widgets.lines import line, said, spot, wrapped
from tui.widgets.row import Row

EDGES = 6
"""Cells that the two sides of a box take, with the space inside them."""

CHOSEN = "▸"
"""Stands before the answer that was chosen."""


def boxed(title: str, rows: Sequence[Row]) -> list[Row]:
    """Put rows into a box with a title in its upper edge; the edges are skipped by the cursor."""
    upper = Row(f"{title}, upper edge", lambda width, _: [_upper(title, width)], title, choosable=False)
    lower = Row(f"{title}, lower edge", lambda width, _: [_lower(width)], title, choosable=False)
    return [upper, *(_inside(row) for row in rows), lower]


def apart(groups: Iterable[Sequence[Row]], between: Sequence[Row]) -> list[Row]:
    """Put rows between groups of rows."""
    shown: list[Row] = []
    for group in groups:
        shown += [*(between if shown else ()), *group]
    return shown


def _upper(title: str, width: int) -> Content:
    shown = fit(title, max(0, width - EDGES))
    left = max(0, width - cells(shown) - 5)
    return line(("╭─ ", "$edge"), (shown, "$quiet"), (f" {'─' * left}╮", "$edge"))


def _lower(width: int) -> Content:
    return said(f"╰{'─' * max(0, width - 2)}╯", "$edge")


def _inside(row: Row) -> Row:
    def draw(width: int, current: bool) -> list[Content]:  # noqa: FBT001 - as rows are drawn
        inner = max(1, width - EDGES)
        return [_between_sides(drawn, inner) for drawn in row.draw(inner, current)]

    return Row(row.key, draw, row.facts, row.choosable)


def _between_sides(drawn: Content, width: int) -> Content:
    kept = drawn.truncate(width, ellipsis=True)
    return line(("│  ", "$edge"), kept, " " * (width - kept.cell_length), ("  │", "$edge"))


def choice(digit: int, words: str, *, chosen: bool, offered: bool = True) -> Content:
    """Draw an answer with its digit, as a place to click known by the digit; one that can't be given is quiet.

    The chosen one is marked by more than colour: some terminals have none.
    """
    if chosen:
        return spot(said(f"{CHOSEN}{digit} {words} ", "bold $on-mark on $mark"), str(digit))
    if not offered:
        return spot(said(f" {digit} {words} ", "$quiet"), str(digit))
    return spot(line((f" {digit}", "$you"), f" {words} "), str(digit))


def flowing(parts: Iterable[Content], width: int) -> list[Content]:
    """Set parts one after the other in lines of at most *width* cells; only a part that is longer is broken."""
    lines: list[Content] = []
    for part in parts:
        if lines and lines[-1].cell_length + part.cell_length <= width:
            lines[-1] = line(lines[-1], part)
        else:
            lines += wrapped(part, width) if part.cell_length > width else [part]
    return lines
