"""The finished sessions so far, and what can be asked of them.

A `History` is an index, not a second truth: everything is derived from the sessions, and computed when first asked for.
Ids go through `History.prospect` and its like, which follow merges, so that a merged prospect has one story.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property
from itertools import chain, islice
from typing import TypeVar

from msgspec import Struct, structs

from review import joining
from review import month as months
from review.month import Month
from review.records import (
    Answers,
    Commitment,
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
from review.stem import Stemmed

Identity = TypeVar("Identity", Prospect, Segment, LearningGoal)


class Appearance(Struct, frozen=True, gc=False):
    """One prospect's row in one finished session; of two rows that a merge made one, both joined."""

    session: Session
    row: Obsession

    @property
    def month(self) -> Month:
        """The session's month."""
        return self.session.month


class Spell(Struct, frozen=True, gc=False):
    """An unbroken run of sessions with one prospect on the list, oldest first, never empty."""

    appearances: tuple[Appearance, ...]

    @property
    def since(self) -> Month:
        """The month it began: as the person said, the newest answer counting, else the month of its first session."""
        said = (each.row.since for each in reversed(self.appearances) if each.row.since)
        return next(said, self.appearances[0].month)

    @property
    def newest(self) -> Appearance:
        """Its latest appearance."""
        return self.appearances[-1]

    @property
    def ended(self) -> End | None:
        """How it ended; None while it is open, or where it just stopped appearing."""
        return self.newest.row.ended


