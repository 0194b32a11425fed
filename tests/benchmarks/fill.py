"""Fill a data folder with a made-up history of so many sessions, as the installed program keeps it.

Run by the installed Python, so that it is that program's own code that writes: ``python fill.py FOLDER SESSIONS``.
Fifteen prospects a session come and go, with moves, claims, limits and gifts; every panel of home has something to
say. About 0.6 KB a prospect and session, as people's own files have it.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path

from msgspec import structs

from review import month as months
from review.history import History
from review.month import Month
from review.records import (
    Answers,
    Claim,
    ClaimState,
    Commitment,
    Decision,
    Draft,
    End,
    Gift,
    GoalReview,
    How,
    LearningGoal,
    Limit,
    LookBack,
    Move,
    MoveKind,
    Obsession,
    Outcome,
    Place,
    PromiseAnswer,
    Prospect,
    Segment,
    SegmentReview,
    Session,
    Source,
    Version,
)
from review.ritual import sitting
from store.library import Library

PROSPECTS, SEGMENTS, GOALS = 15, 8, 3
TODAY = date.fromisoformat(os.environ["OBSESS_REVIEW_TODAY"])
"""The day that every measured command is told it is; the last session is that of the month before."""

STAY = 8
"""Sessions that each prospect stays on the list."""

SECONDS = 700


def history(sessions: int) -> History:
    """Make it, ending in the month before `TODAY`."""
    first = months.shift(months.of(TODAY), -sessions)
    made = tuple(_session(at, months.shift(first, at)) for at in range(sessions))
    ids = sorted({row.prospect for each in made for row in each.answers.obsessions})
    return History(
        made,
        {id_: Prospect(id_, f"Prospect {id_[1:]} & Partners") for id_ in ids},
        {f"s{at}": Segment(f"s{at}", f"Segment number {at}") for at in range(SEGMENTS)} if made else {},
        {f"g{at}": _goal(at) for at in range(GOALS)} if made else {},
    )


def _goal(at: int) -> LearningGoal:
    return LearningGoal(f"g{at}", f"Read a book of {at + 7} chapters", done_when="the last chapter", target=at + 7)


def _session(at: int, month: Month) -> Session:
    day = months.last_day(month)
    answers = Answers(
        look_back=LookBack(promises=_kept(at)),
        obsessions=tuple(_row(at, place, day) for place in range(PROSPECTS)),
        segments=tuple(_segment(at, each) for each in range(SEGMENTS)),
        learning=tuple(GoalReview(f"g{each}", progress=(at + each) % 7) for each in range(GOALS)),
        commitments=tuple(_commitment(at, place) for place in range(3)),
        conviction=1 + at % 5,
        line="Look at what they did, and not at what they said they would do.",
    )
    return Session(month, (Version(datetime.combine(day, time(20), UTC), day, answers, seconds=SECONDS),))


def _kept(at: int) -> tuple[PromiseAnswer, ...]:
    outcomes = (Outcome.KEPT, Outcome.PARTLY, Outcome.MISSED)
    return tuple(PromiseAnswer(f"c{at - 1}-{place}", outcomes[(at + place) % 3]) for place in range(3) if at)


def _commitment(at: int, place: int) -> Commitment:
    return Commitment(f"c{at}-{place}", f"Call somebody new in segment {place}", Source.SEGMENTS, about=f"s{place}")


def _segment(at: int, which: int) -> SegmentReview:
    return SegmentReview(f"s{which}", 1 + (at + which) % 5, 1 + (at * which) % 5, unmet="Somebody I have not met")


def _row(at: int, place: int, day: date) -> Obsession:
    """Give one place on the list: whoever has it now, on their way from the first session to the last."""
    who, age = divmod(at + place, STAY)
    ended = End((How.SIGNED, How.LOST, How.PARTED)[who % 3], "the price") if age == STAY - 1 else None
    heard = months.shift(months.of(day), -age)
    return Obsession(
        f"p{place}-{who}",
        segment=f"s{place % SEGMENTS}",
        hope="the large project that they talk about",
        yours=1 + (at + place) % 5,
        theirs=1 + (at * place) % 5,
        moves=(Move(f"m{at}-{place}", day, tuple(MoveKind)[(at + place) % len(MoveKind)], what="sent it by hand"),),
        hours=float((at * 7 + place * 3) % 12),
        energy=1 + at % 5,
        given=(Gift("drawings", 1 + place % 3),),
        claims=(Claim(f"k{place}-{who}", "they have the budget", heard, ClaimState.UNCHECKED),),
        decision=tuple(Decision)[place % 4],
        limit=Limit(hours=5.0),
        ended=ended,
        note="They were friendly on the telephone, and said that they would come back in spring.",
    )


def draft(past: History, step: str) -> Draft:
    """Give the review of this month as it stands when it comes to a step, with nothing answered yet."""
    month = months.of(TODAY)
    begun = sitting.begin(past, month, TODAY, step).draft
    if begun.answers.obsessions:
        return begun
    rows = tuple(Obsession(f"p{place}") for place in range(PROSPECTS))
    named = tuple(Prospect(row.prospect, f"Prospect {place}") for place, row in enumerate(rows))
    answers = structs.replace(begun.answers, obsessions=rows)
    return Draft(month, Place(step), prospects=named, answers=answers)


def now() -> datetime:
    """Give a moment of that day."""
    return datetime.combine(TODAY, time(12), UTC)


def main(folder: Path, sessions: int, step: str | None) -> None:
    """Fill the folder, with a draft at a step where one is named."""
    past, library = history(sessions), Library(folder, now)
    if sessions:
        library.fill(past)
    if step is not None:
        library.save_draft(draft(past, step))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else None)
