"""Look back on screen: what a person presses, and what is kept of it."""

import datetime
from typing import Any

import pytest
from msgspec import structs
from textual.pilot import Pilot

from review.history import History
from review.records import NOBODY, UNKNOWN, Commitment, Obsession, Outcome, PromiseAnswer, RuleAnswer, RuleOutcome
from review.ritual.sitting import change
from tests.tui.ritual.before import NAMES, history, november
from tests.tui.ritual.page_stage import PageStage, do
from tests.tui.widgets.stage import HOSTILE, HOSTILE_START
from tui.ritual.look_back import LookBackPage

WIDE = (120, 40)


def stage(past: History | None = None) -> PageStage:
    return PageStage(LookBackPage, november("look-back", past))


def outcomes(page: PageStage) -> dict[str, Outcome | None]:
    return {each.commitment: each.outcome for each in page.sitting.answers.look_back.promises}


def at(page: PageStage) -> str | None:
    return page.places[-1].about if page.places else None


async def on_row(pilot: Pilot[Any], key: str) -> None:
    """Bring the cursor to a question."""
    await do(pilot, "<home>")
    for _ in range(20):
        if at(pilot.app) == key:  # type: ignore[arg-type]
            return
        await do(pilot, "<down>")
    pytest.fail(f"{key} can't be reached")


async def test_one_digit_answers_each_question_and_goes_on_to_the_next() -> None:
    page = stage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "2", "1", "2", "3", "2")
    look_back = page.sitting.answers.look_back
    assert look_back.rules == (RuleAnswer("rule", RuleOutcome.DONE),)
    assert outcomes(page) == {"call": Outcome.KEPT, "draw": Outcome.PARTLY}
    assert (look_back.unheard, [each.came_back for each in look_back.returns]) == (NOBODY, [False])


async def test_the_rule_comes_first_and_the_count_stands_beside_the_question() -> None:
    page = stage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        text = page.shown()
        assert "0 of 5 answered" in text
        assert text.index("A rule you made in October") < text.index("You said you would") < text.index("Six months on")
        assert "If nobody has named who signs by 14 November, I will stop unpaid work." in text
        await do(pilot, "1", "3")
        assert "2 of 5 answered" in page.shown()
        assert "✗ Call two plants" in page.shown()


async def test_after_an_answer_the_cursor_goes_to_the_next_open_question_whatever_came_between() -> None:
    page = stage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "<down>", "1", "2")
        assert at(page) == "unheard/"
        await do(pilot, "<down>", "1")
        assert at(page) == "rule/rule"


@pytest.mark.parametrize(
    ("keys", "stored"), [("3", NOBODY), ("1", "hollis"), ("2", "ionic"), ("0", UNKNOWN), ("à", UNKNOWN)]
)
async def test_a_client_is_picked_by_a_digit(keys: str, stored: str) -> None:
    page = stage()
    async with page.run_test(size=WIDE) as pilot:
        await on_row(pilot, "unheard/")
        await do(pilot, keys)
    assert page.sitting.answers.look_back.unheard == stored


async def test_another_client_is_named_and_shown_from_then_on() -> None:
    page = stage()
    async with page.run_test(size=WIDE) as pilot:
        await on_row(pilot, "unheard/")
        await do(pilot, "4", "Marlow Water", "<enter>")
        unheard = page.sitting.answers.look_back.unheard
        assert unheard is not None
        assert page.sitting.prospect(unheard).name == "Marlow Water"
        assert "another name: Marlow Water" in page.shown()


async def test_a_client_named_by_a_suggestion_is_who_was_known_before() -> None:
    page = stage()
    async with page.run_test(size=WIDE) as pilot:
        await on_row(pilot, "unheard/")
        await do(pilot, "4", "juno", "<down>", "<enter>", "<enter>")
    assert page.sitting.answers.look_back.unheard == "juno"


