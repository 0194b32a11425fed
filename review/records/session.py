"""A session: its answers step by step, its versions, and the draft it begins as."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta, Struct

from review.mode import Mode
from review.records.answers import Id, MonthKept, Rating, Unknown
from review.records.identities import LearningGoal, Prospect, Segment
from review.records.obsession import Obsession


class Outcome(StrEnum):
    """What became of something you said you would do."""

    KEPT = "kept"
    PARTLY = "partly"
    MISSED = "missed"
    NOT_TRUE = "no longer true"


class PromiseAnswer(Struct, frozen=True, gc=False, omit_defaults=True):
    """What became of a commitment of the session before."""

    commitment: Id
    outcome: Outcome | None = None
    note: str | None = None


class RuleOutcome(StrEnum):
    """What became of a stop rule whose date has passed."""

    HAPPENED = "it happened"
    DONE = "it didn't, so I do it"
    NEW_DATE = "new date"
    NOT_TRUE = "no longer true"


class RuleAnswer(Struct, frozen=True, gc=False, omit_defaults=True):
    """The answer to a stop rule; `new_date` only with `RuleOutcome.NEW_DATE`."""

    rule: Id
    outcome: RuleOutcome | None = None
    new_date: date | None = None
    note: str | None = None


class Return(Struct, frozen=True, gc=False, omit_defaults=True):
    """Whether somebody let go came back, asked after 3 and after 6 months."""

    prospect: Id
    after_months: int
    came_back: bool | Unknown | None = None


NOBODY: Literal["nobody"] = "nobody"
"""The answer "none of them" to which client has not heard from you."""


class LookBack(Struct, frozen=True, gc=False, omit_defaults=True):
    """The answers of the first step. `unheard` is a prospect's id, `NOBODY`, `UNKNOWN`, or None."""

    rules: tuple[RuleAnswer, ...] = ()
    promises: tuple[PromiseAnswer, ...] = ()
    unheard: Id | None = None
    returns: tuple[Return, ...] = ()


class SegmentReview(Struct, frozen=True, gc=False, omit_defaults=True):
    """One segment in one session. `rest_until`: left alone by choice before that month."""

    segment: Id
    potential: Rating = None
    attention: Rating = None
    unmet: str | None = None
    action: str | None = None
    rest_until: MonthKept | None = None
    note: str | None = None


class GoalState(StrEnum):
    """Where a learning goal stands after a session."""

    OPEN = "open"
    FINISHED = "finished"
    DROPPED = "dropped"


class GoalReview(Struct, frozen=True, gc=False, omit_defaults=True):
    """One learning goal in one session.

    `progress` counts steps of the goal's target, or tenths where it has none; None not answered. `i_will` and `when`
    are the next step and the moment it is tied to.
    """

    goal: Id
    progress: Annotated[int, Meta(ge=0)] | None = None
    state: GoalState = GoalState.OPEN
    i_will: str | None = None
    when: str | None = None
    note: str | None = None


class Source(StrEnum):
    """Which part of a session brought a commitment up."""

    URGENCY = "Urgency"
    REALITY = "Reality"
    SEGMENTS = "Segments"
    LEARNING = "Learning"
    OWN = "your words"


class Commitment(Struct, frozen=True, gc=False, omit_defaults=True):
    """Something you said you would do by the next session.

    `about` is the id of the prospect, segment or goal it came from; `by` a day, and `always` true for something to keep
    doing (or never do) until the next review.
    """

    id: Id
    text: str
    source: Source = Source.OWN
    about: Id | None = None
    by: date | None = None
    always: bool = False


MOST_COMMITMENTS = 3
"""Commitments in one session: three are remembered over a month, a longer list is a wish."""


class Answers(Struct, frozen=True, gc=False, omit_defaults=True):
    """Everything answered in one session, in the order of the steps.

    `scale` is the version of the scales it was rated with; its default is the first one for good, since a file leaves
    defaults out.
    """

    scale: int = 1
    look_back: LookBack = LookBack()
    obsessions: tuple[Obsession, ...] = ()
    segments: tuple[SegmentReview, ...] = ()
    one_client_until: MonthKept | None = None
    learning: tuple[GoalReview, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    conviction: Rating = None
    line: str | None = None


class Version(Struct, frozen=True, gc=False, omit_defaults=True):
    """One complete version of a finished session.

    `at` is the moment it was written (with its time zone) and `why` the reason of an amendment, None for the first
    version. `reviewed_on` is the local day of the first finishing: ages inside the session count to it. `seconds` is
    the time it took, without idle minutes.
    """

    at: datetime
    reviewed_on: date
    answers: Answers
    why: str | None = None
    mode: Mode = "full"
    seconds: Annotated[float, Meta(ge=0)] = 0


class Session(Struct, frozen=True, gc=False):
    """A finished month: its versions, oldest first, at least one. Rules read the newest."""

    month: MonthKept
    versions: Annotated[tuple[Version, ...], Meta(min_length=1)]

    @property
    def newest(self) -> Version:
        """The version that counts."""
        return self.versions[-1]

    @property
    def answers(self) -> Answers:
        """The answers that count."""
        return self.versions[-1].answers

    @property
    def on(self) -> date:
        """The day the session was first finished; ages inside it count to this day."""
        return self.versions[-1].reviewed_on


class Place(Struct, frozen=True, gc=False, omit_defaults=True):
    """Where somebody stands in the ritual: the step, the row's id, and the field (the scale's side, say)."""

    step: str
    about: str | None = None
    field: str | None = None


class Unfinished(Struct, frozen=True, gc=False, omit_defaults=True):
    """A form that was open with text in it: its name, whom it is about, its texts by field, and the field in use.

    Kept so that a closed window or a kill costs no typing; `also` is what else the form needs to be opened again.
    """

    form: str
    about: str | None = None
    texts: dict[str, str] = {}
    field: str | None = None
    also: str | None = None


class Draft(Struct, frozen=True, gc=False, omit_defaults=True):
    """The session in progress, with the labels it has made or changed.

    `prospects`, `segments` and `goals` hold new and renamed identities only; the rest stand in the history. `amends` is
    true for a correction of a finished month, whose reason is `why` and which was finished first on `reviewed_on`.
    `done` lists the steps that were left forwards. `unfinished` is the form that was open; None when none was.
    """

    month: MonthKept
    place: Place
    mode: Mode = "full"
    amends: bool = False
    why: str | None = None
    reviewed_on: date | None = None
    seconds: Annotated[float, Meta(ge=0)] = 0
    done: tuple[str, ...] = ()
    prospects: tuple[Prospect, ...] = ()
    segments: tuple[Segment, ...] = ()
    goals: tuple[LearningGoal, ...] = ()
    unfinished: Unfinished | None = None
    answers: Answers = Answers()
