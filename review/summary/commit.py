"""What the person will do, and will stop doing."""

from __future__ import annotations

from review.promises import UNTIL_THEN
from review.records import Commitment
from review.ritual import commit
from review.ritual.sitting import Sitting
from review.scales import scales
from review.summary import words
from review.summary.document import Block, Bullets, Facts, Heading


def section(sitting: Sitting) -> list[Block]:
    """Write the answers of Commit."""
    answers = sitting.answers
    pairs = (
        ("From fear or from conviction", words.rating(answers.conviction, scales(answers.scale).conviction)),
        ("To yourself", answers.line or ""),
    )
    facts = tuple((label, value) for label, value in pairs if value)
    items = tuple(map(_said, answers.commitments))
    if not items and not facts:
        return []
    heading = Heading(2, commit.STEP.title)
    return [heading, *([Bullets(items, numbered=True)] if items else []), *([Facts(facts)] if facts else [])]


def _said(commitment: Commitment) -> str:
    if commitment.by:
        return f"{commitment.text} (by {words.day(commitment.by)})"
    return f"{commitment.text} ({UNTIL_THEN})" if commitment.always else commitment.text
