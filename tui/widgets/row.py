"""A row of a drawn list, and what was drawn of it."""

from collections.abc import Callable, Hashable, Sequence

from msgspec import Struct
from textual.content import Content
from textual.strip import Strip
from textual.style import Style

from tui.safe_text import safe

Draw = Callable[[int, bool], Sequence[Content]]
"""Makes a row's lines from the cells there are and whether the cursor is on it."""


class Row(Struct, frozen=True):
    """One row of a list.

    Rows of equal `key` and `facts` are taken to look the same and are not drawn again; with `facts` of None they always
    are. The cursor skips rows that are not `choosable`.
    """

    key: str
    draw: Draw
    facts: Hashable = None
    choosable: bool = True


def heading(*lines: Content | str, key: str = "") -> Row:
    """A row to read, not to choose."""
    shown = [Content(safe(line)) if isinstance(line, str) else line for line in lines]
    return Row(key, lambda _width, _current: shown, choosable=False)


def blank() -> Row:
    """An empty line between rows."""
    return heading("")


class DrawnRow:
    """A row and its lines as drawn so far, by width and by whether the cursor is on it."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self._lines: dict[tuple[int, bool], Sequence[Content]] = {}
        self._strips: dict[tuple[int, bool], list[Strip]] = {}

    def looks_like(self, row: Row) -> bool:
        """Whether that row needs no drawing because this one has its key and facts."""
        if row is self.row:
            return row.facts is not None
        return row.facts is not None and row.facts == self.row.facts and row.key == self.row.key

    def lines(self, width: int, *, current: bool) -> Sequence[Content]:
        """The row's lines at this width."""
        if (width, current) not in self._lines:
            self._lines[width, current] = self.row.draw(width, current)
        return self._lines[width, current]

    def strips(self, width: int, style: Style, *, current: bool) -> list[Strip]:
        """The row's lines in colours, on this style."""
        if (width, current) not in self._strips:
            self._strips[width, current] = [strip(line, style) for line in self.lines(width, current=current)]
        return self._strips[width, current]

    def forget(self) -> None:
        """Have the lines made anew."""
        self._lines.clear()
        self._strips.clear()

    def forget_colours(self) -> None:
        """Have the lines coloured anew."""
        self._strips.clear()


def strip(line: Content, style: Style) -> Strip:
    """One line of content in colours, on this style."""
    return Strip(line.render_segments(style), line.cell_length)
