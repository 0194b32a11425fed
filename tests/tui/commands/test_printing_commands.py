"""status, list, show and paths: what they say to people and to programs."""

import json
import os
import re
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pexpect
import pytest

from review.records import Answers, Draft, Place
from store.library import Library
from tests.tui.commands.running import SCRIPT, run
from tests.two_months import NOVEMBER_ANSWERS, OCTOBER, OCTOBER_ANSWERS, TROUBLE
from tui.safe_text import cells

ACTS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What a terminal acts on; line breaks and tabs lay out."""


def on(day: str) -> dict[str, str]:
    return {"OBSESS_REVIEW_TODAY": day}


def library(folder: Path) -> Library:
    return Library(folder, lambda: datetime(2026, 11, 22, 20, tzinfo=UTC))


# --- status -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "says", "code"),
    [
        ("2026-11-22", "December 2026 is due in 39 days, on 31 December", 0),
        ("2026-12-30", "December 2026 is due in 1 day, on 31 December", 0),
        ("2026-12-31", "December 2026 is due today", 10),
        ("2027-01-10", "December 2026 is due since 31 December", 10),
        ("2027-01-11", "December 2026 is late: its review was due on 31 December", 11),
    ],
)
def test_status_says_what_is_due(day: str, says: str, code: int, folder: Path) -> None:
    ended = run("status", environment=on(day))
    assert (ended.code, ended.out, ended.err) == (0, f"{says}\n", "")
    assert run("status", "--exit-code", environment=on(day)).code == code


def test_status_takes_the_review_day_from_the_settings(folder: Path, tmp_path: Path) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text("review_day = 15\n")
    assert run("status", "--config", settings).out == "December 2026 is due in 23 days, on 15 December\n"


def test_status_before_the_first_session_says_how_to_begin() -> None:
    assert run("status").out == "No review yet. Begin one with: obsess-review begin\n"


def test_status_tells_of_the_draft(folder: Path) -> None:
    library(folder).save_draft(Draft(OCTOBER, Place("segments"), amends=True, reviewed_on=date(2026, 11, 2)))
    ended = run("status")
    assert ended.out.endswith("; correction of October 2026 at step 4, Segments\n")
    assert json.loads(run("status", "--json").out)["draft"] == {
        "month": "2026-10",
        "step": "Segments",
        "step_number": 4,
        "steps": 6,
        "amends": True,
    }


def test_status_as_json(folder: Path) -> None:
    assert json.loads(run("status", "--json", environment=on("2026-12-31")).out) == {
        "today": "2026-12-31",
        "month": "2026-12",
        "state": "due",
        "due_on": "2026-12-31",
        "days_until_due": 0,
        "last_finished": "2026-11",
        "sessions": 2,
        "streak_months": 2,
        "draft": None,
    }


# --- list -------------------------------------------------------------------------------------------------------------


def test_list_has_a_line_for_every_session(folder: Path) -> None:
    head, _, october, november = run("list").out.splitlines()
    assert head.split()[0] == "Month"
    assert re.split(r"\s{2,}", october) == ["2026-10", "5", "0", "-0.3", "2", "corrected"]  # hours of too few
    assert re.split(r"\s{2,}", november) == ["2026-11", "2", "0", "+1.0", "17", "1.8", "0"]  # the one ended


def test_list_as_json(folder: Path) -> None:
    october, november = json.loads(run("list", "--json").out)
    assert (october["month"], october["versions"], october["unpaid_hours"]) == ("2026-10", 2, None)
    assert (november["mode"], november["one_way_streets"], november["mean_gap_steps"]) == ("quick", 0, 1.0)


@pytest.mark.parametrize(
    ("columns", "titles"),
    [
        (120, "Month One-way streets Average gap Unpaid hours Baskets Commitments Remarks Prospects"),
        (80, "Month Prospects One-way Gap Hours Baskets Promises Remarks"),
        (60, "Month Prospects One-way Gap Hours Baskets Remarks"),
        (40, "Month Prospects One-way Gap Hours"),
    ],
)
def test_list_leaves_out_columns_before_it_breaks_a_line(columns: int, titles: str, folder: Path) -> None:
    child = pexpect.spawn(SCRIPT, ["list"], dimensions=(24, columns), encoding="utf-8", env=dict(os.environ))
    lines = [each.rstrip("\r") for each in child.read().splitlines()]
    child.close()
    assert sorted(lines[0].split()) == sorted(titles.split())
    assert len(lines) == 4
    assert max(map(cells, lines)) <= columns


def test_list_of_nothing() -> None:
    assert run("list").out == "There is no finished session yet. Begin one with: obsess-review begin\n"
    assert json.loads(run("list", "--json").out) == []


# --- show -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("month", ["2026-10", "October", "oct"])
def test_show_prints_the_session_of_a_month(month: str, folder: Path) -> None:
    ended = run("show", month)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("October 2026\n============\n")
    assert "Acme Robotics" in ended.out


@pytest.mark.parametrize("month", ["last", "this", "2026-11"])
def test_show_knows_last_and_this(month: str, folder: Path) -> None:
    assert run("show", month).out.startswith("November 2026\n")


def test_show_as_json_has_every_answer(folder: Path) -> None:
    shown = json.loads(run("show", "2026-10", "--json").out)
    assert msgspec.convert(shown["answers"], Answers) == OCTOBER_ANSWERS
    assert msgspec.convert(shown["earlier_versions"][0]["answers"], Answers) == Answers()
    assert shown["prospects"][4]["name"] == TROUBLE
    november = json.loads(run("show", "2026-11", "--json").out)
    assert msgspec.convert(november["answers"], Answers) == NOVEMBER_ANSWERS


@pytest.mark.parametrize("line", ["show 2026-10", "show 2026-10 --json", "export 2026-10", "list", "status"])
def test_stored_text_cannot_act_on_the_terminal(line: str, folder: Path) -> None:
    ended = run(*line.split())
    assert ended.code == 0
    assert ACTS.search(ended.out) is None
    assert "owned" in ended.out or line in {"list", "status"}


def test_in_a_terminal_lines_fit_and_nothing_acts(folder: Path) -> None:
    child = pexpect.spawn(SCRIPT, ["show", "2026-10"], dimensions=(24, 60), encoding="utf-8", env=dict(os.environ))
    text = child.read().replace("\r\n", "\n")
    child.close()
    assert child.exitstatus == 0
    assert ACTS.search(text) is None
    assert max(map(cells, text.split("\n"))) <= 60
    assert "株式会社" in text


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_pipe_gets_utf_8_whatever_the_locale(encoding: str, folder: Path) -> None:
    ended = run("show", "2026-10", environment={"PYTHONIOENCODING": encoding})
    assert ended.code == 0
    assert "株式会社" in ended.out


def test_a_terminal_that_lacks_characters_shows_what_it_can(folder: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    child = pexpect.spawn(SCRIPT, ["show", "2026-10"], encoding="utf-8", env=environment)
    text = child.read()
    child.close()
    assert child.exitstatus == 0
    assert text.isascii()
    assert "Acme Robotics" in text


# --- paths ------------------------------------------------------------------------------------------------------------


def test_paths_name_every_place_and_make_none(home: Path) -> None:
    lines = dict(line.split(maxsplit=1) for line in run("paths").out.splitlines())
    assert set(lines) == {"data", "history", "draft", "sessions", "backups", "settings"}
    assert not any(Path(path).exists() for path in lines.values())


def test_a_finished_month_that_another_program_damaged_is_remarked_and_still_shown(folder: Path) -> None:
    (folder / "history.json").write_bytes(b"{}")
    ended = run("list")
    assert ended.code == 0
    assert "2026-10" in ended.out
    assert ended.err.startswith("obsess-review: ")
