"""What is no file where a file belongs, a pipe or a device: it is said at once, and nothing waits for it."""

import os
import pty
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from store import files
from store.library import Library
from store.problems import Unreadable
from tests.store.sample import NOVEMBER, OCTOBER, draft, finished, version


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to(os.ttyname(pty.openpty()[1]))  # one of the test's own: this machine's belong to all


def listening(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        before = Path.cwd()
        os.chdir(path.parent)  # a socket's path may be a hundred letters long
        try:
            made.bind(path.name)
        finally:
            os.chdir(before)


@contextmanager
def at_once() -> Iterator[None]:
    """End what waits."""

    def end(*_: object) -> None:
        raise TimeoutError("it waited")

    before = signal.signal(signal.SIGALRM, end)
    signal.alarm(5)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.fixture(params=[pipe, device, listening])
def put(request: pytest.FixtureRequest) -> Callable[[Path], None]:
    def put(path: Path) -> None:
        path.unlink(missing_ok=True)
        request.param(path)

    return put


def test_it_is_not_read(put: Callable[[Path], None], quick_path: Path) -> None:
    put(quick_path / "it")
    with at_once():
        for read in (files.read, lambda path: list(files.pieces(path))):
            with pytest.raises(Unreadable, match="it is not a file"):
                read(quick_path / "it")


def test_in_the_place_of_history_json_it_is_said(put: Callable[[Path], None], into: Library) -> None:
    finished(into, OCTOBER)
    put(into.folder.history)
    with at_once():
        for asked in (into.history, into.months, into.mend, into.backup):
            with pytest.raises(Unreadable, match="is not a file"):
                asked()
        assert "is not a file" in into.check().faults[0]


def test_in_the_place_of_the_draft_it_is_said_and_hides_no_session(put: Callable[[Path], None], into: Library) -> None:
    finished(into, OCTOBER)
    put(into.folder.draft)
    with at_once():
        into.mend()
        assert "is not a file" in into.notices()[-1].text
        assert into.history().months == (OCTOBER,)
        assert "is not a file" in into.check().faults[0]
        with pytest.raises(Unreadable, match="is not a file"):
            into.draft()


def test_in_the_place_of_a_copy_it_is_passed_over(put: Callable[[Path], None], into: Library) -> None:
    finished(into, OCTOBER, NOVEMBER)
    put(into.folder.copy(OCTOBER))
    with at_once():
        assert "is not a file" in into.check().faults[0]
        assert into.preview("copies").is_nothing
        into.backup()
        amended = draft(OCTOBER, "amended", amends=True)
        with pytest.raises(Unreadable, match="is not a file"):
            into.finish(amended, version(amended, "why"))


def test_in_the_place_of_a_lock_nothing_waits(put: Callable[[Path], None], into: Library) -> None:
    finished(into, OCTOBER)
    put(into.folder.draft_lock)
    with at_once():
        assert into.draft_holder() is None


def test_a_device_is_never_made_private(quick_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    device(quick_path / "it")
    assert not files.is_wide(quick_path / "it")


def test_settings_that_are_the_empty_device_are_empty() -> None:
    assert files.read(Path("/dev/null"), 10, devices_too=True) == b""
