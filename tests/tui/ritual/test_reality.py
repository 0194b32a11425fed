"""Reality on screen: hours, energy and money typed in their places, and what they add up to."""

from pathlib import Path

import pytest
from msgspec import structs

from review.month import Month
from review.records import UNKNOWN
from tests.tui.ritual.page_stage import do
from tests.tui.ritual.reality_stage import ACME, BOREALIS, CALDER, DELPHI, RealityStage, first
from tests.tui.stage import TODAY, StandingClock, staged
from tests.tui.widgets.stage import HOSTILE, HOSTILE_START
from tui.ritual.questions import Question
from tui.ritual.reality import RealityPage
from tui.ritual.reality_columns import columns_for
from tui.ritual.reality_words import fitting
from tui.start import Start
from tui.widgets.dialogs import ChooseDialog

WIDE = (120, 40)
SMALL = (80, 24)
LEAST = (60, 20)

ELEVEN_AND_TIRING = ("1", "1", "<enter>", "4")


def costs(page: RealityStage, name: str) -> tuple[object, object, object]:
    row = page.row(name)
    return row.hours, row.energy, row.money


# --- typing -----------------------------------------------------------------------------------------------------------


async def test_a_row_costs_four_keys_and_the_cursor_goes_on_to_the_next_prospect() -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, *ELEVEN_AND_TIRING)
        assert costs(page, ACME) == (11, 4, None)
        assert page.here == (BOREALIS, "hours")
        await do(pilot, "0", "<enter>", "0", "2", ".", "5", "<tab>", "1")
    assert costs(page, BOREALIS) == (0, UNKNOWN, None)
    assert costs(page, CALDER) == (2.5, 1, None)
    assert page.here == (DELPHI, "hours")


async def test_keys_typed_faster_than_the_screen_follows_are_all_kept() -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        page.press_at_once("1", "1", "enter", "4", "5", "enter", "2", "6", "enter", "1", "7", "enter", "3")
        await do(pilot)
    assert [costs(page, name)[:2] for name in (ACME, BOREALIS, CALDER, DELPHI)] == [(11, 4), (5, 2), (6, 1), (7, 3)]


@pytest.mark.parametrize(
    ("keys", "hours"),
    [(("2", ",", "5"), 2.5), (("1", ":", "3", "0"), 1.5), (("1", "2", "<backspace>"), 1), (("0",), 0)],
)
async def test_hours_are_read_as_people_write_them(keys: tuple[str, ...], hours: float) -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, *({",": "<comma>", ":": "<colon>"}.get(key, key) for key in keys), "<enter>")
    assert page.row(ACME).hours == hours


async def test_a_number_is_no_answer_while_it_builds_up_in_its_cell() -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "1", "1")
        assert "11▏" in page.line(ACME)
        assert page.row(ACME).hours is None
        await do(pilot, "<backspace>", "<backspace>", "<enter>")
        assert page.row(ACME).hours is None, "nothing is left of it, and Enter opens the closer look"
        assert page.here[1] == "closer/gave"


async def test_a_question_mark_says_unknown_and_goes_on_and_is_help_in_energy() -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "<question_mark>")
        assert page.row(ACME).hours == UNKNOWN
        assert page.here == (ACME, "energy")
        assert page.helped == 0
        await do(pilot, "<question_mark>")
    assert (page.row(ACME).energy, page.helped) == (None, 1)


async def test_what_can_not_be_read_is_said_and_kept_until_it_is_mended() -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "9", "9", "9", "<enter>", "<down>", "<tab>")
        assert "That is more than 744" in page.shown()
        assert "999▏" in page.line(ACME)
        assert page.row(ACME).hours is None
        await do(pilot, "<backspace>", "<enter>")
        assert "744" not in page.shown()
    assert page.row(ACME).hours == 99
    assert page.refused == []


@pytest.mark.parametrize(
    "key", ["<down>", "<right>", "<tab>", "<end>", "<pagedown>", "<escape>", "<right_square_bracket>"]
)
async def test_whatever_leaves_the_cell_takes_the_number(key: str) -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "7", key)
    assert page.row(ACME).hours == 7
    assert page.left == 0


