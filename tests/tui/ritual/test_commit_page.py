"""Commit on screen: what to promise, the two questions to yourself, what was found, and one cursor through it all."""

import datetime
from typing import ClassVar

import pytest
from msgspec import structs
from textual import events
from textual.binding import Binding, BindingType

from review.records import Commitment, Decision, End, How, Limit, Place, Rating, Source, Unfinished
from review.ritual import commit
from review.ritual.sitting import Sitting
from tests.review.ritual.sittings import begun, listing
from tests.review.telling import promise, who
from tests.tui.ritual.commit_stage import LIMIT, NARROW, SEGMENT_ACTION, SMALL, TODAY, WIDE, at_finding, sitting
from tests.tui.ritual.page_stage import PageStage, do
from tests.tui.widgets.stage import HOSTILE, HOSTILE_START
from tui.ritual.commit import CommitPage


def promised(stage: PageStage) -> list[Commitment]:
    return list(stage.sitting.answers.commitments)


def conviction(stage: PageStage) -> Rating:
    return stage.sitting.answers.conviction


async def test_what_the_session_brought_up_is_listed_with_where_it_came_from() -> None:
    stage = PageStage(CommitPage, sitting())
    async with stage.run_test(size=WIDE) as pilot:
        await pilot.pause()
        shown = stage.shown()
    assert "□ Call the lab manager at Northfield" in shown
    assert "from Segments" in shown
    assert "□ At most 4 h for Acme until they move" in shown
    assert "from Reality" in shown
    assert "□ Ask for the calendar when I make Monday's coffee" in shown
    assert "from Learning" in shown
    assert "+ your own…" in shown
    assert promised(stage) == []


async def test_space_chooses_and_takes_off_again() -> None:
    stage = PageStage(CommitPage, sitting())
    async with stage.run_test(size=WIDE) as pilot:
        await do(pilot, "<space>")
        assert "■ Call the lab manager at Northfield" in stage.shown()
        assert "I will · 1 of 3" in stage.shown()
        [made] = promised(stage)
        assert (made.text, made.source, made.about) == (SEGMENT_ACTION, Source.SEGMENTS, "universities")
        await do(pilot, "<space>")
        assert promised(stage) == []
        await do(pilot, "<space>", "<delete>")
    assert promised(stage) == []


async def test_a_limit_is_promised_for_always() -> None:
    stage = PageStage(CommitPage, sitting())
    async with stage.run_test(size=WIDE) as pilot:
        await do(pilot, "<down>", "<space>")
        assert "until the next review" in stage.shown()
    assert [(each.text, each.always) for each in promised(stage)] == [(LIMIT, True)]


async def test_a_fourth_is_refused_in_words_and_nothing_is_lost() -> None:
    rows = tuple(who(name, 5, 2, decision=Decision.LIMIT) for name in ("Delphi", "Eastgate"))
    stage = PageStage(CommitPage, sitting(*rows))
    async with stage.run_test(size=WIDE) as pilot:
        await do(pilot, "<space>", "<down>", "<space>", "<down>", "<space>", "<down>", "<space>")
        assert len(promised(stage)) == 3
        await do(pilot, "a")
        assert stage.refused == [commit.FULL.text] * 2
        assert "your words" not in stage.shown()
    assert len(promised(stage)) == 3


async def test_own_words_with_a_day() -> None:
    stage = PageStage(CommitPage, sitting())
    async with stage.run_test(size=WIDE) as pilot:
        await do(pilot, "a", "Send the book back", "<enter>", "10 Dec")
        assert "Thursday 10 December 2026" in stage.shown()
        await do(pilot, "<enter>")
        assert "by 10 Dec" in stage.shown()
    [made] = promised(stage)
    assert (made.text, made.by, made.source) == ("Send the book back", datetime.date(2026, 12, 10), Source.OWN)


