"""What another program changed in history.json, and what would stand once that is taken over."""

from __future__ import annotations

from msgspec import Struct

from store import copies, difference, files, inspection, recovery, schema, tables
from store.difference import Change
from store.folder import Folder
from store.tables import Tables


class Edit(Struct, frozen=True):
    """A changed file by its name, the tables that stand once it is taken over, and how they differ from today's."""

    name: str
    wanted: Tables
    changes: tuple[Change, ...]


def standing(folder: Folder, content: bytes | None) -> Tables:
    """Give the tables that count, whatever was changed: the signed ones, else those put together from the copies.

    *content* is history.json's, None where there is none. Raises NewerFolder, Unreadable.
    """
    if content is not None and tables.is_signed(content):
        return schema.migrated(tables.read(content))
    return recovery.recovered(folder, content).tables


def newest(folder: Folder, content: bytes | None, before: Tables) -> Edit | None:
    """Give the newest change by another program that is still a history; *before* are the tables that stand.

    That is history.json itself while it is not signed, else a file that was set aside and still differs.
    """
    if content is not None and not tables.is_signed(content):
        edited = recovery.edited(content)
        return None if edited is None else Edit(folder.history.name, edited, difference.between(before, edited))
    set_aside = [name for name in inspection.set_aside(folder) if name.startswith(folder.history.name)]
    found = (_set_aside(folder, name, before) for name in reversed(set_aside))
    return next((edit for edit in found if edit is not None and edit.changes), None)


def _set_aside(folder: Folder, name: str, before: Tables) -> Edit | None:
    edited = recovery.edited(files.read(folder.path / name) or b"")
    if edited is None:
        return None
    wanted = _over(before, edited)
    return Edit(name, wanted, difference.between(before, wanted))


def _over(before: Tables, edited: Tables) -> Tables:
    """Lay a file that was set aside over what stands, which may have grown since."""
    together = {table: {**before.get(table, {}), **edited.get(table, {})} for table in {**before, **edited}}
    for number, session in before.get("sessions", {}).items():
        if copies.versions(session) > copies.versions(together["sessions"][number]):
            together["sessions"][number] = session
    return together
