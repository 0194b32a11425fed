"""No room on the disk: it is said, the answers stay in memory, and are saved once there is room again."""

import os
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end import finished, ritual
from tests.end_to_end.command import COMMAND
from tests.end_to_end.ritual import Who
from tests.end_to_end.terminal import Terminal

LEAVES = b"\x1b[?1049l"


@pytest.fixture
def opened(home: Path) -> Iterator[Terminal]:
    """A first review with one name, in a process that may write to no file any more."""
    terminal = Terminal([COMMAND, "begin"], {**os.environ, "OBSESS_REVIEW_TODAY": "2026-10-31"}, 120, 40)
    ritual.obsessions(terminal, (Who("Acme Robotics"),))
    terminal.wait_for("Who wants this more", "Saved")
    allow(terminal, 0)
    terminal.press("5")
    terminal.wait_for("Not saved")
    yield terminal
    terminal.close()


def allow(terminal: Terminal, size: int) -> None:
    """Let its files be so many bytes long."""
    resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def yours(data: Path) -> object:
    draft = finished.library(data).draft()
    return draft.answers.obsessions[0].yours if draft else None


def test_it_is_said_and_saved_when_there_is_room_again(opened: Terminal, data: Path) -> None:
    assert yours(data) is None
    opened.press("2")
    allow(opened, resource.RLIM_INFINITY)
    opened.wait_for("Saved again.")
    opened.press("ctrl+q")
    assert opened.wait() == 0
    assert yours(data) == 5


def test_quitting_without_room_is_asked_twice_and_says_what_is_lost(opened: Terminal, data: Path) -> None:
    opened.press("ctrl+q")
    opened.wait_for("not saved yet")
    opened.press("ctrl+q")
    assert opened.wait() == 1
    assert opened.is_restored
    assert "The last answers are not saved." in bytes(opened.raw).rpartition(LEAVES)[2].decode()
    assert yours(data) is None


def test_leaving_for_home_without_room_is_asked_twice(opened: Terminal) -> None:
    opened.press("escape")
    opened.wait_for("not saved yet")
    opened.press("escape")
    opened.wait_for("Enter  Go on")
