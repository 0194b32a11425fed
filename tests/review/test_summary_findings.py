"""How the summary tells its findings, its decisions, and what changed since the session before."""

import datetime
from typing import Any

import pytest

from review.history import History
from review.month import Month
from review.records import Decision, How, Limit, MoveKind, Outcome
from review.summary import summary
from review.summary.document import Bullets, Facts, Heading
from review.summary.reality import moves_made
from tests.review.telling import gave, kept, month, moved, told, who


def october(*before: Any, rows: Any, **answers: Any) -> History:
    return told(month("2026-09", *before), month("2026-10", *rows, **answers))


def part(past: History, title: str) -> Any:
    """The block under a heading of the newest session's summary; None where there is no such heading."""
    assert past.last is not None
    blocks = summary.of_session(past, past.last).blocks
    at = [place for place, block in enumerate(blocks) if isinstance(block, Heading) and block.text == title]
    return blocks[at[0] + 1] if at else None


def test_a_finding_is_one_point_its_reasons_below_a_line_each() -> None:
    before = who("Acme", 5, 2, limit=Limit(hours=4), since=Month("2026-03"), moves=())
    past = october(before, rows=[who("Acme", 5, 2, hours=9.0, given=gave(4), moves=())])
    lines = (
        "Acme: one-way street, 8th month, 9 h of 4 h, free consulting",
        "You are at 5 and Acme at 2: a one-way street, for two sessions running.",
        "Acme has been on your list for 8 months with nothing signed, and no date of theirs lies ahead.",
        "Acme cost you more than your limit: 9 h of 4 h.",
        "You gave Acme 4 things unpaid, and they made no move, in the last two sessions.",
    )
    assert part(past, "To act on") == Bullets(("\n".join(lines),), nested=True)


def test_good_news_says_what_it_rests_on() -> None:
    past = october(rows=[], look_back=kept(Outcome.KEPT, Outcome.KEPT, Outcome.PARTLY))
    assert part(past, "Good news") == Bullets(("Two of three promises kept\n2 kept, 1 partly",), nested=True)


def test_what_changed_since_the_session_before_is_told_with_its_direction() -> None:
    before = [who("Acme", 5, 2, hours=9.0), who("Vance", 4, 3, hours=4.0)]
    past = october(
        *before, rows=[who("Acme", 4, 2, hours=3.5), who("Vance", ended=How.PARTED), who("Calder", 3, 3, hours=0.0)]
    )
    assert part(past, "Since September 2026") == Facts(
        (
            ("Came", "Calder"),
            ("Went", "Vance, you parted"),
            ("Closer", "Acme +3 → +2"),
            ("Unpaid hours", "13 h → 3.5 h (▼ 9.5 h, down is good)"),
            ("Baskets", "1.7 → 1 (▼ 0.7, up is good)"),
            ("Average gap", "+2.0 → +1.0 (▼ 1, down is good)"),
        )
    )


def test_where_nothing_changed_nothing_is_said_of_it() -> None:
    assert part(october(who("Acme", 3, 3), rows=[who("Acme", 3, 3)]), "Since September 2026") is None


def test_a_decision_is_told_with_what_it_means() -> None:
    past = october(rows=[who("Acme", decision=Decision.LIMIT)])
    assert part(past, "Acme") == Facts(
        (("Decision", "limit. Keep the door open, and spend no more than this until they move."),)
    )


@pytest.mark.parametrize(
    ("kind", "more", "expected"),
    [
        (MoveKind.ASKED, {"what": "asked for a workshop"}, "12 October 2026: asked for a workshop"),
        (MoveKind.ASKED, {"what": "a workshop"}, "12 October 2026, asked for something: a workshop"),
        (
            MoveKind.MEETING,
            {"what": "Met at the site", "asked_for": False},
            "12 October 2026, unasked: Met at the site",
        ),
        (MoveKind.REPLY, {"asked_for": True}, "12 October 2026, replied, when you asked"),
        (
            MoveKind.DATED,
            {"ahead": datetime.date(2027, 3, 1), "what": "named their tender"},
            "12 October 2026, for 1 March 2027: named their tender",
        ),
    ],
)
def test_what_they_did_is_not_said_twice(kind: MoveKind, more: dict[str, Any], expected: str) -> None:
    assert moves_made((moved("2026-10-12", kind, **more),)) == expected


@pytest.mark.parametrize(
    ("hours", "expected"), [((4.0, 2.0), 6), ((4.25, 2.0), 6.2), ((4.04, 2.0), 6), (("unknown", None), None)]
)
def test_figures_at_the_top_are_rounded_as_in_the_text(hours: Any, expected: float | None) -> None:
    past = october(rows=[who("Acme", hours=hours[0]), who("Calder", hours=hours[1])])
    assert past.last is not None
    properties = dict(summary.of_session(past, past.last).properties)
    assert properties.get("unpaid_hours") == expected
    assert isinstance(properties.get("unpaid_hours"), type(expected))
