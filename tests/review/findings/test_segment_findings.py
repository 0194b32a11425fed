"""Segments: worked examples, on both sides of every bound."""

from typing import Any

import pytest

from review.month import Month
from review.records import LookBack as Looked
from review.records import Outcome, PromiseAnswer
from tests.review.telling import found, month, promise, said, segment, who


def one(*reviews: Any, **answers: Any) -> Any:
    return month("2026-10", *answers.pop("rows", ()), segments=reviews, **answers)


@pytest.mark.parametrize(
    ("session", "expected"),
    [
        (one(segment("Labs", 4, 2)), "act Labs: neglected, potential 4, attention 2"),
        (one(segment("Labs", 4, 3)), ""),
        (one(segment("Labs", 3, 1)), "act Labs: never touched"),
        (one(segment("Labs", 2, 1)), ""),
        (one(segment("Labs", 5, "unknown")), ""),
        (one(segment("Labs", 5, None)), ""),
        (one(segment("Labs", "unknown", 1)), ""),
        (one(segment("Labs", 5, 1, rest_until=Month("2026-11"))), ""),
        (one(segment("Labs", 5, 1, rest_until=Month("2026-10"))), "act Labs: never touched"),  # it rests until then
        (
            one(segment("Labs", 4, 1), rows=(who("Acme", segment="Labs"),)),
            "act Labs: neglected, potential 4, attention 1",
        ),
    ],
)
def test_a_segment_is_neglected_by_two_steps(session: Any, expected: str) -> None:
    assert said("neglected segment", session) == expected


def test_only_the_largest_asks_to_act() -> None:
    reviews = (segment("Labs", 4, 2), segment("Energy", 5, 1), segment("Rail", 4, 2))
    words = said("neglected segment", one(*reviews)).split("; ")
    assert [each.split(":")[0] for each in words] == ["act Energy", "look Labs", "look Rail"]


def test_of_equals_the_first_in_the_session_asks_to_act() -> None:
    words = said("neglected segment", one(segment("Rail", 4, 2), segment("Labs", 4, 2))).split("; ")
    assert [each.split(":")[0] for each in words] == ["act Rail", "look Labs"]
    crowded = said("crowded segment", one(segment("Rail", 2, 4), segment("Labs", 2, 4))).split("; ")
    assert [each.split(":")[0] for each in crowded] == ["look Rail", "look Labs"]


def test_of_equals_the_longest_untouched_asks_to_act() -> None:
    july = month("2026-07", segments=(segment("Labs", 4, 3), segment("Rail", 3, 1)))
    august = month("2026-08", segments=(segment("Rail", 4, 3),))
    now = one(segment("Rail", 4, 1), segment("Labs", 4, 1))
    assert [each.name for each in found("neglected segment", july, august, now) if each.level == "act"] == ["Labs"]


def untouched(sessions: int, *latest: Any, potential: Any = 3) -> Any:
    """Sessions in which Labs was touched first and never again; the newest holds *latest*."""
    touched = month("2026-01", segments=(segment("Labs", potential, 2),))
    between = [month(f"2026-{at:02}", segments=(segment("Rail", 3, 3),)) for at in range(2, sessions + 1)]
    return (touched, *between, month(f"2026-{sessions + 1:02}", segments=latest))


@pytest.mark.parametrize(
    ("sessions", "expected"),
    [
        (untouched(3), "act Labs: untouched since January"),
        (untouched(2), ""),
        (untouched(3, segment("Labs", 3, None)), ""),  # left open: it may have been touched
        (untouched(3, segment("Labs", None, None)), ""),
        (untouched(3, potential=2), ""),
        (untouched(3, segment("Labs", 2, 1)), ""),  # worth less now
        (untouched(3, segment("Rail", 3, 3, rest_until=Month("2027-01"))), "act Labs: untouched since January"),
    ],
)
def test_a_segment_worth_it_is_neglected_after_three_sessions_without_a_touch(sessions: Any, expected: str) -> None:
    assert said("neglected segment", *sessions) == expected


def test_out_of_sight_counts_as_no_attention() -> None:
    [finding] = found("neglected segment", *untouched(3))
    assert finding.weight == 2  # potential 3, attention taken for 1


def test_a_segment_named_only_now_was_not_out_of_sight_before() -> None:
    sessions = [month(f"2026-{at:02}", segments=(segment("Rail", 3, 3),)) for at in range(1, 4)]
    assert found("neglected segment", *sessions, month("2026-04", segments=(segment("Labs", 3, "unknown"),))) == []


def test_a_promise_kept_about_a_segment_touches_it() -> None:
    *before, _ = untouched(3)
    said_so = month("2026-03", segments=(segment("Rail", 3, 3),), commitments=(promise("call a lab", "Labs"),))
    done = Looked(promises=(PromiseAnswer("call a lab", Outcome.PARTLY),))
    kept = month("2026-04", segments=(segment("Rail", 3, 3),), look_back=done)
    missed = month("2026-04", look_back=Looked(promises=(PromiseAnswer("call a lab", Outcome.MISSED),)))
    assert found("neglected segment", *before[:2], said_so, kept) == []
    assert len(found("neglected segment", *before[:2], said_so, missed)) == 1


def test_a_neglected_segment_is_told_with_both_ratings() -> None:
    [finding] = found("neglected segment", *untouched(3, segment("Labs", 4, 1)))
    assert finding.sentence == "Labs could be worth more to you than you gave it: potential 4, attention 1."
    assert finding.facts == ("Potential 4, attention 1", "Untouched since January")
    assert finding.words == "untouched since January"


@pytest.mark.parametrize(
    ("session", "expected"),
    [
        (one(segment("Devices", 3, 5), segment("Labs", 3, 3)), "look Devices: crowded"),
        (one(segment("Devices", 3, 4), segment("Labs", 3, 3)), ""),
        (one(segment("Devices", 3, 5)), ""),  # there is no other
        (one(segment("Devices", 3, 5), rows=(who("Acme", segment="Rail"),)), "look Devices: crowded"),
        (one(segment("Devices", "unknown", 5), segment("Labs", 3, 3)), ""),
    ],
)
def test_a_segment_is_crowded_by_two_steps(session: Any, expected: str) -> None:
    assert said("crowded segment", session) == expected


def test_a_crowded_segment_is_told_with_both_ratings() -> None:
    [finding] = found("crowded segment", one(segment("Devices", 2, 5), segment("Labs", 3, 3)))
    assert finding.sentence == "Devices got more of you than it could be worth."
    assert finding.facts == ("Potential 2, attention 5",)
