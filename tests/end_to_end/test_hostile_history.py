"""Six months, and a draft, in which every stored word tries to act on the terminal: none does, wherever it is shown."""

import typing
from pathlib import Path

import msgspec
import pytest

from review import records
from review.month import Month
from tests.end_to_end import finished, hostile
from tests.end_to_end.command import Open
from tests.end_to_end.hostile import FREE, PLACES, TEXTS
from tests.end_to_end.terminal import Terminal
from tests.end_to_end.typist import THOROUGH

TURNS = len(TEXTS) if THOROUGH else 1
"""In as many turns as there are texts, each text stands once in each field."""
OCTOBER = Month("2026-10")
TODAY = "2026-10-31"
NO_WORDS = {
    *("id", "merged_into", "prospect", "segment", "goal", "commitment", "rule", "about", "by_move", "unheard"),
    *("step", "field", "form", "also", "done", "mode"),
}
"""Fields of text in which nobody's words stand: ids, and names of steps and fields."""

QUIET = 0.06
"""Seconds without output after which a screen is taken to be drawn; nothing hangs on it but how much is looked at."""

STEPS = (
    ("What did you say you would do?", ("enter", "o")),
    ("Who can't you stop thinking about?", ("e", "d", "m", "o")),
    ("Who wants this more", ("v", "r", "o", "f1")),
    ("What is it costing", ("v", "enter pagedown pagedown")),
    ("Where have you not", ("enter", "e", "c")),
    ("What will you learn?", ("up e", "d")),
    ("What will you do, and", ("s pagedown pagedown end",)),
)
"""Every step, and the keys that open something over it."""

SCROLLING = ("down", "pagedown", "end")
"""Keys that change nothing where all is seen."""

PRINTING = (
    *("list", "list --json", "status", "status --json", "show last", "show last --json"),
    *("trends", "trends --json", "findings", "findings --json", "export", "export --all"),
    *("check", "check --json", "restore", "restore newest", "restore copies", "paths"),
)


@pytest.fixture(params=range(TURNS))
def turn(request: pytest.FixtureRequest, data: Path) -> int:
    """Six months in which every text is hostile, in another order each turn."""
    number: int = request.param
    finished.library(data).fill(hostile.history(number))
    return number


def nothing_acts(opened: Terminal) -> None:
    """Check that nothing of a stored text that would act has reached the terminal so far."""
    opened.watch_until_quiet(QUIET)
    assert hostile.acting(bytes(opened.raw)) == []


def pressed(opened: Terminal, key: str) -> None:
    """Press a key, and see what it does."""
    before = opened.text
    opened.press(key)
    opened.wait_until(lambda: opened.text != before, f"{key} does nothing")
    nothing_acts(opened)


def looked_at(opened: Terminal, keys: str) -> None:
    """Open something, look it through, and close it again."""
    for key in keys.split():
        if key in SCROLLING:
            opened.press(key)
            nothing_acts(opened)
        else:
            pressed(opened, key)
    pressed(opened, "escape")


def test_the_words_of_every_field_are_hostile_ones() -> None:
    kinds = [kind for kind in vars(records).values() if isinstance(kind, type) and issubclass(kind, msgspec.Struct)]
    texts = {
        (kind.__name__, field.name)
        for kind in kinds
        for field in msgspec.structs.fields(kind)
        if str in (field.type, *typing.get_args(field.type)) and field.name not in NO_WORDS
    }
    assert texts == set(PLACES)
    assert len(TEXTS) >= 50
    told = hostile.history()
    stored = msgspec.json.encode((told.sessions, told.prospects, told.segments, told.goals, hostile.draft(OCTOBER)))
    assert all(f'"{field}":'.encode() in stored for fields in FREE.values() for field in fields)


def test_at_home_in_past_sessions_and_in_trends(terminal: Open, turn: int) -> None:
    opened = terminal(columns=110, lines=40, OBSESS_REVIEW_TODAY=TODAY, ESCDELAY="20")
    opened.wait_for("Enter  Begin")
    nothing_acts(opened)
    opened.press("p")
    opened.wait_for("searches all you ever wrote")
    looked_at(opened, "enter pagedown pagedown end")
    looked_at(opened, "c down c pagedown end")
    looked_at(opened, "f1")
    opened.press("escape")
    opened.wait_for("Enter  Begin")
    opened.press("t")
    opened.wait_for("Trends")
    nothing_acts(opened)
    for view in "2345678":
        pressed(opened, view)
    looked_at(opened, "1 enter pagedown end")  # the story of the first
    opened.press("ctrl+q")
    assert opened.wait() == 0
    nothing_acts(opened)


@pytest.mark.timeout(120)
def test_in_every_step_of_the_ritual_with_every_question_answered(terminal: Open, data: Path, turn: int) -> None:
    finished.library(data).save_draft(hostile.draft(OCTOBER, turn))
    opened = terminal("begin", columns=110, lines=40, OBSESS_REVIEW_TODAY=TODAY, ESCDELAY="20")
    opened.wait_for("keep and close")  # the note that was left open
    nothing_acts(opened)
    opened.press("escape")
    opened.wait_for_no("keep and close")
    for question in ("Who can't you stop thinking about?", "What did you say you would do?"):
        opened.press("ctrl+o")
        opened.wait_for(question)
    for question, opening in STEPS:
        opened.wait_for(question)
        for keys in opening:
            looked_at(opened, keys)
            opened.wait_for(question)
        opened.press("ctrl+f" if question == STEPS[-1][0] else "ctrl+n")
    opened.wait_for(" is done.")
    nothing_acts(opened)
    opened.press("ctrl+q")
    assert opened.wait() == 0
    nothing_acts(opened)


def test_in_what_is_printed(terminal: Open, data: Path, turn: int) -> None:
    finished.library(data).save_draft(hostile.draft(OCTOBER, turn))
    history = data / "history.json"
    history.write_bytes(history.read_bytes().replace(b"7777", b"77777"))
    for command in PRINTING:
        opened = terminal(*command.split(), OBSESS_REVIEW_TODAY=TODAY)
        opened.look_away()
        if command.startswith("restore "):
            opened.write("n\r")
        assert opened.wait() in {0, 1}
        nothing_acts(opened)
        assert len(opened.raw) > 20
