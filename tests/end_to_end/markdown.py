"""Reading markdown as a CommonMark reader with tables does: what a person would see of it."""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

Table = list[list[str]]


def body(text: str) -> str:
    """Give what follows the front matter."""
    return text.split("---\n", 2)[2]


def parsed(text: str) -> list[Token]:
    """Parse it."""
    return MarkdownIt("commonmark").enable("table").parse(body(text))


def shown(inline: Token) -> str:
    """Give the words of a line, a paragraph or a cell as they are seen."""
    return "".join("\n" if each.type in {"softbreak", "hardbreak"} else each.content for each in inline.children or ())


def tables(text: str) -> dict[str, Table]:
    """Give every table by the heading above it, row by row, its head first."""
    found: dict[str, Table] = {}
    heading = ""
    tokens = parsed(text)
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = shown(tokens[at + 1])
        elif token.type == "tr_open":
            found.setdefault(heading, []).append([])
        elif token.type in {"td_open", "th_open"}:
            found[heading][-1].append(shown(tokens[at + 1]))
    return found


def paragraphs(text: str) -> dict[str, list[str]]:
    """Give everything said outside of tables by the heading above it."""
    found: dict[str, list[str]] = {}
    heading = ""
    tokens = parsed(text)
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = shown(tokens[at + 1])
            found[heading] = []
        elif token.type == "paragraph_open":
            found[heading].append(shown(tokens[at + 1]))
    return found


def kinds(text: str) -> Iterator[str]:
    """Give the sorts of everything inside its lines: text, links, emphasis."""
    for token in parsed(text):
        yield from (each.type for each in token.children or ())
