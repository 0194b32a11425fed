"""history.json in outline: which months are finished, without what was answered in them.

A line for a shell prompt needs no more, and fifty years of answers would be most of what it costs.
"""

from __future__ import annotations

import msgspec
from msgspec import Struct

from review import month as months
from review.month import Month
from store import schema
from store.tables import ONLY


class _Meta(Struct):
    schema: int


class _Head(Struct, gc=False):
    month: str


class _Outline(Struct):
    meta: dict[str, _Meta]
    sessions: dict[str, _Head]


_OUTLINE = msgspec.json.Decoder(_Outline)


def months_in(content: bytes) -> tuple[Month, ...] | None:
    """Give the months of the sessions in signed bytes, oldest first; None where they need a closer look.

    Raises:
        NewerFolder: they were written by a newer program.
    """
    try:
        outline = _OUTLINE.decode(content)
        stated = outline.meta[ONLY].schema
    except (msgspec.MsgspecError, KeyError):
        return None
    schema.refuse_newer(stated)
    found = sorted(each.month for each in outline.sessions.values())
    parsed = [months.parse(month) for month in found]
    return None if stated != schema.CURRENT or None in parsed else tuple(month for month in parsed if month)
