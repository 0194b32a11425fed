"""Undo: two hundred changes of this run, each a draft to go back to."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from review.month import Month
from review.records import Draft, Obsession, Place, SegmentReview
from review.ritual.sitting import change, change_row
from review.ritual.undo import DEPTH, Undo, cell_of


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


def test_the_cell_of_a_change_is_the_one_in_which_the_drafts_differ() -> None:
    before = change(draft(0), obsessions=(Obsession("acme"), Obsession("borealis")))
    after = change_row(before, "borealis", theirs="unknown")
    assert cell_of(before, after) == Place("urgency", "borealis", "theirs")
    assert cell_of(before, change_row(before, "acme", hours=3.0)) is None
    assert cell_of(before, before) is None
    rated = structs.replace(change(draft(0), segments=(SegmentReview("s", attention=2),)), place=Place("segments"))
    assert cell_of(draft(0), rated) == Place("segments", "s", "attention")
