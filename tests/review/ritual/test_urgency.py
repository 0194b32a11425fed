"""Step 3: two ratings, their latest move, and no look at earlier ratings before this month's are given."""

import datetime

import pytest

from review.month import Month
from review.records import UNKNOWN, Move, MoveKind, Rating, Reason
from review.ritual import obsessions, urgency
from review.ritual.sitting import Sitting
from tests.review.ritual.sittings import after, begun, refused, row_of
from tests.review.telling import month, moved, told, who

ON = datetime.date(2026, 11, 30)


def rating() -> Sitting:
    past = told(
        month("2026-07", who("acme", 2, 1)),
        month("2026-08", who("acme", 4, 2)),
        month("2026-09", who("acme", 5, UNKNOWN)),
        month("2026-10", who("acme", 3, 3, moves=(moved("2026-10-12"),))),
    )
    return begun(past)


def rated(sitting: Sitting, yours: Rating, theirs: Rating) -> Sitting:
    sitting = after(sitting, urgency.rate(sitting, "acme", "yours", yours))
    return after(sitting, urgency.rate(sitting, "acme", "theirs", theirs))


@pytest.mark.parametrize("value", [1, 5, UNKNOWN, None])
def test_each_side_is_rated_unknown_or_not_answered(value: Rating) -> None:
    row = row_of(rated(rating(), value, 3), "acme")
    assert (row.yours, row.theirs) == (value, 3)
    assert (row_of(rated(rating(), 3, value), "acme").theirs) == value


@pytest.mark.parametrize(
    ("yours", "theirs", "seen"), [(None, None, False), (4, None, False), (None, 4, False), (4, 4, True)]
)
def test_earlier_ratings_appear_only_after_this_months(yours: Rating, theirs: Rating, seen: bool) -> None:
    sitting = rated(rating(), yours, theirs)
    row = row_of(sitting, "acme")
    earlier = urgency.earlier_ratings(sitting, row, "yours")
    assert earlier == ([("2026-10", 3), ("2026-09", 5), ("2026-08", 4)] if seen else [])


def test_unknown_is_an_answer_and_earlier_unknowns_are_left_out() -> None:
    sitting = rated(rating(), UNKNOWN, UNKNOWN)
    row = row_of(sitting, "acme")
    assert urgency.rated(row)
    assert urgency.earlier_ratings(sitting, row, "theirs") == [("2026-10", 3), ("2026-08", 2)]


# --- moves ------------------------------------------------------------------------------------------------------------


def test_a_move_is_entered_once_with_all_that_is_known_of_it() -> None:
    sitting = rating()
    ahead = datetime.date(2027, 3, 1)
    answer = urgency.add_move(
        sitting,
        "acme",
        lambda: "m",
        MoveKind.DATED,
        datetime.date(2026, 11, 3),
        what=" their tender ",
        asked_for=False,
        ahead=ahead,
    )
    (move,) = row_of(after(sitting, answer), "acme").moves or ()
    assert move == Move(
        "m", datetime.date(2026, 11, 3), MoveKind.DATED, asked_for=False, what="their tender", ahead=ahead
    )


def test_a_move_can_be_today_and_not_ahead() -> None:
    sitting = rating()
    assert after(sitting, urgency.add_move(sitting, "acme", lambda: "m", MoveKind.REPLY, ON)).rows[0].moves
    tomorrow = urgency.add_move(sitting, "acme", lambda: "m", MoveKind.REPLY, ON + datetime.timedelta(days=1))
    assert "still ahead" in refused(tomorrow)


def test_moves_are_corrected_and_taken_away() -> None:
    sitting = rating()
    one = after(sitting, urgency.add_move(sitting, "acme", lambda: "1", MoveKind.REPLY, ON))
    two = after(one, urgency.add_move(one, "acme", lambda: "2", MoveKind.PAID, ON))
    right = after(two, urgency.replace_move(two, "acme", Move("1", ON, MoveKind.ACCESS)))
    assert [(move.id, move.kind) for move in right.rows[0].moves or ()] == [
        ("1", MoveKind.ACCESS),
        ("2", MoveKind.PAID),
    ]
    left = after(right, urgency.remove_move(right, "acme", "2"))
    assert [move.id for move in left.rows[0].moves or ()] == ["1"]
    assert after(left, urgency.remove_move(left, "acme", "1")).rows[0].moves is None