async def test_own_words_for_always_from_the_line_below_the_list() -> None:
    stage = PageStage(CommitPage, sitting())
    async with stage.run_test(size=WIDE) as pilot:
        await do(pilot, "<end>", "<enter>", "No drawing without an order", "<enter>", "always", "<enter>")
        assert "■ No drawing without an order" in stage.shown()
    [made] = promised(stage)
    assert (made.always, made.by) == (True, None)


async def test_a_day_that_has_passed_is_not_taken() -> None:
    stage = PageStage(CommitPage, sitting())
    async with stage.run_test(size=WIDE) as pilot:
        await do(pilot, "a", "Send the book back", "<enter>", "2026-10-01", "<enter>")
        assert "That day has passed." in stage.shown()
        assert promised(stage) == []


async def test_enter_gives_what_is_listed_a_day_and_so_chooses_it() -> None:
    stage = PageStage(CommitPage, sitting())
    async with stage.run_test(size=WIDE) as pilot:
        await do(pilot, "<enter>", "10 Dec", "<enter>")
    [made] = promised(stage)
    assert (made.text, made.by, made.about) == (SEGMENT_ACTION, datetime.date(2026, 12, 10), "universities")


async def test_e_changes_the_words_of_a_promise_and_one_undo_takes_that_back() -> None:
    stage = PageStage(CommitPage, sitting())
    async with stage.run_test(size=WIDE) as pilot:
        await do(pilot, "<space>", "e", " on Monday", "<enter>", "<enter>")
        assert [each.text for each in promised(stage)] == [f"{SEGMENT_ACTION} on Monday"]
        assert "□ Call the lab manager" not in stage.shown()
        await do(pilot, "<ctrl+z>")
    assert [each.text for each in promised(stage)] == [SEGMENT_ACTION]


async def test_down_goes_through_the_promises_then_you_then_the_findings_and_up_comes_back() -> None:
    stage = PageStage(CommitPage, sitting())
    async with stage.run_test(size=WIDE) as pilot:
        await do(pilot, "<end>", "<down>")
        assert stage.places[-1] == Place("commit", "conviction", "you")
        await do(pilot, "<down>", "j")
        assert stage.places[-1] == Place("commit", "0", "found")
        await do(pilot, "k", "<up>", "<up>")
        assert stage.places[-1] == Place("commit", "own", "will")


async def test_a_digit_says_fear_or_conviction_and_goes_on_to_the_line() -> None:
    stage = PageStage(CommitPage, sitting())
    async with stage.run_test(size=WIDE) as pilot:
        await do(pilot, "3", "<end>", "<down>", "4", "<enter>", "They can wait a day. So can I.", "<enter>")
        shown = stage.shown()
    assert stage.sitting.answers.conviction == 4
    assert stage.sitting.answers.line == "They can wait a day. So can I."
    assert "Mostly convinced, partly afraid." in shown
    assert "They can wait a day. So can I." in shown


async def test_where_little_height_and_width_is_there_both_questions_to_yourself_take_three_lines() -> None:
    stage = PageStage(CommitPage, sitting())
    async with stage.run_test(size=(59, 24)) as pilot:
        await do(pilot, "<end>", "<down>")
        asked = box_of(stage, "And you")
        await do(pilot, "4", "<enter>", "They can wait", "<enter>")
        answered = box_of(stage, "And you")
    assert asked[0].startswith("From fear or from conviction?  here 1–5, or 0")
    assert asked[2].startswith("One line to yourself   Enter writes it")
    assert answered[0].startswith("From fear or from conviction?  more conviction")
    assert answered[2].startswith("One line to yourself   They can wait")
    assert len(asked) == len(answered) == 3


def box_of(stage: PageStage, title: str) -> list[str]:
    """Give the lines in a box, without its sides and the cursor."""
    lines = stage.shown().splitlines()
    above = next(at for at, line in enumerate(lines) if f"─ {title} ─" in line)
    below = next(at for at, line in enumerate(lines) if at > above and "╰" in line)
    return [line.strip(" │▌") for line in lines[above + 1 : below]]


