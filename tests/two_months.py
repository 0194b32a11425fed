"""Two months of one person: October for five prospects in four segments, November with what carried over.

Between them they hold an answer to every question, one "unknown" and one question left open, and names that try to be
more than names.
"""

from datetime import UTC, date, datetime

from review.history import History
from review.month import Month
from review.records import (
    Answers,
    Claim,
    ClaimState,
    Commitment,
    Decision,
    End,
    Gift,
    GoalKind,
    GoalReview,
    GoalState,
    How,
    Kind,
    LearningGoal,
    Limit,
    LookBack,
    Move,
    MoveKind,
    Obsession,
    Outcome,
    PromiseAnswer,
    Prospect,
    Reason,
    RuleAnswer,
    RuleOutcome,
    Segment,
    SegmentReview,
    Session,
    Signs,
    Source,
    StopRule,
    Version,
)

OCTOBER, NOVEMBER = Month("2026-10"), Month("2026-11")

TROUBLE = "[/] [@click=app.quit]x[/] | # 株式会社 👩‍🔬 <b>`--- \x1b]0;owned\x07 \u202eevil"
"""A name as somebody might type or paste it: markup, markdown, wide letters, and what a terminal would act on."""

NOTE = "# not a heading\n---\n| not | a table |\n- [ ] not a task & not &amp; an entity\n\n    not code"

PROSPECTS = {
    "p1": Prospect("p1", "Acme Robotics"),
    "p2": Prospect("p2", "Borealis Health"),
    "p3": Prospect("p3", "Calder Rail"),
    "p4": Prospect("p4", "Delphi Foods"),
    "p5": Prospect("p5", TROUBLE),
}
SEGMENTS = {
    "s1": Segment("s1", "medical devices"),
    "s2": Segment("s2", "rail"),
    "s3": Segment("s3", "food"),
    "s4": Segment("s4", "public sector"),
}
GOALS = {
    "g1": LearningGoal("g1", "The Mom Test", GoalKind.BOOK, "I can retell every chapter", 8, Month("2026-12")),
    "g2": LearningGoal("g2", "Meet two buyers in rail", GoalKind.PEOPLE),
}

RULE = StopRule("r1", "Acme names no date", date(2026, 11, 13), "tell them I stop drawing")

OCTOBER_ANSWERS = Answers(
    obsessions=(
        Obsession(
            "p1",
            segment="s1",
            hope="the retrofit project",
            since=Month("2026-03"),
            yours=5,
            theirs=4,
            moves=(
                Move("m1", date(2026, 10, 12), MoveKind.REPLY, asked_for=True, what="answered after two reminders"),
            ),
            reason=Reason.BUDGET,
            reason_words="they budget in January",
            hours=11,
            energy=4,
            money=120,
            given=(Gift("drawings", 2), Gift("workshop")),
            claims=(Claim("c1", "The board has approved it", OCTOBER),),
            why_us="Their last vendor went quiet",
            signs=Signs(adversarial="no", new_vendor="some", nobody="clear"),
            decision=Decision.LIMIT,
            limit=Limit(hours=4, energy=3),
            rules=(RULE,),
            note=NOTE,
        ),
        Obsession("p2", segment="s1", yours=3, theirs=3, moves=(), hours=2.5, energy=2, dream=True),
        Obsession("p3", Kind.CLIENT, segment="s2", hope="the depot", yours=2, theirs=5, hours=1, energy=1),
        Obsession("p4", segment="s3", parked=True),
        Obsession("p5", yours=4, theirs="unknown", hours="unknown"),
    ),
    segments=(
        SegmentReview("s1", potential=3, attention=5),
        SegmentReview("s4", potential=4, attention=1, unmet="the head of works", action="write to her", note="new law"),
    ),
    learning=(GoalReview("g1", progress=3, i_will="read chapter 4", when="the train leaves"), GoalReview("g2")),
    commitments=(
        Commitment("k1", "At most 4 h for Acme until they move", Source.REALITY, "p1", always=True),
        Commitment("k2", "write to her", Source.SEGMENTS, "s4", by=date(2026, 11, 20)),
    ),
    conviction=2,
    line="I chase what I fear to lose.",
)

NOVEMBER_ANSWERS = Answers(
    look_back=LookBack(
        rules=(RuleAnswer("r1", RuleOutcome.DONE, note="on the phone"),),
        promises=(PromiseAnswer("k1", Outcome.MISSED, "7 h over"), PromiseAnswer("k2", Outcome.KEPT)),
        unheard="p3",
    ),
    obsessions=(
        Obsession(
            "p1",
            segment="s1",
            hope="the retrofit project",
            since=Month("2026-03"),
            yours=3,
            theirs=1,
            hours=11,
            energy=5,
            claims=(
                Claim(
                    "c1",
                    "The board has approved it",
                    OCTOBER,
                    ClaimState.CONTRADICTED,
                    date(2026, 11, 5),
                    "the board's own minutes",
                ),
            ),
            decision=Decision.PART_WAYS,
            ended=End(How.PARTED, "no budget"),
        ),
        Obsession(
            "p2",
            segment="s1",
            yours=4,
            theirs=4,
            moves=(Move("m2", date(2026, 11, 9), MoveKind.DATED, asked_for=False, ahead=date(2027, 3, 1)),),
            hours=6,
            dream=True,
        ),
    ),
    segments=(SegmentReview("s4", potential=4, attention=2, rest_until=Month("2027-02")),),
    one_client_until=Month("2027-03"),
    learning=(GoalReview("g1", progress=8, state=GoalState.FINISHED),),
)


def history() -> History:
    """Both months finished; October was amended once."""
    first = Version(datetime(2026, 11, 2, 19, tzinfo=UTC), date(2026, 11, 2), Answers(), seconds=640)
    amended = Version(
        datetime(2026, 11, 4, 8, tzinfo=UTC), date(2026, 11, 2), OCTOBER_ANSWERS, why="forgot Delphi", seconds=700
    )
    second = Version(datetime(2026, 11, 22, 19, tzinfo=UTC), date(2026, 11, 22), NOVEMBER_ANSWERS, mode="quick")
    sessions = (Session(OCTOBER, (first, amended)), Session(NOVEMBER, (second,)))
    return History(sessions, PROSPECTS, SEGMENTS, GOALS)
