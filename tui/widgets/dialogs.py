"""Questions over a screen: a form, a yes or no, one of several, a note. Each gives its answer to whoever awaits it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from tui.keys_at_once import TakesKeysSoon
from tui.safe_text import cells, safe
from tui.widgets.choice_line import CHOSEN, FRENCH_DIGITS
from tui.widgets.column import Column
from tui.widgets.form import CUT, Form
from tui.widgets.form_fields import AnyField, Check, Option, Problem
from tui.widgets.key_bar import Hint, KeyBar
from tui.widgets.line_input import WasCut
from tui.widgets.lines import cell, line, said, spot, wrapped
from tui.widgets.remapped import key_of
from tui.widgets.row import Row
from tui.widgets.rows import Rows
from tui.widgets.shown_key import shown_key

if TYPE_CHECKING:
    from textual.widgets import TextArea  # it is large, and most dialogs have none

    from tui.widgets.note_area import NoteArea

Answer = TypeVar("Answer")

CHOOSING = (Hint("Enter", "choose", "enter", 9), Hint("Esc", "leave", "escape", 8))
"""What the keys do in a list of options."""

GAP = 3
"""Cells between an option and what it means."""


class DialogBox(Column):
    """The box of a dialog: its title in the border, as high as what is in it."""

    DEFAULT_CSS = """
    DialogBox {
        width: 74;
        max-width: 100%;
        height: auto;
        max-height: 100%;
        border: round $quiet;
        border-title-color: $foreground;
        border-title-style: bold;
        background: $background;
        padding: 1 2;
        & > .dialog--intro { height: auto; margin-bottom: 1; }
    }
    """

    def __init__(self, title: str, intro: str | Content, *children: Widget) -> None:
        shown = Content(safe(intro, keep_newlines=True)) if isinstance(intro, str) else intro
        first = [Static(shown, classes="dialog--intro")] if shown else []
        super().__init__(*first, *children)
        self.border_title = said(title)


class Dialog(ModalScreen[Answer], TakesKeysSoon):
    """A box in the middle of the screen, over what was there."""

    AUTO_FOCUS = ""  # each dialog begins where it says
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "help", show=False, id="app.help"),  # Textual cuts the app's own off
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012 - as Textual declares it
    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        &.-low DialogBox { padding: 0 1; }
    }
    """

    _has_begun = False

    @on(events.DescendantFocus)
    def _begin(self) -> None:
        self._has_begun = True

    def is_opening(self) -> bool:
        """Tell whether no part of it has had the focus yet: keys wait for that."""
        return not self._has_begun

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Close, once: of keys in a burst the second must not close what is below."""
        return super().dismiss(result) if self.is_current else AwaitComplete()

    def on_click(self, event: events.Click) -> None:
        """A click beside the box is one on the dialog itself."""
        if event.widget is self:
            self.clicked_beside()

    def clicked_beside(self) -> None:
        """Close, where that loses nothing and nothing in the box can be clicked for it; else stay."""


class FormDialog(Dialog[dict[str, object] | None]):
    """A form. Gives its values, or None when it was left; what was typed is not left by one key.

    `on_change` hears of every change, as a key and the text that stands there, so that half a form can be kept.
    """

    def __init__(
        self,
        title: str,
        fields: Sequence[AnyField],
        *,
        intro: str | Content = "",
        save: str = "save",
        at: str | None = None,
        check: Check | None = None,
        on_change: Callable[[str, str], None] | None = None,
    ) -> None:
        super().__init__()
        self.form = Form(fields, at=at or fields[0].key, save=save, check=check)
        self._title = title
        self._intro = intro
        self._on_change = on_change

    def compose(self) -> ComposeResult:
        """The form in its box."""
        yield DialogBox(self._title, self._intro, self.form)

    def submit(self) -> bool:
        """Save as Enter on the last field does; False when a problem is shown instead."""
        return self.form.submit()

    def leave(self) -> None:
        """Close without values; nothing is asked."""
        self.dismiss(None)

    @on(Form.Submitted)
    def _submitted(self, message: Form.Submitted) -> None:
        message.stop()
        self.dismiss(message.values)

    @on(Form.Cancelled)
    def _cancelled(self, message: Form.Cancelled) -> None:
        message.stop()
        self.leave()

    @on(Form.Changed)
    def _changed(self, message: Form.Changed) -> None:
        message.stop()
        if self._on_change is not None:
            self._on_change(message.key, message.text)


class ChooseDialog(Dialog[object]):
    """One of several options: arrows and Enter, its number, or a click. Gives the option's value, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, id="dialog.cancel"),
        *(
            Binding(f"{digit},{french}", f"pick({digit - 1})", show=False, id=f"dialog.pick_{digit}")
            for digit, french in enumerate(FRENCH_DIGITS, 1)
        ),
    ]
    DEFAULT_CSS = """
    ChooseDialog {
        & KeyBar { dock: none; padding: 0 2; margin-top: 1; background: $background; }
        &.-low KeyBar { margin-top: 0; }
    }
    """

    def __init__(
        self, title: str, options: Sequence[Option], *, intro: str | Content = "", current: object = None
    ) -> None:
        super().__init__()
        self._title = title
        self._intro = intro
        self._options = tuple(options)
        there = (str(place) for place, option in enumerate(self._options) if option[0] == current is not None)
        begin = next(there, None)
        self._now = None if begin is None else int(begin)
        self._rows = Rows([self._row(place) for place in range(len(self._options))], current=begin)

    def compose(self) -> ComposeResult:
        """The options in their box, and below them how to go on."""
        yield DialogBox(self._title, self._intro, self._rows, KeyBar(CHOOSING))

    def on_mount(self) -> None:
        """Begin in the list."""
        self._rows.focus()

    def action_pick(self, place: int) -> None:
        """Give the option of this number, counted from 0."""
        if place < len(self._options):
            self.dismiss(self._options[place][0])

    def action_leave(self) -> None:
        """Close without a choice."""
        self.dismiss(None)

    def clicked_beside(self) -> None:
        """Close without a choice, as Esc does."""
        self.action_leave()

    @on(Rows.Chosen)
    @on(Rows.Touched)
    def _chosen(self, message: Rows.Chosen | Rows.Touched) -> None:
        message.stop()
        self.action_pick(int(message.key))

    def _row(self, place: int) -> Row:
        return Row(str(place), partial(self._draw, place))

    def _draw(self, place: int, width: int, current: bool) -> list[Content]:  # noqa: FBT001 - what a row's drawing is given
        """The option and what it means: beside each other, or one below the other when there is no room."""
        _, words, meaning = self._options[place]
        mark = self._mark(place)
        longest = max(cells(safe(option[1])) for option in self._options)
        most = max(cells(safe(option[2])) for option in self._options)
        beside = len(mark) + longest + GAP + most <= width
        style = "bold" if current else ""
        shown = cell(words, min(longest, width - len(mark)), style)
        first = line((mark, "bold $you"), shown, *((" " * GAP, (meaning, "$quiet")) if beside else ()))
        below = wrapped(said(meaning, "$quiet"), width - len(mark)) if meaning and not beside else []
        lines = [first, *(line(" " * len(mark), rest) for rest in below)]
        return [spot(each.pad_right(max(0, width - each.cell_length)), "option") for each in lines]

    def _mark(self, place: int) -> str:
        """The option's number, where it has one, and before it a mark where it is what was chosen so far."""
        digit = str(place + 1) if place < len(FRENCH_DIGITS) else " "
        chosen = "" if self._now is None else CHOSEN if place == self._now else " "
        return f"{chosen}{digit}  "


