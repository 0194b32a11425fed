"""What a monthly review is made of: the records that are kept, and that go between the floors of the house.

Every answer is a value, `UNKNOWN` ("I know that I don't know"), or None (not given). These are three different
things: the last two fire no rule and enter no mean. Months are ``YYYY-MM`` text, days are dates in the person's own
time zone, hours are hours, money is in the currency of the settings. Ids are random text from an injected factory;
names are labels.

The records hold no cycles, so the garbage collector leaves them alone (`gc=False`): ten years of them would cost a pause.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal, TypeVar, get_args

from msgspec import Meta, Struct

from review import scales
from review.month import Month

Id = str
NewId = Callable[[], Id]
"""Makes an id that no other record has; injected, so that the domain stays a function of its input."""

Unknown = Literal["unknown"]
UNKNOWN: Unknown = "unknown"

Rating = Annotated[int, Meta(ge=scales.LOWEST, le=scales.HIGHEST)] | Unknown | None
"""A value of a 1–5 scale, unknown, or not given."""

Amount = Annotated[float, Meta(ge=0)] | Unknown | None
"""Hours or money, from 0; unknown, or not given."""

Degree = Literal["no", "some", "clear", "unknown"]
"""How clear a nightmare sign is."""
DEGREES: tuple[Degree, ...] = get_args(Degree)

Mode = Literal["full", "quick"]


# --- identities -------------------------------------------------------------------------------------------------------


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
    by: Month | None = None
    merged_into: Id | None = None


# --- one prospect in one session --------------------------------------------------------------------------------------


class Kind(StrEnum):
    """Whether a prospect has signed nothing yet, or is a client under a current contract (with a further hope)."""

    PROSPECT = "prospect"
    CLIENT = "client"


class MoveKind(StrEnum):
    """What they did."""

    REPLY = "replied"
    MEETING = "met with you"
    ASKED = "asked for something"
    HOMEWORK = "did homework"
    ACCESS = "opened a door to who signs"
    DATED = "named a date in their world"
    PAID = "paid money"
    OTHER = "something else"


BACKING = frozenset({MoveKind.HOMEWORK, MoveKind.ACCESS, MoveKind.DATED, MoveKind.PAID})
"""The moves that cost them something, and so back a rating of 4 or 5."""


class Move(Struct, frozen=True, gc=False, omit_defaults=True):
    """A dated thing they did. `ahead` is the day of an event in their own world ("their tender, 1 March")."""

    id: Id
    on: date
    kind: MoveKind
    asked_for: bool | None = None
    what: str | None = None
    ahead: date | None = None


class Gift(Struct, frozen=True, gc=False, omit_defaults=True):
    """What you gave unpaid, and how many of it: ``2 drawings``."""

    what: str
    count: Annotated[int, Meta(ge=1)] = 1


class ClaimState(StrEnum):
    """What became of something they told you."""

    UNCHECKED = "not checked"
    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"


class Claim(Struct, frozen=True, gc=False, omit_defaults=True):
    """Something they told you, as it stands in one session.

    `heard` is the month of the session it was first noted in. `by` is what confirmed or contradicted it, in words;
    `by_move` the move of theirs that did.
    """

    id: Id
    text: str
    heard: Month
    state: ClaimState = ClaimState.UNCHECKED
    checked_on: date | None = None
    by: str | None = None
    by_move: Id | None = None


class Signs(Struct, frozen=True, gc=False, omit_defaults=True):
    """The three nightmare signs; None where not asked or not answered."""

    adversarial: Degree | None = None
    new_vendor: Degree | None = None
    nobody: Degree | None = None


class Limit(Struct, frozen=True, gc=False, omit_defaults=True):
    """What you allow yourself for one prospect until the next review.

    Hours and money are per calendar month between the two reviews; `energy` is the highest rating you accept. None: no
    limit of that sort.
    """

    hours: Annotated[float, Meta(ge=0)] | None = None
    money: Annotated[float, Meta(ge=0)] | None = None
    energy: Annotated[int, Meta(ge=scales.LOWEST, le=scales.HIGHEST)] | None = None


class StopRule(Struct, frozen=True, gc=False, omit_defaults=True):
    """``If state by date, I will action``: made in one session, answered in a later one."""

    id: Id
    state: str
    by: date
    action: str


class Decision(StrEnum):
    """What a closer look ends in."""

    ENGAGE = "engage"
    LIMIT = "limit"
    CHECK_FIRST = "check first"
    REFRAME = "reframe"
    PART_WAYS = "part ways"
    SIGNED = "signed"
    LOST = "lost"


class How(StrEnum):
    """How a prospect came off the list; a client can only leave, or sign again."""

    SIGNED = "signed"
    LOST = "lost"
    PARTED = "you parted"
    COOLED = "cooled"
    LEFT = "left"


class End(Struct, frozen=True, gc=False, omit_defaults=True):
    """How it ended in this session, and why in a few words."""

    how: How
    reason: str | None = None


class Reason(StrEnum):
    """Why they may validly be in less of a hurry than you."""

    BUDGET = "budget cycle"
    NO_OWNER = "no owner yet"
    PRIORITY = "other priority"
    LEGAL = "waiting on legal"
    NO_PAIN = "no pain"
    CHOOSING = "choosing someone else"
    DONT_KNOW = "don't know"
    OWN = "your words"


class Obsession(Struct, frozen=True, gc=False, omit_defaults=True):
    """One prospect in one session, with that month's answers.

    `since` is the month the present spell began, as the person said; None when not given (the spell's first session
    counts then). `moves` and `given` are those entered in this session: None not asked, empty means "nothing".
    `limit` is the one for the time until the next review; the one in force now stands in the session before. `ended`
    None: still on.
    """

    prospect: Id
    kind: Kind = Kind.PROSPECT
    segment: Id | None = None
    hope: str | None = None
    since: Month | None = None
    dream: bool = False
    parked: bool = False
    yours: Rating = None
    theirs: Rating = None
    moves: tuple[Move, ...] | None = None
    reason: Reason | None = None
    reason_words: str | None = None
    hours: Amount = None
    energy: Rating = None
    money: Amount = None
    given: tuple[Gift, ...] | None = None
    claims: tuple[Claim, ...] = ()
    why_us: str | None = None
    signs: Signs = Signs()
    decision: Decision | None = None
    limit: Limit = Limit()
    rules: tuple[StopRule, ...] = ()
    ended: End | None = None
    note: str | None = None

    @property
    def asked(self) -> bool:
        """Whether this month's questions are asked of it: neither ended nor parked."""
        return self.ended is None and not self.parked


# --- the rest of a session --------------------------------------------------------------------------------------------


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
    rest_until: Month | None = None
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
    one_client_until: Month | None = None
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

    month: Month
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

    month: Month
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


Value = TypeVar("Value", int, float)


def known(answer: Value | Unknown | None) -> Value | None:
    """Give an answer's value; None when it is unknown or not given, which no rule tells apart."""
    return None if answer == UNKNOWN or isinstance(answer, str) else answer
