"""Keys that come faster than the screen can follow, from quick fingers, a slow machine or a slow line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end import ritual
from tests.end_to_end.command import Open
from tests.end_to_end.ritual import Who
from tests.end_to_end.terminal import Terminal

ESCAPE_OF_ITS_OWN = b"\x1b[27u"
"""Esc as terminals with the kitty protocol send it: at once, while a bare escape waits whether more follows."""

TWO = (Who("Acme Robotics"), Who("Borealis Health"))


@pytest.fixture
def draft(home: Path) -> Callable[[], dict[str, Any]]:
    """Read the draft as it is on disk."""

    def read() -> dict[str, Any]:
        tables = json.loads((home / ".local/share/obsess-review/draft.json").read_text("utf-8"))
        found: dict[str, Any] = tables["draft"]["1"]
        return found

    return read


@pytest.fixture
def sitting(terminal: Open) -> Terminal:
    """A sitting in Urgency, with two on the list."""
    opened = terminal("begin")
    ritual.obsessions(opened, TWO)
    opened.wait_for("Who wants this more, you or they?")
    return opened


def test_the_key_for_the_next_step_does_not_overtake_the_ratings_before_it(
    sitting: Terminal, draft: Callable[[], dict[str, Any]]
) -> None:
    sitting.press("5", "2", "4", "1", "ctrl+n")
    sitting.wait_for("What is it costing, and is it real?")
    rated = [(row["yours"], row["theirs"]) for row in draft()["answers"]["obsessions"]]
    assert rated == [(5, 2), (4, 1)]


def test_a_number_typed_without_enter_is_an_answer_when_the_step_is_left(
    sitting: Terminal, draft: Callable[[], dict[str, Any]]
) -> None:
    sitting.press("ctrl+n")
    sitting.wait_for("What is it costing, and is it real?")
    sitting.press("1", "1", "ctrl+o")
    sitting.wait_for("Who wants this more, you or they?")
    assert draft()["answers"]["obsessions"][0]["hours"] == 11


def test_the_next_step_is_reached_from_a_form_with_what_is_typed_in_it(
    sitting: Terminal, draft: Callable[[], dict[str, Any]]
) -> None:
    sitting.press("v")
    sitting.wait_for("what did they do?")
    sitting.press("1")
    ritual.at(sitting, "When")
    sitting.write("yesterday")
    sitting.press("ctrl+n")
    sitting.wait_for("What is it costing, and is it real?")
    assert draft()["answers"]["obsessions"][0]["moves"][0]["kind"] == "replied"


def test_quitting_does_not_overtake_the_rating_before_it(
    sitting: Terminal, draft: Callable[[], dict[str, Any]]
) -> None:
    sitting.press("5", "2", "4", "1", "ctrl+q")
    assert sitting.wait() == 0
    rated = [(row["yours"], row["theirs"]) for row in draft()["answers"]["obsessions"]]
    assert rated == [(5, 2), (4, 1)]


def test_leaving_does_not_overtake_the_ratings_before_it(
    sitting: Terminal, draft: Callable[[], dict[str, Any]]
) -> None:
    sitting.send(b"42" + ESCAPE_OF_ITS_OWN)
    sitting.wait_for("Enter  Go on")
    assert (rated := draft()["answers"]["obsessions"][0])["yours"] == 4
    assert rated["theirs"] == 2


def test_undoing_takes_back_the_rating_just_typed_and_none_before_it(
    sitting: Terminal, draft: Callable[[], dict[str, Any]]
) -> None:
    sitting.press("4")
    sitting.watch_until_quiet()
    sitting.send(b"2\x1a")
    sitting.press("escape")
    sitting.wait_for("Enter  Go on")
    rated = draft()["answers"]["obsessions"][0]
    assert (rated["yours"], rated.get("theirs")) == (4, None)


def test_quitting_from_a_form_keeps_what_is_typed_in_it(sitting: Terminal, draft: Callable[[], dict[str, Any]]) -> None:
    sitting.press("r")
    ritual.choose(sitting, "Why", "1")
    ritual.at(sitting, "In your words")
    sitting.write("they plan in spring")
    sitting.press("ctrl+q")
    assert sitting.wait() == 0
    assert sitting.is_restored
    assert draft()["unfinished"]["texts"] == {"reason": "budget cycle", "words": "they plan in spring"}


def test_letters_in_one_burst_open_one_dialog(sitting: Terminal) -> None:
    sitting.press("v", "r", "o", "v")
    sitting.wait_for("what did they do?")
    sitting.press("escape")
    sitting.wait_for_no("what did they do?")
    sitting.press("escape")
    sitting.wait_for("Enter  Go on")


def test_two_enters_at_home_begin_one_review(terminal: Open) -> None:
    opened = terminal()
    opened.wait_for("Enter  Begin")
    opened.press("enter", "enter")
    opened.wait_for("Who can't you stop thinking about?")
    opened.press("escape")
    opened.wait_for("Enter  Begin")
    opened.press("q")
    assert opened.wait() == 0


def test_finishing_twice_in_one_burst_finishes_once(terminal: Open) -> None:
    opened = terminal("begin")
    ritual.obsessions(opened, TWO[:1])
    for question in ("Who wants", "What is it costing", "Where have you", "What will you learn"):
        opened.wait_for(question)
        opened.press("ctrl+n")
    opened.wait_for("What will you do")
    opened.press("ctrl+f", "ctrl+f")
    opened.wait_for("is done.")
    opened.press("enter")
    opened.wait_for("Enter  Read")
    opened.press("q")
    assert opened.wait() == 0


def test_answers_stay_with_the_prospect_they_were_given_for_when_the_next_one_is_opened(
    sitting: Terminal, draft: Callable[[], dict[str, Any]]
) -> None:
    sitting.press("5", "1", "5", "1", "ctrl+n")
    sitting.wait_for("What is it costing, and is it real?", "Two are worth a closer look")
    sitting.press("enter")
    sitting.wait_for("Is it real?", "1 of 2")
    sitting.press("end", "up", "up", "4", "7", "]")
    sitting.wait_for("2 of 2")
    sitting.press("ctrl+n")
    sitting.wait_for("Where have you not been looking?")
    first, second = draft()["answers"]["obsessions"]
    assert (first["decision"], first["limit"]) == ("reframe", {"hours": 7})
    assert "decision" not in second
    assert "limit" not in second


def test_enter_twice_closes_the_form_and_not_what_is_below(
    sitting: Terminal, draft: Callable[[], dict[str, Any]]
) -> None:
    sitting.press("v")
    sitting.wait_for("what did they do?")
    sitting.press("1")
    ritual.fill(sitting, "When", "yesterday")
    ritual.fill(sitting, "What", "a call")
    ritual.choose(sitting, "Had you asked?", "1")
    sitting.press("enter", "enter", "enter")
    ritual.closed(sitting)
    sitting.wait_for("a call")
    sitting.watch_until_quiet()
    assert "Who wants this more" in sitting.text
    assert len(draft()["answers"]["obsessions"][0]["moves"]) == 1


def test_words_typed_with_the_key_that_opens_a_form_stand_in_the_form(terminal: Open) -> None:
    opened = terminal("begin")
    opened.wait_for("Who can't you stop thinking about?")
    opened.write("aAcme Robotics")
    opened.wait_for("Who is it?", "Acme Robotics")


def test_a_digit_typed_with_the_key_that_opens_a_choice_is_a_choice_and_no_rating(
    sitting: Terminal, draft: Callable[[], dict[str, Any]]
) -> None:
    sitting.press("v", "1")
    sitting.wait_for("Had you asked?")
    assert "yours" not in draft()["answers"]["obsessions"][0]


def test_a_note_opened_written_and_closed_in_one_burst_is_kept_whole(
    sitting: Terminal, draft: Callable[[], dict[str, Any]]
) -> None:
    sitting.send(b"oThey can wait, and so can I." + ESCAPE_OF_ITS_OWN)
    sitting.wait_until(lambda: bool(draft()["answers"]["obsessions"][0].get("note")), "the note was not kept")
    assert draft()["answers"]["obsessions"][0]["note"] == "They can wait, and so can I."


def test_a_click_beside_a_note_does_not_overtake_what_was_typed_before_it(
    sitting: Terminal, draft: Callable[[], dict[str, Any]]
) -> None:
    sitting.press("o")
    sitting.wait_for("keep and close")
    sitting.send(b"They can wait, and so can I." + b"\x1b[<0;3;2M\x1b[<0;3;2m")
    sitting.wait_until(lambda: bool(draft()["answers"]["obsessions"][0].get("note")), "the note was not kept")
    assert draft()["answers"]["obsessions"][0]["note"] == "They can wait, and so can I."


def test_words_typed_with_the_key_that_searches_past_sessions_are_searched(terminal: Open) -> None:
    opened = terminal("demo")
    opened.wait_for("Twelve months")
    opened.press("p")
    opened.wait_for("sessions", "/ search")
    opened.write("/hartmann")
    opened.wait_for("to what is found", " hartmann")
