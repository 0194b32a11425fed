"""Markdown says what was typed: nothing in a text becomes layout, and properties read back as they were."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from review.exports.markdown import body, rendered
from review.summary.document import Block, Bullets, Document, Facts, Heading, Paragraph, Table

PLAIN = MarkdownIt("commonmark").enable("table")
FORGE = MarkdownIt("gfm-like")
READERS = [pytest.param(PLAIN, id="CommonMark with tables"), pytest.param(FORGE, id="as on a code forge")]

# What markdown gives a meaning, mixed with any other text that reaches a document: no control characters.
MARKS = """ --- ``` ~~~ === |a| :-: &amp; &#35; ![x](http://y) <b> <!-- https://a.b/c_d www.a_b.com [[x]] %% """
CHARACTERS = "\\`*_[]<>|~#&$^=%:+-.!(){}'\"@ \t\n\r0123456789ab"
MEANINGFUL = st.sampled_from([*CHARACTERS, *MARKS.split(), "1. ", "- [ ] ", "    ", "  \n"])
ANY = st.characters(exclude_categories=["Cc", "Cs"])
TYPED = st.lists(st.one_of(MEANINGFUL, ANY), max_size=12).map("".join)
ONE_LINE = TYPED.map(lambda text: re.sub(r"[\r\n]+", " ", text))


def typed(text: str) -> str:
    """What a reader should see of a text: its line breaks in one form, none at its ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")


def seen(tokens: Iterable[Token]) -> list[str]:
    """The text of each inline token, as a reader sees it."""
    return ["".join(spoken(token.children or ())) for token in tokens if token.type == "inline"]


def spoken(children: Iterable[Token]) -> Iterator[str]:
    for child in children:
        if child.type in {"hardbreak", "softbreak"} or (child.type == "html_inline" and child.content == "<br>"):
            yield "\n"
        else:
            assert child.type in {"text", "link_open", "link_close"}
            yield child.content


def shape(tokens: Iterable[Token]) -> list[str]:
    return [token.type for token in tokens]


@pytest.mark.parametrize("reader", READERS)
@given(text=TYPED.filter(lambda text: bool(typed(text))))
def test_a_paragraph_reads_as_typed(reader: MarkdownIt, text: str) -> None:
    tokens = reader.parse(body([Paragraph(text)]))
    assert shape(tokens) == ["paragraph_open", "inline", "paragraph_close"]
    assert seen(tokens) == [typed(text)]


@pytest.mark.parametrize("reader", READERS)
@given(text=ONE_LINE.filter(bool))
def test_a_heading_reads_as_typed(reader: MarkdownIt, text: str) -> None:
    tokens = reader.parse(body([Heading(3, text)]))
    assert shape(tokens) == ["heading_open", "inline", "heading_close"]
    assert tokens[0].tag == "h3"
    assert seen(tokens) == [text]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("numbered", [False, True])
@given(texts=st.lists(TYPED.filter(lambda text: bool(typed(text))), min_size=1, max_size=3))
def test_points_read_as_typed(reader: MarkdownIt, texts: list[str], numbered: bool) -> None:
    tokens = reader.parse(body([Bullets(tuple(texts), numbered)]))
    assert shape(tokens).count("list_item_open") == len(texts)
    assert seen(tokens) == [typed(text) for text in texts]


@pytest.mark.parametrize("reader", READERS)
@given(label=ONE_LINE.filter(bool), value=TYPED)
def test_a_fact_reads_as_typed(reader: MarkdownIt, label: str, value: str) -> None:
    tokens = reader.parse(body([Facts(((label, value),))]))
    assert shape(tokens)[0] == "bullet_list_open"
    assert [text.rstrip() for text in seen(tokens)] == [f"{label}: {typed(value)}".rstrip()]


@pytest.mark.parametrize("reader", READERS)
@given(rows=st.lists(st.tuples(TYPED, TYPED), max_size=3))
def test_a_table_reads_as_typed(reader: MarkdownIt, rows: list[tuple[str, str]]) -> None:
    tokens = reader.parse(body([Table(("Name", "Gap"), tuple(rows), frozenset({1}))]))
    assert shape(tokens)[0] == "table_open"
    assert seen(tokens) == ["Name", "Gap", *(typed(text) for row in rows for text in row)]


@given(text=TYPED.filter(lambda text: bool(typed(text))))
def test_blocks_do_not_run_into_each_other(text: str) -> None:
    blocks: list[Block] = [
        Heading(2, "Now"),
        Paragraph(text),
        Table(("a",), ((text,),)),
        Bullets((text,)),
        Paragraph(text),
    ]
    found = seen(PLAIN.parse(body(blocks)))
    assert found == ["Now", typed(text), "a", typed(text), typed(text), typed(text)]


PROPERTY = st.one_of(TYPED, st.integers(-99, 99), st.sampled_from([0.5, 1.25]), st.lists(TYPED, max_size=3).map(tuple))


@given(value=PROPERTY)
def test_properties_read_back_from_the_front_matter(value: str | float | tuple[str, ...]) -> None:
    text = rendered(Document((("month", "2026-10"), ("reviewed", date(2026, 11, 2)), ("value", value)), ()))
    _, front, rest = re.split(r"^---\n", text, maxsplit=2, flags=re.MULTILINE)
    read = yaml.safe_load(front)
    assert read == {
        "month": "2026-10",
        "reviewed": date(2026, 11, 2),
        "value": list(value) if isinstance(value, tuple) else value,
    }
    assert rest.strip() == ""


def test_front_matter_is_flat() -> None:
    text = rendered(Document((("tags", ("review", "work")), ("hours", 11.5)), (Heading(1, "October 2026"),)))
    assert text == '---\ntags: ["review", "work"]\nhours: 11.5\n---\n\n# October 2026\n'


def test_ordinary_text_stays_as_readable_as_it_was() -> None:
    said = "Asked Acme (Berlin) for the budget - 40,000 - by 12 December; they're sure. Why not?"
    assert body([Paragraph(said)]) == said + "\n"
