"""The gap as said and counted, limits over skipped months, baskets and neglect."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review import measures
from review.history import History
from review.measures import Verdict
from review.month import Month
from review.records import (
    BACKING,
    UNKNOWN,
    Amount,
    End,
    Gift,
    How,
    Kind,
    Limit,
    Move,
    MoveKind,
    Obsession,
    Rating,
    SegmentReview,
    known,
)
from review.scales import Band
from tests.review.telling import month, told, who

ON = datetime.date(2026, 10, 31)

ratings = st.one_of(st.none(), st.just(UNKNOWN), st.integers(1, 5))
amounts = st.one_of(st.none(), st.just(UNKNOWN), st.floats(0, 744).map(lambda hours: round(hours, 2)))
days = st.dates(datetime.date(2026, 6, 1), ON)
moves = st.builds(Move, st.text("abc", min_size=1, max_size=3), days, st.sampled_from(MoveKind))


def ago(days: int, kind: MoveKind = MoveKind.HOMEWORK) -> Move:
    return Move(f"{days} {kind}", ON - datetime.timedelta(days=days), kind)


# --- the evidence rule ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", sorted(BACKING))
@pytest.mark.parametrize(("days", "expected"), [(0, 4), (1, 4), (60, 4), (61, 3), (365, 3)])
def test_a_move_backs_a_4_for_sixty_days(kind: MoveKind, days: int, expected: int) -> None:
    row = Obsession("acme", yours=5, theirs=4)
    assert measures.counted_theirs(row, ago(days, kind), ON) == expected


@pytest.mark.parametrize("kind", sorted(set(MoveKind) - BACKING))
def test_words_and_meetings_back_nothing(kind: MoveKind) -> None:
    assert measures.counted_theirs(Obsession("acme", theirs=5), ago(0, kind), ON) == 3


@pytest.mark.parametrize(
    ("theirs", "expected"), [(1, 1), (2, 2), (3, 3), (4, 3), (5, 3), (UNKNOWN, None), (None, None)]
)
def test_without_a_move_4_and_5_count_as_3_and_the_rest_as_said(theirs: Rating, expected: int | None) -> None:
    assert measures.counted_theirs(Obsession("acme", theirs=theirs), None, ON) == expected


def test_a_client_under_contract_counts_as_said() -> None:
    assert measures.counted_theirs(Obsession("acme", kind=Kind.CLIENT, theirs=5), None, ON) == 5


def test_only_the_newest_move_counts() -> None:
    """They did their homework, then asked for something: the newest thing they did backs nothing."""
    newest = measures.newest_move([ago(30, MoveKind.HOMEWORK), ago(10, MoveKind.ASKED)])
    assert newest is not None
    assert newest.kind is MoveKind.ASKED
    assert not measures.backs(newest, ON)


def test_of_two_moves_on_one_day_the_one_that_backs_comes_first() -> None:
    both = [ago(3, MoveKind.REPLY), ago(3, MoveKind.PAID), ago(3, MoveKind.ASKED)]
    for turn in range(3):
        newest = measures.newest_move([*both[turn:], *both[:turn]])
        assert newest is not None
        assert newest.kind is MoveKind.PAID


def test_a_move_after_the_review_was_not_known_in_it() -> None:
    """A late session may hold moves that an earlier session's day comes before."""
    later = Move("later", ON + datetime.timedelta(days=1), MoveKind.PAID)
    assert measures.newest_move([later, ago(5)], ON) == ago(5)
    assert measures.newest_move([later], ON) is None
    assert measures.newest_move([later, ago(5)]) == later


@given(st.lists(moves))
def test_the_order_moves_were_entered_in_does_not_matter(those: list[Move]) -> None:
    newest = measures.newest_move(those, ON)
    for turned in (those[::-1], sorted(those, key=lambda move: move.id)):
        other = measures.newest_move(turned, ON)
        assert (other is None) == (newest is None)
        assert measures.backs(other, ON) == measures.backs(newest, ON)
        assert other is None or newest is None or other.on == newest.on


