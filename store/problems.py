"""The named errors of the data folder. Each message is whole: what is wrong, how to mend it, and no private text."""

from __future__ import annotations


class StoreProblem(Exception):  # noqa: N818 - what people meet is a problem, in words they can act on
    """Something about the data folder that the person has to know; its text is the message to show."""


class FolderProblem(StoreProblem):
    """There is no place for the data, or the place is not a folder."""


class Unreadable(StoreProblem):
    """A file is there and can't be read, or holds something other than what was asked for."""


class NotSaved(StoreProblem):
    """Nothing was changed on disk; what was saved before is unharmed and the next save may work."""


class NotConfirmed(NotSaved):
    """The change is written, but the disk did not confirm that it outlives a power cut; saving again is safe."""


class Gone(StoreProblem):
    """The folder held a history while it was open and holds none any more, nor copies to rebuild it from."""


class Busy(StoreProblem):
    """Another window was saving for longer than we wait."""


class DraftHeld(StoreProblem):
    """Another window has the session in progress open; `pid` is its process, None when it did not say."""

    def __init__(self, pid: int | None) -> None:
        self.pid = pid
        who = f"process {pid}" if pid is not None else "another process"
        super().__init__(
            f"Another window has this session open ({who}). Go on there, or close it and try again; "
            "everything else can be read here."
        )


class NewerFolder(StoreProblem):
    """A file was written by a newer version of this program, and is left exactly as it is."""


class NothingThere(StoreProblem):
    """What was asked for does not exist: a month, a backup, a change to accept."""


class AlreadyThere(StoreProblem):
    """The place is taken: a folder that is not empty, a month that is finished again, a draft in progress."""


class Damaged(StoreProblem):
    """A file's bytes are not those this program wrote. The library meets it by recovering from the copies."""
