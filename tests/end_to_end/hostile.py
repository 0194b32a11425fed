"""Texts that try to be more than texts, and a history in which every word is one of them."""

from typing import Any

import msgspec
from msgspec import Struct

from review.history import History
from tests.end_to_end import six_months

NAME = "[/] [@click=app.quit]x[/] 株式会社 👩‍🔬"
"""A name as somebody may type it: markup, an action, wide letters, a letter of several."""

ACTS = (
    NAME,
    "see [client notes] ok [bold red]not[/bold red] \\[x]",
    "title \x1b]0;owned\x07 and \x1b]0;owned\x1b\\",
    "clipboard \x1b]52;c;b3duZWQ=\x07",
    "link \x1b]8;;https://example.org\x1b\\here\x1b]8;;\x1b\\",
    "clear \x1b[2J\x1b[H\x1bc and \x1b[?1049l",
    "C1 \x9b2J \x9d0;owned\x9c \x90q\x9c",
    "bidi \u202etxt.exe\u202c \u2066x\u2069 \u200f",
    "NUL \x00 BEL \x07 BS \x08\x08 VT \x0b DEL \x7f",
    "surrogates \ufffd and \ue000 and \U000e0041",
    "lines \u2028 one \u2029 two \r\n three \n four",
    "zero\u200bwidth \ufeff and a\u0301\u0301\u0301\u0301",
    "👨‍👩‍👧‍👦 🏳️‍🌈 ☎️ 1️⃣ 🇩🇪",
    "| # * ` ~~~ <b> &amp; ]( ![x](https://example.org/x.png)",
    "=HYPERLINK(1) +1 -1 @x",
    "../../etc/passwd %s {0} {x!r} $HOME `id`",
    "x" * 4000,
)

IN_THE_RAW = (
    b"\x1b]0;owned",
    b"\x1b]52;",
    b"\x1b]8;",
    b"\x1b[2J\x1b[H\x1bc",
    b"\xc2\x9b",
    b"\xc2\x9d",
    b"\xc2\x90",
    b"\xe2\x80\xae",
    b"\xe2\x81\xa6",
    b"\x00",
    b"owned\x07",
)
"""What of it would act, were it to reach a terminal."""


def history() -> History:
    """Give six months in which every free text is a hostile one, each its own."""
    found: History = _replaced(six_months.history(), _Texts())
    return found


class _Texts:
    """Hands them out in turn, short ones for what has a name's length."""

    def __init__(self) -> None:
        self._at = 0
        self._known: dict[str, str] = {}

    def for_words(self, words: str) -> str:
        """Give the same text for the same words."""
        if words not in self._known:
            self._known[words] = ACTS[self._at % len(ACTS)][:200] + f" {self._at}"
            self._at += 1
        return self._known[words]


FREE = {"name", "hope", "text", "state", "action", "line", "title", "done_when", "i_will", "when", "note", "reason"}


def _replaced(value: Any, texts: _Texts) -> Any:
    if isinstance(value, Struct):
        return msgspec.structs.replace(
            value, **{name: _field(name, getattr(value, name), texts) for name in value.__struct_fields__}
        )
    if isinstance(value, dict):
        return {key: _replaced(each, texts) for key, each in value.items()}
    return tuple(_replaced(each, texts) for each in value) if isinstance(value, tuple) else value


def _field(name: str, value: Any, texts: _Texts) -> Any:
    if name in FREE and type(value) is str:
        return texts.for_words(value)
    return _replaced(value, texts)
