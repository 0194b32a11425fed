"""A frame that draws what changed alone leaves the screen as one that draws all of it would."""

import re

import pytest

from tests.end_to_end.command import Open
from tests.end_to_end.terminal import Terminal

TYPED = {
    "Who wants this more": ["4", "2", "51", "3", "up", "ctrl+z", "0", "left", "[", "]", "5", "5", "5"],
    "What is it costing": [
        "11",
        "enter",
        "3",
        "down",
        "2.5",
        "tab",
        "4",
        "up",
        "?",
        "enter",
        "1",
        "2",
        "3",
        "d",
        "escape",
    ],
    "Where have you not": ["3", "3", "down", "4", "2", "ctrl+z", "ctrl+z", "5"],
}
"""Keys of some steps, by a part of their questions."""

SAVED = re.compile(r"Saved \d\d:\d\d")


def shown(terminal: Terminal) -> str:
    terminal.watch_until_quiet()
    return SAVED.sub("Saved", terminal.text)


@pytest.mark.parametrize(("columns", "lines"), [(120, 40), (80, 24)])
def test_the_screen_is_the_same_as_when_all_is_drawn_anew(terminal: Open, columns: int, lines: int) -> None:
    opened = terminal("demo", columns=columns, lines=lines)
    opened.wait_for("Begin the")
    opened.press("enter")
    opened.wait_for("What did you say you would do?")
    opened.press("ctrl+n")
    opened.wait_for("Who can't you stop thinking about?")
    for question, keys in TYPED.items():
        opened.press("ctrl+n")
        opened.wait_for(question)
        for key in keys:
            opened.press(key)
            opened.watch_until_quiet(0.05)
        before = shown(opened)
        opened.resize(columns - 1, lines)
        shown(opened)
        opened.resize(columns, lines)
        assert shown(opened) == before
