"""Which month a review can be of: late ones, finished ones, those not there yet, and a draft of another."""

import json
from pathlib import Path

import pytest
from msgspec import structs

from tests.end_to_end import finished, ritual, six_months
from tests.end_to_end.command import Open, Run
from tests.end_to_end.terminal import Terminal

OCTOBER, NOVEMBER = "2026-10-31", "2026-11-15"
STEPS = (
    "What did you say you would do?",
    "Who can't you stop thinking about?",
    "Who wants this more, you or they?",
    "What is it costing, and is it real?",
    "Where have you not been looking?",
    "What will you learn?",
    "What will you do, and what will you stop doing?",
)


@pytest.fixture
def six_sessions(data: Path) -> dict[str, str]:
    """April to September finished, and what their files hold."""
    finished.filled(data)
    return finished.bytes_of(data)


def passed_over(opened: Terminal, *, first: int = 0) -> None:
    """Go through the steps without an answer, and finish."""
    for question in STEPS[first:-1]:
        opened.wait_for(question)
        opened.press("ctrl+n")
    opened.wait_for(STEPS[-1])
    opened.press("ctrl+f")


@pytest.mark.parametrize("month", ["2026-13", "2026-00", "October 26", "soon", "2026-12", "2027-01"])
def test_a_month_that_is_none_or_lies_ahead_cannot_be_begun(terminal: Open, month: str) -> None:
    opened = terminal("begin", month, OBSESS_REVIEW_TODAY=NOVEMBER)
    assert opened.wait() == 2
    said = bytes(opened.raw).decode()
    assert said.startswith("obsess-review: ")
    assert said.count("\n") == 1
    assert "\x1b" not in said


@pytest.mark.parametrize("command", [("show", "2026-10"), ("export", "2026-10"), ("show", "last"), ("begin", "last")])
def test_a_month_without_a_session_is_absent(run: Run, terminal: Open, command: tuple[str, ...]) -> None:
    opened = terminal(*command, OBSESS_REVIEW_TODAY=NOVEMBER)
    assert opened.wait() == 1
    assert bytes(opened.raw).count(b"\n") == 1


def test_beginning_a_finished_month_corrects_it(
    terminal: Open, run: Run, data: Path, six_sessions: dict[str, str]
) -> None:
    opened = terminal("begin", "September", OBSESS_REVIEW_TODAY=OCTOBER)
    opened.wait_for("correction", STEPS[0])
    passed_over(opened)
    opened.wait_for("What is being corrected?")
    opened.write("forgot a call")
    opened.press("enter")
    opened.wait_for("September 2026 is corrected.")
    opened.press("ctrl+q")
    assert opened.wait() == 0
    told = json.loads(run("show", "2026-09", "--json").stdout)
    assert told["why_amended"] == "forgot a call"
    assert len(told["earlier_versions"]) == 1
    assert len(json.loads(run("list", "--json").stdout)) == 6
    others = {name: digest for name, digest in six_sessions.items() if name not in {"history.json", "2026-09.json"}}
    assert others.items() <= finished.bytes_of(data).items()


def test_a_late_month_carries_over_from_the_one_before_it_and_leaves_later_ones_as_they_are(
    terminal: Open, run: Run, data: Path
) -> None:
    without_august = [each for each in six_months.history().sessions if each.month != "2026-08"]
    finished.library(data).fill(structs.replace(six_months.history(), sessions=tuple(without_august)))
    before = finished.bytes_of(data)
    opened = terminal("begin", "August", OBSESS_REVIEW_TODAY=OCTOBER)
    opened.wait_for(STEPS[0])
    opened.press("ctrl+n")
    opened.wait_for(STEPS[1], "carried over from July")
    assert "Garnet Mills" in opened.text  # parted in July
    passed_over(opened, first=1)
    opened.wait_for("August 2026 is done.")
    opened.press("ctrl+q")
    opened.wait()
    after = finished.bytes_of(data)
    assert {name for name in after if after[name] != before.get(name)} == {"history.json", "2026-08.json"}
    months = [each["month"] for each in json.loads(run("list", "--json").stdout)]
    assert months == ["2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09"]


def test_a_month_before_all_others_carries_nothing_over(terminal: Open, run: Run, six_sessions: dict[str, str]) -> None:
    opened = terminal("begin", "2026-02", OBSESS_REVIEW_TODAY=NOVEMBER)
    opened.wait_for(STEPS[1], "+ add a name", "1 of 6")
    assert "Acme" not in opened.text
    ritual.obsessions(opened, (ritual.Who("Ivy Works"),))
    passed_over(opened, first=2)
    opened.wait_for("February 2026 is done.")
    opened.press("ctrl+q")
    opened.wait()
    assert [each["month"] for each in json.loads(run("list", "--json").stdout)][:2] == ["2026-02", "2026-04"]
    assert run("show", "last", "--json").stdout.startswith('{\n  "month": "2026-09"')


def with_a_draft_of_october(terminal: Open) -> None:
    opened = terminal("begin", "2026-10", OBSESS_REVIEW_TODAY=NOVEMBER)
    opened.wait_for(STEPS[0])
    opened.press("1", "ctrl+n")
    opened.wait_for(STEPS[1])
    opened.press("ctrl+q")
    assert opened.wait() == 0


def asked_about_the_draft(terminal: Open) -> Terminal:
    opened = terminal("begin", "2026-11", OBSESS_REVIEW_TODAY=NOVEMBER)
    opened.wait_for("Set it aside")  # home says already that it is not finished
    return opened


def test_a_draft_of_another_month_can_be_gone_on_with(terminal: Open, six_sessions: dict[str, str]) -> None:
    with_a_draft_of_october(terminal)
    opened = asked_about_the_draft(terminal)
    opened.press("1")
    opened.wait_for(STEPS[1], "October 2026", "2 of 7")


def test_a_draft_of_another_month_can_be_finished(terminal: Open, run: Run, six_sessions: dict[str, str]) -> None:
    with_a_draft_of_october(terminal)
    opened = asked_about_the_draft(terminal)
    opened.press("2")
    opened.wait_for(STEPS[-1], "October 2026")
    opened.press("ctrl+f")
    opened.wait_for("October 2026 is done.")
    opened.press("ctrl+q")
    opened.wait()
    assert run("show", "2026-10").returncode == 0


def test_a_draft_of_another_month_can_be_set_aside(terminal: Open, data: Path, six_sessions: dict[str, str]) -> None:
    with_a_draft_of_october(terminal)
    kept = (data / "draft.json").read_bytes()
    opened = asked_about_the_draft(terminal)
    opened.press("3")
    opened.wait_for(STEPS[0], "November 2026")
    assert kept in [path.read_bytes() for path in (data / "backups").glob("draft-2026-10-*.json")]


def test_leaving_the_question_about_a_draft_changes_nothing(
    terminal: Open, data: Path, six_sessions: dict[str, str]
) -> None:
    with_a_draft_of_october(terminal)
    kept = (data / "draft.json").read_bytes()
    opened = asked_about_the_draft(terminal)
    opened.press("escape")
    opened.wait_for_no("Go on with it")
    opened.press("q")
    assert opened.wait() == 0
    assert (data / "draft.json").read_bytes() == kept
