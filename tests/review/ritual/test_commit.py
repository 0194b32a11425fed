"""Step 7: everything the session brought up is listed, and three of it can be chosen."""

import datetime

import pytest

from review.records import UNKNOWN, Decision, How, Limit, Rating, Source
from review.ritual import commit, learning, obsessions, reality, segments, urgency
from review.ritual.sitting import Sitting
from tests.review.ritual.sittings import after, begun, id_of, listing, new_id, refused
from tests.review.telling import month, told, who


def session() -> Sitting:
    sitting = begun(told(month("2026-10", *(who(name, segment="energy") for name in ("acme", "borealis", "calder")))))
    sitting = after(sitting, reality.decide(sitting, "acme", Decision.LIMIT))
    sitting = after(sitting, reality.set_limit(sitting, "acme", Limit(hours=2.5)))
    sitting = after(sitting, urgency.rate(sitting, "borealis", "yours", 1))
    sitting = after(sitting, urgency.rate(sitting, "borealis", "theirs", 3))
    sitting = after(sitting, segments.say_action(sitting, "energy", "Call two plants"))
    return after(
        sitting, learning.add(sitting, lambda: "g", "SME evening", i_will="ask for the calendar", when="at tea")
    )


def texts(sitting: Sitting) -> list[str]:
    return [each.text for each in commit.proposals(sitting)]


def choosing(sitting: Sitting, *places: int) -> Sitting:
    for place in places:
        sitting = after(sitting, commit.toggle(sitting, commit.proposals(sitting)[place], new_id))
    return sitting


def test_all_that_the_session_brought_up_is_listed() -> None:
    assert [(each.source, each.text) for each in commit.proposals(session())] == [
        (Source.SEGMENTS, "Call two plants"),
        (Source.REALITY, "At most 2.5 h for acme until they move"),
        (Source.URGENCY, "Ask borealis what they need, and by when"),
        (Source.LEARNING, "Ask for the calendar when at tea"),
    ]
    assert [each.chosen for each in commit.proposals(session())] == [None] * 4


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (Decision.ENGAGE, ["Ask calder who signs, and by when"]),
        (Decision.LIMIT, ["Set a limit for calder"]),
        (Decision.CHECK_FIRST, ["Check what calder says before giving more"]),
        (Decision.REFRAME, ["Offer calder something smaller, and paid"]),
        (Decision.PART_WAYS, []),
        (Decision.SIGNED, []),
        (Decision.LOST, []),
        (None, []),
    ],
)
def test_a_decision_brings_up_a_next_move(decision: Decision | None, expected: list[str]) -> None:
    sitting = begun(told(month("2026-10", who("calder"))))
    assert texts(after(sitting, reality.decide(sitting, "calder", decision))) == expected


@pytest.mark.parametrize(
    ("limit", "expected", "always"),
    [
        (Limit(), "Set a limit for calder", False),
        (Limit(hours=0), "No unpaid work for calder", True),
        (Limit(hours=4, money=500), "At most 4 h for calder until they move", True),
        (Limit(money=500, energy=3), "Spend at most 500 on calder until they move", True),
        (Limit(money=0), "Spend no money on calder", True),
        (Limit(energy=3), "Energy up to 3 for calder until they move", True),
    ],
)
def test_a_limit_is_told_by_what_it_limits(limit: Limit, expected: str, always: bool) -> None:
    sitting = begun(told(month("2026-10", who("calder"))))
    sitting = after(sitting, reality.set_limit(sitting, "calder", limit))
    sitting = choosing(after(sitting, reality.decide(sitting, "calder", Decision.LIMIT)), 0)
    assert [(each.text, each.always) for each in sitting.answers.commitments] == [(expected, always)]


def test_a_chosen_limit_says_what_the_limit_has_become_until_it_is_put_in_other_words() -> None:
    chosen = choosing(session(), 1)
    (first,) = chosen.answers.commitments
    lower = after(chosen, reality.set_limit(chosen, "acme", Limit(hours=2)))
    (second,) = lower.answers.commitments
    assert (second.id, second.text, second.always) == (first.id, "At most 2 h for acme until they move", True)
    none = after(lower, reality.set_limit(lower, "acme", Limit()))
    assert [(each.text, each.always) for each in none.answers.commitments] == [("Set a limit for acme", False)]
    own = after(lower, commit.edit(lower, first.id, "Two hours", always=True))
    again = after(own, reality.set_limit(own, "acme", Limit(hours=1)))
    assert [each.text for each in again.answers.commitments] == ["Two hours"]


@pytest.mark.parametrize("decision", [Decision.PART_WAYS, Decision.ENGAGE])
def test_what_was_chosen_of_a_decision_goes_where_another_is_made(decision: Decision) -> None:
    chosen = choosing(session(), 0, 1)
    otherwise = after(chosen, reality.decide(chosen, "acme", decision))
    assert [each.about for each in otherwise.answers.commitments] == ["energy"]


