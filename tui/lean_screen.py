"""A screen of which only that is drawn what changed, at once where a key asks for it, and not all around it.

Textual draws whole every widget whose container a change lies in, and cuts from them what it shows. Where a change lies
in one widget alone, as the lines of a row do, those lines are enough. And a focus that moves is no change of the whole
screen: a widget that gains or loses it draws itself anew.
"""

from __future__ import annotations

from itertools import groupby
from typing import TypeVar

from textual._compositor import ChopsUpdate, Compositor  # a screen has it, and no public way to tell it this
from textual.geometry import Region
from textual.reactive import Reactive
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

Outcome = TypeVar("Outcome")

Span = tuple[int, int, int]
"""A line of the screen, the first of the cells that changed there, and the first after them."""


class LeanCompositor(Compositor):
    """A compositor that has what changed drawn by the one widget that shows there."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """Give what the changed parts show; Textual's way where more than one widget shows in one of them."""
        spans = list(self._regions_to_spans(self._dirty_regions))
        shown = [(front, span) for span in spans if (front := self._front(span)) is not None]
        if not spans or len(shown) < len(spans):
            return super().render_partial_update()
        self._dirty_regions.clear()
        strips: list[dict[int, Strip | None]] = [{} for _ in range(self.size.height)]
        ends: list[list[int]] = [[] for _ in range(self.size.height)]
        for ((widget, whole), left, right), same in groupby(shown, lambda each: (each[0], *each[1][1:])):
            lines = [y for _, (y, _, _) in same]
            part = Region(left, lines[0], right - left, lines[-1] + 1 - lines[0])
            drawn = widget.render_lines(part.translate(-whole.offset))
            for y in lines:
                strips[y][left] = drawn[y - lines[0]]
                ends[y].append(right)
        return ChopsUpdate(strips, spans, ends)

    def _front(self, span: Span) -> tuple[Widget, Region] | None:
        """Find the widget that shows all along a span, and where it lies; None where there is none, or more of them."""
        y, left, right = span
        for widget, seen, whole in self.layers_visible[y]:
            if seen.x < right and left < seen.right:
                return (widget, whole) if seen.x <= left and right <= seen.right else None
        return None


class LeanScreen(Screen[Outcome]):
    """A screen that is drawn no more than it has changed."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(self) -> None:
        super().__init__()
        self._compositor = LeanCompositor()

    def draw_at_once(self, widget: Widget | None) -> None:
        """Draw what has changed in a widget; it would else wait for its turn in several queues, one after the other.

        Where more is to be drawn than that, nothing is done: it comes the usual way.
        """
        more = self._layout_required or self._scroll_required or self._repaint_required or self.app._batch_count  # noqa: SLF001 - there is no public way to ask
        if widget is None or not widget._repaint_required or more or not self.is_current:  # noqa: SLF001 - as above
            return
        widget._repaint_required = False  # noqa: SLF001 - as above
        self._dirty_widgets.add(widget)
        self._on_timer_update()
