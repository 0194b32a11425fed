"""Who and what has an identity that outlives names and months: prospects, segments and learning goals."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from review.records.answers import Id, MonthKept


class Prospect(Struct, frozen=True, gc=False, omit_defaults=True):
    """A company or person with an identity that outlives names and months.

    `merged_into` points to the prospect that a duplicate turned out to be; None for all others.
    """

    id: Id
    name: str
    merged_into: Id | None = None


class Segment(Struct, frozen=True, gc=False, omit_defaults=True):
    """A part of the market that the person could serve."""

    id: Id
    name: str
    merged_into: Id | None = None


class GoalKind(StrEnum):
    """What a learning goal is about."""

    BOOK = "book"
    SKILL = "skill"
    MEETING = "meeting"
    PEOPLE = "people"


class LearningGoal(Struct, frozen=True, gc=False, omit_defaults=True):
    """Something to learn, with what counts as done and the month it is meant for.

    `target` is how many steps it has ("ten chapters"); None when it was not divided into steps. `by` None: no
    month set.
    """

    id: Id
    title: str
    kind: GoalKind | None = None
    done_when: str | None = None
    target: Annotated[int, Meta(ge=1)] | None = None
    by: MonthKept | None = None
    merged_into: Id | None = None
