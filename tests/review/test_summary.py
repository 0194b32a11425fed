"""The summary says everything that was answered, by its name, and nothing that was not."""

from collections.abc import Iterator
from itertools import pairwise

import msgspec
import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from review.exports import markdown
from review.history import History
from review.month import Month
from review.records import Answers, Obsession, Version
from review.ritual import steps
from review.summary import facts, summary
from review.summary.document import Block, Bullets, Document, Facts, Heading, Paragraph, Table
from tests.review.telling import month, segment, told, who
from tests.two_months import NOTE, NOVEMBER, OCTOBER, TROUBLE, history

READER = MarkdownIt("commonmark").enable("table")


def of(month: Month, currency: str = "€") -> Document:
    past = history()
    session = past.session(month)
    assert session is not None
    return summary.of_session(past, session, currency)


def texts(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text) | Paragraph(text=text):
            yield text
        case Bullets(items=items):
            yield from items
        case Facts(pairs=pairs):
            yield from (f"{label}: {value}" for label, value in pairs)
        case Table(columns=columns, rows=rows):
            yield from (" | ".join(row) for row in (columns, *rows))


def lines(document: Document) -> list[str]:
    return [line for block in document.blocks for line in texts(block)]


def sections(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 2]


def test_sections_stand_in_the_order_of_the_steps_after_the_findings() -> None:
    titles = [step.title for step in steps.ALL]
    assert sections(of(OCTOBER)) == ["Findings", *titles[1:], "Syndrome sheet"]  # a first session has no look back
    assert sections(of(NOVEMBER)) == [
        "Findings",
        "Since October 2026",
        *titles[:-1],
        "Syndrome sheet",
        "What letting go cost you",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "October 2026",
        (
            "Reviewed on Monday 2 November 2026, in 12 minutes.\n"
            "Corrected on Wednesday 4 November 2026: forgot Delphi\n"
            "The correction changed: Acme Robotics added; Borealis Health added; Calder Rail added; "
            "Delphi Foods added; four more."
        ),
        "Acme Robotics | medical devices | the retrofit project | March 2026, 8th month | ",
        "Borealis Health | medical devices |  | October 2026, 1st month | dream client",
        "Calder Rail | rail | the depot | October 2026, 1st month | client",
        "Delphi Foods | food |  | October 2026, 1st month | parked",
        "Acme Robotics | 5 obsessed | 4 moving | +1, counts as +2 | not shown yet",
        "Calder Rail | 2 interested | 5 committed | -3 | they lead",
        f"{TROUBLE} | 4 eager | unknown |  | ",
        "Acme Robotics | 11 h | €120 | 4 tiring | limit | 4 h a month and energy at most 3",
        f"{TROUBLE} | unknown |  |  |  | ",
        "Stop rule: If Acme names no date by 13 November 2026, I will tell them I stop drawing",
        "What they did: 12 October 2026, replied, when you asked: answered after two reminders",
        "What they did: nothing",
        "Why they may not be in a hurry: budget cycle: they budget in January",
        "What you gave unpaid: 2 drawings and workshop",
        "Why they say they came to you, and why now: Their last vendor went quiet",
        "Nightmare signs: Adversarial: no; New vendor, no change: some; Nobody behind it: clear",
        "They told you: The board has approved it (not checked)",
        f"Note: {NOTE}",
        "public sector | 4 large | 1 none | +3 neglected | nobody | never",
        "Neglected: public sector.",
        "public sector, who you have not met: the head of works",
        "public sector, one thing to do: write to her",
        "public sector, note: new law",
        (
            "The Mom Test: book; 3 of 8; done when I can retell every chapter; by December 2026; "
            "I will read chapter 4 when the train leaves"
        ),
        "At most 4 h for Acme until they move (until the next review)",
        "write to her (by 20 November 2026)",
        "From fear or from conviction: 2 more fear",
        "To yourself: I chase what I fear to lose.",
    ],
)
def test_october_says(line: str) -> None:
    assert line in lines(of(OCTOBER))


@pytest.mark.parametrize(
    "line",
    [
        (
            "It didn't, so I do it: Acme Robotics: If Acme names no date by 13 November 2026, "
            "I will tell them I stop drawing (on the phone)"
        ),
        "Missed: At most 4 h for Acme until they move (7 h over)",
        "Kept: write to her",
        "The client who has not heard from you since: Calder Rail",
        "Acme Robotics | medical devices | the retrofit project | March 2026, 9th month | you parted: no budget",
        "Acme Robotics | 3 keen | 1 silent | +2 | one-way street",
        "Borealis Health | 4 eager | 4 moving | 0 | level",
        "Acme Robotics | 11 h | 7 h over 4 h and energy 2 over 3 | 5 drains you | part ways",
        "How it ended: you parted: no budget",
        "They told you: The board has approved it (contradicted on 5 November 2026): the board's own minutes",
        "What they did: 9 November 2026, named a date in their world, unasked, for 1 March 2027",
        "public sector, rests until: February 2027",
        "The Mom Test: book; 8 of 8; finished; done when I can retell every chapter; by December 2026",
    ],
)
def test_november_says(line: str) -> None:
    assert line in lines(of(NOVEMBER))


