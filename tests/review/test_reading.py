"""What people type is read as they mean it, or answered with how to write it; no text raises."""

import datetime
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review import month as months
from review import reading
from review.month import Month
from review.problem import Problem
from review.records import UNKNOWN, Gift
from tests.conftest import TODAY

NOW = Month("2026-11")

READERS: dict[str, Callable[[str], object]] = {
    "hours": reading.hours,
    "money": reading.money,
    "count": reading.count,
    "day": lambda text: reading.day(text, TODAY),
    "day ahead": lambda text: reading.day(text, TODAY, ahead=True),
    "past day": lambda text: reading.past_day(text, TODAY),
    "coming day": lambda text: reading.coming_day(text, TODAY),
    "month": lambda text: reading.month(text, TODAY, Month("2026-10")),
    "month of a first run": lambda text: reading.month(text, TODAY, None),
    "since": lambda text: reading.since(text, NOW),
    "coming month": lambda text: reading.coming_month(text, NOW),
    "gifts": reading.gifts,
}

WORDS = ["today", "yesterday", "last", "this", "ago", "nothing", "?", *months.NAMES, "sept", "feb", "x", "×", "h", "€"]
figures = st.one_of(st.integers(-99, 10**14).map(str), st.sampled_from(["", "0", "00", "29", "31", "²", "٣", "1e9"]))
marks = st.sampled_from([" ", ".", ",", ":", "-", "/", "+", " + ", ";", "\n", "\u00a0", ""])
nearly_right = st.lists(st.one_of(figures, marks, st.sampled_from(WORDS)), max_size=7).map("".join)
any_text = st.one_of(st.text(st.characters(exclude_categories=())), nearly_right)


@pytest.mark.parametrize("name", READERS)
@given(text=any_text)
def test_no_text_makes_a_reader_raise(name: str, text: str) -> None:
    READERS[name](text)


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize(
    "text", ["9" * 5000, "9" * 5000 + " drawings", "1" * 13 + ":30", "0000-00-00", "31.2.", "99 w"]
)
def test_no_figure_is_too_long_or_too_odd(name: str, text: str) -> None:
    READERS[name](text)


@pytest.mark.parametrize("name", READERS)
@given(text=any_text)
def test_a_problem_is_a_sentence_that_repeats_no_private_text(name: str, text: str) -> None:
    read = READERS[name](text)
    if isinstance(read, Problem):
        assert read.text[0].isupper()
        assert read.text[-1] in ".?" or read.text.endswith("obsess-review begin")
        assert len(text) < 12 or text not in read.text


# --- hours and money --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11", 11),
        ("0", 0),
        ("2.5", 2.5),
        ("2,5", 2.5),
        ("2.25", 2.25),
        ("4h", 4),
        ("4 H", 4),
        ("4 hours", 4),
        ("1 hour", 1),
        ("1:30", 1.5),
        ("1h30", 1.5),
        ("1h 30", 1.5),
        ("0:20", 0.33),
        (" 4 ", 4),
        ("744", 744),
        ("?", UNKNOWN),
        ("unknown", UNKNOWN),
        ("Don't know", UNKNOWN),
    ],
)
def test_hours(text: str, expected: float | str) -> None:
    assert reading.hours(text) == expected


@pytest.mark.parametrize("text", ["", "four", "-1", "745", "1:60", "1.234", "nan", "inf", "1e3", "4 4", "4 days"])
def test_these_are_no_hours(text: str) -> None:
    assert isinstance(reading.hours(text), Problem)


@pytest.mark.parametrize("text", ["240", "240 €", "€240", "$ 240", "£240", "240,00", "240.00€"])
def test_money_may_carry_its_sign(text: str) -> None:
    assert reading.money(text) == 240


@given(st.integers(0, 74400).map(lambda hundredths: hundredths / 100))
def test_hours_are_read_back_as_they_were(hours: float) -> None:
    assert reading.hours(f"{hours}") == reading.hours(f"{hours:.2f}") == hours


