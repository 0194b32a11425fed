"""Home: what is due, what last time showed, what you said you would do, and twelve months in four lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.screen import Screen

from review import month as months
from store.problems import StoreProblem
from tui import words
from tui.desk import Desk
from tui.telling import tell
from tui.way_in import look_for_garbage_again
from tui.widgets.halves import LEFT, ScrollingHalves
from tui.widgets.key_bar import Hint, KeyBar
from tui.widgets.lines import line, said
from tui.widgets.panel import Panel
from tui.widgets.settled import Settled, SettledText, foresee_bar

if TYPE_CHECKING:
    from review.history import History
    from review.records import Draft

SIDE_BY_SIDE = 76
"""Cells from which the panels stand in two columns."""

BESIDE_PANELS = 3
"""Cells beside the panels in a window that just has room for two columns: padding, and the scroll bar's."""

WIDTHS = [(0, "-narrow"), (SIDE_BY_SIDE, "-middle"), (100, "-wide")]

HEIGHTS = [(0, "-low"), (46, "-tall")]
"""Lines of the screen from which the panels have air inside."""

LOW = 32
"""Lines of the screen below which each finding gets one line, so that what is due stands above the fold."""

AT_REST_AFTER = 1.0
"""Seconds after which all that opening home takes is done."""

AROUND_WIDE, AROUND = 7, 5
"""Cells of a panel that its text does not have: border, padding and margin, with much room and with less."""


class Calls(Vertical, Settled):
    """What is due, and the button for it."""


