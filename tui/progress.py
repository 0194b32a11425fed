"""How far long work is, told on standard error where a person sees it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO, TypeVar

from tui.failures import remark

PATIENCE = 0.5
"""Seconds of work of which nothing need be said."""

EVERY = 0.1
"""Seconds between two lines: often enough to be seen moving."""

ECHO = 2
"""Cells of the ^C that a terminal puts behind the line."""

STOPPED = "Stopped. Nothing was written."

Piece = TypeVar("Piece")


def told(pieces: Iterable[Piece], total: int, ticks: Callable[[], float] = time.monotonic) -> Iterator[Piece]:
    """Pass on the pieces of a text, one a session, and say how many of how many there are when it takes its time.

    Only a terminal is told, on one line that goes when the work ends. All pieces are made before any is written, so
    that whoever stops it with Ctrl+C hears that nothing was.
    """
    out = sys.stderr
    if out is None or not out.isatty():
        yield from pieces
        return
    line = _Line(out)
    try:
        yield from _told(pieces, total, ticks, line)
    except KeyboardInterrupt:
        line.wipe()
        remark(STOPPED)
        raise
    finally:
        line.wipe()


def _told(pieces: Iterable[Piece], total: int, ticks: Callable[[], float], line: _Line) -> Iterator[Piece]:
    due = ticks() + PATIENCE
    for count, piece in enumerate(pieces, 1):
        if ticks() >= due:
            line.show(f"{count} of {total} sessions. Ctrl+C stops.")
            due = ticks() + EVERY
        yield piece


class _Line:
    """One line of a terminal, written over and wiped without escapes, which not every terminal knows."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._shown = ""

    def show(self, text: str) -> None:
        self._out.write(f"\r{text.ljust(len(self._shown))}")
        self._out.flush()
        self._shown = text

    def wipe(self) -> None:
        if self._shown:
            self._out.write(f"\r{' ' * (len(self._shown) + ECHO)}\r")
            self._out.flush()
            self._shown = ""
