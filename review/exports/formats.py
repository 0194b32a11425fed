"""The formats to export in. A new one is a file beside this and a line in `ALL`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from review.exports import markdown
from review.history import History
from review.records import Session


class Format(Struct, frozen=True):
    """A way to write sessions: its name, its files' ending, and what writes one or several of them.

    That gives a piece for each session, worked out when it is asked for; together they are one text.
    """

    name: str
    suffix: str
    pieces: Callable[[History, Sequence[Session], str], Iterator[str]]


ALL = {each.name: each for each in (Format("md", ".md", markdown.pieces),)}
"""The formats by name, the usual one first."""
