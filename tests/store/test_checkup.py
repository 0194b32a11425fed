"""What `check` says is wrong, and taking over what another program changed."""

import json
import re
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from review.records import Prospect
from store import files, schema, tables
from store.difference import Change, between
from store.library import Library
from store.notices import NoticeKind
from store.problems import NewerFolder, NothingThere, Unreadable
from tests.store.sample import DECEMBER, NOVEMBER, OCTOBER, contents, draft, finished, library, version


def changed(folder: Path, before: bytes, after: bytes) -> None:
    """Change history.json as another program would."""
    content = (folder / "history.json").read_bytes()
    assert before in content
    files.write(folder / "history.json", content.replace(before, after))


@pytest.fixture
def one(into: Library) -> Library:
    finished(into, OCTOBER, NOVEMBER)
    return into


def test_a_whole_folder_has_no_faults(one: Library) -> None:
    one.save_draft(draft(DECEMBER))
    report = one.check()
    assert (report.faults, report.remarks, report.changes) == ((), (), ())


def test_checking_changes_nothing(one: Library) -> None:
    changed(one.folder.path, b"Acme", b"Bcme")
    files.write(one.folder.draft, b"damaged")
    one.folder.copy(OCTOBER).unlink()
    before = contents(one.folder.path)
    assert one.check().faults
    assert contents(one.folder.path) == before


def test_every_other_fault_is_named(one: Library) -> None:
    known = tables.read(one.folder.history.read_bytes())
    known["prospects"].clear()
    known["goals"]["1"] = {"no": "goal"}
    files.write(one.folder.history, tables.write(known, (), 1))
    files.write(one.folder.backups / "history-2026-11-22T20-15-03-2-finish.json", b"damaged")
    files.write(one.folder.path / "history.json.damaged-2025-01-01T00-00-00", b"")
    one.save_draft(draft(DECEMBER))
    files.write(one.folder.draft, one.folder.draft.read_bytes().replace(b"Acme", b"Bcme"))
    report = one.check()
    assert report.faults == (
        "history.json: goals/1 can't be read; it is kept as it is.",
        "history.json: 1 prospect of its sessions without a name.",
        "backups/history-2026-11-22T20-15-03-2-finish.json is not whole; it is never used.",
        "draft.json was changed by another program. Look its answers over before you finish.",
    )
    assert report.remarks == (
        "history.json.damaged-2025-01-01T00-00-00 was set aside earlier; remove it when you need it no more.",
    )
    files.write(one.folder.draft, b"x")
    assert one.check().faults[-1] == "draft.json is damaged; the app sets it aside when it opens."


def test_a_folder_of_deleted_sessions_only_is_remarked(into: Library) -> None:
    finished(into, OCTOBER)
    into.delete(OCTOBER)
    assert into.check().remarks == ("There is no finished session yet.",)


def test_a_missing_history_is_not_called_rebuilt_before_it_is(one: Library) -> None:
    one.folder.history.unlink()
    text = "history.json was missing. What you see comes from 2 session copies and the backup "
    assert one.check().faults[0].startswith(text)
    assert one.check().faults[0].endswith("; opening the app rebuilds the file.")
    opened = library(one.folder.path)
    opened.history()
    assert [notice.text for notice in opened.notices()] == [one.check().faults[0]]
    opened.mend()
    assert "was missing and was rebuilt from 2 session copies" in opened.notices()[-1].text


def test_check_does_not_send_to_check(one: Library) -> None:
    changed(one.folder.path, b"Acme", b"Bcme")
    assert "check" not in one.check().faults[0]


def test_wide_permissions_are_taken_and_remarked(one: Library) -> None:
    for path in (one.folder.history, one.folder.copy(OCTOBER)):
        path.chmod(0o644)
    report = one.check()
    assert report.faults == ()
    assert report.remarks == tuple(
        f"{name} could be read by others on this machine; now only you can."
        for name in ("history.json", "2026-10.json")
    )
    assert one.folder.history.stat().st_mode & 0o077 == 0
    assert one.check().remarks == ()


@pytest.mark.parametrize("name", ["history.json", "sessions", "backups", "draft.json", "sessions/2026-10.json"])
def test_what_can_t_be_read_is_one_fault_among_the_others(name: str, one: Library) -> None:
    others = {"history.json": "draft.json", "draft.json": "sessions/2026-11.json"}.get(name, "draft.json")
    files.write(one.folder.path / others, b"damaged")
    place = one.folder.path / name
    if place.is_dir():
        place.rename(one.folder.path / "moved")
        place.write_bytes(b"")
        place.chmod(0o600)
    else:
        place.unlink(missing_ok=True)
        place.mkdir(mode=0o700)
    faults = one.check().faults
    assert len([fault for fault in faults if fault.startswith(f"{place} is a f")]) == 1
    assert any(fault.startswith(others) for fault in faults)
    assert one.check().remarks == ()


