"""The line that ends the ritual: finish, read the summary first, and how long it took so far; or what is missing."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.widget import Widget

from review import text as texts
from tui.widgets.lines import line, said, spot
from tui.widgets.remapped import key_now
from tui.widgets.shown_key import shown_key


class FinishLine(Widget):
    """A block to finish by, and the summary beside it; a click presses the key."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "FinishLine { height: 1; }"

    def __init__(self, words: str, *, id: str | None = None) -> None:  # noqa: A002 - the name that Textual's widgets have
        super().__init__(id=id)
        self._words = words
        self._minutes = 0
        self._missing = ""

    def show(self, words: str, minutes: int, missing: str = "") -> None:
        """Show what finishing is called, and the minutes spent; none are said below one.

        While something is *missing*, the line says what.
        """
        if (words, minutes, missing) != (self._words, self._minutes, self._missing):
            self._words, self._minutes, self._missing = words, minutes, missing
            self.refresh()

    def render(self) -> Content:
        """The parts that fit, the first in any case."""
        return self._not_yet() if self._missing else self._ready()

    def _not_yet(self) -> Content:
        block = said(f"  {self._key('ctrl+f')}  {self._words}  ", "bold $on-quiet on $quiet")
        whole = line(block, "   ", (self._missing, "$warn"))
        if whole.cell_length <= self.size.width:
            return whole
        return said(self._missing, "$warn").truncate(max(1, self.size.width), ellipsis=True)

    def _ready(self) -> Content:
        block = spot(said(f"  {self._key('ctrl+f')}  {self._words}  ", "bold $on-mark on $mark"), "ctrl+f")
        read = spot(line("   ", (self._key("s"), "bold $you"), ("  read the summary first", "$quiet")), "s")
        spent = f"{texts.plural(self._minutes, 'minute')} so far" if self._minutes else ""
        whole = line(block, read, (f"     {spent}", "$quiet"))
        if whole.cell_length <= self.size.width:
            return whole
        return line(block, read) if block.cell_length + read.cell_length <= self.size.width else block

    def _key(self, usual: str) -> str:
        return shown_key(key_now(self, usual))

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        press = event.style.meta.get("spot")
        if press:
            self.app.simulate_key(key_now(self, press))
