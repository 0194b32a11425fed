"""The end of a sitting: what changed, what you freed yourself from, what you will do, and when the next one is due."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from review import cadence, compare, letting_go
from review import month as months
from review import text as texts
from review.findings.lines import Line, grouped
from review.findings.rules import findings
from review.history import History
from review.letting_go import Gone
from review.records import Commitment, Session
from tui import words
from tui.desk import Desk
from tui.ritual import changes
from tui.ritual.commit_rows import TONES, by
from tui.summary.above import above
from tui.summary.export import SummaryFile, written
from tui.summary.leaf import Leaf
from tui.summary.screen import SummaryScreen
from tui.widgets.key_bar import Hint, KeyBar
from tui.widgets.lines import line, said, spot, wrapped

INDENT = 2
"""Cells by which what stands under a title is set in."""

SECONDS_A_MINUTE = 60
HELP = (
    "The end of a review",
    (
        "The session is finished and kept; a correction later adds a version, and both stay.",
        "x keeps the summary as a markdown file, wherever you say.",
    ),
)
AS_IT_WAS = "What was answered both times is as it was."
FOUND_FIRST = 3
"""Findings told after a first session, which has nothing to be compared with."""

NO_PROMISES = "Nothing this time. That is an answer too."


class EndingScreen(Screen[None]):
    """Shown once a session is finished; `history` holds it."""

    CSS_PATH = "ending.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape,q", "home", "home", id="ending.home"),
        Binding("s", "summary", "read the summary", id="ending.summary"),
        Binding("x", "export", "write it to a file", id="ending.export"),
        Binding("down,j,pagedown,space", "scroll(1)", "down", show=False, id="ending.down"),
        Binding("up,k,pageup", "scroll(-1)", "up", show=False, id="ending.up"),
    ]

    def __init__(self, history: History, session: Session, desk: Desk) -> None:
        self._history = history
        self._session = session
        self._today = desk.clock.today()
        self._review_day = desk.settings.review_day
        self._file = SummaryFile(desk.library.folder.path, desk.settings.currency)
        super().__init__()

    def compose(self) -> ComposeResult:
        """Lay out the ending in the middle of the screen, and the keys below."""
        yield Static(id="above")
        with VerticalScroll(id="paper", can_focus=False), Vertical(id="ending"):
            yield Leaf(self._text, id="text")
            yield Static(self._ways_on(), id="ways")
        yield KeyBar(self._hints(), id="keys")

    def on_resize(self) -> None:
        """Fit the line above to the width."""
        self.query_one("#above", Static).update(above(self.app, months.title(self._session.month)))
        self.call_after_refresh(self._show_keys)

    def _show_keys(self) -> None:
        """Say that there is more below, where there is."""
        paper = self.query_one("#paper", VerticalScroll)
        self.query_one(KeyBar).set_hints(self._hints(more=paper.scroll_y < paper.max_scroll_y))

    def help_text(self) -> tuple[str, tuple[str, ...]]:
        """Say what this screen is for."""
        return HELP

    def _hints(self, *, more: bool = False) -> list[Hint]:
        return [
            Hint("Enter", "home", "enter", 9),
            Hint("s", "summary", "s", 7),
            Hint("x", "write to a file", "x", 7),
            *([Hint("↓", "more", "down", 8)] if more else []),
            words.HELP_HINT,
        ]

    def _ways_on(self) -> Content:
        home = spot(said("  Enter  Home  ", "bold $on-mark on $mark"), "home")
        read = spot(line("   ", ("s", "bold $you"), ("  read the summary", "$quiet")), "summary")
        write = spot(line("   ", ("x", "bold $you"), ("  keep it as a file", "$quiet")), "export")
        return line(home, read, write)

    # -- what stands there ---------------------------------------------------------------------------------------------

    @property
    def _amended(self) -> bool:
        return len(self._session.versions) > 1

    def _text(self, width: int) -> list[Content]:
        parts = [[*self._headline(width), *self._due(width)], self._changed(width), self._found(width)]
        parts += [self._freed(width), self._promised(width), self._to_yourself(width)]
        return [each for part in parts if part for each in (*part, Content())]

    def _headline(self, width: int) -> list[Content]:
        name = months.title(self._session.month)
        done = f"{name} is corrected." if self._amended else f"{name} is done."
        minutes = round(self._session.newest.seconds / SECONDS_A_MINUTE)
        took = f"   {texts.plural(minutes, 'minute')}" if minutes and not self._amended else ""
        return wrapped(line(("✓ ", "$good"), (done, "bold"), (took, "$quiet")), width)

    def _changed(self, width: int) -> list[Content]:
        compared = compare.with_previous(self._history, self._session.month)
        if compared is None:
            return []
        lines = changes.drawn(compared, width - INDENT) or [said(AS_IT_WAS, "$quiet")]
        return _titled(changes.title(compared, self._session.month), lines)

    def _found(self, width: int) -> list[Content]:
        """Tell what a first session found: it has no other to be compared with."""
        if self._history.before(self._session.month).sessions:
            return []
        found = grouped(findings(self._history, self._session.month))[:FOUND_FIRST]
        return _titled("What it showed", [part for each in found for part in _finding(each, width - INDENT)])

    def _freed(self, width: int) -> list[Content]:
        """Tell whom this session let go of, and what letting go has come to."""
        freed = letting_go.summary(self._history.up_to(self._session.month))
        if freed is None:
            return []
        here = [_let_go(gone) for gone in freed.gone if gone.month == self._session.month]
        lines = [part for told in (*here, freed.text) for part in wrapped(told, width - INDENT)]
        return _titled("What you freed yourself from", lines)

    def _promised(self, width: int) -> list[Content]:
        promises = self._session.answers.commitments
        lines = [part for each in promises for part in self._promise(each, width - INDENT)]
        return _titled("You will", lines or [said(NO_PROMISES, "$quiet")])

    def _promise(self, promise: Commitment, width: int) -> list[Content]:
        when = by(promise, self._today)
        told = line(promise.text.replace("\n", " "), (f"   {when}" if when else "", "$quiet"))
        first, *rest = wrapped(told, width - INDENT)
        return [line(("· ", "$you"), first), *(line("  ", each) for each in rest)]

    def _to_yourself(self, width: int) -> list[Content]:
        words_ = self._session.answers.line
        return _titled("And to yourself", wrapped(said(words_, "italic"), width - INDENT)) if words_ else []

    def _due(self, width: int) -> list[Content]:
        return [each.stylize("$quiet") for each in wrapped(self._next_review(), width)]

    def _next_review(self) -> str:
        standing = cadence.standing(self._history.months, self._today, self._review_day)
        name = months.name(standing.month)
        if standing.state is cadence.State.AHEAD:
            return f"The next review, {name}, is due on {months.long_date(standing.due_on)}."
        return f"The next review, {name}, is due now."

    # -- going on ------------------------------------------------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """Do what was clicked."""
        name = event.style.meta.get("spot")
        if name is not None:
            self.call_later(self.run_action, name)

    def action_scroll(self, by_lines: int) -> None:
        """Scroll where not everything fits."""
        self.query_one("#paper").scroll_relative(y=by_lines, animate=False)
        self.call_after_refresh(self._show_keys)

    def action_home(self) -> None:
        """Go home."""
        self.dismiss(None)

    @work
    async def action_summary(self) -> None:
        """Read the summary."""
        month = self._session.month
        screen = SummaryScreen(self._history, month, currency=self._file.currency, file=self._file)
        await self.app.push_screen_wait(screen)

    @work
    async def action_export(self) -> None:
        """Write the summary to a file, and say here where it is."""
        path = await self._file.ask(self.app, self._history, self._session)
        if path is not None:
            self.query_one("#ways", Static).update(Content("\n").join([self._ways_on(), said(written(path), "$good")]))


def _finding(found: Line, width: int) -> list[Content]:
    first, *rest = wrapped(found.text, width - INDENT)
    mark = said(found.mark, TONES[found.level])
    return [line(mark, " ", first), *(line("  ", each) for each in rest)]


def _let_go(gone: Gone) -> str:
    back = f": {texts.figure(gone.hours_a_month)} h a month are yours again" if gone.hours_a_month else ""
    return f"This time you let go of {gone.name}{back}."


def _titled(title: str, lines: Sequence[Content]) -> list[Content]:
    return [said(title, "$you"), *(line(" " * INDENT, each) for each in lines)] if lines else []
