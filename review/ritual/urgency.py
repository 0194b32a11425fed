"""Step 3, Urgency: who wants this more, you or they."""

from __future__ import annotations

from datetime import date
from typing import Literal

from review import measures
from review import month as months
from review import text as texts
from review.month import Month
from review.problem import Problem
from review.records import Draft, Id, Move, MoveKind, NewId, Obsession, Rating, Reason, known
from review.ritual.sitting import Sitting, change_row
from review.ritual.step import Ask, Step

Side = Literal["yours", "theirs"]

STILL_AHEAD = Problem("That day is still ahead. When did it happen?")
AFTER_REVIEW = Problem("That was after this review. It belongs to a later month.")


def rate(sitting: Sitting, prospect: Id, side: Side, value: Rating) -> Draft:
    """Rate one side, 1 to 5, unknown, or None to take the rating back."""
    if side == "yours":
        return change_row(sitting.draft, prospect, yours=value)
    return change_row(sitting.draft, prospect, theirs=value)


def add_move(
    sitting: Sitting,
    prospect: Id,
    new_id: NewId,
    kind: MoveKind,
    on: date,
    *,
    what: str | None = None,
    asked_for: bool | None = None,
    ahead: date | None = None,
) -> Draft | Problem:
    """Enter a dated thing they did; it is the evidence, the last thing unasked, and what they gave, all at once."""
    row = sitting.row(prospect)
    if row is None:
        return sitting.draft
    if on > sitting.on:
        return AFTER_REVIEW if sitting.draft.amends else STILL_AHEAD
    move = Move(new_id(), on, kind, asked_for=asked_for, what=texts.given(what), ahead=ahead)
    return change_row(sitting.draft, prospect, moves=(*(row.moves or ()), move))


def replace_move(sitting: Sitting, prospect: Id, move: Move) -> Draft:
    """Put a corrected move in the place of the one with its id."""
    row = sitting.row(prospect)
    moves = tuple(move if each.id == move.id else each for each in (row.moves if row else None) or ())
    return change_row(sitting.draft, prospect, moves=moves)


def remove_move(sitting: Sitting, prospect: Id, move: Id) -> Draft:
    """Take a move entered in this sitting away again."""
    row = sitting.row(prospect)
    moves = tuple(each for each in (row.moves if row else None) or () if each.id != move)
    return change_row(sitting.draft, prospect, moves=moves or None)


def nothing_moved(sitting: Sitting, prospect: Id) -> Draft:
    """Answer that they did nothing since the last review; moves already entered in this sitting stay."""
    row = sitting.row(prospect)
    return change_row(sitting.draft, prospect, moves=()) if row and not row.moves else sitting.draft


def give_reason(sitting: Sitting, prospect: Id, reason: Reason | None, words: str | None = None) -> Draft:
    """Say why they may validly be in less of a hurry; own words without a listed reason are a reason too."""
    spoken = texts.given(words)
    chosen = reason if reason is not None or spoken is None else Reason.OWN
    return change_row(sitting.draft, prospect, reason=chosen, reason_words=spoken)


def rated(row: Obsession) -> bool:
    """Whether both sides have an answer, so that earlier ratings may be shown."""
    return row.yours is not None and row.theirs is not None


def earlier_ratings(sitting: Sitting, row: Obsession, side: Side) -> list[tuple[Month, int]]:
    """Give the ratings of up to three earlier sessions, newest first; empty until this month's are given."""
    if not rated(row):
        return []
    ratings = ((month, known(old.yours if side == "yours" else old.theirs)) for month, old in sitting.earlier(row))
    return [(month, value) for month, value in ratings if value is not None]


def unbacked(sitting: Sitting, row: Obsession) -> str | None:
    """Say that a 4 or 5 counts as 3 while no move backs it; None where it counts as said."""
    said = known(row.theirs)
    counted = measures.counted_theirs(row, sitting.newest_move(row), sitting.on)
    return f"{said} said, counts as {counted} until they show it" if counted != said else None


def days_ago(move: Move, on: date) -> str:
    """Say how long ago a move was: ``today``, ``1 day ago``, ``41 days ago``."""
    days = (on - move.on).days
    return "today" if days <= 0 else f"{texts.plural(days, 'day')} ago"


def said_of_move(move: Move, on: date) -> str:
    """Write a move in one line: the day, what they did, and what lies ahead of it."""
    what = move.what or move.kind.value
    ahead = f", for {months.short_date(move.ahead, on)}" if move.ahead else ""
    return f"{months.short_date(move.on, on)}, {what}{ahead}"


def asks(sitting: Sitting) -> tuple[Ask, ...]:
    """Give the questions of every row: yours, theirs, and their latest move."""
    return tuple(
        ask
        for row in sitting.asked
        for ask in (
            Ask("yours", row.prospect, row.yours is not None, 6),
            Ask("theirs", row.prospect, row.theirs is not None, 9),
            Ask("move", row.prospect, row.moves is not None, 15, optional=True),
        )
    )


STEP = Step(
    name="urgency",
    title="Urgency",
    question="Who wants this more, you or they?",
    hint="Rate what they did, not what they said.",
    why=(
        "You may be in a far greater hurry to work with them than they are to work with you. "
        "A 4 or 5 for them needs something they did in the last 60 days; without it, it counts as 3."
    ),
    asks=asks,
)
