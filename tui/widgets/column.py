"""A column in which drawn lists give way, so that what stands below them stays on the screen."""

from typing import Protocol, runtime_checkable

from textual.containers import VerticalScroll
from textual.geometry import Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.layouts.vertical import VerticalLayout
from textual.widget import Widget

from tui.widgets.settled import Settled

LEAST_LINES = 4
"""What a list keeps in any case: a header and two or three rows."""


@runtime_checkable
class GivesWay(Protocol):
    """What can be drawn in fewer lines than it would like."""

    def height_within(self, width: int, available: int) -> int:
        """The lines to take of those available at this width, content only."""


class SaysMore(Settled):
    """What has more to say where rows are free."""

    most: int
    """The lines that it may come to take, with its border: what can be left out leaves it as many, and does not come
    and go with what it says."""

    says_more: bool

    def more_lines(self, width: int) -> int:
        """The lines that more takes than less, at this width of its content."""
        raise NotImplementedError

    def say_more(self, more: bool) -> None:  # noqa: FBT001 - its value
        """Say more, or less; called while it is laid out."""
        raise NotImplementedError


class Spare(Settled):
    """What is left out where not everything fits with it."""


class _GivingWay(VerticalLayout):
    """One under the other. In free rows more is said; where they are missing, lists are set closer, then scroll."""

    name = "giving-way"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:  # noqa: FBT001, FBT002 - Textual's
        kept = [child for child in children if not isinstance(child, Spare)]
        placements = super().arrange(parent, kept, size, greedy)
        if len(kept) < len(children):
            everything = super().arrange(parent, children, size, greedy)
            if _bottom(everything) + sum(map(_may_grow_by, everything)) <= size.height:
                kept, placements = children, everything
        free = size.height - _bottom(placements)
        if [placement for placement in placements if _turned(placement, free)]:
            placements = super().arrange(parent, kept, size, greedy)
        return self._given_way(placements, _bottom(placements) - size.height if size.height else 0)

    @staticmethod
    def _given_way(placements: ArrangeResult, missing: int) -> ArrangeResult:
        raised = 0
        for index, placement in enumerate(placements):
            given = _given(placement, missing - raised)
            region = placement.region.translate((0, -raised))
            placements[index] = placement._replace(region=region.grow((0, 0, -given, 0)))
            raised += given
        return placements


def _bottom(placements: ArrangeResult) -> int:
    bottoms = (placement.region.bottom + placement.margin.bottom for placement in placements if not placement.overlay)
    return max(bottoms, default=0)


def _may_grow_by(placement: WidgetPlacement) -> int:
    """How many lines more this widget may come to take."""
    widget = placement.widget
    return max(0, widget.most - placement.region.height) if isinstance(widget, SaysMore) else 0


def _turned(placement: WidgetPlacement, free: int) -> bool:
    """Have a widget say more where so many rows are free, else less; whether it is to be measured again for that."""
    widget = placement.widget
    if not isinstance(widget, SaysMore):
        return False
    more = widget.more_lines(placement.region.width - widget.gutter.width)
    fits = more <= free + (more if widget.says_more else 0)
    turned = fits != widget.says_more
    if turned:
        widget.say_more(fits)
    return turned


def _given(placement: WidgetPlacement, missing: int) -> int:
    """How many lines this widget can do without when so many are missing."""
    widget, height = placement.widget, placement.region.height
    if missing <= 0 or not isinstance(widget, GivesWay) or placement.overlay:
        return 0
    edge = widget.gutter
    kept = max(min(height, LEAST_LINES), height - missing) - edge.height
    return height - edge.height - widget.height_within(placement.region.width - edge.width, kept)


class Column(Settled):
    """Children one under the other. When they don't all fit, the lists in it are set closer, then scroll."""

    DEFAULT_CSS = """
    Column {
        width: 1fr;
        height: 1fr;
        overflow: hidden auto;
        scrollbar-size-vertical: 1;
    }
    """

    @property
    def layout(self) -> Layout:
        """One under the other, giving way."""
        return _GivingWay()


class ScrollingColumn(VerticalScroll, Settled):
    """The same around boxes, scrolling by keys where they don't fit."""

    @property
    def layout(self) -> Layout:
        """One under the other, giving way."""
        return _GivingWay()
