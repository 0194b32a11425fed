"""What the store noticed and the person should know."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from review import month as months
from review import text as texts
from review.month import Month

FEW = 3
"""Months that a sentence names one by one; more are counted."""


class NoticeKind(StrEnum):
    """What a notice is about."""

    TIGHTENED = "tightened"
    RECOVERED = "recovered"
    SET_ASIDE = "set aside"
    EDITED = "edited"
    CONFLICT = "conflict"
    LEFT_OVER = "left over"
    NOT_BACKED_UP = "not backed up"
    NOT_MENDED = "not mended"
    LOST = "lost"


class Notice(Struct, frozen=True):
    """One thing noticed, as a plain sentence without private text."""

    kind: NoticeKind
    text: str


def named(those: list[Month]) -> str:
    """Name months in a sentence: ``October 2026 and November 2026``, or ``12 sessions`` when there are many."""
    if len(those) > FEW:
        return texts.plural(len(those), "session")
    return texts.joined([months.title(month) for month in sorted(those)])
