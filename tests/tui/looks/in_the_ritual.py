"""The seven steps as they are begun and as they are answered, every form and dialog in them, and the ending."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.tui.looks.tour import NOVEMBER, Seen, Tour, made_up
from tests.tui.stage import Stage

MOST_ESCAPES = 4
"""A list of suggestions, the field, the form: no more than these stand between a form and the page."""


async def opened(stage: Stage, name: str, words: str, *keys: str) -> AsyncIterator[Seen]:
    """Open something, look, and close it without a trace."""
    await stage.press(*keys)
    yield name, words
    await closed(stage)


async def closed(stage: Stage) -> None:
    """Leave what is open over the page, however often Esc has to be pressed for it."""
    for _ in range(MOST_ESCAPES):
        if not stage.app.screen.is_modal:
            return
        await stage.press("escape")
    pytest.fail(f"{stage.app.screen} does not close")


async def first_session(stage: Stage) -> AsyncIterator[Seen]:
    yield "first-obsessions", "Who can't you stop thinking about?"
    await stage.press("a")
    yield "add-a-name", "Who is it?"
    await stage.write("Acme")
    await stage.press("enter")
    await stage.write("medical")
    await stage.press("enter", "enter", "enter")
    yield "add-another", "Who else?"
    await closed(stage)
    yield "first-obsessions-named", "Acme"
    await stage.press("ctrl+n")
    yield "first-urgency", "Who wants this more"
    await stage.press("4", "2", "ctrl+n")
    yield "first-reality", "What is it costing"
    await stage.press("ctrl+n")
    yield "first-segments", "Where have you not"
    await stage.press("ctrl+n")
    yield "first-learning", "What will you learn?"
    await stage.press("ctrl+n")
    yield "first-commit", "What will you do"
    await stage.press("ctrl+f")
    yield "first-ending", "is done."


async def nobody_yet(stage: Stage) -> AsyncIterator[Seen]:
    for name in ("urgency", "reality", "segments", "learning", "commit"):
        await stage.press("ctrl+n")
        yield f"nobody-{name}", ""


async def look_back(stage: Stage) -> AsyncIterator[Seen]:
    yield "look-back", "What did you say you would do?"
    async for each in opened(stage, "help-look-back", "╭─ ", "question_mark"):
        yield each
    async for each in opened(stage, "rule-answers", "no longer true", "enter"):
        yield each
    async for each in opened(stage, "rule-new-date", "by when instead?", "3"):
        yield each
    await stage.press("1", "1", "2", "3", "1")
    yield "look-back-answered", "answered"
    async for each in opened(stage, "look-back-note", "keep and close", "home", "o"):
        yield each
    async for each in opened(stage, "client-unheard", "They count as a client", "end", "8"):
        yield each


async def obsessions(stage: Stage) -> AsyncIterator[Seen]:
    await stage.press("ctrl+n")
    yield "obsessions", "Who can't you stop thinking about?"
    for name, words, key in (
        ("help-obsessions", "╭─ ", "question_mark"),
        ("edit-a-name", "Under contract", "e"),
        ("how-did-it-end", "how did it end?", "d"),
        ("merge-with", "is the same as", "m"),
        ("note", "keep and close", "o"),
    ):
        async for each in opened(stage, name, words, key):
            yield each
    await stage.press("m", "1")
    yield "merge-asked", "keep both"
    await stage.press("n", "m")
    await stage.press("5")
    yield "merge-with-known", "is the same as"
    await closed(stage)
    await stage.press("a")
    await stage.write("W")
    yield "suggestions", "takes a suggestion"
    await stage.press("down")
    yield "suggestion-picked", "Enter takes it"
    await stage.press("escape")
    await stage.press("escape")
    yield "left-with-words", "W"
    await closed(stage)
    await stage.press("home", "c", "home", "d", "3", "enter", "enter")
    yield "obsessions-parked-and-ended", "parked"


async def urgency(stage: Stage) -> AsyncIterator[Seen]:
    await stage.press("ctrl+n", "ctrl+n")
    yield "urgency", "Who wants this more"
    await stage.press("right")
    yield "urgency-theirs", "they"
    for name, words, key in (
        ("help-urgency", "╭─ ", "question_mark"),
        ("what-did-they-do", "what did they do?", "v"),
        ("reason", "less of a hurry", "r"),
    ):
        async for each in opened(stage, name, words, key):
            yield each
    async for each in opened(stage, "a-move", "Had you asked?", "v", "1"):
        yield each
    async for each in opened(stage, "a-dated-move", "The day", "v", "6"):
        yield each
    await stage.press("left", "5", "2", "4", "4", "3", "0", "2", "4", "5", "1")
    yield "urgency-answered", "one-way street"
    await stage.press("home", "left")
    yield "urgency-yours", "You said"


async def rated(stage: Stage) -> None:
    """Answer Urgency, and come to Reality."""
    await stage.press("ctrl+n", "ctrl+n", "5", "2", "4", "4", "3", "0", "2", "4", "5", "1", "ctrl+n")


async def reality(stage: Stage) -> AsyncIterator[Seen]:
    await rated(stage)
    yield "reality", "What is it costing"
    async for each in opened(stage, "help-reality", "╭─ ", "f1"):
        yield each
    await stage.press("1", "1")
    yield "reality-typing", "11"
    await stage.press("tab", "4")
    await stage.press("2", "tab", "2", "6", "tab", "tab", "5", "0", "0", "enter")
    await stage.press("home")
    yield "reality-answered", "of five"


async def closer(stage: Stage) -> AsyncIterator[Seen]:
    await rated(stage)
    await stage.press("1", "1", "tab", "4", "home", "enter")
    yield "closer-look", "Is it real?"
    async for each in opened(stage, "help-closer", "╭─ ", "f1"):
        yield each
    for name, words, key in (
        ("gave", "what did you give", "g"),
        ("closer-move", "what did they do?", "v"),
        ("claim", "what did they tell you?", "w"),
        ("decision", "so?", "d"),
        ("closer-note", "keep and close", "o"),
    ):
        async for each in opened(stage, name, words, key):
            yield each
    await stage.press("home")
    for at in range(30):
        before = stage.app.focused.current if stage.app.focused else None  # type: ignore[attr-defined]
        await stage.press("enter")
        if stage.app.screen.is_modal:
            yield f"closer-row-{at}", ""
            await stage.press("escape")
        await stage.press("down")
        if stage.app.focused is not None and stage.app.focused.current == before:  # type: ignore[attr-defined]
            break
    yield "closer-look-end", ""


async def segments(stage: Stage) -> AsyncIterator[Seen]:
    await stage.press("ctrl+n", "ctrl+n", "ctrl+n", "ctrl+n")
    yield "segments", "Where have you not"
    for name, words, key in (
        ("help-segments", "╭─ ", "question_mark"),
        ("who-and-what", "Offered to you in Commit", "enter"),
        ("add-a-segment", "Which part of the market?", "a"),
        ("rename-a-segment", "makes the two one", "e"),
        ("rest-a-segment", "does not count as neglected", "c"),
    ):
        async for each in opened(stage, name, words, key):
            yield each
    await stage.press("5", "2", "3", "1", "0", "3", "4", "3", "5", "1", "2", "2")
    yield "segments-answered", "neglected"


async def learning(stage: Stage) -> AsyncIterator[Seen]:
    await stage.press(*(["ctrl+n"] * 5))
    yield "learning", "What will you learn?"
    for name, words, key in (
        ("help-learning", "╭─ ", "question_mark"),
        ("edit-a-goal", "Done when", "e"),
        ("finish-carry-or-drop", "carry on", "d"),
        ("add-a-goal", "Something for yourself", "a"),
    ):
        async for each in opened(stage, name, words, key):
            yield each
    await stage.press("right", "d", "1", "down", "d", "3")
    yield "learning-ended", "finished"


async def commit(stage: Stage) -> AsyncIterator[Seen]:
    await rated(stage)
    await stage.press("1", "1", "tab", "4", "ctrl+n")
    await stage.press("5", "1", "ctrl+n", "ctrl+n")
    yield "commit", "What will you do"
    async for each in opened(stage, "help-commit", "╭─ ", "question_mark"):
        yield each
    async for each in opened(stage, "a-promise", "always", "a"):
        yield each
    async for each in opened(stage, "a-promise-to-edit", "always", "e"):
        yield each
    await stage.press("space", *(["down"] * 20), "home")
    while stage.app.focused is None or stage.app.focused.id != "you":
        await stage.press("up")
    await stage.press("home", "4", "enter")
    yield "line-to-yourself", "To yourself"
    await stage.write("They can wait")
    await stage.press("enter")
    yield "commit-answered", "1 of 3"
    await stage.press("down", "down", "enter")
    yield "commit-finding-opened", ""
    await stage.press("s")
    yield "summary-so-far", "the summary so far"
    await stage.press("escape", "ctrl+f")
    yield "ending", "is done."
    async for each in opened(stage, "ending-export", "Write the summary", "x"):
        yield each
    await stage.press("s")
    yield "summary-of-this", "November 2026, summary"


async def quick(stage: Stage) -> AsyncIterator[Seen]:
    await stage.press("b", "1", "2")
    yield "quick-first", "step 1 of"
    for at in range(2, 7):
        await stage.press("ctrl+n")
        yield f"quick-{at}", ""


TOURS = (
    Tour("first-session", first_session, start=NOVEMBER),
    Tour("nobody-yet", nobody_yet, start=NOVEMBER),
    Tour("look-back", look_back, made_up, start=NOVEMBER, crowded=True),
    Tour("obsessions", obsessions, made_up, start=NOVEMBER, crowded=True),
    Tour("urgency", urgency, made_up, start=NOVEMBER, crowded=True),
    Tour("reality", reality, made_up, start=NOVEMBER, crowded=True),
    Tour("closer", closer, made_up, start=NOVEMBER, crowded=True),
    Tour("segments", segments, made_up, start=NOVEMBER, crowded=True),
    Tour("learning", learning, made_up, start=NOVEMBER, crowded=True),
    Tour("commit", commit, made_up, start=NOVEMBER, crowded=True),
    Tour("quick", quick, made_up),
)
