"""A pseudo-terminal with a person at it: starts the real command, types, and reads the screen."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

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
    "pagedown": "\x1b[6~",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "f1": "\x1bOP",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "ctrl+\\": "\x1c",
    "shift+end": "\x1b[1;2F",
}
PATIENCE = 20.0
"""Seconds to wait for something to appear, many times what it takes."""

ASKS_FOR_FRAMES, TAKES_FRAMES = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
FRAME_BEGINS, FRAME_ENDS = b"\x1b[?2026h", b"\x1b[?2026l"
"""How a terminal is asked whether it shows a frame only when it is whole, and what begins and ends one."""
LONGEST_FRAME = 1_000_000

JOINED = re.compile("\u200d.|\ufe0f")
"""What is drawn in one place with the letter before it; the emulator would leave out all that follows."""

COLOURS = re.compile("\x1b\\[[0-9;]*m")
"""What changes only the colours of what follows; most of what is written, and of which nobody asks here."""

GLANCE = 0.02
"""Seconds between two looks at what no output tells of, such as a file."""


class Terminal:
    """One run of a command in a pseudo-terminal of `columns` × `lines`.

    `raw` is all that reached the terminal. `presses` counts the keys pressed beyond words typed: every key that is not
    part of a word, and every digit, wherever it is typed. Signals in `ignored` and `blocked` are so from the start.
    """

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        columns: int = 120,
        lines: int = 40,
        *,
        ignored: Iterable[signal.Signals] = (),
        blocked: Iterable[signal.Signals] = (),
    ) -> None:
        self.raw = bytearray()
        self.presses = 0
        self.status: int | None = None
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.Stream(self._screen)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._lines: dict[int, str] = {}
        self._text = ""
        self._in_frame = False
        self._looks = True
        self._is_open = True
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, _size(columns, lines))
            for number in ignored:
                signal.signal(number, signal.SIG_IGN)
            signal.pthread_sigmask(signal.SIG_BLOCK, blocked)
            os.execvpe(command[0], list(command), dict(environment))  # noqa: S606 - our own command

    def resize(self, columns: int, lines: int) -> None:
        """Give the window another size."""
        self._looks = True
        self._screen.resize(lines, columns)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, _size(columns, lines))

    def look_away(self) -> None:
        """Take what is written without reading the screen, until the next size: reading much takes long."""
        self._looks = False

    def resize_unseen(self, columns: int, lines: int) -> None:
        """Give the window another size, and look away until it gets the next."""
        self.look_away()
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, _size(columns, lines))

    # -- typing --------------------------------------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Press keys by name: ``enter``, ``ctrl+n``, ``a``; each counts as one key press."""
        self.presses += len(keys)
        self._send(b"".join(_bytes_of(key) for key in keys))

    def write(self, words: str) -> None:
        """Type words; only the digits in them count as key presses."""
        self.presses += sum(letter.isdigit() for letter in words)
        self._send(words.encode())

    def click(self, words: str, at: int = 0) -> None:
        """Click on the letter `at` of these words; they must stand on the screen, after narrow letters only."""
        line, text = next((line, text) for line, text in enumerate(self.text.splitlines(), 1) if words in text)
        column = text.index(words) + at + 1
        self._send(f"\x1b[<0;{column};{line}M\x1b[<0;{column};{line}m".encode())

    def paste(self, words: str) -> None:
        """Paste as terminals do that mark what is pasted."""
        self._send(b"\x1b[200~" + words.encode() + b"\x1b[201~")

    def send(self, content: bytes) -> None:
        """Send bytes that no keyboard makes."""
        self._send(content)

    def _send(self, content: bytes) -> None:
        while content:
            self._read_what_is_there()  # a full pipe on the other way would block both sides
            written = os.write(self._master, content[:512])
            content = content[written:]

    # -- reading -------------------------------------------------------------------------------------------------------

    def _read_what_is_there(self, within: float = 0) -> bool:
        """Read once if anything comes within so many seconds; False at the end of all output."""
        if not select.select([self._master], [], [], within)[0]:
            return True
        try:
            content = os.read(self._master, 65536)
        except OSError:
            return False
        self.raw += content
        if self._looks:
            self._stream.feed(COLOURS.sub("", JOINED.sub("", self._decode(content))))
        if content.find(ASKS_FOR_FRAMES) >= 0:
            os.write(self._master, TAKES_FRAMES)
        self._in_frame = self.raw.rfind(FRAME_BEGINS, -LONGEST_FRAME) > self.raw.rfind(FRAME_ENDS, -LONGEST_FRAME)
        return bool(content)

    @property
    def text(self) -> str:
        """The whole screen as of the last whole frame; only the lines that changed are read again."""
        if self._screen.dirty and not self._in_frame:
            for at in self._screen.dirty:
                self._lines[at] = self._line(at)
            self._screen.dirty.clear()
            self._text = "\n".join(self._lines.get(at, "") for at in range(self._screen.lines))
        return self._text

    def _line(self, at: int) -> str:
        """One line; the second cell of a wide letter holds nothing."""
        cells = self._screen.buffer[at]
        return "".join(cells[column].data for column in range(self._screen.columns)).rstrip()

    def wait_for(self, *words: str) -> None:
        """Wait until all these words stand on the screen."""
        self.wait_until(lambda: all(each in self.text for each in words), f"{words} did not appear")

    def wait_for_no(self, words: str) -> None:
        """Wait until these words stand on the screen no more."""
        self.wait_until(lambda: words not in self.text, f"{words!r} did not go")

    def wait_until(self, holds: Callable[[], bool], otherwise: str) -> None:
        """Wait until something holds of the screen, or of what the command does beside it."""
        end = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > end:
                raise AssertionError(f"{otherwise}:\n{self.text}")
            self._read_what_is_there(GLANCE)

    def watch_until_quiet(self, quiet: float = 0.3) -> None:
        """Watch the screen until nothing has come for a while, and the command has nothing to do just then."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if select.select([self._master], [], [], quiet)[0]:
                if not self._read_what_is_there():
                    return
            elif not self._is_busy():
                return

    def _is_busy(self) -> bool:
        """Whether a thread of it runs, or would if the machine had time for it; never where nobody can tell."""
        states = (
            each.read_text().rpartition(")")[2].split()[0] for each in Path(f"/proc/{self.pid}").glob("task/*/stat")
        )
        try:
            return "R" in states
        except OSError:  # a thread has ended meanwhile
            return False

    def drain(self) -> None:
        """Read all that is there already."""
        while select.select([self._master], [], [], 0)[0] and self._read_what_is_there():
            pass

    def watch_until(self, moment: float) -> None:
        """Watch the screen until a moment of the monotonic clock."""
        while (left := moment - time.monotonic()) > 0:
            self._read_what_is_there(left)

    # -- ending --------------------------------------------------------------------------------------------------------

    def wait(self, within: float = PATIENCE) -> int:
        """Wait for the command to end and give its exit status; minus the signal's number when one ended it."""
        end = time.monotonic() + within
        process = os.pidfd_open(self.pid)
        reading = [self._master] if self._is_open else []
        while self.status is None:
            ready = select.select([process, *reading], [], [], max(0, end - time.monotonic()))[0]
            if not ready:
                raise AssertionError(f"it did not end within {within} seconds:\n{self.text}")
            if reading and self._master in ready and not self._read_what_is_there():
                reading = []
            if process in ready and not (reading and self._master in ready):  # all that it wrote last has been read
                self.status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        os.close(process)
        return self.status

    @property
    def is_restored(self) -> bool:
        """Whether the terminal is as a shell wants it: its own screen, a cursor, lines that are echoed, no mouse."""
        local = termios.tcgetattr(self._master)[3]
        sane = bool(local & termios.ICANON and local & termios.ECHO and local & termios.ISIG)
        left = all(self._last(on, off) for on, off in MODES)
        return sane and left

    def _last(self, on: bytes, off: bytes) -> bool:
        return self.raw.rfind(off) >= self.raw.rfind(on)

    def signal(self, number: int) -> None:
        """Send it a signal."""
        os.kill(self.pid, number)

    def close_window(self) -> None:
        """Close the window, as a click on its cross does."""
        os.close(self._master)
        self._is_open = False

    def close(self) -> None:
        """Close the window, and make sure that no process stays."""
        if self._is_open:
            self.close_window()
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)


MODES = (
    (b"\x1b[?1049h", b"\x1b[?1049l"),
    (b"\x1b[?25l", b"\x1b[?25h"),
    (b"\x1b[?1000h", b"\x1b[?1000l"),
    (b"\x1b[?1003h", b"\x1b[?1003l"),
    (b"\x1b[?2004h", b"\x1b[?2004l"),
    (b"\x1b[?1004h", b"\x1b[?1004l"),
)
"""What is turned on for the app, and what turns it off: other screen, no cursor, mouse, marked pastes, focus."""


def _size(columns: int, lines: int) -> bytes:
    return struct.pack("HHHH", lines, columns, 0, 0)


def _bytes_of(key: str) -> bytes:
    if key in KEYS:
        return KEYS[key].encode()
    if key.startswith("ctrl+"):
        return bytes([ord(key[-1].upper()) - 64])
    return key.encode()
