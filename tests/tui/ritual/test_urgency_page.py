"""Urgency on screen: what stands beside the row at hand."""

import datetime

import pytest
from msgspec import structs

from review.month import Month
from review.records import MoveKind
from review.ritual.sitting import begin
from tests.review.telling import month, moved, told, who
from tests.tui.ritual.page_stage import PageStage
from tui.ritual.urgency import UrgencyPage

TODAY = datetime.date(2026, 11, 22)


@pytest.mark.parametrize("width", [120, 97, 60, 50])
async def test_the_age_of_their_last_move_comes_first_and_no_sign_is_left_at_a_lines_end(width: int) -> None:
    move = structs.replace(moved("2026-10-20", MoveKind.HOMEWORK), what="sent samples, and a plan of the lab")
    history = told(month("2026-10", who("Acme", 4, 4, moves=(move,))))
    stage = PageStage(UrgencyPage, begin(history, Month("2026-11"), TODAY, "urgency"))
    async with stage.run_test(size=(width, 37)) as pilot:
        await pilot.pause()
        drawn = [text.strip(" │") for text in stage.drawn()]
    at = next(at for at, text in enumerate(drawn) if "Their last move" in text)
    assert "33 days ago: 20 October, sent samples" in " ".join(" ".join(drawn[at:]).split())
    assert not [text for text in drawn[at:] if text.endswith("·")]


async def test_in_little_room_a_label_stands_over_what_it_says() -> None:
    """A narrow column of values beside blanks would take three lines where one does."""
    move = structs.replace(moved("2026-10-20", MoveKind.HOMEWORK), what="sent samples, and a plan of the lab")
    history = told(month("2026-10", who("Acme", 4, 4, moves=(move,))))
    stage = PageStage(UrgencyPage, begin(history, Month("2026-11"), TODAY, "urgency"))
    async with stage.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        drawn = [text.strip(" │") for text in stage.drawn()]
    at = drawn.index("Their last move")
    assert drawn[at + 1].startswith("33 days ago: 20 October, sent samples, and a")
    assert "A reason that may be valid   r gives one" in drawn
