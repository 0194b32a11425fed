"""A prospect's story: everything ever said about one, month by month."""

import datetime
from typing import Any

import pytest

from review import demo
from review.month import Month
from review.prospect_story import Story, story
from review.records import (
    ClaimState,
    End,
    How,
    Limit,
    LookBack,
    Outcome,
    PromiseAnswer,
    Return,
    RuleAnswer,
    RuleOutcome,
    StopRule,
)
from tests.review.telling import claim, month, moved, promise, told, who


def of(name: str, *sessions: Any, **more: Any) -> Story:
    found = story(told(*sessions, **more), name)
    assert found is not None
    return found


def test_somebody_never_on_the_list_has_no_story() -> None:
    assert story(told(month("2026-10", who("Acme"))), "Nobody") is None


def test_a_story_goes_month_by_month_with_its_lines() -> None:
    sessions = (
        month("2026-07", who("Acme", 5, 2, limit=Limit(hours=4), segment="Labs")),
        month("2026-08", who("Acme", 5, 4, hours=9.0)),
        month("2026-10", who("Acme", 3, 3, hours=2.0)),
    )
    found = of("Acme", *sessions)
    assert list(found.gap.points) == [("2026-07", 3), ("2026-08", 2), ("2026-09", None), ("2026-10", 0)]
    assert list(found.theirs.values) == [2, 3, None, 3]
    assert list(found.hours.values) == [None, 9.0, None, 2.0]
    assert list(found.allowed.values) == [None, 4.0, None, None]
    [spell] = found.spells
    assert [(entry.month, entry.segment) for entry in spell.entries] == [
        ("2026-07", "Labs"),
        ("2026-08", None),
        ("2026-10", None),
    ]


def test_both_spells_are_told_with_their_ends() -> None:
    sessions = (
        month("2026-03", who("Acme", since=Month("2026-01"), ended=How.PARTED)),
        month("2026-04", who("Other")),
        month("2026-05", who("Acme")),
    )
    found = of("Acme", *sessions)
    assert [(spell.since, spell.ended) for spell in found.spells] == [("2026-01", End(How.PARTED)), ("2026-05", None)]


def test_renamed_and_merged_prospects_have_one_story() -> None:
    sessions = (month("2026-09", who("Acme Inc", 5, 2)), month("2026-10", who("Acme", 4, 2)))
    for name in ("Acme", "Acme Inc"):
        found = of(name, *sessions, merged={"Acme Inc": "Acme"})
        assert (found.name, found.also_called) == ("Acme", ("Acme Inc",))
        assert list(found.gap.values) == [3, 2]
        assert len(found.spells) == 1


def test_a_claim_is_told_once_as_it_was_last_seen() -> None:
    heard, other = claim("budget is there", "2026-09"), claim("soon", "2026-10")
    wrong = claim("budget is there", "2026-09", ClaimState.CONTRADICTED)
    found = of(
        "Acme", month("2026-09", who("Acme", claims=(heard,))), month("2026-10", who("Acme", claims=(wrong, other)))
    )
    assert [(each.claim.text, each.claim.state, each.month) for each in found.claims] == [
        ("budget is there", ClaimState.CONTRADICTED, "2026-10"),
        ("soon", ClaimState.UNCHECKED, "2026-10"),
    ]


RULE = StopRule("rule", "nobody signs", datetime.date(2026, 9, 14), "stop")
LATER = datetime.date(2026, 12, 1)


@pytest.mark.parametrize(
    ("answers", "ended", "is_open", "by"),
    [
        ((), None, True, RULE.by),
        ((RuleAnswer("rule", RuleOutcome.DONE),), None, False, RULE.by),
        ((RuleAnswer("rule", RuleOutcome.NEW_DATE, LATER),), None, True, LATER),
        ((RuleAnswer("rule"),), None, True, RULE.by),
        ((), How.LOST, False, RULE.by),
    ],
)
def test_a_stop_rule_is_told_with_how_it_ended(
    answers: Any, ended: How | None, is_open: bool, by: datetime.date
) -> None:
    first = month("2026-09", who("Acme", rules=(RULE,)))
    found = of("Acme", first, month("2026-10", who("Acme", ended=ended), look_back=LookBack(rules=answers)))
    [rule] = found.rules
    assert (rule.open, rule.by, rule.made_in) == (is_open, by, "2026-09")
    assert rule.closed_by == (End(How.LOST) if ended else None)


def test_a_rule_that_was_moved_has_its_old_date_up_to_the_review_that_moved_it() -> None:
    sessions = (
        month("2026-09", who("Acme", rules=(RULE,))),
        month("2026-10", who("Acme"), look_back=LookBack(rules=(RuleAnswer("rule", RuleOutcome.NEW_DATE, LATER),))),
        month("2026-12", who("Acme"), look_back=LookBack(rules=(RuleAnswer("rule", RuleOutcome.DONE),))),
    )
    [rule] = of("Acme", *sessions).rules
    assert [rule.by_in(Month(each)) for each in ("2026-09", "2026-10", "2026-12")] == [RULE.by, RULE.by, LATER]


def test_a_rule_that_was_done_was_not_closed_by_a_later_end() -> None:
    done = LookBack(rules=(RuleAnswer("rule", RuleOutcome.DONE),))
    sessions = (
        month("2026-09", who("Acme", rules=(RULE,))),
        month("2026-10", who("Acme", ended=How.PARTED), look_back=done),
    )
    [rule] = of("Acme", *sessions).rules
    assert (rule.closed_by, [at for at, _ in rule.answers]) == (None, ["2026-10"])


def test_promises_about_somebody_are_told_with_what_became_of_them() -> None:
    answered = LookBack(promises=(PromiseAnswer("call them", Outcome.KEPT, "on Monday"),))
    sessions = (
        month("2026-09", who("Acme"), commitments=(promise("call them", "Acme"), promise("read", "book"))),
        month("2026-10", who("Acme"), look_back=answered, commitments=(promise("write them", "Acme"),)),
    )
    assert [(each.made_in, each.outcome, each.note) for each in of("Acme", *sessions).promises] == [
        ("2026-09", Outcome.KEPT, "on Monday"),
        ("2026-10", None, None),
    ]


def test_what_was_said_when_looking_back_belongs_to_the_story() -> None:
    back = LookBack(unheard="Acme", returns=(Return("Acme", 3, came_back=True), Return("Other", 3, came_back=False)))
    found = of("Acme", month("2026-06", who("Acme", ended=How.PARTED), who("Other")), month("2026-09", look_back=back))
    assert found.unheard_in == ("2026-09",)
    assert [(at, answer.came_back) for at, answer in found.returns] == [("2026-09", True)]


def test_every_prospect_of_the_demo_has_a_story() -> None:
    history = demo.history(Month("2026-10"))
    for id_ in history.known_prospects:
        found = story(history, id_)
        assert found is not None
        entries = [entry for spell in found.spells for entry in spell.entries]
        assert [entry.month for entry in entries] == [each.month for each in history.appearances(id_)]


def test_moves_are_at_hand_in_every_entry() -> None:
    found = of("Acme", month("2026-10", who("Acme", moves=(moved("2026-10-02"),))))
    assert found.spells[0].entries[0].measured.row.moves == (moved("2026-10-02"),)
