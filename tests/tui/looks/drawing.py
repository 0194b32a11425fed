"""What stands on a screen at one size, cell by cell: its text, and in which style each part of it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from msgspec import Struct
from rich.segment import Segment
from rich.style import Style
from textual._context import visible_screen_stack
from textual.app import App
from textual.geometry import Region
from textual.screen import ModalScreen, Screen

from tui.safe_text import cells


class Part(Struct, frozen=True):
    """Some text in one style; `at` is the column of its first cell. Colours are hexadecimal, or have a name."""

    at: int
    text: str
    ink: str
    ground: str
    emphasis: tuple[str, ...] = ()

    @property
    def end(self) -> int:
        """The column after its last cell."""
        return self.at + cells(self.text)


class Drawing(Struct, frozen=True):
    """The lines of a screen. Of a dialog, only the dialog: what is behind it is a screen of its own."""

    size: tuple[int, int]
    lines: tuple[tuple[Part, ...], ...]

    @property
    def text(self) -> str:
        """All lines as text, without the blanks at their ends."""
        return "\n".join("".join(part.text for part in line).rstrip() for line in self.lines)

    @property
    def parts(self) -> Iterator[tuple[int, Part]]:
        """All parts, each with the line it stands in."""
        return ((row, part) for row, line in enumerate(self.lines) for part in line)


def drawn(app: App[Any]) -> Drawing:
    """Read what stands on the screen at hand."""
    screen = app.screen
    visible_screen_stack.set([])  # what is behind a dialog need not be drawn
    strips = screen._compositor.render_strips()[: app.size.height]
    boxes = _boxes(screen)
    lines = tuple(tuple(_parts(strip, row, boxes)) for row, strip in enumerate(strips))
    return Drawing((app.size.width, app.size.height), lines)


def _boxes(screen: Screen[Any]) -> list[Region] | None:
    """Where a dialog stands; None for a screen that fills the window."""
    if not isinstance(screen, ModalScreen):
        return None
    return [child.region for child in screen.children if child.display]


def _parts(strip: Any, row: int, boxes: list[Region] | None) -> Iterator[Part]:
    at = 0
    pieces: list[tuple[int, str, Style]] = []
    for segment in strip:
        pieces += _cut(segment, at, row, boxes)
        at += segment.cell_length
    for look, together in groupby(pieces, key=lambda piece: _look(piece[2])):
        group = list(together)
        yield Part(group[0][0], "".join(text for _, text, _ in group), *look)


def _cut(segment: Segment, at: int, row: int, boxes: list[Region] | None) -> list[tuple[int, str, Style]]:
    """The segment, with blanks in place of what is outside of the dialog."""
    style = segment.style or Style()
    if boxes is None:
        return [(at, segment.text, style)]
    found: list[tuple[int, str, Style]] = []
    column = at
    for letter in segment.text:
        inside = any(box.contains(column, row) for box in boxes)
        found.append((column, letter, style) if inside else (column, " " * cells(letter), Style()))
        column += cells(letter)
    return found


def _look(style: Style) -> tuple[str, str, tuple[str, ...]]:
    ink, ground = _colour(style.color), _colour(style.bgcolor)
    if style.reverse:
        ink, ground = ground, ink
    emphasis = tuple(name for name in ("bold", "dim", "italic", "underline", "strike") if getattr(style, name))
    return ink, ground, emphasis


def _colour(colour: Any) -> str:
    if colour is None or colour.is_default:
        return "default"
    return str(colour.triplet.hex) if colour.triplet else str(colour.name)
