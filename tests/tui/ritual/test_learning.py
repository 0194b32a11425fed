"""Learning on screen: how far the goals are, finishing and dropping them, and a new one."""

import pytest
from msgspec import structs

from review.history import History
from review.month import Month
from review.records import GoalKind, GoalReview, GoalState, LearningGoal
from tests.tui.ritual.before import GOALS, first, november, session
from tests.tui.ritual.page_stage import PageStage, do
from tests.tui.widgets.stage import HOSTILE, HOSTILE_START
from tui.ritual.learning import LearningPage

WIDE = (120, 40)
NARROW = (58, 20)


def begun(past: History | None = None) -> PageStage:
    return PageStage(LearningPage, november("learning", past))


def review(page: PageStage, goal: str) -> GoalReview:
    found = [each for each in page.sitting.answers.learning if each.goal == goal]
    assert len(found) == 1, f"{goal} has {len(found)} answers"
    return found[0]


def only_goal(page: PageStage) -> LearningGoal:
    assert len(page.sitting.draft.goals) == 1
    return page.sitting.draft.goals[0]


async def test_open_goals_stand_with_what_is_known_and_where_they_stood() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        text = page.shown()
        assert "done when: notes on all" in text
        assert "by Dec" in text
        assert "4 of 10    October 4" in text
        assert "0 of 3     October 0" in text
        assert "I will read ten pages when the coffee is on" in text
    assert page.sitting.answers.learning == ()


@pytest.mark.parametrize(
    ("keys", "progress"),
    [
        (["<right>", "<right>"], 6),
        (["l", "h", "l"], 5),
        (["+", "="], 6),
        (["-"], 3),
        (["<left>"] * 6, 0),
        (["<right>"] * 9, 10),
    ],
)
async def test_arrows_change_how_far_a_goal_is(keys: list[str], progress: int) -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, *({"+": "<plus>", "=": "<equals_sign>", "-": "<minus>"}.get(key, key) for key in keys))
        assert f"{progress} of 10" in page.shown()
        assert "October 4" in page.shown()
    assert review(page, "book").progress == progress


async def test_a_full_bar_says_how_to_finish() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "<down>", *["<right>"] * 3)
        assert "d finishes it" in page.shown()


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_a_goal_is_finished_with_all_its_steps(size: tuple[int, int]) -> None:
    page = begun()
    async with page.run_test(size=size) as pilot:
        await do(pilot, "d")
        assert "done when: notes on all" in page.shown()
        await do(pilot, "1")
        assert "✓ finished" in page.shown()
        await do(pilot, "<left>")
    assert (review(page, "book").state, review(page, "book").progress) == (GoalState.FINISHED, 10)
    assert page.refused == ["That goal is not open. Press d to take it up again."]


async def test_a_goal_is_carried_on_as_it_stands_or_dropped() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "d", "2", "<down>", "d", "3")
        assert "– dropped" in page.shown()
    assert (review(page, "book").state, review(page, "book").progress) == (GoalState.OPEN, 4)
    assert review(page, "people").state is GoalState.DROPPED
    assert all(ask.answered for ask in page.page.STEP.asks(page.sitting))


async def test_a_new_goal_is_asked_in_one_form() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "a", "Sit in on a chapter evening", "<enter>", "3", "been there twice", "<enter>")
        await do(pilot, "2", "<enter>", "ask for the calendar", "<enter>", "I make coffee", "<enter>")
        await do(pilot, "March", "<enter>")
        text = page.shown()
        assert "Kind  meeting" in text
        assert "ask for the calendar   when  I make coffee   by  March" in text
    goal = only_goal(page)
    assert (goal.title, goal.kind, goal.done_when) == (
        "Sit in on a chapter evening",
        GoalKind.MEETING,
        "been there twice",
    )
    assert (goal.target, goal.by) == (2, Month("2027-03"))
    made = review(page, goal.id)
    assert (made.i_will, made.when) == ("ask for the calendar", "I make coffee")


async def test_a_month_that_has_passed_and_no_steps_at_all_are_refused_below_their_fields() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "a", "Read", "<enter>", "<enter>", "<enter>", "0", "<enter>")
        assert "Write a whole number from 1 to 999." in page.shown()
        await do(pilot, "<backspace>", "<enter>", "<enter>", "<enter>", "2026-01", "<enter>")
        assert "That month has passed." in page.shown()
    assert page.sitting.draft.goals == ()


async def test_a_goal_needs_a_word_while_another_is_open() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "a", *["<enter>"] * 7)
        assert "This one is needed." in page.shown()
    assert page.sitting.draft.goals == ()


