"""Rules on what you told yourself: more fear than conviction, and stop rules whose date has passed."""

from __future__ import annotations

from collections.abc import Iterator

from review import month as months
from review.findings.case import Case, hours
from review.findings.finding import Finding, Level
from review.measured import MeasuredSession
from review.promises import rules_due
from review.records import known

FEAR_TO = 2
"""Conviction up to here is more fear."""

FEAR_SESSIONS = 2
"""Sessions running: one afraid month is a month."""


def more_fear_than_conviction(case: Case) -> Iterator[Finding]:
    """Find that fear had the upper hand twice running, beside those months' unpaid hours."""
    latest = case.sessions[:FEAR_SESSIONS]
    said = [known(each.session.answers.conviction) for each in latest]
    if len(latest) == FEAR_SESSIONS and all(value is not None and value <= FEAR_TO for value in said):
        spent = tuple(words for each in latest if (words := _hours_of(each)))
        yield Finding(
            kind="more fear than conviction",
            level=Level.LOOK,
            title="More fear",
            sentence="Twice running you acted more from fear than from conviction.",
            facts=(
                *(f"{value} of 5 in {months.name(each.month)}" for value, each in zip(said, latest, strict=True)),
                *spent,
            ),
            words="More fear than conviction, twice running",
        )


def _hours_of(session: MeasuredSession) -> str:
    spent = session.unpaid_hours
    return f"{hours(spent)} unpaid in {months.name(session.month)}" if spent is not None else ""


def stop_rule_due(case: Case) -> Iterator[Finding]:
    """Find stop rules whose date has passed unanswered."""
    for due in rules_due(case.history, case.on):
        by = months.short_date(due.by, case.on)
        yield case.about(
            due.prospect,
            "stop rule due",
            Level.ACT,
            f"If {due.rule.state} by {by}, you would {due.rule.action}. The date has passed.",
            f"made in {months.title(due.made_in)}",
            words=f"stop rule due {by}",
            weight=(case.on - due.by).days,
        )
