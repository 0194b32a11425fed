"""What the answers of a session measure: the gap, give and take, the limit, baskets and neglect.

Each measure is None where an answer it needs is unknown or was not given.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from review import month as months
from review import scales
from review.history import History
from review.month import Month
from review.records import BACKING, Amount, Id, Kind, Limit, Move, Obsession, SegmentReview, known

EVIDENCE_DAYS = 60
"""A move backs a high rating for this many days, the last included: two monthly reviews and a few days of grace."""

COUNTS_AS = 3
"""What a rating of theirs of 4 or 5 counts as while nothing backs it: willing, the most that words can show."""


NEGLECTED_FROM = 2
"""Potential this far above attention is neglect: one step can be a matter of mood."""

CROWDED_FROM = -2
"""Attention this far above potential is crowding, by the same reasoning."""

HOURS_KNOWN_SHARE = 0.8
"""Share of the list whose hours must be known: with more missing, the total and the largest one's share are guesses."""


class Gap(Struct, frozen=True, gc=False):
    """Yours minus theirs, as said and as counted."""

    yours: int
    theirs: int
    counted_theirs: int

    @property
    def said(self) -> int:
        """The gap as the person rated it, −4 to 4."""
        return self.yours - self.theirs

    @property
    def counted(self) -> int:
        """The gap after the evidence rule, never below `said`."""
        return self.yours - self.counted_theirs

    @property
    def band(self) -> scales.Band:
        """The word for it."""
        return scales.band(self.said, self.counted)

    @property
    def unbacked(self) -> bool:
        """Whether theirs counts for less than was said."""
        return self.counted_theirs < self.theirs


def newest_move(moves: Iterable[Move], on: date | None = None) -> Move | None:
    """Give the newest move by day; of several on one day, one that backs a high rating comes first.

    Moves after the day *on* are left out: a session reviewed late may hold them, and an earlier one did not know.
    """
    until = (move for move in moves if on is None or move.on <= on)
    return max(until, key=lambda move: (move.on, move.kind in BACKING), default=None)


def backs(move: Move | None, on: date) -> bool:
    """Tell whether a newest move makes a 4 or 5 count as said on a day (day of the review)."""
    return move is not None and move.kind in BACKING and (on - move.on).days <= EVIDENCE_DAYS


def gap(row: Obsession, newest: Move | None, on: date) -> Gap | None:
    """Measure the gap of one prospect in one session; `newest` is their newest move of any session up to it."""
    yours, theirs, counted = known(row.yours), known(row.theirs), counted_theirs(row, newest, on)
    if yours is None or theirs is None or counted is None:
        return None
    return Gap(yours, theirs, counted)


def counted_theirs(row: Obsession, newest: Move | None, on: date) -> int | None:
    """Give what a rating of theirs counts as: as said for a client or with a move that backs it, else 3 at the most."""
    theirs = known(row.theirs)
    if theirs is None or row.kind is Kind.CLIENT or backs(newest, on):
        return theirs
    return min(theirs, COUNTS_AS)


def is_hoped_for(row: Obsession) -> bool:
    """Tell whether there is something to sign: with a client only where a further hope is named."""
    return row.kind is Kind.PROSPECT or row.hope is not None


def months_on_list(since: Month, now: Month) -> int:
    """Count the calendar months a spell has lasted, both ends included: 1 in its first month."""
    return max(1, months.apart(since, now) + 1)


