"""Reading what people type into a value, or into a `Problem` that says how to write it.

Every reader takes text and gives a value or a `Problem`; none raises. Blank text is for
the caller to treat as not given.
"""

from __future__ import annotations

import re
from datetime import date

from review import month as months
from review import text as texts
from review.month import Month
from review.problem import Problem
from review.records import UNKNOWN, Gift, Unknown

MOST_HOURS = 744
"""Hours in the longest month: more unpaid hours than that were mistyped."""
MOST_MONEY = 1_000_000_000
MOST_GIFTS = 999
"""More of one thing in a month than that was mistyped."""
MOST_STEPS = 999

_UNKNOWN_WORDS = frozenset({"?", "unknown", "don't know", "dont know"})
_AMOUNT = re.compile(r"(?:[€$£]\s*)?(\d{1,12}(?:[.,]\d{1,2})?)\s*(?:h|hours?|€|\$|£)?", re.IGNORECASE | re.ASCII)
_CLOCK = re.compile(r"(\d{1,3})(?::|h\s?)([0-5]\d)\s*(?:m|min)?", re.IGNORECASE | re.ASCII)
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DAY_NAME = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.?\s+([a-z]{3,9})\.?(?:,?\s+(\d{4}))?", re.IGNORECASE | re.ASCII)
_NAME_DAY = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?", re.IGNORECASE | re.ASCII)
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})?", re.ASCII)
_AGO = re.compile(r"([+-]?)\s*(\d{1,4})\s*(d|days?|w|weeks?)?(\s+ago)?", re.IGNORECASE | re.ASCII)
_COUNTED = re.compile(r"(\d{1,9})\s*[x×]?\s+(.+)", re.DOTALL)

DAY_FORM = Problem("Write a day like 12 Oct, 2026-10-12, today, or 3 days ago.")
COMING_DAY_FORM = Problem("Write a day like 12 Dec, 2026-12-12, or 14 for two weeks from now.")
NO_SUCH_DAY = Problem("There is no such day in the calendar.")


def amount(text: str, most: float, what: str) -> float | Unknown | Problem:
    """Read hours or money: ``11``, ``2.5``, ``2,5``, ``1:30``, or ``?`` for unknown; at most *most*."""
    typed = texts.label(text).casefold()
    if typed in _UNKNOWN_WORDS:
        return UNKNOWN
    clock = _CLOCK.fullmatch(typed)
    plain = _AMOUNT.fullmatch(typed)
    if clock:
        value = int(clock[1]) + int(clock[2]) / 60
    elif plain:
        value = float(plain[1].replace(",", "."))
    else:
        return Problem(f"Write {what} as a number like 4 or 2.5, or ? if you don't know.")
    return round(value, 2) if value <= most else Problem(f"That is more than {texts.figure(most)}. Check the {what}.")


def hours(text: str) -> float | Unknown | Problem:
    """Read unpaid hours, 0 to 744."""
    return amount(text, MOST_HOURS, "hours")


def money(text: str) -> float | Unknown | Problem:
    """Read a sum of money in the settings' currency."""
    return amount(text, MOST_MONEY, "money")


def count(text: str, most: int = MOST_STEPS) -> int | Problem:
    """Read a whole number from 1."""
    typed = texts.label(text)
    value = int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= len(str(most)) else 0
    return value if 1 <= value <= most else Problem(f"Write a whole number from 1 to {most}.")


def day(text: str, today: date, *, ahead: bool = False) -> date | Problem:
    """Read a day; one written without its year is the nearest such day not after *today* (not before it when *ahead*).

    A bare number counts days: ago, or from now when *ahead*.
    """
    typed = texts.label(text).casefold()
    if typed in {"today", "now"}:
        return today
    if typed in {"yesterday", "tomorrow"}:
        return months.days_later(today, 1 if typed == "tomorrow" else -1)
    relative = _AGO.fullmatch(typed)
    read = _relative(relative, today, ahead=ahead) if relative else _calendar_day(typed, today, ahead=ahead)
    return read if isinstance(read, Problem) or months.parse(months.of(read)) else NO_SUCH_DAY


def _relative(found: re.Match[str], today: date, *, ahead: bool) -> date:
    sign, number, unit, ago = found.groups()
    days = int(number) * (7 if (unit or "").startswith("w") else 1)
    backwards = sign == "-" or bool(ago) or (not ahead and sign != "+")
    return months.days_later(today, -days if backwards else days)


def _calendar_day(typed: str, today: date, *, ahead: bool) -> date | Problem:
    parts = _day_parts(typed)
    if parts is None:
        return COMING_DAY_FORM if ahead else DAY_FORM
    year, month, day_number = parts
    years = [year] if year is not None else _nearest_years(today, ahead=ahead)
    for candidate in years:
        found = _real_day(candidate, month, day_number)
        if found and (year is not None or (found >= today if ahead else found <= today)):
            return found
    return NO_SUCH_DAY


