"""The facts as programs read them: for every finding one worked example, with the unit in each name."""

import datetime
from typing import Any

import msgspec
import pytest

from review.findings import plain
from review.month import Month
from review.records import Claim, ClaimState, GoalState, How, Kind, Limit, LookBack, Outcome, Session, Signs, StopRule
from tests.review.telling import found, gave, goal, kept, month, moved, segment, who

K, P, M = Outcome.KEPT, Outcome.PARTLY, Outcome.MISSED
BROKEN = (month("2026-09", who("Acme", limit=Limit(4.0, 100.0, 3))), month("2026-10", who("Acme", hours=9.0, energy=5)))
RULE = StopRule("rule", "nobody signs", datetime.date(2026, 10, 14), "stop")
CLAIMS = (
    Claim("1", "the board agreed", Month("2026-08"), ClaimState.CONTRADICTED),
    Claim("2", "there is a budget", Month("2026-09")),
)


def gap(yours: int, theirs: int, counted: int) -> dict[str, int]:
    return {
        "yours_rating": yours,
        "theirs_rating": theirs,
        "theirs_counted_rating": counted,
        "gap_said_steps": yours - theirs,
        "gap_counted_steps": yours - counted,
    }


def hours(*pairs: tuple[str, float]) -> list[dict[str, Any]]:
    return [{"id": name, "name": name, "hours": spent} for name, spent in pairs]


def october(*rows: Any, **answers: Any) -> tuple[Session, ...]:
    return (month("2026-10", *rows, **answers),)