def test_a_resting_segment_is_not_called_neglected() -> None:
    assert not any(line.startswith("Neglected: ") for line in lines(of(NOVEMBER)))


def test_two_lists_never_stand_one_after_the_other() -> None:
    """In markdown they would become one."""
    blocks = [*of(OCTOBER).blocks, *of(NOVEMBER).blocks]
    points = [isinstance(block, Facts) or (isinstance(block, Bullets) and not block.numbered) for block in blocks]
    assert not any(one and other for one, other in pairwise(points))


def test_columns_that_say_nothing_are_left_out() -> None:
    tables = [block for block in of(NOVEMBER).blocks if isinstance(block, Table)]
    assert all(any(row[at] for row in table.rows) for table in tables for at in range(1, len(table.columns)))
    assert not any("Money" in table.columns for table in tables)


def test_a_session_without_answers_is_its_heading_alone() -> None:
    past = history()
    blank = msgspec.structs.replace(past.sessions[1], versions=(_version(Answers()),))
    document = summary.of_session(past.having(blank), blank)
    assert {"Obsessions", "Urgency", "Reality", "Segments", "Commit"}.isdisjoint(sections(document))


def test_names_alone_are_enough() -> None:
    named = History((), history().prospects)
    only = msgspec.structs.replace(history().sessions[0], versions=(_version(Answers(obsessions=(Obsession("p1"),))),))
    document = summary.of_session(named.having(only), only)
    assert lines(document)[2:5] == [
        "Obsessions",
        "Prospect | On the list since",
        "Acme Robotics | October 2026, 1st month",
    ]


def _version(answers: Answers) -> Version:
    return Version(history().sessions[1].newest.at, history().sessions[1].on, answers)


def test_properties_are_flat_and_leave_out_what_is_not_known() -> None:
    properties = dict(of(OCTOBER).properties)
    assert properties["month"] == "2026-10"
    assert properties["prospects"] == ("Acme Robotics", "Borealis Health", "Calder Rail", "Delphi Foods", TROUBLE)
    assert properties["mean_gap_steps"] == -0.3
    assert not {"unpaid_hours", "baskets"} & set(properties)  # of too few known
    assert dict(of(NOVEMBER).properties)["unpaid_hours"] == 17
    assert properties["one_way_streets"] == 0
    assert "conviction" not in dict(of(NOVEMBER).properties)


def test_as_markdown_every_text_is_seen_as_it_was_typed() -> None:
    past = history()
    text = markdown.written(past, past.sessions)
    tokens = READER.parse(text.split("---\n", 2)[2])
    shown = ["".join(_shown(token.children or [])) for token in tokens if token.type == "inline"]
    assert TROUBLE in shown
    assert f"Note: {NOTE}" in shown
    assert sum(token.type == "heading_open" for token in tokens) == sum(
        isinstance(block, Heading) for month in (OCTOBER, NOVEMBER) for block in of(month).blocks
    )


def _shown(children: list[Token]) -> Iterator[str]:
    for child in children:
        yield "\n" if child.type in {"hardbreak", "softbreak"} else child.content


def test_several_sessions_share_one_front_matter() -> None:
    past = history()
    text = markdown.written(past, past.sessions)
    assert text.startswith('---\nfrom: "2026-10"\nto: "2026-11"\nsessions: 2\n')
    assert text.count("\n# ") == 2


def test_the_facts_hold_every_answer_of_every_version() -> None:
    past = history()
    for session in past.sessions:
        found = facts.of_session(past, session)
        assert msgspec.convert(found["answers"], Answers) == session.answers
        earlier = found["earlier_versions"]
        assert isinstance(earlier, list)
        kept = [msgspec.convert(version["answers"], Answers) for version in earlier]
        assert kept == [version.answers for version in session.versions[:-1]]


def test_segments_that_a_merge_made_one_are_told_once() -> None:
    both = month(
        "2026-10",
        who("acme", segment="Power"),
        who("borealis", segment="Energy"),
        segments=(segment("Power", 4, None), segment("Energy", None, 1)),
    )
    found = msgspec.to_builtins(facts.of_session(told(both, merged={"Power": "Energy"}), both))
    assert [(each["id"], each["name"], each["neglect"]) for each in found["segments"]] == [("Energy", "Energy", 3)]


def test_the_facts_name_and_measure() -> None:
    past = history()
    found = msgspec.to_builtins(facts.of_session(past, past.sessions[1]))
    acme, borealis = found["prospects"]
    assert (acme["name"], acme["segment"], acme["months_on_list"]) == ("Acme Robotics", "medical devices", 9)
    assert acme["gap"] == {"said": 2, "counted": 2, "counted_theirs": 1, "band": "one-way street"}
    assert (acme["limit_in_force"]["held"], acme["limit_in_force"]["hours_over"]) == (False, 7)
    assert borealis["limit_in_force"] is None
    assert [(each["name"], each["neglect"]) for each in found["segments"]] == [
        ("public sector", 2),
        ("medical devices", None),
    ]
    assert "goal finished" in {each["kind"] for each in found["findings"]}
    assert len(found["syndrome_sheet"]) == 8
    assert found["figures"]["promises_kept_share"] == 0.5
