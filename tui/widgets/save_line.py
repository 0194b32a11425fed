"""The last line of a form: how to save it and how to leave it, for keys and for the mouse."""

from enum import Enum
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui.widgets.lines import line, said, spot
from tui.widgets.remapped import key_of
from tui.widgets.shown_key import shown_key


class Onward(Enum):
    """What going on means in the field at hand: what it is called in the settings, its key and its word."""

    NEXT = ("form.next", "enter", "next")
    NEXT_BY_TAB = ("", "tab", "next")
    CLOSE = ("form.next", "enter", "close")
    SAVE = ("form.next", "enter", "save")


class SaveLine(Widget, can_focus=True):
    """Says what Enter and Esc do in the field at hand. It can be gone to itself: there Enter saves and Esc leaves."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "press('save')", show=False, id="form.save")]
    DEFAULT_CSS = """
    SaveLine { height: 1; }
    """

    class Pressed(Message):
        """Saving ("save") or leaving ("cancel") was asked for here."""

        def __init__(self, line: "SaveLine", name: str) -> None:
            super().__init__()
            self.line = line
            self.name = name

        @property
        def control(self) -> "SaveLine":
            """The line."""
            return self.line

    def __init__(self, save: str) -> None:
        super().__init__()
        self._save = save
        self._onward = Onward.NEXT
        self._edited = False

    def stand(self, onward: Onward, *, edited: bool) -> None:
        """Say what the keys do: gone to in a form in which something was *edited*, Esc leaves without saving it."""
        if (onward, edited) != (self._onward, self._edited):
            self._onward, self._edited = onward, edited
            self.refresh()

    def action_press(self, name: str) -> None:
        """Ask for saving or leaving."""
        self.post_message(self.Pressed(self, name))

    def on_click(self, event: events.Click) -> None:
        """Ask for what was clicked."""
        name = event.style.meta.get("spot")
        if name is not None:
            self.action_press(name)

    def render(self) -> Content:
        """The block that saves, with its key where one press of it saves, and the other keys beside it."""
        saves = self.has_focus or self._onward is Onward.SAVE
        id_, key, does = ("form.save", "enter", "") if self.has_focus else self._onward.value
        words = f" {self._key(id_, key)}  {self._save} " if saves else f" {self._save} "
        block = spot(said(words, "bold $on-mark on $mark" if saves else "bold $on-quiet on $quiet"), "save")
        onward = [] if saves else [(self._key(id_, key), "bold $you"), (f" {does}   ", "$quiet")]
        bar = ("▌ ", "$you") if self.has_focus else "  "
        return line(bar, block, "   ", *onward, self._leaving())

    def _leaving(self) -> Content:
        key = self._key("form.cancel", "escape")
        if self._edited and self.has_focus:
            return spot(line((key, "bold $alarm"), (" leave without saving", "$alarm")), "cancel")
        return spot(line((key, "bold $you"), (" cancel", "$quiet")), "cancel")

    def _key(self, id_: str, usual: str) -> str:
        return shown_key(key_of(self, id_, usual))
