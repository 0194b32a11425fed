"""Markdown: CommonMark with tables, and flat YAML front matter that note programs read as properties.

What people typed is escaped so that it appears as they typed it, in plain CommonMark, on code forges and in Obsidian
alike: no heading, list, table, link, tag, formula or picture comes of it.

Source: CommonMark 0.31 sections 2.4 (backslash escapes), 2.5 (character references) and 6.7 (hard line breaks);
GitHub Flavored Markdown section 4.10 (tables).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from review.history import History
from review.measured import measured
from review.records import Session
from review.summary import summary
from review.summary.document import Block, Bullets, Document, Facts, Heading, Paragraph, Property, Table

_ANYWHERE = re.compile(r"[\\`*_\[\]<|~#$^]|&(?=[#A-Za-z])|==+|%%+|:(?=//)|(?<=www)\.")
"""What means something wherever it stands: the last four in Obsidian, and where addresses become links."""

_AT_LINE_START = re.compile(r"[-+=:>]|\d{1,9}(?=[.)])")
"""What means something only where a line begins: lists, quotes, underlines, the second row of a table."""


def within(line: str) -> str:
    """Write one line of text so that it appears as it is, where something stands before it in its line."""
    return _at_edges(_ANYWHERE.sub(_escape_each, line))


def opening(line: str) -> str:
    """Write one line of text so that it appears as it is, where a line begins with it."""
    return _at_start(within(line))


def _escape_each(found: re.Match[str]) -> str:
    return "".join(f"\\{character}" for character in found[0])


def _at_start(line: str) -> str:
    found = _AT_LINE_START.match(line)
    if found is None:
        return line
    return f"{found[0]}\\{line[found.end() :]}" if found[0].isdigit() else f"\\{line}"


def _at_edges(line: str) -> str:
    """Keep blanks at the ends of a line, which would be taken for layout."""
    if not line or not (line[0].isspace() or line[-1].isspace()):
        return line
    first = f"&#{ord(line[0])};" if line[0].isspace() else line[0]
    if len(line) == 1:
        return first
    last = f"&#{ord(line[-1])};" if line[-1].isspace() else line[-1]
    return first + line[1:-1] + last


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n")


def _flowing(text: str, indent: str = "", after: str = "") -> str:
    """Write text with its line breaks, which a backslash before each keeps; `after` stands before it in its line."""
    first, *rest = _lines(text)
    start = f"{after}{within(first)}" if after else opening(first)
    return f"\\\n{indent}".join([start, *map(opening, rest)])


def _cell(text: str) -> str:
    return "<br>".join(map(within, _lines(text)))


def _heading(block: Heading) -> str:
    return f"{'#' * block.level} {within(' '.join(_lines(block.text)))}"


def _bullets(block: Bullets) -> str:
    if block.numbered:
        numbered = ((f"{number}. ", item) for number, item in enumerate(block.items, 1))
        return "\n".join(mark + _flowing(item, " " * len(mark)) for mark, item in numbered)
    return "\n".join(_nested(item) if block.nested else f"- {_flowing(item, '  ')}" for item in block.items)


def _nested(item: str) -> str:
    first, *below = map(opening, _lines(item))
    return "\n  - ".join([f"- {first}", *below])


def _facts(block: Facts) -> str:
    return "\n".join(f"- {_flowing(value, '  ', after=f'{opening(label)}: ')}" for label, value in block.pairs)


def _table(block: Table) -> str:
    rule = ("--:" if column in block.numbers else "---" for column in range(len(block.columns)))
    rows = [map(_cell, block.columns), rule, *(map(_cell, row) for row in block.rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _block(block: Block) -> str:
    match block:
        case Heading():
            return _heading(block)
        case Paragraph(text=text):
            return _flowing(text)
        case Bullets():
            return _bullets(block)
        case Facts():
            return _facts(block)
        case Table():
            return _table(block)


def body(blocks: Iterable[Block]) -> str:
    """Write blocks as markdown, without front matter; ends in a line break."""
    return "\n\n".join(map(_block, blocks)) + "\n"


def pieces(history: History, sessions: Sequence[Session], currency: str = "") -> Iterator[str]:
    """Write sessions as markdown, a piece for each: one with its properties, several oldest first with what they share.

    Put together, the pieces are one text. Each is worked out when it is asked for.
    """
    opening = _front_matter(summary.shared_properties(sessions)) if len(sessions) > 1 else None
    if opening is not None:
        measured(history)  # once, so that no month measures the years before it again
    for session in sessions:
        document = summary.of_session(history, session, currency)
        before = _front_matter(document.properties) if opening is None else opening
        yield f"{before}\n{body(document.blocks)}"
        opening = ""


def written(history: History, sessions: Sequence[Session], currency: str = "") -> str:
    """Write sessions as one text; see `pieces`."""
    return "".join(pieces(history, sessions, currency))


def rendered(document: Document) -> str:
    """Write a document as markdown, with its properties as front matter."""
    return f"{_front_matter(document.properties)}\n{body(document.blocks)}"


def _front_matter(properties: Iterable[tuple[str, Property]]) -> str:
    lines = (f"{name}: {_value(value)}\n" for name, value in properties)
    return f"---\n{''.join(lines)}---\n"


def _value(value: Property) -> str:
    match value:
        case str():
            return _quoted(value)
        case tuple():
            return f"[{', '.join(map(_quoted, value))}]"
        case date():
            return value.isoformat()
    return str(value)


def _quoted(text: str) -> str:
    """Write a YAML string in double quotes, in which everything can be said."""
    return '"' + "".join(map(_yaml_character, text)) + '"'


def _yaml_character(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return character if character.isprintable() else f"\\U{ord(character):08x}"
