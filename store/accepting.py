"""Taking over what another program changed in history.json."""

from __future__ import annotations

from review import text as texts
from store import copies, edits, files, inspection, schema, tables
from store.difference import Change
from store.folder import Folder
from store.ledger import Ledger
from store.notices import Notice, NoticeKind
from store.problems import NothingThere, Unreadable
from store.tables import META

NOTHING = "No other program has changed history.json."


def accept(ledger: Ledger) -> tuple[Change, ...]:
    """Sign the changed file, in place or set aside, and give what was changed. Only while the ledger is saving.

    Raises:
        NothingThere: nothing was changed.
        Unreadable: the changed file is no history any more, or lacks a name that a session needs.
        NewerFolder: a newer program wrote history.json.
    """
    folder = ledger.folder
    content = files.read(folder.history)
    before = edits.standing(folder, content)
    edit = edits.newest(folder, content, before)
    if edit is None and content is not None and schema.whole(content) is None:
        raise Unreadable(_refused(edits.obstacle(content)))
    if edit is None:
        raise NothingThere(NOTHING)
    lost = edits.unnamed(before, edit.wanted)
    if lost:
        raise Unreadable(_would_lose(lost))
    in_place = edit.name == folder.history.name
    standing = before if in_place else ledger.standing()
    ledger.replace("accept", standing, {**edit.wanted, META: tables.joined_meta(standing, edit.wanted)})
    if not in_place:
        ledger.notice(_kept(folder, edit.name))
    return edit.changes


def _kept(folder: Folder, name: str) -> Notice:
    """Move a file that was set aside, and is taken over now, to the backups."""
    time = name.removeprefix(f"{folder.history.name}{inspection.SET_ASIDE}")
    kept_as = files.free(folder.backups, f"accepted-{time}", copies.ENDING)
    files.move(folder.path / name, kept_as)
    text = f"{name} is taken over, and kept as {folder.backups.name}/{kept_as.name}."
    return Notice(NoticeKind.SET_ASIDE, text)


def _refused(obstacle: str | None) -> str:
    if obstacle is None:
        return "history.json was changed in a way that leaves no history. Run obsess-review restore newest."
    return f"history.json can't be taken over as it is: {obstacle}. Mend that value, and run check --accept again."


def _would_lose(names: list[str]) -> str:
    lacks = f"history.json can't be taken over as it is: sessions name {texts.joined(names)}, which it lacks"
    return f"{lacks}. Put that back in it, and run check --accept again."
