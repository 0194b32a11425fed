"""Segments on screen: rating, the two questions, resting, baskets, and lists that are edited."""

import datetime
from typing import Any

import pytest
from textual.pilot import Pilot

from review import scales
from review.history import History
from review.month import Month
from review.records import Place, SegmentReview, Unfinished
from review.ritual import commit, segments
from review.ritual.sitting import Sitting, amend, begin
from tests.review.ritual.sittings import begun, segment_of
from tests.review.telling import month, segment, told, who
from tests.tui.ritual.page_stage import PageStage, do
from tests.tui.widgets.stage import HOSTILE, HOSTILE_START
from tui.ritual.segments import SegmentsPage

TODAY = datetime.date(2026, 11, 22)
ROWS = (
    who("Acme", segment="medical devices", hours=9.0),
    who("Calder", segment="transport", hours=3.0),
    who("Eastgate", segment="energy", hours=2.0),
)
SEPTEMBER = month("2026-09", segments=(segment("universities", 4, 2),))
OCTOBER = month("2026-10", *ROWS, segments=(segment("universities", 4, 1), segment("energy", 3, 3)))


def carried(history: History | None = None) -> Sitting:
    """November, carrying over from October: three segments with obsessions, and one nobody is in."""
    return begin(history or told(SEPTEMBER, OCTOBER), Month("2026-11"), TODAY, "segments")


def answers(stage: PageStage, name: str) -> SegmentReview:
    return segments.review_of(stage.sitting, segment_of(stage.sitting, name))


async def rated(pilot: Pilot[Any], digits: str = "33323241") -> None:
    """Rate medical devices, transport, energy and universities, which is left as the most neglected."""
    await pilot.press(*digits)
    await pilot.pause()


async def test_a_digit_rates_and_moves_on_from_potential_to_attention_to_the_next_segment() -> None:
    stage = PageStage(SegmentsPage, carried())
    async with stage.run_test(size=(97, 37)) as pilot:
        await rated(pilot)
    both = [(each.segment, each.potential, each.attention) for each in stage.sitting.answers.segments]
    assert both == [("medical devices", 3, 3), ("transport", 3, 2), ("energy", 3, 2), ("universities", 4, 1)]


async def test_the_two_questions_stand_in_the_same_lines_whichever_segment_is_at_hand() -> None:
    stage = PageStage(SegmentsPage, carried())
    async with stage.run_test(size=(97, 37)) as pilot:
        await rated(pilot)
        await do(pilot, "<up>")
        assert "most neglected" not in stage.shown()
        assert "Who is there that you have not met?   Enter says who, and what" in stage.shown()
        assert "One thing you could do" in stage.shown()


async def test_nothing_is_prefilled_and_the_facts_stand_beside() -> None:
    stage = PageStage(SegmentsPage, carried())
    async with stage.run_test(size=(97, 37)) as pilot:
        await pilot.pause()
        shown = stage.shown()
    assert stage.sitting.answers.segments == ()
    assert "neglected" not in shown
    assert "1 obsession" in shown
    assert "nobody" in shown
    assert "touched September" in shown


async def test_the_last_rating_leads_to_the_most_neglected_where_the_two_questions_are_asked() -> None:
    stage = PageStage(SegmentsPage, carried())
    async with stage.run_test(size=(97, 37)) as pilot:
        await rated(pilot, "41423342")
        await pilot.pause()
        assert "medical devices · most neglected" in stage.shown()
        assert "Who is there that you have not met?" in stage.shown()
        await do(pilot, "<enter>", "the head nurse", "<enter>", "visit the fair", "<enter>")
        shown = stage.shown()
    assert (answers(stage, "medical devices").unmet, answers(stage, "medical devices").action) == (
        "the head nurse",
        "visit the fair",
    )
    assert "Offered to you in Commit" in shown
    assert [each.text for each in commit.proposals(stage.sitting)] == ["visit the fair"]


async def test_any_segment_can_be_told_about_and_one_key_takes_both_answers_back() -> None:
    stage = PageStage(SegmentsPage, carried())
    async with stage.run_test(size=(97, 37)) as pilot:
        await do(pilot, "<down>", "<enter>", "a stranger", "<enter>", "write", "<enter>")
        assert answers(stage, "transport").action == "write"
        await pilot.press("ctrl+z")
    assert stage.sitting.answers.segments == ()


async def test_zero_says_unknown_and_delete_takes_a_rating_back() -> None:
    stage = PageStage(SegmentsPage, carried())
    async with stage.run_test(size=(97, 37)) as pilot:
        await pilot.press("0", "4", "up", "right", "delete")
    review = answers(stage, "medical devices")
    assert (review.potential, review.attention) == ("unknown", None)


async def test_a_adds_a_segment_and_goes_to_it() -> None:
    stage = PageStage(SegmentsPage, carried())
    async with stage.run_test(size=(97, 37)) as pilot:
        await do(pilot, "a", "Hospitals", "<enter>", "5", "1")
    assert (answers(stage, "Hospitals").potential, answers(stage, "Hospitals").attention) == (5, 1)


