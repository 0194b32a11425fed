"""The line above a page to read: the program, what is read, what this run is marked with, and an aside at the right."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.content import Content

from tui.marks import marks_of
from tui.safe_text import cells, fit, safe
from tui.widgets.lines import line, said

LEAST = 8
"""Cells below which what is read is not named."""


def above(app: App[Any], what: str, aside: str = "") -> Content:
    """Set the line as wide as the screen, but for two cells at each end; made-up data is marked on every screen.

    Where not all has room, the program's name gives way, then *what* is cut, and left out before a mark is.
    """
    width = max(1, app.size.width - 4)
    marks = marks_of(app)
    everything = sum(map(cells, ("obsess-review", "  ", safe(what), f"  {marks}" if marks else "")))
    name = said("obsess-review", "bold") if everything <= width or not what else said("")
    marked = said(f"  {marks}" if marks else "", "$warn")
    room = width - name.cell_length - marked.cell_length - len("  ")
    if room - cells(aside) < LEAST + len("  "):
        aside = ""
    shown = fit(safe(what), room - (cells(aside) + len("  ") if aside else 0)) if room >= LEAST else ""
    between = "  " if shown and name.plain else ""
    left = line(name, between, (shown, "$quiet" if name.plain else "bold"), marked).truncate(width, ellipsis=True)
    return line(left, " " * (width - left.cell_length - cells(aside)), (aside, "$quiet"))
