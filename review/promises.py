"""What was promised and what became of it: commitments, stop rules, and whether somebody let go came back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain, takewhile

from msgspec import Struct, structs

from review import month as months
from review.cadence import GRACE_DAY
from review.history import History, Spell
from review.month import Month
from review.records import (
    Commitment,
    How,
    Id,
    Obsession,
    Return,
    RuleAnswer,
    RuleOutcome,
    Session,
    StopRule,
    known,
)

RETURN_MONTHS = (3, 6)
"""How long after letting go it is asked whether they came back: long enough for a decision, and for a second one."""


ASKED_AT_LATEST = 12
"""After a year it is not asked any more: who resumes after a long break should not meet a queue of old names."""

UNTIL_THEN = "until the next review"
"""By when something holds that is always to be done, or never."""


class OpenRule(Struct, frozen=True):
    """A stop rule that is not answered yet. `renewed`: its date was moved once, and can't be moved again."""

    rule: StopRule
    prospect: Id
    made_in: Month
    by: date
    renewed: bool = False


def open_rules(history: History) -> tuple[OpenRule, ...]:
    """Give the stop rules of every session that are still to be answered, by their dates.

    The end of a prospect closes its rules.
    """
    return history.once(_open_rules)


def _open_rules(history: History) -> tuple[OpenRule, ...]:
    open_: dict[Id, OpenRule] = {}
    for month, answers, rows in history.noted(_of_rules):
        for answer in answers:
            _answer(open_, answer)
        for row in rows:
            for made in row.rules:
                open_[made.id] = OpenRule(made, row.prospect, month, made.by)
            if open_ and row.ended is not None:
                open_ = {id_: rule for id_, rule in open_.items() if rule.prospect != row.prospect}
    return tuple(sorted(open_.values(), key=lambda each: (each.by, each.made_in)))


def _of_rules(history: History, session: Session) -> tuple[Month, Sequence[RuleAnswer], Sequence[Obsession]]:
    rows = [row for row in history.rows(session.answers) if row.rules or row.ended is not None]
    return session.month, session.answers.look_back.rules, rows


def _answer(open_: dict[Id, OpenRule], answer: RuleAnswer) -> None:
    """Close the rule that was answered, or move its date; a new date that is missing, or the second, does neither."""
    rule = open_.get(answer.rule)
    if rule is None or answer.outcome is None:
        return
    if answer.outcome is not RuleOutcome.NEW_DATE:
        del open_[answer.rule]
    elif answer.new_date and not rule.renewed:
        open_[answer.rule] = structs.replace(rule, by=answer.new_date, renewed=True)


def rules_due(history: History, on: date) -> tuple[OpenRule, ...]:
    """Give the open stop rules whose date lies before a day."""
    return tuple(rule for rule in open_rules(history) if rule.by < on)


def rules_due_in(history: History, month: Month, on: date) -> tuple[OpenRule, ...]:
    """Give the stop rules that the session of a month asks after, when it is reviewed on a day.

    A late one leaves those that fell due after its own days of grace to the sessions that came after it.
    """
    return rules_due(history, min(on, months.following(month, GRACE_DAY)))


def commitments_to_answer(history: History) -> tuple[Commitment, ...]:
    """Give what the newest session said would be done by the next one."""
    return history.last.answers.commitments if history.last else ()


class LetGo(Struct, frozen=True):
    """Somebody the person parted with. `hours` are the unpaid hours a month before, as last known; None if never.

    `came_back`: True once they did, as answered, or as seen on the list again where nobody answered; False when the
    newest answer is no. `again`: whether they were on the list again since, by whoever's doing.
    """

    prospect: Id
    month: Month
    hours: float | None
    asked_after: tuple[int, ...] = ()
    came_back: bool | None = None
    again: bool = False


def let_go(history: History) -> tuple[LetGo, ...]:
    """Give everyone parted with, in order of parting; a spell each."""
    return history.once(_everyone_let_go)


