"""An app that shows one screen over an empty one, with a desk to work at."""

import datetime
from pathlib import Path
from typing import Any

from textual.app import App
from textual.screen import Screen

from store.library import Library
from tui.clock import Clock
from tui.desk import Desk
from tui.settings import Settings
from tui.theme import DARK, THEMES, variables_for


class ReadingStage(App[Any]):
    """Shows a screen; `closed` once it was left. `marks` are what the run is marked with."""

    def __init__(self, screen: Screen[Any], marks: tuple[str, ...] = ()) -> None:
        super().__init__()
        for ours in THEMES:
            self.register_theme(ours)
        self.theme = DARK.name
        self.marks = marks
        self.shown_screen = screen
        self.closed = False

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variables_for(self.current_theme)

    def on_mount(self) -> None:
        self.push_screen(self.shown_screen, lambda _result: setattr(self, "closed", True))

    def drawn(self) -> list[str]:
        return [strip.text.rstrip() for strip in self.screen._compositor.render_strips()]

    def shown(self) -> str:
        return "\n".join(self.drawn())

    def acts(self) -> list[str]:
        """The parts of the screen that an action or a link hangs on, and the characters a terminal would act on."""
        segments = [segment for strip in self.screen._compositor.render_strips() for segment in strip]
        styled = [part for part in segments if part.style is not None]
        acting = [
            part.text for part in styled if part.style and (part.style.link or "@click" in (part.style.meta or {}))
        ]
        return acting + [part.text for part in segments if not part.text.replace("\u200d", "").isprintable()]

    def told(self) -> list[str]:
        """What was notified."""
        return [note.message for note in self._notifications]


def desk(data: Path, today: datetime.date = datetime.date(2026, 12, 2), **settings: Any) -> Desk:
    now = datetime.datetime.combine(today, datetime.time(12), datetime.UTC)
    return Desk(Library(data, lambda: now), Clock(today), Settings(**settings), lambda: "new", lambda: 0.0)
