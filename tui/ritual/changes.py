"""What changed against the session before, set in a few labelled lines."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from review.compare import Comparison, Figure, Shift, Way, Went
from review.month import Month
from review.month import spoken as spoken_month
from tui.safe_text import cells
from tui.widgets.lines import cell, line, wrapped

MOST_NAMED = 4
"""Names or gaps told after a label, of gaps those that changed most: more would be a table."""


def title(comparison: Comparison, beside: Month) -> str:
    """Name the session it is compared with: ``Since October``."""
    return f"Since {spoken_month(comparison.earlier, beside)}"


def drawn(comparison: Comparison, width: int) -> list[Content]:
    """Set what changed in lines of at most *width* cells; empty where nothing did."""
    pairs = [(label, words) for label, words in _pairs(comparison) if words]
    labels = max((cells(label) for label, _ in pairs), default=0) + 2
    return [each for label, words in pairs for each in _labelled(label, words, labels, width)]


def _labelled(label: str, words: str, labels: int, width: int) -> list[Content]:
    first, *rest = wrapped(words, width - labels)
    return [line(cell(label, labels, "$quiet"), first), *(line(" " * labels, each) for each in rest)]


def _pairs(comparison: Comparison) -> list[tuple[str, str]]:
    return [
        ("came", _named([each.name for each in comparison.came], ", ")),
        ("went", _named([*map(_gone, comparison.went)], "; ")),
        ("came and went", _named([each.name for each in comparison.passed], ", ")),
        *((way.value, _shifts(comparison.moved(way))) for way in Way),
        ("unpaid", _figure(comparison.hours)),
        ("baskets", _figure(comparison.baskets)),
    ]


def _gone(went: Went) -> str:
    return f"{went.name}, {went.how.value}" if went.how else went.name


def _shifts(shifts: Sequence[Shift]) -> str:
    return _named(
        [f"{each.name} {_signed(each.before.counted)} → {_signed(each.now.counted)}" for each in shifts], ", "
    )


def _named(parts: Sequence[str], between: str) -> str:
    more = len(parts) - MOST_NAMED
    return between.join([*parts[:MOST_NAMED], *([f"{more} more"] if more > 0 else [])])


def _signed(gap: int) -> str:
    return f"{gap:+d}" if gap else "0"


def _figure(figure: Figure) -> str:
    return figure.told if figure.changed else ""
