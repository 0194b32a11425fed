"""demo: the app, or a folder, on a made-up history."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from review import month as months
from review.history import History
from store.library import Library
from store.problems import AlreadyThere, FolderProblem
from tui.command_line import Command
from tui.commands.open_app import need_terminal, open_app
from tui.failures import CannotBe, remark
from tui.printing import say
from tui.where import Where


@click.command("demo", cls=Command)
@click.option("--into", metavar="FOLDER", help="Fill this empty folder and keep it, and open nothing.")
@click.pass_obj
def command(where: Where, into: str | None) -> None:
    """Look around in two years of made-up history.

    It opens in a folder that is thrown away afterwards; your own reviews are not touched.
    """
    if into is None:
        _look_around(where)
    else:
        _fill(where, Path(into))


def _made_up(where: Where) -> History:
    from review import demo

    return demo.history(months.shift(months.of(where.clock.today()), -1))


def _look_around(where: Where) -> None:
    from tui.demonstration import made_up_library

    need_terminal()
    with made_up_library(where.clock) as library:
        open_app(where, library, made_up=True)


def _fill(where: Where, folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise CannotBe(f"{folder} is not a folder. Name an empty one, or one that is not there yet.")
    history = _made_up(where)
    library = Library(folder.absolute(), where.clock.now)
    try:
        library.fill(history)
    except (AlreadyThere, FolderProblem) as problem:
        raise CannotBe(str(problem)) from problem
    for notice in library.notices():
        remark(notice.text)
    look = f"obsess-review --data {shlex.quote(str(folder))} list"
    say(f"{folder} holds {len(history.sessions)} made-up sessions. Try: {look}")
