"""Whatever is answered in whatever order: nothing is changed in place, nothing is lost to a file, no step breaks."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from review import promises
from review.month import Month
from review.problem import Problem
from review.records import (
    DEGREES,
    MOST_COMMITMENTS,
    NOBODY,
    UNKNOWN,
    ClaimState,
    Decision,
    Draft,
    Gift,
    GoalKind,
    GoalState,
    How,
    Id,
    Kind,
    Limit,
    MoveKind,
    NewId,
    Outcome,
    Reason,
    RuleOutcome,
    Session,
    StopRule,
)
from review.ritual import (
    commit,
    identities,
    learning,
    look_back,
    obsessions,
    reality,
    segments,
    steps,
    urgency,
)
from review.ritual.sitting import Sitting, amend, begin
from tests.review.ritual.sittings import finished, numbered
from tests.review.telling import claim, gave, goal, month, moved, promise, segment, told, who

Choice = TypeVar("Choice")

TODAY = datetime.date(2026, 11, 30)
RULE = StopRule("rule", "nobody has named who signs", datetime.date(2026, 11, 14), "stop")
PAST = told(
    month("2026-07", who("hartmann", hours=6.0, ended=How.PARTED), segments=(segment("july", 4, 3),)),
    month(
        "2026-10",
        who("acme", 5, 2, segment="energy", rules=(RULE,), limit=Limit(hours=4), claims=(claim("c", "2026-10"),)),
        who("marlow", 3, 3, kind=Kind.CLIENT, moves=(moved("2026-10-12"),), given=gave(2)),
        who("parked", segment="medical", parked=True),
        commitments=(promise("call", "july"),),
        learning=(goal("dmaic", progress=4),),
    ),
)
NAMES = ("Acme", "Delphi", "delphi ", "[/] x", "株式会社", "", "marlow", "x" * 121)
WORDS = ("", " ", "one line", "two\nlines", "| # [a](b) <i> 👩‍🔬")
DAYS = tuple(TODAY + datetime.timedelta(days=days) for days in (-400, -61, -1, 0, 1, 30))
RATINGS = (None, UNKNOWN, 1, 2, 3, 4, 5)
AMOUNTS = (None, UNKNOWN, 0.0, 2.5, 11.0)


class Teller:
    """Draws each part of an answer, and makes its ids."""

    def __init__(self, data: st.DataObject, new_id: NewId) -> None:
        self.draw = data.draw
        self.new_id = new_id

    def of(self, choices: Iterable[Choice]) -> Choice:
        """Draw one of these."""
        return self.draw(st.sampled_from(list(choices)))

    def prospect(self, sitting: Sitting) -> Id:
        """Draw somebody on the list, or nobody's id."""
        return self.of([*(row.prospect for row in sitting.rows), "nobody's"])

    def segment(self, sitting: Sitting) -> Id:
        """Draw a segment."""
        return self.of([*sitting.named.segments, "nobody's"])

    def goal(self, sitting: Sitting) -> Id:
        """Draw a learning goal."""
        return self.of([*(each.goal.id for each in learning.goals(sitting)), "nobody's"])

    def claim(self, sitting: Sitting) -> tuple[Id, Id]:
        """Draw a prospect and a claim of theirs."""
        both = [(row.prospect, each.id) for row in sitting.rows for each in row.claims]
        return self.of([*both, ("nobody's", "none")])


Act = Callable[[Sitting, Teller], Draft | Problem]


def answer_rule(sitting: Sitting, by: Teller) -> Draft | Problem:
    return look_back.answer_rule(sitting, "rule", by.of([None, *RuleOutcome]), by.of([None, *DAYS]))


def answer_return(sitting: Sitting, by: Teller) -> Draft | Problem:
    due = look_back.people_let_go(sitting)
    return look_back.answer_return(sitting, by.of(due), by.of([None, UNKNOWN, True, False])) if due else sitting.draft


def add(sitting: Sitting, by: Teller) -> Draft | Problem:
    added = obsessions.add(
        sitting,
        by.of(NAMES),
        by.new_id,
        segment=by.of(NAMES),
        hope=by.of(WORDS),
        since=by.of([None, Month("2026-03")]),
        client=by.of([True, False]),
    )
    return added if isinstance(added, Problem) else added.draft


def add_move(sitting: Sitting, by: Teller) -> Draft | Problem:
    return urgency.add_move(
        sitting,
        by.prospect(sitting),
        by.new_id,
        by.of(MoveKind),
        by.of(DAYS),
        what=by.of(WORDS),
        asked_for=by.of([None, True, False]),
        ahead=by.of([None, *DAYS]),
    )


def check_claim(sitting: Sitting, by: Teller) -> Draft | Problem:
    prospect, claimed = by.claim(sitting)
    return reality.check_claim(sitting, prospect, claimed, by.of(ClaimState), by.of(WORDS))


def remove_claim(sitting: Sitting, by: Teller) -> Draft | Problem:
    return reality.remove_claim(sitting, *by.claim(sitting))


