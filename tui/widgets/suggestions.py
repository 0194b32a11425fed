"""A short list below a text field of what could be meant."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from tui.safe_text import cells, safe
from tui.widgets.choice_line import CHOSEN
from tui.widgets.form_fields import matching
from tui.widgets.lines import cell

MOST = 6
"""Lines of the list."""

HOW_TO_TAKE, HOW_PICKED = "↓ takes a suggestion, Enter keeps yours", "Enter takes it"
"""What the last line says: before and after the cursor came into the list. Enter alone keeps what was typed."""

NARROWEST = 41
WIDEST = 42


class Suggestions(Widget):
    """What could be meant by the text typed so far; open only when there is something."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Suggestions {
        overlay: screen;
        constrain: none inside;
        display: none;
        background: $panel;
        color: $foreground;
    }
    """

    class Picked(Message):
        """A suggestion was clicked."""

        def __init__(self, suggestions: "Suggestions", text: str) -> None:
            super().__init__()
            self.suggestions = suggestions
            self.text = text

        @property
        def control(self) -> "Suggestions":
            """The list."""
            return self.suggestions

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__()
        self._texts = texts
        self._shown: list[str] = []
        self._at: int | None = None

    @property
    def open(self) -> bool:
        """Whether the list is to be seen."""
        return bool(self._shown)

    @property
    def picked(self) -> str | None:
        """The suggestion that the cursor is on."""
        return None if self._at is None else self._shown[self._at]

    def offer(self, typed: str) -> None:
        """Open with what could be meant, or close when nothing could."""
        self._show(matching(typed, self._texts, MOST))

    def close(self) -> None:
        """Go out of sight."""
        self._show([])

    def step(self, direction: int) -> None:
        """Move the cursor down (1) or up (-1); up from the first leaves the list open with none picked."""
        place = min((-1 if self._at is None else self._at) + direction, len(self._shown) - 1)
        self._at = None if place < 0 else place
        self.refresh()

    def _show(self, texts: list[str]) -> None:
        self._shown, self._at = texts, None
        self.display = bool(texts)
        self.refresh(layout=True)

    @property
    def size_wanted(self) -> Size:
        """The cells that the list takes."""
        longest = max((cells(safe(text)) for text in self._shown), default=0) + 2
        return Size(max(NARROWEST, min(WIDEST, longest)), len(self._shown) + 1)

    def render(self) -> Content:
        """The suggestions, the picked one as a block, and how to take one."""
        width, marked = self.size.width, "bold $on-mark on $mark"
        lines = [
            cell(f"{CHOSEN}{text}", width, marked) if place == self._at else cell(f" {text}", width)
            for place, text in enumerate(self._shown)
        ]
        how = HOW_TO_TAKE if self._at is None else HOW_PICKED
        return Content("\n").join([*lines, cell(f" {how}", width, "$quiet")])

    def on_click(self, event: events.Click) -> None:
        """Take the one that was clicked."""
        event.stop()
        if 0 <= event.y < len(self._shown):
            self.post_message(self.Picked(self, self._shown[event.y]))
