"""The prospect × month grid: a gap for every month, and how it ended."""

from typing import Any

import pytest

from review.month import Month
from review.records import How
from review.trends.obsessions import grid
from review.trends.page import Grid, Look, Range, Tone
from tests.review.telling import month, moved, told, who


def drawn(*sessions: Any, range_: Range = Range.ALL, **more: Any) -> Grid:
    return grid(Look(told(*sessions, **more), range_))


def rows(found: Grid) -> list[tuple[str, str, str]]:
    return [(row.name, " ".join(cell.said for cell in row.cells), row.outcome) for row in found.rows]


def test_every_cell_reads_without_colour() -> None:
    sessions = (
        month("2026-06", who("Acme", 5, 2), who("Delphi", 3, 3)),
        month("2026-07", who("Acme", 2, 4, moves=(moved("2026-07-01"),)), who("Delphi", parked=True)),
        month("2026-09", who("Acme", 4, "unknown"), who("Delphi", 3, 3), who("Calder", 5, 4)),
    )
    assert rows(drawn(*sessions)) == [
        ("Acme", "+3 -2 ┊ ?", "4 months"),
        ("Delphi", " 0 p ┊  0", "4 months"),
        ("Calder", "· · ┊ +2*", "1 month"),
    ]


def test_a_gap_only_counted_is_told_from_a_one_way_street_by_its_mark() -> None:
    found = drawn(month("2026-10", who("Acme", 5, 4), who("Brook", 5, 3)))
    assert [row.cells[0].said for row in found.rows] == ["+2*", "+2"]
    assert [number for number, _ in found.legend][:2] == ["+2", "+2*"]


def test_a_gap_only_counted_says_so() -> None:
    [row] = drawn(month("2026-10", who("Acme", 5, 4))).rows
    assert (row.cells[0].word, row.cells[0].note) == ("not shown yet", "+1 as said")


@pytest.mark.parametrize(
    ("how", "outcome", "tone"),
    [
        (How.SIGNED, "signed, May", Tone.GOOD),
        (How.LOST, "lost, May", Tone.BAD),
        (How.PARTED, "you parted, May", Tone.QUIET),
        (How.COOLED, "cooled, May", Tone.QUIET),
        (How.LEFT, "left, May", Tone.BAD),
    ],
)
def test_a_row_ends_with_how_it_ended(how: How, outcome: str, tone: Tone) -> None:
    [row] = drawn(month("2026-05", who("Acme", ended=how)), month("2026-06")).rows
    assert (row.outcome, row.tone) == (outcome, tone)


def test_an_outcome_a_year_ago_says_its_year() -> None:
    [row] = drawn(month("2025-05", who("Acme", ended=How.LOST)), month("2026-06")).rows
    assert row.outcome == "lost, May 2025"


def test_whoever_disappears_without_an_end_was_last_on_the_list() -> None:
    [row] = drawn(month("2026-05", who("Acme", 3, 3)), month("2026-06")).rows
    assert (row.outcome, row.tone) == ("last on the list May", Tone.QUIET)


def test_a_parked_prospect_says_so() -> None:
    [row] = drawn(month("2026-05", who("Acme", parked=True, since=Month("2026-03")))).rows
    assert row.outcome == "3 months, parked"


def test_the_open_ones_come_first_the_longest_on_the_list_on_top() -> None:
    ended = [who(name, ended=How.LOST) for name in ("Old",)]
    sessions = (
        month("2026-04", *ended, who("Recent")),
        month("2026-05", who("Recent", ended=How.LOST), who("B"), who("Long", since=Month("2025-01"))),
        month("2026-06", who("Long"), who("B"), who("A")),
    )
    assert [name for name, _, _ in rows(drawn(*sessions))] == ["Long", "B", "A", "Recent", "Old"]


def test_both_spells_stand_in_one_row() -> None:
    sessions = (
        month("2026-03", who("Acme", 5, 2, ended=How.PARTED)),
        month("2026-04"),
        month("2026-05", who("Acme", 2, 3)),
    )
    assert rows(drawn(*sessions)) == [("Acme", "+3 · -1", "1 month")]


def test_merged_prospects_share_a_row() -> None:
    sessions = (month("2026-09", who("Acme Inc", 5, 2)), month("2026-10", who("Acme", 4, 2)))
    assert rows(drawn(*sessions, merged={"Acme Inc": "Acme"})) == [("Acme", "+3 +2", "2 months")]


def test_a_range_leaves_out_who_was_gone_before_it() -> None:
    gone = month("2024-05", who("Old", ended=How.LOST), who("Acme", 3, 3))
    found = drawn(gone, month("2026-10", who("Acme", 5, 3)), range_=Range.YEAR)
    assert [row.name for row in found.rows] == ["Acme"]
    assert [cell.state.value for cell in found.rows[0].cells] == ["no session"] * 11 + ["value"]
