"""What stands in the data folder that should not (wide permissions, conflict copies), and what went from under it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from store import files
from store.folder import Folder
from store.notices import Notice, NoticeKind
from store.problems import Gone, Unreadable

_STEMS = r"(?:history|draft|\d{4}-\d\d)"
_CONFLICT = re.compile(rf"{_STEMS}[ ._~(-].*\.json|{_STEMS}\.json[ ._~(-].*", re.IGNORECASE)
_OURS = re.compile(
    r"lock|draft\.lock|sessions|backups|\..+\.tmp|crash-[\dT-]+\.txt|(?:history|draft)\.json(?:\.damaged-[\dT-]+)?"
)
SET_ASIDE = ".damaged-"
"""What stands between a file's name and the time it was set aside."""
_SET_ASIDE = re.compile(rf"{_STEMS}\.json\.damaged-[\dT-]+")


class Presence:
    """Whether a folder that held a history while it was open still does."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._was_there = False

    def saw(self) -> None:
        """Remember that there is a history."""
        self._was_there = True

    def refuse_gone(self) -> None:
        """Raise Gone where the history that was there went with all its copies, as a drive or a sync tool takes them.

        Made anew, the folder would look like a first run, and what only the old one knows would be lost.
        """
        if self._was_there and not files.is_there(self._folder.history) and not self._has_copies():
            raise Gone(
                f"{self._folder.path} no longer holds your reviews: it was moved or removed while it was open. "
                "Put it back, and try again."
            )

    def _has_copies(self) -> bool:
        from store import recovery

        return recovery.has_copies(self._folder)


def tightened(path: Path) -> Notice | None:
    """Make a file or folder private where it isn't; None where there was nothing to do."""
    if not files.is_wide(path):
        return None
    what = f"{path.name} could be read by others on this machine"
    if files.tighten(path):
        return Notice(NoticeKind.TIGHTENED, f"{what}; now only you can.")
    return Notice(NoticeKind.TIGHTENED, f"{what}, and its permissions are not yours to change. Make it private.")


def tightened_all(folder: Folder) -> list[Notice]:
    """Make everything of ours in the folder private. A folder that holds other things too is left as it is."""
    wide = filter(files.is_wide, _all_ours(folder))
    those = [path for path in wide if path != folder.path or _is_ours_alone(folder)]
    return [notice for notice in map(tightened, those) if notice is not None]


def conflicts(folder: Folder) -> list[Notice]:
    """Name the copies that a sync tool made when two machines had written the same file."""
    places = [(folder.path, ""), (folder.copies, "sessions/")]
    found = (f"{before}{name}" for place, before in places for name in files.names(place) if _is_conflict(name))
    return [
        Notice(
            NoticeKind.CONFLICT,
            f"{name} looks like a copy that a sync tool made when two machines saved at once. "
            "It is not read; keep it until you know that nothing in it is missing here.",
        )
        for name in found
    ]


def set_aside(folder: Folder) -> list[str]:
    """Give the names of the files that were set aside, oldest first."""
    return [name for name in files.names(folder.path) if _SET_ASIDE.fullmatch(name)]


def copies_set_aside(folder: Folder) -> list[str]:
    """Give the names of the session copies that were set aside, ``sessions/`` before each, oldest month first."""
    return [f"{folder.copies.name}/{name}" for name in files.names(folder.copies) if _SET_ASIDE.fullmatch(name)]


def _is_conflict(name: str) -> bool:
    return _CONFLICT.fullmatch(name) is not None and _SET_ASIDE.fullmatch(name) is None


def _all_ours(folder: Folder) -> Iterator[Path]:
    yield folder.path
    for name in files.names(folder.path):
        if _OURS.fullmatch(name):
            yield folder.path / name
    for inner in (folder.copies, folder.backups):
        with suppress(Unreadable):  # which whoever needs that folder will say
            yield from (inner / name for name in files.names(inner))


def _is_ours_alone(folder: Folder) -> bool:
    owned = folder.path.stat().st_uid == os.geteuid()
    names = files.names(folder.path)
    return owned and bool(names) and all(_OURS.fullmatch(name) or _is_conflict(name) for name in names)
