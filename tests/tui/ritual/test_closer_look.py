"""The closer look on screen: one prospect, asked in full, that ends in a decision."""

from datetime import date
from typing import Any

import pytest
from msgspec import structs

from review.records import (
    Claim,
    ClaimState,
    Decision,
    End,
    Gift,
    How,
    Kind,
    Limit,
    Obsession,
    Signs,
)
from review.ritual.sitting import change_row
from tests.conftest import TODAY
from tests.review.telling import claim
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
    looking,
    november,
    on_row,
)
from tests.tui.widgets.stage import HOSTILE, HOSTILE_START
from tui.ritual.dialog import RitualDialog
from tui.widgets.dialogs import NoteDialog

WIDE = (120, 40)
SMALL = (80, 24)
LEAST = (60, 20)


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
    sitting = november()
    for row in sitting.rows:
        sitting = sitting.at(
            change_row(sitting.draft, row.prospect, hours=11.0 if row.prospect == ACME else 0.0, energy=3)
        )
    page = RealityStage(sitting)
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
        ("decision", ("7", "<enter>")),
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


@pytest.mark.parametrize(
    ("yours", "theirs", "said"),
    [
        (3, "unknown", "theirs unknown"),
        ("unknown", 2, "yours unknown"),
        ("unknown", "unknown", "unknown"),
        (3, None, "theirs not rated"),
        (None, None, "not rated"),
        (None, "unknown", "yours not rated, theirs unknown"),
    ],
)
async def test_the_header_says_which_rating_is_missing(yours: Any, theirs: Any, said: str) -> None:
    page = looking(yours=yours, theirs=theirs)
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert f"  {ACME}  {said}  9th month" in page.shown()


async def test_esc_is_said_to_go_back_while_somebody_is_looked_at_and_to_leave_otherwise() -> None:
    page = looking()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert page.page.escape_words() == "back"
        await do(pilot, "<escape>")
        assert page.page.escape_words() == "leave"


async def test_a_decision_leads_on_to_the_other_one_who_is_worth_a_look_and_then_back() -> None:
    page = looking("decision")
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert "goes on to" not in page.shown()
        await do(pilot, "1")
        assert f"] goes on to {DELPHI}" in page.shown()
        await do(pilot, "<right_square_bracket>")
        await on_row(pilot, page, "decision")
        await do(pilot, "1")
        assert "Esc goes back to the list; ^N is the next step" in page.shown()
        await do(pilot, "<end>")
        assert page.here == (DELPHI, "closer/rule"), "the cursor passes over the line that leads on"


async def test_the_key_to_who_comes_before_is_said_too() -> None:
    page = looking("decision", about=DELPHI, decision=Decision.ENGAGE)
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert f"[ goes on to {ACME}" in page.shown()


async def test_what_was_chosen_shows_without_colours() -> None:
    page = looking("sign:adversarial")
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert "▸" not in page.shown()
        await do(pilot, "2")
        assert "1 no ▸2 some  3 clear" in page.line("Adversarial")


@pytest.mark.parametrize("size", [SMALL, LEAST])
async def test_the_header_breaks_between_facts(size: tuple[int, int]) -> None:
    page = RealityStage()
    async with page.run_test(size=size) as pilot:
        await do(pilot, "<enter>")
        drawn = page.shown().splitlines()
    first = next(at for at, each in enumerate(drawn) if ACME in each)
    header = drawn[first : next(at for at, each in enumerate(drawn) if "Give and take" in each)]
    assert max(map(len, header)) <= size[0]
    assert not [each for each in header if each.strip() != each.strip().strip("·")]
