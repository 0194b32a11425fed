"""The line above the ritual's pages: which month, what marks it, and where in it the page stands."""

from __future__ import annotations

from textual.content import Content

from review import month as months
from review.month import Month
from tui.ritual.rail import Stop, in_one_line
from tui.widgets.lines import line, said

ROOM_FOR_YEAR = 70
"""Cells from which the line names the month with its year."""

LEAST = 20
"""Cells the line is drawn for at least; a window narrower than that shows its beginning."""


def beside_the_rail(month: Month, marks: str, place: str, width: int) -> Content:
    """Draw the line over the rail, whose words begin below its own. `place` is ``3 of 7``."""
    left = line(
        (" obsess-review", "bold"), "  ", (months.title(month), "$quiet"), (f"  {marks}" if marks else "", "$warn")
    )
    return _apart(left, f"step {place} ", max(LEAST, width))


def with_the_steps(month: Month, marks: str, stops: list[Stop], here: str, place: str, width: int) -> Content:
    """Draw the line where there is no room for a rail: the steps are folded into it, the one at hand is *here*."""
    width = max(LEAST, width)
    title = months.title(month) if width >= ROOM_FOR_YEAR else months.name(month)
    head = line((title, "bold"), "  ", (f"{marks}  " if marks else "", "$warn"))
    steps = in_one_line(stops, here, width - head.cell_length - len(place) - 2)
    return _apart(line(head, steps), place, width)


def _apart(left: Content, right: str, width: int) -> Content:
    return line(left, " " * max(1, width - left.cell_length - len(right)), said(right, "$quiet"))
