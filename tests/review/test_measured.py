"""Rows measured as of their own session agree with what the ritual showed on that day."""

import pytest

from review import demo
from review.findings.rules import findings
from review.history import History
from review.measured import measured
from review.month import Month
from review.records import How, Kind, Limit, MoveKind, Obsession
from review.ritual import sitting as sittings
from tests.review.telling import month, moved, told, who

DEMO = demo.history(Month("2026-10"))


def test_the_ritual_and_the_walk_agree() -> None:
    for session in measured(DEMO):
        sitting = sittings.amend(DEMO, session.session, session.session.on, "")
        for row in sitting.rows:
            each = session.rows[row.prospect]
            assert each.verdict == sitting.verdict(row)
            assert each.since == sitting.since(row)
            assert each.months == sitting.months_on_list(row)
            assert row.parked or each.gap == sitting.gap(row)


@pytest.mark.parametrize("latest", [1, 2, 7, 30])
def test_measuring_the_newest_gives_what_measuring_all_gives(latest: int) -> None:
    assert measured(DEMO, latest) == measured(DEMO)[-latest:]


def test_an_old_month_does_not_know_what_came_later() -> None:
    """A late session may hold moves of after an earlier month's review."""
    late = month("2026-08", who("Acme", 5, 4, moves=(moved("2026-10-05"),)), on="2026-10-06")
    september, october = month("2026-09", who("Acme", 5, 4)), month("2026-10", who("Acme", 5, 4))
    counted = [each.rows["Acme"].gap for each in measured(told(late, september, october))]
    assert [gap and gap.counted for gap in counted] == [1, 2, 1]


def test_rows_of_prospects_that_were_merged_are_one() -> None:
    both = month("2026-09", who("Acme", 5, 3, hours=2.0), who("Acme Inc", hours=3.0))
    [session] = measured(told(both, merged={"Acme Inc": "Acme"}))
    assert session.hours == {"Acme": 5.0}
    assert session.rows["Acme"].gap is not None


@pytest.mark.parametrize(
    ("row", "unsigned"),
    [
        (who("Acme"), True),
        (who("Acme", kind=Kind.CLIENT), False),
        (who("Acme", kind=Kind.CLIENT, hope="phase two"), True),
        (who("Acme", ended=How.SIGNED), False),
    ],
)
def test_a_hope_is_unsigned_until_somebody_signs(row: Obsession, unsigned: bool) -> None:
    [session] = measured(told(month("2026-10", row)))
    assert session.rows["Acme"].hope_unsigned is unsigned


def test_a_limit_ends_with_its_spell() -> None:
    ended = month("2026-08", who("Acme", limit=Limit(hours=4), ended=How.COOLED))
    back = measured(told(ended, month("2026-09", who("Acme", hours=9.0))))[-1].rows["Acme"]
    assert (back.sessions, back.verdict.any_limit) == (1, False)


def test_a_history_without_sessions_measures_nothing() -> None:
    assert measured(History()) == ()
    [session] = measured(told(month("2026-10", who("Acme", moves=(moved("2026-10-02", MoveKind.REPLY),)))))
    assert (session.mean_gap, session.unpaid_hours, session.baskets, session.promises_kept) == (None, None, None, None)


def test_a_whole_history_is_measured_once() -> None:
    history = told(month("2026-01", who("Acme", 5, 2)), month("2026-02", who("Acme", 5, 2)))
    assert measured(history) is measured(history)
    assert measured(history, 1) == measured(history)[-1:]
    later = history.having(month("2026-03", who("Acme", 4, 2)))
    assert len(measured(later)) == 3


@pytest.mark.parametrize("at", range(len(DEMO.months)))
def test_one_way_streets_are_counted_as_the_findings_name_them(at: int) -> None:
    session = measured(DEMO)[at]
    named = [each for each in findings(DEMO, session.month) if each.kind == "one-way street"]
    assert session.one_way_streets == len(named)


def test_somebody_who_ended_is_no_one_way_street_any_more() -> None:
    [session] = measured(told(month("2026-10", who("Acme", 5, 1, ended=How.LOST), who("Calder", 5, 2))))
    assert session.one_way_streets == 1
