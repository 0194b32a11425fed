"""What the page of Reality adds up to: verdicts, who is worth a closer look, baskets; and sittings of every kind."""

import pytest
from msgspec import structs

from review.records import Decision, End, How, Limit, Place, Unfinished
from review.ritual.sitting import change_row
from tests.review.telling import month, told, who
from tests.tui.ritual.page_stage import do
from tests.tui.ritual.reality_stage import ACME, BOREALIS, CALDER, DELPHI, RealityStage, first, november

WIDE = (120, 40)
SMALL = (80, 24)

ELEVEN_AND_TIRING = ("1", "1", "<enter>", "4")


# --- the verdict ------------------------------------------------------------------------------------------------------


async def test_the_verdict_shows_at_once() -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert "limit 4" in page.line(ACME)
        assert "no limit set" in page.line(BOREALIS)
        await do(pilot, *ELEVEN_AND_TIRING, "<down>", "6", "<enter>")
        assert "7 over 4" in page.line(ACME)
        assert "╍" in page.line(ACME)
        assert "held 6" in page.line(CALDER)


async def test_money_and_energy_have_limits_too() -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "<down>", "<down>", "8", "<enter>", "5", "<up>", "<right>", "<right>", "2", "4", "0", "<enter>")
        assert "2 over 6, energy over 3 and 40 € over" in page.line(CALDER)


async def test_a_limit_counts_for_every_month_since_the_last_review() -> None:
    skipped = told(month("2026-08", who(ACME, limit=Limit(hours=4))))
    page = RealityStage(november(skipped, rated=False))
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert "Limits count for three months." in page.shown()
        assert "limit 12" in page.line(ACME)


async def test_unknown_hours_are_held_against_nothing() -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "<question_mark>", "<down>")
        assert "? h" in page.line(ACME)
        assert "limit 4" in page.line(ACME)
        assert "over" not in page.line(ACME)


# --- what it adds up to -----------------------------------------------------------------------------------------------


async def test_the_two_worst_are_named_with_their_reasons() -> None:
    rated = november()
    page = RealityStage(rated.at(change_row(rated.draft, ACME, moves=())))
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, *ELEVEN_AND_TIRING)
        assert "Two are worth a closer look" in page.shown()
        assert "limit broken twice, gap +3, nothing signed in 9 months" in page.shown()
        assert "broken twice with no move of theirs: a stop rule is asked for" in page.shown()
        assert f"·  {DELPHI}" in page.shown()
        assert "Two are enough for one sitting; Enter opens the other one too." in page.shown()


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ((), ""),
        ((CALDER,), "Two are enough for one sitting; Enter opens the other one too."),
        ((CALDER, "Eastgate", "Fjord"), "Two are enough for one sitting; Enter opens any other."),
    ],
)
async def test_the_others_can_be_opened_and_nobody_is_called_fine(others: tuple[str, ...], said: str) -> None:
    sitting = first(ACME, DELPHI, *others)
    for name in (ACME, DELPHI, *others):
        sitting = sitting.at(change_row(sitting.draft, name, yours=5, theirs=1))
    page = RealityStage(sitting)
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert said in page.shown()
        assert ("Enter opens" in page.shown()) == bool(said)
        assert "fine" not in page.shown()


async def test_who_is_worth_a_closer_look_says_that_enter_goes_into_it_wherever_the_cursor_is() -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        before = [page.line(f"·  {name}") for name in (ACME, DELPHI)]
        assert len({each.index("Enter to go into it") for each in before}) == 1
        await do(pilot, "<down>")
        assert [page.line(f"·  {name}") for name in (ACME, DELPHI)] == before
        await do(pilot, "<enter>", "<escape>")
        assert [page.line(f"·  {name}") for name in (ACME, DELPHI)] == before


async def test_long_reasons_break_between_two_of_them_beside_what_enter_does_where_there_is_room() -> None:
    for width, said in ((97, True), (78, False)):
        page = RealityStage()
        async with page.run_test(size=(width, 38)) as pilot:
            await do(pilot, *ELEVEN_AND_TIRING)
            who_first = page.line(f"·  {ACME}")
            assert ("Enter to go into it" in who_first) == said
            assert "limit broken twice, gap +3,  " in who_first


async def test_after_the_last_energy_the_cursor_goes_to_who_is_worth_a_closer_look() -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, *ELEVEN_AND_TIRING, *ELEVEN_AND_TIRING, *ELEVEN_AND_TIRING, *ELEVEN_AND_TIRING)
        assert page.here == (ACME, "hours")
        await do(pilot, "<enter>")
    assert page.here == (ACME, "closer/gave")