def add_segment(sitting: Sitting, by: Teller) -> Draft | Problem:
    found = segments.add(sitting, by.of(NAMES), by.new_id)
    return found if isinstance(found, Problem) else found.draft


def add_goal(sitting: Sitting, by: Teller) -> Draft | Problem:
    return learning.add(
        sitting,
        by.new_id,
        by.of(NAMES),
        kind=by.of([None, *GoalKind]),
        target=by.of([None, 3, 12]),
        i_will=by.of(WORDS),
        when=by.of(WORDS),
    )


def toggle(sitting: Sitting, by: Teller) -> Draft | Problem:
    raised = commit.proposals(sitting)
    return commit.toggle(sitting, by.of(raised), by.new_id) if raised else sitting.draft


ACTS: dict[str, Act] = {
    "answer a rule": answer_rule,
    "note a rule": lambda sitting, by: look_back.note_rule(sitting, "rule", by.of(WORDS)),
    "answer a promise": lambda sitting, by: look_back.answer_promise(sitting, "call", by.of([None, *Outcome])),
    "say who has not heard": lambda sitting, by: look_back.answer_unheard(
        sitting, by.of([None, NOBODY, UNKNOWN, "marlow"])
    ),
    "name who has not heard": lambda sitting, by: look_back.name_unheard(sitting, by.of(NAMES), by.new_id),
    "say who returned": answer_return,
    "add": add,
    "rename": lambda sitting, by: (
        obsessions.edit(
            sitting, by.of([row.prospect for row in sitting.rows]), by.new_id, name=by.of(NAMES), segment=by.of(NAMES)
        )
        if sitting.rows
        else sitting.draft
    ),
    "park": lambda sitting, by: obsessions.toggle_parked(sitting, by.prospect(sitting)),
    "park the rest": lambda sitting, _by: obsessions.park_the_rest(sitting),
    "dream": lambda sitting, by: obsessions.toggle_dream(sitting, by.prospect(sitting)),
    "end": lambda sitting, by: obsessions.end(sitting, by.prospect(sitting), by.of(How), by.of(WORDS)),
    "bring back": lambda sitting, by: obsessions.bring_back(sitting, by.prospect(sitting)),
    "remove": lambda sitting, by: obsessions.remove(sitting, by.prospect(sitting)),
    "merge": lambda sitting, by: (
        obsessions.merge(
            sitting, by.of([row.prospect for row in sitting.rows]), by.of([row.prospect for row in sitting.rows])
        )
        if sitting.rows
        else sitting.draft
    ),
    "rate yours": lambda sitting, by: urgency.rate(sitting, by.prospect(sitting), "yours", by.of(RATINGS)),
    "rate theirs": lambda sitting, by: urgency.rate(sitting, by.prospect(sitting), "theirs", by.of(RATINGS)),
    "add a move": add_move,
    "say nothing moved": lambda sitting, by: urgency.nothing_moved(sitting, by.prospect(sitting)),
    "give a reason": lambda sitting, by: urgency.give_reason(
        sitting, by.prospect(sitting), by.of([None, *Reason]), by.of(WORDS)
    ),
    "say hours": lambda sitting, by: reality.set_hours(sitting, by.prospect(sitting), by.of(AMOUNTS)),
    "say energy": lambda sitting, by: reality.set_energy(sitting, by.prospect(sitting), by.of(RATINGS)),
    "say money": lambda sitting, by: reality.set_money(sitting, by.prospect(sitting), by.of(AMOUNTS)),
    "give": lambda sitting, by: reality.give(sitting, by.prospect(sitting), by.of([None, (), (Gift("a", 2),)])),
    "add a claim": lambda sitting, by: reality.add_claim(sitting, by.prospect(sitting), by.new_id, by.of(WORDS)),
    "check a claim": check_claim,
    "remove a claim": remove_claim,
    "say why": lambda sitting, by: reality.say_why_us(sitting, by.prospect(sitting), by.of(WORDS)),
    "set a sign": lambda sitting, by: reality.set_sign(
        sitting, by.prospect(sitting), by.of(["adversarial", "new_vendor", "nobody"]), by.of([None, *DEGREES])
    ),
    "decide": lambda sitting, by: reality.decide(sitting, by.prospect(sitting), by.of([None, *Decision]), by.of(WORDS)),
    "limit": lambda sitting, by: reality.set_limit(
        sitting, by.prospect(sitting), by.of([Limit(), Limit(4.0, 20.0, 3)])
    ),
    "make a rule": lambda sitting, by: reality.add_rule(
        sitting, by.prospect(sitting), by.new_id, by.of(WORDS), by.of(DAYS), by.of(WORDS)
    ),
    "add a segment": add_segment,
    "rename a segment": lambda sitting, by: identities.rename_segment(
        sitting, by.of([*sitting.named.segments]), by.of(NAMES)
    ),
    "rate potential": lambda sitting, by: segments.rate(sitting, by.segment(sitting), "potential", by.of(RATINGS)),
    "rate attention": lambda sitting, by: segments.rate(sitting, by.segment(sitting), "attention", by.of(RATINGS)),
    "rest": lambda sitting, by: segments.rest(sitting, by.segment(sitting), by.of([None, Month("2027-02")])),
    "plan": lambda sitting, by: segments.say_action(sitting, by.segment(sitting), by.of(WORDS)),
    "one client": lambda sitting, by: segments.choose_one_client(sitting, by.of([None, Month("2027-02")])),
    "add a goal": add_goal,
    "progress": lambda sitting, by: learning.set_progress(sitting, by.goal(sitting), by.of([0, 3, 99])),
    "set a goal's state": lambda sitting, by: learning.set_state(sitting, by.goal(sitting), by.of(GoalState)),
    "choose": toggle,
    "say in own words": lambda sitting, by: commit.add(
        sitting, by.new_id, by.of(WORDS), by.of([None, *DAYS]), always=by.of([True, False])
    ),
    "conviction": lambda sitting, by: commit.set_conviction(sitting, by.of(RATINGS)),
    "one line": lambda sitting, by: commit.say_line(sitting, by.of(WORDS)),
}

