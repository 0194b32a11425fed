"""What the ritual shows before and after an answer: nothing of an earlier month steers the one that is asked for."""

from pathlib import Path

import pytest

from tests.end_to_end import finished, ritual
from tests.end_to_end.command import Open
from tests.end_to_end.ritual import HOMEWORK, Moved
from tests.end_to_end.terminal import Terminal

OCTOBER = "2026-10-31"
RATED = "━━━"
"""A filled part of the scale."""


@pytest.fixture
def urgency(terminal: Open, data: Path) -> Terminal:
    """The seventh session, in Urgency."""
    finished.filled(data)
    opened = terminal("begin", columns=120, lines=40, OBSESS_REVIEW_TODAY=OCTOBER)
    for question in ("What did you say", "Who can't you stop"):
        opened.wait_for(question)
        opened.press("ctrl+n")
    opened.wait_for("Who wants this more, you or they?", "▌ Acme Robotics")
    return opened


def test_nothing_is_prefilled_and_earlier_ratings_appear_only_after_this_months(urgency: Terminal) -> None:
    assert RATED not in urgency.text
    assert "You said" not in urgency.text
    urgency.press("4")
    urgency.wait_for("Acme Robotics · they")
    assert "You said" not in urgency.text
    urgency.press("2", "up")
    urgency.wait_for("You said 5 in September, 5 in August, 5 in July.")
    urgency.press("right")
    urgency.wait_for("You said 2 in September, 2 in August, 2 in July.")


def test_a_four_for_them_counts_as_three_until_a_move_backs_it(urgency: Terminal) -> None:
    urgency.press("4", "4", "up")
    urgency.wait_for("counts as 3", "+1 leaning")
    urgency.press("right")
    urgency.wait_for("4 said, counts as 3 until they show it.")
    ritual.move(urgency, Moved(HOMEWORK, "yesterday", "their own plan"))
    urgency.wait_for("0 level")
    urgency.wait_for_no("counts as 3")


def test_costs_and_segments_are_not_prefilled(urgency: Terminal) -> None:
    urgency.press("ctrl+n")
    urgency.wait_for("What is it costing, and is it real?", "▌ Acme Robotics")
    assert " 9 h" not in urgency.text  # September's hours
    assert "tiring" not in urgency.text  # September's energy
    urgency.press("ctrl+n")
    urgency.wait_for("Where have you not been looking?", "medical devices")
    assert RATED not in urgency.text
