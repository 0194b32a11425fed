"""Small drawings of numbers, each a piece of one line. What they show is always also said beside them in figures."""

from collections.abc import Sequence

from textual.content import Content

from tui.safe_text import cells
from tui.widgets.lines import spot

PIPS = 5
"""A rating is drawn as so many pips of five."""

FULL = "━"
REST = "─"
OVER = "╍"
"""What is over a limit: broken, so that it is seen without colour."""

EIGHTHS = "▁▂▃▄▅▆▇█"
NOTHING_KNOWN = "·"
"""A month without a figure: a gap, never a zero."""

BASKET_TONES = 5


def progress(done: float | None, total: float, width: int, tone: str = "them") -> Content:
    """How far something is, as a line of *width* cells; None draws it empty."""
    full = _share(done or 0, total, width)
    return _runs((FULL * full, f"${tone}"), (REST * (width - full), "$faint"))


def limit_bar(spent: float | None, limit: float | None, full: float, width: int) -> Content:
    """What was spent against a limit, padded to *width* cells, which stand for the amount *full*.

    The part within the limit is solid, what is over it broken and red, what is left of it a thin line. Nothing known is
    drawn as nothing spent; no limit as nothing over it.
    """
    used = _share(spent or 0, full, width)
    allowed = used if limit is None else _share(limit, full, width)
    if limit is not None and (spent or 0) > limit:
        allowed = min(allowed, used - 1)  # a limit that is broken by little is seen to be broken
    within = min(used, max(0, allowed))
    over, left = used - within, max(0, allowed - used)
    blank = width - used - left
    return _runs((FULL * within, "$you"), (OVER * over, "$alarm"), (REST * left, "$faint"), (" " * blank, ""))


def basket_bar(shares: Sequence[float], width: int) -> Content:
    """The shares of a whole, largest first, side by side in *width* cells. Each ends in a gap, seen without colour."""
    known = sorted((share for share in shares if share > 0), reverse=True)
    whole = sum(known)
    ends = [_share(sum(known[: count + 1]), whole, width) for count in range(len(known))]
    starts = [0, *ends][: len(ends)]
    parts = [
        ("█" * (end - start - 1) + "▉" * (end > start), f"$basket-{number % BASKET_TONES + 1}")
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]
    return _runs(*parts, (" " * (width - (ends[-1] if ends else 0)), ""))


def sparkline(
    values: Sequence[float | None], tone: str = "you", low: float | None = None, high: float | None = None
) -> Content:
    """One cell a value, from *low* to *high* (by default the least and the most of them); None is a dot."""
    known = [value for value in values if value is not None]
    bottom = min(known, default=0) if low is None else low
    top = max(known, default=0) if high is None else high
    return _runs(*((_eighth(value, bottom, top), "$quiet" if value is None else f"${tone}") for value in values))


def pips(value: int | str | None, tone: str = "you", each: int = 3, *, spots: bool = False) -> Content:
    """A rating as pips of five, *each* so many cells; with *spots*, each pip is a place to click, "1" to "5"."""
    full = value if isinstance(value, int) else 0
    drawn = [
        Content.styled(FULL * each, f"${tone}") if number <= full else Content.styled(REST * each, "$faint")
        for number in range(1, PIPS + 1)
    ]
    if spots:
        drawn = [spot(pip, str(number)) for number, pip in enumerate(drawn, 1)]
    return Content(" ").join(drawn)


def _share(part: float, whole: float, width: int) -> int:
    """The cells that a part takes; something is at least one, and not yet all is never all."""
    if whole <= 0 or part <= 0 or width <= 0:
        return 0
    if part >= whole:
        return width
    return max(1, min(width - 1, round(width * part / whole)))


def _eighth(value: float | None, low: float, high: float) -> str:
    if value is None:
        return NOTHING_KNOWN
    if high <= low:
        return EIGHTHS[len(EIGHTHS) // 2 - 1]
    place = (value - low) / (high - low) * (len(EIGHTHS) - 1)
    return EIGHTHS[max(0, min(len(EIGHTHS) - 1, round(place)))]


def _runs(*parts: tuple[str, str]) -> Content:
    """Parts side by side, each in its style."""
    return Content.assemble(*(Content.styled(text, style, cell_length=cells(text)) for text, style in parts if text))