EXAMPLES: list[tuple[str, tuple[Session, ...], dict[str, Any]]] = [
    ("one-way street", october(who("Acme", 5, 2)), {**gap(5, 2, 2), "sessions_running": 1}),
    (
        "not shown yet",
        october(who("Acme", 5, 4, moves=(moved("2026-08-01"),))),
        {**gap(5, 4, 3), "days_since_their_move": 91},
    ),
    ("they lead", october(who("Acme", 2, 3)), gap(2, 3, 3)),
    ("cold", october(who("Acme", 2, 1)), gap(2, 1, 1)),
    (
        "lost track of time",
        october(who("Acme", since=Month("2026-03"))),
        {"months_on_list": 8, "since_month": "2026-03"},
    ),
    (
        "limit broken",
        BROKEN,
        {
            "hours_spent": 9.0,
            "hours_allowed": 4.0,
            "energy_rating": 5,
            "energy_allowed_rating": 3,
            "months_covered": 1,
            "times_running": 1,
        },
    ),
    (
        "free consulting",
        october(who("Acme", given=gave(7), moves=(moved("2026-10-02"), moved("2026-10-03")))),
        {"given_count": 7, "their_moves_count": 2, "given_share": 0.7778, "sessions_counted": 1},
    ),
    (
        "story outruns evidence",
        october(who("Acme", claims=CLAIMS)),
        {
            "contradicted_count": 1,
            "unchecked_count": 1,
            "claims": [
                {"text": "the board agreed", "heard_month": "2026-08", "state": "contradicted"},
                {"text": "there is a budget", "heard_month": "2026-09", "state": "not checked"},
            ],
        },
    ),
    (
        "nightmare signs",
        october(who("Acme", signs=Signs("clear", "no"))),
        {"adversarial_sign": "clear", "new_vendor_sign": "no", "nobody_sign": None},
    ),
    ("dreaming", october(who("Acme", 4, 4, moves=())), {"yours_rating": 4, "days_since_their_move": None}),
    (
        "settling",
        october(who("Acme", hours=11.0), who("Calder", hours=2.0, dream=True)),
        {
            "hours_on_others": 11.0,
            "hours_on_dream_clients": 2.0,
            "hours_by_prospect": hours(("Acme", 11.0), ("Calder", 2.0)),
        },
    ),
    (
        "one basket",
        october(who("Acme", hours=6.0), who("Calder", hours=2.0), who("Delphi", hours=2.0)),
        {
            "baskets": 2.2727,
            "hours_all": 10.0,
            "largest_share": 0.6,
            "hours_by_prospect": hours(("Acme", 6.0), ("Calder", 2.0), ("Delphi", 2.0)),
        },
    ),
    (
        "neglected segment",
        october(segments=(segment("Labs", 4, 1),)),
        {"potential_rating": 4, "attention_rating": 1, "neglect_steps": 3, "touched_month": None},
    ),
    (
        "crowded segment",
        october(segments=(segment("Labs", 2, 5), segment("Rail", 3, 3))),
        {"potential_rating": 2, "attention_rating": 5, "surplus_steps": 3},
    ),
    ("not learning", (month("2026-09"), month("2026-10")), {"sessions_running": 2}),
    (
        "clients going out",
        october(*(who(name, kind=Kind.CLIENT, ended=How.LEFT) for name in ("Acme", "Calder"))),
        {"clients_left_count": 2, "prospects_signed_count": 0, "sessions_counted": 1},
    ),
    ("client not heard from you", october(look_back=LookBack(unheard="Marlow")), {}),
    (
        "more fear than conviction",
        (month("2026-09", conviction=1), month("2026-10", who("Acme", hours=9.0), conviction=2)),
        {
            "sessions_running": 2,
            "months": [
                {"month": "2026-10", "conviction_rating": 2, "unpaid_hours": 9.0},
                {"month": "2026-09", "conviction_rating": 1, "unpaid_hours": None},
            ],
        },
    ),
    (
        "stop rule due",
        (month("2026-09", who("Acme", rules=(RULE,))), month("2026-10", who("Acme"))),
        {
            "state": "nobody signs",
            "action": "stop",
            "due_on": "2026-10-14",
            "days_past": 17,
            "made_in_month": "2026-09",
        },
    ),
    (
        "limit held",
        (BROKEN[0], month("2026-10", who("Acme", hours=3.5, money=20.0, energy=2))),
        {
            "hours_spent": 3.5,
            "hours_allowed": 4.0,
            "money_spent": 20.0,
            "money_allowed": 100.0,
            "energy_rating": 2,
            "energy_allowed_rating": 3,
            "months_covered": 1,
        },
    ),
    (
        "commitments kept",
        october(look_back=kept(K, K, P, M)),
        {"kept_count": 2, "partly_count": 1, "missed_count": 1, "kept_share": 0.5},
    ),
    (
        "gap closed",
        (month("2026-09", who("Acme", 5, 2)), month("2026-10", who("Acme", 3, 3))),
        {"widest_gap_counted_steps": 3, "gap_counted_steps": 0},
    ),
    (
        "segment found again",
        (month("2026-09", segments=(segment("Labs", 4, 2),)), month("2026-10", segments=(segment("Labs", 4, 4),))),
        {"touched_before_month": "2026-09"},
    ),
    ("goal finished", october(learning=(goal("DMAIC", state=GoalState.FINISHED),)), {"done_when": None}),
    (
        "let go",
        (month("2026-09", who("Acme", hours=6.0)), month("2026-10", who("Acme", ended=How.PARTED))),
        {"hours_a_month": 6.0},
    ),
]


@pytest.mark.parametrize(("kind", "sessions", "values"), EXAMPLES, ids=[each[0] for each in EXAMPLES])
def test_a_finding_gives_its_facts_as_values(kind: str, sessions: tuple[Session, ...], values: dict[str, Any]) -> None:
    [finding, *_] = found(kind, *sessions)
    assert msgspec.to_builtins(plain.of_finding(finding))["values"] == values


def test_a_finding_names_whom_it_is_about_and_of_which_sort() -> None:
    whole, labs = found("not learning", month("2026-09"), month("2026-10")), ("neglected segment", EXAMPLES[12][1])
    assert plain.of_finding(whole[0])["about"] is None
    assert plain.of_finding(found(labs[0], *labs[1])[0])["about"] == {"kind": "segment", "id": "Labs", "name": "Labs"}
    [street] = found("one-way street", *october(who("Acme", 5, 2)))
    assert plain.of_finding(street) == {
        "kind": "one-way street",
        "level": "look",
        "title": "One-way street",
        "about": {"kind": "prospect", "id": "Acme", "name": "Acme"},
        "sentence": "You are at 5 and Acme at 2: a one-way street.",
        "words": "one-way street",
        "goes_on": False,
        "facts": ("Yours 5, theirs 2: a gap of +3",),
        "values": EXAMPLES[0][2],
        "weight": 3,
    }
