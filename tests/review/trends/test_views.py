"""Every view over every range: what it shows, and what it says while there is little or nothing."""

import json
from typing import Any

import msgspec
import pytest

from review import demo
from review.history import History
from review.month import Month
from review.records import GoalState, How, Limit, LookBack, Outcome, PromiseAnswer, Session, Version
from review.trends import plain
from review.trends.page import Chart, Grid, Page, Range, Sentences, Table
from review.trends.series import Series
from review.trends.views import VIEWS, View, page
from tests.review.telling import goal, month, promise, segment, told, who

DEMO = demo.history(Month("2026-10"))
EACH = pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.key)
RANGES = pytest.mark.parametrize("range_", Range)


def all_series(found: Page) -> list[Series]:
    return [series for block in found.blocks if isinstance(block, Chart) for series in block.series]


def test_there_are_eight_views_with_names_of_their_own() -> None:
    assert len({view.key for view in VIEWS}) == len({view.name for view in VIEWS}) == 8


@EACH
def test_an_empty_history_says_what_will_stand_there(view: View) -> None:
    found = page(History(), view)
    assert (found.blocks, found.months, found.sessions, found.span) == ((), (), 0, "")
    assert found.empty.startswith(f"Nothing yet. After your first review this shows {view.will_show}. Still missing: ")


@EACH
def test_one_session_shows_what_it_can_and_says_what_it_can_not(view: View) -> None:
    found = page(told(month("2026-10", who("Acme", 5, 3, hours=2.0))), view)
    assert found.blocks
    assert found.empty == ""
    assert found.note.startswith(f"One review so far. The second {view.second}.")
    assert all(series.change is None for series in all_series(found))


def test_the_promises_behind_an_outcome_can_be_read() -> None:
    answers = (
        PromiseAnswer("call them", Outcome.KEPT, "on Monday"),
        PromiseAnswer("read", Outcome.KEPT),
        PromiseAnswer("write", Outcome.MISSED),
    )
    history = told(
        month("2026-09", who("Acme"), commitments=(promise("call them", "Acme"), promise("read"), promise("write"))),
        month("2026-10", who("Acme"), look_back=LookBack(promises=answers)),
    )
    view = next(each for each in VIEWS if each.key == "learning")
    table = next(each for each in page(history, view).blocks if isinstance(each, Table) and each.key == "promises")
    assert [(row.values[1], [(case.about, case.text) for case in row.behind]) for row in table.rows][:3] == [
        (
            2,
            [
                (None, "read, answered in October 2026"),
                ("Acme", "call them, answered in October 2026: on Monday"),
            ],
        ),
        (0, []),
        (1, [(None, "write, answered in October 2026")]),
    ]


@pytest.mark.parametrize(
    ("key", "answers", "missing"),
    [
        ("obsessions", {}, "how it ended with anybody, which the step Obsessions asks"),
        ("gap", {"theirs": None}, "a prospect whose urgency and yours are both rated, in the step Urgency"),
        ("gap", {}, ""),
        ("baskets", {"hours": None}, "the unpaid hours that somebody took, in the step Reality"),
        ("baskets", {}, ""),
        ("segments", {}, "a segment with its potential and your attention, in the step Segments"),
        ("hours", {}, "a limit set in one review and checked in the next"),
        (
            "learning",
            {},
            "a learning goal, in the step Learning; a promise made in one review and answered in the next",
        ),
        ("clients", {}, "somebody who signed, or a client who left"),
        ("clients", {"ended": How.SIGNED}, ""),
        (
            "record",
            {"ended": How.LOST},
            "five signed or lost for a share, one so far; somebody you parted with or limited",
        ),
        ("record", {"ended": How.PARTED}, "five signed or lost for a share, none so far"),
    ],
)
def test_one_session_says_what_is_still_missing(key: str, answers: dict[str, Any], missing: str) -> None:
    view = next(each for each in VIEWS if each.key == key)
    row = who("Acme", **{"yours": 5, "theirs": 3, "hours": 2.0, **answers})
    note = page(told(month("2026-10", row)), view).note
    assert note.partition(" Still missing: ")[2] == (f"{missing}." if missing else "")


@EACH
@RANGES
def test_a_range_ends_with_the_newest_session(view: View, range_: Range) -> None:
    found = page(DEMO, view, range_)
    count = {Range.YEAR: 12, Range.TWO_YEARS: 24, Range.ALL: 24}[range_]
    assert len(found.months) == count
    assert found.months[-1] == DEMO.months[-1]
    assert found.sessions == sum(each in found.months for each in DEMO.months)
    assert found.note == ""


