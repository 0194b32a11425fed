"""A history with every row measured as of its own session: gap, time on the list, and spending against the limit.

One walk from the oldest session to the newest, so that a figure of an old month never knows what came later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import islice, takewhile

from msgspec import Struct

from review import measures
from review.history import Appearance, History
from review.measures import Gap, HoursKnown, Verdict
from review.month import Month
from review.records import Id, Limit, Move, Obsession, Outcome, Session, known
from review.scales import Band

RECENT = 15
"""Sessions measured at once: as many as the rules remember, or home compares, so that one walk serves both."""

NO_LIMIT = Limit()
NOT_CHECKED = Verdict()

ANSWERED = (Outcome.KEPT, Outcome.PARTLY, Outcome.MISSED)
"""The outcomes that say what became of a promise; one that is no longer true was neither kept nor missed."""


class Measured(Struct, frozen=True, gc=False):
    """One prospect in one session, measured as of that session.

    `prospect` follows merges. `since` is the month the spell began and `sessions` counts the spell's so far. `gap` is
    None unless both sides were rated and the row was not parked. `limit` is the one in force, for `limit_months`
    calendar months. `newest_move` is their newest move of any session so far, and `ahead` the latest day in their own
    world that any move of theirs named.
    """

    session: Session
    prospect: Id
    row: Obsession
    since: Month
    sessions: int
    gap: Gap | None
    limit: Limit
    limit_months: int
    verdict: Verdict
    newest_move: Move | None
    ahead: date | None

    @property
    def month(self) -> Month:
        """The session's month."""
        return self.session.month

    @property
    def months(self) -> int:
        """The calendar months of the spell so far, this one included."""
        return measures.months_on_list(self.since, self.session.month)

    @property
    def hours(self) -> float | None:
        """The unpaid hours; None where not known."""
        return known(self.row.hours)

    @property
    def hope_unsigned(self) -> bool:
        """Whether something is hoped for that nobody signed: of a client only where a further hope is named."""
        return self.row.ended is None and measures.is_hoped_for(self.row)

    @property
    def is_one_way_street(self) -> bool:
        """Whether it is a one-way street; of somebody who ended in this session there is nothing left to say."""
        return self.row.asked and self.gap is not None and self.gap.band is Band.ONE_WAY

    @property
    def limit_held(self) -> bool:
        """Whether every limit that was set was kept, and each could be checked."""
        verdict = self.verdict
        unchecked = (
            (self.limit.hours is not None and verdict.hours is None)
            or (self.limit.money is not None and verdict.money is None)
            or (self.limit.energy is not None and verdict.energy is None)
        )
        return verdict.held and not unchecked


class MeasuredSession(Struct, frozen=True, dict=True):
    """One session, its rows by prospect in the order of the list, and the calendar months since the session before.

    `months_since` is 1 for a first session: its hours are taken as a month's.
    """

    session: Session
    rows: Mapping[Id, Measured]
    months_since: int = 1

    @property
    def month(self) -> Month:
        """The session's month."""
        return self.session.month

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """The gaps that could be measured."""
        return tuple(each.gap for each in self.rows.values() if each.gap is not None)

    @property
    def one_way_streets(self) -> int:
        """How many are one-way streets: those that the findings name."""
        return sum(each.is_one_way_street for each in self.rows.values())

    @property
    def mean_gap(self) -> float | None:
        """The mean gap as counted; None where no prospect was rated on both sides."""
        return sum(gap.counted for gap in self.gaps) / len(self.gaps) if self.gaps else None

    @cached_property
    def hours(self) -> Mapping[Id, float]:
        """The known unpaid hours by prospect."""
        return {id_: each.hours for id_, each in self.rows.items() if each.hours is not None}

    @cached_property
    def hours_known(self) -> HoursKnown:
        """Of how many of the list the unpaid hours are known."""
        return measures.hours_known(each.row for each in self.rows.values())

    @property
    def enough_hours(self) -> bool:
        """Whether the unpaid hours of enough of the list are known to tell their sum and spread."""
        return self.hours_known.enough

    @property
    def unpaid_hours(self) -> float | None:
        """All known unpaid hours; None where too few are known."""
        return sum(self.hours.values()) if self.enough_hours else None

    @property
    def baskets(self) -> float | None:
        """In how many baskets the eggs are, by unpaid hours; None where none were spent or too few are known."""
        return measures.effective_number(self.hours.values()) if self.enough_hours else None

    @property
    def promises(self) -> tuple[Outcome, ...]:
        """What became of the promises of the session before, as far as it was said."""
        answers = self.session.answers.look_back.promises
        return tuple(each.outcome for each in answers if each.outcome in ANSWERED)

    @property
    def promises_kept(self) -> float | None:
        """The share of those promises that were kept, 0 to 1; None where none was answered. Partly is not kept."""
        said = self.promises
        return said.count(Outcome.KEPT) / len(said) if said else None


