"""What another program changed in history.json, and what would stand once that is taken over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import cast

import msgspec
from msgspec import Struct

from review.records import LearningGoal, Prospect, Segment, Session
from store import backups, copies, difference, files, inspection, recovery, schema, sessions, tables
from store.difference import Change
from store.folder import Folder
from store.problems import Damaged
from store.tables import META, ONLY, Document, Tables

_KINDS: Mapping[str, type[Struct]] = {"prospects": Prospect, "segments": Segment, "goals": LearningGoal}
"""The records of each table; every other table holds sessions."""


class Edit(Struct, frozen=True):
    """A changed file by its name, the tables that stand once it is taken over, and how they differ from today's."""

    name: str
    wanted: Tables
    changes: tuple[Change, ...]


def standing(folder: Folder, content: bytes | None) -> Tables:
    """Give the tables that count, whatever was changed: the signed ones, else those put together from the copies.

    *content* is history.json's, None where there is none. Raises NewerFolder, Unreadable.
    """
    whole = schema.whole(content)
    return recovery.recovered(folder, content).tables if whole is None else whole


def newest(folder: Folder, content: bytes | None, before: Tables) -> Edit | None:
    """Give the newest change by another program that is still a history; *before* are the tables that stand.

    That is history.json itself while it is not signed, else a file that was set aside and still differs.
    """
    if content is not None and schema.whole(content) is None:
        edited = recovery.edited(content)
        return None if edited is None else Edit(folder.history.name, edited, difference.between(before, edited))
    set_aside = [name for name in inspection.set_aside(folder) if name.startswith(folder.history.name)]
    found = (_set_aside(folder, name, before) for name in reversed(set_aside))
    return next((edit for edit in found if edit is not None and edit.changes), None)


def obstacle(content: bytes) -> str | None:
    """Say which value of a changed file can't stand where it stands; None where that is not what is wrong with it.

    The value itself is left out, since it may be private.
    """
    try:
        changed = schema.taken_as_present(tables.read_unsigned(content))
    except Damaged:
        return None
    unread = sessions.one_by_one(changed)[1]
    if not unread:
        return None
    table, _, number = unread[0].partition("/")
    return f"{unread[0]}{_refused(changed[table][number], _KINDS.get(table, Session))}"


def _refused(document: Mapping[str, object], kind: type[Struct]) -> str:
    """Say where in a document its record refuses something: ``/versions/0/answers/obsessions/0/since is no month``."""
    try:
        msgspec.convert(dict(document), kind)
    except msgspec.ValidationError as error:
        what, _, path = str(error).partition(" - at `$")
        inside = path.rstrip("`").replace("[", "/").replace("]", "").replace(".", "/")
        return (
            f"{inside} {'is no month: write it like 2026-11' if 'regex' in what else 'holds what can not stand there'}"
        )
    return " has the number of another month"


def _set_aside(folder: Folder, name: str, before: Tables) -> Edit | None:
    edited = recovery.edited(files.read(folder.path / name) or b"")
    if edited is None:
        return None
    origin = _origin(folder, edited)
    wanted = _over(before, edited if origin is None else _own_changes(before, origin, edited))
    return Edit(name, wanted, difference.between(before, wanted))


def unnamed(before: Tables, wanted: Tables) -> list[str]:
    """Give the names that sessions would lose: those whose ids they hold, and that would stand nowhere any more."""
    those = (each for table in ("sessions", "deleted") for each in wanted.get(table, {}).values())
    lost = {id_: each for table in copies.NAMED for id_, each in _lost(before.get(table, {}), wanted.get(table, {}))}
    held = b"".join(map(tables.document_bytes, those)) if lost else b""
    return [str(each.get("name", each.get("title"))) for id_, each in lost.items() if id_ in held]


def _lost(before: Mapping[str, Document], wanted: Mapping[str, Document]) -> Iterator[tuple[bytes, Document]]:
    kept = {_id(each) for each in wanted.values()}
    return ((_id(each), each) for each in before.values() if _id(each) not in kept)


def _origin(folder: Folder, edited: Tables) -> Tables | None:
    """Give the tables that a file was before it was changed; None where no backup has them any more.

    They stand in the backup of its own revision, and in that of the rebuild that came next.
    """
    stated = sessions.revision(edited[META].get(ONLY, {}))
    return backups.of_revision(folder, stated) or backups.of_revision(folder, stated + 1)


def _own_changes(standing: Tables, origin: Tables, edited: Tables) -> Tables:
    """Leave out of a changed file what it never changed, and keep in the rest what was changed elsewhere since."""
    return {
        table: _own_in(table, standing.get(table, {}), origin.get(table, {}), documents)
        for table, documents in edited.items()
    }


def _own_in(
    table: str, standing: Mapping[str, Document], origin: Mapping[str, Document], edited: Mapping[str, Document]
) -> dict[str, Document]:
    stands, was = ({_what(table, number, each): each for number, each in of.items()} for of in (standing, origin))
    own: dict[str, Document] = {}
    for number, document in edited.items():
        what = _what(table, number, document)
        if what not in was or what not in stands:
            own |= {number: document} if was.get(what) != document else {}
        elif was[what] != document:
            own[number] = cast("Document", difference.merged(stands[what], was[what], document))
    return own


def _what(table: str, number: str, document: Document) -> bytes:
    """Tell which thing a document is about, whatever number a rebuild gave it."""
    if table in copies.NAMED:
        return _id(document)
    return _said(document) if table == "deleted" else number.encode()


def _over(before: Tables, edited: Tables) -> Tables:
    """Lay a file that was set aside over what stands, which may have grown since.

    A rebuild gives numbers anew: only ids tell which name is which, and only what a deleted session says which it is.
    """
    both = {table: {**before.get(table, {}), **edited.get(table, {})} for table in {**before, **edited}}
    for table in copies.NAMED:
        both[table] = _laid(before.get(table, {}), edited.get(table, {}), _id)
    both["deleted"] = _laid(before.get("deleted", {}), edited.get("deleted", {}), _said)
    for number, session in before.get("sessions", {}).items():
        if copies.versions(session) > copies.versions(both["sessions"][number]):
            both["sessions"][number] = session
    return both


def _laid(
    before: Mapping[str, Document], edited: Mapping[str, Document], same: Callable[[Document], bytes]
) -> dict[str, Document]:
    """Lay documents in the places of the same ones; a new one keeps its number where that is free."""
    laid, places = dict(before), {same(document): number for number, document in before.items()}
    for number, document in edited.items():
        free = number if number not in laid else str(max(map(int, laid)) + 1)
        laid[places.get(same(document), free)] = document
    return laid


def _id(document: Document) -> bytes:
    return msgspec.json.encode(document.get("id"))


def _said(document: Document) -> bytes:
    return msgspec.json.encode([document.get("month"), document.get("versions")])
