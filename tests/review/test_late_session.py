"""A late session carries over from the newest one before its month, and leaves later ones as they are.

What a session carried over from is told by the moments they were first finished, which every file holds: no field was
added, and old files read alike.
"""

import datetime
from typing import Any

import pytest
from msgspec import structs

from review import promises, prospect_story
from review.findings.rules import findings
from review.history import History
from review.measured import measured
from review.month import Month
from review.records import How, Limit, LookBack, Outcome, PromiseAnswer, Session, Version
from review.ritual import look_back, reality
from review.ritual.sitting import amend, begin
from review.summary.summary import of_session
from tests.review.telling import month, promise, segment, told, who

SEPTEMBER, OCTOBER, NOVEMBER = Month("2026-09"), Month("2026-10"), Month("2026-11")
DECEMBER_5 = datetime.date(2026, 12, 5)


def before() -> History:
    """September and November: a limit held for two months, and two promises kept."""
    promised = (promise("write to acme", "acme"), promise("call the trade press", "energy"))
    kept = tuple(PromiseAnswer(each.id, Outcome.KEPT) for each in promised)
    return told(
        month("2026-09", who("acme", limit=Limit(4)), segments=(segment("energy", 4, 1),), commitments=promised),
        month("2026-11", who("acme", hours=7.0, limit=Limit(4)), look_back=LookBack(promises=kept)),
    )


def late(history: History, **row: Any) -> History:
    """The history with October finished in December."""
    sitting = begin(history, OCTOBER, DECEMBER_5, "look-back")
    for field, value in row.items():
        sitting = sitting.at(getattr(reality, f"set_{field}")(sitting, "acme", value))
    return history.having(sitting.as_session())


def verdicts(history: History) -> list[tuple[Month, bool, float | None]]:
    return [(each.month, each.rows["acme"].verdict.held, each.rows["acme"].verdict.hours) for each in measured(history)]


@pytest.mark.parametrize("limit", [Limit(4), Limit(1), Limit()])
def test_a_limit_counts_for_the_months_since_the_session_it_was_set_in(limit: Limit) -> None:
    assert verdicts(before())[-1] == (NOVEMBER, True, 8)
    after = late(before(), limit=limit)
    assert after.months == (SEPTEMBER, OCTOBER, NOVEMBER)
    assert verdicts(after)[-1] == (NOVEMBER, True, 8)
    assert not [each for each in findings(after, NOVEMBER) if each.kind == "limit broken"]


def test_what_a_later_session_said_of_promises_stands() -> None:
    after = late(before())
    assert after.touches == before().touches == {"energy": (NOVEMBER,)}
    story = prospect_story.story(after, "acme")
    assert story is not None
    assert [(each.commitment.id, each.outcome, each.open) for each in story.promises] == [
        ("write to acme", Outcome.KEPT, False)
    ]


def test_hours_freed_are_those_of_the_months_they_were_spent_in() -> None:
    history = told(month("2026-08", who("acme")), month("2026-10", who("acme", hours=8.0, ended=How.PARTED)))
    september = begin(history, SEPTEMBER, DECEMBER_5, "look-back").as_session()
    assert [each.hours for each in promises.let_go(history.having(september))] == [4]


def test_a_correction_asks_what_was_asked_and_holds_hours_against_the_limit_that_held() -> None:
    after = late(before(), limit=Limit(1))
    correction = amend(after, november(after), DECEMBER_5, "look-back")
    assert [each.id for each in look_back.promises(correction)] == ["write to acme", "call the trade press"]
    assert correction.previous is not None
    assert correction.previous.month == SEPTEMBER
    [row] = correction.rows
    assert correction.verdict(row).hours == 8
    assert not correction.is_new(row)
    assert correction.since(row) == SEPTEMBER
    assert not reality.broken_twice(correction, row)
    again = after.having(correction.as_session())
    assert verdicts(again) == verdicts(after)


def test_a_summary_still_says_what_was_promised() -> None:
    after = late(before())
    assert "write to acme" in str(of_session(after, november(after)))


def test_the_next_session_carries_over_from_the_newest_month() -> None:
    sitting = begin(late(before(), limit=Limit(1)), Month("2026-12"), datetime.date(2026, 12, 31), "look-back")
    assert sitting.previous is not None
    assert sitting.previous.month == NOVEMBER
    assert sitting.verdict(sitting.rows[0]).hours is None
    spent = sitting.at(reality.set_hours(sitting, "acme", 5.0))
    assert (spent.verdict(spent.rows[0]).hours, spent.past.months_covered(spent.month)) == (4, 1)


def test_two_months_finished_on_one_day_follow_one_another() -> None:
    first = begin(before(), OCTOBER, DECEMBER_5, "look-back").as_session()
    moment = datetime.datetime(2026, 12, 5, 21, tzinfo=datetime.UTC)
    history = before().having(Session(OCTOBER, (_at(first, moment),)))
    december = begin(history, Month("2026-12"), DECEMBER_5, "look-back")
    assert december.with_this.carried_from(december.as_session()) == november(history)


def test_a_moment_without_its_time_zone_counts_as_utc() -> None:
    history = before()
    naive = Session(NOVEMBER, (_at(november(history), datetime.datetime(2026, 11, 30)),))  # noqa: DTZ001
    assert history.having(naive).carried_from(naive) == history.sessions[0]


def _at(session: Session, moment: datetime.datetime) -> Version:
    return structs.replace(session.newest, at=moment)


def november(history: History) -> Session:
    found = history.session(NOVEMBER)
    assert found is not None
    return found
