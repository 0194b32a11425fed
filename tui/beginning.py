"""Which sitting a month's review begins with: a draft gone on with, a correction, or a new one."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, cast

from textual.app import App

from review import month as months
from review.history import History
from review.month import Month
from review.records import Draft, Mode, Place
from review.ritual import sitting as sittings
from review.ritual import steps
from review.ritual.sitting import Sitting


def sitting_for(history: History, month: Month, today: date, mode: Mode) -> Sitting:
    """Begin a month's review, or a correction where it is finished, on the first step with something to ask."""
    session = history.session(month)
    first = steps.ALL[0].name
    if session is not None:
        begun = sittings.amend(history, session, today, first)
    else:
        begun = sittings.begin(history, month, today, first, mode)
    return _at(begun, steps.of(begun)[0].name)


def gone_on_with(history: History, draft: Draft, today: date, *, to_finish: bool = False) -> Sitting:
    """Go on with a draft where it was left, or at its last step."""
    resumed = sittings.resume(history, draft, today)
    return _at(resumed, steps.ALL[-1].name) if to_finish else resumed


async def what_becomes_of(draft: Draft, month: Month, app: App[Any]) -> Literal["continue", "finish", "aside"] | None:
    """Ask what to do with the draft of another month before *month* is begun; None when nothing is to happen."""
    from tui.widgets.dialogs import ChooseDialog

    options = [
        ("continue", "Go on with it", "where it was left"),
        ("finish", "Finish it", "at its last step"),
        ("aside", "Set it aside", f"kept in the backups; then begin {months.title(month)}"),
    ]
    words = described(draft)
    chosen = await app.push_screen_wait(ChooseDialog(f"{words[:1].upper()}{words[1:]} is not finished", options))
    return cast("Literal['continue', 'finish', 'aside'] | None", chosen)


def _at(sitting: Sitting, step: str) -> Sitting:
    from msgspec import structs

    return sitting.at(structs.replace(sitting.draft, place=Place(step)))


def described(draft: Draft) -> str:
    """Name a draft in a sentence: ``your October 2026 review``."""
    what = "correction of the {} review" if draft.amends else "{} review"
    return f"your {what.format(months.title(draft.month))}"
