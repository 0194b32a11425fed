"""A case: one session and all that came before it, which is what every rule reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import takewhile

from msgspec import Struct

from review import joining
from review import text as texts
from review.findings.finding import Finding, Level, Whom
from review.history import History
from review.measured import Measured, MeasuredSession, measured
from review.month import Month
from review.records import Id, SegmentReview, Session

MEMORY = 12
"""Sessions measured, this one included: as far back as any rule looks, which is a year of monthly reviews."""

TWICE = 2


class Case(Struct, frozen=True, dict=True):
    """A history that ends with the session the rules are read for."""

    history: History
    session: Session

    @property
    def month(self) -> Month:
        """The session's month."""
        return self.session.month

    @property
    def on(self) -> date:
        """The day ages count to."""
        return self.session.on

    @cached_property
    def sessions(self) -> tuple[MeasuredSession, ...]:
        """The newest sessions measured, this one first."""
        return tuple(reversed(measured(self.history, MEMORY)))

    @property
    def now(self) -> MeasuredSession:
        """This session measured."""
        return self.sessions[0]

    @property
    def before(self) -> MeasuredSession | None:
        """The session before this one measured; None in a first one."""
        return self.sessions[1] if len(self.sessions) > 1 else None

    @cached_property
    def rows(self) -> tuple[Measured, ...]:
        """The prospects that this month's questions were asked of: neither ended nor parked."""
        return tuple(each for each in self.now.rows.values() if each.row.asked)

    def row_before(self, prospect: Id) -> Measured | None:
        """Give a prospect in the session before; None when it was not on that list."""
        return self.before.rows.get(prospect) if self.before else None

    def recent(self, prospect: Id, sessions: int) -> Iterator[Measured]:
        """Give a prospect's rows in so many newest sessions, this one first; sessions without it are left out."""
        return (each.rows[prospect] for each in self.sessions[:sessions] if prospect in each.rows)

    def running(self, each: Measured, holds: Callable[[Measured], bool]) -> int:
        """Count the sessions running in which something held of a prospect in this spell, up to the rules' memory."""
        rows = (session.rows.get(each.prospect) for session in self.sessions[: each.sessions])
        return sum(1 for _ in takewhile(lambda row: row is not None and holds(row), rows))

    def name(self, prospect: Id) -> str:
        """Give a prospect's label now."""
        return self.history.prospect(prospect).name

    @cached_property
    def segment_reviews(self) -> Mapping[Id, dict[Month, SegmentReview]]:
        """The reviews of each segment by month, oldest first; those of two that were merged are joined."""
        return self.history.once(_segment_reviews)

    @property
    def rests(self) -> Mapping[Id, Sequence[tuple[Month, Month]]]:
        """The sessions that said of a segment that it rests, oldest first, and until when; absent where none did."""
        return self.history.once(_rests)

    def about(
        self,
        prospect: Id,
        kind: str,
        level: Level,
        sentence: str,
        *facts: str,
        title: str = "",
        words: str = "",
        goes_on: bool = False,
        weight: float = 0,
        values: Mapping[str, object] | None = None,
    ) -> Finding:
        """Make a finding about a prospect; its title and words are the kind's unless given."""
        return Finding(
            kind=kind,
            level=level,
            title=title or capital(kind),
            sentence=sentence,
            facts=tuple(map(capital, facts)),
            about=prospect,
            whom=Whom.PROSPECT,
            name=self.name(prospect),
            words=words or kind,
            goes_on=goes_on,
            weight=weight,
            values=values or {},
        )


def _segment_reviews(history: History) -> Mapping[Id, dict[Month, SegmentReview]]:
    stem = history.stem[0].once(_segment_reviews) if history.stem[0] is not history else {}
    cut = ((segment, history.of_stem(list(reviews.items()), _first)) for segment, reviews in stem.items())
    found = {segment: dict(reviews) for segment, reviews in cut if reviews}
    for session in history.own:
        for review in session.answers.segments:
            of_segment = found.setdefault(history.segment(review.segment).id, {})
            other = of_segment.get(session.month)
            of_segment[session.month] = joining.reviews(other, review) if other else review
    return found


def _rests(history: History) -> Mapping[Id, Sequence[tuple[Month, Month]]]:
    found: dict[Id, list[tuple[Month, Month]]] = {}
    for segment, reviews in history.once(_segment_reviews).items():
        for month, review in reviews.items():
            if review.rest_until is not None:
                found.setdefault(segment, []).append((month, review.rest_until))
    return found


def _first(pair: tuple[Month, SegmentReview]) -> Month:
    return pair[0]


def case(history: History, month: Month) -> Case | None:
    """Give the case of a month's session; None where the month has none."""
    session = history.session(month)
    if session is None:
        return None
    whole = history.last is session
    return Case(history if whole else history.up_to(month), session)


def capital(words: str) -> str:
    """Begin words with a capital letter, and leave the others as they are."""
    return words[:1].upper() + words[1:]


def counted_run(count: int) -> str:
    """Write a count of sessions running as a word; a run as long as the rules' memory may be longer."""
    return f"at least {texts.counted_word(count)}" if count >= MEMORY else texts.counted_word(count)


def times_running(count: int) -> str:
    """Write how often something happened running, from twice on: ``twice``, ``six times running``."""
    return "twice" if count == TWICE else f"{counted_run(count)} times running"


def in_sessions(count: int) -> str:
    """Say over which sessions something was counted: ``in the last three sessions``, ``in this session``."""
    return f"in the last {texts.counted_word(count)} sessions" if count > 1 else "in this session"


def hours(value: float) -> str:
    """Write hours: ``11 h``, ``2.5 h``."""
    return f"{texts.figure(value)} h"
