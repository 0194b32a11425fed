"""What the rest of the program relies on: a first run, deleting, filling, odd places, and what reading costs."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from review.history import History
from review.records import Answers, Draft, Place, Version
from store import files, tables
from store.library import Library
from store.notices import NoticeKind
from store.problems import AlreadyThere, FolderProblem, NewerFolder, NothingThere, NotSaved, Unreadable
from tests.store.sample import DECEMBER, NOVEMBER, OCTOBER, contents, draft, finished, library, ticking, version
from tests.two_months import history as two_months

ROOT = Path(__file__).parent.parent.parent


# --- a first run ------------------------------------------------------------------------------------------------------


def test_opening_and_reading_create_nothing(into: Library, quick_path: Path) -> None:
    before = files.names(quick_path)
    assert into.history() == History()
    assert into.draft() is None
    assert into.deleted() == ()
    assert into.backups() == ()
    assert into.draft_holder() is None
    into.mend()
    into.drop_draft()
    assert into.set_aside_draft() is None
    assert into.check().faults == ()
    assert into.notices() == ()
    assert files.names(quick_path) == before


@pytest.mark.parametrize("made", [False, True], ids=["no folder", "a folder of other things"])
@pytest.mark.parametrize(
    "asked",
    [
        lambda into: into.backup(),
        lambda into: into.accept(),
        lambda into: into.restore("newest"),
        lambda into: into.restore("copies"),
        lambda into: into.delete(OCTOBER),
        lambda into: into.put_back(OCTOBER),
    ],
    ids=["backup", "accept", "restore", "copies", "delete", "put back"],
)
def test_what_needs_a_history_leaves_a_mistyped_folder_alone(
    asked: Callable[[Library], object], made: bool, into: Library, quick_path: Path
) -> None:
    if made:
        into.folder.path.mkdir(parents=True)
        (into.folder.path / "letter.txt").write_text("mine")
    before = sorted(quick_path.rglob("*"))
    with pytest.raises(NothingThere):
        asked(into)
    assert sorted(quick_path.rglob("*")) == before


def test_all_that_is_created_is_private(into: Library, folder: Path) -> None:
    finished(into, OCTOBER)
    into.save_draft(draft(NOVEMBER))
    into.set_aside_draft()
    into.delete(OCTOBER)
    into.save_draft(draft(NOVEMBER))
    made = [folder.parent.parent, folder.parent, folder, *folder.rglob("*")]
    assert len(made) > 10
    assert [path for path in made if path.stat().st_mode & 0o077] == []


# --- deleting and putting back ----------------------------------------------------------------------------------------


def test_deleting_moves_the_session_and_its_copy(into: Library) -> None:
    finished(into, OCTOBER, NOVEMBER)
    into.delete(OCTOBER)
    assert into.history().months == (NOVEMBER,)
    assert [session.month for session in into.deleted()] == [OCTOBER]
    assert files.names(into.folder.copies) == ["2026-11.json"]
    assert (into.folder.backups / "deleted-2026-10-2026-11-22T20-15-03.json").exists()
    assert not into.check().faults


def test_a_refused_delete_leaves_the_copy_where_recovery_finds_it(
    into: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    finished(into, OCTOBER, NOVEMBER)
    write = files.write

    def full(path: Path, content: bytes, *, at_once: bool = True) -> None:
        if path == into.folder.history:
            raise NotSaved("no room")
        write(path, content, at_once=at_once)

    with monkeypatch.context() as on_a_full_disk:
        on_a_full_disk.setattr(files, "write", full)
        with pytest.raises(NotSaved):
            into.delete(OCTOBER)
    assert into.folder.copy(OCTOBER).exists()
    files.write(into.folder.history, b"damaged")
    assert library(into.folder.path).history().months == (OCTOBER, NOVEMBER)


def test_a_deleted_session_is_deleted_even_where_its_copy_can_t_be_moved(
    into: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    finished(into, OCTOBER, NOVEMBER)

    def refused(*_: object) -> None:
        raise NotSaved("no room")

    monkeypatch.setattr(files, "move", refused)
    into.delete(OCTOBER)
    assert into.history().months == (NOVEMBER,)
    assert [notice.kind for notice in into.notices()] == [NoticeKind.LEFT_OVER]


def test_putting_back_restores_the_session_and_its_copy(into: Library) -> None:
    before = finished(into, OCTOBER)[0]
    into.delete(OCTOBER)
    assert into.put_back(OCTOBER) == before
    assert into.history().sessions == (before,)
    assert into.deleted() == ()
    assert into.folder.copy(OCTOBER).exists()
    assert list(into.folder.backups.glob("deleted-*")) == []
    assert not into.check().faults


def test_what_is_not_there_can_t_be_deleted_or_put_back(into: Library) -> None:
    finished(into, OCTOBER)
    before = contents(into.folder.path)
    with pytest.raises(NothingThere, match="no finished session for November 2026"):
        into.delete(NOVEMBER)
    with pytest.raises(NothingThere, match="no deleted session for October 2026"):
        into.put_back(OCTOBER)
    assert contents(into.folder.path) == before


def test_a_month_finished_again_is_not_overwritten_by_the_deleted_one(into: Library) -> None:
    finished(into, OCTOBER)
    into.delete(OCTOBER)
    again = draft(OCTOBER, "the second time")
    into.finish(again, version(again))
    with pytest.raises(AlreadyThere, match="October 2026 is finished again"):
        into.put_back(OCTOBER)
    into.delete(OCTOBER)
    assert len(into.deleted()) == 2
    assert into.put_back(OCTOBER).answers.line == "the second time"


def test_the_same_draft_can_be_finished_again_after_deleting(into: Library) -> None:
    one = draft(NOVEMBER)
    into.save_draft(one)
    into.finish(one, version(one))
    into.delete(NOVEMBER)
    into.save_draft(one)
    assert into.draft() == one
    into.finish(one, version(one))
    assert into.history().months == (NOVEMBER,)


# --- a whole history --------------------------------------------------------------------------------------------------


def test_a_whole_history_fills_an_empty_folder(into: Library) -> None:
    into.fill(two_months())
    assert into.history() == two_months()
    assert files.names(into.folder.copies) == ["2026-10.json", "2026-11.json"]
    assert not into.check().faults
    (into.folder.history).write_bytes(b"")
    assert library(into.folder.path).history() == two_months()


def test_a_folder_with_anything_in_it_is_not_filled(into: Library) -> None:
    into.folder.path.mkdir(parents=True)
    (into.folder.path / "notes.txt").write_text("mine")
    with pytest.raises(AlreadyThere, match="is not empty"):
        into.fill(two_months())
    assert files.names(into.folder.path) == ["notes.txt"]


# --- places that can't be written or read -----------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["data", "data/in/it"], ids=["the folder", "one above it"])
def test_a_file_where_the_folder_should_be_is_named(place: str, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    into, one = library(tmp_path / place), draft(NOVEMBER)
    reading = (into.history, into.draft, into.deleted, into.backups, into.check, lambda: into.preview("newest"))
    mending = (into.mend, into.drop_draft, into.set_aside_draft, into.backup, into.accept)
    changing = (
        lambda: into.save_draft(one),
        lambda: into.finish(one, version(one)),
        lambda: into.delete(NOVEMBER),
        lambda: into.put_back(NOVEMBER),
        lambda: into.restore("newest"),
        lambda: into.restore("draft-2026-11"),
        lambda: into.fill(two_months()),
    )
    for asked in (*reading, *mending, *changing):
        with pytest.raises(FolderProblem) as problem:
            asked()
        assert (
            str(problem.value)
            == f"{tmp_path / 'data'} is a file, not a folder. Move it away, or choose another folder with --data."
        )


@pytest.mark.parametrize("name", ["sessions", "backups"])
def test_a_file_where_a_folder_inside_should_be_is_named_and_hides_no_session(name: str, into: Library) -> None:
    finished(into, OCTOBER)
    inner = into.folder.path / name
    shutil.rmtree(inner)
    inner.write_bytes(b"")
    said = f"{inner} is a file, not a folder. Move it away"
    opened = library(into.folder.path)
    opened.mend()
    assert opened.history().months == (OCTOBER,)
    assert any(said in fault for fault in opened.check().faults)
    with pytest.raises((Unreadable, FolderProblem), match=re.escape(said)):
        opened.backup()
    inner.unlink()
    opened.backup()
    assert not opened.check().faults


def test_a_history_that_can_t_be_read_is_not_taken_for_damaged(into: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    finished(into, OCTOBER)
    before = contents(into.folder.path)
    real = files.read

    def refuse(path: Path, most: int | None = None) -> bytes | None:
        if path == into.folder.history:
            raise Unreadable("history.json can't be read.")
        return real(path, most)

    with monkeypatch.context() as faulty:
        faulty.setattr(files, "read", refuse)
        for reading in (into.history, into.mend, lambda: into.delete(OCTOBER)):
            with pytest.raises(Unreadable):
                reading()
        assert into.check().faults == ("history.json can't be read.",)
    assert contents(into.folder.path) == before


def test_a_linked_folder_and_a_linked_history_stay_links(tmp_path: Path) -> None:
    real, cloud = tmp_path / "real", tmp_path / "cloud"
    real.mkdir()
    cloud.mkdir()
    (tmp_path / "link").symlink_to(real)
    (real / "history.json").symlink_to(cloud / "mine.json")
    into = library(tmp_path / "link")
    finished(into, OCTOBER)
    (cloud / ".mine.json.0123abcd.tmp").write_text("left by a kill")
    finished(library(tmp_path / "link"), NOVEMBER)
    assert (tmp_path / "link").is_symlink()
    assert (real / "history.json").is_symlink()
    assert files.names(cloud) == ["mine.json"]
    assert into.history().months == (OCTOBER, NOVEMBER)


def test_unfinished_files_of_a_killed_save_are_swept_by_the_next(into: Library) -> None:
    finished(into, OCTOBER)
    left = [
        into.folder.path / ".draft.json.0123abcd.tmp",
        into.folder.copies / ".2026-11.json.0123abcd.tmp",
        into.folder.backups / ".history-x.json.0123abcd.tmp",
    ]
    for path in left:
        path.write_text("half")
    library(into.folder.path).mend()
    assert [path for path in left if path.exists()] == []


def test_mending_where_nothing_can_be_written_says_so_and_goes_on(
    into: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    finished(into, OCTOBER)
    files.write(into.folder.history, b"damaged")

    def refuse(path: Path, _: bytes, **how: bool) -> None:
        raise NotSaved(f"{path.name} could not be saved.")

    monkeypatch.setattr(files, "write", refuse)
    opened = library(into.folder.path)
    opened.mend()
    assert [notice.kind for notice in opened.notices()] == [NoticeKind.NOT_MENDED]
    assert opened.history().months == (OCTOBER,)


# --- what reading costs -----------------------------------------------------------------------------------------------


def test_reading_loads_neither_tinydb_nor_the_lock(into: Library) -> None:
    finished(into, OCTOBER)
    into.save_draft(draft(NOVEMBER))
    reading = f"""
