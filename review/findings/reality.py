"""Rules on what it costs and whether it is real: lost time, broken limits, free consulting, their story."""

from __future__ import annotations

from collections.abc import Iterator

from review import measures
from review import month as months
from review import text as texts
from review.findings.case import MEMORY, Case, counted_run, hours, in_sessions, times_running
from review.findings.finding import Finding, Level
from review.measured import Measured, broken_running
from review.records import Claim, ClaimState, Kind, MoveKind, known

LONG_MONTHS = 4
"""Calendar months on the list with nothing signed: a quarter and the month after it, when most budgets were decided."""

FAR_OVER = 0.25
"""A limit exceeded by this share asks to act: a quarter more is not a matter of rounding."""

BROKEN_RUNNING = 2
"""Sessions running with a broken limit that ask to act: a limit broken once was set too low, or was a busy month."""

FREE_SHARE = 0.75
"""From this share of all that passed between you, what you give is consulting, and it is free."""

FREE_LEAST = 3
"""Gifts and moves counted before a share means anything."""

FREE_SESSIONS = 3
"""Sessions the exchange is counted over: long enough for them to have had a turn."""

CONTRADICTED_SESSIONS = 2
"""Sessions in which a contradicted claim is told: the one it came out in, and the next, in which it is acted on."""

UNCHECKED_LEAST = 2
"""Claims left unchecked from earlier sessions before the story outruns the evidence: one may just be waiting."""


def lost_track_of_time(case: Case) -> Iterator[Finding]:
    """Find those four calendar months or more on the list, unsigned, with no dated event of theirs still ahead."""
    for each in case.rows:
        if each.months >= LONG_MONTHS and each.hope_unsigned and not _dated_ahead(each):
            yield case.about(
                each.prospect,
                "lost track of time",
                Level.LOOK,
                f"{case.name(each.prospect)} has been on your list for {each.months} months with nothing signed, "
                "and no date of theirs lies ahead.",
                f"on the list since {months.title(each.since)}",
                title="Lost track",
                words=f"{texts.ordinal(each.months)} month",
                weight=each.months,
                values={"months_on_list": each.months, "since_month": each.since},
            )


def _dated_ahead(each: Measured) -> bool:
    return each.ahead is not None and each.ahead >= each.session.on


def limit_broken(case: Case) -> Iterator[Finding]:
    """Find limits exceeded; act when far over or twice running, which asks for a stop rule if they did nothing."""
    for each in case.rows:
        if not each.verdict.broken:
            continue
        running = broken_running(case.history, each.prospect, MEMORY)
        far = round(each.verdict.worst_share_over, 6) >= FAR_OVER
        over = overspent(each)
        yield case.about(
            each.prospect,
            "limit broken",
            Level.ACT if running >= BROKEN_RUNNING or far else Level.LOOK,
            _broken_sentence(case.name(each.prospect), over[0], running, silent=each.row.moves == ()),
            *over,
            *_limit_facts(each),
            title="Limit broken" if running < BROKEN_RUNNING else f"Limit broken {_how_often(running)}",
            words=over[0] if running < BROKEN_RUNNING else f"limit broken {times_running(running)}",
            weight=min(each.verdict.worst_share_over, 100.0),
            values={**limit_values(each), "times_running": running},
        )


def _how_often(running: int) -> str:
    return "twice" if running == BROKEN_RUNNING else "again"


def limit_values(each: Measured) -> dict[str, object]:
    """Give what was spent and what was allowed for it, of what was limited and known; `months_covered` by the limit."""
    verdict, row = each.verdict, each.row
    pairs = (
        ("hours_spent", "hours_allowed", known(row.hours), verdict.hours),
        ("money_spent", "money_allowed", known(row.money), verdict.money),
        ("energy_rating", "energy_allowed_rating", known(row.energy), verdict.energy),
    )
    found = {
        key: value for of, to, spent, limit in pairs if limit is not None for key, value in ((of, spent), (to, limit))
    }
    return {**found, "months_covered": each.limit_months}


def overspent(each: Measured) -> tuple[str, ...]:
    """Write each limit that was exceeded: ``9 h of 4 h``, ``money 240 of 100``, ``energy 5 of 3``."""
    verdict, row = each.verdict, each.row
    found = []
    if verdict.hours is not None and verdict.hours_over:
        spent, allowed = texts.figures(known(row.hours) or 0, verdict.hours)
        found.append(f"{spent} h of {allowed} h")
    if verdict.money is not None and verdict.money_over:
        spent, allowed = texts.figures(known(row.money) or 0, verdict.money)
        found.append(f"money {spent} of {allowed}")
    if verdict.energy is not None and verdict.energy_over:
        found.append(f"energy {known(row.energy)} of {verdict.energy}")
    return tuple(found)