@pytest.mark.parametrize(("text", "expected"), [("1", 1), ("10", 10), ("999", 999), ("007", 7), (" 3 ", 3)])
def test_counts(text: str, expected: int) -> None:
    assert reading.count(text) == expected


@pytest.mark.parametrize("text", ["0", "-1", "1000", "1.5", "", "ten", "²", "٣", "0007"])
def test_these_are_no_counts(text: str) -> None:
    assert isinstance(reading.count(text), Problem)


# --- days -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today", "2026-11-22"),
        ("yesterday", "2026-11-21"),
        ("3", "2026-11-19"),
        ("3 days ago", "2026-11-19"),
        ("2w", "2026-11-08"),
        ("-3", "2026-11-19"),
        ("+3", "2026-11-25"),
        ("2026-10-12", "2026-10-12"),
        ("12 Oct", "2026-10-12"),
        ("12th october", "2026-10-12"),
        ("12. oct.", "2026-10-12"),
        ("Oct 12", "2026-10-12"),
        ("october 12, 2024", "2024-10-12"),
        ("12.10.2026", "2026-10-12"),
        ("12.10.", "2026-10-12"),
        ("22 nov", "2026-11-22"),
        ("23 nov", "2025-11-23"),
        ("24.12.", "2025-12-24"),
        ("29 feb", "2024-02-29"),
    ],
)
def test_a_day_without_its_year_is_the_latest_one(text: str, expected: str, today: datetime.date) -> None:
    assert reading.day(text, today) == datetime.date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tomorrow", "2026-11-23"),
        ("3", "2026-11-25"),
        ("2 weeks", "2026-12-06"),
        ("12 dec", "2026-12-12"),
        ("12 oct", "2027-10-12"),
        ("22 nov", "2026-11-22"),
        ("29 feb", "2028-02-29"),
        ("3 days ago", "2026-11-19"),
    ],
)
def test_a_day_ahead_without_its_year_is_the_next_one(text: str, expected: str, today: datetime.date) -> None:
    assert reading.day(text, today, ahead=True) == datetime.date.fromisoformat(expected)


def test_a_29th_of_february_is_found_across_a_century_without_one() -> None:
    assert reading.day("29 feb", datetime.date(2103, 6, 1)) == datetime.date(2096, 2, 29)


@pytest.mark.parametrize(
    "text", ["", "soon", "31 june", "30.2.", "2026-02-30", "12 o", "0000-01-01", "1899-12-31", "9999-12-31", "12/10"]
)
def test_these_are_no_days(text: str, today: datetime.date) -> None:
    assert isinstance(reading.day(text, today), Problem)


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(9998, 12, 31)))
def test_a_day_is_read_back_as_it_is_written(day: datetime.date) -> None:
    assert reading.day(day.isoformat(), TODAY) == day
    assert reading.day(f"{day.day} {months.NAMES[day.month - 1]} {day.year}", TODAY) == day
    assert reading.day(f"{day:%d.%m.}{day.year}", TODAY) == day


@given(st.dates(datetime.date(1908, 1, 1), datetime.date(9980, 1, 1)), st.integers(0, 364))
def test_a_short_date_of_the_last_year_is_understood(today: datetime.date, ago: int) -> None:
    day = today - datetime.timedelta(days=ago)
    name = months.NAMES[day.month - 1]
    assert reading.past_day(f"{day.day} {name}", today) == day


def test_what_happened_lies_behind_and_what_is_planned_ahead(today: datetime.date) -> None:
    assert reading.past_day("today", today) == today
    assert isinstance(reading.past_day("tomorrow", today), Problem)
    assert reading.coming_day("tomorrow", today) == datetime.date(2026, 11, 23)
    assert isinstance(reading.coming_day("today", today), Problem)


