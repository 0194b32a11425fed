"""What home says in little room: fewer words instead of cut ones, and dates below where they don't fit beside."""

import datetime

import pytest
from textual.content import Content

from review import demo
from review.findings.lines import grouped
from review.findings.rules import findings
from review.month import Month
from tests.review.telling import goal, month, told
from tui.home import panels

DEMO = demo.history(Month("2026-10"))
TODAY = datetime.date(2026, 11, 22)
FOUND = {each.name: each for each in grouped(findings(DEMO, Month("2026-10")))}


def text(lines: list[Content]) -> list[str]:
    return [each.plain.rstrip() for each in lines]


@pytest.mark.parametrize(
    ("room", "words"),
    [
        (200, FOUND["Acme Robotics"].text),
        (29, "Acme Robotics: one-way street"),
        (20, FOUND["Acme Robotics"].text),  # goes on in the next lines
    ],
)
def test_a_finding_leaves_out_reasons_before_it_is_broken(room: int, words: str) -> None:
    assert panels.shortly(FOUND["Acme Robotics"], room) == words


@pytest.mark.parametrize("width", [29, 31, 40, 52, 69])
@pytest.mark.parametrize("short", [True, False])
def test_nothing_is_cut(width: int, short: bool) -> None:
    drawn = [*text(panels.showed(DEMO, width, short=short)), *text(panels.promised(DEMO, TODAY, width))]
    assert max(map(len, drawn)) <= width
    assert not any("…" in line for line in drawn)


def test_every_reason_is_given_where_there_is_room() -> None:
    whole = " ".join(each.strip() for each in text(panels.showed(DEMO, 60, whole=True)))
    assert FOUND["Acme Robotics"].whole in whole
    assert FOUND["Delphi Labs"].whole in whole
    assert "and 3 more in the summary: p, then Enter" in whole
    assert not any("more" in each for each in text(panels.showed(DEMO, 60, whole=True, most=None)))


@pytest.mark.parametrize("width", [31, 49, 69])
def test_learning_begins_in_one_column_beside_the_names(width: int) -> None:
    rows = text(panels.learning(DEMO, width))
    assert len(rows) == 2
    assert len({row.index(" of ") - 1 - len(row.split(" of ")[0].split()[-1]) for row in rows}) == 1
    assert max(map(len, rows)) <= min(width, 50)


@pytest.mark.parametrize("width", [31, 69])
def test_a_goal_without_steps_has_no_number_until_somebody_gave_one(width: int) -> None:
    fresh, given = (
        told(month("2026-10", learning=(goal("Deming"),))),
        told(month("2026-10", learning=(goal("A", progress=4),))),
    )
    [row] = text(panels.learning(fresh, width))
    assert row.split() == ["Deming", "not", "begun"]
    [row] = text(panels.learning(given, width))
    assert row.endswith(" 4 of 10")


def test_what_has_passed_stands_first_with_its_date_where_it_fits() -> None:
    assert text(panels.promised(DEMO, TODAY, 33)) == [
        "! Delphi Labs: if nobody has",
        "  named who signs  14 Nov, passed",
        "· Two calls to Northfield",
        "                        by 10 Nov",
        "· No unpaid drawings for Acme",
        "  Robotics  until the next review",
        "· Ask the SME chapter who teaches",
    ]
    wide = text(panels.promised(DEMO, TODAY, 60))
    assert wide[0] == "! Delphi Labs: if nobody has named who signs  14 Nov, passed"
    assert len(wide) == 5
