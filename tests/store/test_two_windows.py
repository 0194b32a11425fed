"""Two windows on one folder: nothing is overwritten, the second one reads everything and knows who has the draft."""

import errno
import fcntl
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from store import locks
from store.folder import Folder
from store.inspection import Presence
from store.ledger import Ledger
from store.locks import SavingLock
from store.notices import Notice
from store.problems import Busy, DraftHeld, NotSaved
from tests.store.sample import (
    DECEMBER,
    NOVEMBER,
    NOW,
    OCTOBER,
    chance,
    draft,
    ended,
    finished,
    in_a_child,
    library,
    started,
    times,
    version,
)


@contextmanager
def meanwhile(work: Callable[[], object]) -> Iterator[int]:
    """Another process that has done some work and lives on until it is killed; gives its number."""
    ready, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            kept = work()
            os.write(tell, b"." if kept else b"")
            signal.pause()
        finally:
            os._exit(1)
    os.close(tell)
    assert os.read(ready, 1)
    os.close(ready)
    try:
        yield child
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def holding_the_draft(folder: Path) -> object:
    held = library(folder).hold_draft()
    held.__enter__()
    return held


def saving(folder: Path) -> object:
    held = SavingLock(Folder(folder).lock).held()
    held.__enter__()
    return held


def write_goals(folder: Path, who: str, count: int) -> None:
    noticed: list[Notice] = []
    ledger = Ledger(Folder(folder), lambda: NOW, noticed.append, Presence(Folder(folder)))
    for number in range(count):
        with ledger.saving(), ledger.changing("finish", ledger.standing()) as database:
            database.table("goals").insert({"id": f"{who}{number}", "title": "a goal"})
        moment = time.perf_counter() + chance(0, 0.001)
        while time.perf_counter() < moment:
            pass
    assert noticed == []


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("round_", range(times(2, 10)))
def test_two_processes_writing_at_once_lose_nothing(
    round_: int, quick_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "POLL", 0.0001)
    writes = times(60, 500)
    folder = quick_path / "data"
    finished(library(folder), OCTOBER)
    both = [started(partial(write_goals, folder, who, writes)) for who in "ab"]
    assert [ended(child) for child in both] == [0, 0]
    goals = library(folder).history().goals
    assert goals.keys() == {f"{who}{number}" for who in "ab" for number in range(writes)}
    order = "".join(goal[0] for goal in goals)
    assert "ab" in order  # they did write at once
    assert "ba" in order
    assert not library(folder).check().faults


def test_the_second_window_reads_everything_and_knows_who_has_the_draft(tmp_path: Path) -> None:
    first = library(tmp_path / "data")
    finished(first, OCTOBER)
    first.save_draft(draft(DECEMBER, "in progress"))
    with meanwhile(lambda: holding_the_draft(tmp_path / "data")) as other:
        second = library(tmp_path / "data")
        assert second.draft_holder() == other
        assert second.draft() == draft(DECEMBER, "in progress")
        assert second.history().months == (OCTOBER,)
        for change in (
            lambda: second.save_draft(draft(DECEMBER, "mine")),
            second.drop_draft,
            second.set_aside_draft,
            lambda: second.finish(draft(DECEMBER), version(draft(DECEMBER))),
            second.hold_draft().__enter__,
        ):
            with pytest.raises(DraftHeld, match=f"process {other}") as caught:
                change()
            assert caught.value.pid == other
        assert second.draft() == draft(DECEMBER, "in progress")


def test_finished_sessions_can_be_cared_for_beside_an_open_ritual(tmp_path: Path) -> None:
    finished(library(tmp_path / "data"), OCTOBER, NOVEMBER)
    with meanwhile(lambda: holding_the_draft(tmp_path / "data")):
        second = library(tmp_path / "data")
        second.delete(NOVEMBER)
        assert second.put_back(NOVEMBER).month == NOVEMBER
        assert second.backup().exists()


