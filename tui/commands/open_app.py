"""Opening the app, from wherever a command begins. The one command file that loads a screen."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

from click.exceptions import Exit

from store.library import Library
from tui.failures import CannotBe
from tui.start import Start
from tui.where import Where

WITHOUT = "Without one, try: obsess-review status, list, show or export."


def open_app(
    where: Where, library: Library | None = None, start: Start | None = None, *, made_up: bool = False
) -> NoReturn:
    """Open the app on the person's library, or another, and leave with its exit code when it closes."""
    need_terminal()
    parts = (library or where.library, where.clock, where.settings_file)
    from tui.app import run_app  # the named line: nothing else under commands loads a screen

    raise Exit(run_app(*parts, start=start, made_up=made_up))


def need_terminal() -> None:
    """Raise CannotBe where there is no terminal that a screen can be drawn on."""
    if not (_is_terminal(sys.stdin) and _is_terminal(sys.stdout)):
        raise CannotBe(f"This needs a terminal to draw on and to type at. {WITHOUT}")
    if os.environ.get("TERM", "dumb") in {"dumb", "unknown", ""}:
        raise CannotBe(f"This terminal can't be drawn on (TERM says so). {WITHOUT}")


def _is_terminal(stream: object) -> bool:
    isatty = getattr(stream, "isatty", None)
    return bool(isatty and isatty())
