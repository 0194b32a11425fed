"""The second copy of each finished session: one file each, that needs no other to be understood."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from review import month as months
from review.month import Month
from store import files, schema, tables
from store.folder import Folder
from store.tables import META, ONLY, Tables

NAMED = ("prospects", "segments", "goals")
"""The tables whose records a session names by id."""
ENDING = ".json"
_TEXTS = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"')
"""Every text in JSON, in its quotes; the ids that a session names are among them, whatever its fields are called."""


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


def with_names_of(others: Tables, those: Tables) -> Tables:
    """Give tables with the identities that only others have: a session kept among the deleted ones still names them."""
    return {**those, **{table: _joined(those.get(table, {}), others.get(table, {})) for table in NAMED}}


def _joined(those: Mapping[str, tables.Document], others: Mapping[str, tables.Document]) -> dict[str, tables.Document]:
    joined = dict(those)
    known = {each.get("id") for each in those.values()}
    for number, identity in others.items():
        if identity.get("id") not in known:
            joined[number if number not in joined else str(max(map(int, joined)) + 1)] = identity
    return joined


def _of(history: Tables, month: Month) -> Tables:
    """Give the tables that a month's copy holds: its session, and the prospects, segments and goals it names."""
    number = str(months.number(month))
    session = history["sessions"][number]
    texts = set(_TEXTS.findall(tables.document_bytes(session)))
    return {
        META: {ONLY: {"revision": history.get(META, {}).get(ONLY, {}).get("revision", 0)}},
        **{table: _named(history.get(table, {}), texts) for table in NAMED},
        "sessions": {number: session},
    }


def _named(records: Mapping[str, tables.Document], texts: set[bytes]) -> dict[str, tables.Document]:
    """Give the records whose ids are among these texts, and those they were merged into."""
    chosen: dict[str, tables.Document] = {}
    wanted = {number for number, each in records.items() if msgspec.json.encode(each.get("id")) in texts}
    while wanted:
        chosen |= {number: records[number] for number in wanted}
        winners = {each["merged_into"] for each in chosen.values() if each.get("merged_into") is not None}
        wanted = {number for number, each in records.items() if each.get("id") in winners} - chosen.keys()
    return dict(sorted(chosen.items(), key=lambda each: int(each[0])))
