"""A stop rule whose date was moved holds by its new date everywhere; a late month leaves later rules alone."""

import itertools
from datetime import UTC, date, datetime

from review.history import History
from review.month import Month
from review.promises import OpenRule
from review.records import Draft, RuleOutcome, Session
from review.ritual import finish, look_back, obsessions, reality, sitting
from review.ritual.sitting import Sitting

OCTOBER, NOVEMBER = Month("2026-10"), Month("2026-11")


def drafted(result: object) -> Draft:
    assert isinstance(result, Draft)
    return result


def with_a_rule(by: date, month: Month = OCTOBER, on: date = date(2026, 10, 31)) -> tuple[History, str, str]:
    """One finished session with one prospect and a stop rule."""
    ids = itertools.count()
    begun = sitting.begin(History(), month, on, "obsessions")
    added = obsessions.add(begun, "Delphi Labs", lambda: f"id-{next(ids)}")
    assert isinstance(added, obsessions.Added)
    here = begun.at(added.draft)
    draft = drafted(reality.add_rule(here, added.prospect, lambda: "rule", "nobody has named who signs", by, "stop"))
    version = finish.version(draft, datetime(on.year, on.month, on.day, tzinfo=UTC))
    history = History((Session(month, (version,)),)).naming(draft.prospects, (), ())
    return history, added.prospect, "rule"


def open_rule_of(here: Sitting, prospect: str) -> OpenRule:
    row = here.row(prospect)
    assert row is not None
    found = reality.open_rule(here, row)
    assert isinstance(found, OpenRule)
    return found


def test_a_rule_moved_in_this_sitting_holds_by_its_new_date() -> None:
    history, prospect, rule = with_a_rule(date(2026, 11, 12))
    here = sitting.begin(history, NOVEMBER, date(2026, 11, 30), "look-back")
    moved = look_back.answer_rule(here, rule, RuleOutcome.NEW_DATE, date(2027, 2, 10))
    found = open_rule_of(here.at(drafted(moved)), prospect)
    assert (found.by, found.renewed) == (date(2027, 2, 10), True)


def test_a_rule_not_due_yet_holds_by_its_own_date() -> None:
    history, prospect, _ = with_a_rule(date(2026, 12, 12))
    here = sitting.begin(history, NOVEMBER, date(2026, 11, 30), "look-back")
    assert open_rule_of(here, prospect).by == date(2026, 12, 12)
    assert look_back.due_rules(here) == ()


def test_a_late_month_leaves_the_rules_that_fell_due_after_it_to_later_sessions() -> None:
    history, _, _ = with_a_rule(date(2026, 4, 11), Month("2026-01"), date(2026, 1, 31))
    late = sitting.begin(history, Month("2026-03"), date(2026, 11, 5), "look-back")
    assert look_back.due_rules(late) == ()


def test_a_late_month_asks_after_the_rules_that_fell_due_in_it() -> None:
    history, _, _ = with_a_rule(date(2026, 4, 9), Month("2026-01"), date(2026, 1, 31))
    late = sitting.begin(history, Month("2026-03"), date(2026, 11, 5), "look-back")
    assert len(look_back.due_rules(late)) == 1
