"""The syndrome sheet: every symptom present, absent, or not asked, with the facts."""

from typing import Any

import pytest

from review.findings.syndrome import Presence, sheet
from review.month import Month
from review.records import ClaimState, GoalState, Limit
from tests.review.telling import claim, gave, goal, month, segment, told, who

NAMES = [
    "one-way street",
    "free consulting",
    "no limits set",
    "lost sense of time",
    "hope taken for fact",
    "neglected segments",
    "few baskets",
    "nothing being learned",
]
PRESENT, ABSENT, NOT_ASKED = Presence.PRESENT, Presence.ABSENT, Presence.NOT_ASKED


def seen(name: str, *rows: Any, **answers: Any) -> tuple[Presence, tuple[str, ...]]:
    found = {each.name: each for each in sheet(told(month("2026-10", *rows, **answers)), Month("2026-10"))}
    assert list(found) == NAMES
    return found[name].presence, found[name].facts


def test_a_month_without_a_session_has_no_sheet() -> None:
    assert sheet(told(), Month("2026-10")) == ()


@pytest.mark.parametrize(
    ("name", "rows", "answers", "expected"),
    [
        ("one-way street", [who("Acme", 5, 1)], {}, (PRESENT, ("Acme: one-way street",))),
        ("one-way street", [who("Acme", 3, 3)], {}, (ABSENT, ())),
        ("one-way street", [who("Acme", 5, "unknown")], {}, (NOT_ASKED, ())),
        ("free consulting", [who("Acme", given=gave(3), moves=())], {}, (PRESENT, ("Acme: free consulting",))),
        ("free consulting", [who("Acme", given=(), moves=())], {}, (ABSENT, ())),
        ("free consulting", [who("Acme", moves=())], {}, (NOT_ASKED, ())),
        ("no limits set", [who("Acme")], {}, (PRESENT, ("Limits for 0 of 1 prospect",))),
        (
            "no limits set",
            [who("Acme"), who("B", limit=Limit(hours=4))],
            {},
            (ABSENT, ("Limits for 1 of 2 prospects",)),
        ),
        ("no limits set", [who("Acme")], {"mode": "quick"}, (NOT_ASKED, ())),
        ("no limits set", [], {}, (NOT_ASKED, ())),
        ("lost sense of time", [who("Acme", since=Month("2026-07"))], {}, (PRESENT, ("Acme: 4th month",))),
        ("lost sense of time", [who("Acme", since=Month("2026-09"))], {}, (ABSENT, ())),
        ("lost sense of time", [], {}, (NOT_ASKED, ())),
        ("hope taken for fact", [who("Acme", 5, 4)], {}, (PRESENT, ("Acme: not shown yet",))),
        ("hope taken for fact", [who("Acme", 4, moves=())], {}, (PRESENT, ("Acme: dreaming",))),
        ("hope taken for fact", [who("Acme", 3, 3)], {}, (NOT_ASKED, ())),
        ("hope taken for fact", [who("Acme", claims=(claim("soon", "2026-10"),))], {}, (ABSENT, ())),
        ("hope taken for fact", [who("Acme")], {}, (NOT_ASKED, ())),
        ("neglected segments", [], {"segments": (segment("Labs", 4, 1),)}, (PRESENT, ("Labs: never touched",))),
        ("neglected segments", [], {"segments": (segment("Labs", 4, 4),)}, (ABSENT, ())),
        ("neglected segments", [], {"segments": (segment("Labs", 4, None),)}, (NOT_ASKED, ())),
        ("few baskets", [who(each, hours=4.0) for each in "ABC"], {}, (ABSENT, ("3 baskets",))),
        ("few baskets", [who(each, hours=4.0) for each in "AB"], {}, (NOT_ASKED, ())),
        (
            "few baskets",
            [who("A", hours=8.0), who("B", hours=1.0), who("C", hours=1.0)],
            {"one_client_until": Month("2027-03")},
            (ABSENT, ("1.5 baskets", "one client by choice until March 2027")),
        ),
        (
            "few baskets",
            [who("A", hours=8.0), who("B", hours=1.0), who("C", hours=1.0)],
            {},
            (PRESENT, ("1.5 baskets",)),
        ),
        ("nothing being learned", [], {}, (PRESENT, ("No goal open",))),
        ("nothing being learned", [], {"learning": (goal("DMAIC"),)}, (ABSENT, ("DMAIC",))),
        ("nothing being learned", [], {"learning": (goal("DMAIC", state=GoalState.FINISHED),)}, (ABSENT, ("DMAIC",))),
    ],
)
def test_a_symptom_is_present_absent_or_not_asked(name: str, rows: Any, answers: Any, expected: Any) -> None:
    assert seen(name, *rows, **answers) == expected


def test_a_story_noted_in_an_earlier_session_was_asked_for() -> None:
    checked = claim("the budget is there", "2026-09", ClaimState.CONFIRMED)
    past = told(month("2026-09", who("Acme", 3, 3, claims=(checked,))), month("2026-10", who("Acme", 3, 3)))
    found = {each.name: each.presence for each in sheet(past, Month("2026-10"))}
    assert found["hope taken for fact"] is ABSENT
