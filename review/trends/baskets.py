"""The third view: in how many baskets the eggs are."""

from __future__ import annotations

from review import text as texts
from review.measured import MeasuredSession
from review.trends.page import Block, Chart, Column, Look, Table, TableRow
from review.trends.series import BASKETS, Figure, Good, Unit, hours_so_far


def _largest(session: MeasuredSession) -> float | None:
    hours = session.hours.values()
    return max(hours) / sum(hours) if session.baskets is not None else None


LARGEST_SHARE = Figure("largest_basket_share", "the largest one's share", Unit.SHARE, Good.DOWN, _largest)

COLUMNS = (
    Column("prospect", ""),
    Column("unpaid_hours", "unpaid hours", Unit.HOURS),
    Column("unpaid_hours_share", "share", Unit.SHARE),
)


def blocks(look: Look) -> tuple[Block, ...]:
    """Draw the number of baskets, the share of the largest, and what lies in each now."""
    return (
        Chart("In how many baskets your eggs are", (look.series(BASKETS),)),
        Chart("How much of them lies in the largest", (look.series(LARGEST_SHARE),)),
        _now(look),
    )


def lacks(look: Look) -> tuple[str, ...]:
    """Say what is still missing: hours, without which there are no baskets."""
    spent = any(session.baskets is not None for session in look.sessions)
    if spent:
        return ()
    known = hours_so_far(look.newest) if look.newest else ""
    whose = f"more prospects took, in the step Reality ({known})" if known else "somebody took, in the step Reality"
    return (f"the unpaid hours that {whose}",)


def _now(look: Look) -> Table:
    spent = dict(look.newest.hours) if look.newest else {}
    total = look.newest.unpaid_hours if look.newest else None
    ranked = sorted(spent, key=lambda id_: (-spent[id_], texts.fold(look.name(id_))))
    rows = (TableRow((look.name(id_), spent[id_], spent[id_] / total if total else None), id_) for id_ in ranked)
    return Table(
        "hours",
        "Where the hours went since the review before",
        COLUMNS,
        tuple(rows),
        "A basket is an equal share: of two with 9 h and 1 h, one has nearly all, which makes 1.2 baskets.",
    )
