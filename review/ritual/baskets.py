"""In how many baskets the eggs are, as the Segments step shows it."""

from __future__ import annotations

from msgspec import Struct

from review import measures
from review import text as texts
from review.findings.focus import BASKET_LEAST, BASKET_PROSPECTS, BASKET_SHARE, BASKETS_LEAST
from review.records import Id, known
from review.ritual.sitting import Sitting


class Share(Struct, frozen=True):
    """One prospect's unpaid hours in this session."""

    prospect: Id
    name: str
    hours: float


class Baskets(Struct, frozen=True):
    """Where the unpaid hours went, the most first. `number`: as many equal baskets would be as spread.

    It is None where of too few the hours are known, which `known` counts.
    `few`: so little spread that it is found as one basket, unless one client is a choice.
    """

    shares: tuple[Share, ...]
    number: float | None
    known: measures.HoursKnown
    few: bool

    @property
    def hours(self) -> float:
        """The hours of all."""
        return sum(share.hours for share in self.shares)


def baskets(sitting: Sitting) -> Baskets | None:
    """Tell where the hours of this session went; None where none are known."""
    spent = [
        Share(row.prospect, sitting.prospect(row.prospect).name, hours)
        for row in sitting.rows
        if (hours := known(row.hours))
    ]
    if not spent:
        return None
    shares, number = tuple(sorted(spent, key=lambda share: -share.hours)), measures.baskets(sitting.rows)
    answered = measures.hours_known(sitting.rows)
    return Baskets(shares, number, answered, few=number is not None and _few(shares, number, answered.known))


def _few(shares: tuple[Share, ...], number: float, answered: int) -> bool:
    """Hold the spread against the bounds of the finding "one basket"."""
    total = sum(share.hours for share in shares)
    enough = answered >= BASKET_PROSPECTS and total >= BASKET_LEAST
    return enough and (shares[0].hours >= BASKET_SHARE * total or number < BASKETS_LEAST)


def of_how_many(answered: measures.HoursKnown) -> str:
    """Say of how many of the list the hours are known, where that is too few for a total: ``of one of five``."""
    return f"of {texts.counted_word(answered.known)} of {texts.counted_word(answered.listed)}"
