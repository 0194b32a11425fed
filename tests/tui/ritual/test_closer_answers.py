"""What a closer look asks: give and take, their story, the signs, a decision, a limit and a stop rule."""

from datetime import date

import pytest
from msgspec import structs

from review.records import (
    ClaimState,
    Decision,
    End,
    Gift,
    How,
    Limit,
    MoveKind,
    Signs,
)
from tests.conftest import TODAY
from tests.review.telling import claim, moved
from tests.tui.ritual.page_stage import do
from tests.tui.ritual.reality_stage import (
    ACME,
    CALDER,
    READY,
    RULE,
    RealityStage,
    looking,
    november,
    on_row,
    past,
)
from tui.ritual.dialog import RitualDialog
from tui.widgets.dialogs import ChooseDialog

WIDE = (120, 40)


# --- give and take ----------------------------------------------------------------------------------------------------


async def test_what_you_gave_is_read_and_what_can_not_be_is_said_in_the_form() -> None:
    page = looking()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "g", "5000 drawings", "<enter>")
        assert isinstance(page.screen, RitualDialog)
        assert "More than 999 of one thing" in page.shown()
        await do(pilot, *("<backspace>",) * 13, "nothing", "<enter>")
        assert page.row(ACME).given == ()
        assert "nothing" in page.line("You gave")
    assert page.here[1] == "closer/moves"


async def test_what_you_gave_is_corrected_and_taken_back() -> None:
    page = looking(given=(Gift("drawings", 2), Gift("a call")), hours=11.0)
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert "2 drawings, a call   11 h, unpaid, 7 over 4" in page.line("You gave")
        await do(pilot, "<enter>", "<end>", ", a visit", "<enter>")
        assert page.row(ACME).given == (Gift("drawings", 2), Gift("a call"), Gift("a visit"))
        await do(pilot, "<home>", "<backspace>")
        assert page.row(ACME).given is None
        await do(pilot, "<ctrl+z>")
    assert page.row(ACME).given is not None


async def test_their_moves_are_entered_corrected_and_removed() -> None:
    page = looking("moves")
    async with page.run_test(size=WIDE) as pilot:
        assert "nothing noted since 12 October" in page.line("They gave")
        await do(pilot, "v", "4", "3 days ago", "<enter>", "sent their drawings", "<enter>", "1", "<enter>")
        (move,) = page.row(ACME).moves or ()
        assert (move.kind, move.on, move.what) == (MoveKind.HOMEWORK, date(2026, 11, 19), "sent their drawings")
        assert move.asked_for is False
        assert "19 November, sent their drawings  unasked" in page.line("They gave")
        await on_row(pilot, page, f"move:{move.id}")
        await do(pilot, "<enter>", "<enter>", "<end>", " and a plan", "<enter>", "<enter>")
        (corrected,) = page.row(ACME).moves or ()
        assert corrected == structs.replace(move, what="sent their drawings and a plan")
        await on_row(pilot, page, f"move:{move.id}")
        await do(pilot, "<backspace>")
        assert page.row(ACME).moves is None


async def test_a_day_they_named_lies_ahead() -> None:
    page = looking("moves")
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "<enter>", "6", "<enter>", "their tender", "<enter>", "1 March", "<enter>", "<enter>")
        (move,) = page.row(ACME).moves or ()
        assert (move.on, move.ahead, move.what) == (TODAY, date(2027, 3, 1), "their tender")
        assert "their tender, for 1 March 2027" in page.line("They gave")


async def test_nothing_is_an_answer_and_can_be_taken_back() -> None:
    page = looking("moves")
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "<enter>", "9")
        assert page.row(ACME).moves == ()
        await on_row(pilot, page, "moves")
        await do(pilot, "<backspace>")
    assert page.row(ACME).moves is None


# --- their story ------------------------------------------------------------------------------------------------------


async def test_a_claim_is_added_and_the_cursor_is_on_it() -> None:
    page = looking(claims=())
    async with page.run_test(size=WIDE) as pilot:
        assert "w writes down something they told you" in page.shown()
        await do(pilot, "w", "the budget is approved", "<enter>")
        (added,) = page.row(ACME).claims
        assert (added.text, added.state, added.heard) == ("the budget is approved", ClaimState.UNCHECKED, "2026-11")
        assert page.here[1] == f"closer/claim:{added.id}"
        await do(pilot, "3", "two others quoted", "<enter>")
        assert "contradicted, 22 November   two others quoted" in page.line("✗ the budget is approved")
    assert page.row(ACME).claims[0].checked_on == TODAY


async def test_a_move_of_theirs_can_confirm_a_claim() -> None:
    page = looking(f"claim:{READY}")
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "2", "12 October, asked for a third workshop", "<enter>")
        (checked,) = page.row(ACME).claims
        assert (checked.state, checked.by, checked.by_move) == (
            ClaimState.CONFIRMED,
            None,
            moved("2026-10-12").id,
        )
        assert "12 October, asked for" in page.line(READY)


