"""Long work beside the handling of keys: a bar that says how far it is, and a way to stop it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterable
from typing import Any, ClassVar

from textual import events, on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tui.widgets.dialogs import Dialog, DialogBox
from tui.widgets.lines import line, said, spot
from tui.widgets.meters import progress

PATIENCE = 0.3
"""Seconds that work may take before it is spoken of: a box that only flashes up tells nobody anything."""

EVERY = 0.1
"""Seconds between two looks at how far it is."""


class Work:
    """A text made in pieces, one after the other, in a thread of its own; `total` is how many there will be."""

    def __init__(self, pieces: Iterable[str], total: int) -> None:
        self._pieces = pieces
        self.total = total
        self.made: list[str] = []
        self.stopped = False
        self.ended = threading.Event()

    def run(self) -> None:
        """Make the pieces, until all are made or it is stopped."""
        try:
            for piece in self._pieces:
                if self.stopped:
                    return
                self.made.append(piece)
        finally:
            self.ended.set()

    def stop(self) -> None:
        """Make no further piece; the one being made is not kept."""
        self.stopped = True


async def worked(app: App[Any], title: str, work: Work, stop: str) -> str | None:
    """Do the work and give the whole text, or None where the person stopped it; runs inside a worker.

    Work of more than a moment is shown, with what it means to *stop* it.
    """
    doing = asyncio.create_task(asyncio.to_thread(work.run))
    try:
        await asyncio.wait({doing}, timeout=PATIENCE)
        if not work.ended.is_set():
            await app.push_screen_wait(WorkingDialog(title, work, stop))
        await doing
    finally:
        work.stop()  # also where the app is left meanwhile: nothing is to wait for the thread
    return "".join(work.made) if len(work.made) == work.total else None


class WorkingDialog(Dialog[None]):
    """How far some work is. Closes when it is over; Esc stops it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "stop", show=False, id="dialog.cancel")]
    DEFAULT_CSS = """
    WorkingDialog .dialog--foot { height: auto; margin-top: 1; }
    """

    def __init__(self, title: str, work: Work, stop: str) -> None:
        super().__init__()
        self._title = title
        self._work = work
        self._stop = stop
        self._bar = Static()

    def compose(self) -> ComposeResult:
        """The bar, and below it how to stop."""
        foot = spot(line(("Esc", "bold $you"), (f" {self._stop}", "$quiet")), "stop")
        yield DialogBox(self._title, "", self._bar, Static(foot, classes="dialog--foot"))

    def on_mount(self) -> None:
        """Look how far it is from now on."""
        self.set_interval(EVERY, self._look)

    def on_resize(self) -> None:
        """Draw the bar as wide as the box."""
        self.call_after_refresh(self._look)

    def is_opening(self) -> bool:
        """Never: nothing in it takes the focus."""
        return False

    def action_stop(self) -> None:
        """Stop the work."""
        self._work.stop()
        self.dismiss(None)

    @on(events.Click)
    def _clicked(self, event: events.Click) -> None:
        if event.style.meta.get("spot") == "stop":
            self.action_stop()

    def _look(self) -> None:
        if self._work.ended.is_set():
            self.dismiss(None)
        else:
            self._bar.update(self._drawn(self._bar.size.width))

    def _drawn(self, width: int) -> Content:
        made, total = len(self._work.made), self._work.total
        count = said(f"  {made} of {total}".rjust(len(f"  {total} of {total}")), "$quiet")
        return line(progress(made, total, max(1, width - count.cell_length)), count)
