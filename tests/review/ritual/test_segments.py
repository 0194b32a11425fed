"""Step 5: which segments are asked about, what is known of them, and which are left alone by choice."""

import pytest

from review.month import Month
from review.records import Outcome, Rating, SegmentReview
from review.ritual import commit, identities, look_back, obsessions, reality, segments
from review.ritual.segments import SegmentFacts
from review.ritual.sitting import Sitting
from tests.review.ritual.sittings import after, begun, finished, listing, new_id, refused, segment_of, taken
from tests.review.telling import month, promise, segment, told, who


def market() -> Sitting:
    """Energy has an obsession; six others were touched in different months, or never."""
    return begun(
        told(
            month("2026-06", segments=(segment("never", 3, 1), segment("june", 3, 3))),
            month("2026-07", segments=(segment("july", 3, 3),)),
            month("2026-08", segments=(segment("august", 3, 3),)),
            month("2026-09", segments=(segment("september", 3, 3),)),
            month("2026-10", who("acme", segment="energy"), who("old", segment="october", parked=True)),
        )
    )


def listed(sitting: Sitting) -> list[str]:
    return [each.segment for each in segments.reviewed(sitting)]


def rated(sitting: Sitting, name: str, potential: Rating, attention: Rating) -> Sitting:
    sitting = after(sitting, segments.rate(sitting, name, "potential", potential))
    return after(sitting, segments.rate(sitting, name, "attention", attention))


# --- which are asked --------------------------------------------------------------------------------------------------


def test_asked_are_those_with_obsessions_and_the_three_longest_untouched() -> None:
    assert listed(market()) == ["energy", "never", "october", "june"]
    assert segments.others(market()) == ["july", "august", "september"]


def test_rating_one_does_not_move_the_list() -> None:
    sitting = market()
    assert listed(rated(sitting, "never", 5, 5)) == listed(sitting)


def test_any_other_can_be_added_and_a_new_one_made() -> None:
    sitting = market()
    found = taken(segments.add(sitting, "July", new_id))
    assert found.id == "july"
    known = sitting.at(found.draft)
    assert listed(known) == [*listed(sitting), "july"]
    new = taken(segments.add(known, "Universities", new_id))
    assert listed(known.at(new.draft))[-1] == new.id
    assert known.at(new.draft).segment(new.id).name == "Universities"


def test_one_on_the_list_is_not_added_twice() -> None:
    assert "already" in refused(segments.add(market(), "ENERGY", new_id))
    sitting = market().at(taken(segments.add(market(), "Universities", new_id)).draft)
    assert "already" in refused(segments.add(sitting, "universities", new_id))
    assert "name is needed" in refused(segments.add(sitting, " ", new_id))


def test_a_first_session_asks_about_what_it_names() -> None:
    sitting = listing(begun(), "Acme @ Energy", "Delphi @ Medical", "Calder @ energy")
    assert [sitting.segment(each).name for each in listed(sitting)] == ["Energy", "Medical"]


def test_an_obsession_that_is_parked_or_has_ended_does_not_bring_its_segment() -> None:
    sitting = listing(begun(), "Acme @ Energy", "Delphi @ Medical")
    parked = after(sitting, obsessions.toggle_parked(sitting, sitting.rows[0].prospect))
    assert [parked.segment(each).name for each in listed(parked)] == ["Medical"]


# --- resting ----------------------------------------------------------------------------------------------------------


def test_a_resting_segment_is_not_among_the_longest_untouched_until_its_month() -> None:
    sitting = market()
    rests = after(sitting, segments.rest(sitting, "never", Month("2027-02")))
    december, february = begun(finished(rests), "2026-12"), begun(finished(rests), "2027-02")
    assert "never" not in listed(december)
    assert segments.resting_until(december, "never") == "2027-02"
    assert "never" in listed(february)
    assert segments.resting_until(february, "never") is None
    assert not segments.resting(february, "never")


