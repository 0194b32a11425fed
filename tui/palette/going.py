"""Going where the palette was asked to, from whichever screen is at hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from review.month import Month
from review.records import Id
from store.problems import StoreProblem
from tui.telling import tell

if TYPE_CHECKING:
    from tui.app import ReviewApp
    from tui.palette.entries import Entry

HINT = "a command, a month, a name"


def anywhere(app: ReviewApp) -> None:
    """Show the palette, and go where it says. What can't be read is said, and the commands are there all the same."""
    from tui.palette.entries import commands, in_progress, places
    from tui.palette.screen import NOT_YET, NOTHING, PaletteDialog

    fixed = commands(app)
    found: list[Entry] = []
    try:
        draft = app.desk.library.draft()
        found += [in_progress(app, draft)] if draft else []
        found += places(app, app.desk.library.history())
    except StoreProblem as problem:
        tell(app, problem)
    nothing = NOTHING if found else NOT_YET
    app.push_screen(PaletteDialog("Go anywhere", [*fixed, *found], hint=HINT, nothing=nothing), _gone(app))


def into_colours(app: ReviewApp) -> None:
    """Show all themes, and take the one that is chosen."""
    from tui.palette.entries import colours
    from tui.palette.screen import PaletteDialog

    app.push_screen(PaletteDialog("Colours", colours(app)), _gone(app))


def _gone(app: ReviewApp) -> Callable[[Entry | None], None]:
    def go(entry: Entry | None) -> None:
        if entry is not None:
            app.call_later(entry.go)

    return go


def to_view(app: ReviewApp, at: int) -> None:
    """Open the trends on one of their views, counted from 0."""
    from tui.trends.screen import TrendsScreen

    try:
        screen = TrendsScreen(app.desk)
    except StoreProblem as problem:
        tell(app, problem)
        return
    app.push_screen(screen)
    app.call_after_refresh(screen.action_view, at)


def to_month(app: ReviewApp, month: Month) -> None:
    """Read a finished session's summary."""
    from tui.summary.export import SummaryFile
    from tui.summary.screen import SummaryScreen

    currency = app.desk.settings.currency
    writer = SummaryFile(app.desk.library.folder.path, currency)
    app.push_screen(SummaryScreen(app.desk.library.history(), month, currency=currency, file=writer))


def to_prospect(app: ReviewApp, prospect: Id) -> None:
    """Read a prospect's story."""
    from tui.story.screen import StoryScreen

    app.push_screen(StoryScreen(app.desk.library.history(), prospect, app.desk.settings.currency))


def to_colours(app: ReviewApp, name: str) -> None:
    """Take another theme, and keep it in the settings."""
    try:
        app.keep_theme(name)
    except StoreProblem as problem:
        tell(app, problem)
