"""Obsessions on screen: adding, changing, parking, ending and merging names."""

import pytest

from review.history import History
from review.month import Month
from review.records import Decision, End, How, Kind, Obsession, Prospect, Segment
from review.ritual.sitting import Sitting
from tests.tui.ritual.before import NAMES, first, history, november, session
from tests.tui.ritual.page_stage import PageStage, do
from tests.tui.widgets.stage import HOSTILE, HOSTILE_START
from tui.ritual.obsessions import ObsessionsPage

WIDE = (120, 40)
FIVE = (
    ("Acme Robotics", "medical devices"),
    ("Borealis Foods", "food"),
    ("Calder Rail", "transport"),
    ("Delphi Labs", "medical devices"),
    ("Eastgate Energy", "energy"),
)


def begun(past: History | None = None) -> PageStage:
    return PageStage(ObsessionsPage, november("obsessions", past))


def crowd(count: int) -> History:
    """October with so many names on the list."""
    ids = [f"p{at}" for at in range(1, count + 1)]
    rows = [Obsession(each) for each in ids]
    return History((session("2026-10", *rows),), {each: Prospect(each, f"Prospect {each}") for each in ids})


def names(sitting: Sitting) -> list[str]:
    return [sitting.prospect(row.prospect).name for row in sitting.rows]


def row(page: PageStage, prospect: str) -> Obsession:
    found = page.sitting.row(prospect)
    assert found is not None, f"{prospect} is not on the list"
    return found


async def test_a_first_session_says_who_belongs_here() -> None:
    page = PageStage(ObsessionsPage, first("obsessions"))
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert "Who belongs here" in page.shown()
        assert "Press a and write the first name." in page.shown()
        assert "carried over" not in page.shown()
        assert "+ add a name…" in page.shown()


async def test_who_belongs_here_is_said_until_the_first_name_stands_there() -> None:
    page = PageStage(ObsessionsPage, first("obsessions"))
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "a")
        assert "A month, or how many months ago; empty: this one." in page.shown()
        await do(pilot, "Acme", *["<enter>"] * 4, "<escape>")
        assert "Acme" in page.shown()
        assert "Who belongs here" not in page.shown()


async def test_five_names_in_four_segments_take_22_keys_beyond_their_words() -> None:
    page = PageStage(ObsessionsPage, first("obsessions"))
    keys = ["a"]
    for name, segment in FIVE:
        keys += [name, "<enter>", segment, "<enter>", "a hope", "<enter>", "<enter>"]
    keys.append("<escape>")
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, *keys)
        assert "Eastgate Energy  energy" in page.shown()
    assert names(page.sitting) == [name for name, _ in FIVE]
    assert len({row.segment for row in page.sitting.rows}) == 4
    assert sum(1 for key in keys if len(key) == 1 or key.startswith("<")) == 22


async def test_the_names_of_last_month_are_there_and_none_is_rated() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert "Three are carried over from October, none rated. Only a name is required." in page.shown()
        acme = next(text for text in page.drawn() if "Acme Robotics" in text)
        assert [part.strip() for part in acme.split("  ") if part.strip(" ▌")] == [
            "Acme Robotics",
            "medical devices",
            "gripper line",
            "March",
        ]
        assert "★ dream" in next(text for text in page.drawn() if "Calder Rail" in text)


async def test_who_came_off_the_list_stands_below_it() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        text = page.shown()
        assert text.index("Off the list") > text.index("+ add a name")
        assert "you parted, May" in text
        assert "endless samples" in text
        assert "signed, May" in text


async def test_only_a_name_is_needed_and_the_form_opens_for_the_next_one() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "a", "Borealis", "<enter>", "<enter>", "<enter>", "<enter>")
        assert "Borealis is on the list. Enter or Esc when that was everyone." in page.shown()
        await do(pilot, "<enter>")
        assert len(page.screen_stack) == 1, "an empty form is the end of it"
        assert "Nov · new" in page.shown()
    new = page.sitting.rows[-1]
    assert (new.segment, new.hope, new.since, new.kind) == (None, None, None, Kind.PROSPECT)


@pytest.mark.parametrize(("words", "since"), [("8", "2026-03"), ("March", "2026-03"), ("2025-12", "2025-12")])
async def test_since_when_is_a_month_or_how_long_ago(words: str, since: str) -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "a", "Borealis", "<enter>", "<enter>", "<enter>")
        await pilot.press(*words)
        await do(pilot, "<enter>")
    assert page.sitting.rows[-1].since == Month(since)


async def test_a_month_ahead_is_no_month_that_it_began() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "a", "Borealis", "<enter>", "<enter>", "<enter>", "2027-01", "<enter>")
        assert "That is after November 2026" in page.shown()
    assert len(page.sitting.rows) == 3


async def test_a_name_from_before_is_suggested_and_is_the_same_one() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "a", "ion", "<down>", "<enter>", "<enter>", "<enter>", "<enter>")
    ionic = row(page, "ionic")
    assert ionic.kind is Kind.CLIENT, "they signed in May"


