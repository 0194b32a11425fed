"""Who was on the list, and who wanted it more."""

from __future__ import annotations

from review.records import End, Kind, Obsession
from review.ritual import obsessions, urgency
from review.ritual.sitting import Sitting
from review.scales import scales
from review.summary import words
from review.summary.document import Block, Heading


def section(sitting: Sitting) -> list[Block]:
    """Write who was on the list."""
    if not sitting.rows:
        return []
    columns = ("Prospect", "Segment", "What you hope they will sign", "On the list since", "State")
    return [Heading(2, obsessions.STEP.title), words.table(columns, (_row(sitting, row) for row in sitting.rows))]


def _row(sitting: Sitting, row: Obsession) -> tuple[str, ...]:
    return (
        sitting.prospect(row.prospect).name,
        sitting.segment(row.segment).name if row.segment else "",
        row.hope or "",
        words.since(sitting.since(row), sitting.months_on_list(row)),
        _state(row),
    )


def _state(row: Obsession) -> str:
    return words.sentences(
        (
            "client" if row.kind is Kind.CLIENT else "",
            "dream client" if row.dream else "",
            "parked" if row.parked else "",
            ended(row.ended) if row.ended else "",
        )
    )


def ended(end: End) -> str:
    """Write how it ended, and why."""
    return words.with_note(end.how.value, end.reason)


def urgency_section(sitting: Sitting) -> list[Block]:
    """Write the two ratings of everyone rated, and what the gap between them is."""
    rated = [row for row in sitting.rows if row.yours is not None or row.theirs is not None]
    if not rated:
        return []
    columns = ("Prospect", "You", "They", "Gap", "Band")
    rows = (_urgency_row(sitting, row) for row in rated)
    return [Heading(2, urgency.STEP.title), words.table(columns, rows, numbers=frozenset({3}))]


def _urgency_row(sitting: Sitting, row: Obsession) -> tuple[str, ...]:
    scale, found = scales(sitting.answers.scale), sitting.gap(row)
    return (
        sitting.prospect(row.prospect).name,
        words.rating(row.yours, scale.yours),
        words.rating(row.theirs, scale.theirs),
        words.gap(found),
        words.band(found),
    )
