"""What stands below the scale of Segments: what is known of the segment at hand, and the baskets."""

from __future__ import annotations

from textual.content import Content

from review import month as months
from review import scales
from review import text as texts
from review.month import Month
from review.records import Id, SegmentReview
from review.ritual import segments
from review.ritual.baskets import Baskets, of_how_many
from review.ritual.sitting import Sitting
from tui.ritual.boxes import flowing
from tui.ritual.questions import facts_block
from tui.safe_text import cells, fit, safe
from tui.widgets.lines import line, said, wrapped
from tui.widgets.meters import basket_bar

UNMET = "Who is there that you have not met?"
ACTION = "One thing you could do"
OFFERED = "Offered to you in Commit, where you choose up to three."
IF_CHOSEN = "If one client is a choice, u says until when."

BASKET_CELLS = 24
NAMED_BASKETS = 3
"""Prospects named beside the baskets: more would not be read."""


def touched(found: segments.SegmentFacts, now: Month) -> str:
    """Write when a segment was touched, short enough to stand below its verdict: ``touched July``."""
    return segments.said_of_touch(found, now).removeprefix("last ")


# --- the segment at hand ----------------------------------------------------------------------------------------------


def beside(sitting: Sitting, segment: Id, side: segments.Side, room: int, *, low: bool, facts: bool) -> list[Content]:
    """Say what a segment rests on, in lines of at most *room* cells; shortly where the page is *low*.

    *facts* is whether the scale has no room for them.
    Who is there and what could be done are asked of the most neglected segment, and may be said of any.
    """
    review = segments.review_of(sitting, segment)
    said_of_it = [
        *(_facts(sitting, segment) if facts else ()),
        *_anchors(sitting, review, side, low=low, room=room),
        *_who_and_what(review, room),
        *([line(("Note  ", "bold"), (review.note, "$quiet"))] if review.note else ()),
        *([said(OFFERED, "$quiet")] if review.action else ()),
    ]
    return [part for each in said_of_it for part in (wrapped(each, room) or [each])]


def _facts(sitting: Sitting, segment: Id) -> list[Content]:
    """Say what a scale with rows of one line, or a narrow one, has no room for."""
    found = segments.facts(sitting, segment)
    return [said(f"{segments.said_of(found)} · {segments.said_of_touch(found, sitting.month)}", "$quiet")]


def _anchors(sitting: Sitting, review: SegmentReview, side: segments.Side, *, low: bool, room: int) -> list[Content]:
    """Say what the side's values stand for, or the chosen one."""
    both = scales.scales(sitting.answers.scale)
    chosen = review.potential if side == "potential" else review.attention
    anchors = (both.potential if side == "potential" else both.attention).anchors
    if isinstance(chosen, int):
        tone = "$them" if side == "potential" else "$you"
        return [line((f"{side} {chosen}  ", "$quiet"), (anchors[chosen - 1].sentence, tone))]
    if low:
        return flowing([said(f"{at} {each.word}  ", "$quiet") for at, each in enumerate(anchors, 1)], room)
    width = max(len(each.word) for each in anchors)
    return [line((f"{at} {each.word.ljust(width)}  ", "$quiet"), each.sentence) for at, each in enumerate(anchors, 1)]


def _who_and_what(review: SegmentReview, room: int) -> list[Content]:
    """Set the two questions beside their answers, or above them where there is little room."""
    open_ = said("Enter says who, and what", "$quiet")
    asked = [
        (UNMET, said(review.unmet) if review.unmet else open_),
        (ACTION, said(review.action) if review.action else open_ if review.unmet else Content()),
    ]
    if room >= 2 * cells(UNMET):
        return facts_block(asked, room)
    return [part for label, value in asked for part in (said(label, "bold"), *([value] if value else ()))]


# --- baskets ----------------------------------------------------------------------------------------------------------


def in_baskets(sitting: Sitting, found: Baskets, room: int) -> list[Content]:
    """Draw the baskets in one line, and say whether one of them is a choice."""
    until = sitting.answers.one_client_until
    if until is not None:
        chosen = f"One client by choice until {months.spoken(until, sitting.month)}."
        return [_spread(found, room), *wrapped(said(chosen, "$quiet"), room)]
    return [_spread(found, room), *(wrapped(said(_few(found), "$warn"), room) if found.few else ())]


def _few(found: Baskets) -> str:
    """Say which share is found too large: it takes half of the hours, which may still leave more than two baskets."""
    largest = found.shares[0]
    half = "Half" if 2 * largest.hours == found.hours else "More than half"
    return f"{half} of the hours went to {largest.name}. {IF_CHOSEN}"


def _spread(found: Baskets, room: int) -> Content:
    if found.number is None:
        drawn = line((f"{texts.figure(found.hours)} h, {of_how_many(found.known)}", "bold"))
    else:
        number = texts.plural(round(found.number, 1), "basket")
        drawn = line((number, "bold"), "  ", basket_bar([share.hours for share in found.shares], BASKET_CELLS))
    return line(drawn, "  ", (_largest(found, room - drawn.cell_length - 2), "$quiet"))


def _largest(found: Baskets, room: int) -> str:
    """Name where most of the hours went, as far as there is room."""
    named = [f"{share.name} {texts.figure(share.hours)} h" for share in found.shares]
    for count in range(min(NAMED_BASKETS, len(named)), 0, -1):
        rest = len(named) - count
        words = ", ".join([*named[:count], *([texts.plural(rest, "other")] if rest else [])])
        if cells(safe(words)) <= room:
            return words
    return fit(f"{texts.figure(found.hours)} h", max(0, room))
