"""Time saving inside one process, each save right after its floor. Run by the installed Python.

``python saving.py answer|finish FOLDER PAIRS`` prints JSON: the seconds of ours, and of writing the same
bytes to a new file, forcing them to disk and putting it in the place of the old one, which is the least that keeps a
file whole.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from msgspec import structs

from review.records import Draft
from review.ritual.finish import version
from store.library import Library

Timed = tuple[float, float]
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def now() -> datetime:
    """Give a moment, always the same."""
    return NOW


def floor(path: Path) -> float:
    """Time the least that puts a file's bytes safely beside it under another name."""
    content, target = path.read_bytes(), path.with_name("floor.json")
    started = time.perf_counter()
    temporary = path.with_name("floor.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.write(descriptor, content)
    os.fsync(descriptor)
    os.close(descriptor)
    os.replace(temporary, target)  # noqa: PTH105 - the call itself is what is timed
    taken = time.perf_counter() - started
    target.unlink()
    return taken


def answers(folder: Path, draft: Draft, pairs: int) -> list[Timed]:
    """Time saving one more rating each, as the ritual does: the draft is held, and every save changes one row."""
    library = Library(folder, now)
    timed = []
    with library.hold_draft():
        library.save_draft(draft)
        for at in range(pairs):
            rows = draft.answers.obsessions
            changed = structs.replace(rows[at % len(rows)], yours=1 + at % 5, theirs=1 + (at + 2) % 5)
            rows = tuple(changed if row.prospect == changed.prospect else row for row in rows)
            draft = structs.replace(draft, answers=structs.replace(draft.answers, obsessions=rows))
            timed.append((_timed(partial(library.save_draft, draft)), floor(library.folder.draft)))
    return timed


def finishing(folder: Path, draft: Draft, pairs: int) -> list[Timed]:
    """Time finishing the same month again and again, each time from the folder as it was before."""
    there = Library(folder, now).folder
    before = {each: each.read_bytes() for each in (there.history, *there.backups.glob("*")) if each.exists()}
    timed = []
    for _ in range(pairs):
        library = Library(folder, now)
        with library.hold_draft():  # as the ritual does, which has saved the draft many times by then
            library.save_draft(draft)
            taken = _timed(partial(library.finish, draft, version(draft, now())))
        timed.append((taken, floor(library.folder.history)))
        library.folder.copy(draft.month).unlink()
        _as_before(library, before)
    return timed


def _as_before(library: Library, before: dict[Path, bytes]) -> None:
    for each in (library.folder.history, *library.folder.backups.iterdir()):
        each.unlink()
    if not before:
        library.folder.backups.rmdir()
    for path, content in before.items():
        path.write_bytes(content)
        path.chmod(0o600)


def _timed(do: Callable[[], object]) -> float:
    started = time.perf_counter()
    do()
    return time.perf_counter() - started


def main(what: str, folder: Path, pairs: int) -> None:
    """Time one pair more than asked for, to warm up, and print all but that."""
    draft = Library(folder, now).draft()
    if draft is None:
        sys.exit(f"{folder} has no draft")
    timed = (answers if what == "answer" else finishing)(folder, draft, pairs + 1)
    print(json.dumps(timed[1:]))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
