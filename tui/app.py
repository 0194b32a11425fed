"""The app: home, the way into a month's review and out of it, and what works on every screen."""

from __future__ import annotations

import signal
import time
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Literal

from rich.text import Text
from textual import work
from textual.binding import Binding, BindingType
from textual.reactive import Reactive
from textual.screen import Screen
from textual.theme import Theme

from store.problems import NotConfirmed, StoreProblem
from tui import terminal, words
from tui.abilities import Copying, Helpful, Saving
from tui.desk import Desk, new_id
from tui.home.screen import HomeScreen
from tui.keys_at_once import LooksUpKeys
from tui.ritual.keys_handled import all_keys_handled
from tui.room import TellsOfRoom
from tui.settings_told import tell_of_settings, use_keys
from tui.telling import tell, tells_problems, wants_it_again
from tui.theme import BY_NAME, DARK, shown_for, variables_for

if TYPE_CHECKING:  # what is imported here and in the methods below, home does without until it has been painted
    from review.history import History
    from review.mode import Mode
    from review.month import Month
    from review.records import Draft, Session
    from review.ritual.sitting import Sitting
    from store.library import Library
    from tui.clock import Clock
    from tui.ritual.undo_kept import UndoKept
    from tui.settings import Settings, SettingsFile
    from tui.start import Start

Leaving = Literal["quit", "demo"]
"""How the app was left: for good, or to look at the made-up history."""

WATCH_EVERY = 0.5
"""Seconds between two looks whether the terminal is still there."""


