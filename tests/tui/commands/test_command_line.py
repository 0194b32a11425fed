"""The list of commands: resolved when called, told in the help, with the globals before and after."""

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from tests.tui.commands.running import run
from tui.__main__ import COMMANDS
from tui.command_line import Named

PRINTING = ["--help", "--version", "status", "status --json", "list", "show last", "export", "export --all", "paths"]


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_names_every_command(flag: str) -> None:
    ended = run(flag)
    assert (ended.code, ended.err) == (0, "")
    assert all(f"  {named.name}" in ended.out for named in COMMANDS)


@pytest.mark.parametrize("named", COMMANDS, ids=lambda named: named.name)
def test_a_command_says_of_itself_what_the_list_says_of_it(named: Named) -> None:
    command = import_module(named.module).command
    assert command.name == named.name
    assert command.help.splitlines()[0] == named.help


@pytest.mark.parametrize("named", COMMANDS, ids=lambda named: named.name)
def test_every_command_has_help(named: Named) -> None:
    ended = run(named.name, "-h")
    assert (ended.code, ended.err) == (0, "")
    assert "--data FOLDER" in ended.out


def test_the_version_is_the_installed_one() -> None:
    from importlib.metadata import version

    assert run("--version").out == f"obsess-review {version('obsess-review')}\n"


def data_of(*arguments: str | Path) -> str:
    return str(json.loads(run(*arguments, "--json").out)["data"])


def test_globals_stand_before_and_after_the_command(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other, third = tmp_path / "one", tmp_path / "other", tmp_path / "third"
    assert data_of("paths") == str(home / ".local/share/obsess-review")
    monkeypatch.setenv("OBSESS_REVIEW_DATA", str(third))
    assert data_of("paths") == str(third)
    assert data_of("--data", one, "paths") == str(one)
    assert data_of("paths", "--data", one) == str(one)
    assert data_of("--data", one, "paths", "--data", other) == str(other)


def test_config_stands_before_and_after_the_command(home: Path, tmp_path: Path) -> None:
    def settings(*arguments: str | Path) -> object:
        return json.loads(run(*arguments, "--json").out)["settings"]

    mine = tmp_path / "mine.toml"
    assert settings("paths") == str(home / ".config/obsess-review/settings.toml")
    assert settings("--config", mine, "paths") == settings("paths", "--config", mine) == str(mine)


@pytest.mark.parametrize("line", PRINTING)
def test_commands_that_print_never_load_a_screen(line: str, folder: Path) -> None:
    code = (
        "import sys; from tui.__main__ import run; run(sys.argv[1:]); "
        "sys.stderr.write(' '.join(each for each in ('textual', 'rich', 'numpy', 'tinydb') if each in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, *line.split()], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


@pytest.mark.parametrize("word", ["--help", "stats"])
def test_help_loads_no_command(word: str) -> None:
    code = (
        "import sys; from tui.__main__ import run; run(sys.argv[1:]); "
        "print([each for each in sys.modules if each.startswith(('tui.commands', 'review', 'store.library'))])"
    )
    done = subprocess.run([sys.executable, "-c", code, word], capture_output=True, text=True, check=False)
    assert done.stdout.endswith("[]\n")
