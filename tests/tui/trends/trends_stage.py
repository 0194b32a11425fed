"""An app that shows the trends of a history, as the real one does, without a folder of its own."""

from datetime import UTC, date, datetime
from pathlib import Path

from textual.app import App
from textual.screen import Screen

from review.history import History
from store.library import Library
from tui.clock import Clock
from tui.desk import Desk
from tui.settings import Settings
from tui.theme import DARK, THEMES, variables_for
from tui.trends.screen import TrendsScreen

TODAY = date(2026, 11, 22)


class Held(Library):
    """A library that gives the history it was handed."""

    def __init__(self, history: History) -> None:
        super().__init__(Path("/nowhere"), lambda: datetime(2026, 11, 22, 20, tzinfo=UTC))
        self.held = history

    def history(self) -> History:
        return self.held


class TrendsStage(App[None]):
    """Shows the trends screen over an empty one."""

    def __init__(self, history: History) -> None:
        super().__init__()
        for ours in THEMES:
            self.register_theme(ours)
        self.theme = DARK.name
        self.held = history

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variables_for(self.current_theme)

    def first_screen(self) -> Screen[None]:
        """The screen to show."""
        return TrendsScreen(Desk(Held(self.held), Clock(TODAY), Settings(), lambda: "new", lambda: 0.0))

    def on_mount(self) -> None:
        self.push_screen(self.first_screen())

    def drawn(self) -> list[str]:
        """What stands on the screen, line by line, as text."""
        return [strip.text.rstrip() for strip in self.screen._compositor.render_strips()]

    def shown(self) -> str:
        """The whole screen as text."""
        return "\n".join(self.drawn())

    def acts(self) -> list[str]:
        """The parts of the screen that an action hangs on, and the characters a terminal would act on."""
        segments = [segment for strip in self.screen._compositor.render_strips() for segment in strip]
        clickable = [part.text for part in segments if part.style and "@click" in (part.style.meta or {})]
        return clickable + [part.text for part in segments if not part.text.replace("‍", "").isprintable()]
