"""How answers read in a summary."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from review import month as months
from review import text as texts
from review.measures import Gap, Verdict
from review.month import Month
from review.records import UNKNOWN, Amount, Limit, Rating, RuleAnswer, StopRule, Unknown
from review.scales import Scale
from review.summary.document import Table


def rating(value: Rating, scale: Scale) -> str:
    """Write a rating with its word, ``4 eager``; "unknown", or nothing where it was not given."""
    if value is None:
        return ""
    return f"{value} {scale.word(value)}" if isinstance(value, int) else UNKNOWN


def hours(value: Amount) -> str:
    """Write hours: ``11 h``, "unknown", or nothing where they were not given."""
    return _amount(value, after=" h")


def money(value: Amount, currency: str) -> str:
    """Write a sum of money: ``€120``, "unknown", or nothing where it was not given."""
    return _amount(value, before=currency)


def _amount(value: float | Unknown | None, before: str = "", after: str = "") -> str:
    if value is None:
        return ""
    return UNKNOWN if isinstance(value, str) else f"{before}{texts.figure(value)}{after}"


def signed(value: int | None) -> str:
    """Write a difference with its sign: ``+3``, ``0``, ``-1``; nothing for None."""
    if value is None:
        return ""
    return f"{value:+}" if value else "0"


def rounded(value: float | None) -> float | None:
    """Give a figure with two decimals, as programs read it; None stays None."""
    return None if value is None else round(value, 2)


def gap(found: Gap | None) -> str:
    """Write a gap as said and, where that differs, as counted; nothing for None."""
    if found is None:
        return ""
    return f"{signed(found.said)}, counts as {signed(found.counted)}" if found.unbacked else signed(found.said)


def band(found: Gap | None) -> str:
    """Name what a gap is; nothing for None."""
    return found.band.value if found else ""


def limit(allowed: Limit, currency: str) -> str:
    """Write what is allowed until the next review; nothing where no limit was set."""
    parts = (
        f"{texts.figure(allowed.hours)} h a month" if allowed.hours is not None else "",
        f"{money(allowed.money, currency)} a month" if allowed.money is not None else "",
        f"energy at most {allowed.energy}" if allowed.energy is not None else "",
    )
    return texts.joined([part for part in parts if part])


def verdict(found: Verdict, currency: str) -> str:
    """Write how a limit was kept: ``held 6 h``, ``7 h over 4 h``; nothing where there was none to check."""
    if not found.any_limit:
        return ""
    over = (
        f"{_over(found.hours_over)} h over {texts.figure(found.hours or 0)} h" if found.hours_over else "",
        f"{currency}{_over(found.money_over)} over {money(found.money or 0, currency)}" if found.money_over else "",
        f"energy {found.energy_over} over {found.energy}" if found.energy_over else "",
    )
    return texts.joined([part for part in over if part]) or _held(found, currency)


def _over(value: float) -> str:
    return texts.figures(value, 0)[0]


def _held(found: Verdict, currency: str) -> str:
    limits = (
        f"{texts.figure(found.hours)} h" if found.hours is not None else "",
        money(found.money, currency) if found.money is not None else "",
        f"energy {found.energy}" if found.energy is not None else "",
    )
    return f"held {texts.joined([part for part in limits if part])}"


def rule(made: StopRule, by: date | None = None) -> str:
    """Write a stop rule as the sentence it is; *by* is its date where that was moved."""
    return f"If {made.state} by {day(by or made.by)}, I will {made.action}"


def rule_answer(answer: RuleAnswer) -> str:
    """Write what became of a stop rule, ``new date, 15 October 2026``; nothing where that was not answered."""
    if answer.outcome is None:
        return ""
    return f"{answer.outcome.value}, {day(answer.new_date)}" if answer.new_date else answer.outcome.value


def day(when: date) -> str:
    """Write a day so that it is clear years later: ``12 December 2026``."""
    return f"{when.day} {months.title(months.of(when))}"


def since(began: Month, count: int) -> str:
    """Write how long somebody has been on the list: ``March 2026, 9th month``."""
    return f"{months.title(began)}, {texts.ordinal(count)} month"


def with_note(sentence: str, note: str | None) -> str:
    """Add a note to what it is about."""
    return f"{sentence}: {note}" if note else sentence


def with_aside(sentence: str, note: str | None) -> str:
    """Add a note to a sentence that may hold a colon of its own."""
    return f"{sentence} ({note})" if note else sentence


def opened(words: str) -> str:
    """Write words so that a line can begin with them."""
    return words[:1].upper() + words[1:]


def sentences(parts: Iterable[str]) -> str:
    """Join parts that stand for themselves: ``a; b``."""
    return "; ".join(part for part in parts if part)


def table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], numbers: frozenset[int] = frozenset()) -> Table:
    """Make a table without the columns that say nothing in any row."""
    listed = list(rows)
    used = [at for at in range(len(columns)) if at == 0 or any(row[at] for row in listed)]
    return Table(
        tuple(columns[at] for at in used),
        tuple(tuple(row[at] for at in used) for row in listed),
        frozenset(new for new, old in enumerate(used) if old in numbers),
    )