async def test_a_segment_is_suggested_and_is_the_same_one() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "a", "Borealis", "<enter>", "med", "<down>", "<enter>", "<enter>", "<enter>")
    assert page.sitting.rows[-1].segment == "med"


@pytest.mark.parametrize("name", ["Acme Robotics", "acme  ROBOTICS"])
async def test_a_name_on_the_list_is_refused_at_once_below_the_field_and_the_words_stay(name: str) -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "a", name, "<enter>")
        assert "That name is on the list already." in page.shown()
        await do(pilot, "<down>", "<down>", "hope kept", "<enter>", "<enter>")
        assert "hope kept" in page.shown()
    assert len(page.sitting.rows) == 3


async def test_half_a_form_is_kept_and_opens_again() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "a", "Borealis", "<enter>", "fo")
        unfinished = page.sitting.draft.unfinished
        assert unfinished is not None
        await do(pilot, "<escape>", "<escape>", "<escape>")
        page.page.reopen(unfinished)
        await do(pilot)
        await do(pilot, "od", "<enter>", "<enter>", "<enter>", "<escape>")
    assert page.sitting.segment(page.sitting.rows[-1].segment or "").name == "food"
    assert page.sitting.prospect(page.sitting.rows[-1].prospect).name == "Borealis"
    assert page.sitting.draft.unfinished is None


@pytest.mark.parametrize(("typed", "count"), [(["Borealis", "<enter>", "food"], 4), ([], 3)])
async def test_the_next_step_can_be_asked_for_from_the_form_which_keeps_what_is_in_it(
    typed: list[str], count: int
) -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "a", *typed, "<ctrl+n>")
        assert len(page.screen_stack) == 1, "no form opens again over the next step"
    assert page.asked_steps == [1]
    assert len(page.sitting.rows) == count


async def test_enter_changes_what_is_known_of_a_name() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "<enter>", " Ltd", "<enter>", "<ctrl+u>", "energy", "<enter>", "<ctrl+u>", "<enter>")
        await do(pilot, "<ctrl+u>", "<enter>", "2", "<enter>")
    acme = row(page, "acme")
    assert page.sitting.prospect("acme").name == "Acme Robotics Ltd"
    assert page.sitting.segment(acme.segment or "").name == "energy"
    assert (acme.hope, acme.since, acme.kind) == (None, None, Kind.CLIENT)


async def test_a_form_that_is_saved_untouched_changes_nothing() -> None:
    page = begun()
    before = page.sitting.rows
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "e", *["<enter>"] * 5)
    assert page.sitting.rows == before


async def test_the_name_of_somebody_else_is_refused_with_the_way_to_merge() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "e", "<ctrl+u>", "Delphi Labs", *["<enter>"] * 5)
        assert "Somebody else has that name. Press m to merge the" in page.shown()
    assert page.sitting.prospect("acme").name == "Acme Robotics"


async def test_how_it_ended_is_said_with_a_reason_and_taken_back() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "d", "2", "1", "<enter>")
        acme = row(page, "acme")
        assert (acme.ended, acme.decision) == (End(How.LOST, "no decision"), Decision.LOST)
        text = page.shown()
        assert text.index("Acme Robotics") > text.index("Delphi Labs"), "those that ended stand last"
        assert "lost, no decision" in text
        assert "bring back" in page.hints()
        await do(pilot, "d")
    assert row(page, "acme").ended is None


async def test_the_reason_can_be_in_other_words_or_left_out() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "d", "3", "<enter>", "endless samples", "<enter>")
        await do(pilot, "<home>", "d", "4", "<enter>", "<enter>")
    assert row(page, "acme").ended == End(How.PARTED, "endless samples")
    assert row(page, "calder").ended == End(How.COOLED)


async def test_only_a_client_can_leave() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "d")
        assert "5 left" not in page.shown()
        await do(pilot, "<escape>", "e", *["<enter>"] * 4, "2", "<enter>", "d", "5", "<enter>", "<enter>")
    assert row(page, "acme").ended == End(How.LEFT)


async def test_a_parked_name_stands_quietly_at_the_end_and_is_taken_up_again() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "c")
        assert row(page, "acme").parked
        assert page.shown().index("Acme Robotics") > page.shown().index("Delphi Labs")
        assert "parked" in next(text for text in page.drawn() if "Acme Robotics" in text)
        await do(pilot, "c")
    assert not row(page, "acme").parked


async def test_a_dream_client_is_marked_and_unmarked() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "b", "<down>", "b")
    assert (row(page, "acme").dream, row(page, "calder").dream) == (True, False)


async def test_the_columns_stay_below_what_they_are_called() -> None:
    page = begun(crowd(2))
    async with page.run_test(size=WIDE) as pilot:
        for keys in ("b", "c", "<down>"):
            await do(pilot, keys)
            header = next(text for text in page.drawn() if "you hope for" in text)
            name = next(text for text in page.drawn() if "Prospect p2" in text)
            assert header.index("since") == name.index("October")


