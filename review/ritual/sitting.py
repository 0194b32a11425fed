"""A sitting: the draft together with the history it carries over from and the day it takes place.

Every question the steps ask about the past is asked of a `Sitting`; every answer gives a new `Draft`. Nothing in it is
ever changed in place, which is what makes undo a matter of keeping the drafts before.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property

from msgspec import Struct, structs

from review import measures, scales
from review import month as months
from review.history import History, finished_at
from review.measures import Gap, Verdict
from review.month import Month
from review.records import (
    Answers,
    ClaimState,
    Draft,
    Id,
    LearningGoal,
    Mode,
    Move,
    Obsession,
    Place,
    Prospect,
    Segment,
    Session,
    Version,
)
from review.ritual.merges import followed


class Sitting(Struct, frozen=True, dict=True):
    """What a step sees. `past` ends before the draft's month; `today` is the day the answers are given.

    `finished_at` is when an amended session was first finished; None for a new one.
    """

    past: History
    draft: Draft
    today: date
    finished_at: datetime | None = None

    def at(self, draft: Draft) -> Sitting:
        """Give the sitting with another draft, over the same past.

        What was worked out from the names goes along while they are the same, so that a rating costs no second look
        at years of sessions.
        """
        later = Sitting(self.past, draft, self.today, self.finished_at)
        if "named" in vars(self) and _labels(draft) == _labels(self.draft):
            vars(later)["named"] = self.named
        return later

    @property
    def month(self) -> Month:
        """The month under review."""
        return self.draft.month

    @property
    def answers(self) -> Answers:
        """The draft's answers so far."""
        return self.draft.answers

    @property
    def previous(self) -> Session | None:
        """The session this one carries over from; None in a first session."""
        return self.carried.last

    @cached_property
    def carried(self) -> History:
        """The past as it was carried over from: for an amendment, without the sessions that were finished after it."""
        return self.named.known_at(self.finished_at) if self.finished_at else self.named

    @property
    def quick(self) -> bool:
        """Whether this is the quick ritual."""
        return self.draft.mode == "quick"

    # -- names ---------------------------------------------------------------------------------------------------------

    @cached_property
    def named(self) -> History:
        """The past with the draft's own labels laid over it."""
        draft = self.draft
        if not (draft.prospects or draft.segments or draft.goals):
            return self.past
        return self.past.naming(draft.prospects, draft.segments, draft.goals)

    def prospect(self, id_: Id) -> Prospect:
        """Give a prospect by the label it has now."""
        return self.named.prospect(id_)

    def segment(self, id_: Id) -> Segment:
        """Give a segment by the label it has now."""
        return self.named.segment(id_)

    def goal(self, id_: Id) -> LearningGoal:
        """Give a learning goal by the label it has now."""
        return self.named.goal(id_)

    # -- rows ----------------------------------------------------------------------------------------------------------

    @property
    def rows(self) -> tuple[Obsession, ...]:
        """Every prospect of this session, ended and parked ones included."""
        return self.draft.answers.obsessions

    @property
    def asked(self) -> tuple[Obsession, ...]:
        """The prospects that this month's questions are asked of."""
        return tuple(row for row in self.rows if row.asked)

    def row(self, prospect: Id) -> Obsession | None:
        """Give a prospect's row; None when it is not on this session's list."""
        mine = self.prospect(prospect).id
        return next((row for row in self.rows if row.prospect == mine), None)

    def newest_move(self, row: Obsession) -> Move | None:
        """Give the newest thing they did by the day of this review, as told in this session or any before."""
        moves = [*self.named.moves(row.prospect), *(row.moves or ())]
        return measures.newest_move(moves, self.on)

    def gap(self, row: Obsession) -> Gap | None:
        """Measure a row's gap; None until both sides are rated."""
        return measures.gap(row, self.newest_move(row), self.on)

    def verdict(self, row: Obsession) -> Verdict:
        """Hold a row's spending against the limit the last session set."""
        return measures.verdict_in(self.carried, row, self.month)

    def since(self, row: Obsession) -> Month:
        """Give the month the row's present spell began."""
        if row.since is not None:
            return row.since
        return self.carried.spells(row.prospect)[-1].since if self._goes_on(row.prospect) else self.month

    def months_on_list(self, row: Obsession) -> int:
        """Count the months of the present spell, this one included."""
        return measures.months_on_list(self.since(row), self.month)

    def is_new(self, row: Obsession) -> bool:
        """Whether the row was not carried over from the session before."""
        return not self._goes_on(row.prospect)

    def earlier(self, row: Obsession, most: int = 3) -> list[tuple[Month, Obsession]]:
        """Give the latest rows of earlier sessions, newest first; shown only once this month's rating is given."""
        found = self.named.appearances(row.prospect)
        return [(each.month, each.row) for each in reversed(found[-most:])]

    def _goes_on(self, prospect: Id) -> bool:
        """Tell whether it was on the list of the session before, and had not ended there."""
        newest = self.carried.latest(prospect)
        on_it = newest is not None and self.previous is not None and newest.month == self.previous.month
        return on_it and newest is not None and newest.row.ended is None

    @property
    def on(self) -> date:
        """The day ages count to: today, or for an amendment the day the session was first finished."""
        return self.reviewed_on or self.today

    @property
    def reviewed_on(self) -> date | None:
        """The day an amended session was first finished; None for a new one."""
        return self.draft.reviewed_on

    # -- the session as it would be ------------------------------------------------------------------------------------

    def as_session(self) -> Session:
        """Give the session as it stands, so that the rules can read it before it is finished."""
        begun = (finished_at(each) for each in self.past.sessions)
        moment = self.finished_at or max((months.midnight(self.on), *begun))
        return Session(self.month, (Version(moment, self.on, self.answers, mode=self.draft.mode),))

    @cached_property
    def with_this(self) -> History:
        """The past with this session as it stands: what findings and the summary are drawn from."""
        return self.named.having(self.as_session())


