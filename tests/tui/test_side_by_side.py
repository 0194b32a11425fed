"""Two sessions side by side, as they are drawn at any width and read on a screen."""

from pathlib import Path

import pytest

from review.compare import compared
from review.month import Month
from review.records import How
from tests.review.telling import month, segment, told, who
from tests.tui.stage import staged
from tui.past.compare import CompareScreen
from tui.past.side_by_side import drawn
from tui.safe_text import cells

EARLIER = month(
    "2026-09",
    who("Acme", 5, 3, hours=9.0),
    who("Borealis", 3, 3, hours=2.0),
    who("Calder", 4, "unknown", hours="unknown"),
    who("Vance", 4, 2, hours=8.0),
    who("Elm", 3, 3, hours=0.0),
    segments=(segment("Labs", 4, 1),),
    conviction=2,
)
BETWEEN = month("2026-10", *map(who, ("Acme", "Borealis", "Calder", "Passing", "Elm")), who("Vance", ended=How.PARTED))
LATER = month(
    "2026-11",
    who("Acme", 4, 3, hours=4.5),
    who("Borealis", 3, 3, hours=2.0),
    who("Calder", 5, 2),
    who("Delphi", 4, 2, hours=3.0),
    who("Elm", 3, 3, hours=0.0),
    segments=(segment("Labs", 4, 3),),
    conviction=4,
)
HISTORY = told(EARLIER, BETWEEN, LATER)


def lines(width: int) -> list[str]:
    found = compared(HISTORY, Month("2026-09"), Month("2026-11"))
    return [each.plain.rstrip() for each in drawn(found, width)]


def test_it_says_what_rose_and_fell_who_came_and_who_went() -> None:
    text = "\n".join(lines(80))
    for words in (
        "unpaid hours",
        "down is good",
        "up is good",
        "Acme           5 → 4  3      +2 → +1  9 → 4.5 h  closer",
        "Borealis       3      3      0        2 h",
        "Calder         4 → 5  ? → 2  – → +3   ? → –",
        "Delphi  in November 2026: you 4, they 2, gap +2, 3 h",
        "Vance  you parted in October 2026; before: you 4, they 2, gap +2, 8 h",
        "Passing  came in October 2026, last seen in the same session",
        "Labs                            1 → 3",
        "Unpaid hours leave out what is not known: one in September 2026.",
    ):
        assert words in text, f"{words!r} is not in\n{text}"


@pytest.mark.parametrize("width", [54, 72, 114])
def test_every_line_fits_and_the_directions_are_said(width: int) -> None:
    text = lines(width)
    assert max(map(cells, text)) <= width
    assert "down is good" in " ".join(text)
    assert "▼ 9.5 h" in " ".join(text)


def test_in_a_narrow_window_names_are_whole_before_closer_and_wider_are_said() -> None:
    told_ = compared(
        told(
            month("2026-09", who("Acme Robotics Ltd", 5, 3, hours=10.5)),
            month("2026-10", who("Acme Robotics Ltd", 4, 3, hours=12.0)),
        ),
        Month("2026-09"),
        Month("2026-10"),
    )
    assert any("Acme Robotics Ltd  5 → 4" in each.plain for each in drawn(told_, 54))
    assert not any("closer" in each.plain for each in drawn(told_, 54))
    assert any("closer" in each.plain for each in drawn(told_, 74))


def test_what_cannot_be_compared_says_so() -> None:
    [only] = drawn(None, 60)
    assert only.plain == "One of these months has no finished session."


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_it_opens_scrolls_and_closes_at_any_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async with staged(tmp_path, made_up=True, size=size) as stage:
        await stage.press("p", "c", "down", "down", "down", "c")
        assert stage.shows(CompareScreen)
        assert "July and October 2026" in stage.text
        assert "average gap" in stage.text
        await stage.press("end", "pagedown", "pagedown", "pagedown", "down")
        assert "Segments that moved" in stage.text
        await stage.press("question_mark")
        assert "Two sessions side by side" in stage.text
        await stage.press("escape", "escape")
        assert not stage.shows(CompareScreen)
