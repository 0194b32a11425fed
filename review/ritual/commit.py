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
        Decision.LIMIT: _limit_words(name, row),
        Decision.CHECK_FIRST: f"Check what {name} says before giving more",
        Decision.REFRAME: f"Offer {name} something smaller, and paid",
    }
    if row.decision in by_decision:
        return by_decision[row.decision], Source.REALITY
    gap = sitting.gap(row)
    if gap is not None and gap.band is Band.THEY_LEAD:
        return f"Ask {name} what they need, and by when", Source.URGENCY
    return None


def _limit_words(name: str, row: Obsession) -> str:
    hours = row.limit.hours
    if not hours:
        return f"No unpaid work for {name}"
    return f"At most {texts.figure(hours)} h for {name} until they move"


def toggle(sitting: Sitting, proposal: Proposal, new_id: NewId) -> Draft | Problem:
    """Choose something from the list, or take it off again; three at the most."""
    if proposal.chosen is not None:
        return remove(sitting, proposal.chosen.id)
    always = proposal.source is Source.REALITY and _is_lasting(sitting, proposal)
    return _make(sitting, Commitment(new_id(), proposal.text, proposal.source, proposal.about, always=always))


def _is_lasting(sitting: Sitting, proposal: Proposal) -> bool:
    row = sitting.row(proposal.about) if proposal.about else None
    return row is not None and row.decision is Decision.LIMIT


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
