"""A document as plain text for a terminal: aligned, within its width, without escapes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from review.summary.document import Block, Bullets, Document, Facts, Heading, Paragraph, Table
from tui.safe_text import cells, pad, safe

BETWEEN = "  "
NARROWEST = 6
"""Cells that a column keeps, however narrow the terminal."""

_UNDERLINES = {1: "=", 2: "-"}


def rendered(document: Document, width: int) -> str:
    """Write a document in lines of at most *width* cells; its properties are for programs and left out."""
    return "\n\n".join("\n".join(_block(block, width)) for block in document.blocks)


def _block(block: Block, width: int) -> list[str]:
    match block:
        case Heading(level=level, text=text):
            return _heading(level, safe(text), width)
        case Paragraph(text=text):
            return wrapped(text, width)
        case Bullets(items=items, numbered=numbered):
            marks = [f"{number}. " if numbered else "- " for number in range(1, len(items) + 1)]
            return [line for mark, item in zip(marks, items, strict=True) for line in _hanging(mark, item, width)]
        case Facts(pairs=pairs):
            return [line for label, value in pairs for line in _hanging("- ", f"{label}: {value}", width)]
        case Table():
            return table(block, width)


def _heading(level: int, text: str, width: int) -> list[str]:
    underline = _UNDERLINES.get(level)
    return [text, underline * min(cells(text), width)] if underline else [text]


def _hanging(mark: str, text: str, width: int) -> list[str]:
    first, *rest = wrapped(text, width - len(mark))
    return [mark + first, *(" " * len(mark) + line for line in rest)]


def wrapped(text: str, width: int) -> list[str]:
    """Break text into lines of at most *width* cells, at its own line breaks and between words; at least one line."""
    paragraphs = safe(text, keep_newlines=True).split("\n")
    return [line for paragraph in paragraphs for line in _filled(paragraph.split(" "), max(1, width))]


def _filled(words: Iterable[str], width: int) -> list[str]:
    lines = [""]
    for word in words:
        for piece in _pieces(word, width):
            joined = f"{lines[-1]} {piece}" if lines[-1] else piece
            if cells(joined) <= width:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


def _pieces(word: str, width: int) -> list[str]:
    """Cut a word that is wider than a line."""
    pieces = [""]
    for character in word:
        if cells(pieces[-1] + character) > width and pieces[-1]:
            pieces.append(character)
        else:
            pieces[-1] += character
    return pieces


def table(block: Table, width: int) -> list[str]:
    """Align a table's rows under its titles; cells that are too wide go on in the lines below."""
    rows = [block.columns, *block.rows]
    widths = _shared([max(cells(safe(row[at])) for row in rows) for at in range(len(block.columns))], width)
    head, *body = [_row(row, widths, block.numbers) for row in rows]
    return [*head, BETWEEN.join("-" * each for each in widths), *(line for lines in body for line in lines)]


def _shared(wanted: Sequence[int], width: int) -> list[int]:
    """Give each column what it wants, or take from the widest until all fit."""
    widths = list(wanted)
    room = width - len(BETWEEN) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _row(row: Sequence[str], widths: Sequence[int], numbers: frozenset[int]) -> list[str]:
    columns = [wrapped(text, width) for text, width in zip(row, widths, strict=True)]
    height = max(map(len, columns))
    filled = [lines + [""] * (height - len(lines)) for lines in columns]
    return [
        BETWEEN.join(
            pad(text, width, "right" if at in numbers else "left")
            for at, (text, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in zip(*filled, strict=True)
    ]
