"""A form for the keyboard: a field, Enter, the next field, and Enter on the last one saves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widget import Widget

from tui.safe_text import cells, safe
from tui.widgets.choice_line import ChoiceLine
from tui.widgets.column import Column
from tui.widgets.form_entry import MOST_LABEL, Entry
from tui.widgets.form_fields import AnyField, Check, Problem, TextField
from tui.widgets.line_input import LineInput, WasCut
from tui.widgets.save_line import Onward, SaveLine
from tui.widgets.suggestions import Suggestions

if TYPE_CHECKING:
    from textual.widgets import TextArea  # it is large, and most forms have none

NEEDED = "This one is needed."
CUT = "Cut at {limit} characters: the field holds no more."


class Fields(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The fields one under the other, scrolling when they get too little room."""

    DEFAULT_CSS = """
    Fields {
        height: auto;
        scrollbar-size-vertical: 1;
    }
    """

    def height_within(self, width: int, available: int) -> int:
        """Whatever there is."""
        del width
        return available


class Form(Column):
    """Fields with their labels, and a line that says how to save or leave.

    `at` is the field to begin in; None leaves the focus where it is. `check` looks at the values together when the form
    is to be saved.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", show=False, id="form.next"),
        Binding("up", "step(-1)", show=False, id="form.up"),
        Binding("down", "step(1)", show=False, id="form.down"),
        Binding("escape", "cancel", show=False, id="form.cancel"),
        Binding("f2", "edit_outside", show=False, id="form.editor"),
    ]
    DEFAULT_CSS = """
    Form {
        height: auto;
        max-height: 100%;
    }
    """

    class _Told(Message):
        def __init__(self, form: Form) -> None:
            super().__init__()
            self.form = form

        @property
        def control(self) -> Form:
            """The form that tells it."""
            return self.form

    class Submitted(_Told):
        """All is well and to be saved: the values by the fields' keys, None where there is none."""

        def __init__(self, form: Form, values: dict[str, object]) -> None:
            super().__init__(form)
            self.values = values

    class Cancelled(_Told):
        """The form is to be left."""

    class Changed(_Told):
        """Something was typed or chosen."""

        def __init__(self, form: Form, key: str, text: str) -> None:
            super().__init__(form)
            self.key = key
            self.text = text

    class Entered(_Told):
        """The cursor came into a field."""

        def __init__(self, form: Form, key: str) -> None:
            super().__init__(form)
            self.key = key

    def __init__(
        self,
        fields: Sequence[AnyField],
        *,
        at: str | None = None,
        save: str = "save",
        check: Check | None = None,
        id: str | None = None,  # noqa: A002 - the name that Textual's widgets have
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        widths = [cells(safe(field.label)) + 2 for field in fields]
        label_width = max((width for width in widths if width <= MOST_LABEL + 2), default=0)
        self._entries = [Entry(field, label_width) for field in fields]
        self._left = self._entries[0] if self._entries else None
        self._known = {entry.field.key: entry.text for entry in self._entries}
        self._at = at
        self._check = check
        self._save_line = SaveLine(save)

    def compose(self) -> ComposeResult:
        """The fields, and below them how to save."""
        yield Fields(*self._entries)
        yield self._save_line

    def on_mount(self) -> None:
        """Begin in the field that was asked for."""
        if self._at is not None:
            self.focus_field(self._at)

    def height_within(self, width: int, available: int) -> int:
        """Whatever there is: the fields scroll."""
        del width
        return available

    # What is in it

    def values(self) -> dict[str, object]:
        """The values by key; None for what is empty or has a problem."""
        read = {entry.field.key: entry.read() for entry in self._entries}
        return {key: None if isinstance(value, Problem) else value for key, value in read.items()}

    def texts(self) -> dict[str, str]:
        """What stands in the fields, by key, as typed."""
        return {entry.field.key: entry.text for entry in self._entries}

    @property
    def edited(self) -> bool:
        """Whether anything else stands in it than at first."""
        return any(entry.edited for entry in self._entries)

    def focus_field(self, key: str) -> None:
        """Put the cursor into the field of this key, or into the first."""
        found = (entry for entry in self._entries if entry.field.key == key)
        entry = next(found, self._entries[0] if self._entries else None)
        if entry is not None:
            self._mark(entry)
            entry.editor.focus()

    # Going through it

    def submit(self) -> bool:
        """Save as Enter on the last field does; False when a problem is shown instead."""
        problems = self._problems()
        for entry in self._entries:
            found = problems.get(entry.field.key)
            entry.tell(found.says if found else "")
        if problems:
            self.focus_field(next(entry.field.key for entry in self._entries if entry.field.key in problems))
            return False
        self.post_message(self.Submitted(self, self.values()))
        return True

    def _problems(self) -> dict[str, Problem]:
        read = {entry.field.key: entry.read() for entry in self._entries}
        problems = {key: value for key, value in read.items() if isinstance(value, Problem)}
        needed = [entry.field.key for entry in self._entries if entry.field.required and read[entry.field.key] is None]
        problems |= dict.fromkeys(needed, Problem(NEEDED))
        known = {entry.field.key for entry in self._entries}
        together = self._check(self.values()) if self._check and not problems else {}
        return problems | {key: problem for key, problem in together.items() if key in known}

    def action_go_on(self) -> None:
        """Go to the next field, or save from the last."""
        self._go_on("enter", picked=False)

    def action_step(self, direction: int) -> None:
        """Go to the field above (-1) or below (1)."""
        places = [entry.editor for entry in self._entries] + [self._save_line]
        focused = self.screen.focused
        if focused in places:
            places[max(0, min(len(places) - 1, places.index(focused) + direction))].focus()

    def action_cancel(self) -> None:
        """Leave the field, its text kept, for the line that saves or leaves; from there, or if nothing changed, leave.

        So what was typed is never lost to one key, and Enter saves from any field after it.
        """
        if self.edited and not self._save_line.has_focus:
            self._save_line.focus()
        else:
            self.post_message(self.Cancelled(self))

    def on_key(self, event: events.Key) -> None:
        """Go on typing in the field that Esc left, from the line that saves."""
        left = self._left
        if left is not None and self._save_line.has_focus and event.is_printable and event.key != "space":
            event.stop()
            event.prevent_default()
            left.editor.focus()
            left.editor.post_message(events.Key(event.key, event.character))

    def action_edit_outside(self) -> None:
        """Change the text of the field in the editor that the user likes."""
        entry = self._current
        if entry is None or isinstance(entry.editor, ChoiceLine):
            return
        from tui.widgets.outside_editor import edited_outside

        edited = edited_outside(self.app, entry.text)
        if isinstance(edited, Problem):
            entry.tell(edited.says)
        elif edited != entry.text:
            entry.take(edited)

    @property
    def _current(self) -> Entry | None:
        return self._entry_of(self.screen.focused)

    def _go_on(self, key: str, *, picked: bool) -> None:
        entry = self._current
        if entry is None or (not self._is_well(entry) and key == "enter"):
            return
        last = entry is self._entries[-1]
        if key == "enter" and self._ends_at(entry):
            self.action_cancel()
        elif not last or key == "tab":
            self.action_step(1)
        elif not picked:
            self.submit()

    def _is_well(self, entry: Entry) -> bool:
        """Check what was given in a field, alone and beside the others, and say there what is wrong with it."""
        if not entry.check():
            return False
        values = self.values()
        beside = self._check(values) if self._check and values[entry.field.key] is not None else {}
        problem = beside.get(entry.field.key)
        if problem is not None:
            entry.tell(problem.says)
        return problem is None

    def _ends_at(self, entry: Entry) -> bool:
        return isinstance(entry.field, TextField) and entry.field.ends and not any(self.texts().values())

    # What its parts tell

    @on(LineInput.Finished)
    def _finished(self, message: LineInput.Finished) -> None:
        message.stop()
        self._go_on(message.key, picked=message.picked)

    @on(Suggestions.Picked)
    def _picked(self, message: Suggestions.Picked) -> None:
        message.stop()
        entry = self._current
        if entry is not None:
            entry.take(message.text)

    @on(SaveLine.Pressed)
    def _pressed(self, message: SaveLine.Pressed) -> None:
        message.stop()
        self.action_cancel() if message.name == "cancel" else self.submit()

    @on(LineInput.Changed)
    def _typed(self, message: LineInput.Changed) -> None:
        message.stop()
        self._changed(message.control)

    def on_text_area_changed(self, message: TextArea.Changed) -> None:
        """Tell that longer words changed."""
        message.stop()
        self._changed(message.control)

    @on(ChoiceLine.Changed)
    def _chosen(self, message: ChoiceLine.Changed) -> None:
        message.stop()
        self._changed(message.control)
        if message.moves_on and message.control is not self._entries[-1].editor:
            self.action_step(1)

    def _changed(self, editor: Widget) -> None:
        entry = self._entry_of(editor)
        if entry is None or self._known[entry.field.key] == entry.text:
            return
        self._known[entry.field.key] = entry.text
        entry.tell("")
        self._stand(entry)
        self.post_message(self.Changed(self, entry.field.key, entry.text))

    @on(WasCut)
    def _was_cut(self, message: WasCut) -> None:
        message.stop()
        entry = self._entry_of(message.field)
        if entry is not None:
            entry.tell(CUT.format(limit=message.limit))

    def _entry_of(self, editor: Widget | None) -> Entry | None:
        return next((entry for entry in self._entries if entry.editor is editor), None)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Mark the field that keys go to, and say what Enter does there."""
        entry = self._entry_of(event.widget)
        self._mark(entry)
        if entry is not None:
            entry.scroll_visible(animate=False)
            self.post_message(self.Entered(self, entry.field.key))

    def _mark(self, at: Entry | None) -> None:
        for entry in self._entries:
            entry.mark(active=entry is at)
        if at is not None:
            self._left = at
            self._stand(at)

    def _stand(self, at: Entry) -> None:
        """Say in the last line what the keys do in a field."""
        last = at is self._entries[-1]
        onward = Onward.SAVE if last else Onward.CLOSE if self._ends_at(at) else Onward.NEXT
        self._save_line.stand(Onward.NEXT_BY_TAB if at.multiline else onward, edited=self.edited)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Say what is wrong with the field that was left."""
        entry = self._entry_of(event.widget)
        if entry is not None and entry.edited:
            entry.check()
