"""Two records that turn out to be about one identity, made into one without losing an answer.

The first of each pair is the one that counts where both have an answer to the same question.
"""

from __future__ import annotations

from typing import TypeVar

from msgspec import Struct, structs

from review.records import UNKNOWN, Amount, Obsession, SegmentReview, known

Record = TypeVar("Record", bound=Struct)
Item = TypeVar("Item")


def rows(one: Obsession, other: Obsession) -> Obsession:
    """Join two rows of one session; hours and money add up, lists follow one another.

    Where only one of them has ended the prospect is still on, and the open row is the one that counts.
    """
    if one.ended and not other.ended:
        one, other = structs.replace(other, prospect=one.prospect), one
    silent = {"prospect", "parked", "ended"} | ({"decision"} if other.ended and not one.ended else set())
    if one.reason is not None:
        silent.add("reason_words")
    return structs.replace(
        _filled(one, other, silent),
        parked=one.parked and other.parked,
        hours=_sum(one.hours, other.hours),
        money=_sum(one.money, other.money),
        moves=_both(one.moves, other.moves),
        given=_both(one.given, other.given),
        claims=(*one.claims, *other.claims),
        rules=(*one.rules, *other.rules),
    )


def reviews(one: SegmentReview, other: SegmentReview) -> SegmentReview:
    """Join two reviews of one segment in one session."""
    return _filled(one, other, {"segment"})


def _filled(one: Record, other: Record, silent: set[str]) -> Record:
    """Give the first record with the other's answers where it has none of its own."""
    defaults = {field.name: field.default for field in structs.fields(one)}
    blank = (name for name, default in defaults.items() if name not in silent and getattr(one, name) == default)
    return structs.replace(one, **{name: getattr(other, name) for name in blank})


def _sum(one: Amount, other: Amount) -> Amount:
    """Add up what is given; where one of the two is not known, neither is the sum."""
    if UNKNOWN in {one, other}:
        return UNKNOWN
    if one is None or other is None:
        return other if one is None else one
    return round((known(one) or 0.0) + (known(other) or 0.0), 2)


def _both(one: tuple[Item, ...] | None, other: tuple[Item, ...] | None) -> tuple[Item, ...] | None:
    return None if one is None and other is None else (*(one or ()), *(other or ()))
