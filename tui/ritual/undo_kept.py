"""The undo of a review that was left, for when it is come back to while the app is open."""

from __future__ import annotations

from msgspec import structs

from review.records import Draft, Place
from review.ritual.undo import Undo


class UndoKept:
    """The changes of the draft that was left last; they are of no use to any other draft, and forgotten with it."""

    def __init__(self) -> None:
        self._left: Draft | None = None
        self._undo = Undo()

    def keep(self, draft: Draft, undo: Undo) -> None:
        """Keep what can be undone in a draft as it is left."""
        self._left, self._undo = _work(draft), undo

    def take(self, draft: Draft) -> Undo:
        """Give what can be undone in the draft that is come to: nothing where it is not the one that was left."""
        undo = self._undo if _work(draft) == self._left else Undo()
        self._left, self._undo = None, Undo()
        return undo


def _work(draft: Draft) -> Draft:
    """Give a draft without where it was left and how long it took, which undo leaves as they are."""
    return structs.replace(draft, place=Place(""), done=(), seconds=0.0, unfinished=None)
