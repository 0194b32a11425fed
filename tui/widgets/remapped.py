"""Which key stands for another, where the settings have changed what keys a binding has."""

from __future__ import annotations

from collections.abc import Iterator

from textual.binding import Binding
from textual.dom import DOMNode
from textual.widget import Widget

from tui.widgets.shown_key import shown_key

IN_SENTENCES = (
    ("{}", "ctrl+n", "ritual.next"),
    ("{}", "ctrl+o", "ritual.previous"),
    ("{}", "ctrl+f", "ritual.finish"),
    ("where {} adds", "a", "obsessions.add"),
    ("Press {} and write", "a", "obsessions.add"),
)
"""How sentences name keys: the words around one, the usual key, and the id of what it does."""


def key_instead(widget: Widget, key: str) -> str | None:
    """Give the key to press on this widget's screen in place of a usual one; None where that still works."""
    keymap = widget.app._keymap  # noqa: SLF001 - Textual has no other way to ask what was remapped
    if not keymap:
        return None
    chain = (widget.screen.focused or widget.screen).ancestors_with_self
    ids = (binding.id or "" for node in (*chain, widget.app) for binding in _bound(node, key))
    keys = next((keymap[id_].split(",") for id_ in ids if id_ in keymap), [key])
    return None if key in keys else keys[0]


def key_now(widget: Widget, key: str) -> str:
    """Give the key to press on this widget's screen for what a usual one does."""
    return key_instead(widget, key) or key


def key_of(widget: Widget, id_: str, usual: str) -> str:
    """Give the key of a binding: its usual one, unless the settings have put others in its place."""
    keys = widget.app._keymap.get(id_, usual).split(",")  # noqa: SLF001 - see above
    return usual if usual in keys else keys[0]


def with_keys_now(widget: Widget, sentence: str) -> str:
    """Write a sentence with the keys that the settings have put in the place of the usual ones it names."""
    for words, usual, id_ in IN_SENTENCES:
        key = key_of(widget, id_, usual)
        if key != usual:
            sentence = sentence.replace(words.format(shown_key(usual)), words.format(shown_key(key)))
    return sentence


def any_changed(widget: Widget) -> bool:
    """Tell whether the settings have changed any key."""
    return bool(widget.app._keymap)  # noqa: SLF001 - see above


def _bound(node: DOMNode, key: str) -> Iterator[Binding]:
    """Give what a key does by default in a widget, a screen or the app, if anything."""
    for kind in type(node).__mro__:
        for binding in vars(kind).get("BINDINGS", ()):
            if isinstance(binding, Binding) and key in binding.key.split(","):
                yield binding