def test_rating_a_resting_segment_does_not_wake_it() -> None:
    sitting = market()
    rests = after(sitting, segments.rest(sitting, "energy", Month("2027-06")))
    december = begun(finished(rests), "2026-12")
    january = begun(finished(rated(december, "energy", 4, 1)), "2027-01")
    assert segments.resting(january, "energy")


def test_a_rest_can_be_taken_back_in_this_session_and_in_a_later_one() -> None:
    sitting = market()
    rests = after(sitting, segments.rest(sitting, "never", Month("2027-06")))
    assert not segments.resting(after(rests, segments.rest(rests, "never", None)), "never")
    december = begun(finished(rests), "2026-12")
    awake = after(december, segments.rest(december, "never", None))
    assert not segments.resting(awake, "never")
    assert not segments.resting(begun(finished(awake), "2027-01"), "never")


def test_taking_back_no_rest_says_nothing() -> None:
    sitting = market()
    assert segments.review_of(after(sitting, segments.rest(sitting, "never", None)), "never").rest_until is None


def test_one_client_by_choice() -> None:
    sitting = market()
    chosen = after(sitting, segments.choose_one_client(sitting, Month("2027-03")))
    assert chosen.answers.one_client_until == "2027-03"
    assert after(chosen, segments.choose_one_client(chosen, None)).draft == sitting.draft


# --- facts ------------------------------------------------------------------------------------------------------------


def test_the_facts_of_a_segment() -> None:
    sitting = listing(begun(), "A @ Energy", "B @ Energy", "C @ Energy", "D @ Medical")
    energy = segment_of(sitting, "Energy")
    sitting = after(sitting, reality.set_hours(sitting, sitting.rows[0].prospect, 4.5))
    sitting = after(sitting, reality.set_hours(sitting, sitting.rows[1].prospect, "unknown"))
    sitting = after(sitting, obsessions.toggle_parked(sitting, sitting.rows[2].prospect))
    found = segments.facts(sitting, energy)
    assert found == SegmentFacts(2, 4.5, sitting.month)
    assert segments.said_of(found) == "2 obsessions, 4.5 h"
    assert segments.said_of_touch(found, sitting.month) == "last touched this month"


@pytest.mark.parametrize(
    ("name", "nobody", "touched"),
    [
        ("july", "nobody", "last touched July"),
        ("never", "nobody", "never touched"),
        ("energy", "1 obsession", "last touched this month"),
    ],
)
def test_facts_in_words(name: str, nobody: str, touched: str) -> None:
    found = segments.facts(market(), name)
    assert segments.said_of(found) == nobody
    assert segments.said_of_touch(found, market().month) == touched


@pytest.mark.parametrize(("attention", "expected"), [(1, "2026-07"), (2, "2026-11"), (None, "2026-07")])
def test_attention_touches_it_at_once(attention: Rating, expected: str) -> None:
    assert segments.facts(rated(market(), "july", 4, attention), "july").touched == expected


@pytest.mark.parametrize(("outcome", "expected"), [(Outcome.KEPT, "2026-11"), (Outcome.MISSED, "2026-06")])
def test_a_promise_kept_touches_it_at_once(outcome: Outcome, expected: str) -> None:
    past = told(
        month("2026-06", segments=(segment("energy", 3, 3),)),
        month("2026-10", who("acme"), commitments=(promise("call two plants", "energy"),)),
    )
    sitting = begun(past)
    answered = after(sitting, look_back.answer_promise(sitting, "call two plants", outcome))
    assert segments.facts(answered, "energy").touched == expected


# --- neglect ----------------------------------------------------------------------------------------------------------


