"""Home's four lines: a gap for a skipped month, and a change against the three sessions before."""

from typing import Any

import pytest

from review import month as months
from review.measured import measured
from review.month import Month
from review.records import Outcome
from review.trends.series import (
    BASKETS,
    MEAN_GAP,
    PROMISES_KEPT,
    UNPAID_HOURS,
    Good,
    Series,
    Unit,
    home_series,
    said,
    series,
)
from tests.review.telling import kept, month, told, who


def hours_of(*spent: Any) -> Series:
    """The unpaid hours of months from January; None is a skipped one."""
    sessions = [month(f"2026-{at:02}", who("Acme", hours=each)) for at, each in enumerate(spent, 1) if each is not None]
    return home_series(told(*sessions))[2]


def test_home_has_four_lines_with_their_directions() -> None:
    lines = home_series(told(month("2026-10", who("Acme", 5, 3, hours=4.0), look_back=kept(Outcome.KEPT))))
    assert [(line.name, line.good.value, line.said_latest) for line in lines] == [
        ("average gap", "down is good", "+2.0"),
        ("baskets", "up is good", "1"),
        ("unpaid hours", "down is good", "4 h"),
        ("promises kept", "up is good", "100 %"),
    ]


def test_before_the_first_session_the_lines_are_empty() -> None:
    for line in home_series(told()):
        assert (line.points, line.latest, line.change, line.said_latest, line.said_change) == ((), None, None, "–", "")


def test_a_range_has_every_calendar_month_up_to_the_newest_session() -> None:
    sessions = [month(f"2026-{at:02}", who("Acme", hours=4.0)) for at in (6, 7, 10)]
    line = home_series(told(*sessions), 4)[2]
    assert line.points == (("2026-07", 4.0), ("2026-08", None), ("2026-09", None), ("2026-10", 4.0))


def test_a_skipped_month_and_an_unanswered_one_are_told_apart() -> None:
    sessions = [month(f"2026-{at:02}", who("Acme", hours=hours)) for at, hours in ((6, 4.0), (7, None), (10, 4.0))]
    line = home_series(told(*sessions))[2]
    assert line.values == (4.0, None, None, None, 4.0)
    assert line.skipped == {"2026-08", "2026-09"}


def test_no_month_before_the_first_session_is_shown() -> None:
    assert [len(each.points) for each in home_series(told(month("2026-10", who("Acme", hours=4.0))))] == [1] * 4


def test_a_range_may_end_at_another_month() -> None:
    history = told(month("2026-09", who("Acme", hours=4.0)), month("2026-10", who("Acme", hours=9.0)))
    assert home_series(history, 2, Month("2026-11"))[2].points == (("2026-10", 9.0), ("2026-11", None))
    assert home_series(history, 2, Month("2026-09"))[2].latest == 4.0


def test_a_range_may_begin_with_the_first_month_there_is() -> None:
    sessions = [month(f"1900-{at:02}", who("Acme", hours=4.0)) for at in (1, 2)]
    assert len(home_series(told(*sessions))[2].points) == 2


def test_a_skipped_month_is_a_gap_and_no_zero() -> None:
    assert hours_of(4.0, None, 0.0).values[-3:] == (4.0, None, 0.0)


@pytest.mark.parametrize(
    ("spent", "change"),
    [
        ((4.0,), None),
        ((4.0, 6.0), 2.0),
        ((9.0, 4.0, 5.0, 6.0, 4.0), -1.0),  # against the mean of 4, 5 and 6
        ((4.0, None, None, 6.0), 2.0),
        (("unknown", "unknown", "unknown", 6.0), None),
        ((4.0, "unknown", 6.0), 2.0),
        ((4.0, "unknown"), None),
    ],
)
def test_the_change_is_against_the_three_sessions_before(spent: Any, change: float | None) -> None:
    assert hours_of(*spent).change == change


