"""Files that other programs change, and disks that fail, while the app is open."""

from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

from review.month import Month
from review.ritual.sitting import change
from store import files, schema, tables
from store.library import Library
from store.problems import NotConfirmed
from tests.tui.stage import Stage, staged
from tui.home.screen import HomeScreen
from tui.past.screen import PastScreen
from tui.ritual.ending import EndingScreen
from tui.ritual.screen import RitualScreen
from tui.widgets.dialogs import ChooseDialog, ConfirmDialog

NEWER = "written by a newer obsess-review"
NOVEMBER = Month("2026-11")


def written_by_a_newer_program(folder: Path) -> bytes:
    """Raise the number of the schema in the history; give the bytes as they were."""
    path = folder / "data" / "history.json"
    before = path.read_bytes()
    path.write_bytes(tables.write(tables.read(before), schema.HISTORY_TABLES, schema.CURRENT + 1))
    return before


def told(stage: Stage) -> str:
    return "\n".join(str(each.message) for each in stage.app._notifications)


async def told_and_still_at(stage: Stage, screen: type[Screen[Any]]) -> None:
    await stage.pilot.pause()
    assert NEWER in told(stage)
    assert stage.shows(screen)


async def at_commit(stage: Stage) -> None:
    await stage.press("enter", *["ctrl+n"] * 6)
    assert "What will you do" in stage.text


@pytest.mark.parametrize("key", ["x", "b", "p", "t"])
async def test_a_key_at_home_says_what_is_wrong_with_the_folder_and_the_app_stays_open(
    tmp_path: Path, key: str
) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        written_by_a_newer_program(tmp_path)
        await stage.press(key)
        await told_and_still_at(stage, HomeScreen)


@pytest.mark.parametrize("keys", [("u",), ("d", "y")])
async def test_past_sessions_say_what_is_wrong_with_the_folder(tmp_path: Path, keys: tuple[str, ...]) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press("p")
        written_by_a_newer_program(tmp_path)
        await stage.press(*keys)
        await told_and_still_at(stage, PastScreen)


async def test_finishing_says_what_is_wrong_with_the_folder_and_keeps_the_ritual(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await at_commit(stage)
        written_by_a_newer_program(tmp_path)
        await stage.press("ctrl+f")
        await told_and_still_at(stage, RitualScreen)


async def test_a_folder_that_went_keeps_the_ritual_open_and_finishing_goes_on_once_it_is_back(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await at_commit(stage)
        folder = tmp_path / "data"
        months = Library(folder, stage.app.desk.clock.now).months()
        folder.rename(tmp_path / "elsewhere")
        await stage.press("ctrl+f")
        await stage.pilot.pause()
        assert "no longer holds your reviews" in told(stage)
        assert stage.shows(RitualScreen)
        assert not folder.exists()
        (tmp_path / "elsewhere").rename(folder)
        await stage.press("ctrl+f")
        await stage.pilot.pause()
        assert stage.shows(EndingScreen)
        assert Library(folder, stage.app.desk.clock.now).months() == (*months, NOVEMBER)


async def test_what_was_wrong_at_home_goes_away_with_it(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        before = written_by_a_newer_program(tmp_path)
        stage.app.home.read()
        await stage.pilot.pause()
        assert NEWER in stage.text
        (tmp_path / "data" / "history.json").write_bytes(before)
        stage.app.home.read()
        await stage.pilot.pause()
        assert NEWER not in stage.text


async def test_a_session_put_back_has_its_average_gap_again(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press("p")
        shown = next(line for line in stage.text.splitlines() if "October 2026" in line)
        await stage.press("d", "y")
        await stage.pilot.pause()
        assert "October 2026" not in stage.text
        await stage.press("u", "enter")
        await stage.pilot.pause()
        again = next(line for line in stage.text.splitlines() if "October 2026" in line)
        assert again.strip(" ▌") == shown.strip(" ▌")


async def test_answers_of_another_window_are_kept_while_this_one_asks_what_to_do_with_the_draft(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press("enter", "1", "escape")
        other = Library(tmp_path / "data", stage.app.desk.clock.now)
        draft = other.draft()
        assert draft is not None
        stage.app.review(Month("2026-03"), "full")
        await stage.pilot.pause()
        assert stage.shows(ChooseDialog)
        held = pytest.raises(Exception, match="Another window has this session open")
        with held, other.hold_draft():
            other.save_draft(change(draft, line="written in the other window"))
        await stage.press("escape")
        with other.hold_draft():
            other.save_draft(change(draft, line="written in the other window"))
        await stage.press("enter", "escape")
        kept = stage.library.draft()
        assert kept is not None
        assert kept.answers.line == "written in the other window"


async def test_what_the_disk_did_not_confirm_is_saved_again_when_asked(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await at_commit(stage)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(files, "_confirm_entry", _never)
            await stage.press("ctrl+f")
            await stage.pilot.pause()
            assert stage.shows(ConfirmDialog)
            await stage.press("y")
            await stage.pilot.pause()
            assert stage.shows(ConfirmDialog)
        await stage.press("y")
        await stage.pilot.pause()
        assert stage.shows(EndingScreen)
        session = stage.library.history().session(NOVEMBER)
        assert session is not None
        assert len(session.versions) == 1
        assert stage.library.draft() is None


async def test_what_the_disk_did_not_confirm_can_be_left_as_it_is(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await at_commit(stage)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(files, "_confirm_entry", _never)
            await stage.press("ctrl+f")
            await stage.pilot.pause()
            await stage.press("n")
            await stage.pilot.pause()
        assert stage.shows(EndingScreen)
        await stage.press("enter")
        await stage.pilot.pause()
        assert "Enter  Read" in stage.text


def _never(path: Path, folder: str) -> None:
    del folder
    if path.name == "history.json":
        raise NotConfirmed("history.json is written, but the disk did not confirm it.")
