"""Fifty years of one person: 600 sessions of 15 prospects each, who come and go."""

from datetime import UTC, date, datetime, time
from functools import cache

from review import month as months
from review.history import History
from review.month import Month
from review.records import (
    Answers,
    End,
    How,
    Limit,
    Move,
    MoveKind,
    Obsession,
    Prospect,
    Segment,
    SegmentReview,
    Session,
    Version,
)

SESSIONS, PROSPECTS, SEGMENTS = 600, 15, 8
FIRST = Month("1976-11")
STAY = 8
"""Sessions that each prospect stays on the list."""


@cache
def history() -> History:
    """Give it, ending in October 2026; made once."""
    sessions = tuple(_session(at) for at in range(SESSIONS))
    ids = {row.prospect for session in sessions for row in session.answers.obsessions}
    prospects = {id_: Prospect(id_, f"Prospect {id_[1:]}") for id_ in sorted(ids)}
    segments = {f"s{at}": Segment(f"s{at}", f"Segment {at}") for at in range(SEGMENTS)}
    return History(sessions, prospects, segments)


def _session(at: int) -> Session:
    month = months.shift(FIRST, at)
    day = months.last_day(month)
    rows = tuple(_row(at, place, day) for place in range(PROSPECTS))
    reviews = tuple(SegmentReview(f"s{each}", 1 + (at + each) % 5, 1 + (at * each) % 5) for each in range(SEGMENTS))
    answers = Answers(obsessions=rows, segments=reviews)
    return Session(month, (Version(datetime.combine(day, time(20), UTC), day, answers),))


def _row(at: int, place: int, day: date) -> Obsession:
    """Give one place on the list: whoever has it now, on their way from the first session to the last."""
    who, age = divmod(at + place, STAY)
    ended = End((How.SIGNED, How.LOST, How.PARTED)[who % 3]) if age == STAY - 1 else None
    move = Move(f"m{at}-{place}", day, tuple(MoveKind)[(at + place) % len(MoveKind)])
    return Obsession(
        f"p{place}-{who}",
        segment=f"s{place % SEGMENTS}",
        yours=1 + (at + place) % 5,
        theirs=1 + (at * place) % 5,
        moves=(move,),
        hours=float((at * 7 + place * 3) % 12),
        energy=1 + at % 5,
        limit=Limit(hours=5.0),
        ended=ended,
    )
