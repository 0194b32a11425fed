"""Step 2: who is on the list, who comes back, and how it ended."""

import pytest

from review.history import History
from review.month import Month
from review.records import Decision, End, How, Kind, Limit, Reason, Source
from review.ritual import commit, look_back, obsessions, reality, segments, urgency
from review.ritual.sitting import Sitting
from tests.review.ritual.sittings import (
    after,
    begun,
    finished,
    id_of,
    listing,
    names_of,
    new_id,
    refused,
    row_of,
    segment_of,
    taken,
)
from tests.review.telling import claim, month, moved, told, who

SEVEN = ("A", "B", "C", "D", "E", "F", "G")


def test_only_a_name_is_needed() -> None:
    sitting = listing(begun(), "Acme Robotics")
    row = row_of(sitting, "Acme Robotics")
    assert (row.kind, row.segment, row.hope, row.since, row.dream) == (Kind.PROSPECT, None, None, None, False)


@pytest.mark.parametrize("name", ["", "  ", "\n"])
def test_a_name_is_needed(name: str) -> None:
    assert "name is needed" in refused(obsessions.add(begun(), name, new_id))


def test_a_name_has_its_length() -> None:
    assert taken(obsessions.add(begun(), "x" * 120, new_id)).prospect
    assert "120" in refused(obsessions.add(begun(), "x" * 121, new_id))
    assert "120" in refused(obsessions.add(begun(), "Acme", new_id, segment="x" * 121))


@pytest.mark.parametrize("name", ["[/] [@click=app.quit]x[/]", "株式会社", "👩‍🔬 lab", "=1+1", "../../x"])
def test_any_name_is_kept_as_it_is_typed(name: str) -> None:
    assert names_of(listing(begun(), name)) == [name]


def test_all_that_is_known_can_be_said_at_once() -> None:
    added = taken(
        obsessions.add(
            begun(), " Acme ", new_id, segment="Energy", hope=" the audit ", since=Month("2026-03"), client=True
        )
    )
    sitting = begun().at(added.draft)
    row = row_of(sitting, "Acme")
    assert (row.kind, row.hope, row.since) == (Kind.CLIENT, "the audit", "2026-03")
    assert row.segment == segment_of(sitting, "Energy")


@pytest.mark.parametrize("name", ["acme", "ACME", "  Acme "])
def test_a_name_on_the_list_is_not_added_twice(name: str) -> None:
    sitting = listing(begun(), "Acme")
    assert refused(obsessions.add(sitting, name, new_id)) == "That name is on the list already."
    gone = after(sitting, obsessions.end(sitting, id_of(sitting, "Acme"), How.LOST))
    assert "Bring it back" in refused(obsessions.add(gone, name, new_id))


def test_two_names_in_one_segment_share_it() -> None:
    sitting = listing(begun(), "Acme @ Energy", "Delphi @ energy")
    assert row_of(sitting, "Acme").segment == row_of(sitting, "Delphi").segment
    assert len(sitting.draft.segments) == 1


# --- coming back ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("how", "kind"), [(How.SIGNED, Kind.CLIENT), (How.PARTED, Kind.PROSPECT)])
def test_a_known_name_is_the_same_prospect_again(how: How, kind: Kind) -> None:
    history = told(month("2026-09", who("acme", segment="energy", hope="old", dream=True, ended=how)))
    sitting = begun(history)
    again = after(sitting, taken(obsessions.add(sitting, "ACME", new_id)).draft)
    row = row_of(again, "acme")
    assert (row.prospect, row.kind, row.segment, row.dream, row.hope) == ("acme", kind, "energy", True, None)
    assert again.draft.prospects == ()


def test_the_name_of_a_merged_one_is_its_winner() -> None:
    history = told(month("2026-09", who("acme"), who("acme gmbh")), merged={"acme gmbh": "acme"})
    sitting = begun(history.before(Month("2026-09")))
    assert taken(obsessions.add(sitting, "Acme GmbH", new_id)).prospect == "acme"


