"""A second window on the same folder: it reads everything, and says who has the review."""

import json
import signal
from pathlib import Path

import pytest

from tests.end_to_end import finished, ritual
from tests.end_to_end.command import Open, Run
from tests.end_to_end.terminal import Terminal

OCTOBER = "2026-10-31"


@pytest.fixture
def first(terminal: Open, data: Path) -> Terminal:
    """A window in which October's review is open, at Urgency."""
    finished.filled(data)
    opened = terminal("begin", OBSESS_REVIEW_TODAY=OCTOBER)
    for question in ("What did you say", "Who can't you stop"):
        opened.wait_for(question)
        opened.press("ctrl+n")
    opened.wait_for("Who wants this more", "▌ Acme Robotics")
    return opened


def test_a_second_window_says_which_process_has_the_review(first: Terminal, terminal: Open) -> None:
    second = terminal(OBSESS_REVIEW_TODAY=OCTOBER)
    second.wait_for("Enter  Go on with October")
    second.press("enter")
    second.wait_for(str(first.pid))
    second.press("p")
    second.wait_for("September 2026")
    second.press("ctrl+q")
    assert second.wait() == 0
    first.press("5")
    first.wait_for("5 │")


def test_begin_in_a_second_window_says_so_too(first: Terminal, terminal: Open) -> None:
    second = terminal("begin", OBSESS_REVIEW_TODAY=OCTOBER)
    second.wait_for(str(first.pid))
    second.press("ctrl+q")
    assert second.wait() == 0


def test_printing_commands_work_beside_an_open_window(first: Terminal, run: Run) -> None:
    first.press("5")
    first.wait_for("5 │")
    assert "step 3" in run("status", OBSESS_REVIEW_TODAY=OCTOBER).stdout
    assert json.loads(run("status", "--json", OBSESS_REVIEW_TODAY=OCTOBER).stdout)
    assert len(json.loads(run("list", "--json").stdout)) == 6
    for command in (("show", "2026-09"), ("export", "--all"), ("list",), ("paths",)):
        assert run(*command).returncode == 0


def test_the_review_is_free_again_once_its_window_is_gone_however_it_went(
    first: Terminal, terminal: Open, data: Path
) -> None:
    first.press("5")
    first.wait_until(lambda: '"yours":5' in (data / "draft.json").read_text("utf-8"), "it was not saved")
    first.signal(signal.SIGKILL)
    first.wait()
    second = terminal("begin", OBSESS_REVIEW_TODAY=OCTOBER)
    second.wait_for("Who wants this more", "5 │")


def test_a_session_finished_in_one_window_is_seen_in_the_other(terminal: Open) -> None:
    first, second = terminal(OBSESS_REVIEW_TODAY=OCTOBER), terminal(OBSESS_REVIEW_TODAY=OCTOBER)
    first.wait_for("Enter  Begin")
    second.wait_for("Enter  Begin")
    first.press("enter")
    ritual.obsessions(first, (ritual.Who("Acme Robotics"),))
    for question in ("Who wants this more", "What is it costing", "Where have you not", "What will you learn"):
        first.wait_for(question)
        first.press("ctrl+n")
    first.wait_for("What will you do")
    ritual.finish(first)
    second.press("enter")
    second.wait_for("Enter  Read the October review")
