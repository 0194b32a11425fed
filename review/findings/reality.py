"""Rules on what it costs and whether it is real: lost time, broken limits, free consulting, their story."""

from __future__ import annotations

from collections.abc import Iterator

from review import measures
from review import month as months
from review import text as texts
from review.findings.case import Case, hours
from review.findings.finding import Finding, Level
from review.measured import Measured
from review.records import ClaimState, Kind, MoveKind, known

LONG_MONTHS = 4
"""Calendar months on the list with nothing signed: a quarter and the month after it, when most budgets were decided."""

FAR_OVER = 0.25
"""A limit exceeded by this share asks to act: a quarter more is not a matter of rounding."""

FREE_SHARE = 0.75
"""From this share of all that passed between you, what you give is consulting, and it is free."""

FREE_LEAST = 3
"""Gifts and moves counted before a share means anything."""

FREE_SESSIONS = 3
"""Sessions the exchange is counted over: long enough for them to have had a turn."""

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
            )


def _dated_ahead(each: Measured) -> bool:
    return each.ahead is not None and each.ahead >= each.session.on


def limit_broken(case: Case) -> Iterator[Finding]:
    """Find limits exceeded; act when far over or twice running, which asks for a stop rule if they did nothing."""
    for each in case.rows:
        if not each.verdict.broken:
            continue
        twice = _broken_before(case, each)
        far = each.verdict.worst_share_over >= FAR_OVER
        over = overspent(each)
        name = case.name(each.prospect)
        yield case.about(
            each.prospect,
            "limit broken",
            Level.ACT if twice or far else Level.LOOK,
            _broken_sentence(name, over[0], twice=twice, silent=each.row.moves == ()),
            *over,
            *_limit_facts(each),
            title="Limit broken twice" if twice else "Limit broken",
            words="limit broken twice" if twice else over[0],
            weight=min(each.verdict.worst_share_over, 100.0),
        )


def _broken_before(case: Case, each: Measured) -> bool:
    before = case.row_before(each.prospect)
    return before is not None and before.verdict.broken


def overspent(each: Measured) -> tuple[str, ...]:
    """Write each limit that was exceeded: ``9 h of 4 h``, ``money 240 of 100``, ``energy 5 of 3``."""
    verdict, row = each.verdict, each.row
    found = []
    if verdict.hours is not None and verdict.hours_over:
        found.append(f"{hours(known(row.hours) or 0)} of {hours(verdict.hours)}")
    if verdict.money is not None and verdict.money_over:
        found.append(f"money {texts.figure(known(row.money) or 0)} of {texts.figure(verdict.money)}")
    if verdict.energy is not None and verdict.energy_over:
        found.append(f"energy {known(row.energy)} of {verdict.energy}")
    return tuple(found)


def _broken_sentence(name: str, over: str, *, twice: bool, silent: bool) -> str:
    if not twice:
        return f"{name} cost you more than your limit: {over}."
    asks = " They made no move: set a stop rule." if silent else ""
    return f"{name} cost you more than your limit twice running, now {over}.{asks}"


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
        if given / (given + moved) >= FREE_SHARE:
            yield case.about(
                each.prospect,
                "free consulting",
                Level.LOOK,
                f"You gave {case.name(each.prospect)} {texts.plural(given, 'thing')} unpaid, and they made "
                f"{texts.plural(moved, 'move') if moved else 'no move'}, in the last three sessions.",
                f"{given} of {given + moved} came from you",
                weight=given,
            )


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
        waiting = [claim for claim in each.row.claims if _waits(claim.heard, claim.state, case)]
        wrong = [
            claim
            for row in case.recent(each.prospect, 2)
            for claim in row.row.claims
            if claim.state is ClaimState.CONTRADICTED
        ]
        if wrong or len(waiting) >= UNCHECKED_LEAST:
            name = case.name(each.prospect)
            yield case.about(
                each.prospect,
                "story outruns evidence",
                Level.ACT if wrong else Level.LOOK,
                f"Something {name} told you turned out otherwise."
                if wrong
                else f"{texts.counted_word(len(waiting)).capitalize()} things {name} told you are still unchecked.",
                *(f"turned out otherwise: {claim.text}" for claim in wrong),
                *(f"not checked since {months.title(claim.heard)}: {claim.text}" for claim in waiting),
                weight=len(wrong) + len(waiting),
            )


def _waits(heard: months.Month, state: ClaimState, case: Case) -> bool:
    return state is ClaimState.UNCHECKED and heard < case.month