def test_what_was_chosen_about_somebody_goes_when_they_end_and_stays_while_they_are_on() -> None:
    chosen = choosing(session(), 1, 2)
    engaged = after(chosen, reality.decide(chosen, "borealis", Decision.ENGAGE))
    assert [each.about for each in engaged.answers.commitments] == ["acme", "borealis"]
    for name in ("acme", "borealis"):
        ended = after(chosen, obsessions.end(chosen, name, How.COOLED))
        assert name not in [each.about for each in ended.answers.commitments]


def test_who_ended_or_was_parked_brings_nothing_up() -> None:
    sitting = session()
    parked = after(sitting, obsessions.toggle_parked(sitting, "acme"))
    assert len(texts(parked)) == len(texts(sitting)) - 1


def test_choosing_makes_a_commitment_and_choosing_again_takes_it_off() -> None:
    sitting = session()
    chosen = choosing(sitting, 0, 3)
    assert [(each.text, each.source, each.about) for each in chosen.answers.commitments] == [
        ("Call two plants", Source.SEGMENTS, "energy"),
        ("Ask for the calendar when at tea", Source.LEARNING, "g"),
    ]
    assert [each.chosen is not None for each in commit.proposals(chosen)] == [True, False, False, True]
    assert choosing(chosen, 0, 3).draft == sitting.draft


def test_three_are_enough() -> None:
    full = choosing(session(), 0, 1, 2)
    assert refused(commit.toggle(full, commit.proposals(full)[3], new_id)).startswith("Three are enough.")
    assert refused(commit.add(full, new_id, "and one more")).startswith("Three are enough.")
    assert len(choosing(full, 1, 3).answers.commitments) == 3


def test_a_limit_is_for_always_and_a_next_move_is_not() -> None:
    chosen = choosing(session(), 1, 2)
    assert [each.always for each in chosen.answers.commitments] == [True, False]


def test_ones_own_words_stand_below_and_have_a_day_or_none() -> None:
    sitting = session()
    day = datetime.date(2026, 12, 10)
    sitting = after(sitting, commit.add(sitting, new_id, " No drawing without an order ", day))
    sitting = after(sitting, commit.add(sitting, new_id, "Never on Sundays", day, always=True))
    assert [(each.text, each.by, each.always) for each in sitting.answers.commitments] == [
        ("No drawing without an order", day, False),
        ("Never on Sundays", None, True),
    ]
    assert texts(sitting)[-2:] == ["No drawing without an order", "Never on Sundays"]
    assert "Write what you will do" in refused(commit.add(sitting, new_id, " "))


def test_a_chosen_one_can_be_put_in_other_words_and_stays_in_its_place() -> None:
    chosen = choosing(session(), 0)
    (commitment,) = chosen.answers.commitments
    day = datetime.date(2026, 12, 10)
    edited = after(chosen, commit.edit(chosen, commitment.id, " Call one plant ", day))
    assert (texts(edited)[0], edited.answers.commitments[0].by) == ("Call one plant", day)
    assert len(texts(edited)) == 4
    assert "Write what you will do" in refused(commit.edit(chosen, commitment.id, ""))


def test_what_is_not_brought_up_any_more_stays_chosen() -> None:
    chosen = choosing(session(), 1)
    engaged = after(chosen, reality.decide(chosen, "acme", None))
    assert texts(engaged)[-1] == "At most 2.5 h for acme until they move"
    assert choosing(engaged, -1).answers.commitments == ()


def test_two_of_one_origin_are_both_listed() -> None:
    """A merge can leave two commitments about one prospect; neither is hidden."""
    sitting = listing(begun(), "Acme", "Acme GmbH")
    for name in ("Acme", "Acme GmbH"):
        sitting = after(sitting, reality.decide(sitting, id_of(sitting, name), Decision.ENGAGE))
    sitting = choosing(sitting, 0, 1)
    merged = after(sitting, obsessions.merge(sitting, id_of(sitting, "Acme GmbH"), id_of(sitting, "Acme")))
    assert sorted(texts(merged)) == ["Ask Acme GmbH who signs, and by when", "Ask Acme who signs, and by when"]
    assert all(each.chosen for each in commit.proposals(merged))


@pytest.mark.parametrize("value", [1, 5, UNKNOWN, None])
def test_fear_or_conviction(value: Rating) -> None:
    sitting = begun()
    assert after(sitting, commit.set_conviction(sitting, value)).answers.conviction == value


@pytest.mark.parametrize(("words", "expected"), [(" They can wait. ", "They can wait."), (" ", None), (None, None)])
def test_one_line_to_yourself(words: str | None, expected: str | None) -> None:
    sitting = begun()
    assert after(sitting, commit.say_line(sitting, words)).answers.line == expected


def test_what_is_asked() -> None:
    sitting = choosing(session(), 0)
    assert [(ask.field, ask.answered) for ask in commit.asks(sitting)] == [
        ("commitments", True),
        ("conviction", False),
        ("line", False),
    ]
