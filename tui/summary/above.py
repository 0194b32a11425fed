"""The line above a page to read: the program, what is read, what this run is marked with, and an aside at the right."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.content import Content

from tui.marks import marks_of
from tui.widgets.lines import line, said


def above(app: App[Any], what: str, aside: str = "") -> Content:
    """Set the line as wide as the screen, but for two cells at each end; made-up data is marked on every screen."""
    marks = marks_of(app)
    left = line(("obsess-review", "bold"), "  ", (what, "$quiet"), (f"  {marks}" if marks else "", "$warn"))
    right = said(aside, "$quiet")
    room = app.size.width - 4 - left.cell_length - right.cell_length
    return line(left, " " * max(1, room), right)
