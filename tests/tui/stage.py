"""The whole app on a folder of its own, for tests that drive it as a person would."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

from textual._context import visible_screen_stack
from textual.pilot import Pilot
from textual.screen import Screen

from review import demo
from review.history import History
from review.month import Month
from store.library import Library
from tui.app import Leaving, ReviewApp
from tui.clock import Clock
from tui.desk import Desk
from tui.settings import SettingsFile
from tui.start import Start

TODAY = date(2026, 11, 22)
LAST = Month("2026-10")
ALMOST = {" ": "space", ",": "comma", ".": "full_stop", "/": "slash", "-": "minus"}


@cache
def made_up_history() -> History:
    """Give two years of made-up reviews, up to October 2026; told once, for all tests."""
    return demo.history(LAST)


class StandingClock(Clock):
    """A clock that always shows a quarter past eight in the evening of one day, and is none that stands in."""

    def __init__(self, day: date) -> None:
        super().__init__()
        self._day = day

    def today(self) -> date:
        return self._day

    def now(self) -> datetime:
        return datetime.combine(self._day, time(20, 15), UTC)


class Stage:
    """An app, its folder's library, and the pilot at its keys."""

    def __init__(self, app: ReviewApp, pilot: Pilot[Leaving]) -> None:
        self.app = app
        self.pilot = pilot
        self.library = app.desk.library

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, as slowly as a person, so that none is taken for a paste."""
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()

    async def write(self, words: str) -> None:
        """Type words."""
        await self.pilot.press(*(ALMOST.get(letter, letter) for letter in words))
        await self.pilot.pause(0.03)

    def shows(self, kind: type[Screen[Any]]) -> bool:
        """Whether a screen of this kind is on top."""
        return isinstance(self.app.screen, kind)

    async def sized(self, width: int, height: int) -> None:
        """Change the window's size."""
        await self.pilot.resize_terminal(width, height)
        await self.pilot.pause()

    @property
    def text(self) -> str:
        """What stands on the screen."""
        width, height = self.app.size
        visible_screen_stack.set(self.app._background_screens)
        lines = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in lines[:height]) if width else ""


@asynccontextmanager
async def staged(
    folder: Path,
    *,
    today: date = TODAY,
    made_up: bool = False,
    marked: bool = False,
    start: Start | None = None,
    size: tuple[int, int] = (120, 40),
    clock: Clock | None = None,
    history: History | None = None,
) -> AsyncIterator[Stage]:
    """Run the app on a folder; *made_up* fills it with the made-up history first, *marked* says so on every screen.

    Another *history* takes its place, and another *clock* that of one on which *today* stands in for the clock's day.
    """
    clock = clock or Clock(today)
    library = Library(folder / "data", clock.now)
    told = history or (made_up_history() if made_up else None)
    if told is not None and told.sessions:
        library.fill(told)
    settings = SettingsFile(folder / "settings.toml")
    numbers, ticks = itertools.count(), itertools.count(0, 5)
    desk = Desk(library, clock, settings.read(), lambda: f"new-{next(numbers)}", lambda: float(next(ticks)))
    app = ReviewApp(desk, settings, start, made_up=marked)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        await pilot.pause()
        yield Stage(app, pilot)
