"""A prospect's story: everything ever said about one prospect, month by month, with its gap line and how it ended.

Renamed and merged prospects have one story; somebody who left and came back has a spell for each time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from msgspec import Struct, structs

from review import text as texts
from review.history import History
from review.measured import Measured, MeasuredSession, measured
from review.month import Month
from review.records import (
    Claim,
    ClaimState,
    Commitment,
    End,
    Id,
    Outcome,
    PromiseAnswer,
    Return,
    RuleAnswer,
    RuleOutcome,
    StopRule,
    known,
)
from review.trends.series import Figure, Good, Series, Unit, series, span


class Rule(Struct, frozen=True):
    """A stop rule, when it was made, by when it holds now, and how it ended; `closed_by` is the end that closed it."""

    rule: StopRule
    made_in: Month
    by: date
    answers: tuple[tuple[Month, RuleAnswer], ...] = ()
    closed_by: End | None = None

    @property
    def open(self) -> bool:
        """Whether it is still to be answered."""
        return self.closed_by is None and not any(map(_settles, self.answers))

    def by_in(self, month: Month) -> date:
        """Give the date it had when a month's review asked after it: the old one in the review that moved it."""
        return _by(self.rule, [answer for at, answer in self.answers if at < month])


class Told(Struct, frozen=True):
    """Something they told you, as it stood in the last session that held it.

    `open` is true while it is not checked, and they are on the list.
    """

    claim: Claim
    month: Month
    open: bool = False


class Promise(Struct, frozen=True):
    """A commitment about them, and what became of it; None where nobody said.

    `open` is true while the next review, which will ask, has not come.
    """

    commitment: Commitment
    made_in: Month
    outcome: Outcome | None = None
    note: str | None = None
    open: bool = False


class Entry(Struct, frozen=True):
    """One session's row, as measured on that day; `segment` is the segment's name then chosen."""

    measured: Measured
    segment: str | None

    @property
    def month(self) -> Month:
        """The session's month."""
        return self.measured.month


class SpellTold(Struct, frozen=True):
    """One unbroken time on the list, oldest session first."""

    since: Month
    entries: tuple[Entry, ...]

    @property
    def ended(self) -> End | None:
        """How it ended; None while it is open, or where nobody said."""
        return self.entries[-1].measured.row.ended


class Story(Struct, frozen=True):
    """All that was ever said about one prospect.

    `also_called` are the names of those merged into it. `gap`, `yours`, `theirs`, `hours` and `allowed` are lines over
    the calendar months from its first session to its last; `returns` are the answers to "did they come back", by month.
    """

    prospect: Id
    name: str
    also_called: tuple[str, ...]
    spells: tuple[SpellTold, ...]
    gap: Series
    yours: Series
    theirs: Series
    hours: Series
    allowed: Series
    claims: tuple[Told, ...]
    rules: tuple[Rule, ...]
    promises: tuple[Promise, ...]
    returns: tuple[tuple[Month, Return], ...]
    unheard_in: tuple[Month, ...]


def story(history: History, prospect: Id) -> Story | None:
    """Tell a prospect's story; None where it was never on the list."""
    id_ = history.prospect(prospect).id
    theirs = [session for session in measured(history) if id_ in session.rows]
    if not theirs:
        return None
    rows = [session.rows[id_] for session in theirs]
    gap, yours, counted, hours, allowed = (_line(history, each, id_, theirs) for each in LINES)
    merged = (
        each.name for each in history.prospects.values() if each.id != id_ and history.prospect(each.id).id == id_
    )
    return Story(
        id_,
        history.prospect(id_).name,
        tuple(dict.fromkeys(merged)),
        tuple(_spells(history, rows)),
        gap=gap,
        yours=yours,
        theirs=counted,
        hours=hours,
        allowed=allowed,
        claims=_claims(history, rows),
        rules=_rules(history, rows),
        promises=tuple(_promises(history, id_)),
        returns=tuple(_returns(history, id_)),
        unheard_in=tuple(_unheard(history, id_)),
    )


# --- lines ------------------------------------------------------------------------------------------------------------


class RowFigure(Struct, frozen=True):
    """A figure of one prospect's row, as `Figure` is one of a session."""

    key: str
    name: str
    unit: Unit
    good: Good
    of: Callable[[Measured], float | None]


GAP = RowFigure("gap_steps", "gap", Unit.STEPS, Good.DOWN, lambda each: each.gap.counted if each.gap else None)
YOURS = RowFigure("yours_rating", "yours", Unit.COUNT, Good.NEITHER, lambda each: known(each.row.yours))
THEIRS = RowFigure(
    "theirs_counted_rating",
    "theirs, as counted",
    Unit.COUNT,
    Good.UP,
    lambda each: each.gap.counted_theirs if each.gap else None,
)
HOURS = RowFigure("unpaid_hours", "unpaid hours", Unit.HOURS, Good.DOWN, lambda each: each.hours)
ALLOWED = RowFigure("limit_hours", "limit", Unit.HOURS, Good.NEITHER, lambda each: each.verdict.hours)


