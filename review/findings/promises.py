"""Rules on what you told yourself: more fear than conviction, and stop rules whose date has passed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from review import month as months
from review.findings.case import Case, counted_run, hours
from review.findings.finding import Finding, Level
from review.measured import MeasuredSession
from review.promises import rules_due_in
from review.records import known

FEAR_TO = 2
"""Conviction up to here is more fear."""

FEAR_SESSIONS = 2
"""Sessions running: one afraid month is a month."""


def more_fear_than_conviction(case: Case) -> Iterator[Finding]:
    """Find that fear had the upper hand twice running, beside those months' unpaid hours."""
    latest = list(takewhile(_was_afraid, case.sessions))
    if len(latest) >= FEAR_SESSIONS:
        run = counted_run(len(latest))
        yield Finding(
            kind="more fear than conviction",
            level=Level.LOOK,
            title="More fear",
            sentence=f"For {run} sessions running you acted more from fear than from conviction.",
            facts=tuple(map(_fear_and_hours, latest)),
            words=f"More fear than conviction, {run} sessions running",
            values={
                "sessions_running": len(latest),
                "months": [
                    {
                        "month": each.month,
                        "conviction_rating": each.session.answers.conviction,
                        "unpaid_hours": each.unpaid_hours,
                    }
                    for each in latest
                ],
            },
        )


def _was_afraid(session: MeasuredSession) -> bool:
    said = known(session.session.answers.conviction)
    return said is not None and said <= FEAR_TO


def _fear_and_hours(session: MeasuredSession) -> str:
    spent = f", {hours(session.unpaid_hours)} unpaid" if session.unpaid_hours is not None else ""
    return f"{months.name(session.month)}: {session.session.answers.conviction} of 5{spent}"


def stop_rule_due(case: Case) -> Iterator[Finding]:
    """Find stop rules whose date has passed unanswered."""
    for due in rules_due_in(case.history, case.month, case.on):
        by = months.short_date(due.by, case.on)
        yield case.about(
            due.prospect,
            "stop rule due",
            Level.ACT,
            f"If {due.rule.state} by {by}, you would {due.rule.action}. The date has passed.",
            f"made in {months.title(due.made_in)}",
            words=f"stop rule due {by}",
            weight=(case.on - due.by).days,
            values={
                "state": due.rule.state,
                "action": due.rule.action,
                "due_on": due.by,
                "days_past": (case.on - due.by).days,
                "made_in_month": due.made_in,
            },
        )
