"""When the program itself breaks: no private word is shown, the draft is kept, and a report says where in the code."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.end_to_end import finished, ritual
from tests.end_to_end.ritual import Who
from tests.end_to_end.terminal import Terminal

BREAKING = str(Path(__file__).parent / "breaking.py")
LEAVES = b"\x1b[?1049l"
PRIVATE = ("Acme", "retrofit", "secret")


@pytest.fixture
def breaking(home: Path) -> Iterator[Terminal]:
    """October's first review in Urgency, in a program that breaks on a rating and on "nothing"."""
    environment = {**os.environ, "OBSESS_REVIEW_TODAY": "2026-10-31"}
    opened = Terminal([sys.executable, BREAKING, "begin"], environment, 80, 24)
    ritual.obsessions(opened, (Who("Acme Robotics", hope="the retrofit project"),))
    opened.wait_for("Who wants this more", "▌ Acme Robotics")
    yield opened
    opened.close()


def break_in_a_handler(opened: Terminal) -> None:
    opened.press("5")


def break_in_a_dialog(opened: Terminal) -> None:
    opened.press("v")
    opened.wait_for("what did they do?")
    opened.press(ritual.NOTHING)


@pytest.mark.parametrize("break_it", [break_in_a_handler, break_in_a_dialog])
def test_a_crash_keeps_the_draft_and_shows_nothing_private(
    breaking: Terminal, data: Path, break_it: Callable[[Terminal], None]
) -> None:
    break_it(breaking)
    assert breaking.wait() == 1
    assert breaking.is_restored
    said = bytes(breaking.raw).rpartition(LEAVES)[2].decode()
    report = next(data.glob("crash-*.txt"))
    assert "had to close" in said
    assert report.name in said.replace("\r\n", "")
    assert not any(word in said or word in report.read_text("utf-8") for word in PRIVATE)
    assert "RuntimeError" in report.read_text("utf-8")
    assert report.stat().st_mode & 0o777 == 0o600
    assert finished.library(data).draft() is not None
    rows = json.loads((data / "draft.json").read_text("utf-8"))["draft"]["1"]["answers"]["obsessions"]
    assert [row["hope"] for row in rows] == ["the retrofit project"]
