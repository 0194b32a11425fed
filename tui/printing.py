"""What commands print: lines of safe text, or JSON, on standard output, in an encoding that can hold it."""

from __future__ import annotations

import os
import sys
from typing import TextIO

from tui.failures import Failed
from tui.safe_text import safe

PAGE = 100
"""Cells of a line that goes to a file or a pipe."""

NARROWEST = 20
"""Cells that lines are set in at least where a variable says how wide: in fewer no word stands whole."""


def output() -> TextIO:
    """Standard output, ready for any text: UTF-8 to a file or a pipe, what it can show to a terminal.

    Raises Failed where there is none.
    """
    out = sys.stdout
    if out is None:
        raise Failed("Standard output is closed, so there is nowhere to print to. Open it, or use --output.")
    _prepare(out)
    return out


def _prepare(out: TextIO) -> None:
    reconfigure = getattr(out, "reconfigure", None)  # a test's own stream has none
    if reconfigure is not None:
        reconfigure(encoding=None if out.isatty() else "utf-8", errors="replace")


def say(text: str) -> None:
    """Print text of one line or several, with nothing in it that a terminal acts on."""
    output().write(safe(text, keep_newlines=True) + "\n")


def width() -> int:
    """How many cells wide to print: as COLUMNS says, else the terminal's width, or a page's where it goes elsewhere."""
    import shutil

    if sys.stdout is not None and sys.stdout.isatty():
        return shutil.get_terminal_size().columns
    told = os.environ.get("COLUMNS", "")
    return max(int(told), NARROWEST) if told.isascii() and told.isdigit() and int(told) else PAGE


def say_json(value: object) -> None:
    """Print a value as JSON that reads well and loses nothing; what a terminal might act on is escaped."""
    import msgspec

    output().write(harmless(msgspec.json.format(msgspec.json.encode(value)).decode()) + "\n")


def harmless(json: str) -> str:
    """JSON with every character that can't be printed in its escaped form, which means the same."""
    if json.replace("\n", "").isprintable():
        return json
    return "".join(
        character if character.isprintable() or character == "\n" else _escaped(character) for character in json
    )


def _escaped(character: str) -> str:
    """One character as JSON escapes it: one code unit, or a pair beyond the first plane."""
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
