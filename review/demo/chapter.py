"""One session of the made-up history while it is told."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from review.demo.calendar import Calendar
from review.demo.practice import CLOSINGS
from review.history import History
from review.month import Month
from review.problem import Problem
from review.records import Draft, Id, NewId
from review.ritual import steps
from review.ritual.sitting import Sitting, begin

Answer = TypeVar("Answer")


class Chapter:
    """The sitting as it stands, which every answer written moves on.

    `known` has the id of everybody told of so far, by the name the tables use, and is shared by all chapters.
    """

    def __init__(self, at: int, calendar: Calendar, new_id: NewId, known: dict[str, Id], past: History) -> None:
        self.at = at
        self.calendar = calendar
        self.new_id = new_id
        self.known = known
        first = steps.ALL[0].name
        self.sitting: Sitting = begin(past, self.month, calendar.reviewed_on(at), first, CLOSINGS[at].mode)

    @property
    def month(self) -> Month:
        """The month under review."""
        return self.calendar.month(self.at)

    def day(self, when: tuple[int, int]) -> date:
        """Give a day by the number of its month and its own."""
        return self.calendar.day(*when)

    def write(self, answered: Draft | Problem) -> None:
        """Go on with what an answer made of the draft."""
        self.sitting = self.sitting.at(accepted(answered))


def accepted(answer: Answer | Problem) -> Answer:
    """Give an answer that the ritual took; raises ValueError for one it refused, since the tables are wrong then."""
    if isinstance(answer, Problem):
        raise ValueError(answer.text)  # noqa: TRY004 - the value is what is wrong
    return answer
