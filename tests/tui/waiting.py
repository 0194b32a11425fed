"""Waiting for the app to have done what it was told, without waiting any longer, or drawing what nobody reads."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from textual.screen import Screen

from tui.widgets import line_input

AHEAD = 1.2 * line_input.HOLD
"""Seconds within which whatever is due is waited for: the longest that a key is held back."""

LEAST = 0.6 * line_input.BURST
"""Seconds that go by in any case. There are two waits for each key, and keys nearer to each other count as a paste."""

MOST = 20
"""Times the longest sleep that work may take."""

GLANCE = 0.005
"""Seconds between two looks whether a thread is done."""


def _in_threads(executor: Any) -> bool:
    """Whether a thread that the loop has begun is at work; what it gives is with the loop before it is counted idle."""
    return executor is not None and len(executor._threads) > executor._idle_semaphore._value


async def until_idle(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Return as soon as nothing is left to do and nothing is due soon, where Textual would sleep to find that out.

    Not more than *max_sleep* is slept, where something comes again and again or a thread takes long; work of the loop
    may take its time on a machine that has little.
    """
    del min_sleep  # Textual's own way to give the app time
    loop: Any = asyncio.get_running_loop()
    end = loop.time() + MOST * max_sleep
    slept = 0.0
    await asyncio.sleep(LEAST)
    while slept < max_sleep and loop.time() < end:
        await asyncio.sleep(0)
        if loop._ready:
            continue
        if _in_threads(loop._default_executor):
            slept += GLANCE
            await asyncio.sleep(GLANCE)
            continue
        due = min((each.when() for each in loop._scheduled if not each.cancelled()), default=end)
        wait = due - loop.time()
        if wait > AHEAD:
            return
        slept += max(wait, 0)
        await asyncio.sleep(max(wait, 0))


def _not_drawn(screen: Screen[Any]) -> None:
    """Draw nothing that nobody reads, which is a third of the work: what a test asks for is drawn when it asks.

    That every screen can be drawn is what the tests of its looks show.
    """
    screen._dirty_widgets.clear()
    screen._compositor._dirty_regions.clear()


@contextmanager
def no_longer_than_needed() -> Iterator[None]:
    """Let every pilot wait so, and draw only what is read."""
    with (
        patch("textual.app.wait_for_idle", until_idle),
        patch("textual.pilot.wait_for_idle", until_idle),
        patch.object(Screen, "_compositor_refresh", _not_drawn),
    ):
        yield
