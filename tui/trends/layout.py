"""A page of the trends as lines: every block in its frame, one under the other.

Lines are drawn when they are seen: a page of a thousand prospects costs no more than what is on the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from msgspec import Struct, structs

from review.records import Id
from review.trends.page import MARKS, Behind, Block, Chart, Grid, GridRow, Page, Sentences, State, Table, TableRow
from tui.plain_text import wrapped
from tui.safe_text import cells
from tui.trends import bars, frame, grid, table
from tui.trends.axis import Axis
from tui.trends.ink import EMPTY, Ink, Text, blank, said

COMPARED = "▲ ▼ compare the newest review with the three before it."
UNANSWERED = "nothing to show in these months."
NONE = "None in these months."

MEANT = {
    State.NOT_RATED: "not known",
    State.AWAY: "not on the list, or no limit",
    State.SKIPPED: "no review that month",
}
"""What the marks of a chart say."""


class Target(Struct, frozen=True):
    """What Enter opens: a story, or the cases behind a figure."""

    title: str
    about: Id | None = None
    behind: tuple[Behind, ...] = ()
    block: str = ""


class Line(Struct, frozen=True):
    """One line: what draws it (told whether the cursor is on it), and what it opens; None where it can't be chosen."""

    draw: Callable[[bool], Text]
    target: Target | None = None


class Room(Struct, frozen=True):
    """What there is to draw in: cells, the months scrolled away at the right, and how tall a chart may be.

    `airy` leaves a line between blocks, `spaced` one between the rows of a grid. What is taller than `height` has its
    legend above it, where it is seen without scrolling; None where there is no end to the lines.
    """

    width: int
    hidden: int = 0
    bars: int = 4
    airy: bool = False
    spaced: bool = False
    height: int | None = None

    def holds(self, lines: int) -> bool:
        """Tell whether so many lines are seen at once."""
        return self.height is None or lines <= self.height

    @property
    def inner(self) -> int:
        """The cells inside a frame."""
        return frame.inner(self.width)


class Layout(Struct, frozen=True):
    """The lines of a page.

    `head` is where the names of the grid's months begin and end, and `grid_end` where its rows do, above which they
    stay; `most_hidden` is by how many months one can scroll to the left.
    """

    lines: tuple[Line, ...]
    head: tuple[int, int] = (0, 0)
    grid_end: int = 0
    most_hidden: int = 0


def laid_out(page: Page, room: Room) -> Layout:
    """Lay a page out, with air between the rows of a grid where all of it fits into its lines nevertheless."""
    found = _laid_out(page, room)
    rows = sum(len(block.rows) - 1 for block in page.blocks if isinstance(block, Grid) and block.rows)
    fits = room.airy and room.height is not None and rows > 0 and room.holds(len(found.lines) + rows)
    return _laid_out(page, structs.replace(room, spaced=True)) if fits else found


def _laid_out(page: Page, room: Room) -> Layout:
    if page.empty:
        return Layout((_fixed(EMPTY), *_aside(page.empty, room)))
    blocks = list(noted_once(page.blocks))
    noted = notes(blocks)
    below = _beneath(page.note, blocks, room)
    last = [line for sentence in noted for line in _aside(sentence, room)]
    if room.holds(len(below.lines) + len(last)):
        return structs.replace(below, lines=(*below.lines, *last))
    together = " ".join(noted)
    sentences = [together] if cells(together) <= room.inner else noted
    return _beneath(page.note, blocks, room, [line for sentence in sentences for line in _aside(sentence, room)])


def _beneath(note: str, blocks: Sequence[Block], room: Room, noted: Sequence[Line] = ()) -> Layout:
    """Set the blocks one under the other, what the signs of the charts mean above the first of these."""
    lines = [*_aside(note, room), *_gap(room)] if note else []
    head, end = (0, 0), 0
    charts = [block for block in blocks if isinstance(block, Chart)]
    for block in blocks:
        if noted and block in charts[:1]:
            lines += [*noted, *_gap(room)]
        if isinstance(block, Grid) and block.rows:
            head, end = _head(block, room, len(lines) + 1)
        lines += [*framed(block, room), *_gap(room)]
    return Layout(tuple(lines), head, end, max((_beyond(block, room) for block in blocks), default=0))


def _head(block: Grid, room: Room, at: int) -> tuple[tuple[int, int], int]:
    """Give where in the lines the head of a grid is that is framed from *at* on, and where its rows end."""
    found = grid.setting(block, room.inner, room.hidden)
    first = at + (len(_legend(block, found, room)) if _legend_is_first(block, found, room) else 0)
    end = first + len(grid.head(block, found))
    return (first, end), end + (2 * len(block.rows) - 1 if room.spaced else len(block.rows))


def notes(blocks: Sequence[Block]) -> list[str]:
    """Say what the signs of the charts mean, those that there are."""
    charts = [block for block in blocks if isinstance(block, Chart)]
    if not charts:
        return []
    here = {state for block in charts for state in bars.marks(block)}
    signs = [f"{MARKS[state]} {words}" for state, words in MEANT.items() if state in here]
    changed = any(each.change is not None for block in charts for each in block.series)
    return [*([COMPARED] if changed else []), *([f"{', '.join(signs)}."] if signs else [])]


