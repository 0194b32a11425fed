"""Text that people typed or files brought, made safe to show, measured and cut in terminal cells.

Every screen and every printing command passes stored text through `safe`: a terminal acts on control characters, and
invisible ones can make a line read as what it is not. Widths are those that Textual draws with, without importing it:
commands that only print use this module too.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

Align = Literal["left", "right", "center"]

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""Stands where a character stood that can't be shown, so that nothing disappears without a trace."""

NEWLINE_MARK = "↵"
"""Stands for a line break where only one line can be shown."""

ELLIPSIS = "…"

_ZWJ = "\N{ZERO WIDTH JOINER}"
_EMOJI_LOOK = "\N{VARIATION SELECTOR-16}"
_EMOJI_LOOKS = ("\N{VARIATION SELECTOR-15}", _EMOJI_LOOK)
_UNSHOWN = frozenset(("Cc", "Cf", "Cs", "Co", "Zl", "Zp"))
_NO_WIDTH = frozenset(("Cc", "Cf", "Cs", "Mc", "Me", "Mn", "Zl", "Zp"))

# One cell wide as text and two when a variation selector asks for the emoji look.
# Source: emoji-variation-sequences.txt of Unicode 17, which Textual draws with.
_WIDER_AS_EMOJI = frozenset(
    "#*0123456789©®‼⁉™ℹ↔↕↖↗↘↙↩↪⌨⏏⏭⏮⏯⏱⏲⏸⏹⏺Ⓜ▪▫▶◀◻◼☀☁☂☃☄☎☑☘☝☠☢☣☦☪☮☯☸☹☺♀♂♟♠♣♥♦♨♻♾⚒⚔⚕"  # noqa: RUF001 - as they are
    "⚖⚗⚙⚛⚜⚠⚧⚰⚱⛈⛏⛑⛓⛩⛰⛱⛴⛷⛸⛹✂✈✉✌✍✏✒✔✖✝✡✳✴❄❇❣❤➡⤴⤵⬅⬆⬇🅰🅱🅾🅿🌡🌤🌥🌦🌧🌨🌩🌪🌫🌬🌶🍽🎖🎗🎙🎚🎛🎞🎟🏋🏌🏍🏎🏔🏕🏖🏗🏘"
    "🏙🏚🏛🏜🏝🏞🏟🏳🏵🏷🐿👁📽🕉🕊🕯🕰🕳🕴🕵🕶🕷🕸🕹🖇🖊🖋🖌🖍🖐🖥🖨🖱🖲🖼🗂🗃🗄🗑🗒🗓🗜🗝🗞🗡🗣🗨🗯🗳🗺🛋🛍🛎🛏🛠🛡🛢🛣🛤🛥🛩🛰🛳"
)

# Where the plain rule (no width for marks, two cells for East Asian wide) and Textual's table part.
_EXCEPTIONS: tuple[tuple[int, int, int], ...] = (
    (0x1160, 0x11FF, 0),  # vowels and finals that join a Hangul syllable
    (0xD7B0, 0xD7FF, 0),
    (0x3164, 0x3164, 0),  # fillers
    (0xFFA0, 0xFFA0, 0),
    (0x1F3FB, 0x1F3FF, 0),  # skin tones
    (0x2630, 0x2637, 2),  # trigrams, hexagrams and counting rods: wide since Unicode 16
    (0x268A, 0x268F, 2),
    (0x4DC0, 0x4DFF, 2),
    (0x1D300, 0x1D356, 2),
    (0x1D360, 0x1D376, 2),
)
_REGIONAL = range(0x1F1E6, 0x1F200)
# Characters newer than Python's own table: emoji and ideographs are wide, the rest narrow.
_WIDE_WHEN_NEW = (range(0x1F6D0, 0x1F700), range(0x1FA70, 0x1FB00), range(0x20000, 0x3FFFE))


def safe(text: str, *, keep_newlines: bool = False) -> str:
    """The text with nothing in it that a terminal acts on or that hides.

    Control, format, surrogate and private characters and the two Unicode line ends become U+FFFD each, but for the
    joiner and the variation selectors that emoji are made of. A tab becomes a space. A line break is kept or becomes ↵.
    """
    if _stands_as_it_is(text):
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").split("\n")
    if keep_newlines:
        return "\n".join(map(_safe_line, lines))
    return _safe_line(NEWLINE_MARK.join(lines))


def _stands_as_it_is(line: str) -> bool:
    return line.isprintable() and line[:1] not in _EMOJI_LOOKS


def _safe_line(line: str) -> str:
    if _stands_as_it_is(line):
        return line
    neighbours = zip("\n" + line, line, line[1:] + "\n", strict=False)
    return "".join(_shown(before, character, after) for before, character, after in neighbours)


def _shown(before: str, character: str, after: str) -> str:
    """The character, or what stands for it."""
    if character == _ZWJ:  # with nothing to join, it would swallow what is drawn beside the text
        joins = before not in ("\n", _ZWJ) and not after.isascii() and after != _ZWJ
        return character if joins else REPLACEMENT
    if character in _EMOJI_LOOKS:
        return REPLACEMENT if before == "\n" else character
    return REPLACEMENT if character != "\n" and unicodedata.category(character) in _UNSHOWN else character


def cells(text: str) -> int:
    """How many terminal cells the text takes when Textual draws it."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(width for _, width in _clusters(text))


def fit(text: str, width: int) -> str:
    """The text in at most *width* cells: whole, or cut between characters and ended by an ellipsis."""
    if cells(text) <= width:
        return text
    if width <= 0:
        return ""
    kept: list[str] = []
    room = width - 1
    for cluster, wide in _clusters(text):
        room -= wide
        if room < 0:
            break
        kept.append(cluster)
    return "".join(kept).rstrip() + ELLIPSIS


def pad(text: str, width: int, align: Align = "left") -> str:
    """The text in exactly *width* cells: cut as `fit` does, or filled with spaces."""
    fitted = fit(text, width)
    missing = max(0, width - cells(fitted))
    before = {"left": 0, "right": missing, "center": missing // 2}[align]
    return " " * before + fitted + " " * (missing - before)


def _clusters(text: str) -> Iterator[tuple[str, int]]:
    """What must stay together, with its width: a character with its marks, an emoji joined of several, a flag."""
    start, width, base = 0, 0, ""
    position = 0
    while position < len(text):
        character = text[position]
        wide = _width(character)
        joined = character == _ZWJ
        if wide and not _is_second_of_flag(text, start, position):
            if position > start:
                yield text[start:position], width
            start, width, base = position, 0, character
        width += wide
        if character == _EMOJI_LOOK and base in _WIDER_AS_EMOJI:
            width, base = width + 1, ""
        position += 2 if joined else 1
    if start < len(text):
        yield text[start:], width


def _is_second_of_flag(text: str, start: int, position: int) -> bool:
    return position == start + 1 and ord(text[start]) in _REGIONAL and ord(text[position]) in _REGIONAL


@lru_cache(maxsize=4096)
def _width(character: str) -> int:
    code = ord(character)
    for first, last, width in _EXCEPTIONS:
        if first <= code <= last:
            return width
    category = unicodedata.category(character)
    if category == "Cn":
        return 2 if any(code in block for block in _WIDE_WHEN_NEW) else 1
    if category in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