def test_the_change_looks_back_beyond_the_range() -> None:
    sessions = [month(f"2026-{at:02}", who("Acme", hours=float(at))) for at in range(1, 5)]
    assert home_series(told(*sessions), 1)[2].change == 2.0


@pytest.mark.parametrize(
    ("spent", "rose", "better", "words"),
    [
        ((4.0, 6.0), True, False, "▲ 2 h"),
        ((6.0, 4.0), False, True, "▼ 2 h"),
        ((4.0, 4.0), None, None, "level"),
        ((4.0, 4.04), None, None, "level"),
        ((4.0,), None, None, ""),
    ],
)
def test_a_change_says_whether_it_is_for_the_better(spent: Any, rose: Any, better: Any, words: str) -> None:
    line = hours_of(*spent)
    assert (line.rose, line.better, line.said_change) == (rose, better, words)


@pytest.mark.parametrize(
    ("change", "rose", "words"),
    [
        (0.004, None, "level"),
        (0.005, None, "level"),
        (0.01, True, "▲ 1 point"),
        (-0.09, False, "▼ 9 points"),
        (-0.44, False, "▼ 44 points"),
    ],
)
def test_a_share_changes_by_points_of_a_hundred(change: float, rose: bool | None, words: str) -> None:
    line = Series("promises_kept_share", "promises kept", Unit.SHARE, PROMISES_KEPT.good, (), 0.67, change)
    assert (line.rose, line.said_change) == (rose, words)


def test_what_has_no_good_way_changes_neither_for_better_nor_worse() -> None:
    line = Series("yours_rating", "yours", Unit.COUNT, Good.NEITHER, (), 4, 1.0)
    assert (line.rose, line.better, line.said_change) == (True, None, "▲ 1")


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (1.14, Unit.GAP, "+1.1"),
        (-0.31, Unit.GAP, "-0.3"),
        (-0.01, Unit.GAP, "0.0"),
        (3.41, Unit.NUMBER, "3.4"),
        (26.0, Unit.HOURS, "26 h"),
        (2 / 3, Unit.SHARE, "67 %"),
        (3, Unit.COUNT, "3"),
        (None, Unit.HOURS, "–"),
    ],
)
def test_figures_are_said_with_their_unit(value: float | None, unit: Unit, words: str) -> None:
    assert said(value, unit) == words


def test_the_four_figures_of_one_session() -> None:
    rows = (who("A", 5, 3, hours=6.0), who("B", 3, 3, hours=2.0), who("C", 2, 4, hours=1.0), who("D", 5, 1, hours=1.0))
    outcomes = kept(Outcome.KEPT, Outcome.KEPT, Outcome.PARTLY, Outcome.NOT_TRUE, None)
    parked = who("P", 5, 1, parked=True)
    [found] = measured(told(month("2026-10", *rows, parked, look_back=outcomes)))
    values = [series(each, [found], ()).latest for each in (MEAN_GAP, BASKETS, UNPAID_HOURS, PROMISES_KEPT)]
    assert values == [pytest.approx((2 + 0 - 1 + 4) / 4), pytest.approx(1 / 0.42), 10.0, pytest.approx(2 / 3)]
    assert months.title(found.month) == "October 2026"


@pytest.mark.parametrize(
    ("hours", "says"),
    [
        ((40.0, 6.0, None), "46 h, known for two of three prospects"),
        ((40.0, "unknown"), "40 h, known for one of two prospects"),
        ((None, None), ""),
        ((40.0, 6.0), ""),
    ],
)
def test_what_is_known_of_the_hours_is_said_where_it_is_too_little_for_a_total(
    hours: tuple[Any, ...], says: str
) -> None:
    rows = (who(name, hours=each) for name, each in zip("ABC", hours, strict=False))
    found = home_series(told(month("2026-10", *rows)))[2]
    assert found.partly == says
    assert (found.latest is None) == (says != "" or None in hours)
