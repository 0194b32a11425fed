"""A damaged, empty, foreign or missing file: never a silent difference, never a first run while a copy exists."""

from pathlib import Path

import pytest

from review.history import History
from store import files
from store.notices import NoticeKind
from tests.store.sample import DECEMBER, NOVEMBER, OCTOBER, contents, copied, draft, finished, library

GARBAGE = {
    "empty": b"",
    "blanks": b" \n\n",
    "null": b"null",
    "empty object": b"{}",
    "empty list": b"[]",
    "a number": b"42",
    "zeros": bytes(512),
    "random bytes": bytes(range(256)),
    "another program's JSON": b'{"version": 3, "items": [{"a": 1}]}',
    "somebody else's TinyDB": b'{"_default": {"1": {"name": "x"}}}',
    "a web page": b"<!DOCTYPE html><html>Sign in to your cloud</html>",
    "UTF-16": '{"meta": {}}'.encode("utf-16"),
    "deep nesting": b"[" * 200_000,
    "a merge conflict": b'<<<<<<< HEAD\n{"meta":{}}\n=======\n{"meta":{}}\n>>>>>>> theirs\n',
    "our tables, emptied": b'{"meta":{"1":{"schema":1}},"prospects":{},"segments":{},"goals":{},"sessions":{}}',
}


@pytest.fixture
def start(quick_path: Path) -> Path:
    folder = quick_path / "data"
    finished(library(folder), OCTOBER)
    return folder


def seen(folder: Path) -> tuple[History, list[NoticeKind]]:
    one = library(folder)
    return one.history(), [notice.kind for notice in one.notices()]


def test_every_truncation_is_recovered_and_said(start: Path) -> None:
    whole, history = (start / "history.json").read_bytes(), library(start).history()
    for length in range(len(whole)):
        (start / "history.json").write_bytes(whole[:length])
        assert seen(start) == (history, [NoticeKind.RECOVERED]), f"the first {length} bytes"


