"""Step 4: what it costs, the two who are looked at closely, and what comes of it."""

import datetime

import pytest

from review import month as months
from review.findings.rules import findings
from review.history import History
from review.month import Month
from review.promises import OpenRule
from review.records import (
    UNKNOWN,
    Claim,
    ClaimState,
    Decision,
    End,
    Gift,
    How,
    Kind,
    Limit,
    MoveKind,
    Obsession,
    RuleOutcome,
    Signs,
    StopRule,
)
from review.ritual import look_back, obsessions, reality, urgency
from review.ritual.sitting import Sitting, amend
from tests.review.ritual.sittings import after, begun, finished, listing, new_id, refused, row_of
from tests.review.telling import claim, month, told, who

LIMIT = Limit(hours=4)
ON = datetime.date(2026, 11, 30)


def costing(sitting: Sitting, name: str, *, hours: float | None = None, energy: int | None = None) -> Sitting:
    sitting = after(sitting, reality.set_hours(sitting, name, hours))
    return after(sitting, reality.set_energy(sitting, name, energy))


def rated(sitting: Sitting, name: str, yours: int, theirs: int) -> Sitting:
    sitting = after(sitting, urgency.rate(sitting, name, "yours", yours))
    return after(sitting, urgency.rate(sitting, name, "theirs", theirs))


def looks(sitting: Sitting) -> list[str]:
    return [look.prospect for look in reality.closer_looks(sitting)]


# --- the cost ---------------------------------------------------------------------------------------------------------


def test_the_verdict_shows_with_the_answer() -> None:
    sitting = begun(told(month("2026-10", who("acme", limit=LIMIT))))
    assert not sitting.verdict(row_of(sitting, "acme")).any_limit
    within, over = costing(sitting, "acme", hours=4), costing(sitting, "acme", hours=11)
    assert within.verdict(row_of(within, "acme")).held
    assert over.verdict(row_of(over, "acme")).hours_over == 7


def test_a_skipped_month_is_allowed_its_hours_too() -> None:
    sitting = costing(begun(told(month("2026-09", who("acme", limit=LIMIT)))), "acme", hours=8)
    assert sitting.verdict(row_of(sitting, "acme")).held


def test_costs_can_be_unknown_and_taken_back() -> None:
    sitting = begun(told(month("2026-10", who("acme"))))
    money = after(sitting, reality.set_money(sitting, "acme", UNKNOWN))
    assert row_of(money, "acme").money == UNKNOWN
    assert after(money, reality.set_money(money, "acme", None)).draft == sitting.draft


# --- who is looked at closely -----------------------------------------------------------------------------------------


def worst() -> History:
    """Two months of limits broken, a long-standing hope, a tiring client, and two who are fine."""
    return told(
        month("2026-09", who("broken", limit=LIMIT)),
        month(
            "2026-10",
            who("fine", since="2026-10"),
            who("wide", since="2026-09"),
            who("client", kind=Kind.CLIENT, since="2024-01"),
            who("long", since="2026-02"),
            who("longer", since="2026-01"),
            who("broken", limit=LIMIT, hours=5.0, since="2026-09"),
        ),
    )


def test_the_two_worst_are_asked_in_full() -> None:
    sitting = begun(worst())
    assert looks(sitting) == ["longer", "long"]
    sitting = rated(sitting, "wide", 5, 2)
    assert looks(sitting) == ["wide", "longer"]
    sitting = costing(sitting, "broken", hours=5)
    assert looks(sitting) == ["broken", "wide"]
    assert reality.closer_looks(sitting)[0].reasons == ("limit broken twice",)


def test_a_wider_gap_and_a_longer_wait_come_first() -> None:
    sitting = rated(rated(begun(worst()), "wide", 5, 2), "fine", 5, 1)
    assert looks(sitting) == ["fine", "wide"]
    assert reality.closer_looks(sitting)[0].reasons == ("gap +4",)
    assert reality.closer_looks(begun(worst()))[0].reasons == ("nothing signed in 11 months",)


