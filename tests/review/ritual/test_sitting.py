"""What a session carries over, what it leaves behind, and what an amendment corrects."""

import datetime

import msgspec
import pytest

from review.history import History
from review.month import Month
from review.records import (
    UNKNOWN,
    Answers,
    ClaimState,
    Draft,
    End,
    How,
    Kind,
    Limit,
    LookBack,
    MoveKind,
    Obsession,
    Place,
    Reason,
    Return,
    Signs,
    StopRule,
)
from review.ritual import finish, obsessions, urgency
from review.ritual.sitting import Sitting, amend, resume
from tests.review.ritual.sittings import after, begun, finished, id_of, listing, names_of, new_id, row_of
from tests.review.telling import claim, gave, month, moved, promise, segment, told, who

FULL = Obsession(
    "acme",
    kind=Kind.CLIENT,
    segment="energy",
    hope="the valve audit",
    since=Month("2026-03"),
    dream=True,
    yours=5,
    theirs=2,
    moves=(moved("2026-10-02"),),
    reason=Reason.OWN,
    reason_words="the fair",
    hours=9.0,
    energy=4,
    money=240.0,
    given=gave(2),
    claims=(
        claim("open", "2026-09"),
        claim("confirmed", "2026-08", ClaimState.CONFIRMED),
        claim("contradicted", "2026-08", ClaimState.CONTRADICTED),
    ),
    why_us="a talk",
    signs=Signs("some", "clear", "unknown"),
    decision=None,
    limit=Limit(4, 20, 3),
    rules=(StopRule("rule", "nobody has named who signs", datetime.date(2026, 11, 14), "stop"),),
    note="a note",
)
FACTS = {"prospect", "kind", "segment", "hope", "since", "dream", "parked", "limit", "claims"}


# --- what carries over ------------------------------------------------------------------------------------------------


def test_facts_carry_over_and_judgements_do_not() -> None:
    (row,) = begun(told(month("2026-10", FULL))).rows
    blank = Obsession("acme")
    for name in Obsession.__struct_fields__:
        expected = getattr(FULL if name in FACTS - {"claims"} else blank, name)
        assert name == "claims" or getattr(row, name) == expected
    assert [each.text for each in row.claims] == ["open"]


def test_nothing_else_is_prefilled() -> None:
    everything = month(
        "2026-10",
        FULL,
        segments=(segment("energy", 4, 1, action="call"),),
        commitments=(promise("call"),),
        conviction=2,
        line="they can wait",
    )
    answers = begun(told(everything)).answers
    assert answers == Answers(obsessions=answers.obsessions)


def test_who_ended_is_not_carried_over_and_who_is_parked_stays_so() -> None:
    history = told(month("2026-10", who("gone", ended=How.SIGNED), who("here"), who("parked", parked=True)))
    sitting = begun(history)
    assert [(row.prospect, row.parked) for row in sitting.rows] == [("here", False), ("parked", True)]
    assert [row.prospect for row in sitting.asked] == ["here"]


@pytest.mark.parametrize(("until", "expected"), [("2026-10", None), ("2026-11", "2026-11"), ("2027-03", "2027-03")])
def test_one_client_by_choice_holds_until_its_month(until: str, expected: str | None) -> None:
    sitting = begun(told(month("2026-10", who("acme"), one_client_until=Month(until))))
    assert sitting.answers.one_client_until == expected


def test_a_first_session_is_empty() -> None:
    sitting = begun()
    assert (sitting.rows, sitting.previous, sitting.answers) == ((), None, Answers())


def test_a_late_month_carries_over_from_before_it_and_leaves_later_ones_as_they_are() -> None:
    """October was forgotten; November is finished. October, told now, begins from September."""
    history = told(
        month("2026-09", who("acme", limit=Limit(hours=4)), who("delphi")),
        month("2026-11", who("acme", 5, 5, ended=How.SIGNED), who("borealis")),
    )
    late = begun(history, "2026-10", datetime.date(2026, 12, 3))
    assert [row.prospect for row in late.rows] == ["acme", "delphi"]
    assert late.previous == history.session(Month("2026-09"))
    after_it = finished(late, history)
    assert after_it.session(Month("2026-11")) == history.session(Month("2026-11"))
    assert after_it.months == ("2026-09", "2026-10", "2026-11")