def test_off_the_list_are_those_whose_last_spell_ended_newest_first() -> None:
    history = told(
        month("2026-08", who("a", ended=How.PARTED), who("b", ended=How.LOST), who("d")),
        month("2026-09", who("b"), who("c", ended=How.SIGNED), who("d")),
    )
    sitting = begun(history)
    assert [each.row.prospect for each in obsessions.off_the_list(sitting)] == ["c", "a"]
    assert [each.row.prospect for each in obsessions.off_the_list(sitting, most=1)] == ["c"]
    assert [each.row.prospect for each in obsessions.off_the_list(listing(sitting, "c"))] == ["a"]


# --- editing ----------------------------------------------------------------------------------------------------------


def test_editing_changes_what_is_given_and_leaves_the_rest() -> None:
    sitting = listing(begun(), "Acme @ Energy")
    acme = id_of(sitting, "Acme")
    hoped = after(sitting, obsessions.edit(sitting, acme, new_id, hope="the audit", since=Month("2026-03")))
    renamed = after(hoped, obsessions.edit(hoped, acme, new_id, name="Acme AG", client=True))
    row = row_of(renamed, "Acme AG")
    assert (row.prospect, row.hope, row.since, row.kind) == (acme, "the audit", "2026-03", Kind.CLIENT)
    assert row.segment == segment_of(renamed, "Energy")
    emptied = after(renamed, obsessions.edit(renamed, acme, new_id, hope="", segment="", since=None))
    assert (row_of(emptied, "Acme AG").hope, row_of(emptied, "Acme AG").segment) == (None, None)


def test_a_name_somebody_else_has_means_merging() -> None:
    sitting = listing(begun(), "Acme", "Acme GmbH")
    assert "merge" in refused(obsessions.edit(sitting, id_of(sitting, "Acme GmbH"), new_id, name="ACME"))
    own = obsessions.edit(sitting, id_of(sitting, "Acme"), new_id, name="ACME")
    assert names_of(after(sitting, own)) == ["ACME", "Acme GmbH"]


def test_renaming_a_prospect_of_the_past_leaves_the_past_its_id() -> None:
    sitting = begun(told(month("2026-10", who("acme"))))
    renamed = after(sitting, obsessions.edit(sitting, "acme", new_id, name="Acme AG"))
    assert [(each.id, each.name) for each in renamed.draft.prospects] == [("acme", "Acme AG")]
    assert finished(renamed).prospect("acme").name == "Acme AG"


def test_a_slip_in_a_segments_name_is_not_asked_about_later() -> None:
    sitting = listing(begun(), "Acme @ Medcial")
    acme = id_of(sitting, "Acme")
    right = after(sitting, obsessions.edit(sitting, acme, new_id, segment="Medical"))
    assert [each.name for each in right.draft.segments] == ["Medical"]
    assert [right.segment(each.segment).name for each in segments.reviewed(right)] == ["Medical"]
    without = after(right, obsessions.set_segment(right, acme, "", new_id))
    assert without.draft.segments == ()


def test_a_segment_that_has_answers_of_its_own_stays() -> None:
    sitting = listing(begun(), "Acme @ Medcial")
    rated = after(sitting, segments.rate(sitting, segment_of(sitting, "Medcial"), "potential", 3))
    moved_on = after(rated, obsessions.edit(rated, id_of(rated, "Acme"), new_id, segment="Energy"))
    assert {each.name for each in moved_on.draft.segments} == {"Medcial", "Energy"}


def test_who_was_added_by_mistake_leaves_no_trace() -> None:
    sitting = listing(begun(), "Acme", "Amce @ Enregy")
    removed = after(sitting, obsessions.remove(sitting, id_of(sitting, "Amce")))
    assert names_of(removed) == ["Acme"]
    assert [each.name for each in removed.draft.prospects] == ["Acme"]
    assert removed.draft.segments == ()


