"""A screen that is not drawn whole each time the focus moves."""

from __future__ import annotations

from typing import TypeVar

from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

Outcome = TypeVar("Outcome")


class QuietFocus(Screen[Outcome]):
    """A screen where a widget that gains or loses the focus draws itself anew, and nothing else is."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
