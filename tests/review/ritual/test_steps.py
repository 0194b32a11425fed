"""The seven steps, the quick ritual, and about how long is left."""

from itertools import pairwise

import pytest

from review.history import History
from review.records import UNKNOWN, Id
from review.ritual import obsessions, reality, segments, steps, urgency
from review.ritual.sitting import Sitting
from review.ritual.step import Standing, Step
from tests.review.ritual.sittings import after, begun, listing
from tests.review.telling import goal, month, promise, told, who

SEVEN = ["look-back", "obsessions", "urgency", "reality", "segments", "learning", "commit"]
FIVE = ("Acme @ Medical", "Delphi @ Medical", "Calder @ Transport", "Eastgate @ Energy", "Borealis @ Food")


def past(sessions: int = 1) -> History:
    names = [each.partition(" @ ")[0] for each in FIVE] + ["Fenwick"]
    return told(
        *(
            month(
                f"2026-{at:02}",
                *(who(name, segment=f"{name} market") for name in names),
                commitments=(promise(f"a {at}"), promise(f"b {at}"), promise(f"c {at}")),
                learning=(goal("dmaic", progress=4),),
            )
            for at in range(11 - sessions, 11)
        )
    )


def names(sitting: Sitting) -> list[str]:
    return [step.name for step in steps.of(sitting)]


def test_there_are_seven_and_the_first_session_has_nothing_to_look_back_on() -> None:
    assert [step.name for step in steps.ALL] == SEVEN
    assert names(begun()) == SEVEN[1:]
    assert names(begun(past())) == SEVEN


def test_the_quick_ritual_skips_the_promises_and_the_closer_look() -> None:
    quick = begun(past(), mode="quick")
    assert names(quick) == SEVEN[1:]
    assert {ask.field for ask in reality.asks(quick)} == {"hours", "energy"}


@pytest.mark.parametrize("step", steps.ALL, ids=lambda step: step.name)
def test_each_step_asks_one_question_and_says_why(step: Step) -> None:
    assert step.question.endswith("?")
    assert step.question.count("?") == 1
    assert step.why.endswith(".")
    assert not any("!" in words for words in (step.question, step.hint, step.why))


def test_a_step_that_a_sitting_does_not_have_is_its_first() -> None:
    assert steps.position(begun(), "look-back") == 0
    assert steps.position(begun(past()), "commit") == 6
    assert steps.position(begun(), "no such step") == 0


def test_seconds_left_fall_with_every_answer() -> None:
    sitting = listing(begun(), *FIVE)
    before = steps.seconds_left(sitting, "obsessions")
    for row in sitting.rows:
        for side in ("yours", "theirs"):
            sitting = after(sitting, urgency.rate(sitting, row.prospect, "yours" if side == "yours" else "theirs", 3))
            left = steps.seconds_left(sitting, "obsessions")
            assert left < before
            before = left
    assert steps.seconds_left(sitting, "commit") < steps.seconds_left(sitting, "learning") < before


@pytest.mark.parametrize(("sitting", "minutes"), [(listing(begun(), *FIVE), 12), (begun(past(6)), 12)])
def test_a_sitting_fits_its_time(sitting: Sitting, minutes: int) -> None:
    """The budget is 12 minutes for five in four segments, and 11 for the seventh session with six."""
    first = steps.of(sitting)[0].name
    assert 6 * 60 < steps.seconds_left(sitting, first) <= minutes * 60


def test_progress_counts_the_answers() -> None:
    sitting = listing(begun(), *FIVE)
    urgency_step = steps.ALL[2]
    assert urgency_step.progress(sitting) == (0, 15)
    rated = after(sitting, urgency.rate(sitting, sitting.rows[0].prospect, "yours", 3))
    assert urgency_step.progress(rated) == (1, 15)
    assert urgency_step.seconds_left(rated) < urgency_step.seconds_left(sitting)


def test_nothing_is_asked_of_an_empty_list_but_a_name() -> None:
    empty = begun()
    assert [ask.field for step in steps.of(empty) for ask in step.asks(empty)] == [
        "list",
        "new",
        "commitments",
        "conviction",
        "line",
    ]
    assert segments.reviewed(empty) == ()
    assert obsessions.too_many(empty) == 0


def test_a_first_list_that_grows_does_not_make_the_time_jump() -> None:
    minutes = [steps.seconds_left(listing(begun(), *FIVE[:names]), "obsessions") / 60 for names in range(6)]
    assert minutes == sorted(minutes, reverse=True)
    assert max(before - after for before, after in pairwise(minutes)) < 3


def test_a_step_is_answered_without_what_is_optional() -> None:
    sitting = listing(begun(), "Acme", "Borealis")
    acme, borealis = (row.prospect for row in sitting.rows)
    assert urgency.STEP.standing(sitting) is Standing.OPEN
    sitting = after(sitting, urgency.rate(sitting, acme, "yours", 3))
    assert urgency.STEP.standing(sitting) is Standing.PARTLY
    rest: tuple[tuple[Id, urgency.Side], ...] = ((acme, "theirs"), (borealis, "yours"), (borealis, "theirs"))
    for prospect, side in rest:
        sitting = after(sitting, urgency.rate(sitting, prospect, side, UNKNOWN))
    assert urgency.STEP.standing(sitting) is Standing.ANSWERED, "a move is no duty, and unknown is an answer"
