"""The list of rules. A new finding is a function in a file beside this one and a line here.

The order is that of the design's table: a grouped line gives its reasons in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from review.findings import clients, focus, good_news, learning, nightmare, promises, reality, segments, urgency
from review.findings.case import Case, case
from review.findings.finding import Finding
from review.history import History
from review.month import Month

Rule = Callable[[Case], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    urgency.one_way_street,
    urgency.not_shown_yet,
    urgency.they_lead,
    urgency.cold,
    reality.lost_track_of_time,
    reality.limit_broken,
    reality.free_consulting,
    reality.story_outruns_evidence,
    nightmare.nightmare_signs,
    urgency.dreaming,
    focus.settling,
    focus.one_basket,
    segments.neglected_segment,
    segments.crowded_segment,
    learning.not_learning,
    clients.clients_going_out,
    clients.client_unheard,
    promises.more_fear_than_conviction,
    promises.stop_rule_due,
    good_news.limits_held,
    good_news.commitments_kept,
    good_news.gap_closed,
    good_news.segment_found_again,
    good_news.goal_finished,
    good_news.hours_freed,
)


def findings(history: History, month: Month) -> tuple[Finding, ...]:
    """Give all that the rules find in a month's session, rule by rule; later sessions are left out.

    Empty where the month has no session.
    """
    found = case(history, month)
    return drawn_from(found) if found else ()


def drawn_from(found: Case) -> tuple[Finding, ...]:
    """Give all that the rules find in a case; those of one rule by weight, of equal weight in the order of the list."""
    return tuple(finding for rule in RULES for finding in sorted(rule(found), key=lambda each: -each.weight))
