"""One field of a form on the screen: its label, its editor, and a line for what there is to say about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import NULL_OFFSET, Region, Size, Spacing
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from tui.safe_text import cells, safe
from tui.widgets.choice_line import ChoiceLine
from tui.widgets.form_fields import AnyField, ChoiceField, ParsedField, Problem, TextField
from tui.widgets.line_input import LineInput
from tui.widgets.lines import said, wrapped
from tui.widgets.suggestions import Suggestions

if TYPE_CHECKING:
    from tui.widgets.note_area import NoteArea  # it is large, and most forms have none

BAR = 2
"""Cells of the cursor's bar with the blank after it."""

MOST_LABEL = 22
"""Longer labels stand above their field."""

AMOUNT = 18
"""Cells of a field that has a unit behind it."""

NOTE_LINES = 4
"""Lines of a field for longer words."""


class _BesideLabel(Layout):
    """An entry's editor where the entry says."""

    name = "beside-label"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:  # noqa: FBT001, FBT002 - Textual's
        del greedy
        if not isinstance(parent, Entry):
            return []
        return [
            WidgetPlacement(
                parent.place(child, size.width), NULL_OFFSET, Spacing(), child, overlay=isinstance(child, Suggestions)
            )
            for child in children
        ]


class Entry(Widget):
    """A field with its label and editor. The line below it says what is wrong, or what was understood, or a hint."""

    DEFAULT_CSS = """
    Entry {
        width: 1fr;
        height: auto;
        & > NoteArea { height: 4; }
    }
    """

    def __init__(self, field: AnyField, label_width: int) -> None:
        super().__init__()
        self.field = field
        self._left = BAR + label_width
        self._suggestions = _suggestions(field)
        self.editor = _editor(field, self._suggestions)
        self._begun_with = self.text
        self._problem = ""
        self._active = False

    def compose(self) -> ComposeResult:
        """The editor, and its suggestions over what stands below."""
        yield self.editor
        if self._suggestions is not None:
            yield self._suggestions

    # What is in it

    @property
    def text(self) -> str:
        """What was typed or chosen, as text."""
        match self.editor:
            case LineInput() as line:
                return line.value
            case editor:
                return editor.text

    @property
    def edited(self) -> bool:
        """Whether something else is in it than at first."""
        return self.text != self._begun_with

    @property
    def multiline(self) -> bool:
        """Whether Enter is a new line in it."""
        return isinstance(self.field, TextField) and self.field.multiline

    def take(self, text: str) -> None:
        """Put this text into it; a choice is left as it is."""
        if not isinstance(self.editor, ChoiceLine):
            self.editor.take(text)

    def read(self) -> object:
        """The value, None without one, or the Problem with it. What was not touched is as it was given."""
        if isinstance(self.field, ChoiceField):
            return self.editor.value if isinstance(self.editor, ChoiceLine) else None
        if self.edited:
            return self.field.read(self.text)
        if not isinstance(self.field, ParsedField):
            return self.field.value or None
        return self.field.read(self.field.value) if self.field.standing is None else self.field.standing

    # What is said about it

    def check(self) -> bool:
        """Say what is wrong, if anything is; whether all is well."""
        value = self.read()
        self.tell(value.says if isinstance(value, Problem) else "")
        return not isinstance(value, Problem)

    def tell(self, problem: str) -> None:
        """Say this problem below the field; an empty one takes it away."""
        self._problem = problem
        self.refresh(layout=True)

    def _note(self) -> Content:
        """The line below the field."""
        if self._problem:
            return said(self._problem, "$alarm")
        if isinstance(self.editor, ChoiceLine):
            return said(self.editor.meaning or self.field.hint, "$quiet")
        return said(self._understood() or self.field.hint, "$quiet")

    def _understood(self) -> str:
        if isinstance(self.field, ParsedField) and self.field.standing is not None and not self.edited:
            return self.field.show(self.field.standing) if self.field.show else ""
        return "" if isinstance(self.field, ChoiceField) else self.field.echo(self.text)

    # How it looks

    @property
    def _stacked(self) -> bool:
        return cells(safe(self.field.label)) + BAR > self._left

    def _label(self, width: int) -> list[Content]:
        label = said(self.field.label, "bold")
        return wrapped(label, width - BAR) if self._stacked else [label]

    def _below(self, width: int) -> list[Content]:
        return wrapped(self._note(), width - self._left - 1)

    def _editor_height(self, width: int) -> int:
        if isinstance(self.editor, ChoiceLine):
            return self.editor.height_at(width - self._left)
        return NOTE_LINES if self.multiline else 1

    def _above(self, width: int) -> int:
        return len(self._label(width)) if self._stacked else 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The label's lines when it stands above, the editor's, and at least one below."""
        del container, viewport
        return self._above(width) + self._editor_height(width) + max(1, len(self._below(width)))

    @property
    def layout(self) -> Layout:
        """The editor beside or below the label."""
        return _BesideLabel()

    def place(self, child: Widget, width: int) -> Region:
        """Where the editor, or its suggestions, stand in so many cells."""
        top, height = self._above(width), self._editor_height(width)
        if isinstance(child, Suggestions):
            return child.size_wanted.region.translate((self._left, top + height))
        unit = isinstance(self.field, ParsedField) and self.field.unit
        return Region(self._left, top, min(AMOUNT, width - self._left) if unit else width - self._left, height)

    def mark(self, *, active: bool) -> None:
        """Show by the bar whether this is the field that keys go to."""
        if active != self._active:
            self._active = active
            self.refresh()

    def render(self) -> Content:
        """The label, the unit, what is below: all but the editor."""
        width = self.size.width
        bar = "▌ " if self._active else "  "
        above, height = self._label(width), self._editor_height(width)
        rows = [bar] * (self._above(width) + height)
        drawn = [Content.styled(row, "$you") for row in rows]
        for place, label in enumerate(above):
            drawn[place] = drawn[place] + label
        if isinstance(self.field, ParsedField) and self.field.unit:
            at = self._left + AMOUNT + 1
            drawn[-1] = drawn[-1].pad_right(at - drawn[-1].cell_length) + said(self.field.unit, "$quiet")
        blank = " " * (self._left + 1)
        return Content("\n").join([*drawn, *(Content(blank) + line for line in self._below(width))])


def _suggestions(field: AnyField) -> Suggestions | None:
    return Suggestions(field.suggestions) if isinstance(field, TextField) and field.suggestions else None


def _editor(field: AnyField, suggestions: Suggestions | None) -> LineInput | NoteArea | ChoiceLine:
    if isinstance(field, ChoiceField):
        return ChoiceLine(field)
    if isinstance(field, TextField) and field.multiline:
        from tui.widgets.note_area import NoteArea

        return NoteArea(field.value, field.placeholder, field.max_length)
    return LineInput(field.value, field.placeholder, field.max_length, suggestions)
