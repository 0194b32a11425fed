"""Two rows that turn out to be one prospect's: nothing that was answered is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review import joining
from review.records import UNKNOWN, Amount, Decision, Gift, How, Kind, Limit, Obsession, Reason
from tests.review.telling import claim, moved, segment, who

ratings = st.one_of(st.none(), st.just(UNKNOWN), st.integers(1, 5))
amounts = st.one_of(st.none(), st.just(UNKNOWN), st.integers(0, 40).map(float))
texts = st.one_of(st.none(), st.sampled_from(["one", "two"]))
rows = st.builds(
    Obsession,
    st.sampled_from(["a", "b"]),
    kind=st.sampled_from(Kind),
    yours=ratings,
    theirs=ratings,
    hours=amounts,
    money=amounts,
    hope=texts,
    note=texts,
    parked=st.booleans(),
    dream=st.booleans(),
    given=st.one_of(st.none(), st.just((Gift("a call"),)), st.just(())),
    limit=st.sampled_from([Limit(), Limit(hours=4), Limit(energy=3)]),
)


@given(rows, rows)
def test_what_the_winner_answered_counts_and_what_it_left_open_is_filled(one: Obsession, other: Obsession) -> None:
    joined = joining.rows(one, other)
    for name in ("yours", "theirs", "hope", "note"):
        expected = getattr(one, name) if getattr(one, name) is not None else getattr(other, name)
        assert getattr(joined, name) == expected
    assert joined.prospect == one.prospect
    assert joined.parked == (one.parked and other.parked)
    assert joined.dream == (one.dream or other.dream)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (3.0, 2.0, 5.0),
        (0.1, 0.2, 0.3),
        (3.0, None, 3.0),
        (None, 2.0, 2.0),
        (UNKNOWN, 2.0, UNKNOWN),  # what is not known of one is not known of both
        (3.0, UNKNOWN, UNKNOWN),
        (UNKNOWN, None, UNKNOWN),
        (None, UNKNOWN, UNKNOWN),
        (None, None, None),
        (0.0, None, 0.0),
    ],
)
def test_hours_of_both_add_up(one: Amount, other: Amount, expected: Amount) -> None:
    assert joining.rows(who("a", hours=one), who("b", hours=other)).hours == expected
    assert joining.rows(who("a", money=one), who("b", money=other)).money == expected


def test_lists_follow_one_another_and_nothing_stays_not_asked() -> None:
    one = who("a", moves=(moved("2026-04-01"),), claims=(claim("x", "2026-04"),))
    other = who("b", moves=(), given=(), claims=(claim("y", "2026-04"),))
    joined = joining.rows(one, other)
    assert joined.moves == one.moves
    assert joined.given == ()
    assert [each.text for each in joined.claims] == ["x", "y"]
    assert joining.rows(who("a"), who("b")).moves is None


@pytest.mark.parametrize("turned", [False, True])
def test_the_one_that_is_still_on_counts_over_the_one_that_ended(turned: bool) -> None:
    gone = who("b", 2, ended=How.PARTED, decision=Decision.PART_WAYS)
    here = who("a", 5, decision=Decision.LIMIT if turned else None)
    joined = joining.rows(gone, here) if turned else joining.rows(here, gone)
    assert (joined.ended, joined.yours) == (None, 5)
    assert joined.decision is (Decision.LIMIT if turned else None)
    assert joined.prospect == ("b" if turned else "a")


def test_if_both_ended_the_winners_end_counts() -> None:
    joined = joining.rows(who("a", ended=How.SIGNED), who("b", ended=How.COOLED))
    assert joined.ended is not None
    assert joined.ended.how is How.SIGNED


def test_a_reason_and_its_words_stay_together() -> None:
    one = who("a", reason=Reason.BUDGET)
    other = who("b", reason=Reason.OWN, reason_words="the fair")
    assert joining.rows(one, other).reason_words is None
    assert joining.rows(who("a"), other).reason_words == "the fair"


def test_reviews_of_one_segment_fill_each_other() -> None:
    joined = joining.reviews(segment("a", 4, action="call"), segment("b", 1, 2, action="write", note="n"))
    assert (joined.segment, joined.potential, joined.attention) == ("a", 4, 2)
    assert (joined.action, joined.note) == ("call", "n")


@given(rows)
def test_joining_with_an_empty_row_changes_nothing(row: Obsession) -> None:
    assert joining.rows(row, Obsession("b", parked=row.parked)) == row
