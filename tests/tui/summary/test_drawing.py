"""A document drawn in lines: every width, every block, and texts that could do harm."""

from hypothesis import given
from hypothesis import strategies as st

from review.summary.document import Block, Bullets, Facts, Heading, Paragraph, Table
from tests.tui.widgets.stage import HOSTILE
from tui.safe_text import safe
from tui.summary.drawing import drawn


def text(*blocks: Block, width: int = 60) -> list[str]:
    return [line.plain.rstrip() for line in drawn(blocks, width).lines]


def test_sections_stand_apart_and_parts_keep_to_their_headings() -> None:
    blocks = (
        Heading(1, "November 2026"),
        Paragraph("Reviewed."),
        Heading(2, "Reality"),
        Heading(3, "Acme"),
        Facts((("Note", "quiet"),)),
        Heading(3, "Calder"),
        Facts((("Note", "loud"),)),
    )
    expected = [
        "November 2026",
        "",
        "Reviewed.",
        "",
        "",
        "Reality",
        "",
        "Acme",
        "Note  quiet",
        "",
        "Calder",
        "Note  loud",
    ]
    assert text(*blocks) == expected
    assert drawn(blocks, 60).sections == [5]


def test_items_and_values_keep_their_own_lines_below_their_first_one() -> None:
    assert text(Bullets(("one\ntwo", "three"), numbered=True)) == ["1. one", "   two", "2. three"]
    assert text(Bullets(("one",))) == ["· one"]
    assert text(Facts((("Kept", "call\nagain"), ("Missed", "rest")))) == [
        "Kept    call",
        "        again",
        "Missed  rest",
    ]


def test_long_labels_stand_above_their_values() -> None:
    assert text(Facts((("Why they say they came to you, and why now", "the talk"),))) == [
        "Why they say they came to you, and why now",
        "  the talk",
    ]


TABLE = Table(
    ("Prospect", "You", "Gap"), (("Acme Robotics", "5 obsessed", "+3"), ("Calder", "3 keen", "0")), frozenset({2})
)


def test_a_table_is_aligned_with_its_numbers_to_the_right() -> None:
    assert text(TABLE) == [
        "Prospect       You         Gap",
        "Acme Robotics  5 obsessed   +3",
        "Calder         3 keen        0",
    ]


def test_a_table_that_is_a_little_too_wide_goes_on_in_the_lines_below() -> None:
    assert text(TABLE, width=25) == [
        "Prospect  You         Gap",
        "Acme      5 obsessed   +3",
        "Robotics",
        "Calder    3 keen        0",
    ]


def test_a_table_that_is_far_too_wide_becomes_a_list_of_records_without_what_is_empty() -> None:
    table = Table(("Prospect", "You", "They", ""), (("Acme Robotics", "5 obsessed", "", "dream client"),))
    assert text(table, width=18) == ["Acme Robotics", "  You: 5 obsessed", "  dream client"]


TEXTS = st.text(max_size=30) | st.sampled_from([HOSTILE, "株式会社 " * 5, "wide" * 20, "two\nlines", ""])
CELLS = st.lists(TEXTS, min_size=3, max_size=3).map(tuple)
BLOCKS = st.one_of(
    st.builds(Heading, st.integers(1, 3), TEXTS),
    st.builds(Paragraph, TEXTS),
    st.builds(Bullets, st.lists(TEXTS, max_size=3).map(tuple), st.booleans()),
    st.builds(Facts, st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=3).map(tuple)),
    st.builds(Table, CELLS, st.lists(CELLS, min_size=1, max_size=3).map(tuple), st.just(frozenset({1}))),
)


@given(st.lists(BLOCKS, max_size=4), st.integers(8, 120))
def test_no_line_is_wider_than_asked_nor_holds_what_a_terminal_acts_on(blocks: list[Block], width: int) -> None:
    for line in drawn(blocks, width).lines:
        assert line.cell_length <= width
        assert line.plain == safe(line.plain)
        assert "\n" not in line.plain
