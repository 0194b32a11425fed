"""A November to commit in: something from every step to promise, and an October to compare it with."""

import datetime
from typing import Any

from review.findings.lines import grouped
from review.findings.rules import findings
from review.records import Decision, How, Limit, Obsession, Place
from review.ritual.sitting import Sitting, amend
from tests.review.telling import goal, month, segment, told, who

TODAY = datetime.date(2026, 11, 22)
WIDE, NARROW, SMALL = (97, 37), (79, 21), (59, 17)

OCTOBER = month(
    "2026-10",
    who("Acme", 5, 2, hours=9.0, limit=Limit(hours=4)),
    who("Calder", 4, 3, hours=4.0),
    who("Harbour", 4, 1, hours=7.0, ended=How.PARTED),
)
ROWS: tuple[Obsession, ...] = (
    who("Acme", 5, 2, hours=9.0, decision=Decision.LIMIT, limit=Limit(hours=4)),
    who("Calder", 3, 3, hours=2.0),
    who("Borealis", 2, 4, moves=()),
)
NOVEMBER = month(
    "2026-11",
    *ROWS,
    segments=(segment("universities", 4, 1, action="Call the lab manager at Northfield"),),
    learning=(goal("DMAIC", i_will="ask for the calendar", when="I make Monday's coffee"),),
)
SEGMENT_ACTION = "Call the lab manager at Northfield"
LIMIT = "At most 4 h for Acme until they move"


def sitting(*more: Obsession, **answers: Any) -> Sitting:
    session = month("2026-11", *ROWS, *more, **{**_answers(), **answers}) if more or answers else NOVEMBER
    return amend(told(OCTOBER, session), session, TODAY, "commit")


def _answers() -> dict[str, Any]:
    return {"segments": NOVEMBER.answers.segments, "learning": NOVEMBER.answers.learning}


def at_finding(shown: Sitting, name: str) -> Place:
    """Where the finding about this one stands."""
    found = grouped(findings(shown.with_this, shown.month))
    return Place("commit", next(str(at) for at, each in enumerate(found) if each.name == name), "found")
