"""Home in each of its states, what can be opened from it, and the forms and pages over any screen."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from review.history import History
from store.library import Library
from tests.tui.looks.in_the_ritual import closed
from tests.tui.looks.tour import NOVEMBER, Seen, Tour, made_up
from tests.tui.stage import Stage


def first_month() -> History:
    """One finished session: the oldest of the made-up ones."""
    whole = made_up()
    return whole.up_to(whole.sessions[0].month)


@contextmanager
def another_window(folder: Path) -> Iterator[None]:
    """A second window that has the draft open, with a process number that is always the same."""
    library = Library(folder, lambda: datetime(2026, 11, 22, 20, tzinfo=UTC))
    with library.hold_draft():
        library.folder.draft_lock.write_text("4711")
        yield


async def one_home(stage: Stage, name: str, words: str) -> AsyncIterator[Seen]:
    del stage
    yield name, words


def home(name: str, words: str, **how: object) -> Tour:
    return Tour(f"home-{name}", lambda stage: one_home(stage, f"home-{name}", words), **how)  # type: ignore[arg-type]


async def with_a_draft(stage: Stage) -> AsyncIterator[Seen]:
    await stage.press("ctrl+n", "ctrl+n", "escape")
    yield "home-draft", "is not finished."
    await stage.press("b", "2", "1")
    yield "draft-of-another-month", "Set it aside"


async def in_a_second_window(stage: Stage) -> AsyncIterator[Seen]:
    await stage.press("enter")
    yield "home-second-window", "Another window"


async def when_empty(stage: Stage) -> AsyncIterator[Seen]:
    yield "home-empty", "How this works"
    await stage.press("p")
    yield "past-empty", "Your first review will stand here"
    await stage.press("escape", "t")
    yield "trends-empty", "Trends"
    for view in range(2, 9):
        await stage.press(str(view))
        yield f"trends-empty-{view}", f"{view} "


async def from_home(stage: Stage) -> AsyncIterator[Seen]:
    await stage.press("question_mark")
    yield "help-home", "╭─ "
    await stage.press("escape", "comma")
    yield "settings", "Review day"
    await stage.press("tab")
    await stage.write("0")
    await stage.press("enter")
    yield "settings-problem", "31"
    await closed(stage)
    await stage.press("x")
    yield "export", "Write the summary to a file"
    await stage.press("escape", "b")
    yield "which-month", "Which month?"
    await stage.press("1")
    yield "how", "In full"
    await stage.press("escape", "b", "3")
    yield "another-month", "2026-08, August, last"
    await stage.write("2027-03")
    await stage.press("enter")
    yield "another-month-problem", "is still ahead"
    await closed(stage)
    await stage.press("ctrl+p")
    yield "palette", "Begin"
    await stage.write("tre")
    yield "palette-search", "Trends"


TOURS = (
    home("ahead", "November is due in 8 days.", history=made_up, crowded=True),
    home("due", "November is due.", history=made_up, today=date(2026, 12, 3)),
    home("late", "was not reviewed", history=made_up, today=date(2026, 12, 20)),
    home("finished", "Read the October review", history=made_up, today=date(2026, 10, 31)),
    home("first-month", "December", history=first_month, today=date(2024, 12, 10)),
    home("marked", "made-up data", history=made_up, marked=True),
    Tour("home-draft", with_a_draft, made_up, start=NOVEMBER, crowded=True),
    Tour("home-second-window", in_a_second_window, made_up, beside=another_window),
    Tour("home-empty", when_empty),
    Tour("from-home", from_home, made_up, crowded=True),
)
