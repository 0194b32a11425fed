"""What keyboards don't send: long pastes, several lines, pastes as if typed, and bytes that are no letters."""

from pathlib import Path

import pytest

from review.text import LABEL_LENGTH
from tests.end_to_end import finished, ritual
from tests.end_to_end.command import Open
from tests.end_to_end.terminal import Terminal


@pytest.fixture
def adding(terminal: Open) -> Terminal:
    """A first review, in the form that adds a name."""
    opened = terminal("begin")
    opened.wait_for("Who can't you stop thinking about?")
    opened.press("a")
    ritual.at(opened, "Name")
    return opened


def added(opened: Terminal) -> None:
    """Go on from the name to the end of the form, and leave."""
    opened.press("ctrl+n")
    opened.wait_for("Who wants this more")
    opened.press("ctrl+q")
    assert opened.wait() == 0


def names(data: Path) -> list[str]:
    draft = finished.library(data).draft()
    return [each.name for each in draft.prospects] if draft else []


def test_several_pasted_lines_become_one(adding: Terminal, data: Path) -> None:
    adding.paste("Acme\nRobotics\r\nof Ulm")
    adding.wait_for("Acme Robotics of Ulm")
    added(adding)
    assert names(data) == ["Acme Robotics of Ulm"]


def test_lines_pasted_as_if_they_were_typed_skip_no_field_and_no_step(adding: Terminal, data: Path) -> None:
    adding.write("Acme\rRobotics\rof Ulm\r")
    adding.wait_for("Acme Robotics of Ulm")
    ritual.at(adding, "Segment")
    added(adding)
    assert names(data) == ["Acme Robotics of Ulm"]


def test_a_long_paste_is_cut_with_a_word(adding: Terminal, data: Path) -> None:
    adding.paste("Acme " + "x" * 100_000)
    adding.wait_for(f"Cut at {LABEL_LENGTH} characters")
    added(adding)
    assert [len(name) for name in names(data)] == [LABEL_LENGTH]


def test_bytes_that_are_no_letters_end_nothing(adding: Terminal, data: Path) -> None:
    adding.write("Ac")
    adding.send(b"\xff\xfe\xc3\x28\xf0\x9f")
    adding.watch_until_quiet()
    adding.write("me")
    adding.wait_until(lambda: "me" in adding.text.partition("▌ Name")[2].splitlines()[0], "typing has no effect")
    added(adding)
    assert len(names(data)) == 1


def test_escapes_pasted_act_on_nothing(adding: Terminal, data: Path) -> None:
    adding.paste("Acme\x1b]0;owned\x07\x1b[2J\x9b31m\u202eevil\x00\x08")
    adding.wait_for("evil")
    added(adding)
    assert b"\x1b]0;" not in adding.raw
    assert not any(ord(letter) < 32 or letter == "\u202e" for letter in names(data)[0])
