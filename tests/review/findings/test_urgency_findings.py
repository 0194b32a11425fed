"""Who wants it more: worked examples, on both sides of every bound."""

import pytest

from review.records import How, Kind, Move, MoveKind, Obsession, Session, Signs
from tests.review.telling import found, month, moved, said, who

ASKED = moved("2026-10-20", MoveKind.ASKED)
HOMEWORK = moved("2026-10-20")


def two(before: Obsession, now: Obsession) -> tuple[Session, Session]:
    return month("2026-09", before), month("2026-10", now)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (who("Acme", 5, 3), "look Acme: one-way street"),
        (who("Acme", 5, 4), ""),  # +1 said, +2 counted: not shown yet
        (who("Acme", 4, 3), ""),
        (who("Acme", 4, 2), "look Acme: one-way street"),
        (who("Acme", 5, 4, moves=(HOMEWORK,)), ""),
        (who("Acme", 5, "unknown"), ""),
        (who("Acme", "unknown", 1), ""),
        (who("Acme", 5, None), ""),
        (who("Acme", 5, 1, parked=True), ""),
        (who("Acme", 5, 1, ended=How.PARTED), ""),
        (who("Acme", 5, 3, kind=Kind.CLIENT), "look Acme: one-way street"),
    ],
)
def test_a_one_way_street_is_a_gap_of_two_said_and_counted(row: Obsession, expected: str) -> None:
    assert said("one-way street", month("2026-10", row)) == expected


def test_a_one_way_street_asks_to_act_from_two_sessions_running() -> None:
    [finding] = found("one-way street", *two(who("Acme", 5, 3), who("Acme", 5, 2)))
    assert finding.level == "act"
    assert finding.sentence == "You are at 5 and Acme at 2: a one-way street, for two sessions running."
    assert finding.facts == ("Yours 5, theirs 2: a gap of +3",)
    assert finding.title == "One-way street"


def test_a_skipped_month_does_not_break_the_running() -> None:
    assert said("one-way street", month("2026-07", who("Acme", 5, 3)), month("2026-10", who("Acme", 5, 3))).startswith(
        "act"
    )


@pytest.mark.parametrize(
    "before",
    [
        who("Acme", 5, 4),
        who("Acme", 4, 3),
        who("Acme", 5, "unknown"),
        who("Acme", 5, 3, parked=True),
        who("Other", 5, 1),
    ],
)
def test_only_two_running_ask_to_act(before: Obsession) -> None:
    assert said("one-way street", *two(before, who("Acme", 5, 3))) == "look Acme: one-way street"


def test_a_new_spell_counts_its_own_sessions() -> None:
    assert said("one-way street", *two(who("Acme", 5, 1, ended=How.COOLED), who("Acme", 5, 3))).startswith("look")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (who("Acme", 5, 4), "look Acme: not shown yet"),
        (who("Acme", 5, 5), "look Acme: not shown yet"),
        (who("Acme", 4, 4), ""),  # +1 counted
        (who("Acme", 5, 3), ""),  # said two: a one-way street
        (who("Acme", 5, 4, moves=(ASKED,)), "look Acme: not shown yet"),
        (who("Acme", 5, 4, moves=(HOMEWORK,)), ""),
        (who("Acme", 5, 4, kind=Kind.CLIENT), ""),
        (who("Acme", 5, 4, moves=(HOMEWORK, moved("2026-10-21", MoveKind.REPLY))), "look Acme: not shown yet"),
    ],
)
def test_not_shown_yet_is_a_gap_that_only_the_evidence_rule_opens(row: Obsession, expected: str) -> None:
    assert said("not shown yet", month("2026-10", row)) == expected


@pytest.mark.parametrize(("day", "expected"), [("2026-09-01", ""), ("2026-08-31", "look Acme: not shown yet")])
def test_evidence_lasts_sixty_days_the_last_included(day: str, expected: str) -> None:
    sessions = (month("2026-09", who("Acme", 5, 4, moves=(moved(day),))), month("2026-10", who("Acme", 5, 4)))
    assert said("not shown yet", *sessions) == expected


@pytest.mark.parametrize(
    ("moves", "says"),
    [
        ((), "no move of theirs shows it"),
        ((ASKED,), "their latest move does not show it"),
        ((moved("2026-08-31"),), "their latest move was 61 days ago"),
    ],
)
def test_not_shown_yet_says_what_is_missing(moves: tuple[Move, ...], says: str) -> None:
    [finding] = found("not shown yet", month("2026-10", who("Acme", 5, 4, moves=moves)))
    assert f", and {says}: it counts as 3" in finding.sentence


@pytest.mark.parametrize(("sessions", "says"), [(5, "five"), (12, "at least twelve"), (15, "at least twelve")])
def test_a_one_way_street_says_for_how_many_sessions_as_far_as_the_rules_remember(sessions: int, says: str) -> None:
    [finding] = found(
        "one-way street", *(month(f"{2025 + at // 12}-{at % 12 + 1:02}", who("Acme", 5, 2)) for at in range(sessions))
    )
    assert finding.sentence.endswith(f"a one-way street, for {says} sessions running.")


