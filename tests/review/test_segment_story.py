"""What is known of a segment: how it was rated, when it was touched, who is there, what was promised."""

from msgspec import structs

from review.records import UNKNOWN, LookBack, Outcome, PromiseAnswer
from review.segment_story import known_of
from tests.review.telling import month, promise, segment, told, who


def test_a_segment_nobody_was_in_tells_whom_you_have_not_met_and_what_you_promised() -> None:
    first = month(
        "2026-08",
        who("Acme"),
        segments=(segment("Universities", 5, 1, unmet="the two deans", action="Write to one dean"),),
        commitments=(promise("Write to one dean", "Universities"),),
    )
    kept = LookBack(promises=(PromiseAnswer("Write to one dean", Outcome.MISSED, "no time"),))
    second = month("2026-10", who("Acme"), look_back=kept, segments=(segment("Universities", 4, 1, note="Spring"),))
    assert [(each.about, each.text) for each in known_of(told(first, second), "Universities")] == [
        (None, "Potential 4, attention 1 in October 2026."),
        (None, "Never touched."),
        (None, "Not met yet: the two deans (August 2026)"),
        (None, "Could be done: Write to one dean (August 2026)"),
        (None, "Promised: Write to one dean (August 2026): missed: no time"),
        (None, "Note: Spring (October 2026)"),
        (None, "Nobody of it was ever on your list."),
    ]


def test_a_segment_with_obsessions_names_them_newest_first_after_when_it_was_touched() -> None:
    history = told(
        month("2026-08", who("Acme", segment="Labs")),
        month("2026-09", who("Acme", segment="Labs"), who("Brook", segment="Dairies")),
        month("2026-10", who("Calder", segment="Laboratories"), commitments=(promise("Visit Calder", "Labs"),)),
        merged={"Laboratories": "Labs"},
    )
    assert [(each.about, each.text) for each in known_of(history, "Laboratories")] == [
        (None, "Touched last in October 2026."),
        (None, "Promised: Visit Calder (October 2026): open until the next review"),
        ("Calder", "Calder: October 2026"),
        ("Acme", "Acme: August 2026 to September 2026"),
    ]


def test_what_is_not_known_is_said_so_and_what_was_said_twice_once() -> None:
    review = segment("Labs", UNKNOWN, None, unmet="their head", rest_until="2027-03")
    again = structs.replace(review, rest_until=None)
    history = told(month("2026-09", segments=(again,)), month("2026-10", segments=(review,)))
    assert [each.text for each in known_of(history, "Labs")] == [
        "Potential unknown in October 2026.",
        "Rests until March 2027.",
        "Never touched.",
        "Not met yet: their head (October 2026)",
        "Nobody of it was ever on your list.",
    ]