def test_carry_over_follows_merges_made_later() -> None:
    """Two rows of September became one prospect in November; a late October has one row for them."""
    history = told(
        month("2026-09", who("acme gmbh", hope="the gripper"), who("acme", segment="medcial")),
        merged={"acme gmbh": "acme", "medcial": "medical"},
    )
    named = history.naming((), told(month("2026-09", who("x", segment="medical"))).segments.values(), ())
    (row,) = begun(named, "2026-10").rows
    assert (row.prospect, row.hope, row.segment) == ("acme", "the gripper", "medical")


# --- what a sitting knows ---------------------------------------------------------------------------------------------


def test_age_counts_from_when_it_was_said_to_begin() -> None:
    sitting = begun(told(month("2026-09", who("acme")), month("2026-10", who("acme"), who("said", since="2026-03"))))
    assert sitting.months_on_list(row_of(sitting, "acme")) == 3
    assert sitting.months_on_list(row_of(sitting, "said")) == 9
    fresh = listing(sitting, "new")
    assert fresh.months_on_list(row_of(fresh, "new")) == 1


def test_who_came_back_begins_anew() -> None:
    history = told(month("2026-09", who("acme", since="2026-01")), month("2026-10", who("acme", ended=How.PARTED)))
    sitting = listing(begun(history), "acme")
    row = row_of(sitting, "acme")
    assert sitting.is_new(row)
    assert sitting.since(row) == "2026-11"


def test_new_is_who_was_not_carried_over() -> None:
    sitting = listing(begun(told(month("2026-09", who("old")), month("2026-10", who("acme")))), "old")
    assert [sitting.is_new(row_of(sitting, name)) for name in ("acme", "old")] == [False, True]


def test_their_newest_move_is_of_any_session() -> None:
    history = told(month("2026-09", who("acme", moves=(moved("2026-09-20"),))), month("2026-10", who("acme", moves=())))
    sitting = begun(history)
    newest = sitting.newest_move(row_of(sitting, "acme"))
    assert newest is not None
    assert newest.on == datetime.date(2026, 9, 20)


def test_names_made_in_the_draft_are_known_at_once_and_stay_so() -> None:
    empty = begun()
    sitting = listing(empty, "Acme @ Energy")
    rated = after(sitting, urgency.rate(sitting, id_of(sitting, "Acme"), "yours", 5))
    assert names_of(rated) == names_of(sitting) == ["Acme"]
    renamed = after(rated, obsessions.edit(rated, id_of(rated, "Acme"), new_id, name="Acme AG"))
    assert names_of(renamed) == ["Acme AG"]
    assert names_of(rated) == ["Acme"]
    assert names_of(empty) == []


def test_a_rating_does_not_look_through_the_years_again() -> None:
    sitting = listing(begun(told(month("2026-10", who("acme")))), "new")
    named = sitting.named
    assert after(sitting, urgency.rate(sitting, "acme", "yours", 5)).named is named
    assert listing(sitting, "newer").named is not named


def test_rules_read_the_session_as_it_stands() -> None:
    sitting = begun(told(month("2026-10", who("acme"))))
    rated = after(sitting, urgency.rate(sitting, "acme", "yours", 5))
    assert rated.with_this.months == ("2026-10", "2026-11")
    row = rated.with_this.row("acme", Month("2026-11"))
    assert row is not None
    assert row.yours == 5


# --- amending ---------------------------------------------------------------------------------------------------------


def amending(history: History, when: str = "2026-10", today: str = "2026-11-22") -> Sitting:
    session = history.session(Month(when))
    assert session is not None
    return amend(history, session, datetime.date.fromisoformat(today), "look-back")


