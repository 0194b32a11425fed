"""Opening the app, from wherever a command begins. The one command file that loads a screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import NoReturn, TextIO

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
    if not _takes_utf_8(sys.stdout, os.environ):
        raise CannotBe(f"This terminal does not take UTF-8 (its locale says so). Set LANG to C.UTF-8. {WITHOUT}")


def _takes_utf_8(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Tell whether letters beyond ASCII arrive; no word on it is taken for a yes, as by Python itself."""
    locale = next((environment[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if environment.get(name)), "")
    codeset = locale.partition(".")[2].partition("@")[0]
    return all(name.lower().replace("-", "") == "utf8" for name in (codeset or "utf8", stream.encoding))


def _is_terminal(stream: object) -> bool:
    isatty = getattr(stream, "isatty", None)
    return bool(isatty and isatty())
