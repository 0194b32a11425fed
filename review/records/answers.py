"""Answers and ids: what every record is made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Literal, TypeVar

from msgspec import Meta

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

MonthKept = Annotated[Month, Meta(pattern=r"^(?!9999)(19[0-9]{2}|[2-9][0-9]{3})-(0[1-9]|1[0-2])$", max_length=7)]
"""A month in a record: text that is none, as a change by hand leaves it, is refused where the record is decoded."""


Value = TypeVar("Value", int, float)


def known(answer: Value | Unknown | None) -> Value | None:
    """Give an answer's value; None when it is unknown or not given, which no rule tells apart."""
    return None if isinstance(answer, str) else answer
