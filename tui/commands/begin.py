"""begin: straight into a month's review."""

from __future__ import annotations

import click

from review.cadence import month_to_begin
from review.month import Month
from tui.command_line import Command
from tui.commands.open_app import need_terminal, open_app
from tui.month_argument import read_month
from tui.start import Start
from tui.where import Where


@click.command("begin", cls=Command)
@click.argument("month", required=False)
@click.option("--quick", is_flag=True, help="The quick ritual: fewer questions.")
@click.pass_obj
def command(where: Where, month: str | None, *, quick: bool) -> None:
    """Go straight into a month's review.

    MONTH is 2026-11, last, this, or a month's name. Without it: the month of the review you left unfinished, else last
    month on days 1 to 10, else this one.
    """
    chosen = _month(where, month)
    need_terminal()
    open_app(where, start=Start(chosen, "quick" if quick else None))


def _month(where: Where, text: str | None) -> Month:
    finished, today = where.months(), where.clock.today()
    if text is not None:
        return read_month(text, today, finished)
    draft = where.library.draft()
    return draft.month if draft else month_to_begin(finished, today)
