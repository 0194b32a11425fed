"""Files of made-up data say what they are, in their name, their properties and their first line."""

from pathlib import Path

import pytest

from tests.tui.stage import staged

SAYS_SO = "made-up: true\n---\n\n**Made-up data: nobody in this file is real.**\n\n# "
WAYS = {
    "summary": (("x",), "~/obsess-review-2026-10-made-up.md"),
    "trends": (("t", "x"), "~/obsess-review-trends-2025-11-to-2026-10-made-up.md"),
}


@pytest.mark.parametrize(("keys", "name"), WAYS.values(), ids=WAYS.keys())
async def test_a_file_of_made_up_data_says_so(tmp_path: Path, keys: tuple[str, ...], name: str) -> None:
    async with staged(tmp_path, made_up=True, marked=True) as stage:
        await stage.press(*keys)
        assert name in stage.text
        assert "This is made-up data, and the file says so." in stage.text
        await stage.press("ctrl+u")
        await stage.write(str(tmp_path / "out.md"))
        await stage.press("enter")
        await stage.pilot.pause(0.3)
    text = (tmp_path / "out.md").read_text("utf-8")
    assert text.startswith("---\n")
    assert text.count("\n---\n") == 1
    assert SAYS_SO in text


@pytest.mark.parametrize(("keys", "name"), WAYS.values(), ids=WAYS.keys())
async def test_a_file_of_ones_own_data_says_nothing_of_it(tmp_path: Path, keys: tuple[str, ...], name: str) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press(*keys)
        assert name.replace("-made-up", "") in stage.text
        assert "made-up" not in stage.text
        await stage.press("ctrl+u")
        await stage.write(str(tmp_path / "out.md"))
        await stage.press("enter")
        await stage.pilot.pause(0.3)
    assert "made-up" not in (tmp_path / "out.md").read_text("utf-8").lower()
