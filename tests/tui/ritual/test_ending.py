"""The end of a sitting: what it came to, and where one goes from there."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from review import month as months
from review.history import History
from review.month import Month
from review.records import Commitment, How, Session, Version
from tests.review.telling import month, told, who
from tests.tui.summary.reading_stage import ReadingStage, desk
from tests.tui.widgets.stage import HOSTILE, HOSTILE_START
from tui.ritual.ending import EndingScreen

OCTOBER = month("2026-10", who("Acme", 5, 2, hours=9.0), who("Calder", 4, 3))
PROMISES = (
    Commitment("c1", "Call the lab manager at Northfield", by=datetime.date(2026, 12, 10)),
    Commitment("c2", "No drawing without an order", always=True),
    Commitment("c3", "Rest"),
)


def november(**answers: Any) -> Session:
    rows = (who("Acme", 5, 1, hours=6.0, ended=How.PARTED), who("Calder", 3, 3, hours=2.0), who("Borealis", 2, 3))
    return month("2026-11", *rows, on="2026-12-01", **answers)


def ending(
    tmp_path: Path,
    session: Session,
    *before: Session,
    today: datetime.date = datetime.date(2026, 12, 2),
    **settings: Any,
) -> ReadingStage:
    return ReadingStage(EndingScreen(told(*before, session), session, desk(tmp_path / "data", today, **settings)))


def words(stage: ReadingStage) -> str:
    """What stands there, as one text."""
    return " ".join(stage.shown().split())


async def test_it_says_what_is_done_what_changed_what_is_let_go_of_and_what_is_promised(tmp_path: Path) -> None:
    session = november(commitments=PROMISES, line="They can wait a day. So can I.")
    timed = structs.replace(session, versions=(structs.replace(session.newest, seconds=660.0),))
    stage = ending(tmp_path, timed, OCTOBER)
    async with stage.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        shown = words(stage)
    for sentence in (
        "✓ November 2026 is done. 11 minutes",
        "Since October",
        "came Borealis",
        "went Acme, you parted",
        "closer Calder +1 → 0",
        "This time you let go of Acme: 6 h a month are yours again.",
        "· Call the lab manager at Northfield by 10 Dec",
        "· No drawing without an order until the next review",
        "· Rest",
        "They can wait a day. So can I.",
    ):
        assert sentence in shown


async def test_a_first_session_ends_without_a_comparison(tmp_path: Path) -> None:
    stage = ending(tmp_path, month("2026-11", who("Acme", 4, 2)))
    async with stage.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "November 2026 is done." in stage.shown()
        assert "Since" not in stage.shown()
        assert "What you freed yourself from" not in stage.shown()
        assert "Nothing this time. That is an answer too." in stage.shown()


@pytest.mark.parametrize(
    ("today", "review_day", "due"),
    [
        ("2026-12-02", 31, "The next review, December, is due on Thursday 31 December 2026."),
        ("2026-12-02", 20, "The next review, December, is due on Sunday 20 December 2026."),
        ("2026-12-25", 20, "The next review, December, is due now."),
        ("2026-11-30", 31, "The next review, December, is due on Thursday 31 December 2026."),
    ],
)
async def test_the_next_review_follows_the_review_day(tmp_path: Path, today: str, review_day: int, due: str) -> None:
    day = datetime.date.fromisoformat(today)
    stage = ending(tmp_path, november(), OCTOBER, today=day, review_day=review_day)
    async with stage.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert due in words(stage)


async def test_an_amendment_ends_as_one(tmp_path: Path) -> None:
    session = november()
    corrected = Version(
        months.midnight(datetime.date(2026, 12, 5)), session.on, session.answers, why="A slip", seconds=660
    )
    stage = ending(tmp_path, Session(session.month, (*session.versions, corrected)), OCTOBER)
    async with stage.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "November 2026 is corrected." in stage.shown()
        assert "minutes" not in stage.shown()


@pytest.mark.parametrize("key", ["enter", "escape", "q"])
async def test_enter_goes_home(tmp_path: Path, key: str) -> None:
    stage = ending(tmp_path, november())
    async with stage.run_test(size=(120, 40)) as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert stage.closed


async def test_s_reads_the_summary_and_comes_back(tmp_path: Path) -> None:
    stage = ending(tmp_path, november())
    async with stage.run_test(size=(120, 40)) as pilot:
        await pilot.press("s")
        await pilot.pause()
        assert type(stage.screen).__name__ == "SummaryScreen"
        await pilot.press("escape")
        await pilot.pause()
        assert type(stage.screen).__name__ == "EndingScreen"


async def test_x_keeps_the_summary_as_a_file_and_says_where(tmp_path: Path, home: Path) -> None:
    stage = ending(tmp_path, november())
    async with stage.run_test(size=(120, 40)) as pilot:
        await pilot.press("x")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert f"Written to {home / 'obsess-review-2026-11.md'}."[:60] in words(stage)
    assert (home / "obsess-review-2026-11.md").read_text("utf-8").startswith("---\nmonth:")


async def test_the_words_below_can_be_clicked(tmp_path: Path) -> None:
    stage = ending(tmp_path, november())
    async with stage.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        line = next(each for each in stage.drawn() if "read the summary" in each)
        await pilot.click(offset=(line.index("read the"), stage.drawn().index(line)))
        await pilot.pause()
        assert type(stage.screen).__name__ == "SummaryScreen"
        await pilot.press("escape")
        await pilot.pause()
        await pilot.click(
            offset=(line.index("Home"), next(at for at, each in enumerate(stage.drawn()) if "Home" in each))
        )
        await pilot.pause()
        assert stage.closed


@pytest.mark.parametrize("size", [(160, 50), (120, 40), (80, 24), (60, 20)])
async def test_all_of_it_can_be_reached_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    stage = ending(tmp_path, november(commitments=PROMISES, line="Wait."), OCTOBER)
    async with stage.run_test(size=size) as pilot:
        await pilot.pause()
        first = words(stage)
        await pilot.press(*["down"] * 20)
        await pilot.pause()
        assert "November 2026 is done." in first
        assert "keep it as a file" in words(stage)
        assert all(len(line) <= size[0] for line in stage.drawn())


async def test_later_sessions_say_nothing_here(tmp_path: Path) -> None:
    """A month reviewed late ends with what was known by then."""
    session = november()
    later = month("2026-12", who("Calder", ended=How.PARTED), who("Acme"))
    history: History = told(OCTOBER, session, later)
    stage = ReadingStage(EndingScreen(history, session, desk(tmp_path, datetime.date(2027, 1, 2))))
    async with stage.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "You let go of Acme" in words(stage)
        assert "let go of two" not in words(stage)
    assert history.session(Month("2026-11")) is session


async def test_names_and_words_are_shown_as_they_are_and_never_act(tmp_path: Path) -> None:
    rows = (who(HOSTILE, 5, 1, hours=3.0, ended=How.PARTED), who("Calder"))
    session = month("2026-11", *rows, commitments=(Commitment("c", HOSTILE),), line=HOSTILE)
    stage = ending(tmp_path, session, month("2026-10", who(HOSTILE, 5, 2)))
    async with stage.run_test(size=(160, 50)) as pilot:
        await pilot.pause()
        assert stage.shown().count(HOSTILE_START) >= 3
        assert stage.acts() == []
