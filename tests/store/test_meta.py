"""What a hand wrote into `meta` stays there and is shown, like every field that the program doesn't know."""

from collections.abc import Callable

import pytest

from store import files, schema, sessions, tables
from store.difference import Change
from store.library import Library
from store.tables import META, ONLY
from tests.store.sample import DECEMBER, NOVEMBER, OCTOBER, finished, library

MINE = (Change("meta/1/mine", None, "7"),)


@pytest.fixture
def one(into: Library) -> Library:
    finished(into, OCTOBER, NOVEMBER)
    return into


def written_by_hand(into: Library) -> None:
    path = into.folder.history
    files.write(path, path.read_bytes().replace(b'"schema":1,', b'"schema":1,"mine":7,', 1))


def meta(into: Library) -> dict[str, object]:
    return dict(tables.read(into.folder.history.read_bytes())[META][ONLY])


def test_a_field_in_meta_is_shown_and_taken_over(one: Library) -> None:
    revision = sessions.revision(meta(one))
    written_by_hand(one)
    assert one.check().changes == MINE
    assert one.accept() == MINE
    assert meta(one)["mine"] == 7
    assert sessions.revision(meta(one)) == revision + 1
    assert one.check().faults == ()


def test_a_field_in_meta_that_was_set_aside_is_taken_over_too(one: Library) -> None:
    written_by_hand(one)
    opened = library(one.folder.path)
    finished(opened, DECEMBER)
    assert opened.check().changes == MINE
    assert opened.accept() == MINE
    assert meta(opened)["mine"] == 7


def test_a_field_taken_out_of_meta_is_gone_once_that_is_taken_over(one: Library) -> None:
    written_by_hand(one)
    one.accept()
    files.write(one.folder.history, one.folder.history.read_bytes().replace(b',"mine":7', b""))
    assert one.accept() == (Change("meta/1/mine", "7", None),)
    assert "mine" not in meta(one)


@pytest.mark.parametrize(
    "then",
    [
        lambda into: into.history() and finished(into, DECEMBER),
        lambda into: into.restore("newest"),
        lambda into: into.restore("copies"),
        lambda into: (into.folder.history.unlink(), into.backup()),
    ],
    ids=["finish", "restore", "copies", "rebuild"],
)
def test_a_field_in_meta_outlives_all_else(then: Callable[[Library], object], one: Library) -> None:
    written_by_hand(one)
    one.accept()
    then(one)
    assert meta(one)["mine"] == 7


def test_meta_of_a_restored_backup_counts_on_and_brings_no_draft_s_end_back(one: Library) -> None:
    those = tables.read(one.folder.history.read_bytes())
    those[META][ONLY]["finished_draft"] = "another"
    files.write(one.folder.history, tables.write(those, schema.HISTORY_TABLES, schema.CURRENT))
    one.restore(one.backups()[-1].name)
    assert meta(one)["finished_draft"] == "another"