def test_the_most_neglected_is_the_widest_and_of_equals_the_longest_untouched() -> None:
    sitting = market()
    assert segments.most_neglected(sitting) is None
    sitting = rated(sitting, "june", 4, 2)
    assert segments.most_neglected(sitting) == "june"
    sitting = rated(sitting, "never", 3, 1)
    assert segments.most_neglected(sitting) == "never"
    sitting = rated(sitting, "june", 4, 1)
    assert segments.most_neglected(sitting) == "june"
    assert segments.most_neglected(after(sitting, segments.rest(sitting, "june", Month("2027-02")))) == "never"


@pytest.mark.parametrize(
    ("value", "expected"),
    [(4, "neglected"), (2, "neglected"), (1, "covered"), (0, "covered"), (-1, "covered"), (-2, "crowded"), (None, "")],
)
def test_what_a_difference_means(value: int | None, expected: str) -> None:
    assert segments.word(value) == expected


# --- answers ----------------------------------------------------------------------------------------------------------


def test_one_thing_to_do_somebody_to_meet_and_a_note() -> None:
    sitting = market()
    sitting = after(sitting, segments.say_unmet(sitting, "never", " the lab manager "))
    sitting = after(sitting, segments.say_action(sitting, "never", " call twice "))
    sitting = after(sitting, segments.note(sitting, "never", "a"))
    assert segments.review_of(sitting, "never") == SegmentReview(
        "never", unmet="the lab manager", action="call twice", note="a"
    )
    (raised,) = commit.proposals(sitting)
    assert (raised.text, raised.source.value, raised.about) == ("call twice", "Segments", "never")


def test_both_ratings_are_asked_and_one_thing_to_do_in_the_most_neglected() -> None:
    sitting = rated(listing(begun(), "Acme @ Energy"), "energy", None, None)
    energy = segment_of(sitting, "Energy")
    sitting = rated(sitting, energy, 4, 1)
    asked = [(ask.field, ask.answered) for ask in segments.asks(sitting) if ask.about == energy]
    assert asked == [("potential", True), ("attention", True), ("action", False)]


# --- renaming and merging ---------------------------------------------------------------------------------------------


def test_renaming_a_segment_keeps_its_past() -> None:
    sitting = market()
    renamed = after(sitting, identities.rename_segment(sitting, "july", "Energy & water"))
    assert renamed.segment("july").name == "Energy & water"
    assert segments.facts(renamed, "july").touched == "2026-07"
    assert "name is needed" in refused(identities.rename_segment(sitting, "july", " "))


def test_renaming_into_another_merges_the_two_and_their_answers() -> None:
    sitting = rated(rated(market(), "july", 4, None), "june", 1, 2)
    sitting = after(sitting, segments.say_action(sitting, "june", "call"))
    (raised,) = commit.proposals(sitting)
    sitting = after(sitting, commit.toggle(sitting, raised, new_id))
    merged = after(sitting, identities.rename_segment(sitting, "june", "JULY"))
    assert segments.review_of(merged, "july") == SegmentReview("july", 4, 2, action="call")
    assert "june" not in segments.known_segments(merged)
    assert [each.about for each in merged.answers.commitments] == ["july"]
    (proposal,) = commit.proposals(merged)
    assert proposal.chosen is not None
    assert merged.named.touches["july"] == ("2026-06", "2026-07")


def test_an_answer_about_one_that_was_merged_away_is_the_others() -> None:
    sitting = rated(market(), "july", 4, None)
    merged = after(sitting, identities.rename_segment(sitting, "june", "july"))
    answered = after(merged, segments.say_action(merged, "june", "call"))
    assert answered.answers.segments == (SegmentReview("july", 4, action="call"),)


def test_an_obsession_follows_its_segment() -> None:
    sitting = listing(begun(), "Acme @ Medcial", "Delphi @ Medical")
    merged = after(sitting, identities.rename_segment(sitting, segment_of(sitting, "Medcial"), "Medical"))
    assert len({row.segment for row in merged.rows}) == 1
    assert segments.facts(merged, segment_of(merged, "Medical")).obsessions == 2