def newest_partings(history: History) -> Mapping[Id, Month]:
    """Give the month in which each of those let go was last parted with."""
    return {prospect: month for month, _, gone in history.noted(_of_partings) for prospect in gone}


def _everyone_let_go(history: History) -> tuple[LetGo, ...]:
    answers = _return_answers(history)
    found = []
    for prospect in _parted(history):
        spells = history.spells(prospect)
        for at, spell in enumerate(spells):
            if spell.ended and spell.ended.how is How.PARTED:
                again = at + 1 < len(spells)
                hours = _hours_a_month(history, spell)
                found.append(_let_go(prospect, spell.newest.month, hours, answers, again=again))
    return tuple(sorted(found, key=lambda each: each.month))


def _parted(history: History) -> Iterable[Id]:
    """Give everyone ever parted with, once: their spells alone are looked at."""
    return dict.fromkeys(chain.from_iterable(gone for _, _, gone in history.noted(_of_partings)))


def _of_partings(history: History, session: Session) -> tuple[Month, Sequence[tuple[Id, Return]], Sequence[Id]]:
    """Note whom it was asked of whether they came back, and who was parted with."""
    asked = [(history.prospect(answer.prospect).id, answer) for answer in session.answers.look_back.returns]
    rows = history.rows(session.answers)
    return session.month, asked, [row.prospect for row in rows if row.ended and row.ended.how is How.PARTED]


def _hours_a_month(history: History, spell: Spell) -> float | None:
    """Give the last known unpaid hours of a spell, by the months they were spent in; None where never known."""
    for each in reversed(spell.appearances):
        hours = known(each.row.hours)
        if hours is not None:
            return round(hours / history.months_covered(each.month), 2)
    return None


def _let_go(
    prospect: Id,
    parted: Month,
    hours: float | None,
    answers: Mapping[tuple[Id, Month], dict[int, bool | None]],
    *,
    again: bool,
) -> LetGo:
    asked = answers.get((prospect, parted), {})
    said = [came for came in asked.values() if came is not None]
    came_back = True in said or (again and not said) or (False if said else None)
    return LetGo(prospect, parted, hours, tuple(asked), came_back, again)


def _return_answers(history: History) -> dict[tuple[Id, Month], dict[int, bool | None]]:
    """Collect what was answered to "did they come back", by prospect and the month of the parting it is about."""
    found: dict[tuple[Id, Month], dict[int, bool | None]] = {}
    parted: dict[Id, Month] = {}
    for month, asked, gone in history.noted(_of_partings):
        for prospect, answer in asked:
            if prospect in parted and answer.came_back is not None:
                came = answer.came_back if isinstance(answer.came_back, bool) else None
                found.setdefault((prospect, parted[prospect]), {})[answer.after_months] = came
        parted |= dict.fromkeys(gone, month)
    return found


class ReturnDue(Struct, frozen=True):
    """A question to ask: did this prospect come back, so many months after the parting?"""

    gone: LetGo
    after_months: int


def returns_due(history: History, now: Month) -> tuple[ReturnDue, ...]:
    """Give whom to ask about in the session of *now*: each parting once after 3 and once after 6 months.

    Skipped months move the question to the next session; nobody is asked about twice in one, nor after they came back
    or were on the list again.
    """
    lately = takewhile(lambda gone: months.apart(gone.month, now) <= ASKED_AT_LATEST, reversed(let_go(history)))
    found = [
        ReturnDue(gone, due)
        for gone in lately
        if not (gone.came_back or gone.again) and (due := _due(gone, months.apart(gone.month, now)))
    ]
    return tuple(reversed(found))


def _due(gone: LetGo, elapsed: int) -> int | None:
    passed = [after for after in RETURN_MONTHS if after <= elapsed]
    newest = max(passed, default=None)
    return newest if newest is not None and newest not in gone.asked_after else None
