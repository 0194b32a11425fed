"""Keys that are looked up as soon as they come, where nothing between the app and the focus wants them itself.

Textual hands a key to the focused widget and lets it climb, one queue after the other, up to the app, which then looks
up what it does. Where all that a screen makes of keys is bindings, that way leads nowhere else and costs a third of
the time until the screen has changed.
"""

from __future__ import annotations

from typing import Protocol, TypeVar, runtime_checkable

from textual.app import App
from textual.events import Event, Key
from textual.widget import Widget

Result = TypeVar("Result")


@runtime_checkable
class TakesKeysAtOnce(Protocol):
    """A screen on which no widget has a use for a key but its bindings, while the focus is on a `bound` one."""

    def is_bound(self, focused: Widget) -> bool:
        """Tell whether keys do nothing to this widget but what they are bound to."""
        ...

    def key_came(self) -> None:
        """Take note of a key, whatever it does."""
        ...


class LooksUpKeys(App[Result]):
    """An app that looks up a key at once where it can."""

    async def on_event(self, event: Event) -> None:
        """Do what a key is bound to, in the order in which keys come; everything else goes Textual's way."""
        if isinstance(event, Key) and not event.is_forwarded and self._takes_at_once():
            self.app_focus = True
            await self._do_what_is_bound(event.key)
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
        focused = self.focused
        if focused is None or not isinstance(self.screen, TakesKeysAtOnce) or not self.screen.is_bound(focused):
            return False
        self.screen.key_came()
        return True
