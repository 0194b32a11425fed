"""A folder that goes when it is left, or, where its process was killed, when the next one is made."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from store import files, locks

PREFIX = "obsess-review-demo-"
MAKING = "obsess-review-making-"
"""What it is called until it is held, so that nobody takes it for one that was left."""

HELD = "held"
"""The file in it that the system keeps locked for as long as its process lives."""


@contextmanager
def throwaway_folder() -> Iterator[Path]:
    """Give an empty folder that goes when this is left; those whose processes are gone go first."""
    _sweep(Path(tempfile.gettempdir()))
    made = Path(tempfile.mkdtemp(prefix=MAKING))
    folder = made.with_name(made.name.replace(MAKING, PREFIX, 1))
    descriptor = os.open(made / HELD, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, files.FILE_MODE)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield made.rename(folder) / "data"
    finally:
        os.close(descriptor)
        for each in (made, folder):
            shutil.rmtree(each, ignore_errors=True)


def _sweep(place: Path) -> None:
    for folder in place.glob(f"{PREFIX}*"):
        if _is_left(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_left(folder: Path) -> bool:
    """Tell whether a folder is one of ours that no process holds any more; what can't be told is left alone."""
    try:
        if folder.is_symlink() or folder.stat().st_uid != os.getuid():
            return False
    except OSError:
        return False
    return locks.is_held(folder / HELD, os.O_NOFOLLOW) is False