@pytest.mark.parametrize(("energy", "expected"), [(3, []), (4, ["client"]), (5, ["client"]), (None, [])])
def test_a_client_who_tires_you_is_looked_at(energy: int | None, expected: list[str]) -> None:
    past = told(month("2026-10", who("client", kind=Kind.CLIENT, since="2020-01"), who("fine")))
    assert looks(costing(costing(begun(past), "client", energy=energy), "fine", energy=5)) == expected


@pytest.mark.parametrize(("yours", "expected"), [(3, []), (4, ["acme"])])
def test_a_gap_of_three_is_wide(yours: int, expected: list[str]) -> None:
    assert looks(rated(begun(told(month("2026-10", who("acme")))), "acme", yours, 1)) == expected


@pytest.mark.parametrize(("since", "expected"), [("2026-09", []), ("2026-08", ["acme"])])
def test_four_months_unsigned_is_long(since: str, expected: list[str]) -> None:
    assert looks(begun(told(month("2026-10", who("acme", since=since))))) == expected


@pytest.mark.parametrize(("hope", "expected"), [(None, []), ("phase two", ["client"])])
def test_a_clients_further_hope_can_be_unsigned_for_long(hope: str | None, expected: list[str]) -> None:
    client = who("client", kind=Kind.CLIENT, since="2020-01", hope=hope)
    assert looks(begun(told(month("2026-10", client)))) == expected


def test_nobody_is_looked_at_in_the_quick_ritual() -> None:
    assert looks(begun(worst(), mode="quick")) == []


def test_the_list_does_not_move_when_one_of_them_is_decided() -> None:
    sitting = rated(begun(worst()), "wide", 5, 2)
    before = looks(sitting)
    for decision in (Decision.PART_WAYS, Decision.LOST, Decision.LIMIT, Decision.SIGNED):
        assert looks(after(sitting, reality.decide(sitting, "wide", decision))) == before


@pytest.mark.parametrize("how", list(How))
def test_who_ended_at_the_list_is_asked_nothing_more(how: How) -> None:
    sitting = begun(worst())
    ended = after(sitting, obsessions.end(sitting, "longer", how))
    assert looks(ended) == ["long"]
    assert "longer" not in {ask.about for ask in reality.asks(ended)}


def test_who_is_parked_is_not_looked_at() -> None:
    sitting = begun(worst())
    assert looks(after(sitting, obsessions.toggle_parked(sitting, "longer"))) == ["long"]


# --- a limit broken twice ---------------------------------------------------------------------------------------------


def limited(*, before: float | None, limit: Limit = LIMIT, now: float | None = 5.0) -> Sitting:
    past = told(month("2026-09", who("acme", limit=limit)), month("2026-10", who("acme", hours=before, limit=limit)))
    return costing(begun(past), "acme", hours=now)


@pytest.mark.parametrize(
    ("before", "now", "expected"), [(5.0, 5.0, True), (4.0, 5.0, False), (5.0, 4.0, False), (None, 5.0, False)]
)
def test_broken_twice_is_in_this_session_and_the_one_before(before: float | None, now: float, expected: bool) -> None:
    sitting = limited(before=before, now=now)
    assert reality.broken_twice(sitting, row_of(sitting, "acme")) is expected


@pytest.mark.parametrize(
    ("broken", "words"), [(2, "twice"), (6, "six times running"), (14, "at least twelve times running")]
)
def test_how_often_it_was_broken_is_counted_as_the_findings_count_it(broken: int, words: str) -> None:
    """The first month sets the limit; the last of those that broke it is the one under review."""
    ahead = [months.from_index(months.index(Month("2026-11")) - at) for at in range(broken, 0, -1)]
    first, *later = (month(at, who("acme", limit=LIMIT, hours=6.0 if at != ahead[0] else None)) for at in ahead)
    sitting = costing(begun(told(first, *later)), "acme", hours=6)
    [look] = reality.closer_looks(sitting)
    assert look.reasons[0] == f"limit broken {words}"
    [finding] = [each for each in findings(finished(sitting), sitting.month) if each.kind == "limit broken"]
    assert finding.words == look.reasons[0]