async def test_with_none_open_something_is_suggested_and_an_empty_form_takes_it() -> None:
    page = PageStage(LearningPage, first("learning"))
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert "Nothing is open. Perhaps: Read one book about the work, not about selling it." in page.shown()
        await do(pilot, "<enter>", *["<enter>"] * 7)
        assert "Nothing is open." not in page.shown()
    assert only_goal(page).title == "Read one book about the work, not about selling it"


async def test_a_goal_is_changed_with_its_next_step() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "<enter>", " in depth", "<enter>", "2", "<ctrl+u>", "<enter>", "<ctrl+u>", "12", "<enter>")
        await do(pilot, "<ctrl+u>", "read chapter five", "<enter>", "<enter>", "<ctrl+u>", "<enter>")
    goal = page.sitting.goal("book")
    assert (goal.title, goal.kind, goal.done_when) == ("DMAIC for service work in depth", GoalKind.SKILL, None)
    assert (goal.target, goal.by) == (12, None)
    assert (review(page, "book").i_will, review(page, "book").when) == ("read chapter five", "the coffee is on")


async def test_a_new_goal_is_removed_and_comes_back_by_undo() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "a", "Mistake", *["<enter>"] * 7, "<delete>")
        assert "Mistake" not in page.shown()
        await do(pilot, "<ctrl+z>")
        assert "Mistake" in page.shown()
        await do(pilot, "<home>", "<delete>")
    assert page.refused == ["It was set before this month. Drop it instead, with d."]


async def test_a_note_goes_with_a_goal() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "o", "chapter four is slow")
        unfinished = page.sitting.draft.unfinished
        assert unfinished is not None
        await do(pilot, "<escape>", "<ctrl+z>")
        page.page.reopen(unfinished)
        await do(pilot)
        await do(pilot, "<escape>")
        assert "chapter four is slow" in page.shown()
    assert review(page, "book").note == "chapter four is slow"


async def test_half_a_form_is_kept_and_opens_again() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "a", "Sit in", "<enter>", "3", "twice")
        unfinished = page.sitting.draft.unfinished
        assert unfinished is not None
        await do(pilot, "<escape>", "<escape>")
        page.page.reopen(unfinished)
        await do(pilot)
        await do(pilot, " a year", *["<enter>"] * 5)
    goal = only_goal(page)
    assert (goal.title, goal.kind, goal.done_when) == ("Sit in", GoalKind.MEETING, "twice a year")


async def test_goals_are_shown_as_text_and_nothing_in_them_acts() -> None:
    goals = {"book": LearningGoal("book", HOSTILE, GoalKind.BOOK, HOSTILE, 10)}
    made = GoalReview("book", 4, i_will=HOSTILE, when=HOSTILE)
    page = begun(History((session("2026-10", learning=(made,)),), {}, {}, goals))
    async with page.run_test(size=(160, 50)) as pilot:
        await do(pilot)
        assert page.shown().count(HOSTILE_START) >= 3
        assert page.acts() == []
        for key in ("e", "d"):
            await do(pilot, key)
            assert page.acts() == []
            await do(pilot, "<escape>", "<escape>")


@pytest.mark.parametrize("size", [(160, 50), (120, 40), (80, 24), (60, 20)])
async def test_every_goal_is_seen_whole_when_the_cursor_is_on_it(size: tuple[int, int]) -> None:
    page = begun()
    async with page.run_test(size=size) as pilot:
        await do(pilot, "<home>")
        for goal, last in ((GOALS["book"], "I will read ten pages"), (GOALS["people"], "0 of 3")):
            marked = [text for text in page.drawn() if "▌" in text]
            assert goal.title in marked[0]
            assert any(last in text for text in marked)
            assert all(len(text) <= size[0] for text in page.drawn())
            await do(pilot, "<down>")
        assert "▌ + add a goal" in page.shown()


async def test_what_is_only_an_example_says_so_and_is_not_taken() -> None:
    page = PageStage(LearningPage, first("learning"))
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "a")
        for example in (
            "notes on all ten chapters",
            "10",
            "read the first chapter",
            "I make Monday's coffee",
            "January",
        ):
            assert f"e.g. {example}" in page.shown()
        await do(pilot, "A book", *["<enter>"] * 7)
    goal = only_goal(page)
    assert (goal.title, goal.done_when, goal.target, goal.by) == ("A book", None, None, None)


async def test_a_goal_whose_month_has_passed_can_be_reworded_and_keeps_its_month() -> None:
    late = {"book": structs.replace(GOALS["book"], by=Month("2026-09"))}
    page = begun(History((session("2026-10", learning=(GoalReview("book", 4),)),), {}, {}, late))
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "e", "<end>", " again", *["<enter>"] * 8)
        assert "That month has passed" not in page.shown()
    assert only_goal(page).by == Month("2026-09")
    assert only_goal(page).title.endswith(" again")
