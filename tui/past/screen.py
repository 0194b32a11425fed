"""Past sessions: a list that is searched as one types, and what can be done with each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from review import month as months
from review import searching
from review import text as texts
from review.history import History
from review.measured import measured
from review.month import Month
from review.records import Session, Version
from review.searching import Searchable
from review.trends.series import Unit
from review.trends.series import said as written
from store.problems import StoreProblem
from tui import words
from tui.desk import Desk
from tui.keys_at_once import TakesKeysAtOnce
from tui.marks import marks_of
from tui.safe_text import cells
from tui.summary.export import SummaryFile
from tui.summary.screen import SummaryScreen
from tui.telling import tell, tells_problems
from tui.widgets.dialogs import ChooseDialog, ConfirmDialog
from tui.widgets.key_bar import Hint, KeyBar
from tui.widgets.line_input import LineInput
from tui.widgets.lines import cell, line, said
from tui.widgets.row import Row
from tui.widgets.rows import Rows

WIDTHS = [(0, "-narrow"), (76, "-wide")]
ALL_KEYS = 90
"""Cells from which on the foot has room for all keys; below, the help has the others, and the foot says so."""
MONTH_CELLS = 17
MARK = "◆"
MARKED = "c on another compares"
UNFINISHED = "correction not finished"
BETWEEN = " · "


def joined_within(facts: list[tuple[str, int]], width: int) -> str:
    """Join facts, without those that matter least where not all of them fit into *width* cells."""
    kept = [fact for fact in facts if fact[0]]
    while len(kept) > 1 and cells(BETWEEN.join(words for words, _ in kept)) > width:
        kept.remove(min(kept, key=lambda fact: fact[1]))
    return BETWEEN.join(words for words, _ in kept)


class PastScreen(Screen[Month | None], TakesKeysAtOnce):
    """The list, with one month at hand. Its result is a month to correct; None when it was left."""

    CSS_PATH = "past.tcss"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "search", id="past.search"),
        Binding("e", "amend", "correct it", id="past.amend"),
        Binding("v", "versions", "its versions", id="past.versions"),
        Binding("c", "compare", "compare two", id="past.compare"),
        Binding("x", "export", "write to a file", id="past.export"),
        Binding("delete,d", "delete", "delete", id="past.delete"),
        Binding("u", "put_back", "put one back", id="past.put_back"),
        Binding("escape", "close", "close", id="past.close"),
    ]

    def __init__(self, desk: Desk, month: Month | None = None) -> None:
        self._desk = desk
        self._begin_at = month
        self._take(desk.library.history())
        self._words = ""
        self._compare_with: Month | None = None
        super().__init__()

    def _take(self, history: History) -> None:
        self._history = history
        self._gaps = {each.month: each.mean_gap for each in measured(history)}
        self._texts: dict[Month, Searchable] = {}
        draft = self._desk.library.draft()
        self._correcting = draft.month if draft is not None and draft.amends else None
        self._only_deleted = not history.sessions and bool(self._desk.library.deleted())

    def compose(self) -> ComposeResult:
        """Lay out the search, the list and the keys."""
        yield Static(id="above")
        search = LineInput("", words.SEARCH, texts.LABEL_LENGTH)
        search.id = "search"
        yield search
        yield Rows(self._rows(), empty=words.NO_SESSIONS, current=self._begin_at, id="sessions")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Start in the list."""
        self.query_one(Rows).focus()
        self._show_frame()

    def on_resize(self) -> None:
        """Fit the line above to the width."""
        self._show_frame()

    # -- the list ------------------------------------------------------------------------------------------------------

    def _rows(self) -> list[Row]:
        rows = []
        for session in reversed(self._history.sessions):
            hit = self._hit(session)
            if hit is not None:
                marked = session.month == self._compare_with
                draw = partial(self._drawn, session, hit, marked)
                shown = (session.month, len(session.versions), hit, marked, session.month == self._correcting)
                rows.append(Row(session.month, draw, shown))
        return rows

    def _hit(self, session: Session) -> str | None:
        if not self._words:
            return ""
        return searching.found(self._searchable(session), self._words)

    def _searchable(self, session: Session) -> Searchable:
        if session.month not in self._texts:
            self._texts[session.month] = searching.searchable(self._history, session)
        return self._texts[session.month]

    def _drawn(self, session: Session, hit: str, marked: bool, width: int, current: bool) -> list[Content]:  # noqa: FBT001
        room = max(1, width - MONTH_CELLS - 2)
        aside = hit or joined_within(self._facts(session), room)
        head = cell(months.title(session.month), MONTH_CELLS, "bold" if current else "")
        mark = said(f"{MARK} ", "$you") if marked else said("  ")
        return [line(mark, head, cell(aside, room, "" if hit else "$quiet"))]

    def _facts(self, session: Session) -> list[tuple[str, int]]:
        """Give what the list says of a session in its order, and how much each matters where there is little room."""
        count = sum(not row.parked for row in self._history.rows(session.answers))
        gap = self._gaps.get(session.month)
        return [
            (MARKED if session.month == self._compare_with else "", 7),
            (UNFINISHED if session.month == self._correcting else "", 6),
            (texts.plural(count, "prospect"), 4),
            (f"average gap {written(gap, Unit.GAP)}" if gap is not None else "", 3),
            (f"{round(session.newest.seconds / 60)} min" if session.newest.seconds else "", 0),
            ("corrected" if len(session.versions) > 1 else "", 5),
            ("quick" if session.newest.mode == "quick" else "", 1),
        ]

    def _show_rows(self) -> None:
        rows = self.query_one(Rows)
        rows.set_empty(words.NOTHING_FOUND if self._words else words.NO_SESSIONS)
        rows.set_rows(self._rows())
        self._show_frame()

    def _show_frame(self) -> None:
        total = texts.plural(len(self._history.sessions), "session")
        marks = marks_of(self.app)
        left = line(("obsess-review", "bold"), ("  Past sessions", "$quiet"), (f"  {marks}" if marks else "", "$warn"))
        room = self.size.width - 4 - left.cell_length - len(total)
        aside = line(" " * room, (total, "$quiet")) if room > 0 else said("")
        self.query_one("#above", Static).update(line(left, aside))
        self._show_keys()

    @on(Rows.Moved)
    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _show_keys(self) -> None:
        """Show the keys that work where the cursor is: in the search, letters are letters."""
        searching = self.query_one(LineInput).has_focus
        self.query_one(KeyBar).set_hints(self._search_hints() if searching else self._list_hints())

    def _search_hints(self) -> list[Hint]:
        found = Hint("Enter", "to what is found" if self._words else "to the sessions", "enter", 9)
        return [found, Hint("Esc", "leave the search", "escape", 8), words.HELP_BY_F1]

    def _list_hints(self) -> list[Hint]:
        help_ = words.HELP_HINT if self.size.width >= ALL_KEYS or not self._session else words.MORE_KEYS_HINT
        way_out = [Hint("Esc", "clear the search" if self._words else "close", "escape", 6), help_]
        if self._session is None:
            search = [Hint("/", "search", "slash", 3)] if self._history.sessions else []
            return [*search, *([Hint("u", "put back", "u", 1)] if self._only_deleted else []), *way_out]
        several = len(self._session.versions) > 1
        going_on = self._correcting is not None and self._month == self._correcting
        return [
            Hint("Enter", "read", "enter", 9),
            Hint("/", "search", "slash", 3),
            Hint("e", "go on" if going_on else "correct", "e", 8),
            *([Hint("v", "versions", "v", 7)] if several else []),
            Hint("c", self._comparing(), "c", 7),
            Hint("x", "export these" if self._compare_with else "export", "x", 4),
            Hint("d", "delete", "d", 5),
            Hint("u", "put back", "u", 1),
            *way_out,
        ]

    def _comparing(self) -> str:
        """Say what c does next."""
        if self._compare_with is None:
            return "compare"
        return "unmark" if self._compare_with == self._month else f"compare with {MARK}"

    @property
    def _month(self) -> Month | None:
        current = self.query_one(Rows).current
        return Month(current) if current else None

    @property
    def _session(self) -> Session | None:
        return self._history.session(self._month) if self._month else None

    # -- searching -----------------------------------------------------------------------------------------------------

    def action_search(self) -> None:
        """Go to the search, before the next key is looked up."""
        self.set_focus(self.query_one(LineInput))

    @on(LineInput.Changed)
    def _search(self, event: LineInput.Changed) -> None:
        self._words = event.value
        self._show_rows()
        self._show_keys()

    @on(LineInput.Finished)
    def _to_list(self) -> None:
        self.query_one(Rows).focus()

    def action_close(self) -> None:
        """Leave the search, then the list."""
        if self.query_one(LineInput).has_focus:
            self.query_one(Rows).focus()
        elif self._words:
            self.query_one(LineInput).value = ""
        else:
            self.dismiss(None)

    # -- one session ---------------------------------------------------------------------------------------------------

    @on(Rows.Chosen)
    @work
    async def _read(self) -> None:
        if self._session is not None:
            sought = searching.sought(self._searchable(self._session), self._words) if self._words else ()
            await self._read_in(self._history, self._session.month, sought)

    async def _read_in(
        self, history: History, month: Month, sought: Sequence[str] = (), later: Version | None = None
    ) -> None:
        currency = self._desk.settings.currency
        file = SummaryFile(self._desk.library.folder.path, currency)
        screen = SummaryScreen(history, month, currency=currency, file=file, sought=sought, later=later)
        await self.app.push_screen_wait(screen)

    @work
    async def action_versions(self) -> None:
        """Read one of the versions of a corrected session."""
        session = self._session
        if session is None:
            return
        if len(session.versions) == 1:
            self.notify(words.ONE_VERSION, markup=False)
            return
        options = [
            (at, months.long_date(version.at.date()), version.why or ("as first finished" if at == 1 else ""))
            for at, version in enumerate(session.versions, 1)
        ]
        chosen = await self.app.push_screen_wait(ChooseDialog(months.title(session.month), options))
        if isinstance(chosen, int):
            then = self._history.having(Session(session.month, session.versions[:chosen]))
            later = session.versions[chosen] if chosen < len(session.versions) else None
            await self._read_in(then, session.month, later=later)

    def action_amend(self) -> None:
        """Correct the session; every version is kept."""
        if self._month is not None:
            self.dismiss(self._month)

    @work
    async def action_export(self) -> None:
        """Write the session's summary to a file, or those of the months between it and the marked one."""
        chosen = self._chosen()
        if chosen:
            writer = SummaryFile(self._desk.library.folder.path, self._desk.settings.currency)
            await writer.ask(self.app, self._history, *chosen)

    def _chosen(self) -> list[Session]:
        """Give the sessions from the marked one to the one at hand, oldest first; without a mark, the one at hand."""
        if self._month is None:
            return []
        first, last = sorted((self._compare_with or self._month, self._month))
        return [session for session in self._history.sessions if first <= session.month <= last]

    @work
    async def action_compare(self) -> None:
        """Mark a session, then compare another with it."""
        from tui.past.compare import CompareScreen

        month = self._month
        if month is None:
            return
        if self._compare_with in {None, month}:
            self._compare_with = None if self._compare_with else month
            self._show_rows()
            return
        first, self._compare_with = self._compare_with, None
        self._show_rows()
        if first is not None:
            await self.app.push_screen_wait(CompareScreen(self._history, first, month))

    @work
    @tells_problems
    async def action_delete(self) -> None:
        """Delete the session, after asking; it can be put back."""
        month = self._month
        if month is None:
            return
        dialog = ConfirmDialog(
            words.deleting(months.title(month)), words.DELETING, yes="Delete", no="Keep", danger=True
        )
        if await self.app.push_screen_wait(dialog):
            self._change(lambda: self._desk.library.delete(month))

    @work
    @tells_problems
    async def action_put_back(self) -> None:
        """Put a deleted session back."""
        gone = [session.month for session in self._desk.library.deleted()]
        if not gone:
            self.notify(words.NONE_DELETED, markup=False)
            return
        options = [(month, months.title(month), "") for month in dict.fromkeys(gone)]
        chosen = await self.app.push_screen_wait(ChooseDialog("Put back which?", options))
        if isinstance(chosen, str):
            self._change(lambda: self._desk.library.put_back(Month(chosen)))

    def _change(self, act: Callable[[], object]) -> None:
        try:
            act()
        except StoreProblem as problem:
            tell(self, problem)
        self._take(self._desk.library.history())
        self._show_rows()

    def help_text(self) -> tuple[str, tuple[str, ...]]:
        """Say what this screen is for."""
        return words.PAST_HELP
