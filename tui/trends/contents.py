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


IN_GREY = {
    Ink.ON_ALARM: "bold reverse",
    Ink.ON_WARN: "bold $foreground on $edge",
    Ink.ON_QUIET: "$quiet",
    Ink.ON_THEM: "",
    Ink.OUTLINED: "bold underline",
}
"""The blocks where there is no colour: the worst stands out most, then what leans that way, and the others recede.

Their greys would say the opposite: red is darker than amber.
"""


def content(text: Text, *, grey: bool = False) -> Content:
    """Colour a line, or have it stand out without colour."""
    styles = STYLES | IN_GREY if grey else STYLES
    return Content.assemble(*(Content.styled(piece, styles[ink], cell_length=cells(piece)) for piece, ink in text))
