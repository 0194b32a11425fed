"""When a review is due: from its day to the 10th of the month after, late from then, and nobody is late at first."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review import cadence
from review import month as months
from review.cadence import State
from review.month import Month

SEPTEMBER, OCTOBER, NOVEMBER = Month("2026-09"), Month("2026-10"), Month("2026-11")


def on(day: str) -> datetime.date:
    return datetime.date.fromisoformat(day)


@pytest.mark.parametrize(
    ("today", "month", "state", "days"),
    [
        ("2026-11-01", "2026-10", State.DUE, -1),
        ("2026-11-10", "2026-10", State.DUE, -10),
        ("2026-11-11", "2026-10", State.LATE, -11),
        ("2026-11-29", "2026-10", State.LATE, -29),
        ("2026-11-30", "2026-11", State.DUE, 0),
        ("2026-12-10", "2026-11", State.DUE, -10),
        ("2026-12-11", "2026-11", State.LATE, -11),
    ],
)
def test_an_unfinished_month_is_due_to_the_tenth_and_late_until_the_next_one_is_due(
    today: str, month: str, state: State, days: int
) -> None:
    standing = cadence.standing((SEPTEMBER,), on(today))
    assert (standing.month, standing.state, standing.days) == (month, state, days)


@pytest.mark.parametrize(
    ("today", "month", "state", "days"),
    [
        ("2026-11-01", "2026-11", State.AHEAD, 29),
        ("2026-11-22", "2026-11", State.AHEAD, 8),
        ("2026-11-30", "2026-11", State.DUE, 0),
    ],
)
def test_with_last_month_finished_this_one_comes_next(today: str, month: str, state: State, days: int) -> None:
    standing = cadence.standing((SEPTEMBER, OCTOBER), on(today))
    assert (standing.month, standing.state, standing.days) == (month, state, days)


def test_a_month_finished_early_makes_way_for_the_next() -> None:
    standing = cadence.standing((OCTOBER, NOVEMBER), on("2026-11-22"))
    assert (standing.month, standing.state, standing.due_on) == ("2026-12", State.AHEAD, on("2026-12-31"))


@pytest.mark.parametrize(
    ("review_day", "today", "month", "state"),
    [
        (15, "2026-11-14", "2026-11", State.AHEAD),
        (15, "2026-11-15", "2026-11", State.DUE),
        (15, "2026-12-10", "2026-11", State.DUE),
        (15, "2026-12-11", "2026-11", State.LATE),
        (15, "2026-12-14", "2026-11", State.LATE),
        (15, "2026-12-15", "2026-12", State.DUE),
        (5, "2026-12-08", "2026-11", State.DUE),
        (5, "2026-12-11", "2026-12", State.DUE),
    ],
)
def test_the_review_day_can_be_another(review_day: int, today: str, month: str, state: State) -> None:
    standing = cadence.standing((OCTOBER,), on(today), review_day)
    assert (standing.month, standing.state) == (month, state)


@pytest.mark.parametrize(("today", "due"), [("2027-02-10", "2027-02-28"), ("2028-02-10", "2028-02-29")])
def test_a_short_month_is_due_on_its_last_day(today: str, due: str) -> None:
    before = months.shift(months.of(on(today)), -1)
    for review_day in (29, 30, 31):
        day = min(on(due), on(today).replace(day=min(review_day, on(due).day)))
        assert cadence.standing((before,), on(today), review_day).due_on == day


@given(st.dates(datetime.date(1901, 1, 1), datetime.date(9990, 1, 1)), st.integers(1, 31))
def test_a_first_run_is_never_late(today: datetime.date, review_day: int) -> None:
    standing = cadence.standing((), today, review_day)
    assert standing.state is not State.LATE
    assert standing.month == months.of(today)


@given(
    st.frozensets(st.integers(0, 40), max_size=30),
    st.dates(datetime.date(2020, 1, 1), datetime.date(2024, 1, 1)),
    st.integers(1, 31),
)
def test_what_comes_next_is_never_finished_and_at_most_a_month_off(
    finished: frozenset[int], today: datetime.date, review_day: int
) -> None:
    done = tuple(sorted(months.shift(Month("2020-01"), each) for each in finished))
    standing = cadence.standing(done, today, review_day)
    ahead = months.apart(months.of(today), standing.month)
    assert -1 <= ahead <= 1
    assert standing.month not in done or ahead == 1
    assert (standing.state is State.AHEAD) == (standing.days > 0)


@pytest.mark.parametrize(
    ("today", "finished", "expected"),
    [
        ("2026-11-01", (), "2026-10"),
        ("2026-11-10", (), "2026-10"),
        ("2026-11-11", (), "2026-11"),
        ("2026-11-10", ("2026-10",), "2026-11"),
        ("2026-11-10", ("2026-09",), "2026-10"),
        ("2026-11-22", ("2026-09",), "2026-11"),
        ("2027-01-05", ("2026-11",), "2026-12"),
    ],
)
def test_begin_means_last_month_on_days_1_to_10(today: str, finished: tuple[Month, ...], expected: str) -> None:
    assert cadence.month_to_begin(finished, on(today)) == expected


@pytest.mark.parametrize(
    ("finished", "expected"),
    [
        ((), 0),
        (("2026-01",), 1),
        (("2026-01", "2026-02", "2026-03"), 3),
        (("2026-01", "2026-03"), 1),
        (("2025-11", "2025-12", "2026-01"), 3),
        (("2025-10", "2025-12", "2026-01"), 2),
        (("2026-01", "2027-01"), 1),
    ],
)
def test_a_streak_counts_months_and_not_days(finished: tuple[Month, ...], expected: int) -> None:
    """31 January and 1 March are 29 days apart, and skip February all the same."""
    today = months.first_day(finished[-1]) if finished else on("2026-01-31")
    assert cadence.streak(finished, today) == expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-03-31", 3),
        ("2026-04-30", 3),
        ("2026-05-10", 3),  # April can still be reviewed in time
        ("2026-05-11", 0),  # April was skipped
        ("2027-03-31", 0),
    ],
)
def test_a_streak_ends_where_a_month_was_skipped_since(today: str, expected: int) -> None:
    assert cadence.streak((Month("2026-01"), Month("2026-02"), Month("2026-03")), on(today)) == expected


def test_a_streak_at_the_end_of_the_calendar_is_counted() -> None:
    assert cadence.streak((Month("9998-11"), Month("9998-12")), on("9998-12-30")) == 2
