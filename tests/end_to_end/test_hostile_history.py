"""Six months in which every stored word tries to act on the terminal: none does, on any screen."""

from pathlib import Path

import pytest

from tests.end_to_end import finished, hostile
from tests.end_to_end.command import Open, Run
from tests.end_to_end.hostile import IN_THE_RAW
from tests.end_to_end.terminal import Terminal

AFTER_ESCAPE = 0.2
"""Seconds without output after which Esc has had its effect: a tenth of one goes by in case more follows it."""
QUIET = 0.06

STEPS = (
    ("What did you say you would do?", ("enter", "o")),
    ("Who can't you stop thinking about?", ("e", "d", "m", "o")),
    ("Who wants this more", ("v", "r", "f1")),
    ("What is it costing", ("v", "enter")),
    ("Where have you not", ("enter", "e", "c")),
    ("What will you learn?", ("e", "d")),
    ("What will you do, and", ("a", "s")),
)
"""Every step, and the keys that open something over it."""


@pytest.fixture(autouse=True)
def stored(data: Path) -> None:
    """Six months in which every text is hostile."""
    finished.library(data).fill(hostile.history())


def nothing_acts(opened: Terminal, quiet: float = QUIET) -> None:
    """Check that nothing of a stored text that would act has reached the terminal so far."""
    opened.watch_until_quiet(quiet)
    assert [each for each in IN_THE_RAW if each in opened.raw] == []


def looked_at(opened: Terminal, *keys: str) -> None:
    """Open something, and close it again."""
    opened.press(*keys)
    nothing_acts(opened)
    opened.press("escape")
    nothing_acts(opened, AFTER_ESCAPE)


def test_at_home_in_past_sessions_and_in_trends(terminal: Open) -> None:
    opened = terminal(OBSESS_REVIEW_TODAY="2026-10-31")
    opened.wait_for("Enter  Begin")
    nothing_acts(opened)
    opened.press("p")
    opened.wait_for("searches all you ever wrote")
    looked_at(opened, "enter")
    looked_at(opened, "c", "down", "c")
    looked_at(opened, "f1")
    opened.press("escape")
    opened.wait_for("Enter  Begin")
    nothing_acts(opened, AFTER_ESCAPE)
    opened.press("t")
    opened.wait_for("Trends")
    for view in "12345678":
        opened.press(view)
        nothing_acts(opened)
    opened.press("1", "enter")  # the story of the first
    nothing_acts(opened)
    opened.press("ctrl+q")
    assert opened.wait() == 0


def test_in_every_step_of_the_ritual(terminal: Open) -> None:
    opened = terminal("begin", OBSESS_REVIEW_TODAY="2026-10-31")
    for question, opening in STEPS:
        opened.wait_for(question)
        for key in opening:
            looked_at(opened, key)
            assert "Enter  " not in opened.text.partition(question)[0]  # still in the ritual
        opened.press("ctrl+n")
    opened.press("ctrl+f")
    opened.wait_for(" is done.")
    nothing_acts(opened)
    opened.press("ctrl+q")
    assert opened.wait() == 0


@pytest.mark.parametrize("command", [("list",), ("show", "last"), ("export", "--all"), ("status",)])
def test_in_what_is_printed(terminal: Open, run: Run, command: tuple[str, ...]) -> None:
    opened = terminal(*command)
    assert opened.wait() == 0
    assert b"\x1b" not in opened.raw
    nothing_acts(opened)
    printed = run(*command).stdout
    assert not any(ord(letter) < 32 and letter != "\n" for letter in printed)
