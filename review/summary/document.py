"""A document as blocks of plain text, before it is written in a format.

Nothing in a block is markup: a `#`, a `|` or a line break in a text means itself, and every format sees to it that it
does. Texts may hold line breaks; headings, labels and table cells should not need them.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Heading(Struct, frozen=True):
    """A title; level 1 is the document's own, 2 a section, 3 a part of one."""

    level: int
    text: str


class Paragraph(Struct, frozen=True):
    """Some sentences."""

    text: str


class Bullets(Struct, frozen=True):
    """A list of points, in order where `numbered`; where `nested`, lines after a point's first are points below it."""

    items: tuple[str, ...]
    numbered: bool = False
    nested: bool = False


class Facts(Struct, frozen=True):
    """A list of labels, each with what is known under it."""

    pairs: tuple[tuple[str, str], ...]


class Table(Struct, frozen=True):
    """Rows under column titles, each as long as the titles. `numbers` are the columns to align right, from 0."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()


Block = Heading | Paragraph | Bullets | Facts | Table

Property = str | int | float | date | tuple[str, ...]


class Document(Struct, frozen=True):
    """Blocks in reading order, and properties that programs read: a text, a number, a day, or a list of texts each."""

    properties: tuple[tuple[str, Property], ...]
    blocks: tuple[Block, ...]
