"""Calendar months as data: ``2026-11``.

A month is text in the form ``YYYY-MM``, so that it sorts, compares and is stored as it reads. Everything here is pure:
*today* comes in as a parameter, and names come from a fixed table rather than from the machine's locale.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import NewType

Month = NewType("Month", str)
"""A calendar month, ``YYYY-MM``, from ``1900-01`` to ``9998-12``."""

NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS_IN_A_YEAR = 12
SHORTEST_NAME = 3
"""Letters that tell every month's name from the others."""

_FORM = re.compile(r"(19\d\d|[2-9]\d\d\d)-(0[1-9]|1[0-2])")
_LAST_YEAR = 9998
_FIRST_YEAR = 1900
FIRST = Month(f"{_FIRST_YEAR}-01")
_LAST = Month(f"{_LAST_YEAR}-12")


def parse(text: str) -> Month | None:
    """Read ``YYYY-MM``; None when the text is anything else."""
    found = _FORM.fullmatch(text.strip()) if text.isascii() else None
    return Month(found[0]) if found and int(found[1]) <= _LAST_YEAR else None


def from_index(position: int) -> Month:
    """Give the month at a position of `index`; raises ValueError outside the years 1900 to 9998."""
    year, month = divmod(position, MONTHS_IN_A_YEAR)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError(f"the year {year} is outside {_FIRST_YEAR} to {_LAST_YEAR}")
    return Month(f"{year:04}-{month + 1:02}")


def index(month: Month) -> int:
    """Count months since the year 0, so that the difference of two is a number of calendar months."""
    return int(month[:4]) * MONTHS_IN_A_YEAR + int(month[5:]) - 1


def number(month: Month) -> int:
    """Give year × 100 + month, the number TinyDB keeps a session under: two for one month can't be."""
    return int(month[:4]) * 100 + int(month[5:])


def shift(month: Month, by: int) -> Month:
    """Give the month *by* months later (earlier when negative)."""
    return from_index(index(month) + by)


def apart(earlier: Month, later: Month) -> int:
    """Count calendar months from one month to a later one; negative the other way round."""
    return index(later) - index(earlier)


def of(day: date) -> Month:
    """Give the month a day lies in."""
    return Month(f"{day.year:04}-{day.month:02}")


def first_day(month: Month) -> date:
    """Give the month's first day."""
    return date(int(month[:4]), int(month[5:]), 1)


def last_day(month: Month) -> date:
    """Give the month's last day."""
    return day_in(month, 31)


def day_in(month: Month, day: int) -> date:
    """Give a day of the month, 1 to 31; a day that a short month lacks is its last."""
    year, number_in_year = int(month[:4]), int(month[5:])
    after = date(year + number_in_year // MONTHS_IN_A_YEAR, number_in_year % MONTHS_IN_A_YEAR + 1, 1)
    return date(year, number_in_year, min(day, (after - timedelta(days=1)).day))


def following(month: Month, day: int) -> date:
    """Give that day of the month after, for dates such as the 10th by which a review counts as late."""
    return day_in(shift(month, 1), day)


def name(month: Month) -> str:
    """Give the month's name alone: ``November``."""
    return NAMES[int(month[5:]) - 1]


def title(month: Month) -> str:
    """Give the month's name and year: ``November 2026``."""
    return f"{name(month)} {month[:4]}"


def spoken(month: Month, beside: Month) -> str:
    """Name a month as one would in a session of another: with its year only when that differs by 12 months or more."""
    return name(month) if abs(apart(month, beside)) < MONTHS_IN_A_YEAR else title(month)


def named(text: str, today: date) -> Month | None:
    """Give the latest month with this name (three letters are enough) that is not in the future; None for no name."""
    this = min(index(of(today)), index(_LAST))
    return _first_named(text, range(this, max(this - MONTHS_IN_A_YEAR, index(FIRST) - 1), -1))


def named_from(text: str, now: Month) -> Month | None:
    """Give the first month with this name (three letters are enough) from *now* on; None for no name."""
    this = index(now)
    return _first_named(text, range(this, min(this + MONTHS_IN_A_YEAR, index(_LAST) + 1)))


def _first_named(text: str, positions: range) -> Month | None:
    wanted = text.strip().casefold()
    if len(wanted) < SHORTEST_NAME:
        return None
    return next((month for month in map(from_index, positions) if name(month).casefold().startswith(wanted)), None)


def short_date(day: date, beside: date) -> str:
    """Write a day as ``12 October``, with its year only when that is another than of the date it stands beside."""
    year = f" {day.year}" if day.year != beside.year else ""
    return f"{day.day} {NAMES[day.month - 1]}{year}"


def brief_date(day: date, beside: date) -> str:
    """Write a day as ``12 Oct``, for columns; with its year only when that is another than of the date beside it."""
    year = f" {day.year}" if day.year != beside.year else ""
    return f"{day.day} {NAMES[day.month - 1][:SHORTEST_NAME]}{year}"


def long_date(day: date) -> str:
    """Write a day in full: ``Sunday 22 November 2026``."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {NAMES[day.month - 1]} {day.year}"


def days_later(day: date, days: int) -> date:
    """Give the day so many days later (earlier when negative), kept inside the calendar's years."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def midnight(day: date) -> datetime:
    """Give the day's first moment, for records that need a moment before there is one."""
    return datetime.combine(day, time(), UTC)
