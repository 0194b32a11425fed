"""How far a learning goal is, in words that give no number that nobody gave."""

from __future__ import annotations

from review.records import GoalState, LearningGoal

TENTHS = 10
"""Steps of a goal that was not divided into steps of its own."""

NOT_BEGUN = "not begun"


def steps_done(goal: LearningGoal, progress: int | None, state: GoalState) -> tuple[int, int] | None:
    """Give the steps done and those there are, in tenths where a goal has none of its own.

    None for what nobody gave: without steps, until some progress was, and of a finished goal.
    """
    if goal.target is not None:
        return progress or 0, goal.target
    return (progress, TENTHS) if progress and state is not GoalState.FINISHED else None


def how_far(goal: LearningGoal, progress: int | None, state: GoalState = GoalState.OPEN) -> str:
    """Say how far a goal is: ``3 of 6``; ``not begun``, or "" of a finished one, where there is no number."""
    steps = steps_done(goal, progress, state)
    if steps is None:
        return "" if state is GoalState.FINISHED else NOT_BEGUN
    done, there_are = steps
    return f"{min(done, there_are)} of {there_are}"
