"""In what condition a session copy or a backup is, told without stopping at one that can't be used."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from store import files, schema, tables
from store.problems import Damaged, NewerFolder, Unreadable
from store.tables import Tables


class Condition(StrEnum):
    """How a file stands. Only a whole one is used, and what a misnamed one holds where it is nowhere else."""

    WHOLE = "whole"
    MISSING = "missing"
    DAMAGED = "damaged"
    NEWER = "newer"
    UNREADABLE = "unreadable"
    MISNAMED = "misnamed"


PASSED_OVER = frozenset({Condition.NEWER, Condition.UNREADABLE})
"""What is not ours to write anew."""


class Found(Struct, frozen=True):
    """A file's condition; `tables` where it can be read, `why` as a sentence where it is passed over or misnamed."""

    condition: Condition
    tables: Tables | None = None
    why: str = ""


def found(path: Path) -> Found:
    """Look at one file."""
    try:
        content = files.read(path)
        if content is None:
            return Found(Condition.MISSING)
        return Found(Condition.WHOLE, schema.migrated(tables.read(content)))
    except Damaged:
        return Found(Condition.DAMAGED)
    except NewerFolder:
        return Found(Condition.NEWER, why=newer(path))
    except Unreadable as problem:
        return Found(Condition.UNREADABLE, why=str(problem))


def usable(path: Path) -> Tables | None:
    """Give a file's tables; None where it is missing, not whole, or passed over."""
    return found(path).tables


def placed(path: Path) -> str:
    """Name a file with its folder, ``sessions/2026-11.json``."""
    return f"{path.parent.name}/{path.name}"


def newer(path: Path) -> str:
    """Say that a newer program wrote one file of a folder."""
    return (
        f"{placed(path)} was written by a newer obsess-review, and was left as it is. Install the newer one to use it."
    )