async def test_arrows_move_between_fear_and_conviction_and_delete_takes_it_back() -> None:
    stage = PageStage(CommitPage, sitting())
    async with stage.run_test(size=WIDE) as pilot:
        await do(pilot, "<end>", "<down>", "<right>")
        assert conviction(stage) == 3
        await do(pilot, "l", "l", "l")
        assert conviction(stage) == 5
        await do(pilot, "h", "<minus>", "<left>")
        assert conviction(stage) == 2
        await do(pilot, "<delete>")
        assert conviction(stage) is None
        await do(pilot, "0")
    assert conviction(stage) == "unknown"


async def test_a_first_session_has_nothing_to_compare_and_its_first_promise_can_be_typed_at_once() -> None:
    stage = PageStage(CommitPage, listing(begun(today=TODAY), "Acme"))
    async with stage.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert "Since" not in stage.shown()
        assert "What letting go cost you" not in stage.shown()
        assert "Nothing stands out this month." in stage.shown()
        await do(pilot, "<enter>", "Call my old teacher", "<enter>", "<enter>")
    assert [each.text for each in promised(stage)] == ["Call my old teacher"]


async def test_what_was_promised_of_something_no_longer_listed_stays() -> None:
    """An amendment may find the segment's action taken back; the promise made of it is still a promise."""
    made = Commitment("c1", "Call the lab", Source.SEGMENTS, "universities")
    stage = PageStage(CommitPage, sitting(segments=(), learning=(), commitments=(made, promise("Rest"))))
    async with stage.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert "■ Call the lab" in stage.shown()
        assert "■ Rest" in stage.shown()
        stage.page.take_place(Place("commit", "own Rest", "will"))
        await do(pilot, "<space>")
    assert promised(stage) == [made]


