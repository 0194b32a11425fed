"""Searching all text of a session: names, notes, claims, promises, whatever anybody typed."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, to_builtins

from review import text as texts
from review.history import History
from review.records import Session

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
        yield from (history.prospect(row.prospect).name for row in answers.obsessions)
        yield from (history.segment(each.segment).name for each in answers.segments)
        yield from (history.segment(row.segment).name for row in answers.obsessions if row.segment)
        yield from (history.goal(each.goal).title for each in answers.learning)
        yield from _strings(to_builtins(answers))
        yield version.why or ""


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            if key not in _NOT_TYPED:
                yield from _strings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _strings(each)


_NOT_TYPED = frozenset({"id", "prospect", "segment", "goal", "commitment", "rule", "about", "by_move", "unheard"})
"""The fields that hold ids."""


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
