"""The trends: eight views of all sessions so far, each a page of grids, charts and tables."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from review import text as texts
from review.history import History
from review.trends.page import Page, Range
from review.trends.views import VIEWS, page
from tui import words
from tui.desk import Desk
from tui.marks import marks_of
from tui.safe_text import cells
from tui.summary.above import above
from tui.trends.contents import content
from tui.trends.layout import Layout, Line, Room, Target, laid_out
from tui.trends.tabs import Tabs
from tui.widgets.key_bar import Hint, KeyBar
from tui.widgets.row import Row
from tui.widgets.rows import Rows
from tui.widgets.sheet import Pinned, Sheet

RANGES = (Range.YEAR, Range.TWO_YEARS, Range.ALL)
SAID = {Range.YEAR: "12 months", Range.TWO_YEARS: "24 months", Range.ALL: "all months"}

MONTHS_A_PRESS = 3
"""Months that ← and → scroll by."""

TALL = 30
"""Lines of the sheet from which charts are drawn taller, with a line between blocks."""

HEIGHTS = [(0, "-short"), (TALL, "-tall")]

BARS_TALL, BARS = 4, 3

GUTTER = 1
"""Cells at the left of every line, for the cursor's bar."""

HELP = (
    "Trends",
    (
        "Eight views of your reviews. A month that was skipped is a gap, never a zero.",
        "Every figure says which way is good, and how the newest review compares with the three before it.",
        "Enter on a prospect tells its story; on a figure that counts cases, it lists them.",
    ),
)


