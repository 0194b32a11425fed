"""Plain text for a terminal: within its width, every word still there."""

import re

from hypothesis import given
from hypothesis import strategies as st

from review.summary.document import Bullets, Document, Facts, Heading, Paragraph, Table
from tui.plain_text import rendered, table, wrapped
from tui.safe_text import cells, safe

WIDTHS = st.integers(24, 120)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
LETTERS = re.compile(r"\s")


def letters(text: str) -> str:
    return LETTERS.sub("", safe(text, keep_newlines=True))


@given(text=TEXT, width=WIDTHS)
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert lines
    assert all(cells(line) <= width for line in lines)
    assert letters("".join(lines)) == letters(text)


@given(rows=st.lists(st.tuples(TEXT, TEXT, TEXT), max_size=4), width=WIDTHS)
def test_a_table_fits_and_has_a_line_for_its_titles(rows: list[tuple[str, str, str]], width: int) -> None:
    lines = table(Table(("Name", "Hours", "Decision"), tuple(rows), frozenset({1})), width)
    assert all(cells(line) <= width for line in lines)
    assert len(lines) >= 2 + len(rows)


def test_a_table_is_aligned() -> None:
    rows = (("Acme Robotics", "11 h", "limit"), ("株式会社", "2.5 h", ""))
    assert table(Table(("Prospect", "Hours", "Decision"), rows, frozenset({1})), 80) == [
        "Prospect       Hours  Decision",
        "-------------  -----  --------",
        "Acme Robotics   11 h  limit",
        "株式会社       2.5 h",
    ]


def test_a_cell_that_is_too_wide_goes_on_below() -> None:
    rows = (("Acme", "until they have named who signs"),)
    assert table(Table(("Prospect", "Note"), rows), 30) == [
        "Prospect  Note",
        "--------  --------------------",
        "Acme      until they have",
        "          named who signs",
    ]


def test_a_document_reads_from_top_to_bottom() -> None:
    blocks = (
        Heading(1, "October 2026"),
        Paragraph("Reviewed.\nAmended."),
        Heading(2, "Commit"),
        Bullets(("call", "write"), numbered=True),
        Facts((("To yourself", "wait"),)),
        Heading(3, "Acme"),
    )
    assert rendered(Document((("month", "2026-10"),), blocks), 40).split("\n") == [
        "October 2026",
        "============",
        "",
        "Reviewed.",
        "Amended.",
        "",
        "Commit",
        "------",
        "",
        "1. call",
        "2. write",
        "",
        "- To yourself: wait",
        "",
        "Acme",
    ]
