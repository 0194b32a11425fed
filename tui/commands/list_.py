"""list: the finished sessions, oldest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import click
from click.exceptions import Exit

from review.measured import MeasuredSession, measured
from review.summary import words
from review.summary.document import Table
from review.trends.series import Unit
from review.trends.series import said as written
from tui.command_line import Command
from tui.failures import FAILED
from tui.month_argument import NONE_YET
from tui.plain_text import cells_of, table
from tui.printing import say, say_json, width
from tui.where import Where


class Column(NamedTuple):
    """A column: its title, a shorter one where there is little room, and how soon it may be left out (last: 0)."""

    title: str
    short: str
    leaves: int
    value: Callable[[MeasuredSession], str]


COLUMNS = (
    Column("Month", "Month", 0, lambda found: found.month),
    Column("Prospects", "Prospects", 2, lambda found: str(len(found.rows))),
    Column("One-way streets", "One-way", 1, lambda found: str(found.one_way_streets)),
    Column("Average gap", "Gap", 0, lambda found: _or_nothing(found.mean_gap, Unit.GAP)),
    Column("Unpaid hours", "Hours", 0, lambda found: _or_nothing(found.unpaid_hours, Unit.NUMBER)),
    Column("Baskets", "Baskets", 3, lambda found: _or_nothing(found.baskets, Unit.NUMBER)),
    Column("Commitments", "Promises", 5, lambda found: str(len(found.session.answers.commitments))),
    Column("Remarks", "Remarks", 4, lambda found: "corrected" if len(found.session.versions) > 1 else ""),
)


@click.command("list", cls=Command)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def command(where: Where, *, as_json: bool) -> None:
    """List the finished sessions."""
    found = measured(where.history())
    if as_json:
        say_json([_facts(each) for each in found])
    elif found:
        say("\n".join(table(_fitting(found, width()), width())))
    elif not where.is_lost:
        say(NONE_YET)
    if not found and where.is_lost:
        raise Exit(FAILED)


def _fitting(found: Sequence[MeasuredSession], width: int) -> Table:
    """Make the table that says most in so many cells: with long titles, with short ones, or with fewer columns."""
    columns = list(COLUMNS)
    made = _table([each.title for each in columns], columns, found)
    while cells_of(made) > width:
        if made.columns == tuple(each.short for each in columns):
            if len(columns) == sum(not each.leaves for each in COLUMNS):
                break
            columns.remove(max(columns, key=lambda each: each.leaves))
        made = _table([each.short for each in columns], columns, found)
    return made


def _table(titles: Sequence[str], columns: Sequence[Column], found: Sequence[MeasuredSession]) -> Table:
    numbers = frozenset(at for at, each in enumerate(columns) if each.title not in {"Month", "Remarks"})
    return Table(tuple(titles), tuple(tuple(each.value(one) for each in columns) for one in found), numbers)


def _or_nothing(value: float | None, unit: Unit) -> str:
    return "" if value is None else written(value, unit)


def _facts(found: MeasuredSession) -> dict[str, object]:
    newest = found.session.newest
    return {
        "month": found.month,
        "reviewed_on": found.session.on,
        "seconds": newest.seconds,
        "mode": newest.mode,
        "versions": len(found.session.versions),
        "prospects": len(found.rows),
        "one_way_streets": found.one_way_streets,
        "mean_gap_steps": words.rounded(found.mean_gap),
        "unpaid_hours": words.rounded(found.unpaid_hours),
        "baskets": words.rounded(found.baskets),
        "commitments": len(newest.answers.commitments),
    }