async def test_nine_clients_leave_digits_for_none_of_them_and_another_name() -> None:
    clients = {f"client{at}": f"Client {at}" for at in range(1, 10)}
    page = stage(history(names=NAMES | clients, clients=tuple(clients)))
    async with page.run_test(size=WIDE) as pilot:
        await on_row(pilot, "unheard/")
        assert "7 Client 7" in page.shown()
        assert "8 none of them" in page.shown()
        await do(pilot, "9", "Client 9", "<enter>")
    assert page.sitting.answers.look_back.unheard == "client9"


@pytest.mark.parametrize(("key", "stored"), [("1", True), ("2", False), ("0", UNKNOWN), ("3", None)])
async def test_somebody_let_go_came_back_or_not_or_nobody_knows(key: str, stored: object) -> None:
    page = stage()
    async with page.run_test(size=WIDE) as pilot:
        assert "You let go of Hartmann Pumps in May, 6 h a month." in page.shown()
        await on_row(pilot, "return/hartmann/6")
        await do(pilot, key)
    returns = page.sitting.answers.look_back.returns
    assert [each.came_back for each in returns] == ([] if stored is None else [stored])


async def test_a_new_date_is_asked_and_has_to_lie_ahead() -> None:
    page = stage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "3", "2026-11-01", "<enter>")
        assert "That day has passed" in page.shown()
        assert not page.sitting.answers.look_back.rules
        await do(pilot, "<ctrl+u>", "12 Dec")
        assert "Saturday 12 December 2026" in page.shown()
        await do(pilot, "<enter>")
        assert "3 new date: 12 December" in page.shown()
    answers = page.sitting.answers.look_back.rules
    assert answers == (RuleAnswer("rule", RuleOutcome.NEW_DATE, datetime.date(2026, 12, 12)),)


async def test_a_second_new_date_is_not_offered_and_refused() -> None:
    page = stage(history(renewed=True))
    async with page.run_test(size=WIDE) as pilot:
        assert "3 no second new date" in page.shown()
        assert "14 November (moved once)" in page.shown()
        await do(pilot, "3")
        assert page.refused == [
            "This rule got a new date once already. Say whether it happened, or that you do it now."
        ]
    assert page.sitting.answers.look_back.rules == ()


async def test_a_half_typed_date_is_kept_and_opens_again() -> None:
    page = stage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "3", "12 D")
        unfinished = page.sitting.draft.unfinished
        assert unfinished is not None
        await do(pilot, "<escape>", "<escape>")
        assert page.sitting.draft.unfinished is None
        page.page.reopen(unfinished)
        await do(pilot)
        await do(pilot, "<end>", "ec", "<enter>")
    assert page.sitting.answers.look_back.rules[0].new_date == datetime.date(2026, 12, 12)


async def test_a_note_stands_beside_the_answer() -> None:
    page = stage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "<down>", "2", "<up>", "o", "one slipped", "<escape>", "<down>")
        assert "◐ Call two plants" in page.shown()
        assert "partly  one slipped" in page.shown()
        await do(pilot, "<home>", "o", "asked twice", "<escape>")
        assert "asked twice" in page.shown()
    look_back = page.sitting.answers.look_back
    assert look_back.promises == (PromiseAnswer("call", Outcome.PARTLY, "one slipped"),)
    assert look_back.rules == (RuleAnswer("rule", note="asked twice"),)


async def test_a_half_written_note_is_kept_and_opens_again() -> None:
    page = stage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "<down>", "o", "one slip")
        unfinished = page.sitting.draft.unfinished
        assert unfinished is not None
        await do(pilot, "<escape>", "<ctrl+z>")
        page.page.reopen(unfinished)
        await do(pilot)
        await do(pilot, "ped", "<escape>")
    assert page.sitting.answers.look_back.promises == (PromiseAnswer("call", note="one slipped"),)


async def test_where_no_note_goes_it_is_said() -> None:
    page = stage()
    async with page.run_test(size=WIDE) as pilot:
        await on_row(pilot, "unheard/")
        assert "note" not in page.hints()
        await do(pilot, "o")
    assert page.refused == ["A note goes with a rule or a promise."]


