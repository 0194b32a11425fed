"""Time the figures of every view and their drawing: ``python -m tests.benchmarks.views`` from the checkout.

Each is drawn from a history that nothing was derived from yet, as the first view after opening is; what it should
take at most is 100 ms at 24 months and 150 ms at 600 sessions of 15 prospects. The median of a few runs is printed.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterator
from statistics import median

from review import demo
from review.history import History
from review.month import Month
from review.prospect_story import story
from review.trends.page import Range
from review.trends.views import VIEWS, View, page
from tests import long_history
from tui.home import twelve
from tui.trends.contents import content
from tui.trends.layout import Room, laid_out

RUNS = 7
WIDTH, LINES = 117, 36
"""Cells and lines of the sheet in a window of 120 by 40."""


def drawing(view: View, months: Range) -> Callable[[History], None]:
    """Give what works out a view and draws what is seen of it."""

    def draw(history: History) -> None:
        found = laid_out(page(history, view, months), Room(WIDTH, airy=True, height=LINES))
        for line in found.lines[:LINES]:
            content(line.draw(False))

    return draw


def milliseconds(whole: History, act: Callable[[History], object]) -> float:
    """Give the median time of an act on a history that is new each time."""
    taken = []
    for _ in range(RUNS):
        history = History(whole.sessions, whole.prospects, whole.segments, whole.goals)
        gc.collect()
        begun = time.perf_counter()
        act(history)
        taken.append(time.perf_counter() - begun)
    return median(taken) * 1000


def rows(history: History) -> Iterator[tuple[str, list[float]]]:
    """Give the name of each thing drawn and its times, in milliseconds."""
    for view in VIEWS:
        yield view.name, [milliseconds(history, drawing(view, months)) for months in Range]
    somebody = history.known_prospects[-1]
    yield "a story", [milliseconds(history, lambda each: story(each, somebody))]
    yield "home: four lines", [milliseconds(history, lambda each: twelve.drawn(each, 49))]


def main() -> None:
    """Write the table to standard output."""
    made_up, long = demo.history(Month("2026-10")), long_history.history()
    for name, history in (("20 sessions in 24 months", made_up), ("600 sessions of 15 prospects", long)):
        sys.stdout.write(f"{name + ', ms':<34}{'12':>8}{'24':>8}{'all':>8}\n")
        for drawn, times in rows(history):
            sys.stdout.write(f"  {drawn:<32}{''.join(f'{each:8.1f}' for each in times)}\n")


if __name__ == "__main__":
    main()
