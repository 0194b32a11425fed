"""A prospect's story on screen: how it stands, its lines, and everything said about it, the newest month first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from review.history import History
from review.prospect_story import Story, story
from review.records import Id
from review.trends.page import Chart
from tui import words
from tui.story.telling import opening, told
from tui.summary.above import above
from tui.summary.drawing import drawn
from tui.summary.leaf import Leaf
from tui.trends import bars, frame
from tui.trends.contents import content
from tui.trends.ink import Text
from tui.trends.layout import notes
from tui.widgets.key_bar import Hint, KeyBar
from tui.widgets.lines import said, wrapped

HELP = (
    "A story",
    (
        "Everything you ever said about one prospect: its lines, what came of rules, claims and promises, every month.",
        "▲ ▼ compare the newest review with the three before it.",
    ),
)
NO_STORY = "They were never on your list."
MONTHS_A_PRESS = 3

BARS = 3


class StoryScreen(Screen[None]):
    """One prospect's story."""

    CSS_PATH = "story.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "down", id="story.down"),
        Binding("up,k", "move(-1)", "up", id="story.up"),
        Binding("pagedown,space", "page(1)", "next page", id="story.page_down"),
        Binding("pageup,backspace", "page(-1)", "page before", id="story.page_up"),
        Binding("home,g", "end(-1)", "beginning", id="story.first"),
        Binding("end,G", "end(1)", "end", id="story.last"),
        Binding("right_square_bracket", "section(1)", "next section", id="story.next_section"),
        Binding("left_square_bracket", "section(-1)", "section before", id="story.section_before"),
        Binding("left,h", "scroll_months(1)", "earlier months", id="story.earlier"),
        Binding("right,l", "scroll_months(-1)", "later months", id="story.later"),
        Binding("less_than_sign,ctrl+home", "far_months(1)", "oldest month", id="story.oldest"),
        Binding("greater_than_sign,ctrl+end", "far_months(-1)", "newest month", id="story.newest"),
        Binding("escape,q", "close", "close", id="story.close"),
    ]

    def __init__(self, history: History, prospect: Id, currency: str) -> None:
        self._story: Story | None = story(history, prospect)
        self._label = history.prospect(prospect).name
        self._blocks = told(self._story, currency) if self._story else ()
        self._sections: Sequence[int] = ()
        self._hidden = 0
        self._most_hidden = 0
        super().__init__()

    def compose(self) -> ComposeResult:
        """Lay out the line above, the story, and the keys."""
        yield Static(id="above")
        with VerticalScroll(id="paper", can_focus=False):
            yield Leaf(self._lines, id="text")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Show the frame, and how far down one has read, too."""
        self.watch(self.query_one("#paper"), "scroll_y", self._show_frame, init=False)

    def on_resize(self) -> None:
        """Fit the line above to the width."""
        self.call_after_refresh(self._show_frame)

    # -- what stands there ---------------------------------------------------------------------------------------------

    def _lines(self, width: int) -> Sequence[Content]:
        if self._story is None:
            return wrapped(said(NO_STORY, "$quiet"), width)
        opened = [each for sentence in opening(self._story) for each in wrapped(said(sentence), width)]
        charts = [content(text) for chart in _charts(self._story) for text in self._chart(chart, width)]
        explained = [
            each for note in notes(list(_charts(self._story))) for each in wrapped(said(note, "$quiet"), width)
        ]
        top = [*opened, Content(), *charts, *explained, Content()]
        drawing = drawn(self._blocks, width)
        self._sections = [0, *(len(top) + at for at in drawing.sections)]
        return [*top, *drawing.lines]

    def _chart(self, chart: Chart, width: int) -> Iterator[Text]:
        inner = frame.inner(width)
        self._most_hidden = bars.axis_of(chart, inner, 0).start
        yield frame.top(chart.title, width)
        for text in bars.chart(chart, inner, self._hidden, BARS):
            yield frame.around(text, width)
        if frame.boxed(width):
            yield frame.bottom(width)

    def _show_frame(self) -> None:
        paper = self.query_one("#paper")
        read = round(100 * paper.scroll_y / paper.max_scroll_y) if paper.max_scroll_y else 100
        self.query_one("#above", Static).update(above(self.app, self._label, f"{read} %"))
        scrolls = [Hint("←→ < >", "months", None, 4)] if self._most_hidden else []
        self.query_one(KeyBar).set_hints(
            [
                Hint("↑↓", "scroll", None, 5),
                Hint("Space", "next page", "space", 7),
                Hint("[ ]", "section", None, 3),
                *scrolls,
                Hint("Esc", "close", "escape", 9),
                words.HELP_HINT,
            ]
        )

    def help_text(self) -> tuple[str, tuple[str, ...]]:
        """Say what this screen is for."""
        return HELP

    # -- going about ---------------------------------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
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

    def action_scroll_months(self, direction: int) -> None:
        """Scroll the lines to earlier months (1) or later ones (-1)."""
        self._scroll_months_to(self._hidden + direction * MONTHS_A_PRESS)

    def action_far_months(self, direction: int) -> None:
        """Scroll the lines to the oldest month (1) or the newest (-1)."""
        self._scroll_months_to(self._most_hidden if direction > 0 else 0)

    def _scroll_months_to(self, hidden: int) -> None:
        wanted = max(0, min(self._most_hidden, hidden))
        if wanted != self._hidden:
            self._hidden = wanted
            self.query_one(Leaf).show(self._lines)

    @property
    def _at(self) -> int:
        return round(self.query_one("#paper").scroll_y)

    def _go_to(self, at: int) -> None:
        self.query_one("#paper").scroll_to(y=at, animate=False)

    def action_close(self) -> None:
        """Go back to where the story was opened."""
        self.dismiss(None)


def _charts(found: Story) -> Iterator[Chart]:
    """Give the lines worth drawing: those with a figure in any month."""
    urgency = tuple(each for each in (found.gap, found.yours, found.theirs) if any(_known(each.values)))
    hours = tuple(each for each in (found.hours, found.allowed) if any(_known(each.values)))
    if urgency:
        yield Chart("Who wanted this more", urgency)
    if hours:
        yield Chart("Hours, and the limit for them", hours)


def _known(values: Sequence[float | None]) -> Iterator[bool]:
    return (value is not None for value in values)
