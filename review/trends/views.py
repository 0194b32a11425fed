"""The list of views. A new view is a file beside this one and a line here."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from review.history import History
from review.trends import baskets, clients, gap, hours, learning, obsessions, record, segments
from review.trends.page import Block, Look, Page, Range


class View(Struct, frozen=True):
    """One view: its key, its names, its question, and what it will show once there is something to show.

    `short` is its name in one word. `second` says what the second review adds. `lacks` says what is still missing for
    the view to be whole, a part of a sentence each; none where nothing is.
    """

    key: str
    name: str
    short: str
    title: str
    will_show: str
    second: str
    blocks: Callable[[Look], tuple[Block, ...]]
    lacks: Callable[[Look], tuple[str, ...]]


VIEWS: tuple[View, ...] = (
    View(
        "obsessions",
        "Obsessions",
        "Obsessions",
        "Who stayed in your head, and how lopsided it was",
        "everyone who was on your list, a gap for every month, and how it ended",
        "puts a month beside this one, so that you see whether a gap widens or closes",
        obsessions.blocks,
        obsessions.lacks,
    ),
    View(
        "gap",
        "Gap",
        "Gap",
        "How far you are ahead of them",
        "the average gap between your urgency and theirs, month by month",
        "shows whether the gap grew or shrank",
        gap.blocks,
        gap.lacks,
    ),
    View(
        "baskets",
        "Baskets",
        "Baskets",
        "In how many baskets your eggs are",
        "how many prospects your unpaid hours are spread over",
        "shows whether your hours spread out or pile up",
        baskets.blocks,
        baskets.lacks,
    ),
    View(
        "segments",
        "Segments",
        "Segments",
        "Where you have not been looking",
        "every segment, month by month, and when you last looked at it",
        "shows which segments you looked at again, and which you did not",
        segments.blocks,
        segments.lacks,
    ),
    View(
        "hours",
        "Hours",
        "Hours",
        "What it costs you, and the limits you set",
        "your unpaid hours, and how many of your limits held",
        "shows whether the hours went down, and which of the limits set now held",
        hours.blocks,
        hours.lacks,
    ),
    View(
        "learning",
        "Learning",
        "Learning",
        "What you learn, and the promises you keep",
        "your learning goals, and how many of your promises you kept",
        "asks what became of the promises made now, and how far the goals are",
        learning.blocks,
        learning.lacks,
    ),
    View(
        "clients",
        "In and out",
        "Clients",
        "Who comes in, and who goes out",
        "prospects who signed, and clients who left",
        "shows who came in and who went out since",
        clients.blocks,
        clients.lacks,
    ),
    View(
        "record",
        "Track record",
        "Record",
        "How it ended, and what letting go cost you",
        "how it ended with your one-way streets against everyone else, and the hours that letting go freed",
        "is the first that can find a one-way street two sessions running",
        record.blocks,
        record.lacks,
    ),
)


def page(history: History, view: View, range_: Range = Range.YEAR) -> Page:
    """Draw one view of a history over a range, as plain data."""
    look = Look(history, range_)
    missing = _missing(view.lacks(look))
    return Page(
        key=view.key,
        name=view.name,
        title=view.title,
        months=look.months,
        sessions=len(look.sessions),
        blocks=view.blocks(look) if look.newest else (),
        empty="" if look.newest else f"Nothing yet. After your first review this shows {view.will_show}.{missing}",
        note=f"One review so far. The second {view.second}.{missing}" if len(history.sessions) == 1 else "",
    )


def _missing(lacking: tuple[str, ...]) -> str:
    return f" Still missing: {'; '.join(lacking)}." if lacking else ""
