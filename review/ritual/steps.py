"""The steps of the ritual, full and quick. A new step is a file beside this one and a line here."""

from __future__ import annotations

from review.ritual import commit, learning, look_back, obsessions, reality, segments, urgency
from review.ritual.sitting import Sitting
from review.ritual.step import Step

ALL: tuple[Step, ...] = (
    look_back.STEP,
    obsessions.STEP,
    urgency.STEP,
    reality.STEP,
    segments.STEP,
    learning.STEP,
    commit.STEP,
)


def of(sitting: Sitting) -> tuple[Step, ...]:
    """Give the steps of this sitting, without those that have nothing to ask; worked out once for each sitting."""
    known = vars(sitting)
    if "steps" not in known:
        known["steps"] = tuple(step for step in ALL if step.applies(sitting))
    found: tuple[Step, ...] = known["steps"]
    return found


def position(sitting: Sitting, name: str) -> int:
    """Give a step's place among the steps of this sitting, from 0; the first for a step it does not have."""
    names = [step.name for step in of(sitting)]
    return names.index(name) if name in names else 0


def seconds_left(sitting: Sitting, name: str) -> float:
    """Estimate the seconds from a step to the end: its own open questions and those of the steps after it."""
    here = position(sitting, name)
    return sum(step.seconds_left(sitting) for step in of(sitting)[here:])
