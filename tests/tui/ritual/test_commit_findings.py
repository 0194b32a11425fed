"""What Commit shows of the session itself: what was found, what letting go freed, and what changed."""

from pathlib import Path

import pytest
from msgspec import structs

from review.records import Decision, Place
from review.ritual import urgency
from review.ritual.sitting import Sitting, amend
from tests.review.telling import told, who
from tests.tui.ritual.commit_stage import NARROW, NOVEMBER, SMALL, TODAY, WIDE, at_finding, sitting
from tests.tui.ritual.page_stage import PageStage, do
from tests.tui.summary.reading_stage import ReadingStage, desk
from tui.ritual.commit import CommitPage
from tui.ritual.pace import Pace
from tui.ritual.page import Means
from tui.ritual.screen import RitualScreen


def gone_to(shown: Sitting, tmp_path: Path) -> ReadingStage:
    """The ritual's screen, at Commit."""
    work = desk(tmp_path)
    at_commit = shown.at(structs.replace(shown.draft, place=Place("commit")))
    means = Means(work.new_id, work.clock.now, "€")
    return ReadingStage(RitualScreen(at_commit, work.library, means, Pace(lambda: 0.0)))


async def test_the_findings_are_there_when_the_step_is_gone_to(tmp_path: Path) -> None:
    """What is found is read after the first paint; its box must grow all the same."""
    stage = gone_to(amend(told(NOVEMBER), NOVEMBER, TODAY, "commit"), tmp_path)
    async with stage.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "! Acme: one-way street" in stage.shown()


async def test_the_step_begins_at_its_top_where_not_everything_fits(tmp_path: Path) -> None:
    rows = tuple(who(f"Prospect {at}", 5, 2, decision=Decision.LIMIT) for at in range(8))
    stage = gone_to(sitting(*rows), tmp_path)
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "╭─ I will" in stage.shown()
        assert "▌ □ Call the lab manager" in stage.shown()


async def test_what_the_session_found_is_shown_and_enter_says_what_it_rests_on() -> None:
    stage = PageStage(CommitPage, sitting())
    async with stage.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert "- Acme: one-way street" in stage.shown()
        assert "You are at 5 and Acme at 2" not in stage.shown()
        stage.page.take_place(at_finding(stage.sitting, "Acme"))
        await do(pilot, "<enter>")
        assert "You are at 5 and Acme at 2" in stage.shown()
        await do(pilot, "<enter>")
        assert "You are at 5 and Acme at 2" not in stage.shown()


async def test_at_most_six_findings_are_shown_and_the_rest_is_behind_enter() -> None:
    rows = tuple(who(f"Prospect {at}", 5, 2, hours=1.0) for at in range(8))
    stage = PageStage(CommitPage, sitting(*rows))
    async with stage.run_test(size=(97, 60)) as pilot:
        await pilot.pause()
        more = next(line for line in stage.drawn() if "more" in line and "Prospect" not in line)
        assert "Prospect 7" not in stage.shown()
        stage.page.take_place(Place("commit", "more", "found"))
        await do(pilot, "<enter>")
        assert "Prospect 7" in stage.shown()
        assert more not in stage.drawn()


async def test_a_promise_does_not_change_what_was_found_but_an_undone_rating_does() -> None:
    stage = PageStage(CommitPage, sitting())
    async with stage.run_test(size=WIDE) as pilot:
        await do(pilot, "<space>")
        assert "- Acme: one-way street" in stage.shown()
        changed = urgency.rate(stage.sitting, "Acme", "theirs", 5)
        stage.page.show(stage.sitting.at(urgency.rate(stage.sitting.at(changed), "Acme", "yours", 3)))
        await pilot.pause()
        await pilot.pause()  # the findings are read after the frame that shows the answer
        assert "one-way street" not in stage.shown()


async def test_what_letting_go_freed_and_what_changed_are_told() -> None:
    stage = PageStage(CommitPage, sitting())
    async with stage.run_test(size=WIDE) as pilot:
        await pilot.pause()
        shown = stage.shown()
    assert "What letting go cost you" in shown
    assert "You let go of Harbour in October: 7 h" in shown
    assert "Since October" in shown
    assert "Borealis" in shown
    assert "Calder +1 → 0" in shown


async def test_what_was_found_stands_at_the_left_of_what_is_asked() -> None:
    stage = PageStage(CommitPage, sitting())
    async with stage.run_test(size=WIDE) as pilot:
        await pilot.pause()
        heads = next(each for each in stage.drawn() if "What this session found" in each)
    assert heads.index("What this session found") < heads.index("And you")


@pytest.mark.parametrize("size", [NARROW, SMALL])
async def test_in_one_column_what_was_found_comes_before_what_letting_go_cost(size: tuple[int, int]) -> None:
    stage = PageStage(CommitPage, sitting())
    async with stage.run_test(size=(size[0], 60)) as pilot:
        await pilot.pause()
        shown = stage.shown()
    titles = ("I will", "And you", "What this session found", "Since October", "What letting go cost you")
    assert sorted(titles, key=shown.index) == list(titles)


async def test_at_80_columns_findings_are_seen_without_scrolling() -> None:
    stage = PageStage(CommitPage, sitting())
    async with stage.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert "Acme: one-way street" in stage.shown()
