"""Searching all text of a session: names, notes, claims, promises, whatever anybody typed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from review import month as months
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
    """One session's texts as they were typed, and folded for comparing, in the same order; and its month's names."""

    session: Session
    typed: tuple[str, ...]
    folded: tuple[str, ...]
    month: tuple[str, ...] = ()


class _Earlier(Struct, frozen=True):
    """What later sessions answer to: commitments and stop rules by their ids, and whose rules they are."""

    promises: Mapping[Id, Commitment]
    rules: Mapping[Id, tuple[Id, StopRule]]


class _Labels(Struct, frozen=True):
    """Every name on record of each identity, by the id of the one that the others were merged into."""

    prospects: Mapping[Id, tuple[str, ...]]
    segments: Mapping[Id, tuple[str, ...]]
    goals: Mapping[Id, tuple[str, ...]]


def searchable(history: History, session: Session) -> Searchable:
    """Collect all text of a session, of every version, once each."""
    typed = tuple(dict.fromkeys(_texts(history, session)))
    month = (texts.fold(months.title(session.month)), session.month)
    return Searchable(session, typed, tuple(texts.fold(each) for each in typed), month)


def _texts(history: History, session: Session) -> Iterator[str]:
    labels = history.once(_labels)
    for version in session.versions:
        answers = version.answers
        for id_ in _named(history, answers):
            yield from labels.prospects[history.prospect(id_).id] if id_ in history.prospects else ()
        for id_ in _segments(answers):
            yield from labels.segments[history.segment(id_).id] if id_ in history.segments else ()
        for each in answers.learning:
            yield from labels.goals[history.goal(each.goal).id] if each.goal in history.goals else ()
        yield from _typed(answers)
        yield from _answered(history, answers)
        yield version.why or ""
    yield from (history.prospect(id_).name for id_ in _listed_before(history, session))


def _labels(history: History) -> _Labels:
    return _Labels(
        _by_winner((each.id, history.prospect(each.id).id, each.name) for each in history.prospects.values()),
        _by_winner((each.id, history.segment(each.id).id, each.name) for each in history.segments.values()),
        _by_winner((each.id, history.goal(each.id).id, each.title) for each in history.goals.values()),
    )


def _by_winner(labels: Iterable[tuple[Id, Id, str]]) -> Mapping[Id, tuple[str, ...]]:
    """Group names by who counts now, whose own name stands first, and before those of the ones merged into it."""
    found: dict[Id, list[str]] = {}
    for _, winner, name in sorted(labels, key=lambda each: each[0] != each[1]):
        names = found.setdefault(winner, [])
        names.append(f"{names[0]} ({name})" if names else name)
    return {id_: tuple(names) for id_, names in found.items()}


def _named(history: History, answers: Answers) -> Iterator[Id]:
    """Give whom a session is about: its list, the client who has not heard, those asked about, those with a rule."""
    yield from (row.prospect for row in answers.obsessions)
    yield from (each.prospect for each in answers.look_back.returns)
    unheard = answers.look_back.unheard
    if unheard is not None and unheard in history.prospects:  # else it is "nobody", or not known
        yield unheard
    rules = history.once(_earlier).rules
    yield from (rules[each.rule][0] for each in answers.look_back.rules if each.rule in rules)


def _segments(answers: Answers) -> Iterator[Id]:
    yield from (each.segment for each in answers.segments)
    yield from (row.segment for row in answers.obsessions if row.segment)


def _earlier(history: History) -> _Earlier:
    promises = {each.id: each for session in history.sessions for each in session.answers.commitments}
    rows = [row for session in history.sessions for row in session.answers.obsessions if row.rules]
    return _Earlier(promises, {rule.id: (row.prospect, rule) for row in rows for rule in row.rules})


def _answered(history: History, answers: Answers) -> Iterator[str]:
    """Give the promises and stop rules of earlier sessions that this one answers."""
    earlier = history.once(_earlier)
    for promise in answers.look_back.promises:
        if promise.outcome is not None and promise.commitment in earlier.promises:
            yield earlier.promises[promise.commitment].text
    for rule in answers.look_back.rules:
        if rule.outcome is not None and rule.rule in earlier.rules:
            yield from _typed(earlier.rules[rule.rule][1])


def _listed_before(history: History, session: Session) -> Iterator[Id]:
    """Give whom the session before had on its list, and left there: the summary names those who went since."""
    place = bisect_left(history.months, session.month)
    before = history.sessions[place - 1].answers if place else Answers()
    return (row.prospect for row in history.rows(before) if row.ended is None)


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
    """Give the text that has the most of the words, shortened around them; None unless every word stands somewhere.

    Where nothing is to be shown beside the month, the text is empty: with no words, or with those of its name alone.
    """
    wanted = texts.fold(words).split()
    if not all(any(word in text for text in (*where.month, *where.folded)) for word in wanted):
        return None
    others = _others(where, wanted)
    at = nearest(where.folded, others)
    if at is None:
        return ""
    return _shortened(texts.label(where.typed[at]), next(word for word in others if word in where.folded[at]))


def sought(where: Searchable, words: str) -> tuple[str, ...]:
    """Give the words, folded, to look for in what a session's summary says: those that don't just name its month."""
    return tuple(_others(where, texts.fold(words).split()))


def nearest(folded: Sequence[str], words: Sequence[str]) -> int | None:
    """Give the place of the first text with the words side by side, or else with the most of them; None without any."""
    phrase = " ".join(words)
    counts = [sum(word in text for word in words) + (phrase in text) for text in folded] if words else []
    return counts.index(max(counts)) if any(counts) else None


def _others(where: Searchable, wanted: Sequence[str]) -> list[str]:
    return [word for word in wanted if not any(word in name for name in where.month)]


def _shortened(text: str, word: str) -> str:
    place = max(0, text.casefold().find(word))
    start, end = max(0, place - AROUND), place + len(word) + AROUND
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
