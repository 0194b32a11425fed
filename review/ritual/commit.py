"""Step 7, Commit: what you will do, and what you will stop doing."""

from __future__ import annotations

from datetime import date

from msgspec import Struct, structs

from review import text as texts
from review.problem import Problem
from review.records import (
    MOST_COMMITMENTS,
    Commitment,
    Decision,
    Draft,
    GoalState,
    Id,
    Limit,
    NewId,
    Obsession,
    Rating,
    Source,
)
from review.ritual import learning, segments
from review.ritual.sitting import Sitting, change
from review.ritual.step import Ask, Step
from review.scales import Band

FULL = Problem(f"{texts.counted_word(MOST_COMMITMENTS).capitalize()} are enough. Take one off first, with Space.")


class Proposal(Struct, frozen=True):
    """Something the session brought up. `chosen` is the commitment made of it; None while it is only listed."""

    text: str
    source: Source
    about: Id | None = None
    chosen: Commitment | None = None


def proposals(sitting: Sitting) -> tuple[Proposal, ...]:
    """Give all that the session brought up, then the commitments in one's own words."""
    left = list(sitting.answers.commitments)
    raised = [_with_choice(each, left) for each in _raised(sitting)]
    return (*raised, *(Proposal(each.text, each.source, each.about, each) for each in left))


def _with_choice(proposal: Proposal, left: list[Commitment]) -> Proposal:
    """Give a proposal with the commitment made of it, which is taken off those left to be matched."""
    origin = (proposal.source, proposal.about)
    chosen = next((each for each in left if (each.source, each.about) == origin), None)
    if chosen is None:
        return proposal
    left.remove(chosen)
    return structs.replace(proposal, text=chosen.text, chosen=chosen)


def _raised(sitting: Sitting) -> list[Proposal]:
    actions = [
        Proposal(each.action, Source.SEGMENTS, each.segment) for each in segments.reviewed(sitting) if each.action
    ]
    steps = [
        Proposal(_step_words(each.review.i_will, each.review.when), Source.LEARNING, each.goal.id)
        for each in learning.goals(sitting)
        if each.review.state is GoalState.OPEN and each.review.i_will
    ]
    return [*actions, *_next_moves(sitting), *steps]


def _step_words(i_will: str, when: str | None) -> str:
    words = f"{i_will} when {when}" if when else i_will
    return words[0].upper() + words[1:]


def _next_moves(sitting: Sitting) -> list[Proposal]:
    found = []
    for row in sitting.asked:
        words = _next_move(sitting, row)
        if words:
            found.append(Proposal(words[0], words[1], row.prospect))
    return found


def _next_move(sitting: Sitting, row: Obsession) -> tuple[str, Source] | None:
    name = sitting.prospect(row.prospect).name
    by_decision = {
        Decision.ENGAGE: f"Ask {name} who signs, and by when",
        Decision.LIMIT: _limit_words(name, row.limit),
        Decision.CHECK_FIRST: f"Check what {name} says before giving more",
        Decision.REFRAME: f"Offer {name} something smaller, and paid",
    }
    if row.decision in by_decision:
        return by_decision[row.decision], Source.REALITY
    gap = sitting.gap(row)
    if gap is not None and gap.band is Band.THEY_LEAD:
        return f"Ask {name} what they need, and by when", Source.URGENCY
    return None


def _limit_words(name: str, limit: Limit) -> str:
    """Word a limit by its hours, else its money, else its energy; without any it is still to be set."""
    if limit.hours is not None:
        most = f"At most {texts.figure(limit.hours)} h for {name} until they move"
        return most if limit.hours else f"No unpaid work for {name}"
    if limit.money is not None:
        most = f"Spend at most {texts.figure(limit.money)} on {name} until they move"
        return most if limit.money else f"Spend no money on {name}"
    if limit.energy is not None:
        return f"Energy up to {limit.energy} for {name} until they move"
    return f"Set a limit for {name}"


