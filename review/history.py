"""The finished sessions so far, and what can be asked of them.

A `History` is an index, not a second truth: everything is derived from the sessions, and computed when first asked for.
Ids go through `History.prospect` and its like, which follow merges, so that a merged prospect has one story.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from msgspec import Struct

from review import month as months
from review.month import Month
from review.records import (
    Answers,
    End,
    GoalReview,
    GoalState,
    How,
    Id,
    Kind,
    LearningGoal,
    Limit,
    Move,
    Obsession,
    Outcome,
    Prospect,
    Segment,
    SegmentReview,
    Session,
    known,
)

Identity = TypeVar("Identity", Prospect, Segment, LearningGoal)


class Appearance(Struct, frozen=True):
    """One prospect's row in one finished session."""

    session: Session
    row: Obsession

    @property
    def month(self) -> Month:
        """The session's month."""
        return self.session.month


class Spell(Struct, frozen=True):
    """An unbroken run of sessions with one prospect on the list, oldest first, never empty."""

    appearances: tuple[Appearance, ...]

    @property
    def since(self) -> Month:
        """The month it began: as the person said, else the month of its first session."""
        first = self.appearances[0]
        return first.row.since or first.month

    @property
    def newest(self) -> Appearance:
        """Its latest appearance."""
        return self.appearances[-1]

    @property
    def ended(self) -> End | None:
        """How it ended; None while it is open, or where it just stopped appearing."""
        return self.newest.row.ended


