"""The made-up history: believable, always the same, and consistent because it was told through the ritual."""

import datetime
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import get_args

import msgspec
import pytest

from review import demo, letting_go, measures, promises
from review import month as months
from review import text as texts
from review.demo.chapter import accepted
from review.demo.people import SKIPPED
from review.findings import lines, rules
from review.findings.finding import Level
from review.history import History
from review.measured import measured
from review.month import Month
from review.problem import Problem
from review.records import (
    ClaimState,
    Decision,
    Degree,
    GoalState,
    How,
    Kind,
    Obsession,
    Outcome,
    RuleOutcome,
    Session,
)
from review.trends import track_record

LAST = Month("2026-10")
ENDINGS = [months.shift(LAST, by) for by in range(14)] + [Month("1903-01"), Month("2028-02"), Month("9990-12")]


@pytest.fixture(scope="module")
def history() -> History:
    return demo.history(LAST)


def rows(history: History) -> Iterator[tuple[Session, Obsession]]:
    return ((session, row) for session in history.sessions for row in session.answers.obsessions)


# --- always the same --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("last", ENDINGS)
def test_it_is_24_months_of_which_20_were_reviewed(last: Month) -> None:
    told = demo.history(last)
    span = [months.shift(last, at - 23) for at in range(24)]
    assert [month for month in span if month not in told.months] == [span[at] for at in SKIPPED]
    assert (len(told.months), told.months[-1]) == (20, last)


@pytest.mark.parametrize("last", ENDINGS)
def test_every_day_lies_where_it_belongs_whenever_it_ends(last: Month) -> None:
    told = demo.history(last)
    for session in told.sessions:
        assert session.month <= months.of(session.on) <= months.shift(session.month, 1)
        for row in session.answers.obsessions:
            assert all(move.on <= session.on for move in row.moves or ())
            assert all(rule.by > session.on for rule in row.rules)
            assert all(claim.checked_on is None or claim.checked_on <= session.on for claim in row.claims)
            assert row.since is None or row.since <= session.month
    written = [[version.at for version in session.versions] for session in told.sessions]
    assert [at for versions in written for at in versions] == sorted(at for versions in written for at in versions)
    assert told.sessions[-1].versions[-1].at.date() == months.last_day(last)


def test_it_is_the_same_each_time() -> None:
    once, again = demo.history(LAST), demo.history(LAST)
    assert once == again
    assert once.prospects == again.prospects


def test_only_the_calendar_differs_between_two_endings() -> None:
    one, other = demo.history(LAST), demo.history(Month("2027-03"))
    assert (one.prospects, one.segments) == (other.prospects, other.segments)
    for earlier, later in zip(one.sessions, other.sessions, strict=True):
        assert months.apart(earlier.month, later.month) == 5
        assert [row.hours for row in earlier.answers.obsessions] == [row.hours for row in later.answers.obsessions]
        assert [each.text for each in earlier.answers.commitments] == [each.text for each in later.answers.commitments]


def test_no_text_names_a_month_or_a_season(history: History) -> None:
    written = msgspec.json.encode([history.sessions, *history.goals.values()]).decode()
    seasons = "|".join([*months.NAMES, "spring", "summer", "autumn", "winter", "Christmas", "Easter"])
    assert re.findall(rf"\b({seasons})\b", written) == []
    assert "!" not in written


# --- consistent -------------------------------------------------------------------------------------------------------


def test_it_can_be_kept_and_read_back(history: History) -> None:
    for session in history.sessions:
        assert msgspec.json.decode(msgspec.json.encode(session), type=Session) == session


def test_every_id_in_it_has_a_name(history: History) -> None:
    for session, row in rows(history):
        assert row.prospect in history.prospects
        assert row.segment is None or row.segment in history.segments
        assert {review.segment for review in session.answers.segments} <= set(history.segments)
        assert {review.goal for review in session.answers.learning} <= set(history.goals)
    labels = [texts.fold(each.name) for each in history.prospects.values()]
    assert len(labels) == len(set(labels))


def test_only_who_was_open_is_carried_over(history: History) -> None:
    for before, after in pairwise(history.sessions):
        still = {history.prospect(row.prospect).id for row in before.answers.obsessions if row.ended is None}
        assert still <= {row.prospect for row in after.answers.obsessions}


def test_a_sitting_is_never_crowded(history: History) -> None:
    assert max(sum(row.asked for row in session.answers.obsessions) for session in history.sessions) <= 7


def test_a_table_that_the_ritual_refuses_is_a_defect() -> None:
    assert accepted(3) == 3
    with pytest.raises(ValueError, match="three"):
        accepted(Problem("three"))


# --- believable -------------------------------------------------------------------------------------------------------


