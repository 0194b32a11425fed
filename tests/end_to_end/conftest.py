"""What the end-to-end tests have: the installed command in a terminal and in a pipe, and its data folder."""

import os
import signal
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.end_to_end.command import COMMAND, Open, Run
from tests.end_to_end.terminal import Terminal


@pytest.fixture
def data(home: Path) -> Path:
    """The data folder that the command finds by itself."""
    return home / ".local/share/obsess-review"


@pytest.fixture
def terminal(home: Path) -> Iterator[Open]:
    """Open the command in a terminal; every one opened is closed in the end."""
    opened: list[Terminal] = []

    def open_one(
        *arguments: str,
        columns: int = 80,
        lines: int = 24,
        ignored: Iterable[signal.Signals] = (),
        blocked: Iterable[signal.Signals] = (),
        **environment: str,
    ) -> Terminal:
        whole = {**os.environ, **environment}
        opened.append(Terminal([COMMAND, *arguments], whole, columns, lines, ignored=ignored, blocked=blocked))
        return opened[-1]

    yield open_one
    for each in opened:
        each.close()


@pytest.fixture
def run(home: Path) -> Run:
    """Run the command with its output in a pipe."""

    def run_one(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        whole = {**os.environ, **environment}
        return subprocess.run([COMMAND, *arguments], env=whole, capture_output=True, text=True, timeout=30, check=False)

    return run_one
