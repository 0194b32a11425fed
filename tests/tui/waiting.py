"""Waiting for the app to have done what it was told, without waiting any longer."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from textual import _wait

AHEAD = _wait.SLEEP_GRANULARITY
"""Seconds within which whatever is due is waited for: as long as Textual's own tests wait before they look again."""

textuals_own = _wait.wait_for_idle


async def until_idle(min_sleep: float = AHEAD, max_sleep: float = 1) -> None:
    """Return as soon as nothing is left to do and nothing is due soon, where Textual would sleep to find that out.

    What a thread is doing can't be seen from its loop: where there was one, sleep as Textual does.
    """
    loop: Any = asyncio.get_running_loop()
    end = loop.time() + max_sleep
    while loop.time() < end:
        await asyncio.sleep(0)
        if loop._default_executor is not None:
            await textuals_own(min_sleep, max_sleep)
            return
        if loop._ready:
            continue
        due = min((each.when() for each in loop._scheduled if not each.cancelled()), default=end)
        wait = due - loop.time()
        if wait > AHEAD:
            return
        await asyncio.sleep(max(wait, 0))


@contextmanager
def no_longer_than_needed() -> Iterator[None]:
    """Let every pilot wait so."""
    with patch("textual.app.wait_for_idle", until_idle), patch("textual.pilot.wait_for_idle", until_idle):
        yield