def kept_up(sitting: Sitting, draft: Draft, prospect: Id) -> Draft:
    """Give a changed draft with what was chosen about a prospect as their row now says it.

    A limit is worded anew; what belonged to another decision, or is about somebody who ended, goes. What the person
    put in other words stays.
    """
    before, row = sitting.row(prospect), sitting.at(draft).row(prospect)
    raised = _next_move(sitting, before) if before and before.asked else None
    if raised is None or row is None or before is None:
        return draft
    words, source = raised
    same = row.asked and (source is Source.URGENCY or row.decision in {before.decision, None})
    again = _next_move(sitting.at(draft), row) if same else None
    left: list[Commitment] = []
    for each in draft.answers.commitments:
        if (each.about, each.source, each.text) != (prospect, source, words):
            left.append(each)
        elif same:
            left.append(_reworded(each, again, row))
    return change(draft, commitments=tuple(left))


def _reworded(chosen: Commitment, again: tuple[str, Source] | None, row: Obsession) -> Commitment:
    """Give what was chosen in the words its origin raises now; as it is where those are the same or none."""
    if again is None or again[1] is not chosen.source or again[0] == chosen.text:
        return chosen
    return structs.replace(chosen, text=again[0], always=_lasts(row))


def toggle(sitting: Sitting, proposal: Proposal, new_id: NewId) -> Draft | Problem:
    """Choose something from the list, or take it off again; three at the most."""
    if proposal.chosen is not None:
        return remove(sitting, proposal.chosen.id)
    always = proposal.source is Source.REALITY and _is_lasting(sitting, proposal)
    return _make(sitting, Commitment(new_id(), proposal.text, proposal.source, proposal.about, always=always))


def _is_lasting(sitting: Sitting, proposal: Proposal) -> bool:
    row = sitting.row(proposal.about) if proposal.about else None
    return row is not None and _lasts(row)


def _lasts(row: Obsession) -> bool:
    return row.decision is Decision.LIMIT and row.limit != Limit()


def add(sitting: Sitting, new_id: NewId, text: str, by: date | None = None, *, always: bool = False) -> Draft | Problem:
    """Commit to something in one's own words, by a day or for always."""
    words = texts.given(text)
    if words is None:
        return Problem("Write what you will do, or stop doing.")
    return _make(sitting, Commitment(new_id(), words, by=None if always else by, always=always))


def edit(
    sitting: Sitting, commitment: Id, text: str, by: date | None = None, *, always: bool = False
) -> Draft | Problem:
    """Change a commitment's words and its day."""
    words = texts.given(text)
    if words is None:
        return Problem("Write what you will do, or stop doing.")
    changed = tuple(
        structs.replace(each, text=words, by=None if always else by, always=always) if each.id == commitment else each
        for each in sitting.answers.commitments
    )
    return change(sitting.draft, commitments=changed)


def remove(sitting: Sitting, commitment: Id) -> Draft:
    """Take a commitment off."""
    kept = tuple(each for each in sitting.answers.commitments if each.id != commitment)
    return change(sitting.draft, commitments=kept)


def _make(sitting: Sitting, commitment: Commitment) -> Draft | Problem:
    if len(sitting.answers.commitments) >= MOST_COMMITMENTS:
        return FULL
    return change(sitting.draft, commitments=(*sitting.answers.commitments, commitment))


def set_conviction(sitting: Sitting, value: Rating) -> Draft:
    """Say whether you acted from fear (1) or from conviction (5)."""
    return change(sitting.draft, conviction=value)


def say_line(sitting: Sitting, words: str | None) -> Draft:
    """Keep one line to yourself."""
    return change(sitting.draft, line=texts.given(words))


def asks(sitting: Sitting) -> tuple[Ask, ...]:
    """Give the questions: at least one commitment, fear or conviction, and one line."""
    answers = sitting.answers
    return (
        Ask("commitments", "", bool(answers.commitments), 40),
        Ask("conviction", "", answers.conviction is not None, 8),
        Ask("line", "", answers.line is not None, 20, optional=True),
    )


STEP = Step(
    name="commit",
    title="Commit",
    question="What will you do, and what will you stop doing?",
    hint="Choose up to three.",
    why="Three things can be remembered for a month. What you will stop doing counts as much as what you will do.",
    asks=asks,
)
