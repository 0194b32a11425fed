"""Signals and closed windows while somebody types: the process is gone in two seconds, with everything saved."""

import os
import random
import signal
from collections.abc import Callable
from pathlib import Path
from signal import SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP

import pytest

from tests.end_to_end import finished, typist
from tests.end_to_end.command import Open
from tests.end_to_end.terminal import Terminal
from tests.end_to_end.typist import THOROUGH, Typed, in_a_form, in_a_note

TIMES = 50 if THOROUGH else 1
"""How often each signal is sent; half of them in a note, half in a form, and at least once in both."""
GONE_WITHIN = 2.0
SIGNALLED = 128


@pytest.fixture(autouse=True)
def before(data: Path) -> dict[str, str]:
    """Six finished sessions, and what their files hold."""
    finished.filled(data)
    return finished.bytes_of(data)


def typed_into(opened: Terminal, seed: int) -> Typed:
    """Type until the last letter stands on the screen."""
    chance = random.Random(seed)  # noqa: S311 - what is typed
    typed = typist.type_on(opened, chance.randint(8, 20), chance)
    opened.wait_for(typed.letters[-8:])
    return typed


@pytest.mark.parametrize("seed", range((TIMES + 1) // 2))
@pytest.mark.parametrize("opened_in", [in_a_note, in_a_form])
@pytest.mark.parametrize("number", [SIGTERM, SIGHUP, SIGQUIT])
def test_a_signal_ends_it_in_good_order(
    terminal: Open,
    data: Path,
    before: dict[str, str],
    number: signal.Signals,
    opened_in: Callable[[Open], Terminal],
    seed: int,
) -> None:
    opened = opened_in(terminal)
    typed = typed_into(opened, seed)
    opened.signal(number)
    assert opened.wait(GONE_WITHIN) == SIGNALLED + number
    assert opened.is_restored
    assert typist.kept(data) == typed.letters
    assert finished.bytes_of(data) == before


@pytest.mark.parametrize("seed", range(TIMES))
@pytest.mark.parametrize(
    ("ignored", "blocked"), [((), ()), ((SIGHUP,), ()), ((), (SIGHUP,))], ids=["heard", "ignored", "blocked"]
)
def test_a_closed_window_ends_it_whether_its_signal_is_heard_or_not(
    terminal: Open,
    data: Path,
    before: dict[str, str],
    ignored: tuple[signal.Signals, ...],
    blocked: tuple[signal.Signals, ...],
    seed: int,
) -> None:
    opened = in_a_note(terminal, ignored=ignored, blocked=blocked)
    typed = typed_into(opened, seed)
    opened.close_window()
    assert opened.wait(GONE_WITHIN) == SIGNALLED + SIGHUP
    assert typist.kept(data) == typed.letters
    assert finished.bytes_of(data) == before


def test_the_window_closed_at_home_ends_it(terminal: Open) -> None:
    opened = terminal()
    opened.wait_for("Enter  Begin")
    opened.close_window()
    assert opened.wait(GONE_WITHIN) == SIGNALLED + SIGHUP


def test_it_can_be_stopped_and_gone_on_with(terminal: Open, data: Path) -> None:
    opened = in_a_note(terminal)
    opened.write("before")
    opened.wait_for("before")
    opened.signal(SIGTSTP)
    assert os.WIFSTOPPED(os.waitpid(opened.pid, os.WUNTRACED)[1])
    opened.drain()
    assert opened.is_restored
    opened.signal(SIGCONT)
    opened.wait_until(lambda: not opened.is_restored, "it did not take the terminal again")
    opened.write(" and after")
    opened.wait_for("before and after")
    opened.press("ctrl+q")
    assert opened.wait() == 0
    assert typist.kept(data) == "before and after"


@pytest.mark.parametrize("opened_in", [in_a_note, in_a_form])
def test_ctrl_c_says_how_to_quit_and_quits_nothing(terminal: Open, opened_in: Callable[[Open], Terminal]) -> None:
    opened = opened_in(terminal)
    opened.press("ctrl+c")
    opened.wait_for("Ctrl+Q quits")


def test_ctrl_c_says_how_to_quit_at_home(terminal: Open) -> None:
    opened = terminal()
    opened.wait_for("Enter  Begin")
    opened.press("ctrl+c")
    opened.wait_for("Ctrl+Q quits")
    opened.signal(SIGINT)
    opened.press("q")
    assert opened.wait() == 0


def test_ctrl_c_copies_what_is_selected(terminal: Open) -> None:
    opened = in_a_form(terminal)
    opened.write("copied")
    opened.press("ctrl+a", "shift+end", "ctrl+c")
    opened.wait_until(lambda: b"\x1b]52;c;Y29waWVk" in opened.raw, "nothing was copied")
    assert "Ctrl+Q quits" not in opened.text
