"""SIGKILL in the middle of typing, at twenty keys a second: at most a second of it is lost, and nothing finished."""

import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end import finished, typist
from tests.end_to_end.command import Open
from tests.end_to_end.terminal import Terminal
from tests.end_to_end.typist import THOROUGH, in_a_form, in_a_note

KILLS = 100 if THOROUGH else 4
MOST_LOST = 1.0
"""Seconds of typing."""


@pytest.mark.parametrize("opened_in", [in_a_note, in_a_form])
@pytest.mark.parametrize("seed", range(KILLS // 2))
def test_a_kill_costs_at_most_a_second_of_typing(
    terminal: Open, data: Path, opened_in: Callable[[Open], Terminal], seed: int
) -> None:
    finished.filled(data)
    before = finished.bytes_of(data)
    chance = random.Random(seed)  # noqa: S311 - when to strike
    opened = opened_in(terminal)
    typed = typist.type_on(opened, chance.randint(15, 60), chance)
    opened.watch_until(time.monotonic() + chance.random() / 10)
    struck = time.monotonic()
    opened.signal(signal.SIGKILL)
    assert opened.wait() == -signal.SIGKILL

    kept = typist.kept(data)
    assert typed.letters.startswith(kept)
    assert kept.startswith(typed.before(struck - MOST_LOST))
    assert finished.bytes_of(data) == before

    again = terminal(OBSESS_REVIEW_TODAY="2026-10-31")
    again.wait_for("Enter  Go on with October, at step 3")
    again.press("enter")
    again.wait_for(kept[-10:])
