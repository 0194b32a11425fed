"""Help: what the screen at hand is for, and every key that works there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from tui.keys_in_words import AROUND, does, written
from tui.safe_text import cells
from tui.widgets.lines import line, said
from tui.widgets.remapped import any_changed
from tui.widgets.shown_key import shown_key

USUAL = "These sentences name the usual keys. Below, each key is as you have set it."

STANDS_ASIDE = {"scroll_up", "scroll_down", "scroll_left", "scroll_right", "page_up", "page_down", "submit"}
"""What Textual binds in every field and box, and does not do where there is nothing to scroll, or a form goes on."""


def keys_of(screen: Screen[object]) -> list[tuple[str, str]]:
    """Give the keys that work on a screen now, with what they do; keys for one thing stand together.

    What a screen has for itself stands first; moving about and typing, which are the same everywhere, come after.
    """
    own: dict[str, list[str]] = {}
    same: dict[str, list[str]] = {}
    for key, binding in _working(screen):
        what = _does(screen, binding)
        if what:
            found = own if binding.description and binding.id else same
            found.setdefault(what, []).append(shown_key(key))
    for what in own.keys() & same.keys():
        own[what] += same.pop(what)
    return [(written(keys), what) for what, keys in (own | same).items()]


def _working(screen: Screen[object]) -> Iterator[tuple[str, Binding]]:
    """Give the keys that work now; those of the app that work over dialogs too, where Textual leaves them out."""
    active = screen.active_bindings
    for key, each in active.items():
        if each.enabled:
            yield key, _behind(screen, key, each.binding) if each.binding.action in STANDS_ASIDE else each.binding
    for key, bindings in screen.app._bindings.key_to_bindings.items():  # noqa: SLF001 - there is no public way to ask
        if key not in active or active[key].binding.id is None:
            yield from ((key, each) for each in bindings if each.priority)


def _behind(screen: Screen[object], key: str, binding: Binding) -> Binding:
    """Give what a key does where the widget that has the focus leaves it to those around it."""
    around = (bound.key_to_bindings.get(key, ()) for _, bound in screen._modal_binding_chain)  # noqa: SLF001 - see above
    return next((each for bindings in around for each in bindings if each.id is not None), binding)


def _does(screen: Screen[object], binding: Binding) -> str:
    if binding.id is not None:
        return does(binding)
    return AROUND.get(binding.action, "") if len(screen.focus_chain) > 1 else ""


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
            yield from (said(part, "bold" if part.endswith("?") else "") for part in sentence.split("\n"))
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
