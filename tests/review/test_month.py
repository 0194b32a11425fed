"""Months are text that sorts, counts and names itself, whatever the locale and the year."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review import month as months
from review.month import Month

FIRST, LAST = Month("1900-01"), Month("9998-12")
every_month = st.integers(months.index(FIRST), months.index(LAST)).map(months.from_index)
every_day = st.dates(datetime.date(1900, 1, 1), datetime.date(9998, 12, 31))


@pytest.mark.parametrize("text", ["2026-11", " 2026-11 ", "1900-01", "9998-12"])
def test_a_month_is_read_as_it_is_written(text: str) -> None:
    assert months.parse(text) == text.strip()


@pytest.mark.parametrize(
    "text",
    ["", "2026", "2026-13", "2026-00", "2026-1", "26-11", "1899-12", "9999-01", "2026-11-01", "2026/11", "２０２６-11"],  # noqa: RUF001
)
def test_anything_else_is_no_month(text: str) -> None:
    assert months.parse(text) is None


@given(st.text())
def test_reading_a_month_never_raises(text: str) -> None:
    found = months.parse(text)
    assert found is None or months.from_index(months.index(found)) == found


@given(every_month)
def test_a_month_is_its_own_text_and_its_place(month: Month) -> None:
    assert months.parse(month) == month
    assert months.from_index(months.index(month)) == month
    assert months.of(months.first_day(month)) == months.of(months.last_day(month)) == month
    assert months.number(month) == int(month.replace("-", ""))


@given(every_month, every_month)
def test_months_sort_as_text_as_they_do_in_the_calendar(one: Month, other: Month) -> None:
    assert (one < other) == (months.index(one) < months.index(other)) == (months.apart(one, other) > 0)


@given(every_month, st.integers(-40, 40), st.integers(-40, 40))
def test_shifting_adds_up(month: Month, one: int, other: int) -> None:
    inside = months.index(month) + min(one, other, one + other) >= months.index(FIRST)
    if inside and months.index(month) + max(one, other, one + other) <= months.index(LAST):
        assert months.shift(months.shift(month, one), other) == months.shift(month, one + other)
        assert months.apart(month, months.shift(month, one)) == one


@pytest.mark.parametrize(("month", "by"), [(FIRST, -1), (LAST, 1)])
def test_the_calendar_has_ends(month: Month, by: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        months.shift(month, by)


@pytest.mark.parametrize(
    ("month", "day", "expected"),
    [
        ("2026-02", 31, "2026-02-28"),
        ("2028-02", 31, "2028-02-29"),
        ("2026-04", 31, "2026-04-30"),
        ("2026-01", 31, "2026-01-31"),
        ("2026-02", 15, "2026-02-15"),
    ],
)
def test_a_short_month_ends_for_a_day_it_lacks(month: str, day: int, expected: str) -> None:
    assert months.day_in(Month(month), day).isoformat() == expected


def test_counting_on_from_a_31st_does_not_drift() -> None:
    lasts = [months.last_day(months.shift(Month("2026-01"), by)).day for by in range(12)]
    assert lasts == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def test_the_tenth_of_the_month_after_december_lies_in_january() -> None:
    assert months.following(Month("2026-12"), 10) == datetime.date(2027, 1, 10)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("November", "2026-11"),
        ("NOV", "2026-11"),
        ("december", "2025-12"),
        ("dec", "2025-12"),
        (" jan ", "2026-01"),
        ("may", "2026-05"),
        ("no", None),
        ("", None),
        ("novembre", None),
        ("smarch", None),
    ],
)
def test_a_name_means_its_latest_month_that_is_not_ahead(text: str, expected: str | None, today: datetime.date) -> None:
    assert months.named(text, today) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("nov", "2026-11"), ("dec", "2026-12"), ("oct", "2027-10"), ("x", None)]
)
def test_a_name_can_mean_the_first_such_month_to_come(text: str, expected: str | None) -> None:
    assert months.named_from(text, Month("2026-11")) == expected


@given(st.sampled_from(months.NAMES), every_day)
def test_a_name_is_at_most_eleven_months_back(name: str, day: datetime.date) -> None:
    found = months.named(name, day)
    if day.year > 1900:
        assert found is not None
        assert 0 <= months.apart(found, months.of(day)) < 12
        assert months.name(found) == name


@pytest.mark.parametrize("day", [datetime.date(1900, 1, 1), datetime.date(9999, 12, 31), datetime.date(1, 1, 1)])
@pytest.mark.parametrize("name", months.NAMES)
def test_names_at_the_calendars_ends_raise_nothing(name: str, day: datetime.date) -> None:
    found = months.named(name, day)
    assert found is None or months.parse(found) == found


@pytest.mark.parametrize(
    ("month", "beside", "expected"),
    [
        ("2026-07", "2026-11", "July"),
        ("2025-12", "2026-11", "December"),
        ("2025-11", "2026-11", "November 2025"),
        ("2024-07", "2026-11", "July 2024"),
        ("2027-11", "2026-11", "November 2027"),
    ],
)
def test_a_month_a_year_off_says_its_year(month: str, beside: str, expected: str) -> None:
    assert months.spoken(Month(month), Month(beside)) == expected


def test_dates_are_written_out(today: datetime.date) -> None:
    assert months.long_date(today) == "Sunday 22 November 2026"
    assert months.short_date(datetime.date(2026, 10, 12), today) == "12 October"
    assert months.short_date(datetime.date(2025, 12, 31), today) == "31 December 2025"
    assert months.title(Month("2026-11")) == "November 2026"


@given(every_day)
def test_a_written_day_names_its_own_month(day: datetime.date) -> None:
    assert months.name(months.of(day)) in months.long_date(day)


@given(every_day, st.integers(-10_000_000, 10_000_000))
def test_days_later_stays_in_the_calendar(day: datetime.date, days: int) -> None:
    later = months.days_later(day, days)
    assert later in {datetime.date.max, datetime.date.min} or (later - day).days == days
