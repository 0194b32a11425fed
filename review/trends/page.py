"""What a view of the trends is made of: grids, charts, tables and sentences, as plain data.

A screen draws it, a printing command prints it, and `plain` gives it to programs.
"""

from __future__ import annotations

from bisect import bisect_left
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from review import month as months
from review import text as texts
from review.history import History
from review.measured import MeasuredSession, measured
from review.month import Month
from review.records import Id
from review.scales import Band
from review.trends import series as lines
from review.trends.series import COMPARED, Figure, Good, Series, Unit, back, span


class Range(StrEnum):
    """How many calendar months are shown, the newest session's the last of them."""

    YEAR = "12"
    TWO_YEARS = "24"
    ALL = "all"


class State(StrEnum):
    """What a cell without a value stands for."""

    VALUE = "value"
    NOT_RATED = "not rated"
    PARKED = "parked"
    AWAY = "not there"
    SKIPPED = "no session"


MARKS = {State.NOT_RATED: "?", State.PARKED: "p", State.AWAY: "·", State.SKIPPED: "┊"}
"""What stands for a cell without a value; the dots of skipped months make a line down through all rows."""


COUNTED_ONLY = "*"
"""Follows a gap that is one only as counted, not as said."""


class Cell(Struct, frozen=True, gc=False):
    """One row in one month. `value` is None but for `State.VALUE`; `word` names what it is ("one-way street").

    `note` adds what the value leaves out, such as a gap as it was said.
    """

    state: State
    value: int | None = None
    word: str = ""
    note: str = ""

    @property
    def said(self) -> str:
        """The value with its sign, or a mark for its state: ``+3``, ``+2*``, `` 0``, ``?``, ``p``, ``·``, ``┊``."""
        if self.value is None:
            return MARKS[self.state]
        counted_only = COUNTED_ONLY if self.word == Band.NOT_SHOWN.value else ""
        return f"{self.value:+}{counted_only}" if self.value else " 0"


class Tone(StrEnum):
    """What an outcome means, for colour beside its words."""

    OPEN = "open"
    GOOD = "good"
    BAD = "bad"
    QUIET = "quiet"


class GridRow(Struct, frozen=True):
    """One prospect or segment, a cell for each month of the grid, and how it stands at the end.

    `brief` is the outcome in fewer words, for where there is little room.
    """

    about: Id
    name: str
    cells: tuple[Cell, ...]
    outcome: str
    tone: Tone = Tone.QUIET
    brief: str = ""


class Grid(Struct, frozen=True):
    """Rows by months. `key` names its values for programs, with their unit; `legend` explains them."""

    key: str
    title: str
    good: Good
    months: tuple[Month, ...]
    rows: tuple[GridRow, ...]
    legend: tuple[tuple[str, str], ...]


class Chart(Struct, frozen=True):
    """Lines over the same months, which share an axis.

    Where it is a part of a longer chart, `whole` are that one's lines, whose axis it keeps so that the parts compare,
    and `goes_on` tells that later months follow, which the newest figures belong to.
    """

    title: str
    series: tuple[Series, ...]
    whole: tuple[Series, ...] = ()
    goes_on: bool = False


class Interval(Struct, frozen=True):
    """Where a share likely lies, 0 to 1 each."""

    low: float
    high: float

    @property
    def said(self) -> str:
        """The interval in per cent: ``likely 2–43 %``."""
        return f"likely {round(self.low * 100)}–{round(self.high * 100)} %"


Value = str | float | bool | Interval | None


class Column(Struct, frozen=True):
    """One column: its key for programs (with the unit in it), its title, its unit if any, and what None says.

    `month` is true where its values are months, which programs read as ``YYYY-MM``, `whole` where its words are few and
    known, so that they need never be cut.
    """

    key: str
    name: str
    unit: Unit | None = None
    absent: str = ""
    whole: bool = False
    month: bool = False

    def said(self, value: Value) -> str:
        """Write a value of this column; `absent` for None."""
        if isinstance(value, Interval):
            return value.said
        if isinstance(value, bool):
            return "yes" if value else "no"
        if self.month and isinstance(value, str):
            return months.title(Month(value))
        if value is None or isinstance(value, str):
            return value or self.absent
        return lines.said(value, self.unit or Unit.NUMBER)


class Behind(Struct, frozen=True):
    """One case behind a figure, and the prospect whose story tells it; None where there is no such story."""

    about: Id | None
    text: str


class TableRow(Struct, frozen=True):
    """Values in the order of the columns; `behind` are the cases they were counted from."""

    values: tuple[Value, ...]
    about: Id | None = None
    behind: tuple[Behind, ...] = ()


class Table(Struct, frozen=True):
    """Rows under columns. `note` says what to know about it."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    note: str = ""


class Sentences(Struct, frozen=True):
    """Plain sentences under a title."""

    title: str
    sentences: tuple[str, ...]


Block = Grid | Chart | Table | Sentences


class Page(Struct, frozen=True):
    """One view of a history. `sessions` counts those in the months shown.

    `empty` says what will stand here while there is nothing to show; `note` what one session can't show yet.
    """

    key: str
    name: str
    title: str
    months: tuple[Month, ...]
    sessions: int
    blocks: tuple[Block, ...]
    empty: str = ""
    note: str = ""

    @property
    def span(self) -> str:
        """The months shown and the sessions in them: ``November 2025 – October 2026, 10 sessions``."""
        if not self.months:
            return ""
        first, last = months.title(self.months[0]), months.title(self.months[-1])
        return f"{first if first == last else f'{first} – {last}'}, {texts.plural(self.sessions, 'session')}"


class Look(Struct, frozen=True, dict=True):
    """A history seen over a range: what every view is drawn from."""

    history: History
    range: Range

    @cached_property
    def months(self) -> tuple[Month, ...]:
        """The calendar months shown, oldest first: none before the first session, nor without one."""
        if self.history.last is None:
            return ()
        last, first = self.history.last.month, self.history.months[0]
        return span(first if self.range is Range.ALL else max(first, back(last, int(self.range) - 1)), last)

    @cached_property
    def compared(self) -> tuple[MeasuredSession, ...]:
        """The sessions of these months and the few before that the newest may be compared with, oldest first."""
        return measured(self.history)[-self._count - COMPARED :] if self.months else ()

    @property
    def sessions(self) -> tuple[MeasuredSession, ...]:
        """The sessions of these months, oldest first."""
        return self.compared[len(self.compared) - self._count :]

    @property
    def newest(self) -> MeasuredSession | None:
        """The newest session; None without any."""
        return self.compared[-1] if self.compared else None

    @property
    def _count(self) -> int:
        return len(self.history.months) - bisect_left(self.history.months, self.months[0]) if self.months else 0

    def series(self, figure: Figure) -> Series:
        """Make a series of these months."""
        return lines.series(figure, self.compared, self.months)

    def name(self, prospect: Id) -> str:
        """Give a prospect's label now."""
        return self.history.prospect(prospect).name
