"""Choosing which month to review, and whether in full or quickly."""

from __future__ import annotations

from typing import Any, cast

from textual.app import App

from review import cadence, reading
from review import month as months
from review.history import History
from review.month import Month
from review.records import Mode
from tui.desk import Desk
from tui.ritual.questions import for_field
from tui.widgets.dialogs import ChooseDialog, FormDialog
from tui.widgets.form_fields import MonthField

OTHER = "other"


async def choose_month(app: App[Any], desk: Desk) -> tuple[Month, Mode] | None:
    """Ask for the month and the mode; None when it was left."""
    history, today = desk.library.history(), desk.clock.today()
    begins = cadence.month_to_begin(history.months, today)
    this = months.of(today)
    near = dict.fromkeys([begins, this, months.shift(this, -1)])
    options = [(month, months.title(month), _state(history, month)) for month in near]
    chosen = await app.push_screen_wait(ChooseDialog("Which month?", [*options, (OTHER, "Another month", "")]))
    month = await _ask_month(app, desk, history) if chosen == OTHER else cast("Month | None", chosen)
    if month is None:
        return None
    mode = await app.push_screen_wait(ChooseDialog(f"{months.title(month)}: how?", _modes(desk.settings.mode)))
    return None if mode is None else (month, cast("Mode", mode))


def _state(history: History, month: Month) -> str:
    return "finished; this will correct it" if history.session(month) else ""


async def _ask_month(app: App[Any], desk: Desk, history: History) -> Month | None:
    today = desk.clock.today()
    last = history.last.month if history.last else None
    field = MonthField(
        "month",
        "Month",
        parse=lambda text: for_field(reading.month(text, today, last)),
        placeholder="2026-08, August, last",
        required=True,
        show=lambda month: months.title(cast("Month", month)),
    )
    given = await app.push_screen_wait(FormDialog("Another month", [field], save="go on"))
    return None if given is None else cast("Month | None", given["month"])


def _modes(usual: Mode) -> list[tuple[Mode, str, str]]:
    both: list[tuple[Mode, str, str]] = [
        ("full", "In full", "seven steps, about twelve minutes"),
        ("quick", "Quickly", "the ratings, the hours and the promises only"),
    ]
    return sorted(both, key=lambda each: each[0] != usual)
