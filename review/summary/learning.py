"""What the person is learning."""

from __future__ import annotations

from review import month as months
from review.progress import how_far
from review.records import GoalState
from review.ritual import learning
from review.ritual.learning import OpenGoal
from review.ritual.sitting import Sitting
from review.summary import words
from review.summary.document import Block, Facts, Heading


def section(sitting: Sitting) -> list[Block]:
    """Write every goal that was open, what became of it, and the next step."""
    goals = learning.goals(sitting)
    if not goals:
        return []
    return [Heading(2, learning.STEP.title), Facts(tuple((goal.goal.title, _said(goal)) for goal in goals))]


def _said(goal: OpenGoal) -> str:
    labels, answers = goal.goal, goal.review
    return words.sentences(
        (
            labels.kind.value if labels.kind else "",
            how_far(labels, goal.progress, answers.state),
            answers.state.value if answers.state is not GoalState.OPEN else "",
            f"done when {labels.done_when}" if labels.done_when else "",
            f"by {months.title(labels.by)}" if labels.by else "",
            f"I will {_step(answers.i_will, answers.when)}" if answers.i_will else "",
            answers.note or "",
        )
    )


def _step(i_will: str, when: str | None) -> str:
    return f"{i_will} when {when}" if when else i_will
