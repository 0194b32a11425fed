"""Where the parts of the cost table stand, from 52 columns to 160: name, hours, limit, energy, money."""

from __future__ import annotations

from msgspec import Struct

from tui.ritual.reality_typing import Field

HOURS = 8
ENERGY = 13
ENERGY_WITHOUT_WORD = 6
MONEY = 9

LEAST_NAME = 10
MOST_NAME = 30
SHORTER_NAME = 20
"""Names give way to this before energy loses its words."""
LEAST_WORDS = 12
"""Cells of "no limit set"."""
LEAST_BAR = 6
"""A shorter bar shows nothing that its words don't."""
MOST_BAR = 40


class CostColumns(Struct, frozen=True):
    """The widths of a row's parts in cells; `bar` is 0 where there is no room for one, `gap` lies between the parts."""

    name: int
    bar: int
    words: int
    energy: int
    gap: int

    @property
    def limit(self) -> int:
        """The cells of the bar with its words."""
        return self.bar + bool(self.bar) + self.words

    @property
    def all(self) -> int:
        """The cells of a row."""
        return self.name + HOURS + self.limit + self.energy + MONEY + 4 * self.gap

    def field_at(self, column: int) -> Field | None:
        """The field that stands in this column; None for the name and the limit."""
        hours = self.name + self.gap
        energy = hours + HOURS + 2 * self.gap + self.limit
        if hours <= column < hours + HOURS:
            return "hours"
        if energy <= column < energy + self.energy:
            return "energy"
        return "money" if energy + self.energy < column <= self.all else None


def columns_for(width: int, name: int, words: int, *, bars: bool = True) -> CostColumns:
    """The airiest columns that fit: names and verdicts of these widths whole if they can be, bars as long as can be."""
    name, words = max(LEAST_NAME, min(MOST_NAME, name)), max(LEAST_WORDS, words)
    shorter = min(name, SHORTER_NAME)
    ways = ((name, 3, ENERGY), (name, 2, ENERGY), (shorter, 2, ENERGY), (shorter, 2, ENERGY_WITHOUT_WORD))
    for name_cells, gap, energy in ways:
        bare = CostColumns(name_cells, 0, words, energy, gap)
        if bare.all <= width:
            bar = min(MOST_BAR, width - bare.all - 1) if bars else 0
            return CostColumns(name_cells, bar if bar >= LEAST_BAR else 0, words, energy, gap)
    tight = CostColumns(shorter, 0, LEAST_WORDS, ENERGY_WITHOUT_WORD, 2)
    return CostColumns(max(LEAST_NAME, shorter - max(0, tight.all - width)), 0, LEAST_WORDS, ENERGY_WITHOUT_WORD, 2)
