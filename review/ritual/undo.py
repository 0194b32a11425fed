"""Undo: the drafts of this run before each change, 200 back."""

from __future__ import annotations

from msgspec import Struct

from review.records import Draft

DEPTH = 200


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