class ReviewApp(TellsOfRoom[Leaving], LooksUpKeys[Leaving]):
    """The whole of what a person meets on the screen."""

    TITLE = "obsess-review"
    CSS_PATH = "home/home.tcss"  # of the default screen, whose own stylesheet Textual does not look for
    ENABLE_COMMAND_PALETTE = True
    theme: Reactive[str] = Reactive(DARK.name)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "quit", id="app.quit", priority=True),
        Binding("ctrl+c", "copy_or_say_how_to_quit", "copy", id="app.copy", show=False, priority=True),
        Binding("question_mark,f1", "help", "help", id="app.help"),
        Binding("ctrl+p,colon", "command_palette", "commands", id="app.commands"),
    ]

    def __init__(self, desk: Desk, settings: SettingsFile, start: Start | None, *, made_up: bool = False) -> None:
        self.desk = desk
        self._settings_file = settings
        self._start = start
        self._made_up = made_up
        self._reviewing = False
        self._undo_kept: UndoKept | None = None
        self._warned = False
        self._home = HomeScreen(desk, lambda: self.marks)
        super().__init__()
        chosen = shown_for(self, desk.settings.theme)
        if chosen != self.theme:
            self.theme = chosen
        use_keys(self, desk.settings)

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Ours and Textual's, from the first moment: the app begins in ours and need not change to it."""
        return {**super().available_themes, **BY_NAME}

    def get_theme(self, theme_name: str) -> Theme | None:
        """Find ours at once: a screen asks hundreds of times as it is drawn, and each time all are put together."""
        return BY_NAME.get(theme_name) or super().get_theme(theme_name)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our colours under every theme."""
        return variables_for(self.current_theme)

    @property
    def marks(self) -> tuple[str, ...]:
        """What every screen says about this run: made-up data, or a day that stands in for the clock's."""
        stands_in = self.desk.clock.stands_in
        pretended = (words.pretending(stands_in),) if stands_in else ()
        return ((words.MADE_UP,) if self._made_up else ()) + pretended

    def get_default_screen(self) -> Screen[None]:
        """Start at home."""
        return self._home

    def on_mount(self) -> None:
        """Go where the command said."""
        if not self.is_headless:
            terminal.end_on_signals(self._end_now)
            self.set_interval(WATCH_EVERY, self._watch_terminal)
        if self._start is not None:
            self.review(self._start.month, self._start.mode or self.desk.settings.mode)

    def on_ready(self) -> None:
        """Show at home what is in the folder once the first frame is drawn."""
        tell_of_settings(self, self._settings_file, self.desk.settings)
        self._home.read_first()

    def _end_now(self, status: int) -> None:
        """Save, and leave in good order, or for certain a little later."""
        terminal.leave_for_certain(status)
        self._save()
        self._leave(status)

    def _save(self) -> str | None:
        """Save what is open; give what went wrong, if anything did."""
        problems = [screen.save() for screen in self.screen_stack if isinstance(screen, Saving)]
        return next((problem for problem in problems if problem), None)

    @work
    async def _leave(self, status: int) -> None:
        """Save what the keys pressed so far have come to, and leave; where it can't be saved, only when asked again."""
        await all_keys_handled(self)
        problem = self._save()
        if problem is None:
            self.exit(return_code=status)
        elif status or self._warned:
            self.exit(return_code=status or 1, message=Text(words.left_unsaved(problem)))
        else:
            self._warned = True
            self.notify(words.UNSAVED, severity="warning", timeout=15, markup=False)

    async def action_quit(self) -> None:
        """Leave for good, with everything saved."""
        self._leave(0)

    def _watch_terminal(self) -> None:
        if terminal.is_gone():
            self._end_now(terminal.SIGNALLED + signal.SIGHUP)

    def _fatal_error(self) -> None:
        """Say that the program broke, without the values that Textual would show, and keep a report."""
        from tui import crash

        folder = crash.folder_that_stays() if self._made_up else self.desk.library.folder.path
        self._exit_renderables.append(Text(crash.said(crash.keep_report(folder, self.desk.clock.now()))))
        self._close_messages_no_wait()

    @work
    async def action_copy_or_say_how_to_quit(self) -> None:
        """Copy what is selected; with nothing selected, say how to leave: in other programs Ctrl+C does."""
        await all_keys_handled(self)
        focused: object = self.focused
        if isinstance(focused, Copying) and focused.selected_text:
            focused.action_copy()
        elif self.screen.get_selected_text():
            self.screen.action_copy_text()
        else:
            self.notify(words.HOW_TO_QUIT, markup=False)

    # -- a month's review ----------------------------------------------------------------------------------------------

    def action_begin(self) -> None:
        """Go on with the draft, or begin the month that is next."""
        from review import cadence

        library, today = self.desk.library, self.desk.clock.today()
        try:
            draft = library.draft()
            month = draft.month if draft else cadence.month_to_begin(library.history().months, today)
        except StoreProblem as problem:
            tell(self, problem)
            return
        self.review(month, self.desk.settings.mode)

    @work
    @tells_problems
    async def action_begin_other(self) -> None:
        """Choose another month, or the quick ritual."""
        from tui.home.choose_month import choose_month

        chosen = await choose_month(self, self.desk)
        if chosen is not None:
            self.review(*chosen)

    @work
    async def review(self, month: Month, mode: Mode) -> None:
        """Take one month through the ritual, to its end or until it is left; one at a time."""
        await self.take_through(month, mode)

    async def take_through(self, month: Month, mode: Mode) -> None:
        """Review in the worker that asks for it; see `review`."""
        if self._reviewing:
            self.notify(words.ONE_AT_A_TIME, markup=False)
            return
        self._reviewing = True
        try:
            await self._review(month, mode)
        except StoreProblem as problem:
            self.home.call_after_refresh(self.home.read)
            tell(self, problem)
        finally:
            self._reviewing = False

    async def _review(self, month: Month, mode: Mode) -> None:
        self.home.forget()
        with self.desk.library.hold_draft():  # before it is read: another window could go on with it meanwhile
            sitting = await self._sitting(month, mode)
            if sitting is not None:
                await self._sit(sitting)

    async def _sitting(self, month: Month, mode: Mode) -> Sitting | None:
        from tui import beginning

        library, today = self.desk.library, self.desk.clock.today()
        history, draft = library.history(), library.draft()
        if draft is None:
            return beginning.sitting_for(history, month, today, mode)
        if draft.month == month:
            return beginning.gone_on_with(history, draft, today)
        return await self._settle(draft, history, month, mode)

    async def _settle(self, draft: Draft, history: History, month: Month, mode: Mode) -> Sitting | None:
        """Ask what to do with the draft of another month before beginning this one."""
        from tui import beginning

        today = self.desk.clock.today()
        self.home.call_after_refresh(self.home.read)  # it stands behind the question
        chosen = await beginning.what_becomes_of(draft, month, self)
        if chosen == "aside":
            self.desk.library.set_aside_draft()
            return beginning.sitting_for(history, month, today, mode)
        if chosen is None:
            return None
        return beginning.gone_on_with(history, draft, today, to_finish=chosen == "finish")

    async def _sit(self, sitting: Sitting) -> None:
        from tui.ritual.pace import Pace
        from tui.ritual.page import Means
        from tui.ritual.screen import RitualScreen
        from tui.ritual.undo_kept import UndoKept

        desk, kept = self.desk, self._undo_kept or UndoKept()
        self._undo_kept = kept
        means = Means(desk.new_id, desk.clock.now, desk.settings.currency)
        while True:
            pace = Pace(desk.ticks, sitting.draft.seconds)
            draft = await self.push_screen_wait(RitualScreen(sitting, desk.library, means, pace, kept))
            if draft is None:
                return
            session = await self._finish(draft)
            if session is not None:
                break
            sitting = sitting.at(draft)
        await self._end(session)

    async def _finish(self, draft: Draft) -> Session | None:
        """Write the session; None when it could not be, and the ritual goes on with the draft as it was."""
        from review.ritual import finish

        version = finish.version(draft, self.desk.clock.now())
        while True:
            try:
                return self.desk.library.finish(draft, version)
            except NotConfirmed as problem:  # it is written, so that the draft can't be gone on with
                if not await wants_it_again(self, problem):
                    session = self.desk.library.history().session(draft.month)
                    return session if session is not None and session.newest == version else None
            except StoreProblem as problem:
                tell(self, problem)
                return None

    async def _end(self, session: Session) -> None:
        from tui.ritual.ending import EndingScreen

        await self.push_screen_wait(EndingScreen(self.desk.library.history(), session, self.desk))

    # -- elsewhere -----------------------------------------------------------------------------------------------------

    @work
    @tells_problems
    async def action_read_last(self) -> None:
        """Read the newest finished session."""
        from tui.summary.export import SummaryFile
        from tui.summary.screen import SummaryScreen

        history = self.desk.library.history()
        if history.last is not None:
            currency = self.desk.settings.currency
            writer = SummaryFile(self.desk.library.folder.path, currency)
            await self.push_screen_wait(SummaryScreen(history, history.last.month, currency=currency, file=writer))

    @work
    @tells_problems
    async def action_past(self) -> None:
        """Look through the finished sessions."""
        from tui.past.looking import look_through

        await look_through(self)

    @work
    @tells_problems
    async def action_trends(self) -> None:
        """Show what the months add up to."""
        from tui.trends.screen import TrendsScreen

        await self.push_screen_wait(TrendsScreen(self.desk))

    def action_demo(self) -> None:
        """Leave for the made-up history; this folder is not touched."""
        if not self._made_up:
            self.exit("demo")

    def action_help(self) -> None:
        """Show what the screen at hand is for, and its keys."""
        from tui.help.screen import HelpScreen, keys_of

        screen = self.screen
        title, sentences = screen.help_text() if isinstance(screen, Helpful) else (words.KEYS, ())
        self.push_screen(HelpScreen(title, sentences, keys_of(screen)))

    @work
    @tells_problems
    async def action_settings(self) -> None:
        """Change the settings."""
        from tui.setting_up import ask_settings

        changed = await ask_settings(self, self._settings_file)
        if changed is not None:
            self._use(changed)

    def keep_theme(self, name: str) -> None:
        """Take another theme, and keep it in the settings. Raises StoreProblem."""
        self._use(self._settings_file.change(theme=name))

    def _use(self, settings: Settings) -> None:
        self.desk = replace(self.desk, settings=settings)
        self.theme = shown_for(self, settings.theme)
        self.home.use(self.desk)

    @work
    @tells_problems
    async def action_export_last(self) -> None:
        """Write the newest session's summary as markdown."""
        from tui.summary.export import SummaryFile

        history = self.desk.library.history()
        if history.last is not None:
            writer = SummaryFile(self.desk.library.folder.path, self.desk.settings.currency)
            await writer.ask(self, history, history.last)

    @property
    def home(self) -> HomeScreen:
        """The home screen, below all others."""
        return self._home

    def action_command_palette(self) -> None:
        """Find a command, a screen, a month or a prospect by typing."""
        from tui.palette import going

        going.anywhere(self)

    def search_themes(self) -> None:
        """Choose among all themes."""
        from tui.palette import going

        going.into_colours(self)


def run_app(
    library: Library, clock: Clock, settings: SettingsFile, *, start: Start | None = None, made_up: bool = False
) -> int:
    """Run the app until it is left for good, and give its exit status.

    Raises SettingsProblem when the settings can't be read.
    """
    terminal.take_any_bytes()
    while True:
        desk = Desk(library, clock, settings.read(), new_id, time.monotonic)
        app = ReviewApp(desk, settings, start, made_up=made_up)
        leaving = app.run()
        if app.return_code:
            return app.return_code
        if leaving != "demo":
            return 0
        _show_made_up(clock, settings)
        start = None


def _show_made_up(clock: Clock, settings: SettingsFile) -> None:
    from tui.demonstration import made_up_library

    with made_up_library(clock) as library:
        run_app(library, clock, settings, made_up=True)
