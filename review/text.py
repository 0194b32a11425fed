"""Text as people type it: cleaned where it is entered, compared where it is a label."""

from __future__ import annotations

import re
import unicodedata

LABEL_LENGTH = 120
"""Characters a name may have: longer than any company's registered name seen, short enough for one line."""

NOTE_LENGTH = 4000
"""Characters a note may have: about two pages; a text area slows down far beyond that."""

_BLANKS = re.compile(r"\s+")


def clean(text: str) -> str:
    """Give text in one normal form (NFC) without lone surrogates, which no file can hold, and without outer blanks."""
    whole = text.encode("utf-8", "replace").decode("utf-8") if not text.isascii() else text
    return unicodedata.normalize("NFC", whole).strip()


def label(text: str) -> str:
    """Clean a name or another one-line text: line breaks and runs of blanks become one space."""
    return _BLANKS.sub(" ", clean(text))


def given(text: str | None) -> str | None:
    """Clean a longer text; None when nothing but blanks was typed, which means not given."""
    return (clean(text) or None) if text else None


def same_label(one: str, other: str) -> bool:
    """Tell whether two names are one label, after NFC, case folding and collapsed blanks."""
    return fold(one) == fold(other)


def fold(text: str) -> str:
    """Give the form of a label that comparisons and searches use."""
    return unicodedata.normalize("NFC", label(text).casefold())


def plural(count: float, one: str, many: str | None = None) -> str:
    """Write a count with its noun: ``1 session``, ``2 sessions``, ``1.5 hours``."""
    written = figure(count)
    return f"{written} {one if written == '1' else many or one + 's'}"


def figure(value: float, decimals: int = 1) -> str:
    """Write a number with as many digits as it needs, one decimal unless said otherwise: ``11``, ``2.5``."""
    rounded = round(value, decimals)
    return str(int(rounded)) if rounded == int(rounded) else str(rounded)


def figures(one: float, other: float) -> tuple[str, str]:
    """Write two numbers as `figure` does, with a second decimal where one would hide that they differ."""
    hidden = one != other and round(one, 1) == round(other, 1)
    decimals = 2 if hidden else 1
    return figure(one, decimals), figure(other, decimals)


def ordinal(count: int) -> str:
    """Write ``1st``, ``2nd``, ``3rd``, ``11th``."""
    special = {1: "st", 2: "nd", 3: "rd"}
    teen = 10 <= count % 100 <= 20  # noqa: PLR2004 - eleven to thirteen say "th" in English
    return f"{count}{'th' if teen else special.get(count % 10, 'th')}"


def counted_word(count: int) -> str:
    """Write small counts as words, as a sentence would: ``two``, ``seven``, ``13``."""
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    return words[count] if 0 <= count < len(words) else str(count)


def joined(parts: list[str]) -> str:
    """Join words as a sentence would: ``a, b and c``."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""
