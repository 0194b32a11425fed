"""export: finished sessions as text to keep elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from review import text as texts
from review.exports import formats
from review.exports.formats import Format
from review.history import History
from review.measured import measured
from review.records import Session
from tui import output_file, progress
from tui.command_line import Command
from tui.failures import Failed
from tui.month_argument import NONE_YET, read_session
from tui.printing import say
from tui.where import Where

PREFIX = "obsess-review-"
"""How the files we name begin, so that they are told from other monthly notes."""


@click.command("export", cls=Command)
@click.argument("month", required=False)
@click.option("--all", "everything", is_flag=True, help="Every finished session.")
@click.option("--format", "name", type=click.Choice(list(formats.ALL)), default="md", show_default=True)
@click.option(
    "--output", metavar="FILE|DIR", help="Write there instead of to standard output; into DIR, a file a month."
)
@click.option("--force", is_flag=True, help="Replace files that are there.")
@click.pass_obj
def command(where: Where, month: str | None, name: str, output: str | None, *, everything: bool, force: bool) -> None:
    """Write sessions as markdown.

    MONTH is 2026-11, last, this, or a month's name. Without it: the last finished session.
    """
    if month is not None and everything:
        raise click.UsageError("A month and --all don't go together: choose one.", click.get_current_context())
    if output == "":
        raise click.UsageError(
            "--output is empty. Name a file or a folder, or leave it out.", click.get_current_context()
        )
    history = where.history()
    sessions = _chosen(where, history, month, everything=everything)
    if output is None:
        pieces = formats.ALL[name].pieces(history, sessions, where.settings.currency)
        say("".join(progress.told(pieces, len(sessions))).rstrip("\n"))
        return
    paths = _paths(where, formats.ALL[name], sessions, output)
    output_file.check(paths, where.folder, over=force)
    written = _texts(where, formats.ALL[name], history, sessions, paths)
    output_file.write(written, where.folder, over=force)
    say(_done(written))


def _chosen(where: Where, history: History, month: str | None, *, everything: bool) -> Sequence[Session]:
    if history.last is None and month is None:
        raise Failed(NONE_YET)
    if everything:
        return history.sessions
    return [read_session(month or "last", where.clock.today(), history)]


def _paths(where: Where, chosen: Format, sessions: Sequence[Session], output: str) -> list[Path]:
    """Give the files to write: one for all, or in a folder one a month."""
    place = Path(output)
    if not output.endswith("/") and not place.is_dir():
        return [place]
    output_file.make_folder(place, where.folder)
    return [place / f"{PREFIX}{session.month}{chosen.suffix}" for session in sessions]


def _texts(
    where: Where, chosen: Format, history: History, sessions: Sequence[Session], paths: Sequence[Path]
) -> dict[Path, str]:
    """Give what to write in which file."""
    measured(history)  # once, so that no month measures the years before it again
    in_each = [sessions] if len(paths) == 1 else [[session] for session in sessions]
    made = (piece for those in in_each for piece in chosen.pieces(history, those, where.settings.currency))
    pieces = list(progress.told(made, len(sessions)))
    texts = pieces if len(paths) > 1 else ["".join(pieces)]
    return dict(zip(paths, texts, strict=True))


def _done(written: dict[Path, str]) -> str:
    paths = list(written)
    if len(paths) == 1:
        return f"Wrote {paths[0]}"
    return f"Wrote {texts.plural(len(paths), 'file')} in {paths[0].parent}"