def test_a_page_says_its_span() -> None:
    assert page(DEMO, VIEWS[0]).span == "November 2025 – October 2026, 11 sessions"
    assert page(told(month("2026-10")), VIEWS[0], Range.ALL).span == "October 2026, 1 session"


@EACH
@RANGES
def test_a_skipped_month_is_a_gap_in_every_line(view: View, range_: Range) -> None:
    found = page(DEMO, view, range_)
    for series in all_series(found):
        assert [at for at, _ in series.points] == list(found.months)
        assert all(value is None for at, value in series.points if at not in DEMO.months)
        assert any(value is not None for value in series.values)
    for grid in (block for block in found.blocks if isinstance(block, Grid)):
        blank = [at for at, cell in enumerate(grid.rows[0].cells) if cell.state == "no session"]
        assert [grid.months[at] for at in blank] == [each for each in grid.months if each not in DEMO.months]


@EACH
def test_every_figure_states_its_direction(view: View) -> None:
    for series in all_series(page(DEMO, view)):
        assert series.good.value in {"up is good", "down is good"}
        assert series.said_latest


@EACH
@RANGES
def test_a_page_can_be_given_to_programs(view: View, range_: Range) -> None:
    found = page(DEMO, view, range_)
    data = json.loads(msgspec.json.encode(plain.of_page(found)))
    assert data["view"] == view.key
    assert len(data["blocks"]) == len(found.blocks)
    assert data["months"] == list(found.months)


UNITS = ("steps", "baskets", "hours", "share", "count", "rating", "hours_over_limit", "hours_a_month")


@EACH
def test_keys_of_numbers_name_their_unit(view: View) -> None:
    found = page(DEMO, view)
    keys = [series.key for series in all_series(found)]
    for block in found.blocks:
        if isinstance(block, Grid):
            keys.append(block.key)
        if isinstance(block, Table):
            keys += [column.key for column in block.columns if column.unit is not None]
    assert [key for key in keys if not key.endswith(UNITS)] == []


def turned_round(history: History) -> History:
    """The history with the prospects of every session in the opposite order."""
    sessions = []
    for session in history.sessions:
        answers = session.answers
        rows = answers.obsessions[::-1]
        again: Version = msgspec.structs.replace(
            session.newest, answers=msgspec.structs.replace(answers, obsessions=rows)
        )
        sessions.append(Session(session.month, (again,)))
    return History(tuple(sessions), history.prospects, history.segments, history.goals)


@EACH
def test_the_order_of_prospects_never_matters(view: View) -> None:
    one, other = (plain.of_page(page(each, view)) for each in (DEMO, turned_round(DEMO)))
    assert json.loads(msgspec.json.encode(one)) == json.loads(msgspec.json.encode(other))


def table(found: Page, key: str) -> Table:
    return next(block for block in found.blocks if isinstance(block, Table) and block.key == key)


def view_of(key: str) -> View:
    return next(view for view in VIEWS if view.key == key)


def rows_said(found: Table) -> list[list[str]]:
    return [[column.said(value) for column, value in zip(found.columns, row.values, strict=True)] for row in found.rows]


def test_the_gap_view_says_where_they_stand_now() -> None:
    history = told(month("2026-10", who("Calder", 3, 3), who("Acme", 5, 4), who("Delphi", 4, "unknown")))
    assert rows_said(table(page(history, view_of("gap")), "gaps")) == [
        ["Acme", "5", "4", "+1", "+2", "not shown yet"],
        ["Calder", "3", "3", "0", "0", "level"],
    ]
    series = {each.key: each.latest for each in all_series(page(history, view_of("gap")))}
    assert series == {
        "mean_gap_steps": 1.0,
        "mean_gap_said_steps": 0.5,
        "widest_gap_steps": 2,
        "one_way_streets_count": 0,
    }


def test_the_baskets_view_says_where_the_hours_went() -> None:
    history = told(month("2026-10", who("A", hours=2.0), who("B", hours=6.0), who("C", parked=True)))
    found = page(history, view_of("baskets"))
    assert rows_said(table(found, "hours")) == [["B", "6 h", "75 %"], ["A", "2 h", "25 %"]]
    assert [series.said_latest for series in all_series(found)] == ["1.6", "75 %"]