# --- changes by another program ---------------------------------------------------------------------------------------


def test_a_change_by_hand_is_shown_and_not_believed(one: Library) -> None:
    changed(one.folder.path, b'"name":"Acme"', b'"name":"Acme & Sons"')
    assert one.check().changes == (Change("prospects/1/name", '"Acme"', '"Acme & Sons"'),)
    assert "was changed by another program" in one.check().faults[0]
    opened = library(one.folder.path)
    assert opened.history().prospects["id of Acme"].name == "Acme"
    assert [notice.kind for notice in opened.notices()] == [NoticeKind.EDITED]


def test_an_accepted_change_is_signed_in_place(one: Library) -> None:
    changed(one.folder.path, b"the line of 2026-10", b"other words")
    changes = one.accept()
    assert changes == (Change("sessions/202610/versions/0/answers/line", '"the line of 2026-10"', '"other words"'),)
    assert one.history().sessions[0].answers.line == "other words"
    assert not one.check().faults
    assert not one.check().remarks
    before = next(each for each in one.backups() if each.event == "beforeaccept")
    one.restore(before.name)
    assert one.history().sessions[0].answers.line == "the line of 2026-10"


def test_a_change_made_with_stock_tinydb_can_be_accepted(one: Library) -> None:
    with TinyDB(one.folder.history, encoding="utf-8") as stock:
        stock.table("prospects").update({"name": "Acme & Sons"}, where("name") == "Acme")
        stock.table("prospects").insert({"id": "new", "name": "Delphi"})
        stock.table("sessions").remove(doc_ids=[202611])
    assert {change.where for change in one.accept()} == {"prospects/1/name", "prospects/2", "sessions/202611"}
    assert one.history().prospects["new"] == Prospect("new", "Delphi")
    assert one.history().months == (OCTOBER,)
    assert files.names(one.folder.copies) == ["2026-10.json"]
    assert not one.check().faults


def test_a_change_that_was_set_aside_can_still_be_accepted(one: Library) -> None:
    changed(one.folder.path, b"the line of 2026-10", b"other words")
    amended = draft(NOVEMBER, "amended since", amends=True)
    opened = library(one.folder.path)
    opened.finish(amended, version(amended, "why"))
    finished(opened, DECEMBER)
    assert one.check().changes[0].after == '"other words"'
    assert [change.where for change in one.accept()] == ["sessions/202610/versions/0/answers/line"]
    assert [session.answers.line for session in one.history().sessions] == [
        "other words",
        "amended since",
        "the line of 2026-12",
    ]
    assert not one.check().remarks
    with pytest.raises(NothingThere):
        one.accept()


def test_checking_shows_of_a_change_set_aside_what_accepting_it_does(one: Library) -> None:
    """What it lacks stays, for more may have come since; showing it as removed would be wrong."""
    with TinyDB(one.folder.history, encoding="utf-8") as stock:
        stock.table("prospects").update({"name": "Acme & Sons"}, where("name") == "Acme")
        stock.table("sessions").remove(doc_ids=[202611])
    opened = library(one.folder.path)
    opened.mend()
    shown = one.check().changes
    assert shown == (Change("prospects/1/name", '"Acme"', '"Acme & Sons"'),)
    assert one.accept() == shown
    assert (one.check().faults, one.check().remarks, one.check().changes) == ((), (), ())


def test_a_name_added_by_another_program_takes_no_place_of_one_that_came_since(one: Library) -> None:
    with TinyDB(one.folder.history, encoding="utf-8") as stock:
        stock.table("prospects").insert({"id": "by hand", "name": "Zeta"})
    later = draft(DECEMBER, "later", "Borealis")
    opened = library(one.folder.path)
    opened.finish(later, version(later))
    assert one.accept() == (Change("prospects/3", None, '{"id": "by hand", "name": "Zeta"}'),)
    assert {each.name for each in one.history().prospects.values()} == {"Acme", "Borealis", "Zeta"}
    assert not one.check().faults


def test_a_session_deleted_since_stays_beside_one_that_a_change_set_aside_holds(one: Library) -> None:
    one.delete(OCTOBER)
    with TinyDB(one.folder.history, encoding="utf-8") as stock:
        stock.table("deleted").update({"month": "2026-09"}, doc_ids=[1])
    opened = library(one.folder.path)
    opened.mend()
    assert [change.where for change in opened.accept()] == ["deleted/2"]
    assert {session.month for session in opened.deleted()} == {OCTOBER, "2026-09"}


def test_a_change_that_takes_a_name_from_a_session_is_not_accepted_as_it_is(one: Library) -> None:
    with TinyDB(one.folder.history, encoding="utf-8") as stock:
        stock.table("prospects").remove(where("name") == "Acme")
    content = one.folder.history.read_bytes()
    with pytest.raises(Unreadable, match="sessions name Acme, which it lacks"):
        one.accept()
    assert one.folder.history.read_bytes() == content


