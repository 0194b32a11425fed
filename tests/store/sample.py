"""Small drafts and folders for the store's tests, and how often a test repeats what chance decides."""

import os
import random
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from review.month import Month
from review.records import Answers, Draft, Obsession, Place, Prospect, Segment, Session, Version
from store.library import Library

NOW = datetime(2026, 11, 22, 20, 15, 3, tzinfo=UTC)
STAMP = "2026-11-22T20-15-03"
OCTOBER, NOVEMBER, DECEMBER = Month("2026-10"), Month("2026-11"), Month("2026-12")

THOROUGH = os.environ.get("OBSESS_REVIEW_THOROUGH") == "1"
"""Whether to repeat as often as the promise says, rather than as often as a test run can wait for."""


def times(bounded: int, thorough: int) -> int:
    """Choose how often to try."""
    return thorough if THOROUGH else bounded


def chance(least: float, most: float) -> float:
    """A number between two, which nobody knows before."""
    return random.uniform(least, most)  # noqa: S311 - a moment or a size, not a secret


def library(folder: Path, now: datetime = NOW) -> Library:
    return Library(folder, lambda: now)


def ticking(folder: Path) -> Library:
    """A library whose clock is a minute later each time it is read."""
    minutes = iter(range(10_000))
    return Library(folder, lambda: datetime.fromtimestamp(NOW.timestamp() + 60 * next(minutes), UTC))


def draft(month: Month = NOVEMBER, line: str | None = None, *names: str, amends: bool = False) -> Draft:
    """A draft with one obsession for each name (Acme when none is given)."""
    prospects = tuple(Prospect(f"id of {name}", name) for name in names or ("Acme",))
    rows = tuple(Obsession(each.id, segment="s1", hours=2.5) for each in prospects)
    return Draft(
        month=month,
        place=Place("urgency"),
        prospects=prospects,
        segments=(Segment("s1", "médical devices 株式会社"),),
        answers=Answers(obsessions=rows, line=line),
        amends=amends,
    )


def version(of: Draft, why: str | None = None) -> Version:
    return Version(at=NOW, reviewed_on=date(2026, 11, 22), answers=of.answers, why=why)


def finished(into: Library, *months: Month) -> list[Session]:
    """Finish a session for each month."""
    those = [draft(month, f"the line of {month}") for month in months]
    return [into.finish(each, version(each)) for each in those]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file under a folder but the locks, by its path in it."""
    those = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.endswith("lock"))
    return {str(path.relative_to(folder)): path.read_bytes() for path in those}


def copied(folder: Path, to: Path) -> Path:
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(folder, to)
    return to


def in_a_child(work: Callable[[], object]) -> int:
    """Run something in a process of its own, and give its exit status (negative: the signal that ended it)."""
    return ended(started(work))


def started(work: Callable[[], object]) -> int:
    """Start something in a process of its own, and give its number."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = 0
        finally:
            os._exit(status)
    return child


def ended(child: int) -> int:
    """Wait for a process, and give its exit status."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
