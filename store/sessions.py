"""history.json as records: the finished sessions and the identities they name."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from typing import TYPE_CHECKING, TypeVar, cast

import msgspec
from msgspec import Raw, Struct

from review import month as months
from review.history import History
from review.month import Month
from review.records import Draft, LearningGoal, Prospect, Segment, Session, Version
from store import schema, tables
from store.problems import AlreadyThere, NothingThere, Unreadable
from store.tables import META, ONLY, Kept, Tables

if TYPE_CHECKING:
    from tinydb import TinyDB

Record = TypeVar("Record", Prospect, Segment, LearningGoal, Session, Draft)
Change = Callable[[MutableMapping[str, object]], None]


class _Meta(Struct):
    schema: int


class _File(Struct):
    meta: dict[str, _Meta]
    prospects: dict[str, Prospect]
    segments: dict[str, Segment]
    goals: dict[str, LearningGoal]
    sessions: dict[str, Session]
    deleted: dict[str, Raw]


_FILE = msgspec.json.Decoder(_File)


# --- reading ----------------------------------------------------------------------------------------------------------


def at_once(content: bytes) -> History | None:
    """Give the history in bytes of the present form; None where they need a closer look.

    Raises:
        NewerFolder: they were written by a newer program.
    """
    file = _decoded(content)
    if file is None:
        return None
    schema.refuse_newer(file.meta[ONLY].schema)
    if file.meta[ONLY].schema != schema.CURRENT:
        return None
    return _history(file.sessions.values(), file.prospects.values(), file.segments.values(), file.goals.values())


def _decoded(content: bytes) -> _File | None:
    """Decode without the garbage collector looking on: records make no garbage, and it triples the time."""
    looking_on = gc.isenabled()
    gc.disable()
    try:
        return _FILE.decode(content)
    except msgspec.ValidationError:
        return None
    finally:
        if looking_on:
            gc.enable()


def one_by_one(those: Tables) -> tuple[History, tuple[str, ...]]:
    """Give the history in tables, and where documents stand that are no records (``sessions/202611``)."""
    unread: list[str] = []
    history = _history(
        _records(those, "sessions", Session, unread),
        _records(those, "prospects", Prospect, unread),
        _records(those, "segments", Segment, unread),
        _records(those, "goals", LearningGoal, unread),
    )
    _records(those, "deleted", Session, unread)
    return history, tuple(unread)


def deleted(those: Tables) -> tuple[Session, ...]:
    """Give the deleted sessions, the newest deletion first."""
    newest_first = sorted(those.get("deleted", {}).items(), key=lambda each: -int(each[0]))
    found = (record(document, Session) for _, document in newest_first)
    return tuple(session for session in found if session is not None)


def of_month(those: Tables, month: Month) -> Session | None:
    """Give the finished session of a month; None where there is none, or no record."""
    document = those.get("sessions", {}).get(str(months.number(month)))
    return None if document is None else record(document, Session)


def is_same(one: Version, other: Version) -> bool:
    """Tell whether two versions say the same, whenever they were written."""
    return msgspec.structs.replace(one, at=other.at, seconds=other.seconds) == other


def record(document: Mapping[str, object], kind: type[Record]) -> Record | None:
    """Give a document as a record; None where it isn't one. What the record doesn't know stays in the document."""
    try:
        if isinstance(document, Kept):
            return msgspec.json.decode(document.encoded(), type=kind)
        return msgspec.convert(document, kind)
    except msgspec.MsgspecError:
        return None


def _records(those: Tables, table: str, kind: type[Record], unread: list[str]) -> list[Record]:
    found = []
    for number, document in those.get(table, {}).items():
        one = record(document, kind)
        if one is None or not _is_in_its_place(one, table, number):
            unread.append(f"{table}/{number}")
        else:
            found.append(one)
    return found


def _history(
    sessions: Iterable[Session],
    prospects: Iterable[Prospect],
    segments: Iterable[Segment],
    goals: Iterable[LearningGoal],
) -> History:
    return History(
        tuple(sorted(sessions, key=lambda session: session.month)),
        {each.id: each for each in prospects},
        {each.id: each for each in segments},
        {each.id: each for each in goals},
    )


# --- writing ----------------------------------------------------------------------------------------------------------


def finish(database: TinyDB, draft: Draft, version: Version) -> None:
    """Add a version to the session of the draft's month, and the draft's names to the identities."""
    from tinydb.table import Document as Numbered

    for table, those in (("prospects", draft.prospects), ("segments", draft.segments), ("goals", draft.goals)):
        for each in those:
            _name(database, table, each)
    number = months.number(draft.month)
    added = tables.fields(version)
    sessions = database.table("sessions")
    if not sessions.update(_appending(added), doc_ids=[number]):
        sessions.insert(Numbered({"month": draft.month, "versions": [added]}, number))


def put(database: TinyDB, history: History) -> None:
    """Put a whole history into empty tables."""
    from tinydb.table import Document as Numbered

    for table, those in (("prospects", history.prospects), ("segments", history.segments), ("goals", history.goals)):
        database.table(table).insert_multiple(tables.fields(each) for each in those.values())
    database.table("sessions").insert_multiple(
        Numbered(tables.fields(session), months.number(session.month)) for session in history.sessions
    )


def none_finished(month: Month) -> str:
    """Say that a month has no finished session."""
    return f"There is no finished session for {months.title(month)}."


def none_deleted(month: Month) -> str:
    """Say that a month has no deleted session."""
    return f"There is no deleted session for {months.title(month)}."


def delete(database: TinyDB, month: Month, at: str) -> None:
    """Move a session to the deleted ones. Raises NothingThere."""
    sessions = database.table("sessions")
    document = sessions.get(doc_id=months.number(month))
    if document is None:
        raise NothingThere(none_finished(month))
    database.table("deleted").insert({**document, "deleted_at": at})
    sessions.remove(doc_ids=[document.doc_id])


def put_back(database: TinyDB, month: Month) -> None:
    """Move the newest deleted session of a month back. Raises NothingThere, AlreadyThere."""
    from tinydb.table import Document as Numbered

    those = [each for each in database.table("deleted").all() if each["month"] == month]
    if not those:
        raise NothingThere(none_deleted(month))
    if database.table("sessions").contains(doc_id=months.number(month)):
        raise AlreadyThere(f"{months.title(month)} is finished again. Delete that session first.")
    newest = those[-1]
    fields = {field: value for field, value in newest.items() if field != "deleted_at"}
    database.table("sessions").insert(Numbered(fields, months.number(month)))
    database.table("deleted").remove(doc_ids=[newest.doc_id])


def tables_of(database: TinyDB) -> Tables:
    """Give a database's tables as they are now, saved or not."""
    return database.storage.read() or {}


