"""The closer look on screen: one prospect, asked in full, that ends in a decision."""

from datetime import date
from typing import Any

import pytest
from msgspec import structs
from textual.pilot import Pilot

from review.records import (
    Claim,
    ClaimState,
    Decision,
    End,
    Gift,
    How,
    Kind,
    Limit,
    MoveKind,
    Obsession,
    Place,
    Signs,
)
from review.ritual.sitting import Sitting, change_row
from tests.conftest import TODAY
from tests.review.telling import claim, moved
from tests.tui.ritual.page_stage import do
from tests.tui.ritual.reality_stage import (
    ACME,
    BOREALIS,
    CALDER,
    DELPHI,
    READY,
    RULE,
    RealityStage,
    first,
    november,
    past,
)
from tests.tui.widgets.stage import HOSTILE, HOSTILE_START
from tui.ritual.dialog import RitualDialog
from tui.widgets.dialogs import ChooseDialog, NoteDialog

WIDE = (120, 40)
SMALL = (80, 24)
LEAST = (60, 20)


def looking(at: str = "gave", about: str = ACME, sitting: Sitting | None = None, **answers: Any) -> RealityStage:
    """The closer look at somebody, with the cursor on one of its rows and some answers given."""
    begun = november() if sitting is None else sitting
    draft = change_row(begun.draft, about, **answers)
    return RealityStage(begun.at(structs.replace(draft, place=Place("reality", about, f"closer/{at}"))))


async def on_row(pilot: Pilot[Any], page: RealityStage, key: str) -> None:
    """Bring the cursor to a row by the arrow alone."""
    await do(pilot, "<home>")
    for _ in range(30):
        if page.here[1] == f"closer/{key}":
            return
        await do(pilot, "<down>")
    pytest.fail(f"{key} can't be reached")


# --- coming and going -------------------------------------------------------------------------------------------------


async def test_enter_opens_it_and_esc_goes_back_to_the_row_and_a_second_esc_leaves() -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "<end>", "<enter>")
        assert f"{DELPHI}  +3 one-way street" in page.shown()
        assert page.here == (DELPHI, "closer/gave")
        await do(pilot, "<escape>")
        assert "What is it costing" in page.shown()
        assert page.here == (DELPHI, "hours")
        assert page.left == 0
        await do(pilot, "7", "<enter>", "<escape>")
    assert page.row(DELPHI).hours == 7
    assert page.left == 1


async def test_the_header_says_who_how_lopsided_how_long_and_that_nothing_is_signed() -> None:
    page = looking()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert "Is it real?   1 of 2" in page.shown()
        told = "+3 one-way street  9th month · you hope for: the gripper line · nothing signed"
        assert f"{ACME}  {told}" in page.shown()


async def test_a_client_with_a_hope_has_nothing_more_signed() -> None:
    page = looking(about=BOREALIS, sitting=november(rated=False))
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert f"{BOREALIS}  not rated  client · 2nd month" in page.shown()
        assert "nothing more signed" in page.shown()


async def test_brackets_go_from_the_worst_to_the_others_and_around() -> None:
    page = looking()
    async with page.run_test(size=WIDE) as pilot:
        seen = []
        for _ in range(4):
            await do(pilot, "<right_square_bracket>")
            seen.append(page.here[0])
        assert seen == [DELPHI, BOREALIS, CALDER, ACME]
        assert "1 of 2" in page.shown()
        await do(pilot, "<left_square_bracket>")
        assert page.here[0] == CALDER
        assert " of 2" not in page.shown()


async def test_it_opens_at_the_first_row_without_an_answer() -> None:
    page = looking("", given=(), moves=(), why_us="a talk")
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert "Is it real?" in page.shown()
        await do(pilot, "1", "<escape>", "<enter>", "1")
    assert page.here[1] == "closer/why", "the claim is the first open row; a digit goes on to the next"


async def test_resuming_comes_back_to_the_row() -> None:
    page = looking("sign:new_vendor")
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "3")
    assert page.row(ACME).signs == Signs(new_vendor="clear")


async def test_whoever_is_not_on_the_list_any_more_is_left() -> None:
    page = looking()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        rows = tuple(row for row in page.sitting.rows if row.prospect != ACME)
        answers = structs.replace(page.sitting.answers, obsessions=rows)
        page.page.show(page.sitting.at(structs.replace(page.sitting.draft, answers=answers)))
        await do(pilot)
        assert "What is it costing" in page.shown()