def measured(history: History, latest: int | None = None) -> tuple[MeasuredSession, ...]:
    """Measure the newest sessions of a history, oldest first; all of them when None, and then once for each history.

    Where all were measured once, those of any history that begins like it are not measured again.
    """
    if latest is None:
        return history.once(_whole)
    stem, shared = history.stem
    known_before = stem.known_already(_whole)
    if known_before is None:
        found = history.once(_recent) if latest <= RECENT else _measured(history, latest)
        return found[max(0, len(found) - latest) :]
    wanted = max(0, len(history.sessions) - latest)
    return (*known_before[wanted:shared], *_gone_on(history, known_before[:shared]))[-latest:] if latest else ()


def _recent(history: History) -> tuple[MeasuredSession, ...]:
    return _measured(history, RECENT)


def _whole(history: History) -> tuple[MeasuredSession, ...]:
    return _measured(history, len(history.sessions))


def broken_running(history: History, prospect: Id, most: int) -> int:
    """Count the newest sessions of a history running, in this spell, in which the limit in force was broken.

    No more than so many are looked at, and none before the first that held: cheap enough to ask at every key.
    """
    spells = history.spells(prospect)
    if not spells or history.last is None or spells[-1].newest.session is not history.last:
        return 0
    newest = islice(reversed(spells[-1].appearances), most)
    return sum(1 for _ in takewhile(lambda each: _broke_limit(history, each), newest))


def _broke_limit(history: History, then: Appearance) -> bool:
    source = history.carried_from(then.session)
    before = history.row(then.row.prospect, source.month) if source else None
    return _verdict(then.row, _limit_after(before), history.months_covered(then.month)).broken


def _limit_after(before: Obsession | None) -> Limit:
    """Give the limit that holds after the session a row stands in."""
    return before.limit if before is not None and before.ended is None else NO_LIMIT


def _verdict(row: Obsession, limit: Limit, elapsed: int) -> Verdict:
    return NOT_CHECKED if limit == NO_LIMIT else measures.verdict(row, limit, elapsed)


def _gone_on(history: History, before: Sequence[MeasuredSession]) -> Iterator[MeasuredSession]:
    """Measure the sessions that a history has beyond those measured before."""
    if history.stem[0] is history:
        return
    state = _state_after(before[-1]) if before else _State()
    shown = {row.prospect for session in history.own for row in history.rows(session.answers)}
    moves = {id_: _moves_before(history, id_) for id_ in shown}
    ids = _merged(history)
    known_moves = {id_: found for id_, found in moves.items() if found is not None}
    for session in history.own:
        _remember_moves(known_moves, session, ids, shown)
        after = _after(state, session, history.rows(session.answers))
        yield _measured_session(history, state, after, session, known_moves)
        state = after


def _state_after(one: MeasuredSession) -> _State:
    rows = one.rows.items()
    return _State(
        one.month,
        {id_: each.row for id_, each in rows},
        {id_: each.since for id_, each in rows},
        {id_: each.sessions for id_, each in rows},
    )


def _merged(history: History) -> Mapping[Id, Id]:
    """Give who each of those turned out to be that a merge took away."""
    merged = (each for each in history.prospects.values() if each.merged_into is not None)
    return {each.id: history.prospect(each.id).id for each in merged}


def _every_move(history: History) -> Mapping[Id, Sequence[tuple[Month, Move]]]:
    """Give each prospect's moves with the month that told of them, in that order."""
    ids, found = _merged(history), dict[Id, list[tuple[Month, Move]]]()
    for session in history.sessions:
        for row in session.answers.obsessions:
            told = [(session.month, move) for move in row.moves or ()]
            if told:
                found.setdefault(ids.get(row.prospect, row.prospect), []).extend(told)
    return found


def _moves_before(history: History, id_: Id) -> _Moves | None:
    """Give what somebody did up to the last session that is the stem's."""
    told = history.stem[0].once(_every_move).get(id_, ())
    found: _Moves | None = None
    for _, move in history.of_stem(told, lambda pair: pair[0]):
        found = _with_move(found, move)
    return found


