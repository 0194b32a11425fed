"""A way to tell a history in a test: who was on the list in which month, and what was answered.

Ids are the names themselves, so that a test can say whom it means.
"""

import datetime
from collections.abc import Iterable
from typing import Any

from review import month as months
from review.findings.finding import Finding
from review.findings.rules import findings
from review.history import History
from review.month import Month
from review.records import (
    Answers,
    Claim,
    ClaimState,
    Commitment,
    End,
    Gift,
    GoalReview,
    How,
    LearningGoal,
    LookBack,
    Move,
    MoveKind,
    Obsession,
    Outcome,
    PromiseAnswer,
    Prospect,
    Rating,
    Segment,
    SegmentReview,
    Session,
    Version,
)


def who(name: str, yours: Rating = None, theirs: Rating = None, **answers: Any) -> Obsession:
    """One prospect's row, rated; `ended` may be the bare `How`."""
    if isinstance(answers.get("ended"), How):
        answers["ended"] = End(answers["ended"])
    return Obsession(name, yours=yours, theirs=theirs, **answers)


def moved(on: str, kind: MoveKind = MoveKind.HOMEWORK, **more: Any) -> Move:
    """A dated thing they did; homework backs a high rating."""
    return Move(f"move {on} {kind}", datetime.date.fromisoformat(on), kind, **more)


def gave(count: int) -> tuple[Gift, ...]:
    """So many drawings, unpaid."""
    return (Gift("drawing", count),) if count else ()


def claim(text: str, heard: str, state: ClaimState = ClaimState.UNCHECKED) -> Claim:
    """Something they said in a month."""
    return Claim(text, text, Month(heard), state)


def kept(*outcomes: Outcome | None) -> LookBack:
    """What became of so many promises."""
    return LookBack(promises=tuple(PromiseAnswer(f"promise {at}", each) for at, each in enumerate(outcomes)))


def segment(name: str, potential: Rating = None, attention: Rating = None, **more: Any) -> SegmentReview:
    """One segment's review."""
    return SegmentReview(name, potential, attention, **more)


def month(when: str, *rows: Obsession, on: str | None = None, mode: Any = "full", **answers: Any) -> Session:
    """A finished session, reviewed on the month's last day unless said otherwise."""
    day = datetime.date.fromisoformat(on) if on else months.last_day(Month(when))
    version = Version(months.midnight(day), day, Answers(obsessions=rows, **answers), mode=mode)
    return Session(Month(when), (version,))


def told(*sessions: Session, merged: dict[str, str] | None = None) -> History:
    """A history of these sessions, with an identity for every name in them; `merged` maps losers to winners."""
    winners = merged or {}
    ordered = tuple(sorted(sessions, key=lambda each: each.month))
    return History(
        ordered,
        {name: Prospect(name, name, winners.get(name)) for name in _names(ordered)},
        {name: Segment(name, name, winners.get(name)) for name in _segments(ordered)},
        {review.goal: LearningGoal(review.goal, review.goal) for each in ordered for review in each.answers.learning},
    )


def _names(sessions: Iterable[Session]) -> Iterable[str]:
    for session in sessions:
        yield from (row.prospect for row in session.answers.obsessions)
        heard = session.answers.look_back.unheard
        if heard not in {None, "nobody", "unknown"}:
            yield str(heard)


def _segments(sessions: Iterable[Session]) -> Iterable[str]:
    for session in sessions:
        yield from (row.segment for row in session.answers.obsessions if row.segment)
        yield from (review.segment for review in session.answers.segments)


def goal(title: str, **more: Any) -> GoalReview:
    """A learning goal's review."""
    return GoalReview(title, **more)


def promise(text: str, about: str | None = None) -> Commitment:
    """Something said to be done."""
    return Commitment(text, text, about=about)


def found(kind: str, *sessions: Session) -> list[Finding]:
    """What the rule of this name finds in the newest of these sessions."""
    history = told(*sessions)
    assert history.last is not None
    return [each for each in findings(history, history.last.month) if each.kind == kind]


def said(kind: str, *sessions: Session) -> str:
    """The one finding of this name: its level, whom it is about, and its words; "" where there is none."""
    listed = found(kind, *sessions)
    return "; ".join(
        f"{each.level} {each.name}: {each.words}" if each.name else f"{each.level} {each.words}" for each in listed
    )
