"""A text in the editor that a person likes, outside the app."""

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from tui.widgets.form_fields import Problem

USUAL = ("editor", "nano", "vi")
"""Where neither $VISUAL nor $EDITOR says which editor to take."""


def edited_outside(app: App[Any], text: str) -> str | Problem:
    """The text as it is after the editor was closed; a Problem when none could be opened or it failed."""
    command = _command()
    if not command:
        return Problem("There is no editor to open. Say which in the environment variable EDITOR.")
    descriptor, name = tempfile.mkstemp(prefix="obsess-review-", suffix=".txt")  # readable by its owner only
    path = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as file:
            file.write(text)
        with app.suspend():
            ended = subprocess.run([*command, name], check=False).returncode  # noqa: S603 - the user's own editor
        changed = path.read_bytes().decode("utf-8", errors="replace")
    except SuspendNotSupported:
        return Problem("The editor can't be opened from this terminal.")
    except OSError as error:
        return Problem(f"{command[0]} could not be opened: {error.strerror or error}. The text is as it was.")
    finally:
        path.unlink(missing_ok=True)
    return Problem(f"{command[0]} ended with an error. The text is as it was.") if ended else changed.removesuffix("\n")


def _command() -> Sequence[str]:
    wished = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if wished:
        return shlex.split(wished)
    found = next(filter(None, map(shutil.which, USUAL)), None)
    return [found] if found else []
