"""Two sessions side by side: who came and who went, what rose and fell, and a few figures before and after."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from enum import StrEnum

from msgspec import Struct, structs

from review import joining
from review import text as texts
from review.history import History
from review.measured import Measured, MeasuredSession, measured
from review.measures import Gap
from review.month import Month
from review.records import UNKNOWN, How, Id, Rating, SegmentReview, known
from review.trends import series
from review.trends.series import Good, Unit
from review.trends.series import said as written

CONVICTION = "fear 1 – conviction 5"


class Came(Struct, frozen=True):
    """Somebody open on the later list who was not on the earlier one; `month` is the first session's with them."""

    prospect: Id
    name: str
    month: Month
    now: Measured


class Went(Struct, frozen=True):
    """Somebody open on the earlier list who is not open on the later one.

    `month` is that of the last session with them; `how` is None where it was not said.
    """

    prospect: Id
    name: str
    how: How | None
    month: Month
    before: Measured


class Passed(Struct, frozen=True):
    """Somebody open on neither list who was there after the first: from a month to a month. `how` as in `Went`."""

    prospect: Id
    name: str
    came: Month
    went: Month
    how: How | None


class Stayed(Struct, frozen=True):
    """Somebody open on both lists, as measured then and now."""

    prospect: Id
    name: str
    before: Measured
    now: Measured


class Way(StrEnum):
    """Which way a gap moved: less lopsided, more of you, more of them, or as much the other way."""

    CLOSER = "closer"
    WIDER = "wider"
    THEY_LEAD = "they lead more"
    TURNED = "turned"


def way(before: Gap, now: Gap) -> Way | None:
    """Tell which way a gap moved, as counted; None where it did not."""
    old, new = before.counted, now.counted
    if abs(new) < abs(old):
        return Way.CLOSER
    if abs(new) > abs(old):
        return Way.WIDER if new > 0 else Way.THEY_LEAD
    return Way.TURNED if new != old else None


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
    def way(self) -> Way | None:
        """Which way it moved."""
        return way(self.before, self.now)


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
    """One number before and now; None where a session did not know it. Its change is that of the figures as read.

    A share's is not, as in the trends: from one of three to two of three are 33 points, though it reads 33 % and 67 %.
    `unknown_before` and `unknown_now` count the answers "unknown" that a sum leaves out.
    """

    name: str
    unit: Unit
    good: Good
    before: float | None
    now: float | None
    unknown_before: int = 0
    unknown_now: int = 0

    @property
    def change(self) -> float | None:
        """What it is now minus what it was, rounded; None where one of them is not known."""
        if self.before is None or self.now is None:
            return None
        if self.unit is Unit.SHARE:
            return round(self.now - self.before, 2)
        return round(round(self.now, 1) - round(self.before, 1), 1)

    @property
    def changed(self) -> bool:
        """Whether both are known and read differently."""
        return bool(self.change)

    @property
    def better(self) -> bool | None:
        """Whether it changed for the better; None where it did not change or is not known."""
        return (self.change > 0) is (self.good is Good.UP) if self.change else None

    @property
    def said_before(self) -> str:
        """What it was: ``+1.1``, ``26 h``, ``67 %``; ``–`` where not known."""
        return written(self.before, self.unit)

    @property
    def said_now(self) -> str:
        """What it is."""
        return written(self.now, self.unit)

    @property
    def said_change(self) -> str:
        """The change: ``▼ 7 h``, ``▲ 33 points`` of a hundred, ``level``; "" where one of the two is not known."""
        if not self.change:
            return "" if self.change is None else series.LEVEL
        return series.said_change(self.change, self.unit)

    @property
    def told(self) -> str:
        """What it was and is, with what a sum leaves out: ``34 h → 30 h, one not known``."""
        before = f"{self.said_before}{_left_out(self.unknown_before)}"
        return f"{before} → {self.said_now}{_left_out(self.unknown_now)}"


def _left_out(count: int) -> str:
    return f", {texts.counted_word(count)} not known" if count else ""


