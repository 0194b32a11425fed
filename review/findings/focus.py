"""Rules on where the hours go: settling for others than the dream clients, and all eggs in one basket."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from review import measures
from review import month as months
from review import text as texts
from review.findings.case import Case, hours
from review.findings.finding import Finding, Level, Whom
from review.measured import Measured
from review.records import Id

SETTLING_TIMES = 2
"""Hours on others this many times those on dream clients are settling: less could be one busy week."""

SETTLING_LEAST = 5.0
"""Hours on others before it is called settling: more than half a day's work."""

BASKET_PROSPECTS = 3
"""Prospects with known hours before one basket means anything: of two, one always has half."""

BASKET_LEAST = 5.0
"""Hours in all before their spread means anything."""

BASKET_SHARE = 0.5
"""One prospect with this share of the hours is one basket, whatever the others do."""

BASKETS_LEAST = 2.0
"""Fewer baskets than this is one basket. It takes one with more than half of the hours to get there."""


def settling(case: Case) -> Iterator[Finding]:
    """Find hours that went to others while a dream client got few."""
    dream = [each for each in case.rows if each.row.dream]
    dreamt = [each.hours for each in dream if each.hours is not None]
    others = {each.prospect: each.hours for each in case.rows if not each.row.dream and each.hours}
    if not dream or len(dreamt) < len(dream):
        return
    away, here = sum(others.values()), sum(dreamt)
    if away >= SETTLING_TIMES * here and away >= SETTLING_LEAST:
        yield _settled(case, dream, others, here)


def _settled(case: Case, dream: list[Measured], others: Mapping[Id, float], here: float) -> Finding:
    away = sum(others.values())
    most = case.name(max(others, key=lambda id_: (others[id_], texts.fold(case.name(id_)))))
    went = most if len(others) == 1 else f"others, most to {most}"
    one = dream[0].prospect if len(dream) == 1 else None
    name = case.name(one) if one else "your dream clients"
    compared = f"{hours(here)}, while {hours(away)} went to {most if len(others) == 1 else 'others'}"
    return Finding(
        kind="settling",
        level=Level.LOOK,
        title="Settling",
        sentence=f"{hours(away)} went to {went}, {hours(here)} to {name}. What would {hours(away)} do for {name}?",
        facts=_hours_facts(case, others),
        about=one,
        whom=Whom.PROSPECT if one else None,
        name=name if one else "",
        words=compared if one else f"Dream clients: {compared}",
        weight=away,
        values={
            "hours_on_others": away,
            "hours_on_dream_clients": here,
            "hours_by_prospect": _hours_values(case, {**others, **{each.prospect: each.hours or 0 for each in dream}}),
        },
    )


def _hours_facts(case: Case, spent: Mapping[Id, float]) -> tuple[str, ...]:
    """Write each prospect's hours, the most first."""
    return tuple(f"{case.name(id_)}: {hours(value)}" for id_, value in _by_hours(case, spent) if value)


def _hours_values(case: Case, spent: Mapping[Id, float]) -> list[dict[str, object]]:
    return [{"id": id_, "name": case.name(id_), "hours": value} for id_, value in _by_hours(case, spent)]


def _by_hours(case: Case, spent: Mapping[Id, float]) -> list[tuple[Id, float]]:
    return sorted(spent.items(), key=lambda pair: (-pair[1], texts.fold(case.name(pair[0]))))


def one_basket(case: Case) -> Iterator[Finding]:
    """Find that half of the hours or more went to one prospect, unless one client is a choice for now."""
    spread = basket_hours(case)
    until = case.session.answers.one_client_until
    if spread is None or (until is not None and until >= case.month):
        return
    total, number = round(sum(spread.values()), 2), measures.effective_number(spread.values())
    largest = max(spread, key=lambda id_: (spread[id_], texts.fold(case.name(id_))))
    if number is not None and (spread[largest] >= BASKET_SHARE * total or number < BASKETS_LEAST):
        name = case.name(largest)
        part = f"{texts.figure(spread[largest])} of {hours(total)}"
        more = "as much as" if spread[largest] == BASKET_SHARE * total else "more than"
        yield Finding(
            kind="one basket",
            level=Level.LOOK,
            title="One basket",
            sentence=f"{part} went to {name}, {more} to all others together.",
            facts=(said_of_baskets(number), *_hours_facts(case, spread)),
            words=f"One basket: {part} went to {name}",
            weight=spread[largest] / total,
            values={
                "baskets": round(number, 4),
                "hours_all": total,
                "largest_share": round(spread[largest] / total, 4),
                "hours_by_prospect": _hours_values(case, spread),
            },
        )


def basket_hours(case: Case) -> Mapping[Id, float] | None:
    """Give the hours by prospect where enough of them are known to speak of their spread; None where not."""
    spread = case.now.hours
    enough = len(spread) >= BASKET_PROSPECTS and case.now.enough_hours
    return spread if enough and sum(spread.values()) >= BASKET_LEAST else None


def said_of_baskets(number: float) -> str:
    """Write an effective number: ``2.6 baskets``."""
    return texts.plural(round(number, 1), "basket")


def chosen_until(case: Case) -> str | None:
    """Say until when one client is a choice; None where it is not one."""
    until = case.session.answers.one_client_until
    chosen = until is not None and until >= case.month
    return f"one client by choice until {months.title(until)}" if until is not None and chosen else None
