"""Where the hours go: worked examples, on both sides of every bound."""

from typing import Any

import pytest

from review.month import Month
from review.records import How
from tests.review.telling import found, month, said, who


def dreamt(dream: Any, *others: Any) -> Any:
    rows = [who(f"Other {at}", hours=hours) for at, hours in enumerate(others)]
    return month("2026-10", who("Calder", hours=dream, dream=True), *rows)


@pytest.mark.parametrize(
    ("session", "expected"),
    [
        (dreamt(2.0, 11.0), "look Calder: 2 h, while 11 h went to Other 0"),
        (dreamt(2.0, 4.9), ""),  # more than twice, but under 5 h
        (dreamt(2.5, 5.0), "look Calder: 2.5 h, while 5 h went to Other 0"),
        (dreamt(2.6, 5.0), ""),  # less than twice
        (dreamt(0.0, 5.0), "look Calder: 0 h, while 5 h went to Other 0"),
        (dreamt(1.0, 3.0, 4.0), "look Calder: 1 h, while 7 h went to others"),
        (dreamt("unknown", 11.0), ""),
        (dreamt(None, 11.0), ""),
        (month("2026-10", who("Acme", hours=11.0)), ""),  # no dream client
        (month("2026-10", who("Calder", hours=1.0, dream=True, parked=True), who("Acme", hours=11.0)), ""),
    ],
)
def test_settling_is_twice_the_hours_on_others(session: Any, expected: str) -> None:
    assert said("settling", session) == expected


def test_settling_asks_what_the_hours_would_do() -> None:
    rows = (who("Acme", hours=11.0), who("Calder", hours=2.0, dream=True))
    [finding] = found("settling", month("2026-10", *rows))
    assert finding.sentence == "11 h went to Acme, 2 h to Calder. What would 11 h do for Calder?"
    assert finding.facts == ("Acme: 11 h",)


def test_settling_for_several_dream_clients_is_about_the_whole_list() -> None:
    dream = (who("Calder", hours=1.0, dream=True), who("Ionic", hours=1.0, dream=True))
    [finding] = found("settling", month("2026-10", *dream, who("Acme", hours=6.0), who("Delphi", hours=1.0)))
    assert finding.about is None
    assert finding.words == "Dream clients: 2 h, while 7 h went to others"
    assert finding.sentence == (
        "7 h went to others, most to Acme, 2 h to your dream clients. What would 7 h do for your dream clients?"
    )


def spread(*hours: Any, **answers: Any) -> Any:
    return month("2026-10", *(who(f"Client {at}", hours=each) for at, each in enumerate(hours)), **answers)


@pytest.mark.parametrize(
    ("session", "fires"),
    [
        (spread(5.0, 3.0, 2.0), True),  # half
        (spread(4.9, 3.0, 2.1), False),
        (spread(10.0, 2.0), False),  # two prospects
        (spread(10.0, 2.0, 0.0), True),  # none is known too
        (spread(3.0, 1.0, 0.9), False),  # under 5 h
        (spread(4.5, 4.5, 1.0), False),  # 2.4 baskets
        (spread(3.0, 1.0, 1.0), True),
        (spread(8.0, 1.0, 1.0, 1.0, "unknown"), True),  # known for 80 %
        (spread(8.0, 1.0, 1.0, "unknown"), False),  # 75 %
        (spread(8.0, 1.0, 1.0, None), False),
        (spread(5.0, 3.0, 2.0, one_client_until=Month("2026-10")), False),
        (spread(5.0, 3.0, 2.0, one_client_until=Month("2026-09")), True),
        (spread(7.0, 6.9, 0.1), True),  # half to one
        (spread(0.0, 0.0, 0.0), False),
    ],
)
def test_one_basket_is_half_of_the_hours_in_one_place(session: Any, fires: bool) -> None:
    assert bool(found("one basket", session)) is fires


def test_a_prospect_that_ended_unasked_is_not_missing_from_the_list() -> None:
    ended = (who("Gone 1", ended=How.LOST), who("Gone 2", ended=How.LOST))
    rows = (who("Acme", hours=6.0), who("Borealis", hours=2.0), who("Calder", hours=2.0))
    assert len(found("one basket", month("2026-10", *rows, *ended))) == 1


def test_one_basket_counts_the_baskets() -> None:
    [finding] = found("one basket", spread(11.0, 5.0, 4.0))
    assert finding.sentence == "11 of 20 h went to Client 0, more than to all others together."
    assert finding.words == "One basket: 11 of 20 h went to Client 0"
    assert finding.facts == ("2.5 baskets", "Client 0: 11 h", "Client 1: 5 h", "Client 2: 4 h")
    assert finding.about is None
