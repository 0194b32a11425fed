"""A pseudo-terminal with a stopwatch: when which bytes came, without looking at them while they come."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

ASKS_FOR_FRAMES, TAKES_FRAMES = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
FRAME_ENDS = re.compile(rb"\x1b\[\?2026l|\x1b\[1;1H")
"""How a terminal is asked whether it shows a frame only when it is whole, and what ends one: the second where the first
frames came before the answer was heard, and at the end of every other frame too, just before the first."""

PATIENCE = 30.0
"""Seconds after which a command that shows nothing hangs."""

QUIET = 0.12
"""Seconds without output after which a screen is complete."""


class HungError(Exception):
    """A command did not do what it should in `PATIENCE` seconds."""


class Window:
    """One run of a command. Moments are those of `time.perf_counter`, in seconds."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], columns: int, lines: int) -> None:
        self._command = command
        self.raw = bytearray()
        self._came: list[tuple[float, int]] = []
        self._is_open = True
        self._was_asked = False
        self.started = time.perf_counter()
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
            os.execve(command[0], list(command), dict(environment))  # noqa: S606 - what is measured

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._is_open:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self._close()

    def press(self, key: str) -> float:
        """Press a key, given by the characters it sends; the moment before it."""
        pressed = time.perf_counter()
        os.write(self._master, key.encode())
        return pressed

    def _read(self, within: float) -> bool:
        """Read once; whether anything came within so many seconds."""
        if not select.select([self._master], [], [], max(0.0, within))[0]:
            return False
        try:
            content = os.read(self._master, 65536)
        except OSError:  # the other end is closed
            content = b""
        moment = time.perf_counter()
        if not content:
            return False
        self.raw += content
        self._came.append((moment, len(self.raw)))
        if not self._was_asked and ASKS_FOR_FRAMES in self.raw:  # which may come in two pieces
            self._was_asked = True
            os.write(self._master, TAKES_FRAMES)
        return True

    def shown(self, words: str, after: int = 0) -> float:
        """Wait for words in what came after so many bytes; the moment that the frame with them was whole."""
        needle, end = words.encode(), time.perf_counter() + PATIENCE
        while (at := self.raw.find(needle, after)) < 0 or (frame := FRAME_ENDS.search(self.raw, at)) is None:
            self._wait_until(end, f"did not show {words!r}")
        return self._moment(frame.end())

    def changed(self, after: int) -> float:
        """Wait for a frame in what came after so many bytes; the moment that it was whole."""
        end = time.perf_counter() + PATIENCE
        while (frame := FRAME_ENDS.search(self.raw, after)) is None:
            self._wait_until(end, "drew nothing")
        return self._moment(frame.end())

    def complete(self, quiet: float = QUIET) -> float:
        """Wait until nothing comes for a while; the moment of the last byte before that."""
        end = time.perf_counter() + PATIENCE
        while self._read(quiet):
            if time.perf_counter() > end:
                raise self._hung("does not come to rest")
        return self._came[-1][0]

    def ended(self) -> float:
        """Wait for the command to end; the moment that it did."""
        end = time.perf_counter() + PATIENCE
        process = os.pidfd_open(self.pid)
        try:
            while process not in select.select([process, self._master], [], [], PATIENCE)[0]:
                self._read(0)
                if time.perf_counter() > end:
                    raise self._hung("did not end")
            moment = time.perf_counter()
        finally:
            os.close(process)
        status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        while self._read(0):
            pass
        self._close()
        if status:
            raise self._hung(f"ended with status {status}")
        return moment

    def waited_since(self, moment: float, otherwise: str) -> float:
        """Give the present moment; raises where that is too long after another."""
        now = time.perf_counter()
        if now - moment > PATIENCE:
            raise self._hung(otherwise)
        return now

    def peak_memory(self) -> int:
        """Give the most bytes of memory it ever had at once."""
        stated = Path(f"/proc/{self.pid}/status").read_text("ascii").partition("VmHWM:")[2].split()[0]
        return int(stated) * 1024

    def _close(self) -> None:
        os.close(self._master)
        self._is_open = False

    def _wait_until(self, end: float, otherwise: str) -> None:
        if not self._read(0.05) and time.perf_counter() > end:
            raise self._hung(otherwise)

    def _moment(self, upto: int) -> float:
        return next(moment for moment, length in self._came if length >= upto)

    def _hung(self, what: str) -> HungError:
        said = bytes(self.raw[-600:]).decode(errors="replace")
        return HungError(f"{' '.join(self._command)} {what}. The last it wrote: {said!r}")
