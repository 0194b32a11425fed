"""The line of views to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from tui.safe_text import cells
from tui.widgets.lines import said, spot

BETWEEN = 2


class Tabs(Widget):
    """Names with their digits, one of them chosen. Where they don't all fit, those farthest from it show the digit."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Tabs { height: 1; width: 1fr; }"

    class Picked(Message):
        """A view was clicked; `at` is its place, from 0."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    def __init__(self, names: Sequence[str], *, id: str | None = None) -> None:  # noqa: A002 - the name that Textual's widgets have
        super().__init__(id=id)
        self._names = tuple(names)
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
        shown = self._shown(self.size.width)
        return Content(" " * BETWEEN).join(self._drawn(at, text) for at, text in enumerate(shown))

    def _shown(self, width: int) -> list[str]:
        shown = [f"{at} {name}" for at, name in enumerate(self._names, 1)]
        for at in sorted(range(len(shown)), key=lambda at: -abs(at - self._chosen)):
            if sum(map(cells, shown)) + BETWEEN * (len(shown) - 1) <= width:
                break
            shown[at] = str(at + 1) if at != self._chosen else shown[at]
        return shown

    def _drawn(self, at: int, text: str) -> Content:
        return spot(said(text, "bold $you" if at == self._chosen else "$quiet"), str(at))

    def on_click(self, event: events.Click) -> None:
        """Pick what was clicked."""
        at = event.style.meta.get("spot")
        if at is not None:
            self.post_message(self.Picked(int(at)))