# --- gap and bands ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("yours", "theirs", "backed", "said", "counted", "band"),
    [
        (5, 2, False, 3, 3, Band.ONE_WAY),
        (4, 2, False, 2, 2, Band.ONE_WAY),
        (5, 4, False, 1, 2, Band.NOT_SHOWN),
        (5, 5, False, 0, 2, Band.NOT_SHOWN),
        (5, 4, True, 1, 1, Band.LEANING),
        (4, 5, False, -1, 1, Band.LEANING),
        (3, 5, False, -2, 0, Band.LEVEL),
        (3, 5, True, -2, -2, Band.THEY_LEAD),
        (2, 3, False, -1, -1, Band.THEY_LEAD),
        (3, 3, False, 0, 0, Band.LEVEL),
    ],
)
def test_a_gap_as_said_and_as_counted(
    yours: int, theirs: int, backed: bool, said: int, counted: int, band: Band
) -> None:
    gap = measures.gap(Obsession("acme", yours=yours, theirs=theirs), ago(5) if backed else None, ON)
    assert gap is not None
    assert (gap.said, gap.counted, gap.band) == (said, counted, band)
    assert gap.unbacked == (theirs > 3 and not backed)


@given(ratings, ratings, st.one_of(st.none(), moves))
def test_a_gap_needs_both_sides_and_evidence_never_narrows_it(yours: Rating, theirs: Rating, move: Move | None) -> None:
    gap = measures.gap(Obsession("acme", yours=yours, theirs=theirs), move, ON)
    if known(yours) is None or known(theirs) is None:
        assert gap is None
    else:
        assert gap is not None
        assert -4 <= gap.said <= gap.counted <= 4


@pytest.mark.parametrize(("since", "now", "expected"), [("2026-10", "2026-10", 1), ("2026-03", "2026-11", 9)])
def test_months_on_the_list_count_both_ends(since: str, now: str, expected: int) -> None:
    assert measures.months_on_list(Month(since), Month(now)) == expected


def test_a_since_after_the_month_is_its_first_month() -> None:
    assert measures.months_on_list(Month("2026-12"), Month("2026-11")) == 1


# --- limits -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hours", "months_since", "allowed", "over"),
    [(4, 1, 4, 0), (4.01, 1, 4, 0.01), (11, 1, 4, 7), (11, 2, 8, 3), (11, 3, 12, 0), (0, 1, 4, 0), (4, 0, 4, 0)],
)
def test_hours_are_held_against_the_limit_times_the_months(
    hours: float, months_since: int, allowed: float, over: float
) -> None:
    verdict = measures.verdict(Obsession("acme", hours=hours), Limit(hours=4), months_since)
    assert (verdict.hours, verdict.hours_over) == (allowed, over)
    assert verdict.broken == (over > 0)
    assert verdict.held == (over == 0)


@pytest.mark.parametrize("hours", [None, UNKNOWN])
def test_hours_not_known_neither_hold_nor_break_a_limit(hours: Amount) -> None:
    verdict = measures.verdict(Obsession("acme", hours=hours), Limit(hours=4, money=10), 1)
    assert verdict == Verdict()
    assert (verdict.held, verdict.broken, verdict.any_limit) == (False, False, False)


def test_no_limit_can_be_neither_held_nor_broken() -> None:
    verdict = measures.verdict(Obsession("acme", hours=40, energy=5, money=900), Limit(), 1)
    assert (verdict.held, verdict.broken, verdict.any_limit) == (False, False, False)


@pytest.mark.parametrize(("energy", "over"), [(2, 0), (3, 0), (5, 2), (UNKNOWN, 0), (None, 0)])
def test_energy_is_a_highest_value_and_not_a_sum(energy: Rating, over: int) -> None:
    verdict = measures.verdict(Obsession("acme", energy=energy), Limit(energy=3), 4)
    assert verdict.energy_over == over
    assert verdict.broken == bool(over)


def test_one_limit_exceeded_breaks_it() -> None:
    verdict = measures.verdict(Obsession("acme", hours=1, money=30, energy=1), Limit(hours=4, money=20, energy=3), 1)
    assert verdict.broken
    assert verdict.worst_share_over == 0.5


def test_a_limit_of_nothing_is_exceeded_without_bound() -> None:
    assert measures.verdict(Obsession("acme", hours=1), Limit(hours=0), 1).worst_share_over == float("inf")
    assert measures.verdict(Obsession("acme", hours=0), Limit(hours=0), 1).held


