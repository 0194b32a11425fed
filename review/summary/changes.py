"""What changed since the session before: who came and went, gaps that moved, and the figures that differ."""

from __future__ import annotations

from collections.abc import Iterable

from review import compare
from review import month as months
from review.compare import Comparison, Figure, Passed, Shift, Way, Went
from review.ritual.sitting import Sitting
from review.summary import words
from review.summary.document import Block, Facts, Heading
from review.trends.series import Unit
from review.trends.series import said as written


def section(sitting: Sitting) -> list[Block]:
    """Write what changed; nothing in a first session, nor where nothing did."""
    found = compare.with_previous(sitting.with_this, sitting.month)
    pairs = tuple((label, value) for label, value in _pairs(found) if value) if found else ()
    return [Heading(2, f"Since {months.title(found.earlier)}"), Facts(pairs)] if found and pairs else []


def _pairs(found: Comparison) -> Iterable[tuple[str, str]]:
    yield "Came", words.sentences(each.name for each in found.came)
    yield "Went", words.sentences(map(_gone, found.went))
    yield "Came and went", words.sentences(map(_gone, found.passed))
    for way in Way:
        yield words.opened(way.value), words.sentences(map(_moved, found.moved(way)))
    for figure in found.figures:
        yield words.opened(figure.name), _changed(figure)


def _gone(each: Went | Passed) -> str:
    return f"{each.name}, {each.how.value}" if each.how else each.name


def _moved(each: Shift) -> str:
    return f"{each.name} {written(each.before.counted, Unit.STEPS)} → {written(each.now.counted, Unit.STEPS)}"


def _changed(figure: Figure) -> str:
    if not figure.changed:
        return ""
    return f"{figure.told} ({figure.said_change}, {figure.good.value})"
