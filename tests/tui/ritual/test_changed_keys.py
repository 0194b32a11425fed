"""Keys that the settings have changed, in the ritual: sentences and clicks use the key that is there now."""

from pathlib import Path

from tests.tui.looks.tour import NOVEMBER
from tests.tui.stage import Stage, staged
from tui.ritual.ending import EndingScreen

CHANGED = """[keys]
"ritual.next" = "f6"
"ritual.previous" = "f5,ctrl+y"
"ritual.finish" = "f9"
"ritual.summary" = "S"
"obsessions.add" = "n"
"""


def changed(folder: Path) -> Path:
    (folder / "settings.toml").write_text(CHANGED)
    return folder


def place_of(stage: Stage, words: str) -> tuple[int, int]:
    """Where words stand on the screen."""
    lines = stage.text.splitlines()
    found = next(at for at, line in enumerate(lines) if words in line)
    return lines[found].index(words), found


async def test_empty_steps_say_how_to_go_on_by_the_keys_that_do(tmp_path: Path) -> None:
    async with staged(changed(tmp_path), start=NOVEMBER) as stage:
        for _ in range(2):
            await stage.press("f6")
            said = " ".join(stage.text.split())
            assert "F5 goes back to Obsessions, where n adds a name." in said
            assert "^O" not in said


async def test_what_is_said_at_the_foot_names_the_key_that_finishes(tmp_path: Path) -> None:
    async with staged(changed(tmp_path), start=NOVEMBER) as stage:
        await stage.press(*["f6"] * 8)
        assert "This is the last step. F9 finishes." in stage.text


async def test_the_block_that_finishes_names_its_key_and_a_click_on_it_finishes(tmp_path: Path) -> None:
    async with staged(changed(tmp_path), made_up=True, start=NOVEMBER) as stage:
        await stage.press(*["f6"] * 6)
        assert "^F" not in stage.text
        assert "S  read the summary first" in stage.text
        await stage.pilot.click(offset=place_of(stage, "F9  "))
        await stage.pilot.pause()
        await stage.pilot.pause()
        assert stage.shows(EndingScreen)


async def test_a_look_back_that_is_all_answered_says_how_to_go_on(tmp_path: Path) -> None:
    async with staged(changed(tmp_path), made_up=True, start=NOVEMBER) as stage:
        await stage.press("1", "1", "2", "3", "1", "1", "1", "1")
        assert "That is all. F6 goes on." in " ".join(stage.text.split())
