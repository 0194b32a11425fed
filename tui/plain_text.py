"""A document as plain text for a terminal: aligned, within its width, without escapes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from review.summary.document import Block, Bullets, Document, Facts, Heading, Paragraph, Table
from tui.safe_text import cells, pad, safe

BETWEEN = "  "

LONGEST_WORD = 14
"""A column needs no more than this many cells for a word; a longer one is broken."""

MOST_SQUEEZED = 1.3
"""A table that wants more than this many times the width reads better as records."""

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
    """Align a table's rows under its titles; cells that are too wide go on in the lines below.

    Where that would break words, each row is a short list of its own.
    """
    widths = column_widths(block, width)
    if widths is None:
        return [line for row in block.rows for line in _record(block.columns, row, width)]
    head, *body = [_row(row, widths, block.numbers) for row in (block.columns, *block.rows)]
    return [*head, BETWEEN.join("-" * each for each in widths), *(line for lines in body for line in lines)]


def cells_of(block: Table) -> int:
    """Count the cells that a table takes where every column gets what it wants."""
    return sum(_wanted(block)) + len(BETWEEN) * (len(block.columns) - 1)


def _wanted(block: Table) -> list[int]:
    return [max(cells(part) for text in column for part in text.split("\n")) for column in _columns(block)]


def _columns(block: Table) -> list[list[str]]:
    rows = (block.columns, *block.rows)
    return [[safe(row[at], keep_newlines=True) for row in rows] for at in range(len(block.columns))]


def column_widths(block: Table, width: int) -> list[int] | None:
    """Give each column what its widest cell takes, the widest giving way; None where the words don't fit beside."""
    wanted = _wanted(block)
    words = [max((cells(word) for text in column for word in text.split()), default=1) for column in _columns(block)]
    least = [min(word, LONGEST_WORD, whole) for word, whole in zip(words, wanted, strict=True)]
    room = width - len(BETWEEN) * (len(wanted) - 1)
    if sum(least) > room or sum(wanted) > MOST_SQUEEZED * room:
        return None
    return _squeezed(wanted, least, room)


def _squeezed(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Take what is too much from as few columns as can be, the ones with the most to give first."""
    widths, over = list(wanted), sum(wanted) - room
    for at in sorted(range(len(widths)), key=lambda place: least[place] - wanted[place]):
        given = max(0, min(over, wanted[at] - least[at]))
        widths[at] -= given
        over -= given
    return widths


def _record(columns: Sequence[str], row: Sequence[str], width: int) -> list[str]:
    """Set one row of a table that is too wide as its own short list, without what is empty."""
    pairs = [(title, value) for title, value in zip(columns[1:], row[1:], strict=True) if value]
    named = [f"{title}: {value}" if title else value for title, value in pairs]
    return [*wrapped(row[0], width), *(line for text in named for line in _hanging("  ", text, width))]


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
