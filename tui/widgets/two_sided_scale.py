"""The two-sided scale: two ratings of each row, drawn towards each other, so that what is lopsided is seen at once."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from tui.widgets.arrangement import Arrangement
from tui.widgets.row import Row
from tui.widgets.rows import Rows
from tui.widgets.scale_columns import PIPS, ScaleColumns, Side, columns_for
from tui.widgets.scale_row import Rating, ScaleDrawing, ScaleRow, ScaleSide, widest

__all__ = ["Rating", "ScaleRow", "ScaleSide", "Side", "TwoSidedScale"]

MIDDLE = 3
"""Where raising and lowering begin on a side that has no number yet."""


class TwoSidedScale(Rows):
    """Rows with a rating on each side. The cursor is on one side of one row; a digit rates it and moves on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "side('left')", show=False, id="scale.left"),
        Binding("right,l", "side('right')", show=False, id="scale.right"),
        # The second key is the same place on a French keyboard, where digits need Shift.
        Binding("1,ampersand", "rate(1)", show=False, id="scale.rate_1"),
        Binding("2,é", "rate(2)", show=False, id="scale.rate_2"),
        Binding("3,quotation_mark", "rate(3)", show=False, id="scale.rate_3"),
        Binding("4,apostrophe", "rate(4)", show=False, id="scale.rate_4"),
        Binding("5,left_parenthesis", "rate(5)", show=False, id="scale.rate_5"),
        Binding("0,à", "rate('unknown')", show=False, id="scale.unknown"),
        Binding("plus,equals_sign", "shift(1)", show=False, id="scale.raise"),
        Binding("minus", "shift(-1)", show=False, id="scale.lower"),
        Binding("backspace,delete", "clear", show=False, id="scale.clear"),
    ]

    class Moved(Rows.Moved):
        """The cursor went to another row or side."""

        def __init__(self, rows: Rows, key: str, side: Side) -> None:
            super().__init__(rows, key)
            self.side: Side = side

    class Rated(Message):
        """A side was rated: 1 to 5, "unknown", or None when its answer was taken back."""

        def __init__(self, scale: "TwoSidedScale", key: str, side: Side, value: Rating) -> None:
            super().__init__()
            self.scale = scale
            self.key = key
            self.side: Side = side
            self.value: Rating = value

        @property
        def control(self) -> "TwoSidedScale":
            """The scale that tells it."""
            return self.scale

    class PassedEnd(Message):
        """The last row's right side was rated by a key: nothing is left to move on to."""

        def __init__(self, scale: "TwoSidedScale") -> None:
            super().__init__()
            self.scale = scale

        @property
        def control(self) -> "TwoSidedScale":
            """The scale that tells it."""
            return self.scale

    def __init__(
        self,
        left: ScaleSide,
        right: ScaleSide,
        rows: Sequence[ScaleRow] = (),
        *,
        empty: str | Content = "",
        moves_on: bool = True,
        current: str | None = None,
        side: Side = "left",
        id: str | None = None,  # noqa: A002 - the name that Textual's widgets have
        classes: str | None = None,
    ) -> None:
        self._left = left
        self._right = right
        self._scale: dict[str, ScaleRow] = {}
        self._side: Side = side
        self._dragging = False
        self._columns: dict[int, ScaleColumns] = {}
        self._titles: dict[int, Content] = {}
        self._widths: tuple[int, int] = 0, 0
        self.moves_on = moves_on
        super().__init__(empty=empty, spacing=1, id=id, classes=classes)
        self.set_scale(rows, current=current)

    # What is shown

    @property
    def side(self) -> Side:
        """The side that a key would rate."""
        return self._side

    def set_scale(self, rows: Sequence[ScaleRow], *, current: str | None = None) -> None:
        """Replace all rows; the cursor stays on its row and side."""
        drawn = {each.row.key: each.row for each in self._drawn}
        self._scale = {row.key: row for row in rows}
        self._fit_columns()
        self.set_rows([self._row(row, drawn.get(row.key)) for row in rows], current=current)
        self._forget_cursor()

    def _row(self, row: ScaleRow, drawn: Row | None) -> Row:
        return drawn if drawn and drawn.facts is row else Row(row.key, partial(self._draw, row), facts=row)

    def _fit_columns(self) -> None:
        """Set the columns anew where the longest name or verdict is another."""
        widths = self._widest()
        if widths != self._widths:
            self._widths = widths
            self._columns.clear()
            self._titles.clear()
            self._forget_all()

    def go_to(self, key: str, side: Side | None = None) -> bool:
        """Put the cursor on a row, and on a side of it, without a message; False when there is no such row."""
        if side is not None:
            self._side = side
            self._forget_cursor()
        return super().go_to(key)

    def _widest(self) -> tuple[int, int]:
        rows = self._scale.values()
        verdicts = {text for row in rows for text in (row.verdict, row.verdict_note)}
        return widest(row.name for row in rows), widest(verdicts)

    def _columns_at(self, width: int) -> ScaleColumns:
        if width not in self._columns:
            self._columns[width] = columns_for(width, *self._widths)
        return self._columns[width]

    def _drawing(self, width: int) -> ScaleDrawing:
        active = self._side if self.has_focus else None
        return ScaleDrawing(self._left, self._right, self._columns_at(width), width, active)

    def _draw(self, row: ScaleRow, width: int, current: bool) -> list[Content]:  # noqa: FBT001 - what a row's drawing is given
        drawing = self._drawing(width)
        return [drawing.rated_line(row, current=current), drawing.words_line(row, current=current)]

    def arrangements(self, width: int) -> Sequence[Arrangement]:
        """Two lines a row with blank ones between, two lines, or one."""
        del width
        count = len(self._scale)
        return [Arrangement((2,) * count, 1), Arrangement((2,) * count), Arrangement((1,) * count)]

    def header_lines(self, width: int, arrangement: Arrangement) -> list[Content]:
        """The titles of the sides."""
        if width not in self._titles:
            self._titles[width] = self._drawing(width).titles()
        return [self._titles[width], *[Content()] * arrangement.spacing]

    def watch_has_focus(self, _has_focus: bool) -> None:  # noqa: FBT001 - what Textual calls it with
        """Mark the side that a key would rate only where keys come."""
        super().watch_has_focus(_has_focus)
        self._forget_cursor()

    # The answers

    def action_side(self, side: Side) -> None:
        """Go to the other side of the row."""
        if self.current is not None and side != self._side:
            self._turn(side)

    def action_rate(self, rating: Rating) -> None:
        """Rate where the cursor is, and move on."""
        if self.current is None:
            return
        key, side = self.current, self._side
        rated = self._take(key, side, rating)
        moved = self.moves_on and self._move_on()
        if rated:
            self._tell_rated(key, side, rating, moved=moved)
        elif moved:
            self._tell_moved(self.current)

    def action_shift(self, by: int) -> None:
        """Raise or lower the rating, from the middle where there is none; the cursor stays."""
        if self.current is None:
            return
        rating = self._scale[self.current].rating(self._side)
        shifted = rating + by if isinstance(rating, int) else MIDDLE
        self._rate(self.current, self._side, max(1, min(PIPS, shifted)))

    def action_clear(self) -> None:
        """Take the answer back; the cursor stays."""
        if self.current is not None:
            self._rate(self.current, self._side, None)

    def _move_on(self) -> bool:
        """Go to the right side, or from there to the next row's left; whether there was somewhere to go."""
        following = None if self._index is None else self._choosable(self._index + 1, 1)
        if self._side == "left":
            self._side = "right"
            self._forget_cursor()
        elif following is None:
            self.post_message(self.PassedEnd(self))
            return False
        else:
            self._side = "left"
            self._put_cursor(following)
        return True

    def _rate(self, key: str, side: Side, rating: Rating) -> None:
        if self._take(key, side, rating):
            self._tell_rated(key, side, rating)

    def _take(self, key: str, side: Side, rating: Rating) -> bool:
        """Draw a rating at once; the owner's rows are the truth when they come. Tells whether it is another one."""
        row = self._scale[key]
        if row.rating(side) == rating:
            return False
        self.set_scale([*(self._scale | {key: row.rated(side, rating)}).values()])
        return True

    def _tell_rated(self, key: str, side: Side, rating: Rating, *, moved: bool = False) -> None:
        """Tell that a side was rated, and whether the cursor moved on with it."""
        self.post_message(self.Rated(self, key, side, rating))
        if moved and self.current is not None:
            self._tell_moved(self.current)

    # The cursor and the colours that go with it

    def _tell_moved(self, key: str) -> None:
        self.post_message(self.Moved(self, key, self._side))

    def _turn(self, side: Side) -> None:
        self._side = side
        self._forget_cursor()
        if self.current is not None:
            self._tell_moved(self.current)

    def _put_cursor(self, index: int) -> None:
        self._drawn[index].forget()  # it may have been drawn with the other side marked
        super()._put_cursor(index)

    def _forget_cursor(self) -> None:
        if self._index is not None:
            self._drawn[self._index].forget()
            self._refresh_rows([self._index])

    def _forget_all(self) -> None:
        for drawn in self._drawn:
            drawn.forget()
        self.refresh()

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go to the side that was pressed, and rate by a pip."""
        offset = event.get_content_offset(self)
        place = self._row_at(offset.y) if offset is not None else None
        if offset is None or place is None:
            return
        columns, column = self._under(offset.x)
        self._move(place[0])
        self.action_side(columns.side_at(column))
        if columns.is_pip(column):
            self._dragging = True
            self.capture_mouse()
            self._rate_at(offset.x)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Change the rating while a pip is dragged."""
        if self._dragging:
            self._rate_at(event.get_content_offset_capture(self).x)

    def on_mouse_up(self) -> None:
        """End dragging."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Two quick clicks on a pip rate twice and do not choose the row."""
        columns, column = self._under(event.get_content_offset_capture(self).x)
        if columns.is_pip(column):
            event.prevent_default()

    def _under(self, x: int) -> tuple[ScaleColumns, int]:
        """The columns of the scale, and which one this column of the widget is."""
        return self._columns_at(max(1, self.scrollable_content_region.width - self._gutter)), x - self._gutter

    def _rate_at(self, x: int) -> None:
        columns, column = self._under(x)
        if self.current is not None:
            self._rate(self.current, self._side, columns.rating_at(column, self._side))
