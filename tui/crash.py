"""What is said and kept when the program breaks: where in the code, never what about."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from traceback import walk_tb
from types import TracebackType

from store import files
from store.problems import StoreProblem

PARTS = ("textual", "tinydb", "msgspec")


def report_text(kind: str, trace: TracebackType | None, at: datetime) -> str:
    """Write the report: the sort of error, the lines of code it passed through, and the versions of the parts.

    The error's own message and all values are left out, since they may hold names or notes.
    """
    import platform
    from importlib.metadata import version  # as long to load as the whole of home takes to draw

    codes = [(frame.f_code, line) for frame, line in walk_tb(trace)]
    passed = [f"  {_place(code.co_filename)}:{line} in {code.co_name}" for code, line in codes]
    parts = [f"  {part} {version(part)}" for part in PARTS]
    head = [f"obsess-review {version('obsess-review')} broke at {at.isoformat(timespec='seconds')}", f"  {kind}", ""]
    machine = [f"  Python {platform.python_version()} on {platform.system()}"]
    return "\n".join([*head, "Where:", *passed, "", "With:", *machine, *parts, ""])


def _place(filename: str) -> str:
    """Give the end of a path: a whole one would name the person's home folder."""
    return "/".join(Path(filename).parts[-3:])


def keep_report(folder: Path, at: datetime) -> Path | None:
    """Put a report on the exception being handled into a folder, 0600; None where it can't be kept."""
    kind, _, trace = sys.exc_info()
    path = folder / f"crash-{at.strftime('%Y-%m-%dT%H-%M-%S')}.txt"
    try:
        files.make_folder(folder)
        files.write(path, report_text(kind.__name__ if kind else "unknown", trace, at).encode())
    except StoreProblem:
        return None
    return path


def folder_that_stays() -> Path:
    """Give a folder for the report on made-up data, whose own folder goes with the program."""
    import tempfile

    return Path(tempfile.gettempdir())


def said(report: Path | None) -> str:
    """Say what happened, what is safe, and where the report is."""
    kept = f" A report without any of your words is in {report}." if report else ""
    return f"obsess-review broke and had to close. Finished sessions are untouched and the draft is kept.{kept}"