LINES = (GAP, YOURS, THEIRS, HOURS, ALLOWED)
"""The figures of a story; a month in which no limit could be checked does not belong to the line of limits."""


def _line(history: History, figure: RowFigure, prospect: Id, sessions: list[MeasuredSession]) -> Series:
    whole = Figure(figure.key, figure.name, figure.unit, figure.good, lambda session: figure.of(session.rows[prospect]))
    line = series(whole, sessions, span(sessions[0].month, sessions[-1].month))
    away = line.skipped & frozenset(history.months)
    if figure is ALLOWED:
        away |= {month for month, value in line.points if value is None and month not in line.skipped}
    return structs.replace(line, skipped=line.skipped - away, away=away)


NOBODY = re.compile(r"(?!)")


# --- what was said ----------------------------------------------------------------------------------------------------


def _spells(history: History, rows: list[Measured]) -> Iterator[SpellTold]:
    runs: list[list[Measured]] = []
    for row in rows:
        if row.sessions == 1:
            runs.append([])
        runs[-1].append(row)
    for run in runs:
        yield SpellTold(run[-1].since, tuple(Entry(each, _segment(history, each)) for each in run))


def _segment(history: History, each: Measured) -> str | None:
    return history.segment(each.row.segment).name if each.row.segment is not None else None


def _claims(history: History, rows: list[Measured]) -> tuple[Told, ...]:
    """Give each claim once, as it was last seen, in the order in which they were heard."""
    newest = rows[-1]
    listed = newest.row.ended is None and history.last is not None and newest.month == history.last.month
    found: dict[Id, Told] = {}
    for row in rows:
        for claim in row.row.claims:
            found[claim.id] = Told(claim, row.month, listed and claim.state is ClaimState.UNCHECKED)
    return tuple(found.values())


def _rules(history: History, rows: list[Measured]) -> tuple[Rule, ...]:
    """Give each stop rule with the answers it got and the end that closed it."""
    answers: dict[Id, list[tuple[Month, RuleAnswer]]] = {}
    for session in history.sessions:
        for answer in session.answers.look_back.rules:
            if answer.outcome is not None:
                answers.setdefault(answer.rule, []).append((session.month, answer))
    ends = [(row.month, row.row.ended) for row in rows if row.row.ended is not None]
    return tuple(_rule(made, row.month, answers.get(made.id, []), ends) for row in rows for made in row.row.rules)


def _rule(
    made: StopRule, made_in: Month, answers: list[tuple[Month, RuleAnswer]], ends: list[tuple[Month, End]]
) -> Rule:
    closed = next((end for month, end in ends if month >= made_in), None)
    settled = any(map(_settles, answers))
    by = _by(made, [answer for _, answer in answers])
    return Rule(made, made_in, by, tuple(answers), None if settled else closed)


def _by(made: StopRule, answers: Iterable[RuleAnswer]) -> date:
    """Give a rule's date after these answers; only the first new date counts."""
    return next((answer.new_date for answer in answers if answer.new_date is not None), made.by)


def _settles(answer: tuple[Month, RuleAnswer]) -> bool:
    return answer[1].outcome not in {None, RuleOutcome.NEW_DATE}


def _promises(history: History, prospect: Id) -> Iterator[Promise]:
    """Give the commitments about them, or that name them in words of the person's own."""
    named = _names(history, prospect)
    said = {each.commitment: each for session in history.sessions for each in session.answers.look_back.promises}
    for session in history.sessions:
        for commitment in session.answers.commitments:
            names_them = commitment.about is None and named.search(texts.fold(commitment.text)) is not None
            if names_them or _is_about(history, commitment.about, prospect):
                answer = said.get(commitment.id, PromiseAnswer(commitment.id))
                open_ = session is history.last
                yield Promise(commitment, session.month, answer.outcome, answer.note, open=open_)


def _names(history: History, prospect: Id) -> re.Pattern[str]:
    """Give what finds any of their names in a folded text, as words of their own."""
    merged = (each for each in history.prospects.values() if history.prospect(each.id).id == prospect)
    names = sorted({texts.fold(each.name) for each in merged} - {""})
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)") if names else NOBODY


def _is_about(history: History, about: Id | None, prospect: Id) -> bool:
    return about is not None and about in history.prospects and history.prospect(about).id == prospect


def _returns(history: History, prospect: Id) -> Iterator[tuple[Month, Return]]:
    for session in history.sessions:
        for answer in session.answers.look_back.returns:
            if answer.came_back is not None and _is_about(history, answer.prospect, prospect):
                yield session.month, answer


def _unheard(history: History, prospect: Id) -> Iterator[Month]:
    """Give the months in which they were named as the client who has not heard from you."""
    for session in history.sessions:
        if _is_about(history, session.answers.look_back.unheard, prospect):
            yield session.month
