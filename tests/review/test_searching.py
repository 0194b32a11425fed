"""Searching finds whatever anybody typed, and every name, and nothing that nobody typed."""

import datetime

import pytest
from msgspec import structs

from review import searching
from review.history import History
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
    PromiseAnswer,
    Prospect,
    Reason,
    Return,
    RuleAnswer,
    SegmentReview,
    Session,
    StopRule,
    Version,
)
from tests.review.telling import month, told

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


def test_an_earlier_version_is_searched_too() -> None:
    history, session = told_all()
    corrected = Version(session.newest.at, session.on, Answers(line="corrected"), why="mistyped")
    both = structs.replace(session, versions=(*session.versions, corrected))
    where = searching.searchable(history, both)
    assert searching.found(where, "w-line corrected") is not None
