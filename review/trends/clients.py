"""The seventh view: clients coming in and going out."""

from __future__ import annotations

from collections.abc import Iterator

from review import text as texts
from review.measured import Measured, MeasuredSession
from review.records import How, Kind
from review.trends.page import Block, Chart, Column, Look, Table, TableRow
from review.trends.series import Figure, Good, Unit


def _signed(each: Measured) -> bool:
    return each.row.ended is not None and each.row.ended.how is How.SIGNED and each.row.kind is Kind.PROSPECT


def _left(each: Measured) -> bool:
    return each.row.ended is not None and each.row.ended.how is How.LEFT


def _count_signed(session: MeasuredSession) -> float:
    return sum(map(_signed, session.rows.values()))


def _count_left(session: MeasuredSession) -> float:
    return sum(map(_left, session.rows.values()))


SIGNED = Figure("prospects_signed_count", "prospects signed", Unit.COUNT, Good.UP, _count_signed)
LEFT = Figure("clients_left_count", "clients left", Unit.COUNT, Good.DOWN, _count_left)

MOVED_COLUMNS = (
    Column("prospect", ""),
    Column("month", "month", month=True),
    Column("how", ""),
    Column("reason", "reason"),
)
NOW_COLUMNS = (Column("prospect", ""), Column("last_reviewed", "last on the list", month=True))


def blocks(look: Look) -> tuple[Block, ...]:
    """Draw who signed and who left, session by session, and who is under contract now."""
    return (
        Chart("Prospects signed, clients left", (look.series(SIGNED), look.series(LEFT))),
        Table("moved", "Who came in and who went out in these months", MOVED_COLUMNS, tuple(_moved(look))),
        Table("clients", "Under contract now", NOW_COLUMNS, tuple(_now(look))),
    )


def lacks(look: Look) -> tuple[str, ...]:
    """Say what is still missing: somebody who signed or left."""
    moved = any(_signed(each) or _left(each) for session in look.sessions for each in session.rows.values())
    return () if moved else ("somebody who signed, or a client who left",)


def _moved(look: Look) -> Iterator[TableRow]:
    """Give those who signed or left, newest first."""
    for session in reversed(look.sessions):
        for each in session.rows.values():
            ended = each.row.ended
            if ended is not None and (_signed(each) or _left(each)):
                values = (look.name(each.prospect), session.month, ended.how.value, ended.reason or "")
                yield TableRow(values, each.prospect)


def _now(look: Look) -> Iterator[TableRow]:
    for id_ in sorted(look.history.clients, key=lambda each: texts.fold(look.name(each))):
        newest = look.history.latest(id_)
        yield TableRow((look.name(id_), newest.month if newest else None), id_)
