"""The product as a person has it: a wheel of this checkout, with byte code, in a virtual environment made for the day.

A checkout would not do: an editable install may have no byte code, and then starts more than four times as slowly.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
TODAY = "2026-11-22"
"""The day that every measured command is told it is."""

CONSTRAINTS = ROOT / "tests" / "constraints.txt"


def build(folder: Path) -> Path:
    """Make the environment with pip, which builds the wheel and compiles all it installs; gives its Python."""
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    python = folder / "bin" / "python"
    asked: list[str | Path] = [
        python,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-input",
        "--compile",
        "-c",
        CONSTRAINTS,
        ROOT,
    ]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(asked, check=True, env=environment)
    return python


class Installed:
    """The installed product, found by its environment's Python, and a home folder of its own."""

    def __init__(self, python: Path, home: Path) -> None:
        self.python = str(python)
        self.command = str(python.parent / "obsess-review")
        home.mkdir(parents=True, exist_ok=True)
        self.environment = {
            "HOME": str(home),
            "PATH": "/usr/bin:/bin",
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            "OBSESS_REVIEW_TODAY": TODAY,
        }

    def script(self, name: str) -> list[str]:
        """Give the command that runs a script of this folder with what is installed."""
        return [self.python, str(HERE / name)]

    def run(self, *command: str, within: float = 300) -> str:
        """Run a command to its end and give what it printed; raises where it fails or hangs."""
        ran = subprocess.run(
            command, env=self.environment, timeout=within, check=True, stdout=subprocess.PIPE, encoding="utf-8"
        )
        return ran.stdout

    def facts(self) -> dict[str, str]:
        """Name what was measured with: Python and the parts that matter."""
        code = (
            "import json, platform; from importlib.metadata import version as v;"
            "print(json.dumps({'Python': platform.python_version(), 'Textual': v('textual'), 'msgspec': v('msgspec'),"
            " 'click': v('click'), 'TinyDB': v('tinydb')}))"
        )
        found: dict[str, str] = json.loads(self.run(self.python, "-c", code))
        return found


class Folders:
    """Data folders of made-up histories, each filled when first asked for."""

    def __init__(self, installed: Installed, place: Path) -> None:
        self._installed = installed
        self._place = place

    def finished(self, sessions: int) -> str:
        """Give a folder with so many finished sessions and no draft."""
        return self._filled(f"finished-{sessions}", sessions)

    def at_step(self, sessions: int, step: str) -> str:
        """Give a folder with a draft that stands at a step, besides."""
        return self._filled(f"{step}-{sessions}", sessions, step)

    def _filled(self, name: str, sessions: int, *step: str) -> str:
        folder = self._place / name
        if not folder.exists():
            self._installed.run(*self._installed.script("fill.py"), str(folder), str(sessions), *step)
        return str(folder)
