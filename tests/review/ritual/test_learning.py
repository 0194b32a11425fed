"""Step 6: goals go on where they stood, until they are finished or dropped."""

import pytest
from msgspec import structs

from review.month import Month
from review.records import GoalKind, GoalReview, GoalState, LearningGoal, Source
from review.ritual import commit, learning
from review.ritual.sitting import Sitting
from tests.review.ritual.sittings import after, begun, finished, listing, new_id, refused
from tests.review.telling import goal, month, told


def reading(progress: int | None = 4) -> Sitting:
    past = told(month("2026-10", learning=(goal("dmaic", progress=progress, i_will="read ten pages", when="at tea"),)))
    named = past.naming((), (), [LearningGoal("dmaic", "DMAIC", GoalKind.BOOK, "notes", 12, Month("2026-12"))])
    return begun(named)


def one(sitting: Sitting) -> learning.OpenGoal:
    (found,) = learning.goals(sitting)
    return found


def test_only_what_it_is_needs_to_be_said() -> None:
    sitting = begun()
    added = after(sitting, learning.add(sitting, lambda: "g", " Meet 3 plant managers "))
    assert one(added).goal == LearningGoal("g", "Meet 3 plant managers")
    assert (one(added).before, one(added).progress, one(added).steps) == (None, 0, 10)
    assert "name is needed" in refused(learning.add(sitting, new_id, " "))


def test_all_that_is_said_of_a_goal_is_kept() -> None:
    sitting = begun()
    answer = learning.add(
        sitting,
        lambda: "g",
        "DMAIC",
        kind=GoalKind.BOOK,
        done_when=" notes on all ",
        target=10,
        i_will=" read ",
        when=" at tea ",
        by=Month("2026-12"),
    )
    found = one(after(sitting, answer))
    assert found.goal == LearningGoal("g", "DMAIC", GoalKind.BOOK, "notes on all", 10, Month("2026-12"))
    assert (found.review.i_will, found.review.when) == ("read", "at tea")


def test_a_goal_goes_on_where_it_stood_and_nothing_is_prefilled() -> None:
    sitting = reading()
    assert (one(sitting).before, one(sitting).progress, one(sitting).steps) == (4, 4, 12)
    assert sitting.answers.learning == ()
    assert not learning.asks(sitting)[0].answered


@pytest.mark.parametrize(("said", "expected"), [(6, 6), (0, 0), (-3, 0), (99, 12)])
def test_progress_stays_between_nothing_and_all_its_steps(said: int, expected: int) -> None:
    sitting = reading()
    answered = after(sitting, learning.set_progress(sitting, "dmaic", said))
    assert (one(answered).progress, one(answered).before) == (expected, 4)
    assert learning.asks(answered)[0].answered


@pytest.mark.parametrize("said", [None, 7])
def test_fewer_steps_leave_no_more_progress_than_there_are(said: int | None) -> None:
    sitting = reading() if said is None else after(reading(), learning.set_progress(reading(), "dmaic", said))
    fewer = after(sitting, learning.edit(sitting, structs.replace(one(sitting).goal, target=3)))
    assert (one(fewer).progress, one(fewer).steps) == (3, 3)
    assert one(begun(finished(fewer), "2026-12")).progress == 3


def test_progress_cut_by_fewer_steps_stays_so_when_they_are_more_again() -> None:
    said = after(reading(), learning.set_progress(reading(), "dmaic", 7))
    fewer = after(said, learning.edit(said, structs.replace(one(said).goal, target=3)))
    answered = after(fewer, learning.edit(fewer, structs.replace(one(fewer).goal, target=9)))
    assert one(answered).progress == 3


def test_progress_is_not_lost_in_a_month_that_does_not_answer_it() -> None:
    sitting = reading()
    edited = after(sitting, learning.edit(sitting, one(sitting).goal, "write it up"))
    december = begun(finished(edited), "2026-12")
    assert (one(december).progress, one(december).review.i_will) == (4, "write it up")


