"""The good news: worked examples, on both sides of every bound."""

from typing import Any

import pytest

from review.records import GoalState, How, Limit, Outcome
from tests.review.telling import found, goal, kept, month, moved, said, segment, who

K, P, M, N = Outcome.KEPT, Outcome.PARTLY, Outcome.MISSED, Outcome.NOT_TRUE


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        ((K, K, M), "good Two of three promises kept"),
        ((K, K, K), "good All three promises kept"),
        ((K, K), "good Both promises kept"),
        ((K,), "good Your one promise kept"),
        ((K, M), "good One of two promises kept"),
        ((K, M, M), ""),
        ((K, P, P), ""),
        ((P, P), ""),
        ((K, N, N), "good Your one promise kept"),  # no longer true is neither
        ((K, None), "good Your one promise kept"),
        ((None, None), ""),
        ((), ""),
    ],
)
def test_half_of_the_promises_kept_is_good_news(outcomes: Any, expected: str) -> None:
    assert said("commitments kept", month("2026-10", look_back=kept(*outcomes))) == expected


def test_promises_kept_partly_are_told() -> None:
    [finding] = found("commitments kept", month("2026-10", look_back=kept(K, K, P)))
    assert finding.facts == ("2 kept, 1 partly",)
    assert finding.sentence == "Two of three promises kept."


@pytest.mark.parametrize(
    ("limit", "answers", "fires"),
    [
        (Limit(hours=6), {"hours": 6.0}, True),
        (Limit(hours=6), {"hours": 6.1}, False),
        (Limit(hours=6), {"hours": "unknown"}, False),
        (Limit(hours=6), {}, False),
        (Limit(), {"hours": 0.0}, False),
        (Limit(hours=6, energy=3), {"hours": 1.0, "energy": 3}, True),
        (Limit(hours=6, energy=3), {"hours": 1.0, "energy": 4}, False),
        (Limit(hours=6, energy=3), {"energy": 3}, False),  # the hours were not said
        (Limit(money=100), {"money": 100.0}, True),
    ],
)
def test_a_limit_is_held_when_all_of_it_is_known_to_be(limit: Limit, answers: Any, fires: bool) -> None:
    sessions = (month("2026-09", who("Calder", limit=limit)), month("2026-10", who("Calder", **answers)))
    assert bool(found("limit held", *sessions)) is fires


def test_a_limit_held_says_by_how_much() -> None:
    sessions = (month("2026-09", who("Calder", limit=Limit(hours=6))), month("2026-10", who("Calder", hours=5.0)))
    [finding] = found("limit held", *sessions)
    assert (finding.words, finding.facts) == ("limit held", ("5 h of 6 h",))
    assert finding.sentence == "You held your limit for Calder."


def test_the_limit_that_was_needed_most_is_told_first() -> None:
    limits = {"Acme": 10, "Calder": 6, "Delphi": 0}
    before = month("2026-09", *(who(name, limit=Limit(hours=hours)) for name, hours in limits.items()))
    now = month("2026-10", *(who(name, hours=min(hours, 6.0)) for name, hours in limits.items()))
    assert [each.name for each in found("limit held", before, now)] == ["Calder", "Acme", "Delphi"]


def gaps(*pairs: Any) -> list[Any]:
    return [month(f"2026-{at:02}", who("Acme", *pair)) for at, pair in enumerate(pairs, 1)]


@pytest.mark.parametrize(
    ("sessions", "fires"),
    [
        (gaps((5, 3), (3, 3)), True),
        (gaps((5, 3), (4, 3), (3, 3)), True),  # by way of one
        (gaps((5, 3), (4, 3)), False),  # not closed
        (gaps((4, 3), (3, 3)), False),  # it was never two
        (gaps((5, 3), (3, 3), (3, 3)), False),  # told once
        (gaps((5, 3), ("unknown", 3), (3, 3)), True),
        (gaps((5, 3), (3, "unknown")), False),
    ],
)
def test_a_gap_that_closed_is_told_once(sessions: Any, fires: bool) -> None:
    assert bool(found("gap closed", *sessions)) is fires


