"""TinyDB's documented behaviours hold on our storage, and stock TinyDB opens our files."""

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import Query, TinyDB, where
from tinydb.operations import add, delete, increment
from tinydb.storages import MemoryStorage
from tinydb.table import Document

from store import files, tables
from store.problems import Damaged
from store.tiny import FileStorage, changing
from tests.store.sample import NOVEMBER, OCTOBER, draft, finished, library

ALWAYS = ("prospects", "sessions")


def opened(path: Path) -> TinyDB:
    return TinyDB(storage=lambda: FileStorage(path, ALWAYS, 1))


@pytest.fixture
def path(quick_path: Path) -> Path:
    return quick_path / "history.json"


@pytest.fixture
def db(path: Path) -> TinyDB:
    return opened(path)


def test_inserting_gives_numbers_and_reopening_finds_all(db: TinyDB, path: Path) -> None:
    assert db.insert({"name": "Acme", "hours": 2}) == 1
    assert db.insert_multiple([{"name": "Borealis", "hours": 5}, {"name": "Calder"}]) == [2, 3]
    assert db.insert(Document({"name": "Delphi"}, doc_id=9)) == 9
    assert db.insert({"name": "Ester"}) == 10
    again = opened(path)
    assert [each["name"] for each in again] == ["Acme", "Borealis", "Calder", "Delphi", "Ester"]
    assert [each.doc_id for each in again] == [1, 2, 3, 9, 10]
    assert len(again) == 5
    with pytest.raises(ValueError, match="already exists"):
        again.insert(Document({}, doc_id=9))


def test_searching_getting_and_counting(db: TinyDB) -> None:
    db.insert_multiple([{"name": "Acme", "a": {"b": [1, 2]}}, {"name": "Borealis", "a": {"b": []}}, {"name": "Calder"}])
    one = Query()
    assert db.search(one.name == "Acme") == [{"name": "Acme", "a": {"b": [1, 2]}}]
    assert [each["name"] for each in db.search(one.a.b.any([2]))] == ["Acme"]
    assert [each["name"] for each in db.search(~one.a.exists())] == ["Calder"]
    assert [each["name"] for each in db.search(one.name.matches("[AB]") & (one.a.b != []))] == ["Acme"]
    assert db.search(one.fragment({"name": "Calder"})) == [{"name": "Calder"}]
    assert db.get(doc_id=2) == {"name": "Borealis", "a": {"b": []}}
    assert db.get(one.name == "nobody") is None
    assert db.contains(one.name == "Acme")
    assert db.count(one.a.exists()) == 2
    assert [each.doc_id for each in db.get(doc_ids=[1, 3])] == [1, 3]


def test_updating_removing_and_upserting(db: TinyDB, path: Path) -> None:
    db.insert_multiple([{"name": "Acme", "hours": 1}, {"name": "Borealis", "hours": 2}, {"name": "Calder", "hours": 3}])
    assert db.update({"dream": True}, where("hours") > 1) == [2, 3]
    assert db.update(increment("hours"), doc_ids=[1]) == [1]
    assert db.update(add("hours", 10), where("name") == "Acme") == [1]
    assert db.update(delete("dream"), doc_ids=[3]) == [3]
    assert db.update_multiple([({"name": "Delphi"}, where("name") == "Borealis")]) == [2]
    assert db.upsert({"name": "Acme", "hours": 0}, where("name") == "Acme") == [1]
    assert db.upsert(Document({"name": "Ester"}, doc_id=7)) == [7]
    assert db.update({"lost": True}, doc_ids=[99]) == []
    assert db.remove(where("name") == "Calder") == [3]
    assert opened(path).all() == [
        {"name": "Acme", "hours": 0},
        {"name": "Delphi", "hours": 2, "dream": True},
        {"name": "Ester"},
    ]
    db.truncate()
    assert opened(path).all() == []


def test_several_tables_and_dropping_them(db: TinyDB, path: Path) -> None:
    db.table("segments").insert({"name": "medical"})
    db.table("goals", cache_size=0).insert({"title": "a book"})
    assert opened(path).tables() == {"meta", *ALWAYS, "segments", "goals"}
    db.drop_table("goals")
    assert opened(path).tables() == {"meta", *ALWAYS, "segments"}
    db.drop_tables()
    assert opened(path).tables() == {"meta", *ALWAYS}


def test_nothing_is_there_before_the_first_save(db: TinyDB, path: Path) -> None:
    assert db.all() == []
    assert db.tables() == set()
    assert not path.exists()


