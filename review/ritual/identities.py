"""Names that become identities: found again when they are known, made when they are new."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from msgspec import Struct, structs

from review import text as texts
from review.problem import Problem
from review.records import Draft, Id, LearningGoal, NewId, Prospect, Segment
from review.ritual.merges import followed
from review.ritual.sitting import Sitting

Named = TypeVar("Named", Prospect, Segment)
Identity = TypeVar("Identity", Prospect, Segment, LearningGoal)


class _Labelled(Protocol):
    @property
    def id(self) -> Id: ...


Labelled = TypeVar("Labelled", bound=_Labelled)

NAME_NEEDED = Problem("A name is needed, nothing else.")
NAME_TOO_LONG = Problem(f"That name is longer than {texts.LABEL_LENGTH} characters. Shorten it.")


class Found(Struct, frozen=True):
    """The draft that knows an identity, and its id."""

    draft: Draft
    id: Id


def label(text: str) -> str | Problem:
    """Clean a name, or say what is wrong with it."""
    name = texts.label(text)
    if not name:
        return NAME_NEEDED
    return name if len(name) <= texts.LABEL_LENGTH else NAME_TOO_LONG


def prospect(sitting: Sitting, text: str, new_id: NewId) -> Found | Problem:
    """Find the prospect of this name, or make one."""
    name = label(text)
    if isinstance(name, Problem):
        return name
    known = _named(sitting.named.prospects.values(), name)
    if known is not None:
        return Found(sitting.draft, sitting.prospect(known.id).id)
    made = Prospect(new_id(), name)
    return Found(structs.replace(sitting.draft, prospects=(*sitting.draft.prospects, made)), made.id)


def segment(sitting: Sitting, text: str, new_id: NewId) -> Found | Problem:
    """Find the segment of this name, or make one."""
    name = label(text)
    if isinstance(name, Problem):
        return name
    known = _named(sitting.named.segments.values(), name)
    if known is not None:
        return Found(sitting.draft, sitting.segment(known.id).id)
    made = Segment(new_id(), name)
    return Found(structs.replace(sitting.draft, segments=(*sitting.draft.segments, made)), made.id)


def rename_prospect(sitting: Sitting, id_: Id, text: str) -> Draft | Problem:
    """Give a prospect another name; refused when somebody else has it, since merging is what is meant then."""
    name = label(text)
    if isinstance(name, Problem):
        return name
    other = _named(sitting.named.prospects.values(), name)
    if other is not None and sitting.prospect(other.id).id != sitting.prospect(id_).id:
        return Problem("Somebody else has that name. Press m to merge the two.")
    renamed = structs.replace(sitting.prospect(id_), name=name)
    return structs.replace(sitting.draft, prospects=put(sitting.draft.prospects, renamed))


def rename_segment(sitting: Sitting, id_: Id, text: str) -> Draft | Problem:
    """Give a segment another name; one that another segment has merges the two, and their answers of this sitting."""
    name = label(text)
    if isinstance(name, Problem):
        return name
    mine, other = sitting.segment(id_), _named(sitting.named.segments.values(), name)
    winner = sitting.segment(other.id).id if other is not None else mine.id
    if winner == mine.id:
        return structs.replace(sitting.draft, segments=put(sitting.draft.segments, structs.replace(mine, name=name)))
    pointed = put(sitting.draft.segments, structs.replace(mine, merged_into=winner))
    return follow(sitting.at(structs.replace(sitting.draft, segments=pointed)))


def follow(sitting: Sitting) -> Draft:
    """Give the draft with its answers under the ids that its merges left."""
    return structs.replace(sitting.draft, answers=followed(sitting.answers, sitting.named))


def without_unused(sitting: Sitting) -> Draft:
    """Give the draft without the names it made and does not use any more, so that no slip of the pen is asked about."""
    draft, answers = sitting.draft, sitting.answers
    about = {each.about for each in answers.commitments}
    returned = {each.prospect for each in answers.look_back.returns}
    prospects = {row.prospect for row in answers.obsessions} | returned | {answers.look_back.unheard} | about
    segments = {row.segment for row in answers.obsessions} | {each.segment for each in answers.segments} | about
    goals = {each.goal for each in answers.learning} | about
    return structs.replace(
        draft,
        prospects=_used(draft.prospects, prospects | set(sitting.past.prospects)),
        segments=_used(draft.segments, segments | set(sitting.past.segments)),
        goals=_used(draft.goals, goals | set(sitting.past.goals)),
    )


def _used(those: tuple[Identity, ...], ids: set[Id | None]) -> tuple[Identity, ...]:
    wanted = ids | {each.merged_into for each in those}
    return tuple(each for each in those if each.id in wanted or each.merged_into is not None)


def _named(those: Iterable[Named], name: str) -> Named | None:
    wanted = texts.fold(name)
    matching = [each for each in those if texts.fold(each.name) == wanted]
    return next((each for each in matching if each.merged_into is None), matching[0] if matching else None)


def put(those: tuple[Labelled, ...], record: Labelled) -> tuple[Labelled, ...]:
    """Give the records with one added, or put in the place of the one of its id."""
    kept: list[Labelled] = [record if each.id == record.id else each for each in those]
    return tuple(kept) if record in kept else (*kept, record)