async def test_esc_leaves_what_can_not_be_read_out_and_says_so_and_a_second_esc_leaves() -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "1", "<colon>", "9", "<escape>")
        assert page.row(ACME).hours is None
        assert page.refused == ["Write hours as a number like 4 or 2.5, or ? if you don't know."]
        assert "▏" not in page.line(ACME)[:-1].removeprefix("▌")
        assert page.left == 0
        await do(pilot, "<escape>")
    assert page.left == 1


async def test_half_a_number_comes_back_in_its_cell_when_the_draft_is_resumed() -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "<down>", "1", "2")
    assert page.unfinished is not None
    resumed = RealityStage(page.sitting)
    async with resumed.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert "12▏" in resumed.line(BOREALIS)
        await do(pilot, "3", "<enter>")
        assert resumed.row(BOREALIS).hours == 123
    assert resumed.unfinished is None


async def test_half_a_number_is_taken_when_the_step_is_left() -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "1", "2")
        assert isinstance(page.page, RealityPage)
        page.page.settle()
        assert page.page.sitting.row(ACME) == structs.replace(page.row(ACME), hours=12.0)


async def test_energy_is_raised_lowered_and_cleared() -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "<right>", "<plus>")
        assert page.row(ACME).energy == 3
        await do(pilot, "<plus>", "<plus>", "<plus>")
        assert page.row(ACME).energy == 5
        await do(pilot, "<minus>")
        assert page.row(ACME).energy == 4
        await do(pilot, "<backspace>")
        assert page.row(ACME).energy is None
        await do(pilot, "9")
        assert page.row(ACME).energy is None
    assert page.here == (ACME, "energy")


@pytest.mark.parametrize(("key", "energy"), [("ampersand", 1), ("é", 2), ("left_parenthesis", 5), ("à", UNKNOWN)])
async def test_energy_takes_the_unshifted_digits_of_a_french_keyboard(key: str, energy: object) -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "<right>", f"<{key}>")
    assert page.row(ACME).energy == energy


async def test_money_is_typed_with_its_currency_beside_it() -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "<tab>", "<tab>", "2", "4", "0", "<enter>")
        assert page.row(ACME).money == 240
        assert "240 €" in page.line(ACME)
    assert page.here == (BOREALIS, "hours")


async def test_tab_goes_through_all_fields_and_back_and_arrows_stay_in_the_row() -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        seen = []
        for _ in range(4):
            await do(pilot, "<tab>")
            seen.append(page.here)
        assert seen == [(ACME, "energy"), (ACME, "money"), (BOREALIS, "hours"), (BOREALIS, "energy")]
        await do(pilot, "<shift+tab>", "<shift+tab>")
        assert page.here == (ACME, "money")
        await do(pilot, "<right>", "l", "h", "h", "h", "<left>")
        assert page.here == (ACME, "hours")


async def test_an_answer_is_taken_back_by_backspace_and_by_undo() -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "1", "1", "<enter>", "<left>", "<backspace>")
        assert page.row(ACME).hours is None
        await do(pilot, "<ctrl+z>")
        assert page.row(ACME).hours == 11
        assert "11 h" in page.line(ACME)
        await do(pilot, "<ctrl+z>")
        assert page.row(ACME).hours is None
    assert page.undo.changes == ()


async def test_undo_names_what_it_takes_back() -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "1", "1", "<enter>", "0", "<up>", "<question_mark>")
    named = [change.what for change in page.undo.changes]
    assert named == [f"{ACME}, hours 11", f"{ACME}, energy unknown", f"{ACME}, hours unknown"]


async def test_while_hours_are_typed_the_line_of_keys_says_where_enter_goes_on_to(tmp_path: Path) -> None:
    start = Start(Month("2026-11"))
    async with staged(tmp_path, made_up=True, clock=StandingClock(TODAY), start=start) as stage:
        await stage.press("ctrl+n", "ctrl+n", "ctrl+n")
        assert "Enter closer look" in stage.text
        await stage.press("1")
        assert "Enter energy" in stage.text
        await stage.press("enter", "4")
        assert "Enter closer look" in stage.text


