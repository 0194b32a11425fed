"""The fifth view: unpaid hours, and the limits you set yourself."""

from __future__ import annotations

from review import text as texts
from review.measured import NO_LIMIT, Measured, MeasuredSession
from review.measures import Verdict
from review.records import known
from review.trends.page import Block, Chart, Column, Look, Table, TableRow
from review.trends.series import UNPAID_HOURS, Figure, Good, Unit


def _verdicts(session: MeasuredSession) -> list[Verdict]:
    return [each.verdict for each in session.rows.values() if each.verdict.any_limit]


def _held(session: MeasuredSession) -> float | None:
    checked = _verdicts(session)
    return sum(verdict.held for verdict in checked) / len(checked) if checked else None


def _over(session: MeasuredSession) -> float | None:
    checked = [verdict for verdict in _verdicts(session) if verdict.hours is not None]
    return sum(verdict.hours_over for verdict in checked) if checked else None


def _energy(session: MeasuredSession) -> float | None:
    rated = [value for each in session.rows.values() if (value := known(each.row.energy)) is not None]
    return sum(rated) / len(rated) if rated else None


LIMITS_HELD = Figure("limits_held_share", "limits held", Unit.SHARE, Good.UP, _held)
HOURS_OVER = Figure("hours_over_limit", "hours over the limits", Unit.HOURS, Good.DOWN, _over)
ENERGY = Figure("mean_energy_rating", "drain, 1 to 5", Unit.NUMBER, Good.DOWN, _energy)

COLUMNS = (
    Column("prospect", ""),
    Column("unpaid_hours", "unpaid hours", Unit.HOURS),
    Column("limit_hours", "limit", Unit.HOURS),
    Column("hours_over_limit", "over", Unit.HOURS),
    Column("verdict", ""),
    Column("energy_rating", "energy", Unit.COUNT),
)


def blocks(look: Look) -> tuple[Block, ...]:
    """Draw the hours, the limits held, what it took out of you, and how it stands now."""
    return (
        Chart("Unpaid hours, and those over the limits", (look.series(UNPAID_HOURS), look.series(HOURS_OVER))),
        Chart("How many limits held", (look.series(LIMITS_HELD),)),
        Chart("What it took out of you", (look.series(ENERGY),)),
        _now(look),
    )


def lacks(look: Look) -> tuple[str, ...]:
    """Say what is still missing: hours, and a limit that could be checked."""
    spent = any(session.hours for session in look.sessions)
    limited = any(_verdicts(session) for session in look.sessions)
    return (
        *(() if spent else ("unpaid hours, in the step Reality",)),
        *(() if limited else ("a limit set in one review and checked in the next",)),
    )


def _now(look: Look) -> Table:
    rows = [each for each in look.newest.rows.values() if _is_costly(each)] if look.newest else []
    rows.sort(key=lambda each: (-(each.hours or 0), texts.fold(look.name(each.prospect))))
    return Table("costs", "What it cost since the review before", COLUMNS, tuple(_row(look, each) for each in rows))


def _is_costly(each: Measured) -> bool:
    return each.hours is not None or each.verdict.any_limit or known(each.row.energy) is not None


def _row(look: Look, each: Measured) -> TableRow:
    verdict = each.verdict
    allowed = round(each.limit.hours * each.limit_months, 2) if each.limit.hours is not None else None
    over = verdict.hours_over if verdict.hours is not None else None
    energy = known(each.row.energy)
    return TableRow((look.name(each.prospect), each.hours, allowed, over, _word(each), energy), each.prospect)


def _word(each: Measured) -> str:
    """Say how a limit was kept; one that could not be checked was a limit all the same."""
    if each.verdict.broken:
        return "broken"
    if each.limit_held:
        return "held"
    return "no limit" if each.limit == NO_LIMIT else "not known"
