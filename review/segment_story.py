"""What is known of one segment: its newest ratings, when it was touched, who is there, what was promised about it."""

from __future__ import annotations

from collections.abc import Iterator

from review import month as months
from review.history import History
from review.month import Month
from review.records import Id, PromiseAnswer, Rating, SegmentReview
from review.trends.page import Behind

NOBODY_YET = "Nobody of it was ever on your list."


def known_of(history: History, segment: Id) -> tuple[Behind, ...]:
    """Tell what is known of a segment, a line each: facts first, then everyone who was on the list in it."""
    id_ = history.segment(segment).id
    facts = (*_standing(history, id_), *_said(history, id_))
    people = _people(history, id_)
    return (*(Behind(None, each) for each in facts), *(people or (Behind(None, NOBODY_YET),)))


def _standing(history: History, segment: Id) -> Iterator[str]:
    """Say how it was rated last, whether it rests, and when it was touched."""
    rated = [(month, each) for month, each in _reviews(history, segment) if _ratings(each)]
    if rated:
        month, newest = rated[0]
        yield f"{_ratings(newest)} in {months.title(month)}."
    until = history.rests_until(segment)
    if until is not None and history.last is not None and history.last.month < until:
        yield f"Rests until {months.title(until)}."
    touched = history.touches.get(segment)
    yield f"Touched last in {months.title(touched[-1])}." if touched else "Never touched."


def _reviews(history: History, segment: Id) -> list[tuple[Month, SegmentReview]]:
    """Give its reviews, the newest first."""
    return [(session.month, each) for session, each in reversed(history.segment_reviews(segment))]


def _ratings(review: SegmentReview) -> str:
    named: tuple[tuple[str, Rating], ...] = (("potential", review.potential), ("attention", review.attention))
    said = ", ".join(f"{name} {value}" for name, value in named if value is not None)
    return f"{said[:1].upper()}{said[1:]}"


def _said(history: History, segment: Id) -> Iterator[str]:
    """Give whom you had not met, what could be done, what you promised, and your notes: each once, the newest first."""
    reviews = _reviews(history, segment)
    yield from _once("Not met yet", ((month, each.unmet) for month, each in reviews))
    yield from _once("Could be done", ((month, each.action) for month, each in reviews))
    yield from _promised(history, segment)
    yield from _once("Note", ((month, each.note) for month, each in reviews))


def _once(label: str, said: Iterator[tuple[Month, str | None]]) -> Iterator[str]:
    seen: set[str] = set()
    for month, text in said:
        if text and text not in seen:
            seen.add(text)
            yield f"{label}: {text} ({months.title(month)})"


def _promised(history: History, segment: Id) -> Iterator[str]:
    answers = {each.commitment: each for session in history.sessions for each in session.answers.look_back.promises}
    for session in reversed(history.sessions):
        for each in session.answers.commitments:
            about = each.about
            if about is not None and about in history.segments and history.segment(about).id == segment:
                became = _became(answers.get(each.id), is_open=session is history.last)
                yield f"Promised: {each.text} ({months.title(session.month)}): {became}"


def _became(answer: PromiseAnswer | None, *, is_open: bool) -> str:
    if answer is None or answer.outcome is None:
        return "open until the next review" if is_open else "never answered"
    return f"{answer.outcome.value}: {answer.note}" if answer.note else answer.outcome.value


def _people(history: History, segment: Id) -> tuple[Behind, ...]:
    """Give everyone who was ever on the list in it, the newest first."""
    found = []
    for id_ in history.known_prospects:
        rows = [(each.month, each.row.segment) for each in history.appearances(id_)]
        here = [month for month, at in rows if at is not None and history.segment(at).id == segment]
        if here:
            first, last = months.title(here[0]), months.title(here[-1])
            when = first if first == last else f"{first} to {last}"
            found.append((here[-1], Behind(id_, f"{history.prospect(id_).name}: {when}")))
    return tuple(behind for _, behind in sorted(found, key=lambda pair: pair[0], reverse=True))
