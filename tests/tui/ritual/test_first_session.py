"""A first session asks less and says more: what a newcomer meets on each step, and at its end."""

from pathlib import Path

import pytest

from review.month import Month
from tests.tui.stage import Stage, staged
from tui.ritual.ending import EndingScreen
from tui.start import Start

NOVEMBER = Start(Month("2026-11"))
WHY = "You may be in a far greater hurry"


async def named(stage: Stage, *names: str) -> None:
    """Put names on the list, and nothing else about them."""
    await stage.press("a")
    for name in names:
        await stage.write(name)
        await stage.press("enter", "enter", "enter", "enter")
    await stage.press("enter")


async def test_every_step_says_what_will_stand_there(tmp_path: Path) -> None:
    async with staged(tmp_path, start=NOVEMBER) as stage:
        for words in (
            "Who belongs here",
            "how much you want it on the left",
            "Nobody is asked about this month",
            "A segment is a part of the market that you could serve",
            "Perhaps: Read one book",
            "What the steps before bring up stands here",
        ):
            assert words in stage.text
            await stage.press("ctrl+n")


async def test_an_empty_name_ends_the_list_and_what_else_there_is_to_say_is_said(tmp_path: Path) -> None:
    async with staged(tmp_path, start=NOVEMBER) as stage:
        await named(stage, "Acme", "Borealis")
        assert len(stage.app.screen_stack) == 2
        assert "When that is everyone, ^N goes on" in stage.text
        draft = stage.library.draft()
        assert draft is not None
        assert len(draft.answers.obsessions) == 2


WHYS = {
    "Urgency": WHY,
    "Reality": "Hours given away are hours not spent",
    "Segments": "whole parts of the market go unvisited",
    "Learning": "Books, skills, meetings",
    "Commit": "Three things can be remembered",
}


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_why_a_step_asks_stands_below_it_in_a_first_session(tmp_path: Path, size: tuple[int, int]) -> None:
    async with staged(tmp_path, start=NOVEMBER, size=size) as stage:
        for told in WHYS.values():
            await stage.press("ctrl+n")
            assert told in stage.text


async def test_later_why_a_step_asks_is_in_the_help_alone(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await stage.press("ctrl+n", "ctrl+n")
        assert "Who wants this more" in stage.text
        assert WHY not in stage.text


@pytest.mark.parametrize(
    ("names", "why", "sentences"), [("ab", True, True), ("abc", False, True), ("abcdef", False, False)]
)
async def test_in_a_small_window_what_explains_gives_way_to_rows_and_to_no_blank_ones(
    tmp_path: Path, names: str, why: bool, sentences: bool
) -> None:
    async with staged(tmp_path, start=NOVEMBER, size=(80, 24)) as stage:
        await named(stage, *(f"Name {letter}" for letter in names))
        await stage.press("ctrl+n")
        for key in ("down", "up", "5", "down", "up", "left"):
            assert (WHY in stage.text) is why
            assert all(f"Name {letter}" in stage.text for letter in names)
            await stage.press(key)
        await stage.press("backspace")
        assert "1 indifferent" in stage.text
        assert ("You would not notice" in stage.text) is sentences


async def test_more_than_fit_one_sitting_is_said_where_it_is_seen_at_any_size(tmp_path: Path) -> None:
    async with staged(tmp_path, start=NOVEMBER, size=(60, 20)) as stage:
        await named(stage, *(f"Name {letter}" for letter in "abcdefghi"))
        await stage.press("home")
        assert "Seven fit one sitting. C parks the last two." in stage.text
        await stage.press("C")
        assert "Seven fit" not in stage.text


async def test_a_blank_energy_lists_its_words_and_an_answered_one_opens_the_closer_look(tmp_path: Path) -> None:
    async with staged(tmp_path, start=NOVEMBER) as stage:
        await named(stage, "Acme")
        await stage.press("ctrl+n", "5", "2", "ctrl+n", "9", "enter")
        assert "Enter list the words" in stage.text
        await stage.press("enter")
        assert "You need a day to recover." in stage.text
        await stage.press("4")
        draft = stage.library.draft()
        assert draft is not None
        assert draft.answers.obsessions[0].energy == 4
        await stage.press("enter")
        assert "Is it real?" in stage.text


async def test_the_end_says_when_the_next_review_is_due_and_what_a_first_session_showed(tmp_path: Path) -> None:
    async with staged(tmp_path, start=NOVEMBER, size=(60, 20)) as stage:
        await named(stage, "Acme")
        await stage.press("ctrl+n", "5", "1", *["ctrl+n"] * 4, "ctrl+f")
        assert stage.shows(EndingScreen)
        assert "The next review, December, is due on" in stage.text
        assert "What it showed" in stage.text
        assert "Acme: one-way street" in stage.text


async def test_in_a_small_window_the_signs_say_what_one_would_see_where_rows_are_free(tmp_path: Path) -> None:
    async with staged(tmp_path, start=NOVEMBER, size=(80, 24)) as stage:
        await named(stage, "Acme")
        await stage.press("ctrl+n", "ctrl+n", "9", "enter", "4", "up", "enter")
        meanings = ("every talk is win or lose", "they change who, not how", "no one with power wants it")
        for size, told in (((80, 24), True), ((80, 20), False)):
            await stage.sized(*size)
            assert [words in stage.text for words in meanings] == [told] * 3
            assert "Stop rule" in stage.text
        assert "Here 1 to 7 decides" in stage.text


async def test_digits_in_commit_are_offered_for_the_row_on_which_they_rate(tmp_path: Path) -> None:
    async with staged(tmp_path, start=NOVEMBER) as stage:
        await stage.press(*["ctrl+n"] * 5, "4")
        draft = stage.library.draft()
        assert draft is not None
        assert draft.answers.conviction is None
        assert "here 1–5 rates, 0 is unknown" in stage.text
        await stage.press("down", "4")
        draft = stage.library.draft()
        assert draft is not None
        assert draft.answers.conviction == 4
