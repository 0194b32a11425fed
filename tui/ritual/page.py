"""What the page of every step has: the sitting it shows, the way its answers go up, and its dialogs.

Values come down through `Page.show`; what is given goes up to the page's `Keeper`, by a call and not as a message: it
is on disk before the next key is looked at. It is drawn just before that, so that what shows it is on its way to the
terminal while the disk is waited for. A page advances its own copy of the sitting at once, so that two fast keys build
on each other; the ritual screen owns the draft and tells the page when it was changed elsewhere (by undo, say).
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar, Protocol

from msgspec import Struct
from textual.containers import Container
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from review import text as texts
from review.problem import Problem
from review.records import Draft, Id, NewId, Place, Unfinished
from review.ritual.sitting import Sitting, change_row
from review.ritual.step import Step
from tui.lean_screen import LeanScreen
from tui.ritual.dialog import Field, Given, RitualChoice, RitualDialog, RitualNote
from tui.widgets import form_fields
from tui.widgets.form_fields import Option
from tui.widgets.key_bar import Hint
from tui.widgets.settled import Settled


class Means(Struct, frozen=True):
    """What a page needs beside the sitting: new ids, the moment, and the sign for money."""

    new_id: NewId
    now: Callable[[], datetime]
    currency: str


NOTE = "note"
"""The name of the form that a note is written in."""

Reopen = Callable[[str | None, str | None], object]
"""Opens a form again: whom it is about, and what else it needs."""


class Keeper(Protocol):
    """Who owns the draft that a page works on."""

    def keep_answer(self, draft: Draft, what: str) -> None:
        """Keep an answer that was given, on disk when this returns; *what* names it for undo."""

    def keep_place(self, place: Place) -> None:
        """Keep where in the step the cursor is."""

    def keep_typing(self, unfinished: Unfinished | None) -> None:
        """Keep what a form has in it that is no answer yet; None when it was closed."""


class Page(Container, Settled):
    """One step on screen. Its `keeper` is there before it is shown."""

    STEP: ClassVar[Step]
    keeper: Keeper

    class Refused(Message):
        """An answer could not be taken; the sentence says why and how to mend it."""

        def __init__(self, problem: Problem) -> None:
            self.problem = problem
            super().__init__()

    class StepAsked(Message):
        """The next (1) or previous (-1) step was asked for from inside a dialog."""

        def __init__(self, by: int) -> None:
            self.by = by
            super().__init__()

    class HintsChanged(Message):
        """What the keys do changed."""

    def __init__(self, sitting: Sitting, means: Means) -> None:
        self.sitting = sitting
        self.means = means
        self._restored: Unfinished | None = None
        self.step_was_asked = False
        self._in_dialog = False
        self._expected = Size(0, 0)
        super().__init__(id=self.STEP.name)

    # -- its room ------------------------------------------------------------------------------------------------------

    def expect(self, room: Size) -> None:
        """Take the room that the page before had: this one gets the same."""
        self._expected = room

    @property
    def room(self) -> Size:
        """The cells it has, known before it is laid out, so that its first frame needs no second; 0 × 0 where not."""
        return self.size or self._expected

    def is_lower_than(self, lines: int) -> bool:
        """Tell whether its room, where that is known, has fewer lines than these."""
        return bool(self.room) and self.room.height < lines

    # -- for each page to fill in --------------------------------------------------------------------------------------

    def show(self, sitting: Sitting) -> None:
        """Show a sitting; called after every change."""
        self.sitting = sitting

    def show_answer(self, sitting: Sitting) -> None:
        """Show what an answer of this page's own came to; what only rests on it may follow in the next frame."""
        self.show(sitting)

    def hints(self) -> Sequence[Hint]:
        """Give the keys that work now, the important ones first."""
        return ()

    def help_lines(self) -> tuple[str, ...]:
        """Give what the help says about this page beyond the step's own words."""
        return ()

    def escape_words(self) -> str:
        """Say what Esc does here, for the line of keys."""
        return "leave"

    def take_place(self, place: Place) -> None:
        """Put the cursor where it was left."""

    def go_back_to(self, cell: Place | None) -> None:
        """Put the cursor on the cell whose answer was undone, so that the right one can be given there."""
        if cell is not None:
            self.take_place(cell)
            self.keeper.keep_place(cell)

    def forms(self) -> Mapping[str, Reopen]:
        """Give the forms of this page by name, so that one left open can be opened again with its text."""
        return {NOTE: lambda about, _also: self.in_worker(self.note_about(about or ""))}

    def begin_on(self, widget: Widget) -> None:
        """Put the focus on a widget of the page while it is mounted, so that its first frame shows it there."""
        self.screen.set_focus(widget, scroll_visible=False)

    def move_row(self, by: int) -> None:
        """Go to the next (1) or previous (-1) prospect."""

    def settle(self) -> None:
        """Take what is half typed outside of dialogs as an answer, before the page is left."""

    # -- answers -------------------------------------------------------------------------------------------------------

    def answer(self, result: Draft | Problem, what: str) -> bool:
        """Take a change up: drawn at once, then kept by the ritual screen. A problem is said instead; tells which."""
        if isinstance(result, Problem):
            self.post_message(self.Refused(result))
            return False
        if result is not self.sitting.draft:
            self.show_answer(self.sitting.at(result))
            if isinstance(self.screen, LeanScreen) and not self._in_dialog:  # which may still be on the terminal
                self.screen.draw_at_once(self.app.focused)
            self.keeper.keep_answer(result, what)
        return True

    def at_place(self, about: str | None, field: str | None = None) -> None:
        """Remember where the cursor is, so that resuming comes back to it."""
        self.keeper.keep_place(Place(self.STEP.name, about, field))

    # -- dialogs -------------------------------------------------------------------------------------------------------

    def reopen(self, unfinished: Unfinished) -> None:
        """Open the form that was left open, with its text."""
        opener = self.forms().get(unfinished.form)
        if opener is not None:
            self._restored = unfinished
            opener(unfinished.about, unfinished.also)

    async def ask(
        self,
        form: str,
        title: str,
        fields: Iterable[Field],
        *,
        about: str | None = None,
        also: str | None = None,
        intro: str = "",
        at: str | None = None,
        check: Callable[[dict[str, object]], dict[str, form_fields.Problem]] | None = None,
    ) -> Given | None:
        """Ask a form; None when it was left. What is typed is kept from the first letter on, by the form's name.

        `^N` and `^O` work inside: they save the form and change the step.
        """
        restored = self.take_restored()
        typed = dict(restored.texts)

        def keep(key: str, text: str) -> None:
            typed[key] = text
            self.keeper.keep_typing(Unfinished(form, about, dict(typed), key, also))

        dialog = RitualDialog(
            title, list(fields), texts=typed, intro=intro, at=restored.field or at, check=check, on_change=keep
        )
        outcome = await self.app.push_screen_wait(dialog)
        self.keeper.keep_typing(None)
        self._go_on(dialog.step_asked)
        return None if outcome is None else Given(outcome)

    async def choose(self, title: str, options: Sequence[Option], *, intro: str = "", current: object = None) -> object:
        """Ask for one of several; None when none was chosen. `^N` and `^O` work inside."""
        dialog = RitualChoice(title, options, intro=intro, current=current)
        chosen = await self.app.push_screen_wait(dialog)
        self._go_on(dialog.step_asked)
        return chosen

    def _go_on(self, by: int) -> None:
        """Ask for the step that was asked for from inside a dialog, once what the dialog gave is answered."""
        self.step_was_asked = bool(by)
        if by:
            self.call_later(self.post_message, self.StepAsked(by))

    def take_restored(self) -> Unfinished:
        """Give the form that is being opened again, once; an empty one for all others."""
        restored, self._restored = self._restored, None
        return restored or Unfinished("")

    async def write_note(self, title: str, text: str | None, *, about: str | None = None) -> str | None:
        """Have a longer text written; None when it is as it was. What is typed is kept from the first letter on."""
        restored = self.take_restored().texts.get(NOTE)

        def keep(typed: str) -> None:
            self.keeper.keep_typing(Unfinished(NOTE, about, {NOTE: typed}))

        shown = text or "" if restored is None else restored
        dialog = RitualNote(f"{title}: a note", shown, max_length=texts.NOTE_LENGTH, on_change=keep)
        words = await self.app.push_screen_wait(dialog)
        self.keeper.keep_typing(None)
        self._go_on(dialog.step_asked)
        return restored if words is None else words

    async def note_about(self, prospect: Id) -> None:
        """Write a note about one prospect of this session."""
        row = self.sitting.row(prospect)
        name = self.sitting.prospect(prospect).name
        if row is None:
            return
        words = await self.write_note(name, row.note, about=prospect)
        if words is not None:
            self.answer(change_row(self.sitting.draft, prospect, note=texts.given(words)), f"{name}, note")

    @property
    def in_dialog(self) -> bool:
        """Whether a dialog is about to open, is open, or has closed and what it gave is not yet answered."""
        return self._in_dialog

    def in_worker(self, flow: Coroutine[Any, Any, object]) -> None:
        """Run a flow that awaits dialogs, one at a time: keys in a burst must not open one over the other."""
        if self._in_dialog:
            flow.close()
        else:
            self._in_dialog = True
            self.run_worker(self._to_its_end(flow), exit_on_error=True)

    async def _to_its_end(self, flow: Coroutine[Any, Any, object]) -> None:
        try:
            await flow
        finally:
            self._in_dialog = False
