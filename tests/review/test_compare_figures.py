"""Two sessions side by side: the figures and segments before and now."""

from review import compare
from review.compare import Figure
from review.month import Month
from review.records import Outcome
from tests.review.telling import kept, month, segment, told, who

OCTOBER = month(
    "2026-10",
    who("Acme", 5, 2, hours=9.0),
    segments=(segment("Labs", 4, 1), segment("Rail", 3, 3), segment("Energy", 2, "unknown")),
    look_back=kept(Outcome.KEPT, Outcome.MISSED),
    conviction=2,
)
NOVEMBER = month(
    "2026-11",
    who("Acme", 4, 2, hours=3.0),
    segments=(segment("Labs", 3, 4), segment("Rail", 3, 3), segment("Energy", 2, 3), segment("New", 5, 5)),
    conviction=4,
)


def test_figures_stand_before_and_now() -> None:
    found = compare.compared(told(OCTOBER, NOVEMBER), Month("2026-10"), Month("2026-11"))
    assert found is not None
    assert (found.hours, found.mean_gap) == (Figure(9.0, 3.0), Figure(3.0, 2.0))
    assert (found.promises_kept, found.conviction) == (Figure(0.5, None), Figure(2, 4))


def test_segments_turn_where_both_sessions_rated_them() -> None:
    found = compare.compared(told(OCTOBER, NOVEMBER), Month("2026-10"), Month("2026-11"))
    assert found is not None
    assert [(turn.name, turn.side, turn.by) for turn in found.turns] == [
        ("Labs", "attention", 3),
        ("Labs", "potential", -1),
    ]


def test_a_merged_segment_turns_once() -> None:
    merged = told(
        month("2026-10", segments=(segment("Laboratories", 4, 1),)),
        month("2026-11", segments=(segment("Labs", 4, 2),)),
        merged={"Laboratories": "Labs"},
    )
    found = compare.with_previous(merged, Month("2026-11"))
    assert found is not None
    assert [(turn.segment, turn.by) for turn in found.turns] == [("Labs", 1)]
