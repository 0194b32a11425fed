"""Changing the settings from inside the app."""

from __future__ import annotations

from typing import Any

from textual.app import App

from review import reading
from review.cadence import LAST_DAY
from tui.ritual.dialog import Field
from tui.ritual.questions import for_field
from tui.settings import Settings, SettingsFile
from tui.theme import DARK, THEMES, said_name
from tui.widgets.dialogs import FormDialog
from tui.widgets.form_fields import AmountField, ChoiceField, TextField

CURRENCY_LENGTH = 8


async def ask_settings(app: App[Any], file: SettingsFile) -> Settings | None:
    """Ask for the settings and keep them; None when it was left. Raises StoreProblem when they can't be kept."""
    now = file.read()
    colours = now.theme if now.theme in app.available_themes else DARK.name
    names = dict.fromkeys([*(theme.name for theme in THEMES), colours])
    options = [(name, said_name(name), "") for name in names]
    fields: list[Field] = [
        ChoiceField(
            "mode",
            "The ritual",
            options=[("full", "in full", "seven steps"), ("quick", "quick", "ratings, hours and promises")],
            value=now.mode,
        ),
        AmountField(
            "review_day",
            "Review day",
            parse=lambda text: for_field(reading.count(text, LAST_DAY)),
            value=str(now.review_day),
            hint="a day of the month; 31 is always its last",
        ),
        TextField("currency", "Currency", value=now.currency, max_length=CURRENCY_LENGTH),
        ChoiceField("theme", "Colours", options=options, value=colours),
    ]
    intro = f"Kept in {file.path}, where the keys can be changed too."
    given = await app.push_screen_wait(FormDialog("Settings", fields, intro=intro))
    return None if given is None else file.change(**{key: value for key, value in given.items() if value is not None})
