"""A history that is damaged with no copy left: never shown as a first run, and it is said what may help."""

import json
import shutil
from pathlib import Path

import pytest

from tests.tui.commands.running import run

PUT_BACK = "Put a copy of the whole folder back, if you have one."


@pytest.fixture(params=[False, True], ids=["damaged", "set aside since"])
def lost(request: pytest.FixtureRequest, folder: Path) -> Path:
    """A folder without any copy; set aside, as after the app was opened."""
    shutil.rmtree(folder / "backups")
    shutil.rmtree(folder / "sessions")
    history = folder / "history.json"
    content = history.read_bytes()[:300]
    history.write_bytes(content)
    if request.param:
        history.rename(folder / "history.json.damaged-2026-11-22T20-15-03")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.suffix != ""}


@pytest.mark.parametrize("asked", [["list"], ["status"], ["list", "--json"], ["status", "--json"], ["backup"]])
def test_it_is_said_and_ends_with_1(asked: list[str], lost: Path) -> None:
    before = contents(lost)
    ended = run(*asked)
    assert ended.code == 1
    assert PUT_BACK in ended.err
    assert "No review yet" not in ended.out
    assert "Begin one" not in ended.out
    assert {name: content for name, content in contents(lost).items() if not name.endswith("lock")} == before


def test_status_still_ends_with_1_where_a_code_is_asked_for(lost: Path) -> None:
    ended = run("status", "--exit-code")
    assert (ended.code, ended.out) == (1, "No review can be read\n")


def test_backup_keeps_nothing_and_says_so(lost: Path) -> None:
    ended = run("backup")
    assert ended.out == ""
    assert "Nothing was kept, for no session can be read." in ended.err
    assert not (lost / "backups").exists()


def test_programs_get_an_empty_list(lost: Path) -> None:
    assert json.loads(run("list", "--json").out) == []
