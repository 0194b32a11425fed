"""Two sessions side by side: who came and who went, whose gap changed, and a few figures before and after."""

from __future__ import annotations

from msgspec import Struct

from review.history import History
from review.measured import MeasuredSession, measured
from review.measures import Gap
from review.month import Month
from review.records import How, Id


class Came(Struct, frozen=True):
    """Somebody on the later list who was not open on the earlier one."""

    prospect: Id
    name: str


class Went(Struct, frozen=True):
    """Somebody open on the earlier list who is not open on the later one; `how` is None where it was not said."""

    prospect: Id
    name: str
    how: How | None


class Shift(Struct, frozen=True):
    """A gap that is not what it was, as counted."""

    prospect: Id
    name: str
    before: Gap
    now: Gap

    @property
    def by(self) -> int:
        """By how much it changed; below 0 it closed."""
        return self.now.counted - self.before.counted

    @property
    def closer(self) -> bool:
        """Whether the two sides want it more alike than before."""
        return abs(self.now.counted) < abs(self.before.counted)


class Figure(Struct, frozen=True):
    """One number before and now; None where a session did not know it."""

    before: float | None
    now: float | None

    @property
    def changed(self) -> bool:
        """Whether both are known and differ, to one decimal."""
        return self.before is not None and self.now is not None and round(self.before, 1) != round(self.now, 1)


class Comparison(Struct, frozen=True):
    """What differs between two sessions. `shifts` have the widest change first, `came` and `went` the lists' order."""

    earlier: Month
    later: Month
    came: tuple[Came, ...]
    went: tuple[Went, ...]
    shifts: tuple[Shift, ...]
    hours: Figure
    baskets: Figure
    mean_gap: Figure


def compared(history: History, earlier: Month, later: Month) -> Comparison | None:
    """Compare the sessions of two months; None where one of them has none. The order of the two does not matter."""
    first, second = sorted((earlier, later))
    sessions = {each.month: each for each in measured(history.up_to(second))}
    before, now = sessions.get(first), sessions.get(second)
    if before is None or now is None or before is now:
        return None
    return Comparison(
        first,
        second,
        _came(history, before, now),
        _went(history, before, now),
        _shifts(history, before, now),
        hours=Figure(before.unpaid_hours, now.unpaid_hours),
        baskets=Figure(before.baskets, now.baskets),
        mean_gap=Figure(before.mean_gap, now.mean_gap),
    )


def with_previous(history: History, month: Month) -> Comparison | None:
    """Compare a month's session with the one before it; None for a first session."""
    before = history.before(month).last
    return compared(history, before.month, month) if before else None


def _open(session: MeasuredSession) -> list[Id]:
    return [id_ for id_, each in session.rows.items() if each.row.ended is None]


def _came(history: History, before: MeasuredSession, now: MeasuredSession) -> tuple[Came, ...]:
    known = set(_open(before))
    return tuple(Came(id_, history.prospect(id_).name) for id_ in now.rows if id_ not in known)


def _went(history: History, before: MeasuredSession, now: MeasuredSession) -> tuple[Went, ...]:
    left = set(_open(now))
    gone = [id_ for id_ in _open(before) if id_ not in left]
    return tuple(Went(id_, history.prospect(id_).name, _how(history, id_, now.month)) for id_ in gone)


def _how(history: History, prospect: Id, until: Month) -> How | None:
    ends = [each.row.ended for each in history.appearances(prospect) if each.month <= until]
    newest = ends[-1] if ends else None
    return newest.how if newest else None


def _shifts(history: History, before: MeasuredSession, now: MeasuredSession) -> tuple[Shift, ...]:
    pairs = [(id_, before.rows[id_].gap, each.gap) for id_, each in now.rows.items() if id_ in before.rows]
    found = [
        Shift(id_, history.prospect(id_).name, old, new)
        for id_, old, new in pairs
        if old is not None and new is not None and old.counted != new.counted
    ]
    return tuple(sorted(found, key=lambda shift: -abs(shift.by)))
