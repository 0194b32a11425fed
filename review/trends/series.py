"""Series: a figure month by month, with its direction and its change; home's four lines are made here.

A month without a session is a gap (None), never a zero, and so is one whose figure is not known; the two are told
apart. The change compares the newest session with the mean of the three sessions before it, whatever range is shown.
Months before the first session ever are not shown: nothing was skipped there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from msgspec import Struct

from review import month as months
from review import text as texts
from review.history import History
from review.measured import MeasuredSession, measured
from review.month import Month

COMPARED = 3
"""Sessions before the newest that it is compared with: one alone may have been unusual."""


ROSE, FELL, LEVEL = "▲", "▼", "level"


class Good(StrEnum):
    """Which way is good; neither for what only says how things stand."""

    UP = "up is good"
    DOWN = "down is good"
    NEITHER = "neither way is better"


class Unit(StrEnum):
    """What a figure counts. A gap is a mean of steps, both with a sign; shares are 0 to 1 and shown as per cent."""

    GAP = "gap"
    STEPS = "steps"
    NUMBER = "number"
    COUNT = "count"
    HOURS = "hours"
    SHARE = "share"


SIZES = {**{unit: unit for unit in Unit}, Unit.GAP: Unit.NUMBER, Unit.STEPS: Unit.NUMBER}
"""How the size of a change is written: without a sign."""


class Series(Struct, frozen=True):
    """One figure over a range of calendar months, oldest first.

    `key` names it for programs, with its unit. A point is None in a month that was skipped (in `skipped`), in one that
    it does not belong to (in `away`: somebody not on the list), and in one whose figure is not known. `latest` is the
    newest session's value, None where not known; `partly` then says what is known of it, "" where nothing is. `change`
    is `latest` minus the mean of the known values of the three sessions before; None where there are none.
    """

    key: str
    name: str
    unit: Unit
    good: Good
    points: tuple[tuple[Month, float | None], ...]
    latest: float | None = None
    change: float | None = None
    partly: str = ""
    skipped: frozenset[Month] = frozenset()
    away: frozenset[Month] = frozenset()

    @property
    def values(self) -> tuple[float | None, ...]:
        """The values alone."""
        return tuple(value for _, value in self.points)

    @property
    def rose(self) -> bool | None:
        """Whether it rose; None where nothing of a change would show, or there is nothing to compare."""
        shown = 0.0 if self.change is None else round(self.change * (100 if self.unit is Unit.SHARE else 10))
        return shown > 0 if shown else None

    @property
    def better(self) -> bool | None:
        """Whether it changed for the better; None where it did not change, or neither way is better."""
        return None if self.rose is None or self.good is Good.NEITHER else self.rose is (self.good is Good.UP)

    @property
    def said_latest(self) -> str:
        """The newest value as it is read: ``+1.1``, ``3.4``, ``26 h``, ``67 %``; ``–`` where not known."""
        return said(self.latest, self.unit)

    @property
    def said_change(self) -> str:
        """The change: ``▼ 0.3``, ``▲ 8 points`` of a hundred, ``level``; "" where there is nothing to compare."""
        if self.change is None:
            return ""
        if self.rose is None:
            return LEVEL
        return said_change(self.change, self.unit)


def said_change(change: float, unit: Unit) -> str:
    """Write a change that is not zero: ``▼ 0.3``, ``▲ 8 points`` of a hundred."""
    size = abs(change)
    written = texts.plural(round(size * 100), "point") if unit is Unit.SHARE else said(size, SIZES[unit])
    return f"{ROSE if change > 0 else FELL} {written}"


def said(value: float | None, unit: Unit) -> str:
    """Write a value with its unit: ``+1.1``, ``3.4``, ``26 h``, ``67 %``; ``–`` for None."""
    if value is None:
        return "–"
    match unit:
        case Unit.GAP:
            return f"{value:+.1f}" if round(value, 1) else "0.0"
        case Unit.STEPS:
            return f"{value:+.0f}" if value else "0"
        case Unit.SHARE:
            return f"{round(value * 100)} %"
        case Unit.HOURS:
            return f"{texts.figure(value)} h"
        case Unit.NUMBER | Unit.COUNT:
            return texts.figure(value)


class Figure(Struct, frozen=True):
    """How a series is made: its labels, and the value of one session (None where not known).

    `partly` says in words what is known of a value that is not known as a whole.
    """

    key: str
    name: str
    unit: Unit
    good: Good
    of: Callable[[MeasuredSession], float | None]
    partly: Callable[[MeasuredSession], str] = lambda _: ""


def hours_so_far(session: MeasuredSession) -> str:
    """Say the hours that are known, and for how many: ``46 h, known for two of three prospects``; "" for none."""
    answered = session.hours_known
    if not answered.known:
        return ""
    of_how_many = f"{texts.counted_word(answered.known)} of {texts.counted_word(answered.listed)} prospects"
    return f"{said(sum(session.hours.values()), Unit.HOURS)}, known for {of_how_many}"


MEAN_GAP = Figure("mean_gap_steps", "average gap", Unit.GAP, Good.DOWN, lambda session: session.mean_gap)
BASKETS = Figure("baskets", "baskets", Unit.NUMBER, Good.UP, lambda session: session.baskets)
UNPAID_HOURS = Figure(
    "unpaid_hours", "unpaid hours", Unit.HOURS, Good.DOWN, lambda session: session.unpaid_hours, hours_so_far
)
PROMISES_KEPT = Figure(
    "promises_kept_share", "promises kept", Unit.SHARE, Good.UP, lambda session: session.promises_kept
)


def back(month: Month, by: int) -> Month:
    """Give the month so many months earlier, or the earliest there is."""
    return months.from_index(max(months.index(month) - by, months.index(months.FIRST)))


def span(first: Month, last: Month) -> tuple[Month, ...]:
    """Give the calendar months from one to another, both included."""
    return tuple(months.shift(first, by) for by in range(months.apart(first, last) + 1))


def series(figure: Figure, sessions: Sequence[MeasuredSession], months_shown: Sequence[Month]) -> Series:
    """Make a series of some calendar months. `sessions` are the measured ones, oldest first.

    The newest of them is the one compared; there may be older ones than are shown.
    """
    values = [figure.of(session) for session in sessions]
    by_month = dict(zip((session.month for session in sessions), values, strict=True))
    latest = values[-1] if values else None
    before = [value for value in values[-1 - COMPARED : -1] if value is not None]
    return Series(
        key=figure.key,
        name=figure.name,
        unit=figure.unit,
        good=figure.good,
        points=tuple((month, by_month.get(month)) for month in months_shown),
        latest=latest,
        change=latest - sum(before) / len(before) if latest is not None and before else None,
        partly=figure.partly(sessions[-1]) if sessions and latest is None else "",
        skipped=frozenset(month for month in months_shown if month not in by_month),
    )


def home_series(
    history: History, months_shown: int = 12, ending: Month | None = None
) -> tuple[Series, Series, Series, Series]:
    """Give home's four lines: average gap, baskets, unpaid hours, promises kept.

    So many calendar months, less where the first session is younger, the last of them *ending*; None stands for the
    newest session's. Without any session the series have no points.
    """
    last = ending or (history.last.month if history.last else None)
    if last is None or not history.months or history.months[0] > last:
        shown: tuple[Month, ...] = ()
        sessions: tuple[MeasuredSession, ...] = ()
    else:
        shown = span(max(back(last, months_shown - 1), history.months[0]), last)
        sessions = measured(history if ending is None else history.up_to(last), months_shown + COMPARED)
    gap, baskets, hours, promises = (
        series(figure, sessions, shown) for figure in (MEAN_GAP, BASKETS, UNPAID_HOURS, PROMISES_KEPT)
    )
    return gap, baskets, hours, promises
