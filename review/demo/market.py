"""Telling the last three steps: the segments, what was learned, and what was promised."""

from __future__ import annotations

from review.demo.chapter import Chapter, accepted
from review.demo.people import SESSIONS
from review.demo.people_told import rating
from review.demo.practice import ACTIONS, CLOSINGS, GOALS, PROMISES, RATED, RESTING, Goal, Promised
from review.progress import TENTHS
from review.records import GoalState, Id
from review.ritual import commit as committing
from review.ritual import identities, learning, segments


def look_at_segments(chapter: Chapter) -> None:
    """Rate every segment that was asked about, and tell what could be done there."""
    for name, told in RATED.items():
        potential, attention = tuple(told.split()[SESSIONS.index(chapter.at)])
        if potential == "-":
            continue
        segment = _segment(chapter, name)
        chapter.write(segments.rate(chapter.sitting, segment, "potential", rating(potential)))
        chapter.write(segments.rate(chapter.sitting, segment, "attention", rating(attention)))
        _plan(chapter, name, segment)


def _segment(chapter: Chapter, name: str) -> Id:
    found = accepted(identities.segment(chapter.sitting, name, chapter.new_id))
    chapter.write(found.draft)
    return found.id


def _plan(chapter: Chapter, name: str, segment: Id) -> None:
    action = ACTIONS.get((chapter.at, name))
    if action is not None:
        chapter.write(segments.say_unmet(chapter.sitting, segment, action.unmet))
        chapter.write(segments.say_action(chapter.sitting, segment, action.action))
    until = RESTING.get((chapter.at, name))
    if until is not None:
        chapter.write(segments.rest(chapter.sitting, segment, chapter.calendar.month(until)))


def learn(chapter: Chapter) -> None:
    """Set the goals of the month, and tell how far the others are."""
    for goal in GOALS:
        first = SESSIONS.index(goal.first)
        progress = dict(zip(SESSIONS[first:], goal.progress, strict=False))
        if goal.first == chapter.at:
            _set_goal(chapter, goal)
        if chapter.at in progress:
            _go_on(chapter, goal, progress[chapter.at], is_last=chapter.at == max(progress))


def _set_goal(chapter: Chapter, goal: Goal) -> None:
    chapter.write(
        learning.add(
            chapter.sitting,
            chapter.new_id,
            goal.title,
            kind=goal.kind,
            done_when=goal.done_when,
            target=goal.target,
            i_will=goal.i_will,
            when=goal.when,
            by=chapter.calendar.month(goal.by) if goal.by is not None else None,
        )
    )


def _go_on(chapter: Chapter, told: Goal, progress: int, *, is_last: bool) -> None:
    goal = next(each.goal for each in learning.goals(chapter.sitting) if each.goal.title == told.title)
    chapter.write(learning.set_progress(chapter.sitting, goal.id, progress))
    if is_last and told.dropped:
        chapter.write(learning.set_state(chapter.sitting, goal.id, GoalState.DROPPED))
    elif is_last and progress == (told.target or TENTHS):
        chapter.write(learning.set_state(chapter.sitting, goal.id, GoalState.FINISHED))


def commit(chapter: Chapter) -> None:
    """Choose what the session brought up or say it in other words, and close with a line."""
    for promised in PROMISES[chapter.at]:
        _promise(chapter, promised)
    closing = CLOSINGS[chapter.at]
    chapter.write(committing.set_conviction(chapter.sitting, closing.conviction))
    chapter.write(committing.say_line(chapter.sitting, closing.line))


def _promise(chapter: Chapter, told: Promised) -> None:
    by = chapter.day(told.by) if told.by else None
    raised = [each for each in committing.proposals(chapter.sitting) if each.text == told.text]
    if not raised:
        chapter.write(committing.add(chapter.sitting, chapter.new_id, told.text, by, always=told.always))
        return
    chapter.write(committing.toggle(chapter.sitting, raised[0], chapter.new_id))
    made = chapter.sitting.answers.commitments[-1]
    always = told.always or made.always
    chapter.write(committing.edit(chapter.sitting, made.id, told.text, by, always=always))
