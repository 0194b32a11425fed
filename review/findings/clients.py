"""Rules on clients: more going out than coming in, and one who has not heard from you."""

from __future__ import annotations

from collections.abc import Iterator

from review import text as texts
from review.findings.case import MEMORY, Case, in_sessions
from review.findings.finding import Finding, Level
from review.records import NOBODY, UNKNOWN, How, Kind

CLIENT_SESSIONS = MEMORY
"""Sessions over which clients coming and going are counted: a year."""

LEFT_LEAST = 2
"""Clients who must have left: one is a story, two may be a pattern."""

LEFT_PER_SIGNED = 0.5
"""Clients leaving for each prospect signed: from here on, half of what comes in only fills the gaps."""


def clients_going_out(case: Case) -> Iterator[Finding]:
    """Find that clients left at half the rate at which prospects signed, or faster."""
    ended = [
        (each.row.kind, each.row.ended.how)
        for session in case.sessions[:CLIENT_SESSIONS]
        for each in session.rows.values()
        if each.row.ended is not None
    ]
    left = sum(how is How.LEFT for _, how in ended)
    signed = sum(how is How.SIGNED and kind is Kind.PROSPECT for kind, how in ended)
    if left >= LEFT_LEAST and left >= LEFT_PER_SIGNED * signed:
        counted = f"{texts.plural(left, 'client')} left, {texts.plural(signed, 'prospect')} signed"
        yield Finding(
            kind="clients going out",
            level=Level.ACT,
            title="Clients going out",
            sentence=f"{counted}, {in_sessions(len(case.sessions))}.",
            facts=(counted,),
            words=f"Clients going out: {counted}",
            weight=left,
            values={
                "clients_left_count": left,
                "prospects_signed_count": signed,
                "sessions_counted": len(case.sessions),
            },
        )


def client_unheard(case: Case) -> Iterator[Finding]:
    """Find the paying client who has not heard from you since the last review."""
    client = case.session.answers.look_back.unheard
    if client is None or client in {NOBODY, UNKNOWN}:
        return
    id_ = case.history.prospect(client).id
    yield case.about(
        id_,
        "client not heard from you",
        Level.LOOK,
        f"{case.name(id_)} pays you and has not heard from you since the last review.",
        "You said so when you looked back",
        title="Client waiting",
        words="has not heard from you",
        goes_on=True,
    )