def read_back(database: TinyDB, month: Month) -> Session:
    """Give a session that was just put in. Raises Unreadable where it does not read back, so that it isn't saved."""
    session = of_month(tables_of(database), month)
    if session is None:
        raise Unreadable(f"The session of {months.title(month)} does not read back, so it was not saved.")
    return session


def count_revision(database: TinyDB, **fields: object) -> None:
    """Count one more revision in `meta`, and set some of its fields."""
    from tinydb.table import Document as Numbered

    meta = database.table(META)
    known = meta.get(doc_id=int(ONLY))
    meta.upsert(Numbered({"revision": revision(known or {}) + 1, **fields}, int(ONLY)))


def revision(meta: Mapping[str, object]) -> int:
    """Give how often a file was saved, which orders backups whatever the clock said."""
    stated = meta.get("revision", 0)
    return stated if isinstance(stated, int) else 0


def renewing(record: Struct) -> Change:
    """Give the change that makes a document say what a record says; fields the record doesn't know stay."""

    def renew(document: MutableMapping[str, object]) -> None:
        unknown = document.keys() - set(record.__struct_fields__)
        if isinstance(document, Kept) and not unknown:
            document.become(record)
            return
        for field in document.keys() - unknown:
            del document[field]
        document.update(tables.fields(record))

    return renew


def _name(database: TinyDB, table: str, identity: Prospect | Segment | LearningGoal) -> None:
    from tinydb import where

    if not database.table(table).update(renewing(identity), where("id") == identity.id):
        database.table(table).insert(tables.fields(identity))


def _appending(version: object) -> Change:
    def append(session: MutableMapping[str, object]) -> None:
        session["versions"] = [*cast("list[object]", session["versions"]), version]

    return append


def _is_in_its_place(one: object, table: str, number: str) -> bool:
    if not isinstance(one, Session):
        return True
    month = months.parse(one.month)
    return month is not None and (table == "deleted" or number == str(months.number(month)))
