"""A way through some screens of the app, and the list of all such ways: together they come to every screen there is."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path

from msgspec import Struct

from review.history import History
from review.month import Month
from tests.tui.stage import TODAY, Stage, made_up_history
from tui.start import Start

Seen = tuple[str, str]
"""A screen's name, and words that stand on it."""

Way = Callable[[Stage], AsyncIterator[Seen]]
"""Presses keys, and stops at each screen worth a look."""


def alone(_folder: Path) -> AbstractContextManager[object]:
    """Nobody else has the folder open."""
    return nullcontext()


class Tour(Struct, frozen=True):
    """A way through screens: whose history it is taken with, on which day, and what begins it.

    `crowded` says whether it is taken a second time with long names, many prospects, wide letters and emoji.
    """

    name: str
    way: Way
    history: Callable[[], History] = History
    today: date = TODAY
    start: Start | None = None
    marked: bool = False
    beside: Callable[[Path], AbstractContextManager[object]] = alone
    crowded: bool = False


made_up = made_up_history
"""Two years of made-up reviews, up to October 2026."""

NOVEMBER = Start(Month("2026-11"))
