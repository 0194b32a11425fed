"""The page of Look back: what became of stop rules, commitments and people let go, one digit each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from review import month as months
from review import reading
from review import text as texts
from review.problem import Problem
from review.records import Draft, Place, RuleOutcome
from review.ritual import look_back
from review.ritual.sitting import Sitting
from tui.ritual import questions as asking
from tui.ritual.boxes import apart, boxed
from tui.ritual.look_back_questions import CLIENT_FORM, DATE_FORM, Choice, Question, RuleQuestion, questions, waiting
from tui.ritual.page import NOTE, Means, Page, Reopen
from tui.ritual.questions import capitalised, for_field
from tui.widgets.column import Column
from tui.widgets.form_fields import DateField, TextField
from tui.widgets.key_bar import Hint
from tui.widgets.lines import line
from tui.widgets.remapped import with_keys_now
from tui.widgets.row import Row, blank, heading
from tui.widgets.rows import Rows

AIRY_FROM = 30
"""Lines of the terminal from which the boxes stand apart."""

ALL_ANSWERED = "That is all. ^N goes on."
NOTHING_WAITS = "Nothing is waiting for an answer. ^N goes on."
NOTE_GOES_WITH = Problem("A note goes with a rule or a promise.")


class LookBackPage(Page):
    """What did you say you would do?"""

    STEP = look_back.STEP
    BINDINGS: ClassVar[list[BindingType]] = [
        # The second key is the same place on a French keyboard, where digits need Shift.
        Binding("1,ampersand", "answer(1)", "answer", id="look_back.answer_1"),
        Binding("2,é", "answer(2)", "answer", id="look_back.answer_2"),
        Binding("3,quotation_mark", "answer(3)", "answer", id="look_back.answer_3"),
        Binding("4,apostrophe", "answer(4)", "answer", id="look_back.answer_4"),
        Binding("5,left_parenthesis", "answer(5)", "answer", id="look_back.answer_5"),
        Binding("6,minus", "answer(6)", "answer", id="look_back.answer_6"),
        Binding("7,è", "answer(7)", "answer", id="look_back.answer_7"),
        Binding("8,underscore", "answer(8)", "answer", id="look_back.answer_8"),
        Binding("9,ç", "answer(9)", "answer", id="look_back.answer_9"),
        Binding("0,à", "answer(0)", "unknown", id="look_back.unknown"),
        Binding("backspace,delete", "clear", "take the answer back", id="look_back.clear"),
        Binding("o", "note", "note", id="look_back.note"),
    ]

    def __init__(self, sitting: Sitting, means: Means) -> None:
        super().__init__(sitting, means)
        self._looked_at = sitting
        self._waiting = waiting(sitting)
        self._questions = questions(sitting, self._waiting)
        self._question = asking.Question()
        self._rows = Rows(empty=NOTHING_WAITS, id="questions")

    def compose(self) -> ComposeResult:
        """Lay out the question of the step and, below it, everything it asks in boxes."""
        yield self._question
        with Column():
            yield self._rows

    def on_mount(self) -> None:
        """Start on the first question without an answer."""
        self.begin_on(self._rows)
        self.show(self.sitting)
        self._go_to(self._next_open(None))

    def on_resize(self) -> None:
        """Set the boxes closer or further apart."""
        self._show_rows()

    # -- what is shown -------------------------------------------------------------------------------------------------

    def show(self, sitting: Sitting) -> None:
        """Show every question with its answer so far."""
        super().show(sitting)
        self._look_again(sitting)
        self._questions = questions(sitting, self._waiting)
        answered, asked = sum(each.chosen is not None for each in self._questions), len(self._questions)
        head = line((self.STEP.question, "bold"), (f"   {answered} of {asked} answered", "$quiet"))
        hint = with_keys_now(self, ALL_ANSWERED) if asked and answered == asked else self.STEP.hint
        self._question.update(head + "\n" + line((hint, "$quiet")))
        self._show_rows()

    def _look_again(self, sitting: Sitting) -> None:
        """Find what waits for an answer, unless nothing changed that it depends on: answers don't."""
        if sitting.named is not self._looked_at.named or sitting.rows != self._looked_at.rows:
            self._looked_at, self._waiting = sitting, waiting(sitting)

    def _show_rows(self) -> None:
        boxes = [
            boxed(title, [_row(question) for question in each])
            for title, each in groupby(self._questions, key=lambda question: question.box)
        ]
        between = [blank()] if self.app.size.height >= AIRY_FROM else []
        self._rows.set_rows(apart([*self._nothing_promised(), *boxes], between))

    def _nothing_promised(self) -> list[list[Row]]:
        previous = self.sitting.previous
        if previous is None or self.sitting.quick or look_back.promises(self.sitting):
            return []
        month = months.spoken(previous.month, self.sitting.month)
        return [[heading(f"Nothing was promised in {month}.", key="nothing promised")]]

    def take_place(self, place: Place) -> None:
        """Put the cursor back on its question."""
        self._go_to(place.about)

    def move_row(self, by: int) -> None:
        """Go to the next or previous question."""
        self._rows.action_step(by)

    def hints(self) -> Sequence[Hint]:
        """Give the keys of the question at hand."""
        here = self._here()
        if here is None:
            return ()
        digits = sorted(each.digit for each in here.choices if each.digit)
        unknown = [Hint("0", "unknown", "0", 6)] if here.choice_of(0) else []
        note = [Hint("o", "note", "o", 5)] if here.takes_note else []
        answer = Hint(f"1–{digits[-1]}", "answer", None, 9)
        return (Hint("↑↓", "move", None, 5), answer, *unknown, Hint("Enter", "list the answers", "enter", 2), *note)

    def help_lines(self) -> tuple[str, ...]:
        """Give what the help says beyond the step's own words."""
        return (
            "A digit answers and goes on to the next question without an answer; Backspace takes an answer back.",
            "A rule can get a new date once. After that it happened, or you do what you said.",
            "Enter lists the answers to choose from.",
        )

    def forms(self) -> Mapping[str, Reopen]:
        """Give the forms of a new date, of a client's name, and of a note."""
        return {
            DATE_FORM: lambda about, _: self._open_form(DATE_FORM, about),
            CLIENT_FORM: lambda about, _: self._open_form(CLIENT_FORM, about),
            NOTE: lambda about, _: self._open_form(NOTE, about),
        }

    # -- the cursor ----------------------------------------------------------------------------------------------------

    def _here(self) -> Question | None:
        return self._found(self._rows.current)

    def _found(self, key: str | None) -> Question | None:
        return next((each for each in self._questions if each.key == key), None)

    def _go_to(self, key: str | None) -> None:
        if key is not None and self._rows.go_to(key):
            self.at_place(key)
            self.post_message(self.HintsChanged())

    def _next_open(self, after: str | None) -> str | None:
        """Give the next question without an answer, those before it coming last; None when all have one."""
        keys = [each.key for each in self._questions]
        at = keys.index(after) + 1 if after in keys else 0
        in_turn = (*self._questions[at:], *self._questions[:at])
        return next((each.key for each in in_turn if each.chosen is None), None)

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        self._go_to(event.key)

    # -- answers -------------------------------------------------------------------------------------------------------

    def action_answer(self, digit: int) -> None:
        """Give the answer of this digit to the question at hand."""
        here = self._here()
        wanted = here.choice_of(digit) if here else None
        if here is not None and wanted is not None:
            self._choose(here, wanted)

    @on(Rows.Touched)
    def _touched(self, event: Rows.Touched) -> None:
        self.action_answer(int(event.spot))

    @on(Rows.Chosen)
    def _chosen(self) -> None:
        here = self._here()
        if here is not None:
            self.in_worker(self._choose_from_list(here))

    async def _choose_from_list(self, here: Question) -> None:
        options = [(each.digit, each.words, "") for each in here.choices]
        digit = await self.choose(capitalised(here.name), options)
        wanted = here.choice_of(digit) if isinstance(digit, int) else None
        if wanted is not None:
            self._choose(here, wanted)

    def _choose(self, here: Question, wanted: Choice) -> None:
        if wanted.asks:
            self._open_form(wanted.asks, here.key)
        else:
            self._take(here, here.answer(self.sitting, wanted.value), wanted.words)

    def _take(self, here: Question, result: Draft | Problem, words: str) -> None:
        """Take an answer up and move on to the next question without one."""
        if self.answer(result, f"{here.name}, {words}"):
            self._go_to(self._next_open(here.key))

    def action_clear(self) -> None:
        """Take the answer of the question at hand back."""
        here = self._here()
        if here is not None and here.chosen is not None:
            self.answer(here.answer(self.sitting, None), f"{here.name}, no answer")

    # -- dialogs -------------------------------------------------------------------------------------------------------

    def _open_form(self, form: str, key: str | None) -> None:
        here = self._found(key)
        if isinstance(here, RuleQuestion) and form == DATE_FORM:
            self.in_worker(self._ask_date(here))
        elif here is not None and form == CLIENT_FORM:
            self.in_worker(self._ask_client(here))
        elif here is not None and form == NOTE:
            self.in_worker(self._write_note(here))

    async def _ask_date(self, here: RuleQuestion) -> None:
        on_day = self.sitting.on
        field = DateField(
            "date",
            "New date",
            parse=lambda text: for_field(reading.coming_day(text, on_day)),
            placeholder="e.g. 12 Dec",
            required=True,
            show=lambda value: months.long_date(value) if isinstance(value, date) else "",
            hint="Once only: after this one it happened, or you do it.",
        )
        given = await self.ask(DATE_FORM, f"{here.name}: by when instead?", [field], about=here.key)
        day = given.day("date") if given else None
        if day is not None:
            result = look_back.answer_rule(self.sitting, here.due.rule.id, RuleOutcome.NEW_DATE, day)
            self._take(here, result, RuleOutcome.NEW_DATE.value)

    async def _ask_client(self, here: Question) -> None:
        known = self.sitting.named.prospects.values()
        field = TextField(
            "name",
            "Client",
            suggestions=sorted((each.name for each in known if not each.merged_into), key=texts.fold),
            required=True,
            max_length=texts.LABEL_LENGTH,
            hint="They count as a client from now on.",
        )
        given = await self.ask(CLIENT_FORM, here.box, [field], about=here.key)
        name = given.text("name") if given else None
        if name:
            self._take(here, look_back.name_unheard(self.sitting, name, self.means.new_id), name)

    def action_note(self) -> None:
        """Write a note about the question at hand."""
        here = self._here()
        if here is not None and here.takes_note:
            self.in_worker(self._write_note(here))
        elif here is not None:
            self.post_message(self.Refused(NOTE_GOES_WITH))

    async def _write_note(self, here: Question) -> None:
        words = await self.write_note(here.name, here.note, about=here.key)
        now = self._found(here.key)
        if words is not None and now is not None:
            self.answer(now.with_note(self.sitting, words), f"{here.name}, note")


def _row(question: Question) -> Row:
    return Row(question.key, lambda width, current: question.draw(width, current=current), question.facts)