def _aside(sentence: str, room: Room) -> list[Line]:
    """Set a sentence that stands outside of the frames under the text inside of them."""
    left = (room.width - room.inner) // 2
    return [_fixed((blank(left), said(part, Ink.QUIET))) for part in wrapped(sentence, room.inner)]


def noted_once(blocks: Sequence[Block]) -> Iterator[Block]:
    """Give the blocks, of several tables with the same note only the last with it."""
    last = {block.note: at for at, block in enumerate(blocks) if isinstance(block, Table)}
    for at, block in enumerate(blocks):
        repeated = isinstance(block, Table) and last[block.note] != at
        yield structs.replace(block, note="") if repeated else block


def _beyond(block: Block, room: Room) -> int:
    """Count the months that don't fit beside those seen."""
    line = axis_of(block, room.inner)
    return line.start if line is not None else 0


def axis_of(block: Block, width: int, hidden: int = 0) -> Axis | None:
    """Give the months that a block shows in so many cells; None where it shows none."""
    match block:
        case Grid():
            return grid.setting(block, width, hidden).axis
        case Chart():
            return bars.axis_of(block, width, hidden)
        case _:
            return None


def _gap(room: Room) -> list[Line]:
    return [_fixed(EMPTY)] if room.airy or not frame.boxed(room.width) else []


def _fixed(text: Text) -> Line:
    return Line(lambda _current: text)


def sentence_lines(sentence: str, width: int, ink: Ink = Ink.PLAIN) -> list[Line]:
    """Break a sentence into lines."""
    return [_fixed((said(part, ink),)) for part in wrapped(sentence, width)]


def framed(block: Block, room: Room) -> Iterator[Line]:
    """Draw a block in its frame."""
    yield _fixed(frame.top(block.title, room.width))
    for line in _inside(block, room):
        yield Line(partial(_framed, line, room.width), line.target)
    if frame.boxed(room.width):
        yield _fixed(frame.bottom(room.width))


def _framed(line: Line, width: int, current: bool) -> Text:  # noqa: FBT001 - as a line is drawn
    return frame.around(line.draw(current), width)


def _inside(block: Block, room: Room) -> Sequence[Line]:
    match block:
        case Grid():
            return list(_grid(block, room))
        case Chart():
            return list(_chart(block, room))
        case Table():
            return list(_table(block, room))
        case Sentences(sentences=sentences):
            return [line for each in sentences for line in sentence_lines(each, room.inner)]


def _chart(block: Chart, room: Room) -> Iterator[Line]:
    """Draw the figures that were answered, and name the others."""
    answered = tuple(each for each in block.series if any(value is not None for value in each.values))
    if answered:
        shown = structs.replace(block, series=answered)
        yield from map(_fixed, bars.chart(shown, room.inner, room.hidden, room.bars))
    for each in block.series:
        if each not in answered:
            name = f"{each.name[:1].upper()}{each.name[1:]}"
            yield from sentence_lines(f"{name}: {each.partly or UNANSWERED}", room.inner, Ink.QUIET)


def _grid(block: Grid, room: Room) -> Iterator[Line]:
    if not block.rows:
        yield from sentence_lines(NONE, room.inner, Ink.QUIET)
        return
    setting = grid.setting(block, room.inner, room.hidden)
    legend = _legend(block, setting, room)
    first = _legend_is_first(block, setting, room)
    yield from legend if first else ()
    yield from map(_fixed, grid.head(block, setting))
    for at, each in enumerate(block.rows):
        if at and room.spaced:
            yield _fixed(grid.between(block, setting))
        yield Line(partial(_grid_row, each, setting), Target(each.name, each.about, block=block.key))
    yield from () if first else legend


def _legend(block: Grid, setting: grid.Setting, room: Room) -> list[Line]:
    """Explain a grid's numbers and marks, with air above where there is room for it."""
    return [*([_fixed(EMPTY)] if room.airy else []), *map(_fixed, grid.legend(block, setting, room.inner))]


def _legend_is_first(block: Grid, setting: grid.Setting, room: Room) -> bool:
    """Tell whether a grid is so tall that its legend, below it, would be out of sight."""
    return not room.holds(len(block.rows) + len(grid.head(block, setting)) + len(_legend(block, setting, room)) + 2)


def _grid_row(each: GridRow, setting: grid.Setting, current: bool) -> Text:  # noqa: FBT001 - as a line is drawn
    return grid.row(each, setting, current=current)


def _table(block: Table, room: Room) -> Iterator[Line]:
    if not block.rows:
        yield from sentence_lines(NONE, room.inner, Ink.QUIET)
        return
    found = table.widths(block, room.inner)
    yield from map(_fixed, table.head(block, found))
    for each in block.rows:
        for at in range(len(table.row(block, each, found, current=False))):
            draw = partial(_table_line, block, each, found, at)
            yield Line(draw, _target(block, each) if at == 0 else None)
    if block.note:
        yield from sentence_lines(block.note, room.inner, Ink.QUIET)


def _table_line(block: Table, each: TableRow, found: table.Widths, at: int, current: bool) -> Text:  # noqa: FBT001
    return table.row(block, each, found, current=current)[at]


def _target(block: Table, each: TableRow) -> Target | None:
    if each.about is None and not each.behind:
        return None
    title = block.columns[0].said(each.values[0])
    return Target(title, each.about, each.behind, block.key)
