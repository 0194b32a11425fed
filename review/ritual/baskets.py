"""In how many baskets the eggs are, as the Segments step shows it."""

from __future__ import annotations

from msgspec import Struct

from review import measures
from review.findings.focus import BASKET_KNOWN_SHARE, BASKET_LEAST, BASKET_PROSPECTS, BASKET_SHARE, BASKETS_LEAST
from review.records import Id, known
from review.ritual.sitting import Sitting


class Share(Struct, frozen=True):
    """One prospect's unpaid hours in this session."""

    prospect: Id
    name: str
    hours: float


class Baskets(Struct, frozen=True):
    """Where the unpaid hours went, the most first. `number`: as many equal baskets would be as spread.

    `few`: so little spread that it is found as one basket, unless one client is a choice.
    """

    shares: tuple[Share, ...]
    number: float
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
    number = measures.effective_number(share.hours for share in spent)
    if number is None:
        return None
    shares = tuple(sorted(spent, key=lambda share: -share.hours))
    return Baskets(shares, number, few=_few(sitting, shares, number))


def _few(sitting: Sitting, shares: tuple[Share, ...], number: float) -> bool:
    """Hold the spread against the bounds of the finding "one basket"."""
    answered = sum(known(row.hours) is not None for row in sitting.rows)
    listed = sum(row.asked or known(row.hours) is not None for row in sitting.rows)
    total = sum(share.hours for share in shares)
    enough = answered >= BASKET_PROSPECTS and answered >= BASKET_KNOWN_SHARE * listed and total >= BASKET_LEAST
    return enough and (shares[0].hours >= BASKET_SHARE * total or number < BASKETS_LEAST)
