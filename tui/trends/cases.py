"""The cases behind a figure, each of which opens as a story."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from review.history import History
from review.trends.page import Behind
from tui import words
from tui.desk import Desk
from tui.summary.above import above
from tui.widgets.key_bar import Hint, KeyBar
from tui.widgets.lines import said, wrapped
from tui.widgets.row import Row
from tui.widgets.rows import Rows

NO_CASES = "Nobody was counted here yet."
HELP = (
    "Cases",
    ("What the row rests on, the newest first. Enter on a prospect tells its story.",),
)
HANGING = 2


class CasesScreen(Screen[None]):
    """A list of cases."""

    CSS_PATH = "trends.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "close", "close", id="cases.close")]

    def __init__(self, history: History, desk: Desk, title: str, cases: Sequence[Behind]) -> None:
        self._history = history
        self._desk = desk
        self._title = title
        self._cases = tuple(cases)
        super().__init__()

    def compose(self) -> ComposeResult:
        """Lay out the line above, the list and the keys."""
        yield Static(id="above")
        rows = [Row(str(at), partial(_drawn, each.text)) for at, each in enumerate(self._cases)]
        yield Rows(rows, empty=NO_CASES, id="cases")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Start in the list."""
        self.query_one(Rows).focus()
        self._show_keys()

    def on_resize(self) -> None:
        """Fit the line above to the width."""
        self.query_one("#above", Static).update(above(self.app, self._title))

    @on(Rows.Moved)
    def _show_keys(self) -> None:
        current = self.query_one(Rows).current
        told = current is not None and self._cases[int(current)].about is not None
        story = [Hint("Enter", "its story", "enter", 8)] if told else []
        self.query_one(KeyBar).set_hints(
            [Hint("↑↓", "case", None, 5), *story, Hint("Esc", "close", "escape", 9), words.HELP_HINT]
        )

    @on(Rows.Chosen)
    def _open(self, event: Rows.Chosen) -> None:
        from tui.story.screen import StoryScreen

        about = self._cases[int(event.key)].about
        if about is not None:
            self.app.push_screen(StoryScreen(self._history, about, self._desk.settings.currency))

    def help_text(self) -> tuple[str, tuple[str, ...]]:
        """Say what this screen is for."""
        return HELP

    def action_close(self) -> None:
        """Go back to the figures."""
        self.dismiss(None)


def _drawn(text: str, width: int, current: bool) -> list[Content]:  # noqa: FBT001 - as rows are drawn
    first, *rest = wrapped(said(text, "bold" if current else ""), max(1, width - HANGING))
    return [first, *(Content(" " * HANGING) + each for each in rest)]
