"""Searching all text of a session: names, notes, claims, promises, whatever anybody typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from review import text as texts
from review.history import History
from review.records import (
    Answers,
    Claim,
    Commitment,
    End,
    Gift,
    GoalReview,
    Id,
    Move,
    Obsession,
    PromiseAnswer,
    RuleAnswer,
    SegmentReview,
    Session,
    StopRule,
)

AROUND = 30
"""Characters shown on either side of what was found."""


class Searchable(Struct, frozen=True):
    """One session's texts as they were typed, and folded for comparing, in the same order."""

    session: Session
    typed: tuple[str, ...]
    folded: tuple[str, ...]


def searchable(history: History, session: Session) -> Searchable:
    """Collect all text of a session, of every version, once each."""
    typed = tuple(dict.fromkeys(_texts(history, session)))
    return Searchable(session, typed, tuple(texts.fold(each) for each in typed))


def _texts(history: History, session: Session) -> Iterator[str]:
    for version in session.versions:
        answers = version.answers
        yield from (history.prospect(id_).name for id_ in _named(history, answers))
        yield from (history.segment(each.segment).name for each in answers.segments)
        yield from (history.segment(row.segment).name for row in answers.obsessions if row.segment)
        yield from (history.goal(each.goal).title for each in answers.learning)
        yield from _typed(answers)
        yield version.why or ""


def _named(history: History, answers: Answers) -> Iterator[Id]:
    """Give whom a session is about: its list, the client who has not heard, and those asked about."""
    yield from (row.prospect for row in answers.obsessions)
    yield from (each.prospect for each in answers.look_back.returns)
    unheard = answers.look_back.unheard
    if unheard is not None and unheard in history.prospects:  # else it is "nobody", or not known
        yield unheard


TYPED: Mapping[type[Struct], tuple[str, ...]] = {
    Answers: ("line",),
    RuleAnswer: ("note",),
    PromiseAnswer: ("note",),
    Obsession: ("hope", "reason_words", "why_us", "note"),
    Move: ("what",),
    Gift: ("what",),
    Claim: ("text", "by"),
    StopRule: ("state", "action"),
    End: ("reason",),
    SegmentReview: ("unmet", "action", "note"),
    GoalReview: ("i_will", "when", "note"),
    Commitment: ("text",),
}
"""The fields that hold what somebody typed, by record."""


def _typed(record: Struct) -> Iterator[str]:
    typed = TYPED.get(type(record), ())
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if name in typed:
            yield value or ""
        else:
            yield from _inside(value)


def _inside(value: object) -> Iterator[str]:
    if isinstance(value, Struct):
        yield from _typed(value)
    elif isinstance(value, tuple):
        for each in value:
            yield from _inside(each)


def found(where: Searchable, words: str) -> str | None:
    """Give the first text that has the words, shortened around them; None unless every word stands somewhere.

    With no words, everything is found and nothing is shown: the empty text.
    """
    wanted = texts.fold(words).split()
    if not wanted:
        return ""
    if not all(any(word in text for text in where.folded) for word in wanted):
        return None
    at = next(place for place, text in enumerate(where.folded) if wanted[0] in text)
    return _shortened(texts.label(where.typed[at]), wanted[0])


def _shortened(text: str, word: str) -> str:
    place = max(0, text.casefold().find(word))
    start, end = max(0, place - AROUND), place + len(word) + AROUND
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
