"""The ritual on screen: it owns the draft and the step, saves every answer, and shows one page at a time."""

from __future__ import annotations

from collections.abc import Coroutine
from contextlib import ExitStack
from typing import ClassVar

from msgspec import structs
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Event, InputEvent, Key, MouseDown

from review import text as texts
from review.records import Draft, Place, Unfinished
from review.ritual import steps
from review.ritual.finish import can_finish, settled
from review.ritual.sitting import Sitting
from review.ritual.step import Step
from review.ritual.undo import cell_of
from store.library import Library
from store.problems import StoreProblem
from tui import words
from tui.keys_at_once import TakesKeysAtOnce, TakesKeysSoon
from tui.lean_screen import LeanScreen
from tui.marks import marks_of
from tui.ritual.foot import SECONDS
from tui.ritual.frame import Frame
from tui.ritual.keys_handled import keys_handled
from tui.ritual.pace import Pace
from tui.ritual.page import Means, Page
from tui.ritual.pages import page_for
from tui.ritual.rail import Rail
from tui.ritual.undo_kept import UndoKept
from tui.telling import tells_problems
from tui.widgets.dialogs import FormDialog
from tui.widgets.form_fields import TextField

WIDTHS = [(0, "-narrow"), (100, "-wide")]
HEIGHTS = [(0, "-low"), (32, "-tall")]
"""Cells from which the rail stands beside the page, and from which lines stand apart: as in usual windows."""

SAVE_WITHIN = 0.5
"""Seconds after which typing is on disk at the latest: half of what may be lost to a kill."""


