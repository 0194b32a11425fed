"""SIGKILL at any moment of a save: the file is whole, old or new, and what was said to be saved is there."""

import os
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from review import month as months
from review.records import Answers, Draft, Place
from store import files, tables
from store.library import Library
from tests.store.sample import DECEMBER, OCTOBER, chance, contents, draft, finished, library, ticking, times, version

LONGEST_SAVE = 0.004
"""Seconds that a small save takes at most, within which the kill strikes."""

Sizes = Callable[[int], int]


def growing(count: int) -> int:
    return 100 * (count % 200)


def shrinking(count: int) -> int:
    return 100 * (200 - count % 200)


def same_size(_: int) -> int:
    return 5000


def numbered(count: int, size: int) -> Draft:
    """A draft whose every part says which save it is: a mixture of two could not be taken for one."""
    letter = "abcdefghij"[count % 10]
    return Draft(month=DECEMBER, place=Place(str(count)), answers=Answers(line=letter * size), why=str(count))


def told_before_the_kill(work: Callable[[int], object], first: int, longest: float) -> list[int]:
    """Let a process work through numbers and tell which are done, and kill it at a random moment.

    Gives the numbers it told, the newest last.
    """
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            for count in range(first, first + 10_000):
                work(count)
                os.write(tell, count.to_bytes(4, "big"))
        finally:
            os._exit(1)
    os.close(tell)
    numbers = [first - 1, *(heard(told) for _ in range(int(chance(1, 3.99))))]
    moment = time.perf_counter() + chance(0, longest)
    while time.perf_counter() < moment:
        pass
    os.kill(child, signal.SIGKILL)
    while number := heard(told):
        numbers.append(number)
    os.close(told)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    return numbers


def heard(told: int) -> int:
    """The next number told; 0 at the end."""
    return int.from_bytes(os.read(told, 4), "big")


def save(into: Library, sizes: Sizes, count: int) -> None:
    into.save_draft(numbered(count, sizes(count)))


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("sizes", [growing, shrinking, same_size], ids=lambda sizes: sizes.__name__)
def test_a_kill_while_saving_an_answer_loses_none_that_was_saved(sizes: Sizes, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    finished(library(folder), OCTOBER)
    history = contents(folder)["history.json"]
    done = struck = 0
    tries = times(40, 1000)
    for _ in range(tries):
        told = told_before_the_kill(partial(save, library(folder), sizes), done + 1, LONGEST_SAVE)
        found = library(folder).draft()
        assert found is not None
        done = int(found.place.step)
        assert found == numbered(done, sizes(done))
        assert done in {told[-1], told[-1] + 1}
        struck += was_half_written(folder)
    assert contents(folder)["history.json"] == history
    assert struck >= tries // 100  # the kills do strike in the middle
    library(folder).mend()
    assert not was_half_written(folder)


def was_half_written(folder: Path) -> bool:
    """Whether the last kill struck after a file was begun and before it took its place."""
    return any(name.endswith(".tmp") for name in contents(folder))


def month_of(count: int) -> months.Month:
    return months.shift(OCTOBER, count)


def finish(into: Library, count: int) -> None:
    one = draft(month_of(count), f"the line of {month_of(count)}")
    into.save_draft(one)
    into.finish(one, version(one))


def large(folder: Path) -> Library:
    """A library with a year of sessions, each with a long line."""
    into = ticking(folder)
    for count in range(1, 13):
        one = draft(month_of(count), "a long line " * 20_000)
        into.finish(one, version(one))
    return into


@pytest.mark.timeout(3600)
def test_a_kill_while_finishing_loses_no_finished_session(tmp_path: Path) -> None:
    """The history is large, so that most kills strike while it is being written."""
    folder = tmp_path / "data"
    large(folder)
    start = contents(folder)
    first = done = 12
    struck = 0
    tries = times(15, 1000)
    for _ in range(tries):
        told = told_before_the_kill(partial(finish, library(folder)), done + 1, 10 * LONGEST_SAVE)
        assert tables.is_signed(files.read(folder / "history.json") or b"")
        sessions = library(folder).history().sessions
        done = len(sessions)
        assert done in {told[-1], told[-1] + 1}
        for session in sessions[first:]:
            assert session.answers.line == f"the line of {session.month}"
        struck += was_half_written(folder)
        library(folder).mend()
    assert struck >= tries // 100
    kept = {name: content for name, content in start.items() if name.startswith("sessions/")}
    assert {name: contents(folder)[name] for name in kept} == kept
    assert not library(folder).check().faults


def test_a_finishing_that_was_killed_can_be_finished(tmp_path: Path) -> None:
    """Between the copy and the history, the draft is still there, and nothing is said to be lost or left over."""
    folder = tmp_path / "data"
    into = library(folder)
    finished(into, OCTOBER)
    one = draft(DECEMBER, "the line")
    into.save_draft(one)
    before = files.read(folder / "history.json") or b""
    into.finish(one, version(one))
    files.write(folder / "history.json", before)
    into.save_draft(one)
    again = library(folder)
    assert again.history().months == (OCTOBER,)
    assert again.draft() == one
    assert again.notices() == ()
    again.finish(one, version(one))
    assert again.history().months == (OCTOBER, DECEMBER)
    assert again.draft() is None
    assert not again.check().faults
