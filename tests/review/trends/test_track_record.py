"""The track record: who counts as what, nothing under five, and never a share without its interval."""

from itertools import chain, repeat
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.history import History
from review.measures import effective_number
from review.records import How, Kind, Limit, MoveKind, Signs
from review.trends import track_record, wilson
from review.trends.page import Interval, Table
from tests.review.telling import month, moved, told, who

S, L, P, C = How.SIGNED, How.LOST, How.PARTED, How.COOLED


@pytest.mark.parametrize(
    ("hits", "cases", "words"),
    [
        (1, 9, "likely 2–43 %"),
        (8, 17, "likely 26–69 %"),
        (0, 10, "likely 0–28 %"),
        (10, 10, "likely 72–100 %"),
        (5, 10, "likely 24–76 %"),
        (81, 263, "likely 26–37 %"),  # Newcombe 1998, table I: 0.2553 to 0.3662
        (15, 148, "likely 6–16 %"),  # 0.0624 to 0.1605
        (1, 29, "likely 1–17 %"),  # 0.0061 to 0.1718
    ],
)
def test_wilson_intervals_are_the_published_ones(hits: int, cases: int, words: str) -> None:
    assert wilson.interval(hits, cases).said == words


def test_wilson_to_four_digits() -> None:
    found = wilson.interval(81, 263)
    assert (round(found.low, 4), round(found.high, 4)) == (0.2553, 0.3662)


@given(st.integers(1, 500).flatmap(lambda cases: st.tuples(st.integers(0, cases), st.just(cases))))
def test_an_interval_holds_the_share_it_is_about(pair: tuple[int, int]) -> None:
    hits, cases = pair
    found = wilson.interval(hits, cases)
    assert 0 <= found.low <= hits / cases <= found.high <= 1
    other = wilson.interval(cases - hits, cases)
    assert (found.low, found.high) == pytest.approx((1 - other.high, 1 - other.low))


@pytest.mark.parametrize(
    ("shares", "number"),
    [((60, 20, 10, 10), "2.4"), ((1, 1, 1, 1), "4.0"), ((5,), "1.0"), ((9, 1), "1.2"), ((3, 0, 0), "1.0")],
)
def test_the_effective_number(shares: tuple[float, ...], number: str) -> None:
    found = effective_number(shares)
    assert found is not None
    assert f"{found:.1f}" == number


ONE_WAY = [who("", 5, 2), who("", 5, 2)]
ONCE = [who("", 5, 2), who("", 4, 3)]


def history(*told_of: tuple[list[Any], How | None]) -> History:
    """Prospects side by side, each rated so in two months, and ended in the second."""
    rows: list[list[Any]] = [[], []]
    for at, (pair, how) in enumerate(told_of):
        for place, row in enumerate(pair):
            kept = {
                name: getattr(row, name) for name in ("yours", "theirs", "moves", "signs", "limit", "hours", "kind")
            }
            rows[place].append(who(f"Case {at:02}", **kept, ended=how if place else None))
    return told(month("2026-01", *rows[0]), month("2026-02", *rows[1]))


def said(found: Table) -> list[list[str]]:
    return [[column.said(value) for column, value in zip(found.columns, row.values, strict=True)] for row in found.rows]


def test_the_table_of_the_picture() -> None:
    one_way = [*repeat(S, 1), *repeat(L, 8), *repeat(P, 3), None, None]
    others = [*repeat(S, 8), *repeat(L, 9), *repeat(P, 1), None, None, None]
    past = history(*chain(((ONE_WAY, how) for how in one_way), ((ONCE, how) for how in others)))
    found = track_record.table(past, track_record.ONE_WAY)
    assert found.title == "Your own track record, since 2026"
    assert said(found) == [
        ["One-way streets, two sessions running", "1", "8", "3", "0", "2", "11 %", "likely 2–43 %"],
        ["Everyone else", "8", "9", "1", "0", "3", "47 %", "likely 26–69 %"],
    ]


@pytest.mark.parametrize(
    ("ends", "share", "likely"),
    [
        ([S, L, L, L], None, None),
        ([S, L, L, L, L], 0.2, Interval),
        ([S, L, L, L, P, P, C, None], None, None),  # parting and cooling decide nothing
    ],
)
def test_nothing_is_said_of_fewer_than_five(ends: list[How | None], share: float | None, likely: Any) -> None:
    first = track_record.table(history(*((ONE_WAY, how) for how in ends)), track_record.ONE_WAY).rows[0]
    assert first.values[-2] == share
    assert first.values[-1] is None if likely is None else isinstance(first.values[-1], likely)
    assert (track_record.COLUMNS[-2].said(first.values[-2]) == "too few") == (share is None)


def counts(key: str, *pairs: tuple[list[Any], How | None]) -> list[int]:
    comparison = next(each for each in track_record.COMPARISONS if each.key == key)
    return [len(group.cases) for group in track_record.groups(comparison, track_record.cases(history(*pairs)))]


HOMEWORK, REPLY = moved("2026-01-05"), moved("2026-01-05", MoveKind.REPLY)
FOUR = Limit(hours=4)