class Finishing(PageStage):
    """Notes the keys of finishing, as the ritual's screen has them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+f", "note('finish')", "finish"),
        Binding("s", "note('summary')", "summary"),
    ]

    def __init__(self, page: type[CommitPage], shown: Sitting) -> None:
        super().__init__(page, shown)
        self.noted: list[str] = []

    def action_note(self, what: str) -> None:
        self.noted.append(what)


async def test_the_last_line_finishes_or_reads_the_summary_by_a_click() -> None:
    stage = Finishing(CommitPage, sitting())
    async with stage.run_test(size=WIDE) as pilot:
        await pilot.pause()
        line = stage.drawn().index(next(each for each in stage.drawn() if "^F" in each))
        text = stage.drawn()[line]
        await pilot.click(offset=(text.index("Finish"), line))
        await pilot.click(offset=(text.index("read the"), line))
        await pilot.pause()
    assert stage.noted == ["finish", "summary"]


async def test_the_last_line_says_the_month_and_the_minutes_so_far() -> None:
    timed = sitting()
    stage = PageStage(CommitPage, timed.at(structs.replace(timed.draft, seconds=660.0, amends=False)))
    async with stage.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert "^F  Finish November" in stage.shown()
        assert "11 minutes so far" in stage.shown()


async def test_an_amendment_is_finished_as_one() -> None:
    stage = PageStage(CommitPage, sitting())
    async with stage.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert "Finish the correction of November" in stage.shown()


async def test_the_mouse_chooses_rates_and_opens() -> None:
    stage = PageStage(CommitPage, sitting())
    async with stage.run_test(size=(97, 50)) as pilot:
        await pilot.pause()
        await pilot.click(offset=place_of(stage, "□ Call the lab"))
        await pilot.pause()
        assert [each.text for each in promised(stage)] == [SEGMENT_ACTION]
        column, line = place_of(stage, "fear ─")
        await pilot.click(offset=(column + 5 + 8, line))
        await pilot.pause()
        assert stage.sitting.answers.conviction == 3
        await pilot.click(offset=place_of(stage, "+ your own…"))
        await pilot.pause()
        await do(pilot, "By hand", "<enter>", "<enter>")
    assert [each.text for each in promised(stage)] == [SEGMENT_ACTION, "By hand"]


def place_of(stage: PageStage, text: str) -> tuple[int, int]:
    """Where a text begins on the screen."""
    line = next(each for each in stage.drawn() if text in each)
    return line.index(text), stage.drawn().index(line)


async def test_resuming_comes_back_to_the_row_and_to_the_form_with_its_text() -> None:
    stage = PageStage(CommitPage, sitting())
    async with stage.run_test(size=WIDE) as pilot:
        stage.page.take_place(Place("commit", "line", "you"))
        await do(pilot, "5")
        assert stage.sitting.answers.conviction == 5
        stage.page.reopen(Unfinished("own", None, {"words": "Call my old tea"}, "words"))
        await pilot.pause()
        await do(pilot, "<end>", "cher", "<enter>", "<enter>")
    assert [each.text for each in promised(stage)] == ["Call my old teacher"]


@pytest.mark.parametrize("size", [(137, 47), WIDE, NARROW, SMALL])
async def test_every_row_can_be_reached_and_is_in_sight_when_it_is(size: tuple[int, int]) -> None:
    rows = tuple(who(f"Prospect {at}", 5, 2, hours=1.0, decision=Decision.LIMIT) for at in range(8))
    stage = PageStage(CommitPage, sitting(*rows))
    seen = set()
    async with stage.run_test(size=size) as pilot:
        await pilot.pause()
        for _ in range(30):
            marked = [line for line in stage.drawn() if "▌" in line]
            assert marked
            seen.add(marked[0].split("▌")[1].strip(" │╭╮─"))
            await do(pilot, "<down>")
    told = " ".join(seen)
    assert "□ Call the lab manager at Northfield" in told
    assert "+ your own…" in told
    assert "One line to yourself" in told
    assert "more" in told
    assert len(seen) >= 20


@pytest.mark.parametrize("size", [NARROW, SMALL])
async def test_what_stands_below_the_last_row_can_be_scrolled_to(size: tuple[int, int]) -> None:
    stage = PageStage(CommitPage, sitting())
    async with stage.run_test(size=size) as pilot:
        await do(pilot, *["<down>"] * 40)
        assert "Calder +1 → 0" in stage.shown()


async def test_the_keys_said_are_those_of_the_box_at_hand() -> None:
    stage = PageStage(CommitPage, sitting())
    async with stage.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert "choose" in stage.hints()
        await do(pilot, "<end>", "<down>")
        assert "rate" in stage.hints()
        assert "choose" not in stage.hints()
        assert "finish" in stage.hints()


async def test_names_and_words_are_shown_as_they_are_and_never_act() -> None:
    row = who(HOSTILE, 5, 2, hours=9.0, decision=Decision.LIMIT, limit=Limit(hours=2))
    made = Commitment("c1", HOSTILE)
    gone = who("Gone " + HOSTILE, hours=3.0, ended=End(How.PARTED, HOSTILE))
    stage = PageStage(CommitPage, sitting(row, gone, commitments=(made,), line=HOSTILE))
    async with stage.run_test(size=(137, 60)) as pilot:
        await pilot.pause()
        assert stage.shown().count(HOSTILE_START) >= 3
        assert stage.acts() == []
        stage.page.take_place(at_finding(stage.sitting, HOSTILE))
        await do(pilot, "<enter>")
        assert stage.acts() == []


async def test_keys_in_a_burst_find_the_cursor_where_the_one_before_has_put_it() -> None:
    stage = PageStage(CommitPage, sitting())
    async with stage.run_test(size=WIDE) as pilot:
        await pilot.pause()
        for key in ("end", "down", "4", "up", "up", "up", "space"):
            stage.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        await pilot.pause()
    assert conviction(stage) == 4
    assert [each.text for each in promised(stage)] == ["Ask for the calendar when I make Monday's coffee"]


async def test_an_empty_list_offers_to_add_and_nothing_that_does_not_work_yet() -> None:
    stage = PageStage(CommitPage, begun(month="2026-11"))
    async with stage.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert "add" in stage.hints()
        assert not {"choose", "words and day", "finish"} & set(stage.hints())
