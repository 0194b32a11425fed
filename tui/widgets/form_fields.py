"""What a form asks for: descriptions of its fields, and how a given text is read. Nothing here draws."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from tui.safe_text import safe

Option = tuple[object, str, str]
"""A value to choose, its words, and what it means (may be empty)."""


@dataclass(frozen=True)
class Problem:
    """Why a text can't be taken, in a sentence that says how to mend it."""

    says: str


class Field(Protocol):
    """What every field has."""

    @property
    def key(self) -> str:
        """Its name in the form's values."""

    @property
    def label(self) -> str:
        """What is asked."""

    @property
    def required(self) -> bool:
        """Whether the form can't be saved without it."""

    @property
    def hint(self) -> str:
        """What stands below it, quietly."""


@dataclass(frozen=True)
class TextField:
    """Words. A value that is not touched comes back as it is; an empty one as None. `max_length` is in characters.

    With `ends`, Enter in it leaves a form in which nothing stands at all.
    """

    key: str
    label: str
    value: str = ""
    placeholder: str = ""
    suggestions: Sequence[str] = ()
    required: bool = False
    max_length: int = 200
    multiline: bool = False
    hint: str = ""
    ends: bool = False

    def read(self, text: str) -> object:
        """What a touched text comes to."""
        return text.strip() or None

    def echo(self, text: str) -> str:
        """Say where words that are read as they stand begin just one of the suggestions: it may be what is meant."""
        typed = text.strip()
        begun = [each for each in self.suggestions if typed and each.casefold().startswith(typed.casefold())]
        alone = len(begun) == 1 and begun[0].casefold() != typed.casefold()
        return f"Kept as {typed}. ↓ and Enter here take {begun[0]}." if alone else ""


@dataclass(frozen=True)
class ParsedField:
    """A text that stands for something: `parse` gives the value or a Problem, `show` says what was understood.

    `value` is the text to begin with, and `standing` what that text stands for: it comes back while the text is not
    touched, also where reading it today would come to something else or be refused. None: the text is read. `unit`
    stands behind the field.
    """

    key: str
    label: str
    parse: Callable[[str], object]
    value: str = ""
    placeholder: str = ""
    required: bool = False
    unit: str = ""
    show: Callable[[object], str] | None = None
    hint: str = ""
    max_length: int = 40
    standing: object = None

    def read(self, text: str) -> object:
        """The value, None for no text, or a Problem."""
        return self.parse(text.strip()) if text.strip() else None

    def echo(self, text: str) -> str:
        """What the text was understood as."""
        value = self.read(text)
        return "" if self.show is None or value is None or isinstance(value, Problem) else self.show(value)


class AmountField(ParsedField):
    """A number, of hours or money."""


class DateField(ParsedField):
    """A day."""


class MonthField(ParsedField):
    """A month."""


@dataclass(frozen=True)
class ChoiceField:
    """One of a few options. `value` is an option's value, or the text of it."""

    key: str
    label: str
    options: Sequence[Option]
    value: object = None
    required: bool = False
    hint: str = ""

    @property
    def chosen(self) -> int | None:
        """Which option to begin with."""
        found = (place for place, (value, _, _) in enumerate(self.options) if self._is(value))
        return None if self.value is None else next(found, None)

    def _is(self, value: object) -> bool:
        return value == self.value or str(value) == str(self.value)


AnyField = TextField | ParsedField | ChoiceField
Check = Callable[[dict[str, object]], dict[str, Problem]]
"""Looks at all values at once and says, by key, what does not fit together."""


def one_line(text: str) -> str:
    """The text for a field of one line: line breaks become spaces, nothing is left out."""
    return safe(" ".join(safe(text, keep_newlines=True).split("\n")))


def matching(typed: str, suggestions: Sequence[str], most: int) -> list[str]:
    """The suggestions with a word that begins as typed, those that begin so themselves first; at most so many."""
    wanted = typed.strip().casefold()
    words = [(text, text.casefold()) for text in suggestions]
    begins = [text for text, folded in words if folded.startswith(wanted)]
    within = [text for text, folded in words if f" {wanted}" in folded and text not in begins]
    return [text for text in (*begins, *within) if text.casefold() != wanted or not wanted][:most]
