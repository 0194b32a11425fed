"""Two sessions side by side: what rose, what fell, who came and who went."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from review import month as months
from review import text as texts
from review.compare import Comparison, Figure, compared
from review.history import History
from review.measures import Gap
from review.month import Month
from tui import words
from tui.marks import marks_of
from tui.widgets.key_bar import Hint, KeyBar
from tui.widgets.lines import cell, line, said

NAME_CELLS = 24
PERCENT = " %"
FIGURE_CELLS = 15
"""Cells of a column: the longest month with its year, and a blank before it."""


class CompareScreen(Screen[None]):
    """What differs between two sessions."""

    CSS_PATH = "past.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll(1)", "down", id="compare.down"),
        Binding("up,k", "scroll(-1)", "up", id="compare.up"),
        Binding("pagedown,space", "scroll(10)", "page down", id="compare.page_down"),
        Binding("pageup", "scroll(-10)", "page up", id="compare.page_up"),
        Binding("escape,q,enter", "close", "close", id="compare.close"),
    ]

    def __init__(self, history: History, one: Month, other: Month) -> None:
        self._comparison = compared(history, one, other)
        super().__init__()

    def compose(self) -> ComposeResult:
        """Lay out the line above, the comparison and the keys."""
        yield Static(self._title(), id="above")
        with VerticalScroll(id="paper", can_focus=False):
            yield Static(Content("\n").join(self._lines()), id="text")
        yield KeyBar([Hint("↑↓", "scroll", None, 5), Hint("Esc", "close", "escape", 9), words.HELP_HINT], id="keys")

    def _title(self) -> Content:
        found = self._comparison
        name = f"{months.title(found.earlier)} and {months.title(found.later)}" if found else ""
        marks = marks_of(self.app)
        return line(("obsess-review", "bold"), "  ", (name, "$quiet"), (f"  {marks}" if marks else "", "$warn"))

    def _lines(self) -> Iterator[Content]:
        found = self._comparison
        if found is None:
            yield said(words.NOTHING_TO_COMPARE)
            return
        yield from _figures(found)
        yield from _shifts(found)
        yield from _turns(found)
        yield from _names("Came", [(each.name, "") for each in found.came])
        yield from _names("Went", [(each.name, each.how.value if each.how else "") for each in found.went])

    def action_scroll(self, by: int) -> None:
        """Scroll by so many lines."""
        self.query_one("#paper", VerticalScroll).scroll_relative(y=by, animate=False)

    def action_close(self) -> None:
        """Go back to the list."""
        self.dismiss(None)


def _figures(found: Comparison) -> Iterator[Content]:
    heads = (months.title(found.earlier), months.title(found.later))
    columns = [cell(head, FIGURE_CELLS, "$quiet", "right") for head in heads]
    yield line(cell("", NAME_CELLS), *columns)
    rows = (
        ("unpaid hours", found.hours, " h"),
        ("baskets", found.baskets, ""),
        ("average gap", found.mean_gap, ""),
        ("promises kept", found.promises_kept, PERCENT),
        ("fear 1 – conviction 5", found.conviction, ""),
    )
    for name, figure, unit in rows:
        yield line(cell(name, NAME_CELLS), _number(figure.before, unit), _number(figure.now, unit), _way(figure, unit))
    yield said("")


def _number(value: float | None, unit: str) -> Content:
    return cell("–" if value is None else _written(value, unit), FIGURE_CELLS, "bold", "right")


def _written(value: float, unit: str) -> str:
    return f"{round(100 * value)}{unit}" if unit == PERCENT else f"{texts.figure(value)}{unit}"


def _signed(gap: Gap) -> str:
    return f"{gap.counted:+d}" if gap.counted else "0"


def _way(figure: Figure, unit: str) -> Content:
    if not figure.changed or figure.before is None or figure.now is None:
        return said("")
    change = figure.now - figure.before
    return said(f"   {'▲' if change > 0 else '▼'} {_written(abs(change), unit)}", "$quiet")


def _shifts(found: Comparison) -> Iterator[Content]:
    if not found.shifts:
        return
    yield said("Gaps that moved", "bold")
    for shift in found.shifts:
        tone = "$good" if shift.closer else "$alarm"
        words_ = "closer" if shift.closer else "wider"
        yield line(
            cell(shift.name, NAME_CELLS),
            cell(_signed(shift.before), FIGURE_CELLS, "", "right"),
            cell(_signed(shift.now), FIGURE_CELLS, "", "right"),
            (f"  {words_}", tone),
        )
    yield said("")


def _turns(found: Comparison) -> Iterator[Content]:
    if not found.turns:
        return
    yield said("Segments that moved", "bold")
    for turn in found.turns:
        yield line(
            cell(f"{turn.name}, {turn.side}", NAME_CELLS),
            cell(str(turn.before), FIGURE_CELLS, "", "right"),
            cell(str(turn.now), FIGURE_CELLS, "", "right"),
        )
    yield said("")


def _names(title: str, names: list[tuple[str, str]]) -> Iterator[Content]:
    if not names:
        return
    yield said(title, "bold")
    for name, how in names:
        yield line(cell(name, NAME_CELLS), (how, "$quiet"))
    yield said("")
