"""Plain text for a terminal: within its width, every word still there."""

import re
from collections import Counter

import pytest
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
def test_a_table_fits_and_loses_nothing(rows: list[tuple[str, str, str]], width: int) -> None:
    lines = table(Table(("Name", "Hours", "Decision"), tuple(rows), frozenset({1})), width)
    assert all(cells(line) <= width for line in lines)
    assert len(lines) >= len(rows)
    kept = Counter(letters("".join(lines)))
    assert not Counter(letters("".join(cell for row in rows for cell in row))) - kept


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_word_of_a_table_is_broken_where_a_line_has_room_for_it(width: int) -> None:
    columns = ("Prospect", "Unpaid hours", "Money", "Limit it had", "Energy", "Decision", "Limit from now on")
    rows = tuple(
        (f"株式会社 Robotics {at}", "9 h", "€240", "5 h over 4 h", "4 tiring", "limit", "4 h") for at in range(15)
    )
    text = "\n".join(table(Table(columns, rows, frozenset({1, 2})), width))
    for word in ("Prospect", "Robotics", "tiring", "Decision") if width > 60 else ("Robotics", "Decision: limit"):
        assert word in text


def test_a_table_that_is_too_wide_becomes_a_short_list_for_each_row() -> None:
    rows = (("Acme Robotics", "limit until they move", ""), ("Delphi Labs", "", "four hours a month"))
    assert table(Table(("Prospect", "Decision taken", "Limit from now on"), rows), 24) == [
        "Acme Robotics",
        "  Decision taken: limit",
        "  until they move",
        "Delphi Labs",
        "  Limit from now on:",
        "  four hours a month",
    ]


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
    assert table(Table(("Prospect", "Note"), rows), 36) == [
        "Prospect  Note",
        "--------  --------------------------",
        "Acme      until they have named who",
        "          signs",
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
