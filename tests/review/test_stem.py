"""What is worked out once for all years serves each month of them, and is what that month alone would give."""

from collections import Counter
from datetime import timedelta
from itertools import pairwise

import pytest
from msgspec import structs

from review import demo, letting_go
from review.exports import markdown
from review.findings import rules, syndrome
from review.findings.case import Case
from review.history import History
from review.measured import measured
from review.month import Month
from review.promises import let_go, open_rules
from review.records import Answers, Obsession, Session
from tests import long_history

MADE_UP = demo.history(Month("2026-10"))


def merged() -> History:
    """The made-up history, in which some turn out to be others that were on the list before."""
    ids = [id_ for id_ in MADE_UP.prospects if MADE_UP.appearances(id_)]
    pairs = dict(list(pairwise(ids))[::3])
    prospects = {id_: structs.replace(each, merged_into=pairs.get(id_)) for id_, each in MADE_UP.prospects.items()}
    segments = list(MADE_UP.segments)
    one = structs.replace(MADE_UP.segments[segments[0]], merged_into=segments[1])
    return History(MADE_UP.sessions, prospects, {**MADE_UP.segments, segments[0]: one}, MADE_UP.goals)


def finished_late() -> History:
    """The made-up history with one session finished after the three that follow it."""
    sessions = list(MADE_UP.sessions)
    late, after = sessions[8], sessions[11].versions[0].at + timedelta(days=3)
    sessions[8] = structs.replace(late, versions=(structs.replace(late.versions[0], at=after), *late.versions[1:]))
    return History(tuple(sessions), MADE_UP.prospects, MADE_UP.segments, MADE_UP.goals)


HISTORIES = {"made up": MADE_UP, "merged": merged(), "finished late": finished_late()}


def anew(history: History) -> History:
    return History(history.sessions, history.prospects, history.segments, history.goals)


def told_of(history: History) -> tuple[object, ...]:
    """Everything that is derived from a history."""
    month = history.months[-1]
    last = history.session(month)
    assert last is not None
    return (
        history.months,
        history.known_prospects,
        [history.appearances(id_) for id_ in history.prospects],
        [history.spells(id_) for id_ in history.prospects],
        [history.carried_from(session) for session in history.sessions],
        [tuple(history.segment_reviews(id_)) for id_ in history.segments],
        history.touches,
        history.open_goals,
        open_rules(history),
        let_go(history),
        letting_go.summary(history),
        measured(history, 1),
        measured(history, 5),
        measured(history, len(history.sessions) + 2),
        Case(history, last).segment_reviews,
        rules.findings(history, month),
        syndrome.sheet(history, month),
    )


def amended(session: Session) -> Session:
    """The session in another version, in which somebody was not talked of."""
    newest = session.versions[-1]
    answers = structs.replace(newest.answers, obsessions=newest.answers.obsessions[1:])
    return structs.replace(session, versions=(*session.versions, structs.replace(newest, answers=answers)))


@pytest.mark.parametrize("name", HISTORIES)
@pytest.mark.parametrize("first", ["the whole", "the month"])
def test_each_month_is_as_if_it_were_the_last(name: str, first: str) -> None:
    whole = anew(HISTORIES[name])
    if first == "the whole":
        measured(whole)
        told_of(whole)
    for session in whole.sessions[::3]:
        until = whole.up_to(session.month)
        assert told_of(until) == told_of(anew(until))


@pytest.mark.parametrize("name", HISTORIES)
def test_a_month_told_otherwise_is_as_if_it_had_always_been_told_so(name: str) -> None:
    whole = anew(HISTORIES[name])
    measured(whole)
    for session in whole.sessions[::3]:
        other = whole.before(session.month).having(amended(session))
        assert told_of(other) == told_of(anew(other))
        among_all = whole.having(amended(session))
        assert told_of(among_all) == told_of(anew(among_all))


def test_a_month_of_a_month_of_it_is_one_too() -> None:
    whole = anew(MADE_UP)
    measured(whole)
    months = whole.months
    for cut in (3, 9, 15):
        again = whole.up_to(months[cut]).having(amended(whole.sessions[cut])).before(months[cut]).up_to(months[cut - 2])
        assert told_of(again) == told_of(anew(again))


def test_writing_twice_as_many_months_takes_about_twice_the_looks_at_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted, not timed: how often a session's rows are gone through."""
    looks: Counter[int] = Counter()
    look = History.rows
    years = long_history.history()

    def written(sessions: int) -> int:
        history = History(years.sessions[-sessions:], years.prospects, years.segments, years.goals)
        looks.clear()
        markdown.written(history, history.sessions)
        return looks[0]

    def counted(history: History, answers: Answers) -> tuple[Obsession, ...]:
        looks[0] += 1
        return look(history, answers)

    monkeypatch.setattr(History, "rows", counted)
    assert written(80) < 2.3 * written(40)
