"""What can be asked of the sessions so far: spells, merges, clients, limits, touches and goals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review import month as months
from review.history import History
from review.month import Month
from review.records import (
    NOBODY,
    UNKNOWN,
    Decision,
    GoalState,
    How,
    Kind,
    Limit,
    LookBack,
    Obsession,
    Outcome,
    PromiseAnswer,
    Prospect,
    Session,
)
from tests.review.telling import goal, month, moved, promise, segment, told, who

APRIL, MAY, JUNE, JULY = (Month(f"2026-0{number}") for number in (4, 5, 6, 7))


def spells(history: History, name: str) -> list[list[Month]]:
    return [[each.month for each in spell.appearances] for spell in history.spells(name)]


# --- sessions ---------------------------------------------------------------------------------------------------------


def test_a_history_can_be_read_as_it_was_before_and_up_to_a_month() -> None:
    history = told(month("2026-04"), month("2026-06"), month("2026-07"))
    assert history.before(JUNE).months == (APRIL,)
    assert history.before(MAY).months == (APRIL,)
    assert history.up_to(JUNE).months == (APRIL, JUNE)
    assert history.up_to(MAY).months == (APRIL,)
    assert history.before(APRIL).last is None


def test_a_session_is_found_by_its_month() -> None:
    june = month("2026-06")
    history = told(month("2026-04"), june)
    assert history.session(JUNE) == june
    assert history.session(MAY) is None
    assert History().session(MAY) is None


def test_a_late_session_takes_its_place_among_the_others_and_a_new_version_the_old_ones() -> None:
    history = told(month("2026-04"), month("2026-06"))
    assert history.having(month("2026-05")).months == (APRIL, MAY, JUNE)
    again = history.having(month("2026-06", who("acme")))
    assert again.months == (APRIL, JUNE)
    assert again.last == month("2026-06", who("acme"))


@given(st.permutations([month("2026-04", who("acme")), month("2026-05"), month("2026-07", who("acme"))]))
def test_the_order_of_finishing_does_not_matter(sessions: list[Session]) -> None:
    history = told()
    for session in sessions:
        history = history.having(session)
    assert history.months == (APRIL, MAY, JULY)
    assert spells(history, "acme") == [[APRIL], [JULY]]


@pytest.mark.parametrize(("when", "expected"), [("2026-04", 1), ("2026-05", 1), ("2026-07", 2), ("2026-09", 2)])
def test_a_session_covers_the_months_since_the_one_before(when: str, expected: int) -> None:
    history = told(month("2026-04"), month("2026-05"), month("2026-07"), month("2026-09"))
    assert history.months_covered(Month(when)) == expected


def test_an_id_that_no_record_has_says_so() -> None:
    assert History().prospect("gone").name == History().segment("gone").name == "(no name)"
    assert History().goal("gone").title == "(no name)"


def test_what_is_derived_from_a_history_is_worked_out_once_for_each() -> None:
    asked: list[int] = []

    def sessions(history: History) -> int:
        asked.append(len(history.sessions))
        return len(history.sessions)

    one, other = told(month("2026-04")), told(month("2026-04"), month("2026-05"))
    assert [each.once(sessions) for each in (one, other, one, other)] == [1, 2, 1, 2]
    assert asked == [1, 2]


# --- spells -----------------------------------------------------------------------------------------------------------


def test_an_unbroken_run_is_one_spell_over_a_skipped_month_too() -> None:
    history = told(month("2026-04", who("acme")), month("2026-05", who("acme")), month("2026-07", who("acme")))
    assert spells(history, "acme") == [[APRIL, MAY, JULY]]


def test_a_session_without_it_breaks_a_spell() -> None:
    history = told(month("2026-04", who("acme")), month("2026-05"), month("2026-06", who("acme")))
    assert spells(history, "acme") == [[APRIL], [JUNE]]


def test_who_left_and_came_back_has_two_spells() -> None:
    history = told(month("2026-04", who("acme", ended=How.PARTED)), month("2026-05", who("acme", kind=Kind.CLIENT)))
    first, second = history.spells("acme")
    assert first.ended is not None
    assert first.ended.how is How.PARTED
    assert (second.ended, second.newest.month) == (None, MAY)


def test_a_parked_month_goes_on_with_the_spell() -> None:
    history = told(month("2026-04", who("acme")), month("2026-05", who("acme", parked=True)))
    assert spells(history, "acme") == [[APRIL, MAY]]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ((None, None), "2026-04"),
        (("2026-01", None), "2026-01"),
        ((None, "2026-02"), "2026-02"),
        (("2026-01", "2025-11"), "2025-11"),
    ],
)
def test_a_spell_began_when_the_person_last_said_it_did(said: tuple[Month | None, ...], expected: str) -> None:
    first, second = said
    history = told(month("2026-04", who("acme", since=first)), month("2026-05", who("acme", since=second)))
    assert history.spells("acme")[0].since == expected


def test_nobody_has_no_spells() -> None:
    assert History().spells("acme") == ()
    assert History().latest("acme") is None
    assert told(month("2026-04", who("acme"))).row("acme", MAY) is None


@given(st.lists(st.sampled_from(["on", "off", "ended", "parked"]), max_size=12))
def test_spells_hold_every_appearance_once_and_in_order(states: list[str]) -> None:
    rows = {
        "on": [who("acme")],
        "off": [],
        "ended": [who("acme", ended=How.COOLED)],
        "parked": [who("acme", parked=True)],
    }
    history = told(*(month(months.shift(APRIL, at), *rows[state]) for at, state in enumerate(states)))
    found = [each for spell in history.spells("acme") for each in spell.appearances]
    assert [each.month for each in found] == [
        months.shift(APRIL, at) for at, state in enumerate(states) if state != "off"
    ]
    ended = [each.row.ended is not None for spell in history.spells("acme") for each in spell.appearances[:-1]]
    assert not any(ended)


# --- merges -----------------------------------------------------------------------------------------------------------


def test_a_merged_prospect_has_one_story_under_either_id() -> None:
    history = told(
        month("2026-04", who("acme gmbh", 5, 2)), month("2026-05", who("acme", 4, 2)), merged={"acme gmbh": "acme"}
    )
    assert history.prospect("acme gmbh").id == "acme"
    assert spells(history, "acme gmbh") == spells(history, "acme") == [[APRIL, MAY]]
    assert history.known_prospects == ("acme",)


def test_merges_are_followed_to_the_end_and_a_circle_does_not_hang() -> None:
    chained = History(prospects={name: Prospect(name, name, to) for name, to in [("a", "b"), ("b", "c"), ("c", None)]})
    assert chained.prospect("a").id == "c"
    circle = History(prospects={name: Prospect(name, name, to) for name, to in [("a", "b"), ("b", "a")]})
    assert circle.prospect("a").id in {"a", "b"}


@pytest.mark.parametrize("turned", [False, True])
def test_two_rows_of_one_session_that_became_one_are_joined(turned: bool) -> None:
    """Whatever their order on the list, the winner's answers count, and nothing of the other is lost."""
    kept = who("acme", 5, hours=3, moves=(moved("2026-04-02"),))
    lost = who("acme gmbh", 2, 4, hours=2, moves=(moved("2026-04-09"),), hope="the gripper")
    rows = (lost, kept) if turned else (kept, lost)
    history = told(month("2026-04", *rows), merged={"acme gmbh": "acme"})
    (one,) = history.appearances("acme")
    assert (one.row.yours, one.row.theirs, one.row.hours, one.row.hope) == (5, 4, 5, "the gripper")
    assert [move.on.day for move in history.moves("acme")] == [2, 9]
    assert history.row("acme", APRIL) == one.row


