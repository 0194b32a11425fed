"""The baskets that the Segments step shows, and when they are few."""

import datetime

from hypothesis import example, given
from hypothesis import strategies as st

from review.records import Amount
from review.ritual import sitting as sittings
from review.ritual.baskets import Baskets, baskets
from tests.review.telling import found, month, told, who

HOURS = st.sampled_from([None, "unknown", 0.0, 1.0, 2.0, 5.0, 12.0])


def shown(*hours: Amount, parked: tuple[int, ...] = ()) -> Baskets | None:
    rows = [who(f"Prospect {at}", hours=each, parked=at in parked) for at, each in enumerate(hours)]
    session = month("2026-11", *rows)
    history = told(session)
    return baskets(sittings.amend(history, session, datetime.date(2026, 11, 22), "segments"))


def test_shares_stand_the_most_first_without_those_that_cost_nothing() -> None:
    spread = shown(2.0, 12.0, 0.0)
    assert spread is not None
    assert [(each.name, each.hours) for each in spread.shares] == [("Prospect 1", 12), ("Prospect 0", 2)]
    assert (spread.hours, round(spread.number or 0, 1)) == (14, 1.3)


def test_of_too_few_known_there_are_hours_but_no_number() -> None:
    spread = shown(11.0, None, None, None, "unknown")
    assert spread is not None
    assert (spread.hours, spread.number, spread.few) == (11, None, False)
    assert (spread.known.known, spread.known.listed) == (1, 5)


def test_without_known_hours_there_are_none() -> None:
    assert shown() is None
    assert shown(None, "unknown", 0.0) is None


def test_half_of_the_hours_in_one_are_few_but_of_three_known_only() -> None:
    def few(*hours: Amount) -> bool:
        spread = shown(*hours)
        return spread is not None and spread.few

    assert few(5.0, 2.0, 2.0)
    assert few(4.0, 2.0, 2.0)
    assert not few(3.0, 2.0, 2.0)
    assert not few(5.0, 2.0)
    assert not few(2.0, 1.0, 1.0)
    assert not few(5.0, 2.0, 2.0, None)


@given(st.lists(HOURS, max_size=6), st.sets(st.integers(0, 5)))
@example(["unknown", 0.0, 0.0, 5.0], {0})
def test_few_is_what_the_finding_finds(hours: list[Amount], parked: set[int]) -> None:
    """The page offers to call it a choice exactly where it would otherwise be found."""
    rows = [who(f"Prospect {at}", hours=each, parked=at in parked) for at, each in enumerate(hours)]
    spread = shown(*hours, parked=tuple(parked))
    assert (spread is not None and spread.few) == bool(found("one basket", month("2026-11", *rows)))
