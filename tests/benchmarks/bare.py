"""The floor of everything on screen: the least that a Textual app does. Run by the installed Python.

A line above, a line of keys, and a text that any key changes. `n` goes to a screen with one line-drawn widget on it, as
a step of the ritual is drawn, and from there to the next such screen.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static


class Drawn(Widget):
    """Lines drawn one by one."""

    DEFAULT_CSS = "Drawn { height: 1fr; }"

    def __init__(self, words: str) -> None:
        self._words = words
        super().__init__()

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        from rich.segment import Segment

        return Strip([Segment(f"{self._words}, line {y}")]).adjust_cell_length(self.size.width)


class Next(Screen[None]):
    """A screen with one line-drawn widget."""

    def __init__(self, words: str) -> None:
        self._words = words
        super().__init__()

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Drawn(self._words)


class Bare(App[None]):
    """The least there is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit", "quit"),
        Binding("n", "next", "next"),
    ]
    _count = 0

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Static("bare Textual", id="above")
        yield Static("no key yet", id="text")
        yield Static("q quit  n next", id="keys")

    def on_key(self, event: Key) -> None:
        """Show that a key came."""
        if event.key not in {"q", "n"}:
            self._count += 1
            self.query_one("#text", Static).update(f"key {self._count}: {event.key}")

    def action_next(self) -> None:
        """Go to the next screen."""
        self._count += 1
        self.push_screen(Next(f"screen {self._count}"))


if __name__ == "__main__":
    Bare().run()
