"""Sittings to test with: begun, filled with names, and finished into a history."""

import datetime
from itertools import count
from typing import TypeVar

from review import month as months
from review.history import History
from review.month import Month
from review.problem import Problem
from review.records import Draft, Id, Mode, NewId, Obsession, Session
from review.ritual import finish, obsessions
from review.ritual.sitting import Sitting, begin

Answer = TypeVar("Answer")

_numbers = count(1)


def new_id() -> Id:
    """An id that no other record of the test run has."""
    return f"id-{next(_numbers)}"


def numbered() -> NewId:
    """A factory whose ids begin anew, for what has to come out the same twice."""
    numbers = count(1)
    return lambda: f"id-{next(numbers)}"


def begun(
    past: History | None = None, month: str = "2026-11", today: datetime.date | None = None, mode: Mode = "full"
) -> Sitting:
    """A sitting of a month, on its last day unless said otherwise."""
    return begin(past or History(), Month(month), today or months.last_day(Month(month)), "look-back", mode)


def taken(answer: Answer | Problem) -> Answer:
    """An answer that was not refused."""
    assert not isinstance(answer, Problem), answer.text
    return answer


def refused(answer: object) -> str:
    """What a refused answer says."""
    assert isinstance(answer, Problem)
    return answer.text


def after(sitting: Sitting, answer: Draft | Problem) -> Sitting:
    """The sitting with what an answer made of its draft."""
    return sitting.at(taken(answer))


def listing(sitting: Sitting, *names: str) -> Sitting:
    """The sitting with these names on the list; a name may carry its segment: ``Acme @ energy``."""
    for each in names:
        name, _, segment = each.partition(" @ ")
        sitting = after(sitting, taken(obsessions.add(sitting, name, new_id, segment=segment)).draft)
    return sitting


def id_of(sitting: Sitting, name: str) -> Id:
    """The id behind a name."""
    return next(each.id for each in sitting.named.prospects.values() if each.name == name and not each.merged_into)


def segment_of(sitting: Sitting, name: str) -> Id:
    """The id of the segment of this name."""
    return next(each.id for each in sitting.named.segments.values() if each.name == name and not each.merged_into)


def row_of(sitting: Sitting, name: str) -> Obsession:
    """The row of a name that is on the list."""
    row = sitting.row(id_of(sitting, name))
    assert row is not None
    return row


def names_of(sitting: Sitting) -> list[str]:
    """Who is on the list, in its order."""
    return [sitting.prospect(row.prospect).name for row in sitting.rows]


def finished(sitting: Sitting, history: History | None = None) -> History:
    """The history with the sitting finished into it, as the store does it."""
    past, draft = history or sitting.past, sitting.draft
    moment = datetime.datetime.combine(sitting.today, datetime.time(20), datetime.UTC)
    old = past.session(draft.month)
    versions = (*(old.versions if old else ()), finish.version(draft, moment))
    named = past.naming(draft.prospects, draft.segments, draft.goals)
    return named.having(Session(draft.month, versions))
