"""The rule on learning: nothing on the list, two sessions running."""

from __future__ import annotations

from collections.abc import Iterator

from review.findings.case import Case
from review.findings.finding import Finding, Level
from review.history import History
from review.records import GoalState

SESSIONS_WITHOUT = 2
"""Sessions running without a goal: between two books there may be one."""


def not_learning(case: Case) -> Iterator[Finding]:
    """Find that no goal was open two sessions running, and none finished in either."""
    latest = [case.history.up_to(month) for month in case.history.months[-SESSIONS_WITHOUT:]]
    if len(latest) == SESSIONS_WITHOUT and all(nothing_learned(history) for history in latest):
        yield Finding(
            kind="not learning",
            level=Level.LOOK,
            title="Not learning",
            sentence="You had nothing to learn in the last two sessions.",
            facts=("no goal open, none finished",),
            words="Nothing to learn, two sessions running",
        )


def nothing_learned(history: History) -> bool:
    """Whether a history ends with a session that leaves no goal open and finished none."""
    finished = history.last is not None and any(
        review.state is GoalState.FINISHED for review in history.last.answers.learning
    )
    return not history.open_goals and not finished