async def test_a_claim_is_checked_even_when_nobody_says_by_what() -> None:
    page = looking(f"claim:{READY}")
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "3", "<escape>")
        assert page.row(ACME).claims[0].state is ClaimState.CONTRADICTED
        await on_row(pilot, page, f"claim:{READY}")
        await do(pilot, "<left>")
        assert page.row(ACME).claims[0].state is ClaimState.CONFIRMED
        await do(pilot, "1")
    assert page.row(ACME).claims[0] == claim(READY, "2026-08")


async def test_a_claim_is_corrected_in_one_form_and_removed() -> None:
    page = looking(f"claim:{READY}")
    async with page.run_test(size=WIDE) as pilot:
        assert "not checked, since August" in page.line(READY)
        await do(pilot, "e", "<end>", " this year", "<enter>", "2", "their annual report", "<enter>")
        (changed,) = page.row(ACME).claims
        assert (changed.text, changed.state, changed.by) == (
            f"{READY} this year",
            ClaimState.CONFIRMED,
            "their annual report",
        )
        await on_row(pilot, page, f"claim:{READY}")
        await do(pilot, "<delete>")
    assert page.row(ACME).claims == ()


async def test_why_us_is_written_shown_and_taken_back() -> None:
    page = looking("why")
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "<enter>", "a talk I gave in May", "<enter>")
        assert "Why do they say they came to you, and why now?   a talk I gave in May" in page.shown()
        await on_row(pilot, page, "why")
        await do(pilot, "<backspace>")
    assert page.row(ACME).why_us is None


# --- signs and the decision -------------------------------------------------------------------------------------------


async def test_signs_take_a_digit_each_and_go_on_however_fast() -> None:
    page = looking("sign:adversarial")
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        page.press_at_once("2", "3", "0", "3", "5", "enter")
        await do(pilot)
    assert page.row(ACME).signs == Signs("some", "clear", "unknown")
    assert page.row(ACME).decision is Decision.CHECK_FIRST
    assert page.row(ACME).limit.hours == 5


async def test_signs_are_moved_by_arrows_chosen_from_a_list_and_cleared() -> None:
    page = looking("sign:adversarial")
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "<right>", "<right>", "<right>", "<right>", "<right>", "<left>")
        assert page.row(ACME).signs.adversarial == "clear"
        await do(pilot, "<backspace>")
        assert page.row(ACME).signs.adversarial is None
        await do(pilot, "<enter>")
        assert isinstance(page.screen, ChooseDialog)
        assert "Every talk is win or lose." in page.shown()
        await do(pilot, "2")
    assert page.row(ACME).signs.adversarial == "some"


@pytest.mark.parametrize(("digit", "decision"), list(enumerate(Decision, 1)))
async def test_a_digit_decides_and_the_meaning_stands_below(digit: int, decision: Decision) -> None:
    page = looking("decision")
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, str(digit), *(("<escape>",) if digit > 4 else ()))
        assert f"{decision.value.capitalize()}: " in page.shown()
    assert page.row(ACME).decision is decision


@pytest.mark.parametrize(
    ("digit", "how", "reason"), [("5", How.PARTED, "1"), ("6", How.SIGNED, "no decision"), ("7", How.LOST, "1")]
)
async def test_a_decision_that_ends_it_asks_for_a_reason_that_may_be_left_out(
    digit: str, how: How, reason: str
) -> None:
    page = looking("decision")
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, digit)
        assert page.row(ACME).ended == End(how)
        await do(pilot, reason, "<enter>")
        assert page.row(ACME).ended == End(how, "no decision")
        assert "Until the next review" not in page.shown()
        assert how.value in page.line(f"{ACME}  +3")
        await do(pilot, digit, "<escape>")
        assert page.row(ACME).ended == End(how, "no decision")
        await do(pilot, "1")
        assert page.row(ACME).ended is None
        assert "Until the next review" in page.shown()


async def test_d_says_what_each_decision_means_from_any_row_and_from_the_table() -> None:
    page = looking()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "d")
        assert isinstance(page.screen, ChooseDialog)
        assert "Say so, kindly, and take the hours back." in page.shown()
        await do(pilot, "4")
        assert page.row(ACME).decision is Decision.REFRAME
        assert page.here[1] == "closer/rule", "the limit is carried over, so the stop rule is next"
        await do(pilot, "<escape>", "d", "5", "6", "every week", "<enter>")
        assert page.row(ACME).ended == End(How.PARTED, "it cost too much of me: every week")
        await do(pilot, "d", "5")
        assert "6 it cost too much of me" in page.shown()
        await do(pilot, "<down>", "<end>", "s", "<enter>")
        assert page.row(ACME).ended == End(How.PARTED, "it cost too much of me: every weeks")
        assert "you parted" in page.line(ACME)


