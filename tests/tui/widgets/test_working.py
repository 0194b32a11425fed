"""Long work in the app: a bar that moves, Esc or a click that stops it, and no waiting for it on the way out."""

import asyncio
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from textual import work
from textual.pilot import Pilot

from tests.tui.widgets.stage import Stage
from tui.widgets import working
from tui.widgets.working import Work, WorkingDialog, worked


class Pieces:
    """Five pieces, each made when the test lets it be."""

    def __init__(self) -> None:
        self.allowed = threading.Semaphore(0)
        self.asked = 0

    def __iter__(self) -> Iterator[str]:
        for piece in "abcde":
            self.asked += 1
            assert self.allowed.acquire(timeout=60)
            yield piece


class Worker(Stage):
    def __init__(self, pieces: Pieces) -> None:
        super().__init__()
        self.job = Work(pieces, 5)
        self.given: list[str | None] = []

    @work
    async def begin(self) -> None:
        self.given.append(await worked(self, "Writing 5 sessions", self.job, "stops it"))


async def until(stage: Stage, pilot: Pilot[Any], text: str) -> None:
    """Wait for words on the screen; the test's own timeout ends it."""
    while text not in "\n".join(stage.drawn()):
        await pilot.pause(0.01)


@pytest.fixture
def pieces() -> Iterator[Pieces]:
    made = Pieces()
    yield made
    made.allowed.release(5)


async def test_short_work_is_done_without_a_word(pieces: Pieces) -> None:
    stage = Worker(pieces)
    pieces.allowed.release(5)
    async with stage.run_test() as pilot:
        stage.begin()
        await stage.workers.wait_for_complete()
        await pilot.pause()
        assert stage.given == ["abcde"]
        assert not isinstance(stage.screen, WorkingDialog)


async def test_a_bar_says_how_far_it_is_and_goes_when_it_is_over(
    pieces: Pieces, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "PATIENCE", 0)
    stage = Worker(pieces)
    async with stage.run_test() as pilot:
        stage.begin()
        await until(stage, pilot, "0 of 5")
        pieces.allowed.release(3)
        await until(stage, pilot, "3 of 5")
        assert "Writing 5 sessions" in "\n".join(stage.drawn())
        pieces.allowed.release(2)
        await stage.workers.wait_for_complete()
        assert stage.given == ["abcde"]
        assert not isinstance(stage.screen, WorkingDialog)


@pytest.mark.parametrize("how", ["escape", "click"])
async def test_it_can_be_stopped(how: str, pieces: Pieces, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(working, "PATIENCE", 0)
    stage = Worker(pieces)
    async with stage.run_test() as pilot:
        stage.begin()
        pieces.allowed.release(1)
        await until(stage, pilot, "1 of 5")
        row = next(at for at, line in enumerate(stage.drawn()) if "Esc" in line)
        if how == "escape":
            await pilot.press("escape")
        else:
            await pilot.click(offset=(stage.drawn()[row].index("Esc"), row))
        pieces.allowed.release(1)
        await stage.workers.wait_for_complete()
        assert stage.given == [None]
        assert pieces.asked == 2


async def test_leaving_the_app_waits_for_the_piece_at_hand_only(
    pieces: Pieces, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "PATIENCE", 0)
    stage = Worker(pieces)
    async with stage.run_test() as pilot:
        stage.begin()
        await until(stage, pilot, "0 of 5")
        stage.exit()
        await pilot.pause()
    pieces.allowed.release(5)
    assert await asyncio.to_thread(stage.job.ended.wait, 60)
    assert pieces.asked == 1
