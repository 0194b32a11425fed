"""Plays the app on the made-up history, as a person at its keys would, for pictures of it."""

from __future__ import annotations

import itertools
import os
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from textual.pilot import Pilot

from review import demo
from review.month import Month
from store.library import Library
from tui.app import Leaving, ReviewApp
from tui.clock import Clock
from tui.desk import Desk
from tui.settings import SettingsFile

TODAY = date(2026, 11, 22)
LAST = Month("2026-10")
KEYS = {" ": "space", ",": "comma", ".": "full_stop", "-": "minus", "'": "apostrophe"}


class Evening(Clock):
    """The evening of one day, always."""

    def today(self) -> date:
        """Give that day."""
        return TODAY

    def now(self) -> datetime:
        """Give eight o'clock in the evening."""
        return datetime(TODAY.year, TODAY.month, TODAY.day, 20, tzinfo=UTC)


class Player:
    """The app and the pilot at its keys."""

    def __init__(self, app: ReviewApp, pilot: Pilot[Leaving]) -> None:
        self.app = app
        self._pilot = pilot

    async def press(self, key: str) -> None:
        """Press a key, and wait until the screen shows what it did."""
        await self._pilot.press(KEYS.get(key, key))
        await self._pilot.pause()
        await self._pilot.pause()

    def expect(self, words: str) -> None:
        """Stop where the words don't stand on the screen: the keys no longer lead there."""
        text = "\n".join(strip.text for strip in self.app.screen._compositor.render_strips())
        if words not in text:
            raise SystemExit(f"“{words}” is not on the screen:\n{text}")


@asynccontextmanager
async def playing(size: tuple[int, int]) -> AsyncIterator[Player]:
    """Open the app on the made-up history in a folder that is thrown away; every run is the same."""
    os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")  # whatever terminal this is called from
    clock, numbers, ticks = Evening(), itertools.count(), itertools.count(0, 4)
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder) / "data", clock.now)
        library.fill(demo.history(LAST))
        settings = SettingsFile(Path(folder) / "settings.toml")
        desk = Desk(library, clock, settings.read(), lambda: f"new-{next(numbers)}", lambda: float(next(ticks)))
        app = ReviewApp(desk, settings, None, made_up=True)
        app.animation_level = "none"
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await pilot.pause()
            yield Player(app, pilot)
