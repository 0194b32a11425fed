"""What letting go cost you: counts, hours a month, and who came back."""

from typing import Any

import pytest

from review import demo, letting_go
from review.history import History
from review.month import Month
from review.records import Decision, How, Limit, LookBack, Return
from review.ritual import sitting as sittings
from review.summary.document import Paragraph
from review.summary.findings import freed
from review.trends.page import Sentences
from review.trends.views import VIEWS, page
from tests.review.telling import month, told, who


def parted(name: str, hours: Any = None, **more: Any) -> Any:
    return who(name, hours=hours, ended=How.PARTED, **more)


def said(*sessions: Any, **more: Any) -> str:
    found = letting_go.summary(told(*sessions, **more))
    return found.text if found else ""


@pytest.mark.parametrize("how", [How.LOST, How.COOLED, How.SIGNED, How.LEFT])
def test_nothing_is_said_while_nobody_was_let_go_of(how: How) -> None:
    assert said(month("2026-01", who("Acme", hours=9.0, ended=how))) == ""
    assert letting_go.summary(History()) is None


def test_the_sentence_of_the_picture() -> None:
    gone = [
        month(f"2026-{at:02}", parted(name, hours)) for at, name, hours in ((1, "A", 6.0), (2, "B", 8.0), (4, "C", 6.0))
    ]
    asked = LookBack(returns=tuple(Return(name, 6, came_back=False) for name in "ABC"))
    assert said(*gone, month("2026-10", look_back=asked)) == (
        "You let go of three since January: 17 h a month back. None has returned."
    )


def test_the_sentence_of_the_design() -> None:
    names = "ABCDEFG"
    gone = [month(f"2025-{at:02}", parted(name, 5.0 if at > 1 else 1.0)) for at, name in enumerate(names, 1)]
    returns = tuple(Return(name, 3, came_back=name == "A") for name in names)
    signed = month("2026-10", who("Calder Rail", hours=6.0, ended=How.SIGNED), look_back=LookBack(returns=returns))
    assert said(*gone, signed) == (
        "You let go of seven since January 2025: 31 h a month back. "
        "One returned by itself; six never noticed. "
        "Those hours met Calder Rail, who came on your list after that and got 6 h."
    )


def test_two_who_were_met_are_told_with_the_hours_of_both() -> None:
    gone = month("2025-01", parted("A", 5.0))
    between = month("2025-02", who("Calder", hours=2.0), who("Delphi", hours=1.5, dream=True))
    now = month("2025-03", who("Calder", hours="unknown", ended=How.SIGNED), who("Delphi", hours=1.0, dream=True))
    assert said(gone, between, now).endswith(
        "Those hours met Calder and Delphi, who came on your list after that and got 4.5 h."
    )


@pytest.mark.parametrize(
    ("came_back", "words"),
    [
        (None, "Whether they return is not known yet."),
        ("unknown", "Whether they return is not known yet."),
        (False, "They have not returned."),
        (True, "They came back by themselves."),
    ],
)
def test_one_let_go_is_named(came_back: Any, words: str) -> None:
    answer = LookBack(returns=(Return("Hartmann", 3, came_back),))
    sessions = (month("2026-04", parted("Hartmann", 6.0)), month("2026-07", look_back=answer))
    assert said(*sessions) == f"You let go of Hartmann in April: 6 h a month back. {words}"


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({}, "Whether any returns is not known yet."),
        ({"A": False}, "One never noticed; two are not known yet."),
        ({"A": False, "B": True}, "One returned by itself; one never noticed; one is not known yet."),
        ({"A": True, "B": True, "C": True}, "Three returned by themselves."),
    ],
)
def test_what_is_not_known_yet_is_said(answers: dict[str, bool], words: str) -> None:
    returns = tuple(Return(name, 3, came) for name, came in answers.items())
    sessions = (
        month("2026-01", *(parted(name) for name in "ABC")),
        month("2026-04", look_back=LookBack(returns=returns)),
    )
    assert said(*sessions) == f"You let go of three since January. {words}"


def test_hours_are_those_of_the_last_month_before_and_of_one_month() -> None:
    known = month("2026-01", who("Acme", hours=3.0)), month("2026-03", who("Acme", hours=12.0))
    found = letting_go.summary(told(*known, month("2026-04", parted("Acme", "unknown"))))
    assert found is not None
    assert found.hours_a_month == 6.0  # 12 h in two months; what April took is unknown


def test_whoever_is_on_the_list_again_frees_nothing_and_counts_as_returned() -> None:
    found = letting_go.summary(told(month("2026-01", parted("A", 6.0), parted("B", 2.0)), month("2026-02", who("A"))))
    assert found is not None
    assert (found.hours_a_month, found.returned, found.never_noticed, found.not_known) == (2.0, 1, 0, 1)


