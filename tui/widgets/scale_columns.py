"""Where the parts of a two-sided scale stand, from 60 columns to 160.

A row reads: name, the left side's pips towards the middle, its rating, a bar, the right rating and its pips, verdict.
"""

from typing import Literal, NamedTuple

from msgspec import Struct

Side = Literal["left", "right"]

PIPS = 5
"""A rating is drawn as so many pips of five."""

GAP = 2
"""Cells between the parts of a row."""

RATING = 3
"""Cells of a rating with a blank on each side, so that it can be marked as a block."""

LEAST_NAME = 8
MOST_NAME = 30
MOST_VERDICT = 26


class Pip(NamedTuple):
    """How wide a pip is, and the gap after it."""

    width: int
    gap: int

    @property
    def all(self) -> int:
        """The cells of five pips."""
        return PIPS * self.width + (PIPS - 1) * self.gap


WIDEST_FIRST = (Pip(5, 1), Pip(4, 1), Pip(3, 1), Pip(2, 1), Pip(1, 1), Pip(1, 0))


class ScaleColumns(Struct, frozen=True):
    """The widths of a row's parts in cells, and where they begin, counted from 0."""

    name: int
    pip: Pip
    verdict: int

    @property
    def left_pips(self) -> int:
        """Where the left side's pips begin."""
        return self.name + GAP

    @property
    def left_rating(self) -> int:
        """Where the left rating's three cells begin."""
        return self.left_pips + self.pip.all + GAP - 1

    @property
    def middle(self) -> int:
        """Where the bar between the sides stands."""
        return self.left_rating + RATING

    @property
    def right_rating(self) -> int:
        """Where the right rating's three cells begin."""
        return self.middle + 1

    @property
    def right_pips(self) -> int:
        """Where the right side's pips begin."""
        return self.right_rating + RATING + GAP - 1

    @property
    def verdict_at(self) -> int:
        """Where the verdict begins."""
        return self.right_pips + self.pip.all + GAP

    def side_at(self, column: int) -> Side:
        """The side that this column belongs to."""
        return "left" if column < self.middle else "right"

    def is_pip(self, column: int) -> bool:
        """Whether a pip stands in this column."""
        left, right = column - self.left_pips, column - self.right_pips
        return 0 <= left < self.pip.all or 0 <= right < self.pip.all

    def rating_at(self, column: int, side: Side) -> int:
        """The rating that a click or a drag to this column means for the side, 1 to 5."""
        step = self.pip.width + self.pip.gap
        outwards = column - self.right_pips if side == "right" else self.left_pips + self.pip.all - 1 - column
        return max(1, min(PIPS, outwards // step + 1))


def columns_for(width: int, name: int, verdict: int) -> ScaleColumns:
    """The widest pips that leave names and verdicts of these widths whole; else names give way, then verdicts."""
    name, verdict = min(MOST_NAME, name), min(MOST_VERDICT, verdict)
    ways = [ScaleColumns(name, pip, verdict) for pip in WIDEST_FIRST]
    closest = ways[-1]
    over = max(0, closest.verdict_at + verdict - width)
    shorter = max(min(name, LEAST_NAME), name - over)
    narrow = ScaleColumns(shorter, closest.pip, min(verdict, max(0, width - closest.verdict_at + name - shorter)))
    return next((columns for columns in ways if columns.verdict_at + verdict <= width), narrow)
