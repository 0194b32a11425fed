"""One prospect in one session, with that month's answers."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct

from review import scales
from review.records.answers import Amount, Id, MonthKept, Rating

Degree = Literal["no", "some", "clear", "unknown"]
"""How clear a nightmare sign is."""
DEGREES: tuple[Degree, ...] = get_args(Degree)


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
    heard: MonthKept
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
    since: MonthKept | None = None
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
