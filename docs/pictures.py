"""Makes the pictures of the README from the made-up history: ``python docs/pictures.py``.

Each is the app's own screen as SVG, without the web font that Textual would have it load.
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from review import demo
from review.month import Month
from store.library import Library
from tui.app import ReviewApp, new_id
from tui.clock import Clock
from tui.desk import Desk
from tui.settings import SettingsFile

HERE = Path(__file__).parent / "pictures"
TODAY = date(2026, 11, 22)
LAST = Month("2026-10")
RATINGS = ("5", "2", "4", "1", "3", "3", "4", "3", "2", "4")
COSTS = ("1", "1", "enter", "4", "5", "enter", "4", "4", "enter", "2", "6", "enter", "1", "2", "enter", "2")
TO_URGENCY = ("enter", "ctrl+n", "ctrl+n", *RATINGS)
TO_REALITY = (*TO_URGENCY, "ctrl+n", *COSTS)
SEGMENT_RATINGS = ("3", "5", "4", "3", "3", "3", "3", "2", "4", "1", "3", "3")
TO_SEGMENTS = (*TO_REALITY, "ctrl+n", *SEGMENT_RATINGS)
PICTURES = {
    "home": (),
    "urgency": TO_URGENCY,
    "reality": TO_REALITY,
    "segments": TO_SEGMENTS,
    "trends": ("t",),
    "commit": (*TO_SEGMENTS, "ctrl+n", "ctrl+n"),
}
FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def picture(keys: tuple[str, ...], size: tuple[int, int] = (120, 40)) -> str:
    """Give the screen after some keys."""
    clock = Clock(TODAY)
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder), clock.now)
        library.fill(demo.history(LAST))
        settings = SettingsFile(Path(folder) / "settings.toml")
        desk = Desk(library, clock, settings.read(), new_id, time.monotonic)
        app = ReviewApp(desk, settings, None, made_up=True)
        async with app.run_test(size=size) as pilot:
            await pilot.pause(0.2)
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
            await pilot.pause(0.2)
            return FONT.sub("", app.export_screenshot(title="obsess-review"))


def main() -> None:
    """Write every picture, or those named."""
    HERE.mkdir(exist_ok=True)
    for name in sys.argv[1:] or PICTURES:
        (HERE / f"{name}.svg").write_text(asyncio.run(picture(PICTURES[name])), encoding="utf-8")


if __name__ == "__main__":
    main()