def _labels(draft: Draft) -> tuple[object, ...]:
    return (draft.prospects, draft.segments, draft.goals)


def begin(past: History, month: Month, today: date, first_step: str, mode: Mode = "full") -> Sitting:
    """Begin a month's session, carrying over facts and no judgements from the newest session before it.

    `past` may hold later sessions; they are left out.
    """
    before = past.before(month)
    carried = before.last.answers if before.last else Answers()
    rows = tuple(_carried(row) for row in followed(carried, before).obsessions if row.ended is None)
    answers = Answers(scale=scales.CURRENT, obsessions=rows, one_client_until=_still(carried.one_client_until, month))
    return Sitting(before, Draft(month, Place(first_step), mode=mode, answers=answers), today)


def _carried(row: Obsession) -> Obsession:
    return Obsession(
        prospect=row.prospect,
        kind=row.kind,
        segment=row.segment,
        hope=row.hope,
        since=row.since,
        dream=row.dream,
        parked=row.parked,
        limit=row.limit,
        claims=tuple(claim for claim in row.claims if claim.state is ClaimState.UNCHECKED),
    )


def _still(until: Month | None, month: Month) -> Month | None:
    return until if until is not None and until >= month else None


def amend(history: History, session: Session, today: date, first_step: str) -> Sitting:
    """Begin a correction of a finished month: a draft with all its answers, to become one more version.

    Answers about somebody who was merged since follow to who they turned out to be.
    """
    before, newest = history.before(session.month), session.newest
    draft = Draft(
        session.month,
        Place(first_step),
        mode=newest.mode,
        amends=True,
        reviewed_on=newest.reviewed_on,
        seconds=newest.seconds,
        answers=followed(newest.answers, before),
    )
    return Sitting(before, draft, today, finished_at(session))


def resume(history: History, draft: Draft, today: date) -> Sitting:
    """Go on with a draft where it was left."""
    amended = history.session(draft.month) if draft.amends else None
    return Sitting(history.before(draft.month), draft, today, finished_at(amended) if amended else None)


def change(draft: Draft, **answers: object) -> Draft:
    """Give a draft with some of its answers replaced, by the names they have in `Answers`."""
    return structs.replace(draft, answers=structs.replace(draft.answers, **answers))


def change_row(draft: Draft, prospect: Id, **fields: object) -> Draft:
    """Give a draft with some fields of one prospect's row replaced; unchanged where it is not on the list."""
    rows = tuple(
        structs.replace(row, **fields) if row.prospect == prospect else row for row in draft.answers.obsessions
    )
    return change(draft, obsessions=rows)
