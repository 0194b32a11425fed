"""After undo the cursor is where the undone answer was given: a slip, ^Z, and the right digit."""

from pathlib import Path

import pytest

from review.month import Month
from review.records import Outcome, Place, RuleOutcome
from tests.tui.stage import Stage, staged
from tui.ritual.screen import RitualScreen
from tui.start import Start

NOVEMBER = Start(Month("2026-11"))


def place(stage: Stage) -> Place:
    screen = stage.app.screen
    assert isinstance(screen, RitualScreen)
    return screen.sitting.draft.place


def rated(stage: Stage, row: int = 0) -> tuple[object, object]:
    draft = stage.library.draft()
    assert draft is not None
    asked = [each for each in draft.answers.obsessions if each.asked]
    return asked[row].yours, asked[row].theirs


@pytest.mark.parametrize("slip", ["4", "0"])
async def test_in_urgency_on_your_side(tmp_path: Path, slip: str) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await stage.press("ctrl+n", "ctrl+n", slip, "ctrl+z", "2")
        assert rated(stage) == (2, None)


async def test_in_urgency_on_their_side_and_once_more(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await stage.press("ctrl+n", "ctrl+n", "5", "2", "ctrl+z", "1")
        assert (rated(stage), rated(stage, 1)) == ((5, 1), (None, None))
        await stage.press("ctrl+z", "ctrl+z", "3")
        assert rated(stage) == (3, None)


async def test_in_urgency_after_going_elsewhere(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await stage.press("ctrl+n", "ctrl+n", "5", "2", "down", "down", "ctrl+z", "4")
        assert rated(stage) == (5, 4)


async def test_in_segments_on_both_sides(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await stage.press("ctrl+n", "ctrl+n", "ctrl+n", "ctrl+n", "4", "ctrl+z", "2", "5", "ctrl+z", "1")
        draft = stage.library.draft()
        assert draft is not None
        assert [(each.potential, each.attention) for each in draft.answers.segments] == [(2, 1)]


async def test_in_realitys_hours_and_energy(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await stage.press("ctrl+n", "ctrl+n", "ctrl+n", "1", "enter", "ctrl+z")
        assert place(stage).field == "hours"
        await stage.press("9", "enter", "4", "ctrl+z", "2")
        draft = stage.library.draft()
        assert draft is not None
        first = next(each for each in draft.answers.obsessions if each.asked)
        assert (first.hours, first.energy) == (9, 2)


async def test_a_number_that_is_half_typed_keeps_the_cursor(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await stage.press("ctrl+n", "ctrl+n", "ctrl+n", "9", "enter", "4", "1", "ctrl+z", "5", "enter")
        draft = stage.library.draft()
        assert draft is not None
        asked = [each for each in draft.answers.obsessions if each.asked]
        assert (asked[0].energy, asked[1].hours) == (None, 15)


async def test_an_answer_of_another_step_leaves_the_cursor_alone(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await stage.press("ctrl+n", "ctrl+n", "5", "2", "ctrl+n", "down")
        before = place(stage)
        await stage.press("ctrl+z")
        assert "Undone: Acme Robotics, theirs 2" in stage.text
        assert place(stage) == before


async def test_in_look_back_the_next_digit_answers_the_same_question(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await stage.press("1", "1", "ctrl+z", "2")
        draft = stage.library.draft()
        assert draft is not None
        said = draft.answers.look_back
        assert [each.outcome for each in said.rules] == [RuleOutcome.HAPPENED]
        assert [each.outcome for each in said.promises] == [Outcome.PARTLY]
        await stage.press("ctrl+z", "ctrl+z", "2")
        draft = stage.library.draft()
        assert draft is not None
        assert [each.outcome for each in draft.answers.look_back.rules] == [RuleOutcome.DONE]
        assert draft.answers.look_back.promises == ()
