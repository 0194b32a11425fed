"""One row of the cost table, and how it is drawn."""

from __future__ import annotations

from msgspec import Struct
from textual.content import Content

from review import text as texts
from review.records import Amount, Id, Rating, known
from review.scales import Scale
from tui.ritual.reality_columns import ENERGY_WITHOUT_WORD, HOURS, MONEY, CostColumns
from tui.ritual.reality_typing import CURSOR, Field, HalfTyped
from tui.widgets.lines import cell, line, wrapped
from tui.widgets.meters import limit_bar

BLOCK = "bold $on-mark on $mark"
"""The cell that a key would answer."""

NOT_GIVEN = "·"


class CostRow(Struct, frozen=True):
    """What one prospect costs. `words` and `tone` are the verdict of the limit; `over` the fields that broke theirs.

    `allowed` are the hours allowed since the last review, None where there is no limit. `quiet`: it has ended.
    """

    key: Id
    name: str
    hours: Amount = None
    energy: Rating = None
    money: Amount = None
    allowed: float | None = None
    words: str = ""
    tone: str = "quiet"
    over: frozenset[Field] = frozenset()
    quiet: bool = False

    @property
    def spent(self) -> float | None:
        """The hours, where they are known."""
        return known(self.hours)


HERE = "▸"
"""Stands before the title of the field that a key would answer, where there is room; the line above the table names it
in any case."""


class CostDrawing(Struct, frozen=True):
    """How rows are drawn: the columns, the words of energy, the sign for money.

    `full` are the hours that the longest bar stands for. `active` is the field that a key would answer in the row at
    hand, None where keys don't come.
    """

    columns: CostColumns
    energy: Scale
    currency: str
    full: float
    active: Field | None = None
    typed: HalfTyped | None = None

    def titles(self) -> Content:
        """The line above the rows."""
        gap = " " * self.columns.gap
        limit = "limit".ljust(self.columns.limit)
        return line(
            " " * self.columns.name,
            gap,
            self._title("hours", HOURS - 2, right=True),
            "  ",
            gap,
            (limit, "$quiet"),
            gap,
            self._title("energy", self.columns.energy),
            gap,
            self._title("money", MONEY - 1),
        )

    def lines(self, row: CostRow, width: int, *, current: bool) -> list[Content]:
        """A row, and below it why a typed number can't be taken."""
        gap = " " * self.columns.gap
        tone = "$quiet" if row.quiet else ""
        drawn = line(
            cell(row.name, self.columns.name, f"bold {tone}" if current else tone),
            gap,
            self._hours(row, current=current),
            gap,
            self._limit(row),
            gap,
            self._energy(row, current=current),
            gap,
            self._money(row, current=current),
        )
        typed = self._typed(row, current=current)
        return [drawn, *(_problem(typed.problem, width) if typed and typed.problem else [])]

    def _title(self, field: Field, width: int, *, right: bool = False) -> Content:
        here = field == self.active
        words = f"{HERE}{field}" if here and len(field) < width else field
        return cell(words, width, "bold $you" if here else "$quiet", "right" if right else "left")

    def _typed(self, row: CostRow, *, current: bool, field: Field | None = None) -> HalfTyped | None:
        typed = self.typed if current else None
        mine = typed is not None and typed.key == row.key and field in {None, typed.field}
        return typed if mine else None

    def _hours(self, row: CostRow, *, current: bool) -> Content:
        typed = self._typed(row, current=current, field="hours")
        if typed is not None:
            return cell(_tail(typed.text, HOURS), HOURS, BLOCK, "right")
        if current and self.active == "hours":
            return cell(f"{_figure(row.hours)} h", HOURS, BLOCK, "right")
        if row.hours is None:
            return cell(f"{NOT_GIVEN}  ", HOURS, "$quiet", "right")
        return line(cell(_figure(row.hours), HOURS - 2, "bold", "right"), (" h", "$quiet" if row.quiet else ""))

    def _limit(self, row: CostRow) -> Content:
        room, words = self.columns.bar, (row.words, f"${row.tone}")
        if not room or row.spent is None or row.allowed is None:
            return cell(row.words, self.columns.limit, f"${row.tone}")
        length = max(1, round(room * max(row.spent, row.allowed) / self.full)) if self.full else 1
        bar = limit_bar(row.spent, row.allowed, max(row.spent, row.allowed), length)
        return line(bar, " ", cell(words[0], self.columns.limit - length - 1, words[1]))

    def _energy(self, row: CostRow, *, current: bool) -> Content:
        width = self.columns.energy
        active = current and self.active == "energy"
        if not isinstance(row.energy, int):
            unanswered = "1–5" if active else NOT_GIVEN
            shown = unanswered if row.energy is None else "?" if width == ENERGY_WITHOUT_WORD else "? unknown"
            return cell(shown, width, BLOCK if active else "$quiet")
        word = "" if width == ENERGY_WITHOUT_WORD else self.energy.word(row.energy)
        tone = "$alarm" if "energy" in row.over else "$quiet" if row.quiet else ""
        if active:
            return cell(f"{row.energy} {word}", width, BLOCK)
        return line((str(row.energy), f"bold {tone}"), cell(f" {word}", width - 1, tone))

    def _money(self, row: CostRow, *, current: bool) -> Content:
        typed = self._typed(row, current=current, field="money")
        if typed is not None:
            return cell(_tail(typed.text, MONEY), MONEY, BLOCK)
        shown = "–" if row.money is None else f"{_figure(row.money)} {self.currency}"
        if current and self.active == "money":
            return cell(shown, MONEY, BLOCK)
        tone = "$alarm" if "money" in row.over else "$quiet" if row.money is None or row.quiet else ""
        return cell(shown, MONEY, tone)


def _figure(amount: Amount) -> str:
    if amount is None:
        return " "
    return "?" if isinstance(amount, str) else texts.figure(amount)


def _tail(text: str, width: int) -> str:
    """What is typed, its end with the cursor always in sight."""
    return text[1 - width :] + CURSOR


def _problem(words: str, width: int) -> list[Content]:
    return [each.stylize("$warn") for each in wrapped(words, width)]
