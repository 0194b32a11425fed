"""Step 1: stop rules first, then promises, the client, and those let go."""

import datetime

import pytest

from review.month import Month
from review.records import (
    NOBODY,
    UNKNOWN,
    How,
    Kind,
    Mode,
    Outcome,
    PromiseAnswer,
    RuleAnswer,
    RuleOutcome,
    StopRule,
)
from review.ritual import look_back, obsessions
from review.ritual.sitting import Sitting
from tests.review.ritual.sittings import after, begun, finished, listing, new_id, refused
from tests.review.telling import month, promise, told, who

RULE = StopRule("rule", "nobody has named who signs", datetime.date(2026, 11, 14), "stop")
LATER = StopRule("later", "there is no order", datetime.date(2026, 12, 12), "stop")
NOVEMBER_30 = datetime.date(2026, 11, 30)


def looking(mode: Mode = "full") -> Sitting:
    past = told(
        month("2026-08", who("hartmann", hours=6.0, ended=How.PARTED)),
        month(
            "2026-10",
            who("acme", rules=(RULE,)),
            who("delphi", rules=(LATER,)),
            who("marlow", kind=Kind.CLIENT),
            commitments=(promise("call two plants"), promise("no drawings")),
        ),
    )
    return begun(past, mode=mode)


def fields(sitting: Sitting) -> list[tuple[str, str]]:
    return [(ask.field, ask.about) for ask in look_back.asks(sitting)]


def test_what_is_asked_and_in_which_order() -> None:
    assert fields(looking()) == [
        ("rule", "rule"),
        ("promise", "call two plants"),
        ("promise", "no drawings"),
        ("unheard", ""),
        ("return", "hartmann/3"),
    ]


def test_the_quick_ritual_asks_after_stop_rules_only() -> None:
    assert fields(looking("quick")) == [("rule", "rule")]
    without = begun(told(month("2026-10", who("acme"), commitments=(promise("a"),))), mode="quick")
    assert not look_back.applies(without)


def test_the_first_session_skips_the_step() -> None:
    assert not look_back.applies(begun())
    assert look_back.applies(looking())


# --- stop rules -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("outcome", [RuleOutcome.HAPPENED, RuleOutcome.DONE, RuleOutcome.NOT_TRUE])
def test_an_answered_rule_stays_in_sight_and_is_closed_when_finished(outcome: RuleOutcome) -> None:
    sitting = looking()
    answered = after(sitting, look_back.answer_rule(sitting, "rule", outcome))
    assert look_back.rule_answer(answered, "rule") == RuleAnswer("rule", outcome)
    assert [due.rule.id for due in look_back.due_rules(answered)] == ["rule"]
    december = begun(finished(answered), "2026-12")
    assert [due.rule.id for due in look_back.due_rules(december)] == ["later"]


def test_a_rule_not_answered_is_asked_again() -> None:
    december = begun(finished(looking()), "2026-12")
    assert [due.rule.id for due in look_back.due_rules(december)] == ["rule", "later"]


@pytest.mark.parametrize("day", [None, datetime.date(2026, 11, 14), NOVEMBER_30])
def test_a_new_date_lies_ahead(day: datetime.date | None) -> None:
    sitting = looking()
    assert refused(look_back.answer_rule(sitting, "rule", RuleOutcome.NEW_DATE, day)) == "A new date has to lie ahead."


def test_a_second_new_date_is_refused() -> None:
    sitting = looking()
    moved = look_back.answer_rule(sitting, "rule", RuleOutcome.NEW_DATE, datetime.date(2026, 12, 20))
    december = begun(finished(after(sitting, moved)), "2026-12")
    due = {each.rule.id: each for each in look_back.due_rules(december)}
    assert (due["rule"].by, due["rule"].renewed) == (datetime.date(2026, 12, 20), True)
    again = look_back.answer_rule(december, "rule", RuleOutcome.NEW_DATE, datetime.date(2027, 1, 20))
    assert "once already" in refused(again)
    done = after(december, look_back.answer_rule(december, "rule", RuleOutcome.DONE))
    assert look_back.rule_answer(done, "rule").outcome is RuleOutcome.DONE


def test_a_new_date_can_be_corrected_in_the_same_sitting() -> None:
    sitting = looking()
    first = after(sitting, look_back.answer_rule(sitting, "rule", RuleOutcome.NEW_DATE, datetime.date(2026, 12, 1)))
    second = after(first, look_back.answer_rule(first, "rule", RuleOutcome.NEW_DATE, datetime.date(2026, 12, 5)))
    assert second.answers.look_back.rules == (RuleAnswer("rule", RuleOutcome.NEW_DATE, datetime.date(2026, 12, 5)),)