def test_nothing_is_an_answer_and_drops_no_move() -> None:
    sitting = rating()
    nothing = after(sitting, urgency.nothing_moved(sitting, "acme"))
    assert nothing.rows[0].moves == ()
    one = after(nothing, urgency.add_move(nothing, "acme", lambda: "1", MoveKind.REPLY, ON))
    assert after(one, urgency.nothing_moved(one, "acme")).draft == one.draft


@pytest.mark.parametrize(
    ("theirs", "move", "expected"),
    [
        (4, MoveKind.REPLY, "4 said, counts as 3 until they show it"),
        (5, MoveKind.MEETING, "5 said, counts as 3 until they show it"),
        (5, MoveKind.PAID, None),
        (3, MoveKind.REPLY, None),
        (UNKNOWN, MoveKind.REPLY, None),
        (None, MoveKind.REPLY, None),
    ],
)
def test_a_4_or_5_that_nothing_backs_says_so(theirs: Rating, move: MoveKind, expected: str | None) -> None:
    sitting = rated(rating(), 5, theirs)
    moved_on = after(sitting, urgency.add_move(sitting, "acme", lambda: "1", move, ON))
    assert urgency.unbacked(moved_on, row_of(moved_on, "acme")) == expected


def test_a_move_of_last_month_backs_this_months_rating() -> None:
    sitting = rated(rating(), 5, 5)
    assert urgency.unbacked(sitting, row_of(sitting, "acme")) is None
    late = begun(sitting.past, "2026-11", datetime.date(2026, 12, 12))
    assert urgency.unbacked(rated(late, 5, 5), row_of(rated(late, 5, 5), "acme")) is not None


@pytest.mark.parametrize(("ago", "expected"), [(0, "today"), (1, "1 day ago"), (41, "41 days ago")])
def test_how_long_ago(ago: int, expected: str) -> None:
    assert urgency.days_ago(Move("m", ON - datetime.timedelta(days=ago), MoveKind.REPLY), ON) == expected


def test_a_move_in_one_line() -> None:
    bare = Move("m", datetime.date(2026, 10, 12), MoveKind.HOMEWORK)
    assert urgency.said_of_move(bare, ON) == "12 October, did homework"
    dated = Move("m", datetime.date(2025, 10, 12), MoveKind.DATED, what="their tender", ahead=datetime.date(2026, 3, 1))
    assert urgency.said_of_move(dated, ON) == "12 October 2025, their tender, for 1 March"


# --- reasons ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reason", "words", "expected"),
    [
        (Reason.BUDGET, None, (Reason.BUDGET, None)),
        (Reason.BUDGET, " from April ", (Reason.BUDGET, "from April")),
        (None, "the founder travels", (Reason.OWN, "the founder travels")),
        (None, "  ", (None, None)),
        (None, None, (None, None)),
    ],
)
def test_a_reason_from_the_list_or_in_ones_own_words(
    reason: Reason | None, words: str | None, expected: tuple[Reason | None, str | None]
) -> None:
    sitting = rating()
    row = row_of(after(sitting, urgency.give_reason(sitting, "acme", reason, words)), "acme")
    assert (row.reason, row.reason_words) == expected


# --- what is asked ----------------------------------------------------------------------------------------------------


def test_yours_theirs_and_their_move_are_asked_of_everybody_on_the_list() -> None:
    sitting = rated(rating(), 4, UNKNOWN)
    assert [(ask.field, ask.answered) for ask in urgency.asks(sitting)] == [
        ("yours", True),
        ("theirs", True),
        ("move", False),
    ]
    parked = after(sitting, obsessions.toggle_parked(sitting, "acme"))
    assert urgency.asks(parked) == ()


def test_who_is_not_on_the_list_is_not_changed() -> None:
    sitting = rating()
    assert urgency.rate(sitting, "nobody", "yours", 5) == sitting.draft
    assert urgency.add_move(sitting, "nobody", lambda: "m", MoveKind.REPLY, ON) == sitting.draft
    assert sitting.month == Month("2026-11")
