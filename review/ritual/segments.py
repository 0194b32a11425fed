"""Step 5, Segments: where you have not been looking."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct, structs

from review import measures
from review import month as months
from review import text as texts
from review.measures import neglect
from review.month import Month
from review.problem import Problem
from review.records import Draft, Id, NewId, Rating, SegmentReview, known
from review.ritual import identities
from review.ritual.sitting import Sitting, change
from review.ritual.step import Ask, Step

LONGEST_UNTOUCHED = 3
"""Segments asked about beyond those with obsessions: the three longest untouched."""

Side = Literal["potential", "attention"]


class SegmentFacts(Struct, frozen=True):
    """What the session says about a segment: obsessions in it, their known hours, and when it was last touched.

    `touched` is the session's own month once an obsession, attention or a promise done touches it; None if never.
    """

    obsessions: int
    hours: float
    touched: Month | None


def reviewed(sitting: Sitting) -> tuple[SegmentReview, ...]:
    """Give the segments on this step's list, with their answers so far.

    Those with obsessions come first, then the three longest untouched, then others answered or added in this sitting.
    """
    with_obsessions = _unique(sitting.segment(row.segment).id for row in sitting.asked if row.segment)
    wanted = _unique([*with_obsessions, *_longest_untouched(sitting, with_obsessions), *_answered(sitting)])
    return tuple(review_of(sitting, each) for each in wanted)


def _unique(ids: Iterable[Id]) -> list[Id]:
    return list(dict.fromkeys(ids))


def _answered(sitting: Sitting) -> list[Id]:
    return [sitting.segment(each.segment).id for each in sitting.answers.segments]


def _longest_untouched(sitting: Sitting, besides: list[Id]) -> list[Id]:
    """Give the three longest untouched of those known before: a new one would push an old one off the list."""
    known_before = (each for each in known_segments(sitting) if each in sitting.past.segments)
    free = [each for each in known_before if each not in besides and not resting(sitting, each)]
    by_age = sorted(free, key=lambda each: sitting.named.touches.get(each, ("",))[-1])
    return by_age[:LONGEST_UNTOUCHED]


def known_segments(sitting: Sitting) -> list[Id]:
    """Give every segment ever named that was not merged away, in order of making."""
    return [id_ for id_, each in sitting.named.segments.items() if each.merged_into is None]


def others(sitting: Sitting) -> list[Id]:
    """Give the segments that are not on this step's list, which can be added to it."""
    listed = {each.segment for each in reviewed(sitting)}
    return [each for each in known_segments(sitting) if each not in listed]


def review_of(sitting: Sitting, segment: Id) -> SegmentReview:
    """Give a segment's answers so far."""
    mine = sitting.segment(segment).id
    found = (each for each in sitting.answers.segments if sitting.segment(each.segment).id == mine)
    return next(found, SegmentReview(mine))


def resting(sitting: Sitting, segment: Id) -> bool:
    """Whether a segment is left alone by choice in the month under review."""
    return resting_until(sitting, segment) is not None


def resting_until(sitting: Sitting, segment: Id) -> Month | None:
    """Give the month a segment rests until, as said in this session or the newest before; None if it does not."""
    until = review_of(sitting, segment).rest_until or sitting.named.rests_until(segment)
    return until if until is not None and sitting.month < until else None


def facts(sitting: Sitting, segment: Id) -> SegmentFacts:
    """Give what the session says about a segment."""
    rows = [
        row for row in sitting.rows if row.segment and not row.parked and sitting.segment(row.segment).id == segment
    ]
    hours = sum(known(row.hours) or 0.0 for row in rows)
    promised = {each.id: each for each in sitting.previous.answers.commitments} if sitting.previous else {}
    now = segment in sitting.named.touched_in(sitting.answers, promised)
    earlier = sitting.named.touches.get(segment)
    return SegmentFacts(len(rows), hours, sitting.month if now else earlier[-1] if earlier else None)


def said_of(found: SegmentFacts) -> str:
    """Write a segment's obsessions and hours: ``2 obsessions, 16 h``."""
    if not found.obsessions:
        return "nobody"
    hours = f", {texts.figure(found.hours)} h" if found.hours else ""
    return texts.plural(found.obsessions, "obsession") + hours


