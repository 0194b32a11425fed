"""Lists in boxes of their own with one cursor through all of them: where one ends, the next goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.geometry import Region

from tui.widgets.row import Row
from tui.widgets.rows import Rows


class LinkedRows(Rows):
    """A list that shows its cursor only while keys come here.

    `passed` is called when the cursor is to go beyond the first (-1) or the last (1) row. It is no message, so that
    keys in a burst find the cursor where the one before has put it.
    """

    DEFAULT_CSS = """
    LinkedRows { max-height: 9999; }
    """

    def __init__(self, passed: Callable[[int], None], *, id: str) -> None:  # noqa: A002 - the name that Textual's widgets have
        super().__init__(id=id)
        self._passed = passed

    def set_rows(self, rows: Sequence[Row], *, current: str | None = None) -> None:
        """Replace all rows; a box that had none, or was out of sight, grows with them too."""
        super().set_rows(rows, current=current)
        if not self.size:
            self.forget_height()
            self.refresh(layout=True)

    def action_step(self, direction: int) -> None:
        """Go to the next row (1) or the one before (-1), or out of the list."""
        before = self.current
        super().action_step(direction)
        if before is not None and self.current == before:
            self._passed(direction)

    def enter(self, direction: int) -> None:
        """Take the cursor, on the first row coming from above (1), or on the last from below (-1)."""
        self._put_cursor(self._choosable(0 if direction > 0 else len(self._drawn) - 1, direction) or 0)
        self.screen.set_focus(self, scroll_visible=False)  # at once: the next key may wait already

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