class Comparison(Struct, frozen=True):
    """What differs between two sessions.

    `shifts` and `turns` have the widest change first, the others the lists' order. `promises_kept` is a share, 0 to 1;
    `conviction` 1 (fear) to 5.
    """

    earlier: Month
    later: Month
    came: tuple[Came, ...]
    went: tuple[Went, ...]
    passed: tuple[Passed, ...]
    stayed: tuple[Stayed, ...]
    shifts: tuple[Shift, ...]
    hours: Figure
    baskets: Figure
    mean_gap: Figure
    promises_kept: Figure
    conviction: Figure
    turns: tuple[Turn, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures in the order of telling."""
        return self.hours, self.baskets, self.mean_gap, self.promises_kept, self.conviction

    def moved(self, way: Way) -> tuple[Shift, ...]:
        """Give the gaps that moved one way."""
        return tuple(each for each in self.shifts if each.way is way)


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
        _came(history, before, latest),
        _went(history, before, latest),
        _passed(history, before, latest),
        _stayed(history, before, now),
        _shifts(history, before, now),
        hours=_hours(before, now),
        baskets=_figure(series.BASKETS, before, now),
        mean_gap=_figure(series.MEAN_GAP, before, now),
        promises_kept=_figure(series.PROMISES_KEPT, before, now),
        conviction=Figure(CONVICTION, Unit.COUNT, Good.UP, _conviction(before), _conviction(now)),
        turns=_turns(history, before, now),
    )


def with_previous(history: History, month: Month) -> Comparison | None:
    """Compare a month's session with the one before it; None for a first session."""
    before = history.before(month).last
    return compared(history, before.month, month) if before else None


def _figure(figure: series.Figure, before: MeasuredSession, now: MeasuredSession) -> Figure:
    return Figure(figure.name, figure.unit, figure.good, figure.of(before), figure.of(now))


def _hours(before: MeasuredSession, now: MeasuredSession) -> Figure:
    found = _figure(series.UNPAID_HOURS, before, now)
    return structs.replace(found, unknown_before=_unknown_hours(before), unknown_now=_unknown_hours(now))


def _unknown_hours(session: MeasuredSession) -> int:
    """Count the hours answered "unknown" that the sum leaves out; none where there is no sum."""
    return sum(each.row.hours == UNKNOWN for each in session.rows.values()) if session.enough_hours else 0


def _open(session: MeasuredSession) -> dict[Id, Measured]:
    return {id_: each for id_, each in session.rows.items() if each.row.ended is None}


def _came(history: History, before: MeasuredSession, sessions: Sequence[MeasuredSession]) -> tuple[Came, ...]:
    """Find who came; *sessions* are those from the one before to the newest compared."""
    earlier = _open(before)
    return tuple(
        Came(id_, history.prospect(id_).name, sessions[-each.sessions].month, each)
        for id_, each in _open(sessions[-1]).items()
        if id_ not in earlier
    )


def _went(history: History, before: MeasuredSession, sessions: Sequence[MeasuredSession]) -> tuple[Went, ...]:
    """Find who went; *sessions* as in `_came`."""
    listed = _open(sessions[-1])
    gone = {id_: each for id_, each in _open(before).items() if id_ not in listed}
    newest = {id_: _newest(id_, sessions) for id_ in gone}
    return tuple(
        Went(id_, history.prospect(id_).name, _how(newest[id_]), newest[id_].month, each) for id_, each in gone.items()
    )


def _passed(history: History, before: MeasuredSession, sessions: Sequence[MeasuredSession]) -> tuple[Passed, ...]:
    """Find who came after the session before and went again."""
    known_by_now = {*_open(before), *_open(sessions[-1])}
    later = dict.fromkeys(id_ for session in sessions[1:] for id_ in session.rows if id_ not in known_by_now)
    newest = {id_: _newest(id_, sessions) for id_ in later}
    return tuple(
        Passed(id_, history.prospect(id_).name, _first(id_, sessions).month, last.month, _how(last))
        for id_, last in newest.items()
    )


def _first(prospect: Id, sessions: Sequence[MeasuredSession]) -> Measured:
    return next(session.rows[prospect] for session in sessions[1:] if prospect in session.rows)


def _newest(prospect: Id, sessions: Sequence[MeasuredSession]) -> Measured:
    return next(session.rows[prospect] for session in reversed(sessions) if prospect in session.rows)


def _how(last: Measured) -> How | None:
    return last.row.ended.how if last.row.ended else None


def _stayed(history: History, before: MeasuredSession, now: MeasuredSession) -> tuple[Stayed, ...]:
    earlier = _open(before)
    return tuple(
        Stayed(id_, history.prospect(id_).name, earlier[id_], each)
        for id_, each in _open(now).items()
        if id_ in earlier
    )


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
