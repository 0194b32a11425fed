"""Telling the made-up history: each session is begun, answered step by step and finished as a real one is."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import structs

from review import month as months
from review.demo import market, people_told, reality_told
from review.demo.calendar import Calendar, evening, numbered
from review.demo.chapter import Chapter
from review.demo.people import SESSIONS
from review.demo.practice import AMENDED, CLOSINGS
from review.history import History
from review.month import Month
from review.records import Draft, Id, Session, Version
from review.ritual import finish, reality
from review.ritual.sitting import amend

TELLINGS: tuple[Callable[[Chapter], None], ...] = (
    people_told.look_back,
    people_told.list_people,
    people_told.rate,
    reality_told.count_costs,
    reality_told.look_closer,
    reality_told.decide,
    market.look_at_segments,
    market.learn,
    market.commit,
)
"""What is told of every session, in the order of the steps."""


def history(last_month: Month) -> History:
    """Tell 24 months ending at a month, of which 20 were reviewed; the same for the same month."""
    calendar, new_id = Calendar(last_month), numbered()
    known: dict[str, Id] = {}
    past = History()
    for at in SESSIONS:
        chapter = Chapter(at, calendar, new_id, known, past)
        for telling in TELLINGS:
            telling(chapter)
        past = _finished(past, chapter)
        past = _amended(past, chapter) if at in AMENDED else past
    return past


def _finished(past: History, chapter: Chapter) -> History:
    draft = structs.replace(chapter.sitting.draft, seconds=CLOSINGS[chapter.at].minutes * 60)
    version = finish.version(draft, evening(chapter.sitting.today))
    return _with(past, draft, version)


def _with(past: History, draft: Draft, version: Version) -> History:
    old = past.session(draft.month)
    session = Session(draft.month, (*(old.versions if old else ()), version))
    return past.having(session).naming(draft.prospects, draft.segments, draft.goals)


def _amended(past: History, chapter: Chapter) -> History:
    """Tell a correction made in the month after, before its own review."""
    told, session = AMENDED[chapter.at], past.session(chapter.month)
    if session is None:
        return past
    day = months.following(chapter.month, told.day)
    sitting = amend(past, session, day, chapter.sitting.draft.place.step)
    draft = structs.replace(reality.set_hours(sitting, chapter.known[told.name], told.hours), why=told.why)
    return _with(past, draft, finish.version(draft, evening(day)))