class RitualScreen(LeanScreen[Draft | None], TakesKeysAtOnce, TakesKeysSoon):
    """One sitting, from its first step to finishing or leaving. Its result is the draft to finish; None when left."""

    CSS_PATH = "ritual.tcss"
    AUTO_FOCUS = ""  # each page takes the focus itself; Textual's choice would scroll the ones that don't fit
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n,f4", "step(1)", "next step", id="ritual.next"),
        Binding("ctrl+o,f3", "step(-1)", "previous step", id="ritual.previous"),
        Binding("ctrl+z", "undo", "undo", id="ritual.undo"),
        Binding("left_square_bracket", "row(-1)", "previous prospect", id="ritual.row_before"),
        Binding("right_square_bracket", "row(1)", "next prospect", id="ritual.row_after"),
        Binding("ctrl+f", "finish", "finish", id="ritual.finish"),
        Binding("s", "summary", "read the summary", id="ritual.summary"),
        Binding("escape", "leave", "leave, saved", id="ritual.leave"),
    ]

    def __init__(
        self, sitting: Sitting, library: Library, means: Means, pace: Pace, undo_kept: UndoKept | None = None
    ) -> None:
        self.sitting = sitting
        self._library = library
        self._means = means
        self._pace = pace
        self._undo_kept = undo_kept or UndoKept()
        self._undo = self._undo_kept.take(sitting.draft)
        self._unsaved = False
        self._handed_over = False
        self._saved_at = ""
        self._trouble: str | None = None
        self._warned = False
        self._page: Page | None = None
        self._frame_is_due = False
        self._frame = Frame()
        super().__init__()

    # -- what stands on screen -----------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Lay out the line above, the keys, and the rail; the step's page gets the room they leave."""
        yield from self._frame.compose()

    async def on_mount(self) -> None:
        """Show the step where the draft was left, and go on saving while it is open."""
        self.set_interval(SAVE_WITHIN, self.save)
        await self._show_step(self._step(), resuming=True)
        self.save()

    def _step(self) -> Step:
        at = steps.position(self.sitting, self.sitting.draft.place.step)
        return steps.of(self.sitting)[at]

    async def _show_step(self, step: Step, *, resuming: bool = False) -> None:
        page = page_for(step.name)(self.sitting, self._means)
        page.keeper = self
        with ExitStack() as drawing:
            drawing.enter_context(self.app.batch_update())
            if self._page is not None:
                page.expect(self._page.size)
                await self._page.remove()
            await self.mount(page)
            self._page = page
            self._show_frame()
            # Textual asks for a layout once more when it has taken the page before down: one frame for both.
            self.app.call_next(drawing.pop_all().close)
        if resuming:
            page.take_place(self.sitting.draft.place)
            if self.sitting.draft.unfinished is not None:
                page.reopen(self.sitting.draft.unfinished)

    def _show_frame_next(self) -> None:
        """Show what stands around the page once the page has been drawn: an answer is seen first."""
        if not self._frame_is_due:
            self._frame_is_due = True
            self.call_after_refresh(self._show_frame_if_due)

    def _show_frame_if_due(self) -> None:
        if self._frame_is_due:  # not shown with a new page in the meantime
            self._show_frame()

    def _show_frame(self) -> None:
        self._frame_is_due = False
        amended = words.AMENDMENT if self.sitting.draft.amends else ""
        marks = " · ".join(each for each in (marks_of(self.app), amended) if each)
        trouble = words.NOT_SAVED if self._trouble else ""
        saved = trouble or (words.saved_at(self._saved_at) if self._saved_at else "")
        width, wide = self.size.width - 2, self.has_class("-wide")
        self._frame.show(self.sitting, self._step(), marks, saved, trouble, width, wide=wide)
        self._show_keys()

    def _show_keys(self) -> None:
        if self._page is not None:
            self._frame.show_keys(self.sitting, self._step(), self._page, undo=bool(self._undo.changes))

    def _say(self, sentence: str, tone: str = "$you", seconds: float = SECONDS) -> None:
        self._frame.say(sentence, tone, seconds)

    def on_resize(self) -> None:
        """Fold the rail into a line, or unfold it."""
        self.call_after_refresh(self._show_frame)

    # -- answers -------------------------------------------------------------------------------------------------------

    def keep_answer(self, draft: Draft, what: str) -> None:
        """Keep an answer, on disk when this returns; *what* names it for undo."""
        mine = self.sitting.draft
        self._undo = self._undo.after(mine, what)
        self._keep(structs.replace(draft, unfinished=mine.unfinished, place=mine.place, done=mine.done))

    def keep_place(self, place: Place) -> None:
        """Keep where in the step the cursor is, on disk half a second later at the latest."""
        before = self.sitting.draft.place
        if place != before and place.step in {before.step, self._step().name}:
            self._keep(structs.replace(self.sitting.draft, place=place), at_once=False)

    def keep_typing(self, unfinished: Unfinished | None) -> None:
        """Keep what is half typed in a form, on disk half a second later at the latest; None when it was closed."""
        self._keep(structs.replace(self.sitting.draft, unfinished=unfinished), at_once=False)

    @on(Page.Refused)
    def _refuse(self, event: Page.Refused) -> None:
        self._say(event.problem.text, "$warn")

    @on(Page.HintsChanged)
    def _take_hints(self) -> None:
        self._show_keys()

    @on(Page.StepAsked)
    async def _take_step(self, event: Page.StepAsked) -> None:
        await self._step_by(event.by)

    def _keep(self, draft: Draft, *, at_once: bool = True) -> None:
        # The page is ahead of this when keys come fast: it is not set back to what is only now kept.
        self.sitting = self.sitting.at(structs.replace(draft, seconds=self._pace.seconds))
        self._unsaved = True
        if at_once and self.save() is not None:
            self._show_frame()

    async def action_undo(self) -> None:
        """Take the last answer or list change back, those just typed included."""
        await keys_handled(self)
        self._undo, undone = self._undo.back()
        if undone is None:
            self._say(words.NOTHING_TO_UNDO, "$warn")
            return
        mine = self.sitting.draft
        self._keep(structs.replace(undone.draft, place=mine.place, done=mine.done))
        if self._page is not None:
            self._page.show(self.sitting)
            self._page.go_back_to(cell_of(undone.draft, mine))
        self._say(words.undone(undone.what))

    # -- going about ---------------------------------------------------------------------------------------------------

    async def action_step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) step; a step left forwards counts as done."""
        await self._all_answered()
        await self._step_by(by)

    async def _all_answered(self) -> None:
        """Let the keys pressed before this one become answers, and what is half typed too where it can be."""
        await keys_handled(self)
        if self._page is not None:
            self._page.settle()
            await keys_handled(self)

    async def _step_by(self, by: int) -> None:
        here = self._step()
        all_steps = steps.of(self.sitting)
        to = steps.position(self.sitting, here.name) + by
        if not 0 <= to < len(all_steps):
            self._say(words.LAST_STEP if by > 0 else words.FIRST_STEP, "$warn")
            return
        if by > 0:
            self._mark_done(here.name)
        await self._go(all_steps[to].name)

    def _mark_done(self, name: str) -> None:
        draft = self.sitting.draft
        if name not in draft.done:
            self._keep(structs.replace(draft, done=(*draft.done, name)), at_once=False)

    @on(Rail.StepChosen)
    def _go_to_chosen(self, event: Rail.StepChosen) -> None:
        self.run_worker(self._leave_for(event.name))

    async def _leave_for(self, name: str) -> None:
        await self._all_answered()
        here = self._step().name
        if steps.position(self.sitting, name) > steps.position(self.sitting, here):
            self._mark_done(here)
        await self._go(name)

    async def _go(self, name: str) -> None:
        self._keep(structs.replace(self.sitting.draft, place=Place(name), unfinished=None), at_once=False)
        self.save()
        await self._show_step(self._step())

    def action_row(self, by: int) -> None:
        """Go to the next or previous prospect inside the step."""
        if self._page is not None:
            self._page.move_row(by)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let finishing and the summary work in the last step only."""
        del parameters
        if action in {"finish", "summary"}:
            return self._step().name == steps.of(self.sitting)[-1].name
        return True

    def help_text(self) -> tuple[str, tuple[str, ...]]:
        """Say what the step at hand is for."""
        step = self._step()
        more = self._page.help_lines() if self._page else ()
        return step.title, (step.question, step.why, *(["\n".join(more)] if more else []), words.RITUAL_HELP)

    # -- saving --------------------------------------------------------------------------------------------------------

    def on_event(self, event: Event) -> Coroutine[None, None, None]:
        """Count the time spent, from every key and click of this screen."""
        if isinstance(event, Key):
            self.key_came()
        elif isinstance(event, InputEvent):
            self._pace.moved()
            if isinstance(event, MouseDown):
                self._frame.key_pressed()
        return super().on_event(event)

    def key_came(self) -> None:
        """Count the time since the last key, and take the sentence at the foot away."""
        self._pace.moved()
        self._frame.key_pressed()

    def is_opening(self) -> bool:
        """Tell whether a dialog is on its way, or has closed and the cursor is not yet where its answer leads."""
        return self._page is not None and self._page.in_dialog

    def save(self) -> str | None:
        """Put the draft on disk if anything changed; trouble is said once, and given, and the draft stays in memory."""
        if not self._unsaved or self._handed_over:
            return None
        problem = self._write()
        if problem is not None:
            self._say_trouble(problem)
            return problem
        if self._trouble is not None:
            self._trouble = None
            self._say(words.SAVED_AGAIN)
        self._show_frame_next()
        return None

    def _write(self) -> str | None:
        """Write the draft; what went wrong, if anything did."""
        draft = structs.replace(self.sitting.draft, seconds=self._pace.seconds)
        try:
            self._library.save_draft(draft)
        except StoreProblem as problem:
            return str(problem)
        self._unsaved = False
        self._saved_at = self._means.now().strftime("%H:%M")
        return None

    def on_unmount(self) -> None:
        """Save whatever way the app is left; nothing is left to draw on."""
        if self._unsaved and not self._handed_over:
            self._write()

    # -- the end -------------------------------------------------------------------------------------------------------

    async def action_leave(self) -> None:
        """Go home; everything is saved and nothing is asked, but where it can't be saved."""
        await keys_handled(self)
        if not self.is_current:  # left already, by the same key
            return
        if self.save() is not None and not self._warned:
            self._warned = True
            self._say(words.UNSAVED, "$warn", 15)
            return
        self._undo_kept.keep(self.sitting.draft, self._undo)
        self.dismiss(None)

    @work
    async def action_summary(self) -> None:
        """Read the summary as it would be."""
        from tui.summary.screen import SummaryScreen

        await self._all_answered()
        if not self.is_current:
            return
        self.save()
        await self.app.push_screen_wait(
            SummaryScreen(self.sitting.with_this, self.sitting.month, unfinished=True, currency=self._means.currency)
        )

    @work
    @tells_problems
    async def action_finish(self) -> None:
        """Hand the draft over to be finished, or say what is missing."""
        await self._all_answered()
        if not self.is_current:  # finished already, by the same key
            return
        self.save()
        problem = can_finish(self.sitting.draft, self._library.history())
        if problem is not None:
            self._refuse(Page.Refused(problem))
            return
        draft = structs.replace(settled(self.sitting), seconds=self._pace.seconds, unfinished=None)
        if draft.amends and draft.why is None:
            why = await self._ask_why()
            if why is None:
                return
            draft = structs.replace(draft, why=why or None)
        self._handed_over = True
        self._undo_kept.keep(draft, self._undo)  # for where it can't be finished
        self.dismiss(draft)

    async def _ask_why(self) -> str | None:
        """Ask for the reason of an amendment; empty is an answer, None goes back."""
        field = TextField("why", words.WHY_AMENDED, max_length=texts.LABEL_LENGTH)
        given = await self.app.push_screen_wait(FormDialog(words.AMENDING, [field], save=words.FINISH))
        return None if given is None else str(given["why"] or "")

    def _say_trouble(self, sentence: str) -> None:
        if sentence != self._trouble:
            self._trouble = sentence
            self._say(sentence, "$alarm", 15)
            self._show_frame()
