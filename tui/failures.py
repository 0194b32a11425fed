"""How a command that fails ends: one line on standard error and an exit code, never a traceback."""

from __future__ import annotations

import errno
import sys

from click import ClickException, Context, UsageError
from click.exceptions import Abort, Exit

from store.problems import FolderProblem, StoreProblem
from tui.safe_text import safe

PROGRAM = "obsess-review"

FAILED = 1
"""Right in form, but absent or failed."""
CANNOT_BE = 2
"""What can't be right however things stand: no such command, no such month."""
INTERRUPTED = 128 + 2
"""As a shell counts a program that Ctrl+C ended."""
PIPE_CLOSED = 128 + 13
"""As a shell counts a program whose reader went away."""

_MEND = {
    errno.ENOSPC: " Make room and try again.",
    errno.EDQUOT: " Make room and try again.",
    errno.EACCES: " Give yourself the right to it, or name another place.",
    errno.EROFS: " Name a place that can be written.",
}


class CannotBe(ClickException):
    """What was asked for can't be right. The message says what and how to mend it, in one line."""

    exit_code = CANNOT_BE


class Failed(ClickException):
    """What was asked for is right in form, but absent or not to be done. The message says how to mend it."""

    exit_code = FAILED


def explain(error: BaseException) -> tuple[str, int]:
    """Give the line to show for an error, empty for none, and the exit code."""
    match error:
        case Exit(exit_code=code):
            return "", code
        case Abort() | KeyboardInterrupt() | BrokenPipeError():
            return "", PIPE_CLOSED if isinstance(error, BrokenPipeError) else INTERRUPTED
        case ClickException():
            return _spoken(error), error.exit_code
        case StoreProblem():
            return str(error), CANNOT_BE if isinstance(error, FolderProblem) else FAILED
        case OSError():
            return _machine_says(error), FAILED
    return _unforeseen(error), FAILED


def _spoken(error: ClickException) -> str:
    said = error.format_message()
    if not isinstance(error, UsageError):
        return said
    sentence = said if said.endswith((".", "?", "!")) else f"{said}."
    return f"{sentence} Try: {_called(error.ctx)} --help"


def _called(context: Context | None) -> str:
    return context.command_path if context else PROGRAM


def _machine_says(error: OSError) -> str:
    """Name the file and the machine's own reason, and how to mend what can be mended."""
    about = f"{error.filename}: " if error.filename else ""
    return f"{about}{error.strerror or type(error).__name__}.{_MEND.get(error.errno or 0, '')}"


def _unforeseen(error: BaseException) -> str:
    """Say where a mistake of ours happened, without the error's own text, which may hold private words."""
    import traceback
    from pathlib import Path

    house = Path(__file__).parent.parent
    floors = {house / "review", house / "store", house / "tui"}
    frames = [each for each in traceback.extract_tb(error.__traceback__) if floors & set(Path(each.filename).parents)]
    place = f" at {Path(frames[-1].filename).relative_to(house)}:{frames[-1].lineno}" if frames else ""
    return f"Something went wrong that should not have: {type(error).__name__}{place}. Please report this line."


def remark(line: str) -> None:
    """Put one line on standard error, if there is one to put it on."""
    if sys.stderr is not None:
        sys.stderr.write(f"{PROGRAM}: {safe(line)}\n")
