"""Finishing: the draft becomes the version of a session that counts."""

from __future__ import annotations

from datetime import datetime

from review.history import History
from review.problem import Problem
from review.records import Draft, Version
from review.ritual import identities
from review.ritual.sitting import Sitting


def can_finish(draft: Draft, history: History) -> Problem | None:
    """Say why a draft can't be finished yet; None when it can.

    A first session needs a name; after it an empty list may be what letting go came to. A second session for a month
    that has one is refused: such a draft has to be an amendment.
    """
    if not draft.answers.obsessions and not history.before(draft.month).sessions:
        return Problem("Nobody is on the list yet: add one name in Obsessions.")
    if not draft.amends and history.session(draft.month) is not None:
        return Problem("This month is finished already. Set this draft aside and correct the session instead.")
    return None


def settled(sitting: Sitting) -> Draft:
    """Give the draft as it is to be finished: without the names that were typed by mistake and nothing uses."""
    return identities.without_unused(sitting)


def version(draft: Draft, at: datetime) -> Version:
    """Give the version a draft becomes: a session's first, or an amendment's. `at` is now, with its time zone."""
    return Version(
        at=at,
        reviewed_on=draft.reviewed_on or at.date(),
        answers=draft.answers,
        why=draft.why,
        mode=draft.mode,
        seconds=round(draft.seconds, 1),
    )
