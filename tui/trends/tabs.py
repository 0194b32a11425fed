"""The line of views to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from tui.safe_text import cells
from tui.widgets.lines import line, said, spot

BETWEEN = (2, 1)
"""Cells between two names: as many as fit."""

HERE = "▸"
"""Stands before the chosen one: some terminals have no colour."""


class Tabs(Widget):
    """Names with their digits, one of them chosen.

    Where the names don't all fit, the short ones stand there; where these don't either, the chosen one alone, with how
    to come to the others. No name is ever cut.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = "Tabs { height: 1; width: 1fr; }"

    class Picked(Message):
        """A name, or an arrow to the one before or after, was clicked; `at` is its place, from 0."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    def __init__(self, names: Sequence[str], short: Sequence[str], *, id: str | None = None) -> None:  # noqa: A002 - the name that Textual's widgets have
        super().__init__(id=id)
        self._names = tuple(names)
        self._short = tuple(short)
        self._chosen = 0

    def choose(self, at: int) -> None:
        """Show which one is chosen."""
        self._chosen = at
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line."""
        del container, viewport, width
        return 1

    def render(self) -> Content:
        """Draw the names."""
        for names in (self._names, self._short):
            numbered = [f"{HERE if at == self._chosen else ''}{at + 1} {name}" for at, name in enumerate(names)]
            for between in BETWEEN:
                if sum(map(cells, numbered)) + between * (len(numbered) - 1) <= self.size.width:
                    return Content(" " * between).join(self._drawn(at, text) for at, text in enumerate(numbered))
        return self._alone()

    def _drawn(self, at: int, text: str) -> Content:
        return spot(said(text, "bold $you" if at == self._chosen else "$quiet"), str(at))

    def _alone(self) -> Content:
        """Name the chosen one, and say how to come to the others, in as many words as fit."""
        total = len(self._names)
        chosen = line(
            spot(said("◂ ", "$quiet"), str((self._chosen - 1) % total)),
            (f"{self._chosen + 1} {self._names[self._chosen]}", "bold $you"),
            spot(said(" ▸", "$quiet"), str((self._chosen + 1) % total)),
        )
        ways = (f"one of {total} views: Tab or 1–{total} shows another", f"Tab or 1–{total}: other views", "")
        room = self.size.width - chosen.cell_length - 2
        words = next(each for each in ways if cells(each) <= max(0, room))
        return line(chosen, (f"  {words}", "$quiet"))

    def on_click(self, event: events.Click) -> None:
        """Pick what was clicked."""
        at = event.style.meta.get("spot")
        if at is not None:
            self.post_message(self.Picked(int(at)))