@pytest.mark.timeout(300)
def test_every_bit_flip_is_recovered_and_said(start: Path) -> None:
    whole, history = (start / "history.json").read_bytes(), library(start).history()
    for bit in range(len(whole) * 8):
        flipped = bytearray(whole)
        flipped[bit // 8] ^= 1 << bit % 8
        (start / "history.json").write_bytes(flipped)
        found, kinds = seen(start)
        assert found == history, f"bit {bit}"
        assert kinds in ([NoticeKind.RECOVERED], [NoticeKind.EDITED]), f"bit {bit}"


@pytest.mark.timeout(300)
def test_without_any_copy_a_bit_flip_is_at_least_said(start: Path) -> None:
    whole = (start / "history.json").read_bytes()
    for name in contents(start):
        if name != "history.json":
            (start / name).unlink()
    for bit in range(len(whole) * 8):
        flipped = bytearray(whole)
        flipped[bit // 8] ^= 1 << bit % 8
        (start / "history.json").write_bytes(flipped)
        assert seen(start)[1] in ([NoticeKind.LOST], [NoticeKind.EDITED]), f"bit {bit}"


def test_a_damaged_draft_is_never_shown_without_a_word(quick_path: Path) -> None:
    into = library(quick_path / "data")
    into.save_draft(draft(DECEMBER, "x"))
    whole = into.folder.draft.read_bytes()
    for place in range(len(whole)):
        for damaged in (whole[:place], whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]):
            into.folder.draft.write_bytes(damaged)
            one = library(quick_path / "data")
            found = one.draft()
            kinds = [notice.kind for notice in one.notices()]
            assert kinds == ([NoticeKind.EDITED] if found is not None else [NoticeKind.LOST]), f"byte {place}"


@pytest.mark.parametrize("kind", GARBAGE)
def test_garbage_is_set_aside_named_and_recovered_from(kind: str, start: Path) -> None:
    history = library(start).history()
    (start / "history.json").write_bytes(GARBAGE[kind])
    assert seen(start)[0] == history
    opened = library(start)
    opened.mend()
    assert (start / "history.json.damaged-2026-11-22T20-15-03").read_bytes() == GARBAGE[kind]
    assert [notice.kind for notice in opened.notices()] in ([NoticeKind.RECOVERED], [NoticeKind.EDITED])
    assert "history.json.damaged-2026-11-22T20-15-03" in opened.notices()[0].text
    assert seen(start) == (history, [])
    assert not library(start).check().faults


@pytest.mark.parametrize("kind", GARBAGE)
def test_garbage_is_never_written_over_by_the_next_change(kind: str, start: Path) -> None:
    (start / "history.json").write_bytes(GARBAGE[kind])
    finished(library(start), NOVEMBER)
    assert library(start).history().months == (OCTOBER, NOVEMBER)
    assert (start / "history.json.damaged-2026-11-22T20-15-03").read_bytes() == GARBAGE[kind]


@pytest.mark.parametrize("kind", GARBAGE)
def test_a_draft_of_garbage_is_set_aside_and_harms_nothing(kind: str, start: Path) -> None:
    (start / "draft.json").write_bytes(GARBAGE[kind])
    opened = library(start)
    assert opened.draft() is None
    opened.mend()
    assert (start / "draft.json.damaged-2026-11-22T20-15-03").read_bytes() == GARBAGE[kind]
    assert not (start / "draft.json").exists()
    assert opened.history().months == (OCTOBER,)
    opened.save_draft(draft(DECEMBER))
    assert library(start).draft() == draft(DECEMBER)


def test_a_draft_that_was_changed_stays_the_draft_and_its_file_is_kept(start: Path) -> None:
    into = library(start)
    into.save_draft(draft(DECEMBER, "typed here"))
    changed = into.folder.draft.read_bytes().replace(b"typed here", b"typed elsewhere")
    into.folder.draft.write_bytes(changed)
    opened = library(start)
    opened.mend()
    assert opened.draft() == draft(DECEMBER, "typed elsewhere")
    assert (start / "draft.json.damaged-2026-11-22T20-15-03").read_bytes() == changed
    assert [notice.kind for notice in opened.notices()] == [NoticeKind.EDITED, NoticeKind.SET_ASIDE]


def test_saving_over_a_damaged_draft_keeps_its_file(start: Path) -> None:
    (start / "draft.json").write_bytes(b"damaged")
    library(start).save_draft(draft(DECEMBER))
    assert (start / "draft.json.damaged-2026-11-22T20-15-03").read_bytes() == b"damaged"
    assert library(start).draft() == draft(DECEMBER)


@pytest.mark.parametrize("gone", [("sessions",), ("backups",), ()], ids=str)
def test_a_missing_history_is_no_first_run_while_a_copy_exists(gone: tuple[str, ...], start: Path) -> None:
    history = library(start).history()
    (start / "history.json").unlink()
    for name in contents(start):
        if name.startswith(gone) and gone:
            (start / name).unlink()
    assert seen(start) == (history, [NoticeKind.RECOVERED])
    opened = library(start)
    opened.mend()
    assert "was missing" in opened.notices()[0].text
    assert seen(start)[0] == history


def test_what_was_lost_without_a_copy_is_said_each_time(start: Path) -> None:
    for name in contents(start):
        if name != "history.json":
            (start / name).unlink()
    (start / "history.json").write_bytes(b"damaged")
    opened = library(start)
    opened.mend()
    for _ in range(2):
        history, kinds = seen(start)
        assert history.sessions == ()
        assert kinds == [NoticeKind.LOST]
    assert (start / "history.json.damaged-2026-11-22T20-15-03").read_bytes() == b"damaged"


def test_what_can_be_read_of_a_changed_file_without_copies_is_kept(start: Path) -> None:
    changed = (start / "history.json").read_bytes().replace(b"the line of", b"the lines of")
    for name in contents(start):
        (start / name).unlink()
    files.write(start / "history.json", changed)
    history, kinds = seen(start)
    assert history.sessions[0].answers.line == "the lines of 2026-10"
    assert kinds == [NoticeKind.EDITED]
    library(start).mend()
    assert seen(start) == (history, [])


def test_damaged_copies_and_backups_are_passed_over(start: Path, quick_path: Path) -> None:
    finished(library(start), NOVEMBER)
    history = library(start).history()
    for name in contents(start):
        other = copied(start, quick_path / "other")
        (other / "history.json").write_bytes(b"")
        if name != "history.json":
            (other / name).write_bytes(b"{}")
            assert seen(other)[0] == history, name


def test_an_older_history_from_a_sync_tool_is_noticed(start: Path) -> None:
    older = (start / "history.json").read_bytes()
    finished(library(start), NOVEMBER)
    (start / "history.json").write_bytes(older)
    one = library(start)
    assert one.history().months == (OCTOBER,)
    assert [notice.kind for notice in one.notices()] == [NoticeKind.LEFT_OVER]
    assert "November 2026" in one.notices()[0].text
    assert one.restore("copies").comes == (NOVEMBER,)
    assert seen(start)[0].months == (OCTOBER, NOVEMBER)


def test_a_deleted_session_is_not_brought_back_by_recovery(start: Path) -> None:
    finished(library(start), NOVEMBER)
    older = {name: content for name, content in contents(start).items() if name.startswith("backups/")}
    library(start).delete(OCTOBER)
    for name in contents(start):
        if name.startswith("backups/history"):
            (start / name).unlink()
    for name, content in older.items():
        (start / name).write_bytes(content)
    (start / "history.json").write_bytes(b"")
    one = library(start)
    assert one.history().months == (NOVEMBER,)
    assert [session.month for session in one.deleted()] == [OCTOBER]
    one.mend()
    assert library(start).put_back(OCTOBER).month == OCTOBER