numbers = st.integers(0, 4)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("insert"), numbers),
        st.tuples(st.just("update"), numbers),
        st.tuples(st.just("remove"), numbers),
        st.tuples(st.just("upsert"), numbers),
        st.tuples(st.just("truncate"), st.just(0)),
        st.tuples(st.just("reopen"), st.just(0)),
    ),
    max_size=12,
)


def step(db: TinyDB, what: str, number: int, count: int) -> object:
    table = db.table("ab"[number % 2])
    doings: dict[str, Callable[[], Any]] = {
        "insert": lambda: table.insert({"number": number, "made": count}),
        "update": lambda: table.update({"changed": count}, where("number") == number),
        "remove": lambda: table.remove(where("number") == number),
        "upsert": lambda: table.upsert({"number": number, "put": count}, where("number") == number),
        "truncate": table.truncate,
    }
    return doings[what]()


@given(steps)
def test_whatever_is_done_both_storages_hold_the_same(done: list[tuple[str, int]]) -> None:
    path = Path("/dev/shm") if Path("/dev/shm").exists() else Path("/tmp")  # noqa: S108 - a name of its own in it
    file = files.free(path, "obsess-review-test", ".json")
    stock, ours = TinyDB(storage=MemoryStorage), opened(file)
    memory = stock.storage
    try:
        for count, (what, number) in enumerate(done):
            if what == "reopen":
                stock, ours = TinyDB(storage=lambda: memory), opened(file)
            else:
                assert step(ours, what, number, count) == step(stock, what, number, count)
        for table in "ab":
            assert ours.table(table).all() == stock.table(table).all()
            assert [each.doc_id for each in ours.table(table)] == [each.doc_id for each in stock.table(table)]
    finally:
        file.unlink(missing_ok=True)


def test_stock_tinydb_opens_every_file_of_the_folder(tmp_path: Path) -> None:
    into = library(tmp_path / "data")
    finished(into, OCTOBER)
    into.save_draft(draft(NOVEMBER, "frank words"))
    with TinyDB(into.folder.history, encoding="utf-8", access_mode="r") as stock:
        assert stock.tables() == {"meta", "prospects", "segments", "goals", "sessions", "deleted"}
        session = stock.table("sessions").get(doc_id=202610)
        assert isinstance(session, Document)
        assert session["month"] == OCTOBER
        assert stock.table("segments").all()[0]["name"] == "médical devices 株式会社"
        assert set(stock.table("meta").all()[0]) >= {"checksum", "schema", "revision"}
    with TinyDB(into.folder.draft, encoding="utf-8", access_mode="r") as stock:
        assert stock.table("draft").all()[0]["answers"]["line"] == "frank words"
    with TinyDB(into.folder.copy(OCTOBER), encoding="utf-8", access_mode="r") as stock:
        assert [each.doc_id for each in stock.table("sessions")] == [202610]


@pytest.mark.parametrize("content", [b"", b"null", b"{}", b"[]", b'{"sessions":{}}', b"\xff\xfe garbage"], ids=repr)
def test_a_foreign_file_is_never_an_empty_database(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(Damaged):
        opened(path).insert({"name": "Acme"})
    assert path.read_bytes() == content


def test_a_number_that_is_not_finite_leaves_the_file_as_it_was(db: TinyDB, path: Path) -> None:
    db.insert({"hours": 1.5})
    before = path.read_bytes()
    with pytest.raises(ValueError, match="JSON compliant"):
        db.insert({"hours": math.nan})
    assert path.read_bytes() == before


def test_a_file_replaced_by_a_sync_tool_is_seen_by_the_next_change(db: TinyDB, path: Path) -> None:
    db.insert({"name": "ours"})
    other = tables.write({"_default": {"1": {"name": "theirs"}}}, ALWAYS, 1)
    path.unlink()
    path.write_bytes(other)
    db.insert({"name": "ours again"})
    assert [each["name"] for each in opened(path)] == ["theirs", "ours again"]


def test_two_handles_never_give_one_number_twice(db: TinyDB, path: Path) -> None:
    other = opened(path)
    assert [db.insert({}), other.insert({}), other.insert({})] == [1, 2, 3]
    with changing(path, ALWAYS, 1) as third:
        assert third.insert({}) == 4


def test_changes_made_together_are_one_save_or_none(path: Path) -> None:
    with changing(path, ALWAYS, 1) as db:
        db.insert({"name": "first"})
        db.table("sessions").insert({"month": "2026-11"})
        assert not path.exists()
    before = path.read_bytes()
    with pytest.raises(ValueError, match="JSON compliant"), changing(path, ALWAYS, 1) as db:
        db.insert_multiple([{"name": "second"}, {"hours": math.inf}])
    assert path.read_bytes() == before
    assert [each["name"] for each in opened(path)] == ["first"]
