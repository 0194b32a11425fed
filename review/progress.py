"""How far a learning goal is, in words that give no number that nobody gave."""

from __future__ import annotations

from review.records import GoalState, LearningGoal

TENTHS = 10
"""Steps of a goal that was not divided into steps of its own."""

NOT_BEGUN = "not begun"


def how_far(goal: LearningGoal, progress: int | None, state: GoalState = GoalState.OPEN) -> str:
    """Say how far a goal is: ``3 of 6``; without steps of its own in tenths, ``not begun`` until some were given.

    A finished one without steps has no number: "" is said of it.
    """
    if goal.target is not None:
        return f"{min(progress or 0, goal.target)} of {goal.target}"
    if state is GoalState.FINISHED:
        return ""
    return f"{min(progress, TENTHS)} of {TENTHS}" if progress else NOT_BEGUN
