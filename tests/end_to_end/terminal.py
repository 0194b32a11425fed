"""A pseudo-terminal with a person at it: starts the real command, types, and reads the screen."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence

import pyte

KEYS = {
    "enter": "\r",
    "tab": "\t",
    "escape": "\x1b",
    "space": " ",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "f1": "\x1bOP",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
}
PATIENCE = 20.0
"""Seconds to wait for something to appear, many times what it takes."""


class Terminal:
    """One run of a command in a pseudo-terminal of `columns` × `lines`; `raw` is all that reached the terminal."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], columns: int = 120, lines: int = 40
    ) -> None:
        self.raw = bytearray()
        self.presses = 0
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], list(command), dict(environment))  # noqa: S606 - our own command
        self.resize(columns, lines)
        self.status: int | None = None

    def resize(self, columns: int, lines: int) -> None:
        """Give the window another size."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self._screen.resize(lines, columns)

    # -- typing --------------------------------------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Press keys by name: ``enter``, ``ctrl+n``, ``a``; each counts as one key press."""
        for key in keys:
            self.presses += 1
            self._send(_bytes_of(key))

    def write(self, words: str) -> None:
        """Type words, which do not count as key presses."""
        self._send(words.encode())

    def _send(self, content: bytes) -> None:
        os.write(self._master, content)
        self.settle()

    # -- reading -------------------------------------------------------------------------------------------------------

    def settle(self, quiet: float = 0.05) -> None:
        """Read until nothing has come for a moment."""
        while select.select([self._master], [], [], quiet)[0]:
            if not self._read():
                return

    def _read(self) -> bool:
        try:
            content = os.read(self._master, 65536)
        except OSError:
            return False
        self.raw += content
        self._stream.feed(content)
        return bool(content)

    @property
    def lines(self) -> list[str]:
        """The screen's lines."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines)

    def wait_for(self, words: str) -> None:
        """Wait until these words stand on the screen."""
        self.wait_until(lambda: words in self.text, f"{words!r} did not appear")

    def wait_until(self, holds: Callable[[], bool], otherwise: str) -> None:
        """Wait until something holds of the screen."""
        end = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > end:
                raise AssertionError(f"{otherwise}:\n{self.text}")
            self.settle()

    # -- ending --------------------------------------------------------------------------------------------------------

    def wait(self) -> int:
        """Wait for the command to end and give its exit status; minus the signal's number when one ended it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self.settle(0.02)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
                return self.status
        raise AssertionError(f"it did not end:\n{self.text}")

    def signal(self, number: int) -> None:
        """Send it a signal."""
        os.kill(self.pid, number)

    def close(self) -> None:
        """Close the window, and make sure that no process stays."""
        os.close(self._master)
        if self.status is None:
            try:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
            except (ProcessLookupError, ChildProcessError):
                return


def _bytes_of(key: str) -> bytes:
    if key.startswith("ctrl+"):
        return bytes([ord(key[-1].upper()) - 64])
    return KEYS.get(key, key).encode()