def _day_parts(typed: str) -> tuple[int | None, int, int] | None:
    if found := _ISO_DAY.fullmatch(typed):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _DOTTED.fullmatch(typed):
        return int(found[3]) if found[3] else None, int(found[2]), int(found[1])
    named, swapped = _DAY_NAME.fullmatch(typed), _NAME_DAY.fullmatch(typed)
    found = named or swapped
    if not found:
        return None
    name, number = (found[2], found[1]) if named else (found[1], found[2])
    month = _month_number(name)
    return (int(found[3]) if found[3] else None, month, int(number)) if month else None


def _month_number(name: str) -> int | None:
    wanted = name.casefold()
    return next((at for at, each in enumerate(months.NAMES, 1) if each.casefold().startswith(wanted)), None)


def _nearest_years(today: date, *, ahead: bool) -> list[int]:
    """Years to try: 29 February may lie up to eight years off."""
    return [today.year + step if ahead else today.year - step for step in range(9)]


def _real_day(year: int, month: int, day_number: int) -> date | None:
    try:
        return date(year, month, day_number)
    except ValueError:
        return None


def past_day(text: str, today: date) -> date | Problem:
    """Read a day that is not in the future."""
    read = day(text, today)
    late = isinstance(read, date) and read > today
    return Problem("That day is still ahead. When did it happen?") if late else read


def coming_day(text: str, today: date) -> date | Problem:
    """Read a day from tomorrow on."""
    read = day(text, today, ahead=True)
    past = isinstance(read, date) and read <= today
    return Problem("That day has passed. Choose one from tomorrow on.") if past else read


def month(text: str, today: date, last: Month | None) -> Month | Problem:
    """Read the month of a session: ``2026-11``, ``last`` (finished), ``this``, or a name; never a future one."""
    typed = texts.label(text).casefold()
    if typed == "this":
        return months.of(today)
    if typed == "last":
        return last or Problem("There is no finished session yet. Begin one with: obsess-review begin")
    read = months.parse(typed) or months.named(typed, today)
    if read is None:
        return Problem("That is not a month. Write it like 2026-10, October, last or this.")
    if read > months.of(today):
        return Problem(
            f"{months.title(read)} is still ahead. The latest month to review is {months.title(months.of(today))}."
        )
    return read


def since(text: str, now: Month) -> Month | Problem:
    """Read the month a spell began: a month, a name (the nearest not after *now*), or a number of months ago."""
    typed = texts.label(text).casefold()
    if typed.isascii() and typed.isdigit() and len(typed) < 4:  # noqa: PLR2004 - a year has four digits
        return _months_ago(int(typed), now)
    found = months.parse(typed) or months.named(typed, months.last_day(now)) or _name_and_year(typed)
    if found is None:
        return Problem("Write a month like 2026-03 or March, or how many months ago.")
    return found if found <= now else Problem(f"That is after {months.title(now)}, the month of this review.")


def coming_month(text: str, now: Month) -> Month | Problem:
    """Read a month to have something done by: this one or later; a name is the nearest one from *now* on."""
    typed = texts.label(text).casefold()
    found = months.parse(typed) or months.named_from(typed, now) or _name_and_year(typed)
    if found is None:
        return Problem("Write a month like 2027-03 or March.")
    return found if found >= now else Problem(f"That month has passed. Choose {months.title(now)} or a later one.")


def _months_ago(ago: int, now: Month) -> Month:
    return months.from_index(max(months.index(now) - ago, months.index(months.FIRST)))


def _name_and_year(typed: str) -> Month | None:
    name, _, year = typed.rpartition(" ")
    number = _month_number(name) if len(name) >= months.SHORTEST_NAME else None
    return months.parse(f"{year}-{number:02}") if number and year.isdigit() else None


def gifts(text: str) -> tuple[Gift, ...] | Problem:
    """Read what was given: ``2 drawings, a workshop, 3 calls``; ``nothing`` or ``0`` is an empty answer."""
    typed = texts.label(text)
    if typed.casefold() in {"nothing", "none", "0", "no"}:
        return ()
    counted = [_counted(part) for part in re.split(r",|;| \+ ", typed) if part.strip()]
    if not counted:
        return Problem("Write what you gave, like 2 drawings, a call; or nothing.")
    if any(count > MOST_GIFTS for count, _ in counted):
        return Problem(f"More than {MOST_GIFTS} of one thing in a month? Check the number.")
    return tuple(Gift(what, count) for count, what in counted if count)


def _counted(part: str) -> tuple[int, str]:
    found = _COUNTED.fullmatch(part.strip())
    return (int(found[1]), texts.label(found[2])) if found else (1, texts.label(part))
