"""The line at the foot of a screen that says what the keys do now."""

from collections.abc import Sequence

from msgspec import Struct
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tui.safe_text import cells, safe
from tui.widgets.lines import line, spot
from tui.widgets.remapped import key_instead
from tui.widgets.shown_key import shown_key

BETWEEN = 2
"""Cells between two keys."""


class Hint(Struct, frozen=True):
    """A key as it is written and what it does. A click presses `press`; hints of low `priority` leave first."""

    shown: str
    words: str
    press: str | None = None
    priority: int = 0

    @property
    def width(self) -> int:
        """The cells it takes."""
        return cells(safe(self.shown)) + 1 + cells(safe(self.words))


def fitting(hints: Sequence[Hint], width: int) -> list[Hint]:
    """The hints that fit whole into *width* cells, in their order; of equal priority the later ones leave first."""
    kept = list(hints)
    while kept and sum(hint.width + BETWEEN for hint in kept) - BETWEEN > width:
        least = min(range(len(kept)), key=lambda place: (kept[place].priority, -place))
        del kept[least]
    return kept


class KeyBar(Widget):
    """Keys and what they do, in one line; what doesn't fit is left out whole."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyBar {
        dock: bottom;
        height: 1;
        padding: 0 1;
        background: $surface;
    }
    """

    def __init__(
        self,
        hints: Sequence[Hint] = (),
        *,
        id: str | None = None,  # noqa: A002 - the name that Textual's widgets have
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._hints = tuple(hints)

    def set_hints(self, hints: Sequence[Hint]) -> None:
        """Replace what is shown."""
        if tuple(hints) != self._hints:
            self._hints = tuple(hints)
            self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line."""
        del container, viewport, width
        return 1

    def render(self) -> Content:
        """The hints that fit."""
        hints = [self._as_remapped(hint) for hint in self._hints]
        shown = [_drawn(hint) for hint in fitting(hints, self.size.width)]
        return Content(" " * BETWEEN).join(shown)

    def _as_remapped(self, hint: Hint) -> Hint:
        """Give the hint with the key that the settings have put in the place of its own."""
        instead = key_instead(self, hint.press) if hint.press else None
        if hint.press is None or instead is None:
            return hint
        written, now = shown_key(hint.press), shown_key(instead)
        shown = " ".join(now if key == written else key for key in hint.shown.split(" "))
        return Hint(shown, hint.words, instead, hint.priority)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        press = event.style.meta.get("spot")
        if press:
            self.app.simulate_key(press)


def _drawn(hint: Hint) -> Content:
    content = line((hint.shown, "bold $you"), " ", (hint.words, "$quiet"))
    return spot(content, hint.press) if hint.press else content
