"""The goals of Learning as they are drawn: those carried over with their progress, and those set in this sitting."""

from __future__ import annotations

from functools import partial

from msgspec import Struct
from textual.content import Content

from review import month as months
from review.month import Month
from review.records import GoalState
from review.ritual import learning
from review.ritual.learning import OpenGoal
from review.ritual.sitting import Sitting
from tui.ritual.questions import facts_block
from tui.widgets.lines import cell, line, said, wrapped
from tui.widgets.meters import progress
from tui.widgets.row import Row

ADD = "+add"
"""The key of the row that sets a new goal; ids of goals are letters and digits."""

KIND = 9
"""Cells of the column that says what a goal is about: the longest is "meeting"."""

BAR = 20
LEAST_BAR = 8
COUNT = 8
"""Cells of "10 of 10", so that what stands behind it begins in one column."""

TITLE_SHARE = 0.45
"""Of the width, where "done when" begins: titles are longer than what says that they are done."""

STATES = {GoalState.FINISHED: ("✓ finished", "$good"), GoalState.DROPPED: ("– dropped", "$quiet")}


class Line(Struct, frozen=True):
    """What one goal's row says; `last` is the month of the session before."""

    open: OpenGoal
    month: Month
    last: Month | None


def lines(sitting: Sitting) -> list[Line]:
    """Give every goal of this sitting, those carried over first."""
    last = sitting.previous.month if sitting.previous else None
    return [Line(each, sitting.month, last) for each in learning.goals(sitting)]


def row(each: Line) -> Row:
    """Make a goal's row."""
    draw = _draw_new if each.open.before is None else _draw_carried
    return Row(each.open.goal.id, partial(draw, each), each)


def add_row(suggestion: str | None) -> Row:
    """Make the row that sets a new goal, with something to do for oneself where none is open."""

    def draw(width: int, current: bool) -> list[Content]:  # noqa: FBT001 - as rows are drawn
        words = said("+ add a goal…", "bold" if current else "$quiet")
        perhaps = f"Nothing is open. Perhaps: {suggestion}." if suggestion else ""
        return [words, *wrapped(said(perhaps, "$quiet"), width)] if perhaps else [words]

    return Row(ADD, draw, suggestion or ADD)


def _draw_carried(each: Line, width: int, current: bool) -> list[Content]:  # noqa: FBT001 - as rows are drawn
    goal = each.open.goal
    by = said(f"by {_short(goal.by, each.month)}" if goal.by else "", "$quiet")
    room = width - KIND - (by.cell_length + 2 if goal.by else 0)
    words = _title_and_end(each.open, room, current=current)
    kind = cell(goal.kind.value if goal.kind else "", KIND, "$them")
    first = line(kind, words[0], " " * (width - KIND - words[0].cell_length - by.cell_length), by)
    below = [*words[1:], _progress(each, width - KIND), *_step(each.open, width - KIND)]
    return [first, *(line(" " * KIND, more) for more in below)]


def _title_and_end(goal: OpenGoal, width: int, *, current: bool) -> list[Content]:
    """Set the title and what counts as done beside each other where both fit, else one below the other."""
    open_ = goal.review.state is GoalState.OPEN
    title = said(goal.goal.title, "bold" if current or open_ else "$quiet")
    end = said(f"done when: {goal.goal.done_when}" if goal.goal.done_when else "")
    column = max(title.cell_length + 2, round(width * TITLE_SHARE))
    if column + end.cell_length <= width:
        return [line(title, " " * (column - title.cell_length), end)]
    return [*wrapped(title, width), *(wrapped(end, width) if goal.goal.done_when else [])]


def _progress(each: Line, width: int) -> Content:
    """Draw how far it is, in a bar and in figures, and where it stood before."""
    goal = each.open
    count = f"{goal.progress} of {goal.steps}".ljust(COUNT)
    answered = goal.review.progress is not None
    figures = said(f"   {count}   ", "" if answered else "$quiet")
    stood = said(f"{months.spoken(each.last, each.month)} {goal.before}" if each.last else "", "$quiet")
    state = STATES.get(goal.review.state)
    enough = said("   d finishes it", "$quiet") if state is None and goal.progress >= goal.steps else said("")
    ended = said(f"   {state[0]}", state[1]) if state else enough
    tail = line(figures, stood, ended)
    if ended.plain and tail.cell_length + LEAST_BAR > width:
        tail = line(figures.rstrip(), ended)  # how it ended counts for more than where it stood
    bar = max(LEAST_BAR, min(BAR, width - tail.cell_length))
    return line(progress(goal.progress, goal.steps, bar), tail).truncate(max(1, width), ellipsis=True)


def _step(goal: OpenGoal, width: int) -> list[Content]:
    """Draw the next step, the moment it is tied to, and the note."""
    review = goal.review
    when = line((" when ", "bold"), review.when) if review.when else said("")
    step = wrapped(line(("I will ", "bold"), review.i_will, when), width) if review.i_will else []
    note = [said(review.note, "$quiet").truncate(max(1, width), ellipsis=True)] if review.note else []
    return [*step, *note]


def _draw_new(each: Line, width: int, current: bool) -> list[Content]:  # noqa: FBT001 - as rows are drawn
    goal, review = each.open.goal, each.open.review
    state = STATES.get(review.state, ("", ""))
    counted = goal.target is not None or review.progress is not None
    steps = f"{each.open.progress} of {each.open.steps}" if counted else None
    what = line((goal.title, "bold" if current else ""), *_also("Kind", goal.kind), (f"   {state[0]}", state[1]))
    end = line(goal.done_when or ("all steps are done" if counted else ""), *_also("Steps", steps))
    by = months.spoken(goal.by, each.month) if goal.by else None
    step = line(review.i_will or "", *_also("when", review.when), *_also("by", by))
    facts = [("What", what), ("Done when", end), ("I will", step), ("Note", said(review.note or "", "$quiet"))]
    return facts_block([(label, fact) for label, fact in facts if fact.plain.strip()], width)


def _also(label: str, value: str | None) -> tuple[tuple[str, str], ...]:
    return ((f"   {label}  ", "bold"), (value, "")) if value else ()


def _short(month: Month, beside: Month) -> str:
    """Write a month in three letters, with its year where that is not clear."""
    spoken = months.spoken(month, beside)
    return spoken.replace(months.name(month), months.name(month)[: months.SHORTEST_NAME])
