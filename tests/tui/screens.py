"""Every screen and dialog that the app has, read from its code, so that a walk that leaves a new one out is told."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from typing import Any

from textual.screen import Screen

import tui
from tests.tui.stage import Stage
from tui.lean_screen import LeanScreen
from tui.widgets.dialogs import Dialog, NoteDialog
from tui.widgets.working import WorkingDialog

NEVER_OPENED: set[type[Screen[Any]]] = {LeanScreen, Dialog, NoteDialog}
"""What others are made from."""

OPENED_BY_ITSELF: set[type[Screen[Any]]] = {WorkingDialog}
"""What no key and no click opens: it shows how far long work has come."""


LOOKS = 60
"""Looks for what a way leads to: three seconds on a slow machine."""


def screens() -> set[type[Screen[Any]]]:
    """Every kind of screen and dialog that a hand can open."""
    for module in pkgutil.walk_packages(tui.__path__, "tui."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return {each for each in _below(Screen) if each.__module__.startswith("tui.")} - NEVER_OPENED - OPENED_BY_ITSELF


async def walked(
    stage: Stage, ways: Iterable[tuple[Sequence[str], str]], go: Callable[..., Awaitable[None]]
) -> set[type[Screen[Any]]]:
    """Go one way after the other, each to where its words stand; the kinds of screen and dialog that were seen."""
    seen = {type(stage.app.screen)}
    for way, words in ways:
        await go(*way)
        for _ in range(LOOKS):  # one dialog may close before the next is opened
            if words in stage.text:
                break
            await stage.pilot.pause(0.05)
        assert words in stage.text, f"{way}: {words!r} is not in\n{stage.text}"
        seen.add(type(stage.app.screen))
    return seen


def _below(kind: type[Screen[Any]]) -> Iterator[type[Screen[Any]]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)
