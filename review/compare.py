"""Two sessions side by side: who came and who went, what rose and fell, and a few figures before and after."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from msgspec import Struct

from review import joining
from review import text as texts
from review.history import History
from review.measured import MeasuredSession, measured
from review.measures import Gap
from review.month import Month
from review.records import How, Id, Rating, SegmentReview, known


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


class Turn(Struct, frozen=True):
    """A rating of a segment that is not what it was: its potential, or the attention it got."""

    segment: Id
    name: str
    side: str
    before: int
    now: int

    @property
    def by(self) -> int:
        """By how much it rose; below 0 it fell."""
        return self.now - self.before


class Figure(Struct, frozen=True):
    """One number before and now; None where a session did not know it."""

    before: float | None
    now: float | None

    @property
    def changed(self) -> bool:
        """Whether both are known and differ, to one decimal."""
        return self.before is not None and self.now is not None and round(self.before, 1) != round(self.now, 1)


class Comparison(Struct, frozen=True):
    """What differs between two sessions.

    `shifts` and `turns` have the widest change first, `came` and `went` the lists' order. `promises_kept` is a share,
    0 to 1; `conviction` 1 (fear) to 5.
    """

    earlier: Month
    later: Month
    came: tuple[Came, ...]
    went: tuple[Went, ...]
    shifts: tuple[Shift, ...]
    hours: Figure
    baskets: Figure
    mean_gap: Figure
    promises_kept: Figure
    conviction: Figure
    turns: tuple[Turn, ...]


def compared(history: History, earlier: Month, later: Month) -> Comparison | None:
    """Compare the sessions of two months; None where one of them has none. The order of the two does not matter."""
    first, second = sorted((earlier, later))
    until = history.up_to(second)
    latest = measured(until, len(until.months) - bisect_left(until.months, first))
    sessions = {each.month: each for each in latest}
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
        promises_kept=Figure(before.promises_kept, now.promises_kept),
        conviction=Figure(_conviction(before), _conviction(now)),
        turns=_turns(history, before, now),
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
    return tuple(sorted(found, key=lambda shift: (-abs(shift.by), texts.fold(shift.name))))


def _conviction(session: MeasuredSession) -> float | None:
    return known(session.session.answers.conviction)


def _turns(history: History, before: MeasuredSession, now: MeasuredSession) -> tuple[Turn, ...]:
    old, new = _reviews(history, before), _reviews(history, now)
    found = [turn for id_ in new if id_ in old for turn in _turned(history, id_, old[id_], new[id_])]
    return tuple(sorted(found, key=lambda turn: (-abs(turn.by), texts.fold(turn.name), turn.side)))


def _reviews(history: History, session: MeasuredSession) -> Mapping[Id, SegmentReview]:
    found: dict[Id, SegmentReview] = {}
    for review in session.session.answers.segments:
        id_ = history.segment(review.segment).id
        found[id_] = joining.reviews(found[id_], review) if id_ in found else review
    return found


def _turned(history: History, segment: Id, old: SegmentReview, new: SegmentReview) -> list[Turn]:
    name = history.segment(segment).name
    sides: tuple[tuple[str, Rating, Rating], ...] = (
        ("potential", old.potential, new.potential),
        ("attention", old.attention, new.attention),
    )
    rated = [(side, known(before), known(now)) for side, before, now in sides]
    return [
        Turn(segment, name, side, before, now)
        for side, before, now in rated
        if before is not None and now is not None and before != now
    ]