def test_a_duplicate_taken_off_the_list_ends_nothing() -> None:
    gone = who("acme gmbh", ended=How.COOLED)
    sessions = (month("2026-04", gone, who("acme")), month("2026-05", who("acme")))
    for rows in (sessions, (month("2026-04", who("acme"), gone), sessions[1])):
        history = told(*rows, merged={"acme gmbh": "acme"})
        assert spells(history, "acme") == [[APRIL, MAY]]


def test_a_session_itself_stays_as_it_was() -> None:
    april = month("2026-04", who("acme"), who("acme gmbh"))
    history = told(april, merged={"acme gmbh": "acme"})
    assert history.session(APRIL) == april
    assert [row.prospect for row in history.rows(april.answers)] == ["acme"]


# --- clients ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([who("acme")], False),
        ([who("acme", ended=How.SIGNED)], True),
        ([who("acme", kind=Kind.CLIENT)], True),
        ([who("acme", ended=How.SIGNED), who("acme", kind=Kind.CLIENT, ended=How.LEFT)], False),
        ([who("acme", kind=Kind.CLIENT, ended=How.COOLED)], True),
        ([who("acme", kind=Kind.CLIENT, ended=How.LOST)], True),
        ([who("acme", kind=Kind.CLIENT, ended=How.SIGNED)], True),
        ([who("acme", kind=Kind.CLIENT, ended=How.PARTED)], False),
        ([who("acme", ended=How.SIGNED), who("acme", kind=Kind.CLIENT, parked=True)], True),
        ([who("acme", kind=Kind.CLIENT), who("acme", kind=Kind.PROSPECT)], False),
    ],
)
def test_a_client_is_under_contract_until_they_leave(rows: list[Obsession], expected: bool) -> None:
    history = told(*(month(months.shift(APRIL, at), row) for at, row in enumerate(rows)))
    assert (history.clients == ("acme",)) is expected


def test_naming_who_has_not_heard_makes_a_client() -> None:
    assert told(month("2026-04", look_back=LookBack(unheard="marlow"))).clients == ("marlow",)
    assert told(month("2026-04", look_back=LookBack(unheard=NOBODY))).clients == ()
    assert told(month("2026-04", look_back=LookBack(unheard=UNKNOWN))).clients == ()


