"""What the keys do between a row and its form: as the form is about to open, and as it closes."""

import asyncio
from pathlib import Path

from textual.events import Key

from tests.tui.looks.tour import NOVEMBER
from tests.tui.stage import Stage, staged
from tui.ritual.page import Page


def rated(stage: Stage) -> object:
    draft = stage.library.draft()
    return draft.answers.obsessions[0].yours if draft else None


async def test_keys_typed_before_the_answer_of_a_form_is_taken_wait_for_it(tmp_path: Path) -> None:
    """On a slow machine a form is off the screen before the cursor stands where its answer leads."""
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await stage.press("ctrl+n", "ctrl+n")
        taken = asyncio.Event()
        stage.app.screen.query_one(Page).in_worker(taken.wait())
        stage.app.post_message(Key("4", "4"))
        await asyncio.sleep(0.1)
        assert rated(stage) is None
        taken.set()
        await stage.pilot.pause()
        assert rated(stage) == 4


async def test_the_keys_of_the_row_that_a_letter_goes_to_are_named_at_once(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER, size=(160, 50)) as stage:
        await stage.press("ctrl+n", "ctrl+n", "ctrl+n", "enter")
        assert "Is it real?" in stage.text
        await stage.press("d", "escape")
        assert "1–7 decide" in stage.text.splitlines()[-1]