class Verdict(Struct, frozen=True, gc=False):
    """What was spent against the limit in force.

    `hours` and `money` are the allowances for the whole time since the last review, None where no limit of that sort
    was set or the spending is not known. The three `over` figures are 0 when the limit held.
    """

    hours: float | None = None
    hours_over: float = 0
    money: float | None = None
    money_over: float = 0
    energy: int | None = None
    energy_over: int = 0

    @property
    def any_limit(self) -> bool:
        """Whether there was a limit that could be checked."""
        return not (self.hours is None and self.money is None and self.energy is None)

    @property
    def held(self) -> bool:
        """Whether every limit that could be checked was kept."""
        return self.any_limit and not (self.hours_over or self.money_over or self.energy_over)

    @property
    def broken(self) -> bool:
        """Whether any limit was exceeded."""
        return self.any_limit and not self.held

    @property
    def worst_share_over(self) -> float:
        """By what share hours or money exceeded their allowance: 0.25 is a quarter over; infinite where it was 0."""
        pairs = ((self.hours_over, self.hours), (self.money_over, self.money))
        return max((over / allowed if allowed else float("inf") for over, allowed in pairs if over), default=0.0)


def verdict(row: Obsession, limit: Limit, months_since: int) -> Verdict:
    """Hold a session's spending against the limit set `months_since` months before; each skipped month adds to it."""
    times = max(1, months_since)
    hours, hours_over = _held_against(limit.hours, times, row.hours)
    money, money_over = _held_against(limit.money, times, row.money)
    felt = known(row.energy) if limit.energy is not None else None
    energy = limit.energy if felt is not None else None
    energy_over = felt - energy if felt is not None and energy is not None and felt > energy else 0
    return Verdict(hours, hours_over, money, money_over, energy, energy_over)


def _held_against(limit: float | None, times: int, spent: Amount) -> tuple[float | None, float]:
    """Give the limit for all the months, to the cent (3 × 2.3 is 6.9, and no hair less), and what went over it."""
    if limit is None or (known_spent := known(spent)) is None:
        return None, 0.0
    allowed = round(limit * times, 2)
    return allowed, round(known_spent - allowed, 2) if known_spent > allowed else 0.0


def verdict_in(history: History, row: Obsession, now: Month) -> Verdict:
    """Hold a row of the session of *now* against the limit of the session before it; `history` ends before *now*."""
    force = history.limit_in_force(row.prospect)
    if force is None:
        return Verdict()
    limit, set_in = force
    return verdict(row, limit, months.index(now) - set_in)


def gifts(row: Obsession) -> int:
    """Count what you gave unpaid in one session."""
    return sum(gift.count for gift in row.given or ())


def effective_number(shares: Iterable[float]) -> float | None:
    """Tell how many equal shares would be as spread as these: 1 ÷ Σ share²; None when there is nothing to share.

    Source: the inverse Simpson index, Hill's diversity number of order 2 (Hill 1973). 60/20/10/10 gives 2.4.
    """
    positive = [share for share in shares if share > 0]
    total = sum(positive)
    return 1 / sum((share / total) ** 2 for share in positive) if total > 0 else None


def hours_by_prospect(rows: Iterable[Obsession]) -> dict[Id, float]:
    """Give the known unpaid hours of each prospect."""
    return {row.prospect: hours for row in rows if (hours := known(row.hours)) is not None}


class HoursKnown(Struct, frozen=True, gc=False):
    """Of how many of a session's list the unpaid hours are known. `listed`: those asked, and whoever has hours."""

    known: int
    listed: int

    @property
    def enough(self) -> bool:
        """Whether a total and baskets may be told: what was not answered would be counted as none."""
        return self.known > 0 and self.known >= HOURS_KNOWN_SHARE * self.listed


def hours_known(rows: Iterable[Obsession]) -> HoursKnown:
    """Count of how many the unpaid hours are known."""
    pairs = [(row, known(row.hours) is not None) for row in rows]
    return HoursKnown(sum(told for _, told in pairs), sum(told or row.asked for row, told in pairs))


def baskets(rows: Sequence[Obsession]) -> float | None:
    """Tell in how many baskets the eggs are: the effective number of prospects by unpaid hours, if enough are known."""
    return effective_number(hours_by_prospect(rows).values()) if hours_known(rows).enough else None


def neglect(review: SegmentReview) -> int | None:
    """Measure potential minus attention, −4 to 4."""
    potential, attention = known(review.potential), known(review.attention)
    return potential - attention if potential is not None and attention is not None else None
