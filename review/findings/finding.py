"""What a rule finds: one plain sentence, the facts it rests on, and whom it is about."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from review.records import Id


class Level(StrEnum):
    """What a finding asks for: to act, to look, or nothing, because it is good news."""

    ACT = "act"
    LOOK = "look"
    GOOD = "good"


class Whom(StrEnum):
    """What sort of thing a finding is about."""

    PROSPECT = "prospect"
    SEGMENT = "segment"
    GOAL = "goal"


class Finding(Struct, frozen=True):
    """One thing that a rule drew from the facts.

    `kind` is the rule's name in the design's words, `title` two or three words. `about` is the prospect, segment or
    goal it is about, `whom` says which of the three, and `name` is that one's label now; None, None and "" where it is
    about the whole list. `words` are what a grouped line says after the name; with `goes_on` they read on from it
    without a colon ("Borealis Foods leads by 2"). `weight` orders the findings of one rule, larger first. `values` are
    the facts as programs read them, under names that hold their units; docs/commands.md lists them.
    """

    kind: str
    level: Level
    title: str
    sentence: str
    facts: tuple[str, ...] = ()
    about: Id | None = None
    name: str = ""
    words: str = ""
    goes_on: bool = False
    weight: float = 0
    whom: Whom | None = None
    values: Mapping[str, object] = {}
