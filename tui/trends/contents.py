"""Lines of pieces in the colours of the screen."""

from __future__ import annotations

from textual.content import Content

from tui.safe_text import cells
from tui.trends.ink import Ink, Text

STYLES = {
    Ink.PLAIN: "",
    Ink.STRONG: "bold",
    Ink.QUIET: "$quiet",
    Ink.FAINT: "$faint",
    Ink.EDGE: "$edge",
    Ink.YOU: "$you",
    Ink.THEM: "$them",
    Ink.GOOD: "$good",
    Ink.WARN: "$warn",
    Ink.ALARM: "$alarm",
    Ink.ON_ALARM: "bold $on-alarm on $alarm",
    Ink.ON_WARN: "bold $on-mark on $mark",
    Ink.ON_QUIET: "$on-quiet on $quiet",
    Ink.ON_THEM: "bold $on-them on $them",
    Ink.OUTLINED: "bold underline $alarm",
}


def content(text: Text) -> Content:
    """Colour a line."""
    return Content.assemble(*(Content.styled(piece, STYLES[ink], cell_length=cells(piece)) for piece, ink in text))