class History(Stemmed, frozen=True, dict=True):
    """Finished sessions in month order, and the identities they name, by id."""

    # -- sessions ------------------------------------------------------------------------------------------------------

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
        place = bisect_left(self.months, month)
        return self._other(self.sessions[:place], place)

    def up_to(self, month: Month) -> History:
        """Give the history up to and including a month, which the rules read."""
        place = bisect_right(self.months, month)
        return self._other(self.sessions[:place], place)

    def known_at(self, moment: datetime) -> History:
        """Give the history as it was at a moment, without what was finished late, after it."""
        known_then = tuple(each for each in self.sessions if finished_at(each) <= moment)
        return self._other(known_then if len(known_then) < len(self.sessions) else self.sessions)

    def carried_from(self, session: Session) -> Session | None:
        """Give the session that one of these carried over from; None for a first one.

        That is the newest before its month which was there when it was finished: a late session leaves later ones as
        they are.
        """
        if session.month <= self.stem_until:
            return self.stem[0].carried_from(session)
        return self._carried_from[session.month]

    @cached_property
    def _carried_from(self) -> dict[Month, Session | None]:
        found: dict[Month, Session | None] = {}
        for at, session in enumerate(self.own, len(self.sessions) - len(self.own)):
            moment = finished_at(session)
            before = (self.sessions[place] for place in range(at - 1, -1, -1))
            found[session.month] = next((each for each in before if finished_at(each) <= moment), None)
        return found

    def having(self, session: Session) -> History:
        """Give the history with one session added, or put in the place of the one of its month."""
        before = bisect_left(self.months, session.month)
        after = self.sessions[bisect_right(self.months, session.month) :]
        return self._other((*self.sessions[:before], session, *after), before)

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
        for session in self.own:
            for row in self.rows(session.answers):
                found.setdefault(row.prospect, []).append(Appearance(session, row))
        return found

    @cached_property
    def _merged_away(self) -> frozenset[Id]:
        return frozenset(each.id for each in self.prospects.values() if each.merged_into is not None)

    def rows(self, answers: Answers) -> tuple[Obsession, ...]:
        """Give a session's rows under the ids that merges left, one for each prospect, in the session's order."""
        if not self._merged_away or self._merged_away.isdisjoint(row.prospect for row in answers.obsessions):
            return answers.obsessions
        found: dict[Id, Obsession] = {}
        for row in answers.obsessions:
            id_ = self.prospect(row.prospect).id
            other = found.get(id_)
            pair = (row, other) if row.prospect == id_ else (other, row)
            joined = joining.rows(*pair) if pair[0] and pair[1] else row
            found[id_] = structs.replace(joined, prospect=id_)
        return tuple(found.values())

    @property
    def known_prospects(self) -> tuple[Id, ...]:
        """Everyone who was ever on the list, in order of first appearance."""
        stem = self.stem[0]
        before = stem.known_prospects if stem is not self else ()
        shared = (id_ for id_ in before if stem.appearances(id_)[0].month <= self.stem_until)
        return tuple(dict.fromkeys([*shared, *self._appearances]))

    def appearances(self, prospect: Id) -> tuple[Appearance, ...]:
        """Give a prospect's rows, oldest first; empty when it was never on the list."""
        stem, id_ = self.stem[0], self.prospect(prospect).id
        before = self.of_stem(stem.appearances(id_), _month_of) if stem is not self else ()
        return (*before, *self._appearances.get(id_, ()))

    def latest(self, prospect: Id) -> Appearance | None:
        """Give a prospect's newest row; None when it was never on the list."""
        found = self.appearances(prospect)
        return found[-1] if found else None

    def row(self, prospect: Id, month: Month) -> Obsession | None:
        """Give a prospect's row in the session of a month."""
        return next((each.row for each in self.appearances(prospect) if each.month == month), None)

    def spells(self, prospect: Id) -> tuple[Spell, ...]:
        """Give a prospect's spells, oldest first.

        A session without it, or an end, closes one; a skipped month does not.
        """
        stem, id_ = self.stem[0], self.prospect(prospect).id
        if stem is not self and id_ not in self._appearances:
            told = stem.spells(id_)
            if told and told[-1].newest.month <= self.stem_until:
                return told
        if id_ not in self._spells:
            self._spells[id_] = self._runs(self.appearances(id_))
        return self._spells[id_]

    @cached_property
    def _spells(self) -> dict[Id, tuple[Spell, ...]]:
        return {}

    def _runs(self, appearances: Iterable[Appearance]) -> tuple[Spell, ...]:
        runs: list[list[Appearance]] = []
        for each in appearances:
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
        """Everyone under contract: signed, reviewed as a client or named as one, and not known to have gone since."""
        under_contract: dict[Id, bool] = {}
        for session in self.sessions:
            named = session.answers.look_back.unheard
            unheard = self.prospect(named).id if named is not None and named in self.prospects else None
            if unheard is not None:
                under_contract[unheard] = True
            for row in self.rows(session.answers):
                still = row.prospect == unheard and not _is_gone(row)
                under_contract[row.prospect] = still or _is_client_after(row)
        return tuple(id_ for id_, is_client in under_contract.items() if is_client)

    def limit_in_force(self, prospect: Id) -> tuple[Limit, int] | None:
        """Give the limit the last session set for a prospect and the month it was set in, as a month index.

        None when the last session did not have it on the list, or ended it.
        """
        newest = self.latest(prospect)
        if newest is None or self.last is None or newest.month != self.last.month or newest.row.ended is not None:
            return None
        return newest.row.limit, months.index(newest.month)

    def months_covered(self, month: Month) -> int:
        """Count the calendar months since the session one carried over from: 1, and one more for each skipped."""
        session = self.session(month)
        before = self.carried_from(session) if session else self.before(month).last
        return months.apart(before.month, month) if before else 1

    # -- segments and goals --------------------------------------------------------------------------------------------

    @cached_property
    def _segment_reviews(self) -> dict[Id, list[tuple[Session, SegmentReview]]]:
        found: dict[Id, list[tuple[Session, SegmentReview]]] = {}
        for session in self.own:
            for review in session.answers.segments:
                found.setdefault(self.segment(review.segment).id, []).append((session, review))
        return found

    def segment_reviews(self, segment: Id) -> Sequence[tuple[Session, SegmentReview]]:
        """Give a segment's reviews, oldest first."""
        stem, id_ = self.stem[0], self.segment(segment).id
        before = self.of_stem(stem.segment_reviews(id_), lambda pair: pair[0].month) if stem is not self else ()
        return (*before, *self._segment_reviews.get(id_, ()))

    @cached_property
    def touches(self) -> Mapping[Id, tuple[Month, ...]]:
        """The months each segment was touched in, oldest first; a segment never touched is absent.

        A promise about a segment, kept or partly, touches it in the session that says so.
        """
        stem = self.stem[0].touches if self.stem[0] is not self else {}
        cut = ((segment, self.of_stem(when, _itself)) for segment, when in stem.items())
        found: dict[Id, list[Month]] = {segment: list(when) for segment, when in cut if when}
        made = islice(self.noted(_commitments), len(self.sessions) - len(self.own))
        promised = {each.id: each for each in chain.from_iterable(made)}
        for session in self.own:
            for segment in self.touched_in(session.answers, promised):
                found.setdefault(segment, []).append(session.month)
            promised |= {each.id: each for each in session.answers.commitments}
        return {segment: tuple(when) for segment, when in found.items()}

    def touched_in(self, answers: Answers, promised: Mapping[Id, Commitment]) -> set[Id]:
        """Give the segments touched in one session; *promised* is what earlier sessions said would be done, by id."""
        by_promise = {each for each in promises_done(answers, promised) if each in self.segments}
        return {self.segment(each).id for each in segments_touched(answers) | by_promise}

    def rests_until(self, segment: Id) -> Month | None:
        """Give the month a segment was last said to rest until, which may have come since; None if never said."""
        said = (review.rest_until for _, review in reversed(self.segment_reviews(segment)) if review.rest_until)
        return next(said, None)

    @cached_property
    def open_goals(self) -> tuple[tuple[LearningGoal, GoalReview], ...]:
        """The learning goals neither finished nor dropped, each with its newest review, in order of making.

        Where the newest review leaves progress out, the newest progress that was given stands in it.
        """
        newest: dict[Id, GoalReview] = {}
        for review in chain.from_iterable(self.noted(_goal_reviews)):
            id_ = self.goal(review.goal).id
            known_before = newest[id_].progress if id_ in newest else None
            progress = review.progress if review.progress is not None else known_before
            newest[id_] = structs.replace(review, progress=progress)
        return tuple((self.goal(id_), review) for id_, review in newest.items() if review.state is GoalState.OPEN)


