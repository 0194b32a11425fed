"""Backups of history.json: one after each event that changed it, thinned to one a day and one a month."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from store import condition, files, sessions
from store.condition import Condition, Found
from store.folder import Folder
from store.problems import NewerFolder, NothingThere
from store.tables import META, ONLY, Tables

DAYS = 7
"""Days of which one backup each is kept, counted in days that have one: a week's rest costs none."""

KEPT_WHOLE = frozenset({"byhand", "beforemigration", "beforerestore", "beforeaccept"})
"""Events whose backups are all kept as long as their day is: somebody asked for them, or may want to go back."""

THINS_NOTHING = frozenset({"recovery", "beforemigration", "beforerestore", "beforeaccept"})
"""Events after which no backup is let go of: something is put right just now, and may need any of them."""

_NAME = re.compile(r"history-(?P<at>\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d)(?:-(?P<again>\d+))?-(?P<event>[a-z]+)\.json")


class Made(NamedTuple):
    """What a backup's name says; sorts by time."""

    at: str
    again: int
    event: str
    name: str

    @property
    def day(self) -> str:
        """The day it was made, ``2026-11-22``."""
        return self.at[:10]

    @property
    def month(self) -> str:
        """The month it was made in, ``2026-11``."""
        return self.at[:7]


class Backup(Struct, frozen=True):
    """One backup, for people to choose from.

    `sessions` counts the finished ones in it; None where it can't be used, and `is_newer` where that is because a newer
    program wrote it.
    """

    name: str
    at: str
    event: str
    sessions: int | None
    is_newer: bool = False


def stamp(now: datetime) -> str:
    """Write a moment as file names hold it: ``2026-11-22T20-15-03``."""
    return now.strftime("%Y-%m-%dT%H-%M-%S")


def made(folder: Folder) -> list[Made]:
    """Give the backups there are, oldest first."""
    return sorted(each for each in map(_made, files.names(folder.backups)) if each is not None)


def listed(folder: Folder) -> tuple[Backup, ...]:
    """Give the backups with what they hold, newest first."""
    return tuple(_listed(each, condition.found(folder.backups / each.name)) for each in reversed(made(folder)))


def make(folder: Folder, event: str, at: str, content: bytes) -> Path:
    """Keep the bytes of history.json, and let go of the backups that are one too many once the event is over."""
    files.make_folder(folder.backups)
    name = _free_name(folder, event, at)
    # After an event the history and its copies are on disk already; nobody need wait for the backup's name.
    files.write(folder.backups / name, content, at_once=event in KEPT_WHOLE)
    if event not in THINS_NOTHING:
        for each in too_many(made(folder), name):
            files.remove(folder.backups / each)
    return folder.backups / name


def too_many(those: Iterable[Made], newest: str) -> list[str]:
    """Give the names of the backups to let go of; never the one just made, whatever the clock says."""
    newest_first = sorted(those, reverse=True)
    days = sorted({each.day for each in newest_first}, reverse=True)[:DAYS]
    kept = {newest} | {each.name for each in newest_first if each.event in KEPT_WHOLE and each.day in days}
    kept |= {_first(each.name for each in newest_first if each.day == day) for day in days}
    kept |= {_first(each.name for each in newest_first if each.month == month) for month in _months(newest_first)}
    return [each.name for each in newest_first if each.name not in kept]


def chosen(folder: Folder, which: str) -> Path:
    """Find a backup by its name, the beginning of its name or of its time, or ``newest``. Raises NothingThere."""
    those = made(folder)
    if which == "newest" and those:
        return folder.backups / those[-1].name
    matching = [each for each in those if which and (each.name.startswith(which) or each.at.startswith(which))]
    if not matching:
        raise NothingThere("There is no such backup. The command restore without a name lists them.")
    return folder.backups / matching[-1].name


def newest_good(folder: Folder) -> tuple[str, Tables] | None:
    """Give the whole backup that was saved last, with its name; None when there is none."""
    those = ((each.name, condition.usable(folder.backups / each.name)) for each in made(folder))
    good = [(name, content) for name, content in those if content is not None]
    return max(good, key=lambda each: sessions.revision(each[1][META][ONLY]), default=None)


def refuse_newer(folder: Folder) -> None:
    """Raise NewerFolder where a newer program wrote one of the backups."""
    for each in made(folder):
        there = condition.found(folder.backups / each.name)
        if there.condition is Condition.NEWER:
            raise NewerFolder(there.why)


def of_revision(folder: Folder, number: int) -> Tables | None:
    """Give the newest whole backup of a revision; None where none is kept."""
    for each in reversed(made(folder)):
        content = condition.usable(folder.backups / each.name)
        if content is not None and sessions.revision(content[META][ONLY]) == number:
            return content
    return None


def _made(name: str) -> Made | None:
    found = _NAME.fullmatch(name)
    return Made(found["at"], int(found["again"] or 1), found["event"], name) if found else None


def _free_name(folder: Folder, event: str, at: str) -> str:
    again = max((each.again for each in made(folder) if each.at == at), default=0) + 1
    return f"history-{at}-{event}.json" if again == 1 else f"history-{at}-{again}-{event}.json"


def _listed(made: Made, there: Found) -> Backup:
    sessions = None if there.tables is None else len(there.tables.get("sessions", {}))
    return Backup(made.name, made.at, made.event, sessions, is_newer=there.condition is Condition.NEWER)


def _first(names: Iterable[str]) -> str:
    return next(iter(names))


def _months(those: list[Made]) -> set[str]:
    return {each.month for each in those}
