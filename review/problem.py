"""What is wrong with something a person typed: data, not an exception."""

from __future__ import annotations

from msgspec import Struct


class Problem(Struct, frozen=True):
    """One plain sentence on what is wrong and how to mend it; it never repeats private text."""

    text: str
