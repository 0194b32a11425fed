"""A number while it is typed in its place: kept as text until it is accepted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, get_args

from msgspec import Struct, structs

from review import reading
from review.problem import Problem
from review.records import Unknown

Field = Literal["hours", "energy", "money"]
FIELDS: tuple[Field, ...] = get_args(Field)

LONGEST = 12
"""Characters of the longest number there is to type."""

CURSOR = "▏"

READERS: Mapping[Field, Callable[[str], float | Unknown | Problem]] = {"hours": reading.hours, "money": reading.money}


class HalfTyped(Struct, frozen=True):
    """A number that is no answer yet: whose, of which field, as typed so far, and why it could not be taken."""

    key: str
    field: Field
    text: str = ""
    problem: str = ""

    def with_more(self, text: str) -> HalfTyped:
        """Add what was typed, as far as a number can be long."""
        return structs.replace(self, text=(self.text + text)[:LONGEST], problem="")

    def rubbed(self) -> HalfTyped:
        """Take the last character away."""
        return structs.replace(self, text=self.text[:-1], problem="")

    def read(self) -> float | Unknown | Problem | None:
        """Give the number; None where nothing is left of it, a problem where it can't be read."""
        return READERS[self.field](self.text) if self.text else None
