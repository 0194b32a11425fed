"""Where the lines of a list's rows lie, one under the other."""

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from msgspec import Struct


class Arrangement(Struct, frozen=True, dict=True):
    """Rows of known heights with so many blank lines between them. Lines and rows are counted from 0."""

    heights: tuple[int, ...] = ()
    spacing: int = 0

    @cached_property
    def height(self) -> int:
        """The lines that all rows take."""
        return sum(self.heights) + self.spacing * max(0, len(self.heights) - 1)

    @cached_property
    def _tops(self) -> list[int]:
        return list(accumulate((height + self.spacing for height in self.heights), initial=0))[:-1]

    def top(self, row: int) -> int:
        """The first line of a row."""
        return self._tops[row]

    def bottom(self, row: int) -> int:
        """The line after a row's last one."""
        return self._tops[row] + self.heights[row]

    def at(self, line: int) -> tuple[int, int] | None:
        """The row that this line belongs to, and which of the row's lines it is; None on blank lines and outside."""
        row = bisect_right(self._tops, line) - 1
        if row < 0 or line >= self.bottom(row):
            return None
        return row, line - self._tops[row]

    def near(self, line: int) -> int:
        """The row at this line, or else the last that begins above it, or else the first."""
        return max(0, bisect_right(self._tops, line) - 1)
