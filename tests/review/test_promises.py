"""Rules stay until they are answered, promises are the last session's, and a return is asked about twice at most."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review import month as months
from review import promises
from review.history import History
from review.month import Month
from review.records import (
    UNKNOWN,
    How,
    LookBack,
    Obsession,
    Return,
    RuleAnswer,
    RuleOutcome,
    Session,
    StopRule,
    Unknown,
)
from tests.review.telling import month, promise, told, who

APRIL = Month("2026-04")
RULE = StopRule("rule", "nobody has named who signs", datetime.date(2026, 5, 14), "stop")


def made(name: str = "acme", rule: StopRule = RULE, **more: Any) -> Obsession:
    return who(name, rules=(rule,), **more)


def answered(outcome: RuleOutcome | None, new_date: str | None = None) -> LookBack:
    date = datetime.date.fromisoformat(new_date) if new_date else None
    return LookBack(rules=(RuleAnswer("rule", outcome, date),))


def open_days(history: History) -> list[tuple[str, bool]]:
    return [(rule.by.isoformat(), rule.renewed) for rule in promises.open_rules(history)]


# --- stop rules -------------------------------------------------------------------------------------------------------


def test_a_rule_of_any_session_stays_until_it_is_answered() -> None:
    history = told(month("2026-04", made()), *(month(f"2026-0{at}", who("acme")) for at in (5, 7, 9)))
    assert open_days(history) == [("2026-05-14", False)]
    assert promises.open_rules(history)[0].made_in == APRIL


@pytest.mark.parametrize("outcome", [RuleOutcome.HAPPENED, RuleOutcome.DONE, RuleOutcome.NOT_TRUE])
def test_an_answer_closes_it(outcome: RuleOutcome) -> None:
    history = told(month("2026-04", made()), month("2026-05", who("acme"), look_back=answered(outcome)))
    assert open_days(history) == []


def test_an_answer_taken_back_leaves_it_open() -> None:
    history = told(month("2026-04", made()), month("2026-05", who("acme"), look_back=answered(None)))
    assert open_days(history) == [("2026-05-14", False)]


def test_a_new_date_moves_it_once() -> None:
    first = month("2026-05", who("acme"), look_back=answered(RuleOutcome.NEW_DATE, "2026-06-20"))
    second = month("2026-06", who("acme"), look_back=answered(RuleOutcome.NEW_DATE, "2026-08-01"))
    assert open_days(told(month("2026-04", made()), first)) == [("2026-06-20", True)]
    assert open_days(told(month("2026-04", made()), first, second)) == [("2026-06-20", True)]


def test_a_new_date_without_a_date_closes_nothing() -> None:
    history = told(month("2026-04", made()), month("2026-05", look_back=answered(RuleOutcome.NEW_DATE)))
    assert open_days(history) == [("2026-05-14", False)]


@pytest.mark.parametrize("how", list(How))
def test_the_end_of_a_prospect_closes_its_rules_and_no_others(how: How) -> None:
    other = StopRule("other", "x", datetime.date(2026, 5, 20), "y")
    history = told(
        month("2026-04", made(), made("delphi", other)), month("2026-05", who("acme", ended=how), who("delphi"))
    )
    assert [rule.rule.id for rule in promises.open_rules(history)] == ["other"]


def test_a_rule_made_in_the_session_that_ends_it_is_closed_too() -> None:
    assert open_days(told(month("2026-04", made(ended=How.PARTED)))) == []


def test_a_rule_follows_a_merge() -> None:
    history = told(
        month("2026-04", made("acme gmbh"), who("acme")),
        month("2026-05", who("acme", ended=How.LOST)),
        merged={"acme gmbh": "acme"},
    )
    assert promises.open_rules(history) == ()
    assert promises.open_rules(history.before(Month("2026-05")))[0].prospect == "acme"


@pytest.mark.parametrize(("on", "due"), [("2026-05-13", False), ("2026-05-14", False), ("2026-05-15", True)])
def test_a_rule_is_due_the_day_after_its_date(on: str, due: bool) -> None:
    history = told(month("2026-04", made()))
    assert bool(promises.rules_due(history, datetime.date.fromisoformat(on))) is due


@given(st.permutations(["a", "b", "c"]))
def test_rules_come_by_their_dates_whatever_the_order_of_the_list(names: list[str]) -> None:
    by = {"a": 3, "b": 1, "c": 2}
    rows = [made(name, StopRule(name, "x", datetime.date(2026, 5, by[name]), "y")) for name in names]
    assert [rule.rule.id for rule in promises.open_rules(told(month("2026-04", *rows)))] == ["b", "c", "a"]


# --- commitments ------------------------------------------------------------------------------------------------------


def test_only_the_last_sessions_commitments_are_asked_about() -> None:
    history = told(
        month("2026-04", commitments=(promise("old"),)), month("2026-05", commitments=(promise("a"), promise("b")))
    )
    assert [each.text for each in promises.commitments_to_answer(history)] == ["a", "b"]
    assert promises.commitments_to_answer(History()) == ()


# --- letting go -------------------------------------------------------------------------------------------------------


def parted(when: str = "2026-04", hours: float | Unknown | None = 6.0) -> Session:
    return month(when, who("hartmann", hours=hours, ended=How.PARTED))


def asked(when: str, after: int, came_back: bool | Unknown | None) -> Session:
    return month(when, look_back=LookBack(returns=(Return("hartmann", after, came_back),)))


def due(history: History, now: str) -> list[tuple[str, int]]:
    return [(each.gone.prospect, each.after_months) for each in promises.returns_due(history, Month(now))]


@pytest.mark.parametrize(
    ("now", "after"),
    [
        *(("2026-05", None), ("2026-06", None), ("2026-07", 3), ("2026-08", 3), ("2026-09", 3)),
        *(("2026-10", 6), ("2027-04", 6), ("2027-05", None)),
    ],
)
def test_it_is_asked_after_three_months_and_after_six_in_the_next_session_there_is(now: str, after: int | None) -> None:
    assert due(told(parted()), now) == ([("hartmann", after)] if after else [])


def test_each_is_asked_once() -> None:
    after_three = told(parted(), asked("2026-07", 3, came_back=False))
    assert due(after_three, "2026-08") == due(after_three, "2026-09") == []
    assert due(after_three, "2026-10") == [("hartmann", 6)]
    after_six = after_three.having(asked("2026-10", 6, came_back=False))
    assert due(after_six, "2026-11") == due(after_six, "2027-03") == []


def test_asked_only_after_six_is_not_asked_after_three_any_more() -> None:
    assert due(told(parted(), asked("2026-11", 6, came_back=False)), "2026-12") == []


def test_unknown_is_an_answer_and_leaves_the_second_question() -> None:
    history = told(parted(), asked("2026-07", 3, UNKNOWN))
    assert due(history, "2026-08") == []
    assert due(history, "2026-10") == [("hartmann", 6)]
    assert promises.let_go(history)[0].came_back is None


def test_an_answer_taken_back_is_asked_for_again() -> None:
    history = told(parted(), asked("2026-07", 3, None))
    assert promises.let_go(history)[0].asked_after == ()
    assert due(history, "2026-08") == [("hartmann", 3)]


def test_who_did_not_come_back_and_was_taken_up_again_did_not_come_back() -> None:
    history = told(parted(), asked("2026-07", 3, came_back=False), month("2026-08", who("hartmann")), month("2026-09"))
    assert promises.let_go(history)[0].came_back is False
    assert due(history, "2026-10") == []


def test_who_came_back_is_not_asked_about_again() -> None:
    said = told(parted(), asked("2026-07", 3, came_back=True))
    seen = told(parted(), month("2026-06", who("hartmann")))
    for history in (said, seen):
        assert due(history, "2026-10") == []
        assert promises.let_go(history)[0].came_back is True


@pytest.mark.parametrize("how", [how for how in How if how is not How.PARTED])
def test_only_parting_is_letting_go(how: How) -> None:
    assert promises.let_go(told(month("2026-04", who("acme", ended=how)))) == ()


def test_parting_twice_is_asked_about_twice() -> None:
    history = told(parted(), month("2026-06", who("hartmann", hours=2.0)), parted("2026-07", hours=3.0))
    first, second = promises.let_go(history)
    assert (first.month, first.hours, first.came_back) == ("2026-04", 6, True)
    assert (second.month, second.hours, second.came_back) == ("2026-07", 3, None)
    assert due(history, "2026-10") == [("hartmann", 3)]


def test_answers_go_to_the_parting_they_are_about() -> None:
    history = told(parted(), asked("2026-07", 3, came_back=False), month("2026-08", who("hartmann")), parted("2026-09"))
    assert [each.asked_after for each in promises.let_go(history)] == [(3,), ()]


@pytest.mark.parametrize(
    ("before", "last", "expected"),
    [(9.0, 6.0, 6.0), (9.0, None, 9.0), (9.0, UNKNOWN, 9.0), (None, None, None), (9.0, 0.0, 0.0)],
)
def test_freed_are_the_hours_last_known(
    before: float | None, last: float | Unknown | None, expected: float | None
) -> None:
    history = told(month("2026-03", who("hartmann", hours=before)), parted(hours=last))
    assert promises.let_go(history)[0].hours == expected


def test_hours_of_a_skipped_month_too_are_freed_by_the_month() -> None:
    history = told(month("2026-01", who("hartmann")), parted(hours=12.0))
    assert promises.let_go(history)[0].hours == 4


def test_of_somebody_let_go_twice_the_newest_parting_is_told() -> None:
    history = told(
        month("2026-04", who("a", ended=How.PARTED), who("b", ended=How.LOST)),
        month("2026-05", who("a")),
        month("2026-06", who("a", ended=How.PARTED)),
    )
    assert promises.newest_partings(history) == {"a": "2026-06"}


def test_those_let_go_come_in_the_order_of_parting() -> None:
    history = told(month("2026-04", who("b"), who("a", ended=How.PARTED)), month("2026-05", who("b", ended=How.PARTED)))
    assert [each.prospect for each in promises.let_go(history)] == ["a", "b"]


@given(
    st.lists(st.booleans(), min_size=1, max_size=20),
    st.lists(st.sampled_from([True, False, UNKNOWN]), min_size=20, max_size=20),
)
def test_nobody_is_asked_about_more_than_twice(reviewed: list[bool], replies: list[bool | Unknown]) -> None:
    """Through any run of months reviewed and skipped, answering whatever is due."""
    history, questions = told(parted()), []
    for at, (is_reviewed, reply) in enumerate(zip(reviewed, replies, strict=False), 1):
        now = months.shift(APRIL, at)
        if is_reviewed:
            asked_now = promises.returns_due(history, now)
            questions += [each.after_months for each in asked_now]
            returns = tuple(Return("hartmann", each.after_months, reply) for each in asked_now)
            history = history.having(month(now, look_back=LookBack(returns=returns)))
    assert questions in ([], [3], [6], [3, 6])


def test_an_empty_history_has_nothing_open() -> None:
    assert promises.open_rules(History()) == ()
    assert promises.let_go(History()) == ()
    assert promises.returns_due(History(), APRIL) == ()
