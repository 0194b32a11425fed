"""The questions of Look back as they are drawn and answered: stop rules, commitments, the client, those let go."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable

from msgspec import Struct
from textual.content import Content

from review import month as months
from review import text as texts
from review.problem import Problem
from review.promises import OpenRule, ReturnDue
from review.records import NOBODY, UNKNOWN, Commitment, Draft, Outcome, RuleOutcome
from review.ritual import look_back
from review.ritual.sitting import Sitting
from tui.ritual.boxes import choice, flowing
from tui.widgets.lines import line, said, wrapped

MARKS = {
    Outcome.KEPT: ("✓", "$good"),
    Outcome.PARTLY: ("◐", "$warn"),
    Outcome.MISSED: ("✗", "$alarm"),
    Outcome.NOT_TRUE: ("–", "$quiet"),
    None: ("·", "$quiet"),
}
MARK_WIDTH = 2
NAMED_WITH_DIGITS = 7
"""Clients that get a digit of their own: with "none of them" and "another name" that makes nine."""

OUTCOME = 7
"""Letters of what a commitment came to, so that the notes beside it begin in one column; "no longer true" is rare."""

LEAST_TAIL = 24
"""Cells for what a commitment came to and the beginning of its note."""

DATE_FORM = "rule date"
CLIENT_FORM = "client"

AFTER = {3: "Three months on", 6: "Six months on"}


class Choice(Struct, frozen=True):
    """One answer that can be given, with its digit.

    `asks` names the form that has to be filled for it; `offered` is False for one that would be refused.
    """

    digit: int
    words: str
    value: object
    asks: str = ""
    offered: bool = True


class Question(ABC):
    """One question as it stands now: its row's `key`, the title of the `box` it belongs in, and what it is about."""

    box = ""
    unknown: object = None
    """The value of the answer 0; None where unknown is no answer."""

    takes_note = False

    def __init__(self, sitting: Sitting, key: str, name: str) -> None:
        self.sitting = sitting
        self.key = key
        self.name = name

    @property
    @abstractmethod
    def chosen(self) -> object:
        """The answer so far; None when there is none."""

    @property
    @abstractmethod
    def choices(self) -> tuple[Choice, ...]:
        """The answers there are, in the order of their digits."""

    @abstractmethod
    def answer(self, sitting: Sitting, value: object) -> Draft | Problem:
        """Give the draft with this answer; None takes the answer back."""

    @abstractmethod
    def draw(self, width: int, *, current: bool) -> list[Content]:
        """Draw it."""

    @property
    def note(self) -> str | None:
        """The note beside the answer."""
        return None

    def with_note(self, sitting: Sitting, words: str | None) -> Draft:
        """Give the draft with a note beside the answer."""
        del words
        return sitting.draft

    @property
    def facts(self) -> Hashable:
        """What the drawing depends on."""
        return (self.name, self.choices, str(self.chosen), self.note)

    def choice_of(self, digit: int) -> Choice | None:
        """Find the answer of a digit."""
        return next((each for each in self.choices if each.digit == digit), None)

    def _drawn_choices(self) -> list[Content]:
        return [
            choice(each.digit, each.words, chosen=self._is_chosen(each), offered=each.offered) for each in self.choices
        ]

    def _is_chosen(self, one: Choice) -> bool:
        return self.chosen is not None and self.chosen == one.value

    def _note_line(self, width: int) -> list[Content]:
        return [said(self.note, "$quiet").truncate(max(1, width), ellipsis=True)] if self.note else []


