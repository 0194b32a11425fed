"""Undo: two hundred changes of this run, each a draft to go back to."""

from hypothesis import given
from hypothesis import strategies as st

from review.month import Month
from review.records import Draft, Place
from review.ritual.undo import DEPTH, Undo


def draft(number: int) -> Draft:
    return Draft(Month("2026-11"), Place("urgency"), seconds=float(number))


def test_with_nothing_changed_there_is_nothing_to_undo() -> None:
    empty = Undo()
    assert empty.back() == (empty, None)


@given(st.integers(0, 450))
def test_the_last_two_hundred_come_back_newest_first(count: int) -> None:
    undo = Undo()
    for number in range(count):
        undo = undo.after(draft(number), f"change {number}")
    back = []
    while True:
        undo, undone = undo.back()
        if undone is None:
            break
        back.append((undone.draft, undone.what))
    kept = range(max(0, count - DEPTH), count)
    assert DEPTH == 200
    assert back == [(draft(number), f"change {number}") for number in reversed(kept)]


def test_a_change_after_an_undo_takes_the_place_of_what_was_undone() -> None:
    undo, _ = Undo().after(draft(0), "a").after(draft(1), "b").back()
    undo = undo.after(draft(2), "c")
    assert [each.what for each in undo.changes] == ["a", "c"]
