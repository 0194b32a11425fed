"""Looking over the whole data folder without changing it: what is wrong, and what another program changed."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from review import text as texts
from review.month import Month
from store import backups, copies, drafts, edits, files, inspection, recovery, schema, sessions, tables
from store.difference import Change
from store.folder import Folder
from store.problems import Damaged
from store.tables import Tables

BRING_IN = "Run obsess-review restore copies to bring it in."
WRITE_ANEW = "Run obsess-review backup to write it anew."


class Report(Struct, frozen=True):
    """What a check found: `faults` want mending, `remarks` are good to know, `changes` were made by another program."""

    faults: tuple[str, ...]
    remarks: tuple[str, ...]
    changes: tuple[Change, ...]


def report(folder: Folder) -> Report:
    """Look over every file. Raises NewerFolder, Unreadable."""
    content = files.read(folder.history)
    signed = content is not None and tables.is_signed(content)
    standing = schema.migrated(tables.read(content)) if content is not None and signed else None
    faults = [*_of_history(folder, content, standing), *_of_copies(folder, standing), *_of_backups(folder)]
    return Report(
        (*faults, *_of_draft(folder)),
        (*(notice.text for notice in inspection.conflicts(folder)), *_remarks(folder, standing)),
        _changes(folder, content),
    )


def _of_history(folder: Folder, content: bytes | None, standing: Tables | None) -> Iterator[str]:
    if standing is not None:
        history, unread = sessions.one_by_one(standing)
        yield from (f"history.json: {where} can't be read; it is kept as it is." for where in unread)
        lost = {row.prospect for each in history.sessions for row in each.answers.obsessions} - history.prospects.keys()
        if lost:
            yield f"history.json: {texts.plural(len(lost), 'prospect')} of its sessions without a name."
    elif content is not None or recovery.has_copies(folder):
        yield recovery.notice(recovery.recovered(folder, content), content, None).text


def _of_copies(folder: Folder, standing: Tables | None) -> Iterator[str]:
    if standing is None:
        return
    held, finished = set(copies.held(folder)), {Month(str(each["month"])) for each in standing["sessions"].values()}
    for month in sorted((held | finished) - {_month_in_progress(folder)}):  # its copy may be ahead of the history
        if month not in finished:
            yield f"sessions/{month}.json holds a session that is not in your history. {BRING_IN}"
        elif copies.is_ahead(folder, standing, month):
            yield f"sessions/{month}.json holds a later amendment than your history. {BRING_IN}"
        elif not copies.is_kept(folder, standing, month):
            yield f"sessions/{month}.json is missing, damaged or out of date. {WRITE_ANEW}"


def _month_in_progress(folder: Folder) -> Month | None:
    try:
        return drafts.read(files.read(folder.draft) or b"").month
    except Damaged:
        return None


def _of_backups(folder: Folder) -> Iterator[str]:
    for each in backups.listed(folder):
        if each.sessions is None:
            yield f"backups/{each.name} is not whole; it is never used."


def _of_draft(folder: Folder) -> Iterator[str]:
    content = files.read(folder.draft)
    if content is None or tables.is_signed(content):
        return
    try:
        drafts.read(content)
        yield "draft.json was changed by another program. Look its answers over before you finish."
    except Damaged:
        yield "draft.json is damaged; the app sets it aside when it opens."


def _remarks(folder: Folder, standing: Tables | None) -> Iterator[str]:
    yield from (
        f"{name} was set aside earlier; remove it when you need it no more." for name in inspection.set_aside(folder)
    )
    if standing is not None and not standing["sessions"]:
        yield "There is no finished session yet."


def _changes(folder: Folder, content: bytes | None) -> tuple[Change, ...]:
    edit = edits.newest(folder, content, edits.standing(folder, content))
    return () if edit is None else edit.changes
