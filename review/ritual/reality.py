"""Step 4, Reality: what it costs, and whether it is real."""

from __future__ import annotations

from datetime import date

from msgspec import Struct, structs

from review import measures
from review import month as months
from review import text as texts
from review.findings.case import MEMORY, times_running
from review.measured import broken_running
from review.problem import Problem
from review.promises import OpenRule, open_rules
from review.records import (
    Amount,
    Claim,
    ClaimState,
    Decision,
    Degree,
    Draft,
    End,
    Gift,
    How,
    Id,
    Kind,
    Limit,
    NewId,
    Obsession,
    Rating,
    Signs,
    StopRule,
    known,
)
from review.ritual import commit
from review.ritual.sitting import Sitting, change_row
from review.ritual.step import Ask, Step

MOST_CLOSER_LOOKS = 2
"""Prospects asked in full: more would not fit twelve minutes, and the worst two carry most of the cost."""

WIDE_GAP = 3
"""A counted gap from here on asks for a closer look: one step past the bound of a one-way street."""

LONG_UNSIGNED = 4
"""Months on the list with nothing signed before that alone asks for a closer look."""

TIRING = 4
"""Energy from here on, with a client, asks for a closer look: they pay, and it drains you."""

SIGNS_EVERY = 3
"""Every third session the nightmare signs are asked of every client."""

MEANINGS = {
    Decision.ENGAGE: "Engage: they have shown it is real. Give it your best.",
    Decision.LIMIT: "Limit: keep the door open, and spend no more than this until they move.",
    Decision.CHECK_FIRST: "Check first: find out whether their story holds before you give more.",
    Decision.REFRAME: "Reframe: offer something smaller, paid, or with somebody else.",
    Decision.PART_WAYS: "Part ways: say so, kindly, and take the hours back.",
    Decision.SIGNED: "Signed: there is a contract. It leaves the list.",
    Decision.LOST: "Lost: they said no, or chose someone else. It leaves the list.",
}

ENDS = {Decision.SIGNED: How.SIGNED, Decision.LOST: How.LOST, Decision.PART_WAYS: How.PARTED}
"""The decisions that end it."""

SIGN_WORDS = (
    ("adversarial", "Adversarial", "every talk is win or lose"),
    ("new_vendor", "New vendor, no change", "they change who, not how"),
    ("nobody", "Nobody behind it", "no one with power wants it"),
)
"""The three nightmare signs: field, name, and what one would see."""


def set_hours(sitting: Sitting, prospect: Id, hours: Amount) -> Draft:
    """Say how many unpaid hours went there since the last review."""
    return change_row(sitting.draft, prospect, hours=hours)


def set_energy(sitting: Sitting, prospect: Id, energy: Rating) -> Draft:
    """Say what it took out of you: 1 feeds you … 5 drains you."""
    return change_row(sitting.draft, prospect, energy=energy)


def set_money(sitting: Sitting, prospect: Id, money: Amount) -> Draft:
    """Say what it cost in money."""
    return change_row(sitting.draft, prospect, money=money)


def costed(sitting: Sitting) -> tuple[Obsession, ...]:
    """Give the rows whose cost is shown: those asked, and those that ended after a question was answered."""
    return tuple(row for row in sitting.rows if _can_be_worst(row))


# --- who is asked in full ---------------------------------------------------------------------------------------------


class CloserLook(Struct, frozen=True):
    """A prospect worth a closer look, and why in a few words, the strongest reason first."""

    prospect: Id
    reasons: tuple[str, ...]


def closer_looks(sitting: Sitting) -> tuple[CloserLook, ...]:
    """Give the at most two prospects to ask in full, worst first.

    Worst is: a limit broken twice running, then a gap of 3 or more, then the longest unsigned, then a client who tires
    you. Those decided in this sitting keep their place, so that the list does not move under one's hands.
    """
    if sitting.quick:
        return ()
    candidates = [(row, _weight(sitting, row)) for row in sitting.rows if _can_be_worst(row)]
    worst = sorted((pair for pair in candidates if any(pair[1])), key=lambda pair: pair[1], reverse=True)
    return tuple(CloserLook(row.prospect, _reasons(sitting, row)) for row, _ in worst[:MOST_CLOSER_LOOKS])


def _can_be_worst(row: Obsession) -> bool:
    return not row.parked and (row.ended is None or _was_asked(row))


def _was_asked(row: Obsession) -> bool:
    """Tell whether any question was answered before it ended; who ended at the list is asked nothing more."""
    return any(answer is not None for answer in (row.yours, row.theirs, row.hours, row.energy))