def test_who_was_there_before_is_not_removed_but_ended() -> None:
    sitting = begun(told(month("2026-10", who("acme"), who("gone", ended=How.LOST))))
    assert "how it ended" in refused(obsessions.remove(sitting, "acme"))
    back = listing(sitting, "gone")
    assert names_of(after(back, obsessions.remove(back, "gone"))) == ["acme"]


# --- parking, dreaming, seven -----------------------------------------------------------------------------------------


def test_parking_keeps_the_answers_and_asks_nothing() -> None:
    sitting = listing(begun(), "Acme")
    acme = id_of(sitting, "Acme")
    rated = after(sitting, urgency.rate(sitting, acme, "yours", 4))
    parked = after(rated, obsessions.toggle_parked(rated, acme))
    assert (parked.asked, parked.rows[0].yours) == ((), 4)
    assert after(parked, obsessions.toggle_parked(parked, acme)).draft == rated.draft


def test_a_dream_client_is_marked_and_unmarked() -> None:
    sitting = listing(begun(), "Acme")
    dream = after(sitting, obsessions.toggle_dream(sitting, id_of(sitting, "Acme")))
    assert row_of(dream, "Acme").dream
    assert after(dream, obsessions.toggle_dream(dream, id_of(dream, "Acme"))).draft == sitting.draft


@pytest.mark.parametrize(("extra", "expected"), [((), 0), (("H",), 1), (("H", "I", "J"), 3)])
def test_seven_fit_one_sitting(extra: tuple[str, ...], expected: int) -> None:
    sitting = listing(begun(), *SEVEN, *extra)
    assert obsessions.too_many(sitting) == expected
    parked = after(sitting, obsessions.park_the_rest(sitting))
    assert (obsessions.too_many(parked), len(parked.asked)) == (0, 7)
    assert [parked.prospect(row.prospect).name for row in parked.rows if row.parked] == list(extra)


def test_parked_and_ended_ones_do_not_crowd_the_sitting() -> None:
    sitting = listing(begun(), *SEVEN, "H", "I")
    ended = after(sitting, obsessions.end(sitting, id_of(sitting, "A"), How.COOLED))
    parked = after(ended, obsessions.toggle_parked(ended, id_of(ended, "B")))
    assert obsessions.too_many(parked) == 0


# --- how it ended -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("how", "decision"),
    [
        (How.SIGNED, Decision.SIGNED),
        (How.LOST, Decision.LOST),
        (How.PARTED, Decision.PART_WAYS),
        (How.COOLED, None),
        (How.LEFT, None),
    ],
)
def test_an_end_keeps_the_row_and_is_the_decision_too(how: How, decision: Decision | None) -> None:
    sitting = listing(begun(), "Acme")
    acme = id_of(sitting, "Acme")
    rated = after(sitting, urgency.rate(sitting, acme, "yours", 4))
    ended = after(rated, obsessions.end(rated, acme, how, "  no budget "))
    row = row_of(ended, "Acme")
    assert (row.ended, row.decision, row.yours) == (End(how, "no budget"), decision, 4)
    assert ended.asked == ()
    assert after(ended, obsessions.bring_back(ended, acme)).draft == rated.draft
    assert begun(finished(ended), "2026-12").rows == ()


def test_only_a_client_can_leave() -> None:
    assert How.LEFT in obsessions.ways_to_end(who("a", kind=Kind.CLIENT))
    assert How.LEFT not in obsessions.ways_to_end(who("a"))


# --- merging ----------------------------------------------------------------------------------------------------------


def duplicates(history: History | None = None) -> Sitting:
    return listing(begun(history), "Delphi", "Acme GmbH @ Energy", "Borealis", "Acme")


