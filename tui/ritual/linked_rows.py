"""Lists in boxes of their own with one cursor through all of them: where one ends, the next goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.geometry import Region
from textual.message import Message

from tui.widgets.row import Row
from tui.widgets.rows import Rows


class LinkedRows(Rows):
    """A list that says when its cursor would leave it, and shows the cursor only while keys come here."""

    DEFAULT_CSS = """
    LinkedRows { max-height: 9999; }
    """

    @dataclass
    class Passed(Message):
        """The cursor was to go beyond the first (-1) or the last (1) row."""

        rows: LinkedRows
        direction: int

        @property
        def control(self) -> LinkedRows:
            """The list that tells it."""
            return self.rows

    def set_rows(self, rows: Sequence[Row], *, current: str | None = None) -> None:
        """Replace all rows; a box that had none, or was out of sight, grows with them too."""
        super().set_rows(rows, current=current)
        if not self.size:
            # Textual keeps a height that it measured while an earlier layout was still to be done.
            self._layout_updates += 1
            self.refresh(layout=True)

    def action_step(self, direction: int) -> None:
        """Go to the next row (1) or the one before (-1), or out of the list."""
        before = self.current
        super().action_step(direction)
        if before is not None and self.current == before:
            self.post_message(self.Passed(self, direction))

    def enter(self, direction: int) -> None:
        """Take the cursor, on the first row coming from above (1), or on the last from below (-1)."""
        self._put_cursor(self._choosable(0 if direction > 0 else len(self._drawn) - 1, direction) or 0)
        self.focus(scroll_visible=False)

    @property
    def cursor_region(self) -> Region:
        """Where the cursor's row is on the screen."""
        region = self.content_region
        if self._index is None or self._index >= len(self._arrangement.heights):
            return region
        top, bottom = self._arrangement.top(self._index), self._arrangement.bottom(self._index)
        return Region(region.x, region.y + top, region.width, bottom - top)

    @property
    def _bar(self) -> str:
        return "▌" if self.has_focus else " "
