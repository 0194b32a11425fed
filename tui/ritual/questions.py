"""How a question and the facts beside it are set on a page: alike on every step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from review.problem import Problem
from review.ritual.sitting import Sitting
from review.ritual.step import Step
from tui.ritual.boxes import flowing
from tui.safe_text import cells
from tui.summary.leaf import Drawing, DrawLines, Leaf, nothing
from tui.widgets import form_fields
from tui.widgets.column import SaysMore, Spare
from tui.widgets.lines import line, said, wrapped
from tui.widgets.panel import BOX
from tui.widgets.settled import SettledText

LEAST_VALUE = 32
"""Cells below which a column of values would be all short lines: what is longer than a line goes below its label."""

BETWEEN = 3
"""Cells between a label and its value."""


def heading(step: Step, *, question: str = "", aside: str = "") -> Content:
    """Set a step's question in bold and its hint, or another aside, quietly below it."""
    return Content("\n").join([said(question or step.question, "bold"), said(aside or step.hint, "$quiet")])


class Question(SettledText):
    """What a step asks, at the top of its page."""

    DEFAULT_CSS = "Question { height: auto; margin-bottom: 1; }"


class Why(SettledText, Spare):
    """Why a step asks what it asks."""

    DEFAULT_CSS = "Why { height: auto; color: $quiet; margin-bottom: 1; max-width: 92; }"


def why(step: Step, sitting: Sitting) -> Iterator[Why]:
    """Give the reason of a step in a first session: read once, where there is room for it; later it is in the help."""
    if sitting.previous is None:
        yield Why(said(step.why))


class Beside(Leaf, SaysMore):
    """The box below a list that says what its row at hand rests on, in full where rows are free.

    `most` is how many lines it usually takes at most, with its border.
    """

    DEFAULT_CSS = f"Beside {{ {BOX} }}"

    def __init__(self, most: int) -> None:
        self.most = most
        self.says_more = False
        self._in_full = Drawing(nothing)
        super().__init__(id="beside")

    def tell(self, draw: DrawLines, full: DrawLines) -> None:
        """Replace what is drawn in few lines, and what is drawn where there is room for all of it."""
        self._in_full = Drawing(full)
        self.show(draw)

    def lines(self, width: int) -> Sequence[Content]:
        """The lines at this width, in full or not."""
        return self._in_full.lines(width) if self.says_more else super().lines(width)

    def more_lines(self, width: int) -> int:
        """The lines that all of it takes more."""
        return len(self._in_full.lines(width)) - len(super().lines(width))

    def say_more(self, more: bool) -> None:  # noqa: FBT001 - its value
        """Say all of it, or less."""
        self.says_more = more
        self.forget_height()


def capitalised(words: str) -> str:
    """Begin a sentence with a capital, leaving the rest as it is."""
    return words[:1].upper() + words[1:]


Value = Content | str | Sequence[Content]
"""What is known: words, or parts that each stay together where a line ends."""


def facts_block(facts: Sequence[tuple[str, Value]], room: int) -> list[Content]:
    """Set pairs of a bold label and what is known, the values in one column, further lines below their first."""
    width = max((cells(label) for label, _ in facts), default=0) + BETWEEN
    return [part for label, value in facts for part in _fact(label, value, width, room)]


def _fact(label: str, value: Value, width: int, room: int) -> Iterator[Content]:
    if room - width < LEAST_VALUE:
        yield from _over(label, _lines(value, room), room)
        return
    first, *rest = _lines(value, room - width)
    yield line((label, "bold"), " " * (width - cells(label)), first)
    yield from (line(" " * width, each) for each in rest)


def _over(label: str, values: Sequence[Content], room: int) -> list[Content]:
    """Set a label over what is known, or before it where both fit into one line."""
    beside = line((label, "bold"), " " * BETWEEN, values[0])
    return [beside] if len(values) == 1 and beside.cell_length <= room else [said(label, "bold"), *values]


def _lines(value: Value, room: int) -> list[Content]:
    if isinstance(value, Content | str):
        return wrapped(value if isinstance(value, Content) else said(value), room)
    return flowing(value, room)


def for_field(read: object) -> object:
    """Hand a reading to a form: a problem of the domain becomes one that the form shows under its field."""
    return form_fields.Problem(read.text) if isinstance(read, Problem) else read
