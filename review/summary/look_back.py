"""What became of the promises before."""

from __future__ import annotations

from review import month as months
from review.promises import commitments_to_answer, newest_partings, open_rules
from review.records import NOBODY, UNKNOWN, Return
from review.ritual import look_back
from review.ritual.sitting import Sitting
from review.summary import words
from review.summary.document import Block, Facts, Heading

NOT_KEPT = "a promise that is not on record any more"


def section(sitting: Sitting) -> list[Block]:
    """Write the answers of Look back."""
    pairs = (*_rules(sitting), *_promises(sitting), *_unheard(sitting), *_returns(sitting))
    return [Heading(2, look_back.STEP.title), Facts(pairs)] if pairs else []


def _rules(sitting: Sitting) -> list[tuple[str, str]]:
    rules = {each.rule.id: each for each in open_rules(sitting.past)}
    found = []
    for answer in sitting.answers.look_back.rules:
        made = rules.get(answer.rule)
        if answer.outcome is None:
            continue
        name = f"{sitting.prospect(made.prospect).name}: {words.rule(made.rule, made.by)}" if made else NOT_KEPT
        found.append((words.opened(words.rule_answer(answer)), words.with_aside(name, answer.note)))
    return found


def _promises(sitting: Sitting) -> list[tuple[str, str]]:
    texts = {each.id: each.text for each in commitments_to_answer(sitting.carried)}
    return [
        (words.opened(answer.outcome.value), words.with_aside(texts.get(answer.commitment, NOT_KEPT), answer.note))
        for answer in sitting.answers.look_back.promises
        if answer.outcome is not None
    ]


def _unheard(sitting: Sitting) -> list[tuple[str, str]]:
    unheard = sitting.answers.look_back.unheard
    if unheard is None:
        return []
    named = {NOBODY: "none of them", UNKNOWN: "unknown"}.get(unheard) or sitting.prospect(unheard).name
    return [("The client who has not heard from you since", named)]


def _returns(sitting: Sitting) -> list[tuple[str, str]]:
    parted = newest_partings(sitting.past)
    return [
        (f"{sitting.prospect(answer.prospect).name}, let go{_when(parted.get(answer.prospect))}", _came(answer))
        for answer in sitting.answers.look_back.returns
        if answer.came_back is not None
    ]


def _when(month: months.Month | None) -> str:
    return f" in {months.title(month)}" if month else ""


def _came(answer: Return) -> str:
    if answer.came_back == UNKNOWN:
        return "unknown whether they came back"
    return "came back" if answer.came_back else "did not come back"
