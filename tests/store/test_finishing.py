"""Finishing and amending: the copy, then the history, then the draft; unknown fields and bytes stay."""

import shutil
from pathlib import Path

import msgspec
import pytest
from msgspec import structs

from review.history import History
from review.records import GoalKind, LearningGoal, Prospect, Session
from store import files, tables
from store.library import Library
from store.notices import NoticeKind
from store.problems import NotConfirmed, NotSaved
from tests.store.faults import Faulty, calls_of
from tests.store.sample import DECEMBER, NOVEMBER, OCTOBER, contents, copied, draft, finished, library, version


def test_finishing_writes_the_copy_then_the_history_then_drops_the_draft(
    into: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = draft(NOVEMBER, "a line")
    into.save_draft(one)
    order: list[str] = []
    real_write, real_remove = files.write, files.remove

    def write(path: Path, content: bytes, **how: bool) -> None:
        order.append(path.name)
        real_write(path, content, **how)

    def remove(path: Path) -> None:
        order.append(f"no {path.name}")
        real_remove(path)

    monkeypatch.setattr(files, "write", write)
    monkeypatch.setattr(files, "remove", remove)
    session = into.finish(one, version(one))
    assert order == ["2026-11.json", "history.json", "history-2026-11-22T20-15-03-finish.json", "no draft.json"]
    assert session == Session(NOVEMBER, (version(one),))
    assert into.history() == History(
        (session,), {each.id: each for each in one.prospects}, {each.id: each for each in one.segments}
    )
    assert into.draft() is None
    assert into.notices() == ()


def test_finishing_again_changes_nothing(into: Library, folder: Path) -> None:
    one = draft(NOVEMBER, "a line")
    into.save_draft(one)
    into.finish(one, version(one))
    before = contents(folder)
    later = structs.replace(version(one), at=version(one).at.replace(hour=23))
    assert library(folder).finish(one, later) == into.history().last
    assert contents(folder) == before


def test_finishing_before_anything_was_saved_works(into: Library) -> None:
    one = draft(NOVEMBER)
    into.finish(one, version(one))
    assert into.history().months == (NOVEMBER,)


def test_sessions_come_in_month_order_whatever_order_they_were_finished_in(into: Library) -> None:
    finished(into, DECEMBER, OCTOBER, NOVEMBER)
    assert into.history().months == (OCTOBER, NOVEMBER, DECEMBER)


def test_an_amendment_is_added_and_the_versions_before_keep_every_byte(into: Library) -> None:
    finished(into, OCTOBER)
    before = into.folder.history.read_bytes()
    first = before[before.index(b'{"at":') : before.index(b'}]}},"deleted"') + 1]
    amendment = draft(OCTOBER, "better words", amends=True)
    into.save_draft(amendment)
    session = into.finish(amendment, version(amendment, "a wrong number"))
    assert [each.why for each in session.versions] == [None, "a wrong number"]
    assert into.history().session(OCTOBER) == session
    assert first in into.folder.history.read_bytes()
    assert first in into.folder.copy(OCTOBER).read_bytes()


def test_a_session_that_did_not_change_keeps_every_byte_and_unknown_field(into: Library) -> None:
    finished(into, OCTOBER)
    known = tables.read(into.folder.history.read_bytes())
    known["sessions"]["202610"]["weather"] = {"sunny": True}
    known["prospects"]["1"]["colour"] = "red"
    files.write(into.folder.history, tables.write(known, (), 1))
    session = msgspec.json.encode(dict(known["sessions"]["202610"]))
    into.finish(draft(NOVEMBER), version(draft(NOVEMBER)))
    assert session in into.folder.history.read_bytes()
    assert tables.read(into.folder.history.read_bytes())["prospects"]["1"]["colour"] == "red"
    into.delete(OCTOBER)
    into.put_back(OCTOBER)
    assert tables.read(into.folder.history.read_bytes())["sessions"]["202610"]["weather"] == {"sunny": True}
    assert into.history().months == (OCTOBER, NOVEMBER)


def test_names_are_merged_in_by_id(into: Library) -> None:
    finished(into, OCTOBER)
    renamed = structs.replace(
        draft(NOVEMBER, None, "Borealis"),
        prospects=(
            Prospect("id of Acme", "Acme & Sons"),
            Prospect("id of Borealis", "Borealis", merged_into="id of Acme"),
        ),
        goals=(LearningGoal("g1", "a book", GoalKind.BOOK),),
    )
    into.finish(renamed, version(renamed))
    history = into.history()
    assert history.prospect("id of Acme").name == "Acme & Sons"
    assert history.prospect("id of Borealis").name == "Acme & Sons"
    assert history.goal("g1").title == "a book"
    assert len(history.prospects) == 2
    unmerged = structs.replace(draft(DECEMBER), prospects=(Prospect("id of Borealis", "Borealis"),))
    into.finish(unmerged, version(unmerged))
    assert into.history().prospect("id of Borealis").name == "Borealis"


def test_a_copy_holds_its_session_and_the_names_it_uses_and_no_other(into: Library) -> None:
    finished(into, OCTOBER)
    merging = structs.replace(
        draft(NOVEMBER, 'a quote " and a \\', "Borealis", "Calder"),
        prospects=(
            Prospect("id of Borealis", "Borealis", merged_into="id of Delphi"),
            Prospect("id of Calder", "Calder"),
            Prospect("id of Delphi", "Delphi"),
            Prospect("id of Ester", "Ester"),
        ),
    )
    into.finish(merging, version(merging))
    copy = tables.read(into.folder.copy(NOVEMBER).read_bytes())
    names = {each["name"] for each in copy["prospects"].values()}
    assert names == {"Borealis", "Calder", "Delphi"}
    assert [each["id"] for each in copy["segments"].values()] == ["s1"]
    assert list(copy["sessions"]) == ["202611"]
    assert list(copy) == ["meta", "prospects", "segments", "goals", "sessions", "deleted"]


def test_a_backup_that_fails_is_no_failed_finishing(into: Library) -> None:
    finished(into, OCTOBER)
    shutil.rmtree(into.folder.backups)
    into.folder.backups.write_text("in the way")
    one = draft(NOVEMBER)
    into.save_draft(one)
    into.finish(one, version(one))
    assert into.history().months == (OCTOBER, NOVEMBER)
    assert into.draft() is None
    assert [notice.kind for notice in into.notices()][-1] == NoticeKind.NOT_BACKED_UP


def test_a_finished_draft_that_can_t_be_removed_is_not_shown_again(
    into: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = draft(NOVEMBER)
    into.save_draft(one)

    def refuse(path: Path) -> None:
        raise NotSaved(f"{path.name} could not be removed.")

    with monkeypatch.context() as faulty:
        faulty.setattr(files, "remove", refuse)
        into.finish(one, version(one))
    assert into.folder.draft.exists()
    assert library(folder).draft() is None
    into.save_draft(draft(DECEMBER))
    assert library(folder).draft() == draft(DECEMBER)
    assert list(into.folder.backups.glob("draft-*")) == []


def test_a_finishing_that_was_not_confirmed_can_be_repeated(
    into: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The flush of the folder fails after the history is in place: not called lost, and safe to repeat."""
    one = draft(NOVEMBER)
    into.save_draft(one)
    other = copied(into.folder.path, tmp_path / "counted")
    calls = calls_of(lambda: library(other).finish(one, version(one)), monkeypatch)
    replaced = [place for place, name in enumerate(calls) if name == "replace"][1]
    with monkeypatch.context() as faulty:
        faulty.setattr(files, "os", Faulty(calls.index("fsync", replaced), "EIO"))
        with pytest.raises(NotConfirmed, match="is written"):
            library(into.folder.path).finish(one, version(one))
    before = into.folder.history.read_bytes()
    into.finish(one, version(one))
    assert into.folder.history.read_bytes() == before
    assert into.history().months == (NOVEMBER,)
    assert into.draft() is None