import sys, datetime
from pathlib import Path
from store.library import Library
one = Library(Path({str(into.folder.path)!r}), datetime.datetime.now)
assert one.history().sessions and one.draft() and one.draft_holder() is None
one.mend()
sys.exit(sorted({{"tinydb", "filelock", "platformdirs", "tomlkit"}} & set(sys.modules)) or 0)
"""
    ran = subprocess.run([sys.executable, "-c", reading], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


# --- forms of other times ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["history.json", "draft.json"])
def test_a_newer_file_is_refused_and_left_untouched(name: str, into: Library) -> None:
    finished(into, OCTOBER)
    into.save_draft(draft(NOVEMBER))
    path = into.folder.path / name
    files.write(path, tables.write(tables.read(path.read_bytes()), (), 99))
    before = contents(into.folder.path)
    opened = library(into.folder.path)
    refused = (
        [opened.history, opened.deleted, opened.mend, lambda: opened.delete(OCTOBER), opened.check, opened.backup]
        if name == "history.json"
        else [opened.draft, lambda: opened.save_draft(draft(NOVEMBER))]
    )
    for doing in refused:
        with pytest.raises(NewerFolder, match="written by a newer obsess-review"):
            doing()
    assert contents(into.folder.path) == before


def test_a_record_this_program_can_t_read_is_named_and_kept(into: Library) -> None:
    finished(into, OCTOBER, NOVEMBER)
    known = tables.read(into.folder.history.read_bytes())
    known["sessions"]["202610"]["versions"] = [{"of a form": "nobody knows"}]
    files.write(into.folder.history, tables.write(known, (), 1))
    into.folder.copy(OCTOBER).unlink()
    opened = library(into.folder.path)
    assert opened.history().months == (NOVEMBER,)
    assert "sessions/202610 can't be read" in opened.notices()[0].text
    finished(opened, DECEMBER)
    assert tables.read(into.folder.history.read_bytes())["sessions"]["202610"]["versions"] == [
        {"of a form": "nobody knows"}
    ]
    assert any("sessions/202610" in fault for fault in opened.check().faults)


def test_answers_alone_are_enough_to_be_saved(into: Library) -> None:
    nothing = Draft(month=NOVEMBER, place=Place("commit"), answers=Answers())
    into.finish(nothing, Version(at=version(nothing).at, reviewed_on=version(nothing).reviewed_on, answers=Answers()))
    assert into.history().months == (NOVEMBER,)


def test_a_year_of_finishing_keeps_the_backups_few(folder: Path) -> None:
    into = ticking(folder)
    for count in range(40):
        one = draft(NOVEMBER, f"line {count}", amends=count > 0)
        into.finish(one, version(one, str(count)))
    assert len(into.backups()) == 1
    assert into.backups()[0].sessions == 1