def test_the_next_step_holds_until_it_is_changed() -> None:
    """What I will do when is part of the goal: it is offered again without being typed again."""
    sitting = reading()
    (raised,) = commit.proposals(sitting)
    assert (raised.text, raised.source) == ("Read ten pages when at tea", Source.LEARNING)
    answered = after(sitting, learning.set_progress(sitting, "dmaic", 6))
    assert [each.text for each in commit.proposals(begun(finished(answered), "2026-12"))] == [raised.text]
    emptied = after(sitting, learning.edit(sitting, one(sitting).goal))
    assert commit.proposals(emptied) == commit.proposals(begun(finished(emptied), "2026-12")) == ()


def test_finishing_takes_all_its_steps_and_it_can_be_carried_on_with() -> None:
    sitting = reading()
    done = after(sitting, learning.set_state(sitting, "dmaic", GoalState.FINISHED))
    assert (one(done).progress, one(done).review.state) == (12, GoalState.FINISHED)
    assert commit.proposals(done) == ()
    assert learning.goals(begun(finished(done), "2026-12")) == ()
    again = after(done, learning.set_state(done, "dmaic", GoalState.OPEN))
    assert one(begun(finished(again), "2026-12")).review.state is GoalState.OPEN


def test_a_dropped_goal_stays_where_it_was_and_is_not_asked_about_again() -> None:
    sitting = reading()
    dropped = after(sitting, learning.set_state(sitting, "dmaic", GoalState.DROPPED))
    assert (one(dropped).progress, learning.asks(dropped)[0].answered) == (4, True)
    assert learning.goals(begun(finished(dropped), "2026-12")) == ()


def test_carrying_on_is_an_answer_and_opens_it_again() -> None:
    sitting = reading()
    carried = after(sitting, learning.carry(sitting, "dmaic"))
    assert (one(carried).progress, learning.asks(carried)[0].answered) == (4, True)
    assert carried.answers.learning[0].progress == 4
    dropped = after(carried, learning.set_state(carried, "dmaic", GoalState.DROPPED))
    assert one(after(dropped, learning.carry(dropped, "dmaic"))).review.state is GoalState.OPEN


def test_a_goal_has_a_note_of_the_month() -> None:
    sitting = reading()
    noted = after(sitting, learning.note(sitting, "dmaic", " chapter five twice "))
    assert one(noted).review.note == "chapter five twice"
    assert one(begun(finished(noted), "2026-12")).review.note is None


def test_labels_are_changed_and_the_past_keeps_its_id() -> None:
    sitting = reading()
    changed = LearningGoal("dmaic", " DMAIC at work ", GoalKind.SKILL, " ", 8)
    edited = after(sitting, learning.edit(sitting, changed, "read", "at tea"))
    assert one(edited).goal == LearningGoal("dmaic", "DMAIC at work", GoalKind.SKILL, None, 8)
    assert one(edited).review == GoalReview("dmaic", i_will="read", when="at tea")
    nameless = LearningGoal("dmaic", " ")
    assert "name is needed" in refused(learning.edit(sitting, nameless))


def test_a_goal_added_by_mistake_leaves_no_trace_and_an_old_one_is_dropped() -> None:
    sitting = reading()
    added = after(sitting, learning.add(sitting, lambda: "g", "Juggling"))
    assert after(added, learning.remove(added, "g")).draft == sitting.draft
    assert "Drop it" in refused(learning.remove(added, "dmaic"))


def test_with_no_goal_open_one_is_suggested_for_yourself() -> None:
    assert learning.suggestion(reading()) is None
    sitting = reading()
    done = after(sitting, learning.set_state(sitting, "dmaic", GoalState.FINISHED))
    assert learning.suggestion(done) in learning.SUGGESTIONS
    turns = {
        learning.suggestion(begun(told(*(month(f"2026-0{at}") for at in range(1, count))))) for count in range(1, 5)
    }
    assert turns == set(learning.SUGGESTIONS)


def test_a_new_goal_is_asked_for_only_when_none_was_open() -> None:
    assert [ask.field for ask in learning.asks(reading())] == ["progress"]
    empty = listing(begun(), "Acme")
    assert [(ask.field, ask.answered) for ask in learning.asks(empty)] == [("new", False)]
    added = after(empty, learning.add(empty, new_id, "Juggling"))
    assert [(ask.field, ask.answered) for ask in learning.asks(added)] == [("new", True)]