def test_another_answer_drops_the_new_date_and_keeps_the_note() -> None:
    sitting = looking()
    dated = after(sitting, look_back.answer_rule(sitting, "rule", RuleOutcome.NEW_DATE, datetime.date(2026, 12, 1)))
    noted = after(dated, look_back.note_rule(dated, "rule", " after the fair "))
    done = after(noted, look_back.answer_rule(noted, "rule", RuleOutcome.DONE, datetime.date(2026, 12, 1)))
    assert look_back.rule_answer(done, "rule") == RuleAnswer("rule", RuleOutcome.DONE, None, "after the fair")


def test_who_ends_in_this_sitting_is_not_asked_about_a_rule() -> None:
    sitting = looking()
    ended = after(sitting, obsessions.end(sitting, "acme", How.LOST))
    assert look_back.due_rules(ended) == ()
    assert after(ended, obsessions.bring_back(ended, "acme")).draft == sitting.draft
    answered = after(sitting, look_back.answer_rule(sitting, "rule", RuleOutcome.DONE))
    parted = after(answered, obsessions.end(answered, "acme", How.PARTED))
    assert [due.rule.id for due in look_back.due_rules(parted)] == ["rule"]


# --- promises ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("outcome", list(Outcome))
def test_a_promise_is_answered_and_answered_anew(outcome: Outcome) -> None:
    sitting = looking()
    noted = after(sitting, look_back.note_promise(sitting, "no drawings", "one slipped"))
    first = after(noted, look_back.answer_promise(noted, "no drawings", Outcome.KEPT))
    second = after(first, look_back.answer_promise(first, "no drawings", outcome))
    assert second.answers.look_back.promises == (PromiseAnswer("no drawings", outcome, "one slipped"),)
    assert look_back.promise_answer(second, "call two plants") == PromiseAnswer("call two plants")


def test_an_answer_can_be_taken_back() -> None:
    sitting = looking()
    answered = after(sitting, look_back.answer_promise(sitting, "no drawings", Outcome.KEPT))
    cleared = after(answered, look_back.answer_promise(answered, "no drawings", None))
    assert [ask.answered for ask in look_back.asks(cleared)] == [False] * 5


# --- the client who has not heard -------------------------------------------------------------------------------------


def test_the_clients_to_choose_from_come_by_name() -> None:
    past = told(
        month("2026-09", who("marlow", ended=How.SIGNED), who("Hollis", ended=How.SIGNED)),
        month("2026-10", who("calder", kind=Kind.CLIENT), who("left", kind=Kind.CLIENT, ended=How.LEFT)),
    )
    assert [client.name for client in look_back.clients(begun(past))] == ["calder", "Hollis", "marlow"]


@pytest.mark.parametrize("answer", ["marlow", NOBODY, UNKNOWN])
def test_a_name_none_of_them_and_unknown_are_answers(answer: str) -> None:
    sitting = looking()
    answered = after(sitting, look_back.answer_unheard(sitting, answer))
    assert [ask.answered for ask in look_back.asks(answered) if ask.field == "unheard"] == [True]
    assert after(answered, look_back.answer_unheard(answered, None)).draft == sitting.draft


def test_a_client_who_was_merged_is_who_they_turned_out_to_be() -> None:
    sitting = looking()
    merged = after(sitting, obsessions.merge(sitting, "marlow", "acme"))
    assert after(merged, look_back.answer_unheard(merged, "marlow")).answers.look_back.unheard == "acme"


def test_a_client_nobody_knew_of_can_be_named() -> None:
    sitting = looking()
    named = after(sitting, look_back.name_unheard(sitting, "Hollis Castings", new_id))
    assert "Hollis Castings" in [client.name for client in look_back.clients(begun(finished(named), "2026-12"))]
    known = after(sitting, look_back.name_unheard(sitting, "MARLOW", new_id))
    assert known.answers.look_back.unheard == "marlow"
    assert "name is needed" in refused(look_back.name_unheard(sitting, " ", new_id))


# --- those let go -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("came_back", [True, False, UNKNOWN])
def test_whether_they_came_back_is_asked_once(came_back: look_back.CameBack) -> None:
    sitting = looking()
    (due,) = look_back.people_let_go(sitting)
    answered = after(sitting, look_back.answer_return(sitting, due, came_back))
    assert look_back.return_answer(answered, due).came_back == came_back
    assert look_back.people_let_go(answered) == (due,)
    assert look_back.people_let_go(begun(finished(answered), "2026-12")) == ()


def test_who_is_on_the_list_again_is_not_asked_about() -> None:
    assert look_back.people_let_go(listing(looking(), "hartmann")) == ()


def test_a_late_session_asks_what_was_due_then() -> None:
    past = told(
        month("2026-08", who("acme", rules=(RULE,)), commitments=(promise("august"),)),
        month("2026-10", who("acme"), commitments=(promise("october"),)),
    )
    late = begun(past, "2026-09", datetime.date(2026, 11, 30))
    assert [each.text for each in look_back.promises(late)] == ["august"]
    assert look_back.due_rules(late) == (), "it fell due in November, which has a session of its own to ask"
    assert late.past.last is not None
    assert late.past.last.month == Month("2026-08")
