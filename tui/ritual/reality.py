"""The page of Reality: what each prospect costs, and inside it the closer look at one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from review import scales
from review import text as texts
from review.records import Amount, Id, Place, Rating
from review.ritual import reality
from review.ritual.sitting import Sitting
from tui.ritual.closer_page import CLOSER, CloserPage
from tui.ritual.page import Means, Reopen
from tui.ritual.questions import Question, heading, why
from tui.ritual.reality_table import CostTable
from tui.ritual.reality_typing import FIELDS, Field
from tui.ritual.reality_words import EMPTY, aside, baskets_line, cost_row, fitting, looks_lines, looks_title
from tui.widgets.column import Column
from tui.widgets.form_fields import Option
from tui.widgets.key_bar import Hint
from tui.widgets.panel import Panel
from tui.widgets.settled import Settled, SettledText

CELL = "cost, typed"
"""The name under which a half-typed number is kept."""

USUAL_HOURS = (0.0, 0.5, 1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 16.0, 24.0, 32.0, 40.0)
"""Offered by a click; any others are typed."""

AIRY_FROM = 20
"""Lines of height from which the parts below the table stand apart."""

PANEL_EDGES = 6
"""Cells that the panel's border and padding take."""


class Costs(Vertical, Settled):
    """What it costs: the question, the table, and what that adds up to."""


