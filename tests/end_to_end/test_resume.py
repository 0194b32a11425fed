"""Leaving costs nothing: the draft opens where it was left, half-typed words included."""

from pathlib import Path

import pytest

from tests.end_to_end import finished, ritual
from tests.end_to_end.command import Open
from tests.end_to_end.terminal import Terminal

OCTOBER = "2026-10-31"
QUESTIONS = (
    "What did you say you would do?",
    "Who can't you stop thinking about?",
    "Who wants this more, you or they?",
    "What is it costing, and is it real?",
    "Where have you not been looking?",
    "What will you learn?",
    "What will you do, and what will you stop doing?",
)
URGENCY, REALITY, SEGMENTS, LEARNING, COMMIT = range(2, 7)


@pytest.fixture(autouse=True)
def six_sessions(data: Path) -> None:
    finished.filled(data)


def at_step(terminal: Open, step: int) -> Terminal:
    """Begin October, and go to a step."""
    opened = terminal("begin", columns=120, lines=40, OBSESS_REVIEW_TODAY=OCTOBER)
    for question in QUESTIONS[:step]:
        opened.wait_for(question)
        opened.press("ctrl+n")
    opened.wait_for(QUESTIONS[step])
    return opened


def left(opened: Terminal) -> None:
    """Leave for home, and for good."""
    opened.press("escape")
    opened.wait_for("Enter  Go on with October")
    opened.press("q")
    assert opened.wait() == 0


def again(terminal: Open) -> Terminal:
    """Open it again from home."""
    opened = terminal(columns=120, lines=40, OBSESS_REVIEW_TODAY=OCTOBER)
    opened.wait_for("Enter  Go on with October")
    opened.press("enter")
    return opened


def test_the_row_and_the_side_of_a_scale(terminal: Open) -> None:
    opened = at_step(terminal, URGENCY)
    opened.press("3", "3", "down", "4")
    opened.wait_for("Calder Rail · they")
    left(opened)
    back = again(terminal)
    back.wait_for(QUESTIONS[URGENCY], "Calder Rail · they")
    back.press("2")
    back.wait_for("+2 one-way street")


def test_the_row_of_a_closer_look(terminal: Open) -> None:
    opened = at_step(terminal, REALITY)
    opened.wait_for("▌ Acme Robotics")
    opened.press("down", "down", "enter")
    opened.wait_for("Is it real?", "Calder Rail")
    opened.press("end", "up", "up", "up")
    opened.wait_for("▌ │  Nobody behind it")
    opened.press("ctrl+q")
    assert opened.wait() == 0
    back = again(terminal)
    back.wait_for("Is it real?", "Calder Rail", "▌ │  Nobody behind it")
    back.press("3", "4")
    back.wait_for("Reframe: offer something smaller")


def test_a_number_half_typed_in_its_cell(terminal: Open) -> None:
    opened = at_step(terminal, REALITY)
    opened.wait_for("▌ Acme Robotics")
    opened.press("down", "1", "2", ".")
    opened.wait_for("12.▏")
    opened.press("ctrl+q")
    assert opened.wait() == 0
    back = again(terminal)
    back.wait_for("12.▏")
    back.press("5", "enter")
    back.wait_for("12.5 h")


def test_a_form_with_its_words_choices_and_cursor(terminal: Open) -> None:
    opened = at_step(terminal, URGENCY)
    opened.press("down", "v")
    opened.wait_for("what did they do?")
    opened.press("4")
    ritual.fill(opened, "When", "20 oct")
    ritual.at(opened, "What")
    opened.write("sent their floor pl")
    opened.wait_for("floor pl")
    opened.press("ctrl+q")
    assert opened.wait() == 0
    back = again(terminal)
    back.wait_for("Borealis Health did homework", "20 oct", "▌ What", "sent their floor pl")
    back.write("an")
    back.press("enter")
    ritual.choose(back, "Had you asked?", "1")
    back.press("enter")
    ritual.closed(back)
    back.wait_for("20 October, sent their floor plan")


def test_a_name_that_is_being_added(terminal: Open) -> None:
    opened = at_step(terminal, 1)
    opened.press("a")
    ritual.fill(opened, "Name", "Hazel Labs")
    ritual.at(opened, "Segment")
    opened.write("sch")
    opened.wait_for("schools")  # suggested
    opened.press("ctrl+q")
    assert opened.wait() == 0
    back = again(terminal)
    back.wait_for("Hazel Labs", "▌ Segment", "sch")
    back.press("ctrl+n")
    back.wait_for(QUESTIONS[URGENCY], "Hazel Labs")


def test_a_note_half_written(terminal: Open) -> None:
    opened = at_step(terminal, SEGMENTS)
    opened.press("o")
    opened.wait_for("keep and close")
    opened.write("the new law")
    opened.press("enter")
    opened.write("comes in Mar")
    opened.wait_for("comes in Mar")
    opened.press("ctrl+q")
    assert opened.wait() == 0
    back = again(terminal)
    back.wait_for("keep and close", "the new law", "comes in Mar")


def test_words_longer_than_their_field_are_gone_on_with_at_their_end(terminal: Open) -> None:
    opened = at_step(terminal, 1)
    opened.press("a")
    ritual.at(opened, "Name")
    opened.write("a very long name that goes on and on beyond the edge of its field, and ends here")
    opened.wait_for("ends here")
    opened.press("ctrl+q")
    assert opened.wait() == 0
    again(terminal).wait_for("▌ Name", "ends here")
