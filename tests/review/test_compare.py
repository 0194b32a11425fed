"""Two sessions side by side."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review import compare
from review.compare import Comparison, Way
from review.history import History
from review.month import Month
from review.records import How
from tests.review.telling import month, told, who

OCTOBER = month(
    "2026-10", who("Acme", 5, 2, hours=9.0), who("Borealis", 2, 3, hours=0.0), who("Calder", 3, 3, hours=2.0)
)


def between(history: History, earlier: str = "2026-10", later: str = "2026-11") -> Comparison:
    found = compare.compared(history, Month(earlier), Month(later))
    assert found is not None
    return found


def test_who_came_and_who_went_and_how() -> None:
    november = month(
        "2026-11",
        who("Acme", ended=How.PARTED),
        who("Calder", 3, 3),
        who("Delphi", 4, 1),
        who("Eastgate", ended=How.LOST),
    )
    found = between(told(OCTOBER, november))
    assert [each.name for each in found.came] == ["Delphi"]
    assert [(each.name, each.came, each.went, each.how) for each in found.passed] == [
        ("Eastgate", "2026-11", "2026-11", How.LOST)
    ]
    assert [each.name for each in found.stayed] == ["Calder"]
    assert [(each.name, each.how) for each in found.went] == [("Acme", How.PARTED), ("Borealis", None)]


def test_somebody_who_ended_in_the_earlier_session_neither_goes_nor_stays() -> None:
    october = month("2026-10", who("Acme", ended=How.PARTED), who("Calder"))
    assert between(told(october, month("2026-11", who("Calder")))).went == ()
    again = between(told(october, month("2026-11", who("Calder"), who("Acme"))))
    assert [each.name for each in again.came] == ["Acme"]


def test_how_somebody_went_is_found_in_a_session_between_the_two() -> None:
    history = told(OCTOBER, month("2026-11", who("Acme", ended=How.SIGNED)), month("2026-12", who("Calder")))
    acme = between(history, later="2026-12").went[0]
    assert (acme.how, acme.month, acme.before.hours) == (How.SIGNED, "2026-11", 9.0)


def test_who_came_and_went_between_the_two_is_not_lost() -> None:
    history = told(
        OCTOBER,
        month("2026-11", who("Acme"), who("Delphi"), who("Eastgate")),
        month("2026-12", who("Acme"), who("Delphi", ended=How.LOST)),
        month("2027-01", who("Acme")),
    )
    found = between(history, later="2027-01")
    assert [(each.name, each.came, each.went, each.how) for each in found.passed] == [
        ("Delphi", "2026-11", "2026-12", How.LOST),
        ("Eastgate", "2026-11", "2026-11", None),
    ]
    assert found.came == ()


def test_who_came_is_told_with_the_first_session_of_this_time() -> None:
    history = told(
        OCTOBER,
        month("2026-11", who("Delphi", ended=How.COOLED)),
        month("2026-12", who("Delphi")),
        month("2027-01", who("Delphi", 4, 2)),
    )
    [delphi] = between(history, later="2027-01").came
    assert (delphi.month, delphi.now.row.yours) == ("2026-12", 4)


def test_who_is_on_both_lists_is_told_as_then_and_as_now() -> None:
    found = between(told(OCTOBER, month("2026-11", who("Calder", 4, 3, hours=5.0), who("Acme", 4, 2))))
    assert [(each.name, each.before.hours, each.now.hours) for each in found.stayed] == [
        ("Calder", 2.0, 5.0),
        ("Acme", 9.0, None),
    ]


def test_gaps_that_changed_stand_with_the_widest_change_first() -> None:
    november = month("2026-11", who("Acme", 4, 2), who("Borealis", 2, 3), who("Calder", 5, 1))
    shifts = between(told(OCTOBER, november)).shifts
    assert [(each.name, each.by, each.way) for each in shifts] == [("Calder", 4, Way.WIDER), ("Acme", -1, Way.CLOSER)]


def test_a_gap_that_turns_round_is_closer_only_when_it_is_narrower() -> None:
    history = told(
        month("2026-10", who("Acme", 4, 2), who("Calder", 1, 2)),
        month("2026-11", who("Acme", 2, 3), who("Calder", 4, 2)),
    )
    assert {each.name: each.way for each in between(history).shifts} == {"Acme": Way.CLOSER, "Calder": Way.WIDER}


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ((4, 2), (1, 3), Way.TURNED),  # as wide the other way
        ((1, 3), (4, 2), Way.TURNED),
        ((3, 3), (2, 3), Way.THEY_LEAD),
        ((2, 3), (1, 3), Way.THEY_LEAD),
        ((3, 2), (1, 3), Way.THEY_LEAD),
        ((1, 3), (2, 3), Way.CLOSER),
        ((2, 3), (4, 2), Way.WIDER),
    ],
)
def test_a_gap_below_zero_is_theirs_and_not_wider(before: Any, now: Any, expected: Way) -> None:
    [shift] = between(told(month("2026-10", who("Acme", *before)), month("2026-11", who("Acme", *now)))).shifts
    assert shift.way is expected
    assert between(told(month("2026-10", who("Acme", *before)), month("2026-11", who("Acme", *before)))).shifts == ()


def test_an_unknown_rating_is_no_change() -> None:
    november = month("2026-11", who("Acme", 5, "unknown"), who("Borealis"), who("Calder", "unknown", 3))
    assert between(told(OCTOBER, november)).shifts == ()


def test_figures_before_and_now() -> None:
    found = between(told(OCTOBER, month("2026-11", who("Acme", 5, 2, hours=4.0), who("Calder", 3, 3, hours=0.0))))
    assert (found.hours.before, found.hours.now, found.hours.changed) == (11, 4, True)
    assert (found.baskets.now, found.mean_gap.changed) == (1, True)
    unknown = between(told(OCTOBER, month("2026-11", who("Acme"))))
    assert not unknown.hours.changed


def test_a_merged_prospect_is_one_in_both_sessions() -> None:
    history = told(
        OCTOBER, month("2026-11", who("Acme Ltd", 4, 2), who("Borealis"), who("Calder")), merged={"Acme Ltd": "Acme"}
    )
    found = between(history)
    assert (found.came, found.went) == ((), ())
    assert [each.name for each in found.shifts] == ["Acme"]


def test_the_order_of_the_two_months_does_not_matter() -> None:
    history = told(OCTOBER, month("2026-11", who("Acme", 4, 2)))
    assert compare.compared(history, Month("2026-11"), Month("2026-10")) == between(history)


def test_later_sessions_are_not_known_yet() -> None:
    early = told(OCTOBER, month("2026-11", who("Acme", 4, 2)))
    later = told(OCTOBER, month("2026-11", who("Acme", 4, 2)), month("2026-12", who("Acme", ended=How.SIGNED)))
    assert between(early) == between(later)


def test_there_is_nothing_to_compare_with_one_session_or_none() -> None:
    assert compare.compared(told(OCTOBER), Month("2026-10"), Month("2026-10")) is None
    assert compare.compared(told(OCTOBER), Month("2026-10"), Month("2026-11")) is None
    assert compare.with_previous(told(OCTOBER), Month("2026-10")) is None


def test_the_session_before_is_the_newest_one_before_however_long_ago() -> None:
    found = compare.with_previous(told(month("2026-01", who("Acme")), OCTOBER), Month("2026-10"))
    assert found is not None
    assert found.earlier == "2026-01"


NAMES = ("Acme", "Borealis", "Calder")
RATINGS = st.sampled_from([None, "unknown", 1, 2, 3, 4, 5])
ROWS = st.lists(st.tuples(st.sampled_from(NAMES), RATINGS, RATINGS), unique_by=lambda row: row[0], min_size=1)


@given(ROWS, ROWS)
def test_nobody_both_comes_and_goes_and_every_shift_is_of_somebody_on_both_lists(
    before: list[tuple[str, int, int]], now: list[tuple[str, int, int]]
) -> None:
    found = between(
        told(month("2026-10", *(who(*row) for row in before)), month("2026-11", *(who(*row) for row in now)))
    )
    came, went = {each.name for each in found.came}, {each.name for each in found.went}
    stayed = {row[0] for row in before} & {row[0] for row in now}
    assert not came & went
    assert {each.name for each in found.stayed} == stayed
    assert found.passed == ()
    assert {each.name for each in found.shifts} <= stayed
    assert came | went | stayed == {row[0] for row in (*before, *now)}
