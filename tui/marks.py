"""What every screen says about the run: made-up data, or a day that stands in for the clock's."""

from __future__ import annotations

from typing import Any, Protocol, runtime_checkable

from textual.app import App

from tui import words


@runtime_checkable
class Marked(Protocol):
    """An app that has something to say on every screen."""

    @property
    def marks(self) -> tuple[str, ...]:
        """The marks, in order."""
        ...


def marks_of(app: App[Any]) -> str:
    """Give the marks in one line; empty where there are none."""
    return " · ".join(app.marks) if isinstance(app, Marked) else ""


def is_made_up(app: App[Any]) -> bool:
    """Tell whether what this run shows was made up."""
    return isinstance(app, Marked) and words.MADE_UP in app.marks
