"""list: the finished sessions, oldest first."""

from __future__ import annotations

import click

from review import text as texts
from review.measured import MeasuredSession, measured
from review.scales import Band
from review.summary import words
from review.summary.document import Table
from tui.command_line import Command
from tui.month_argument import NONE_YET
from tui.plain_text import table
from tui.printing import say, say_json, width
from tui.where import Where

COLUMNS = ("Month", "Prospects", "One-way streets", "Mean gap", "Unpaid hours", "Baskets", "Commitments", "Remarks")
NUMBERS = frozenset(range(1, 7))


@click.command("list", cls=Command)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def command(where: Where, *, as_json: bool) -> None:
    """List the finished sessions."""
    found = measured(where.history())
    if as_json:
        say_json([_facts(each) for each in found])
    elif not found:
        say(NONE_YET)
    else:
        say("\n".join(table(Table(COLUMNS, tuple(map(_row, found)), NUMBERS), width())))


def _facts(found: MeasuredSession) -> dict[str, object]:
    newest = found.session.newest
    return {
        "month": found.month,
        "reviewed_on": found.session.on,
        "seconds": newest.seconds,
        "mode": newest.mode,
        "versions": len(found.session.versions),
        "prospects": len(found.rows),
        "one_way_streets": _one_way_streets(found),
        "mean_gap": words.rounded(found.mean_gap),
        "unpaid_hours": words.rounded(found.unpaid_hours),
        "baskets": words.rounded(found.baskets),
        "commitments": len(newest.answers.commitments),
    }


def _row(found: MeasuredSession) -> tuple[str, ...]:
    return (
        found.month,
        str(len(found.rows)),
        str(_one_way_streets(found)),
        "" if found.mean_gap is None else f"{found.mean_gap:+.1f}",
        "" if found.unpaid_hours is None else texts.figure(found.unpaid_hours),
        "" if found.baskets is None else texts.figure(found.baskets),
        str(len(found.session.answers.commitments)),
        "amended" if len(found.session.versions) > 1 else "",
    )


def _one_way_streets(found: MeasuredSession) -> int:
    return sum(gap.band is Band.ONE_WAY for gap in found.gaps)
