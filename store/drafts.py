"""draft.json as a record: the session in progress."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from review import month as months
from review.month import Month
from review.records import Draft
from store import files, schema, sessions, tables
from store.ledger import Ledger
from store.locks import DraftLock
from store.notices import Notice, NoticeKind
from store.problems import AlreadyThere, Damaged, NotSaved
from store.tables import ONLY, Tables


class _Meta(Struct):
    schema: int


class _File(Struct):
    meta: dict[str, _Meta]
    draft: dict[str, Draft]


_FILE = msgspec.json.Decoder(_File)


def read(content: bytes) -> Draft:
    """Give the draft in bytes, signed or not.

    Raises:
        NewerFolder: they were written by a newer program.
        Damaged: they are not a draft.
    """
    if tables.is_signed(content) and tables.meta(content).get("schema") == schema.CURRENT:
        with suppress(msgspec.ValidationError, KeyError):
            return _FILE.decode(content).draft[ONLY]
    return _otherwise(content)


def _otherwise(content: bytes) -> Draft:
    form = schema.migrated if tables.is_signed(content) else schema.taken_as_present
    document = form(tables.read_unsigned(content)).get("draft", {}).get(ONLY)
    draft = None if document is None else sessions.record(document, Draft)
    if draft is None or months.parse(draft.month) is None:
        raise Damaged("The bytes are not a session in progress.")
    return draft


class DraftFile:
    """draft.json in its folder. Every change is made while the draft is held and the ledger is saving."""

    def __init__(self, ledger: Ledger, notice: Callable[[Notice], None]) -> None:
        self._ledger = ledger
        self._folder = ledger.folder
        self._path = ledger.folder.draft
        self._notice = notice
        self._lock = DraftLock(ledger.folder.draft_lock)
        self._looked_into = False

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Keep the draft to this window. Raises DraftHeld, NotSaved, FolderProblem, Gone."""
        if self._lock.held:
            yield
            return
        self._ledger.presence.refuse_gone()
        files.make_folder(self._folder.path)
        self._lock.take()
        try:
            yield
        finally:
            self._lock.release()

    def holder(self) -> int | None:
        """Give the process that holds it elsewhere; 0 when it did not say, None when nobody does."""
        return self._lock.holder()

    def read(self) -> Draft | None:
        """Give the draft; None where there is none, it is finished already, or it can't be read (with a notice)."""
        content = files.read(self._path)
        return None if content is None or self._is_finished(content) else self._in(content)

    def mark(self) -> str | None:
        """Give what tells this draft from every other; None where none is on disk."""
        content = files.read(self._path)
        return tables.checksum(content) if content is not None and tables.is_signed(content) else None

    def save(self, draft: Draft) -> None:
        """Put the draft on disk, in the place of that of the same month; that of another month is set aside."""
        from tinydb.table import Document as Numbered

        from store.tiny import changing

        with changing(self._path, schema.DRAFT_TABLES, schema.CURRENT, self._to_change(draft.month)) as database:
            table = database.table("draft")
            if not table.update(sessions.renewing(draft), doc_ids=[int(ONLY)]):
                table.insert(Numbered(tables.fields(draft), int(ONLY)))

    def set_aside(self) -> Path | None:
        """Move the draft to the backups and say where it is; None where there is none."""
        draft = self.read()
        if draft is None:
            return None
        target = files.free(self._folder.backups, f"draft-{draft.month}-{self._ledger.stamp()}", ".json")
        files.move(self._path, target)
        return target

    def bring_back(self, name: str) -> None:
        """Make a draft that was set aside the draft again. Raises AlreadyThere."""
        if self.read() is not None:
            raise AlreadyThere("Another session is in progress. Finish it or set it aside first.")
        files.move(self._folder.backups / name, self._path)

    def drop_finished(self, month: Month) -> None:
        """Remove the draft of a month that is finished now."""
        content = files.read(self._path)
        draft = self._in(content) if content is not None else None
        if draft is not None and draft.month == month:
            with suppress(NotSaved):  # it is marked as finished, and so not shown again
                files.remove(self._path)

    def wants_mending(self) -> bool:
        """Tell whether the file is there and not whole."""
        content = files.read(self._path)
        return content is not None and not tables.is_signed(content)

    def mend(self) -> None:
        """Set a file that is not whole aside; what can be read of it becomes the draft again."""
        content = files.read(self._path)
        if content is None or tables.is_signed(content):
            return
        draft = self._in(content)
        if draft is not None:
            self.save(draft)
        else:
            self._put_damaged_aside(content)
            files.remove(self._path)

    def _to_change(self, month: Month) -> Tables:
        content = files.read(self._path)
        if content is None:
            return {}
        try:
            standing = schema.migrated(tables.read(content))
        except Damaged:
            self._put_damaged_aside(content)
            return {}
        if not self._looked_into:
            self._looked_into = True
            self._keep_what_this_program_can_not_read(content)
        if standing.get("draft", {}).get(ONLY, {}).get("month") == month:
            return standing
        self._put_other_month_aside()
        return {}

    def _keep_what_this_program_can_not_read(self, content: bytes) -> None:
        try:
            read(content)
        except Damaged:
            self._put_damaged_aside(content)

    def _put_damaged_aside(self, content: bytes) -> None:
        kept_as = files.set_aside(self._path, content, self._ledger.stamp())
        text = f"draft.json was not as this program saved it; what it held is kept as {kept_as}."
        self._notice(Notice(NoticeKind.SET_ASIDE, text))

    def _put_other_month_aside(self) -> None:
        kept_as = self.set_aside()
        if kept_as is not None:
            text = f"The session in progress of another month is kept as backups/{kept_as.name}."
            self._notice(Notice(NoticeKind.SET_ASIDE, text))

    def _is_finished(self, content: bytes) -> bool:
        head = files.read(self._folder.history, tables.HEAD) or b""
        return tables.is_signed(content) and tables.meta(head).get("finished_draft") == tables.checksum(content)

    def _in(self, content: bytes) -> Draft | None:
        try:
            draft = read(content)
        except Damaged:
            text = "draft.json is damaged and can't be read; your finished sessions are whole."
            self._notice(Notice(NoticeKind.LOST, text))
            return None
        if not tables.is_signed(content):
            text = "draft.json was changed by another program or by the disk. Look its answers over before you finish."
            self._notice(Notice(NoticeKind.EDITED, text))
        return draft
