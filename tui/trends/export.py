"""Writing the trends to a file that the person names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.app import App

from review import text as texts
from review.exports import trends
from review.history import History
from review.trends.page import Range
from review.trends.views import VIEWS, page
from tui import output_file
from tui.summary.export import STOP, STOPPED, ask_where, marked, written
from tui.widgets.working import Work, worked

TITLE = "Write the trends to a file"
NOTHING_YET = "There is nothing to write yet: the first review makes the first month."


async def write_trends(app: App[Any], history: History, shown: Range, data_folder: Path) -> Path | None:
    """Ask where to, and write all views of a range as markdown; gives the file, None when it was left.

    Runs inside a worker.
    """
    if history.last is None:
        app.notify(NOTHING_YET, markup=False)
        return None

    async def write(path: Path) -> Path | None:
        pages = [page(history, view, shown) for view in VIEWS]
        text = await worked(
            app, f"Writing {texts.plural(len(VIEWS), 'view')}", Work(trends.pieces(pages), len(VIEWS)), STOP
        )
        if text is None:
            app.notify(STOPPED, markup=False)
            return None
        output_file.write({path: marked(app, text)}, data_folder, over=True)
        app.notify(written(path), markup=False)
        return path

    return await ask_where(app, TITLE, _name(history, shown), data_folder, write)


def _name(history: History, shown: Range) -> str:
    shown_months = page(history, VIEWS[0], shown).months
    first, last = shown_months[0], shown_months[-1]
    return f"obsess-review-trends-{first}.md" if first == last else f"obsess-review-trends-{first}-to-{last}.md"
