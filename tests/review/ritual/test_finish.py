"""When a draft can become a version, and what the version keeps."""

import datetime

import pytest
from msgspec import structs

from review.history import History
from review.month import Month
from review.problem import Problem
from review.records import NOBODY, Answers, Draft, How, Obsession, Place
from review.ritual import finish, identities, learning, look_back
from review.ritual.sitting import amend, change
from tests.review.ritual.sittings import after, begun, finished, listing, new_id
from tests.review.telling import month, told, who

AT = datetime.datetime(2026, 12, 2, 0, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=-5)))


def problem(draft: Draft, history: History) -> str:
    found = finish.can_finish(draft, history)
    return found.text if isinstance(found, Problem) else ""


def test_a_first_session_needs_one_name() -> None:
    assert "Nobody is on the list" in problem(begun().draft, History())
    assert problem(listing(begun(), "Acme").draft, History()) == ""


def test_later_an_empty_list_is_what_letting_go_came_to() -> None:
    history = told(month("2026-10", who("acme", ended=How.PARTED)))
    assert problem(begun(history).draft, history) == ""
    late = begun(history, "2026-09").draft
    assert "Nobody is on the list" in problem(late, history)


def test_a_month_is_finished_once() -> None:
    history = told(month("2026-10", who("acme")))
    again = Draft(Month("2026-10"), Place("commit"), answers=Answers(obsessions=(Obsession("acme"),)))
    assert "finished already" in problem(again, history)
    assert history.last is not None
    assert problem(amend(history, history.last, datetime.date(2026, 11, 1), "commit").draft, history) == ""


@pytest.mark.parametrize(("why", "seconds"), [(None, 600.04), ("mistyped", 0.0)])
def test_a_version_keeps_when_and_why_and_how_long(why: str | None, seconds: float) -> None:
    """The day is the person's own: it is still 2 December at half past midnight in New York."""
    draft = structs.replace(listing(begun(), "Acme").draft, why=why, seconds=seconds)
    version = finish.version(draft, AT)
    assert (version.at, version.reviewed_on) == (AT, datetime.date(2026, 12, 2))
    assert (version.why, version.seconds, version.mode) == (why, round(seconds, 1), "full")
    assert version.answers == draft.answers


def test_an_amendment_keeps_the_day_it_was_first_reviewed_on() -> None:
    history = finished(listing(begun(today=datetime.date(2026, 11, 28)), "Acme"))
    assert history.last is not None
    sitting = amend(history, history.last, datetime.date(2027, 1, 5), "commit")
    again = finished(sitting, history).last
    assert again is not None
    assert [version.reviewed_on.isoformat() for version in again.versions] == ["2026-11-28", "2026-11-28"]
    assert [version.at.date().isoformat() for version in again.versions] == ["2026-11-28", "2027-01-05"]


def test_names_that_no_answer_uses_are_not_finished_with() -> None:
    sitting = listing(begun(told(month("2026-10", who("acme", segment="Energy")))), "Borealis @ Rail")
    sitting = after(sitting, look_back.name_unheard(sitting, "Zebar (typo)", new_id))
    sitting = after(sitting, look_back.answer_unheard(sitting, NOBODY))
    sitting = after(sitting, learning.add(sitting, new_id, "A book"))
    sitting = after(sitting, learning.add(sitting, new_id, "A slip"))
    sitting = sitting.at(change(sitting.draft, learning=sitting.answers.learning[:1]))
    sitting = after(sitting, identities.rename_prospect(sitting, "acme", "Acme Ltd"))
    draft = finish.settled(sitting)
    assert {each.name for each in draft.prospects} == {"Borealis", "Acme Ltd"}
    assert [each.name for each in draft.segments] == ["Rail"]
    assert [each.title for each in draft.goals] == ["A book"]
    assert draft.answers == sitting.answers
