"""Which keys work in one place: those of a widget, and those of all that it stands in, up to the screen.

What stands in what is read from the code: a page that makes a list of rows has their keys too, wherever the list has
the focus, and the list's come first.
"""

from __future__ import annotations

from collections.abc import Iterator
from inspect import unwrap
from types import CodeType, FunctionType

from textual.dom import DOMNode
from textual.screen import Screen

from tui.keys import bound_in, kinds


def bound_together() -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Give pairs of ids of keys that work in one place: a widget's own, and those of one that it stands in.

    A widget's own with what they inherit are a pair with themselves. Loads all screens.
    """
    all_kinds = frozenset(kinds())
    own = {kind: frozenset(each.id for each in bound_in(kind) if each.id is not None) for kind in all_kinds}
    for kind in all_kinds:
        yield own[kind], own[kind]
        for inner in _within(kind, all_kinds):
            yield own[inner], own[kind]


def _within(kind: type[DOMNode], known: frozenset[type[DOMNode]]) -> set[type[DOMNode]]:
    """Give every kind of widget that may stand in one of this kind, however deep."""
    found: set[type[DOMNode]] = set()
    left = [kind]
    while left:
        new = {each for each in _made_by(left.pop(), known) if not issubclass(each, Screen)} - found
        found |= new
        left += new
    return found - {kind}


def _made_by(kind: type[DOMNode], known: frozenset[type[DOMNode]]) -> Iterator[type[DOMNode]]:
    """Give the kinds of widgets that a kind names in its code, or in that of our functions which it calls."""
    seen: set[FunctionType] = set()
    left = [each for base in kind.__mro__ if base in known for each in _functions(base)]
    while left:
        function = left.pop()
        if function in seen:
            continue
        seen.add(function)
        for value in _named_in(function, known):
            if isinstance(value, FunctionType):
                left.append(value)
            elif isinstance(value, type) and value in known:
                yield value


def _functions(kind: type) -> Iterator[FunctionType]:
    for value in vars(kind).values():
        inner = value.fget if isinstance(value, property) else getattr(value, "__func__", value)
        function = unwrap(inner) if callable(inner) else None
        if isinstance(function, FunctionType):
            yield function


def _named_in(function: FunctionType, known: frozenset[type[DOMNode]]) -> Iterator[object]:
    """Give what the names in a function stand for: in its module, or among the kinds that it imports by itself."""
    for name in _names(function.__code__):
        value = function.__globals__.get(name)
        if isinstance(value, tuple):
            yield from value
        elif isinstance(value, FunctionType):
            yield from [value] if value.__module__.startswith("tui.") else []
        elif value is None:
            yield from (each for each in known if each.__name__ == name)
        else:
            yield value


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    yield from code.co_varnames  # what it imports by itself
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names(constant)
