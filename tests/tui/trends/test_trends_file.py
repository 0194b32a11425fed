"""Writing the trends to a file from their screen."""

from pathlib import Path

from tests.tui.stage import staged
from tui.trends.screen import TrendsScreen


async def test_x_writes_all_views_of_the_months_shown(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press("t", "r", "x")
        assert "obsess-review-trends-2024-11-to-2026-10.md" in stage.text
        await stage.press("ctrl+u")
        await stage.write(str(tmp_path / "out.md"))
        await stage.press("enter")
        await stage.pilot.pause(0.2)
        assert stage.shows(TrendsScreen)
    text = (tmp_path / "out.md").read_text("utf-8")
    assert text.startswith('---\nfrom: "2024-11"\nto: "2026-10"\n')
    assert text.count("\n## ") == 8


async def test_before_the_first_session_there_is_nothing_to_write(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        await stage.press("t", "x")
        assert "There is nothing to write yet" in stage.text
        assert stage.shows(TrendsScreen)


async def test_before_the_first_session_no_keys_of_months_are_offered(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        await stage.press("t")
        foot = stage.text.splitlines()[-1]
        assert "Esc home" in foot
        for dead in ("scroll", "months", "export"):
            assert dead not in foot
