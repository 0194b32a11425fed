"""The syndrome sheet: the essay's own symptoms as present, absent or not asked, with the facts; never a score."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from msgspec import Struct

from review import measures
from review import text as texts
from review.findings.case import Case, case
from review.findings.finding import Finding
from review.findings.focus import basket_hours, chosen_until, said_of_baskets
from review.findings.learning import nothing_learned
from review.findings.reality import exchanged
from review.findings.rules import drawn_from
from review.history import History
from review.measures import neglect
from review.month import Month
from review.records import GoalState, Limit


class Presence(StrEnum):
    """Whether a symptom is there."""

    PRESENT = "present"
    ABSENT = "absent"
    NOT_ASKED = "not asked"


class Symptom(Struct, frozen=True):
    """One symptom, and the facts that say so."""

    name: str
    presence: Presence
    facts: tuple[str, ...] = ()


def sheet(history: History, month: Month) -> tuple[Symptom, ...]:
    """Give the eight symptoms as a month's session shows them; empty where the month has no session."""
    found = case(history, month)
    if found is None:
        return ()
    drawn = drawn_from(found)
    return tuple(Symptom(name, *look(found, drawn)) for name, look in SYMPTOMS)


Seen = tuple[Presence, tuple[str, ...]]
Look = Callable[[Case, Sequence[Finding]], Seen]


def _by_rules(kinds: frozenset[str], was_asked: Callable[[Case], bool]) -> Look:
    """Look for findings of some kinds; without any the symptom is absent where it was asked about."""

    def look(case: Case, drawn: Sequence[Finding]) -> Seen:
        found = [finding for finding in drawn if finding.kind in kinds]
        if found:
            return Presence.PRESENT, tuple(f"{each.name}: {each.words}" if each.name else each.words for each in found)
        return (Presence.ABSENT if was_asked(case) else Presence.NOT_ASKED), ()

    return look


def _was_rated(case: Case) -> bool:
    return any(each.gap is not None for each in case.rows)


def _was_exchanged(case: Case) -> bool:
    return any(exchanged(case, each) is not None for each in case.rows)


def _has_hopes(case: Case) -> bool:
    return any(each.hope_unsigned for each in case.rows)


def _was_measured(case: Case) -> bool:
    return any(neglect(review) is not None for review in case.session.answers.segments)


def _was_told(case: Case) -> bool:
    """Whether anything that somebody on the list told was ever noted: without it, no hope was held against a fact."""
    return any(past.row.claims for each in case.rows for past in case.history.appearances(each.prospect))


def _limits(case: Case, _: Sequence[Finding]) -> Seen:
    limited = sum(each.row.limit != Limit() for each in case.rows)
    fact = f"Limits for {limited} of {texts.plural(len(case.rows), 'prospect')}"
    if limited:
        return Presence.ABSENT, (fact,)
    asked = bool(case.rows) and case.session.newest.mode == "full"
    return (Presence.PRESENT, (fact,)) if asked else (Presence.NOT_ASKED, ())


def _baskets(case: Case, drawn: Sequence[Finding]) -> Seen:
    spread = basket_hours(case)
    number = measures.effective_number(spread.values()) if spread else None
    if number is None:
        return Presence.NOT_ASKED, ()
    few = any(finding.kind == "one basket" for finding in drawn)
    chosen = chosen_until(case)
    facts = (said_of_baskets(number), *((chosen,) if chosen else ()))
    return (Presence.PRESENT if few else Presence.ABSENT), facts


def _learning(case: Case, _: Sequence[Finding]) -> Seen:
    if nothing_learned(case.history):
        return Presence.PRESENT, ("No goal open",)
    learning = case.session.answers.learning
    finished = (case.history.goal(each.goal).title for each in learning if each.state is GoalState.FINISHED)
    return Presence.ABSENT, (*(goal.title for goal, _ in case.history.open_goals), *finished)


SYMPTOMS: tuple[tuple[str, Look], ...] = (
    ("one-way street", _by_rules(frozenset({"one-way street"}), _was_rated)),
    ("free consulting", _by_rules(frozenset({"free consulting"}), _was_exchanged)),
    ("no limits set", _limits),
    ("lost sense of time", _by_rules(frozenset({"lost track of time"}), _has_hopes)),
    (
        "hope taken for fact",
        _by_rules(frozenset({"not shown yet", "story outruns evidence", "dreaming"}), _was_told),
    ),
    ("neglected segments", _by_rules(frozenset({"neglected segment"}), _was_measured)),
    ("few baskets", _baskets),
    ("nothing being learned", _learning),
)
