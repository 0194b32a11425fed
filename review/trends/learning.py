"""The sixth view: what you are learning, and the promises you keep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct, structs

from review import month as months
from review.history import History
from review.measured import MeasuredSession
from review.month import Month
from review.progress import steps_done
from review.records import Commitment, GoalState, Id, LearningGoal, Outcome, PromiseAnswer
from review.trends.page import Behind, Block, Chart, Column, Look, Table, TableRow
from review.trends.series import PROMISES_KEPT, Figure, Good, Unit


def _finished(session: MeasuredSession) -> float:
    return sum(review.state is GoalState.FINISHED for review in session.session.answers.learning)


FINISHED = Figure("goals_finished_count", "goals finished", Unit.COUNT, Good.UP, _finished)

GOAL_COLUMNS = (
    Column("goal", ""),
    Column("kind", ""),
    Column("progress_steps", "done", Unit.COUNT),
    Column("target_steps", "of", Unit.COUNT),
    Column("state", ""),
    Column("since", "since", month=True),
)
PROMISE_COLUMNS = (Column("outcome", ""), Column("promises_count", "promises", Unit.COUNT))


def blocks(look: Look) -> tuple[Block, ...]:
    """Draw the promises kept and goals finished, each goal of these months, and what became of the promises."""
    return (
        Chart("How many promises you kept", (look.series(PROMISES_KEPT),)),
        Chart("What you finished learning", (look.series(FINISHED),)),
        _goals(look),
        _promises(look),
    )


def lacks(look: Look) -> tuple[str, ...]:
    """Say what is still missing: a goal, and a promise that was answered."""
    answered = any(session.promises for session in look.sessions)
    goals = any(session.session.answers.learning for session in look.sessions)
    return (
        *(() if goals else ("a learning goal, in the step Learning",)),
        *(() if answered else ("a promise made in one review and answered in the next",)),
    )


class GoalStory(Struct, frozen=True):
    """A learning goal: when it was set and last spoken of, how far it is, and how it stands."""

    goal: LearningGoal
    since: Month
    last: Month
    progress: int
    state: GoalState


def goal_stories(history: History) -> Iterable[GoalStory]:
    """Give every learning goal there ever was, in order of making."""
    found: dict[Id, GoalStory] = {}
    for session in history.sessions:
        for review in session.answers.learning:
            goal = history.goal(review.goal)
            told = found.get(goal.id) or GoalStory(goal, session.month, session.month, 0, review.state)
            progress = told.progress if review.progress is None else review.progress
            found[goal.id] = structs.replace(told, last=session.month, progress=progress, state=review.state)
    return found.values()


def _goals(look: Look) -> Table:
    here = [each for each in goal_stories(look.history) if each.state is GoalState.OPEN or each.last in look.months]
    rows = (
        (
            each.goal.title,
            each.goal.kind.value if each.goal.kind else "",
            *(steps_done(each.goal, each.progress, each.state) or (None, None)),
            each.state.value,
            each.since,
        )
        for each in here
    )
    return Table("goals", "What you set out to learn", GOAL_COLUMNS, tuple(TableRow(row) for row in rows))


def _promises(look: Look) -> Table:
    said = list(_answered(look))
    rows = (
        TableRow(
            (outcome.value, sum(each is outcome for each, _ in said)),
            behind=tuple(behind for each, behind in reversed(said) if each is outcome),
        )
        for outcome in Outcome
    )
    title = "What became of your promises in these months"
    return Table("promises", title, PROMISE_COLUMNS, tuple(rows) if said else ())


def _answered(look: Look) -> Iterator[tuple[Outcome, Behind]]:
    """Give the promises that were answered in these months, oldest first, each in a line."""
    made: dict[Id, Commitment] = {}
    for each in look.compared:
        for answer in each.session.answers.look_back.promises:
            if answer.outcome is not None and each.month >= look.months[0]:
                yield answer.outcome, _behind(look, each.month, answer, made.get(answer.commitment))
        made |= {promise.id: promise for promise in each.session.answers.commitments}


def _behind(look: Look, month: Month, answer: PromiseAnswer, made: Commitment | None) -> Behind:
    about = made.about if made is not None and made.about in look.history.prospects else None
    text = made.text if made is not None else "a promise that is not known any more"
    note = f": {answer.note}" if answer.note else ""
    return Behind(
        look.history.prospect(about).id if about else None, f"{text}, answered in {months.title(month)}{note}"
    )
