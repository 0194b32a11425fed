"""The budget: how many keys a session costs beyond the words typed, with every question of it answered.

A first session with five prospects is counted where October is typed, in test_two_months.

Every key counts but the letters of words: digits wherever they are typed, Enter, Tab, arrows, `^N`, the first key at
home and the one that finishes.
"""

import dataclasses
from pathlib import Path

import pytest

from tests.end_to_end import answered, finished, ritual, six_months
from tests.end_to_end.command import Open
from tests.end_to_end.ritual import DATED, HOMEWORK, Closer, Ended, Goal, Month, Moved, Part, Who
from tests.end_to_end.six_months import ACME, BOREALIS, CALDER, DELPHI, ELM, FJORD
from tests.end_to_end.terminal import Terminal

pytestmark = pytest.mark.timeout(180)  # a whole session each, on a machine however busy


def presses_for(opened: Terminal, data: Path, month: Month, new: tuple[Who, ...]) -> int:
    """Go through a whole session from home, and count."""
    opened.wait_for("Enter  Begin the October review")
    opened.press("enter")
    ritual.whole(opened, month, new=new)
    opened.wait_until(lambda: answered.whole(data), "a question was left open")
    opened.press("ctrl+f")
    opened.wait_for(" is done.")
    return opened.presses


def in_october(terminal: Open) -> Terminal:
    return terminal(OBSESS_REVIEW_TODAY=answered.OCTOBER.isoformat())


CLOSER = Closer(
    "2 drawings, a call",
    carried=(("3", "their own report"),),
    claims=(("their vendor left", "1", ""),),
    decision="3",
    limit="3",
    rule=("no date is named", "close the file"),
)
SEVENTH = Month(
    people=(
        Who(ACME, yours="5", theirs="1", reason="1", hours="11", energy="5", closer=CLOSER),
        Who(BOREALIS, yours="5", theirs="2", reason="3", hours="6.5", energy="4", closer=CLOSER),
        Who(CALDER, yours="3", theirs="4", move=Moved(HOMEWORK, "20 oct", "sent plans"), hours="2", energy="2"),
        Who(ELM, yours="2", theirs="3", move=Moved(DATED, "9 oct", "their tender", ahead="1 March"), hours="1"),
        Who(FJORD, yours="3", theirs="3", hours="2", energy="2"),
        Who("Hazel Labs", "schools", "a pilot", "2", yours="4", theirs="3", move=Moved("2", "2 oct", "coffee")),
    ),
    look_back="2112312",
    ended=Ended(ACME, DELPHI, "1", words="the new plant"),
    segments={name: Part("3", "2") for name in six_months.SEGMENTS[:-1]}
    | {"paper": Part("4", "1", "the head of works", "write to her")},
    progress=2,
    picks=3,
)


def test_a_seventh_session_with_six_prospects_takes_at_most_180_keys(terminal: Open, data: Path) -> None:
    finished.filled(data)
    presses = presses_for(in_october(terminal), data, SEVENTH, SEVENTH.people[-1:])
    print(f"seventh session, 6 prospects: {presses} of 180 keys")  # noqa: T201 - for pytest -rP
    assert presses <= 180


NEW_CLOSER = dataclasses.replace(CLOSER, carried=(), claims=(("the budget is approved", "3", "their own report"),))
OTHERS = ("Calder", "Delphi", "Elm", "Fjord", "Garnet", "Hazel", "Iris", "Juniper", "Kestrel", "Linden", "Maple", "Nox")
FOURTEEN = Month(
    people=(
        Who("Acme", "medical", "a retrofit", "March", yours="5", theirs="2", reason="1", hours="11", closer=NEW_CLOSER),
        Who("Borealis", "rail", "a depot", "2", yours="5", theirs="1", reason="3", hours="6", closer=NEW_CLOSER),
        *(
            Who(name, segment, "a contract", move=Moved("2", "2 oct", "coffee") if at % 3 == 0 else None)
            for at, (name, segment) in enumerate(zip(OTHERS, ("food", "public", "ferries", "schools") * 3, strict=True))
        ),
    ),
    segments={
        **{name: Part("3", "2") for name in ("medical", "rail", "food", "public", "ferries")},
        "schools": Part("5", "1", "the head of works", "write to her"),
    },
    goal=Goal("The Mom Test"),
    picks=3,
)


def test_fourteen_new_prospects_take_at_most_300_keys(terminal: Open, data: Path) -> None:
    presses = presses_for(in_october(terminal), data, FOURTEEN, FOURTEEN.people)
    print(f"first session, 14 prospects in 6 segments: {presses} of 300 keys")  # noqa: T201 - for pytest -rP
    assert presses <= 300
