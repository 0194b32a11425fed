"""Every screen and dialog that the app has, read from its code, so that a walk that leaves a new one out is told."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

from textual.screen import Screen

import tui
from tui.quiet_focus import QuietFocus
from tui.widgets.dialogs import Dialog, NoteDialog
from tui.widgets.working import WorkingDialog

NEVER_OPENED: set[type[Screen[Any]]] = {QuietFocus, Dialog, NoteDialog}
"""What others are made from."""

OPENED_BY_ITSELF: set[type[Screen[Any]]] = {WorkingDialog}
"""What no key and no click opens: it shows how far long work has come."""


def screens() -> set[type[Screen[Any]]]:
    """Every kind of screen and dialog that a hand can open."""
    for module in pkgutil.walk_packages(tui.__path__, "tui."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return {each for each in _below(Screen) if each.__module__.startswith("tui.")} - NEVER_OPENED - OPENED_BY_ITSELF


def _below(kind: type[Screen[Any]]) -> Iterator[type[Screen[Any]]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)
