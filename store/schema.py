"""The number of the files' form, and the way from older forms to the present one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from store.problems import Damaged, NewerFolder
from store.tables import META, ONLY, Tables, read

CURRENT = 1
"""The form that this program writes."""

HISTORY_TABLES = ("prospects", "segments", "goals", "sessions", "deleted")
"""The tables of history.json and of the copies, beside `meta`."""
DRAFT_TABLES = ("draft",)

MIGRATIONS: Mapping[int, Callable[[Tables], Tables]] = {}
"""How to go from the form of each number to the next. Empty, because there has been one form so far."""


def number(tables: Tables) -> int:
    """Give the number of a file's form. Raises Damaged where it has none."""
    stated = tables.get(META, {}).get(ONLY, {}).get("schema")
    if not isinstance(stated, int):
        raise Damaged("The tables say nothing about their form.")
    return stated


def whole(content: bytes | None) -> Tables | None:
    """Give the tables in signed bytes in the present form; None where they are not signed, or of no known form.

    Raises:
        NewerFolder: they were written by a newer program.
    """
    try:
        return None if content is None else migrated(read(content))
    except Damaged:
        return None


def migrated(tables: Tables) -> Tables:
    """Give tables in the present form.

    Raises:
        NewerFolder: they were written by a newer program.
        Damaged: they have no known form.
    """
    stated = number(tables)
    refuse_newer(stated)
    for step in range(stated, CURRENT):
        if step not in MIGRATIONS:
            raise Damaged("The tables have a form that never was.")
        tables = MIGRATIONS[step](tables)
    return tables


def taken_as_present(unsigned: Tables) -> Tables:
    """Give tables that are not signed in the present form, as far as they can be believed.

    What they say about their form is believed only where it can be right: the checksum stands at the same place in
    every form, so that bytes without it are no newer program's, but damaged or changed.
    """
    stated = unsigned.get(META, {}).get(ONLY, {}).get("schema")
    return migrated(unsigned) if isinstance(stated, int) and stated in MIGRATIONS else unsigned


def refuse_newer(stated: int) -> None:
    """Raise NewerFolder where a form's number is above the present one."""
    if stated > CURRENT:
        raise NewerFolder(
            "These files were written by a newer obsess-review, and were left as they are. Install the newer one."
        )