def _measured(history: History, latest: int) -> tuple[MeasuredSession, ...]:
    whole = history.sessions
    shown_from = max(0, len(whole) - latest)
    ids = _merged(history)
    begun = _walk_from(whole, shown_from, ids)
    shown = {ids.get(row.prospect, row.prospect) for one in whole[shown_from:] for row in one.answers.obsessions}
    moves: dict[Id, _Moves] = {}
    state, found = _State(), []
    for at, session in enumerate(whole):
        _remember_moves(moves, session, ids, shown)
        if at >= begun:
            after = _after(state, session, history.rows(session.answers))
            if at >= shown_from:
                found.append(_measured_session(history, state, after, session, moves))
            state = after
    return tuple(found)


def _walk_from(whole: Sequence[Session], shown_from: int, ids: Mapping[Id, Id]) -> int:
    """Give the session to begin at so that every spell that reaches the first one shown is walked from its start."""
    going_on: set[Id] | None = None
    for at in range(shown_from - 1, -1, -1):
        here = {ids.get(row.prospect, row.prospect) for row in whole[at].answers.obsessions if row.ended is None}
        going_on = here if going_on is None else going_on & here
        if not going_on:
            return at
    return 0


class _Moves(Struct):
    """All they did so far, the newest of it, and the latest day ahead that was named."""

    all: list[Move]
    newest: Move
    ahead: date | None

    def known_on(self, day: date) -> tuple[Move | None, date | None]:
        """Give the newest move and the latest day ahead as they were known on a day."""
        if self.newest.on <= day:
            return self.newest, self.ahead
        known_then = [move for move in self.all if move.on <= day]
        return measures.newest_move(known_then), _latest_ahead(known_then)


def _latest_ahead(moves: Iterable[Move]) -> date | None:
    return max((move.ahead for move in moves if move.ahead is not None), default=None)


def _remember_moves(moves: dict[Id, _Moves], session: Session, ids: Mapping[Id, Id], shown: set[Id]) -> None:
    for row in session.answers.obsessions:
        id_ = ids.get(row.prospect, row.prospect)
        for move in row.moves or () if id_ in shown else ():
            moves[id_] = _with_move(moves.get(id_), move)


def _with_move(past: _Moves | None, move: Move) -> _Moves:
    if past is None:
        return _Moves([move], move, move.ahead)
    past.all.append(move)
    if move.on > past.newest.on:
        past.newest = move
    elif move.on == past.newest.on:
        past.newest = measures.newest_move((past.newest, move)) or move
    if move.ahead is not None:
        past.ahead = max(move.ahead, past.ahead or move.ahead)
    return past


class _State(Struct):
    """What the walk knows after a session: its month, its rows, and since when and how long each is on the list."""

    month: Month | None = None
    rows: Mapping[Id, Obsession] = {}
    since: Mapping[Id, Month] = {}
    sessions: Mapping[Id, int] = {}


def _after(before: _State, session: Session, rows: Iterable[Obsession]) -> _State:
    by_prospect = {row.prospect: row for row in rows}
    old, since, sessions = before.rows, {}, {}
    for id_, row in by_prospect.items():
        goes_on = id_ in old and old[id_].ended is None
        since[id_] = row.since or (before.since[id_] if goes_on else session.month)
        sessions[id_] = before.sessions[id_] + 1 if goes_on else 1
    return _State(session.month, by_prospect, since, sessions)


def _limits(history: History, before: _State, session: Session) -> Mapping[Id, Obsession]:
    """Give the rows of the session that one carried over from, whose limits hold for it."""
    source = history.carried_from(session)
    if source is None:
        return {}
    if source.month == before.month:
        return before.rows
    return {row.prospect: row for row in history.rows(source.answers)}


def _measured_session(
    history: History, before: _State, after: _State, session: Session, moves: Mapping[Id, _Moves]
) -> MeasuredSession:
    elapsed = history.months_covered(session.month)
    limits = _limits(history, before, session)
    rows = {}
    for id_, row in after.rows.items():
        limit = _limit_after(limits.get(id_))
        newest, ahead = moves[id_].known_on(session.on) if id_ in moves else (None, None)
        rows[id_] = Measured(
            session=session,
            prospect=id_,
            row=row,
            since=after.since[id_],
            sessions=after.sessions[id_],
            gap=None if row.parked else measures.gap(row, newest, session.on),
            limit=limit,
            limit_months=elapsed,
            verdict=_verdict(row, limit, elapsed),
            newest_move=newest,
            ahead=ahead,
        )
    return MeasuredSession(session, rows, elapsed)
