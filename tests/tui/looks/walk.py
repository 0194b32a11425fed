"""Taking a tour: at each of its screens, a drawing at every size in both themes, and what is wrong there."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from msgspec import Struct, structs
from textual.drivers.headless_driver import HeadlessDriver
from textual.events import Resize
from textual.geometry import Size as Cells
from textual.screen import Screen

from tests.tui.looks import around_home, crowd, in_the_past, in_the_ritual
from tests.tui.looks.drawing import Drawing, drawn
from tests.tui.looks.faults import faults, unreadable
from tests.tui.looks.tour import Tour
from tests.tui.stage import Stage, StandingClock, staged
from tui.abilities import Saving
from tui.theme import DARK, LIGHT

Size = tuple[int, int]
SIZES: tuple[Size, ...] = ((160, 50), (120, 40), (80, 24), (60, 20))
SMALL: tuple[Size, ...] = ((80, 24), (60, 20)) if os.environ.get("OBSESS_REVIEW_THOROUGH") == "1" else ((60, 20),)
"""Where many prospects and long names are hardest to place."""

USUAL = (120, 40)

HOME = "/home/you"
"""The home folder in what is shown; nothing is written to it."""

MOST_ROUNDS, QUIET_ROUNDS = 50, 3
"""Times that all messages are waited for after a change of size or colours, and times of them that nothing is left."""

CROWDED = "crowded "

TOURS = (*around_home.TOURS, *in_the_ritual.TOURS, *in_the_past.TOURS)
"""All of them: between them they come to every screen."""


CROWDED_TOURS = tuple(
    structs.replace(tour, name=f"{CROWDED}{tour.name}", history=crowd.history) for tour in TOURS if tour.crowded
)
"""The same screens with many prospects and names of any length and letters."""


class Look(Struct, frozen=True):
    """A screen at one size, in the dark theme and in the light one, and what is wrong there."""

    name: str
    size: Size
    dark: Drawing
    light: Drawing
    faults: tuple[str, ...]

    def __str__(self) -> str:
        width, height = self.size
        return f"{self.name} {width}×{height}"


async def walked(tour: Tour, folder: Path, sizes: Sequence[Size] = SIZES) -> AsyncIterator[Look]:
    """Take a tour, and give what is seen at each screen at these sizes."""
    async with touring(tour, folder) as stage:
        async for name, words in tour.way(stage):
            for screen in stage.app.screen_stack:
                if isinstance(screen, Saving):
                    screen.save()  # which it does by itself a moment later, and says so
            assert tour.name.startswith(CROWDED) or words in stage.text, f"{name}: {words!r} is not in\n{stage.text}"
            await settled(stage)
            for size in sizes:
                yield await _looked(stage, name, size)
            await _sized(stage, USUAL)


@asynccontextmanager
async def touring(tour: Tour, folder: Path) -> AsyncIterator[Stage]:
    """Run the app as the tour begins, in *folder*, with nothing of it in what is shown."""
    with tour.beside(folder / "data"), patch.object(Screen, "_compositor_refresh", _not_shown):
        async with staged(
            folder,
            clock=StandingClock(tour.today),
            history=tour.history(),
            marked=tour.marked,
            start=tour.start,
            size=USUAL,
        ) as stage:
            yield stage


def _not_shown(screen: Screen[Any]) -> None:
    """Draw nothing between two looks: nobody sees it, and it is most of the work."""
    screen._dirty_widgets.clear()
    screen._compositor._dirty_regions.clear()


async def _sized(stage: Stage, size: Size) -> None:
    driver = stage.app._driver
    assert isinstance(driver, HeadlessDriver)
    driver._size = size
    stage.app.post_message(Resize(Cells(*size), Cells(*size)))
    await stage.pilot._wait_for_screen()
    stage.app._check_resize()  # Textual would wait for a moment, in case the window is being dragged
    await settled(stage)


async def settled(stage: Stage) -> None:
    """Wait until all is laid out and drawn: what comes of a message may send another one."""
    quiet = 0
    for _ in range(MOST_ROUNDS):
        screen = stage.app.screen
        waiting = screen._layout_required or screen._scroll_required or screen._dirty_widgets or screen._callbacks
        quiet = 0 if waiting or screen.size != stage.app.size else quiet + 1
        if quiet == QUIET_ROUNDS:
            return
        await stage.pilot._wait_for_screen()
        stage.app.screen._on_timer_update()


async def _looked(stage: Stage, name: str, size: Size) -> Look:
    await _sized(stage, size)
    where = faults(stage.app.screen)
    first = drawn(stage.app)
    await _turned(stage)
    second = drawn(stage.app)
    dark, light = (first, second) if stage.app.theme == LIGHT.name else (second, first)
    differ = ["the themes differ in their text"] if dark.text != light.text else []
    colours = [f"{theme}: {each}" for theme, shown in (("dark", dark), ("light", light)) for each in unreadable(shown)]
    return Look(name, size, dark, light, (*where, *differ, *colours))


async def _turned(stage: Stage) -> None:
    """Change to the other of our two themes."""
    stage.app.theme = LIGHT.name if stage.app.theme == DARK.name else DARK.name
    await settled(stage)
