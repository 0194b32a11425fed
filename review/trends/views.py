"""The list of views. A new view is a file beside this one and a line here."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from review.history import History
from review.trends import baskets, clients, gap, hours, learning, obsessions, record, segments
from review.trends.page import Block, Look, Page, Range

ONE_SESSION = "One session so far. From the second on you see how it moves."


class View(Struct, frozen=True):
    """One view: its key, its short name, its question, and what it will show once there is something to show."""

    key: str
    name: str
    title: str
    will_show: str
    blocks: Callable[[Look], tuple[Block, ...]]


VIEWS: tuple[View, ...] = (
    View(
        "obsessions",
        "Obsessions",
        "Who stayed in your head, and how lopsided it was",
        "everyone who was on your list, a gap for every month, and how it ended",
        obsessions.blocks,
    ),
    View(
        "gap",
        "Gap",
        "How far you are ahead of them",
        "the average gap between your urgency and theirs, month by month",
        gap.blocks,
    ),
    View(
        "baskets",
        "Baskets",
        "In how many baskets your eggs are",
        "how many prospects your unpaid hours are spread over",
        baskets.blocks,
    ),
    View(
        "segments",
        "Segments",
        "Where you have not been looking",
        "every segment, month by month, and when you last looked at it",
        segments.blocks,
    ),
    View(
        "hours",
        "Hours",
        "What it costs you, and the limits you set",
        "your unpaid hours, and how many of your limits held",
        hours.blocks,
    ),
    View(
        "learning",
        "Learning",
        "What you learn, and the promises you keep",
        "your learning goals, and how many of your promises you kept",
        learning.blocks,
    ),
    View(
        "clients",
        "In and out",
        "Who comes in, and who goes out",
        "prospects who signed, and clients who left",
        clients.blocks,
    ),
    View(
        "record",
        "Track record",
        "How it ended, and what letting go cost you",
        "how it ended with your one-way streets against everyone else, and the hours that letting go freed",
        record.blocks,
    ),
)


def page(history: History, view: View, range_: Range = Range.YEAR) -> Page:
    """Draw one view of a history over a range, as plain data."""
    look = Look(history, range_)
    empty = f"Nothing yet. After your first review this shows {view.will_show}."
    return Page(
        key=view.key,
        name=view.name,
        title=view.title,
        months=look.months,
        sessions=len(look.sessions),
        blocks=view.blocks(look) if look.newest else (),
        empty="" if look.newest else empty,
        note=ONE_SESSION if len(history.sessions) == 1 else "",
    )