def test_a_lock_left_by_a_dead_process_blocks_nobody(tmp_path: Path) -> None:
    with meanwhile(lambda: (holding_the_draft(tmp_path / "data"), saving(tmp_path / "data"))):
        pass
    after = library(tmp_path / "data")
    assert after.draft_holder() is None
    with after.hold_draft():
        after.save_draft(draft(DECEMBER))
    assert after.draft() == draft(DECEMBER)


def test_waiting_for_another_save_ends_with_a_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "PATIENCE", 0.05)
    finished(library(tmp_path / "data"), OCTOBER)
    with meanwhile(lambda: saving(tmp_path / "data")):
        second = library(tmp_path / "data")
        with pytest.raises(Busy, match="Another window is saving"):
            second.save_draft(draft(DECEMBER))
        assert second.history().months == (OCTOBER,)
        assert second.draft() is None
    second.save_draft(draft(DECEMBER))
    assert second.draft() == draft(DECEMBER)


def test_a_short_save_elsewhere_is_waited_for(tmp_path: Path) -> None:
    finished(library(tmp_path / "data"), OCTOBER)
    first, second = library(tmp_path / "data"), library(tmp_path / "data")
    first.save_draft(draft(DECEMBER, "first"))
    assert in_a_child(lambda: second.save_draft(draft(DECEMBER, "second"))) == 0
    assert first.draft() == draft(DECEMBER, "second")


def test_two_libraries_in_one_process_are_two_windows(tmp_path: Path) -> None:
    first, second = library(tmp_path / "data"), library(tmp_path / "data")
    with first.hold_draft():
        with first.hold_draft():  # the same window may ask again
            first.save_draft(draft(DECEMBER))
        assert first.draft_holder() is None
        assert second.draft_holder() == os.getpid()
        with pytest.raises(DraftHeld):
            second.save_draft(draft(DECEMBER))
    assert second.draft_holder() is None
    second.save_draft(draft(DECEMBER, "second"))


def test_looking_who_has_the_draft_makes_no_file(tmp_path: Path) -> None:
    assert library(tmp_path / "data").draft_holder() is None
    assert not (tmp_path / "data").exists()


def test_a_lock_that_says_nothing_is_a_lock_all_the_same(tmp_path: Path) -> None:
    first, second = library(tmp_path / "data"), library(tmp_path / "data")
    with first.hold_draft():
        first.folder.draft_lock.write_text("")
        assert second.draft_holder() == 0
        with pytest.raises(DraftHeld, match="another process"):
            second.save_draft(draft(DECEMBER))


def test_a_folder_that_can_t_be_locked_says_so(tmp_path: Path) -> None:
    (tmp_path / "data" / "lock").mkdir(parents=True)
    with pytest.raises(NotSaved, match="lock could not be saved"):
        library(tmp_path / "data").save_draft(draft(DECEMBER))


def test_a_lock_that_can_t_be_let_go_is_no_failed_save(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was saved is saved, this window goes on, and the next save lets the others in again."""
    into = library(tmp_path / "data")
    real = fcntl.flock

    def refuse_letting_go(descriptor: int, doing: int) -> None:
        if doing == fcntl.LOCK_UN:
            raise OSError(errno.EIO, "error")
        real(descriptor, doing)

    with monkeypatch.context() as faulty:
        faulty.setattr(fcntl, "flock", refuse_letting_go)
        into.save_draft(draft(DECEMBER, "first"))
        assert into.draft() == draft(DECEMBER, "first")
        into.save_draft(draft(DECEMBER, "second"))
    into.save_draft(draft(DECEMBER, "third"))
    other = library(tmp_path / "data")
    other.save_draft(draft(DECEMBER, "elsewhere"))
    assert into.draft() == draft(DECEMBER, "elsewhere")


def test_the_lock_files_are_private_and_stay(tmp_path: Path) -> None:
    into = library(tmp_path / "data")
    into.save_draft(draft(DECEMBER))
    those = [into.folder.lock, into.folder.draft_lock]
    before = [path.stat().st_ino for path in those]
    into.save_draft(draft(DECEMBER, "again"))
    assert [path.stat().st_ino for path in those] == before
    assert [path.stat().st_mode & 0o777 for path in those] == [0o600, 0o600]
