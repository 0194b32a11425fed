"""Two sessions side by side, drawn in lines of a given width: figures, those on both lists, who came and who went."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textual.content import Content

from review import month as months
from review import text as texts
from review.compare import Came, Comparison, Figure, Passed, Stayed, Turn, Way, Went, way
from review.measured import Measured
from review.records import UNKNOWN, Amount, Rating
from review.trends.series import Good, Unit
from review.trends.series import said as written
from tui import words
from tui.safe_text import Align, cells, pad, safe
from tui.widgets.lines import cell, line, said, wrapped

Cell = tuple[str, str]
"""Text and its style."""

BETWEEN = 2
"""Cells between two columns."""

NAME_LEAST = 12
"""Cells that a name keeps."""

WAYS = {Way.CLOSER: "$good", Way.WIDER: "$alarm", Way.THEY_LEAD: "$quiet", Way.TURNED: "$quiet"}

NOT_GIVEN, NOT_KNOWN = "–", "?"
ARROW = " → "


def drawn(found: Comparison | None, width: int) -> Sequence[Content]:
    """Draw a comparison, or say that there is none."""
    if found is None:
        return wrapped(words.NOTHING_TO_COMPARE, width)
    sections = (
        _figures(found, width),
        _table(
            "On both lists", ("", "you", "they", "gap", "hours", ""), map(_stayed, _moved_most(found.stayed)), width
        ),
        _told("Came", map(_came, found.came), width),
        _told("Went", map(_went, found.went), width),
        _told("Came and went in between", map(_passed, found.passed), width),
        _table("Segments that moved", ("", "potential", "attention"), _segments(found.turns), width),
    )
    return [each for section in sections for each in section][:-1]


# --- figures ----------------------------------------------------------------------------------------------------------


def _figures(found: Comparison, width: int) -> list[Content]:
    heads = [months.title(each) for each in (found.earlier, found.later)]
    directed = [(*_figure(each), (each.good.value, "$quiet")) for each in found.figures]
    columns = (["", *heads, "", ""], directed)
    if _natural(*columns) > width:
        short = [f"{each[:3]} {each[-4:]}" for each in heads]
        rows = [row[:-1] for row in directed]
        below = [*_directions(found.figures, width), *_left_out(found, width)]
        return [*_set(["", *short, ""], rows, width, numbers=(1, 2)), *below, Content()]
    return [*_set(*columns, width, numbers=(1, 2)), *_left_out(found, width), Content()]


def _left_out(found: Comparison, width: int) -> list[Content]:
    """Say of how many the hours are not known, which the sum leaves out."""
    counts = ((found.hours.unknown_before, found.earlier), (found.hours.unknown_now, found.later))
    parts = [f"{texts.counted_word(count)} in {months.title(month)}" for count, month in counts if count]
    told = f"Unpaid hours leave out what is not known: {texts.joined(parts)}." if parts else ""
    return [each.stylize("$quiet") for each in wrapped(told, width)] if told else []


def _figure(each: Figure) -> tuple[Cell, ...]:
    tone = {True: "$good", False: "$alarm", None: "$quiet"}[each.better]
    return (each.name, ""), (each.said_before, "bold"), (each.said_now, "bold"), (each.said_change, tone)


def _directions(figures: Iterable[Figure], width: int) -> list[Content]:
    """Say of each figure which way is good, where there is no room beside it."""
    listed = list(figures)
    names = {good: [each.name for each in listed if each.good is good] for good in Good}
    parts = [f"{texts.joined(those)}: {good.value}." for good, those in names.items() if those]
    return [each.stylize("$quiet") for part in parts for each in wrapped(f"{part[:1].upper()}{part[1:]}", width)]


# --- prospects --------------------------------------------------------------------------------------------------------


def _moved_most(stayed: Iterable[Stayed]) -> list[Stayed]:
    """Put those first whose gap changed most; equals stay in the order of the list."""
    return sorted(stayed, key=lambda each: -abs(_moved(each)))


def _moved(each: Stayed) -> int:
    before, now = each.before.gap, each.now.gap
    return now.counted - before.counted if before and now else 0


def _stayed(each: Stayed) -> tuple[Cell, ...]:
    before, now = each.before, each.now
    return (
        (each.name, "bold"),
        _both(_rating(before.row.yours), _rating(now.row.yours)),
        _both(_rating(before.row.theirs), _rating(now.row.theirs)),
        _both(_gap(before), _gap(now)),
        _both(_hours(before.row.hours), _hours(now.row.hours), " h"),
        _way(each),
    )


def _way(each: Stayed) -> Cell:
    before, now = each.before.gap, each.now.gap
    if before is None or now is None:
        return "", ""
    found = way(before, now)
    return (found.value, WAYS[found]) if found else ("", "")


def _both(before: str, now: str, unit: str = "") -> Cell:
    """Write a value before and now, once where it is the same."""
    if before == now:
        return (now if now in {NOT_GIVEN, NOT_KNOWN} else f"{now}{unit}"), "$quiet"
    return f"{before}{ARROW}{now}{'' if now in {NOT_GIVEN, NOT_KNOWN} else unit}", ""


def _rating(value: Rating) -> str:
    return NOT_GIVEN if value is None else NOT_KNOWN if value == UNKNOWN else str(value)


def _gap(each: Measured) -> str:
    return written(each.gap.counted, Unit.STEPS) if each.gap else NOT_GIVEN


def _hours(value: Amount) -> str:
    return NOT_GIVEN if value is None else NOT_KNOWN if isinstance(value, str) else texts.figure(value)


def _came(each: Came) -> tuple[str, str]:
    return each.name, f"in {months.title(each.month)}{_as_now(each.now)}"


def _as_now(each: Measured) -> str:
    """Say how urgent somebody is and what they cost, of what is known."""
    row = each.row
    parts = (
        f"you {_rating(row.yours)}" if row.yours is not None else "",
        f"they {_rating(row.theirs)}" if row.theirs is not None else "",
        f"gap {_gap(each)}" if each.gap else "",
        f"{_hours(row.hours)} h" if each.hours is not None else "",
    )
    said_ = ", ".join(part for part in parts if part)
    return f": {said_}" if said_ else ""


def _went(each: Went) -> tuple[str, str]:
    how = each.how.value if each.how else "last seen"
    return each.name, f"{how} in {months.title(each.month)}; before{_as_now(each.before)}".removesuffix("; before")


def _passed(each: Passed) -> tuple[str, str]:
    how = each.how.value if each.how else "last seen"
    if each.came == each.went:
        return each.name, f"came in {months.title(each.came)}, {how} in the same session"
    return each.name, f"came in {months.title(each.came)}, {how} in {months.title(each.went)}"


# --- segments ---------------------------------------------------------------------------------------------------------


def _segments(turns: Sequence[Turn]) -> Iterator[tuple[Cell, ...]]:
    """Give each segment that moved once, with both its sides."""
    for segment in dict.fromkeys(each.segment for each in turns):
        sides = {each.side: each for each in turns if each.segment == segment}
        name = next(iter(sides.values())).name
        yield ((name, "bold"), *(_side(sides.get(side)) for side in ("potential", "attention")))


def _side(turn: Turn | None) -> Cell:
    return (f"{turn.before}{ARROW}{turn.now}", "") if turn else ("", "")


# --- setting ----------------------------------------------------------------------------------------------------------


def _table(title: str, heads: Sequence[str], rows: Iterable[tuple[Cell, ...]], width: int) -> list[Content]:
    """Set rows under a title and their heads; a last column without a head leaves before a name is cut."""
    listed = list(rows)
    if not listed:
        return []
    if heads[-1] == "" and _natural([title, *heads[1:]], listed) > width:
        heads, listed = heads[:-1], [row[:-1] for row in listed]
    return [*_set([title, *heads[1:]], listed, width), Content()]


def _told(title: str, pairs: Iterable[tuple[str, str]], width: int) -> list[Content]:
    """Set names under a title, each with what is to be said of it."""
    listed = [(safe(name), aside) for name, aside in pairs]
    if not listed:
        return []
    names = min(max(cells(name) for name, _ in listed), max(NAME_LEAST, width // 3))
    lines = [each for name, aside in listed for each in _beside(name, aside, names, width)]
    return [said(title, "bold $you"), *lines, Content()]


def _beside(name: str, aside: str, names: int, width: int) -> Iterator[Content]:
    for at, part in enumerate(wrapped(aside, width - names - BETWEEN)):
        yield line(cell("" if at else name, names, "bold"), " " * BETWEEN, part)


def _natural(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> int:
    return sum(_widths(heads, rows)) + BETWEEN * (len(heads) - 1)


def _widths(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> list[int]:
    columns = zip(*([(head, "") for head in heads], *rows), strict=True)
    return [max(cells(safe(text)) for text, _ in column) for column in columns]


def _set(
    heads: Sequence[str], rows: Sequence[Sequence[Cell]], width: int, numbers: Sequence[int] = ()
) -> list[Content]:
    """Set rows in columns; the names give way where they don't fit."""
    widths = _widths(heads, rows)
    over = sum(widths) + BETWEEN * (len(widths) - 1) - width
    widths[0] = max(NAME_LEAST, widths[0] - max(0, over))
    aligns: list[Align] = ["right" if at in numbers else "left" for at in range(len(widths))]
    top = [(head, "$quiet" if at else "bold $you") for at, head in enumerate(heads)]
    return [_row(row, widths, aligns) for row in (top, *rows)]


def _row(row: Sequence[Cell], widths: Sequence[int], aligns: Sequence[Align]) -> Content:
    set_ = [
        Content.styled(pad(safe(text), width, align), style)
        for (text, style), width, align in zip(row, widths, aligns, strict=True)
    ]
    return Content(" " * BETWEEN).join(set_)
