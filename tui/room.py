"""A line over any screen that says what size it needs, while the terminal is too small to work in."""

from __future__ import annotations

from typing import Any, TypeVar

from textual import events
from textual.app import App
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from tui import words
from tui.safe_text import cells
from tui.widgets.lines import said

LEAST_COLUMNS, LEAST_ROWS = 50, 14
"""The smallest terminal in which every step shows its question, a row to answer and what its keys do."""

Result = TypeVar("Result")


class RoomLine(Static):
    """The line. It lies where notices do, above all else, and takes no room from what is below it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    RoomLine { layer: _toastrack; dock: top; width: 100%; height: 1; background: $surface; color: $warn; }
    """


class TellsOfRoom(App[Result]):
    """An app that says on whatever screen is open that it has too little room, and stops as soon as there is enough."""

    def on_mount(self) -> None:
        """Tell it on screens to come as well."""
        self.screen_change_signal.subscribe(self, self._tell_of_room)

    def on_resize(self, event: events.Resize) -> None:
        """Tell it, or take it back, on the screen that is open."""
        if self.screen_stack:
            self._tell(self.screen, event.size)

    def _tell_of_room(self, screen: Screen[Any]) -> None:
        self._tell(screen, self.size)

    def _tell(self, screen: Screen[Any], size: Size) -> None:
        columns, rows = size
        lines = screen.query_children(RoomLine)
        if columns >= LEAST_COLUMNS and rows >= LEAST_ROWS:
            lines.remove()
            return
        ways = words.too_small((LEAST_COLUMNS, LEAST_ROWS), (columns, rows))
        told = said(next((way for way in ways if cells(way) <= columns), ways[-1]))
        if lines:
            lines.first(RoomLine).update(told)
        elif screen.is_attached:
            screen.mount(RoomLine(told))
