"""A page of text that is set anew for every width it gets."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.geometry import Size

from tui.widgets.settled import Settled

DrawLines = Callable[[int], Sequence[Content]]
"""Makes the lines for so many cells."""


def nothing(_width: int) -> Sequence[Content]:
    """No lines."""
    return ()


class Drawing:
    """Lines made once for the width they are asked for at."""

    def __init__(self, draw: DrawLines) -> None:
        self._draw = draw
        self._drawn: tuple[int, Sequence[Content]] | None = None

    def lines(self, width: int) -> Sequence[Content]:
        """The lines at this width."""
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = width, self._draw(max(1, width))
        return self._drawn[1]


class Leaf(Settled):
    """Lines one under the other, as many as there are at this width."""

    DEFAULT_CSS = "Leaf { width: 1fr; height: auto; }"

    def __init__(self, draw: DrawLines = nothing, *, id: str | None = None) -> None:  # noqa: A002 - the name that Textual's widgets have
        super().__init__(id=id)
        self._drawing = Drawing(draw)

    def show(self, draw: DrawLines) -> None:
        """Replace what is drawn; the screen is laid out anew only where the number of lines changes."""
        self._drawing = Drawing(draw)
        if self.size and len(self.lines(self.size.width)) == self.size.height:
            self.refresh()
        else:
            self.forget_height()
            self.refresh(layout=True)

    def lines(self, width: int) -> Sequence[Content]:
        """The lines at this width, made once."""
        return self._drawing.lines(width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are."""
        del container, viewport
        return len(self.lines(width))

    def render(self) -> Content:
        """All of them."""
        return Content("\n").join(self.lines(self.size.width))
