"""The cost table: a row per prospect with hours, energy and money, answered in their places."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from msgspec import structs
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from review.problem import Problem
from review.records import UNKNOWN, Amount, Rating
from review.scales import HIGHEST, LOWEST, Scale
from tui.ritual.reality_cells import CostDrawing, CostRow
from tui.ritual.reality_columns import CostColumns, columns_for
from tui.ritual.reality_typing import FIELDS, Field, HalfTyped
from tui.safe_text import cells, safe
from tui.widgets.arrangement import Arrangement
from tui.widgets.row import Row
from tui.widgets.rows import Rows

MIDDLE = 3
"""Where raising and lowering energy begin when there is no number yet."""


class CostTable(Rows):
    """Rows with a cursor on one field. A number builds up in its cell; energy takes one digit; both then move on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "side(-1)", show=False, id="reality.left"),
        Binding("right,l", "side(1)", show=False, id="reality.right"),
        Binding("tab", "field(1)", show=False, id="reality.next_field"),
        Binding("shift+tab", "field(-1)", show=False, id="reality.previous_field"),
        *(Binding(digit, f"digit('{digit}')", show=False, id=f"reality.digit_{digit}") for digit in "0123456789"),
        # The same keys on a French keyboard, where digits need Shift; a number is typed as everywhere else.
        Binding("ampersand", "rate(1)", show=False, id="reality.rate_1"),
        Binding("é", "rate(2)", show=False, id="reality.rate_2"),
        Binding("quotation_mark", "rate(3)", show=False, id="reality.rate_3"),
        Binding("apostrophe", "rate(4)", show=False, id="reality.rate_4"),
        Binding("left_parenthesis", "rate(5)", show=False, id="reality.rate_5"),
        Binding("à", "rate('unknown')", show=False, id="reality.rate_unknown"),
        Binding("full_stop", "more('.')", show=False, id="reality.point"),
        Binding("comma", "more(',')", show=False, id="reality.comma"),
        Binding("colon", "more(':')", show=False, id="reality.colon"),
        Binding("question_mark", "unknown", show=False, id="reality.unknown"),
        Binding("plus,equals_sign", "shift(1)", show=False, id="reality.raise"),
        Binding("minus", "shift(-1)", show=False, id="reality.lower"),
        Binding("backspace,delete", "rub_out", show=False, id="reality.clear"),
        Binding("escape", "put_down", show=False, id="reality.put_down"),
    ]

    class Moved(Rows.Moved):
        """The cursor went to another row or field."""

        def __init__(self, rows: Rows, key: str, field: Field) -> None:
            super().__init__(rows, key)
            self.field: Field = field

    class _Said(Message):
        def __init__(self, table: CostTable) -> None:
            super().__init__()
            self.table = table

        @property
        def control(self) -> CostTable:
            """The table that tells it."""
            return self.table

    class Given(_Said):
        """A field was answered; None takes the answer back."""

        def __init__(self, table: CostTable, key: str, field: Field, value: Amount | Rating) -> None:
            super().__init__(table)
            self.key = key
            self.field: Field = field
            self.value: Amount | Rating = value

    class Typing(_Said):
        """A number is half typed; None once it is not any more."""

        def __init__(self, table: CostTable, typed: HalfTyped | None) -> None:
            super().__init__(table)
            self.typed = typed

    class Dropped(_Said):
        """A number that could not be read was left out."""

        def __init__(self, table: CostTable, problem: Problem) -> None:
            super().__init__(table)
            self.problem = problem

    class ListAsked(_Said):
        """A row's hours or energy are to be chosen from a list: clicked where the cursor was, or Enter on no energy."""

        def __init__(self, table: CostTable, key: str, field: Field = "energy") -> None:
            super().__init__(table)
            self.key = key
            self.field = field

    class PassedEnd(_Said):
        """The last row's energy was given by a key: nothing is left to move on to."""

    def __init__(self, energy: Scale, currency: str, *, empty: str = "", id: str | None = None) -> None:  # noqa: A002 - the name that Textual's widgets have
        self._energy = energy
        self._currency = currency
        self._costs: dict[str, CostRow] = {}
        self._field: Field = "hours"
        self._typed: HalfTyped | None = None
        super().__init__(empty=empty, spacing=1, id=id)

    # What is shown

    @property
    def field(self) -> Field:
        """The field that a key would answer."""
        return self._field

    @property
    def typed(self) -> HalfTyped | None:
        """The number that is half typed."""
        return self._typed

    @property
    def blank_energy(self) -> str | None:
        """The row at hand where a key would answer an energy that has no answer yet; None elsewhere."""
        row = self._costs.get(self.current or "")
        blank = self._field == "energy" and row is not None and row.energy is None and not row.quiet
        return self.current if blank else None

    def set_costs(self, rows: Sequence[CostRow]) -> None:
        """Replace all rows; the cursor stays on its row and field."""
        before = self._measures()
        self._costs = {row.key: row for row in rows}
        if self._measures() != before:
            self._forget_all()
        if self._typed is not None and self._typed.key not in self._costs:
            self._put_typed(None)
        self.set_rows([Row(row.key, partial(self._draw, row), facts=row) for row in rows])
        self._forget_cursor()

    def go_to(self, key: str, field: Field | None = None) -> bool:
        """Put the cursor on a row, and on a field of it, without a message; False when there is no such row."""
        self._field = field or self._field
        self._forget_cursor()
        return super().go_to(key)

    def type_in(self, typed: HalfTyped) -> None:
        """Go on with a number that was left half typed."""
        if self.go_to(typed.key, typed.field):
            self._put_typed(typed)

    def _measures(self) -> tuple[int, int, float]:
        """What the columns and the bars depend on: the widest name, the widest verdict, the most hours."""
        rows = self._costs.values()
        hours = (max(row.spent or 0, row.allowed or 0) for row in rows)
        name = max((cells(safe(row.name)) for row in rows), default=0)
        return name, max((cells(row.words) for row in rows), default=0), max(hours, default=0)

    def _columns_at(self, width: int) -> CostColumns:
        name, words, _ = self._measures()
        bars = any(row.allowed is not None for row in self._costs.values())
        return columns_for(width, name, words, bars=bars)

    def _drawing(self, width: int) -> CostDrawing:
        active = self._field if self.has_focus else None
        full = self._measures()[2]
        return CostDrawing(self._columns_at(width), self._energy, self._currency, full, active, self._typed)

    def _draw(self, row: CostRow, width: int, current: bool) -> list[Content]:  # noqa: FBT001 - what a row's drawing is given
        return self._drawing(width).lines(row, width, current=current)

    def header_lines(self, width: int, arrangement: Arrangement) -> list[Content]:
        """The titles of the fields."""
        return [self._drawing(width).titles(), *[Content()] * arrangement.spacing] if self._costs else []

    def watch_has_focus(self, has_focus: bool) -> None:  # noqa: FBT001 - what Textual calls it with
        """Mark the field that a key would answer only where keys come."""
        super().watch_has_focus(has_focus)
        self._forget_cursor()

    # The cursor

    def action_side(self, by: int) -> None:
        """Go to the field beside this one."""
        at = FIELDS.index(self._field) + by
        if self.accept() and 0 <= at < len(FIELDS):
            self._turn(FIELDS[at])

    def action_field(self, by: int) -> None:
        """Go through all fields, row by row."""
        if not self.accept() or self._index is None:
            return
        at = FIELDS.index(self._field) + by
        if 0 <= at < len(FIELDS):
            self._turn(FIELDS[at])
        elif self._choosable(self._index + by, by) is not None:
            self._field = FIELDS[at % len(FIELDS)]
            super().action_step(by)

    def action_step(self, direction: int) -> None:
        """Go to another row, with what is typed accepted."""
        if self.accept():
            super().action_step(direction)

    def action_end(self, direction: int) -> None:
        """Go to the first or the last row, with what is typed accepted."""
        if self.accept():
            super().action_end(direction)

    def action_page(self, direction: int) -> None:
        """Go on or back by as many rows as can be seen, with what is typed accepted."""
        if self.accept():
            super().action_page(direction)

    def action_choose(self) -> None:
        """Accept what is typed and go on; with nothing typed, ask for a blank energy, else choose the row."""
        if self.blank_energy is not None:
            self.post_message(self.ListAsked(self, self.blank_energy))
        elif self._typed is None:
            super().action_choose()
        elif self.accept():
            self._move_on()

    def _move_on(self) -> None:
        """Go from hours to energy, and from energy and money to the hours of the next row."""
        last = self._index is None or self._choosable(self._index + 1, 1) is None
        if self._field == "hours":
            self._turn("energy")
        elif last:
            self.post_message(self.PassedEnd(self))
        else:
            self._field = "hours"
            super().action_step(1)

    # The answers

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let keys that mean something else elsewhere through where they mean nothing here."""
        number = self._field != "energy"
        allowed = {
            "put_down": self._typed is not None,
            "more": self._typed is not None,
            "unknown": number and self.current is not None,
            "rate": not number,
            "shift": not number,
        }
        return allowed.get(action, super().check_action(action, parameters))

    def action_digit(self, digit: str) -> None:
        """Type a digit of a number, or rate energy: 1 to 5, 0 for unknown."""
        if self._field != "energy":
            self._type(digit)
        elif int(digit) <= HIGHEST:
            self.action_rate(int(digit) or UNKNOWN)

    def action_more(self, sign: str) -> None:
        """Type what stands between the digits of a number."""
        self._type(sign)

    def action_unknown(self) -> None:
        """Answer that the hours or the money are not known."""
        if self.current is not None:
            self._put_typed(None)
            self._give(self.current, self._field, UNKNOWN)
            self._move_on()

    def action_rate(self, rating: Rating) -> None:
        """Rate energy and go on."""
        if self.current is not None:
            self._give(self.current, "energy", rating)
            self._move_on()

    def action_shift(self, by: int) -> None:
        """Raise or lower energy, from the middle where there is none; the cursor stays."""
        if self.current is not None:
            energy = self._costs[self.current].energy
            shifted = energy + by if isinstance(energy, int) else MIDDLE
            self._give(self.current, "energy", max(LOWEST, min(HIGHEST, shifted)))

    def action_rub_out(self) -> None:
        """Take the last typed character away; with nothing typed, take the answer back."""
        if self._typed is not None:
            self._put_typed(self._typed.rubbed() if len(self._typed.text) > 1 else None)
        elif self.current is not None:
            self._give(self.current, self._field, None)

    def action_put_down(self) -> None:
        """Accept what is typed; where it can't be read, leave it out and say so."""
        problem = self._typed.read() if self._typed else None
        if isinstance(problem, Problem):
            self._put_typed(None)
            self.post_message(self.Dropped(self, problem))
        else:
            self.accept()

    def accept(self) -> bool:
        """Take what is typed as the answer; False when it can't be read, with the reason shown under it."""
        typed = self._typed
        if typed is None:
            return True
        read = typed.read()
        if isinstance(read, Problem):
            self._put_typed(structs.replace(typed, problem=read.text))
            return False
        self._put_typed(None)
        if read is not None:
            self._give(typed.key, typed.field, read)
        return True

    def on_paste(self, event: events.Paste) -> None:
        """Type a pasted number; anything else is not for here."""
        text = event.text.strip()
        if self._field != "energy" and text and set(text) <= set("0123456789.,:"):
            event.stop()
            self._type(text)

    def _type(self, text: str) -> None:
        if self.current is not None:
            begun = self._typed or HalfTyped(self.current, self._field)
            self._put_typed(begun.with_more(text))

    def _put_typed(self, typed: HalfTyped | None) -> None:
        if typed == self._typed:
            return
        self._typed = typed
        self._forget_cursor()
        self._rearrange()
        self.post_message(self.Typing(self, typed))

    def _give(self, key: str, field: Field, value: Amount | Rating) -> None:
        """Tell the answer and draw it at once; the owner's rows are the truth when they come."""
        changed = structs.replace(self._costs[key], **{field: value})
        if changed != self._costs[key]:
            self.set_costs([*(self._costs | {key: changed}).values()])
            self.post_message(self.Given(self, key, field, value))

    # The drawing that goes with the cursor

    def _tell_moved(self, key: str) -> None:
        self.post_message(self.Moved(self, key, self._field))

    def _turn(self, field: Field) -> None:
        self._field = field
        self._forget_cursor()
        if self.current is not None:
            self._tell_moved(self.current)

    def _put_cursor(self, index: int) -> None:
        self._drawn[index].forget()  # it may have been drawn with another field marked
        super()._put_cursor(index)
        self._rearrange()
        self.refresh()  # the title of the field is marked too

    def _forget_cursor(self) -> None:
        if self._index is not None:
            self._drawn[self._index].forget()
            self.refresh()
            self._rearrange()

    def _forget_all(self) -> None:
        for drawn in self._drawn:
            drawn.forget()
        self.refresh()

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Go to the field that was clicked; hours and energy at hand are chosen from a list."""
        offset = event.get_content_offset(self)
        place = self._row_at(offset.y) if offset is not None else None
        if offset is None or place is None or not self.accept():
            event.prevent_default()
            return
        width = max(1, self.scrollable_content_region.width - self._gutter)
        field = self._columns_at(width).field_at(offset.x - self._gutter)
        here = place[0] == self._index
        if here and field == self._field and field in {"hours", "energy"}:
            event.prevent_default()
            self.post_message(self.ListAsked(self, self._drawn[place[0]].row.key, field))
        elif field is not None:
            self._turn_quietly(field, here=here)

    def _turn_quietly(self, field: Field, *, here: bool) -> None:
        """Change the field; going to another row tells of it anyway."""
        if here:
            self._turn(field)
        else:
            self._field = field
