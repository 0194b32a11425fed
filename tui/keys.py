"""Every key that can be remapped: its id, the keys it has, and what it does.

The ids are what the settings name under ``[keys]``.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from msgspec import Struct
from textual.binding import Binding
from textual.dom import DOMNode

import tui
from tui.keys_in_words import does

NEVER = ("ctrl+b", "ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+s", "ctrl+e")
"""Keys that mean something else to terminals, to tmux, or in text, and are never bound."""


class KeyOfOurs(Struct, frozen=True):
    """One remappable key: its id, the keys it has by default, and what it does."""

    id: str
    keys: tuple[str, ...]
    words: str


def remappable() -> tuple[KeyOfOurs, ...]:
    """Give every key that has an id, by id; loads all screens."""
    found: dict[str, KeyOfOurs] = {}
    for binding in _bindings():
        if binding.id is not None:
            before = found[binding.id].keys if binding.id in found else ()
            keys = tuple(dict.fromkeys([*before, *binding.key.split(",")]))
            found[binding.id] = KeyOfOurs(binding.id, keys, does(binding))
    return tuple(found[id_] for id_ in sorted(found))


def bound_in(kind: type[DOMNode]) -> Iterator[Binding]:
    """Give the keys of a widget or screen, with what it inherits."""
    for each in kind.__mro__:
        yield from _own(each)
        if not vars(each).get("_inherit_bindings", True):
            return


def _bindings() -> Iterator[Binding]:
    for kind in kinds():
        yield from _own(kind)


def _own(kind: type) -> Iterator[Binding]:
    return (each for each in vars(kind).get("BINDINGS", ()) if isinstance(each, Binding))


def kinds() -> Iterator[type[DOMNode]]:
    """Give every kind of widget and screen of ours, and the app; loads them all."""
    for module in pkgutil.walk_packages(tui.__path__, "tui."):
        if ".commands" in module.name or module.name.endswith("__main__"):
            continue
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, type) and issubclass(value, DOMNode) and value.__module__ == module.name:
                yield value
