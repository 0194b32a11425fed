"""What every step of the ritual has: its words, when it applies, and what it still asks."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from msgspec import Struct

from review.ritual.sitting import Sitting


class Ask(Struct, frozen=True):
    """One question to one row: which field, about whom or what, and whether it has an answer ("unknown" is one).

    `seconds` is about how long it takes, for "about 8 min left"; they add up to the budget of 12 minutes for
    five prospects. A step counts as answered without the questions that are `optional`.
    """

    field: str
    about: str
    answered: bool
    seconds: float
    optional: bool = False


class Standing(Enum):
    """How far a step is answered, where it asks anything."""

    ANSWERED = "answered"
    PARTLY = "partly"
    OPEN = "open"
    NOTHING_ASKED = "nothing asked"


def everywhere(_sitting: Sitting) -> bool:
    """Say that a step applies to every sitting."""
    return True


class Step(Struct, frozen=True):
    """One step. `name` is what drafts store; `why` explains it in the help; `asks` gives its questions in order."""

    name: str
    title: str
    question: str
    hint: str
    why: str
    asks: Callable[[Sitting], tuple[Ask, ...]]
    applies: Callable[[Sitting], bool] = everywhere

    def seconds_left(self, sitting: Sitting) -> float:
        """Estimate how long the unanswered questions of this step take, in seconds."""
        return sum(ask.seconds for ask in self.asks(sitting) if not ask.answered)

    def standing(self, sitting: Sitting) -> Standing:
        """Say whether all of this step is answered, some of it, or nothing."""
        asks = self.asks(sitting)
        if not asks:
            return Standing.NOTHING_ASKED
        if all(ask.answered or ask.optional for ask in asks):
            return Standing.ANSWERED
        return Standing.PARTLY if any(ask.answered for ask in asks) else Standing.OPEN

    def progress(self, sitting: Sitting) -> tuple[int, int]:
        """Count the questions answered, and all of them."""
        asks = self.asks(sitting)
        return sum(ask.answered for ask in asks), len(asks)
