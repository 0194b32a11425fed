"""The one reader of the clock. Everything below takes today, or the moment, as a parameter."""

from __future__ import annotations

import os
import re
from datetime import date, datetime

STANDS_IN = "OBSESS_REVIEW_TODAY"
"""The environment variable whose day stands in for the clock's, for trying things out; screens say so."""

_FORM = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_FIRST_YEAR = 1901
_LAST_YEAR = 9997
"""A year inside what a month can be, so that a month before or after always exists."""


class Clock:
    """Tells the local day and moment, or holds a day that stands in for them.

    `stands_in` is that day; None when the machine's clock is read.
    """

    def __init__(self, stands_in: date | None = None) -> None:
        self.stands_in = stands_in

    def today(self) -> date:
        """The person's local day."""
        return self.stands_in or date.today()

    def now(self) -> datetime:
        """The moment, with its time zone; on the day that stands in, at the real time of day."""
        now = datetime.now().astimezone()
        day = self.today()
        return now.replace(year=day.year, month=day.month, day=day.day)


def from_environment() -> Clock | None:
    """The clock to use; None when the day that should stand in is not a day between 1901 and 9997."""
    text = os.environ.get(STANDS_IN, "")
    if not text:
        return Clock()
    day = _day(text)
    return Clock(day) if day and _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _FORM.fullmatch(text) else None
    except ValueError:
        return None
