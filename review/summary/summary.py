"""A session's summary, put together. A new step is a file beside this one and a line in `_sections`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from review import month as months
from review import text as texts
from review.history import History
from review.measured import measured
from review.records import Session, Version
from review.ritual import sitting as sittings
from review.ritual.sitting import Sitting
from review.summary import (
    changes,
    commit,
    corrections,
    findings,
    learning,
    look_back,
    obsessions,
    reality,
    segments,
    words,
)
from review.summary.document import Block, Document, Heading, Paragraph, Property

TAG = "obsess-review"
SECONDS_A_MINUTE = 60


def of_session(history: History, session: Session, currency: str = "", later: Version | None = None) -> Document:
    """Summarise a finished session, as it stands in its newest version.

    Where that is an older one of a corrected session, `later` is the version that superseded it.
    """
    sitting = sittings.amend(history, session, session.on, "")
    return Document(_properties(sitting, session), (*_opening(history, session, later), *sections(sitting, currency)))


def sections(sitting: Sitting, currency: str = "") -> tuple[Block, ...]:
    """Write what the rules find in a sitting, finished or not, and all that was answered, in the order of the steps.

    `currency` stands before sums of money, as in €120.
    """
    return (
        *findings.section(sitting),
        *changes.section(sitting),
        *look_back.section(sitting),
        *obsessions.section(sitting),
        *obsessions.urgency_section(sitting),
        *reality.section(sitting, currency),
        *segments.section(sitting),
        *learning.section(sitting),
        *commit.section(sitting),
        *findings.sheet(sitting),
        *findings.freed(sitting),
    )


def _opening(history: History, session: Session, later: Version | None) -> list[Block]:
    newest = session.newest
    ritual = ", the quick ritual" if newest.mode == "quick" else ""
    took = f", in {texts.plural(_minutes(newest), 'minute')}" if newest.seconds else ""
    reviewed = f"Reviewed on {months.long_date(session.on)}{took}{ritual}."
    told = [each for pair in pairwise(session.versions) for each in _corrected(history, "Corrected", *pair)]
    if later is not None:
        told += _corrected(history, "This version was superseded", session.newest, later)
    return [Heading(1, months.title(session.month)), Paragraph("\n".join([reviewed, *told]))]


def _corrected(history: History, how: str, before: Version, version: Version) -> list[str]:
    """Say when a version took the place of the one before it, why, and what it changed."""
    sentence = f"{how} on {months.long_date(version.at.date())}"
    changed = corrections.told(history, before.answers, version.answers)
    why = words.with_note(sentence, version.why) if version.why else f"{sentence}."
    return [why, f"The correction changed: {changed}." if changed else "The correction changed no answer."]


def _minutes(version: Version) -> int:
    return max(1, round(version.seconds / SECONDS_A_MINUTE))


def _properties(sitting: Sitting, session: Session) -> tuple[tuple[str, Property], ...]:
    """Give what note programs read: flat, each a text, a number, a day or a list of texts."""
    [found] = measured(sitting.with_this, latest=1)
    conviction = session.answers.conviction
    pairs: tuple[tuple[str, Property | None], ...] = (
        ("month", session.month),
        ("reviewed", session.on),
        ("minutes", _minutes(session.newest) if session.newest.seconds else None),
        ("versions", len(session.versions)),
        ("prospects", tuple(sitting.prospect(row.prospect).name for row in sitting.rows)),
        ("one_way_streets", found.one_way_streets),
        ("mean_gap_steps", _as_read(found.mean_gap)),
        ("unpaid_hours", _as_read(found.unpaid_hours)),
        ("baskets", _as_read(found.baskets)),
        ("conviction", conviction),
        ("commitments", len(session.answers.commitments)),
        ("tags", (TAG,)),
    )
    return tuple((name, value) for name, value in pairs if value is not None)


def _as_read(value: float | None) -> float | None:
    """Round a figure as the text does: to one decimal, without one that is zero."""
    return None if value is None else float(texts.figure(value)) if "." in texts.figure(value) else round(value)


def shared_properties(sessions: Sequence[Session]) -> tuple[tuple[str, Property], ...]:
    """Give the properties of several sessions in one text."""
    months_in_order = sorted(session.month for session in sessions)
    return (("from", months_in_order[0]), ("to", months_in_order[-1]), ("sessions", len(sessions)), ("tags", (TAG,)))
