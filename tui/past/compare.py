"""Two sessions side by side: what rose, what fell, who came and who went."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from review import month as months
from review.compare import compared
from review.history import History
from review.month import Month
from tui import words
from tui.past.side_by_side import drawn
from tui.summary.above import above
from tui.summary.leaf import Leaf
from tui.widgets.key_bar import Hint, KeyBar

HELP = (
    "Two sessions side by side",
    (
        "Figures as they were and as they are, with the change; hours that are not known are in no sum.",
        "Gaps are told as counted: closer is less lopsided, wider is more of you; they lead more is more of them.",
        "One value alone stayed the same; ? is unknown, – was not answered.",
        "Those who came after the first session and went before the second stand by themselves.",
    ),
)


class CompareScreen(Screen[None]):
    """What differs between two sessions."""

    CSS_PATH = "past.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll(1)", "down", id="compare.down"),
        Binding("up,k", "scroll(-1)", "up", id="compare.up"),
        Binding("pagedown,space", "scroll(10)", "page down", id="compare.page_down"),
        Binding("pageup", "scroll(-10)", "page up", id="compare.page_up"),
        Binding("escape,q,enter", "close", "close", id="compare.close"),
    ]

    def __init__(self, history: History, one: Month, other: Month) -> None:
        self._comparison = compared(history, one, other)
        super().__init__()

    def compose(self) -> ComposeResult:
        """Lay out the line above, the comparison and the keys."""
        yield Static(id="above")
        with VerticalScroll(id="paper", can_focus=False):
            yield Leaf(partial(drawn, self._comparison), id="text")
        yield KeyBar([Hint("↑↓", "scroll", None, 5), Hint("Esc", "close", "escape", 9), words.HELP_HINT], id="keys")

    def on_resize(self) -> None:
        """Fit the line above to the width."""
        self._show_above()

    def _show_above(self) -> None:
        self.query_one("#above", Static).update(above(self.app, self._title()))

    def _title(self) -> str:
        """Name the two months, the year once where it is the same."""
        found = self._comparison
        if found is None:
            return ""
        one, other = found.earlier, found.later
        first = months.name(one) if one[:4] == other[:4] else months.title(one)
        return f"{first} and {months.title(other)}"

    def help_text(self) -> tuple[str, tuple[str, ...]]:
        """Say what this screen is for."""
        return HELP

    def action_scroll(self, by: int) -> None:
        """Scroll by so many lines."""
        self.query_one("#paper", VerticalScroll).scroll_relative(y=by, animate=False)

    def action_close(self) -> None:
        """Go back to the list."""
        self.dismiss(None)