def test_twice_running_without_a_move_asks_for_a_stop_rule() -> None:
    sitting = limited(before=5)
    assert not reality.asks_for_rule(sitting, row_of(sitting, "acme"))  # what they did was not answered
    nothing = after(sitting, urgency.nothing_moved(sitting, "acme"))
    assert reality.asks_for_rule(nothing, row_of(nothing, "acme"))
    moved = after(sitting, urgency.add_move(sitting, "acme", new_id, MoveKind.REPLY, ON))
    assert not reality.asks_for_rule(moved, row_of(moved, "acme"))
    ruled = after(nothing, reality.add_rule(nothing, "acme", new_id, "x", datetime.date(2026, 12, 14), "y"))
    assert not reality.asks_for_rule(ruled, row_of(ruled, "acme"))


# --- nightmare signs --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sessions", "expected"), [(0, False), (1, False), (2, True), (3, False), (4, False), (5, True)]
)
def test_the_signs_are_asked_of_clients_every_third_session(sessions: int, expected: bool) -> None:
    past = told(*(month(f"2026-0{at}", who("client", kind=Kind.CLIENT), who("acme")) for at in range(1, sessions + 1)))
    sitting = begun(past) if sessions else listing(begun(), "acme")
    asked = [row.prospect for row in sitting.asked if reality.signs_are_asked(sitting, row)]
    assert asked == (["client"] if expected else [])
    assert reality.signs_due(sitting) == tuple(asked)


def test_signs_once_answered_are_not_due() -> None:
    past = told(*(month(f"2026-0{at}", who("client", kind=Kind.CLIENT)) for at in (8, 9)))
    sitting = begun(past)
    answered = after(sitting, reality.set_sign(sitting, "client", "nobody", "unknown"))
    assert row_of(answered, "client").signs == Signs(nobody="unknown")
    assert reality.signs_due(answered) == ()
    assert reality.signs_due(begun(past, mode="quick")) == ()


# --- the closer look --------------------------------------------------------------------------------------------------


def close() -> Sitting:
    return begun(told(month("2026-10", who("acme", claims=(claim("it is decided", "2026-10"),)))))


def test_what_was_given_can_be_nothing() -> None:
    sitting = close()
    gave = after(sitting, reality.give(sitting, "acme", (Gift("drawings", 2),)))
    assert row_of(gave, "acme").given == (Gift("drawings", 2),)
    assert row_of(after(gave, reality.give(gave, "acme", ())), "acme").given == ()


def test_a_claim_is_heard_checked_reworded_and_taken_off() -> None:
    sitting = close()
    heard = after(sitting, reality.add_claim(sitting, "acme", lambda: "c", " the budget is there "))
    assert row_of(heard, "acme").claims[-1] == Claim("c", "the budget is there", heard.month)
    checked = after(heard, reality.check_claim(heard, "acme", "c", ClaimState.CONFIRMED, " a mail ", "move"))
    assert row_of(checked, "acme").claims[-1] == Claim(
        "c", "the budget is there", heard.month, ClaimState.CONFIRMED, ON, "a mail", "move"
    )
    back = after(checked, reality.check_claim(checked, "acme", "c", ClaimState.UNCHECKED, "a mail"))
    assert back.draft == heard.draft
    reworded = after(back, reality.reword_claim(back, "acme", "c", "some budget"))
    assert [each.text for each in row_of(reworded, "acme").claims] == ["it is decided", "some budget"]
    assert after(reworded, reality.remove_claim(reworded, "acme", "c")).draft == sitting.draft


