"""Step 1, Look back: what became of the promises and stop rules of the sessions before."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from msgspec import structs

from review import text as texts
from review.problem import Problem
from review.promises import OpenRule, ReturnDue, commitments_to_answer, returns_due, rules_due_in
from review.records import (
    Commitment,
    Draft,
    Id,
    NewId,
    Outcome,
    PromiseAnswer,
    Prospect,
    Return,
    RuleAnswer,
    RuleOutcome,
    Unknown,
)
from review.ritual import identities
from review.ritual.sitting import Sitting, change
from review.ritual.step import Ask, Step

Record = TypeVar("Record")

CameBack = bool | Unknown | None

RENEWED_ONCE = Problem("This rule got a new date once already. Say whether it happened, or that you do it now.")


def due_rules(sitting: Sitting) -> tuple[OpenRule, ...]:
    """Give the stop rules to be answered in this sitting: every open one whose date has passed.

    A prospect that ends in this sitting closes its rules, but for those answered before it did.
    """
    return tuple(
        due
        for due in rules_due_in(sitting.named, sitting.month, sitting.on)
        if rule_answer(sitting, due.rule.id).outcome is not None or not _has_ended(sitting, due.prospect)
    )


def _has_ended(sitting: Sitting, prospect: Id) -> bool:
    row = sitting.row(prospect)
    return row is not None and row.ended is not None


def promises(sitting: Sitting) -> tuple[Commitment, ...]:
    """Give the commitments of the session before; none in the quick ritual, which asks after stop rules only."""
    return () if sitting.quick else commitments_to_answer(sitting.carried)


def asks_for_clients(sitting: Sitting) -> bool:
    """Whether this sitting asks which paying client has not heard from you: not the first, not the quick one."""
    return sitting.previous is not None and not sitting.quick


def clients(sitting: Sitting) -> tuple[Prospect, ...]:
    """Give the clients under contract to choose from, by name."""
    return tuple(
        sorted((sitting.prospect(id_) for id_ in sitting.named.clients), key=lambda each: texts.fold(each.name))
    )


def people_let_go(sitting: Sitting) -> tuple[ReturnDue, ...]:
    """Give whom to ask about: parted with three or six months ago, and not on the list again."""
    if sitting.quick:
        return ()
    return tuple(due for due in returns_due(sitting.named, sitting.month) if sitting.row(due.gone.prospect) is None)


def rule_answer(sitting: Sitting, rule: Id) -> RuleAnswer:
    """Give the answer to a rule so far."""
    return _found(sitting.answers.look_back.rules, lambda each: each.rule == rule) or RuleAnswer(rule)


def promise_answer(sitting: Sitting, commitment: Id) -> PromiseAnswer:
    """Give the answer to a commitment so far."""
    return _found(sitting.answers.look_back.promises, lambda each: each.commitment == commitment) or PromiseAnswer(
        commitment
    )


def return_answer(sitting: Sitting, due: ReturnDue) -> Return:
    """Give the answer about somebody let go so far."""
    wanted = (due.gone.prospect, due.after_months)
    return _found(
        sitting.answers.look_back.returns, lambda each: (each.prospect, each.after_months) == wanted
    ) or Return(*wanted)


def answer_rule(
    sitting: Sitting, rule: Id, outcome: RuleOutcome | None, new_date: date | None = None
) -> Draft | Problem:
    """Answer a stop rule; a new date must lie ahead and is taken only once in a rule's life."""
    if outcome is RuleOutcome.NEW_DATE:
        open_rule = _found(due_rules(sitting), lambda each: each.rule.id == rule)
        if open_rule is not None and open_rule.renewed:
            return RENEWED_ONCE
        if new_date is None or new_date <= sitting.on:
            return Problem("A new date has to lie ahead.")
    answer = structs.replace(
        rule_answer(sitting, rule), outcome=outcome, new_date=new_date if outcome is RuleOutcome.NEW_DATE else None
    )
    return _keep(sitting, rules=_put(sitting.answers.look_back.rules, answer, lambda each: each.rule == rule))


