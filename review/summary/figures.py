"""What one session comes to in a few numbers."""

from __future__ import annotations

from msgspec import Struct

from review import measures
from review.records import known
from review.ritual.sitting import Sitting
from review.scales import Band


class Figures(Struct, frozen=True):
    """A session in numbers; None where the answers a number needs are missing.

    `prospects` counts those rated or ended this month, not the parked ones. `mean_gap` is of the gaps as counted.
    """

    prospects: int
    one_way_streets: int
    mean_gap: float | None
    unpaid_hours: float | None
    baskets: float | None
    commitments: int


def of(sitting: Sitting) -> Figures:
    """Give a session's figures."""
    gaps = [found for row in sitting.rows if not row.parked and (found := sitting.gap(row))]
    hours = [value for row in sitting.rows if (value := known(row.hours)) is not None]
    spread = measures.baskets(sitting.rows)
    return Figures(
        prospects=sum(not row.parked for row in sitting.rows),
        one_way_streets=sum(found.band is Band.ONE_WAY for found in gaps),
        mean_gap=round(sum(found.counted for found in gaps) / len(gaps), 2) if gaps else None,
        unpaid_hours=round(sum(hours), 2) if hours else None,
        baskets=round(spread, 2) if spread else None,
        commitments=len(sitting.answers.commitments),
    )
