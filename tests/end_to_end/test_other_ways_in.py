"""The made-up history, from its command and from home, and the quick ritual."""

import json
from pathlib import Path

from tests.end_to_end import finished
from tests.end_to_end.command import Open, Run

MADE_UP = "made-up data"


def test_the_demo_says_on_every_screen_that_it_is_made_up_and_leaves_nothing(
    terminal: Open, data: Path, tmp_path: Path
) -> None:
    opened = terminal("demo", TMPDIR=str(tmp_path))
    opened.wait_for(MADE_UP, "Enter  Begin")
    for key, shown in (("t", "Trends"), ("p", "searches all you ever wrote"), ("enter", "What did you say")):
        opened.press(key)
        opened.wait_for(MADE_UP, shown)
        opened.press("escape")
        opened.wait_for(MADE_UP, "Enter  ")
    opened.press("q")
    assert opened.wait() == 0
    assert not data.exists()
    assert [path for path in tmp_path.iterdir() if path.name != "home"] == []


def test_the_demo_from_home_comes_back_to_ones_own(terminal: Open, data: Path) -> None:
    opened = terminal()
    opened.wait_for("d shows two years of made-up reviews")
    opened.press("d")
    opened.wait_for(MADE_UP, "average gap")
    opened.press("q")
    opened.wait_for("d shows two years of made-up reviews")
    assert MADE_UP not in opened.text
    opened.press("q")
    assert opened.wait() == 0
    assert not data.exists()


def test_the_demo_into_a_folder_fills_it_for_the_other_commands(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "made up"
    assert run("demo", "--into", str(folder)).returncode == 0
    assert len(json.loads(run("list", "--json", "--data", str(folder)).stdout)) == 20
    again = run("demo", "--into", str(folder))
    assert (again.returncode, again.stdout, again.stderr.count("\n")) == (2, "", 1)


def test_the_quick_ritual_asks_less_and_is_finished_as_such(terminal: Open, run: Run, data: Path) -> None:
    finished.filled(data)
    opened = terminal("begin", "--quick", OBSESS_REVIEW_TODAY="2026-10-31")
    opened.wait_for("What did you say you would do?", "0 of 2 answered")  # the two stop rules
    opened.press("2", "1", "ctrl+n")
    opened.wait_for("Who can't you stop")
    opened.press("ctrl+n")
    opened.wait_for("Who wants this more")
    opened.press("5", "2", "ctrl+n")
    opened.wait_for("What is it costing")
    assert "worth a closer look" not in opened.text
    opened.press("9", "enter", "ctrl+n")
    opened.wait_for("Where have you not")
    opened.press("ctrl+n")
    opened.wait_for("What will you learn")
    opened.press("ctrl+n")
    opened.wait_for("What will you do")
    opened.press("ctrl+f")
    opened.wait_for("October 2026 is done.")
    opened.press("ctrl+q")
    assert opened.wait() == 0
    told = json.loads(run("show", "2026-10", "--json").stdout)
    assert told["mode"] == "quick"
    assert told["answers"]["obsessions"][0]["hours"] == 9
