"""What is worked out of the sessions once, and serves every history that begins with the same ones."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, islice
from typing import Any, Self, TypeVar

from msgspec import Struct

from review.month import Month
from review.records import Id, LearningGoal, Prospect, Segment, Session

Derived = TypeVar("Derived")
Dated = TypeVar("Dated")


class Stemmed(Struct, frozen=True, dict=True):
    """Finished sessions in month order, and the identities they name, by id; never changed, only made anew."""

    sessions: tuple[Session, ...] = ()
    prospects: Mapping[Id, Prospect] = {}
    segments: Mapping[Id, Segment] = {}
    goals: Mapping[Id, LearningGoal] = {}

    @cached_property
    def months(self) -> tuple[Month, ...]:
        """The months with a finished session, oldest first."""
        stem, shared = self.stem
        own = tuple(session.month for session in self.own)
        return own if stem is self else (*stem.months[:shared], *own)

    def _other(self, sessions: tuple[Session, ...], alike: int = 0) -> Self:
        """Give the history of other sessions, the first so many of which are the same as here."""
        if sessions is self.sessions:  # as a slice of all of them is: what is worked out already serves again
            return self
        other = type(self)(sessions, self.prospects, self.segments, self.goals)
        stem, shared = self.stem
        if alike:
            vars(other)["stem"] = (stem, min(alike, shared))
        return other

    @cached_property
    def stem(self) -> tuple[Self, int]:
        """The history that this one begins like, and for how many sessions; itself where it was not made from another.

        What was worked out there serves here too, so that looking at month after month does not walk all years anew.
        """
        return self, len(self.sessions)

    @cached_property
    def own(self) -> tuple[Session, ...]:
        """The sessions that are not the stem's: all of them where it is its own."""
        stem, shared = self.stem
        return self.sessions if stem is self else self.sessions[shared:]

    @cached_property
    def stem_until(self) -> Month:
        """The last month that is the stem's; before all others where there is none."""
        stem, shared = self.stem
        return stem.months[shared - 1] if stem is not self and shared else Month("")

    def of_stem(self, found: Sequence[Dated], month: Callable[[Dated], Month]) -> Sequence[Dated]:
        """Cut what the stem found, in order of month, after the last session that is this history's too."""
        return found[: bisect_right(found, self.stem_until, key=month)]

    def noted(self, note: Callable[[Self, Session], Derived]) -> Iterator[Derived]:
        """Give what a function notes of each session, oldest first; it may hang on that session and the names alone."""
        stem, shared = self.stem
        if note not in self._notes:
            self._notes[note] = [note(self, session) for session in self.own]
        own: list[Derived] = self._notes[note]
        return iter(own) if stem is self else chain(islice(stem.noted(note), shared), own)

    @cached_property
    def _notes(self) -> dict[object, Any]:
        return {}

    @cached_property
    def _derived(self) -> dict[object, Any]:
        return {}

    def once(self, derive: Callable[[Self], Derived]) -> Derived:
        """Give what a function derives from this history, worked out when first asked for: a history never changes."""
        if derive not in self._derived:
            self._derived[derive] = derive(self)
        found: Derived = self._derived[derive]
        return found

    def known_already(self, derive: Callable[[Self], Derived]) -> Derived | None:
        """Give what `once` worked out already; None where it did not."""
        found: Derived | None = self._derived.get(derive)
        return found
