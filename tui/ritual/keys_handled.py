"""Waiting for keys to have their effect, where something is about to be done that must not overtake them.

A key climbs from the widget it went to up to the app, which looks up what it does; what comes of it then climbs up as
messages, from one queue to the next. Where keys come in a burst, or the machine is slow, the key for the next step
would leave with a page while answers of it are still on their way, and they would be lost.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget

AT_MOST = 0.5
"""Seconds to wait for one widget: it may be closing, and will then never come to it."""

ROUNDS = 2
"""A message waits in a widget's queue, and what the widget makes of it waits there again before it goes up."""


async def keys_handled(screen: Screen[Any]) -> None:
    """Wait until what came of the keys pressed so far has arrived at the screen.

    For actions, which the app runs key by key. Not for the screen's own message handlers, which would wait for
    themselves.
    """
    for pump in _upwards(screen.focused, screen):
        for _ in range(ROUNDS):
            await _come_to_it(pump)


async def all_keys_handled(app: App[Any]) -> None:
    """Wait until all keys pressed so far have had their effect, below dialogs too.

    For workers: the app itself would wait for itself.
    """
    for pump in (*_upwards(app.screen.focused, app.screen), app):
        await _come_to_it(pump)
    for screen in reversed(app.screen_stack):
        await keys_handled(screen)


def _upwards(focused: Widget | None, screen: Screen[Any]) -> Iterator[MessagePump]:
    if focused is not None:
        yield from (
            widget for widget in focused.ancestors_with_self if isinstance(widget, Widget) and widget is not screen
        )
    yield screen


async def _come_to_it(pump: MessagePump) -> None:
    done = asyncio.Event()
    if pump.call_later(done.set):
        try:
            await asyncio.wait_for(done.wait(), AT_MOST)
        except TimeoutError:
            return
