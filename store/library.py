"""The library: the one object through which the rest of the program reaches the data folder."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from store import files, inspection
from store.folder import Folder
from store.notices import Notice, NoticeKind
from store.problems import AlreadyThere, Busy, DraftHeld, NothingThere, NotSaved, Unreadable

if TYPE_CHECKING:  # each method imports what it needs: most commands only read, and home is there before it reads
    from contextlib import AbstractContextManager
    from datetime import datetime

    from review.history import History
    from review.month import Month
    from review.records import Draft, Session, Version
    from store.backups import Backup
    from store.checkup import Report
    from store.difference import Change
    from store.drafts import DraftFile
    from store.ledger import Ledger
    from store.restoring import Preview
    from store.tables import Tables


class Library:
    """A data folder: its finished sessions, the draft, and the care for both.

    Opening touches nothing, reading takes no lock and writes nothing (but takes others' permissions from a file it
    reads), and nothing is created before the first save. Where the folder is a file, all but opening raises
    FolderProblem. `now` is the clock, read once an action, for the names of backups.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self.folder = Folder(folder)
        self._now = now
        self._noticed: dict[Notice, None] = {}
        self._presence = inspection.Presence(self.folder)

    @cached_property
    def _ledger(self) -> Ledger:
        from store.ledger import Ledger

        return Ledger(self.folder, self._now, self._notice, self._presence)

    @cached_property
    def _draft(self) -> DraftFile:
        from store.drafts import DraftFile

        return DraftFile(self._ledger, self._notice)

    # -- reading -------------------------------------------------------------------------------------------------------

    def history(self) -> History:
        """Give the finished sessions. What is not whole on disk is put together from the copies, with a notice.

        Raises:
            NewerFolder: a newer program wrote it.
            Unreadable: a file is there but can't be read.
            Gone: it was there since opening, and went with its copies.
        """
        history = self.history_if_whole()
        if history is None:
            history = self._history_looked_into()
            self._notice_left_over(history.months)
        return history

    def history_if_whole(self) -> History | None:
        """Give the finished sessions where `mend` would leave them as they are; else None. Raises as `history`."""
        from store import sessions

        content = self._signed_history()
        history = None if content is None else sessions.at_once(content)
        if history is not None:
            self._notice_left_over(history.months)
        return history

    def months(self) -> tuple[Month, ...]:
        """Give the months with a finished session, oldest first, without reading what was answered in them.

        A signed session of a month that is no record all the same counts here; `history` names it. Raises as `history`.
        """
        from store import outline

        content = self._signed_history()
        found = None if content is None else outline.months_in(content)
        if found is None:
            return self.history().months
        self._notice_left_over(found)
        return found

    def draft(self) -> Draft | None:
        """Give the session in progress; None where there is none, or it can't be read (with a notice).

        Raises:
            NewerFolder: a newer program wrote it.
            Unreadable: the file is there but can't be read.
        """
        files.refuse_a_file(self.folder.path)
        if files.read(self.folder.draft, 1) is None:
            return None
        self._tighten(self.folder.draft)
        return self._draft.read()

    def deleted(self) -> tuple[Session, ...]:
        """Give the deleted sessions, the newest deletion first."""
        from store import sessions

        files.refuse_a_file(self.folder.path)
        return sessions.deleted(self._ledger.seen())

    def notices(self) -> tuple[Notice, ...]:
        """Give what was noticed since opening, in order, each once."""
        return tuple(self._noticed)

    def draft_holder(self) -> int | None:
        """Give the process that has the draft open elsewhere (0 when it did not say); None when it is free or ours."""
        return self._draft.holder()

    # -- the draft -----------------------------------------------------------------------------------------------------

    def hold_draft(self) -> AbstractContextManager[None]:
        """Keep the draft to this window while a ritual is open. Raises DraftHeld, NotSaved, FolderProblem."""
        return self._draft.hold()

    def save_draft(self, draft: Draft) -> None:
        """Put the draft on disk. A draft of another month that is still there goes to the backups.

        Raises:
            NotSaved: it is not on disk; the caller still has it, and the next save may work.
            Busy, DraftHeld: another window is in the way.
        """
        with self._draft.hold(), self._ledger.saving():
            self._draft.save(draft)

    def drop_draft(self) -> None:
        """Remove the draft; nothing happens where there is none. Raises NotSaved, Busy, DraftHeld."""
        files.refuse_a_file(self.folder.path)
        if self.folder.draft.exists():
            with self._draft.hold(), self._ledger.saving():
                files.remove(self.folder.draft)

    def set_aside_draft(self) -> Path | None:
        """Move the draft to the backups and say where it is; None where there is none. Raises as `save_draft`."""
        files.refuse_a_file(self.folder.path)
        if self._draft.read() is None:
            return None
        with self._draft.hold(), self._ledger.saving():
            return self._draft.set_aside()

    # -- sessions ------------------------------------------------------------------------------------------------------

    def finish(self, draft: Draft, version: Version) -> Session:
        """Make a draft's version part of its month's session: the copy, then the history, then the draft is dropped.

        A month that is finished gets it as an amendment. Finishing the same again changes nothing.

        Raises:
            NotSaved: the session is not finished; the draft is where it was.
            Busy, DraftHeld: another window is in the way.
        """
        from store import sessions

        with self._draft.hold(), self._ledger.saving():
            standing = self._ledger.standing()
            session = sessions.of_month(standing, draft.month)
            if session is None or not sessions.is_same(session.newest, version):
                session = self._finish(standing, draft, version)
            else:
                files.confirm(self.folder.history)
            self._draft.drop_finished(draft.month)
        return session

    def delete(self, month: Month) -> None:
        """Move a finished session to the deleted ones, its copy to the backups. Raises NothingThere, NotSaved, Busy."""
        from store import copies, sessions

        with self._ledger.saving_what_is_there(sessions.none_finished(month)):
            at = self._ledger.stamp()
            with self._ledger.changing("delete", self._ledger.standing(), finished_draft=None) as database:
                sessions.delete(database, month, at)
            with suppress(NotSaved):  # a copy that stays is noticed at the next reading, and nothing is lost by it
                copies.put_away(self.folder, month, at)

    def put_back(self, month: Month) -> Session:
        """Make the newest deleted session of a month a finished one again.

        Raises:
            NothingThere: none was deleted.
            AlreadyThere: the month has been finished again since.
        """
        from store import copies, sessions

        with self._ledger.saving_what_is_there(sessions.none_deleted(month)):
            standing = self._ledger.standing()
            with self._ledger.changing("putback", standing) as database:
                sessions.put_back(database, month)
                session = sessions.read_back(database, month)
                self._ledger.keep_copy(sessions.tables_of(database), month)
            copies.forget_put_away(self.folder, month)
        return session

    def fill(self, history: History) -> None:
        """Put a whole history into an empty folder. Raises AlreadyThere, NotSaved, FolderProblem."""
        from store import sessions

        files.refuse_a_file(self.folder.path)
        if set(files.names(self.folder.path)) - {self.folder.lock.name, self.folder.draft_lock.name}:
            raise AlreadyThere(f"{self.folder.path} is not empty. Choose a folder that is empty or does not exist yet.")
        with self._ledger.saving(), self._ledger.changing("fill", {}) as database:
            sessions.put(database, history)
            self._ledger.keep_copies(sessions.tables_of(database))

    # -- care ----------------------------------------------------------------------------------------------------------

    def mend(self) -> None:
        """Put right what can be put right when the app opens, with a notice for each: never raises for a full disk.

        Unfinished files of a killed save go, permissions become private, a damaged file is set aside and rebuilt, and
        an older form is brought up to date after a backup. Raises NewerFolder, and Unreadable for history.json.
        """
        files.refuse_a_file(self.folder.path)
        if not files.names(self.folder.path):
            return
        files.read(self.folder.history, 1)
        try:
            for notice in (*inspection.tightened_all(self.folder), *inspection.conflicts(self.folder)):
                self._notice(notice)
            if self._ledger.wants_mending():
                with self._ledger.saving():
                    self._ledger.standing()
            if self._draft.wants_mending():
                with self._draft.hold(), self._ledger.saving():
                    self._draft.mend()
        except (NotSaved, Unreadable, Busy, DraftHeld) as problem:
            self._notice(Notice(NoticeKind.NOT_MENDED, str(problem)))

    def check(self) -> Report:
        """Look over every file; of none is anything changed but permissions that are too wide. Raises NewerFolder."""
        from store import checkup

        files.refuse_a_file(self.folder.path)
        return checkup.report(self.folder)

    def accept(self) -> tuple[Change, ...]:
        """Take over and sign what another program changed in history.json, and say what that was.

        Raises:
            NothingThere: nothing was changed.
            Unreadable: the changed file is no history any more.
            NewerFolder: a newer program wrote history.json.
        """
        from store import accepting

        with self._ledger.saving_what_is_there(accepting.NOTHING):
            return accepting.accept(self._ledger)

    def backup(self) -> Path:
        """Keep a backup now, and write the session copies that are not as they should be. Raises NothingThere."""
        nothing = "There is no finished session to keep yet."
        with self._ledger.saving_what_is_there(nothing):
            if not self._ledger.has_sessions():  # what is damaged past help stays as it is
                self._ledger.seen()
                self._notice_left_over(())
                lost = any(notice.kind is NoticeKind.LOST for notice in self._noticed)
                raise NothingThere("Nothing was kept, for no session can be read." if lost else nothing)
            self._ledger.keep_copies(self._ledger.standing())
            return self._ledger.back_up("byhand")

    def backups(self) -> tuple[Backup, ...]:
        """Give the backups, newest first."""
        from store import backups

        files.refuse_a_file(self.folder.path)
        return backups.listed(self.folder)

    def preview(self, which: str) -> Preview:
        """Tell what `restore` would do, without doing it. Raises as `restore`."""
        from store import restoring

        files.refuse_a_file(self.folder.path)
        draft = restoring.draft_set_aside(self.folder, which)
        if draft is not None:
            return restoring.Preview(draft[0], draft=draft[1])
        name, chosen = self._chosen(which)
        standing = self._ledger.seen()
        return restoring.preview(name, standing, restoring.target(standing, name, chosen))

    def restore(self, which: str) -> Preview:
        """Go back to a backup (its name or time, or the beginning of one, or ``newest``), keeping one of today's state.

        ``copies`` brings in what only the session copies hold; a set-aside draft's name makes it the draft again.
        Sessions that the backup lacks become deleted ones, which can be put back.

        Raises:
            NothingThere: there is no such backup.
            Unreadable: it is not whole.
            AlreadyThere: a draft is in progress.
        """
        from store import restoring

        files.refuse_a_file(self.folder.path)
        draft = restoring.draft_set_aside(self.folder, which)
        if draft is not None:
            with self._draft.hold(), self._ledger.saving():
                self._draft.bring_back(draft[0])
            return restoring.Preview(draft[0], draft=draft[1])
        name, chosen = self._chosen(which)
        with self._ledger.saving():
            standing = self._ledger.standing()
            wanted = restoring.target(standing, name, chosen)
            if restoring.differ(standing, wanted):
                self._ledger.replace("restore", standing, wanted)
            else:
                self._ledger.keep_copies(standing)
            return restoring.preview(name, standing, wanted)

    # -- inside --------------------------------------------------------------------------------------------------------

    def _notice(self, notice: Notice) -> None:
        self._noticed[notice] = None

    def _tighten(self, path: Path) -> None:
        notice = inspection.tightened(path)
        if notice is not None:
            self._notice(notice)

    def _signed_history(self) -> bytes | None:
        """Give the bytes of history.json; None where there is none, or not as it was saved."""
        from store import tables

        files.refuse_a_file(self.folder.path)
        self._tighten(self.folder.history)
        content = files.read(self.folder.history)
        if content is None:
            self._presence.refuse_gone()
            return None
        self._presence.saw()
        return content if tables.is_signed(content) else None

    def _history_looked_into(self) -> History:
        from store import sessions

        history, unread = sessions.one_by_one(self._ledger.seen())
        for where in unread:
            self._notice(Notice(NoticeKind.LOST, f"history.json: {where} can't be read; it is kept as it is."))
        return history

    def _notice_left_over(self, finished: tuple[Month, ...]) -> None:
        known = set(finished)
        left = [month for month in self._copied() if month not in known]
        if left and not self._is_being_finished(left):
            from store import left_over

            for notice in left_over.told(self.folder, left):
                self._notice(notice)
        if not finished and inspection.set_aside(self.folder):
            from store.recovery import PUT_BACK

            text = f"{inspection.set_aside(self.folder)[-1]} was set aside and there is no copy of what it held."
            self._notice(Notice(NoticeKind.LOST, f"{text} {PUT_BACK}"))

    def _copied(self) -> list[Month]:
        """Give the months that have a copy; where the copies can't be read, that is noticed, and the history stands."""
        from store import copies

        try:
            return copies.held(self.folder)
        except Unreadable as problem:
            self._notice(Notice(NoticeKind.NOT_MENDED, str(problem)))
            return []

    def _chosen(self, which: str) -> tuple[str, list[Tables]]:
        from store import restoring

        name, chosen, passed_over = restoring.sources(self.folder, which)
        for why in passed_over:
            self._notice(Notice(NoticeKind.NOT_MENDED, why))
        return name, chosen

    def _is_being_finished(self, left: list[Month]) -> bool:
        """Tell whether the copy left over is that of a finishing which was cut short, and the draft goes on with it."""
        draft = self.draft()
        return draft is not None and left == [draft.month]

    def _finish(self, standing: Tables, draft: Draft, version: Version) -> Session:
        from store import sessions

        with self._ledger.changing("finish", standing, finished_draft=self._draft.mark()) as database:
            sessions.finish(database, draft, version)
            session = sessions.read_back(database, draft.month)
            self._ledger.keep_copy(sessions.tables_of(database), draft.month)
        return session
