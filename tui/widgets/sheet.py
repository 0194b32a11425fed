"""A page of drawn lines with a cursor: every row is one line, drawn when it is seen, so that thousands cost nothing."""

from collections.abc import Sequence

from msgspec import Struct
from textual import events

from tui.widgets.arrangement import Arrangement
from tui.widgets.row import Row
from tui.widgets.rows import Rows

STRIDE = 3
"""Lines that an arrow scrolls where there is no row to choose nearby."""


class Pinned(Struct, frozen=True):
    """Lines that stay on top while those that belong to them are seen.

    They are those from `first` to before `head`; the ones that belong to them go on to before `end`.
    """

    first: int = 0
    head: int = 0
    end: int = 0

    @property
    def height(self) -> int:
        """How many lines stay on top."""
        return self.head - self.first

    def holds(self, top: float) -> bool:
        """Tell whether they stay on top when this line is the topmost."""
        return self.first < top < self.end - self.height


NOTHING_PINNED = Pinned()


class Sheet(Rows):
    """One-line rows, some of which stay on top. Arrows go from row to row, and scroll where the next one is far."""

    pinned = NOTHING_PINNED

    def show(self, rows: Sequence[Row], pinned: Pinned = NOTHING_PINNED, *, current: str | None = None) -> None:
        """Replace all rows; each draws one line."""
        self.pinned = pinned
        self.set_rows(rows, current=current)
        self.refresh()

    def to_top(self) -> None:
        """Show the first line, with the cursor on the first row."""
        self.action_end(-1)

    def arrangements(self, width: int) -> Sequence[Arrangement]:
        """One line each, without drawing any."""
        del width
        return [Arrangement((1,) * len(self._drawn))]

    # -- the cursor ----------------------------------------------------------------------------------------------------

    @property
    def current(self) -> str | None:
        """The key of the row that the cursor is on; None while that is out of sight."""
        return super().current if self._in_sight(self._index) else None

    def _in_sight(self, index: int | None) -> bool:
        return index is not None and self._first_seen <= index < self.scroll_y + self._seen

    @property
    def _first_seen(self) -> int:
        top = round(self.scroll_y)
        return top + (self.pinned.height if self.pinned.holds(top) else 0)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell that the cursor may have come into sight, or gone out of it."""
        super().watch_scroll_y(old_value, new_value)
        self._tell_moved(self.current or "")

    def action_step(self, direction: int) -> None:
        """Go to the next row (1) or the one before (-1), or scroll towards it where it is far or there is none."""
        ahead = self._ahead(direction)
        if ahead is not None and -STRIDE <= ahead - self.scroll_y < self._seen + STRIDE:
            self._move(ahead)
        else:
            self._scroll_by(direction * STRIDE)

    def _ahead(self, direction: int) -> int | None:
        """Give the row after the cursor's in this direction; the first one on the way where that is out of sight."""
        if self._index is not None and self._in_sight(self._index):
            return self._choosable(self._index + direction, direction)
        start = self._first_seen if direction > 0 else round(self.scroll_y) + self._seen - 1
        return self._choosable(min(start, len(self._drawn) - 1), direction)

    def action_page(self, direction: int) -> None:
        """Go on (1) or back (-1) by what can be seen, less a line to go on from."""
        self._scroll_by(direction * max(1, self._seen - 1 - self.pinned.height))
        found = self._choosable(self._first_seen, 1)
        if found is not None and found < self.scroll_y + self._seen:
            self._move(found)

    def action_end(self, direction: int) -> None:
        """Go to the last line (1) or the first one (-1)."""
        super().action_end(direction)
        self._scroll_by(direction * len(self._drawn))

    def _scroll_by(self, lines: int) -> None:
        wanted = max(0, min(self.max_scroll_y, self.scroll_y + lines))
        self.scroll_to(y=wanted, animate=False, force=True, immediate=True)

    def _scroll_to_cursor(self) -> None:
        """Bring the cursor's line into view, below what stays on top; the first one with all that is above it."""
        if self._index is None or not self._laid_out:
            return
        on_top = self.pinned.height if self.pinned.head <= self._index < self.pinned.end else 0
        wanted = min(self._index - on_top, max(self.scroll_y, self._index + 1 - self._seen))
        first = self._choosable(self._index - 1, -1) is None and self._index < self._seen
        self.scroll_to(y=0 if first else wanted, animate=False, force=True, immediate=True)

    def _on_resize(self, event: events.Resize) -> None:
        """Set the rows anew; what is seen stays, even where the cursor is not in it."""
        event.prevent_default()
        self._rearrange()

    # -- what is where -------------------------------------------------------------------------------------------------

    def _row_at(self, y: int) -> tuple[int, int] | None:
        if y < self.pinned.height and self.pinned.holds(self.scroll_offset.y):
            return self.pinned.first + y, 0
        return super()._row_at(y)
