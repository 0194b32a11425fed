"""Where the made-up months lie in the calendar, and the ids of what is in them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from itertools import count

from msgspec import Struct

from review import month as months
from review.demo.people import MONTHS
from review.demo.practice import CLOSINGS
from review.month import Month
from review.records import NewId

EVENING = time(19, 40, tzinfo=UTC)


class Calendar(Struct, frozen=True):
    """The story's months by their number, 0 to 23, told as ending at `last`; others count on in both directions."""

    last: Month

    def month(self, at: int) -> Month:
        """Give a month of the story."""
        return months.shift(self.last, at - MONTHS + 1)

    def day(self, at: int, day: int) -> date:
        """Give a day of a month of the story, 1 to 31; its last where the month is shorter."""
        return months.day_in(self.month(at), day)

    def reviewed_on(self, at: int) -> date:
        """Give the day a month was reviewed on: its last, or a few days after."""
        return months.days_later(months.last_day(self.month(at)), CLOSINGS[at].late)


def evening(day: date) -> datetime:
    """Give the hour at which the made-up studio does its reviews."""
    return datetime.combine(day, EVENING)


def numbered() -> NewId:
    """Make a factory of ids that are the same each time the story is told."""
    numbers = count(1)
    return lambda: f"demo-{next(numbers):04}"
