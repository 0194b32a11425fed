"""Whether a sitting has answered all that the ritual asks, as the ritual itself counts it, and more."""

from datetime import date
from pathlib import Path

from review.records import Limit, Obsession
from review.ritual import reality, sitting, steps
from tests.end_to_end import finished

OCTOBER = date(2026, 10, 31)


def whole(data: Path) -> bool:
    """Whether October's draft leaves nothing open, with two closer looks answered from top to bottom."""
    kept = finished.library(data)
    draft = kept.draft()
    if draft is None:
        return False
    now = sitting.resume(kept.history(), draft, OCTOBER)
    left_open = [ask for step in steps.of(now) for ask in step.asks(now) if not ask.answered]
    looks = [now.row(each.prospect) for each in reality.closer_looks(now)]
    moves = all(row.moves is not None for row in now.asked)
    return not left_open and moves and [_in_full(row) for row in looks] == [True, True]


def _in_full(row: Obsession | None) -> bool:
    if row is None:
        return False
    signs = (row.signs.adversarial, row.signs.new_vendor, row.signs.nobody)
    given = (row.given, row.moves, row.why_us, row.reason, row.decision, *signs)
    return None not in given and bool(row.claims) and row.limit != Limit() and bool(row.rules)