async def test_an_answer_is_changed_taken_back_and_undone() -> None:
    page = stage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "<down>", "1", "<up>", "3")
        assert outcomes(page) == {"call": Outcome.MISSED}
        await do(pilot, "<up>", "<backspace>")
        assert outcomes(page)["call"] is None
        await do(pilot, "<ctrl+z>", "<ctrl+z>")
        assert outcomes(page) == {"call": Outcome.KEPT}
        assert "✓ Call two plants" in page.shown()


async def test_who_is_on_the_list_again_is_not_asked_about() -> None:
    page = stage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        again = (*page.sitting.rows, Obsession("hartmann"))
        page._now(change(page.sitting.draft, obsessions=again))
        page.page.show(page.sitting)
        await do(pilot)
        assert "Six months on" not in page.shown()


async def test_enter_lists_the_answers() -> None:
    page = stage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "<down>", "<enter>", "<down>", "<enter>")
    assert outcomes(page) == {"call": Outcome.PARTLY}


async def test_a_click_on_an_answer_gives_it() -> None:
    page = stage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        y, text = next((y, text) for y, text in enumerate(page.drawn()) if "it happened" in text)
        await pilot.click(offset=(text.index("it happened"), y))
        await pilot.pause()
    assert page.sitting.answers.look_back.rules == (RuleAnswer("rule", RuleOutcome.HAPPENED),)


async def test_without_promises_it_says_so() -> None:
    page = stage(history(promises=()))
    async with page.run_test(size=WIDE):
        assert "Nothing was promised in October." in page.shown()


async def test_the_quick_ritual_asks_after_rules_only() -> None:
    page = PageStage(LookBackPage, november("look-back", mode="quick"))
    async with page.run_test(size=WIDE):
        assert "0 of 1 answered" in page.shown()
        assert "You said you would" not in page.shown()


async def test_names_and_words_are_shown_as_text_and_nothing_in_them_acts() -> None:
    promises = (Commitment("call", HOSTILE),)
    page = stage(history(names={**NAMES, "delphi": HOSTILE, "hollis": HOSTILE, "hartmann": HOSTILE}, promises=promises))
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert page.shown().count(HOSTILE_START) == 4
        assert page.acts() == []
        await do(pilot, "3")
        assert page.acts() == []


@pytest.mark.parametrize("size", [(160, 50), (120, 40), (80, 24), (60, 20)])
async def test_every_question_is_seen_whole_when_the_cursor_is_on_it(size: tuple[int, int]) -> None:
    page = stage()
    async with page.run_test(size=size) as pilot:
        for key, last in (
            ("rule/rule", "4 no longer true"),
            ("promise/draw", "4 no longer true"),
            ("unheard/", "0 unknown"),
            ("return/hartmann/6", "0 unknown"),
        ):
            await on_row(pilot, key)
            marked = [text for text in page.drawn() if "▌" in text]
            assert last in marked[-1]
            assert all(len(text) <= size[0] for text in page.drawn())


async def test_a_rule_with_a_full_stop_of_its_own_is_written_with_one() -> None:
    past = history()
    october = past.sessions[-1].versions[-1].answers
    rows = tuple(
        structs.replace(row, rules=tuple(structs.replace(rule, action="stop unpaid work.") for rule in row.rules))
        for row in october.obsessions
    )
    session = past.sessions[-1]
    versions = (structs.replace(session.versions[-1], answers=structs.replace(october, obsessions=rows)),)
    told = History(
        (*past.sessions[:-1], structs.replace(session, versions=versions)), past.prospects, past.segments, past.goals
    )
    page = stage(told)
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert "I will stop unpaid work." in page.shown()
        assert "work.." not in page.shown()


async def test_the_answer_that_was_chosen_shows_without_colours() -> None:
    page = stage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "2", "<home>")
        assert "▸2 " in page.shown()