async def test_everything_is_reached_by_the_arrows_and_answered_in_this_many_keys() -> None:
    """From the table and back: 20 keys beside the words typed."""
    page = RealityStage(november().at(change_row(november().draft, ACME, hours=11.0)))
    keys = (
        *("<enter>", "g", "2 drawings, a call", "<enter>"),
        *("v", "9"),
        *("2", "a mail from finance", "<enter>"),
        *("<enter>", "a talk I gave in May", "<enter>"),
        *("1", "3", "0"),
        "2",
        *("2", "<enter>"),
        *("<enter>", "nobody has named who signs", "<enter>", "<enter>", "stop all unpaid work", "<enter>"),
        "<escape>",
    )
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, *keys)
    row = page.row(ACME)
    assert row.given == (Gift("drawings", 2), Gift("a call"))
    assert row.moves == ()
    assert [(each.state, each.by) for each in row.claims] == [(ClaimState.CONFIRMED, "a mail from finance")]
    assert row.why_us == "a talk I gave in May"
    assert row.signs == Signs("no", "clear", "unknown")
    assert row.decision is Decision.LIMIT
    assert row.limit == Limit(hours=2)
    assert [(rule.state, rule.by, rule.action) for rule in row.rules] == [
        ("nobody has named who signs", date(2026, 12, 17), "stop all unpaid work")
    ]
    assert len([key for key in keys if len(key) == 1 or key.startswith("<")]) == 20


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


@pytest.mark.parametrize(("digit", "how"), [("5", How.PARTED), ("6", How.SIGNED), ("7", How.LOST)])
async def test_a_decision_that_ends_it_asks_for_a_reason_that_may_be_left_out(digit: str, how: How) -> None:
    page = looking("decision")
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, digit)
        assert page.row(ACME).ended == End(how)
        await do(pilot, "no decision", "<enter>")
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
        await do(pilot, "<escape>", "d", "5", "it cost too much of me", "<enter>")
        assert page.row(ACME).ended == End(How.PARTED, "it cost too much of me")
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
        assert "Thursday 17 December 2026" in page.shown()
        await do(pilot, "<enter>", "stop.", "<enter>")
        assert "If nobody signs by 17 December, I will stop." in page.shown()
        await do(pilot, "<enter>", "<enter>", *("<backspace>",) * 11, "1 December", "<enter>", "<enter>")
        (rule,) = page.row(ACME).rules
        assert (rule.state, rule.by, rule.action) == ("nobody signs", date(2026, 12, 1), "stop.")
        await do(pilot, "<backspace>")
    assert page.row(ACME).rules == ()


async def test_a_stop_rule_is_asked_for_when_the_limit_was_broken_twice_with_no_move() -> None:
    page = looking("rule", hours=11.0)
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


# --- words ------------------------------------------------------------------------------------------------------------


async def test_letters_work_in_the_table_too_and_take_the_number_at_hand() -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "5", "g", "a workshop", "<enter>", "v", "9", "w", "it is urgent", "<enter>")
        assert "What is it costing" in page.shown()
    row = page.row(ACME)
    assert (row.hours, row.given, row.moves) == (5, (Gift("a workshop"),), ())
    assert [each.text for each in row.claims] == [READY, "it is urgent"]


async def test_a_letter_waits_for_a_number_that_can_be_read() -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "9", "9", "9", "g")
        assert page.screen is page.screen_stack[0]
        assert "That is more than 744" in page.shown()


async def test_a_note_is_written_and_shown() -> None:
    page = looking()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "o")
        assert isinstance(page.screen, NoteDialog)
        await do(pilot, "ask Ruth", "<escape>")
        assert "ask Ruth" in page.line("Note")
        await on_row(pilot, page, "note")
        await do(pilot, "<enter>")
        assert isinstance(page.screen, NoteDialog)
    assert page.row(ACME).note == "ask Ruth"


@pytest.mark.parametrize(
    ("keys", "words", "stored"),
    [
        (("g",), "2 drawings", lambda row: row.given == (Gift("drawings", 2),)),
        (("w",), "it is urgent", lambda row: row.claims[-1].text == "it is urgent"),
        (("e",), "it is urgent", lambda row: row.given is not None),
        (("v", "1", "<enter>"), "wrote back", lambda row: row.moves[0].what == "wrote back"),
    ],
)
async def test_a_form_left_open_comes_back_with_its_words(keys: tuple[str, ...], words: str, stored: Any) -> None:
    page = looking()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, *keys, words)
    assert page.unfinished is not None
    resumed = RealityStage(page.sitting)
    async with resumed.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert isinstance(resumed.screen, RitualDialog)
        assert words in resumed.shown()
        for _ in range(3):
            if isinstance(resumed.screen, RitualDialog):
                await do(pilot, "<enter>")
        assert stored(resumed.row(ACME))


