"""The frame of a block: its title in the line above, and a box where there is room for one."""

from __future__ import annotations

from tui.safe_text import cells, fit, safe
from tui.trends.ink import Ink, Piece, Text, filled, width_of

BOXED_FROM = 76
"""Cells from which a block has a box around it; below, the title's line alone."""

ROOMY_FROM = 96
"""Cells from which two instead of one are left free at the sides."""


def inner(width: int) -> int:
    """Count the cells inside a frame of so many cells."""
    return width - 2 * (_padding(width) + 1) if boxed(width) else width


def _padding(width: int) -> int:
    return 2 if width >= ROOMY_FROM else 1


def boxed(width: int) -> bool:
    """Tell whether there is room for a box."""
    return width >= BOXED_FROM


def top(title: str, width: int) -> Text:
    """Draw the line above, with the title in it."""
    left, right = ("╭─ ", "╮") if boxed(width) else ("─ ", "")
    shown = fit(safe(title), width - cells(left) - cells(right) - 1)
    rest = width - cells(left) - cells(shown) - 1 - cells(right)
    return ((left, Ink.EDGE), (f"{shown} ", Ink.QUIET), (f"{'─' * rest}{right}", Ink.EDGE))


def around(text: Text, width: int) -> Text:
    """Set a line between the sides."""
    if not boxed(width):
        return text
    side: Piece = ("│", Ink.EDGE)
    pad: Piece = (" " * _padding(width), Ink.PLAIN)
    return (side, pad, *filled(text, inner(width)), *((pad, side) if width_of(text) <= inner(width) else (side,)))


def bottom(width: int) -> Text:
    """Draw the line below; nothing without a box."""
    return (("╰" + "─" * (width - 2) + "╯", Ink.EDGE),) if boxed(width) else ()
