"""Copies and backups that can't be used: each is named, with what to do, and passed over; the good ones are used."""

import os
import shutil
from pathlib import Path

import pytest

from store import files, schema, tables
from store.library import Library
from store.notices import NoticeKind
from store.problems import NewerFolder, NothingThere, Unreadable
from tests.store.sample import DECEMBER, NOVEMBER, OCTOBER, contents, draft, finished, library, version

NEWER = "was written by a newer obsess-review, and was left as it is. Install the newer one to use it."
MISNAMED = "sessions/2026-12.json holds October 2026, not December 2026. Rename or remove it."
A_FOLDER = "is a folder, not a file. Move it away; nothing in it was read."


@pytest.fixture
def one(into: Library) -> Library:
    finished(into, OCTOBER, NOVEMBER)
    return into


def made_newer(path: Path) -> None:
    those = tables.read(path.read_bytes())
    files.write(path, tables.write(those, schema.HISTORY_TABLES, schema.CURRENT + 1))


def damaged(into: Library) -> None:
    files.write(into.folder.history, b"damaged")


def told(into: Library) -> list[str]:
    return [notice.text for notice in into.notices()]


def test_a_copy_under_another_month_s_name_is_named_and_is_no_session_that_is_lacking(one: Library) -> None:
    shutil.copy(one.folder.copy(OCTOBER), one.folder.copy(DECEMBER))
    assert one.check().faults == (MISNAMED,)
    one.history()
    assert told(one) == [MISNAMED]
    again = library(one.folder.path)
    assert again.restore("copies").is_nothing
    assert told(again) == [MISNAMED]


def test_a_misnamed_copy_is_used_where_its_session_is_nowhere_else(one: Library) -> None:
    one.folder.copy(OCTOBER).rename(one.folder.copy(DECEMBER))
    for path in one.folder.backups.iterdir():
        path.unlink()
    damaged(one)
    assert library(one.folder.path).history().months == (OCTOBER, NOVEMBER)


def test_a_folder_in_a_copy_s_place_stops_no_other_copy(one: Library) -> None:
    older = one.folder.history.read_bytes()
    finished(one, DECEMBER)
    files.write(one.folder.history, older)
    foreign = one.folder.copies / "2022-01.json"
    foreign.mkdir()
    says = f"{foreign} {A_FOLDER}"
    lacks = "sessions/2026-12.json holds a session that is not in your history."
    assert one.check().faults == (says, f"{lacks} Run obsess-review restore copies to bring it in.")
    opened = library(one.folder.path)
    opened.history()
    assert [notice.kind for notice in opened.notices()] == [NoticeKind.LEFT_OVER, NoticeKind.LEFT_OVER]
    assert told(opened)[1] == says
    assert opened.preview("copies").comes == (DECEMBER,)
    opened.restore("copies")
    assert opened.history().months == (OCTOBER, NOVEMBER, DECEMBER)
    assert opened.check().faults == (says,)


def test_a_damaged_copy_of_a_session_that_is_nowhere_else_says_what_it_is(one: Library) -> None:
    files.write(one.folder.copy(DECEMBER), b"damaged")
    says = "sessions/2026-12.json is damaged, and your history has no such session. Put a whole copy of it back."
    assert one.check().faults == (says,)
    one.history()
    assert told(one) == [says]


def test_a_newer_copy_is_named_passed_over_and_left_as_it_is(one: Library) -> None:
    made_newer(one.folder.copy(OCTOBER))
    newer = one.folder.copy(OCTOBER).read_bytes()
    says = f"sessions/2026-10.json {NEWER}"
    assert one.check().faults == (says,)
    one.backup()
    assert told(one) == [says]
    damaged(one)
    opened = library(one.folder.path)
    assert opened.history().months == (OCTOBER, NOVEMBER)
    assert told(opened)[0].endswith(f" {says}")
    opened.mend()
    assert opened.history().months == (OCTOBER, NOVEMBER)
    assert one.folder.copy(OCTOBER).read_bytes() == newer


def test_amending_a_session_whose_copy_is_newer_is_refused(one: Library) -> None:
    made_newer(one.folder.copy(OCTOBER))
    before = contents(one.folder.path)
    amended = draft(OCTOBER, "amended", amends=True)
    with pytest.raises(NewerFolder, match=r"sessions/2026-10\.json"):
        one.finish(amended, version(amended, "why"))
    assert contents(one.folder.path) == before


def test_a_newer_backup_is_named_and_the_others_are_listed_and_used(one: Library) -> None:
    one.backup()
    newest = one.backup().name
    made_newer(one.folder.backups / newest)
    says = f"backups/{newest} {NEWER}"
    assert one.check().faults == (says,)
    assert [(each.sessions, each.is_newer) for each in one.backups()] == [(None, True), (2, False)]
    with pytest.raises(NewerFolder, match=newest):
        one.restore(newest)
    damaged(one)
    assert library(one.folder.path).history().months == (OCTOBER, NOVEMBER)


def test_where_all_that_is_left_is_newer_nothing_is_rebuilt(one: Library) -> None:
    for path in (*one.folder.copies.iterdir(), *one.folder.backups.iterdir()):
        made_newer(path)
    damaged(one)
    before = contents(one.folder.path)
    opened = library(one.folder.path)
    for asked in (opened.history, opened.months, opened.mend, opened.backup):
        with pytest.raises(NewerFolder):
            asked()
    assert contents(one.folder.path) == before


def test_a_backup_that_is_a_folder_stops_nothing(one: Library) -> None:
    one.backup()
    newest = one.backup().name
    (one.folder.backups / newest).unlink()
    (one.folder.backups / newest).mkdir()
    assert one.check().faults == (f"{one.folder.backups / newest} {A_FOLDER}",)
    assert [each.sessions for each in one.backups()] == [None, 2]
    with pytest.raises(Unreadable):
        one.restore(newest)
    damaged(one)
    assert library(one.folder.path).history().months == (OCTOBER, NOVEMBER)


def test_without_any_good_copy_restoring_them_says_why(one: Library) -> None:
    for path in one.folder.copies.iterdir():
        made_newer(path)
    with pytest.raises(NothingThere, match=r"no session copy to restore from\. sessions/2026-10\.json was written by"):
        one.restore("copies")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_copy_that_may_not_be_read_is_passed_over(one: Library) -> None:
    one.folder.copy(OCTOBER).chmod(0)
    assert library(one.folder.path).restore("copies").is_nothing
