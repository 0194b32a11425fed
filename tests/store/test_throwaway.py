"""A throwaway folder goes with its process; what somebody else has, or holds, stays."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from store.throwaway import HELD, PREFIX, throwaway_folder

KILLED = """
import os, signal
from store.throwaway import throwaway_folder
with throwaway_folder() as folder:
    folder.mkdir()
    (folder / "history.json").write_text("made up")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "place"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    monkeypatch.setenv("TMPDIR", str(place))
    return place


def test_it_goes_when_it_is_left(place: Path) -> None:
    with throwaway_folder() as folder:
        folder.mkdir()
        assert folder.parent.parent == place
    assert list(place.iterdir()) == []


def test_one_whose_process_was_killed_goes_when_the_next_is_made(place: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED], check=False, cwd=Path(__file__).parents[2])
    [left] = place.iterdir()
    assert (left / "data" / "history.json").exists()
    with throwaway_folder() as folder:
        assert list(place.iterdir()) == [folder.parent]


def test_one_that_is_held_stays(place: Path) -> None:
    with throwaway_folder() as one, throwaway_folder() as other:
        assert {each.name for each in place.iterdir()} == {one.parent.name, other.parent.name}


def test_what_is_not_ours_stays(place: Path) -> None:
    theirs, linked = place / f"{PREFIX}theirs", place / "elsewhere"
    theirs.mkdir()
    linked.mkdir()
    (linked / HELD).touch()
    (place / f"{PREFIX}link").symlink_to(linked)
    with throwaway_folder():
        pass
    assert theirs.exists()
    assert (linked / HELD).exists()
