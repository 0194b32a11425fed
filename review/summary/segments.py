"""Where the person has not been looking, and in how many baskets the eggs are."""

from __future__ import annotations

from review import month as months
from review import text as texts
from review.measures import NEGLECTED_FROM, baskets, neglect
from review.records import SegmentReview
from review.ritual import segments
from review.ritual.sitting import Sitting
from review.scales import scales
from review.summary import words
from review.summary.document import Block, Facts, Heading, Paragraph


def section(sitting: Sitting) -> list[Block]:
    """Write the answers of Segments."""
    reviews = sitting.answers.segments
    columns = ("Segment", "Potential", "Attention", "Difference", "There this month", "Touched")
    table = [words.table(columns, (_row(sitting, each) for each in reviews))] if reviews else []
    facts = tuple(pair for each in reviews for pair in _facts(sitting, each))
    said = _said(sitting)
    if not (table or said):
        return []
    return [
        Heading(2, segments.STEP.title),
        *table,
        *([Paragraph(said)] if said else []),
        *([Facts(facts)] if facts else []),
    ]


def _row(sitting: Sitting, review: SegmentReview) -> tuple[str, ...]:
    scale, difference = scales(sitting.answers.scale), neglect(review)
    facts = segments.facts(sitting, sitting.segment(review.segment).id)
    return (
        sitting.segment(review.segment).name,
        words.rating(review.potential, scale.potential),
        words.rating(review.attention, scale.attention),
        f"{words.signed(difference)} {segments.word(difference)}".strip(),
        segments.said_of(facts),
        months.title(facts.touched) if facts.touched else "never",
    )


def _said(sitting: Sitting) -> str:
    return " ".join(part for part in (_neglected(sitting), _baskets(sitting), _one_client(sitting)) if part)


def _neglected(sitting: Sitting) -> str:
    wide = [each for each in sitting.answers.segments if (neglect(each) or 0) >= NEGLECTED_FROM]
    names = [sitting.segment(each.segment).name for each in wide if not segments.resting(sitting, each.segment)]
    return f"Neglected: {texts.joined(names)}." if names else ""


def _baskets(sitting: Sitting) -> str:
    found = baskets(sitting.rows)
    return f"Your unpaid hours lie in {texts.plural(found, 'basket')}." if found else ""


def _one_client(sitting: Sitting) -> str:
    until = sitting.answers.one_client_until
    return f"One client by choice until {months.title(until)}." if until else ""


def _facts(sitting: Sitting, review: SegmentReview) -> list[tuple[str, str]]:
    name = sitting.segment(review.segment).name
    pairs = (
        ("who you have not met", review.unmet or ""),
        ("one thing to do", review.action or ""),
        ("rests until", months.title(review.rest_until) if review.rest_until else ""),
        ("note", review.note or ""),
    )
    return [(f"{name}, {label}", value) for label, value in pairs if value]
