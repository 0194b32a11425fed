"""Rebuilding history.json from its copies: the session copies and the newest whole backup."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from review import month as months
from review import text as texts
from review.month import Month
from store import backups, condition, copies, schema, sessions, tables
from store.condition import Condition, Found
from store.folder import Folder
from store.notices import Notice, NoticeKind
from store.problems import Damaged, NewerFolder
from store.tables import META, ONLY, Tables

PUT_BACK = "Put a copy of the whole folder back, if you have one."
"""What to do where nothing in the folder helps any more."""


class Recovered(Struct, frozen=True):
    """What could be put together when the main file is not whole.

    `copies` counts the session copies that were whole, `backup` names the backup used. `unsigned` is true when there
    was neither and the sessions come from the damaged file itself, as far as it can be read. `passed_over` says of
    each copy that can't be used why that is.
    """

    tables: Tables
    copies: int = 0
    backup: str | None = None
    unsigned: bool = False
    passed_over: tuple[str, ...] = ()


def has_copies(folder: Folder) -> bool:
    """Tell whether anything is there to rebuild from; True means that this is no first run."""
    return bool(copies.held(folder) or backups.made(folder))


def recovered(folder: Folder, content: bytes | None) -> Recovered:
    """Put the history together without the main file, whose bytes are *content*. Raises NewerFolder."""
    backup = backups.newest_good(folder)
    held = copies.held(folder)
    found = [condition.found(folder.copy(month)) for month in held]
    whole = [each.tables for each in found if each.tables is not None]
    passed_over = tuple(each.why for each in found if each.why)
    if not whole and backup is None:
        backups.refuse_newer(folder)
        _refuse_newer(found)
        return _from_the_file_itself(content)
    together = laid_together([backup[1], *whole] if backup else whole)
    _leave_out_deleted(together, copies.put_away_months(folder) - set(held))
    return Recovered(together, len(whole), backup[0] if backup else None, passed_over=passed_over)


def _refuse_newer(found: Iterable[Found]) -> None:
    for each in found:
        if each.condition is Condition.NEWER:
            raise NewerFolder(each.why)


def laid_together(sources: list[Tables]) -> Tables:
    """Give one history from several sources, of which the one saved last has the last word."""
    together: Tables = {META: {}, **{table: {} for table in schema.HISTORY_TABLES}}
    numbers: dict[str, dict[str, str]] = {table: {} for table in copies.NAMED}
    those = sorted(sources, key=_revision)
    for source in those:
        _lay(source, together, numbers)
    unknown = {field: value for source in those for field, value in tables.foreign(source[META][ONLY]).items()}
    together[META] = {ONLY: {**unknown, "revision": max(map(_revision, sources))}}
    return together


def is_readable(content: bytes | None) -> bool:
    """Tell whether bytes that are not signed are a history all the same, as a change by hand leaves one."""
    return content is not None and edited(content) is not None


def edited(content: bytes) -> Tables | None:
    """Give the tables in bytes that another program wrote; None where not all of it can be read as a history.

    What lacks `meta` or the sessions was never changed from a history: it is another file, or what is left of one.
    """
    try:
        changed = schema.taken_as_present(tables.read_unsigned(content))
    except Damaged:
        return None
    if not {META, "sessions"} <= changed.keys():
        return None
    return None if sessions.one_by_one(changed)[1] else changed


def seen(found: Recovered, content: bytes | None) -> Notice:
    """Say what a reader sees who rebuilds nothing."""
    if not found.copies and found.backup is None:
        return _without_copies(found, _how(content), "")
    return _told(content, looked_at(found, content))


def looked_at(found: Recovered, content: bytes | None) -> str:
    """Say where the history comes from while history.json is not whole, and what becomes of it."""
    how = _how(content)
    if not found.copies and found.backup is None:
        return _without_copies(found, how, "").text
    sentence = f"history.json {how}. What you see comes from {_sources(found)}; opening the app rebuilds the file."
    return " ".join([sentence, *found.passed_over])


def rebuilt(found: Recovered, content: bytes | None, kept_as: str | None) -> Notice:
    """Say what happened to history.json; *kept_as* names the damaged file that was set aside, None without one."""
    how = _how(content)
    kept = f" The old file is kept as {kept_as}." if kept_as else ""
    if not found.copies and found.backup is None:
        return _without_copies(found, how, kept)
    sentence = f"history.json {how} and was rebuilt from {_sources(found)}.{kept}"
    return _told(content, " ".join([sentence, *found.passed_over]))


def _told(content: bytes | None, text: str) -> Notice:
    if not is_readable(content):
        return Notice(NoticeKind.RECOVERED, text)
    return Notice(
        NoticeKind.EDITED, f"{text} obsess-review check shows what was changed, check --accept takes it over."
    )


def _without_copies(found: Recovered, how: str, kept: str) -> Notice:
    if found.unsigned:
        count = texts.plural(len(found.tables["sessions"]), "session")
        return Notice(
            NoticeKind.EDITED,
            f"history.json {how} and there is no copy to compare it with: {count} could be read. Look them over.{kept}",
        )
    return Notice(NoticeKind.LOST, f"history.json {how}, and there is no copy to rebuild it from. {PUT_BACK}{kept}")


def _how(content: bytes | None) -> str:
    if content is None:
        return "was missing"
    if not content.strip():
        return "was empty"
    return "was changed by another program" if is_readable(content) else "was damaged"


def _sources(found: Recovered) -> str:
    named = [texts.plural(found.copies, "session copy", "session copies")] if found.copies else []
    return texts.joined([*named, f"the backup {found.backup}"] if found.backup else named)


def _from_the_file_itself(content: bytes | None) -> Recovered:
    """Take what can be read of a file that has no copies: unsure answers are better than none."""
    try:
        damaged = schema.taken_as_present(tables.read_unsigned(content or b""))
    except Damaged:
        return Recovered({META: {}, **{table: {} for table in schema.HISTORY_TABLES}})
    unread = set(sessions.one_by_one(damaged)[1])
    readable = {
        table: {number: each for number, each in documents.items() if f"{table}/{number}" not in unread}
        for table, documents in damaged.items()
    }
    return Recovered({**{table: {} for table in schema.HISTORY_TABLES}, **readable}, unsigned=True)


def _revision(source: Tables) -> int:
    return sessions.revision(source[META][ONLY])


def _lay(source: Tables, together: Tables, numbers: dict[str, dict[str, str]]) -> None:
    """Lay a newer source over what older ones gave; a session with fewer versions never replaces one with more.

    *numbers* holds where each id lies, by table: looked for anew, fifty years of copies took seconds.
    """
    for table in copies.NAMED:
        _lay_identities(source.get(table, {}), together[table], numbers[table])
    together["deleted"] |= source.get("deleted", {})
    for number, session in source.get("sessions", {}).items():
        standing = together["sessions"].get(number)
        if standing is None or copies.versions(session) >= copies.versions(standing):
            together["sessions"][number] = session


def _lay_identities(
    source: dict[str, tables.Document], together: dict[str, tables.Document], numbers: dict[str, str]
) -> None:
    placed = {}
    for number, identity in source.items():
        id_ = str(identity.get("id"))
        free = number if number not in together else None
        place = numbers.get(id_) or free or str(_highest(together) + 1)
        together[place], placed[id_] = identity, place
    numbers |= placed


def _leave_out_deleted(together: Tables, gone: Iterable[Month]) -> None:
    for month in gone:
        session = together["sessions"].pop(str(months.number(month)), None)
        if session is not None:
            together["deleted"][str(_highest(together["deleted"]) + 1)] = session


def _highest(numbered: Iterable[str]) -> int:
    return max(map(int, numbered), default=0)
