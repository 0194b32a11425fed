"""A column in which drawn lists give way, so that what stands below them stays on the screen."""

from typing import Protocol, runtime_checkable

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


class _GivingWay(VerticalLayout):
    """One under the other; what can gives way when not everything fits."""

    name = "giving-way"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:  # noqa: FBT001, FBT002 - Textual's
        placements = super().arrange(parent, children, size, greedy)
        bottoms = (
            placement.region.bottom + placement.margin.bottom for placement in placements if not placement.overlay
        )
        missing = max(bottoms, default=0) - size.height if size.height else 0
        raised = 0
        for index, placement in enumerate(placements):
            given = _given(placement, missing - raised)
            region = placement.region.translate((0, -raised))
            placements[index] = placement._replace(region=region.grow((0, 0, -given, 0)))
            raised += given
        return placements


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
