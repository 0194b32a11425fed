"""The 1–5 scales and their words, by version, and the bands of a gap.

A session stores the version of the scales it was rated with. The wording of a version never changes: a new wording is a
new version beside the old one.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

LOWEST = 1
HIGHEST = 5


class Anchor(Struct, frozen=True):
    """What one value of a scale stands for: a word, and the sentence that explains it."""

    word: str
    sentence: str


class Scale(Struct, frozen=True):
    """Five anchors, for the values 1 to 5 in that order."""

    anchors: tuple[Anchor, Anchor, Anchor, Anchor, Anchor]

    def word(self, value: int) -> str:
        """Give the word for a value, 1 to 5."""
        return self.anchors[value - 1].word

    def sentence(self, value: int) -> str:
        """Give the sentence for a value, 1 to 5."""
        return self.anchors[value - 1].sentence


class Scales(Struct, frozen=True):
    """The six scales of one version."""

    yours: Scale
    theirs: Scale
    potential: Scale
    attention: Scale
    energy: Scale
    conviction: Scale


def _scale(*anchors: tuple[str, str]) -> Scale:
    one, two, three, four, five = (Anchor(word, sentence) for word, sentence in anchors)
    return Scale((one, two, three, four, five))


CURRENT = 1
"""The version that new sessions are rated with."""

VERSIONS = {
    1: Scales(
        yours=_scale(
            ("indifferent", "You would not notice if they went quiet."),
            ("interested", "You answer when they write."),
            ("keen", "You follow up on your own."),
            ("eager", "You rearrange your week for them."),
            ("obsessed", "They crowd out other work."),
        ),
        theirs=_scale(
            ("silent", "No reply to your last two messages."),
            ("reactive", "Answers when chased, offers nothing."),
            ("willing", "Takes meetings, returns what they promised."),
            ("moving", "Starts contact, does homework, brings others in."),
            ("committed", "Has named a date, a budget and who signs."),
        ),
        potential=_scale(
            ("little", "Little that you could do there."),
            ("some", "Some work worth having."),
            ("real", "Real work, a real need."),
            ("large", "Large, and within your reach."),
            ("the largest", "The largest you can see."),
        ),
        attention=_scale(
            ("none", "None this month."),
            ("a thought", "A passing thought."),
            ("some", "Some of the month."),
            ("much", "Much of the month."),
            ("most", "Most of the month."),
        ),
        energy=_scale(
            ("feeds you", "You come away with more than you brought."),
            ("light", "Costs you little."),
            ("even", "Gives about what it takes."),
            ("tiring", "You come away with less."),
            ("drains you", "You need a day to recover."),
        ),
        conviction=_scale(
            ("fear", "You chased because you were afraid to stop."),
            ("more fear", "Mostly afraid, partly convinced."),
            ("both", "As much one as the other."),
            ("more conviction", "Mostly convinced, partly afraid."),
            ("conviction", "You chose this, and would choose it again."),
        ),
    )
}


def scales(version: int) -> Scales:
    """Give the scales of a version; raises KeyError for one this program does not know."""
    return VERSIONS[version]


class Band(StrEnum):
    """How lopsided a prospect is, from the gap said and the gap counted."""

    ONE_WAY = "one-way street"
    NOT_SHOWN = "not shown yet"
    LEANING = "leaning"
    LEVEL = "level"
    THEY_LEAD = "they lead"


ONE_WAY_FROM = 2
"""A gap this wide is a one-way street: two steps on the scale separate who acts from who only answers."""


def band(said: int, counted: int) -> Band:
    """Name the band of a gap; *counted* is never below *said*, since evidence only takes away from theirs."""
    if counted >= ONE_WAY_FROM:
        return Band.ONE_WAY if said >= ONE_WAY_FROM else Band.NOT_SHOWN
    if counted < 0:
        return Band.THEY_LEAD
    return Band.LEANING if counted else Band.LEVEL
