"""What is asked about a promise: the words, and until when."""

from __future__ import annotations

from datetime import date

from review import month as months
from review import reading
from review import text as texts
from review.promises import UNTIL_THEN
from review.records import Commitment
from tui.ritual.questions import for_field
from tui.widgets.form_fields import DateField, TextField

ALWAYS = "always"
"""Typed and given instead of a day: something to keep doing, or never do, until the next review."""

LONGEST = 200
"""Characters of a promise, and of the line to yourself: more could not be remembered for a month."""


def fields(today: date, words: str = "", promised: Commitment | None = None) -> list[TextField | DateField]:
    """Give the two fields; *promised* is what is promised already, None where it is only listed or new."""
    return [
        TextField("words", "I will", value=words, required=True, max_length=LONGEST),
        DateField(
            "by",
            "By",
            parse=lambda text: _day_or_always(text, today),
            value=_day_of(promised),
            placeholder="e.g. 10 Dec, or always",
            show=_said_of_day,
            hint="A day, always (until the next review), or nothing.",
            standing=promised.by if promised else None,
        ),
    ]


def _day_of(promised: Commitment | None) -> str:
    """Write a promise's day as the form reads it."""
    if promised is None or (promised.by is None and not promised.always):
        return ""
    return promised.by.isoformat() if promised.by else ALWAYS


def _day_or_always(text: str, today: date) -> object:
    return ALWAYS if texts.fold(text) == ALWAYS else for_field(reading.coming_day(text, today))


def _said_of_day(value: object) -> str:
    return months.long_date(value) if isinstance(value, date) else UNTIL_THEN
