"""The next step can be reached from every dialog of the ritual, and what was entered there is kept."""

from pathlib import Path

import pytest

from review.month import Month
from tests.tui.stage import staged
from tui.start import Start

NOVEMBER = Start(Month("2026-11"))


@pytest.mark.parametrize("key", ["v", "r", "o"])
async def test_the_next_step_is_one_key_away_from_a_list_a_form_and_a_note(tmp_path: Path, key: str) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await stage.press("ctrl+n", "ctrl+n", key)
        assert len(stage.app.screen_stack) == 3
        await stage.press("ctrl+n")
        assert "What is it costing" in stage.text
        await stage.press("ctrl+o", key, "ctrl+o")
        assert "Who can't you stop" in stage.text


async def test_a_note_is_kept_when_the_next_step_is_asked_for(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await stage.press("ctrl+n", "ctrl+n", "o")
        await stage.write("half a thought")
        await stage.press("ctrl+n")
        draft = stage.library.draft()
        assert draft is not None
        assert draft.answers.obsessions[0].note == "half a thought"
        assert "What is it costing" in stage.text


async def test_nothing_since_a_review_is_not_offered_where_there_was_none(tmp_path: Path) -> None:
    async with staged(tmp_path, start=NOVEMBER) as stage:
        await stage.press("a")
        await stage.write("Acme")
        await stage.press("escape", "enter", "enter", "ctrl+n", "v")
        assert "nothing so far" in stage.text
        assert "last review" not in stage.text