class RuleQuestion(Question):
    """A stop rule whose date has passed."""

    takes_note = True

    def __init__(self, sitting: Sitting, due: OpenRule, box: str) -> None:
        super().__init__(sitting, f"rule/{due.rule.id}", sitting.prospect(due.prospect).name)
        self.due = due
        self.box = box
        self._answer = look_back.rule_answer(sitting, due.rule.id)

    @property
    def chosen(self) -> RuleOutcome | None:
        """What became of it."""
        return self._answer.outcome

    @property
    def note(self) -> str | None:
        """The note beside the answer."""
        return self._answer.note

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Four, of which the new date is given only once in a rule's life."""
        return tuple(self._choice(at, outcome) for at, outcome in enumerate(RuleOutcome, 1))

    def _choice(self, digit: int, outcome: RuleOutcome) -> Choice:
        if outcome is not RuleOutcome.NEW_DATE:
            return Choice(digit, outcome.value, outcome)
        asks = "" if self.due.renewed else DATE_FORM
        return Choice(digit, self._words(outcome), outcome, asks, offered=not self.due.renewed)

    def _words(self, outcome: RuleOutcome) -> str:
        if self.due.renewed:
            return "no second new date"
        given = self._answer.new_date
        return f"new date: {months.short_date(given, self.sitting.on)}" if given else outcome.value

    def answer(self, sitting: Sitting, value: object) -> Draft | Problem:
        """Say what became of it; the new date is asked by the page."""
        outcome = RuleOutcome(value) if isinstance(value, str) else None
        return look_back.answer_rule(sitting, self.due.rule.id, outcome)

    def with_note(self, sitting: Sitting, words: str | None) -> Draft:
        """Keep a note beside the answer."""
        return look_back.note_rule(sitting, self.due.rule.id, words)

    def draw(self, width: int, *, current: bool) -> list[Content]:
        """Draw whom it is about, the sentence it is, and its answers."""
        sentence = wrapped(self._sentence(current=current), width)
        return [*sentence, *flowing(self._drawn_choices(), width), *self._note_line(width)]

    def _sentence(self, *, current: bool) -> Content:
        rule, by = self.due.rule, months.short_date(self.due.by, self.sitting.on)
        moved = " (moved once)" if self.due.renewed else ""
        past = "$alarm" if self.chosen is None else ""
        name, if_state = (self.name, "bold" if current else ""), (("  If ", "bold"), rule.state)
        by_date = ((" by ", "bold"), (by, past), f"{moved}, ")
        return line(name, *if_state, *by_date, ("I will ", "bold"), f"{rule.action.rstrip('.')}.")


class PromiseQuestion(Question):
    """Something the session before said would be done."""

    box = "You said you would"
    takes_note = True

    def __init__(self, sitting: Sitting, promise: Commitment, longest: int) -> None:
        super().__init__(sitting, f"promise/{promise.id}", promise.text)
        self.promise = promise
        self._longest = longest
        self._answer = look_back.promise_answer(sitting, promise.id)

    @property
    def chosen(self) -> Outcome | None:
        """What became of it."""
        return self._answer.outcome

    @property
    def note(self) -> str | None:
        """The note beside the answer."""
        return self._answer.note

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Four."""
        return tuple(Choice(at, outcome.value, outcome) for at, outcome in enumerate(Outcome, 1))

    def answer(self, sitting: Sitting, value: object) -> Draft | Problem:
        """Say what became of it."""
        return look_back.answer_promise(sitting, self.promise.id, Outcome(value) if isinstance(value, str) else None)

    def with_note(self, sitting: Sitting, words: str | None) -> Draft:
        """Keep a note beside the answer."""
        return look_back.note_promise(sitting, self.promise.id, words)

    def draw(self, width: int, *, current: bool) -> list[Content]:
        """Draw a mark and the words; beside them the answers on the cursor's row, what it came to on the others.

        Where there is no room beside the words the answers stand below them.
        """
        inner = width - MARK_WIDTH
        answers = self._drawn_choices()
        column = inner - sum(each.cell_length for each in answers)
        if not current and self._longest < inner - LEAST_TAIL:
            column = max(column, self._longest + 1)  # what each came to begins in one column
        lines = _with_tail(
            wrapped(self._words(current=current), inner), self._tail(answers, current=current), column, inner
        )
        lines += self._note_line(inner) if current else []
        mark, tone = MARKS[self.chosen]
        return [line((mark, tone), " ", lines[0]), *(line(" " * MARK_WIDTH, each) for each in lines[1:])]

    def _tail(self, answers: list[Content], *, current: bool) -> list[Content]:
        """Give what stands behind the words: the answers, or what it came to with the note."""
        if current or self.chosen is None:
            return answers if current else []
        note = [said(f" {self.note}", "$quiet")] if self.note else []
        return [said(f" {self.chosen.value:<{OUTCOME}}", MARKS[self.chosen][1]), *note]

    def _words(self, *, current: bool) -> Content:
        return _promised(self.promise, self.sitting, current=current)


def _promised(promise: Commitment, sitting: Sitting, *, current: bool = False) -> Content:
    """Write a commitment, and by when."""
    by = f"  by {months.brief_date(promise.by, sitting.on)}" if promise.by else ""
    return line((promise.text, "bold" if current else ""), (by, "$quiet"))


def _with_tail(lines: list[Content], tail: list[Content], column: int, width: int) -> list[Content]:
    """Put parts behind the last line, from a column on or as near to it as that line allows; else below it."""
    at = max(lines[-1].cell_length + 1, column)
    if tail and at + sum(each.cell_length for each in tail) > width:
        return [*lines, *flowing(tail, width)]
    return [*lines[:-1], line(lines[-1], " " * (at - lines[-1].cell_length), *tail)] if tail else lines


class ClientQuestion(Question):
    """Which paying client has not heard from you since the last review."""

    box = "Which paying client has not heard from you since?"
    unknown = UNKNOWN

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting, "unheard/", "the client")
        self.clients = look_back.clients(sitting)

    @property
    def chosen(self) -> str | None:
        """A client's id, nobody, unknown, or None."""
        return self.sitting.answers.look_back.unheard

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The clients, none of them, another name, unknown."""
        shown = self.clients[:NAMED_WITH_DIGITS]
        named = [Choice(at, each.name, each.id) for at, each in enumerate(shown, 1)]
        none = Choice(len(shown) + 1, "none of them", NOBODY)
        other = Choice(len(shown) + 2, self._other_words, self._other, CLIENT_FORM)
        return (*named, none, other, Choice(0, "unknown", UNKNOWN))

    @property
    def _other(self) -> str | None:
        """The client who was named and has no digit of their own."""
        shown = {each.id for each in self.clients[:NAMED_WITH_DIGITS]}
        return None if self.chosen in {None, NOBODY, UNKNOWN, *shown} else self.chosen

    @property
    def _other_words(self) -> str:
        if self._other is not None:
            return f"another name: {self.sitting.prospect(self._other).name}"
        return "another name…" if self.clients else "a name…"

    def answer(self, sitting: Sitting, value: object) -> Draft | Problem:
        """Say which; another name is asked by the page."""
        return look_back.answer_unheard(sitting, value if isinstance(value, str) else None)

    def draw(self, width: int, *, current: bool) -> list[Content]:
        """Draw the names and the other answers in a row."""
        del current
        return flowing(self._drawn_choices(), width)


class ReturnQuestion(Question):
    """Whether somebody let go came back."""

    unknown = UNKNOWN

    def __init__(self, sitting: Sitting, due: ReturnDue) -> None:
        super().__init__(
            sitting, f"return/{due.gone.prospect}/{due.after_months}", sitting.prospect(due.gone.prospect).name
        )
        self.due = due
        self.box = AFTER.get(due.after_months, f"{due.after_months} months on")

    @property
    def chosen(self) -> object:
        """True, False, unknown, or None."""
        return look_back.return_answer(self.sitting, self.due).came_back

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Yes, no, unknown."""
        return (Choice(1, "yes", value=True), Choice(2, "no", value=False), Choice(0, "unknown", UNKNOWN))

    def answer(self, sitting: Sitting, value: object) -> Draft | Problem:
        """Say whether they came back."""
        came_back: look_back.CameBack = value if isinstance(value, bool) else UNKNOWN if value == UNKNOWN else None
        return look_back.answer_return(sitting, self.due, came_back)

    def draw(self, width: int, *, current: bool) -> list[Content]:
        """Draw when they were let go of and what that freed, and the answers."""
        gone = self.due.gone
        hours = f", {texts.figure(gone.hours)} h a month" if gone.hours else ""
        when = months.spoken(gone.month, self.sitting.month)
        told = line("You let go of ", (self.name, "bold" if current else ""), f" in {when}{hours}.")
        answers = line("Did they come back? ", *self._drawn_choices())
        beside = told.cell_length + 2 + answers.cell_length <= width
        return [line(told, "  ", answers)] if beside else [*wrapped(told, width), *wrapped(answers, width)]


