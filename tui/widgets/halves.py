"""Boxes in two columns where there is room for them and one under the other, in their own order, elsewhere."""

from textual.containers import VerticalScroll
from textual.geometry import Size
from textual.layout import ArrangeResult, Layout
from textual.layouts.vertical import VerticalLayout
from textual.widget import Widget

from tui.widgets.settled import Settled

LEFT = "left"
"""The class of the boxes that stand in the left column; the others stand in the right one."""
BETWEEN = 1
"""Cells between the columns."""


class _InHalves(VerticalLayout):
    """Each column one under the other; a column knows nothing of the heights in the other."""

    name = "in-halves"

    def __init__(self, two_from: int, between: int) -> None:
        self._two_from = two_from
        self._between = between

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:  # noqa: FBT001, FBT002 - Textual's
        left = [child for child in children if child.has_class(LEFT)]
        right = [child for child in children if not child.has_class(LEFT)]
        if size.width < self._two_from or not right:
            return super().arrange(parent, children, size, greedy)
        half = Size((size.width - self._between) // 2, size.height)
        rest = Size(size.width - self._between - half.width, size.height)
        beside = [
            placed._replace(region=placed.region.translate((half.width + self._between, 0)))
            for placed in super().arrange(parent, right, rest, greedy)
        ]
        return [*super().arrange(parent, left, half, greedy), *beside]


class Halves(Settled):
    """Boxes in two columns from *two_from* cells on."""

    DEFAULT_CSS = "Halves { width: 1fr; height: auto; }"

    def __init__(self, *children: Widget, two_from: int, id: str | None = None) -> None:  # noqa: A002 - the name that Textual's widgets have
        super().__init__(*children, id=id)
        self._two_from = two_from

    @property
    def layout(self) -> Layout:
        """Two columns, or one."""
        return _InHalves(self._two_from, BETWEEN)


class ScrollingHalves(VerticalScroll, Settled):
    """The same, scrolling where they don't fit, and with nothing between them but what the boxes keep free."""

    def __init__(self, *children: Widget, two_from: int, id: str | None = None) -> None:  # noqa: A002 - the name that Textual's widgets have
        super().__init__(*children, id=id, can_focus=False)
        self._two_from = two_from

    @property
    def layout(self) -> Layout:
        """Two columns, or one."""
        return _InHalves(self._two_from, 0)