async def test_a_name_added_by_mistake_is_removed_and_comes_back_by_undo() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "a", "Mistake", "<enter>", "<enter>", "<enter>", "<enter>", "<escape>", "<delete>")
        assert "Mistake" not in names(page.sitting)
        await do(pilot, "<ctrl+z>")
        assert "Mistake" in names(page.sitting)
        assert "Mistake" in page.shown()


async def test_a_name_of_last_month_is_not_removed_but_ended() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "<backspace>")
    assert page.refused == ["It was on the list before this month. Press d to say how it ended."]
    assert len(page.sitting.rows) == 3


async def test_two_names_on_the_list_become_one_after_a_yes() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "m", "2")
        assert "Merge Acme Robotics into Delphi Labs?" in page.shown()
        assert "becomes another name for Delphi Labs. Hours and money" in page.shown()
        await do(pilot, "n")
        assert len(page.sitting.rows) == 3
        await do(pilot, "m", "2", "y")
        assert "▌  Delphi Labs" in page.shown()
    assert names(page.sitting) == ["Delphi Labs", "Calder Rail"]
    assert page.sitting.prospect("acme").id == "delphi"
    assert row(page, "delphi").hope == "gripper line"


async def test_a_name_is_merged_with_somebody_from_before() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "m", "3", "Nobody", "<enter>")
        assert "Nobody else has that name." in page.shown()
        await do(pilot, "<ctrl+u>", "juno aero", "<enter>", "y")
    assert page.sitting.prospect("acme").id == "juno"
    assert row(page, "juno").hope == "gripper line"


async def test_the_only_name_has_nobody_to_merge_with() -> None:
    page = begun(crowd(1))
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "m")
    assert page.refused == ["There is nobody else to merge with yet."]


async def test_over_seven_the_rest_can_be_parked_and_need_not() -> None:
    page = begun(crowd(9))
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        assert "Seven fit one sitting. Park the rest?  C parks the last two" in page.shown()
        await do(pilot, "<down>", "b")
        assert "Park the rest?" in page.shown()
        await do(pilot, "C")
        assert "Park the rest?" not in page.shown()
    assert [row.prospect for row in page.sitting.rows if row.parked] == ["p8", "p9"]


async def test_seven_fit() -> None:
    page = begun(crowd(7))
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "C")
        assert "Park the rest?" not in page.shown()
    assert not any(row.parked for row in page.sitting.rows)


async def test_a_note_goes_with_a_name() -> None:
    page = begun()
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot, "o", "wrote twice")
        unfinished = page.sitting.draft.unfinished
        assert unfinished is not None
        await do(pilot, "<escape>", "<ctrl+z>")
        page.page.reopen(unfinished)
        await do(pilot)
        await do(pilot, "<escape>")
    assert row(page, "acme").note == "wrote twice"


async def test_everything_can_be_clicked() -> None:
    page = begun(crowd(8))
    async with page.run_test(size=WIDE) as pilot:
        await do(pilot)
        y = next(y for y, text in enumerate(page.drawn()) if "Park the rest?" in text)
        await pilot.click(offset=(page.drawn()[y].index("Park"), y))
        assert row(page, "p8").parked
        y = next(y for y, text in enumerate(page.drawn()) if "+ add a name" in text)
        await pilot.click(offset=(page.drawn()[y].index("add"), y))
        await do(pilot)
        assert "Who is it?" in page.shown()


async def test_names_are_shown_as_text_and_nothing_in_them_acts() -> None:
    past = history(names={**NAMES, "acme": HOSTILE, "hartmann": HOSTILE})
    past = past.naming([], [Segment("med", HOSTILE)], [])
    page = begun(past)
    async with page.run_test(size=(160, 50)) as pilot:
        await do(pilot)
        assert page.shown().count(HOSTILE_START) >= 3
        assert page.acts() == []
        for keys in (["e"], ["d"], ["m"], ["m", "1"], ["a", "x"]):
            await do(pilot, *keys)
            assert page.acts() == []
            await do(pilot, "<escape>", "<escape>", "<escape>")


@pytest.mark.parametrize("size", [(160, 50), (120, 40), (80, 24), (60, 20)])
async def test_fifteen_names_can_all_be_reached_and_nothing_is_cut_without_a_sign(size: tuple[int, int]) -> None:
    past = crowd(14)
    long = "The Very Long Name of a Company that Has to Be Cut Somewhere GmbH & Co. KG"
    page = begun(past.naming([Prospect("p3", long)], [], []))
    async with page.run_test(size=size) as pilot:
        await do(pilot)
        for each in page.sitting.rows:
            drawn = [text for text in page.drawn() if "▌" in text]
            assert len(drawn) == 1
            name = page.sitting.prospect(each.prospect).name
            assert name in drawn[0] or "…" in drawn[0]
            assert all(len(text) <= size[0] for text in page.drawn())
            await do(pilot, "<down>")
        assert "▌  + add a name" in page.shown()
