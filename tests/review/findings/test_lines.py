"""Findings as they are shown: one line each, the strongest first, good news before the rest."""

from itertools import permutations
from typing import Any

import pytest
from msgspec import structs

from review.findings.finding import Finding, Level
from review.findings.lines import SHOWN, Line, grouped
from review.findings.rules import findings
from review.month import Month
from review.records import Limit, LookBack, Outcome, PromiseAnswer
from tests.review.telling import claim, goal, month, segment, told, who


def test_the_lines_of_the_picture() -> None:
    """The findings of home's picture, drawn from the facts behind them."""
    before = month(
        "2026-09",
        who("Acme Robotics", 5, 2, since=Month("2026-03"), limit=Limit(hours=4)),
        who("Delphi Labs", 4, 2),
        who("Calder Rail", 3, 3, limit=Limit(hours=6)),
        segments=(segment("Universities", 3, 3),),
        learning=(goal("DMAIC"),),
    )
    outcomes = (Outcome.KEPT, Outcome.KEPT, Outcome.MISSED)
    now = month(
        "2026-10",
        who("Acme Robotics", 5, 2, hours=9.0),
        who("Delphi Labs", 4, 2),
        who("Calder Rail", 3, 3, hours=6.0),
        segments=(segment("Universities", 4, 1),),
        look_back=LookBack(promises=tuple(PromiseAnswer(each, each) for each in outcomes)),
    )
    lines = grouped(findings(told(before, now), Month("2026-10")))
    assert [f"{line.mark} {line.text}" for line in lines] == [
        "+ Calder Rail: limit held",
        "+ Two of three promises kept",
        "- Acme Robotics: one-way street, 8th month, 9 h of 4 h",
        "- Delphi Labs: one-way street",
        "- Universities: untouched since September",
    ]


def finding(name: str, kind: str = "cold", level: Level = Level.LOOK, **more: Any) -> Finding:
    facts, about = (f"{name} fact",), name or None
    return Finding(kind, level, kind.capitalize(), f"{name} {kind}.", facts, about, name, kind, **more)


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def test_one_line_has_all_that_is_about_one_prospect() -> None:
    found = [finding("Acme", "cold"), finding("Delphi", "cold"), finding("Acme", "dreaming")]
    acme, _ = sorted(grouped(found), key=lambda line: line.name)
    assert acme.text == "Acme: cold, dreaming"
    assert acme.sentences == ("Acme cold.", "Acme dreaming.")
    assert acme.facts == ("Acme fact",)


def test_the_strongest_word_leads_and_the_reasons_follow_in_the_rules_order() -> None:
    found = [finding("Acme", "cold"), finding("Acme", "dreaming"), finding("Acme", "stop rule due", Level.ACT)]
    assert texts(grouped(found)) == ["Acme: stop rule due, cold, dreaming"]


def test_good_words_stand_last_in_a_line_that_is_not_all_good() -> None:
    found = [finding("Acme", "limit held", Level.GOOD), finding("Acme", "cold")]
    [line] = grouped(found)
    assert (line.text, line.mark) == ("Acme: cold, limit held", "!")


def test_a_line_names_three_reasons_and_counts_the_others() -> None:
    [line] = grouped([finding("Acme", kind) for kind in ("one", "two", "three", "four", "five")])
    assert line.text == "Acme: one, two, three, 2 more reasons"
    assert len(line.findings) == 5
    [line] = grouped([finding("Acme", kind) for kind in ("one", "two", "three", "four")])
    assert line.text == "Acme: one, two, three, 1 more reason"


def test_a_finding_about_the_whole_list_is_a_line_of_its_own() -> None:
    assert texts(grouped([finding("", "one basket"), finding("", "not learning")])) == ["one basket", "not learning"]


def test_words_that_go_on_need_no_colon_only_by_themselves() -> None:
    leads = finding("Borealis", "leads by 2", goes_on=True)
    assert texts(grouped([leads])) == ["Borealis leads by 2"]
    assert texts(grouped([leads, finding("Borealis", "cold")])) == ["Borealis: leads by 2, cold"]


def good(count: int, kind: str = "limit held") -> list[Finding]:
    return [finding(f"Good {kind} {at}", kind, Level.GOOD) for at in range(count)]


@pytest.mark.parametrize(("others", "first"), [(0, 6), (2, 4), (4, 2), (9, 2)])
def test_good_news_comes_first_and_leaves_room(others: int, first: int) -> None:
    lines = grouped([*(finding(f"Other {at}") for at in range(others)), *good(8)])
    levels = [line.level for line in lines]
    assert levels[:first] == [Level.GOOD] * first
    assert levels[first : first + others] == [Level.LOOK] * others
    assert len(lines) == others + 8
    assert levels[first:SHOWN] == [Level.LOOK] * min(others, SHOWN - first)


def test_good_news_takes_turns_by_kind() -> None:
    lines = grouped([*good(2, "limit held"), *good(2, "goal finished")])
    assert [line.findings[0].kind for line in lines] == ["limit held", "goal finished"] * 2


def test_what_asks_to_act_comes_before_what_asks_to_look() -> None:
    found = [
        finding("Look", "cold"),
        finding("One", "limit broken", Level.ACT),
        finding("Two", "one-way street", Level.ACT),
        finding("Two", "limit broken", Level.ACT),
    ]
    assert [line.name for line in grouped(found)] == ["Two", "One", "Look"]


@pytest.mark.parametrize("order", list(permutations(("Acme", "Delphi", "calder"))))
def test_the_largest_comes_first_and_equals_stay_in_the_order_of_the_list(order: tuple[str, ...]) -> None:
    lines = grouped([finding(name, weight=2 if name == "Delphi" else 1) for name in order])
    assert [line.name for line in lines] == ["Delphi", *(name for name in order if name != "Delphi")]


def test_a_fact_that_a_sentence_says_is_not_said_again() -> None:
    spent = structs.replace(
        finding("Acme"), sentence="Acme cost 9 h of 4 h.", facts=("9 h of 4 h", "9 h of 4", "4 h of 2 h")
    )
    [line] = grouped([spent, structs.replace(spent, kind="dreaming")])
    assert line.facts == ("4 h of 2 h",)


def test_a_month_without_a_session_finds_nothing() -> None:
    history = told(month("2026-10", who("Acme", 5, 1)))
    assert findings(history, Month("2026-09")) == ()
    assert grouped(()) == ()


def test_later_sessions_are_not_read() -> None:
    history = told(
        month("2026-09", who("Acme", 5, 1)), month("2026-10", who("Acme", 3, 3, claims=(claim("x", "2026-09"),)))
    )
    assert [each.kind for each in findings(history, Month("2026-09"))] == ["one-way street"]
