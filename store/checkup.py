"""Looking over the whole data folder without changing what it holds: what is wrong, what another program changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from review import month as months
from review import text as texts
from review.month import Month
from store import (
    backups,
    condition,
    copies,
    drafts,
    edits,
    files,
    inspection,
    left_over,
    recovery,
    schema,
    sessions,
    tables,
)
from store.condition import PASSED_OVER, Condition
from store.difference import Change
from store.edits import Edit
from store.folder import Folder
from store.problems import Damaged, Unreadable
from store.tables import Tables

BRING_IN = "Run obsess-review restore copies to bring it in."
WRITE_ANEW = "Run obsess-review backup to write it anew; what only it holds is kept beside it."
CHANGED = "was changed by another program, and is not used"
DAMAGED = "is damaged, and is not used"


class Report(Struct, frozen=True):
    """What a check found: `faults` want mending, `remarks` are good to know, `changes` were made by another program.

    `changes_in` names the file that holds those changes: history.json, or one that was set aside; None without any.
    """

    faults: tuple[str, ...]
    remarks: tuple[str, ...]
    changes: tuple[Change, ...]
    changes_in: str | None = None


def report(folder: Folder) -> Report:
    """Look over every file, and make private what isn't. A part that can't be read is one fault among the others.

    Raises:
        NewerFolder: a newer program wrote one of the files.
    """
    wide = [notice.text for notice in inspection.tightened_all(folder)]
    faults, edit = _found(folder)
    remarks = (*wide, *_told(_remarks(folder)))
    told = tuple(each for each in remarks if each not in faults)
    if edit is None or not edit.changes:
        return Report(faults, told, ())
    return Report(faults, told, edit.changes, edit.name)


def _found(folder: Folder) -> tuple[tuple[str, ...], Edit | None]:
    try:
        content = files.read(folder.history)
    except Unreadable as problem:
        return (str(problem), *_once(_of_backups(folder), _of_draft(folder))), None
    standing = schema.whole(content)
    of_all = (_of_history(folder, content, standing), _of_copies(folder, standing))
    return _once(*of_all, _of_backups(folder), _of_draft(folder)), _edit(folder, content)


def _once(*parts: Iterable[str]) -> tuple[str, ...]:
    """Give what several parts say, each once: two may meet the same thing that can't be read."""
    return tuple(dict.fromkeys(each for part in parts for each in _told(part)))


def _told(part: Iterable[str]) -> Iterator[str]:
    """Give what a part says; where something in it can't be read, that is the last it says."""
    try:
        yield from part
    except Unreadable as problem:
        yield str(problem)


def _of_history(folder: Folder, content: bytes | None, standing: Tables | None) -> Iterator[str]:
    if standing is not None:
        history, unread = sessions.one_by_one(standing)
        yield from (f"history.json: {where} can't be read; it is kept as it is." for where in unread)
        lost = {row.prospect for each in history.sessions for row in each.answers.obsessions} - history.prospects.keys()
        if lost:
            yield f"history.json: {texts.plural(len(lost), 'prospect')} of its sessions without a name."
    elif content is not None or recovery.has_copies(folder):
        yield recovery.looked_at(recovery.recovered(folder, content), content)
        obstacle = edits.obstacle(content or b"")
        if obstacle is not None:
            yield f"history.json: {obstacle}. Mend that value, and check shows what was changed."


def _of_copies(folder: Folder, standing: Tables | None) -> Iterator[str]:
    if standing is None:
        return
    held, finished = set(copies.held(folder)), {Month(str(each["month"])) for each in standing["sessions"].values()}
    for month in sorted((held | finished) - {_month_in_progress(folder)}):  # its copy may be ahead of the history
        yield from _told(_of_copy(folder, standing, month))


def _of_copy(folder: Folder, standing: Tables, month: Month) -> Iterator[str]:
    if str(months.number(month)) not in standing["sessions"]:
        why_not = left_over.said(folder, month)
        yield why_not or f"sessions/{month}.json holds a session that is not in your history. {BRING_IN}"
    else:
        yield from _of_known_copy(folder, standing, month)


def _of_known_copy(folder: Folder, standing: Tables, month: Month) -> Iterator[str]:
    there = condition.found(folder.copy(month))
    if there.condition in PASSED_OVER:
        yield there.why
    elif there.condition is Condition.MISSING:
        yield f"sessions/{month}.json is missing. Run obsess-review backup to write it anew."
    elif there.condition is Condition.DAMAGED:
        by_hand = recovery.is_readable(files.read(folder.copy(month)))
        yield f"sessions/{month}.json {CHANGED if by_hand else DAMAGED}. {WRITE_ANEW}"
    elif copies.is_ahead(there.tables, standing, month):
        yield f"sessions/{month}.json holds a later correction than your history. {BRING_IN}"
    elif not copies.is_kept(there.tables, standing, month):
        yield f"sessions/{month}.json says something else than your history. {WRITE_ANEW}"


def _month_in_progress(folder: Folder) -> Month | None:
    try:
        return drafts.read(files.read(folder.draft) or b"").month
    except (Damaged, Unreadable):
        return None


def _of_backups(folder: Folder) -> Iterator[str]:
    for each in backups.made(folder):
        yield from _told(_of_backup(folder, each.name))


def _of_backup(folder: Folder, name: str) -> Iterator[str]:
    there = condition.found(folder.backups / name)
    if there.tables is None:
        yield there.why or f"backups/{name} is not whole; it is never used."


def _of_draft(folder: Folder) -> Iterator[str]:
    content = files.read(folder.draft)
    if content is None or tables.is_signed(content):
        return
    try:
        drafts.read(content)
        yield "draft.json was changed by another program. Look its answers over before you finish."
    except Damaged:
        yield "draft.json is damaged; the app sets it aside when it opens."


def _remarks(folder: Folder) -> Iterator[str]:
    yield from (notice.text for notice in inspection.conflicts(folder))
    for name in (*inspection.set_aside(folder), *inspection.copies_set_aside(folder)):
        yield f"{name} was set aside earlier; remove it when you need it no more."
    standing = schema.whole(files.read(folder.history))
    if standing is not None and not standing["sessions"]:
        yield "There is no finished session yet."


def _edit(folder: Folder, content: bytes | None) -> Edit | None:
    try:
        return edits.newest(folder, content, edits.standing(folder, content))
    except Unreadable:  # which is among the faults already
        return None
