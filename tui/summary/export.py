"""Writing a session's summary to a file that the person names."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from textual.app import App

from review import text as texts
from review.exports import markdown
from review.history import History
from review.records import Session
from store.problems import StoreProblem
from tui import output_file
from tui.failures import Failed
from tui.marks import is_made_up
from tui.safe_text import safe
from tui.widgets.dialogs import ConfirmDialog, FormDialog
from tui.widgets.form_fields import TextField
from tui.widgets.working import Work, worked

TITLE = "Write the summary to a file"
HINT = "Markdown, for your eyes only. ~ is your home folder."
MADE_UP_HINT = "This is made-up data, and the file says so."
MADE_UP_LINE = "**Made-up data: nobody in this file is real.**"
FENCE = "---\n"
NO_NAME = "That can't be the name of a file. Choose another."
STOP = "stops, and writes no file"
STOPPED = "Stopped. No file was written."
LONGEST_PATH = 1000
"""Characters of a path: more than any real one, so that none is cut."""


@dataclass(frozen=True)
class SummaryFile:
    """Writes summaries as markdown, 0600, anywhere but into the data folder; replaces nothing without being told to."""

    data_folder: Path
    currency: str = ""

    async def ask(self, app: App[Any], history: History, *sessions: Session) -> Path | None:
        """Ask where to, and write; gives the file, None when it was left. What is in the way is said, and asked again.

        Several sessions, oldest first, come into one file. Runs inside a worker.
        """
        write = partial(self._write, app, history, sessions)
        return await ask_where(app, TITLE, _name_of(sessions), self.data_folder, write)

    async def _write(self, app: App[Any], history: History, sessions: Sequence[Session], path: Path) -> Path | None:
        work = Work(markdown.pieces(history, sessions, self.currency), len(sessions))
        text = await worked(app, f"Writing {texts.plural(len(sessions), 'session')}", work, STOP)
        if text is None:
            app.notify(STOPPED, markup=False)
            return None
        output_file.write({path: marked(app, text)}, self.data_folder, over=True)
        app.notify(written(path), markup=False)
        return path


Write = Callable[[Path], Awaitable[Path | None]]
"""Writes to a file, and gives it; None when it was stopped."""


async def ask_where(app: App[Any], title: str, name: str, data_folder: Path, write: Write) -> Path | None:
    """Ask where to write something, with a name to begin from, and write it; None when it was left or stopped.

    What is in the way is said, and asked again. A file of made-up data has a name that says so.
    """
    hint = HINT
    if is_made_up(app):
        name, hint = f"{name.removesuffix('.md')}-made-up.md", f"{MADE_UP_HINT} {HINT}"
    typed, problem = f"~/{name}", ""
    while True:
        field = TextField("path", "File", value=typed, required=True, max_length=LONGEST_PATH, hint=hint)
        given = await app.push_screen_wait(FormDialog(title, [field], intro=problem, save="write"))
        if given is None:
            return None
        typed, problem = str(given["path"]), ""
        try:
            path = _place(typed, name)
            output_file.check([path], data_folder, over=True)
            if not _is_there(path) or await _may_replace(app, path):
                return await write(path)
        except (Failed, StoreProblem) as trouble:
            problem = str(trouble)
        except (OSError, ValueError):
            problem = NO_NAME


def marked(app: App[Any], text: str) -> str:
    """Say of a file of made-up data that it is one: in its front matter, and in the first line that is read."""
    if not is_made_up(app):
        return text
    properties, body = text.removeprefix(FENCE).split(f"\n{FENCE}", 1)
    return f"{FENCE}{properties}\nmade-up: true\n{FENCE}\n{MADE_UP_LINE}\n{body}"


def _name_of(sessions: Sequence[Session]) -> str:
    first, last = sessions[0].month, sessions[-1].month
    return f"obsess-review-{first}.md" if first == last else f"obsess-review-{first}-to-{last}.md"


def written(path: Path) -> str:
    """Say where a summary was written."""
    return f"Written to {safe(str(path))}."


def _place(typed: str, name: str) -> Path:
    """Read a path; a folder means a file of the usual name in it."""
    path = Path(typed)
    try:
        path = path.expanduser()
    except RuntimeError:  # no such user: a file may begin with ~ all the same
        path = Path(typed)
    return (path / name if typed.endswith("/") or path.is_dir() else path).absolute()


def _is_there(path: Path) -> bool:
    """Tell whether a file would be replaced; what can't be replaced at all is for the writer to refuse."""
    return path.is_file() and not path.is_symlink()


async def _may_replace(app: App[Any], path: Path) -> bool:
    body = f"{safe(str(path))} is there already. What it holds now would be lost."
    dialog = ConfirmDialog("Replace the file?", body, yes="Replace", no="Keep", danger=True)
    return await app.push_screen_wait(dialog)
