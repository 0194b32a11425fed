"""What it costs and whether it is real: worked examples, on both sides of every bound."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review import measures
from review import month as months
from review.findings.reality import FAR_OVER
from review.month import Month
from review.records import ClaimState, How, Kind, Limit, MoveKind, Obsession, Session, Signs
from review.summary import words
from tests.review.telling import claim, found, gave, month, moved, said, who

TENDER = datetime.date(2027, 3, 1)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (who("Acme", since=Month("2026-07")), "look Acme: 4th month"),
        (who("Acme", since=Month("2026-08")), ""),
        (who("Acme", since=Month("2026-07"), kind=Kind.CLIENT), ""),
        (who("Acme", since=Month("2026-07"), kind=Kind.CLIENT, hope="phase two"), "look Acme: 4th month"),
        (who("Acme", since=Month("2026-07"), parked=True), ""),
        (who("Acme", since=Month("2026-07"), ended=How.LOST), ""),
        (who("Acme", since=Month("2026-07"), moves=(moved("2026-10-02", MoveKind.DATED, ahead=TENDER),)), ""),
        (
            who("Acme", since=Month("2026-07"), moves=(moved("2026-10-02", ahead=datetime.date(2026, 10, 30)),)),
            "look Acme: 4th month",
        ),
        (who("Acme", since=Month("2026-07"), moves=(moved("2026-10-02", ahead=datetime.date(2026, 10, 31)),)), ""),
    ],
)
def test_time_is_lost_after_four_calendar_months_without_a_date_of_theirs(row: Obsession, expected: str) -> None:
    assert said("lost track of time", month("2026-10", row)) == expected


def test_a_date_named_long_ago_still_lies_ahead() -> None:
    june = month("2026-06", who("Acme", moves=(moved("2026-06-02", MoveKind.DATED, ahead=TENDER),)))
    assert said("lost track of time", june, month("2026-10", who("Acme"))) == ""


def test_skipped_months_count_in_calendar_ages() -> None:
    [finding] = found("lost track of time", month("2026-03", who("Acme")), month("2026-10", who("Acme")))
    assert finding.words == "8th month"
    assert finding.sentence == (
        "Acme has been on your list for 8 months with nothing signed, and no date of theirs lies ahead."
    )
    assert finding.facts == ("On the list since March 2026",)


def test_a_new_spell_begins_anew() -> None:
    spell = (
        month("2026-03", who("Acme")),
        month("2026-08", who("Acme", ended=How.COOLED)),
        month("2026-10", who("Acme")),
    )
    assert said("lost track of time", *spell) == ""


def spent(hours: Any, *, limit: Limit, before: float = 0.0, moves: Any = None, **more: Any) -> tuple[Session, ...]:
    """Three monthly sessions: the limit is set in the first, the second spends *before*, the third *hours*."""
    return (
        month("2026-08", who("Acme", limit=limit)),
        month("2026-09", who("Acme", limit=limit, hours=before)),
        month("2026-10", who("Acme", hours=hours, moves=moves, **more)),
    )


FOUR = Limit(hours=4)


@pytest.mark.parametrize(
    ("sessions", "expected"),
    [
        (spent(4.0, limit=FOUR), ""),
        (spent(4.5, limit=FOUR), "look Acme: 4.5 h of 4 h"),
        (spent(4.99, limit=FOUR), "look Acme: 5 h of 4 h"),
        (spent(5.0, limit=FOUR), "act Acme: 5 h of 4 h"),  # by 25 %
        (spent(4.5, limit=FOUR, before=4.5), "act Acme: limit broken twice"),
        (spent("unknown", limit=FOUR, before=9.0), ""),
        (spent(None, limit=FOUR), ""),
        (spent(9.0, limit=Limit()), ""),
        (spent(0.5, limit=Limit(hours=0)), "act Acme: 0.5 h of 0 h"),
        (spent(1.0, limit=Limit(money=100), money=240.0), "act Acme: money 240 of 100"),
        (spent(1.0, limit=Limit(money=100), money=110.0), "look Acme: money 110 of 100"),
        (spent(1.0, limit=Limit(energy=3), energy=3), ""),
        (spent(1.0, limit=Limit(energy=3), energy=5), "look Acme: energy 5 of 3"),  # a rating has no quarter
    ],
)
def test_a_limit_is_broken_over_it_and_asks_to_act_by_a_quarter_or_twice(
    sessions: tuple[Session, ...], expected: str
) -> None:
    assert said("limit broken", *sessions) == expected


def test_a_skipped_month_adds_to_the_limit() -> None:
    set_in = month("2026-08", who("Acme", limit=FOUR))
    assert said("limit broken", set_in, month("2026-10", who("Acme", hours=8.0))) == ""
    [finding] = found("limit broken", set_in, month("2026-10", who("Acme", hours=9.0)))
    assert finding.words == "9 h of 8 h"
    assert finding.facts == ("9 h of 8 h", "4 h a month for 2 months")


@pytest.mark.parametrize(("moves", "asks"), [((), True), (None, False), ((moved("2026-10-02"),), False)])
def test_twice_with_no_move_of_theirs_asks_for_a_stop_rule(moves: Any, asks: bool) -> None:
    [finding] = found("limit broken", *spent(6.0, limit=FOUR, before=6.0, moves=moves))
    assert finding.title == "Limit broken twice"
    assert finding.sentence.startswith("Acme cost you more than your limit twice running, now 6 h of 4 h.")
    assert finding.sentence.endswith("They made no move: set a stop rule.") is asks


@pytest.mark.parametrize(
    ("broken", "title", "words", "says"),
    [
        (1, "Limit broken", "6 h of 4 h", "Acme cost you more than your limit: 6 h of 4 h."),
        (
            2,
            "Limit broken twice",
            "limit broken twice",
            "Acme cost you more than your limit twice running, now 6 h of 4 h.",
        ),
        (
            5,
            "Limit broken again",
            "limit broken five times running",
            "Acme cost you more than your limit five times running, now 6 h of 4 h.",
        ),
        (
            14,
            "Limit broken again",
            "limit broken at least twelve times running",
            "Acme cost you more than your limit at least twelve times running, now 6 h of 4 h.",
        ),
    ],
)
def test_how_often_a_limit_was_broken_is_counted(broken: int, title: str, words: str, says: str) -> None:
    first = month("2025-01", who("Acme", limit=FOUR))
    later = [months.from_index(months.index(Month("2025-01")) + at) for at in range(1, broken + 1)]
    [finding] = found("limit broken", first, *(month(at, who("Acme", hours=6.0, limit=FOUR)) for at in later))
    assert (finding.title, finding.words, finding.sentence) == (title, words, says)


@given(st.integers(1, 200), st.integers(1, 12))
def test_a_quarter_over_is_a_quarter_over_whatever_the_decimals(fifths: int, times: int) -> None:
    """A limit of 2.4 h and 3 h spent: neither is exact in binary."""
    allowed = fifths * times * 4
    verdict = measures.verdict(who("Acme", hours=allowed * 5 / 4 / 5), Limit(hours=fifths * 4 / 5), times)
    assert round(verdict.worst_share_over, 6) == FAR_OVER


def exchange(*pairs: tuple[int | None, int | None], **more: Any) -> tuple[Session, ...]:
    """Sessions in which you gave so many things and they made so many moves."""
    return tuple(
        month(
            f"2026-{at:02}",
            who(
                "Acme",
                given=None if given is None else gave(given),
                moves=None if made is None else tuple(moved(f"2026-{at:02}-{day + 1:02}") for day in range(made)),
                **more,
            ),
        )
        for at, (given, made) in enumerate(pairs, 4)
    )


@pytest.mark.parametrize(
    ("sessions", "fires"),
    [
        (exchange((3, 0)), True),
        (exchange((2, 0)), False),  # two counted are too few
        (exchange((3, 1)), True),  # 0.75
        (exchange((5, 2)), False),  # 0.71
        (exchange((1, 0), (1, 0), (1, 0)), True),
        (exchange((9, 0), (1, 1), (1, 1), (1, 1)), False),  # four sessions ago is forgotten
        (exchange((3, None)), False),  # what they did was not asked
        (exchange((None, 0)), False),
        (exchange((3, 0), (0, None)), False),  # nor in one of the sessions
        (exchange((3, 0), (None, 0)), True),
        (exchange((3, 0), (None, 2)), False),
        (exchange((3, 0), kind=Kind.CLIENT), False),  # contract work is not given
    ],
)
def test_consulting_is_free_from_three_quarters_of_three(sessions: tuple[Session, ...], fires: bool) -> None:
    assert bool(found("free consulting", *sessions)) is fires


def test_whoever_paid_in_that_time_gets_nothing_free() -> None:
    paid = month("2026-03", who("Acme", given=(), moves=(moved("2026-03-05", MoveKind.PAID),)))
    assert found("free consulting", paid, *exchange((3, 0), (1, 0))) == []
    assert len(found("free consulting", paid, *exchange((3, 0), (1, 0), (1, 0)))) == 1


def test_free_consulting_says_what_went_each_way() -> None:
    [finding] = found("free consulting", *exchange((4, 1), (3, 0)))
    assert finding.sentence == "You gave Acme 7 things unpaid, and they made 1 move, in the last two sessions."
    assert finding.facts == ("7 of 8 came from you",)


@pytest.mark.parametrize(
    ("sessions", "when"),
    [
        (exchange((3, 0)), "in this session"),
        (exchange((2, 0), (1, 0)), "in the last two sessions"),
        (exchange((1, 0), (1, 0), (1, 0)), "in the last three sessions"),
        (exchange((1, 0), (1, 0), (1, 0), (1, 0)), "in the last three sessions"),
        ((month("2026-02", who("Calder")), *exchange((3, 0))), "in this session"),  # the list is older than Acme
    ],
)
def test_free_consulting_says_over_how_many_sessions_it_counted(sessions: tuple[Session, ...], when: str) -> None:
    [finding] = found("free consulting", *sessions)
    assert finding.sentence == f"You gave Acme 3 things unpaid, and they made no move, {when}."


OLD, ALSO_OLD, NEW = claim("board agreed", "2026-08"), claim("budget is there", "2026-09"), claim("soon", "2026-10")
WRONG = claim("budget is there", "2026-08", ClaimState.CONTRADICTED)


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ((), (OLD, ALSO_OLD), "look Acme: story outruns evidence"),
        ((), (OLD,), ""),
        ((), (OLD, NEW), ""),  # one was only heard now
        ((), (OLD, claim("x", "2026-09", ClaimState.CONFIRMED)), ""),
        ((), (WRONG,), "act Acme: story outruns evidence"),
        ((WRONG,), (), "act Acme: story outruns evidence"),
    ],
)
def test_a_story_outruns_the_evidence_by_two_unchecked_or_one_contradicted(
    before: Any, now: Any, expected: str
) -> None:
    sessions = (month("2026-09", who("Acme", claims=before)), month("2026-10", who("Acme", claims=now)))
    assert said("story outruns evidence", *sessions) == expected


def test_a_contradiction_of_two_sessions_ago_is_past() -> None:
    sessions = (
        month("2026-08", who("Acme", claims=(WRONG,))),
        month("2026-09", who("Acme")),
        month("2026-10", who("Acme")),
    )
    assert found("story outruns evidence", *sessions) == []


def test_one_claim_contradicted_in_both_sessions_is_told_once_and_two_are_counted() -> None:
    also = claim("soon", "2026-08", ClaimState.CONTRADICTED)
    [once] = found(
        "story outruns evidence",
        month("2026-09", who("Acme", claims=(WRONG,))),
        month("2026-10", who("Acme", claims=(WRONG,))),
    )
    [twice] = found("story outruns evidence", month("2026-10", who("Acme", claims=(WRONG, also))))
    assert (once.sentence, len(once.facts)) == ("Something Acme told you turned out otherwise.", 1)
    assert twice.sentence == "Two things Acme told you turned out otherwise."


def test_the_story_is_told_with_its_claims() -> None:
    [finding] = found("story outruns evidence", month("2026-10", who("Acme", claims=(OLD, ALSO_OLD))))
    assert finding.sentence == "Two things Acme told you are still unchecked."
    assert finding.facts == (
        "Not checked since August 2026: board agreed",
        "Not checked since September 2026: budget is there",
    )


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        (Signs(), ""),
        (Signs("no", "no", "no"), ""),
        (Signs("some", "no", None), ""),
        (Signs("some", "unknown", "no"), ""),
        (Signs("some", "no", "some"), "look Acme: nightmare signs"),
        (Signs("no", "clear", "no"), "act Acme: nightmare signs"),
        (Signs("unknown", "unknown", "unknown"), ""),
    ],
)
def test_one_clear_nightmare_sign_is_enough_or_some_of_two(signs: Signs, expected: str) -> None:
    assert said("nightmare signs", month("2026-10", who("Acme", signs=signs))) == expected


def test_nightmare_signs_are_named() -> None:
    [finding] = found("nightmare signs", month("2026-10", who("Acme", signs=Signs("no", "clear", "some"))))
    assert finding.facts == ("Adversarial: no", "New vendor, no change: clear", "Nobody behind it: some")
    assert finding.sentence == "Acme shows a clear sign of a client you would not want."


def test_a_limit_broken_by_minutes_says_by_how_much() -> None:
    limited = month("2026-09", who("Acme", limit=Limit(hours=4, money=100)))
    spent = month("2026-10", who("Acme", hours=4.03, money=100.02))
    [finding] = found("limit broken", limited, spent)
    assert finding.sentence == "Acme cost you more than your limit: 4.03 h of 4 h."
    assert "Money 100.02 of 100" in finding.facts
    assert words.verdict(measures.verdict(spent.answers.obsessions[0], Limit(4, 100), 1), "€") == (
        "0.03 h over 4 h and €0.02 over €100"
    )
