"""The command line: a list of commands, each resolved when it is called."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

from click import Context

from tui.command_line import CommandList, Named, carry_out
from tui.failures import PROGRAM, explain, remark

COMMANDS = (
    Named("begin", "tui.commands.begin", "Go straight into a month's review."),
    Named("demo", "tui.commands.demo", "Look around in two years of made-up history."),
    Named("list", "tui.commands.list_", "List the finished sessions."),
    Named("show", "tui.commands.show", "Print one session."),
    Named("trends", "tui.commands.trends", "Print what the months add up to."),
    Named("findings", "tui.commands.findings", "Print what one session shows."),
    Named("export", "tui.commands.export", "Write sessions as markdown."),
    Named("status", "tui.commands.status", "Say in one line what is due."),
    Named("check", "tui.commands.check", "Say what is wrong with your files."),
    Named("backup", "tui.commands.backup", "Keep a backup now, and print where it is."),
    Named("restore", "tui.commands.restore", "List the backups, or go back to one."),
    Named("paths", "tui.commands.paths", "Say where your reviews and settings are."),
)


def _open(context: Context) -> None:
    """Open the app when no command is named."""
    if context.invoked_subcommand is None:
        from tui.commands.open_app import open_app

        open_app(context.obj)


ALL = CommandList(
    COMMANDS,
    callback=_open,
    purpose="Once a month, review the people you obsess over. Without a command, the app opens.",
)


def run(arguments: list[str]) -> int:
    """Carry a command out and give its exit code."""
    try:
        carry_out(ALL, arguments, PROGRAM)
        _flush()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the one place where every failure becomes a line
        line, code = explain(error)
        if line:
            remark(line)
        _drop_output()
        return code
    return 0


def _flush() -> None:
    """Write what is still held back, while a failure can still be told."""
    if sys.stdout is not None:
        sys.stdout.flush()


def _drop_output() -> None:
    """Keep Python from trying, on its way out, to write what could not be written."""
    try:
        _flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main() -> NoReturn:
    """Run the command that the arguments name, and leave with its exit code.

    All is written and closed by then, so the interpreter is not taken apart: that would be a seventh of the time that
    a command takes which only prints.
    """
    code = run(sys.argv[1:])
    os._exit(code)


if __name__ == "__main__":
    main()