def _broken_sentence(name: str, over: str, running: int, *, silent: bool) -> str:
    if running < BROKEN_RUNNING:
        return f"{name} cost you more than your limit: {over}."
    times = "twice" if running == BROKEN_RUNNING else f"{counted_run(running)} times"
    asks = " They made no move: set a stop rule." if silent else ""
    return f"{name} cost you more than your limit {times} running, now {over}.{asks}"


def _limit_facts(each: Measured) -> tuple[str, ...]:
    """Say how an allowance came about where a skipped month multiplied it."""
    limit = each.limit.hours
    if each.limit_months == 1 or limit is None or not each.verdict.hours_over:
        return ()
    return (f"{hours(limit)} a month for {each.limit_months} months",)


def free_consulting(case: Case) -> Iterator[Finding]:
    """Find those who take and hardly give, over three sessions; not those who pay."""
    for each in case.rows:
        exchange = exchanged(case, each)
        if exchange is None or sum(exchange) < FREE_LEAST:
            continue
        given, moved = exchange
        share, sessions = given / (given + moved), _counted_over(case, each)
        if share >= FREE_SHARE:
            yield case.about(
                each.prospect,
                "free consulting",
                Level.LOOK,
                f"You gave {case.name(each.prospect)} {texts.plural(given, 'thing')} unpaid, and they made "
                f"{texts.plural(moved, 'move') if moved else 'no move'}, {in_sessions(sessions)}.",
                f"{given} of {given + moved} came from you",
                weight=given,
                values={
                    "given_count": given,
                    "their_moves_count": moved,
                    "given_share": round(share, 4),
                    "sessions_counted": sessions,
                },
            )


def _counted_over(case: Case, each: Measured) -> int:
    """Count the sessions that the exchange is counted over: three, or as many as the prospect is known for."""
    known_in = [each.prospect in session.rows for session in case.sessions[:FREE_SESSIONS]]
    return max(at for at, there in enumerate(known_in, 1) if there)


def exchanged(case: Case, each: Measured) -> tuple[int, int] | None:
    """Count what you gave unpaid and their moves; None where nothing is free, or one of the two is not known.

    Contract work is not given: under a contract, or where they paid in that time, nothing counts. What you gave need
    not have been asked in every session, but a session that leaves their moves open leaves the balance open.
    """
    recent = [row.row for row in case.recent(each.prospect, FREE_SESSIONS)]
    paid = any(move.kind is MoveKind.PAID for row in recent for move in row.moves or ())
    rows = [row for row in recent if not row.parked]
    if paid or any(row.kind is Kind.CLIENT or row.moves is None for row in rows):
        return None
    if all(row.given is None for row in rows):
        return None
    return sum(map(measures.gifts, rows)), sum(len(row.moves or ()) for row in rows)


def story_outruns_evidence(case: Case) -> Iterator[Finding]:
    """Find those with two claims unchecked since an earlier session, or one contradicted in this or the last."""
    for each in case.rows:
        waiting = [claim for claim in each.row.claims if _waits(claim, case)]
        wrong = _contradicted(case, each)
        if wrong or len(waiting) >= UNCHECKED_LEAST:
            yield case.about(
                each.prospect,
                "story outruns evidence",
                Level.ACT if wrong else Level.LOOK,
                _story_sentence(case.name(each.prospect), len(wrong), len(waiting)),
                *(f"turned out otherwise: {claim.text}" for claim in wrong),
                *(f"not checked since {months.title(claim.heard)}: {claim.text}" for claim in waiting),
                weight=len(wrong) + len(waiting),
                values={
                    "contradicted_count": len(wrong),
                    "unchecked_count": len(waiting),
                    "claims": [
                        {"text": claim.text, "heard_month": claim.heard, "state": claim.state.value}
                        for claim in (*wrong, *waiting)
                    ],
                },
            )


def _waits(claim: Claim, case: Case) -> bool:
    return claim.state is ClaimState.UNCHECKED and claim.heard < case.month


def _contradicted(case: Case, each: Measured) -> list[Claim]:
    """Give the claims that turned out otherwise in this session or the last, each once."""
    rows = case.recent(each.prospect, CONTRADICTED_SESSIONS)
    found = {claim.id: claim for row in rows for claim in row.row.claims if claim.state is ClaimState.CONTRADICTED}
    return list(found.values())


def _story_sentence(name: str, wrong: int, waiting: int) -> str:
    if wrong == 1:
        return f"Something {name} told you turned out otherwise."
    if wrong:
        return f"{texts.counted_word(wrong).capitalize()} things {name} told you turned out otherwise."
    return f"{texts.counted_word(waiting).capitalize()} things {name} told you are still unchecked."
