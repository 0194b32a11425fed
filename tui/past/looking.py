"""Looking through the past sessions: the list comes back after each correction, until it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.month import Month
from tui.past.screen import PastScreen

if TYPE_CHECKING:
    from tui.app import ReviewApp


async def look_through(app: ReviewApp) -> None:
    """Show the list; a session chosen there is corrected, and the list comes back at its month. Runs in a worker."""
    month: Month | None = None
    while (month := await app.push_screen_wait(PastScreen(app.desk, month))) is not None:
        await app.take_through(month, app.desk.settings.mode)
