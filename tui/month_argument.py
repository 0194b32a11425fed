"""MONTH as commands take it: ``2026-11``, ``last``, ``this``, or a month's name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from review import month as months
from review import reading
from review.history import History
from review.month import Month
from review.problem import Problem
from review.records import Session
from tui.failures import CannotBe, Failed

NONE_YET = "There is no finished session yet. Begin one with: obsess-review begin"


def read_month(text: str, today: date, finished: Sequence[Month]) -> Month:
    """Read a month; *finished* are those reviewed so far.

    Raises CannotBe for what is none or lies ahead, Failed where there is no last one.
    """
    if text.strip().casefold() == "last" and not finished:
        raise Failed(NONE_YET)
    found = reading.month(text, today, finished[-1] if finished else None)
    if isinstance(found, Problem):
        raise CannotBe(found.text)
    return found


def read_session(text: str, today: date, history: History) -> Session:
    """Read a month and give its finished session; raises as `read_month`, and Failed where the month has none."""
    month = read_month(text, today, history.months)
    session = history.session(month)
    if session is None:
        raise Failed(f"No session is finished for {months.title(month)}. See which are with: obsess-review list")
    return session