def test_a_gap_of_an_earlier_spell_does_not_close_in_this_one() -> None:
    earlier = month("2026-01", who("Acme", 5, 2, ended=How.PARTED))
    assert found("gap closed", earlier, month("2026-02", who("Acme", 3, 3))) == []


def test_a_closed_gap_says_how_wide_it_was() -> None:
    [finding] = found("gap closed", *gaps((5, 2), (2, 3)))
    assert finding.facts == ("It was +3 at its widest",)


NEGLECTED = month("2026-09", segments=(segment("Energy", 4, 1),))


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (NEGLECTED, (segment("Energy", 4, 3),), "good Energy: touched for the first time"),
        (NEGLECTED, (segment("Energy", 4, 2),), ""),  # touched, and still neglected
        (NEGLECTED, (segment("Energy", 2, 1),), ""),  # not neglected, and not touched
        (month("2026-09", segments=(segment("Energy", 4, 3),)), (segment("Energy", 4, 4),), ""),
    ],
)
def test_a_neglected_segment_touched_is_found(before: Any, now: Any, expected: str) -> None:
    assert said("segment found again", before, month("2026-10", segments=now)) == expected


def test_a_segment_touched_before_is_found_again() -> None:
    july = month("2026-07", segments=(segment("Energy", 4, 4),))
    [finding] = found("segment found again", july, NEGLECTED, month("2026-10", who("Acme", segment="Energy")))
    assert (finding.words, finding.goes_on) == ("found again", True)
    assert finding.sentence == "Energy has your attention again."


MARCH = month("2026-03", who("Acme", segment="Pumps", hours=2.0), segments=(segment("Pumps", 4, 1),))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (who("Acme", segment="Pumps", ended=How.PARTED), ""),  # taken off, and asked nothing
        (who("Acme", segment="Pumps"), ""),  # there before, when it was neglected all the same
        (who("Acme", segment="Pumps", hours=4.0), ""),
        (who("Borealis", segment="Pumps", ended=How.LOST), ""),
    ],
)
def test_nothing_is_found_again_by_leaving_the_segments_unanswered(row: Any, expected: str) -> None:
    assert said("segment found again", MARCH, month("2026-05", row)) == expected
    parked = month("2026-03", who("Acme", parked=True, segment="Pumps"), segments=(segment("Pumps", 4, 1),))
    ended = month("2026-05", who("Acme", segment="Pumps", ended=How.PARTED))
    assert found("segment found again", parked, ended) == []


def test_somebody_new_or_rated_finds_a_segment_again() -> None:
    nobody = month("2026-03", segments=(segment("Pumps", 4, 1),))
    for row in (who("Borealis", segment="Pumps"), who("Borealis", 4, 2, segment="Pumps", ended=How.LOST)):
        assert said("segment found again", nobody, month("2026-05", row)) == "good Pumps: touched for the first time"


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (GoalState.FINISHED, "good DMAIC: finished"),
        (GoalState.OPEN, ""),
        (GoalState.DROPPED, ""),
    ],
)
def test_a_goal_finished_is_good_news(state: GoalState, expected: str) -> None:
    assert said("goal finished", month("2026-10", learning=(goal("DMAIC", state=state),))) == expected


@pytest.mark.parametrize(
    ("how", "hours", "expected"),
    [
        (How.PARTED, 6.0, "good Hartmann: let go, 6 h a month back"),
        (How.PARTED, 0.0, ""),
        (How.PARTED, None, ""),
        (How.LOST, 6.0, ""),
        (How.COOLED, 6.0, ""),
    ],
)
def test_letting_go_of_somebody_who_cost_hours_is_good_news(how: How, hours: Any, expected: str) -> None:
    sessions = (month("2026-09", who("Hartmann", hours=hours)), month("2026-10", who("Hartmann", ended=how)))
    assert said("let go", *sessions) == expected


def test_a_let_go_is_told_in_its_own_session_only() -> None:
    gone = month("2026-09", who("Hartmann", hours=6.0, ended=How.PARTED))
    assert found("let go", gone, month("2026-10", who("Acme", moves=(moved("2026-10-01"),)))) == []
