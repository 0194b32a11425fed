"""Coloured lines for commands that print: escapes on a terminal that takes colour, plain text everywhere else."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from tui.printing import output
from tui.trends.ink import Ink, Text

RESET = "\x1b[0m"

CODES = {
    Ink.STRONG: "1",
    Ink.QUIET: "2",
    Ink.FAINT: "2",
    Ink.EDGE: "2",
    Ink.YOU: "33",
    Ink.THEM: "36",
    Ink.GOOD: "32",
    Ink.WARN: "33",
    Ink.ALARM: "31",
    Ink.ON_ALARM: "1;30;41",
    Ink.ON_WARN: "1;30;43",
    Ink.ON_QUIET: "30;47",
    Ink.ON_THEM: "1;30;46",
    Ink.OUTLINED: "1;4;31",
}
"""SGR codes of the sixteen colours, which every terminal has and its owner has chosen; without one: the usual text."""


def takes_colour(environment: Mapping[str, str] | None = None) -> bool:
    """Tell whether to colour what is printed: on a terminal, unless NO_COLOR is set or the terminal is a dumb one."""
    found = os.environ if environment is None else environment
    return output().isatty() and not found.get("NO_COLOR") and found.get("TERM", "dumb") != "dumb"


def say_painted(lines: Iterable[Text]) -> None:
    """Print lines. Their pieces are safe text already, so that no escape but ours is among them."""
    colour = takes_colour()
    output().write("".join(f"{painted(line) if colour else unpainted(line)}\n" for line in lines))


def painted(line: Text) -> str:
    """Write a line with escapes, without blanks at its end."""
    return "".join(_piece(text, CODES.get(ink, "")) for text, ink in _trimmed(line))


def _piece(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}{RESET}" if code and text else text


def unpainted(line: Text) -> str:
    """Write a line as plain text, without blanks at its end."""
    return "".join(text for text, _ in line).rstrip()


def _trimmed(line: Text) -> list[tuple[str, Ink]]:
    """Give the pieces without the blanks at the end, of which blocks are none."""
    kept = list(line)
    while kept and not CODES.get(kept[-1][1], "").startswith(("1;30", "30")):
        text, ink = kept[-1]
        if text.rstrip():
            kept[-1] = (text.rstrip(), ink)
            break
        kept.pop()
    return kept
