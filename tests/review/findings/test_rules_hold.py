"""What holds of every history: order never matters, open questions find nothing, skipped months change no figure."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from review import letting_go
from review import month as months
from review.findings.finding import Finding, Level
from review.findings.lines import grouped
from review.findings.rules import findings
from review.findings.syndrome import sheet
from review.history import History
from review.month import Month
from review.records import End, Gift, How, Kind, Limit, Move, MoveKind, Obsession, Outcome, Session, Signs
from review.trends.series import home_series
from tests.review.telling import goal, kept, month, segment, told, who

NAMES = ["Acme", "Borealis", "Calder", "Delphi", "Eastgate"]
RATINGS = st.one_of(st.integers(1, 5), st.sampled_from(["unknown", None]))
AMOUNTS = st.one_of(st.integers(0, 12).map(float), st.sampled_from(["unknown", None]))
DEGREES = st.sampled_from(["no", "some", "clear", "unknown", None])
LIMITS = st.builds(Limit, hours=st.sampled_from([None, 0.0, 4.0]), energy=st.sampled_from([None, 3]))


@st.composite
def rows(draw: Any, name: str) -> Obsession:
    given_away = draw(st.sampled_from([None, (), (Gift("drawing", 3),)]))
    return who(
        name,
        draw(RATINGS),
        draw(RATINGS),
        hours=draw(AMOUNTS),
        energy=draw(RATINGS),
        segment=draw(st.sampled_from([None, "Labs", "Rail"])),
        kind=draw(st.sampled_from(Kind)),
        dream=draw(st.booleans()),
        parked=draw(st.integers(0, 9)) == 0,
        moves=draw(st.sampled_from([None, (), ("a reply",)])),
        given=given_away,
        signs=Signs(draw(DEGREES), draw(DEGREES), draw(DEGREES)),
        limit=draw(LIMITS),
        ended=draw(st.sampled_from([None] * 15 + list(How))),
    )


@st.composite
def answers(draw: Any) -> dict[str, Any]:
    on_list = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=5))
    outcomes = draw(st.lists(st.sampled_from([*Outcome, None]), max_size=3))
    return {
        "rows": [draw(rows(name)) for name in on_list],
        "segments": tuple(segment(name, draw(RATINGS), draw(RATINGS)) for name in ("Labs", "Rail", "Energy")),
        "look_back": kept(*outcomes),
        "conviction": draw(RATINGS),
        "learning": draw(st.sampled_from([(), (goal("book"),)])),
    }


A_FEW = settings(max_examples=40)
"""Enough for a test that is run for every kind of question."""

TOLD = st.lists(answers(), min_size=1, max_size=5)


def session(at: Month, said: dict[str, Any]) -> Session:
    """A month's session; each move of a row is a reply on the month's first day, which backs nothing."""
    on_first = (Move(f"move {at}", months.first_day(at), MoveKind.REPLY),)
    listed = [structs.replace(row, moves=on_first if row.moves else row.moves) for row in said["rows"]]
    return month(at, *listed, **{name: value for name, value in said.items() if name != "rows"})


def history(said: list[dict[str, Any]], skipped_before: int | None = None) -> History:
    """Monthly sessions from January 2020; one month is skipped before the session at a place."""
    first = months.index(Month("2020-01"))
    late = [int(skipped_before is not None and at >= skipped_before) for at in range(len(said))]
    return told(*(session(months.from_index(first + at + late[at]), each) for at, each in enumerate(said)))


def newest(past: History) -> Month:
    assert past.last is not None
    return past.last.month


def changed(past: History, change: Callable[[Obsession], Obsession]) -> History:
    """The history with the rows of its newest session changed."""
    assert past.last is not None
    version = past.last.newest
    listed = tuple(map(change, version.answers.obsessions))
    again = structs.replace(version, answers=structs.replace(version.answers, obsessions=listed))
    return past.having(Session(past.last.month, (again,)))


def told_of(listed: tuple[Finding, ...]) -> list[bytes]:
    """All that was found, whatever the order of equals, which is the list's."""
    return sorted(msgspec.json.encode(each, order="sorted") for each in listed)


def lines_of(past: History, at: Month) -> tuple[list[Level], list[str]]:
    lines = grouped(findings(past, at))
    return [line.level for line in lines], sorted(line.text for line in lines)


def sheet_of(past: History, at: Month) -> list[tuple[str, str, list[str]]]:
    return [(each.name, each.presence, sorted(each.facts)) for each in sheet(past, at)]


@given(TOLD, st.randoms())
def test_the_order_of_prospects_never_matters(said: list[dict[str, Any]], chance: Any) -> None:
    shuffled = [{**each, "rows": chance.sample(each["rows"], len(each["rows"]))} for each in said]
    one, other = history(said), history(shuffled)
    at = newest(one)
    assert told_of(findings(one, at)) == told_of(findings(other, at))
    assert [each.kind for each in findings(one, at)] == [each.kind for each in findings(other, at)]
    assert lines_of(one, at) == lines_of(other, at)
    assert sheet_of(one, at) == sheet_of(other, at)
    assert letting_go.summary(one) == letting_go.summary(other)
    for line, again in zip(home_series(one), home_series(other), strict=True):
        assert line.said_latest == again.said_latest
        assert line.latest == pytest.approx(again.latest)


