"""What can be undone outlives leaving the review, as long as the draft is the same."""

from pathlib import Path

from msgspec import structs

from review.month import Month
from review.ritual.sitting import change_row
from store.library import Library
from tests.tui.stage import Stage, staged
from tui.home.screen import HomeScreen
from tui.ritual.screen import RitualScreen
from tui.start import Start

NOVEMBER = Start(Month("2026-11"))
NOTHING = "! Nothing to undo in this sitting."


def ratings(stage: Stage) -> tuple[object, object]:
    draft = stage.library.draft()
    assert draft is not None
    row = next(each for each in draft.answers.obsessions if each.asked)
    return row.yours, row.theirs


async def rated_and_left(stage: Stage) -> None:
    await stage.press("ctrl+n", "ctrl+n", "5", "2", "escape")
    assert stage.shows(HomeScreen)
    assert ratings(stage) == (5, 2)


async def test_a_review_come_back_to_can_be_undone_from_where_it_was_left(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await rated_and_left(stage)
        await stage.press("enter", "ctrl+z")
        assert "✓ Undone: Acme Robotics, theirs 2" in stage.text
        assert ratings(stage) == (5, None)
        await stage.press("escape", "enter", "ctrl+z", "1")
        assert ratings(stage) == (1, None)


async def test_trends_in_between_change_nothing(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await rated_and_left(stage)
        await stage.press("t", "escape", "enter", "ctrl+z")
        assert ratings(stage) == (5, None)


async def test_a_draft_that_was_changed_elsewhere_is_not_set_back(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await rated_and_left(stage)
        elsewhere = Library(tmp_path / "data", stage.app.desk.clock.now)
        draft = elsewhere.draft()
        assert draft is not None
        with elsewhere.hold_draft():
            elsewhere.save_draft(change_row(draft, draft.answers.obsessions[0].prospect, theirs=3))
        await stage.press("enter", "ctrl+z")
        assert NOTHING in stage.text
        assert ratings(stage) == (5, 3)


async def test_time_and_place_alone_make_no_other_draft(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await rated_and_left(stage)
        draft = stage.library.draft()
        assert draft is not None
        stage.library.save_draft(structs.replace(draft, seconds=draft.seconds + 60))
        await stage.press("enter", "ctrl+z")
        assert ratings(stage) == (5, None)


async def test_a_review_begun_anew_has_nothing_to_undo(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await rated_and_left(stage)
        await stage.press("b", "3")
        await stage.write("2026-03")
        await stage.press("enter", "1", "3")
        assert stage.shows(RitualScreen)
        await stage.press("ctrl+z")
        assert NOTHING in stage.text
