"""The table of Obsessions: who is on the list, what is hoped for, and since when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from msgspec import Struct
from textual.content import Content

from review import month as months
from review import text as texts
from review.month import Month
from review.records import End, How, Obsession
from review.ritual import obsessions
from review.ritual.sitting import Sitting
from tui.safe_text import cells
from tui.widgets.lines import cell, line, said, spot, wrapped
from tui.widgets.row import Row

ADD = "+add"
"""The key of the row that adds a name; ids of prospects are letters and digits."""

PARK_REST = "+park"
"""The key of the row that parks whoever does not fit one sitting."""

FIT = f"{texts.counted_word(obsessions.FITS_ONE_SITTING).capitalize()} fit one sitting."

TONES = {How.SIGNED: "$good", How.LOST: "$alarm", How.LEFT: "$alarm", How.PARTED: "$quiet", How.COOLED: "$quiet"}

BETWEEN = 2

WIDE_FROM = 68
"""Cells from which marks and months are written out."""

LEAST_NAME, LEAST_SEGMENT, LEAST_HOPE = 12, 8, 24
SINCE = "since"


class Line(Struct, frozen=True):
    """What one row says; `beside` is the month of the review."""

    prospect: str
    name: str
    segment: str
    hope: str
    dream: bool
    parked: bool
    ended: End | None
    since: Month
    new: bool
    beside: Month

    @property
    def aside(self) -> bool:
        """Whether this month's questions leave it out."""
        return self.parked or self.ended is not None


def lines(sitting: Sitting) -> tuple[Line, ...]:
    """Give the list as it is shown: those asked about, then the parked, then those that ended."""
    first = sitting.previous is None
    shown = [_line(sitting, row, new=not first and sitting.is_new(row)) for row in sitting.rows]
    return tuple(sorted(shown, key=lambda each: (each.ended is not None, each.parked)))


def _line(sitting: Sitting, row: Obsession, *, new: bool) -> Line:
    return Line(
        row.prospect,
        sitting.prospect(row.prospect).name,
        sitting.segment(row.segment).name if row.segment else "",
        row.hope or "",
        row.dream,
        row.parked,
        row.ended,
        sitting.since(row),
        new,
        sitting.month,
    )


# -- columns -----------------------------------------------------------------------------------------------------------


class Columns(Struct, frozen=True):
    """The widths of the columns, in cells, without the blanks between them."""

    name: int
    segment: int
    hope: int
    mark: int
    since: int


