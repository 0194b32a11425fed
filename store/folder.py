"""Which file of the data folder is what, and where the folder is. Nothing here touches the disk."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from review.month import Month
from store.problems import FolderProblem

NAME = "obsess-review"
VARIABLE = "OBSESS_REVIEW_DATA"


class Folder(Struct, frozen=True):
    """The paths in one data folder."""

    path: Path

    @property
    def history(self) -> Path:
        """The finished sessions and the identities they name."""
        return self.path / "history.json"

    @property
    def draft(self) -> Path:
        """The session in progress."""
        return self.path / "draft.json"

    @property
    def copies(self) -> Path:
        """The folder of second copies, one file a finished session."""
        return self.path / "sessions"

    @property
    def backups(self) -> Path:
        """The folder of backups, drafts set aside, and copies of deleted sessions."""
        return self.path / "backups"

    @property
    def lock(self) -> Path:
        """The lock of each read-modify-write."""
        return self.path / "lock"

    @property
    def draft_lock(self) -> Path:
        """The lock held while a ritual is open."""
        return self.path / "draft.lock"

    def copy(self, month: Month) -> Path:
        """The second copy of a finished session."""
        return self.copies / f"{month}.json"


def data_folder(given: Path | None, environment: Mapping[str, str]) -> Path:
    """Find the data folder: the one given, else that of OBSESS_REVIEW_DATA, else the user's folder for programs' data.

    Raises:
        FolderProblem: no folder was named, and without HOME there is no place for one.
    """
    named = given or environment.get(VARIABLE)
    if named:
        return _expanded(Path(named))
    if not environment.get("HOME") and not environment.get("XDG_DATA_HOME"):
        raise FolderProblem(
            f"HOME is not set, so there is no place for your data. Set HOME, {VARIABLE}, or use --data."
        )
    found = own_folder("XDG_DATA_HOME", ".local/share", environment)
    if found is None:
        from platformdirs import user_data_path

        found = user_data_path(NAME, appauthor=False)
    return found


def own_folder(variable: str, usual: str, environment: Mapping[str, str]) -> Path | None:
    """Give the program's own folder of one sort; None where platformdirs must say which it is.

    It is what platformdirs says on Linux, without what loading that costs every command: *variable* names the folder
    of all programs, and *usual* is that folder inside HOME. Paths that are not absolute count as not given there.
    """
    home, named = environment.get("HOME", ""), environment.get(variable, "")
    if sys.platform != "linux" or environment.get("ANDROID_DATA") or hasattr(sys, "getandroidapilevel"):
        return None
    if named.startswith("/"):
        return Path(named) / NAME
    return Path(home, usual, NAME) if home.startswith("/") else None


def _expanded(folder: Path) -> Path:
    try:
        return folder.expanduser().absolute()
    except RuntimeError as error:
        raise FolderProblem(
            f"{folder} names a home folder that is not there. Give the whole path with --data."
        ) from error
