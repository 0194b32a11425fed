"""The rule on learning: nothing on the list, two sessions running."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from review.findings.case import MEMORY, Case, counted_run
from review.findings.finding import Finding, Level
from review.history import History
from review.records import GoalState

SESSIONS_WITHOUT = 2
"""Sessions running without a goal: between two books there may be one."""


def not_learning(case: Case) -> Iterator[Finding]:
    """Find that no goal was open two sessions running, and none finished in either.

    That is a fact about goals, and rests on no answer: a goal that is open stays so without one. Whether Learning was
    left unanswered is not known of a finished session, where somebody who wants no goal leaves nothing behind either.
    """
    latest = (case.history.up_to(month) for month in reversed(case.history.months[-MEMORY:]))
    running = sum(1 for _ in takewhile(nothing_learned, latest))
    if running >= SESSIONS_WITHOUT:
        yield Finding(
            kind="not learning",
            level=Level.LOOK,
            title="Not learning",
            sentence=f"You had nothing to learn, for {counted_run(running)} sessions running.",
            facts=("No goal open, none finished",),
            words=f"Nothing to learn, {counted_run(running)} sessions running",
            values={"sessions_running": running},
        )


def nothing_learned(history: History) -> bool:
    """Whether a history ends with a session that leaves no goal open and finished none."""
    finished = history.last is not None and any(
        review.state is GoalState.FINISHED for review in history.last.answers.learning
    )
    return not history.open_goals and not finished