def test_a_merge_keeps_everything_and_the_place_on_the_list() -> None:
    sitting = duplicates()
    lost, kept = id_of(sitting, "Acme GmbH"), id_of(sitting, "Acme")
    sitting = after(sitting, urgency.rate(sitting, lost, "theirs", 2))
    sitting = after(sitting, urgency.rate(sitting, kept, "yours", 5))
    sitting = after(sitting, reality.set_hours(sitting, lost, 2.0))
    sitting = after(sitting, reality.set_hours(sitting, kept, 3.0))
    sitting = after(sitting, reality.add_claim(sitting, lost, new_id, "it is decided"))
    sitting = after(sitting, reality.set_limit(sitting, lost, Limit(hours=4)))
    sitting = after(sitting, urgency.give_reason(sitting, lost, Reason.BUDGET))
    sitting = after(sitting, look_back.answer_unheard(sitting, lost))
    merged = after(sitting, obsessions.merge(sitting, lost, kept))
    row = row_of(merged, "Acme")
    assert names_of(merged) == ["Delphi", "Acme", "Borealis"]
    assert (row.yours, row.theirs, row.hours, row.limit.hours, row.reason) == (5, 2, 5, 4, Reason.BUDGET)
    assert [each.text for each in row.claims] == ["it is decided"]
    assert row.segment == segment_of(merged, "Energy")
    assert merged.answers.look_back.unheard == kept
    assert merged.prospect(lost).id == kept


def test_a_merge_takes_what_was_promised_along() -> None:
    sitting = duplicates()
    lost, kept = id_of(sitting, "Acme GmbH"), id_of(sitting, "Acme")
    sitting = after(sitting, reality.decide(sitting, lost, Decision.ENGAGE))
    (raised,) = commit.proposals(sitting)
    sitting = after(sitting, commit.toggle(sitting, raised, new_id))
    merged = after(sitting, obsessions.merge(sitting, lost, kept))
    (proposal,) = commit.proposals(merged)
    assert (proposal.about, proposal.source) == (kept, Source.REALITY)
    assert proposal.chosen == merged.answers.commitments[0]


def test_merging_an_open_one_with_one_that_ended_here_keeps_it_open() -> None:
    for turned in (False, True):
        sitting = duplicates()
        one, other = id_of(sitting, "Acme GmbH"), id_of(sitting, "Acme")
        sitting = after(sitting, obsessions.end(sitting, one, How.COOLED))
        pair = (other, one) if turned else (one, other)
        merged = after(sitting, obsessions.merge(sitting, *pair))
        assert len(merged.asked) == 3


def test_merging_leaves_the_sessions_before_as_they_are() -> None:
    history = told(month("2026-10", who("acme gmbh", 4, moves=(moved("2026-10-01"),)), who("acme")))
    sitting = begun(history)
    merged = after(sitting, obsessions.merge(sitting, "acme gmbh", "acme"))
    later = finished(merged)
    assert later.sessions[0] == history.sessions[0]
    assert [each.month for each in later.appearances("acme")] == ["2026-10", "2026-11"]
    assert len(list(later.moves("acme"))) == 1


def test_merging_with_itself_or_in_a_circle_changes_nothing() -> None:
    sitting = duplicates()
    lost, kept = id_of(sitting, "Acme GmbH"), id_of(sitting, "Acme")
    assert obsessions.merge(sitting, kept, kept) == sitting.draft
    merged = after(sitting, obsessions.merge(sitting, lost, kept))
    assert obsessions.merge(merged, kept, lost) == merged.draft
    assert obsessions.merge(merged, lost, kept) == merged.draft


def test_claims_of_both_stand_under_one_name() -> None:
    history = told(
        month("2026-10", who("a", claims=(claim("x", "2026-10"),)), who("b", claims=(claim("y", "2026-10"),)))
    )
    sitting = begun(history)
    merged = after(sitting, obsessions.merge(sitting, "b", "a"))
    assert [each.text for each in merged.rows[0].claims] == ["x", "y"]
