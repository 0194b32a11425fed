"""The fourth view: which segments you looked at, and which you did not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from review import measures
from review import month as months
from review import text as texts
from review.findings.case import Case
from review.history import History
from review.month import Month
from review.records import Id, SegmentReview, known
from review.trends.obsessions import briefly
from review.trends.page import Block, Cell, Chart, Grid, GridRow, Look, State, Tone
from review.trends.series import Figure, Good, Unit

LEGEND = (
    ("+2", "neglected: potential far above attention"),
    ("+1", "covered"),
    ("-2", "crowded: attention far above potential"),
)


def blocks(look: Look) -> tuple[Block, ...]:
    """Draw the grid of potential minus attention, and how many segments were neglected and touched."""
    touches = Counter(month for when in look.history.touches.values() for month in when)
    touched = Figure(
        "touched_segments_count", "segments touched", Unit.COUNT, Good.UP, lambda session: touches[session.month]
    )
    rated = _rated(look)
    neglected = Figure(
        "neglected_segments_count",
        "neglected segments",
        Unit.COUNT,
        Good.DOWN,
        lambda session: _neglected(rated.get(session.month)),
    )
    return (grid(look), Chart("How many were neglected, and touched", (look.series(neglected), look.series(touched))))


def lacks(look: Look) -> tuple[str, ...]:
    """Say what is still missing: a segment rated on both sides."""
    rated = _rated(look)
    if any(session.month in rated for session in look.sessions):
        return ()
    return ("a segment with its potential and your attention, in the step Segments",)


def grid(look: Look) -> Grid:
    """Give a row for every segment reviewed or touched in these months, the longest untouched on top."""
    reviews = _reviews(look)
    here = {segment for segment in {**reviews, **look.history.touches} if _is_here(look, reviews, segment)}
    ranked = sorted(here, key=lambda segment: (_touched(look, segment), texts.fold(_name(look.history, segment))))
    return Grid(
        key="neglect_steps",
        title="Where you have not been looking",
        good=Good.DOWN,
        months=look.months,
        rows=tuple(_row(look, reviews.get(segment, {}), segment) for segment in ranked),
        legend=LEGEND,
    )


def _reviews(look: Look) -> Mapping[Id, Mapping[Month, SegmentReview]]:
    last = look.history.last
    return Case(look.history, last).segment_reviews if last else {}


def _rated(look: Look) -> Mapping[Month, list[int]]:
    """Give potential minus attention of every segment rated on both sides, by month; merged ones count once."""
    found: dict[Month, list[int]] = {}
    for reviews in _reviews(look).values():
        for month, review in reviews.items():
            neglect = measures.neglect(review)
            if neglect is not None:
                found.setdefault(month, []).append(neglect)
    return found


def _neglected(rated: list[int] | None) -> float | None:
    return sum(each >= measures.NEGLECTED_FROM for each in rated) if rated else None


def _name(history: History, segment: Id) -> str:
    return history.segment(segment).name


def _touched(look: Look, segment: Id) -> str:
    return look.history.touches.get(segment, ("",))[-1]


def _is_here(look: Look, reviews: Mapping[Id, Mapping[Month, SegmentReview]], segment: Id) -> bool:
    newest = max((*reviews.get(segment, ()), *look.history.touches.get(segment, ())), default="")
    return newest >= look.months[0]


def _row(look: Look, reviews: Mapping[Month, SegmentReview], segment: Id) -> GridRow:
    sessions, touches = {each.month for each in look.sessions}, set(look.history.touches.get(segment, ()))
    cells = (
        _cell(reviews.get(month), touched=month in touches) if month in sessions else Cell(State.SKIPPED)
        for month in look.months
    )
    outcome, brief, tone = _outcome(look, reviews, segment)
    return GridRow(segment, _name(look.history, segment), tuple(cells), outcome, tone, brief)


def _cell(review: SegmentReview | None, *, touched: bool) -> Cell:
    difference = measures.neglect(review) if review else None
    note = "touched" if touched else ""
    if review is None or difference is None:
        return Cell(State.NOT_RATED if review or touched else State.AWAY, note=note)
    attention = known(review.attention)
    return Cell(State.VALUE, difference, _word(difference), f"potential {review.potential}, attention {attention}")


def _word(difference: int) -> str:
    if difference >= measures.NEGLECTED_FROM:
        return "neglected"
    return "crowded" if difference <= measures.CROWDED_FROM else "covered"


def _outcome(look: Look, reviews: Mapping[Month, SegmentReview], segment: Id) -> tuple[str, str, Tone]:
    now, touched = look.months[-1], _touched(look, segment)
    until = next((each.rest_until for each in reversed(list(reviews.values())) if each.rest_until is not None), None)
    if until is not None and now < until:
        return f"rests until {months.title(until)}", "rests", Tone.QUIET
    if not touched:
        return "never touched", "never touched", Tone.BAD
    month = Month(touched)
    if month == now:
        return "touched this month", "touched", Tone.GOOD
    return f"untouched since {months.spoken(month, now)}", f"since {briefly(month, now)}", Tone.OPEN
