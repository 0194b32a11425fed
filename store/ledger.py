"""history.json under the lock: what stands in it, made whole first, and one change of it at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from review.month import Month
from store import backups, copies, files, inspection, recovery, schema, sessions, tables
from store.folder import Folder
from store.inspection import Presence
from store.locks import SavingLock
from store.notices import Notice, NoticeKind
from store.problems import Damaged, FolderProblem, NothingThere, NotSaved, Unreadable
from store.tables import Tables

if TYPE_CHECKING:
    from tinydb import TinyDB


class Ledger:
    """The finished sessions as tables. What it notices goes to *notice*."""

    def __init__(
        self, folder: Folder, now: Callable[[], datetime], notice: Callable[[Notice], None], presence: Presence
    ) -> None:
        self.folder = folder
        self.presence = presence
        self._now = now
        self.notice = notice
        self._lock = SavingLock(folder.lock)
        self._swept = False

    def stamp(self) -> str:
        """Give the present moment as file names hold it."""
        return backups.stamp(self._now())

    @contextmanager
    def saving(self) -> Iterator[None]:
        """Hold the lock of one read-modify-write. Raises Busy, NotSaved, FolderProblem, Gone."""
        self.presence.refuse_gone()
        files.make_folder(self.folder.path)
        with self._lock.held():
            if not self._swept:
                self._sweep()
            yield

    @contextmanager
    def saving_what_is_there(self, nothing: str) -> Iterator[None]:
        """Hold the lock as `saving` does, for what needs a history. Raises also NothingThere, with these words.

        That comes before the lock: a folder without a history, perhaps a mistyped one, is left as it is.
        """
        files.refuse_a_file(self.folder.path)
        self.presence.refuse_gone()
        if not self._is_begun():
            raise NothingThere(nothing)
        with self.saving():
            yield

    def seen(self) -> Tables:
        """Give the tables as a reader sees them, put together from the copies where they are not whole.

        Raises:
            NewerFolder: a newer program wrote them.
            Unreadable: the file is there but can't be read.
        """
        content = files.read(self.folder.history)
        whole = schema.whole(content)
        if whole is not None:
            return whole
        if content is None and not recovery.has_copies(self.folder):
            return {}
        found = recovery.recovered(self.folder, content)
        self.notice(recovery.seen(found, content))
        return found.tables

    def has_sessions(self) -> bool:
        """Tell whether any session can be read, finished or deleted, whatever it takes. Raises as `seen`."""
        from store import edits

        found = edits.standing(self.folder, files.read(self.folder.history))
        return bool(found.get("sessions") or found.get("deleted"))

    def wants_mending(self) -> bool:
        """Tell whether `standing` would have something to put right, or something to sweep."""
        head = files.read(self.folder.history, tables.HEAD)
        if head is None:
            return recovery.has_copies(self.folder) or self._is_littered()
        signed = tables.are_signed(files.pieces(self.folder.history))
        whole = signed and tables.meta(head).get("schema") == schema.CURRENT
        return not whole or self._is_littered()

    def standing(self) -> Tables:
        """Give the tables on disk, which are whole and of the present form from here on. Only while `saving`."""
        content = files.read(self.folder.history)
        if content is None and not recovery.has_copies(self.folder):
            return {}
        if content is None:
            return self._rebuilt(content)
        try:
            stated = tables.read(content)
            if schema.number(stated) == schema.CURRENT:
                return stated
            migrated = schema.migrated(stated)
        except Damaged:
            return self._rebuilt(content)
        return self._brought_up_to_date(content, migrated)

    @contextmanager
    def changing(self, event: str, standing: Tables, **meta: object) -> Iterator[TinyDB]:
        """Open the standing tables for one change, which is saved at the end and backed up by the event's name.

        *meta* sets fields of `meta`. Only while `saving`.
        """
        from store.tiny import changing

        with changing(self.folder.history, schema.HISTORY_TABLES, schema.CURRENT, standing) as database:
            sessions.count_revision(database, **meta)
            yield database
        self.presence.saw()
        try:
            self.back_up(event)
        except (NotSaved, Unreadable, FolderProblem) as problem:
            self.notice(Notice(NoticeKind.NOT_BACKED_UP, f"What you did is saved, but not backed up: {problem}"))

    def replace(self, event: str, standing: Tables, wanted: Tables) -> None:
        """Put other tables, with the `meta` they shall have, in the place of the standing ones. Only while `saving`.

        Those that stand are backed up first.
        """
        before = tables.write(standing, schema.HISTORY_TABLES, schema.CURRENT)
        backups.make(self.folder, f"before{event}", self.stamp(), before)
        for number, session in standing.get("sessions", {}).items():
            if number not in wanted["sessions"]:
                copies.put_away(self.folder, Month(str(session["month"])), self.stamp())
        with self.changing(event, wanted) as database:
            self.keep_copies(sessions.tables_of(database), instead_of=standing)
        for number, session in wanted["sessions"].items():
            if number not in standing.get("sessions", {}):
                copies.forget_put_away(self.folder, Month(str(session["month"])))

    def keep_copy(self, history: Tables, month: Month) -> None:
        """Write a month's copy as it stands in these tables; what another program left there is set aside."""
        for notice in copies.made_room(self.folder, month, self.stamp()):
            self.notice(notice)
        copies.keep(self.folder, history, month)

    def keep_copies(self, history: Tables, *, instead_of: Tables | None = None) -> None:
        """Write the copies that are not as these tables have them; those ahead too, where others stood before."""
        for notice in copies.keep_missing(self.folder, history, self.stamp(), instead_of=instead_of):
            self.notice(notice)

    def back_up(self, event: str) -> Path:
        """Keep history.json as it stands. Raises NotSaved, Unreadable, FolderProblem."""
        content = files.read(self.folder.history) or b""
        return backups.make(self.folder, event, self.stamp(), content)

    def _rebuilt(self, content: bytes | None) -> Tables:
        found = recovery.recovered(self.folder, content)
        kept_as = None if content is None else files.set_aside(self.folder.history, content, self.stamp())
        with self.changing("recovery", found.tables):
            pass
        self.notice(recovery.rebuilt(found, content, kept_as))
        return tables.read(files.read(self.folder.history) or b"")

    def _brought_up_to_date(self, content: bytes, migrated: Tables) -> Tables:
        backups.make(self.folder, "beforemigration", self.stamp(), content)
        with self.changing("migration", migrated):
            pass
        return tables.read(files.read(self.folder.history) or b"")

    def _is_begun(self) -> bool:
        found = self.folder.history.name in files.names(self.folder.path)
        return found or recovery.has_copies(self.folder) or bool(inspection.set_aside(self.folder))

    def _is_littered(self) -> bool:
        return any(files.unfinished(folder) for folder in self._folders())

    def _sweep(self) -> None:
        for folder in self._folders():
            with suppress(Unreadable):  # which whoever needs that folder will say
                files.sweep(folder)
        self._swept = True

    def _folders(self) -> set[Path]:
        """The folders that saves put their unfinished files in; a linked file's is where the link leads."""
        linked = {path.resolve().parent for path in (self.folder.history, self.folder.draft)}
        return {self.folder.path.resolve(), self.folder.copies, self.folder.backups} | linked
