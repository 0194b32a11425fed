"""Six finished sessions, April to September, after which a seventh is asked everything that can be asked of it."""

from datetime import UTC, date, datetime

from review import month as months
from review.history import History
from review.month import Month
from review.records import (
    Answers,
    Claim,
    Commitment,
    Decision,
    End,
    GoalReview,
    How,
    Kind,
    LearningGoal,
    Limit,
    Obsession,
    Prospect,
    Segment,
    SegmentReview,
    Session,
    StopRule,
    Version,
)

ACME, BOREALIS, CALDER, DELPHI, ELM, FJORD, GONE = (
    "Acme Robotics",
    "Borealis Health",
    "Calder Rail",
    "Delphi Foods",
    "Elm County",
    "Fjord Ferries",
    "Garnet Mills",
)
NAMES = (ACME, BOREALIS, CALDER, DELPHI, ELM, FJORD, GONE)
SEGMENTS = ("medical devices", "rail", "food", "public sector", "ferries", "schools", "paper")
FIRST = Month("2026-04")
PARTED = Month("2026-07")
"""The month in which one was let go: three months before the seventh session, which asks whether they came back."""


def history() -> History:
    """Give the six sessions."""
    prospects = {f"p{at}": Prospect(f"p{at}", name) for at, name in enumerate(NAMES, 1)}
    segments = {f"s{at}": Segment(f"s{at}", name) for at, name in enumerate(SEGMENTS, 1)}
    goals = {"g1": LearningGoal("g1", "The Mom Test", target=10)}
    return History(tuple(_session(months.shift(FIRST, at)) for at in range(6)), prospects, segments, goals)


def _session(month: Month) -> Session:
    day = months.last_day(month)
    rows = [_row(month, at) for at in range(1, 7)]
    if month <= PARTED:
        ended = End(How.PARTED, "no budget") if month == PARTED else None
        rows.append(Obsession("p7", segment="s3", yours=3, theirs=1, hours=4, energy=4, moves=(), ended=ended))
    reviews = tuple(SegmentReview(f"s{at}", potential=3, attention=2) for at in range(1, 5))
    return Session(
        month, (Version(datetime(day.year, day.month, day.day, 19, tzinfo=UTC), day, _answers(month, rows, reviews)),)
    )


def _row(month: Month, at: int) -> Obsession:
    """Give one that stays; the first two break their limits and have a story, the fifth is a client."""
    worst = at <= 2
    return Obsession(
        f"p{at}",
        Kind.CLIENT if at == 5 else Kind.PROSPECT,
        segment=f"s{(at + 1) // 2}" if at < 6 else "s4",
        hope="the next contract",
        since=Month("2026-02"),
        yours=5 if worst else 3,
        theirs=2 if worst else 3,
        moves=(),
        hours=9 if worst else 2,
        energy=4 if worst else 2,
        claims=(Claim(f"c{at}", "the budget is approved", FIRST),) if worst else (),
        decision=Decision.LIMIT if worst else None,
        limit=Limit(hours=4) if worst else Limit(),
        rules=_rule(at) if worst and month == Month("2026-09") else (),
    )


def _rule(at: int) -> tuple[StopRule, ...]:
    return (StopRule(f"r{at}", "nobody names who signs", date(2026, 10, 16), "stop all unpaid work"),)


def _answers(month: Month, rows: list[Obsession], reviews: tuple[SegmentReview, ...]) -> Answers:
    promised = tuple(Commitment(f"k{month}{at}", f"Promise {at}") for at in range(3))
    return Answers(
        obsessions=tuple(rows),
        segments=reviews,
        learning=(GoalReview("g1", progress=2, i_will="read on", when="on the train"),),
        commitments=promised,
        conviction=3,
        line="Slow down.",
    )