class RealityPage(CloserPage):
    """What is it costing, and is it real?"""

    STEP = reality.STEP
    DEFAULT_CSS = """
    RealityPage {
        & > #costs { height: 1fr; }
        & > #closer { height: 1fr; display: none; }
        & #looks { margin-top: 1; }
        & #baskets { height: auto; padding: 0 3; margin-top: 1; }
        &.-low #looks, &.-low #baskets { margin-top: 0; }
        & #looks.-quick, & #baskets.-quick { display: none; }
    }
    """

    def __init__(self, sitting: Sitting, means: Means) -> None:
        super().__init__(sitting, means)
        self._energy = scales.scales(sitting.answers.scale).energy
        self._question = Question()
        self._table = CostTable(self._energy, means.currency, empty=EMPTY, id="table")
        self._looks = Panel(id="looks", classes="-quick" if sitting.quick else "")
        self._baskets = SettledText(id="baskets", classes="-quick" if sitting.quick else "")
        self._costs = Costs(id="costs")
        self._placed = False

    def compose(self) -> ComposeResult:
        """Lay out the table with what it adds up to, and the closer look that takes its room."""
        with self._costs:
            yield self._question
            with Column():
                yield from why(self.STEP, self.sitting)
                yield self._table
                yield self._looks
                yield self._baskets
        yield self._closer

    def on_mount(self) -> None:
        """Start in the first field without an answer, unless the place is known already."""
        self._fit()
        self._show_costs()
        if self._looked is None:
            self.begin_on(self._table)
        if not self._placed:
            self._start()
        self._show_looks()

    def on_resize(self) -> None:
        """Set what stands around the table in the room there is."""
        self._fit()
        self._show_question()
        self._show_below()

    def _fit(self) -> None:
        self.set_class(self.is_lower_than(AIRY_FROM), "-low")

    def _start(self) -> None:
        open_ = (
            (row.prospect, field)
            for row in self.sitting.asked
            for field, value in (("hours", row.hours), ("energy", row.energy))
            if value is None
        )
        key, field = next(open_, (None, "hours"))
        if key is not None:
            self._table.go_to(key, cast("Field", field))

    # -- what is shown -------------------------------------------------------------------------------------------------

    def show(self, sitting: Sitting) -> None:
        """Show what each costs and what that adds up to, or the closer look."""
        super().show(sitting)
        self._show_costs()

    def _show_costs(self) -> None:
        currency = self.means.currency
        self._table.set_costs([cost_row(self.sitting, row, currency) for row in reality.costed(self.sitting)])
        self._show_question()
        self._show_below()

    def _show_question(self) -> None:
        wordings = aside(self.sitting, self._table.field, self._energy, self.means.currency)
        self._question.update(heading(self.STEP, aside=fitting(wordings, self.room.width)))

    def _show_below(self) -> None:
        somebody = bool(reality.costed(self.sitting))
        for part in (self._looks, self._baskets):
            part.display = somebody and not self.sitting.quick
        self._show_looks()
        self._baskets.update(baskets_line(self.sitting, self._width_below))

    def _show_looks(self) -> None:
        lines = looks_lines(self.sitting, self._width_below)
        self._looks.show(Content("\n").join(lines), title=looks_title(self.sitting))

    @property
    def _width_below(self) -> int:
        return max(20, self.room.width - PANEL_EDGES)

    def hints(self) -> Sequence[Hint]:
        """Give the keys of the table, or of the closer look."""
        if self.at_hand() is None:
            return ()
        if self._looked is not None:
            return self.look_hints()
        return (
            Hint("↑↓", "prospect", None, 5),
            *self._answer_hints(),
            Hint("Tab", "hours / energy / money", "tab", 7),
            Hint("Enter", self._enter_does(), "enter", 8),
            Hint("v", "their move", "v", 2),
            Hint("o", "note", "o", 1),
        )

    def _enter_does(self) -> str:
        if self._table.typed is not None:
            return "energy" if self._table.field == "hours" else "next prospect"
        return "list the words" if self._table.blank_energy else "closer look"

    def _answer_hints(self) -> Sequence[Hint]:
        if self._table.field == "energy":
            return (Hint("1–5", "energy", None, 9), Hint("0", "unknown", "0", 4))
        return (Hint("0–9", self._table.field, None, 9), Hint("?", "unknown", "question_mark", 4))

    def help_lines(self) -> tuple[str, ...]:
        """Give what the help says beyond the step's own words."""
        return (
            "Hours are typed in their cell: 11, 2.5 or 1:30; ? says they are not known. 0 is an answer too.",
            "Energy takes one digit, 1 feeds you to 5 drains you, 0 unknown, and goes on to the next prospect.",
            "Enter looks closely at the prospect at hand; Esc comes back to the table.",
            "On an energy without an answer, Enter lists the words.",
        )

    # -- the cursor ----------------------------------------------------------------------------------------------------

    def at_hand(self) -> Id | None:
        """Give the prospect that a letter is about: who is looked at closely, or the row at hand."""
        return self._looked or self._table.current

    def nothing_half_typed(self) -> bool:
        """Accept what is typed, wherever it stands; False when it can't be read."""
        return self._table.accept() and super().nothing_half_typed()

    def settle(self) -> None:
        """Take a half-typed number as the answer at once, before the page is left; what can't be read is left out."""
        typed, limit = self._table.typed, self._closer.rows.typed
        value = typed.read() if typed else None
        if typed is not None and isinstance(value, float | str):
            self._take(typed.key, typed.field, value)
        hours = limit.read() if limit else None
        if limit is not None and isinstance(hours, float):
            self.take_limit(limit.key, hours)

    def take_place(self, place: Place) -> None:
        """Put the cursor back on its field, or open the closer look again at its row."""
        if not place.about:
            return
        self._placed = True
        field = place.field or ""
        if field.startswith(CLOSER):
            self._table.go_to(place.about)
            self.open_look(place.about, field.removeprefix(CLOSER))
        else:
            self._table.go_to(place.about, next((each for each in FIELDS if each == field), "hours"))
            self._show_question()
            self._show_looks()
            self.post_message(self.HintsChanged())

    def go_back_to(self, cell: Place | None) -> None:
        """Go back to a cell of the table, unless a number is half typed in another or the closer look is open."""
        if self._looked is None and self._table.typed is None:
            super().go_back_to(cell)

    def move_row(self, by: int) -> None:
        """Go to the next or previous prospect."""
        if self._looked is not None:
            self.go_through(by)
        else:
            self._table.action_step(by)

    @on(CostTable.Moved)
    def _moved(self) -> None:
        self._tell_field()

    def _tell_field(self) -> None:
        self._show_question()
        self._show_looks()
        self.at_place(self._table.current, self._table.field)
        self.post_message(self.HintsChanged())

    @on(CostTable.PassedEnd)
    def _passed_end(self) -> None:
        """Go to who is worth a closer look first and is not decided, so that Enter opens it."""
        undecided = (look.prospect for look in reality.closer_looks(self.sitting) if not self._decided(look.prospect))
        if self._table.go_to(next(undecided, ""), "hours"):
            self._tell_field()

    def _decided(self, prospect: Id) -> bool:
        row = self.sitting.row(prospect)
        return row is not None and row.decision is not None

    # -- answers -------------------------------------------------------------------------------------------------------

    @on(CostTable.Given)
    def _given(self, event: CostTable.Given) -> None:
        self._take(event.key, event.field, event.value)

    def _take(self, prospect: Id, field: Field, value: Amount | Rating) -> None:
        name = self.sitting.prospect(prospect).name
        if field == "hours":
            draft = reality.set_hours(self.sitting, prospect, value)
        elif field == "energy":
            draft = reality.set_energy(self.sitting, prospect, cast("Rating", value))
        else:
            draft = reality.set_money(self.sitting, prospect, value)
        said = texts.figure(value) if isinstance(value, float | int) else value or "cleared"
        self.answer(draft, f"{name}, {field} {said}")

    @on(CostTable.Typing)
    def _typing(self, event: CostTable.Typing) -> None:
        self.keep_typed(CELL, event.typed)
        self.post_message(self.HintsChanged())

    @on(CostTable.Dropped)
    def _dropped(self, event: CostTable.Dropped) -> None:
        self.post_message(self.Refused(event.problem))

    @on(CostTable.ListAsked)
    def _list_asked(self, event: CostTable.ListAsked) -> None:
        self.in_worker(self._choose_hours(event.key) if event.field == "hours" else self._choose_energy(event.key))

    async def _choose_hours(self, prospect: Id) -> None:
        """Offer the usual hours, for hands that have no keys to type others."""
        options: list[Option] = [(hours, f"{texts.figure(hours)} h", "") for hours in USUAL_HOURS]
        options.append(("unknown", "unknown", ""))
        row = self.sitting.row(prospect)
        name = self.sitting.prospect(prospect).name
        chosen = await self.choose(f"{name}: unpaid hours", options, current=row.hours if row else None)
        if isinstance(chosen, float | str):
            self._take(prospect, "hours", cast("Amount", chosen))

    async def _choose_energy(self, prospect: Id) -> None:
        options = [(at, anchor.word, anchor.sentence) for at, anchor in enumerate(self._energy.anchors, 1)]
        name = self.sitting.prospect(prospect).name
        row = self.sitting.row(prospect)
        current = row.energy if row else None
        chosen = await self.choose(f"{name}: what did it take out of you?", options, current=current)
        if isinstance(chosen, int) and self._table.go_to(prospect, "energy"):
            self._table.action_rate(chosen)

    # -- the closer look -----------------------------------------------------------------------------------------------

    @on(CostTable.Chosen, "#table")
    def _chosen(self, event: CostTable.Chosen) -> None:
        self.open_look(event.key)

    def look_opened(self) -> None:
        """Make room for the closer look."""
        self._costs.display = False

    def look_closed(self, prospect: Id) -> None:
        """Show the table again, on the row of who was looked at."""
        self._costs.display = True
        self._table.go_to(prospect, "hours")
        self._table.focus()
        self._tell_field()

    def forms(self) -> Mapping[str, Reopen]:
        """Give the forms of the closer look, and a number that was half typed in the table."""
        return {**super().forms(), CELL: lambda about, _also: self._type_again(about)}

    def _type_again(self, about: str | None) -> None:
        typed = self.restored_typing(about)
        if typed is not None:
            self._placed = True
            self._table.type_in(typed)
