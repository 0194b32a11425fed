"""show --prospect: a story, for people and for programs."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.commands.running import one_line, run
from tests.two_months import TROUBLE


def test_a_story_is_printed_with_all_that_became_of_it(folder: Path) -> None:
    ended = run("show", "--prospect", "Acme Robotics")
    assert (ended.code, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert lines[:2] == ["Acme Robotics", "============="]
    assert "On the list from March 2026; you parted in November 2026: no budget." in ended.out
    assert "The board has approved it" in ended.out
    assert "\x1b" not in ended.out


def test_a_story_as_json_has_every_month(folder: Path) -> None:
    told = json.loads(run("show", "--prospect", "acme robotics", "--json").out)
    assert (told["name"], told["id"]) == ("Acme Robotics", "p1")
    [spell] = told["times_on_list"]
    assert [each["month"] for each in spell["months"]] == ["2026-10", "2026-11"]
    assert spell["ended"] == {"how": "you parted", "reason": "no budget"}
    assert told["stop_rules"][0]["outcomes"][0]["outcome"] == "it didn't, so I do it"


def test_the_beginning_of_a_name_is_enough(folder: Path) -> None:
    assert run("show", "--prospect", "acme").out == run("show", "--prospect", "Acme Robotics").out
    assert json.loads(run("show", "--prospect", TROUBLE[:5], "--json").out)["id"] == "p5"


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["--prospect", "Nobody"], 1, "No prospect is called Nobody"),
        (["--prospect", ""], 1, "No prospect is called"),
        ([], 2, "MONTH is missing. Name one, or a prospect"),
        (["last", "--prospect", "Acme"], 2, "choose one"),
    ],
)
def test_what_can_not_be_shown_says_so(arguments: list[str], code: int, says: str, folder: Path) -> None:
    ended = run("show", *arguments)
    assert (ended.code, ended.out) == (code, "")
    assert one_line(ended.err)
    assert says in ended.err


def test_no_screen_is_loaded(folder: Path) -> None:
    code = (
        "import sys; from tui.__main__ import run; run(['show', '--prospect', 'Acme']); "
        "sys.stderr.write(' '.join(each for each in ('textual', 'rich', 'tinydb') if each in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stderr == ""
