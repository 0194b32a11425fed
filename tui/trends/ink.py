"""Lines before they have colours: pieces of safe text, each with what it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from tui.safe_text import Align, cells, pad, safe


class Ink(StrEnum):
    """What a piece of text means. The last five are blocks: text on a ground of that colour."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    FAINT = "faint"
    EDGE = "edge"
    YOU = "you"
    THEM = "them"
    GOOD = "good"
    WARN = "warn"
    ALARM = "alarm"
    ON_ALARM = "on alarm"
    ON_WARN = "on warn"
    ON_QUIET = "on quiet"
    ON_THEM = "on them"
    OUTLINED = "outlined"


Piece = tuple[str, Ink]
Text = tuple[Piece, ...]
"""One line: pieces side by side, with nothing in them that a terminal acts on."""

EMPTY: Text = ()


def said(text: str, ink: Ink = Ink.PLAIN) -> Piece:
    """Make text that people typed safe to show."""
    return safe(text), ink


def put(text: str, width: int, ink: Ink = Ink.PLAIN, align: Align = "left") -> Piece:
    """Set text into exactly so many cells, cut with an ellipsis where it is longer."""
    return pad(safe(text), max(0, width), align), ink


def blank(width: int) -> Piece:
    """Leave so many cells free."""
    return " " * max(0, width), Ink.PLAIN


def width_of(text: Text) -> int:
    """Count the cells of a line."""
    return sum(cells(piece) for piece, _ in text)


def filled(text: Text, width: int) -> Text:
    """Fill a line up to so many cells; a longer one stays as it is."""
    missing = width - width_of(text)
    return (*text, blank(missing)) if missing > 0 else text


def flowed(parts: Iterable[Text], width: int, between: int = 3) -> list[Text]:
    """Set parts side by side, as many to a line as fit whole."""
    return list(_flow(parts, width, between))


def _flow(parts: Iterable[Text], width: int, between: int) -> Iterator[Text]:
    line: Text = EMPTY
    for part in parts:
        joined = (*line, blank(between), *part) if line else part
        if line and width_of(joined) > width:
            yield line
            line = part
        else:
            line = joined
    if line:
        yield line
