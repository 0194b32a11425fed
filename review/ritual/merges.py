"""Merges inside a sitting: after two identities became one, the draft's answers follow."""

from __future__ import annotations

from msgspec import structs

from review import joining
from review.history import History
from review.records import Answers, Commitment, Id, LookBack, SegmentReview


def followed(answers: Answers, named: History) -> Answers:
    """Give answers under the ids that merges left, with the rows and reviews that became one joined."""
    rows = tuple(
        structs.replace(row, segment=named.segment(row.segment).id if row.segment else None)
        for row in named.rows(answers)
    )
    return structs.replace(
        answers,
        look_back=_look_back(answers.look_back, named),
        obsessions=rows,
        segments=_segments(answers.segments, named),
        commitments=tuple(_commitment(each, named) for each in answers.commitments),
    )


def _look_back(old: LookBack, named: History) -> LookBack:
    unheard = named.prospect(old.unheard).id if old.unheard is not None and old.unheard in named.prospects else None
    returns = tuple(structs.replace(each, prospect=named.prospect(each.prospect).id) for each in old.returns)
    return structs.replace(old, unheard=unheard or old.unheard, returns=returns)


def _segments(old: tuple[SegmentReview, ...], named: History) -> tuple[SegmentReview, ...]:
    found: dict[Id, SegmentReview] = {}
    for review in old:
        id_ = named.segment(review.segment).id
        other = found.get(id_, SegmentReview(id_))
        joined = joining.reviews(review, other) if review.segment == id_ else joining.reviews(other, review)
        found[id_] = structs.replace(joined, segment=id_)
    return tuple(found.values())


def _commitment(old: Commitment, named: History) -> Commitment:
    about = old.about
    if about is not None and about in named.prospects:
        about = named.prospect(about).id
    elif about is not None and about in named.segments:
        about = named.segment(about).id
    return structs.replace(old, about=about)