class TrendsScreen(Screen[None]):
    """One view at a time. `history` is read once, when the screen opens."""

    CSS_PATH = "trends.tcss"
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "turn(1)", "next view", id="trends.next"),
        Binding("shift+tab", "turn(-1)", "view before", id="trends.before"),
        Binding("1,ampersand", "view(0)", "view", id="trends.view_1"),
        Binding("2,é", "view(1)", "view", id="trends.view_2"),
        Binding("3,quotation_mark", "view(2)", "view", id="trends.view_3"),
        Binding("4,apostrophe", "view(3)", "view", id="trends.view_4"),
        Binding("5,left_parenthesis", "view(4)", "view", id="trends.view_5"),
        Binding("6,minus", "view(5)", "view", id="trends.view_6"),
        Binding("7,è", "view(6)", "view", id="trends.view_7"),
        Binding("8,underscore", "view(7)", "view", id="trends.view_8"),
        Binding("left,h", "scroll(1)", "earlier months", id="trends.earlier"),
        Binding("right,l", "scroll(-1)", "later months", id="trends.later"),
        Binding("less_than_sign,ctrl+home", "far(1)", "oldest month", id="trends.oldest"),
        Binding("greater_than_sign,ctrl+end", "far(-1)", "newest month", id="trends.newest"),
        Binding("r", "range", "12, 24 or all months", id="trends.range"),
        Binding("x", "export", "write to a file", id="trends.export"),
        Binding("escape", "close", "close", id="trends.close"),
    ]

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._history: History = desk.library.history()
        self._range = Range.YEAR
        self._at = 0
        self._hidden = 0
        self._pages: dict[tuple[int, Range], Page] = {}
        self._cursors: dict[int, str | None] = {}
        self._layout = Layout(())
        self._targets: dict[str, Target] = {}
        super().__init__()

    def compose(self) -> ComposeResult:
        """Lay out the line above, the views to choose from, the page and the keys."""
        yield Static(id="above")
        yield Tabs([view.name for view in VIEWS], [view.short for view in VIEWS], id="views")
        yield Sheet(gutter=GUTTER, id="sheet")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Start on the page."""
        self.query_one(Sheet).focus()

    def on_resize(self) -> None:
        """Draw the page for the new size."""
        self.call_after_refresh(self._show)

    # -- what is shown -------------------------------------------------------------------------------------------------

    @property
    def _page(self) -> Page:
        wanted = (self._at, self._range)
        if wanted not in self._pages:
            self._pages[wanted] = page(self._history, VIEWS[self._at], self._range)
        return self._pages[wanted]

    def _show(self, *, anew: bool = False) -> None:
        """Draw the page; `anew` from its top, where another view or range was chosen."""
        sheet = self.query_one(Sheet)
        size = sheet.scrollable_content_region.size
        if not size:
            return
        tall = size.height >= TALL
        room = Room(size.width - GUTTER, self._hidden, BARS_TALL if tall else BARS, tall, height=size.height)
        self._layout = found = laid_out(self._page, room)
        self._targets = {}
        rows = [self._row(at, each) for at, each in enumerate(found.lines)]
        kept = self._cursors.get(self._at) if anew else sheet.current
        sheet.show(rows, Pinned(*found.head, found.grid_end), current=kept)
        if anew and (kept is None or not sheet.go_to(kept)):
            sheet.to_top()
        self._show_frame()

    def _row(self, at: int, each: Line) -> Row:
        key = f"line {at}"
        if each.target is not None:
            key = f"{each.target.block} {each.target.about or each.target.title}"
            self._targets.setdefault(key, each.target)
        return Row(key, partial(_drawn, each, self.app.no_color), choosable=each.target is not None)

    def _show_frame(self) -> None:
        self.query_one(Tabs).choose(self._at)
        self.query_one("#above", Static).update(above(self.app, "Trends", self._aside()))
        scrolls = [Hint("←→ < >", "months", None, 6)] if self._layout.most_hidden else []
        at_hand = self._targets.get(self.query_one(Sheet).current or "")
        opens = [Hint("↑↓", "row", None, 4), Hint("Enter", self._opens(at_hand), "enter", 8)] if at_hand else []
        some = self._history.last is not None
        months = [Hint("r", SAID[self._next_range], "r", 5), Hint("x", "export", "x", 3)] if some else []
        moves = opens or [Hint("↑↓", "scroll", None, 4)] if some else []
        self.query_one(KeyBar).set_hints(
            [
                Hint("Tab 1–8", "view", "tab", 7),
                *moves,
                *scrolls,
                *months,
                Hint("Esc", "home", "escape", 9),
                words.HELP_HINT,
            ]
        )

    def _opens(self, target: Target) -> str:
        if target.behind:
            return "who"
        return "its story" if target.about in self._history.prospects else "what is known"

    def _aside(self) -> str:
        marks = marks_of(self.app)
        room = self.size.width - 4 - cells(f"obsess-review  Trends  {marks}") - 2
        ways = (self._page.span, texts.plural(self._page.sessions, "session"))
        return next((each for each in ways if cells(each) <= room), "")

    def help_text(self) -> tuple[str, tuple[str, ...]]:
        """Say what this screen is for."""
        return HELP

    # -- going about ---------------------------------------------------------------------------------------------------

    def action_view(self, at: int) -> None:
        """Show a view by its place."""
        if at != self._at:
            self._cursors[self._at] = self.query_one(Sheet).current
            self._at = at
            self._show(anew=True)

    def action_turn(self, by: int) -> None:
        """Show the next view or the one before."""
        self.action_view((self._at + by) % len(VIEWS))

    @on(Tabs.Picked)
    def _picked(self, event: Tabs.Picked) -> None:
        self.action_view(event.at)

    def action_scroll(self, direction: int) -> None:
        """Scroll to earlier months (1) or later ones (-1)."""
        self._scroll_months_to(self._hidden + direction * MONTHS_A_PRESS)

    def action_far(self, direction: int) -> None:
        """Go to the oldest month (1) or the newest (-1)."""
        self._scroll_months_to(self._layout.most_hidden if direction > 0 else 0)

    def _scroll_months_to(self, hidden: int) -> None:
        wanted = max(0, min(self._layout.most_hidden, hidden))
        if wanted != self._hidden:
            self._hidden = wanted
            self._show()

    @property
    def _next_range(self) -> Range:
        return RANGES[(RANGES.index(self._range) + 1) % len(RANGES)]

    def action_range(self) -> None:
        """Show more months, or twelve again."""
        self._range, self._hidden = self._next_range, 0
        self._show()

    @on(Rows.Moved)
    def _moved(self) -> None:
        self._show_frame()

    @on(Rows.Chosen)
    def _open(self, event: Rows.Chosen) -> None:
        target = self._targets.get(event.key)
        if target is None:
            return
        if target.behind:
            from tui.trends.cases import CasesScreen

            self.app.push_screen(CasesScreen(self._history, self._desk, target.title, target.behind))
        elif target.about is not None and target.about in self._history.prospects:
            from tui.story.screen import StoryScreen

            self.app.push_screen(StoryScreen(self._history, target.about, self._desk.settings.currency))
        elif target.about is not None:
            self._open_segment(target.about, target.title)

    def _open_segment(self, segment: str, title: str) -> None:
        from review.segment_story import known_of
        from tui.trends.cases import CasesScreen

        self.app.push_screen(CasesScreen(self._history, self._desk, title, known_of(self._history, segment)))

    @work
    async def action_export(self) -> None:
        """Write all views of the months shown to a file."""
        from tui.trends.export import write_trends

        await write_trends(self.app, self._history, self._range, self._desk.library.folder.path)

    def action_close(self) -> None:
        """Go back home."""
        self.dismiss(None)


def _drawn(line: Line, grey: bool, width: int, current: bool) -> list[Content]:  # noqa: FBT001 - as rows are drawn
    del width
    return [content(line.draw(current), grey=grey)]