def test_not_shown_yet_says_what_counts() -> None:
    [finding] = found("not shown yet", month("2026-10", who("Acme", 5, 4)))
    assert finding.sentence == ("You said 4 for Acme, and no move of theirs shows it: it counts as 3, against your 5.")
    assert finding.facts == ("Yours 5, theirs 4: a gap of +1", "Theirs counts as 3: a gap of +2 counted")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (who("Borealis", 2, 4, moves=(HOMEWORK,)), "look Borealis: leads by 2"),
        (who("Borealis", 2, 3), "look Borealis: leads by 1"),
        (who("Borealis", 2, 5), "look Borealis: leads by 1"),  # counts as 3
        (who("Borealis", 3, 3), ""),
        (who("Borealis", 3, 4, moves=(HOMEWORK,)), "look Borealis: leads by 1"),
        (who("Borealis", 4, 5, moves=(HOMEWORK,)), ""),  # yours above keen: you noticed
        (who("Borealis", 1, 2), ""),  # theirs below willing
        (who("Borealis", 2, 4, moves=(HOMEWORK,), signs=Signs(adversarial="some")), ""),
        (who("Borealis", 2, 4, moves=(HOMEWORK,), signs=Signs(nobody="clear")), ""),
        (who("Borealis", 2, 4, moves=(HOMEWORK,), signs=Signs("no", "unknown", "no")), "look Borealis: leads by 2"),
    ],
)
def test_they_lead_when_they_want_it_more_without_a_nightmare_sign(row: Obsession, expected: str) -> None:
    assert said("they lead", month("2026-10", row)) == expected


@pytest.mark.parametrize("now", [Signs(), Signs(adversarial="unknown"), Signs(nobody="no")])
def test_a_sign_of_an_earlier_session_still_counts_against_them(now: Signs) -> None:
    before = who("Borealis", 2, 3, signs=Signs(adversarial="clear"))
    assert said("they lead", *two(before, who("Borealis", 2, 3, signs=now))) == ""


def test_a_sign_that_is_gone_does_not_count_against_them() -> None:
    before = who("Borealis", 2, 3, signs=Signs(adversarial="clear"))
    now = who("Borealis", 2, 3, signs=Signs(adversarial="no"))
    assert said("they lead", *two(before, now)) == "look Borealis: leads by 1"


def test_they_lead_reads_on_from_the_name() -> None:
    [finding] = found("they lead", month("2026-10", who("Borealis", 2, 3)))
    assert finding.goes_on
    assert finding.sentence == "Borealis wants this more than you noticed: they are at 3, you at 2."


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (who("Acme", 2, 2), "look Acme: cold"),
        (who("Acme", 1, 1), "look Acme: cold"),
        (who("Acme", 2, 1), "look Acme: cold"),
        (who("Acme", 1, 2), "look Acme: cold"),
        (who("Acme", 3, 2), ""),
        (who("Acme", 2, 3), ""),
        (who("Acme", 2, "unknown"), ""),
    ],
)
def test_cold_is_when_neither_side_wants_it(row: Obsession, expected: str) -> None:
    assert said("cold", month("2026-10", row)) == expected


def test_cold_asks_whether_to_take_it_off() -> None:
    [finding] = found("cold", month("2026-10", who("Acme", 2, 1)))
    assert finding.sentence == "Neither of you wants this. Take it off?"
    assert finding.facts == ("Yours 2, theirs 1",)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (who("Acme", 4, 4, moves=()), "look Acme: dreaming"),
        (who("Acme", 4, None, moves=()), "look Acme: dreaming"),  # theirs is not needed
        (who("Acme", 4, 4, moves=None), ""),  # it was not asked what they did
        (who("Acme", 3, 3, moves=()), ""),
        (who("Acme", 5, 3, moves=()), ""),  # already a one-way street
        (who("Acme", 4, 4, moves=(moved("2026-09-01", MoveKind.REPLY),)), ""),  # 60 days ago
        (who("Acme", 4, 4, moves=(moved("2026-08-31", MoveKind.REPLY),)), "look Acme: dreaming"),
        (who("Acme", 4, 4, moves=(), kind=Kind.CLIENT), ""),  # a client without a further hope
        (who("Acme", 4, 4, moves=(), kind=Kind.CLIENT, hope="phase two"), "look Acme: dreaming"),
        (who("Acme", "unknown", 4, moves=()), ""),
    ],
)
def test_dreaming_is_eager_for_sixty_days_of_nothing(row: Obsession, expected: str) -> None:
    assert said("dreaming", month("2026-10", row)) == expected


def test_dreaming_of_somebody_who_never_moved_says_so() -> None:
    [finding] = found("dreaming", month("2026-10", who("Acme", 4, 4, moves=())))
    assert finding.sentence == "You are at 4 for Acme, nothing is signed, and no move of theirs is known."


def test_equals_stand_in_the_order_of_the_list() -> None:
    rows = [who(name, 5, 2) for name in ("Delphi", "Acme", "Calder")]
    assert [each.name for each in found("one-way street", month("2026-10", *rows))] == ["Delphi", "Acme", "Calder"]


def test_dreaming_says_how_long_ago_they_moved() -> None:
    before = who("Acme", 4, 4, moves=(moved("2026-06-03", MoveKind.REPLY),))
    [finding] = found("dreaming", month("2026-06", before), month("2026-10", who("Acme", 4, 4, moves=())))
    assert finding.facts == ("Their latest move was 150 days ago",)
    assert finding.sentence == "You are at 4 for Acme, nothing is signed, and nothing came from them in 60 days."
