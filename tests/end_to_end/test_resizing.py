"""Windows of any size, from one cell to four hundred by two hundred, changed while any screen is open."""

import random
from pathlib import Path

import pytest

from tests.end_to_end import finished
from tests.end_to_end.command import Open
from tests.end_to_end.terminal import Terminal
from tests.end_to_end.typist import THOROUGH

A_SCREEN = 9 if THOROUGH else 1
"""Sizes tried on each screen, beside the smallest, and the largest on some."""
SMALLEST, LARGEST = (1, 1), (400, 200)
USUAL = (100, 30)

SCREENS_FROM_HOME = (
    ((), "Enter  Begin"),
    (("f1",), "╭─ Home ─"),
    (("escape", "p"), "searches all you ever wrote"),
    (("enter",), ", summary"),
    (("escape", "home", "c", "down", "c"), "fear 1"),
    (("escape",), "searches all you ever wrote"),
    (("escape", "t"), "Who stayed in your head"),
    (("2",), "Trends"),
    (("4",), "Trends"),
    (("8",), "Trends"),
)
SCREENS_OF_THE_RITUAL = (
    ((), "What did you say you would do?"),
    (("ctrl+n",), "Who can't you stop thinking about?"),
    (("a",), "▌ Name"),
    (("escape", "ctrl+n"), "Who wants this more"),
    (("v",), "what did they do?"),
    (("escape", "o"), "keep and close"),
    (("escape", "ctrl+n"), "What is it costing"),
    (("enter",), "Is it real?"),
    (("escape", "ctrl+n"), "Where have you not"),
    (("ctrl+n",), "What will you learn?"),
    (("ctrl+n",), "What will you do, and"),
    (("s",), "the summary so far"),
    (("escape", "ctrl+f"), " is done."),
)


def sizes(chance: random.Random) -> list[tuple[int, int]]:
    """Give some sizes, small ones more often than large ones, and the extremes."""
    some = [(int(400 ** chance.random()), int(200 ** chance.random())) for _ in range(A_SCREEN)]
    largest = [LARGEST] if THOROUGH or chance.random() < 1 / 4 else []
    return [*some, SMALLEST, *largest]


@pytest.mark.timeout(600 if THOROUGH else 60)
@pytest.mark.parametrize(("command", "screens"), [((), SCREENS_FROM_HOME), (("begin",), SCREENS_OF_THE_RITUAL)])
def test_any_size_on_any_screen(
    terminal: Open,
    data: Path,
    command: tuple[str, ...],
    screens: tuple[tuple[tuple[str, ...], str], ...],
) -> None:
    finished.filled(data)
    chance = random.Random(len(screens))  # noqa: S311 - sizes
    opened = terminal(*command, columns=USUAL[0], lines=USUAL[1], OBSESS_REVIEW_TODAY="2026-10-31")
    tried, before = 0, ""
    for keys, shown in screens:
        go(opened, keys, before, shown)
        for columns, lines in sizes(chance):
            opened.resize_unseen(columns, lines)
            opened.press("end")  # which, unlike "down", opens no suggestions that the next Esc would close
            opened.watch_until_quiet(0.05)
            tried += 1
        opened.resize(*USUAL)
        opened.wait_for(shown)
        opened.watch_until_quiet(0.1)
        before = shown
    print(f"{tried} sizes on {len(screens)} screens")  # noqa: T201 - for pytest -rP
    opened.press("ctrl+q")
    assert opened.wait() == 0


def go(opened: Terminal, keys: tuple[str, ...], before: str, shown: str) -> None:
    """Go from one screen to another; a key that follows Esc before it had its effect would be another key."""
    for key in keys:
        opened.press(key)
        if key == "escape":
            opened.wait_for_no(before)
        opened.watch_until_quiet(0.05)
    opened.wait_for(shown)