def _month_of(dated: Appearance) -> Month:
    return dated.session.month


def _itself(month: Month) -> Month:
    return month


def _goal_reviews(_: History, session: Session) -> tuple[GoalReview, ...]:
    return session.answers.learning


def _commitments(_: History, session: Session) -> tuple[Commitment, ...]:
    return session.answers.commitments


DONE_AT_ALL = frozenset({Outcome.KEPT, Outcome.PARTLY})
"""The outcomes that say something was done about a promise."""

TOUCHED_FROM = 2
"""Attention from here on touches a segment: 1 says "none this month"."""


def segments_touched(answers: Answers) -> set[Id]:
    """Give the segments touched in one session by attention or by an obsession in it, as the ids the answers hold."""
    by_attention = {each.segment for each in answers.segments if (known(each.attention) or 0) >= TOUCHED_FROM}
    return by_attention | {row.segment for row in answers.obsessions if row.segment is not None and _is_active(row)}


def _is_active(row: Obsession) -> bool:
    """Tell whether a row is more than a name: hours went there, or neither parked nor ended before it was rated."""
    return bool(known(row.hours) or row.asked or (not row.parked and (known(row.yours) or known(row.theirs))))


def promises_done(answers: Answers, promised: Mapping[Id, Commitment]) -> set[Id]:
    """Give what the commitments of earlier sessions were about, of those that one session calls kept or partly."""
    answered = (each.commitment for each in answers.look_back.promises if each.outcome in DONE_AT_ALL)
    done = (promised[id_] for id_ in answered if id_ in promised)
    return {each.about for each in done if each.about is not None}


def finished_at(session: Session) -> datetime:
    """Give the moment a session was first finished; one without a time zone counts as UTC."""
    moment = session.versions[0].at
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _resolved(records: Mapping[Id, Identity], id_: Id) -> Identity | None:
    record = records.get(id_)
    if record is None or record.merged_into is None:
        return record
    seen: set[Id] = set()
    while record.id not in seen and record.merged_into is not None:
        seen.add(record.id)
        record = records.get(record.merged_into, record)
    return record


def _is_client_after(row: Obsession) -> bool:
    if row.ended is not None and row.ended.how is How.SIGNED:
        return True
    return row.kind is Kind.CLIENT and not _is_gone(row)


def _is_gone(row: Obsession) -> bool:
    """Tell whether it ended in a way that ends a contract too; a hope that is lost or cools leaves it standing."""
    return row.ended is not None and row.ended.how in {How.LEFT, How.PARTED}