@pytest.mark.parametrize(
    ("key", "rows", "yes_no"),
    [
        ("one_way", ONE_WAY, [1, 0]),
        ("one_way", ONCE, [0, 1]),
        ("one_way", [who("", 5, 2), who("")], [0, 1]),
        ("one_way", [who(""), who("")], [0, 1]),
        ("one_way", [who("", 5, 4), who("", 5, 4)], [0, 1]),  # not shown yet is no one-way street
        ("evidence", [who("", moves=(HOMEWORK,)), who("", moves=())], [1, 0]),
        ("evidence", [who("", moves=(REPLY,)), who("")], [0, 1]),
        ("evidence", [who(""), who("")], [0, 0]),
        ("limits", [who("", limit=FOUR), who("", hours=4.0)], [1, 0]),
        ("limits", [who("", limit=FOUR), who("", hours=5.0)], [0, 1]),
        ("limits", [who("", limit=FOUR), who("", hours="unknown")], [0, 0]),
        ("limits", [who(""), who("", hours=5.0)], [0, 0]),
        ("signs", [who("", signs=Signs("clear")), who("")], [1, 0]),
        ("signs", [who("", signs=Signs("no", "some", "no")), who("")], [0, 1]),
        ("signs", [who("", signs=Signs("unknown")), who("")], [0, 0]),
    ],
)
def test_what_counts_as_what(key: str, rows: list[Any], yes_no: list[int]) -> None:
    assert counts(key, (rows, L)) == yes_no


BACK = (
    month("2026-01", who("Acme", 5, 2)),
    month("2026-02", who("Acme", 5, 2, ended=How.PARTED)),
    month("2026-03", who("Acme", 3, 3)),
    month("2026-04", who("Acme", 3, 3, ended=How.SIGNED)),
)


FIRST_TIME = "Acme, on the list since January 2026: you parted in February 2026"


def test_whoever_left_and_came_back_is_one_case() -> None:
    past = told(*BACK)
    one_way, others = track_record.groups(track_record.ONE_WAY, track_record.cases(past))
    assert [case.how for case in one_way.cases] == [How.SIGNED]  # ever a one-way street, and signed in the end
    assert others.cases == ()
    first = track_record.table(past, track_record.ONE_WAY).rows[0]
    assert [case.text for case in first.behind] == [f"{FIRST_TIME}; again since March 2026: signed in April 2026"]


def test_two_months_of_two_spells_are_not_two_running() -> None:
    sessions = (month("2026-01", who("Acme", 5, 2, ended=How.PARTED)), month("2026-02", who("Acme", 5, 2)))
    one_way, others = track_record.groups(track_record.ONE_WAY, track_record.cases(told(*sessions)))
    assert (len(one_way.cases), len(others.cases)) == (0, 1)


@pytest.mark.parametrize(
    ("later", "how"),
    [
        (who("Acme", kind=Kind.CLIENT), S),
        (who("Acme", kind=Kind.CLIENT, hope="phase two"), S),  # what was signed stays signed
        (who("Acme", kind=Kind.CLIENT, hope="phase two", ended=How.LOST), L),
        (who("Acme", kind=Kind.CLIENT, ended=How.LEFT), S),  # that a client left is no lost hope
        (who("Acme"), None),
        (who("Acme", ended=How.COOLED), C),
    ],
)
def test_the_newest_time_on_the_list_says_how_it_ended(later: Any, how: How | None) -> None:
    (case,) = track_record.cases(told(month("2026-01", who("Acme", ended=S)), month("2026-02", later)))
    assert case.how is how


def test_whoever_just_stopped_appearing_is_said_to_be_last_seen_then() -> None:
    past = told(month("2026-01", who("Juno")), month("2026-02", who("Acme")))
    assert track_record.said(past, track_record.cases(past)[0]) == (
        "Juno, on the list since January 2026: last in January 2026"
    )


@pytest.mark.parametrize(
    ("row", "is_case"),
    [
        (who("Acme", kind=Kind.CLIENT), False),
        (who("Acme", kind=Kind.CLIENT, hope="phase two"), True),
        (who("Acme", kind=Kind.CLIENT, hope="phase two", ended=How.LEFT), False),
        (who("Acme", kind=Kind.CLIENT, ended=How.SIGNED), True),
        (who("Acme"), True),
    ],
)
def test_a_case_is_something_hoped_for(row: Any, is_case: bool) -> None:
    assert len(track_record.cases(told(month("2026-01", row)))) == is_case


def test_the_cases_behind_a_figure_can_be_read() -> None:
    sessions = (month("2025-11", who("Juno", 5, 2)), month("2025-12", who("Juno", 5, 1, ended=How.LOST), who("Acme")))
    first, second = track_record.table(told(*sessions), track_record.ONE_WAY).rows
    assert [case.text for case in first.behind] == ["Juno, on the list since November 2025: lost in December 2025"]
    assert [(case.about, case.text) for case in second.behind] == [
        ("Acme", "Acme, on the list since December 2025: open")
    ]


def test_the_cases_behind_a_row_stand_as_its_figures_do() -> None:
    past = history(*((ONE_WAY, how) for how in (None, C, P, L, S, L)))
    texts = [case.text.split(": ")[1] for case in track_record.table(past, track_record.ONE_WAY).rows[0].behind]
    assert [text.split(" in ")[0] for text in texts] == ["signed", "lost", "lost", "you parted", "cooled", "open"]


def test_an_empty_history_has_an_empty_record() -> None:
    found = track_record.table(History(), track_record.ONE_WAY)
    assert found.title == "Your own track record"
    assert [row.values[1:] for row in found.rows] == [(0, 0, 0, 0, 0, None, None)] * 2
