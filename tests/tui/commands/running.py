"""Runs commands as a person does: the installed console script, in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

SCRIPT = str(Path(sys.executable).parent / "obsess-review")


class Ended(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


def run(*arguments: str | Path, environment: Mapping[str, str] | None = None, cwd: Path | None = None) -> Ended:
    """Run the command without a terminal; *environment* is added to the test's own."""
    done = subprocess.run(
        [SCRIPT, *map(str, arguments)],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
        env={**os.environ, **(environment or {})},
        cwd=cwd,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def one_line(text: str) -> bool:
    """Whether a text is one line that begins with the program's name and holds nothing a terminal acts on."""
    line = text.removesuffix("\n")
    return text.endswith("\n") and line.isprintable() and line.startswith("obsess-review: ")
