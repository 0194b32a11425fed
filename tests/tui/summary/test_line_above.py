"""The line above what is read: the program's name and what is read give way before what marks the data."""

from pathlib import Path

import pytest

from tests.tui.stage import staged


@pytest.mark.parametrize("width", [50, 60, 76, 120])
@pytest.mark.parametrize("keys", [("t", "8", "enter"), ("t", "enter")], ids=["cases", "a story"])
async def test_the_mark_is_whole_however_long_the_name(tmp_path: Path, keys: tuple[str, ...], width: int) -> None:
    async with staged(tmp_path, made_up=True, marked=True, size=(width, 24)) as stage:
        await stage.press(*keys)
        above = stage.text.splitlines()[0]
        assert above.startswith("  obsess-review  ") or width < 120
        assert "made-up data" in above
        assert len(above.rstrip()) <= width - 2
        assert "as if on 2026-11-22" in above or (width == 50 and above.endswith("…"))