def test_somebody_let_go_twice_counts_once() -> None:
    again = (
        month("2026-01", parted("A", 6.0)),
        month("2026-02", who("A", hours=1.0)),
        month("2026-03", parted("A", 4.0)),
    )
    found = letting_go.summary(told(*again))
    assert found is not None
    assert [(each.month, each.hours_a_month) for each in found.gone] == [("2026-03", 4.0)]


def limited(first: Any, *later: Any) -> tuple[Any, ...]:
    decided = month("2026-01", who("Acme", hours=first, decision=Decision.LIMIT, limit=Limit(hours=4)))
    return (decided, *(month(f"2026-{at:02}", who("Acme", hours=hours)) for at, hours in enumerate(later, 2)))


@pytest.mark.parametrize(
    ("sessions", "words"),
    [
        (limited(11.0, 4.0), "Limiting Acme freed 7 h a month."),
        (limited(11.0, 4.0, 9.0), "Limiting Acme freed 2 h a month."),  # as it is now
        (limited(11.0, 11.0), ""),
        (limited(11.0, 12.0), ""),
        (limited(11.0), ""),  # not known before the next review
        (limited("unknown", 4.0), ""),
        (limited(11.0, None), ""),
        ((*limited(11.0, 4.0), month("2026-03", who("Acme", hours=1.0, ended=How.SIGNED))), ""),
    ],
)
def test_a_limit_frees_the_hours_that_are_not_spent_any_more(sessions: Any, words: str) -> None:
    assert said(*sessions) == words


def decided(*each: tuple[float, Decision | None]) -> str:
    rows = (who("Acme", hours=hours, decision=decision) for hours, decision in each)
    return said(*(month(f"2026-{at:02}", row) for at, row in enumerate(rows, 1)))


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        # the last month before the limit counts, not the dearest there ever was
        ([(20.0, None), (9.0, Decision.LIMIT), (4.0, None)], "Limiting Acme freed 5 h a month."),
        ([(9.0, Decision.LIMIT), (7.0, Decision.LIMIT), (4.0, None)], "Limiting Acme freed 5 h a month."),
        ([(9.0, Decision.LIMIT), (12.0, Decision.ENGAGE), (4.0, None)], ""),  # the limit was given up
        ([(20.0, Decision.LIMIT), (9.0, Decision.ENGAGE), (6.0, Decision.LIMIT), (4.0, None)],
         "Limiting Acme freed 2 h a month."),
    ],
)  # fmt: skip
def test_a_limit_is_held_against_the_last_month_before_it(rows: Any, words: str) -> None:
    assert decided(*rows) == words


def test_limits_stand_beside_those_let_go() -> None:
    decided = [who(name, hours=8.0, decision=Decision.LIMIT) for name in "AB"]
    spent = [who(name, hours=3.5) for name in "AB"]
    assert said(month("2026-01", parted("C", 2.0), *decided), month("2026-02", *spent)) == (
        "You let go of C in January: 2 h a month back. Whether they return is not known yet. "
        "Limiting two freed 9 h a month more."
    )


GONE = month("2026-01", parted("Acme", 6.0), who("Early", hours=2.0))


@pytest.mark.parametrize(
    ("later", "met"),
    [
        ([who("Calder", hours=2.0, ended=How.SIGNED)], ("Calder",)),
        ([who("Calder", hours=2.0, dream=True)], ("Calder",)),
        ([who("Calder", hours=2.0)], ()),
        ([who("Calder", hours=0.0, ended=How.SIGNED)], ()),
        ([who("Calder", ended=How.SIGNED)], ()),
        ([who("Early", hours=2.0, ended=How.SIGNED)], ()),  # on the list before
        ([who("Acme", hours=2.0, dream=True)], ()),
        ([who(name, hours=1.0, ended=How.SIGNED) for name in "BCD"], ("D", "C")),
    ],
)
def test_those_hours_met_whoever_came_after_and_was_worth_them(later: Any, met: tuple[str, ...]) -> None:
    found = letting_go.summary(told(GONE, month("2026-02", *later)))
    assert found is not None
    assert found.met == met


def test_the_trends_and_the_summary_say_the_same_sentences() -> None:
    history = demo.history(Month("2026-10"))
    found = letting_go.summary(history)
    assert found is not None
    view = next(view for view in VIEWS if view.key == "record")
    [told_there] = [block for block in page(history, view).blocks if isinstance(block, Sentences)]
    assert told_there.sentences == found.sentences
    assert history.last is not None
    sitting = sittings.amend(history, history.last, history.last.on, "")
    assert freed(sitting)[1] == Paragraph(found.text)


def test_a_merged_prospect_is_let_go_of_once() -> None:
    sessions = month("2026-01", who("Acme Inc", hours=6.0)), month("2026-02", parted("Acme"))
    assert said(*sessions, merged={"Acme Inc": "Acme"}).startswith("You let go of Acme in February: 6 h a month back.")
