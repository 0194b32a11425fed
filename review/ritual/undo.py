"""Undo: the drafts of this run before each change, 200 back."""

from __future__ import annotations

from msgspec import Struct

from review.records import Draft, Id, Obsession, Place, SegmentReview

DEPTH = 200

LOOK_BACK = "look-back"

CELLS = {
    "urgency": ("yours", "theirs"),
    "reality": ("hours", "energy", "money"),
    "segments": ("potential", "attention"),
}
"""The answers that are given in the cells of a table, by step: there the cursor goes back with an undone one."""


class Undone(Struct, frozen=True):
    """A draft to go back to, and what the change after it was called."""

    draft: Draft
    what: str


class Undo(Struct, frozen=True):
    """The changes of this run, newest last."""

    changes: tuple[Undone, ...] = ()

    def after(self, draft: Draft, what: str) -> Undo:
        """Remember the draft before a change called *what*."""
        return Undo((*self.changes, Undone(draft, what))[-DEPTH:])

    def back(self) -> tuple[Undo, Undone | None]:
        """Take the newest change off; None when there is nothing left to undo."""
        return (Undo(self.changes[:-1]), self.changes[-1]) if self.changes else (self, None)


def cell_of(before: Draft, after: Draft) -> Place | None:
    """Give the cell of the step at hand in which two drafts differ first; None where they differ elsewhere.

    A question of Look back is where the draft before was at.
    """
    step = after.place.step
    if step == before.place.step == LOOK_BACK and before.answers.look_back != after.answers.look_back:
        return before.place
    fields = CELLS.get(step, ())
    old, new = _cells(before, step), _cells(after, step)
    found = ((row, field) for row in (old | new) for field in fields if _in(old, row, field) != _in(new, row, field))
    row, field = next(found, (None, None))
    return Place(step, row, field) if row else None


def _cells(draft: Draft, step: str) -> dict[Id, Obsession | SegmentReview]:
    if step == "segments":
        return {review.segment: review for review in draft.answers.segments}
    return {row.prospect: row for row in draft.answers.obsessions}


def _in(rows: dict[Id, Obsession | SegmentReview], row: Id, field: str) -> object:
    return getattr(rows.get(row), field, None)
