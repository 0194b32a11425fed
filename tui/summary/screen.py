"""A session's summary, read on screen: before finishing it, and whenever after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from review import month as months
from review import searching
from review import text as texts
from review.history import History
from review.month import Month
from review.records import Version
from review.ritual import sitting as sittings
from review.summary import summary
from review.summary.document import Block, Heading, Paragraph
from tui import words
from tui.summary.above import above
from tui.summary.drawing import drawn
from tui.summary.export import SummaryFile
from tui.summary.leaf import Leaf
from tui.widgets.key_bar import Hint, KeyBar

HELP = ("The summary", ("All that was answered in one session, in the order of the steps.",))
NOT_FINISHED = "Not finished yet: this is the summary as it would be now."
LINES_BEFORE = 2
"""Lines left above what was sought, to see what it belongs to."""

NOT_THERE = "There is no finished session of this month."


class SummaryScreen(Screen[None]):
    """The summary of one month's session; `unfinished` where the history holds it as it would be.

    `later` is the version that superseded the one that is read, None where it is the newest. `file` writes it to a
    file; None where that is not offered. It opens where the words `sought`, folded, stand side by side, or the most of
    them; at its beginning where none does. The texts in it are drawn, never read as markup: nothing in a summary can
    act, load or open anything.
    """

    CSS_PATH = "summary.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll(1)", "down", id="summary.down"),
        Binding("up,k", "scroll(-1)", "up", id="summary.up"),
        Binding("pagedown,space", "page(1)", "next page", id="summary.page_down"),
        Binding("pageup,backspace", "page(-1)", "page before", id="summary.page_up"),
        Binding("home,g", "end(-1)", "beginning", id="summary.first"),
        Binding("end,G", "end(1)", "end", id="summary.last"),
        Binding("right_square_bracket", "section(1)", "next section", id="summary.next_section"),
        Binding("left_square_bracket", "section(-1)", "section before", id="summary.section_before"),
        Binding("x", "export", "write to a file", id="summary.export"),
        Binding("escape,q", "close", "close", id="summary.close"),
    ]

    def __init__(
        self,
        history: History,
        month: Month,
        *,
        unfinished: bool = False,
        currency: str = "",
        file: SummaryFile | None = None,
        sought: Sequence[str] = (),
        later: Version | None = None,
    ) -> None:
        self._sought = tuple(sought)
        self._later = later
        self._history = history
        self._month = month
        self._unfinished = unfinished
        self._currency = currency
        self._file = None if unfinished else file
        self._blocks = self._summary()
        self._sections: Sequence[int] = ()
        super().__init__()

    def compose(self) -> ComposeResult:
        """Lay out the line above, the summary, and the keys."""
        yield Static(id="above")
        with VerticalScroll(id="paper", can_focus=False):
            yield Leaf(self._drawn, id="text")
        yield KeyBar(self._hints(), id="keys")

    def on_mount(self) -> None:
        """Show how far down one has read, too."""
        self.watch(self.query_one("#paper"), "scroll_y", self._show_above, init=False)
        self.call_after_refresh(self._to_what_was_sought)

    def on_resize(self) -> None:
        """Say anew how far down one has read."""
        self.call_after_refresh(self._show_above)

    def _to_what_was_sought(self) -> None:
        leaf = self.query_one(Leaf)
        at = searching.nearest([texts.fold(each.plain) for each in leaf.lines(leaf.size.width)], self._sought)
        if at is not None:
            self._go_to(at - LINES_BEFORE)

    # -- what stands there ---------------------------------------------------------------------------------------------

    def _summary(self) -> tuple[Block, ...]:
        session = self._history.session(self._month)
        if session is None:
            return (Heading(1, months.title(self._month)), Paragraph(NOT_THERE))
        if not self._unfinished:
            return summary.of_session(self._history, session, self._currency, self._later).blocks
        sitting = sittings.amend(self._history, session, session.on, "")
        opening = (Heading(1, months.title(self._month)), Paragraph(NOT_FINISHED))
        return (*opening, *summary.sections(sitting, self._currency))

    def _drawn(self, width: int) -> Sequence[Content]:
        drawing = drawn(self._blocks, width)
        self._sections = drawing.sections
        return drawing.lines

    def _show_above(self) -> None:
        paper = self.query_one("#paper")
        name = f"{months.title(self._month)}, {'the summary so far' if self._unfinished else 'summary'}"
        read = round(100 * paper.scroll_y / paper.max_scroll_y) if paper.max_scroll_y else 100
        self.query_one("#above", Static).update(above(self.app, name, f"{read} %"))

    def help_text(self) -> tuple[str, tuple[str, ...]]:
        """Say what this screen is for."""
        return HELP

    def _hints(self) -> list[Hint]:
        export = [Hint("x", "write to a file", "x", 6)] if self._file else []
        return [
            Hint("↑↓", "scroll", None, 5),
            Hint("Space", "next page", "space", 7),
            Hint("[ ]", "section", None, 3),
            *export,
            Hint("Esc", "close", "escape", 9),
            words.HELP_HINT,
        ]

    # -- going about ---------------------------------------------------------------------------------------------------

    def action_scroll(self, by: int) -> None:
        """Scroll by a line."""
        self._go_to(self._at + by)

    def action_page(self, by: int) -> None:
        """Scroll by what can be seen, less a line to go on reading from."""
        seen = self.query_one("#paper").scrollable_content_region.height
        self._go_to(self._at + by * max(1, seen - 1))

    def action_end(self, direction: int) -> None:
        """Go to the end (1) or the beginning (-1)."""
        self._go_to(self.query_one("#paper").max_scroll_y if direction > 0 else 0)

    def action_section(self, direction: int) -> None:
        """Go to the next section (1) or the one before (-1)."""
        ahead = [at for at in self._sections if (at - self._at) * direction > 0]
        if ahead:
            self._go_to(min(ahead) if direction > 0 else max(ahead))
        else:
            self.action_end(direction)

    @property
    def _at(self) -> int:
        return round(self.query_one("#paper").scroll_y)

    def _go_to(self, at: int) -> None:
        self.query_one("#paper").scroll_to(y=at, animate=False)

    @work
    async def action_export(self) -> None:
        """Write the summary to a file."""
        session = self._history.session(self._month)
        if self._file is not None and session is not None:
            await self._file.ask(self.app, self._history, session)

    def action_close(self) -> None:
        """Go back to where the summary was opened."""
        self.dismiss(None)
