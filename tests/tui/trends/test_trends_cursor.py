"""The cursor of the trends: what it is on is seen, and nothing else opens."""

import pytest

from review import demo
from review.history import History
from review.month import Month
from tests.tui.trends.trends_stage import TrendsStage
from tui.trends.screen import TrendsScreen
from tui.widgets.sheet import Sheet


@pytest.fixture(scope="module")
def made_up() -> History:
    return demo.history(Month("2026-10"))


def at_hand(stage: TrendsStage) -> str | None:
    return stage.screen.query_one(Sheet).current


async def test_enter_opens_nothing_that_is_out_of_sight(made_up: History) -> None:
    stage = TrendsStage(made_up)
    async with stage.run_test(size=(60, 20)) as pilot:
        for view in ("1", "2", "3", "6"):
            for key in (view, *["down"] * 12, "pagedown", "up", "end", "home"):
                await pilot.press(key)
                await pilot.pause()
                has_cursor = any(line.startswith("▌") for line in stage.drawn())
                assert (at_hand(stage) is not None) == has_cursor
                assert ("Enter" in stage.drawn()[-1]) == has_cursor


async def test_the_first_row_below_the_fold_is_the_first_that_down_comes_to(made_up: History) -> None:
    stage = TrendsStage(made_up)
    async with stage.run_test(size=(60, 20)) as pilot:
        await pilot.press("2")
        assert at_hand(stage) is None
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(stage.screen, TrendsScreen)
        while at_hand(stage) is None:
            await pilot.press("down")
        assert at_hand(stage) == next(iter(stage.screen._targets))