@given(st.integers(1, 74_400), st.integers(1, 24))
def test_exactly_the_limit_of_all_the_months_is_held(hundredths: int, months_since: int) -> None:
    """Three months of 2.3 h are 6.9 h, whatever binary fractions make of it."""
    limit, hours = hundredths / 100, hundredths * months_since / 100
    assert measures.verdict(Obsession("acme", hours=hours, money=hours), Limit(limit, limit), months_since).held
    assert measures.verdict(Obsession("acme", hours=round(hours + 0.01, 2)), Limit(limit), months_since).broken


def test_a_skipped_month_doubles_the_limit_in_a_history() -> None:
    limited = told(month("2026-09", who("acme", limit=Limit(hours=4))))
    row = who("acme", hours=7)
    assert measures.verdict_in(limited, row, Month("2026-10")).broken
    assert measures.verdict_in(limited, row, Month("2026-11")).held


@pytest.mark.parametrize(
    "before",
    [
        told(),
        told(month("2026-09", who("acme", limit=Limit(hours=1))), month("2026-10", who("delphi"))),
        told(month("2026-10", who("acme", limit=Limit(hours=1), ended=End(How.PARTED)))),
    ],
    ids=["first session", "not on the last list", "ended there"],
)
def test_without_a_limit_in_force_there_is_no_verdict(before: History) -> None:
    assert measures.verdict_in(before, who("acme", hours=7), Month("2026-11")) == Verdict()


# --- give and take, baskets, neglect ----------------------------------------------------------------------------------


def test_gifts_are_counted_by_their_number() -> None:
    assert measures.gifts(Obsession("acme", given=(Gift("drawings", 2), Gift("a call")))) == 3
    assert measures.gifts(Obsession("acme")) == measures.gifts(Obsession("acme", given=())) == 0


@pytest.mark.parametrize(
    ("shares", "expected"),
    [([60, 20, 10, 10], 2.4), ([1], 1), ([5, 5], 2), ([1, 1, 1, 1], 4), ([11, 5, 6, 4, 2], 3.9), ([3, 0, 0], 1)],
)
def test_the_effective_number_of_baskets(shares: list[float], expected: float) -> None:
    number = measures.effective_number(shares)
    assert number is not None
    assert round(number, 1) == expected


@pytest.mark.parametrize("shares", [[], [0], [0, 0]])
def test_nothing_to_share_is_in_no_basket(shares: list[float]) -> None:
    assert measures.effective_number(shares) is None


@given(st.lists(st.floats(0.01, 744), min_size=1), st.floats(0.1, 10))
def test_baskets_lie_between_one_and_their_number_in_any_order_and_unit(shares: list[float], unit: float) -> None:
    number = measures.effective_number(shares)
    assert number is not None
    assert 1 - 1e-9 <= number <= len(shares) + 1e-6
    assert measures.effective_number(shares[::-1]) == pytest.approx(number)
    assert measures.effective_number(share * unit for share in shares) == pytest.approx(number)


@given(st.dictionaries(st.sampled_from("abcdef"), amounts))
def test_only_known_hours_make_baskets(spent: dict[str, Amount]) -> None:
    rows = [Obsession(name, hours=hours) for name, hours in spent.items()]
    assert set(measures.hours_by_prospect(rows)) == {name for name, hours in spent.items() if known(hours) is not None}
    some = any(known(hours) for hours in spent.values())
    assert (measures.baskets(rows) is not None) == (some and measures.hours_known(rows).enough)


@pytest.mark.parametrize(
    ("hours", "enough"),
    [((), False), ((None,), False), ((0.0,), True), ((4.0, 1.0, 0.0, 2.0, None), True), ((4.0, 1.0, UNKNOWN), False)],
)
def test_hours_are_known_enough_for_four_of_five(hours: tuple[Amount, ...], enough: bool) -> None:
    rows = [Obsession(f"prospect {at}", hours=each) for at, each in enumerate(hours)]
    assert measures.hours_known(rows).enough == enough
    assert measures.hours_known([*rows, Obsession("away", parked=True)]).enough == enough


@pytest.mark.parametrize(
    ("potential", "attention", "expected"), [(4, 1, 3), (3, 5, -2), (3, 3, 0), (None, 3, None), (3, UNKNOWN, None)]
)
def test_neglect(potential: Rating, attention: Rating, expected: int | None) -> None:
    assert measures.neglect(SegmentReview("energy", potential, attention)) == expected
