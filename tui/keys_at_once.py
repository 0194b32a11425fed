"""Keys that are looked up as soon as they come, where nothing between the app and the focus wants them itself.

Textual hands a key to the focused widget and lets it climb, one queue after the other, up to the app, which then looks
up what it does. Where all that a screen makes of keys is bindings, that way leads nowhere else and costs a third of
the time until the screen has changed.

Keys that come while one before them opens a dialog are meant for the dialog. They wait until it can take them, where
Textual would give them to the screen below, or to nobody. Those that come as it closes wait until its answer is taken.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TypeVar

from textual.app import App
from textual.events import Event, Key, Paste

from tui.lean_screen import LeanScreen

Result = TypeVar("Result")

LOOK_AGAIN = 0.005
"""Seconds between two looks whether a dialog is open."""

AT_MOST = 400
"""Looks after which keys are given to whatever there is: two seconds, many times what opening a dialog takes."""


class TakesKeysSoon:
    """A screen that keys wait for: while it opens, or while what a dialog over it gave is taken."""

    def is_opening(self) -> bool:
        """Tell whether keys are to wait."""
        raise NotImplementedError


class OnlyBound:
    """A widget to which keys do nothing but what they are bound to."""


class TakesKeysAtOnce:
    """A screen on which nothing has a use for a key but its bindings, while the focus is on an `OnlyBound` widget."""

    def key_came(self) -> None:
        """Take note of a key, whatever it does: none, unless a screen says otherwise."""


class LooksUpKeys(App[Result]):
    """An app that looks up a key at once where it can, and lets keys wait for the dialog that they are meant for."""

    def __init__(self) -> None:
        self._came: deque[Key | Paste] = deque()
        self._looks = 0
        super().__init__()

    async def on_event(self, event: Event) -> None:
        """Do what a key is bound to, in the order in which keys come; everything else goes Textual's way."""
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            self._came.append(event)
            if not self._looks:
                await self._hand_on()
        else:
            await super().on_event(event)

    async def _hand_on(self) -> None:
        """Hand on what came, one after the other, up to what opens a dialog, and the rest once it is open."""
        while self._came:
            if self._is_opening() and self._looks < AT_MOST:
                self._looks += 1
                self.set_timer(LOOK_AGAIN, self._hand_on)
                return
            await self._take(self._came.popleft())
        self._looks = 0

    def _is_opening(self) -> bool:
        """Tell whether a dialog is there that can't take keys yet."""
        return bool(self.screen_stack) and isinstance(self.screen, TakesKeysSoon) and self.screen.is_opening()

    async def _take(self, event: Key | Paste) -> None:
        if isinstance(event, Key) and self._takes_at_once():
            self.app_focus = True
            workers = len(self.workers)
            await self._do_what_is_bound(event.key)
            if len(self.workers) > workers:
                await asyncio.sleep(0)  # a worker begins, and with it the dialog that it opens
            elif not self._came and isinstance(self.screen, LeanScreen):
                self.screen.draw_at_once(self.focused)
        else:
            await super().on_event(event)

    async def _do_what_is_bound(self, key: str) -> None:
        """Do it as Textual does: what has priority from the app down, the rest from the focus up."""
        chain = [(node, bound.key_to_bindings.get(key, ())) for node, bound in self.screen._binding_chain]  # noqa: SLF001 - there is no public way to ask
        downwards = ((node, each) for node, bindings in reversed(chain) for each in bindings if each.priority)
        upwards = ((node, each) for node, bindings in chain for each in bindings if not each.priority)
        for node, binding in (*downwards, *upwards):
            if await self.run_action(binding.action, node):
                return

    def _takes_at_once(self) -> bool:
        focused: object = self.focused
        if not isinstance(focused, OnlyBound):
            return False
        screen: object = self.screen
        if not isinstance(screen, TakesKeysAtOnce):
            return False
        screen.key_came()
        return True