@given(TOLD)
def test_unknown_finds_what_an_open_question_finds(said: list[dict[str, Any]]) -> None:
    def opened(row: Obsession) -> Obsession:
        fields = {name: None for name in ("yours", "theirs", "hours", "energy") if getattr(row, name) == "unknown"}
        signs = Signs(*(None if sign == "unknown" else sign for sign in structs.astuple(row.signs)))
        return structs.replace(row, **fields, signs=signs)

    one = history(said)
    other = changed(one, opened)
    drop_facts = [(each.kind, each.level, each.about) for each in findings(one, newest(one))]
    assert drop_facts == [(each.kind, each.level, each.about) for each in findings(other, newest(one))]


RESTS_ON: list[tuple[dict[str, Any], tuple[str, ...]]] = [
    ({"yours": None}, ("one-way street", "not shown yet", "they lead", "cold", "dreaming", "gap closed")),
    ({"theirs": None}, ("one-way street", "not shown yet", "they lead", "cold", "gap closed")),
    ({"moves": None}, ("dreaming",)),
    ({"hours": None}, ("settling", "one basket")),
    ({"hours": None, "energy": None, "money": None}, ("limit broken", "limit held")),
    ({"signs": Signs()}, ("nightmare signs",)),
]


@pytest.mark.parametrize(("blank", "silent"), RESTS_ON, ids="-".join)
@A_FEW
@given(said=TOLD)
def test_an_unanswered_question_fires_no_rule(
    said: list[dict[str, Any]], blank: dict[str, Any], silent: tuple[str, ...]
) -> None:
    past = history(said)
    open_ = changed(past, lambda row: structs.replace(row, **blank))
    assert not [each for each in findings(open_, newest(past)) if each.kind in silent]


NEEDS_NO_ANSWER = {"lost track of time", "neglected segment", "not learning", "clients going out", "let go"}
"""Findings on the calendar, on goals, on what was not touched, and on how somebody ended, which no row asks."""


@settings(max_examples=300)
@given(said=TOLD, ended=st.sampled_from([None, *How]))
def test_a_session_without_answers_finds_only_what_needs_none(said: list[dict[str, Any]], ended: How | None) -> None:
    """Whoever is on the list is carried over and asked nothing; somebody may be taken off it."""
    past = history(said)
    assert past.last is not None
    rows = past.last.answers.obsessions
    listed = [who(row.prospect, segment=row.segment, parked=row.parked) for row in rows if row.ended is None]
    first = [structs.replace(each, ended=End(ended), parked=False) if ended else each for each in listed[:1]]
    silent = months.shift(past.last.month, 1)
    after = told(*past.sessions, month(silent, *first, *listed[1:]))
    assert {each.kind for each in findings(after, silent)} <= NEEDS_NO_ANSWER


@pytest.mark.parametrize("question", ["yours", "theirs", "hours", "energy", "given", "moves"])
@A_FEW
@given(said=TOLD, place=st.integers(0, 4))
def test_opening_one_answer_finds_nothing_new_about_a_prospect(
    said: list[dict[str, Any]], place: int, question: str
) -> None:
    """No finding about somebody comes of a question about them being left open.

    Where theirs is open, a one-way street can't be told from dreaming, which does not rest on it.
    """
    past = history(said)
    name = NAMES[place]
    open_ = changed(past, lambda row: structs.replace(row, **{question: None}) if row.prospect == name else row)
    before = {each.kind for each in findings(past, newest(past)) if each.about == name}
    after = {each.kind for each in findings(open_, newest(past)) if each.about == name and each.level is not Level.GOOD}
    assert after <= before | ({"dreaming"} if "one-way street" in before else set())


@given(TOLD, st.sampled_from(["potential", "attention"]), st.sampled_from(["Labs", "Rail", "Energy"]))
def test_opening_a_segments_answer_finds_nothing_new_about_it(said: list[dict[str, Any]], side: str, name: str) -> None:
    opened = [structs.replace(each, **{side: None}) if each.segment == name else each for each in said[-1]["segments"]]
    one, other = history(said), history([*said[:-1], {**said[-1], "segments": tuple(opened)}])
    before = {each.kind for each in findings(one, newest(one)) if each.about == name}
    after = {each.kind for each in findings(other, newest(one)) if each.about == name and each.level is not Level.GOOD}
    assert after <= before


CALENDAR = {"lost track of time", "limit broken", "limit held", "dreaming"}
"""Findings on ages in calendar months and days, and on limits, which a skipped month adds to."""


@given(TOLD, st.integers(1, 4))
def test_a_skipped_month_changes_no_figure(said: list[dict[str, Any]], place: int) -> None:
    one, other = history(said), history(said, skipped_before=place)
    kinds = [
        [(each.kind, each.level, each.about) for each in findings(past, newest(past)) if each.kind not in CALENDAR]
        for past in (one, other)
    ]
    assert kinds[0] == kinds[1]
    for line, again in zip(home_series(one), home_series(other), strict=True):
        assert (line.latest, line.change) == (again.latest, again.change)
        assert [each for each in line.values if each is not None] == [each for each in again.values if each is not None]


@given(TOLD)
def test_every_finding_says_what_whom_and_why(said: list[dict[str, Any]]) -> None:
    past = history(said)
    for each in findings(past, newest(past)):
        assert each.words
        assert each.facts
        assert len(each.title.split()) <= 3
        assert each.sentence[-1] in ".?"
        assert (each.about is None) == (each.name == "") == (each.whom is None)
        assert each.values or each.kind == "client not heard from you"
        assert all(fact[:1] == fact[:1].upper() for fact in each.facts)