class History(Struct, frozen=True, dict=True):
    """Finished sessions in month order, and the identities they name, by id."""

    sessions: tuple[Session, ...] = ()
    prospects: Mapping[Id, Prospect] = {}
    segments: Mapping[Id, Segment] = {}
    goals: Mapping[Id, LearningGoal] = {}

    # -- sessions ------------------------------------------------------------------------------------------------------

    @cached_property
    def months(self) -> tuple[Month, ...]:
        """The months with a finished session, oldest first."""
        return tuple(session.month for session in self.sessions)

    @property
    def last(self) -> Session | None:
        """The newest finished session; None before the first."""
        return self.sessions[-1] if self.sessions else None

    def session(self, month: Month) -> Session | None:
        """Give the finished session of a month; None where there is none."""
        place = bisect_left(self.months, month)
        return self.sessions[place] if place < len(self.months) and self.months[place] == month else None

    def before(self, month: Month) -> History:
        """Give the history as it was before a month, which a session of that month carries over from."""
        return self._with(self.sessions[: bisect_left(self.months, month)])

    def up_to(self, month: Month) -> History:
        """Give the history up to and including a month, which the rules read."""
        return self._with(self.sessions[: bisect_right(self.months, month)])

    def having(self, session: Session) -> History:
        """Give the history with one session added, or put in the place of the one of its month."""
        others = [other for other in self.sessions if other.month != session.month]
        return self._with(tuple(sorted([*others, session], key=lambda one: one.month)))

    def naming(
        self, prospects: Iterable[Prospect], segments: Iterable[Segment], goals: Iterable[LearningGoal]
    ) -> History:
        """Give the history with identities added, or put in the place of those of the same id."""
        return History(
            self.sessions,
            {**self.prospects, **{each.id: each for each in prospects}},
            {**self.segments, **{each.id: each for each in segments}},
            {**self.goals, **{each.id: each for each in goals}},
        )

    def _with(self, sessions: tuple[Session, ...]) -> History:
        return History(sessions, self.prospects, self.segments, self.goals)

    # -- identities ----------------------------------------------------------------------------------------------------

    def prospect(self, id_: Id) -> Prospect:
        """Give a prospect, or the one it was merged into; an id that no record has gets a name that says so."""
        return _resolved(self.prospects, id_) or Prospect(id_, "(no name)")

    def segment(self, id_: Id) -> Segment:
        """Give a segment, or the one it was merged into; see `prospect`."""
        return _resolved(self.segments, id_) or Segment(id_, "(no name)")

    def goal(self, id_: Id) -> LearningGoal:
        """Give a learning goal, or the one it was merged into; see `prospect`."""
        return _resolved(self.goals, id_) or LearningGoal(id_, "(no name)")

    # -- prospects -----------------------------------------------------------------------------------------------------

    @cached_property
    def _appearances(self) -> dict[Id, list[Appearance]]:
        found: dict[Id, list[Appearance]] = {}
        for session in self.sessions:
            for row in session.answers.obsessions:
                found.setdefault(self.prospect(row.prospect).id, []).append(Appearance(session, row))
        return found

    @property
    def known_prospects(self) -> tuple[Id, ...]:
        """Everyone who was ever on the list, in order of first appearance."""
        return tuple(self._appearances)

    def appearances(self, prospect: Id) -> tuple[Appearance, ...]:
        """Give a prospect's rows, oldest first; empty when it was never on the list."""
        return tuple(self._appearances.get(self.prospect(prospect).id, ()))

    def latest(self, prospect: Id) -> Appearance | None:
        """Give a prospect's newest row; None when it was never on the list."""
        found = self._appearances.get(self.prospect(prospect).id)
        return found[-1] if found else None

    def row(self, prospect: Id, month: Month) -> Obsession | None:
        """Give a prospect's row in the session of a month."""
        return next((each.row for each in self.appearances(prospect) if each.month == month), None)

    def spells(self, prospect: Id) -> tuple[Spell, ...]:
        """Give a prospect's spells, oldest first.

        A session without it, or an end, closes one; a skipped month does not.
        """
        runs: list[list[Appearance]] = []
        for each in self.appearances(prospect):
            if runs and self._goes_on(runs[-1][-1], each):
                runs[-1].append(each)
            else:
                runs.append([each])
        return tuple(Spell(tuple(run)) for run in runs)

    def _goes_on(self, earlier: Appearance, later: Appearance) -> bool:
        neighbours = bisect_left(self.months, later.month) - bisect_left(self.months, earlier.month) <= 1
        return neighbours and earlier.row.ended is None

    def moves(self, prospect: Id) -> Iterator[Move]:
        """Give everything they ever did, as entered; not sorted by day."""
        return (move for each in self.appearances(prospect) for move in each.row.moves or ())

    @cached_property
    def clients(self) -> tuple[Id, ...]:
        """Everyone under contract: signed, reviewed as a client or named as one, and not known to have left since."""
        under_contract: dict[Id, bool] = {}
        for session in self.sessions:
            for row in session.answers.obsessions:
                under_contract[self.prospect(row.prospect).id] = _is_client_after(row)
            named = session.answers.look_back.unheard
            if named is not None and named in self.prospects:
                under_contract[self.prospect(named).id] = True
        return tuple(id_ for id_, is_client in under_contract.items() if is_client)

    def limit_in_force(self, prospect: Id) -> tuple[Limit, int] | None:
        """Give the limit the last session set for a prospect and the month it was set in, as a month index.

        None when the last session did not have it on the list.
        """
        newest = self.latest(prospect)
        if newest is None or self.last is None or newest.month != self.last.month:
            return None
        return newest.row.limit, months.index(newest.month)

    # -- segments and goals --------------------------------------------------------------------------------------------

    def segment_reviews(self, segment: Id) -> list[tuple[Session, SegmentReview]]:
        """Give a segment's reviews, oldest first."""
        wanted = self.segment(segment).id
        return [
            (session, review)
            for session in self.sessions
            for review in session.answers.segments
            if self.segment(review.segment).id == wanted
        ]

    @cached_property
    def touches(self) -> Mapping[Id, tuple[Month, ...]]:
        """The months each segment was touched in, oldest first; a segment never touched is absent.

        A promise about a segment, kept or partly, touches it in the session that says so.
        """
        found: dict[Id, list[Month]] = {}
        promised: dict[Id, Id] = {}
        for session in self.sessions:
            kept = {each.commitment for each in session.answers.look_back.promises if each.outcome in DONE_AT_ALL}
            by_promise = {segment for commitment, segment in promised.items() if commitment in kept}
            for segment in {self.segment(each).id for each in segments_touched(session.answers) | by_promise}:
                found.setdefault(segment, []).append(session.month)
            promised = {
                each.id: each.about
                for each in session.answers.commitments
                if each.about and each.about in self.segments
            }
        return {segment: tuple(when) for segment, when in found.items()}

    @cached_property
    def open_goals(self) -> tuple[tuple[LearningGoal, GoalReview], ...]:
        """The learning goals neither finished nor dropped, each with its newest review, in order of making."""
        newest: dict[Id, GoalReview] = {}
        for session in self.sessions:
            for review in session.answers.learning:
                newest[self.goal(review.goal).id] = review
        return tuple((self.goal(id_), review) for id_, review in newest.items() if review.state is GoalState.OPEN)


DONE_AT_ALL = frozenset({Outcome.KEPT, Outcome.PARTLY})
"""The outcomes that say something was done about a promise."""

TOUCHED_FROM = 2
"""Attention from here on touches a segment: 1 says "none this month"."""


def segments_touched(answers: Answers) -> set[Id]:
    """Give the segments touched in one session by attention or by an obsession in it, as the ids the answers hold."""
    by_attention = {each.segment for each in answers.segments if (known(each.attention) or 0) >= TOUCHED_FROM}
    return by_attention | {row.segment for row in answers.obsessions if row.segment is not None and not row.parked}


def _resolved(records: Mapping[Id, Identity], id_: Id) -> Identity | None:
    seen = set()
    record = records.get(id_)
    while record is not None and record.merged_into is not None and record.id not in seen:
        seen.add(record.id)
        record = records.get(record.merged_into, record)
    return record


def _is_client_after(row: Obsession) -> bool:
    if row.ended is None:
        return row.kind is Kind.CLIENT
    if row.ended.how is How.SIGNED:
        return True
    return row.kind is Kind.CLIENT and row.ended.how is not How.LEFT
