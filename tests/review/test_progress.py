"""How far a learning goal is: a number only where somebody gave one."""

import pytest

from review.progress import how_far
from review.records import GoalState, LearningGoal
from review.ritual import learning
from review.summary.document import Facts
from review.summary.learning import section
from tests.review.ritual.sittings import after, begun


@pytest.mark.parametrize(
    ("target", "progress", "state", "expected"),
    [
        (None, None, GoalState.OPEN, "not begun"),
        (None, 0, GoalState.OPEN, "not begun"),
        (None, 0, GoalState.DROPPED, "not begun"),
        (None, 4, GoalState.OPEN, "4 of 10"),
        (None, 10, GoalState.FINISHED, ""),
        (6, None, GoalState.OPEN, "0 of 6"),
        (6, 9, GoalState.OPEN, "6 of 6"),
        (6, 6, GoalState.FINISHED, "6 of 6"),
    ],
)
def test_a_number_is_said_only_where_somebody_gave_one(
    target: int | None, progress: int | None, state: GoalState, expected: str
) -> None:
    assert how_far(LearningGoal("g", "Read Deming", target=target), progress, state) == expected


def test_the_summary_says_no_number_that_nobody_gave() -> None:
    sitting = begun()
    sitting = after(sitting, learning.add(sitting, lambda: "g", "Read Deming"))
    _, facts = section(sitting)
    assert isinstance(facts, Facts)
    assert [words for _, words in facts.pairs] == ["not begun"]
    carried = after(sitting, learning.carry(sitting, "g"))
    _, facts = section(carried)
    assert isinstance(facts, Facts)
    assert "of 10" not in str(facts)
