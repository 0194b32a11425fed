"""The dialogs of the ritual: from each of them the next and the previous step can be reached too."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType

from review.month import Month
from tui.widgets.dialogs import ChooseDialog, FormDialog, NoteDialog
from tui.widgets.form_fields import AmountField, ChoiceField, DateField, MonthField, Problem, TextField


class Given:
    """What a form was given, read by the sort each field has; None where nothing was given."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = values

    def text(self, key: str) -> str | None:
        """Give a text, or the value of a choice among texts."""
        value = self._values.get(key)
        return value if isinstance(value, str) else None

    def day(self, key: str) -> date | None:
        """Give a day."""
        value = self._values.get(key)
        return value if isinstance(value, date) else None

    def month(self, key: str) -> Month | None:
        """Give a month."""
        value = self.text(key)
        return Month(value) if value else None

    def number(self, key: str) -> float | None:
        """Give a number."""
        value = self._values.get(key)
        return value if isinstance(value, int | float) and not isinstance(value, bool) else None

    def flag(self, key: str) -> bool | None:
        """Give a yes or no."""
        value = self._values.get(key)
        return value if isinstance(value, bool) else None


Field = TextField | ChoiceField | AmountField | DateField | MonthField


STEPS: list[BindingType] = [
    Binding("ctrl+n,f4", "step(1)", "next step", id="ritual.next"),
    Binding("ctrl+o,f3", "step(-1)", "previous step", id="ritual.previous"),
]


class RitualChoice(ChooseDialog):
    """One of several over the page. `step_asked` says after closing which way the step is to be changed: 1, -1 or 0."""

    BINDINGS: ClassVar[list[BindingType]] = STEPS
    step_asked = 0

    def action_step(self, by: int) -> None:
        """Choose nothing, and go to the next or previous step."""
        self.step_asked = by
        self.action_leave()


class RitualNote(NoteDialog):
    """A longer text over the page. `step_asked` says after closing which way the step was to be changed: 1, -1 or 0."""

    BINDINGS: ClassVar[list[BindingType]] = STEPS
    step_asked = 0

    def action_step(self, by: int) -> None:
        """Keep the text, and go to the next or previous step."""
        self.step_asked = by
        self.action_keep()


class RitualDialog(FormDialog):
    """A form over the page. `step_asked` says after closing which way the step was to be changed: 1, -1 or 0."""

    BINDINGS: ClassVar[list[BindingType]] = STEPS

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        *,
        texts: Mapping[str, str],
        intro: str = "",
        at: str | None = None,
        check: Callable[[dict[str, object]], dict[str, Problem]] | None = None,
        on_change: Callable[[str, str], None] | None = None,
    ) -> None:
        self.step_asked = 0
        self._restored = bool(texts)
        super().__init__(
            title,
            [_with_text(field, texts) for field in fields],
            intro=intro,
            at=at,
            check=check,
            on_change=on_change,
        )

    def action_step(self, by: int) -> None:
        """Save what was entered, or leave a form that is as it was, and go to the next or previous step."""
        self.step_asked = by
        if not (self.form.edited or self._restored):
            self.leave()
        elif not self.submit():
            self.step_asked = 0


def _with_text(field: Field, texts: Mapping[str, str]) -> Field:
    if field.key not in texts:
        return field
    typed = texts[field.key]
    if isinstance(field, ChoiceField):
        return replace(field, value=next((value for value, *_ in field.options if str(value) == typed), None))
    return replace(field, value=typed)