async def test_the_keys_shown_follow_the_field() -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert {"hours", "unknown", "closer look"} <= set(page.hints())
        await do(pilot, "<right>")
        assert "energy" in page.hints()


async def test_a_pasted_number_is_typed_and_pasted_words_are_not() -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "drawings", "11.5\n", "<enter>")
    assert page.row(ACME).hours == 11.5


async def test_the_line_below_the_question_says_what_the_field_asks_for() -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert "Unpaid hours since the October review, and what it took out of you." in page.shown()
        await do(pilot, "<right>")
        assert "1 feeds you · 2 light · 3 even · 4 tiring · 5 drains you · 0 unknown" in page.shown()
        await do(pilot, "<right>")
        assert "Money you spent on them, in €" in page.shown()


# --- the mouse and every size -----------------------------------------------------------------------------------------


async def test_a_second_click_on_hours_offers_the_usual_ones_and_unknown() -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        y = next(at for at, line in enumerate(page.drawn()) if CALDER in line)
        x = page.line("money").index("hours") + 1
        for keys, wanted in ((("end", "enter"), "unknown"), (("home", "down", "enter"), 0.5)):
            while not isinstance(page.screen, ChooseDialog):
                await pilot.click(offset=(x, y))
                await do(pilot)
            await pilot.press(*keys)
            await do(pilot)
            assert page.row(CALDER).hours == wanted


async def test_a_click_goes_to_a_cell_and_a_second_one_on_energy_offers_its_words() -> None:
    page = RealityStage()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        y = next(at for at, line in enumerate(page.drawn()) if CALDER in line)
        header = page.line("money")
        await pilot.click(offset=(header.index("energy") + 1, y))
        await do(pilot)
        assert page.here == (CALDER, "energy")
        await pilot.click(offset=(header.index("energy") + 1, y))
        await do(pilot)
        assert isinstance(page.screen, ChooseDialog)
        await do(pilot, "2")
        assert page.row(CALDER).energy == 2
        await pilot.click(offset=(header.index("hours") + 1, y))
        await do(pilot, "8")
        await pilot.click(offset=(4, y - 2))
        await do(pilot)
    assert page.row(CALDER).hours == 8
    assert page.here[0] == BOREALIS


@pytest.mark.parametrize("size", [WIDE, SMALL, LEAST, (160, 50)])
async def test_names_of_any_kind_are_shown_as_they_are(size: tuple[int, int]) -> None:
    long = "Ostwestfälische Präzisionswerkzeugbau- und Handelsgesellschaft mbH"
    page = RealityStage(first(HOSTILE, long, ACME))
    async with page.run_test(size=size) as pilot:
        await do(pilot, *ELEVEN_AND_TIRING, "<right>")
        assert HOSTILE_START[:9] in page.shown()
        assert "Ostwestf" in page.shown()
        assert page.acts() == []
        assert all(part in page.shown() for part in ("hours", "limit", "energy", "money", "no limit set"))


@pytest.mark.parametrize("size", [SMALL, LEAST])
async def test_the_line_below_the_question_never_makes_the_table_jump(size: tuple[int, int]) -> None:
    page = RealityStage(first(ACME))
    async with page.run_test(size=size) as pilot:
        heights = set()
        for _ in range(3):
            heights.add(page.query_one(Question).size.height)
            await do(pilot, "<right>")
    assert heights == {2}


@pytest.mark.parametrize("width", range(50, 161, 3))
def test_the_columns_fit_every_width(width: int) -> None:
    for name, words in ((4, 8), (20, 12), (90, 12), (20, 40)):
        columns = columns_for(width, name, words)
        assert columns.all <= max(width, 56)
        assert columns.name >= 10
        assert columns.field_at(columns.name - 1) is None
        fields = [columns.field_at(at) for at in range(columns.all)]
        assert [each for at, each in enumerate(fields) if each and each not in fields[:at]] == [
            "hours",
            "energy",
            "money",
        ]


def test_the_longest_wording_that_fits_is_taken() -> None:
    assert [fitting(("long words", "short"), width) for width in (10, 9, 2)] == ["long words", "short", "short"]
