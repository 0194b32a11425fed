"""Taking the keys from the settings, and telling what is wrong with them where the app can go on all the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from textual.app import App

from store.problems import StoreProblem
from tui.telling import LONG_ENOUGH

if TYPE_CHECKING:
    from tui.settings import Settings, SettingsFile


def use_keys(app: App[Any], settings: Settings) -> None:
    """Give the app the keys that were changed."""
    if settings.keys:
        from tui.remapping import keymap

        app.set_keymap(keymap(settings.keys))


def tell_of_settings(app: App[Any], file: SettingsFile, settings: Settings) -> None:
    """Say what means nothing in the settings; the keys are looked at beside the first keys pressed."""
    try:
        _tell(app, *file.unknown(), *_of_theme(app, settings))
    except StoreProblem:  # said already where they were read
        return
    if settings.keys:
        app.run_worker(lambda: _tell_of_keys(app, settings), thread=True, exit_on_error=False)


def _of_theme(app: App[Any], settings: Settings) -> Iterator[str]:
    if settings.theme not in app.available_themes:
        yield f"In the settings, there are no colours called {settings.theme}, so {app.theme} stands in for them."


def _tell_of_keys(app: App[Any], settings: Settings) -> None:
    from tui.remapping import trouble  # which loads every screen

    said = trouble(settings.keys)
    app.call_from_thread(_tell, app, *said)


def _tell(app: App[Any], *sentences: str) -> None:
    for sentence in sentences:
        app.notify(sentence, severity="warning", timeout=LONG_ENOUGH, markup=False)