JSON = msgspec.json.Encoder()
chances = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=150)


def written(sitting: Sitting) -> bytes:
    return JSON.encode([sitting.draft, sitting.past.sessions])


def tell(sitting: Sitting, acts: Sequence[str], by: Teller) -> Sitting:
    for name in acts:
        before = written(sitting)
        answer = ACTS[name](sitting, by)
        assert written(sitting) == before, f"{name} changed what it was given"
        if not isinstance(answer, Problem):
            sitting = sitting.at(answer)
    return sitting


@chances
@given(st.lists(st.sampled_from(sorted(ACTS)), max_size=25), st.sampled_from(["full", "quick"]), st.data())
def test_any_answers_in_any_order(acts: list[str], mode: str, data: st.DataObject) -> None:
    sitting = begin(PAST, Month("2026-11"), TODAY, "look-back", "quick" if mode == "quick" else "full")
    sitting = tell(sitting, acts, Teller(data, numbered()))
    draft = sitting.draft
    assert msgspec.json.decode(JSON.encode(draft), type=Draft) == draft
    ids = [row.prospect for row in sitting.rows]
    assert len(ids) == len(set(ids))
    assert len(draft.answers.commitments) <= MOST_COMMITMENTS
    assert len(reality.closer_looks(sitting)) <= reality.MOST_CLOSER_LOOKS
    listed = [each.segment for each in segments.reviewed(sitting)]
    assert len(listed) == len(set(listed))
    chosen = [each.chosen for each in commit.proposals(sitting) if each.chosen]
    assert sorted(each.id for each in chosen) == sorted(each.id for each in draft.answers.commitments)
    for step in steps.of(sitting):
        answered, asked = step.progress(sitting)
        assert 0 <= answered <= asked
        assert step.seconds_left(sitting) >= 0


@chances
@given(st.lists(st.sampled_from(sorted(ACTS)), max_size=15), st.data())
def test_a_finished_session_is_read_back_carried_over_and_amended(acts: list[str], data: st.DataObject) -> None:
    by = Teller(data, numbered())
    sitting = tell(begin(PAST, Month("2026-11"), TODAY, "look-back"), acts, by)
    history = finished(sitting, PAST)
    session = history.last
    assert session is not None
    assert session.answers == sitting.answers
    assert msgspec.json.decode(JSON.encode(session), type=Session) == session
    assert history.sessions[:-1] == PAST.sessions
    december = begin(history, Month("2026-12"), TODAY, "look-back")
    assert {row.prospect for row in december.rows} == {row.prospect for row in sitting.rows if row.ended is None}
    assert [(row.yours, row.theirs, row.hours, row.decision, row.moves) for row in december.rows] == [
        (None, None, None, None, None)
    ] * len(december.rows)
    corrected = amend(history, session, datetime.date(2026, 12, 5), "look-back")
    assert corrected.answers == sitting.answers
    ended = {row.prospect for row in sitting.rows if row.ended is not None}
    assert not ended & {rule.prospect for rule in promises.open_rules(history)}


@chances
@given(st.lists(st.sampled_from(sorted(ACTS)), max_size=15), st.data())
def test_what_is_worked_out_once_is_what_is_worked_out_anew(acts: list[str], data: st.DataObject) -> None:
    """A sitting hands on what it knows of the names; it must be what a sitting made anew finds."""
    sitting = tell(begin(PAST, Month("2026-11"), TODAY, "look-back"), acts, Teller(data, numbered()))
    anew = Sitting(sitting.past, sitting.draft, sitting.today)
    assert sitting.named == anew.named
    for row in sitting.rows:
        assert sitting.gap(row) == anew.gap(row)
        assert sitting.verdict(row) == anew.verdict(row)
        assert sitting.since(row) == anew.since(row)
