"""demo --into: a made-up history to keep and to try the other commands on."""

import json
from pathlib import Path
from typing import NoReturn

import pytest

from store import backups
from store.problems import NotSaved
from tests.tui.commands.running import one_line, run
from tui import __main__ as main


@pytest.mark.parametrize("made", [False, True], ids=["a new folder", "an empty folder"])
def test_it_fills_a_folder_and_opens_nothing(made: bool, tmp_path: Path) -> None:
    target = tmp_path / "made up"
    if made:
        target.mkdir()
    ended = run("demo", "--into", target)
    assert (ended.code, ended.err) == (0, "")
    assert "20 made-up sessions" in ended.out
    sessions = json.loads(run("list", "--json", "--data", target).out)
    assert (len(sessions), sessions[-1]["month"]) == (20, "2026-10")


def test_it_says_where_there_was_no_room_for_a_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object, **__: object) -> NoReturn:
        raise NotSaved("The disk is full.")

    monkeypatch.setattr(backups, "make", full)
    assert main.run(["demo", "--into", str(tmp_path / "new")]) == 0
    printed = capsys.readouterr()
    assert "20 made-up sessions" in printed.out
    assert printed.err == "obsess-review: What you did is saved, but not backed up: The disk is full.\n"


def test_the_line_it_prints_can_be_pasted(tmp_path: Path) -> None:
    import shlex

    ended = run("demo", "--into", tmp_path / "it's here")
    _, *arguments = shlex.split(ended.out.split("Try: ")[1])
    assert run(*arguments).code == 0


def test_a_full_folder_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("mine")
    ended = run("demo", "--into", tmp_path)
    assert (ended.code, ended.out) == (2, "")
    assert one_line(ended.err)
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == ["mine.txt"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("mine")
    ended = run("demo", "--into", mine)
    assert ended.code == 2
    assert one_line(ended.err)
    assert mine.read_text() == "mine"


@pytest.mark.parametrize("arguments", [["show", "last"], ["export", "--all"], ["status"]], ids=" ".join)
def test_every_command_works_on_it(arguments: list[str], tmp_path: Path) -> None:
    run("demo", "--into", tmp_path / "d")
    ended = run(*arguments, "--data", tmp_path / "d")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out
