"""The frame around the steps: it saves every answer, undoes the last one, resumes where it was left, and finishes."""

import asyncio
import random
from datetime import date
from pathlib import Path

import pytest
from textual import events

from review.month import Month
from store import files
from store.problems import NotSaved
from tests.tui.stage import Stage, staged
from tui.home.screen import HomeScreen
from tui.ritual.screen import RitualScreen
from tui.start import Start

NOVEMBER = Start(Month("2026-11"))


def ratings(stage: Stage) -> list[tuple[object, object]]:
    draft = stage.library.draft()
    assert draft is not None
    return [(row.yours, row.theirs) for row in draft.answers.obsessions]


async def to_urgency(stage: Stage) -> None:
    await stage.press("ctrl+n", "ctrl+n")
    assert "Who wants this more" in stage.text


async def settled(stage: Stage, wanted: list[tuple[int, int]]) -> None:
    """Wait until keys sent without waiting have all been answered, on a machine however busy."""
    for _ in range(200):
        if ratings(stage) == wanted:
            return
        await stage.pilot.pause(0.01)


async def test_every_answer_is_on_disk_before_the_next_key(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await to_urgency(stage)
        await stage.press("5")
        assert ratings(stage)[0] == (5, None)
        await stage.press("2")
        assert ratings(stage)[0] == (5, 2)


async def test_one_save_takes_the_answer_and_where_it_led_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved: list[str] = []
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await to_urgency(stage)
        really = files.write

        def write(path: Path, content: bytes, *, at_once: bool = True) -> None:
            saved.append(path.name)
            really(path, content, at_once=at_once)

        monkeypatch.setattr(files, "write", write)
        await stage.press("5")
        draft = stage.library.draft()
        assert draft is not None
        assert (draft.answers.obsessions[0].yours, draft.place.field) == (5, "theirs")
        screen = stage.app.screen
        assert isinstance(screen, RitualScreen)
        screen.save()
        assert saved == ["draft.json"]


@pytest.mark.parametrize("seed", range(4))
async def test_no_answer_is_lost_however_fast_the_keys_come(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - distances between keys
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await to_urgency(stage)
        for _ in range(4):
            await stage.press("home", "left")
            wanted = [(chance.randint(1, 5), chance.randint(1, 5)) for _ in ratings(stage)]
            for digit in (digit for pair in wanted for digit in pair):
                stage.app.post_message(events.Key(str(digit), str(digit)))
                for _ in range(chance.randint(0, 12)):
                    await asyncio.sleep(0)
            await settled(stage, wanted)
            assert ratings(stage) == wanted


async def test_undo_takes_back_the_last_answer_and_says_which(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await to_urgency(stage)
        await stage.press("5", "2", "ctrl+z")
        assert ratings(stage)[0] == (5, None)
        assert "Undone: Acme Robotics, theirs 2" in stage.text
        await stage.press("ctrl+z")
        assert ratings(stage)[0] == (None, None)


async def test_resuming_comes_back_to_the_step_the_row_and_the_side(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await to_urgency(stage)
        await stage.press("5", "2", "4", "escape", "enter")
        assert "Who wants this more" in stage.text
        await stage.press("1")
        assert ratings(stage)[1] == (4, 1)


async def test_half_typed_text_comes_back_in_its_field(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await to_urgency(stage)
        await stage.press("v", "4")
        await stage.write("12 Oct")
        await stage.press("enter")
        await stage.write("sent dra")
        await stage.pilot.pause(0.6)
        kept = stage.library.draft()
    assert kept is not None
    assert kept.unfinished is not None
    async with staged(tmp_path) as stage:
        await stage.press("enter")
        await stage.pilot.pause()
        assert "12 Oct" in stage.text
        assert "sent dra" in stage.text
        await stage.write("wings")
        await stage.press("enter", "enter")
        draft = stage.library.draft()
        assert draft is not None
        assert draft.answers.obsessions[0].moves[0].what == "sent drawings"  # type: ignore[index]
        assert draft.unfinished is None


async def test_the_next_step_keeps_the_text_of_a_form_that_was_opened_again(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await to_urgency(stage)
        await stage.press("v", "2", "enter")
        await stage.write("at the fair")
        await stage.pilot.pause(0.6)
    async with staged(tmp_path) as stage:
        await stage.press("enter")
        await stage.pilot.pause()
        await stage.press("ctrl+n")
        await stage.pilot.pause()
        draft = stage.library.draft()
        assert draft is not None
        assert draft.answers.obsessions[0].moves[0].what == "at the fair"  # type: ignore[index]


async def test_the_next_step_from_inside_a_form_keeps_what_was_entered(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await to_urgency(stage)
        await stage.press("v", "2")
        await stage.write("today")
        await stage.press("ctrl+n")
        await stage.pilot.pause()
        draft = stage.library.draft()
        assert draft is not None
        assert draft.answers.obsessions[0].moves[0].on == date(2026, 11, 22)  # type: ignore[index]
        assert "What is it costing" in stage.text


async def test_a_full_disk_is_said_and_saved_when_there_is_room_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await to_urgency(stage)
        real = files.write

        def full(path: Path, content: bytes) -> None:
            raise NotSaved(f"{path.name} can't be written: no space left on the disk.")

        monkeypatch.setattr(files, "write", full)
        await stage.press("5")
        assert "no space left" in stage.text
        assert ratings(stage)[0] == (None, None)
        monkeypatch.setattr(files, "write", real)
        await stage.press("2")
        assert "Saved again" in stage.text
        assert ratings(stage)[0] == (5, 2)


async def test_finishing_writes_the_session_and_leaves_no_draft(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await to_urgency(stage)
        await stage.press("5", "2")
        while "^F  Finish" not in stage.text:
            await stage.press("ctrl+n")
        await stage.press("ctrl+f")
        await stage.pilot.pause()
        assert "November 2026 is done" in stage.text
        await stage.press("enter")
        await stage.pilot.pause()
        assert stage.shows(HomeScreen)
        assert "What November showed" in stage.text
        last = stage.library.history().last
        assert last is not None
        assert last.month == "2026-11"
    assert not (tmp_path / "data" / "draft.json").exists()


async def test_a_draft_of_another_month_is_gone_on_with_finished_or_set_aside(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await stage.press("ctrl+n", "escape", "b", "3")
        await stage.write("2026-03")
        await stage.press("enter", "1")
        assert "Your November 2026 review is not finished" in stage.text
        await stage.press("3")
        await stage.pilot.pause()
        assert stage.shows(RitualScreen)
        assert "March 2026" in stage.text
    assert list((tmp_path / "data" / "backups").glob("draft-2026-11-*"))


async def test_what_there_is_to_say_covers_nothing_and_gives_way_to_the_next_key(tmp_path: Path) -> None:
    async with staged(tmp_path, start=NOVEMBER, size=(60, 20)) as stage:
        before = stage.text.splitlines()
        await stage.press("ctrl+z")
        assert stage.text.splitlines() == [*before[:-1], " ! Nothing to undo in this sitting."]
        await stage.press("down")
        assert stage.text.splitlines() == before


async def test_a_review_without_a_name_says_what_finishing_needs_before_it_is_tried(tmp_path: Path) -> None:
    async with staged(tmp_path, start=NOVEMBER, size=(60, 20)) as stage:
        await stage.press(*["ctrl+n"] * 5)
        needs = "Nobody is on the list yet: add one name in Obsessions."
        assert stage.text.count(needs) == 1
        await stage.press("ctrl+f")
        assert stage.text.splitlines()[-1].strip() == f"! {needs}"


async def test_the_rail_tells_what_was_answered_from_what_was_only_visited(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await to_urgency(stage)
        assert "○ Look back" in stage.text
        assert "✓ Obsessions" in stage.text
        await stage.press("5", "ctrl+n")
        assert "◐ Urgency" in stage.text