def test_a_change_set_aside_that_would_do_nothing_is_not_shown_or_accepted(one: Library) -> None:
    with TinyDB(one.folder.history, encoding="utf-8") as stock:
        stock.table("sessions").remove(doc_ids=[202611])
    opened = library(one.folder.path)
    opened.mend()
    assert one.check().changes == ()
    with pytest.raises(NothingThere):
        one.accept()
    assert one.history().months == (OCTOBER, NOVEMBER)


def test_a_newer_folder_is_refused_when_accepting(one: Library) -> None:
    newer = tables.write(tables.read(one.folder.history.read_bytes()), (), schema.CURRENT + 1)
    files.write(one.folder.history, newer)
    before = contents(one.folder.path)
    with pytest.raises(NewerFolder):
        one.accept()
    assert contents(one.folder.path) == before


def test_nothing_changed_is_nothing_to_accept(one: Library, tmp_path: Path) -> None:
    for nothing in (one, library(tmp_path / "empty")):
        with pytest.raises(NothingThere, match="No other program has changed"):
            nothing.accept()


ROW = "sessions/202610/versions/0/answers/obsessions/0"
NO_MONTH = "is no month: write it like 2026-11"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (b'"202610"', b'"202609"', "sessions/202609 has the number of another month"),
        (b'"hours":2.5', b'"hours":-1', f"{ROW}/hours holds what can not stand there"),
        (b'"month":"2026-10"', b'"month":"2026-1x"', f"sessions/202610/month {NO_MONTH}"),
        (b'"hours":2.5', b'"since":"2026-1x"', f"{ROW}/since {NO_MONTH}"),
        (b'"hours":2.5', b'"since":"2026-10\\n"', f"{ROW}/since holds what can not stand there"),
        (b'"id":"id of Acme"', b'"id":7', "prospects/1/id holds what can not stand there"),
        (b"}", b"", "leaves no history"),
    ],
    ids=["a wrong number", "out of range", "no month", "since no month", "a line more", "no id", "no JSON"],
)
def test_what_is_no_history_is_not_accepted_and_it_says_why(
    before: bytes, after: bytes, said: str, one: Library
) -> None:
    changed(one.folder.path, before, after)
    content = one.folder.history.read_bytes()
    with pytest.raises(Unreadable, match=re.escape(said)):
        one.accept()
    assert one.folder.history.read_bytes() == content
    assert library(one.folder.path).history().months == (OCTOBER, NOVEMBER)
    faults = one.check().faults
    assert faults[0].startswith("history.json was damaged")
    assert len(faults) == 1 or said in faults[1]


def test_a_value_that_could_not_stand_there_can_be_mended_and_accepted(one: Library) -> None:
    changed(one.folder.path, b'"hours":2.5', b'"hours":4,"since":"2026-1x"')
    library(one.folder.path).mend()
    kept = next(one.folder.path.glob("history.json.damaged-*"))
    kept.write_bytes(kept.read_bytes().replace(b"2026-1x", b"2026-01"))
    assert any(change.where == f"{ROW}/since" for change in one.accept())
    row = library(one.folder.path).history().sessions[0].answers.obsessions[0]
    assert (row.hours, row.since) == (4, "2026-01")


@pytest.mark.parametrize("left", [b"{}", b'{"meta":{"1":{}}}', b'{"sessions":{}}'], ids=["nothing", "meta", "sessions"])
def test_what_lacks_meta_or_the_sessions_is_damaged_not_changed(left: bytes, one: Library) -> None:
    files.write(one.folder.history, left)
    assert one.check().changes == ()
    assert one.check().faults[0].startswith("history.json was damaged")
    with pytest.raises(Unreadable, match="leaves no history"):
        one.accept()
    opened = library(one.folder.path)
    opened.mend()
    assert [notice.kind for notice in opened.notices()] == [NoticeKind.RECOVERED]
    assert opened.history().months == (OCTOBER, NOVEMBER)
    assert (opened.check().faults, opened.check().changes) == ((), ())
    with pytest.raises(NothingThere):
        opened.accept()


def test_every_sort_of_difference_is_found() -> None:
    before: tables.Tables = {"meta": {"1": {"a": 1}}, "sessions": {"1": {"a": [1, 2], "b": {"c": None}}, "2": {}}}
    after: tables.Tables = {"meta": {}, "sessions": {"1": {"a": [1, 3, 4], "b": {}}}, "goals": {"1": {"é": "ü"}}}
    assert between(before, after) == (
        Change("meta/1/a", "1", None),
        Change("goals/1", None, json.dumps({"é": "ü"}, ensure_ascii=False)),
        Change("sessions/1/a/1", "2", "3"),
        Change("sessions/1/a/2", None, "4"),
        Change("sessions/1/b/c", "null", None),
        Change("sessions/2", "{}", None),
    )
    assert between(before, before) == ()
