"""What changed is drawn alone, and the terminal shows the same as if all had been drawn."""

from collections.abc import Callable
from typing import Any

import pyte
import pytest
from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.containers import Container
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.lean_screen import LeanScreen

WIDTH, HEIGHT = 30, 9


class Lines(Widget):
    """As many lines as there is room for, each saying how often it was drawn."""

    DEFAULT_CSS = "Lines { height: 5; }"

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self.said = "first"
        self.drawn: list[int] = []

    def render_line(self, y: int) -> Strip:
        self.drawn.append(y)
        return Strip([Segment(f"{self.id} {y} {self.said} 漢字")]).adjust_cell_length(self.size.width)

    def change(self, *lines: int, said: str = "then") -> None:
        self.said = said
        self.refresh(*(Region(0, y, self.size.width, 1) for y in lines))


class Show(LeanScreen[None]):
    CSS = """
    Container { layers: default above; }
    #over { layer: above; offset: 4 3; width: 10; height: 2; }
    """

    def compose(self) -> ComposeResult:
        with Container():
            yield Lines("one")
            yield Lines("other")
            yield Lines("over")


class Stage(App[None]):
    def on_mount(self) -> None:
        self.push_screen(Show())

    def lines(self, name: str) -> Lines:
        return self.screen.query_one(f"#{name}", Lines)

    def written(self, *changed: Widget) -> str:
        """What reaches the terminal for these changes, or for the whole screen."""
        compositor = self.screen._compositor
        if changed:
            compositor.update_widgets(set(changed))
        update: Any = compositor.render_update(full=not changed)
        written: str = update.render_segments(self.console)
        return written


class Terminal:
    def __init__(self) -> None:
        self.screen = pyte.Screen(WIDTH, HEIGHT)
        self._stream = pyte.Stream(self.screen)

    def shows_after(self, written: str) -> list[str]:
        self._stream.feed(written.replace("\n", "\r\n"))
        return list(self.screen.display)


@pytest.mark.parametrize("changed", [{"one": (1,)}, {"one": (0, 3), "other": (2,)}, {"over": (0, 1), "one": (2, 3)}])
async def test_the_terminal_shows_the_same_as_if_all_had_been_drawn(changed: dict[str, tuple[int, ...]]) -> None:
    app, terminal = Stage(), Terminal()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        assert app.lines("over").region == Region(4, 3, 10, 2)
        before = terminal.shows_after(app.written())
        for name, lines in changed.items():
            app.lines(name).change(*lines)
        after = terminal.shows_after(app.written(*map(app.lines, changed)))
        assert after != before
        assert after == Terminal().shows_after(app.written())


async def test_a_change_is_drawn_by_the_widget_that_shows_there_and_by_no_other() -> None:
    app = Stage()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        app.written()
        asked: list[str | None] = []
        for name in ("one", "other", "over"):
            app.lines(name).render_lines = _noted(app.lines(name), asked)  # type: ignore[method-assign, assignment]
        app.lines("one").change(1)
        app.written(app.lines("one"))
    assert asked == ["one"]


def _noted(widget: Lines, asked: list[str | None]) -> Callable[[Region], list[Strip]]:
    render = widget.render_lines

    def rendered(crop: Region) -> list[Strip]:
        asked.append(widget.id)
        return render(crop)

    return rendered


async def test_what_a_key_changed_is_drawn_at_once_but_not_where_all_is_laid_out_anew() -> None:
    app = Stage()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        screen, widget = app.screen, app.lines("one")
        assert isinstance(screen, LeanScreen)
        frames: list[str] = []
        screen._compositor_refresh = lambda: frames.append(widget.said)  # type: ignore[method-assign]
        widget.change(1)
        screen.draw_at_once(widget)
        assert frames == ["then"]
        screen.draw_at_once(widget)  # nothing has changed since
        assert frames == ["then"]
        widget.change(1, said="once more")
        screen.refresh(layout=True)
        screen._layout_required = True
        screen.draw_at_once(widget)
        assert frames == ["then"]
