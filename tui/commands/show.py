"""show: one finished session, for people or for programs."""

from __future__ import annotations

import click

from review.summary import summary
from tui.command_line import Command
from tui.month_argument import read_session
from tui.plain_text import rendered
from tui.printing import say, say_json, width
from tui.where import Where


@click.command("show", cls=Command)
@click.argument("month")
@click.option("--json", "as_json", is_flag=True, help="As JSON, with every answer given.")
@click.pass_obj
def command(where: Where, month: str, *, as_json: bool) -> None:
    """Print one session.

    MONTH is 2026-11, last, this, or a month's name.
    """
    history = where.history()
    session = read_session(month, where.clock.today(), history)
    if as_json:
        from review.summary import facts

        say_json(facts.of_session(history, session))
    else:
        say(rendered(summary.of_session(history, session, where.settings.currency), width()))
