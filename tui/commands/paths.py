"""paths: where everything is."""

from __future__ import annotations

import click

from store.folder import Folder
from tui.command_line import Command
from tui.printing import say, say_json
from tui.where import Where


@click.command("paths", cls=Command)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def command(where: Where, *, as_json: bool) -> None:
    """Say where your reviews and settings are."""
    folder = Folder(where.folder)
    found = {
        "data": str(folder.path),
        "history": str(folder.history),
        "draft": str(folder.draft),
        "sessions": str(folder.copies),
        "backups": str(folder.backups),
        "settings": str(where.settings_file.path),
    }
    if as_json:
        say_json(found)
    else:
        say("\n".join(f"{name:<10}{path}" for name, path in found.items()))