class HomeScreen(Screen[None]):
    """The first screen. Its frame is painted before the history is read."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "enter", "begin", id="home.begin"),
        Binding("b", "app.begin_other", "another month", id="home.other"),
        Binding("t", "app.trends", "trends", id="home.trends"),
        Binding("x", "app.export_last", "export", id="home.export"),
        Binding("p", "app.past", "past sessions", id="home.past"),
        Binding("d", "demo", "made-up history", id="home.demo"),
        Binding("comma", "app.settings", "settings", id="home.settings"),
        Binding("q", "app.quit", "quit", id="home.quit"),
        Binding("j,down", "scroll(1)", "down", id="home.down", show=False),
        Binding("k,up", "scroll(-1)", "up", id="home.up", show=False),
    ]

    def __init__(self, desk: Desk, marks: Callable[[], tuple[str, ...]]) -> None:
        self._desk = desk
        self._marks = marks
        self._history: History | None = None
        self._draft: Draft | None = None
        self._painted = self._hidden = False
        self._enter = self._enter_words = "begin"
        super().__init__()

    def compose(self) -> ComposeResult:
        """Lay out the frame for the window as it is; the figures come when the history is read."""
        columns, lines = self.app.size
        self.add_class(_class_for(columns, WIDTHS), _class_for(lines, HEIGHTS))
        yield SettledText(self._above(columns), id="above")
        with Calls(id="calls"):
            yield SettledText(id="headline")
            yield SettledText(id="begin")
        yield SettledText(id="notices")
        with ScrollingHalves(two_from=SIDE_BY_SIDE - BESIDE_PANELS, id="panels"):
            yield Panel(id="first-run", classes=LEFT, title="How this works")
            yield Panel(id="showed", classes=LEFT)
            yield Panel(id="promised", classes=LEFT, title="You said you would")
            yield Panel(id="twelve", title="Twelve months")
            yield Panel(id="learning", title="Learning")
            yield Panel(id="letting-go", title="What letting go cost you")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Paint the frame; the app says when it is drawn."""
        # Its first tick comes a sixtieth of a second late, and would do so just when all is read.
        self._update_timer.resume()
        self._show_keys()

    def read_first(self) -> None:
        """Read and mend, unless a command leads straight to a review, which hides this screen: then mend only.

        What is whole is shown at once and mended after that; what is not would be shown as it is no longer.
        """
        self._painted = True
        whole = None if self._hidden else self._whole()
        if whole is None:
            self._mend()
            if not self._hidden:
                self.read()
        else:
            self._show_read(whole)
            self.call_after_refresh(self._mend_behind)
        self.set_timer(AT_REST_AFTER, look_for_garbage_again)

    def _whole(self) -> History | None:
        try:
            self._draft = self._desk.library.draft()
            return self._desk.library.history_if_whole()
        except StoreProblem:
            return None  # which mending and reading will say

    def _mend(self) -> None:
        try:
            self._desk.library.mend()
        except StoreProblem as problem:
            tell(self.app, problem)

    def _mend_behind(self) -> None:
        """Mend what stands there already, and read again where there was something to mend."""
        known = self._desk.library.notices()
        self._mend()
        if self._desk.library.notices() != known:
            self.read()

    def on_screen_resume(self) -> None:
        """Read again what another screen, or another window, has changed."""
        if self._painted:
            self._hidden = False
            self.read()

    def forget(self) -> None:
        """Let go of what was read: the ritual reads it for itself, and fifty years of it need no room twice."""
        self._history = self._draft = None
        self._hidden = True

    def on_resize(self) -> None:
        """Fit the texts to the width."""
        self.query_one("#above", SettledText).update(self._above(self.size.width), layout=False)
        if self._history is not None:
            self.call_after_refresh(self._show_panels)

    def use(self, desk: Desk) -> None:
        """Take up changed settings."""
        self._desk = desk
        self.read()

    def help_text(self) -> tuple[str, tuple[str, ...]]:
        """Say what home is for."""
        return words.HOME_HELP

    def read(self) -> None:
        """Read the history and the draft, and show them; a folder that can't be read is said, and nothing is shown."""
        try:
            history = self._desk.library.history()
            self._draft = self._desk.library.draft()
        except StoreProblem as problem:
            self._history = None
            self._say([str(problem)])
            self._show_whether_read(read=False)
        else:
            self._show_read(history)

    def _show_read(self, history: History) -> None:
        self._history = history
        self._show_whether_read(read=True)
        self._say([notice.text for notice in self._desk.library.notices()])
        self._show_call()
        self._show_panels()
        self._show_keys()

    def _show_whether_read(self, *, read: bool) -> None:
        """Hide what would look like a first run where the folder could not be read."""
        for part in ("#calls", "#panels"):
            self.query_one(part).display = read
        if not read:
            self.query_one(KeyBar).set_hints([words.HELP_HINT, Hint("q", "quit", "q", 8)])

    # -- drawing -------------------------------------------------------------------------------------------------------

    def _above(self, columns: int) -> Content:
        today, width = self._desk.clock.today(), columns - 4
        marks = " · ".join(self._marks())
        left = line(("obsess-review", "bold"), (f"  {marks}" if marks else "", "$warn"))
        ways = (months.long_date(today), today.isoformat())
        written = next((each for each in ways if left.cell_length + len(each) < width), "")
        room = width - left.cell_length - len(written)
        return line(left, " " * max(1, room), (written, "$quiet"))

    def _show_call(self) -> None:
        if self._history is None:
            return
        from tui.home import panels

        today = self._desk.clock.today()
        calls = panels.call(self._history, self._draft, today, self._desk.settings.review_day)
        self._enter, self._enter_words = calls.action, calls.key_words
        headline = line((calls.headline, "bold"), (f"   {calls.aside}" if calls.aside else "", "$quiet"))
        self.query_one("#headline", SettledText).update(headline)
        self.query_one("#begin", SettledText).update(said(f"  Enter  {calls.button}  "))

    def _show_panels(self) -> None:
        history = self._history
        if history is None:
            return
        from tui.home import panels, twelve

        today, first = self._desk.clock.today(), history.last is None
        width = self._text_width()
        last = months.name(history.last.month) if history.last else ""
        self._fill("first-run", panels.first_run(begun=self._draft is not None) if first else [])
        short = self.size.height < LOW
        showed = panels.showed(history, width, short=short)
        self._fill("showed", showed, f"What {last} showed")
        self._fill("promised", panels.promised(history, today, width))
        lines = [] if first else twelve.drawn(history, width)
        self._fill("twelve", lines, twelve.title(history))
        self._fill("learning", panels.learning(history, width))
        self._fill("letting-go", panels.letting_go_cost(history, width))
        if not first:
            self._fill_if_free("twelve", lines, lambda: twelve.drawn(history, width, apart=True))
            told = self._fill_if_free("showed", showed, lambda: panels.showed(history, width, whole=True))
            self._fill_if_free("showed", told, lambda: panels.showed(history, width, whole=True, most=None))
        # Left to find out by itself that the panels don't fit, Textual would lay everything out once more.
        scrolled = self.query_one("#panels", ScrollingHalves)
        room = scrolled.container_size
        missing = -min(self._free_rows(left=True), self._free_rows(left=False))
        if missing > 0 and not scrolled.show_vertical_scrollbar:
            foresee_bar(scrolled, room, Size(room.width - scrolled.scrollbar_size_vertical, room.height + missing))
        elif missing <= 0:
            scrolled.show_vertical_scrollbar = False

    def _fill_if_free(
        self, id_: str, shown: Sequence[Content], more: Callable[[], Sequence[Content]]
    ) -> Sequence[Content]:
        """Say more in a panel where that takes only rows that nothing stands in; elsewhere it is not worked out.

        Gives what stands there then.
        """
        free = self._free_rows(left=self.query_one(f"#{id_}").has_class(LEFT))
        if free < 0 or len(fuller := more()) - len(shown) > free:
            return shown
        self._fill(id_, fuller)
        return fuller

    def _free_rows(self, *, left: bool) -> int:
        """Count the rows that a column leaves free, or both where they are one; below none where they don't fit."""
        scrolled = self.query_one("#panels", ScrollingHalves)
        alone = self.size.width >= SIDE_BY_SIDE
        there = [panel for panel in scrolled.query(Panel) if not alone or panel.has_class(LEFT) == left]
        return scrolled.container_size.height - sum(map(self._rows, there))

    @staticmethod
    def _rows(panel: Panel) -> int:
        """Count the lines of the screen that a panel will take, as its text is wrapped already."""
        lines = str(panel.content).count("\n") + 1
        return lines + panel.gutter.height + panel.styles.margin.height if panel.display else 0

    def _text_width(self) -> int:
        side_by_side = self.size.width >= SIDE_BY_SIDE
        wide = self.has_class("-wide")
        whole = self.size.width - (7 if wide else 3)
        return (whole // 2 if side_by_side else whole) - (AROUND_WIDE if wide else AROUND)

    def _fill(self, id_: str, body: Sequence[Content], title: str | None = None) -> None:
        panel = self.query_one(f"#{id_}", Panel)
        panel.display = bool(body)
        panel.update(Content("\n").join(body))
        if title is not None:
            panel.title = title

    def _say(self, sentences: list[str]) -> None:
        notices = self.query_one("#notices", SettledText)
        notices.display = bool(sentences)
        notices.update(Content("\n").join(said(sentence) for sentence in sentences))

    def _show_keys(self) -> None:
        finished = self._history is not None and self._history.last is not None
        before = [Hint("t", "trends", "t", 6), Hint("p", "past sessions", "p", 6), Hint("x", "export", "x", 5)]
        past = before if finished else []
        demo = [Hint("d", "made-up history", "d", 7)] if self._may_look_around() else []
        self.query_one(KeyBar).set_hints(
            [
                Hint("Enter", self._enter_words, "enter", 9),
                Hint("b", "another month", "b", 4),
                *past,
                *demo,
                Hint(",", "settings", "comma", 2),
                Hint("^P", "commands", "ctrl+p", 3),
                words.HELP_HINT,
                Hint("q", "quit", "q", 8),
            ]
        )

    # -- going about ---------------------------------------------------------------------------------------------------

    def _may_look_around(self) -> bool:
        """Say whether there is nothing finished yet, and the made-up history would teach more than what stands here."""
        empty = self._history is not None and self._history.last is None
        return empty and words.MADE_UP not in self._marks()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keep the made-up history one key away while nothing is finished, and no longer; the palette has it always."""
        del parameters
        return action != "demo" or self._may_look_around()

    async def action_demo(self) -> None:
        """Leave for the made-up history."""
        await self.run_action("app.demo")

    def action_scroll(self, by: int) -> None:
        """Scroll the panels where they don't fit."""
        self.query_one("#panels", ScrollingHalves).scroll_relative(y=by, animate=False, immediate=True)

    @on(Click, "#begin")
    async def _clicked_begin(self) -> None:
        await self.action_enter()

    async def action_enter(self) -> None:
        """Do what the button says; where another window has changed what that is, say it first."""
        said = self._enter
        self.read()
        if self._enter == said:
            await self.run_action(f"app.{self._enter}")


def _class_for(cells: int, breakpoints: list[tuple[int, str]]) -> str:
    """Give the class of a window of this size, which Textual gives it too, but only after the first layout."""
    return next(name for least, name in reversed(breakpoints) if cells >= least)
