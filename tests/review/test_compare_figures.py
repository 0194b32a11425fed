"""Two sessions side by side: the figures and segments before and now."""

import pytest

from review import compare
from review.compare import Figure
from review.measured import measured
from review.month import Month
from review.records import Outcome
from review.trends.series import Good, Unit, home_series
from tests.review.telling import kept, month, segment, told, who

OCTOBER = month(
    "2026-10",
    who("Acme", 5, 2, hours=9.0),
    segments=(segment("Labs", 4, 1), segment("Rail", 3, 3), segment("Energy", 2, "unknown")),
    look_back=kept(Outcome.KEPT, Outcome.MISSED),
    conviction=2,
)
NOVEMBER = month(
    "2026-11",
    who("Acme", 4, 2, hours=3.0),
    segments=(segment("Labs", 3, 4), segment("Rail", 3, 3), segment("Energy", 2, 3), segment("New", 5, 5)),
    conviction=4,
)


def test_figures_stand_before_and_now() -> None:
    found = compare.compared(told(OCTOBER, NOVEMBER), Month("2026-10"), Month("2026-11"))
    assert found is not None
    assert [(each.name, each.before, each.now) for each in found.figures] == [
        ("unpaid hours", 9.0, 3.0),
        ("baskets", 1.0, 1.0),
        ("average gap", 3.0, 2.0),
        ("promises kept", 0.5, None),
        ("fear 1 – conviction 5", 2, 4),
    ]


def figure(unit: Unit, before: float | None, now: float | None, good: Good = Good.DOWN) -> Figure:
    return Figure("a figure", unit, good, before, now)


@pytest.mark.parametrize(
    ("figure", "before", "now", "change", "better"),
    [
        (figure(Unit.HOURS, 26.0, 19.0), "26 h", "19 h", "▼ 7 h", True),
        (figure(Unit.HOURS, 19.0, 26.25), "19 h", "26.2 h", "▲ 7.2 h", False),
        (figure(Unit.GAP, 1.44, 0.76), "+1.4", "+0.8", "▼ 0.6", True),  # as read, not 0.7
        (figure(Unit.GAP, -0.2, 0.04), "-0.2", "0.0", "▲ 0.2", False),
        (figure(Unit.GAP, 1.01, 0.99), "+1.0", "+1.0", "level", None),
        (figure(Unit.NUMBER, 4.17, 4.21, Good.UP), "4.2", "4.2", "level", None),
        (figure(Unit.SHARE, 1 / 3, 2 / 3, Good.UP), "33 %", "67 %", "▲ 33 points", True),  # one of three, then two
        (figure(Unit.SHARE, 0.5, 0.49, Good.UP), "50 %", "49 %", "▼ 1 point", False),
        (figure(Unit.COUNT, 2, 4, Good.UP), "2", "4", "▲ 2", True),
        (figure(Unit.HOURS, None, 3.0), "–", "3 h", "", None),
        (figure(Unit.HOURS, 3.0, None), "3 h", "–", "", None),
    ],
)
def test_a_change_is_that_of_the_figures_as_read_and_of_shares_as_they_are(
    figure: Figure, before: str, now: str, change: str, better: bool | None
) -> None:
    assert (figure.said_before, figure.said_now, figure.said_change) == (before, now, change)
    assert (figure.better, figure.changed) == (better, better is not None)


def test_segments_turn_where_both_sessions_rated_them() -> None:
    found = compare.compared(told(OCTOBER, NOVEMBER), Month("2026-10"), Month("2026-11"))
    assert found is not None
    assert [(turn.name, turn.side, turn.by) for turn in found.turns] == [
        ("Labs", "attention", 3),
        ("Labs", "potential", -1),
    ]


def test_a_merged_segment_turns_once() -> None:
    merged = told(
        month("2026-10", segments=(segment("Laboratories", 4, 1),)),
        month("2026-11", segments=(segment("Labs", 4, 2),)),
        merged={"Laboratories": "Labs"},
    )
    found = compare.with_previous(merged, Month("2026-11"))
    assert found is not None
    assert [(turn.segment, turn.by) for turn in found.turns] == [("Labs", 1)]


def test_hours_say_of_how_many_they_are_not_known() -> None:
    rows = [who(name, hours=0.0) for name in ("Borealis", "Calder", "Delphi")]
    now = month("2026-11", who("Acme", hours=3.0), *rows, who("Eastgate", hours="unknown"))
    found = compare.compared(told(OCTOBER, now), Month("2026-10"), Month("2026-11"))
    assert found is not None
    assert found.hours.told == "9 h → 3 h, one not known"
    assert found.baskets.told == "1 → 1"


def test_hours_of_one_of_five_are_no_total_and_no_change() -> None:
    """What was not answered would be counted as none, and praised."""
    names = ("Borealis", "Calder", "Delphi", "Eastgate")
    history = told(
        month("2026-10", who("Acme", hours=10.0), *(who(name, hours=4.0) for name in names)),
        month("2026-11", who("Acme", hours=11.0), *(who(name) for name in names[1:]), who("Borealis", hours="unknown")),
    )
    before, now = measured(history)
    assert (before.unpaid_hours, now.unpaid_hours, now.baskets, dict(now.hours)) == (26, None, None, {"Acme": 11})
    found = compare.with_previous(history, Month("2026-11"))
    assert found is not None
    assert (found.hours.changed, found.hours.told) == (False, "26 h → –")
    assert (found.baskets.changed, found.baskets.said_now, found.baskets.said_change) == (False, "–", "")
    _, baskets, hours, _ = home_series(history)
    assert [(line.latest, line.change, line.said_change) for line in (baskets, hours)] == [(None, None, "")] * 2
