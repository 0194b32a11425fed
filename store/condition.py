"""In what condition a session copy or a backup is, told without stopping at one that can't be used."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from store import files, schema, tables
from store.problems import Damaged, NewerFolder, Unreadable
from store.tables import Tables


class Condition(StrEnum):
    """How a file stands; only a whole one is used."""

    WHOLE = "whole"
    MISSING = "missing"
    DAMAGED = "damaged"
    NEWER = "newer"
    UNREADABLE = "unreadable"


PASSED_OVER = frozenset({Condition.NEWER, Condition.UNREADABLE})
"""What is not ours to write anew."""


class Found(Struct, frozen=True):
    """A file's condition; `tables` where it is whole, `why` as a sentence where it is passed over."""

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


def newer(path: Path) -> str:
    """Say that a newer program wrote one file of a folder."""
    return (
        f"{path.parent.name}/{path.name} was written by a newer obsess-review, and was left as it is. "
        "Install the newer one to use it."
    )