def test_an_amendment_holds_all_answers_and_is_one_more_version() -> None:
    history = told(month("2026-09", who("acme")), month("2026-10", FULL), month("2026-11", who("acme")))
    sitting = amending(history)
    assert sitting.rows == (FULL,)
    assert sitting.previous == history.session(Month("2026-09"))
    corrected = after(sitting, urgency.rate(sitting, "acme", "theirs", UNKNOWN))
    again = finished(corrected, history).session(Month("2026-10"))
    old = history.session(Month("2026-10"))
    assert again is not None
    assert old is not None
    assert again.versions[:-1] == old.versions
    assert (again.answers.obsessions[0].theirs, old.answers.obsessions[0].theirs) == (UNKNOWN, 2)


def test_ages_in_an_amendment_count_to_the_day_of_the_review() -> None:
    history = told(month("2026-10", who("acme", 4, 4, moves=(moved("2026-09-10"),)), on="2026-11-03"))
    sitting = amending(history, today="2027-06-01")
    gap = sitting.gap(row_of(sitting, "acme"))
    assert (sitting.on, sitting.today) == (datetime.date(2026, 11, 3), datetime.date(2027, 6, 1))
    assert gap is not None
    assert not gap.unbacked
    assert finish.version(sitting.draft, datetime.datetime(2027, 6, 1, tzinfo=datetime.UTC)).reviewed_on == sitting.on


def test_what_happened_since_does_not_belong_into_an_amendment() -> None:
    history = told(month("2026-10", who("acme", 4, 4)))
    sitting = amending(history)
    late = urgency.add_move(sitting, "acme", new_id, MoveKind.PAID, datetime.date(2026, 11, 2))
    assert not isinstance(late, Draft)
    known = urgency.add_move(sitting, "acme", new_id, MoveKind.PAID, datetime.date(2026, 10, 31))
    assert isinstance(known, Draft)


def test_an_amendment_follows_merges_made_since() -> None:
    history = told(
        month(
            "2026-10",
            who("acme gmbh", 5, 2),
            who("delphi"),
            commitments=(promise("stop", "acme gmbh"),),
            look_back=LookBack(unheard="acme gmbh", returns=(Return("acme gmbh", 3, came_back=False),)),
        ),
        month("2026-11", who("acme")),
        merged={"acme gmbh": "acme"},
    )
    answers = amending(history).answers
    assert [row.prospect for row in answers.obsessions] == ["acme", "delphi"]
    assert answers.commitments[0].about == answers.look_back.unheard == answers.look_back.returns[0].prospect == "acme"
    assert history.session(Month("2026-10")) == month(
        "2026-10",
        who("acme gmbh", 5, 2),
        who("delphi"),
        commitments=(promise("stop", "acme gmbh"),),
        look_back=LookBack(unheard="acme gmbh", returns=(Return("acme gmbh", 3, came_back=False),)),
    )


# --- resuming ---------------------------------------------------------------------------------------------------------


def test_a_draft_is_gone_on_with_where_it_was_left() -> None:
    history = told(month("2026-10", who("acme")), month("2026-12", who("delphi")))
    sitting = listing(begun(history), "Borealis")
    draft = msgspec.structs.replace(sitting.draft, place=Place("urgency", "acme", "theirs"))
    stored = msgspec.json.decode(msgspec.json.encode(draft), type=Draft)
    again = resume(history, stored, datetime.date(2026, 12, 1))
    assert again.draft == draft
    assert again.past.months == ("2026-10",)
    assert names_of(again) == ["acme", "Borealis"]


def test_an_end_keeps_the_row() -> None:
    sitting = listing(begun(), "Acme")
    ended = after(sitting, obsessions.end(sitting, id_of(sitting, "Acme"), How.COOLED))
    assert ended.rows[0].ended == End(How.COOLED)
    assert ended.asked == ()