async def test_a_decision_is_moved_by_arrows_and_taken_back() -> None:
    page = looking("decision")
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "<left>")
        assert page.row(ACME).ended == End(How.LOST)
        await do(pilot, "<left>", "<left>")
        assert page.row(ACME).decision is Decision.PART_WAYS
        await do(pilot, "<backspace>")
    assert page.row(ACME).decision is None
    assert page.row(ACME).ended is None


# --- the limit and the stop rule --------------------------------------------------------------------------------------


async def test_the_limit_is_typed_in_its_place() -> None:
    page = looking("limit")
    async with page.run_test(size=WIDE) as pilot:
        assert "4 h   as before" in page.line("Until the next review")
        await do(pilot, "2", "<full_stop>", "5")
        assert "2.5▏ h" in page.line("Until the next review")
        assert page.row(ACME).limit == Limit(hours=4)
        await do(pilot, "<enter>")
        assert page.row(ACME).limit == Limit(hours=2.5)
        assert page.here[1] == "closer/rule"
        await on_row(pilot, page, "limit")
        await do(pilot, "<backspace>")
        assert page.row(ACME).limit == Limit()
        assert "no limit; type the hours" in page.shown()


async def test_a_limit_that_can_not_be_read_is_said_kept_and_left_out_by_esc() -> None:
    page = looking("limit")
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "9", "9", "9", "<enter>", "<down>")
        assert "That is more than 744" in page.shown()
        assert page.here[1] in {None, "closer/limit"}
        await do(pilot, "<escape>")
        assert len(page.refused) == 1
        assert "Is it real?" in page.shown()
        await do(pilot, "7", "<escape>")
        assert page.row(ACME).limit.hours == 7
        await do(pilot, "<escape>")
        assert "What is it costing" in page.shown()


async def test_half_a_limit_comes_back_when_the_draft_is_resumed() -> None:
    page = looking("limit")
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "1")
    resumed = RealityStage(page.sitting)
    async with resumed.run_test(size=WIDE) as pilot:
        await do(pilot, "2", "<enter>")
    assert resumed.row(ACME).limit.hours == 12
    assert resumed.unfinished is None


async def test_money_and_energy_are_limited_in_the_form() -> None:
    page = looking("limit", about=CALDER)
    async with page.run_test(size=WIDE) as pilot:
        assert "6 h, 200 €, energy up to 3" in page.line("Until the next review")
        await do(pilot, "<enter>", "<enter>", "<backspace>", "<backspace>", "<backspace>", "?", "<enter>")
        assert "Write a number, or nothing for no limit." in page.shown()
        await do(pilot, "<backspace>", "90", "<enter>", "2", "<enter>")
    assert page.row(CALDER).limit == Limit(hours=6, money=90, energy=2)


async def test_a_stop_rule_is_made_corrected_and_removed() -> None:
    page = looking("rule")
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "<enter>", "nobody signs", "<enter>")
        assert "left empty: 17 December" in page.shown()
        await do(pilot, "<enter>", "stop.", "<enter>")
        assert "If nobody signs by 17 December, I will stop." in page.shown()
        await do(pilot, "<enter>", "<enter>", *("<backspace>",) * 11, "1 December", "<enter>", "<enter>")
        (rule,) = page.row(ACME).rules
        assert (rule.state, rule.by, rule.action) == ("nobody signs", date(2026, 12, 1), "stop.")
        await do(pilot, "<backspace>")
    assert page.row(ACME).rules == ()


async def test_a_stop_rule_is_asked_for_when_the_limit_was_broken_twice_with_no_move() -> None:
    page = looking("rule", hours=11.0, moves=())
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert "Broken twice with no move of theirs: a stop rule is asked for." in page.shown()


async def test_an_open_rule_of_an_earlier_session_is_shown_and_stays() -> None:
    page = looking("rule", sitting=november(past(rules=(RULE,))))
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        told = "If nobody has named who signs by 12 December, I will stop all unpaid work.   made in October"
        assert told in page.shown()
        await do(pilot, "<enter>")
        assert page.refused == ["That rule stays until its date; Look back asks about it then."]
    assert page.row(ACME).rules == ()


async def test_a_day_that_is_typed_stands_for_itself_and_not_behind_the_suggested_one() -> None:
    page = looking("rule")
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "<enter>", "nobody signs", "<enter>", "12 December")
        assert "Saturday 12 December 2026" in page.shown()
        await do(pilot, "<enter>", "stop", "<enter>")
    assert [rule.by for rule in page.row(ACME).rules] == [date(2026, 12, 12)]
