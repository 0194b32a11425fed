"""What differs between two sets of tables, field by field."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from store.tables import META, Tables


class Change(Struct, frozen=True):
    """One value that differs.

    `where` is the way to it, ``sessions/202611/versions/0/answers/line``; the values are JSON, None where it is absent.
    """

    where: str
    before: str | None
    after: str | None


def between(before: Tables, after: Tables) -> tuple[Change, ...]:
    """Give the values that differ, `meta` apart."""
    names = sorted({*before, *after} - {META})
    return tuple(change for name in names for change in _in(before.get(name, {}), after.get(name, {}), name))


def _in(before: object, after: object, where: str) -> Iterator[Change]:
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in dict.fromkeys([*before, *after]):
            yield from _at(before, after, key, where)
    elif _is_list(before) and _is_list(after):
        yield from _in(dict(enumerate(_items(before))), dict(enumerate(_items(after))), where)
    elif before != after:
        yield Change(where, _shown(before), _shown(after))


def _at(before: Mapping[object, object], after: Mapping[object, object], key: object, where: str) -> Iterator[Change]:
    inside = f"{where}/{key}"
    if key not in before:
        yield Change(inside, None, _shown(after[key]))
    elif key not in after:
        yield Change(inside, _shown(before[key]), None)
    else:
        yield from _in(before[key], after[key], inside)


def _is_list(value: object) -> bool:
    return isinstance(value, (list, tuple))


def _items(value: object) -> Sequence[object]:
    return value if isinstance(value, (list, tuple)) else ()


def _shown(value: object) -> str:
    return json.dumps(dict(value) if isinstance(value, Mapping) else value, ensure_ascii=False)
