"""A name typed by mistake in the ritual is not one of those that are suggested from then on."""

from pathlib import Path

from msgspec import structs

from review.records import Prospect
from tests.tui.stage import staged


async def test_a_name_that_no_answer_uses_is_not_written_with_the_session(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press("enter", "1", "escape")
        draft = stage.library.draft()
        assert draft is not None
        slip = structs.replace(draft, prospects=(*draft.prospects, Prospect("slip", "Zebar (typo)")))
        stage.library.save_draft(slip)
        await stage.press("enter", *["ctrl+n"] * 6, "ctrl+f")
        await stage.pilot.pause()
        history = stage.library.history()
        assert history.last is not None
        assert history.last.month == "2026-11"
        assert "slip" not in history.prospects
