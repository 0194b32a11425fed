"""A document drawn as lines of a given width: headings, lists, and tables that become records where they don't fit.

The blocks hold plain text, so there is nothing in them that could act, load or open anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual.content import Content

from review.summary.document import Block, Bullets, Facts, Heading, Paragraph, Table
from tui.plain_text import column_widths
from tui.safe_text import cells, safe
from tui.widgets.lines import cell, line, wrapped

BETWEEN = 2
"""Cells between two columns of a table, and between a label and what is known."""

LABEL_SHARE = 2
"""Labels stand beside their values while they take at most half of the width."""

SECTION = 2
"""The level of a section's heading; those below it head a part of one."""

_HEADINGS = {1: "bold", 2: "bold $you", 3: "bold"}


@dataclass(frozen=True)
class Drawing:
    """The lines of a document, and the numbers of those, from 0, in which a section begins."""

    lines: Sequence[Content]
    sections: Sequence[int]


def drawn(blocks: Iterable[Block], width: int) -> Drawing:
    """Draw blocks one under the other in lines of at most *width* cells."""
    lines: list[Content] = []
    sections: list[int] = []
    before: Block | None = None
    for block in blocks:
        lines += [Content()] * _blank_lines(before, block)
        if isinstance(block, Heading) and block.level == SECTION:
            sections.append(len(lines))
        lines += _block(block, max(1, width))
        before = block
    return Drawing(lines, sections)


def _blank_lines(before: Block | None, block: Block) -> int:
    """Count the blank lines between two blocks: a part's heading keeps close to its part, sections stand apart."""
    if before is None or (isinstance(before, Heading) and before.level > SECTION):
        return 0
    section = isinstance(block, Heading) and block.level <= SECTION
    return 2 if section and not isinstance(before, Heading) else 1


def _block(block: Block, width: int) -> list[Content]:
    match block:
        case Heading(level=level, text=text):
            return _styled(text, width, _HEADINGS[level])
        case Paragraph(text=text):
            return wrapped(text, width)
        case Bullets(items=items, numbered=numbered):
            marks = [f"{at}. " if numbered else "· " for at in range(1, len(items) + 1)]
            return [each for mark, item in zip(marks, items, strict=True) for each in _hanging(mark, item, width)]
        case Facts(pairs=pairs):
            return _facts(pairs, width)
        case Table():
            return _table(block, width)


def _styled(text: str, width: int, style: str) -> list[Content]:
    return [each.stylize(style) for each in wrapped(text, width)]


def _hanging(mark: str, text: str, width: int) -> list[Content]:
    """Set text after a mark, its further lines below its first one."""
    first, *rest = wrapped(text, width - len(mark)) or [Content()]
    return [line((mark, "$quiet"), first), *(line(" " * len(mark), each) for each in rest)]


def _facts(pairs: Sequence[tuple[str, str]], width: int) -> list[Content]:
    labels = max(cells(safe(label)) for label, _ in pairs)
    if labels + BETWEEN > width // LABEL_SHARE:
        return [each for label, value in pairs for each in _label_above(label, value, width)]
    return [each for label, value in pairs for each in _label_beside(label, value, labels, width)]


def _label_above(label: str, value: str, width: int) -> list[Content]:
    return [*_styled(label, width, "$quiet"), *(line("  ", each) for each in wrapped(value, width - 2))]


def _label_beside(label: str, value: str, labels: int, width: int) -> list[Content]:
    first, *rest = wrapped(value, width - labels - BETWEEN) or [Content()]
    indent = " " * (labels + BETWEEN)
    return [line(cell(label, labels, "$quiet"), " " * BETWEEN, first), *(line(indent, each) for each in rest)]


# --- tables -----------------------------------------------------------------------------------------------------------


def _table(table: Table, width: int) -> list[Content]:
    widths = column_widths(table, width)
    if widths is None:
        records = [_record(table.columns, row, width) for row in table.rows]
        return [each for record in records for each in (*record, Content())][:-1]
    head = _row(table.columns, widths, table.numbers, first="$quiet", others="$quiet")
    return [*head, *(each for row in table.rows for each in _row(row, widths, table.numbers))]


def _row(
    row: Sequence[str], widths: Sequence[int], numbers: frozenset[int], *, first: str = "bold", others: str = ""
) -> list[Content]:
    """Set one row in its columns, in as many lines as its longest cell needs."""
    cells_ = [wrapped(text, width) or [Content()] for text, width in zip(row, widths, strict=True)]
    height = max(map(len, cells_))
    columns = [
        [_in_cell(each, widths[at], right=at in numbers).stylize(others if at else first) for each in lines]
        + [Content(" " * widths[at])] * (height - len(lines))
        for at, lines in enumerate(cells_)
    ]
    return [Content(" " * BETWEEN).join(side_by_side) for side_by_side in zip(*columns, strict=True)]


def _in_cell(content: Content, width: int, *, right: bool) -> Content:
    blank = " " * max(0, width - content.cell_length)
    return line(blank, content) if right else line(content, blank)


def _record(columns: Sequence[str], row: Sequence[str], width: int) -> list[Content]:
    """Set one row of a table that is too wide as its own short list, without what is empty."""
    pairs = [(title, value) for title, value in zip(columns[1:], row[1:], strict=True) if value]
    named = [f"{title}: {value}" if title else value for title, value in pairs]
    return [*_styled(row[0], width, "bold"), *(each for text in named for each in _hanging("  ", text, width))]
