"""What the palette leads to: commands, the views of the trends, every finished month, every prospect, and colours."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from review import month as months
from review import text as texts
from review.history import History
from review.records import Draft
from review.trends.views import VIEWS
from tui import words

if TYPE_CHECKING:
    from tui.app import ReviewApp

PRESENT = "as it is now"


class Entry(Struct, frozen=True):
    """Something to go to: its name, a word or two about it, what goes there, and words that find it unseen."""

    name: str
    aside: str
    go: Callable[[], object]
    also: str = ""


def commands(app: ReviewApp) -> list[Entry]:
    """Give what this app can do, on whichever screen."""
    demo = Entry("Made-up history", "look around in two years of reviews", app.action_demo)
    return [
        Entry("Begin or go on", "the month that is next, or the draft", app.action_begin),
        Entry("Begin another month", "or the quick ritual", app.action_begin_other),
        Entry("Trends", "what the months add up to, in eight views", app.action_trends),
        Entry("Past sessions", "search, read, compare, correct", app.action_past),
        Entry("Help", "what this screen is for, and its keys", app.action_help),
        Entry("Settings", "mode, review day, currency, colours", app.action_settings),
        Entry("Write to a file", "the newest summary, as markdown", app.action_export_last),
        Entry("Colours", "light, dark, and others", app.action_change_theme),
        *([] if words.MADE_UP in app.marks else [demo]),
        Entry("Quit", "everything is saved", partial(app.run_action, "quit")),
    ]


def in_progress(app: ReviewApp, draft: Draft) -> Entry:
    """Give the month that is begun and not finished."""
    return Entry(months.title(draft.month), "in progress: go on with it", app.action_begin, draft.month)


def places(app: ReviewApp, history: History) -> Iterator[Entry]:
    """Give the views of the trends, the finished months from the newest on, and everybody ever on the list, by name."""
    from tui.palette import going

    for at, view in enumerate(VIEWS if history.sessions else ()):
        yield Entry(f"Trends: {view.name}", "", partial(going.to_view, app, at))
    for session in reversed(history.sessions):
        yield Entry(months.title(session.month), "summary", partial(going.to_month, app, session.month), session.month)
    people = (each for each in history.prospects.values() if each.merged_into is None)
    for each in sorted(people, key=lambda each: texts.fold(each.name)):
        yield Entry(each.name, "story", partial(going.to_prospect, app, each.id))


def colours(app: ReviewApp) -> list[Entry]:
    """Give every theme there is, ours first."""
    from tui.palette import going
    from tui.theme import THEMES, said_name

    names = dict.fromkeys([*(theme.name for theme in THEMES), *sorted(app.available_themes)])
    return [
        Entry(said_name(name), PRESENT if name == app.theme else "", partial(going.to_colours, app, name), name)
        for name in names
    ]


def found(entries: Sequence[Entry], typed: str) -> list[Entry]:
    """Give the entries that have every word typed in them: those whose name begins so come first.

    After them come those with such a word; the order is kept otherwise. Nothing typed finds all.
    """
    words = texts.fold(typed).split()
    ranked = ((_rank(texts.fold(each.name), texts.fold(f"{each.aside} {each.also}"), words), each) for each in entries)
    kept = [(rank, each) for rank, each in ranked if rank is not None]
    return [each for _, each in sorted(kept, key=lambda pair: pair[0])]


def _rank(name: str, aside: str, words: Sequence[str]) -> int | None:
    if not all(word in name or word in aside for word in words):
        return None
    if not words or name.startswith(" ".join(words)):
        return 0
    return 1 if any(part.startswith(words[0]) for part in name.split()) else 2