async def test_a_suggests_the_known_segments_that_are_not_on_the_list() -> None:
    old = [segment(name, 3, 2) for name in ("mining", "rail", "shipping", "space")]
    history = told(month("2026-09", segments=tuple(old)), OCTOBER)
    stage = PageStage(SegmentsPage, carried(history))
    [left] = segments.others(stage.sitting)[:1]
    async with stage.run_test(size=(97, 37)) as pilot:
        await do(pilot, "a", left[:3])
        assert left in stage.shown()
        await do(pilot, left[3:], "<enter>")
    assert [each.segment for each in stage.sitting.answers.segments] == [left]
    assert stage.sitting.draft.segments == ()


async def test_a_segment_that_is_on_the_list_is_not_added_again() -> None:
    stage = PageStage(SegmentsPage, carried())
    async with stage.run_test(size=(97, 37)) as pilot:
        await do(pilot, "a", "TRANSPORT", "<enter>")
    assert stage.refused == ["That segment is on the list already."]
    assert stage.sitting.answers.segments == ()


async def test_renaming_keeps_the_segment_and_what_was_said_of_it() -> None:
    stage = PageStage(SegmentsPage, carried())
    async with stage.run_test(size=(97, 37)) as pilot:
        await pilot.press("4", "2", "up", "e")
        await do(pilot, "<end>", " and care", "<enter>")
        shown = stage.shown()
    assert stage.sitting.segment("medical devices").name == "medical devices and care"
    assert answers(stage, "medical devices and care").potential == 4
    assert "medical devices and care" in shown


async def test_the_name_of_another_segment_makes_the_two_one() -> None:
    stage = PageStage(SegmentsPage, carried())
    async with stage.run_test(size=(97, 37)) as pilot:
        await pilot.press("down", "e", "ctrl+u")
        await do(pilot, "energy", "<enter>")
    assert stage.sitting.segment("transport").id == "energy"
    assert [each.segment for each in segments.reviewed(stage.sitting)] == ["medical devices", "energy", "universities"]


async def test_a_resting_segment_is_not_neglected_until_its_month() -> None:
    stage = PageStage(SegmentsPage, carried())
    async with stage.run_test(size=(97, 37)) as pilot:
        await rated(pilot)
        await do(pilot, "c", "March", "<enter>")
        shown = stage.shown()
        assert answers(stage, "universities").rest_until == "2027-03"
        assert segments.most_neglected(stage.sitting) != "universities"
        assert "resting" in shown
        assert "until March" in shown
        await pilot.press("c", "ctrl+u", "enter")
    assert not segments.resting(stage.sitting, "universities")


async def test_a_segment_cannot_rest_until_a_month_that_is_here_already() -> None:
    stage = PageStage(SegmentsPage, carried())
    async with stage.run_test(size=(97, 37)) as pilot:
        await do(pilot, "c", "2026-11", "<enter>")
        assert "Choose December 2026 or a later" in stage.shown()
    assert stage.sitting.answers.segments == ()


async def test_a_note_about_a_segment() -> None:
    stage = PageStage(SegmentsPage, carried())
    async with stage.run_test(size=(97, 37)) as pilot:
        await do(pilot, "o", *"Mia", "<escape>")
        assert "Mia" in stage.shown()
    assert answers(stage, "medical devices").note == "Mia"


def with_hours(*hours: float | None) -> Sitting:
    rows = [who(f"Prospect {at}", segment="energy", hours=each) for at, each in enumerate(hours)]
    session = month("2026-11", *rows)
    return amend(told(OCTOBER, session), session, TODAY, "segments")


async def test_the_baskets_are_said_and_drawn_and_no_choice_is_offered_where_they_are_many() -> None:
    stage = PageStage(SegmentsPage, with_hours(4, 4, 4))
    async with stage.run_test(size=(97, 37)) as pilot:
        await pilot.press("u")
        await pilot.pause()
        assert "3 baskets" in stage.shown()
        assert "by choice" not in stage.shown()
    assert "one client by choice" not in stage.hints()


async def test_half_of_the_hours_with_one_is_what_is_said_beside_several_baskets() -> None:
    stage = PageStage(SegmentsPage, with_hours(6, 3, 3))
    async with stage.run_test(size=(97, 37)) as pilot:
        await pilot.pause()
        assert "2.7 baskets" in stage.shown()
        assert "Half of the hours went to" in stage.shown()
        assert "one basket" not in stage.shown()


async def test_one_client_by_choice_is_offered_where_the_baskets_are_few() -> None:
    stage = PageStage(SegmentsPage, with_hours(12, 1, 1))
    async with stage.run_test(size=(97, 37)) as pilot:
        await pilot.pause()
        assert "More than half of the hours went to" in stage.shown()
        assert "one client by choice" in stage.hints()
        await do(pilot, "u", "Feb", "<enter>")
        assert stage.sitting.answers.one_client_until == "2027-02"
        assert "One client by choice until February." in stage.shown()
        await pilot.press("u", "ctrl+u", "enter")
    assert stage.sitting.answers.one_client_until is None


