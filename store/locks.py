"""The two locks: one for each read-modify-write, one while a ritual is open.

Both are held by the operating system for a living process, so that a lock file left by a dead one never blocks. The
lock files are never replaced or removed.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

from store import files
from store.problems import Busy, DraftHeld, NotSaved

if TYPE_CHECKING:
    from filelock import BaseFileLock

PATIENCE = 5.0
"""Seconds to wait for another window's save: a thousand times what one takes."""
GLANCE = 0.3
"""Seconds to wait for the draft's lock: whoever only looks at it lets go of it at once."""
POLL = 0.005
"""Seconds between two attempts."""


class SavingLock:
    """The lock of each read-modify-write.

    Taken at every answer, and so by way of a descriptor: filelock's own object does the same at four times the cost.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock.

        Raises:
            Busy: another window is saving.
            NotSaved: the lock file can't be made.
        """
        from filelock import unlock_descriptor

        descriptor = self._taken()
        try:
            yield
        finally:
            with suppress(OSError):  # closing lets go of it too
                unlock_descriptor(descriptor)
            with suppress(OSError):
                os.close(descriptor)

    def _taken(self) -> int:
        """Give a descriptor of the lock file that has the lock."""
        last = monotonic() + PATIENCE
        while True:
            descriptor = self._opened()
            if self._has_lock(descriptor):
                return descriptor
            os.close(descriptor)
            if monotonic() >= last:
                raise Busy("Another window is saving. Wait a moment and try again.")
            sleep(POLL)

    def _opened(self) -> int:
        try:
            return files.opened_to_lock(self._path)
        except OSError as error:
            raise files.not_saved(self._path, error) from error

    def _has_lock(self, descriptor: int) -> bool:
        """Lock the file, if it is free and still the one that stands in the folder."""
        from filelock import lock_descriptor

        try:
            return lock_descriptor(descriptor, blocking=False) and files.is_same(self._path, descriptor)
        except OSError as error:
            os.close(descriptor)
            raise files.not_saved(self._path, error) from error


class DraftLock:
    """The lock on the session in progress; its file names the process that has it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock: BaseFileLock | None = None
        self.held = False
        """Whether it is held through this object."""

    def take(self) -> None:
        """Take the lock; nothing happens where this object has it. Raises DraftHeld, NotSaved."""
        if self.held:
            return
        lock = self._lock = self._lock or _made(self._path)
        if not _taken(lock, GLANCE):
            raise DraftHeld(self._named())
        try:
            files.mark(self._path, str(os.getpid()))
        except NotSaved:
            _let_go(lock)
            raise
        self.held = True

    def release(self) -> None:
        """Let go of the lock."""
        if self._lock is not None:
            _let_go(self._lock)
        self.held = False

    def holder(self) -> int | None:
        """Give the process that has the lock elsewhere; None when nobody has. Makes no file and keeps nobody out."""
        return None if self.held or not is_held(self._path) else self._named() or 0

    def _named(self) -> int | None:
        with suppress(ValueError):
            return int(files.read(self._path) or b"")
        return None


def is_held(path: Path, flags: int = 0) -> bool | None:
    """Tell whether a process has this file locked; None where it can't be told. Makes no file and keeps nobody out.

    *flags* are more of those it is opened with.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | flags)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return None
    finally:
        os.close(descriptor)
    return False


def _made(path: Path) -> BaseFileLock:
    from filelock import FileLock

    return FileLock(path, mode=files.FILE_MODE, thread_local=False)


def _taken(lock: BaseFileLock, patience: float) -> bool:
    from filelock import Timeout

    try:
        lock.acquire(timeout=patience, poll_interval=POLL)
    except Timeout:
        return False
    except OSError as error:
        raise files.not_saved(Path(lock.lock_file), error) from error
    return True


def _let_go(lock: BaseFileLock) -> None:
    """Release a lock. Where the system refuses, what was saved stays saved, and the next release tries again."""
    with suppress(OSError):
        lock.release(force=True)
