"""Pieces of one line: the way by which text that people typed gets on the screen.

Nothing here reads markup, and whatever a terminal would act on is replaced, so that a name such as `[/]` is a name.
Styles are CSS-like: "bold", "$you", "bold $on-mark on $mark"; `tui.theme` has the names.
"""

from textual.content import Content
from textual.style import Style

from tui.safe_text import Align, pad, safe

Piece = str | Content | tuple[str, str]
"""A part of a line: text, text with its style, or what is made already."""


def said(text: str, style: str = "") -> Content:
    """The text as one line that can be shown, line breaks marked."""
    return Content.styled(safe(text), style)


def cell(text: str, width: int, style: str = "", align: Align = "left") -> Content:
    """The text in exactly *width* cells, cut with an ellipsis where it is longer."""
    return Content.styled(pad(safe(text), width, align), style, cell_length=max(0, width))


def line(*pieces: Piece) -> Content:
    """The pieces side by side, each made safe to show."""
    return Content.assemble(*(_piece(piece) for piece in pieces))


def _piece(piece: Piece) -> Content:
    if isinstance(piece, Content):
        return piece
    return said(piece) if isinstance(piece, str) else said(*piece)


def wrapped(text: str | Content, width: int) -> list[Content]:
    """The text in lines of at most *width* cells, broken between words; its own line breaks are kept."""
    content = Content(safe(text, keep_newlines=True)) if isinstance(text, str) else text
    return content.wrap(max(1, width))


def spot(content: Content, name: str) -> Content:
    """The content as a place to click in a row, known by this name in `Rows.Touched`."""
    return content.stylize(Style.from_meta({"spot": name}))
