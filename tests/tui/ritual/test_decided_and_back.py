"""Where a closer look leads that has ended with somebody."""

from pathlib import Path

from tests.tui.looks.tour import NOVEMBER
from tests.tui.stage import staged


async def test_the_first_of_those_left_is_named_and_gone_to(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await stage.press("ctrl+n", "ctrl+n", "ctrl+n", "enter")
        assert "Acme Robotics" in stage.text
        await stage.press("d", "6", "escape")
        assert "] goes on to Delphi Labs" in stage.text
        await stage.press("right_square_bracket")
        assert "Delphi Labs  " in stage.text