def _weight(sitting: Sitting, row: Obsession) -> tuple[int, int, int, int]:
    age = sitting.months_on_list(row)
    tiring = row.kind is Kind.CLIENT and (known(row.energy) or 0) >= TIRING
    return (
        int(broken_twice(sitting, row)),
        _counted(sitting, row) if _counted(sitting, row) >= WIDE_GAP else 0,
        age if age >= LONG_UNSIGNED and measures.is_hoped_for(row) else 0,
        int(tiring),
    )


def _counted(sitting: Sitting, row: Obsession) -> int:
    gap = sitting.gap(row)
    return gap.counted if gap else 0


def _reasons(sitting: Sitting, row: Obsession) -> tuple[str, ...]:
    twice, gap, age, tiring = _weight(sitting, row)
    months_here = sitting.months_on_list(row)
    named = (
        (twice, f"limit broken {times_running(_times_broken(sitting, row))}" if twice else ""),
        (gap, f"gap {gap:+}"),
        (age, f"nothing signed in {texts.plural(months_here, 'month')}"),
        (tiring, "a client who tires you"),
    )
    return tuple(words for weight, words in named if weight)


def broken_twice(sitting: Sitting, row: Obsession) -> bool:
    """Whether the limit was broken in this session and in the one before."""
    return sitting.verdict(row).broken and broken_running(sitting.carried, row.prospect, 1) == 1


def _times_broken(sitting: Sitting, row: Obsession) -> int:
    """Count the sessions running in which a limit was broken that is broken in this one, as the findings do."""
    return 1 + broken_running(sitting.carried, row.prospect, MEMORY - 1)


def asks_for_rule(sitting: Sitting, row: Obsession) -> bool:
    """Whether a stop rule is asked for: the limit broken twice running, "nothing" from them, and none open."""
    return broken_twice(sitting, row) and row.moves == () and open_rule(sitting, row) is None


def signs_are_asked(sitting: Sitting, row: Obsession) -> bool:
    """Whether the nightmare signs are asked of this row outside a closer look: of clients, every third session."""
    return row.kind is Kind.CLIENT and not sitting.quick and len(sitting.past.sessions) % SIGNS_EVERY == SIGNS_EVERY - 1


def signs_due(sitting: Sitting) -> tuple[Id, ...]:
    """Give the clients whose nightmare signs are asked in this session and have no answer yet."""
    blank = Signs()
    return tuple(row.prospect for row in sitting.asked if signs_are_asked(sitting, row) and row.signs == blank)


# --- the closer look --------------------------------------------------------------------------------------------------


def give(sitting: Sitting, prospect: Id, given: tuple[Gift, ...] | None) -> Draft:
    """Say what you gave unpaid; an empty tuple says nothing, None takes the answer back."""
    return change_row(sitting.draft, prospect, given=given)


def add_claim(sitting: Sitting, prospect: Id, new_id: NewId, text: str) -> Draft | Problem:
    """Write down something they told you, not checked yet."""
    row, said = sitting.row(prospect), texts.given(text)
    if row is None or said is None:
        return Problem("Write what they told you.")
    return change_row(sitting.draft, prospect, claims=(*row.claims, Claim(new_id(), said, sitting.month)))


def check_claim(
    sitting: Sitting, prospect: Id, claim: Id, state: ClaimState, by: str | None = None, by_move: Id | None = None
) -> Draft:
    """Say what became of a claim, and by what; the day it was checked is the day of the review."""
    checked = state is not ClaimState.UNCHECKED
    return _change_claim(
        sitting,
        prospect,
        claim,
        state=state,
        checked_on=sitting.on if checked else None,
        by=texts.given(by) if checked else None,
        by_move=by_move if checked else None,
    )


def reword_claim(sitting: Sitting, prospect: Id, claim: Id, text: str) -> Draft | Problem:
    """Correct the words of a claim."""
    said = texts.given(text)
    return _change_claim(sitting, prospect, claim, text=said) if said else Problem("Write what they told you.")


def remove_claim(sitting: Sitting, prospect: Id, claim: Id) -> Draft:
    """Take a claim off this session's row."""
    row = sitting.row(prospect)
    claims = tuple(each for each in row.claims if each.id != claim) if row else ()
    return change_row(sitting.draft, prospect, claims=claims)


def _change_claim(sitting: Sitting, prospect: Id, claim: Id, **fields: object) -> Draft:
    row = sitting.row(prospect)
    claims = tuple(structs.replace(each, **fields) if each.id == claim else each for each in row.claims) if row else ()
    return change_row(sitting.draft, prospect, claims=claims)


def say_why_us(sitting: Sitting, prospect: Id, words: str) -> Draft:
    """Keep why they say they came to you, and why now."""
    return change_row(sitting.draft, prospect, why_us=texts.given(words))