async def test_of_too_few_known_the_hours_are_said_without_baskets() -> None:
    stage = PageStage(SegmentsPage, with_hours(11, None, None, None, None))
    async with stage.run_test(size=(97, 37)) as pilot:
        await pilot.pause()
        assert "11 h, of one of five" in stage.shown()
        assert "basket" not in stage.shown()


async def test_without_hours_there_is_no_word_of_baskets() -> None:
    stage = PageStage(SegmentsPage, with_hours(None))
    async with stage.run_test(size=(97, 37)) as pilot:
        await pilot.pause()
        assert "basket" not in stage.shown()


async def test_without_segments_the_page_says_what_to_press() -> None:
    stage = PageStage(SegmentsPage, begun())
    async with stage.run_test(size=(97, 37)) as pilot:
        await pilot.press("3", "c", "e", "o", "enter")
        await pilot.pause()
        assert "No segments yet." in stage.shown()
        assert stage.hints() == ["add a segment"]
        await do(pilot, "a", "Energy", "<enter>", "3")
    assert answers(stage, "Energy").potential == 3


async def test_brackets_go_from_segment_to_segment_and_round() -> None:
    stage = PageStage(SegmentsPage, carried())
    async with stage.run_test(size=(97, 37)) as pilot:
        stage.page.move_row(-1)
        await pilot.pause()
        assert stage.places[-1] == Place("segments", "universities", "potential")
        stage.page.move_row(1)
        await pilot.pause()
        assert stage.places[-1] == Place("segments", "medical devices", "potential")


async def test_resuming_comes_back_to_the_segment_the_side_and_the_form_with_its_text() -> None:
    stage = PageStage(SegmentsPage, carried())
    async with stage.run_test(size=(97, 37)) as pilot:
        stage.page.take_place(Place("segments", "energy", "attention"))
        await pilot.press("2")
        assert answers(stage, "energy").attention == 2
        stage.page.reopen(Unfinished("segment", "energy", {"unmet": "the grid ope"}, "unmet"))
        await pilot.pause()
        await do(pilot, "<end>", "rator", "<enter>", "<enter>")
    assert answers(stage, "energy").unmet == "the grid operator"


async def test_typing_is_kept_from_the_first_letter_on() -> None:
    stage = PageStage(SegmentsPage, carried())
    async with stage.run_test(size=(97, 37)) as pilot:
        await do(pilot, "<enter>", "the he")
        unfinished = stage.sitting.draft.unfinished
        assert unfinished is not None
        assert (unfinished.form, unfinished.about, unfinished.texts) == (
            "segment",
            "medical devices",
            {"unmet": "the he"},
        )


@pytest.mark.parametrize("size", [(137, 47), (97, 37), (79, 21), (59, 20)])
async def test_the_row_at_hand_its_panel_and_the_baskets_stay_on_screen_at_every_size(size: tuple[int, int]) -> None:
    many = tuple(who(f"Prospect {at}", segment=f"segment number {at}", hours=2.0) for at in range(12))
    session = month("2026-11", *many)
    stage = PageStage(SegmentsPage, amend(told(session), session, TODAY, "segments"))
    async with stage.run_test(size=size) as pilot:
        await pilot.press("end")
        await pilot.pause()
        shown = stage.shown()
        assert shown.count("segment number 11") == 2
        assert "12 baskets" in shown
        assert "╰" in shown
        assert all(len(line) <= size[0] for line in stage.drawn())


async def test_names_are_shown_as_they_are_and_never_act() -> None:
    session = month(
        "2026-11", who(HOSTILE, segment=HOSTILE, hours=9.0), segments=(segment(HOSTILE, 5, 1, unmet=HOSTILE),)
    )
    stage = PageStage(SegmentsPage, amend(told(session), session, TODAY, "segments"))
    async with stage.run_test(size=(137, 37)) as pilot:
        await pilot.pause()
        assert HOSTILE_START[:12] in stage.shown()
        strips = stage.screen._compositor.render_strips()
        raw = "".join(part.text for strip in strips for part in strip)
        assert "\x1b" not in raw
        assert "\u202e" not in raw
        await pilot.press("enter")
        await pilot.pause()
        assert stage.is_running


async def test_each_value_has_its_word_under_it_and_the_touch_stands_below_the_verdict() -> None:
    stage = PageStage(SegmentsPage, carried())
    async with stage.run_test(size=(97, 37)) as pilot:
        await rated(pilot)
        attention = scales.scales(stage.sitting.answers.scale).attention.anchors
        drawn = stage.drawn()
        below = drawn[next(at for at, text in enumerate(drawn) if "universities" in text and "│" in text) + 1]
        assert attention[0].word in below
        assert below.endswith("touched September")
        assert "touched this month" in stage.shown()


@pytest.mark.parametrize("size", [(60, 40), (80, 21)])
async def test_where_names_need_the_room_the_touch_is_said_in_the_panel(size: tuple[int, int]) -> None:
    stage = PageStage(SegmentsPage, carried())
    async with stage.run_test(size=size) as pilot:
        await pilot.press("end")
        await pilot.pause()
        assert "nobody · last touched September" in stage.shown()