@pytest.mark.parametrize(
    ("at", "keys"),
    [
        ("why", ("<enter>",)),
        ("rule", ("<enter>",)),
        (f"claim:{READY}", ("2",)),
        (f"claim:{READY}", ("<enter>", "<end>")),
        ("decision", ("7",)),
    ],
)
async def test_every_other_form_comes_back_too(at: str, keys: tuple[str, ...]) -> None:
    page = looking(at)
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, *keys, "some words")
    resumed = RealityStage(page.sitting)
    async with resumed.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert isinstance(resumed.screen, RitualDialog)
        assert "some words" in resumed.shown()


# --- the mouse and every size -----------------------------------------------------------------------------------------


async def test_a_click_answers_a_sign_and_decides() -> None:
    page = looking()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        for words, choice in (("Adversarial", "3 clear"), ("Nobody behind it", "0 unknown"), ("So:", "2 Limit")):
            y = next(at for at, line in enumerate(page.drawn()) if words in line)
            await pilot.click(offset=(page.drawn()[y].index(choice) + 2, y))
            await do(pilot)
    assert page.row(ACME).signs == Signs(adversarial="clear", nobody="unknown")
    assert page.row(ACME).decision is Decision.LIMIT


@pytest.mark.parametrize("size", [WIDE, SMALL, LEAST, (160, 50)])
async def test_every_row_can_be_reached_and_seen_at_every_size(size: tuple[int, int]) -> None:
    page = looking(claims=(claim(READY, "2026-08"), claim("Budget is approved for Q1", "2026-11")))
    seen = {
        "gave": "You gave",
        "moves": "They gave",
        f"claim:{READY}": "Poised",
        "claim:Budget is approved for Q1": "Budget is approved",
        "why": "Why do they say",
        "sign:nobody": "no one with power" if size[0] < 120 else "Nobody behind it",
        "decision": "So:",
        "limit": "Until the next review",
        "rule": "Stop rule",
    }
    async with page.run_test(size=size) as pilot:
        for key, words in seen.items():
            await on_row(pilot, page, key)
            assert words in page.shown(), key


@pytest.mark.parametrize(("size", "edges"), [(WIDE, True), (SMALL, False)])
async def test_boxes_give_way_to_titles_where_there_is_little_room(size: tuple[int, int], edges: bool) -> None:
    page = looking()
    async with page.run_test(size=size) as pilot:
        await do(pilot)
        assert ("╰" in page.shown()) is edges
        assert all(title in page.shown() for title in ("Give and take", "Their story", "Nightmare signs"))


@pytest.mark.parametrize("size", [WIDE, SMALL, LEAST])
async def test_words_of_any_kind_are_shown_as_they_are(size: tuple[int, int]) -> None:
    answers: dict[str, Any] = {
        "hope": HOSTILE,
        "given": (Gift(HOSTILE),),
        "claims": (Claim("c", HOSTILE, november().month, ClaimState.CONFIRMED, TODAY, HOSTILE),),
        "why_us": HOSTILE,
        "note": HOSTILE,
        "rules": (structs.replace(RULE, state=HOSTILE, action=HOSTILE),),
    }
    page = looking(about=HOSTILE, sitting=first(HOSTILE), **answers)
    async with page.run_test(size=size) as pilot:
        for key in ("gave", "rule", "note"):
            await on_row(pilot, page, key)
            assert page.acts() == []
        await on_row(pilot, page, "claim:c")
        assert HOSTILE_START[:9] in page.shown()
        await do(pilot, "<enter>")
        assert page.acts() == []


async def test_a_long_claim_is_shown_whole() -> None:
    long = "They will move to the next level as soon as the new head of operations has settled in and seen the line run"
    page = looking(claims=(claim(long, "2026-08"),))
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        shown = " ".join(page.shown().replace("│", " ").split())
        assert "has settled in" in shown
        assert "the line run" in shown


async def test_the_keys_shown_are_those_of_the_row() -> None:
    page = looking("sign:nobody")
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert "no, some, clear, unknown" in page.hints()
        await do(pilot, "<down>")
        assert "decide" in page.hints()
        await do(pilot, "<escape>")
        assert "closer look" in page.hints()


async def test_a_client_who_ended_is_asked_nothing_more() -> None:
    page = looking("decision", about=BOREALIS, kind=Kind.CLIENT, ended=End(How.LEFT), hours=2.0)
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert "Until the next review" not in page.shown()
        assert isinstance(page.row(BOREALIS), Obsession)