class Waiting(Struct, frozen=True):
    """What waits for an answer in a sitting, whatever the answers are; `clients` is whether they are asked about."""

    rules: tuple[OpenRule, ...]
    promises: tuple[Commitment, ...]
    clients: bool
    gone: tuple[ReturnDue, ...]


def waiting(sitting: Sitting) -> Waiting:
    """Find what waits for an answer; it takes a look at every session there is."""
    return Waiting(
        look_back.due_rules(sitting),
        look_back.promises(sitting),
        look_back.asks_for_clients(sitting),
        tuple(sorted(look_back.people_let_go(sitting), key=lambda due: due.after_months)),
    )


def questions(sitting: Sitting, due: Waiting) -> tuple[Question, ...]:
    """Give every question of this sitting, in the order they are asked."""
    longest = max((_promised(promise, sitting).cell_length for promise in due.promises), default=0)
    return (
        *(RuleQuestion(sitting, rule, _rules_box(sitting, due.rules)) for rule in due.rules),
        *(PromiseQuestion(sitting, promise, longest) for promise in due.promises),
        *([ClientQuestion(sitting)] if due.clients else []),
        *(ReturnQuestion(sitting, gone) for gone in due.gone),
    )


def _rules_box(sitting: Sitting, rules: tuple[OpenRule, ...]) -> str:
    made = {rule.made_in for rule in rules}
    if len(made) > 1:
        return "Rules whose date is past"
    what, whose = ("A rule", "its date is") if len(rules) == 1 else ("Rules", "their dates are")
    return f"{what} you made in {months.spoken(min(made), sitting.month)}, {whose} past"