def columns(shown: Sequence[Line], width: int) -> Columns:
    """Share a width out: marks and months get what they need, names and segments too within bounds, hopes of the rest.

    What nobody needs is left free at the end, so that a row can be read across on a wide screen.
    """
    wide = width >= WIDE_FROM
    mark = _widest(_mark(each, wide=wide) for each in shown)
    since = max(cells(SINCE), _widest(_since(each, wide=wide) for each in shown))
    free = max(0, width - mark - since - 4 * BETWEEN)
    name = max(LEAST_NAME, min(_widest(each.name for each in shown), free * 2 // 5))
    segment = max(LEAST_SEGMENT, min(_widest(each.segment for each in shown), free // 3))
    hope = max(LEAST_HOPE, _widest(_hope_words(each) for each in shown))
    return Columns(name, segment, max(0, min(hope, free - name - segment)), mark, since)


def _widest(words: Iterable[str]) -> int:
    return max((cells(each) for each in words), default=0)


def _mark(each: Line, *, wide: bool) -> str:
    star = "★ " if each.dream else ""
    if each.ended is not None:
        return "ended" if wide else "–"
    if each.parked:
        return f"{star}parked" if wide else "‖"
    return f"{star}dream" if each.dream and wide else star.strip()


def _since(each: Line, *, wide: bool) -> str:
    """Write the month, in three letters where there is little room; its name alone says the year within a year."""
    spoken = months.spoken(each.since, each.beside)
    short = spoken.replace(months.name(each.since), months.name(each.since)[: months.SHORTEST_NAME])
    return f"{short} · new" if each.new else spoken if wide else short


# -- rows --------------------------------------------------------------------------------------------------------------


def header(shown: Sequence[Line], width: int) -> list[Content]:
    """Draw what the columns are called."""
    at = columns(shown, width)
    titles = (("name", at.name), ("segment", at.segment), ("you hope for", at.hope), ("", at.mark), (SINCE, at.since))
    return [_beside_each_other([cell(title, wide, "$quiet") for title, wide in titles])]


def rows(shown: tuple[Line, ...]) -> list[Row]:
    """Make a row of the list of each line."""
    return [Row(each.prospect, partial(_draw, each, shown), (each, shown)) for each in shown]


def _draw(each: Line, shown: Sequence[Line], width: int, current: bool) -> list[Content]:  # noqa: FBT001 - as rows are drawn
    at = columns(shown, width)
    words = "$quiet" if each.aside else ""
    parts = [
        cell(each.name, at.name, f"bold {words}" if current else words),
        cell(each.segment, at.segment, words),
        _hope(each, at.hope, words),
        cell(_mark(each, wide=width >= WIDE_FROM), at.mark, "$quiet" if each.aside else "$them"),
        cell(_since(each, wide=width >= WIDE_FROM), at.since, "$quiet"),
    ]
    return [_beside_each_other(parts)]


def _beside_each_other(parts: Sequence[Content]) -> Content:
    return Content(" " * BETWEEN).join(parts)


def _hope(each: Line, width: int, words: str) -> Content:
    """Draw what is hoped for, or how it ended."""
    if each.ended is None:
        return cell(each.hope, width, words)
    how, told = each.ended.how.value, _hope_words(each)
    return line((how, TONES[each.ended.how]), (told[len(how) :], "$quiet")).truncate(width, ellipsis=True, pad=True)


def _hope_words(each: Line) -> str:
    if each.ended is None:
        return each.hope
    return f"{each.ended.how.value}, {each.ended.reason}" if each.ended.reason else each.ended.how.value


def add_row() -> Row:
    """Make the row that adds a name."""
    return Row(ADD, lambda _width, current: [_clickable("+ add a name…", current=current)], ADD)


def park_row(rest: int) -> Row:
    """Make the row that parks those who do not fit one sitting; quiet, so that it can stay after a no."""
    words = f"{FIT} Park the rest?"

    def draw(width: int, current: bool) -> list[Content]:  # noqa: FBT001 - as rows are drawn
        key = line(("  C ", "$you"), (f"parks {_last(rest)}", "$quiet"))
        return wrapped(line(_clickable(words, current=current), key), width)

    return Row(PARK_REST, draw, rest)


def too_many_words(rest: int) -> str:
    """Say that not everyone fits, where it is seen at any size; the row may have scrolled away."""
    return f"{FIT} C parks {_last(rest)}."


def _last(rest: int) -> str:
    return "the last one" if rest == 1 else f"the last {texts.counted_word(rest)}"


def _clickable(words: str, *, current: bool) -> Content:
    return spot(said(words, "bold" if current else "$quiet"), "do")


# -- below the list ----------------------------------------------------------------------------------------------------


def off_the_list(sitting: Sitting, most: int, width: int) -> list[Content]:
    """Draw those who came off the list before this month, newest first, and how."""
    gone = obsessions.off_the_list(sitting, most)
    told = [
        (sitting.prospect(each.row.prospect).name, each.row.ended, months.spoken(each.month, sitting.month))
        for each in gone
        if each.row.ended
    ]
    name = min(_widest(who for who, _, _ in told), width // 3)
    how = _widest(f"{ended.how.value}, {when}" for _, ended, when in told)
    return [_off(who, ended, when, (name, how, width)) for who, ended, when in told]


def _off(who: str, ended: End, when: str, widths: tuple[int, int, int]) -> Content:
    name, how, width = widths
    parts = [cell(who, name), cell(f"{ended.how.value}, {when}", how, TONES[ended.how]), said(ended.reason or "")]
    return _beside_each_other(parts).truncate(max(1, width), ellipsis=True)
