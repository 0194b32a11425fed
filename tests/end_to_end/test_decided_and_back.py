"""Back from a closer look that ended somebody, to a table that has a row less: drawn as it stands."""

import pytest

from tests.end_to_end.command import Open


@pytest.mark.parametrize("how", ["5", "6"])
def test_the_table_is_there_without_who_ended(terminal: Open, how: str) -> None:
    opened = terminal("demo")
    opened.wait_for("Begin the")
    opened.press("enter")
    for question in ("What did you say", "Who can't you stop", "Who wants this more", "What is it costing"):
        opened.wait_for(question)
        opened.press(*(["enter"] if question.startswith("What is") else ["ctrl+n"]))
    opened.wait_for("Is it real?")
    opened.press("d")
    opened.wait_for("so?")
    opened.press(how)
    opened.wait_for("Esc cancel")
    opened.press("escape")
    opened.wait_for_no("Esc cancel")
    opened.watch_until_quiet()
    assert "Acme Robotics" in opened.text
    opened.press("escape")
    opened.wait_for("What is it costing")
    opened.watch_until_quiet()
    assert "Acme Robotics" not in opened.text
    opened.press("down")
    opened.watch_until_quiet()
    assert opened.status is None
    assert "What is it costing" in opened.text
