"""Rules on who wants it more: one-way street, not shown yet, they lead, cold, dreaming."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from review.findings.case import Case, counted_run
from review.findings.finding import Finding, Level
from review.findings.nightmare import any_sign, newest_signs
from review.measured import Measured
from review.measures import COUNTS_AS, EVIDENCE_DAYS, Gap
from review.records import known
from review.scales import Band

ACT_FROM_SESSIONS = 2
"""A one-way street in two sessions running asks to act: one month can be a holiday or a busy one of theirs."""

WILLING = 3
"""Theirs from here on, as counted, before they can be said to lead: willing, returns what they promised."""

AT_MOST_KEEN = 3
"""Yours up to here when they lead: above it you have noticed them already."""

COLD_TO = 2
"""Both sides up to here is cold: interested at the most, and answering only when the other writes.

The gap is then 1 at the most, so that nobody is both cold and a one-way street.
"""

EAGER = 4
"""Yours from here on is dreaming when nothing comes back: you rearrange your week for them."""


def one_way_street(case: Case) -> Iterator[Finding]:
    """Find those with a gap of two or more both said and counted; act from two sessions running."""
    for each in case.rows:
        if each.gap is not None and each.is_one_way_street:
            running = case.running(each, attrgetter("is_one_way_street"))
            yield case.about(
                each.prospect,
                "one-way street",
                Level.ACT if running >= ACT_FROM_SESSIONS else Level.LOOK,
                f"You are at {each.gap.yours} and {case.name(each.prospect)} at {each.gap.counted_theirs}: "
                f"a one-way street{_for_how_long(running)}.",
                *_gap_facts(each.gap),
                weight=each.gap.counted,
                values={**_gap_values(each.gap), "sessions_running": running},
            )


def _for_how_long(running: int) -> str:
    return f", for {counted_run(running)} sessions running" if running > 1 else ""


def _gap_values(gap: Gap) -> dict[str, object]:
    return {
        "yours_rating": gap.yours,
        "theirs_rating": gap.theirs,
        "theirs_counted_rating": gap.counted_theirs,
        "gap_said_steps": gap.said,
        "gap_counted_steps": gap.counted,
    }


def _gap_facts(gap: Gap) -> tuple[str, ...]:
    said = f"yours {gap.yours}, theirs {gap.theirs}: a gap of {gap.said:+}"
    counted = f"theirs counts as {gap.counted_theirs}: a gap of {gap.counted:+} counted"
    return (said, counted) if gap.unbacked else (said,)


def not_shown_yet(case: Case) -> Iterator[Finding]:
    """Find those whose gap is two or more only as counted: what was said of them is not shown yet."""
    for each in case.rows:
        if each.gap is not None and each.gap.band is Band.NOT_SHOWN:
            yield case.about(
                each.prospect,
                "not shown yet",
                Level.LOOK,
                f"You said {each.gap.theirs} for {case.name(each.prospect)}, and {_unshown(each)}: "
                f"it counts as {COUNTS_AS}, against your {each.gap.yours}.",
                *_gap_facts(each.gap),
                weight=each.gap.counted,
                values={**_gap_values(each.gap), "days_since_their_move": _days_since_move(each)},
            )


def _unshown(each: Measured) -> str:
    """Say why a high rating of theirs is not backed: no move, an old one, or one that costs them nothing."""
    days = _days_since_move(each)
    if days is None:
        return "no move of theirs shows it"
    return f"their latest move was {days} days ago" if days > EVIDENCE_DAYS else "their latest move does not show it"


def _days_since_move(each: Measured) -> int | None:
    return (each.session.on - each.newest_move.on).days if each.newest_move else None


def they_lead(case: Case) -> Iterator[Finding]:
    """Find those who want you more than you noticed, without a nightmare sign."""
    for each in case.rows:
        gap = each.gap
        if gap is None or gap.band is not Band.THEY_LEAD or gap.counted_theirs < WILLING or gap.yours > AT_MOST_KEEN:
            continue
        if not any_sign(newest_signs(case, each)):
            name = case.name(each.prospect)
            yield case.about(
                each.prospect,
                "they lead",
                Level.LOOK,
                f"{name} wants this more than you noticed: they are at {gap.counted_theirs}, you at {gap.yours}.",
                *_gap_facts(gap),
                words=f"leads by {-gap.counted}",
                goes_on=True,
                weight=-gap.counted,
                values=_gap_values(gap),
            )


def cold(case: Case) -> Iterator[Finding]:
    """Find those whom neither side wants."""
    for each in case.rows:
        gap = each.gap
        if gap is not None and max(gap.yours, gap.theirs) <= COLD_TO:
            yield case.about(
                each.prospect,
                "cold",
                Level.LOOK,
                "Neither of you wants this. Take it off?",
                f"yours {gap.yours}, theirs {gap.theirs}",
                values=_gap_values(gap),
            )


def dreaming(case: Case) -> Iterator[Finding]:
    """Find those you are eager for while nothing is signed and nothing came from them for sixty days."""
    for each in case.rows:
        yours = known(each.row.yours)
        if yours is None or yours < EAGER or each.is_one_way_street or not each.hope_unsigned or not _silent(each):
            continue
        yield case.about(
            each.prospect,
            "dreaming",
            Level.LOOK,
            f"You are at {yours} for {case.name(each.prospect)}, nothing is signed, and {_nothing_came(each)}.",
            _said_of_newest(each),
            weight=yours,
            values={"yours_rating": yours, "days_since_their_move": _days_since_move(each)},
        )


def _silent(each: Measured) -> bool:
    """Whether they are known to have made no move in sixty days; not while this month's question is unanswered."""
    days = _days_since_move(each)
    return each.row.moves is not None and (days is None or days > EVIDENCE_DAYS)


def _nothing_came(each: Measured) -> str:
    return f"nothing came from them in {EVIDENCE_DAYS} days" if each.newest_move else "no move of theirs is known"


def _said_of_newest(each: Measured) -> str:
    days = _days_since_move(each)
    return "no move of theirs is known" if days is None else f"their latest move was {days} days ago"
