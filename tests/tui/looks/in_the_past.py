"""Past sessions, the trends and a prospect's story, with all that can be opened there."""

from __future__ import annotations

from collections.abc import AsyncIterator

from review.trends.views import VIEWS
from tests.tui.looks.tour import Seen, Tour, made_up
from tests.tui.stage import Stage


async def past(stage: Stage) -> AsyncIterator[Seen]:
    await stage.press("p")
    yield "past", "October 2026"
    await stage.press("question_mark")
    yield "help-past", "╭─ "
    await stage.press("escape", "enter")
    yield "summary", "October 2026, summary"
    await stage.press("question_mark")
    yield "help-summary", "╭─ "
    await stage.press("escape", "end")
    yield "summary-end", "100 %"
    await stage.press("escape", "slash")
    await stage.write("har")
    yield "past-search", "har"
    await stage.write("zzz")
    yield "past-nothing-found", "No session has these words"
    await stage.press("escape", "escape", "c")
    yield "past-marked", "◆"
    await stage.press("down", "down", "c")
    yield "compare", "unpaid hours"
    await stage.press("question_mark")
    yield "help-compare", "╭─ "
    await stage.press("escape", "escape", "x")
    yield "past-export", "Write the summary"
    await stage.press("escape", "d")
    yield "delete-asked", "Delete the"
    await stage.press("y", "u")
    yield "put-back-which", "Put back which?"


async def amended(stage: Stage) -> AsyncIterator[Seen]:
    await stage.press("p", "e")
    yield "amending", "October 2026"
    await stage.press("ctrl+n", "ctrl+n", "1", "1", *(["ctrl+n"] * 4), "ctrl+f")
    yield "why-amended", "What is being corrected?"
    await stage.press("enter")
    yield "ending-amended", "is corrected."
    await stage.press("enter", "p", "v")
    yield "versions", "as first finished"


async def trends(stage: Stage) -> AsyncIterator[Seen]:
    await stage.press("t")
    for at, view in enumerate(VIEWS, 1):
        await stage.press(str(at))
        name = view.name.lower().replace(" ", "-")
        yield f"trends-{name}", view.name
        await stage.press("r")
        yield f"trends-{name}-24", "24"
        await stage.press("r", "r")
    await stage.press("question_mark")
    yield "help-trends", "╭─ "
    await stage.press("escape", "end", "enter")
    yield "cases", ""


async def story(stage: Stage) -> AsyncIterator[Seen]:
    await stage.press("t", "enter")
    yield "story", ""
    await stage.press("question_mark")
    yield "help-story", "╭─ "
    await stage.press("escape", "end")
    yield "story-end", ""


TOURS = (
    Tour("past", past, made_up, crowded=True),
    Tour("amended", amended, made_up),
    Tour("trends", trends, made_up, crowded=True),
    Tour("story", story, made_up, crowded=True),
)