def test_a_claim_needs_words() -> None:
    sitting = close()
    assert refused(reality.add_claim(sitting, "acme", new_id, " ")) == "Write what they told you."
    assert refused(reality.reword_claim(sitting, "acme", "it is decided", "")) == "Write what they told you."


def test_a_claim_checked_in_an_amendment_was_checked_at_its_review() -> None:
    past = told(month("2026-10", who("acme", claims=(claim("x", "2026-10"),)), on="2026-11-03"))
    assert past.last is not None
    sitting = amend(past, past.last, datetime.date(2027, 5, 1), "reality")
    checked = after(sitting, reality.check_claim(sitting, "acme", "x", ClaimState.CONTRADICTED))
    assert row_of(checked, "acme").claims[0].checked_on == datetime.date(2026, 11, 3)


def test_why_they_came_is_kept() -> None:
    sitting = close()
    assert row_of(after(sitting, reality.say_why_us(sitting, "acme", " a talk ")), "acme").why_us == "a talk"


# --- decisions --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("decision", "how"),
    [(Decision.SIGNED, How.SIGNED), (Decision.LOST, How.LOST), (Decision.PART_WAYS, How.PARTED)],
)
def test_some_decisions_end_it_and_another_brings_it_back(decision: Decision, how: How) -> None:
    sitting = close()
    ended = after(sitting, reality.decide(sitting, "acme", decision, " no budget "))
    assert (row_of(ended, "acme").ended, row_of(ended, "acme").decision) == (End(how, "no budget"), decision)
    again = after(ended, reality.decide(ended, "acme", decision))
    assert again.draft == ended.draft
    back = after(ended, reality.decide(ended, "acme", Decision.LIMIT))
    assert (row_of(back, "acme").ended, row_of(back, "acme").decision) == (None, Decision.LIMIT)
    assert after(ended, reality.decide(ended, "acme", None)).draft == sitting.draft


@pytest.mark.parametrize("decision", [Decision.ENGAGE, Decision.LIMIT, Decision.CHECK_FIRST, Decision.REFRAME])
def test_the_others_go_on(decision: Decision) -> None:
    sitting = close()
    row = row_of(after(sitting, reality.decide(sitting, "acme", decision)), "acme")
    assert (row.decision, row.ended) == (decision, None)


def test_every_decision_says_what_it_means() -> None:
    assert set(reality.MEANINGS) == set(Decision)
    assert all(words.lower().startswith(decision) for decision, words in reality.MEANINGS.items())


# --- stop rules -------------------------------------------------------------------------------------------------------


def ruled(sitting: Sitting, by: datetime.date = datetime.date(2026, 12, 12)) -> Sitting:
    return after(sitting, reality.add_rule(sitting, "acme", new_id, " no signer ", by, " stop "))


def test_a_stop_rule_has_two_halves_and_a_day_ahead() -> None:
    sitting = close()
    (rule,) = row_of(ruled(sitting), "acme").rules
    assert (rule.state, rule.by, rule.action) == ("no signer", datetime.date(2026, 12, 12), "stop")
    day = datetime.date(2026, 12, 12)
    assert "both halves" in refused(reality.add_rule(sitting, "acme", new_id, " ", day, "stop"))
    assert "both halves" in refused(reality.add_rule(sitting, "acme", new_id, "no signer", day, ""))
    assert "ahead" in refused(reality.add_rule(sitting, "acme", new_id, "no signer", ON, "stop"))


def test_another_rule_of_this_sitting_takes_its_place() -> None:
    twice = ruled(ruled(close()), datetime.date(2026, 12, 20))
    (rule,) = row_of(twice, "acme").rules
    assert rule.by == datetime.date(2026, 12, 20)
    assert after(twice, reality.remove_rule(twice, "acme")).rows[0].rules == ()


