"""backup: one more backup, whose place is printed; and what stood wrong beside it is put right."""

import json
import stat
import subprocess
from pathlib import Path

import pytest

from store import schema, tables
from tests.tui.commands.running import SCRIPT, one_line, run


def test_it_prints_where_the_backup_is(folder: Path) -> None:
    ended = run("backup")
    path = Path(ended.out.removesuffix("\n"))
    assert (ended.code, ended.err) == (0, "")
    assert path.parent == folder / "backups"
    assert path.name.endswith("-byhand.json")
    assert path.read_bytes() == (folder / "history.json").read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_as_json_and_one_more_each_time(folder: Path) -> None:
    paths = [Path(json.loads(run("backup", "--json").out)["path"]) for _ in range(3)]
    assert len(set(paths)) == 3
    assert all(path.exists() for path in paths)


def test_a_missing_copy_is_written_anew(folder: Path) -> None:
    copy = folder / "sessions/2026-10.json"
    before = copy.read_bytes()
    copy.write_bytes(b"x")
    assert run("check").code == 1
    assert run("backup").code == 0
    assert tables.read(copy.read_bytes())["sessions"] == tables.read(before)["sessions"]
    assert run("check").code == 0


def test_a_damaged_history_is_recovered_first_and_the_old_file_kept_and_named(folder: Path) -> None:
    damaged = (folder / "history.json").read_bytes()[:-300]
    (folder / "history.json").write_bytes(damaged)
    ended = run("backup")
    assert ended.code == 0
    (kept,) = folder.glob("history.json.damaged-*")
    assert kept.read_bytes() == damaged
    assert one_line(ended.err)
    assert kept.name in ended.err
    assert Path(ended.out.strip()).exists()
    assert run("check").code == 0
    assert [each["month"] for each in json.loads(run("list", "--json").out)] == ["2026-10", "2026-11"]


@pytest.mark.parametrize("made", [False, True], ids=["no folder", "an empty folder"])
def test_there_is_nothing_to_keep_before_the_first_session(made: bool, tmp_path: Path) -> None:
    target = tmp_path / "none"
    if made:
        target.mkdir()
    ended = run("backup", "--data", target)
    assert (ended.code, ended.out) == (1, "")
    assert one_line(ended.err)
    assert "no finished session" in ended.err
    assert not (target / "backups").exists()


def test_a_newer_folder_is_refused_and_left_as_it_is(folder: Path) -> None:
    path = folder / "history.json"
    newer = tables.write(tables.read(path.read_bytes()), schema.HISTORY_TABLES, schema.CURRENT + 1)
    path.write_bytes(newer)
    backups = sorted(folder.glob("backups/*"))
    ended = run("backup")
    assert (ended.code, ended.out) == (1, "")
    assert one_line(ended.err)
    assert (path.read_bytes(), sorted(folder.glob("backups/*"))) == (newer, backups)


def read_only(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command on a folder that can only be read, for root too: mounted so, in a namespace of its own."""
    script = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'
    done = subprocess.run(
        ["unshare", "-Urm", "sh", "-c", script, str(folder), SCRIPT, *command],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        text=True,
        check=False,
    )
    if "obsess-review: " not in done.stderr and not done.stdout:
        pytest.skip(f"no folder can be mounted to be only read here: {done.stderr.strip()}")
    return done


@pytest.mark.parametrize("command", [["backup"], ["restore", "newest", "--yes"], ["check", "--accept"]], ids=" ".join)
def test_a_folder_that_can_only_be_read(command: list[str], folder: Path) -> None:
    path = folder / "history.json"
    if "--accept" in command:
        path.write_text(path.read_text("utf-8").replace('"Acme Robotics"', '"Acme Robots"'), "utf-8")
    ended = read_only(folder, *command)
    assert ended.returncode == 1
    assert one_line(ended.stderr)
    assert "read-only" in ended.stderr.lower()


@pytest.mark.parametrize("command", [["check"], ["restore"], ["restore", "--json"]], ids=" ".join)
def test_looking_needs_no_writing(command: list[str], folder: Path) -> None:
    ended = read_only(folder, *command)
    assert (ended.returncode, ended.stderr) == (0, "")