async def test_who_was_decided_is_ticked_and_keeps_the_place() -> None:
    sitting = november()
    page = RealityStage(sitting.at(change_row(sitting.draft, DELPHI, decision=Decision.REFRAME)))
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert f"✓  {DELPHI}" in page.shown()
        assert "decided: reframe" in page.shown()


async def test_nobody_needs_a_closer_look_is_said_with_why() -> None:
    page = RealityStage(first(ACME, BOREALIS))
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert "Who costs you most will stand here" in page.shown()
        await do(pilot, *ELEVEN_AND_TIRING)
        assert "Nobody needs a closer look" in page.shown()
        assert "no gap of 3, nothing unsigned for 4 months" in page.shown()


async def test_clients_are_asked_about_the_nightmare_signs_every_third_session() -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert "nightmare signs, asked of every client every third session" in page.line(f"·  {BOREALIS}")
        await do(pilot, "<down>", "<enter>", *("<down>",) * 4, "1", "<escape>")
        assert page.row(BOREALIS).signs.adversarial == "no"
        assert f"✓  {BOREALIS}" in page.shown()


async def test_the_baskets_follow_the_hours() -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert "In how many baskets your hours lie will stand here." in page.shown()
        await do(pilot, "6", "<enter>", "1", "<question_mark>", "<down>", "<left>", "6", "<enter>")
        assert "12 h, of two of four" in page.line("Baskets")


async def test_of_four_in_five_known_there_are_baskets_and_what_they_leave_out() -> None:
    page = RealityStage(first(ACME, BOREALIS, CALDER, DELPHI, "Elm"))
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "6", "<enter>", "1")
        assert "6 h, of one of five" in page.line("Baskets")
        await do(pilot, *("6", "<enter>", "1") * 3, "<question_mark>")
        assert "24 h, 4 baskets, 1 unknown" in page.line("Baskets")


# --- other sittings ---------------------------------------------------------------------------------------------------


async def test_a_first_session_says_plainly_that_there_are_no_limits_yet() -> None:
    page = RealityStage(first(ACME))
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert "No limits are set yet; a closer look sets them." in page.shown()
        assert "no limit set" in page.line(ACME)


async def test_an_empty_list_says_where_to_add_somebody() -> None:
    page = RealityStage(first())
    async with page.run_test(size=SMALL) as pilot:
        await do(pilot, "1", "<enter>", "v", "d", "<right_square_bracket>", "<tab>")
        assert "Nobody is asked about this month. ^O goes back to Obsessions" in page.shown()
        assert page.hints() == []
    assert page.refused == []


async def test_the_quick_ritual_shows_the_table_alone_and_can_look_closer_all_the_same() -> None:
    page = RealityStage(november(mode="quick"))
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, *ELEVEN_AND_TIRING)
        assert "closer look" not in page.shown()
        assert "Baskets" not in page.shown()
        await do(pilot, "<enter>")
        assert "Is it real?" in page.shown()


async def test_who_ended_here_stays_in_the_table_and_who_ended_before_is_not_asked() -> None:
    sitting = november()
    draft = change_row(sitting.draft, ACME, decision=Decision.LOST, ended=End(How.LOST))
    draft = change_row(draft, CALDER, yours=None, theirs=None, ended=End(How.COOLED))
    page = RealityStage(sitting.at(draft))
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert "lost" in page.line(ACME)
        assert CALDER not in page.shown()
        assert page.here == (None, None)
        await do(pilot, "3", "<enter>")
    assert page.row(BOREALIS).hours == 3, "the cursor starts at the first question of those still asked"


async def test_resuming_goes_back_to_the_prospect_and_the_field() -> None:
    sitting = november()
    place = Place("reality", CALDER, "money")
    page = RealityStage(sitting.at(structs.replace(sitting.draft, place=place)))
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "5", "0", "<enter>")
    assert page.row(CALDER).money == 50


async def test_text_left_from_another_form_does_no_harm() -> None:
    sitting = november()
    left = Unfinished("no such form", ACME, {"x": "y"})
    gone = Unfinished("cost, typed", "nobody", {"hours": "12"})
    for unfinished in (left, gone):
        page = RealityStage(sitting.at(structs.replace(sitting.draft, unfinished=unfinished)))
        async with page.run_test(size=WIDE) as pilot:
            await do(pilot, "1", "<enter>")
        assert page.row(ACME).hours == 1
