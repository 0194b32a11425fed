"""Writing a summary to a file from the screens that offer it."""

import stat
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from review.exports import markdown
from review.history import History
from review.month import Month
from tests.review.telling import month, told, who
from tests.tui.summary.reading_stage import ReadingStage
from tui.summary.export import SummaryFile
from tui.summary.screen import SummaryScreen

OCTOBER = Month("2026-10")
HISTORY = told(month("2026-10", who("Acme", 5, 2, money=120.0), line="Wait a day."))


def as_markdown(history: History = HISTORY) -> str:
    session = history.session(OCTOBER)
    assert session is not None
    return markdown.written(history, [session], "€")


@pytest.fixture
def stage(tmp_path: Path) -> ReadingStage:
    return ReadingStage(SummaryScreen(HISTORY, OCTOBER, currency="€", file=SummaryFile(tmp_path / "data", "€")))


async def offer(pilot: Pilot[Any], path: str | None = None) -> None:
    """Open the form, and put a path into it instead of the one it offers."""
    await pilot.press("x")
    await pilot.pause()
    if path is not None:
        await write(pilot, path)


async def write(pilot: Pilot[Any], path: str) -> None:
    await pilot.press("end", "ctrl+u")
    field = pilot.app.focused
    assert field is not None
    field.post_message(events.Paste(path))
    await pilot.pause()


async def test_the_file_offered_is_in_the_home_folder_and_for_its_owner_alone(stage: ReadingStage, home: Path) -> None:
    async with stage.run_test(size=(120, 40)) as pilot:
        await offer(pilot)
        assert "~/obsess-review-2026-10.md" in stage.shown()
        await pilot.press("enter")
        await pilot.pause()
        file = home / "obsess-review-2026-10.md"
        assert file.read_text("utf-8") == as_markdown()
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stage.told() == [f"Written to {file}."]
        assert isinstance(stage.screen, SummaryScreen)


async def test_a_folder_means_a_file_of_the_usual_name_in_it(stage: ReadingStage, tmp_path: Path) -> None:
    async with stage.run_test(size=(120, 40)) as pilot:
        await offer(pilot, str(tmp_path))
        await pilot.press("enter")
        await pilot.pause()
    assert (tmp_path / "obsess-review-2026-10.md").read_text("utf-8") == as_markdown()


async def test_nothing_is_replaced_without_being_told_to(stage: ReadingStage, tmp_path: Path) -> None:
    mine = tmp_path / "mine.md"
    mine.write_text("dear diary", "utf-8")
    async with stage.run_test(size=(120, 40)) as pilot:
        await offer(pilot, str(mine))
        await pilot.press("enter")
        await pilot.pause()
        assert "What it holds now would be lost." in stage.shown()
        await pilot.press("enter")
        await pilot.pause()
        assert mine.read_text("utf-8") == "dear diary"
        assert getattr(stage.focused, "value", "") == str(mine)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("y")
        await pilot.pause()
    assert mine.read_text("utf-8") == as_markdown()


async def test_what_stands_in_the_way_is_said_and_asked_again(stage: ReadingStage, tmp_path: Path) -> None:
    target = tmp_path / "target.md"
    target.write_text("kept", "utf-8")
    (tmp_path / "link.md").symlink_to(target)
    (tmp_path / "data").mkdir()
    refusals = {
        str(tmp_path / "link.md"): "is a link",
        str(tmp_path / "no" / "such" / "x.md"): "is not a folder",
        str(tmp_path / "data" / "x.md"): "inside your data folder",
        str(tmp_path / ("x" * 300)): "can't be the name of a file",
    }
    async with stage.run_test(size=(120, 40)) as pilot:
        await offer(pilot)
        for path, words in refusals.items():
            await write(pilot, path)
            await pilot.press("enter")
            await pilot.pause()
            assert words in " ".join(stage.shown().split())
        await write(pilot, str(tmp_path / "last.md"))
        await pilot.press("enter")
        await pilot.pause()
    assert target.read_text("utf-8") == "kept"
    assert (tmp_path / "last.md").read_text("utf-8") == as_markdown()


async def test_a_disk_that_refuses_is_said_and_nothing_stays_behind(
    stage: ReadingStage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from store import files
    from store.problems import NotSaved

    def full(path: Path, _content: bytes) -> None:
        raise NotSaved(f"{path.name} could not be saved: the disk is full.")

    monkeypatch.setattr(files, "write", full)
    async with stage.run_test(size=(120, 40)) as pilot:
        await offer(pilot, str(tmp_path / "x.md"))
        await pilot.press("enter")
        await pilot.pause()
        assert "the disk is full" in stage.shown()
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(stage.screen, SummaryScreen)
    assert not (tmp_path / "x.md").exists()


async def test_escape_writes_nothing(stage: ReadingStage, home: Path) -> None:
    async with stage.run_test(size=(120, 40)) as pilot:
        await offer(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(stage.screen, SummaryScreen)
    assert not (home / "obsess-review-2026-10.md").exists()
