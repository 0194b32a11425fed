"""A list that is drawn as one widget: quick with many rows, scrolling when it gets too little room."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.keys_at_once import OnlyBound
from tui.widgets.arrangement import Arrangement
from tui.widgets.lines import wrapped
from tui.widgets.remapped import with_keys_now
from tui.widgets.row import DrawnRow, Row, strip
from tui.widgets.settled import Settled, foresee_bar

Header = Callable[[int], Sequence[Content]]
"""Makes the lines that stay on top from the cells there are."""


class Rows(ScrollView, Settled, OnlyBound, can_focus=True, inherit_bindings=False):
    """A list of rows with a cursor.

    The header stays on top while the rows scroll. The blank lines between rows (`spacing`) are left out when the rows
    do not fit with them. `gutter` is the cursor's column with the space after it, in cells, at least 1.
    """

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", show=False, id="rows.up"),
        Binding("down,j", "step(1)", show=False, id="rows.down"),
        Binding("home", "end(-1)", show=False, id="rows.first"),
        Binding("end", "end(1)", show=False, id="rows.last"),
        Binding("pageup", "page(-1)", show=False, id="rows.page_up"),
        Binding("pagedown", "page(1)", show=False, id="rows.page_down"),
        Binding("enter", "choose", show=False, id="rows.choose"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--bar", "rows--empty"}
    DEFAULT_CSS = """
    Rows {
        height: auto;
        max-height: 100%;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & > .rows--bar { color: $quiet; }
        & > .rows--empty { color: $quiet; }
        &:focus > .rows--bar { color: $you; }
    }
    """

    class _Told(Message):
        def __init__(self, rows: "Rows", key: str) -> None:
            super().__init__()
            self.rows = rows
            self.key = key

        @property
        def control(self) -> "Rows":
            """The list that tells it."""
            return self.rows

    class Moved(_Told):
        """The cursor went to another row."""

    class Chosen(_Told):
        """A row was chosen, by Enter or a double click."""

    class Touched(_Told):
        """A spot in a row was clicked."""

        def __init__(self, rows: "Rows", key: str, spot: str) -> None:
            super().__init__(rows, key)
            self.spot = spot

    def __init__(
        self,
        rows: Sequence[Row] = (),
        *,
        header: Header | None = None,
        empty: str | Content = "",
        spacing: int = 0,
        gutter: int = 2,
        current: str | None = None,
        id: str | None = None,  # noqa: A002 - the name that Textual's widgets have
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._drawn: list[DrawnRow] = []
        self._index: int | None = None
        self._header = header
        self._empty = empty
        self._spacing = spacing
        self._gutter = gutter
        self._laid_out = Size(0, 0)
        self._measured: tuple[int, int, int] | None = None
        self._top: list[Content] = []
        self._arrangement = Arrangement()
        self.set_rows(rows, current=current)

    # What is shown

    @property
    def current(self) -> str | None:
        """The key of the row that the cursor is on; None without rows to choose."""
        return None if self._index is None else self._drawn[self._index].row.key

    def set_rows(self, rows: Sequence[Row], *, current: str | None = None) -> None:
        """Replace all rows. The cursor goes to `current`, or stays on its row, or goes to the nearest that is left."""
        wanted, before, old = current or self.current, self._index, self._drawn
        kept = {drawn.row.key: drawn for drawn in old}
        self._drawn = [_kept_or_new(row, kept.get(row.key)) for row in rows]
        found = self._find(wanted)
        self._index = self._nearest(before or 0) if found is None else found
        self._rearrange()
        self._refresh_changed(old, before)

    def _refresh_changed(self, old: Sequence[DrawnRow], cursor: int | None) -> None:
        if len(old) != len(self._drawn) or cursor != self._index:
            self.refresh()
        else:
            pairs = zip(old, self._drawn, strict=True)
            self._refresh_rows(index for index, (before, now) in enumerate(pairs) if before is not now)

    def set_empty(self, text: str | Content) -> None:
        """Replace what stands there while there are no rows."""
        self._empty = text
        self._rearrange()
        self.refresh()

    def go_to(self, key: str) -> bool:
        """Put the cursor on the row of this key, without a message; False when there is none to choose."""
        index = self._find(key)
        if index is not None:
            self._put_cursor(index)
        return index is not None

    # The cursor

    def action_step(self, direction: int) -> None:
        """Go to the next row (1) or the one before (-1)."""
        if self._index is not None:
            ahead = self._choosable(self._index + direction, direction)
            self._move(self._index if ahead is None else ahead)

    def action_end(self, direction: int) -> None:
        """Go to the last row (1) or the first one (-1)."""
        self._move(self._choosable(0 if direction < 0 else len(self._drawn) - 1, -direction))

    def action_page(self, direction: int) -> None:
        """Go on (1) or back (-1) by as many rows as can be seen."""
        if self._index is None:
            return
        row = self._arrangement.near(self._arrangement.top(self._index) + direction * self._seen)
        row += direction if row == self._index else 0
        ahead = self._choosable(row, direction)
        self._move(self._choosable(row, -direction) if ahead is None else ahead)

    def action_choose(self) -> None:
        """Choose the row that the cursor is on."""
        if self.current is not None:
            self.post_message(self.Chosen(self, self.current))

    def _find(self, key: str | None) -> int | None:
        rows = enumerate(drawn.row for drawn in self._drawn)
        return next((index for index, row in rows if row.choosable and row.key == key), None)

    def _choosable(self, start: int, direction: int) -> int | None:
        """The first row to choose from this one on, in this direction."""
        way = range(start, len(self._drawn) if direction > 0 else -1, direction)
        return next(
            (index for index in way if 0 <= index < len(self._drawn) and self._drawn[index].row.choosable), None
        )

    def _nearest(self, index: int) -> int | None:
        after = self._choosable(index, 1)
        return self._choosable(index - 1, -1) if after is None else after

    def _move(self, index: int | None) -> None:
        if index is None:
            return
        moved = index != self._index
        self._put_cursor(index)
        if moved:
            self._tell_moved(self._drawn[index].row.key)

    def _tell_moved(self, key: str) -> None:
        self.post_message(self.Moved(self, key))

    def _put_cursor(self, index: int) -> None:
        before, self._index = self._index, index
        self._rearrange()
        self._refresh_rows(row for row in (before, index) if row is not None)
        self._scroll_to_cursor()

    def _refresh_rows(self, indices: Iterable[int]) -> None:
        """Have these rows drawn again where they stand."""
        for index in indices:
            if index < len(self._arrangement.heights):
                self.refresh_lines(len(self._top) + self._arrangement.top(index), self._arrangement.heights[index])

    def _scroll_to_cursor(self) -> None:
        """Bring the cursor's row into view, with the headings above it, and what ends the list, when they fit."""
        if self._index is None or not self._laid_out:
            return
        first = self._index
        while first > 0 and not self._drawn[first - 1].row.choosable:
            first -= 1
        bottom = self._arrangement.bottom(self._index)
        fits = bottom - self._arrangement.top(first) <= self._seen
        top = self._arrangement.top(first if fits else self._index)
        if self._choosable(self._index + 1, 1) is None:  # what stands below the last one can't be come to otherwise
            bottom = min(self._arrangement.bottom(len(self._drawn) - 1), top + self._seen)
        self.scroll_to(y=min(top, max(self.scroll_y, bottom - self._seen)), animate=False, force=True)

    # Where it is

    def arrangements(self, width: int) -> Sequence[Arrangement]:
        """The ways to set the rows in this width (without the gutter), the airiest first."""
        current = self._index
        heights = tuple(len(drawn.lines(width, current=index == current)) for index, drawn in enumerate(self._drawn))
        return [Arrangement(heights, self._spacing), Arrangement(heights)]

    def header_lines(self, width: int, arrangement: Arrangement) -> list[Content]:
        """The lines that stay on top at this width (without the gutter)."""
        lines = list(self._header(width)) if self._header else []
        return [*lines, *[Content()] * arrangement.spacing] if lines else []

    def height_within(self, width: int, available: int) -> int:
        """The lines to take of those available: what the airiest setting that fits needs."""
        height = self._setting(width, available)[2]
        if height > available and not self.show_vertical_scrollbar:
            beside = width - self.scrollbar_size_vertical
            foresee_bar(self, Size(beside, available), Size(beside, height))
        return min(available, height)

    def _setting(self, width: int, available: int) -> tuple[Arrangement, list[Content], int]:
        """The airiest arrangement that fits, or else the closest, with the header and the lines they take."""
        if not self._drawn:
            empty = self._empty_lines(width)
            return Arrangement(), empty, len(empty)
        inner = max(1, width - self._gutter)
        settings = [self._set(arrangement, inner) for arrangement in self.arrangements(inner)]
        return next((setting for setting in settings if setting[2] <= available), settings[-1])

    def _set(self, arrangement: Arrangement, width: int) -> tuple[Arrangement, list[Content], int]:
        top = self.header_lines(width, arrangement)
        return arrangement, top, arrangement.height + len(top)

    def _empty_lines(self, width: int) -> list[Content]:
        words = with_keys_now(self, self._empty) if isinstance(self._empty, str) else self._empty
        return wrapped(words, width - self._gutter) if words else []

    def _setting_beside_bar(self, size: Size) -> tuple[Arrangement, list[Content], int]:
        """The setting in the room there is; without the scroll bar's column that may need no scroll bar."""
        if self.show_vertical_scrollbar:
            without = self._setting(size.width + self.scrollbar_size_vertical, size.height)
            if without[2] <= size.height:
                return without
        return self._setting(size.width, size.height)

    @property
    def _seen(self) -> int:
        """How many lines of rows can be seen at once."""
        return max(1, self.scrollable_content_region.height - len(self._top))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines that all rows take, set closer when they would not fit the container."""
        available = container.height or viewport.height
        height = self._setting(width, available)[2]
        self._measured = width, available, height
        return height

    def _wants_another_height(self) -> bool:
        """Whether the height that the layout was told is no longer right."""
        if not self.styles.auto_dimensions:
            return False
        if self._measured is None:
            return True
        width, available, height = self._measured
        return self._setting(width, available)[2] != height

    def _rearrange(self) -> None:
        """Find anew where each row is. The screen is only laid out again when the height changed."""
        if self._is_arranged_anew():
            self.refresh(layout=self._wants_another_height())

    def _is_arranged_anew(self) -> bool:
        """Find where each row is; whether that is elsewhere than before."""
        size = self.scrollable_content_region.size
        if not size:  # hidden: the rows may be others by the time it is shown again
            self._laid_out = size
            return False
        before = self._arrangement, self._laid_out
        self._laid_out = size
        self._arrangement, self._top, height = self._setting_beside_bar(size)
        if before == (self._arrangement, size):
            return False
        self.virtual_size = Size(size.width, height)
        self._scroll_update(self.virtual_size)
        return True

    def on_resize(self) -> None:
        """Set the rows anew and keep the cursor in view."""
        self._rearrange()
        self._scroll_to_cursor()

    # How it looks

    def notify_style_update(self) -> None:
        """Colour all rows anew: the theme may have changed."""
        super().notify_style_update()
        for drawn in self._drawn:
            drawn.forget_colours()
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of this part, after a last look at the width: a scroll bar may have come or gone."""
        moved = self.scrollable_content_region.size != self._laid_out and self._is_arranged_anew()
        if moved and self._wants_another_height():
            self.refresh(layout=True)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line: of the header, of a row with its cursor, or a blank one."""
        width = self.scrollable_content_region.width
        style = self.visual_style
        return self._line(y, width).adjust_cell_length(width, style.rich_style)

    def _line(self, y: int, width: int) -> Strip:
        if y < len(self._top):
            component = ("rows--empty",) if not self._drawn else ()
            return self._with_gutter(strip(self._top[y], self.get_visual_style(*component)), " ")
        place = self._row_at(y)
        if place is None:
            return Strip.blank(width, self.visual_style.rich_style)
        index, line = place
        current = index == self._index
        strips = self._drawn[index].strips(max(1, width - self._gutter), self.visual_style, current=current)
        return self._with_gutter(strips[line], self._bar if current else " ")

    @property
    def _bar(self) -> str:
        return "▌" if self.has_focus else "▏"

    def _with_gutter(self, line: Strip, bar: str) -> Strip:
        style = self.get_visual_style("rows--bar").rich_style
        return Strip([Segment(bar.ljust(self._gutter), style), *line], self._gutter + line.cell_length)

    def _row_at(self, y: int) -> tuple[int, int] | None:
        """The row at this line of the widget, and which of its lines that is."""
        return None if y < len(self._top) else self._arrangement.at(y - len(self._top) + self.scroll_offset.y)

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Select the row, tell of a spot, choose on a double click."""
        offset = event.get_content_offset(self)
        place = self._row_at(offset.y) if offset is not None else None
        if place is None or not self._drawn[place[0]].row.choosable:
            return
        event.stop()
        self._move(place[0])
        key, spot = self._drawn[place[0]].row.key, event.style.meta.get("spot")
        if spot is not None:
            self.post_message(self.Touched(self, key, spot))
        elif event.chain == 2:  # noqa: PLR2004 - a double click
            self.post_message(self.Chosen(self, key))


def _kept_or_new(row: Row, kept: DrawnRow | None) -> DrawnRow:
    return kept if kept is not None and kept.looks_like(row) else DrawnRow(row)
