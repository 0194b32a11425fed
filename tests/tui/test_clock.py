"""The one reader of the clock, and the day that may stand in for it."""

from datetime import date, timedelta

import pytest

from tui import clock
from tui.clock import Clock


def test_the_day_of_the_environment_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(clock.STANDS_IN, "2024-02-29")
    found = clock.from_environment()
    assert found is not None
    assert found.stands_in == found.today() == found.now().date() == date(2024, 2, 29)
    assert found.now().tzinfo is not None


@pytest.mark.parametrize("text", ["", None])
def test_without_one_it_is_the_machines_day(text: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(clock.STANDS_IN)
    if text is not None:
        monkeypatch.setenv(clock.STANDS_IN, text)
    found = clock.from_environment()
    assert found is not None
    assert found.stands_in is None
    assert abs(found.today() - found.now().date()) <= timedelta(days=1)  # midnight may lie between the two readings


@pytest.mark.parametrize(
    "text", ["2026-02-29", "22 November 2026", "202\uff16-11-22", "1900-12-31", "9998-01-01", "2026-11"]
)
def test_what_is_no_day_is_none(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(clock.STANDS_IN, text)
    assert clock.from_environment() is None


def test_the_moment_keeps_the_real_time_of_day() -> None:
    held, real = Clock(date(2020, 1, 1)).now(), Clock().now()
    assert held.date() == date(2020, 1, 1)
    assert abs((held.hour * 60 + held.minute) - (real.hour * 60 + real.minute)) in {0, 1, 24 * 60 - 1}
