"""The palette on screen: a line to type in, and below it what has those words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from review import text as texts
from tui.palette.entries import Entry, found
from tui.safe_text import cells, safe
from tui.widgets.dialogs import Dialog, DialogBox
from tui.widgets.line_input import LineInput
from tui.widgets.lines import cell, line, spot
from tui.widgets.row import Row
from tui.widgets.rows import Rows

NOTHING = "Nothing has these words."
NOT_YET = "Nothing has these words. Names are found once a session is finished."
GAP = 3
"""Cells between a name and what is said about it."""


class Found(Rows, can_focus=False):
    """The entries found. Keys go to the line above it all the time, and move the cursor here."""

    @property
    def _bar(self) -> str:
        return "▌"


class PaletteDialog(Dialog[Entry | None]):
    """Every entry, until words are typed; gives the one that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "close", id="palette.close", show=False),
        Binding("down", "step(1)", "next", id="palette.down", show=False),
        Binding("up", "step(-1)", "before", id="palette.up", show=False),
        Binding("pagedown", "page(1)", "page down", id="palette.page_down", show=False),
        Binding("pageup", "page(-1)", "page up", id="palette.page_up", show=False),
    ]
    DEFAULT_CSS = """
    PaletteDialog {
        & DialogBox { height: 80%; }
        & LineInput { margin-bottom: 1; }
        & Found { height: 1fr; }
        & Found > .rows--bar { color: $you; }
        &.-low DialogBox { height: 100%; }
    }
    """

    def __init__(self, title: str, entries: Sequence[Entry], *, hint: str = "", nothing: str = NOTHING) -> None:
        super().__init__()
        self._title = title
        self._entries = entries
        self._longest = max((cells(safe(each.name)) for each in entries), default=0)
        self._field = LineInput("", hint, texts.LABEL_LENGTH)
        self._found = Found(self._rows(entries), empty=nothing)

    def compose(self) -> ComposeResult:
        """The line and what is found, in their box."""
        yield DialogBox(self._title, "", self._field, self._found)

    def on_mount(self) -> None:
        """Begin in the line."""
        self._field.focus()

    def _rows(self, entries: Sequence[Entry]) -> list[Row]:
        return [
            Row(str(self._entries.index(each)), partial(_drawn, each, self._longest), facts=(each.name, each.aside))
            for each in entries
        ]

    @on(LineInput.Changed)
    def _typed(self, event: LineInput.Changed) -> None:
        event.stop()
        rows = self._rows(found(self._entries, event.value))
        self._found.set_rows(rows, current=rows[0].key if rows else None)
        self._found.scroll_home(animate=False)

    @on(LineInput.Finished)
    def _finished(self, event: LineInput.Finished) -> None:
        event.stop()
        if event.key == "tab":
            self.action_step(1)
        else:
            self._choose(self._found.current)

    @on(Rows.Touched)
    def _touched(self, event: Rows.Touched) -> None:
        event.stop()
        self._choose(event.key)

    def _choose(self, key: str | None) -> None:
        if key is not None:
            self.dismiss(self._entries[int(key)])

    def action_step(self, direction: int) -> None:
        """Go to the next entry (1) or the one before (-1)."""
        self._found.action_step(direction)

    def action_page(self, direction: int) -> None:
        """Go on (1) or back (-1) by as many as can be seen."""
        self._found.action_page(direction)

    def action_leave(self) -> None:
        """Close without a choice."""
        self.dismiss(None)

    def clicked_beside(self) -> None:
        """Close without a choice, as Esc does."""
        self.action_leave()


def _drawn(entry: Entry, longest: int, width: int, current: bool) -> list[Content]:  # noqa: FBT001 - as rows are drawn
    width = max(1, width - 1)  # the bar that scrolls touches no word
    names = min(longest, max(width // 2, width - GAP - cells(safe(entry.aside))))
    aside = cell(entry.aside, max(0, width - names - GAP), "$quiet")
    name = cell(entry.name, names, "bold" if current else "")
    return [spot(line(name, " " * min(GAP, width - names), aside), "entry")]