@pytest.mark.parametrize(
    ("row", "expected"),
    [(who("marlow"), True), (who("marlow", kind=Kind.CLIENT, ended=How.LEFT), False)],
    ids=["further hope", "left"],
)
def test_who_has_not_heard_is_asked_before_who_left(row: Obsession, expected: bool) -> None:
    history = told(month("2026-04", row, look_back=LookBack(unheard="marlow")))
    assert (history.clients == ("marlow",)) is expected


# --- limits -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (who("acme", limit=Limit(hours=4)), 4),
        (who("acme", limit=Limit(hours=4), parked=True), 4),
        (who("acme", limit=Limit(hours=4), ended=How.PARTED), None),
        (who("other", limit=Limit(hours=4)), None),
    ],
    ids=["set", "parked", "ended", "not on the list"],
)
def test_the_limit_in_force_is_the_last_sessions(row: Obsession, expected: float | None) -> None:
    history = told(month("2026-04", who("acme", limit=Limit(hours=1))), month("2026-05", row))
    force = history.limit_in_force("acme")
    assert (force[0].hours if force else None) == expected
    assert force is None or force[1] == months.index(MAY)


# --- segments ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("session", "expected"),
    [
        (month("2026-04", segments=(segment("energy", 4, 2),)), True),
        (month("2026-04", segments=(segment("energy", 4, 1),)), False),
        (month("2026-04", segments=(segment("energy", 4, UNKNOWN),)), False),
        (month("2026-04", segments=(segment("energy", 4),)), False),
        (month("2026-04", who("acme", segment="energy")), True),
        (month("2026-04", who("acme", segment="energy", ended=How.LOST)), False),  # taken off, and asked nothing
        (month("2026-04", who("acme", 3, segment="energy", ended=How.LOST)), True),
        (month("2026-04", who("acme", segment="energy", hours=2, ended=How.LOST)), True),
        (month("2026-04", who("acme", segment="energy", parked=True)), False),
        (month("2026-04", who("acme", segment="energy", parked=True, hours=2)), True),
        (month("2026-04", who("acme", segment="energy", parked=True, hours=0)), False),
    ],
)
def test_what_touches_a_segment(session: Session, expected: bool) -> None:
    assert (told(session).touches.get("energy") == (APRIL,)) is expected


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [(Outcome.KEPT, True), (Outcome.PARTLY, True), (Outcome.MISSED, False), (Outcome.NOT_TRUE, False), (None, False)],
)
def test_a_promise_about_a_segment_touches_it_when_it_was_kept(outcome: Outcome | None, expected: bool) -> None:
    history = told(
        month("2026-04", segments=(segment("energy", 4, 1),), commitments=(promise("call two plants", "energy"),)),
        month("2026-05", look_back=LookBack(promises=(PromiseAnswer("call two plants", outcome),))),
    )
    assert (history.touches.get("energy") == (MAY,)) is expected


def test_touches_follow_a_merged_segment_and_stay_in_order() -> None:
    history = told(
        month("2026-04", who("acme", segment="medcial")),
        month("2026-05", segments=(segment("medical", 3, 3),)),
        merged={"medcial": "medical"},
    )
    assert history.touches == {"medical": (APRIL, MAY)}
    assert [session.month for session, _ in history.segment_reviews("medcial")] == [MAY]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ((None, None), None),
        (("2026-09", None), "2026-09"),
        (("2026-09", "2026-12"), "2026-12"),
        ((None, "2026-06"), "2026-06"),
    ],
)
def test_a_segment_rests_as_was_last_said(said: tuple[Month | None, ...], expected: str | None) -> None:
    reviews = [segment("energy", 4, 1, rest_until=until) for until in said]
    history = told(*(month(months.shift(APRIL, at), segments=(each,)) for at, each in enumerate(reviews)))
    assert history.rests_until("energy") == expected


# --- goals ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "expected"), [(GoalState.OPEN, ["dmaic"]), (GoalState.FINISHED, []), (GoalState.DROPPED, [])]
)
def test_a_goal_is_open_until_it_is_finished_or_dropped(state: GoalState, expected: list[str]) -> None:
    history = told(
        month("2026-04", learning=(goal("dmaic"),)), month("2026-05", learning=(goal("dmaic", state=state),))
    )
    assert [each.title for each, _ in history.open_goals] == expected


def test_a_goal_not_asked_about_stays_open_where_it_was() -> None:
    history = told(
        month("2026-04", learning=(goal("dmaic", progress=4),)),
        month("2026-05", learning=(goal("dmaic", i_will="read"),)),
        month("2026-06"),
    )
    ((_, review),) = history.open_goals
    assert (review.progress, review.i_will) == (4, "read")


def test_a_decision_alone_ends_nothing() -> None:
    assert told(month("2026-04", who("acme", decision=Decision.LIMIT))).spells("acme")[0].ended is None
