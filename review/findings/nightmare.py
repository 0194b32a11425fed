"""The rule on nightmare signs: a client you would not want."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from review.findings.case import Case
from review.findings.finding import Finding, Level
from review.measured import Measured
from review.records import UNKNOWN, Degree, Signs

THERE = frozenset({"some", "clear"})
"""The degrees that say a sign is there."""

SOME_SIGNS_LEAST = 2
"""Nightmare signs of which there is some; a clear one is enough by itself."""

SIGN_NAMES = (("adversarial", "adversarial"), ("new_vendor", "new vendor, no change"), ("nobody", "nobody behind it"))
"""The three nightmare signs: field, and what a fact calls it."""


def nightmare_signs(case: Case) -> Iterator[Finding]:
    """Find those with any clear sign, or some of two."""
    for each in case.rows:
        signs = each.row.signs
        if is_nightmare(signs):
            clear = "clear" in degrees(signs)
            yield case.about(
                each.prospect,
                "nightmare signs",
                Level.ACT if clear else Level.LOOK,
                f"{case.name(each.prospect)} shows {'a clear sign' if clear else 'some signs'} of a client "
                "you would not want.",
                *(f"{words}: {getattr(signs, field)}" for field, words in SIGN_NAMES if getattr(signs, field)),
                weight=sum(degree in THERE for degree in degrees(signs)),
                values={f"{field}_sign": getattr(signs, field) for field, _ in SIGN_NAMES},
            )


def degrees(signs: Signs) -> tuple[Degree | None, Degree | None, Degree | None]:
    """Give the degrees of the three signs."""
    return signs.adversarial, signs.new_vendor, signs.nobody


def is_nightmare(signs: Signs) -> bool:
    """Whether any sign is clear, or there is some of two."""
    found = degrees(signs)
    return "clear" in found or found.count("some") >= SOME_SIGNS_LEAST


def newest_signs(case: Case, each: Measured) -> Signs:
    """Give the newest answer on each nightmare sign in this spell; they are not asked in every session."""
    rows = [degrees(row.row.signs) for row in case.recent(each.prospect, each.sessions)]
    adversarial, new_vendor, nobody = (_newest_answer(said) for said in zip(*rows, strict=True))
    return Signs(adversarial, new_vendor, nobody)


def _newest_answer(said: Iterable[Degree | None]) -> Degree | None:
    return next((degree for degree in said if degree is not None and degree != UNKNOWN), None)


def any_sign(signs: Signs) -> bool:
    """Whether any sign is there, some or clear."""
    return any(degree in THERE for degree in degrees(signs))
