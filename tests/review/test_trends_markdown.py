"""The trends as markdown: every view, tables of as many cells in each row, gaps that say so, and directions."""

import pytest
from markdown_it import MarkdownIt

from review import demo
from review.exports import trends
from review.history import History
from review.month import Month
from review.trends.page import Range
from review.trends.views import VIEWS, page
from tests.review.telling import month, told, who
from tests.two_months import TROUBLE

DEMO = demo.history(Month("2026-10"))
READER = MarkdownIt("commonmark").enable("table")


def text(history: History, shown: Range = Range.YEAR) -> str:
    return "".join(trends.pieces([page(history, view, shown) for view in VIEWS]))


@pytest.mark.parametrize("shown", list(Range))
def test_every_view_is_there_with_its_tables_and_directions(shown: Range) -> None:
    written = text(DEMO, shown)
    assert written.startswith('---\nfrom: "')
    assert written.count("---\nfrom") == 1
    for view in VIEWS:
        assert f"\n## {view.name}\n" in written
    assert "down is good" in written
    assert "up is good" in written.lower()
    for table in written.split("\n\n"):
        if table.startswith("|"):
            assert len({line.count(" |") for line in table.splitlines()}) == 1


def test_a_month_that_was_skipped_says_so() -> None:
    assert "| March 2026 | no session |" in text(DEMO)


def test_one_session_and_none_can_be_written() -> None:
    assert "## Track record" in text(told(month("2026-10", who("Acme", 5, 2, hours=3.0))))
    assert "## Gap" in text(told())


def test_a_hostile_name_stays_a_name() -> None:
    tokens = READER.parse(text(told(month("2026-10", who(TROUBLE, 5, 2, hours=3.0)))).split("---\n", 2)[2])
    cells = ["".join(each.content for each in token.children or []) for token in tokens if token.type == "inline"]
    assert TROUBLE in cells
    assert not [token for token in tokens if token.type in {"html_block", "fence", "hr"}]