# --- months -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2026-10", "2026-10"), ("this", "2026-11"), ("LAST", "2026-09"), ("oct", "2026-10"), ("december", "2025-12")],
)
def test_the_month_of_a_session(text: str, expected: str, today: datetime.date) -> None:
    assert reading.month(text, today, Month("2026-09")) == expected


@pytest.mark.parametrize("text", ["2026-12", "2027-01", "2026-13", "", "soon", "2026"])
def test_a_month_ahead_or_none_at_all_is_a_problem(text: str, today: datetime.date) -> None:
    assert isinstance(reading.month(text, today, None), Problem)


def test_before_the_first_session_there_is_no_last_month(today: datetime.date) -> None:
    problem = reading.month("last", today, None)
    assert isinstance(problem, Problem)
    assert "obsess-review begin" in problem.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", "2026-11"),
        ("8", "2026-03"),
        ("12", "2025-11"),
        ("march", "2026-03"),
        ("dec", "2025-12"),
        ("2024-05", "2024-05"),
        ("May 2024", "2024-05"),
        ("999", "1943-08"),
    ],
)
def test_since_when(text: str, expected: str) -> None:
    assert reading.since(text, NOW) == expected


@pytest.mark.parametrize("text", ["2026-12", "dec 2026", "2026", "", "long"])
def test_these_are_no_beginnings(text: str) -> None:
    assert isinstance(reading.since(text, NOW), Problem)


def test_so_long_ago_that_the_calendar_ends_is_its_first_month() -> None:
    assert reading.since("999", Month("1950-01")) == "1900-01"


@pytest.mark.parametrize(
    ("text", "expected"), [("nov", "2026-11"), ("march", "2027-03"), ("2027-03", "2027-03"), ("may 2028", "2028-05")]
)
def test_by_when(text: str, expected: str) -> None:
    assert reading.coming_month(text, NOW) == expected


@pytest.mark.parametrize("text", ["2026-10", "oct 2026", "", "ma", "8"])
def test_these_are_no_months_to_come(text: str) -> None:
    assert isinstance(reading.coming_month(text, NOW), Problem)


@pytest.mark.parametrize("now", ["1900-01", "9998-12"])
@pytest.mark.parametrize("text", [*months.NAMES, "0", "999", "1900-01", "9998-12"])
def test_months_at_the_calendars_ends_raise_nothing(text: str, now: str) -> None:
    for read in (reading.since(text, Month(now)), reading.coming_month(text, Month(now))):
        assert isinstance(read, Problem) or months.parse(read) == read


# --- gifts ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 drawings, a workshop, 3 calls", (Gift("drawings", 2), Gift("a workshop"), Gift("calls", 3))),
        ("2x drawings; 3 × calls", (Gift("drawings", 2), Gift("calls", 3))),
        ("advice + a visit", (Gift("advice"), Gift("a visit"))),
        ("research and development", (Gift("research and development"),)),
        ("2 xylophones", (Gift("xylophones", 2),)),
        ("0 drawings, 1 call", (Gift("call", 1),)),
        ("0 drawings", ()),
        ("nothing", ()),
        ("None", ()),
        ("0", ()),
    ],
)
def test_what_was_given(text: str, expected: tuple[Gift, ...]) -> None:
    assert reading.gifts(text) == expected


@pytest.mark.parametrize("text", ["1000 drawings", "12345 drawings", ",", " ; ", ""])
def test_these_are_no_gifts(text: str) -> None:
    assert isinstance(reading.gifts(text), Problem)


@given(st.lists(st.tuples(st.integers(1, 999), st.from_regex(r"[a-w]{1,9}( [a-w]{1,9})?", fullmatch=True)), min_size=1))
def test_gifts_are_read_back_as_they_are_written(gifts: list[tuple[int, str]]) -> None:
    written = ", ".join(f"{count} {what}" for count, what in gifts)
    assert reading.gifts(written) == tuple(Gift(what, count) for count, what in gifts)
