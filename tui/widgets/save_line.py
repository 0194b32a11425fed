"""The last line of a form: how to save it and how to leave it, for keys and for the mouse."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui.widgets.lines import line, said, spot


class SaveLine(Widget, can_focus=True):
    """Says what Enter does in the field at hand. It can be gone to itself, and then Enter saves."""

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
        self._last = False
        self._multiline = False
        self._warning = ""

    def stand(self, *, last: bool, multiline: bool) -> None:
        """Say what Enter does in the last field, or in one of several lines, or in any other."""
        self._last, self._multiline = last, multiline
        self.refresh()

    def warn(self, words: str) -> None:
        """Say this instead of how to leave; empty takes it back."""
        self._warning = words
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
        """The block that saves, and the keys beside it."""
        saves = self.has_focus or (self._last and not self._multiline)
        words = f" Enter  {self._save} " if saves else f" {self._save} "
        block = spot(said(words, "bold $on-mark on $mark" if saves else "bold $on-quiet on $quiet"), "save")
        leave = spot(line(("Esc", "bold $you"), (" cancel", "$quiet")), "cancel")
        onward = [] if saves else [("Tab" if self._multiline else "Enter", "bold $you"), (" next   ", "$quiet")]
        return line("  ", block, "   ", *onward, said(self._warning, "$alarm") if self._warning else leave)
