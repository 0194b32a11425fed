"""A name that tries to be more, typed everywhere: it is shown as it is, can be clicked, and is kept as it was typed."""

import json

import pytest

from tests.end_to_end import ritual
from tests.end_to_end.command import Open, Run
from tests.end_to_end.hostile import NAME
from tests.end_to_end.ritual import Closer, Goal, Moved
from tests.end_to_end.terminal import Terminal

BY_WHAT = f"by {NAME}"
"""Not the name alone: what they did has it too, and would be suggested."""
NOTE = f"A note: {NAME}"
"""Not the name alone: it is clicked in the note, and a click on the name beside it would close it."""
ACTION = "[/] [@click=app.quit]x"
"""The part of the name that is found everywhere; its last letter is where an action would be clicked."""


def seen_and_clicked(opened: Terminal, before: str = "") -> None:
    """Wait for the name, with these words before it, and click where its action would be."""
    words = f"{before}{ACTION}"
    opened.wait_for(words)
    opened.click(words, at=0)  # elsewhere first: two clicks in one place would be a double one
    opened.click(words, at=len(words) - 1)


def form(opened: Terminal, *labels: str) -> None:
    """Fill a form in with the name."""
    for label in labels:
        ritual.fill(opened, label, NAME)


def who_it_is(opened: Terminal) -> None:
    opened.wait_for("Who can't you stop")
    opened.press("a")
    form(opened, "Name", "Segment", "You hope for")
    ritual.fill(opened, "Since", "March")
    opened.wait_for("Who else?")
    opened.press("escape")
    ritual.closed(opened)
    seen_and_clicked(opened)
    opened.press("ctrl+n")


def how_urgent(opened: Terminal) -> None:
    opened.wait_for("Who wants this more")
    seen_and_clicked(opened)
    opened.press("left", "5")
    ritual.move(opened, Moved("1", "yesterday", NAME))
    opened.press("right", "1", "r")
    ritual.choose(opened, "Why", "8")
    form(opened, "In your words")
    ritual.closed(opened)
    opened.press("o")
    opened.wait_for("keep and close")
    opened.write(NOTE)
    seen_and_clicked(opened, "A note: ")
    opened.press("escape")
    opened.wait_for_no("keep and close")
    opened.press("ctrl+n")


def how_real(opened: Terminal) -> None:
    opened.wait_for("What is it costing")
    seen_and_clicked(opened)
    opened.press("enter")
    opened.wait_for("Is it real?")
    claims = ((NAME, "2", BY_WHAT),)
    ritual.closer_look(opened, Closer(NAME, claims=claims, why=NAME, decision="2", limit="4", rule=(NAME, NAME)))
    seen_and_clicked(opened)
    opened.press("ctrl+n")


def where_else(opened: Terminal) -> None:
    opened.wait_for("Where have you not")
    opened.press("5", "1", "enter")
    form(opened, "Who is there", "One thing")
    ritual.closed(opened)
    seen_and_clicked(opened)
    opened.press("ctrl+n")
    ritual.learning(opened, 0, Goal(NAME, done_when=NAME, i_will=NAME, when=NAME))


def what_you_will_do(opened: Terminal) -> None:
    opened.wait_for("What will you do")
    opened.press("space")
    opened.wait_for("1 of 3")
    opened.press("a")
    form(opened, "I will")
    ritual.fill(opened, "By", "always")
    ritual.closed(opened)
    seen_and_clicked(opened)
    opened.press("s")
    opened.wait_for_no("And you")
    seen_and_clicked(opened)
    opened.press("escape")
    opened.wait_for("And you")
    opened.press("ctrl+f")
    opened.wait_for(" is done.")
    seen_and_clicked(opened)
    opened.press("enter")


def at_home_and_in_past_sessions(opened: Terminal) -> None:
    opened.wait_for("Enter  Read")
    seen_and_clicked(opened)
    opened.press("p")
    opened.wait_for("searches all you ever wrote")
    opened.press("/")
    opened.write("app.quit")
    opened.press("enter", "enter")
    seen_and_clicked(opened)
    opened.press("ctrl+q")
    assert opened.wait() == 0
    assert opened.is_restored


@pytest.mark.timeout(120)
def test_a_hostile_name_works_wherever_it_is_typed_and_shown(terminal: Open, run: Run) -> None:
    opened = terminal("begin", columns=130, lines=45)
    for screen in (who_it_is, how_urgent, how_real, where_else, what_you_will_do, at_home_and_in_past_sessions):
        screen(opened)
    told = json.loads(run("show", "last", "--json").stdout)
    row = told["answers"]["obsessions"][0]
    assert told["prospects"][0]["name"] == told["segments"][0]["name"] == told["goals"][0]["title"] == NAME
    assert (row["hope"], row["why_us"], row["reason_words"], row["note"]) == (NAME, NAME, NAME, NOTE)
    assert (row["moves"][0]["what"], row["claims"][0]["text"], row["claims"][0]["by"]) == (NAME, NAME, BY_WHAT)
    assert (row["rules"][0]["state"], row["rules"][0]["action"], row["yours"], row["theirs"]) == (NAME, NAME, 5, 1)
    assert "\x1b" not in run("show", "last").stdout + run("list").stdout + run("export").stdout
