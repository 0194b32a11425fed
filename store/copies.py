"""The second copy of each finished session: one file each, that needs no other to be understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from review import month as months
from review.month import Month
from store import files, schema, tables
from store.folder import Folder
from store.tables import META, ONLY, Tables

NAMED = ("prospects", "segments", "goals")
"""The tables whose records a session names by id."""
ENDING = ".json"


def held(folder: Folder) -> list[Month]:
    """Give the months that have a copy, whole or not, oldest first."""
    stems = (name.removesuffix(ENDING) for name in files.names(folder.copies) if name.endswith(ENDING))
    return [month for month in map(months.parse, stems) if month is not None]


def keep(folder: Folder, history: Tables, month: Month) -> None:
    """Write the copy of a month as it stands in these tables."""
    files.make_folder(folder.copies)
    content = tables.write(_of(history, month), schema.HISTORY_TABLES, schema.CURRENT)
    files.write(folder.copy(month), content)


def keep_missing(folder: Folder, history: Tables, *, even_ahead: bool) -> None:
    """Write the copies that are not there, or not whole, or hold another session than these tables.

    One that is ahead of them is the only place that has its amendment: it is overwritten only where that is wanted.
    """
    for session in history.get("sessions", {}).values():
        month = Month(str(session["month"]))
        if not is_kept(folder, history, month) and (even_ahead or not is_ahead(folder, history, month)):
            keep(folder, history, month)


def is_kept(folder: Folder, history: Tables, month: Month) -> bool:
    """Tell whether a month's copy is whole and holds its session as it stands in these tables.

    Labels may have changed since: a copy has those of the time it was written.
    """
    number = str(months.number(month))
    copy = schema.whole(folder.copy(month))
    return copy is not None and copy["sessions"].get(number) == history["sessions"][number]


def is_ahead(folder: Folder, history: Tables, month: Month) -> bool:
    """Tell whether a month's copy holds a version that these tables lack, as after a crash between the two saves."""
    copy = schema.whole(folder.copy(month))
    number = str(months.number(month))
    return copy is not None and versions(copy["sessions"].get(number, {})) > versions(history["sessions"][number])


def versions(session: Mapping[str, object]) -> int:
    """Count a session's versions."""
    those = session.get("versions")
    return len(those) if isinstance(those, list) else 0


def put_away(folder: Folder, month: Month, at: str) -> None:
    """Move a month's copy to the backups, so that no recovery brings the session back."""
    files.move(folder.copy(month), files.free(folder.backups, f"deleted-{month}-{at}", ENDING))


def put_away_months(folder: Folder) -> set[Month]:
    """Give the months of which a deleted session's copy lies in the backups."""
    names = (name for name in files.names(folder.backups) if name.startswith("deleted-"))
    found = (months.parse(name.removeprefix("deleted-")[:7]) for name in names)
    return {month for month in found if month is not None}


def forget_put_away(folder: Folder, month: Month) -> None:
    """Remove the deleted copies of a month that is back."""
    for name in files.names(folder.backups):
        if name.startswith(f"deleted-{month}-"):
            files.remove(folder.backups / name)


def _of(history: Tables, month: Month) -> Tables:
    """Give the tables that a month's copy holds: its session, and the prospects, segments and goals it names."""
    number = str(months.number(month))
    session = history["sessions"][number]
    ids = set(_texts(session))
    return {
        META: {ONLY: {"revision": history.get(META, {}).get(ONLY, {}).get("revision", 0)}},
        **{table: _named(history.get(table, {}), ids) for table in NAMED},
        "sessions": {number: session},
    }


def _named(records: Mapping[str, tables.Document], ids: set[str]) -> dict[str, tables.Document]:
    """Give the records of these ids, and those they were merged into."""
    chosen: dict[str, tables.Document] = {}
    wanted = ids
    while wanted:
        new = {
            number: each for number, each in records.items() if number not in chosen and str(each.get("id")) in wanted
        }
        chosen |= new
        wanted = {str(each["merged_into"]) for each in new.values() if each.get("merged_into") is not None}
    return dict(sorted(chosen.items(), key=lambda each: int(each[0])))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _all_texts(value.values())
    elif isinstance(value, (list, tuple)):
        yield from _all_texts(value)


def _all_texts(values: Iterable[object]) -> Iterator[str]:
    for each in values:
        yield from _texts(each)
