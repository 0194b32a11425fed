"""Searching finds whatever anybody typed, and every name, and nothing that nobody typed."""

import datetime
import itertools

import pytest
from msgspec import structs

from review import demo, searching
from review.history import History
from review.month import Month
from review.records import (
    UNKNOWN,
    Answers,
    Claim,
    Commitment,
    End,
    Gift,
    GoalReview,
    How,
    Limit,
    LookBack,
    Move,
    MoveKind,
    Obsession,
    Outcome,
    PromiseAnswer,
    Prospect,
    Reason,
    Return,
    RuleAnswer,
    RuleOutcome,
    SegmentReview,
    Session,
    StopRule,
    Version,
)
from review.summary import summary
from review.summary.document import Heading
from tests.review.telling import month, promise, told, who

DAY = datetime.date(2026, 10, 3)
TYPED = (
    *("w-rule", "w-promise", "w-hope", "w-reason", "w-why", "w-note", "w-move", "w-gift", "w-claim", "w-checked"),
    *("w-state", "w-action", "w-end", "w-unmet", "w-do", "w-segment", "w-will", "w-when", "w-goal", "w-commitment"),
    *("w-line", "w-amended"),
)
NAMES = ("acme", "zebra foods", "hartmann", "energy", "dmaic")


def told_all() -> tuple[History, Session]:
    row = Obsession(
        "acme",
        segment="energy",
        hope="w-hope",
        reason=Reason.OWN,
        reason_words="w-reason",
        why_us="w-why",
        note="w-note",
        hours=UNKNOWN,
        moves=(Move("m", DAY, MoveKind.REPLY, what="w-move"),),
        given=(Gift("w-gift"),),
        claims=(Claim("c", "w-claim", month("2026-10").month, by="w-checked"),),
        rules=(StopRule("r", "w-state", DAY, "w-action"),),
        limit=Limit(4),
        ended=End(How.COOLED, "w-end"),
    )
    session = month(
        "2026-10",
        row,
        look_back=LookBack(
            rules=(RuleAnswer("r0", note="w-rule"),),
            promises=(PromiseAnswer("p0", note="w-promise"),),
            unheard="zebra",
            returns=(Return("hartmann", 3, came_back=False),),
        ),
        segments=(SegmentReview("energy", 4, UNKNOWN, "w-unmet", "w-do", note="w-segment"),),
        learning=(GoalReview("dmaic", i_will="w-will", when="w-when", note="w-goal"),),
        commitments=(Commitment("p", "w-commitment"),),
        line="w-line",
    )
    amended = structs.replace(session, versions=(structs.replace(session.newest, why="w-amended"),))
    names = (Prospect("zebra", "Zebra Foods"), Prospect("hartmann", "Hartmann"))
    return told(amended).naming(names, (), ()), amended


@pytest.mark.parametrize("word", [*TYPED, *NAMES])
def test_every_name_and_whatever_was_typed_is_found(word: str) -> None:
    assert searching.found(searching.searchable(*told_all()), word) is not None


@pytest.mark.parametrize("word", ["unknown", "replied", "2026-10-03", "your words", "cooled", "nobody", "zebra nobody"])
def test_what_nobody_typed_is_not_found(word: str) -> None:
    assert searching.found(searching.searchable(*told_all()), word) is None


def test_a_month_is_found_by_its_name_and_said_by_nothing_else() -> None:
    where = searching.searchable(*told_all())
    for words in ("october", "oct 2026", "2026-10"):
        assert searching.found(where, words) == ""
    assert searching.found(where, "september") is None
    assert searching.found(where, "october hartmann") == "Hartmann"


def test_whoever_was_merged_is_found_by_every_name_they_ever_had_on_record() -> None:
    sessions = (month("2026-09", who("Acme Inc")), month("2026-10", who("Acme")))
    history = told(*sessions, merged={"Acme Inc": "Acme"})
    for session in history.sessions:
        assert searching.found(searching.searchable(history, session), "acme inc") == "Acme (Acme Inc)"


def test_what_became_of_a_promise_or_a_rule_is_found_by_what_it_was() -> None:
    rule = StopRule("rule", "nobody signs", DAY, "stop drawing")
    before = month("2026-09", who("Vance", rules=(rule,)), who("Corvid"), commitments=(promise("write to Juno"),))
    answers = LookBack(
        rules=(RuleAnswer("rule", RuleOutcome.DONE),), promises=(PromiseAnswer("write to Juno", Outcome.KEPT),)
    )
    after = month("2026-10", who("Acme"), look_back=answers)
    where = searching.searchable(told(before, after), after)
    for words in ("juno", "vance", "nobody signs", "stop drawing"):
        assert searching.found(where, words) is not None


def test_whoever_went_since_the_session_before_is_found() -> None:
    sessions = (month("2026-09", who("Corvid"), who("Gone", ended=How.LOST)), month("2026-10", who("Acme")))
    where = searching.searchable(told(*sessions), sessions[1])
    assert searching.found(where, "corvid") is not None
    assert searching.found(where, "gone") is None


def test_every_name_in_a_summary_of_the_demo_is_found_but_those_that_freed_hours_met() -> None:
    history = demo.history(Month("2026-10"))
    for session in history.sessions:
        where = searching.searchable(history, session)
        blocks = summary.of_session(history, session).blocks
        sections = itertools.takewhile(lambda each: each != Heading(2, "What letting go cost you"), blocks)
        shown = "\n".join(str(each) for each in sections)
        names = [each.name for each in history.prospects.values()] + [each.name for each in history.segments.values()]
        assert [name for name in names if name in shown and searching.found(where, name) is None] == []


def test_an_earlier_version_is_searched_too() -> None:
    history, session = told_all()
    corrected = Version(session.newest.at, session.on, Answers(line="corrected"), why="mistyped")
    both = structs.replace(session, versions=(*session.versions, corrected))
    where = searching.searchable(history, both)
    assert searching.found(where, "w-line corrected") is not None
