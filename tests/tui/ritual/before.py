"""A history to come back to in November: promises made, a rule whose date is past, somebody let go, goals open."""

import datetime
from typing import Any

from review import month as months
from review.history import History
from review.month import Month
from review.records import (
    Answers,
    Commitment,
    End,
    GoalKind,
    GoalReview,
    How,
    Id,
    Kind,
    LearningGoal,
    LookBack,
    Mode,
    Obsession,
    Prospect,
    RuleAnswer,
    RuleOutcome,
    Segment,
    Session,
    StopRule,
    Version,
)
from review.ritual import sitting as sittings
from review.ritual.sitting import Sitting

TODAY = datetime.date(2026, 11, 22)
NOVEMBER = Month("2026-11")

NAMES = {
    "acme": "Acme Robotics",
    "calder": "Calder Rail",
    "delphi": "Delphi Labs",
    "hartmann": "Hartmann Pumps",
    "ionic": "Ionic Health",
    "juno": "Juno Aero",
    "hollis": "Hollis Castings",
}
SEGMENTS = {"med": Segment("med", "medical devices"), "rail": Segment("rail", "transport")}
GOALS = {
    "book": LearningGoal("book", "DMAIC for service work", GoalKind.BOOK, "notes on all", 10, Month("2026-12")),
    "people": LearningGoal("people", "Meet 3 plant managers", GoalKind.PEOPLE, None, 3),
}
RULE = StopRule("rule", "nobody has named who signs", datetime.date(2026, 11, 14), "stop unpaid work")
PROMISES = (Commitment("call", "Call two plants"), Commitment("draw", "No unpaid drawings"))


def session(month: str, *rows: Obsession, **answers: Any) -> Session:
    """A finished session, reviewed on its month's last day."""
    day = months.last_day(Month(month))
    return Session(Month(month), (Version(months.midnight(day), day, Answers(obsessions=rows, **answers)),))


def history(
    *,
    names: dict[Id, str] = NAMES,
    renewed: bool = False,
    promises: tuple[Commitment, ...] = PROMISES,
    clients: tuple[Id, ...] = ("hollis", "ionic"),
) -> History:
    """May to October. With *renewed* the rule was made in May and got a new date in October."""
    old, new = ((RULE,), ()) if renewed else ((), (RULE,))
    moved = RuleAnswer("rule", RuleOutcome.NEW_DATE, RULE.by)
    may = session(
        "2026-05",
        Obsession("hartmann", hours=6.0, ended=End(How.PARTED, "endless samples")),
        *(Obsession(each, kind=Kind.CLIENT, ended=End(How.SIGNED)) for each in clients),
        Obsession("juno", ended=End(How.LOST, "no decision")),
        Obsession("delphi", segment="med", rules=old),
    )
    october = session(
        "2026-10",
        Obsession("acme", segment="med", hope="gripper line", since=Month("2026-03")),
        Obsession("calder", segment="rail", hope="depot retrofit", dream=True),
        Obsession("delphi", segment="med", rules=new),
        look_back=LookBack(rules=(moved,) if renewed else ()),
        learning=(GoalReview("book", 4, i_will="read ten pages", when="the coffee is on"), GoalReview("people", 0)),
        commitments=promises,
    )
    prospects = {id_: Prospect(id_, name) for id_, name in names.items()}
    return History((may, october), prospects, SEGMENTS, GOALS)


def november(step: str, past: History | None = None, *, mode: Mode = "full") -> Sitting:
    """The sitting of November, begun on that past."""
    return sittings.begin(history() if past is None else past, NOVEMBER, TODAY, step, mode)


def first(step: str) -> Sitting:
    """The first sitting of all."""
    return sittings.begin(History(), NOVEMBER, TODAY, step)