def test_everything_that_can_happen_happens(history: History) -> None:
    every = [row for _, row in rows(history)]
    answers = [session.answers for session in history.sessions]
    assert {row.ended.how for row in every if row.ended} == set(How)
    assert {row.decision for row in every if row.decision} == set(Decision)
    assert {claim.state for row in every for claim in row.claims} == set(ClaimState)
    assert {row.kind for row in every} == set(Kind)
    assert {each.outcome for every in answers for each in every.look_back.promises} == set(Outcome)
    assert {each.outcome for every in answers for each in every.look_back.rules} == set(RuleOutcome)
    assert {each.state for every in answers for each in every.learning} == set(GoalState)
    signs = {degree for row in every for degree in msgspec.structs.astuple(row.signs) if degree}
    assert signs == set(get_args(Degree))
    assert any(row.parked for row in every)
    assert {session.newest.mode for session in history.sessions} == {"full", "quick"}


def test_two_sessions_were_amended_and_their_originals_kept(history: History) -> None:
    amended = [session for session in history.sessions if len(session.versions) > 1]
    assert len(amended) == 2
    for session in amended:
        first, second = session.versions
        assert (first.why, first.reviewed_on) == (None, second.reviewed_on)
        assert second.why
        assert first.answers != second.answers


def test_one_was_renamed_one_merged_and_one_came_back(history: History) -> None:
    by_name = {each.name: each for each in history.prospects.values()}
    assert "Sable Instruments" not in by_name
    assert len(history.appearances(by_name["Sable & Daughters"].id)) == 5
    assert history.prospect(by_name["Ionic Health GmbH"].id) == by_name["Ionic Health"]
    back = history.spells(by_name["Northgate Hoists"].id)
    assert [spell.ended.how for spell in back if spell.ended] == [How.PARTED, How.SIGNED]


def test_gaps_narrow_and_promises_are_kept_more_often(history: History) -> None:
    sessions = measured(history)

    def mean(values: list[float | None]) -> float:
        known = [value for value in values if value is not None]
        return sum(known) / len(known)

    first, last = sessions[:5], sessions[-5:]
    assert mean([each.mean_gap for each in last]) < mean([each.mean_gap for each in first]) - 0.3
    assert mean([each.promises_kept for each in last]) > mean([each.promises_kept for each in first])
    assert mean([each.unpaid_hours for each in last]) < mean([each.unpaid_hours for each in first])


def test_limits_are_broken_and_later_held(history: History) -> None:
    verdicts = [
        [measures.verdict_in(history.before(session.month), row, session.month) for row in session.answers.obsessions]
        for session in history.sessions
    ]
    broken = [sum(verdict.broken for verdict in each) for each in verdicts]
    held = [sum(verdict.held for verdict in each) for each in verdicts]
    assert sum(broken) >= 10
    assert sum(held[-4:]) > sum(held[:4])


def test_a_neglected_segment_is_found_again_and_one_is_neglected_at_the_end(history: History) -> None:
    energy = next(each.id for each in history.segments.values() if each.name == "Energy")
    touched = history.touches[energy]
    assert any(months.apart(one, other) >= 4 for one, other in pairwise(touched))
    assert touched[-1] == LAST
    universities = next(each.id for each in history.segments.values() if each.name == "Universities")
    assert history.touches[universities][-1] == "2026-07"


def test_a_client_left_and_one_has_not_heard(history: History) -> None:
    assert sum(row.ended is not None and row.ended.how is How.LEFT for _, row in rows(history)) == 2
    unheard = history.sessions[-1].answers.look_back.unheard
    assert unheard in history.clients


def test_the_track_record_has_enough_on_either_side(history: History) -> None:
    one_way, others = track_record.groups(track_record.ONE_WAY, track_record.cases(history))
    assert one_way.decided >= 5
    assert others.decided >= 5
    assert one_way.count(How.SIGNED) / one_way.decided < others.count(How.SIGNED) / others.decided


# --- its last month, as home shows it ---------------------------------------------------------------------------------


def test_home_has_good_news_two_to_act_on_and_a_neglected_segment(history: History) -> None:
    shown = [(line.level, line.name) for line in lines.grouped(rules.findings(history, LAST))][: lines.SHOWN]
    assert sum(level is Level.GOOD for level, _ in shown) == 2
    acting = [name for level, name in shown if level is Level.ACT]
    assert acting == ["Acme Robotics", "Delphi Labs", "Universities"]


def test_home_has_three_promises_and_a_rule_whose_date_passes_in_the_month_after(history: History) -> None:
    commitments = promises.commitments_to_answer(history)
    assert len(commitments) == 3
    assert any(each.by for each in commitments)
    assert any(each.always for each in commitments)
    assert promises.rules_due(history, datetime.date(2026, 11, 14)) == ()
    (due,) = promises.rules_due(history, datetime.date(2026, 11, 15))
    assert history.prospect(due.prospect).name == "Delphi Labs"


def test_home_has_two_goals_on_their_way(history: History) -> None:
    said = [(goal.title, review.progress, goal.target) for goal, review in history.open_goals]
    assert said == [("DMAIC for service work", 4, 10), ("Meet 3 plant managers", 0, 3)]


def test_home_tells_what_letting_go_freed(history: History) -> None:
    found = letting_go.summary(history)
    assert found is not None
    assert (len(found.gone), found.returned, found.never_noticed) == (5, 1, 4)
    assert found.hours_a_month == 31