def note_rule(sitting: Sitting, rule: Id, note: str | None) -> Draft:
    """Keep a note beside a rule's answer."""
    answer = structs.replace(rule_answer(sitting, rule), note=texts.given(note))
    return _keep(sitting, rules=_put(sitting.answers.look_back.rules, answer, lambda each: each.rule == rule))


def answer_promise(sitting: Sitting, commitment: Id, outcome: Outcome | None) -> Draft:
    """Say what became of a commitment."""
    return _keep_promise(sitting, structs.replace(promise_answer(sitting, commitment), outcome=outcome))


def note_promise(sitting: Sitting, commitment: Id, note: str | None) -> Draft:
    """Keep a note beside a commitment's answer."""
    return _keep_promise(sitting, structs.replace(promise_answer(sitting, commitment), note=texts.given(note)))


def _keep_promise(sitting: Sitting, answer: PromiseAnswer) -> Draft:
    old = sitting.answers.look_back.promises
    return _keep(sitting, promises=_put(old, answer, lambda each: each.commitment == answer.commitment))


def answer_unheard(sitting: Sitting, client: Id | None) -> Draft:
    """Say which client has not heard from you: an id, `NOBODY`, `UNKNOWN`, or None to take the answer back."""
    if client is not None and client in sitting.named.prospects:
        client = sitting.prospect(client).id
    return _keep(sitting, unheard=client)


def name_unheard(sitting: Sitting, name: str, new_id: NewId) -> Draft | Problem:
    """Name a client who is not among those known; naming one makes them a client."""
    found = identities.prospect(sitting, name, new_id)
    if isinstance(found, Problem):
        return found
    return answer_unheard(sitting.at(found.draft), found.id)


def answer_return(sitting: Sitting, due: ReturnDue, came_back: CameBack) -> Draft:
    """Say whether somebody let go came back."""
    answer = structs.replace(return_answer(sitting, due), came_back=came_back)
    same = (answer.prospect, answer.after_months)
    old = sitting.answers.look_back.returns
    return _keep(sitting, returns=_put(old, answer, lambda each: (each.prospect, each.after_months) == same))


def _keep(sitting: Sitting, **fields: object) -> Draft:
    return change(sitting.draft, look_back=structs.replace(sitting.answers.look_back, **fields))


def _found(those: Iterable[Record], wanted: Callable[[Record], bool]) -> Record | None:
    return next((each for each in those if wanted(each)), None)


def _put(old: tuple[Record, ...], new: Record, same: Callable[[Record], bool]) -> tuple[Record, ...]:
    if any(same(each) for each in old):
        return tuple(new if same(each) else each for each in old)
    return (*old, new)


def asks(sitting: Sitting) -> tuple[Ask, ...]:
    """Give the questions: stop rules first, then promises, the client, and those let go."""
    rules = [
        Ask("rule", each.rule.id, rule_answer(sitting, each.rule.id).outcome is not None, 12)
        for each in due_rules(sitting)
    ]
    promised = [
        Ask("promise", each.id, promise_answer(sitting, each.id).outcome is not None, 10) for each in promises(sitting)
    ]
    client = [Ask("unheard", "", sitting.answers.look_back.unheard is not None, 8)] if asks_for_clients(sitting) else []
    returns = [
        Ask("return", f"{due.gone.prospect}/{due.after_months}", return_answer(sitting, due).came_back is not None, 6)
        for due in people_let_go(sitting)
    ]
    return (*rules, *promised, *client, *returns)


def applies(sitting: Sitting) -> bool:
    """Whether there is anything to look back on: never in a first session."""
    return sitting.previous is not None and bool(asks(sitting))


STEP = Step(
    name="look-back",
    title="Look back",
    question="What did you say you would do?",
    hint="Plain answers. Missed is an answer like any other.",
    why=(
        "A promise that nobody asks about is a wish. "
        "Rules whose date has passed come first: you made them with a clear head."
    ),
    asks=asks,
    applies=applies,
)
