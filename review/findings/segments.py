"""Rules on segments: neglected and crowded ones."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping

from msgspec import Struct

from review import measures
from review import month as months
from review import text as texts
from review.findings.case import Case, capital
from review.findings.finding import Finding, Level, Whom
from review.month import Month
from review.records import Id, SegmentReview, known

WORTH_LOOKING = 3
"""Potential from here on is missed when nothing touches it: real work, a real need."""

UNTOUCHED_SESSIONS = 3
"""Sessions without a touch before a segment counts as out of sight: a quarter."""

SEGMENTS_LEAST = 2
"""Segments there must be before one can be crowded."""

NO_ATTENTION = 1
"""What an untouched segment's attention is taken for: none this month."""


class SegmentStanding(Struct, frozen=True):
    """How a segment stands after a session.

    `neglect` is how far potential lies above attention, where it is neglected; None where it is not. `surplus` is
    attention minus potential, None unless both were rated in that session. `touched` is the month it was touched last,
    up to that session; None if it never was.
    """

    segment: Id
    review: SegmentReview | None
    neglect: int | None
    surplus: int | None
    touched: Month | None


def standings(case: Case, back: int = 0) -> Mapping[Id, SegmentStanding]:
    """Give how each segment stood after this session, or after the one so many sessions back."""
    so_far = case.history.months[: len(case.history.months) - back]
    if not so_far:
        return {}
    mentioned = dict.fromkeys([*case.segment_reviews, *case.history.touches])
    return {segment: _standing(case, segment, so_far) for segment in mentioned if _is_known(case, segment, so_far[-1])}


def _is_known(case: Case, segment: Id, month: Month) -> bool:
    first = _first_mention(case, segment)
    return first is not None and first <= month


def _first_mention(case: Case, segment: Id) -> Month | None:
    reviewed = next(iter(case.segment_reviews.get(segment, {})), None)
    touched = next(iter(case.history.touches.get(segment, ())), None)
    return min((each for each in (reviewed, touched) if each is not None), default=None)


def _standing(case: Case, segment: Id, so_far: tuple[Month, ...]) -> SegmentStanding:
    now = so_far[-1]
    touches = case.history.touches.get(segment, ())
    touched = touches[: bisect_right(touches, now)]
    review = case.segment_reviews.get(segment, {}).get(now)
    difference = measures.neglect(review) if review else None
    return SegmentStanding(
        segment,
        review,
        neglect=None if _rests(case, segment, now) else _neglect(case, segment, so_far, difference),
        surplus=-difference if difference is not None else None,
        touched=touched[-1] if touched else None,
    )


def _neglect(case: Case, segment: Id, so_far: tuple[Month, ...], difference: int | None) -> int | None:
    if difference is not None and difference >= measures.NEGLECTED_FROM:
        return difference
    reviews = case.segment_reviews.get(segment, {})
    newest = next((review for month, review in reversed(reviews.items()) if month <= so_far[-1]), None)
    potential = known(newest.potential) if newest else None
    if potential is None or potential < WORTH_LOOKING or not _out_of_sight(case, segment, so_far):
        return None
    return potential - NO_ATTENTION


def _out_of_sight(case: Case, segment: Id, so_far: tuple[Month, ...]) -> bool:
    """Whether a segment is known to be untouched in three sessions; attention left open in one of them is not known."""
    latest = so_far[-UNTOUCHED_SESSIONS:]
    first = _first_mention(case, segment)
    if len(latest) < UNTOUCHED_SESSIONS or first is None or first > latest[0]:
        return False
    touches, reviews = case.history.touches.get(segment, ()), case.segment_reviews.get(segment, {})
    left_open = any(month in reviews and known(reviews[month].attention) is None for month in latest)
    return not left_open and bisect_left(touches, latest[0]) == bisect_right(touches, latest[-1])


def _rests(case: Case, segment: Id, now: Month) -> bool:
    """Whether it is left alone by choice, as was said last."""
    said = case.rests.get(segment, ())
    place = bisect_right(said, now, key=lambda pair: pair[0])
    return place > 0 and now < said[place - 1][1]


def neglected_segment(case: Case) -> Iterator[Finding]:
    """Find segments that could be worth a lot and got little; the most neglected one asks to act."""
    found = [each for each in standings(case).values() if each.neglect is not None]
    found.sort(key=lambda each: (-(each.neglect or 0), each.touched or "", _place(case, each.segment)))
    for place, each in enumerate(found):
        yield _neglected(case, each, Level.LOOK if place else Level.ACT)


def _neglected(case: Case, each: SegmentStanding, level: Level) -> Finding:
    name = case.history.segment(each.segment).name
    review = each.review
    potential = known(review.potential) if review else None
    attention = known(review.attention) if review else None
    rated = f"potential {potential}, attention {attention}" if potential and attention else ""
    touched = said_of_touch(each, case.month)
    return Finding(
        kind="neglected segment",
        level=level,
        title="Neglected segment",
        sentence=f"{name} could be worth more to you than you gave it: {rated or touched}.",
        facts=tuple(capital(fact) for fact in (rated, touched) if fact),
        about=each.segment,
        whom=Whom.SEGMENT,
        name=name,
        words=touched if each.touched != case.month else f"neglected, {rated}",
        weight=each.neglect or 0,
        values={
            "potential_rating": potential,
            "attention_rating": attention,
            "neglect_steps": each.neglect,
            "touched_month": each.touched,
        },
    )


def said_of_touch(each: SegmentStanding, now: Month) -> str:
    """Write since when a segment is untouched: ``untouched since July``, ``never touched``, ``touched this month``."""
    if each.touched is None:
        return "never touched"
    return "touched this month" if each.touched == now else f"untouched since {months.spoken(each.touched, now)}"


def _place(case: Case, segment: Id) -> tuple[int, str]:
    """Order segments as the session lists them; those it leaves out by name, after the others."""
    listed = [case.history.segment(each.segment).id for each in case.session.answers.segments]
    at = listed.index(segment) if segment in listed else len(listed)
    return at, texts.fold(case.history.segment(segment).name)


def crowded_segment(case: Case) -> Iterator[Finding]:
    """Find segments that got more attention than they could be worth, while there are others."""
    found = standings(case)
    if len(found) < SEGMENTS_LEAST:
        return
    for each in sorted(found.values(), key=lambda one: _place(case, one.segment)):
        if each.surplus is not None and each.surplus >= -measures.CROWDED_FROM and each.review:
            name = case.history.segment(each.segment).name
            yield Finding(
                kind="crowded segment",
                level=Level.LOOK,
                title="Crowded segment",
                sentence=f"{name} got more of you than it could be worth.",
                facts=(f"Potential {each.review.potential}, attention {each.review.attention}",),
                about=each.segment,
                whom=Whom.SEGMENT,
                name=name,
                words="crowded",
                weight=each.surplus,
                values={
                    "potential_rating": each.review.potential,
                    "attention_rating": each.review.attention,
                    "surplus_steps": each.surplus,
                },
            )
