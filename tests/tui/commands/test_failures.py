"""Whatever goes wrong is one line on standard error, the right exit code, and never a traceback."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from review.summary.document import Document, Heading
from tests.tui.commands.running import SCRIPT, one_line, run
from tui import plain_text
from tui.failures import explain


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["stats"], "Did you mean"),
        (["--dat", "x", "list"], "--data"),
        (["list", "--jsn"], "--json"),
        (["list", "extra"], "extra"),
        (["show"], "MONTH"),
        (["show", "2026-13"], "That is not a month"),
        (["show", "Smarch"], "That is not a month"),
        (["show", "\x1b]0;owned\x07"], "That is not a month"),
        (["show", "2026-12"], "December 2026 is still ahead"),
        (["begin", "2026-13"], "That is not a month"),
        (["begin", "2027-01"], "January 2027 is still ahead"),
        (["export", "2026-10", "--all"], "choose one"),
        (["export", "--format", "pdf"], "pdf"),
        (["--data", "", "list"], "empty"),
        (["list", "--config", ""], "empty"),
        (["\x1b[31mred\n"], "No such command"),
    ],
)
def test_what_cannot_be_right_ends_with_2(arguments: list[str], says: str, folder: Path) -> None:
    ended = run(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert one_line(ended.err)
    assert says in ended.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["show", "2026-09"], "No session is finished for September 2026"),
        (["show", "March"], "No session is finished for March 2026"),
        (["export", "2026-09"], "No session is finished for September 2026"),
    ],
)
def test_what_is_absent_ends_with_1(arguments: list[str], says: str, folder: Path) -> None:
    ended = run(*arguments)
    assert (ended.code, ended.out) == (1, "")
    assert one_line(ended.err)
    assert says in ended.err


@pytest.mark.parametrize("arguments", [["show", "last"], ["export"], ["export", "--all"]])
def test_before_the_first_session_it_says_how_to_begin(arguments: list[str]) -> None:
    ended = run(*arguments)
    assert ended.code == 1
    assert ended.err == "obsess-review: There is no finished session yet. Begin one with: obsess-review begin\n"


@pytest.mark.parametrize("arguments", [[], ["begin"], ["begin", "last", "--quick"], ["demo"]])
def test_without_a_terminal_a_screen_is_not_opened(arguments: list[str], folder: Path) -> None:
    ended = run(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert one_line(ended.err)
    assert "terminal" in ended.err


NO_DAYS = ["2026-13-01", "tomorrow", "2026-2-3", "20261122", "9999-12-31", "0001-01-01", "2026-11-22 "]


@pytest.mark.parametrize("day", NO_DAYS)
def test_a_day_that_stands_in_for_the_clock_has_to_be_one(day: str) -> None:
    ended = run("status", environment={"OBSESS_REVIEW_TODAY": day})
    assert (ended.code, ended.out) == (2, "")
    assert one_line(ended.err)
    assert "OBSESS_REVIEW_TODAY" in ended.err


def test_without_a_home_it_asks_for_a_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name)
    ended = run("list")
    assert (ended.code, ended.out) == (2, "")
    assert one_line(ended.err)
    assert "--data" in ended.err


@pytest.mark.parametrize("line", ["list", "show last", "status", "check", "check --accept", "backup", "restore newest"])
def test_a_file_where_the_data_folder_should_be_ends_with_2(line: str, tmp_path: Path) -> None:
    place = tmp_path / "data"
    place.write_text("not ours")
    ended = run(*line.split(), "--data", place)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        f"obsess-review: {place} is a file, not a folder. Move it away, or choose another folder with --data.\n"
    )
    assert place.read_text() == "not ours"


def test_settings_that_are_named_and_not_there_are_remarked(folder: Path, tmp_path: Path) -> None:
    ended = run("status", "--config", tmp_path / "none.toml")
    assert (ended.code, ended.out) == (0, run("status").out)
    assert one_line(ended.err)
    assert "none.toml" in ended.err
    assert run("status").err == ""


def test_malformed_settings_are_named(folder: Path, tmp_path: Path) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text("review_day = 40\n")
    ended = run("status", "--config", settings)
    assert ended.code == 1
    assert one_line(ended.err)
    assert "settings.toml" in ended.err


def test_settings_that_mean_nothing_are_remarked_a_line_each_and_passed_over(folder: Path, tmp_path: Path) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text("review_dya = 15\n[ritual]\nmode = 'quick'\n")
    ended = run("status", "--config", settings)
    assert (ended.code, ended.out) == (0, run("status").out)
    assert ended.err == (
        "obsess-review: In the settings, review_dya means nothing and is passed over.\n"
        "obsess-review: In the settings, [ritual] means nothing and is passed over.\n"
    )


def test_output_that_nobody_reads_ends_quietly(folder: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([SCRIPT, "show", "last"], stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (128 + 13, b"")


def test_output_that_is_closed_is_said(folder: Path) -> None:
    done = subprocess.run(["sh", "-c", f"exec '{SCRIPT}' list >&-"], capture_output=True, check=False)
    assert done.returncode == 1
    assert one_line(done.stderr.decode())


def test_no_line_is_lost_where_standard_error_is_closed_too() -> None:
    done = subprocess.run(["sh", "-c", f"exec '{SCRIPT}' stats >&- 2>&-"], capture_output=True, check=False)
    assert done.returncode == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_output_that_does_not_fit_is_said(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([SCRIPT, "list"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert one_line(done.stderr.decode())


def test_a_mistake_of_ours_says_where_and_nothing_private(monkeypatch: pytest.MonkeyPatch) -> None:
    def mistaken(_text: str) -> str:
        raise AttributeError("Acme Robotics")

    monkeypatch.setattr(plain_text, "safe", mistaken)
    with pytest.raises(AttributeError) as caught:
        plain_text.rendered(Document((), (Heading(1, "x"),)), 80)
    line, code = explain(caught.value)
    assert code == 1
    assert re.search(r"AttributeError at tui/plain_text\.py:\d+", line)
    assert "Acme" not in line