def said_of_touch(found: SegmentFacts, now: Month) -> str:
    """Write when a segment was last touched, as seen from the month under review."""
    if found.touched is None:
        return "never touched"
    return f"last touched {'this month' if found.touched == now else months.spoken(found.touched, now)}"


def rate(sitting: Sitting, segment: Id, side: Side, value: Rating) -> Draft:
    """Rate a segment's potential or the attention it got."""
    fields = {"potential": value} if side == "potential" else {"attention": value}
    return _change(sitting, segment, **fields)


def add(sitting: Sitting, name: str, new_id: NewId) -> identities.Found | Problem:
    """Put a segment on this step's list, making it if the name is new."""
    found = identities.segment(sitting, name, new_id)
    if isinstance(found, Problem):
        return found
    is_new = found.id not in sitting.named.segments
    if not is_new and any(each.segment == found.id for each in reviewed(sitting)):
        return Problem("That segment is on the list already.")
    return identities.Found(_change(sitting.at(found.draft), found.id), found.id)


def say_unmet(sitting: Sitting, segment: Id, words: str | None) -> Draft:
    """Keep who is there that you have not met."""
    return _change(sitting, segment, unmet=texts.given(words))


def say_action(sitting: Sitting, segment: Id, words: str | None) -> Draft:
    """Keep one thing you could do there; it is offered as a commitment."""
    return _change(sitting, segment, action=texts.given(words))


def note(sitting: Sitting, segment: Id, words: str | None) -> Draft:
    """Keep a note about a segment."""
    return _change(sitting, segment, note=texts.given(words))


def rest(sitting: Sitting, segment: Id, until: Month | None) -> Draft:
    """Leave a segment alone by choice until a month; None takes that back.

    What an earlier session said is taken back by saying that it rests until this month.
    """
    earlier = sitting.named.rests_until(segment)
    ended = sitting.month if earlier is not None and earlier > sitting.month else None
    return _change(sitting, segment, rest_until=until or ended)


def choose_one_client(sitting: Sitting, until: Month | None) -> Draft:
    """Say that having one client is a choice until a month, which silences the finding; None takes that back."""
    return change(sitting.draft, one_client_until=until)


def most_neglected(sitting: Sitting) -> Id | None:
    """Give the segment with the widest neglect from 1 up, the longest untouched of equals; None where none is."""
    rows = [(review, neglect(review)) for review in reviewed(sitting) if not resting(sitting, review.segment)]
    wide = [(value, review.segment) for review, value in rows if value is not None and value >= 1]
    if not wide:
        return None
    return max(wide, key=lambda pair: (pair[0], -_touched_index(sitting, pair[1])))[1]


def _touched_index(sitting: Sitting, segment: Id) -> int:
    touched = facts(sitting, segment).touched
    return months.index(touched) if touched else 0


def word(value: int | None) -> str:
    """Name what a difference of potential and attention means."""
    if value is None:
        return ""
    if value >= measures.NEGLECTED_FROM:
        return "neglected"
    return "crowded" if value <= measures.CROWDED_FROM else "covered"


def _change(sitting: Sitting, segment: Id, **fields: object) -> Draft:
    changed = structs.replace(review_of(sitting, segment), **fields)
    rest_ = sitting.answers.segments
    if any(each.segment == changed.segment for each in rest_):
        kept = tuple(changed if each.segment == changed.segment else each for each in rest_)
    else:
        kept = (*rest_, changed)
    return change(sitting.draft, segments=kept)


def asks(sitting: Sitting) -> tuple[Ask, ...]:
    """Give the questions: potential and attention of every segment, and one thing to do in the most neglected."""
    ratings = [
        ask
        for review in reviewed(sitting)
        if not resting(sitting, review.segment)
        for ask in (
            Ask("potential", review.segment, review.potential is not None, 5),
            Ask("attention", review.segment, review.attention is not None, 5),
        )
    ]
    worst = most_neglected(sitting)
    said = worst is not None and review_of(sitting, worst).action is not None
    action = [Ask("action", worst, said, 25, optional=True)] if worst else []
    return (*ratings, *action)


STEP = Step(
    name="segments",
    title="Segments",
    question="Where have you not been looking?",
    hint="Potential is what it could be worth to you, attention what you gave it.",
    why=(
        "While you think about a few prospects, whole parts of the market go unvisited. "
        "Name one person you have not met, and one thing you could do."
    ),
    asks=asks,
)
