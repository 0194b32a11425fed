"""The second copy of each finished session: one file each, that needs no other to be understood."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from review import month as months
from review import text as texts
from review.month import Month
from store import files, schema, tables
from store.folder import Folder
from store.notices import Notice, NoticeKind
from store.problems import NewerFolder, Unreadable
from store.tables import META, ONLY, Tables

if TYPE_CHECKING:  # what only prints looks into a copy where something is wrong with it
    from store.condition import Found

NAMED = ("prospects", "segments", "goals")
"""The tables whose records a session names by id."""
ENDING = ".json"
_TEXTS = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"')
"""Every text in JSON, in its quotes; the ids that a session names are among them, whatever its fields are called."""


def held(folder: Folder) -> list[Month]:
    """Give the months that have a copy, whole or not, oldest first."""
    stems = (name.removesuffix(ENDING) for name in files.names(folder.copies) if name.endswith(ENDING))
    return [month for month in map(months.parse, stems) if month is not None]


def found(folder: Folder, month: Month) -> Found:
    """Look at a month's copy; one that holds another month's session is misnamed."""
    from store import condition

    there = condition.found(folder.copy(month))
    if there.tables is None or str(months.number(month)) in there.tables.get("sessions", {}):
        return there
    held_in_it = [Month(str(each["month"])) for each in there.tables.get("sessions", {}).values()]
    what = f"{texts.joined(list(map(months.title, held_in_it))) or 'no session'}, not {months.title(month)}"
    why = f"{condition.placed(folder.copy(month))} holds {what}. Rename or remove it."
    return condition.Found(condition.Condition.MISNAMED, there.tables, why)


def keep(folder: Folder, history: Tables, month: Month) -> None:
    """Write the copy of a month as it stands in these tables."""
    files.make_folder(folder.copies)
    content = tables.write(_of(history, month), schema.HISTORY_TABLES, schema.CURRENT)
    files.write(folder.copy(month), content)


def keep_missing(folder: Folder, history: Tables, at: str, *, instead_of: Tables | None) -> list[Notice]:
    """Write the copies that are not there, or not whole, or hold another session than these tables.

    One that is ahead of them is the only place that has its amendment: it is overwritten only where these tables come
    *instead_of* others. What a copy held that stands in neither is set aside beside it at that time, with a notice.
    """
    files.refuse_a_file(folder.copies)
    noticed = []
    for session in history.get("sessions", {}).values():
        month = Month(str(session["month"]))
        noticed += _mended(folder, history, month, at, instead_of)
    return noticed


def _mended(folder: Folder, history: Tables, month: Month, at: str, instead_of: Tables | None) -> list[Notice]:
    from store import condition

    there = condition.found(folder.copy(month))
    if there.condition in condition.PASSED_OVER:
        return [Notice(NoticeKind.NOT_MENDED, there.why)]
    if is_kept(there.tables, history, month) or (instead_of is None and is_ahead(there.tables, history, month)):
        return []
    is_known = there.tables is not None and _hold_all([history, instead_of or {}], there.tables)
    noticed = [] if is_known else _put_aside(folder, month, at)
    keep(folder, history, month)
    return noticed


def made_room(folder: Folder, month: Month, at: str) -> list[Notice]:
    """Set a month's copy aside where it is there and not as it was saved.

    Raises:
        NewerFolder, Unreadable: it is not ours to write anew.
    """
    from store.condition import PASSED_OVER, Condition

    there = found(folder, month)
    if there.condition in PASSED_OVER:
        raise (NewerFolder if there.condition is Condition.NEWER else Unreadable)(there.why)
    return _put_aside(folder, month, at) if there.condition is Condition.DAMAGED else []


def _put_aside(folder: Folder, month: Month, at: str) -> list[Notice]:
    content = files.read(folder.copy(month))
    if content is None:
        return []
    name, kept_as = folder.copy(month).name, files.set_aside(folder.copy(month), content, at)
    place = folder.copies.name
    text = f"{place}/{name} was not as it should be and is written anew; what it held is kept as {place}/{kept_as}."
    return [Notice(NoticeKind.SET_ASIDE, text)]


def _hold_all(those: list[Tables], copy: Tables) -> bool:
    """Tell whether one of these tables has every version that a copy has of its session."""
    return all(
        any(_begins_with(session, each.get("sessions", {}).get(number, {})) for each in those)
        for number, session in copy["sessions"].items()
    )


def _begins_with(older: Mapping[str, object], session: Mapping[str, object]) -> bool:
    return _versions(session)[: versions(older)] == _versions(older)


def is_kept(copy: Tables | None, history: Tables, month: Month) -> bool:
    """Tell whether a month's copy is whole and holds its session as it stands in these tables.

    Labels may have changed since: a copy has those of the time it was written.
    """
    number = str(months.number(month))
    return copy is not None and copy["sessions"].get(number) == history["sessions"][number]


def is_ahead(copy: Tables | None, history: Tables, month: Month) -> bool:
    """Tell whether a month's copy holds a version that these tables lack, as after a crash between the two saves."""
    number = str(months.number(month))
    return copy is not None and versions(copy["sessions"].get(number, {})) > versions(history["sessions"][number])


def versions(session: Mapping[str, object]) -> int:
    """Count a session's versions."""
    return len(_versions(session))


def _versions(session: Mapping[str, object]) -> list[object]:
    those = session.get("versions")
    return those if isinstance(those, list) else []


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
