"""The installed command, and the two ways in which tests call it."""

import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from tests.end_to_end.terminal import Terminal

COMMAND = str(Path(sys.executable).parent / "obsess-review")


class Open(Protocol):
    """Opens it in a terminal of some size, with more in its environment, and with signals that don't reach it."""

    def __call__(
        self,
        *arguments: str,
        columns: int = 80,
        lines: int = 24,
        ignored: Iterable[signal.Signals] = (),
        blocked: Iterable[signal.Signals] = (),
        **environment: str,
    ) -> Terminal: ...


class Run(Protocol):
    """Runs it with its output in a pipe."""

    def __call__(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]: ...