def test_of_too_few_known_hours_the_baskets_view_tells_no_shares() -> None:
    history = told(month("2026-10", who("A", hours=2.0), who("B", hours=6.0), who("C", hours="unknown")))
    found = page(history, view_of("baskets"))
    assert rows_said(table(found, "hours")) == [["B", "6 h", ""], ["A", "2 h", ""]]
    assert [series.said_latest for series in all_series(found)] == ["–", "–"]


def test_the_hours_view_holds_them_against_the_limits() -> None:
    set_in = month("2026-09", who("A", limit=Limit(hours=4)), who("B", limit=Limit(hours=4)), who("C"))
    now = month("2026-10", who("A", hours=9.0, energy=5), who("B", hours=2.0, energy=2), who("C", hours=1.0))
    found = page(told(set_in, now), view_of("hours"))
    assert rows_said(table(found, "costs")) == [
        ["A", "9 h", "4 h", "5 h", "broken", "5"],
        ["B", "2 h", "4 h", "0 h", "held", "2"],
        ["C", "1 h", "", "", "no limit", ""],
    ]
    assert [series.said_latest for series in all_series(found)] == ["12 h", "5 h", "50 %", "3.5"]


def test_the_hours_view_says_of_a_limit_that_could_not_be_checked_what_it_was() -> None:
    limits = {"A": Limit(hours=4), "B": Limit(hours=4, energy=3), "C": Limit(money=100)}
    set_in = month("2026-08", *(who(name, limit=limit) for name, limit in limits.items()))
    now = month("2026-10", *(who(name, hours="unknown", energy=3) for name in limits))
    found = page(told(set_in, now), view_of("hours"))
    assert rows_said(table(found, "costs")) == [
        ["A", "", "8 h", "", "not known", "3"],
        ["B", "", "8 h", "", "not known", "3"],
        ["C", "", "", "", "not known", "3"],
    ]


def test_the_learning_view_keeps_every_goal_of_these_months() -> None:
    sessions = (month("2026-09", learning=(goal("DMAIC", progress=3),)), month("2026-10", learning=(goal("DMAIC"),)))
    found = page(told(*sessions), view_of("learning"))
    assert rows_said(table(found, "goals")) == [["DMAIC", "", "3", "10", "open", "September 2026"]]


def test_a_goal_without_steps_has_no_figures_that_nobody_gave() -> None:
    finished = goal("Socks", progress=10, state=GoalState.FINISHED)
    found = page(told(month("2026-10", learning=(goal("DMAIC", progress=0), finished))), view_of("learning"))
    assert rows_said(table(found, "goals")) == [
        ["DMAIC", "", "", "", "open", "October 2026"],
        ["Socks", "", "", "", "finished", "October 2026"],
    ]


def test_the_record_view_says_so_while_nobody_was_let_go_of() -> None:
    found = page(told(month("2026-10", who("Acme"))), view_of("record"))
    assert found.blocks[-1] == Sentences("What letting go cost you", ("You have not let go of anybody yet.",))


def test_two_segments_that_a_merge_made_one_are_neglected_once() -> None:
    both = month("2026-10", segments=(segment("Energy", 4, 1), segment("Power", 4, 1)))
    found = page(told(both, merged={"Power": "Energy"}), view_of("segments"))
    assert [series.said_latest for series in all_series(found)] == ["1", "0"]


def test_the_segments_view_puts_the_longest_untouched_on_top() -> None:
    first = month("2026-09", segments=(segment("Rail", 3, 3), segment("Labs", 4, 1), segment("Energy", 4, 3)))
    rested = segment("Devices", 3, 5, rest_until=Month("2027-02"))
    now = month("2026-10", who("Acme", segment="Rail"), segments=(segment("Energy", 4, 1), rested))
    [grid] = [block for block in page(told(first, now), view_of("segments")).blocks if isinstance(block, Grid)]
    assert [(row.name, [cell.said for cell in row.cells[-2:]], row.outcome) for row in grid.rows] == [
        ("Labs", ["+3", "·"], "never touched"),
        ("Energy", ["+1", "+3"], "untouched since September"),
        ("Devices", ["·", "-2"], "rests until February 2027"),
        ("Rail", [" 0", "?"], "touched this month"),
    ]
    assert [cell.word for cell in grid.rows[1].cells[-2:]] == ["covered", "neglected"]


def test_baskets_say_that_hours_are_known_but_of_too_few() -> None:
    rows = (who("Acme", hours=40.0), who("Borealis", hours=6.0), who("Cobalt"))
    note = page(told(month("2026-10", *rows)), VIEWS[2]).note
    assert (
        "Still missing: the unpaid hours that more prospects took, in the step Reality (46 h, known for two of" in note
    )
