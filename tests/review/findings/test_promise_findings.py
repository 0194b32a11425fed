"""Learning, clients, fear and stop rules: worked examples, on both sides of every bound."""

import datetime
from typing import Any

import pytest

from review.records import (
    NOBODY,
    UNKNOWN,
    GoalState,
    How,
    Kind,
    LookBack,
    RuleAnswer,
    RuleOutcome,
    Session,
    StopRule,
)
from tests.review.telling import found, goal, month, said, who

OPEN, FINISHED, DROPPED = goal("book"), goal("book", state=GoalState.FINISHED), goal("book", state=GoalState.DROPPED)


@pytest.mark.parametrize(
    ("months", "fires"),
    [
        (((), ()), True),
        (((),), False),  # one session
        (((OPEN,), ()), False),  # still open, though not asked
        (((), (OPEN,)), False),
        (((OPEN,), (FINISHED,)), False),
        (((OPEN,), (FINISHED,), ()), False),  # finished in the session before
        (((OPEN,), (FINISHED,), (), ()), True),
        (((OPEN,), (DROPPED,)), False),  # the session before still had it
        (((OPEN,), (DROPPED,), ()), True),
    ],
)
def test_not_learning_is_two_sessions_without_a_goal(months: Any, fires: bool) -> None:
    sessions = [month(f"2026-{at:02}", learning=goals) for at, goals in enumerate(months, 1)]
    assert bool(found("not learning", *sessions)) is fires


def test_not_learning_counts_the_sessions() -> None:
    [finding] = found("not learning", *(month(f"2026-{at:02}") for at in range(1, 6)))
    assert finding.words == "Nothing to learn, five sessions running"
    assert finding.sentence == "You had nothing to learn, for five sessions running."


def left(count: int) -> list[Any]:
    return [who(f"Client {at}", kind=Kind.CLIENT, ended=How.LEFT) for at in range(count)]


def signed(count: int, kind: Kind = Kind.PROSPECT) -> list[Any]:
    return [who(f"New {at}", kind=kind, ended=How.SIGNED) for at in range(count)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (left(2), "act Clients going out: 2 clients left, 0 prospects signed"),
        (left(1), ""),
        (left(2) + signed(4), "act Clients going out: 2 clients left, 4 prospects signed"),  # half
        (left(2) + signed(5), ""),
        (left(5) + signed(11), ""),
        (left(2) + signed(5, Kind.CLIENT), "act Clients going out: 2 clients left, 0 prospects signed"),
        (signed(3), ""),
    ],
)
def test_clients_go_out_at_half_the_rate_they_come_in(rows: Any, expected: str) -> None:
    assert said("clients going out", month("2026-10", *rows)) == expected


@pytest.mark.parametrize(("before", "when"), [(0, "in this session"), (2, "in the last three sessions")])
def test_clients_going_out_says_over_how_many_sessions_it_counted(before: int, when: str) -> None:
    [finding] = found(
        "clients going out", *(month(f"2026-{at:02}") for at in range(1, before + 1)), month("2026-10", *left(2))
    )
    assert finding.sentence == f"2 clients left, 0 prospects signed, {when}."


@pytest.mark.parametrize(("quiet", "fires"), [(11, True), (12, False)])
def test_clients_are_counted_over_twelve_sessions(quiet: int, fires: bool) -> None:
    later = [month(f"{2026 + at // 12}-{at % 12 + 1:02}") for at in range(1, quiet + 1)]
    assert bool(found("clients going out", month("2026-01", *left(2)), *later)) is fires


@pytest.mark.parametrize(
    ("unheard", "expected"),
    [
        ("Marlow", "look Marlow: has not heard from you"),
        (NOBODY, ""),
        (UNKNOWN, ""),
        (None, ""),
    ],
)
def test_the_client_who_has_not_heard_from_you_is_named(unheard: str | None, expected: str) -> None:
    assert said("client not heard from you", month("2026-10", look_back=LookBack(unheard=unheard))) == expected


@pytest.mark.parametrize(
    ("convictions", "fires"),
    [
        ((2, 2), True),
        ((1, 2), True),
        ((3, 2), False),
        ((2, 3), False),
        ((2,), False),
        ((2, "unknown"), False),
        ((None, 1), False),
    ],
)
def test_more_fear_than_conviction_is_twice_running(convictions: Any, fires: bool) -> None:
    sessions = [month(f"2026-{at:02}", conviction=value) for at, value in enumerate(convictions, 9)]
    assert bool(found("more fear than conviction", *sessions)) is fires


def test_fear_counts_the_sessions() -> None:
    [finding] = found("more fear than conviction", *(month(f"2026-{at:02}", conviction=2) for at in range(1, 4)))
    assert finding.words == "More fear than conviction, three sessions running"
    assert len(finding.facts) == 3


def test_fear_stands_beside_the_hours() -> None:
    september = month("2026-09", who("Acme", hours=31.0), conviction=1)
    october = month("2026-10", who("Acme", hours=26.0), conviction=2)
    [finding] = found("more fear than conviction", september, october)
    assert finding.facts == (
        "October: 2 of 5, 26 h unpaid",
        "September: 1 of 5, 31 h unpaid",
    )


def ruled(by: str, *answers: RuleAnswer, ended: How | None = None, on: str | None = None) -> tuple[Session, ...]:
    rule = StopRule("rule", "nobody named who signs", datetime.date.fromisoformat(by), "stop unpaid work")
    return (
        month("2026-09", who("Delphi", rules=(rule,))),
        month("2026-10", who("Delphi", ended=ended), look_back=LookBack(rules=answers), on=on),
    )


@pytest.mark.parametrize(
    ("sessions", "expected"),
    [
        (ruled("2026-10-30"), "act Delphi: stop rule due 30 October"),
        (ruled("2026-10-31"), ""),  # the day itself has not passed
        (ruled("2026-11-05"), ""),
        (ruled("2026-10-14", RuleAnswer("rule", RuleOutcome.DONE)), ""),
        (ruled("2026-10-14", RuleAnswer("rule", RuleOutcome.NEW_DATE, datetime.date(2026, 12, 1))), ""),
        (ruled("2026-10-14", RuleAnswer("rule")), "act Delphi: stop rule due 14 October"),
        (ruled("2026-10-14", ended=How.LOST), ""),
        (ruled("2026-11-09", on="2026-12-05"), "act Delphi: stop rule due 9 November"),
        (ruled("2026-11-10", on="2026-12-05"), ""),  # left to the sessions after a late one, as it asks nothing of it
    ],
)
def test_a_stop_rule_is_due_when_its_date_has_passed_unanswered(sessions: Any, expected: str) -> None:
    assert said("stop rule due", *sessions) == expected


def test_a_stop_rule_is_told_as_it_was_made() -> None:
    [finding] = found("stop rule due", *ruled("2026-10-14"))
    assert finding.sentence == (
        "If nobody named who signs by 14 October, you would stop unpaid work. The date has passed."
    )
    assert finding.facts == ("Made in September 2026",)
