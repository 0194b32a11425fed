"""Help: what the screen at hand is for, and every key that works there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from tui.safe_text import cells
from tui.widgets.lines import line, said
from tui.widgets.remapped import any_changed
from tui.widgets.shown_key import shown_key

USUAL = "These sentences name the usual keys. Below, each key is as you have set it."


def keys_of(screen: Screen[object]) -> list[tuple[str, str]]:
    """Give the keys that work on a screen now, with what they do; keys for one thing stand together."""
    found: dict[str, list[str]] = {}
    for key, active in screen.active_bindings.items():
        if active.enabled and active.binding.description and active.binding.id is not None:
            found.setdefault(active.binding.description, []).append(shown_key(key))
    return [(" ".join(dict.fromkeys(keys)), words) for words, keys in found.items()]


class HelpScreen(ModalScreen[None]):
    """A page over the screen at hand, closed by Esc or another ?."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,q,enter", "dismiss_help", "close", id="help.close"),
        Binding("down,j", "scroll(1)", "down", id="help.down"),
        Binding("up,k", "scroll(-1)", "up", id="help.up"),
        Binding("pagedown,space", "scroll(10)", "page down", id="help.page_down"),
        Binding("pageup", "scroll(-10)", "page up", id="help.page_up"),
    ]

    def __init__(self, title: str, sentences: Sequence[str], keys: Sequence[tuple[str, str]]) -> None:
        self._title = title
        self._sentences = sentences
        self._keys = keys
        super().__init__()

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        with VerticalScroll(id="page", can_focus=False) as page:
            page.border_title = Content(self._title)
            yield Static(Content("\n").join(list(self._lines())), id="text")

    def _lines(self) -> Iterable[Content]:
        for sentence in self._sentences:
            yield from (said(part) for part in sentence.split("\n"))
            yield Content("")
        if self._sentences and any_changed(self):
            yield said(USUAL, "$quiet")
            yield Content("")
        column = max((cells(key) for key, _ in self._keys), default=0) + 3
        for key, what in self._keys:
            yield line((key, "bold $you"), " " * (column - cells(key)), what)
        yield Content("")
        yield said("Esc closes this.", "$quiet")

    def on_click(self, event: Click) -> None:
        """A click beside the page, or on the line that says how it is closed, closes it as Esc does."""
        text = self.query_one("#text", Static)
        if event.widget is self or (event.widget is text and event.y == text.size.height - 1):
            self.dismiss(None)

    def action_scroll(self, by: int) -> None:
        """Scroll by so many lines."""
        self.query_one("#page", VerticalScroll).scroll_relative(y=by, animate=False)

    def action_dismiss_help(self) -> None:
        """Close the help."""
        self.dismiss(None)
