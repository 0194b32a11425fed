"""The keys that the settings change: as Textual wants them, and what is wrong with them, a sentence each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from textual.binding import Binding, InvalidBinding
from textual.keys import KEY_NAME_REPLACEMENTS, Keys, key_to_character

from review import text as texts
from tui.keys import NEVER, remappable
from tui.keys_together import bound_together
from tui.widgets.shown_key import shown_key

NAMED = {key.value for key in Keys} | set(KEY_NAME_REPLACEMENTS.values())
HELD = ("ctrl+", "alt+", "shift+", "super+", "hyper+", "meta+")
"""Keys held down with another, as Textual writes them."""


def keymap(given: Mapping[str, str]) -> dict[str, str]:
    """Give the keys by id as Textual wants them: without blanks, ``?`` by its name; an id without any keeps its own.

    What means something else to terminals is none.
    """
    named = {id_: _fit(keys) for id_, keys in given.items()}
    return {id_: ",".join(keys) for id_, keys in named.items() if keys}


def _named(keys: str) -> tuple[str, ...]:
    try:
        return tuple(each.key for each in Binding.make_bindings([Binding(keys, "")]))
    except InvalidBinding:
        return ()


def _fit(keys: str) -> tuple[str, ...]:
    return tuple(key for key in _named(keys) if key not in NEVER)


def trouble(given: Mapping[str, str]) -> tuple[str, ...]:
    """Say what is wrong with the keys that were given, a sentence each; loads all screens where any were."""
    if not given:
        return ()
    usual = {each.id: each.keys for each in remappable()}
    unknown = (_unknown(id_, usual) for id_ in given if id_ not in usual)
    known = {id_: keys for id_, keys in given.items() if id_ in usual}
    return (*unknown, *(said for id_, keys in known.items() for said in _unfit(id_, keys)), *_clashes(known, usual))


def _unknown(id_: str, usual: Iterable[str]) -> str:
    meant = get_close_matches(id_, list(usual), 1)
    return f"In the settings, [keys] names {id_}, which is no key's id{f'; {meant[0]} is one' if meant else ''}."


def _unfit(id_: str, keys: str) -> Iterator[str]:
    named = _named(keys)
    if not named:
        yield f"In the settings, {id_} is given no key, so it keeps its own."
    todo = "choose another." if _fit(keys) else "choose another. Until then it keeps its own."
    for key in named:
        if key in NEVER:
            yield f"In the settings, {id_} is given {key}, which means something else to terminals; {todo}"
        elif not _exists(key):
            yield f"In the settings, {id_} is given {key}, which is no key; write it like ctrl+n, f4, space or a."


def _exists(key: str) -> bool:
    """Tell whether a key has a name that Textual knows, alone or with others held down."""
    for held in HELD:
        key = key.removeprefix(held)
    return len(key) == 1 or key in NAMED or key_to_character(key) is not None


def _clashes(given: Mapping[str, str], usual: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Find keys that now mean two things in one place, and usually don't: of two that were given, the later is told."""
    now = {id_: _fit(given.get(id_, "")) or keys for id_, keys in usual.items()}
    beside = _beside(usual)
    later = set(given)
    for id_ in given:
        later.remove(id_)
        for key in now[id_]:
            others = sorted(
                each for each in beside[id_] - later if key in now[each] and key not in _both(usual, id_, each)
            )
            if others:
                yield f"In the settings, {id_} is given {shown_key(key)}, which {_listed(others)} too; choose another."


def _both(usual: Mapping[str, tuple[str, ...]], one: str, other: str) -> set[str]:
    return set(usual[one]) & set(usual[other])


def _beside(usual: Iterable[str]) -> Mapping[str, set[str]]:
    """Give the ids that work in the same place as each; those of the app work everywhere."""
    everywhere = {id_ for id_ in usual if id_.startswith("app.")}
    found = {id_: set(everywhere) if id_ not in everywhere else set(usual) for id_ in usual}
    for inner, outer in bound_together():
        for id_ in inner:
            found[id_] |= outer
        for id_ in outer:
            found[id_] |= inner
    return {id_: ids - {id_} for id_, ids in found.items()}


def _listed(ids: list[str]) -> str:
    if len(ids) == 1:
        return f"{ids[0]} has"
    return f"{ids[0]} and {texts.plural(len(ids) - 1, 'other')} have"
