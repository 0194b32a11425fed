"""Where no screen can be drawn: one line that says what to do, exit status 2, and no escapes."""

import os
from pathlib import Path

import pytest

from tests.end_to_end.command import COMMAND, Open, Run
from tests.end_to_end.terminal import Terminal

SCREENS = [(), ("begin",), ("begin", "2026-11"), ("demo",)]


def is_one_line_that_helps(said: bytes, mention: str) -> bool:
    """Whether it is one line, of this program, with no escape, and names what to do."""
    text = said.decode("utf-8").replace("\r\n", "\n")
    return text.startswith("obsess-review: ") and text.count("\n") == 1 and "\x1b" not in text and mention in text


def ended(opened: Terminal) -> tuple[int, bytes]:
    status = opened.wait()
    return status, bytes(opened.raw)


@pytest.mark.parametrize("arguments", SCREENS)
def test_without_a_terminal(run: Run, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert is_one_line_that_helps(result.stderr.encode(), "obsess-review status")


@pytest.mark.parametrize("arguments", SCREENS)
def test_with_its_input_from_a_pipe(home: Path, arguments: tuple[str, ...]) -> None:
    command = f"echo q | {COMMAND} {' '.join(arguments)}"
    opened = Terminal(["sh", "-c", command], os.environ)
    status, said = ended(opened)
    assert status == 2
    assert is_one_line_that_helps(said, "terminal")


@pytest.mark.parametrize("term", ["dumb", "unknown", ""])
def test_in_a_terminal_that_cannot_be_drawn_on(terminal: Open, term: str) -> None:
    status, said = ended(terminal("begin", TERM=term))
    assert status == 2
    assert is_one_line_that_helps(said, "TERM")


@pytest.mark.parametrize(
    ("variable", "value"),
    [("PYTHONIOENCODING", "latin-1"), ("LC_ALL", "de_DE.ISO-8859-1")],
)
def test_in_a_terminal_that_does_not_take_utf_8(
    terminal: Open, monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    status, said = ended(terminal())
    assert status == 2
    assert is_one_line_that_helps(said, "UTF-8")


@pytest.mark.parametrize("lang", ["C", "POSIX", ""])
def test_without_a_word_on_languages_it_opens(terminal: Open, lang: str) -> None:
    """As in a fresh Debian, where nothing is set: Python itself then takes and gives UTF-8."""
    opened = terminal(LANG=lang)
    opened.wait_for("Enter  Begin", "╭─ How this works ─")
    opened.press("q")
    assert opened.wait() == 0


def test_without_a_home(terminal: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name)
    status, said = ended(terminal("begin"))
    assert status == 2
    assert is_one_line_that_helps(said, "Set HOME")


def test_without_a_home_a_named_folder_is_enough(
    terminal: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name)
    opened = terminal("--data", str(tmp_path / "mine"), "--config", str(tmp_path / "settings.toml"))
    opened.wait_for("Enter  Begin")
    opened.press("q")
    assert opened.wait() == 0