def set_sign(sitting: Sitting, prospect: Id, sign: str, degree: Degree | None) -> Draft:
    """Say how clear one nightmare sign is, by its field in `Signs`."""
    row = sitting.row(prospect)
    return (
        change_row(sitting.draft, prospect, signs=structs.replace(row.signs, **{sign: degree}))
        if row
        else sitting.draft
    )


def decide(sitting: Sitting, prospect: Id, decision: Decision | None, reason: str | None = None) -> Draft:
    """Decide; signed, lost and part ways also end it, and deciding otherwise brings it back."""
    row = sitting.row(prospect)
    if row is None:
        return sitting.draft
    how = ENDS.get(decision) if decision else None
    same_end = row.ended is not None and row.ended.how is how
    words = texts.given(reason) or (row.ended.reason if row.ended and same_end else None)
    decided = change_row(sitting.draft, prospect, decision=decision, ended=End(how, words) if how else None)
    return commit.kept_up(sitting, decided, prospect)


def set_limit(sitting: Sitting, prospect: Id, limit: Limit) -> Draft:
    """Set what you allow yourself until the next review."""
    return commit.kept_up(sitting, change_row(sitting.draft, prospect, limit=limit), prospect)


def open_rule(sitting: Sitting, row: Obsession) -> StopRule | OpenRule | None:
    """Give the stop rule that holds for a prospect: this session's newest, else an open one of an earlier session.

    A rule answered in this sitting's look back is not open any more.
    """
    if row.rules:
        return row.rules[-1]
    mine = sitting.prospect(row.prospect).id
    answers = {each.rule: each for each in sitting.answers.look_back.rules if each.outcome}
    for each in open_rules(sitting.named):
        answer = answers.get(each.rule.id)
        if each.prospect == mine and (answer is None or answer.new_date):
            moved = answer.new_date if answer else None
            return structs.replace(each, by=moved, renewed=True) if moved else each
    return None


def add_rule(sitting: Sitting, prospect: Id, new_id: NewId, state: str, by: date, action: str) -> Draft | Problem:
    """Make a stop rule: if *state* by *by*, I will *action*; or correct the newest of this session.

    A corrected rule keeps its id, by which later sessions have answered it.
    """
    if_, will = texts.given(state), texts.given(action)
    if if_ is None or will is None:
        return Problem("A stop rule needs both halves: what has not happened by then, and what you will do.")
    if by <= sitting.on:
        return Problem("The date of a stop rule has to lie ahead.")
    row = sitting.row(prospect)
    *others, corrected = row.rules if row and row.rules else (None,)
    rule = StopRule(corrected.id if corrected else new_id(), if_, by, will)
    return change_row(sitting.draft, prospect, rules=(*others, rule))


def remove_rule(sitting: Sitting, prospect: Id) -> Draft:
    """Take the newest stop rule of this session away again."""
    row = sitting.row(prospect)
    return change_row(sitting.draft, prospect, rules=row.rules[:-1] if row else ())


def usual_rule_day(sitting: Sitting, days_after: int = 14) -> date:
    """Suggest a day for a stop rule: two weeks before the next review, or two weeks from now if that is later."""
    before_review = months.days_later(months.following(sitting.month, 31), -days_after)
    return max(before_review, months.days_later(sitting.on, days_after))


# --- the step ---------------------------------------------------------------------------------------------------------


def asks(sitting: Sitting) -> tuple[Ask, ...]:
    """Give the questions: hours and energy of every row, the decision of those looked at closely, and signs due."""
    costs = [
        ask
        for row in sitting.asked
        for ask in (
            Ask("hours", row.prospect, row.hours is not None, 8),
            Ask("energy", row.prospect, row.energy is not None, 5),
        )
    ]
    closely = [look.prospect for look in closer_looks(sitting)]
    looks = [Ask("decision", each, _decided(sitting, each), 75) for each in closely]
    signs = [
        Ask("signs", row.prospect, row.signs != Signs(), 12)
        for row in sitting.asked
        if signs_are_asked(sitting, row) and row.prospect not in closely
    ]
    return (*costs, *looks, *signs)


def _decided(sitting: Sitting, prospect: Id) -> bool:
    row = sitting.row(prospect)
    return row is not None and row.decision is not None


STEP = Step(
    name="reality",
    title="Reality",
    question="What is it costing, and is it real?",
    hint="Unpaid hours since the last review, and what it took out of you.",
    why=(
        "Hours given away are hours not spent on somebody who would pay. "
        "The two worst cases are asked about in full; you can open any other."
    ),
    asks=asks,
)
