"""The second view: how wide the gap is."""

from __future__ import annotations

from review import text as texts
from review.measured import Measured, MeasuredSession
from review.trends.page import Block, Chart, Column, Look, Table, TableRow
from review.trends.series import MEAN_GAP, Figure, Good, Unit


def _mean_said(session: MeasuredSession) -> float | None:
    return sum(gap.said for gap in session.gaps) / len(session.gaps) if session.gaps else None


def _widest(session: MeasuredSession) -> float | None:
    return max((gap.counted for gap in session.gaps), default=None)


def _one_way(session: MeasuredSession) -> float | None:
    return session.one_way_streets if session.gaps else None


MEAN_SAID = Figure("mean_gap_said_steps", "average gap as said", Unit.GAP, Good.DOWN, _mean_said)
WIDEST = Figure("widest_gap_steps", "widest gap", Unit.STEPS, Good.DOWN, _widest)
ONE_WAY_STREETS = Figure("one_way_streets_count", "one-way streets", Unit.COUNT, Good.DOWN, _one_way)

COLUMNS = (
    Column("prospect", ""),
    Column("yours_rating", "yours", Unit.COUNT),
    Column("theirs_rating", "theirs", Unit.COUNT),
    Column("gap_said_steps", "gap as said", Unit.STEPS),
    Column("gap_steps", "gap as counted", Unit.STEPS),
    Column("band", ""),
)


def blocks(look: Look) -> tuple[Block, ...]:
    """Draw the average and the widest gap, the number of one-way streets, and who stands where now."""
    lines = tuple(look.series(figure) for figure in (MEAN_GAP, MEAN_SAID, WIDEST))
    return (
        Chart("How far you are ahead of them", lines),
        Chart("How many are one-way streets", (look.series(ONE_WAY_STREETS),)),
        _now(look),
    )


def lacks(look: Look) -> tuple[str, ...]:
    """Say what is still missing: somebody rated on both sides."""
    rated = any(session.gaps for session in look.sessions)
    return () if rated else ("a prospect whose urgency and yours are both rated, in the step Urgency",)


def _now(look: Look) -> Table:
    rated = [each for each in look.newest.rows.values() if each.gap is not None] if look.newest else []
    rated.sort(key=lambda each: (-(each.gap.counted if each.gap else 0), texts.fold(look.name(each.prospect))))
    return Table("gaps", "Where they stand now", COLUMNS, tuple(_row(look, each) for each in rated))


def _row(look: Look, each: Measured) -> TableRow:
    gap = each.gap
    if gap is None:
        return TableRow((look.name(each.prospect), None, None, None, None, ""), each.prospect)
    values = (look.name(each.prospect), gap.yours, gap.theirs, gap.said, gap.counted, gap.band.value)
    return TableRow(values, each.prospect)
