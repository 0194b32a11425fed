"""The page of Learning: how far the open goals are, and a new one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from msgspec import structs
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from review import month as months
from review import reading
from review import text as texts
from review.month import Month
from review.problem import Problem
from review.records import Draft, GoalKind, GoalState, Place
from review.ritual import learning
from review.ritual.learning import OpenGoal
from review.ritual.sitting import Sitting
from tui.ritual import learning_rows
from tui.ritual.boxes import apart, boxed
from tui.ritual.dialog import Field, Given
from tui.ritual.learning_rows import ADD
from tui.ritual.page import NOTE, Means, Page, Reopen
from tui.ritual.questions import Question, for_field, heading, why
from tui.widgets.column import Column
from tui.widgets.form_fields import AmountField, ChoiceField, MonthField, TextField
from tui.widgets.key_bar import Hint
from tui.widgets.row import blank
from tui.widgets.rows import Rows

AIRY_FROM = 30
"""Lines of the terminal from which goals and boxes stand apart."""

CARRY = "carry"
ENDED = Problem("That goal is not open. Press d to take it up again.")


class LearningPage(Page):
    """What will you learn?"""

    STEP = learning.STEP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "add", id="learning.add"),
        Binding("e", "edit", "edit", id="learning.edit"),
        Binding("left,h,minus", "progress(-1)", "less progress", id="learning.less"),
        Binding("right,l,plus,equals_sign", "progress(1)", "more progress", id="learning.more"),
        Binding("d", "end", "finish, carry or drop", id="learning.end"),
        Binding("o", "note", "note", id="learning.note"),
        Binding("backspace,delete", "remove", "remove a new one", id="learning.remove"),
    ]

    def __init__(self, sitting: Sitting, means: Means) -> None:
        super().__init__(sitting, means)
        self._rows = Rows(id="goals")

    def compose(self) -> ComposeResult:
        """Lay out the question and the goals in boxes."""
        yield Question(heading(self.STEP))
        with Column():
            yield from why(self.STEP, self.sitting)
            yield self._rows

    def on_mount(self) -> None:
        """Start on the first goal whose progress is not said yet."""
        self.begin_on(self._rows)
        self.show(self.sitting)
        asked = next((each for each in self.STEP.asks(self.sitting) if not each.answered and each.about), None)
        self._rows.go_to(asked.about if asked else ADD)

    def on_resize(self) -> None:
        """Set the goals closer or further apart."""
        self._show_rows()

    # -- what is shown -------------------------------------------------------------------------------------------------

    def show(self, sitting: Sitting) -> None:
        """Show every goal with its answers so far."""
        super().show(sitting)
        self._show_rows()
        self.post_message(self.HintsChanged())

    def _show_rows(self) -> None:
        shown = learning_rows.lines(self.sitting)
        between = [blank()] if self.app.size.height >= AIRY_FROM else []
        carried, new = (
            apart([[learning_rows.row(each)] for each in shown if (each.open.before is None) == made_here], between)
            for made_here in (False, True)
        )
        boxes = [boxed(title, rows) for title, rows in (("Open", carried), ("New", new)) if rows]
        add = [learning_rows.add_row(learning.suggestion(self.sitting))]
        self._rows.set_rows(apart([*boxes, add], between))

    def take_place(self, place: Place) -> None:
        """Put the cursor back on its goal."""
        if place.about:
            self._rows.go_to(place.about)
            self.post_message(self.HintsChanged())

    def move_row(self, by: int) -> None:
        """Go to the next or previous goal."""
        self._rows.action_step(by)

    def hints(self) -> Sequence[Hint]:
        """Give the keys of the goal at hand."""
        here = self._here()
        if here is None:
            return (Hint("a Enter", "add", "a", 9),)
        remove = [Hint("Del", "remove", "delete", 1)] if here.before is None else []
        return (
            Hint("a", "add", "a", 8),
            Hint("←→", "progress", None, 9),
            Hint("d", "finish or drop", "d", 7),
            Hint("e Enter", "edit", "e", 6),
            Hint("o", "note", "o", 2),
            *remove,
        )

    def help_lines(self) -> tuple[str, ...]:
        """Give what the help says beyond the step's own words."""
        return (
            "← and → change how far the goal at hand is. Without steps of its own it counts in tenths.",
            "d finishes it, carries it on as it stands, or drops it.",
            "Tie the next step to a moment that comes anyway: I will … when …",
        )

    def forms(self) -> Mapping[str, Reopen]:
        """Give the forms of a goal, new or known, and of a note."""
        return {
            "add": lambda _about, _also: self.action_add(),
            "edit": lambda about, _: self.in_worker(self._edit(about or "")),
            NOTE: lambda about, _: self.in_worker(self._write_note(about or "")),
        }

    def _here(self) -> OpenGoal | None:
        return self._goal(self._rows.current)

    def _goal(self, id_: str | None) -> OpenGoal | None:
        return next((each for each in learning.goals(self.sitting) if each.goal.id == id_), None)

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        self.at_place(event.key)
        self.post_message(self.HintsChanged())

    @on(Rows.Chosen)
    @on(Rows.Touched)
    def _chosen(self, event: Rows.Chosen | Rows.Touched) -> None:
        if event.key == ADD:
            self.action_add()
        else:
            self.action_edit()

    # -- one key each --------------------------------------------------------------------------------------------------

    def action_progress(self, by: int) -> None:
        """Say that the goal at hand is so many steps further."""
        here = self._here()
        if here is not None and here.review.state is not GoalState.OPEN:
            self.post_message(self.Refused(ENDED))
        elif here is not None:
            to = learning.set_progress(self.sitting, here.goal.id, here.progress + by)
            self.answer(to, f"{here.goal.title}, progress")

    def action_remove(self) -> None:
        """Remove a goal that was set by mistake."""
        here = self._here()
        if here is not None:
            self.answer(learning.remove(self.sitting, here.goal.id), f"{here.goal.title} removed")

    def action_end(self) -> None:
        """Finish the goal at hand, carry it on, or drop it."""
        here = self._here()
        if here is not None:
            self.in_worker(self._end(here))

    async def _end(self, here: OpenGoal) -> None:
        done = f"done when: {here.goal.done_when}" if here.goal.done_when else "it is done"
        options = [
            (GoalState.FINISHED, "finish", done),
            (GoalState.OPEN, "carry on", "it stays open as it stands"),
            (GoalState.DROPPED, "drop", "it is not worth it any more"),
        ]
        current = here.review.state if here.review.state is not GoalState.OPEN else None
        chosen = await self.choose(here.goal.title, options, current=current)
        if chosen is None:
            return
        state = GoalState(str(chosen))
        self.answer(self._ended(here, state), f"{here.goal.title}, {state.value}")

    def _ended(self, here: OpenGoal, state: GoalState) -> Draft:
        if state is GoalState.OPEN:
            return learning.carry(self.sitting, here.goal.id)
        return learning.set_state(self.sitting, here.goal.id, state)

    def action_note(self) -> None:
        """Write a note about the goal at hand."""
        here = self._here()
        if here is not None:
            self.in_worker(self._write_note(here.goal.id))

    async def _write_note(self, id_: str) -> None:
        here = self._goal(id_)
        words = await self.write_note(here.goal.title, here.review.note, about=id_) if here else None
        if here is not None and words is not None:
            self.answer(learning.note(self.sitting, id_, words), f"{here.goal.title}, note")

    # -- the form ------------------------------------------------------------------------------------------------------

    def action_add(self) -> None:
        """Set a new goal."""
        self.in_worker(self._add())

    async def _add(self) -> None:
        given = await self.ask("add", "Something for yourself", self._fields(None))
        if given is None:
            return
        suggested = learning.suggestion(self.sitting) or ""
        added = learning.add(
            self.sitting,
            self.means.new_id,
            given.text("what") or suggested,
            kind=_kind(given),
            done_when=given.text("done_when") or "",
            target=_steps(given),
            i_will=given.text("i_will") or "",
            when=given.text("when") or "",
            by=given.month("by"),
        )
        known = {each.goal.id for each in learning.goals(self.sitting)}
        if self.answer(added, "a goal added"):
            new = (each.goal.id for each in learning.goals(self.sitting) if each.goal.id not in known)
            self._rows.go_to(next(new, ADD))
            self.at_place(self._rows.current)

    def action_edit(self) -> None:
        """Change the goal at hand."""
        here = self._here()
        if here is not None:
            self.in_worker(self._edit(here.goal.id))

    async def _edit(self, id_: str) -> None:
        here = self._goal(id_)
        given = await self.ask("edit", here.goal.title, self._fields(here), about=id_) if here else None
        if here is None or given is None:
            return
        goal = structs.replace(
            here.goal,
            title=given.text("what") or "",
            kind=_kind(given),
            done_when=given.text("done_when"),
            target=_steps(given),
            by=given.month("by"),
        )
        changed = learning.edit(self.sitting, goal, given.text("i_will") or "", given.text("when") or "")
        self.answer(changed, f"{goal.title}, changed")

    def _fields(self, here: OpenGoal | None) -> list[Field]:
        """Give the fields of a goal: of one that is there, or of a new one."""
        suggested = learning.suggestion(self.sitting) if here is None else None
        goal, review = (here.goal, here.review) if here else (None, None)
        kinds = [(kind.value, kind.value, "") for kind in GoalKind]
        return [
            TextField(
                "what",
                "What",
                goal.title if goal else "",
                suggested or "",
                required=suggested is None,
                max_length=texts.LABEL_LENGTH,
                hint="Left empty, the suggestion is taken." if suggested else "",
            ),
            ChoiceField("kind", "Kind", options=kinds, value=goal.kind if goal else None),
            TextField(
                "done_when", "Done when", (goal.done_when or "") if goal else "", "e.g. notes on all ten chapters"
            ),
            AmountField(
                "steps",
                "Steps",
                parse=lambda text: for_field(reading.count(text)),
                value=str(goal.target) if goal and goal.target else "",
                placeholder="e.g. 10",
                unit="in all, to count by",
            ),
            TextField("i_will", "I will", (review.i_will or "") if review else "", "e.g. read the first chapter"),
            TextField("when", "when …", (review.when or "") if review else "", "e.g. I make Monday's coffee"),
            self._by_field(goal.by if goal else None),
        ]

    def _by_field(self, by: Month | None) -> Field:
        now = self.sitting.month
        return MonthField(
            "by",
            "By",
            parse=lambda text: for_field(reading.coming_month(text, now)),
            value=months.title(by) if by else "",
            placeholder=f"e.g. {months.name(months.shift(now, 2))}",
            show=lambda month: months.title(Month(str(month))),
            standing=by,
        )


def _kind(given: Given) -> GoalKind | None:
    chosen = given.text("kind")
    return GoalKind(chosen) if chosen else None


def _steps(given: Given) -> int | None:
    number = given.number("steps")
    return int(number) if number else None
