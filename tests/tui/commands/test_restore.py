"""restore: the list, the preview, the question, and going back without losing what stood before."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pexpect
import pytest

from review.month import Month
from review.records import Answers, Draft, Place, Version
from store.library import Library
from tests.tui.commands.running import SCRIPT, Ended, one_line, run
from tests.two_months import NOVEMBER, OCTOBER
from tui.safe_text import cells

FILLED = "history-2026-11-22T20-00-00-fill.json"


def library(folder: Path, hour: int = 21) -> Library:
    return Library(folder, lambda: datetime(2026, 11, 22, hour, tzinfo=UTC))


@pytest.fixture
def later(folder: Path) -> Path:
    """The folder, of which a backup was asked for before November was deleted."""
    library(folder).backup()
    library(folder, 22).delete(NOVEMBER)
    return folder


ASKED_FOR = "history-2026-11-22T21-00-00-byhand.json"
DELETED = "history-2026-11-22T22-00-00-delete.json"


def facts(*arguments: str) -> Mapping[str, object]:
    found = json.loads(run("restore", *arguments, "--json").out)
    assert isinstance(found, dict)
    return found


def months() -> list[str]:
    return [each["month"] for each in json.loads(run("list", "--json").out)]


def history(folder: Path) -> bytes:
    return (folder / "history.json").read_bytes()


# --- the list ---------------------------------------------------------------------------------------------------------


def test_the_list_has_the_newest_first(later: Path) -> None:
    ended = run("restore")
    assert (ended.code, ended.err) == (0, "")
    head, _, newest, oldest, *_ = ended.out.splitlines()
    assert head.split() == ["Name", "Made", "Why", "Sessions"]
    assert re.split(r"\s{2,}", newest) == ["2026-11-22T22-00-00", "2026-11-22 22:00", "a session was deleted", "1"]
    assert oldest.startswith("2026-11-22T21-00-00  2026-11-22 21:00  you asked for it")
    assert "obsess-review restore NAME" in ended.out


def test_the_list_as_json(later: Path) -> None:
    assert facts() == {
        "backups": [
            {"name": DELETED, "at": "2026-11-22T22:00:00", "event": "delete", "sessions": 1},
            {"name": ASKED_FOR, "at": "2026-11-22T21:00:00", "event": "byhand", "sessions": 2},
        ],
        "drafts": [],
    }


def test_every_name_in_the_list_restores_that_one(folder: Path) -> None:
    """Two of the same second share a time, which then names the later one."""
    library(folder).backup()
    library(folder).backup()
    listed = [line.split()[0] for line in run("restore").out.splitlines()[2:4]]
    assert listed == ["2026-11-22T21-00-00", ASKED_FOR]
    names = [json.loads(run("restore", name, "--json").out)["name"] for name in listed]
    assert names == [ASKED_FOR.replace("-byhand", "-2-byhand"), ASKED_FOR]


def test_a_backup_that_is_not_whole_is_listed_and_not_restored(later: Path) -> None:
    (later / "backups" / ASKED_FOR).write_bytes(b"x")
    assert "not whole" in run("restore").out
    before = history(later)
    ended = run("restore", ASKED_FOR, "--yes")
    assert (ended.code, ended.out) == (1, "")
    assert one_line(ended.err)
    assert history(later) == before


def test_no_backups_yet(tmp_path: Path) -> None:
    target = tmp_path / "none"
    ended = run("restore", "--data", target)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("There is no backup yet.")
    assert not target.exists()


@pytest.mark.parametrize("width", [50, 60, 80])
def test_in_a_terminal_lines_fit(width: int, later: Path) -> None:
    child = pexpect.spawn(SCRIPT, ["restore"], dimensions=(24, width), encoding="utf-8", env=dict(os.environ))
    text = child.read().replace("\r\n", "\n")
    child.close()
    assert child.exitstatus == 0
    assert max(map(cells, text.split("\n"))) <= width


# --- the preview and the question -------------------------------------------------------------------------------------


def test_without_a_terminal_it_shows_what_would_change_and_needs_yes(later: Path) -> None:
    before = history(later)
    ended = run("restore", ASKED_FOR)
    assert ended.code == 2
    assert ended.out.startswith(
        f"From {ASKED_FOR}:\n\n- comes: November 2026\n- goes: no session\n- changes: no session\n"
    )
    assert one_line(ended.err)
    assert "--yes" in ended.err
    assert history(later) == before


def test_as_json_it_asks_nothing(later: Path) -> None:
    before = history(later)
    ended = run("restore", "2026-11-22T21", "--json")
    assert ended.code == 2
    assert json.loads(ended.out) == {
        "name": ASKED_FOR,
        "comes": ["2026-11"],
        "goes": [],
        "changes": [],
        "names": [],
        "deleted": [],
        "draft": None,
        "restored": False,
        "kept_as": None,
    }
    assert one_line(ended.err)
    assert history(later) == before


@pytest.mark.parametrize(("answer", "there"), [("y", True), (" YES", True), ("n", False), ("maybe\n\nno", False)])
def test_at_a_terminal_it_asks(answer: str, there: bool, later: Path) -> None:
    child = pexpect.spawn(SCRIPT, ["restore", ASKED_FOR], encoding="utf-8", env=dict(os.environ))
    child.expect("comes: November 2026")
    child.expect(r"\r\n\r\nRestore it\? \(y/n\) ")
    child.sendline(answer)
    text = child.read()
    child.close()
    assert child.exitstatus == 0
    assert ("Restored." in text, "Nothing was changed." in text) == (there, not there)
    assert "Error" not in text
    assert months() == (["2026-10", "2026-11"] if there else ["2026-10"])


def test_ctrl_c_at_the_question_changes_nothing(later: Path) -> None:
    before = history(later)

    def hears_it() -> None:  # where the tests run in the background, it would not
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    child = pexpect.spawn(SCRIPT, ["restore", ASKED_FOR], encoding="utf-8", env=dict(os.environ), preexec_fn=hears_it)
    child.expect(r"Restore it\?")
    child.sendintr()
    text = child.read()
    child.close()
    assert child.exitstatus == 130
    assert text.endswith("\r\n")
    assert "Traceback" not in text
    assert history(later) == before


# --- going back -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("which", [ASKED_FOR, "history-2026-11-22T21", "2026-11-22T21-00"])
def test_with_yes_it_restores_and_keeps_what_stood_before(which: str, later: Path) -> None:
    ended = run("restore", which, "--yes")
    assert (ended.code, ended.err) == (0, "")
    assert months() == ["2026-10", "2026-11"]
    kept = ended.out.rsplit(" ", 1)[1].removesuffix(".\n")
    assert kept.endswith("-beforerestore.json")
    done = facts(kept, "--yes")
    assert (done["comes"], done["goes"], done["restored"]) == ([], ["2026-11"], True)
    assert months() == ["2026-10"]


def test_what_changes_nothing_keeps_no_backup_and_does_not_say_restored(later: Path) -> None:
    before = {path.name: path.read_bytes() for path in later.rglob("*.json")}
    for which in ("newest", "copies"):
        ended = run("restore", which, "--yes")
        assert (ended.code, ended.err) == (0, "")
        assert ended.out.endswith("Everything stays as it is.\n")
    assert facts("newest", "--yes")["kept_as"] is None
    assert {path.name: path.read_bytes() for path in later.rglob("*.json")} == before


def test_newest_is_the_first_of_the_list(later: Path) -> None:
    assert facts("newest")["name"] == DELETED
    assert "Everything stays as it is." in run("restore", "newest").out


def test_names_that_change_are_said_a_few_of_them_one_by_one(folder: Path) -> None:
    library(folder).backup()
    before = library(folder).history().prospects
    those = tuple(msgspec.structs.replace(each, name=f"Renamed {at}") for at, each in enumerate(before.values()))
    november = Draft(NOVEMBER, Place("commit"), amends=True, prospects=those)
    version = Version(datetime(2026, 11, 22, 22, tzinfo=UTC), date(2026, 11, 22), Answers(), why="new names")
    library(folder, 22).finish(november, version)
    said = " ".join(run("restore", ASKED_FOR).out.split())
    assert "- changes: November 2026 - names: Renamed 0 becomes Acme Robotics, " in said
    assert ", Renamed 2 becomes " in said
    assert f"and {len(those) - 3} more names" in said
    assert {"before": "Renamed 0", "after": "Acme Robotics"} in msgspec.convert(facts(ASKED_FOR)["names"], list)


def test_what_goes_can_be_put_back(later: Path) -> None:
    library(later).put_back(NOVEMBER)
    ended = run("restore", DELETED, "--yes")
    assert "- goes: November 2026\n" in ended.out
    assert "puts it back" in ended.out
    assert months() == ["2026-10"]
    assert [session.month for session in library(later).deleted()] == [NOVEMBER]


def test_copies_bring_in_what_only_they_hold(folder: Path) -> None:
    copy = (folder / "sessions/2026-11.json").read_bytes()
    library(folder, 22).delete(NOVEMBER)
    (folder / "sessions/2026-11.json").write_bytes(copy)
    ended = run("restore", "copies", "--yes")
    assert ended.code == 0
    assert ended.out.startswith("From the session copies:\n\n- comes: November 2026\n")
    assert months() == ["2026-10", "2026-11"]


def test_a_draft_that_was_set_aside_is_listed_and_comes_back(folder: Path) -> None:
    december = Draft(Month("2026-12"), Place("segments"))
    library(folder).save_draft(december)
    path = library(folder).set_aside_draft()
    assert path is not None
    assert f"- December 2026: {path.name}" in run("restore").out
    assert facts()["drafts"] == [{"name": path.name, "month": "2026-12"}]
    ended = run("restore", path.name, "--yes")
    assert ended.code == 0
    assert ended.out.endswith("Your draft of December 2026 is back.\n")
    assert library(folder).draft() == december


def test_a_damaged_history_is_recovered_and_the_old_file_kept_and_named(later: Path) -> None:
    damaged = history(later)[:-200]
    (later / "history.json").write_bytes(damaged)
    ended = run("restore", ASKED_FOR, "--yes")
    assert ended.code == 0
    (kept,) = later.glob("history.json.damaged-*")
    assert kept.read_bytes() == damaged
    assert all(one_line(line) for line in ended.err.splitlines(keepends=True))
    assert kept.name in ended.err
    assert months() == ["2026-10", "2026-11"]
    assert run("check").code == 0


# --- what can't be ----------------------------------------------------------------------------------------------------


def refused(ended: Ended, code: int, says: str) -> bool:
    return (ended.code, ended.out) == (code, "") and one_line(ended.err) and says in ended.err


@pytest.mark.parametrize("which", ["nope", "", "draft-2020", "\x1b]0;owned\x07"])
def test_no_such_backup(which: str, folder: Path) -> None:
    before = history(folder)
    assert refused(run("restore", which, "--yes"), 1, "There is no such")
    assert history(folder) == before


def test_yes_needs_a_name(folder: Path) -> None:
    assert refused(run("restore", "--yes"), 2, "--yes goes with the name")


def test_nothing_to_restore_in_an_empty_folder(tmp_path: Path) -> None:
    for which in ("newest", "copies"):
        assert refused(run("restore", which, "--yes", "--data", tmp_path / "none"), 1, "There is no")
    assert not (tmp_path / "none").exists()


def test_a_draft_in_progress_is_never_replaced(folder: Path) -> None:
    library(folder).save_draft(Draft(Month("2026-12"), Place("segments")))
    path = library(folder).set_aside_draft()
    library(folder).save_draft(Draft(OCTOBER, Place("urgency"), amends=True))
    assert path is not None
    ended = run("restore", path.name, "--yes")
    assert ended.code == 1
    assert one_line(ended.err)
    draft = library(folder).draft()
    assert draft is not None
    assert draft.month == OCTOBER


@pytest.mark.parametrize("line", ["check", "check --json", "backup", "restore", f"restore {FILLED} --yes"])
def test_none_of_them_loads_a_screen(line: str, folder: Path) -> None:
    code = (
        "import sys; from tui.__main__ import run; code = run(sys.argv[1:]); "
        "sys.stderr.write(' '.join(each for each in ('textual', 'rich', 'numpy') if each in sys.modules)); "
        "sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", code, *line.split()], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
