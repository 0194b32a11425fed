"""Step 6, Learning: what you will learn, and how far you are."""

from __future__ import annotations

from msgspec import Struct, structs

from review import text as texts
from review.month import Month
from review.problem import Problem
from review.progress import TENTHS
from review.records import Draft, GoalKind, GoalReview, GoalState, Id, LearningGoal, NewId
from review.ritual import identities
from review.ritual.sitting import Sitting, change
from review.ritual.step import Ask, Step


class OpenGoal(Struct, frozen=True):
    """A goal on this step's list: its answers so far, and its progress in the session before (None when it is new)."""

    goal: LearningGoal
    review: GoalReview
    before: int | None = None

    @property
    def steps(self) -> int:
        """How many steps make it done."""
        return self.goal.target or TENTHS

    @property
    def progress(self) -> int:
        """How far it is: this month's answer, else where it stood; never more than all its steps."""
        said = self.review.progress if self.review.progress is not None else self.before or 0
        return min(said, self.steps)


def goals(sitting: Sitting) -> tuple[OpenGoal, ...]:
    """Give the goals carried over, then those made in this sitting; finished and dropped ones stay, marked.

    The next step and its moment belong to the goal, and hold until they are changed.
    """
    answered = {sitting.goal(each.goal).id: each for each in sitting.answers.learning}
    before = {goal.id: review for goal, review in sitting.past.open_goals}
    ids = dict.fromkeys([*before, *answered])
    return tuple(
        OpenGoal(
            sitting.goal(id_),
            answered.get(id_) or _carried(before[id_]),
            (before[id_].progress or 0) if id_ in before else None,
        )
        for id_ in ids
    )


def _carried(review: GoalReview) -> GoalReview:
    return GoalReview(review.goal, i_will=review.i_will, when=review.when)


def add(
    sitting: Sitting,
    new_id: NewId,
    title: str,
    *,
    kind: GoalKind | None = None,
    done_when: str = "",
    target: int | None = None,
    i_will: str = "",
    when: str = "",
    by: Month | None = None,
) -> Draft | Problem:
    """Set a new learning goal; only what it is needs to be said."""
    name = identities.label(title)
    if isinstance(name, Problem):
        return name
    goal = LearningGoal(new_id(), name, kind, texts.given(done_when), target, by)
    review = GoalReview(goal.id, i_will=texts.given(i_will), when=texts.given(when))
    draft = structs.replace(sitting.draft, goals=(*sitting.draft.goals, goal))
    return change(draft, learning=(*sitting.answers.learning, review))


def edit(sitting: Sitting, goal: LearningGoal, i_will: str = "", when: str = "") -> Draft | Problem:
    """Change a goal's labels and its next step; `goal` is the changed record."""
    name = identities.label(goal.title)
    if isinstance(name, Problem):
        return name
    labelled = structs.replace(goal, title=name, done_when=texts.given(goal.done_when))
    draft = structs.replace(sitting.draft, goals=identities.put(sitting.draft.goals, labelled))
    changed = sitting.at(draft)
    found = _goal(changed, goal.id)
    progress = found.progress if found and found.review.progress is not None else None
    return _change(changed, goal.id, progress=progress, i_will=texts.given(i_will), when=texts.given(when))


def set_progress(sitting: Sitting, goal: Id, progress: int) -> Draft:
    """Say how far a goal is, kept between nothing and all its steps."""
    found = _goal(sitting, goal)
    steps = found.steps if found else TENTHS
    return _change(sitting, goal, progress=max(0, min(progress, steps)))


def set_state(sitting: Sitting, goal: Id, state: GoalState) -> Draft:
    """Finish, drop, or carry on with a goal; a finished one has all its steps."""
    found = _goal(sitting, goal)
    if state is GoalState.FINISHED and found:
        return _change(sitting, goal, state=state, progress=found.steps)
    return _change(sitting, goal, state=state)


def carry(sitting: Sitting, goal: Id) -> Draft:
    """Carry on with a goal as it stands; that it has not moved is an answer."""
    found = _goal(sitting, goal)
    return _change(sitting, goal, state=GoalState.OPEN, progress=found.progress if found else None)


def note(sitting: Sitting, goal: Id, words: str | None) -> Draft:
    """Keep a note about a goal."""
    return _change(sitting, goal, note=texts.given(words))


def remove(sitting: Sitting, goal: Id) -> Draft | Problem:
    """Remove a goal that was added in this sitting by mistake."""
    if any(each.id == goal for each, _ in sitting.past.open_goals):
        return Problem("It was set before this month. Drop it instead, with d.")
    learning = tuple(each for each in sitting.answers.learning if each.goal != goal)
    draft = structs.replace(sitting.draft, goals=tuple(each for each in sitting.draft.goals if each.id != goal))
    return change(draft, learning=learning)


def suggestion(sitting: Sitting) -> str | None:
    """Suggest something to do for yourself when no goal is open; None when one is."""
    open_now = [each for each in goals(sitting) if each.review.state is GoalState.OPEN]
    if open_now:
        return None
    turn = len(sitting.past.sessions) % len(SUGGESTIONS)
    return SUGGESTIONS[turn]


SUGGESTIONS = (
    "Read one book about the work, not about selling it",
    "Meet one person who does your work elsewhere",
    "Learn one skill that no client has asked for yet",
    "Take one afternoon off a week, and keep it",
)
"""Offered in turn, one a session, when no goal is open."""


def _goal(sitting: Sitting, goal: Id) -> OpenGoal | None:
    return next((each for each in goals(sitting) if each.goal.id == goal), None)


def _change(sitting: Sitting, goal: Id, **fields: object) -> Draft:
    found = _goal(sitting, goal)
    changed = structs.replace(found.review if found else GoalReview(goal), **fields)
    kept = [changed if each.goal == changed.goal else each for each in sitting.answers.learning]
    return change(sitting.draft, learning=tuple(kept) if changed in kept else (*kept, changed))


def asks(sitting: Sitting) -> tuple[Ask, ...]:
    """Give the questions: progress on every goal carried over, and one new goal when none is open."""
    found = goals(sitting)
    carried = [
        Ask("progress", each.goal.id, each.review.progress is not None or each.review.state is not GoalState.OPEN, 6)
        for each in found
        if each.before is not None
    ]
    new = [Ask("new", "", any(each.before is None for each in found), 45)] if not sitting.past.open_goals else []
    return (*carried, *new)


STEP = Step(
    name="learning",
    title="Learning",
    question="What will you learn?",
    hint="Do something for yourself, and slow down.",
    why="Books, skills, meetings and people feed you for years. A step tied to a moment is the one that gets done.",
    asks=asks,
)
