"""What a correction changed, as the head of a summary tells it."""

from typing import Any

import pytest
from msgspec import structs

from review.records import Session
from review.summary import corrections, summary
from review.summary.document import Paragraph
from tests.review.telling import goal, kept, month, promise, segment, told, who

BEFORE = month("2026-10", who("Acme", 5, 2, hours=7.0), who("Calder", 3, 3))


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (month("2026-10", who("Acme", 5, 2, hours=7.0), who("Calder", 3, 3)), ""),
        (month("2026-10", who("Acme", 5, 2, hours=8.25), who("Calder", 3, 3)), "Acme, unpaid hours 7 → 8.25"),
        (
            month("2026-10", who("Acme", 4, "unknown", hours=7.0, note="a word"), who("Calder", 3, 3, money=0.0)),
            "Acme, you 5 → 4, they 2 → unknown and other answers; Calder, money – → 0",
        ),
        (month("2026-10", who("Acme", 5, 2, hours=7.0), who("Delphi")), "Delphi added; Calder taken out"),
        (
            month(
                "2026-10",
                *BEFORE.answers.obsessions,
                segments=(segment("Labs", 4, 1),),
                learning=(goal("DMAIC"),),
                commitments=(promise("call"),),
                look_back=kept(None),
            ),
            "Look back; Segments; Learning; Commit",
        ),
        (
            month("2026-10", *(who(name) for name in ("Delphi", "Eastgate", "Foxglove"))),
            "Delphi added; Eastgate added; Foxglove added; Acme taken out; one more",
        ),
    ],
)
def test_it_names_who_and_which_answers(now: Any, expected: str) -> None:
    assert corrections.told(told(BEFORE, now), BEFORE.answers, now.answers) == expected


def head(session: Session, later: Any = None) -> str:
    opening = summary.of_session(told(session), session, later=later).blocks[1]
    assert isinstance(opening, Paragraph)
    return opening.text


def test_every_version_says_what_was_corrected_and_what_superseded_it() -> None:
    first = BEFORE.newest
    second = structs.replace(month("2026-10", who("Acme", 5, 2, hours=8.0), who("Calder", 3, 3)).newest, why="a call")
    third = structs.replace(second, why=None)
    reviewed = "Reviewed on Saturday 31 October 2026."
    moved = "The correction changed: Acme, unpaid hours 7 → 8."
    corrected = f"Corrected on Saturday 31 October 2026: a call\n{moved}"
    none = "Corrected on Saturday 31 October 2026.\nThe correction changed no answer."
    assert head(Session(BEFORE.month, (first, second, third))) == f"{reviewed}\n{corrected}\n{none}"
    superseded = f"{reviewed}\nThis version was superseded on Saturday 31 October 2026: a call\n{moved}"
    assert head(Session(BEFORE.month, (first,)), second) == superseded
