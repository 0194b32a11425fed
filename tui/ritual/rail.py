"""Where one stands in the ritual: a rail beside the page, or one line above it when there is little room."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from review.ritual.step import Standing
from tui.safe_text import fit
from tui.widgets.lines import line, said

HERE, AHEAD = "▸", "·"
LEFT = {
    Standing.ANSWERED: ("✓", "$good"),
    Standing.PARTLY: ("◐", "$warn"),
    Standing.OPEN: ("○", "$quiet"),
    Standing.NOTHING_ASKED: ("–", "$quiet"),
}
"""Marks of the steps that were left, by how far they are answered."""


class Stop(Struct, frozen=True):
    """One step on the rail: its name in drafts, its title, and how far it is answered; None before it was left."""

    name: str
    title: str
    standing: Standing | None


class Rail(Widget):
    """The steps, the one at hand marked; about how long is left; and whether all is saved."""

    DEFAULT_CSS = """
    Rail { width: 23; height: 1fr; background: $rail; padding: 1 2; }
    """

    class StepChosen(Message):
        """A step was clicked."""

        def __init__(self, name: str) -> None:
            self.name = name
            super().__init__()

    def __init__(self) -> None:
        self._stops: Sequence[Stop] = ()
        self._here = ""
        self._left = ""
        self._saved = ""
        super().__init__(id="rail")

    def show(self, stops: Sequence[Stop], here: str, left: str, saved: str) -> None:
        """Show the steps, the name of the one at hand, and the two lines below them."""
        self._stops, self._here, self._left, self._saved = stops, here, left, saved
        self.refresh()

    def render(self) -> Content:
        """Draw the rail, closer together when there is little height."""
        rows = [self._drawn(stop) for stop in self._stops]
        gap = "\n\n" if self.size.height >= 2 * len(rows) + 4 else "\n"
        steps = Content(gap).join(rows)
        return Content("\n").join([steps, Content(""), said(self._left, "$quiet"), said(self._saved, "$quiet")])

    def _drawn(self, stop: Stop) -> Content:
        if stop.name == self._here:
            return line((f"{HERE} ", "$you"), (stop.title, "bold $you"))
        if stop.standing is not None:
            mark, tone = LEFT[stop.standing]
            return line((f"{mark} ", tone), (stop.title, "$quiet"))
        return line((f"{AHEAD} {stop.title}", "$quiet"))

    def on_click(self, event: object) -> None:
        """Go to the step that was clicked."""
        y = getattr(event, "y", -1) - 1
        each = 2 if self.size.height >= 2 * len(self._stops) + 4 else 1
        at, off = divmod(y, each)
        if off == 0 and 0 <= at < len(self._stops):
            self.post_message(self.StepChosen(self._stops[at].name))


def in_one_line(stops: Sequence[Stop], here: str, width: int) -> Content:
    """Draw the rail as one line; titles of the steps behind give way first, then those of all but the one at hand."""
    for show_done in (True, False):
        drawn = line(*_short(stops, here, show_done=show_done))
        if drawn.cell_length <= width:
            return drawn
    title = next((stop.title for stop in stops if stop.name == here), "")
    return said(fit(title, width), "bold $you") if width > 0 else said("")


def _short(stops: Sequence[Stop], here: str, *, show_done: bool) -> list[tuple[str, str]]:
    parts: list[tuple[str, str]] = []
    for stop in stops:
        if stop.name == here:
            parts += [(f"{HERE} ", "$you"), (f"{stop.title} ", "bold $you")]
        elif stop.standing is not None:
            mark, tone = LEFT[stop.standing]
            parts += [(f"{mark} ", tone), *([(f"{stop.title} ", "")] if show_done else [])]
        else:
            parts.append((f"{AHEAD} ", "$quiet"))
    return parts
