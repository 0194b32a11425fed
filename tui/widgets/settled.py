"""Widgets that are laid out once."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.reactive import Reactive
from textual.scrollbar import ScrollBar
from textual.visual import VisualType
from textual.widget import Widget
from textual.widgets import Static


class Settled(Widget):
    """A widget that asks for no second layout and frame when the first gives it its size.

    Textual lays the screen out again when a widget learns its size, in case it then wants another. Ours know what they
    want before; where a scroll bar comes or goes, that asks for a layout itself.
    """

    # Goes after a base of Textual's, whose styles Textual only takes from the first.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)

    def forget_height(self) -> None:
        """Have the height asked for anew, where Textual would keep one measured in a layout that is still under way."""
        self._layout_updates += 1


class SettledText(Static, Settled):
    """A text that is laid out and drawn anew only where it is another."""

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Replace the text."""
        now = self.content
        if not (isinstance(content, Content) and isinstance(now, Content) and content.is_same(now)):
            self.forget_height()
            super().update(content, layout=layout)


def foresee_bar(widget: Widget, room: Size, everything: Size) -> None:
    """Have the scroll bar there in the layout that finds it is needed; *room* is what is seen of *everything*."""
    widget.set_reactive(Widget.virtual_size, everything)
    widget.set_reactive(Widget.show_vertical_scrollbar, True)  # noqa: FBT003 - its value
    bar = widget.vertical_scrollbar
    bar.display = True
    bar.set_reactive(ScrollBar.virtual_size, room)
    bar.set_reactive(ScrollBar.window_virtual_size, everything.height)
    bar.set_reactive(ScrollBar.window_size, room.height)
