"""A terminal too small to work in is told so on every screen, and nothing else changes."""

from pathlib import Path

import pytest

from tests.tui.stage import TODAY, StandingClock, staged

TOLD = "This needs 50 columns by 14 rows; it has "
WAYS = {"home": (), "urgency": ("enter", "ctrl+n", "ctrl+n"), "a dialog": ("x",), "help": ("f1",), "trends": ("t",)}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
async def test_every_screen_says_what_it_needs_until_there_is_room(tmp_path: Path, way: tuple[str, ...]) -> None:
    async with staged(tmp_path, made_up=True, size=(50, 14)) as stage:
        await stage.press(*way)
        before = stage.text
        assert "eeds 50" not in before
        await stage.sized(80, 13)
        assert stage.text.splitlines()[0] == f"{TOLD}80 by 13."
        await stage.sized(30, 6)
        assert stage.text.splitlines()[0] == "Needs 50 × 14, has 30 × 6"
        await stage.sized(50, 14)
        await stage.pilot.pause()
        assert stage.text == before


async def test_keys_work_on_and_the_line_goes_along(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, size=(60, 10)) as stage:
        for key in ("p", "enter", "escape", "escape", "t"):
            assert stage.text.splitlines()[0] == f"{TOLD}60 by 10."
            await stage.press(key)
        assert "8 views" in stage.text
        assert stage.text.splitlines()[0] == f"{TOLD}60 by 10."


async def test_it_takes_no_room_from_the_screen(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, size=(60, 14)) as stage:
        foot = stage.text.splitlines()[-1]
        await stage.sized(60, 13)
        assert stage.text.splitlines()[-1] == foot
        assert len(stage.text.splitlines()) == 13


SHAPES = [((120, 40), (120, 24)), ((120, 24), (120, 40)), ((120, 40), (60, 20)), ((60, 20), (160, 50))]


INTO = {"obsessions": (1, ""), "reality": (3, ""), "a closer look": (3, "enter"), "commit": (6, "")}
"""Steps to go, and the key there."""


@pytest.mark.parametrize(("steps", "key"), INTO.values(), ids=INTO.keys())
@pytest.mark.parametrize(("before", "after"), SHAPES, ids=str)
async def test_a_window_changed_looks_as_if_opened_so(
    tmp_path: Path, before: tuple[int, int], after: tuple[int, int], steps: int, key: str
) -> None:
    way = ("enter", *["ctrl+n"] * steps, *([key] if key else []))
    clock = StandingClock(TODAY)  # the minute that it was saved in stands on the screen
    async with staged(tmp_path / "opened", made_up=True, size=after, clock=clock) as stage:
        await stage.press(*way)
        wanted = stage.text
    async with staged(tmp_path / "changed", made_up=True, size=before, clock=clock) as stage:
        await stage.press(*way)
        await stage.sized(*after)
        assert stage.text == wanted


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_narrow_step_keeps_a_free_column_at_both_sides(tmp_path: Path, size: tuple[int, int]) -> None:
    async with staged(tmp_path, made_up=True, size=size) as stage:
        await stage.press("enter")
        for key in (*["ctrl+n"] * 6, "ctrl+o", "ctrl+o", "ctrl+o", "enter"):
            await stage.press(key)
            page = [line.ljust(size[0]) for line in stage.text.splitlines()[1:-1]]
            assert {line[-1] for line in page} == {" "}
            assert {line[0] for line in page} == {" "}
