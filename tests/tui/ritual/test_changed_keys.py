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


async def test_a_first_session_names_the_keys_that_add_and_go_on(tmp_path: Path) -> None:
    async with staged(changed(tmp_path), start=NOVEMBER, size=(160, 50)) as stage:
        assert "Press n and write the first name." in stage.text
        await stage.press("n")
        await stage.write("Acme")
        await stage.press("enter", "enter", "enter", "enter", "escape")
        assert "When that is everyone, F6 goes on" in stage.text


async def test_a_closer_look_with_nobody_left_names_the_key_of_the_next_step(tmp_path: Path) -> None:
    async with staged(changed(tmp_path), made_up=True, start=NOVEMBER, size=(160, 50)) as stage:
        await stage.press("f6", "f6", "f6", "enter", "d", "1", "right_square_bracket", "d", "1")
        assert "F6 is the next step" in stage.text
        assert "^N" not in stage.text


FORMS = """[keys]
"form.next" = "ctrl+g"
"form.cancel" = "f10"
"note.keep" = "f10"
"note.editor" = "f7"
"""


async def test_forms_and_notes_name_the_keys_that_save_and_leave(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(FORMS)
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await stage.press("ctrl+n", "a")
        assert "^G close   F10 cancel" in stage.text
        await stage.press("f10", "ctrl+n", "o")
        assert "F10 keep and close   F7 your editor   ^Z undo" in stage.text
        await stage.press("f10")
        assert "keep and close" not in stage.text
