"""When a review is due, when it is late, and how many months in a row were reviewed."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from review import month as months
from review.month import Month

GRACE_DAY = 10
"""A month's review is due until this day of the month after, and late from the day after it."""

MONTHS_TO_LATE = 2
"""Months after a finished one in which the review of the month between them becomes late."""

LAST_DAY = 31
"""The default review day: the month's last, whichever that is."""


class State(StrEnum):
    """How a month's review stands."""

    AHEAD = "ahead"
    DUE = "due"
    LATE = "late"


class Standing(Struct, frozen=True):
    """Which month's review comes next, how it stands, and when it is due.

    `days` counts from today to the review day; negative once it has passed.
    """

    month: Month
    state: State
    due_on: date
    days: int


def standing(finished: tuple[Month, ...], today: date, review_day: int = LAST_DAY) -> Standing:
    """Tell which review comes next.

    Last month's stays due to the 10th and late from then to this month's review day; nothing is late before the first
    session. `review_day` is a day of the month, 1 to 31; a short month's last day stands in for one it lacks.
    """
    this = months.of(today)
    before = months.shift(this, -1)
    begun = any(month < before for month in finished)
    if begun and before not in finished and (today.day <= GRACE_DAY or today < months.day_in(this, review_day)):
        return _standing(before, today, review_day)
    return _standing(months.shift(this, 1) if this in finished else this, today, review_day)


def _standing(month: Month, today: date, review_day: int) -> Standing:
    due_on = months.day_in(month, review_day)
    return Standing(month, _state(month, due_on, today), due_on, (due_on - today).days)


def _state(month: Month, due_on: date, today: date) -> State:
    if today < due_on:
        return State.AHEAD
    return State.DUE if today <= months.following(month, GRACE_DAY) else State.LATE


def month_to_begin(finished: tuple[Month, ...], today: date) -> Month:
    """Tell which month `begin` means without one: last month on days 1–10 if it is unfinished, else this one."""
    this = months.of(today)
    before = months.shift(this, -1)
    return before if today.day <= GRACE_DAY and before not in finished else this


def streak(finished: tuple[Month, ...], today: date) -> int:
    """Count the months in a row, by calendar, up to and including the newest finished one.

    None once the review of the month after that one is late: then a month was skipped.
    """
    since = months.apart(finished[-1], months.of(today)) if finished else 0
    if since > MONTHS_TO_LATE or (since == MONTHS_TO_LATE and today.day > GRACE_DAY):
        return 0
    run = 0
    for month in reversed(finished):
        if run and month != months.shift(finished[-1], -run):
            break
        run += 1
    return run