class ConfirmDialog(Dialog[bool]):
    """A yes or no: `y`, `n`, arrows and Enter, a click; Esc is no. With *danger* it begins on the no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer('yes')", show=False, id="dialog.yes"),
        Binding("n,escape", "answer('no')", show=False, id="dialog.no"),
    ]

    def __init__(
        self, title: str, body: str | Content, *, yes: str = "Yes", no: str = "No", danger: bool = False
    ) -> None:
        super().__init__()
        self._title = title
        self._body = body
        answers = {"yes": ("y  ", yes, "$alarm" if danger else "$you"), "no": ("n  ", no, "$you")}
        rows = [Row(key, partial(self._draw, *answer)) for key, answer in answers.items()]
        self._rows = Rows(rows, current="no" if danger else "yes")

    def compose(self) -> ComposeResult:
        """What is asked, and the two answers."""
        yield DialogBox(self._title, self._body, self._rows)

    def on_mount(self) -> None:
        """Begin on an answer."""
        self._rows.focus()

    def action_answer(self, key: str) -> None:
        """Give this answer."""
        self.dismiss(key == "yes")

    @on(Rows.Chosen)
    @on(Rows.Touched)
    def _chosen(self, message: Rows.Chosen | Rows.Touched) -> None:
        message.stop()
        self.action_answer(message.key)

    @staticmethod
    def _draw(mark: str, words: str, tone: str, width: int, current: bool) -> list[Content]:  # noqa: FBT001 - what a row's drawing is given
        shown = cell(words, max(1, width - len(mark)), "bold" if current else "")
        return [spot(line((mark, f"bold {tone}"), shown), "answer")]


class NoteDialog(Dialog[str | None]):
    """A longer text. Esc keeps it and closes; gives the text, or None when it is as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,tab", "keep", show=False, id="note.keep", priority=True),
        Binding("f2", "edit_outside", show=False, id="note.editor"),
    ]
    DEFAULT_CSS = """
    NoteDialog {
        & NoteArea { height: 10; }
        & .dialog--foot { height: auto; margin-top: 1; }
    }
    """

    def __init__(
        self,
        title: str,
        text: str = "",
        *,
        placeholder: str = "",
        max_length: int = 4000,
        on_change: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__()
        from tui.widgets.note_area import NoteArea

        self._title = title
        self._area: NoteArea = NoteArea(text, placeholder, max_length)
        self._begun_with = self._area.text
        self._on_change = on_change
        self._foot = Static(classes="dialog--foot")

    def compose(self) -> ComposeResult:
        """The text, and below it how to go on."""
        yield DialogBox(self._title, "", self._area, self._foot)

    def on_mount(self) -> None:
        """Begin at the end of the text."""
        self._say("")
        self._area.focus()
        self._area.move_cursor(self._area.document.end)

    def action_keep(self) -> None:
        """Close with the text, those keys included that are on their way to it."""
        self._area.call_later(self._close)

    def _close(self) -> None:
        self.dismiss(None if self._area.text == self._begun_with else self._area.text)

    def clicked_beside(self) -> None:
        """Close with the text, as Esc does."""
        self.action_keep()

    def action_edit_outside(self) -> None:
        """Change the text in the editor that the user likes."""
        from tui.widgets.outside_editor import edited_outside

        edited = edited_outside(self.app, self._area.text)
        if isinstance(edited, Problem):
            self._say(edited.says)
        elif edited != self._area.text:
            self._area.take(edited)

    def on_text_area_changed(self, message: TextArea.Changed) -> None:
        """Tell of the change, and take back what was said about the one before."""
        message.stop()
        self._say("")
        if self._on_change is not None and self._area.text != self._begun_with:
            self._on_change(self._area.text)

    @on(WasCut)
    def _was_cut(self, message: WasCut) -> None:
        message.stop()
        self.call_later(self._say, CUT.format(limit=message.limit))

    def _say(self, problem: str) -> None:
        """Say what went wrong, or else how to go on."""
        keep, editor = key_of(self, "note.keep", "escape"), key_of(self, "note.editor", "f2")
        ways = ((keep, " keep and close   "), (editor, " your editor   "), ("ctrl+z", " undo"))
        told = [part for key, does in ways for part in ((shown_key(key), "bold $you"), (does, "$quiet"))]
        self._foot.update(said(problem, "$alarm") if problem else line(*told))
