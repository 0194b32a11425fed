"""A stop rule that is corrected is the same rule: what was answered about it still is."""

import datetime

from review.findings.rules import findings
from review.history import History
from review.month import Month
from review.promises import open_rules
from review.records import LookBack, RuleAnswer, RuleOutcome, StopRule
from review.ritual import look_back, reality
from review.ritual.sitting import amend
from tests.review.ritual.sittings import after, begun, new_id, row_of
from tests.review.telling import month, told, who

DAY = datetime.date(2026, 11, 20)
RULE = StopRule("rule", "no date named", DAY, "stop")


def reworded() -> History:
    """October made a rule, November answered it, and a correction of October changed its words."""
    happened = LookBack(rules=(RuleAnswer("rule", RuleOutcome.HAPPENED),))
    october = month("2026-10", who("acme", rules=(RULE,)))
    history = told(october, month("2026-11", who("acme"), look_back=happened))
    correction = amend(history, october, datetime.date(2026, 12, 1), "look-back")
    corrected = after(correction, reality.add_rule(correction, "acme", new_id, "no date is named", DAY, "stop"))
    return history.having(corrected.as_session())


def test_a_rule_reworded_in_a_correction_stays_answered() -> None:
    history = reworded()
    assert history.sessions[0].answers.obsessions[0].rules[0].state == "no date is named"
    assert open_rules(history) == ()
    assert not [each for each in findings(history, Month("2026-11")) if each.kind == "stop rule due"]
    assert look_back.due_rules(begun(history, "2026-12")) == ()


def test_of_two_rules_that_a_merge_left_the_one_shown_is_corrected() -> None:
    other = StopRule("other", "no buyer", DAY, "stop")
    october = month("2026-10", who("acme", rules=(other, RULE)))
    correction = amend(told(october), october, datetime.date(2026, 11, 1), "look-back")
    corrected = after(correction, reality.add_rule(correction, "acme", new_id, "no date is named", DAY, "stop"))
    assert [(each.id, each.state) for each in row_of(corrected, "acme").rules] == [
        ("other", "no buyer"),
        ("rule", "no date is named"),
    ]
    assert row_of(after(corrected, reality.remove_rule(corrected, "acme")), "acme").rules == (other,)
