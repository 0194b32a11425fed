"""What a monthly review is made of: the records that are kept, and that go between the floors of the house.

Every answer is a value, `UNKNOWN` ("I know that I don't know"), or None (not given). These are three different
things: the last two fire no rule and enter no mean. Months are ``YYYY-MM`` text, days are dates in the person's own
time zone, hours are hours, money is in the currency of the settings. Ids are random text from an injected factory;
names are labels.

The records hold no cycles, so the garbage collector leaves them alone (`gc=False`): ten years of them would cost a
pause.
"""

from review.mode import Mode
from review.records.answers import UNKNOWN, Amount, Id, NewId, Rating, Unknown, Value, known
from review.records.identities import GoalKind, LearningGoal, Prospect, Segment
from review.records.obsession import (
    BACKING,
    DEGREES,
    Claim,
    ClaimState,
    Decision,
    Degree,
    End,
    Gift,
    How,
    Kind,
    Limit,
    Move,
    MoveKind,
    Obsession,
    Reason,
    Signs,
    StopRule,
)
from review.records.session import (
    MOST_COMMITMENTS,
    NOBODY,
    Answers,
    Commitment,
    Draft,
    GoalReview,
    GoalState,
    LookBack,
    Outcome,
    Place,
    PromiseAnswer,
    Return,
    RuleAnswer,
    RuleOutcome,
    SegmentReview,
    Session,
    Source,
    Unfinished,
    Version,
)

__all__ = [
    "BACKING",
    "DEGREES",
    "MOST_COMMITMENTS",
    "NOBODY",
    "UNKNOWN",
    "Amount",
    "Answers",
    "Claim",
    "ClaimState",
    "Commitment",
    "Decision",
    "Degree",
    "Draft",
    "End",
    "Gift",
    "GoalKind",
    "GoalReview",
    "GoalState",
    "How",
    "Id",
    "Kind",
    "LearningGoal",
    "Limit",
    "LookBack",
    "Mode",
    "Move",
    "MoveKind",
    "NewId",
    "Obsession",
    "Outcome",
    "Place",
    "PromiseAnswer",
    "Prospect",
    "Rating",
    "Reason",
    "Return",
    "RuleAnswer",
    "RuleOutcome",
    "Segment",
    "SegmentReview",
    "Session",
    "Signs",
    "Source",
    "StopRule",
    "Unfinished",
    "Unknown",
    "Value",
    "Version",
    "known",
]
