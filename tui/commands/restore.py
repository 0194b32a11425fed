"""restore: which backups there are, and going back to one of them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import click
from click.exceptions import Abort

from review import month as months
from review import text as texts
from review.month import Month
from review.summary.document import Block, Document, Facts, Heading, Paragraph, Table
from store import files
from store.backups import Backup
from store.notices import Notice
from store.restoring import COPIES, Preview, Renamed
from tui.command_line import Command
from tui.failures import CannotBe, remark
from tui.plain_text import rendered
from tui.printing import say, say_json, width
from tui.where import Where

COLUMNS = ("Name", "Made", "Why", "Sessions")
SESSIONS = frozenset({3})

EVENTS = {
    "finish": "a session was finished",
    "delete": "a session was deleted",
    "putback": "a session was put back",
    "fill": "made-up history",
    "recovery": "after a recovery",
    "migration": "after an update",
    "restore": "after restoring",
    "accept": "a change was accepted",
    "byhand": "you asked for it",
    "beforemigration": "before an update",
    "beforerestore": "before restoring",
    "beforeaccept": "before accepting",
}
"""Why a backup was made, by the event in its name; one that is not here is printed as it is."""

NONE_YET = "There is no backup yet. One is made each time a session is finished, or now with: obsess-review backup"
HOW = (
    "To see what one would change, and then go back to it: obsess-review restore NAME. "
    "newest is the first of these; copies brings in what only the session copies hold."
)
NOBODY_TO_ASK = "Nothing was restored, for there is no terminal to ask you at. To restore all the same, add --yes."
JSON_ASKS_NOTHING = "Nothing was restored: with --json nothing is asked. To restore, add --yes."
QUESTION = "Restore it? (y/n)"
ANSWERS = {"y": True, "yes": True, "n": False, "no": False}
FEW = 3
"""Names that are told one by one."""
YES_TO_WHAT = "--yes goes with the name of a backup. Without a name, restore lists them."


class SetAside(NamedTuple):
    """A draft that was moved to the backups."""

    name: str
    month: Month


@click.command("restore", cls=Command)
@click.argument("which", required=False)
@click.option("--yes", is_flag=True, help="Restore without asking.")
@click.option("--json", "as_json", is_flag=True, help="As JSON. Nothing is asked: without --yes nothing is restored.")
@click.pass_obj
def command(where: Where, which: str | None, *, yes: bool, as_json: bool) -> None:
    """List the backups, or go back to one.

    WHICH is a name from the list or its beginning, newest, or copies: what only the session copies hold. You see first
    what would come, go and change, and what stands now is backed up.
    """
    if which is not None:
        _restore(where, which, yes=yes, as_json=as_json)
    elif yes:
        raise click.UsageError(YES_TO_WHAT, click.get_current_context())
    else:
        _list(where.library.backups(), _drafts(where), as_json=as_json)


# --- the list ---------------------------------------------------------------------------------------------------------


def _drafts(where: Where) -> list[SetAside]:
    """Give the drafts that were set aside, newest first."""
    names = [name for name in files.names(where.library.folder.backups) if name.startswith("draft-")]
    found = ((name, months.parse(name.removeprefix("draft-")[:7])) for name in reversed(names))
    return [SetAside(name, month) for name, month in found if month is not None]


def _list(backups: Sequence[Backup], drafts: Sequence[SetAside], *, as_json: bool) -> None:
    if as_json:
        say_json({"backups": list(map(_facts_of, backups)), "drafts": [each._asdict() for each in drafts]})
    else:
        say(rendered(Document((), tuple(_listing(backups, drafts))), width()))


def _facts_of(backup: Backup) -> dict[str, object]:
    day, time = backup.at.split("T")
    at = f"{day}T{time.replace('-', ':')}"
    return {"name": backup.name, "at": at, "event": backup.event, "sessions": backup.sessions}


def _listing(backups: Sequence[Backup], drafts: Sequence[SetAside]) -> Iterator[Block]:
    if not backups:
        yield Paragraph(NONE_YET)
    else:
        yield Table(COLUMNS, tuple(_row(each, _short(backups, at)) for at, each in enumerate(backups)), SESSIONS)
        yield Paragraph(HOW)
    if drafts:
        yield Heading(2, "Drafts set aside")
        yield Facts(tuple((months.title(each.month), each.name) for each in drafts))


def _short(backups: Sequence[Backup], at: int) -> str:
    """Give the shortest name that `restore` takes: the time, or the whole where a later one has the same time."""
    is_newest_of_its_time = at == 0 or backups[at - 1].at != backups[at].at
    return backups[at].at if is_newest_of_its_time else backups[at].name


def _row(backup: Backup, name: str) -> tuple[str, ...]:
    day, time = backup.at.split("T")
    made = f"{day} {time[:5].replace('-', ':')}"
    return (name, made, EVENTS.get(backup.event, backup.event), _sessions(backup))


def _sessions(backup: Backup) -> str:
    if backup.sessions is None:
        return "newer" if backup.is_newer else "not whole"
    return str(backup.sessions)


# --- restoring --------------------------------------------------------------------------------------------------------


def _restore(where: Where, which: str, *, yes: bool, as_json: bool) -> None:
    preview = where.library.preview(which)
    told = where.library.notices()
    _tell(told)
    if not as_json:
        say(rendered(Document((), tuple(_previewed(preview))), width()))
    if not (yes or _agreed(preview, as_json=as_json)):
        say("Nothing was changed.")
        return
    before = set(where.library.backups())
    try:
        done = where.library.restore(preview.name)  # the one that was shown, though newer ones may have come since
    finally:
        _tell(where.library.notices()[len(told) :])
    kept = [each for each in where.library.backups() if each.event == "beforerestore" and each not in before]
    if as_json:
        say_json({**_facts(done, restored=True), "kept_as": kept[0].name if kept else None})
    elif kept or not done.is_nothing:
        say("\n" + rendered(Document((), (Paragraph(_done(done, kept)),)), width()))


def _tell(noticed: Sequence[Notice]) -> None:
    for notice in noticed:
        remark(notice.text)


def _agreed(preview: Preview, *, as_json: bool) -> bool:
    """Ask at the terminal. Raises CannotBe where nobody can be asked."""
    if as_json:
        say_json({**_facts(preview, restored=False), "kept_as": None})
        raise CannotBe(JSON_ASKS_NOTHING)
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        raise CannotBe(NOBODY_TO_ASK)
    try:
        return _answer()
    except Abort:
        say("")  # what comes after Ctrl+C begins a line of its own
        raise


def _answer() -> bool:
    say("")
    while (answer := click.prompt(QUESTION, prompt_suffix=" ").strip().casefold()) not in ANSWERS:
        pass
    return ANSWERS[answer]


def _facts(preview: Preview, *, restored: bool) -> dict[str, object]:
    return {
        "name": preview.name,
        "comes": preview.comes,
        "goes": preview.goes,
        "changes": preview.changes,
        "names": preview.names,
        "deleted": preview.deleted,
        "draft": preview.draft,
        "restored": restored,
    }


def _previewed(preview: Preview) -> Iterator[Block]:
    if preview.draft is not None:
        yield Paragraph(f"{preview.name} becomes your draft of {months.title(preview.draft)} again.")
        return
    kinds = (("comes", preview.comes), ("goes", preview.goes), ("changes", preview.changes))
    yield Paragraph("From the session copies:" if preview.name == COPIES else f"From {preview.name}:")
    yield Facts((*((kind, _months(those)) for kind, those in kinds), *_besides(preview)))
    if preview.goes:
        yield Paragraph("What goes is kept with the deleted sessions, and past sessions in the app puts it back.")
    if preview.is_nothing:
        yield Paragraph("Everything stays as it is.")


def _besides(preview: Preview) -> Iterator[tuple[str, str]]:
    """Say what happens to names, and to deleted sessions, where anything does."""
    if preview.names:
        more = [texts.plural(len(preview.names) - FEW, "more name")] if len(preview.names) > FEW else []
        yield "names", texts.joined([*map(_renamed, preview.names[:FEW]), *more])
    if preview.deleted:
        yield "deleted sessions", _months(preview.deleted)


def _renamed(name: Renamed) -> str:
    if name.before == name.after:
        return f"{name.before} (its details)"
    return f"{name.before} becomes {name.after}"


def _months(those: Sequence[Month]) -> str:
    return texts.joined([months.title(month) for month in those]) or "no session"


def _done(done: Preview, kept: Sequence[Backup]) -> str:
    if done.draft is not None:
        return f"Your draft of {months.title(done.draft)} is back."
    return "Restored." + (f" What stood before is kept as {kept[0].name}." if kept else "")
