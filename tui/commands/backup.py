"""backup: one more backup, now."""

from __future__ import annotations

from pathlib import Path

import click

from tui.command_line import Command
from tui.failures import remark
from tui.printing import say, say_json
from tui.where import Where


@click.command("backup", cls=Command)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def command(where: Where, *, as_json: bool) -> None:
    """Keep a backup now, and print where it is.

    Copies of sessions that are missing or damaged are written anew too.
    """
    path = _backed_up(where)
    if as_json:
        say_json({"path": str(path)})
    else:
        say(str(path))


def _backed_up(where: Where) -> Path:
    """Make the backup, and say what the library noticed, whether that went well or not."""
    try:
        return where.library.backup()
    finally:
        for notice in where.library.notices():
            remark(notice.text)