def open_rule(sitting: Sitting, row: Obsession) -> str | None:
    rule = reality.open_rule(sitting, row)
    return rule.rule.id if isinstance(rule, OpenRule) else rule.id if rule else None


def test_the_rule_that_holds_is_this_sittings_else_an_earlier_one() -> None:
    made = StopRule("old", "no signer", datetime.date(2026, 11, 14), "stop")
    sitting = begun(told(month("2026-09", who("acme", rules=(made,))), month("2026-10", who("acme"))))
    assert open_rule(sitting, row_of(sitting, "acme")) == "old"
    newer = ruled(sitting)
    assert open_rule(newer, row_of(newer, "acme")) == newer.rows[0].rules[0].id
    done = after(sitting, look_back.answer_rule(sitting, "old", RuleOutcome.DONE))
    assert open_rule(done, row_of(done, "acme")) is None
    day = datetime.date(2026, 12, 20)
    moved = after(sitting, look_back.answer_rule(sitting, "old", RuleOutcome.NEW_DATE, day))
    assert open_rule(moved, row_of(moved, "acme")) == "old"


@pytest.mark.parametrize(
    ("when", "today", "expected"),
    [
        ("2026-10", "2026-10-31", "2026-11-16"),
        ("2026-10", "2026-11-05", "2026-11-19"),
        ("2026-08", "2026-11-05", "2026-11-19"),
        ("2026-11", "2026-11-22", "2026-12-17"),
        ("2027-01", "2027-01-31", "2027-02-14"),
    ],
)
def test_a_rules_day_is_suggested_two_weeks_before_the_next_review(when: str, today: str, expected: str) -> None:
    sitting = begun(month=when, today=datetime.date.fromisoformat(today))
    assert reality.usual_rule_day(sitting) == datetime.date.fromisoformat(expected)


# --- what is asked ----------------------------------------------------------------------------------------------------


def test_hours_and_energy_of_everybody_then_the_decisions() -> None:
    sitting = begun(told(month("2026-10", who("acme", since="2026-01"), who("new", since="2026-10"))))
    assert [(ask.field, ask.about) for ask in reality.asks(sitting)] == [
        ("hours", "acme"),
        ("energy", "acme"),
        ("hours", "new"),
        ("energy", "new"),
        ("decision", "acme"),
    ]
    decided = after(sitting, reality.decide(sitting, "acme", Decision.LIMIT))
    assert [ask.answered for ask in reality.asks(decided)][-1]


def test_the_signs_due_are_asked_but_not_twice_of_who_is_looked_at_closely() -> None:
    rows = (who("client", kind=Kind.CLIENT), who("tiring", kind=Kind.CLIENT))
    sitting = begun(told(month("2026-09", *rows), month("2026-10", *rows)))
    sitting = costing(sitting, "tiring", energy=5)
    assert [(ask.field, ask.about) for ask in reality.asks(sitting)][-2:] == [
        ("decision", "tiring"),
        ("signs", "client"),
    ]
    answered = after(sitting, reality.set_sign(sitting, "client", "nobody", "no"))
    assert [ask.answered for ask in reality.asks(answered) if ask.field == "signs"] == [True]


def test_who_ended_after_a_question_keeps_its_cost_in_sight() -> None:
    sitting = costing(begun(told(month("2026-10", who("acme"), who("gone")))), "acme", hours=4)
    ended = after(sitting, obsessions.end(sitting, "acme", How.LOST))
    untouched = after(ended, obsessions.end(ended, "gone", How.LOST))
    assert [row.prospect for row in reality.costed(untouched)] == ["acme"]


def test_the_limit_and_the_open_claims_are_there_next_time() -> None:
    sitting = close()
    limited_ = after(sitting, reality.set_limit(sitting, "acme", Limit(4, 20, 3)))
    december = begun(finished(limited_), "2026-12")
    row = row_of(december, "acme")
    assert (row.limit, [each.text for each in row.claims]) == (Limit(4, 20, 3), ["it is decided"])
