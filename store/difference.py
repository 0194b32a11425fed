"""What differs between two sets of tables, field by field."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from store.tables import META, ONLY, Tables, foreign


class Change(Struct, frozen=True):
    """One value that differs.

    `where` is the way to it, ``sessions/202611/versions/0/answers/line``; the values are JSON, None where it is absent.
    """

    where: str
    before: str | None
    after: str | None


def between(before: Tables, after: Tables) -> tuple[Change, ...]:
    """Give the values that differ; of `meta` those that this program doesn't write itself."""
    names = sorted({*before, *after} - {META})
    of_meta = _in(_foreign_meta(before), _foreign_meta(after), META)
    return (
        *of_meta,
        *(change for name in names for change in _in(before.get(name, {}), after.get(name, {}), name)),
    )


def _foreign_meta(those: Tables) -> Mapping[str, object]:
    return {ONLY: foreign(those.get(META, {}).get(ONLY, {}))}


def merged(standing: object, before: object, after: object) -> object:
    """Give a value as it stands, with what was changed from before to after; where both were changed, as after."""
    if before == after:
        return standing
    if isinstance(standing, Mapping) and isinstance(before, Mapping) and isinstance(after, Mapping):
        return dict(_merged_fields(standing, before, after))
    if _is_list(standing) and _is_list(before) and _is_list(after):
        those = _items(standing), _items(before), _items(after)
        if len({*map(len, those)}) == 1:
            return [merged(*values) for values in zip(*those, strict=True)]
    return after


def _merged_fields(
    standing: Mapping[object, object], before: Mapping[object, object], after: Mapping[object, object]
) -> Iterator[tuple[object, object]]:
    for key in dict.fromkeys([*standing, *after]):
        if key in after and (key not in before or key not in standing):
            if key not in before or before[key] != after[key]:
                yield key, after[key]
        elif key in after:
            yield key, merged(standing[key], before[key], after[key])
        elif key not in before or standing[key] != before[key]:
            yield key, standing[key]


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
