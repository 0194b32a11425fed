"""The main job: October and November typed into the installed command with keys only, and both exported."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.end_to_end import answered, markdown, ritual
from tests.end_to_end.command import Open, Run
from tests.end_to_end.two_typed_months import (
    ACME,
    BOREALIS,
    CALDER,
    DELPHI,
    ELM,
    FJORD,
    FOOD,
    MEDICAL,
    NOVEMBER,
    OCTOBER,
    PUBLIC,
    RAIL,
)
from tests.end_to_end.typist import THOROUGH

IN_OCTOBER, IN_NOVEMBER = "2026-10-31", "2026-11-30"


@dataclass(frozen=True)
class Told:
    """What `show --json` says of a month, by the names that were typed."""

    whole: dict[str, Any]

    @property
    def answers(self) -> dict[str, Any]:
        found: dict[str, Any] = self.whole["answers"]
        return found

    def _id(self, table: str, name: str) -> str:
        found: str = next(each["id"] for each in self.whole[table] if each["name"] == name)
        return found

    def row(self, name: str) -> dict[str, Any]:
        wanted = self._id("prospects", name)
        found: dict[str, Any] = next(row for row in self.answers["obsessions"] if row["prospect"] == wanted)
        return {key: value for key, value in found.items() if key != "prospect"}

    def measured(self, name: str) -> dict[str, Any]:
        found: dict[str, Any] = next(each for each in self.whole["prospects"] if each["name"] == name)
        return found

    def segment(self, name: str) -> dict[str, Any]:
        wanted = self._id("segments", name)
        found: dict[str, Any] = next(each for each in self.answers["segments"] if each["segment"] == wanted)
        return {key: value for key, value in found.items() if key != "segment"}


def without_ids(value: Any) -> Any:
    """Give records without their random ids."""
    if isinstance(value, list):
        return [without_ids(each) for each in value]
    if isinstance(value, dict):
        return {key: without_ids(each) for key, each in value.items() if key != "id"}
    return value


@pytest.mark.timeout(180)  # two whole sessions, on a machine however busy
@pytest.mark.parametrize(("columns", "lines"), [(80, 24), *([(120, 40)] if THOROUGH else [])])
def test_october_and_november_typed_into_the_installed_command(
    terminal: Open, run: Run, data: Path, tmp_path: Path, columns: int, lines: int
) -> None:
    october = terminal(columns=columns, lines=lines, OBSESS_REVIEW_TODAY=IN_OCTOBER)
    october.wait_for("Enter  Begin the October review")
    october.press("enter")
    ritual.whole(october, OCTOBER, new=OCTOBER.people)
    october.wait_until(lambda: answered.whole(data), "a question was left open")
    ritual.finish(october)
    print(f"first session, 5 prospects in 4 segments: {october.presses} of 200 keys")  # noqa: T201 - for pytest -rP
    assert october.presses <= 200

    told = Told(json.loads(run("show", "2026-10", "--json").stdout))
    check_october(told)
    assert run("show", "2026-11").returncode == 1
    finished = sorted(path.relative_to(data).as_posix() for path in data.rglob("*.json"))
    assert finished == ["backups/" + each.name for each in (data / "backups").iterdir()] + [
        "history.json",
        "sessions/2026-10.json",
    ]

    november = terminal("begin", columns=columns, lines=lines, OBSESS_REVIEW_TODAY=IN_NOVEMBER)
    ritual.whole(november, NOVEMBER, new=NOVEMBER.people[-1:])
    ritual.finish(november)

    check_november(Told(json.loads(run("show", "2026-11", "--json", OBSESS_REVIEW_TODAY=IN_NOVEMBER).stdout)))
    assert Told(json.loads(run("show", "2026-10", "--json").stdout)) == told

    paper = tmp_path / "october.md"
    assert run("export", "2026-10", "--output", str(paper)).returncode == 0
    assert paper.stat().st_mode & 0o777 == 0o600
    check_october_on_paper(paper.read_text("utf-8"))
    check_november_on_paper(run("export", OBSESS_REVIEW_TODAY=IN_NOVEMBER).stdout)


# -- October -----------------------------------------------------------------------------------------------------------


def check_october(told: Told) -> None:
    assert without_ids(told.row(ACME)) == {
        "segment": told._id("segments", MEDICAL),
        "hope": "the retrofit project",
        "since": "2026-03",
        "yours": 5,
        "theirs": 2,
        "moves": [
            {"on": "2026-10-12", "kind": "replied", "asked_for": True, "what": "answered after two reminders"},
        ],
        "reason": "budget cycle",
        "hours": 11,
        "energy": 4,
        "money": 120,
        "given": [{"what": "drawings", "count": 2}, {"what": "a workshop"}],
        "claims": [
            {"text": "the board has approved it", "heard": "2026-10"},
            {
                "text": "their old vendor left",
                "heard": "2026-10",
                "state": "confirmed",
                "checked_on": "2026-10-31",
                "by": "a mail from them",
            },
        ],
        "why_us": "their last vendor went quiet",
        "signs": {"adversarial": "no", "new_vendor": "some", "nobody": "clear"},
        "decision": "limit",
        "limit": {"hours": 4},
        "rules": [{"state": "nobody names who signs", "by": "2026-11-16", "action": "stop all drawings"}],
    }
    assert without_ids(told.row(BOREALIS)) == {
        "segment": told._id("segments", MEDICAL),
        "hope": "a pilot ward",
        "since": "2026-08",
        "dream": True,
        "yours": 3,
        "theirs": 4,
        "moves": [
            {"on": "2026-10-20", "kind": "did homework", "asked_for": False, "what": "sent their floor plan"},
        ],
        "hours": 2.5,
        "energy": 2,
    }
    delphi = without_ids(told.row(DELPHI))
    assert (delphi["hope"], delphi["since"], delphi["moves"]) == ("a <test> line", "2026-05", [])
    assert (delphi["reason"], delphi["decision"], delphi["limit"]) == ("don't know", "check first", {"hours": 2})
    assert delphi["signs"] == {"adversarial": "some", "new_vendor": "clear", "nobody": "unknown"}
    elm = told.row(ELM)
    assert (elm["hours"], elm["energy"], elm["yours"], elm["theirs"]) == ("unknown", "unknown", 3, 3)
    check_october_as_a_whole(told)


def check_october_as_a_whole(told: Told) -> None:
    gaps = {name: told.measured(name)["gap"] for name in (ACME, BOREALIS, CALDER, DELPHI, ELM)}
    assert {name: (gap["said"], gap["counted"]) for name, gap in gaps.items()} == {
        ACME: (3, 3),
        BOREALIS: (-1, -1),
        CALDER: (-2, -1),
        DELPHI: (3, 3),
        ELM: (0, 0),
    }
    assert told.segment(PUBLIC) == {
        "potential": 5,
        "attention": 1,
        "unmet": "the head of works",
        "action": "write to [her](https://example.org) # soon",
    }
    rated = {name: (told.segment(name)["potential"], told.segment(name)["attention"]) for name in (MEDICAL, RAIL, FOOD)}
    assert rated == {MEDICAL: (3, 5), RAIL: (4, 3), FOOD: (2, 3)}
    goal = without_ids(told.whole["goals"])
    assert goal == [
        {
            "title": "The Mom Test",
            "kind": "book",
            "done_when": "notes on every chapter",
            "target_steps": 10,
            "by": "2026-12",
        }
    ]
    steps = [(each["i_will"], each["when"]) for each in told.answers["learning"]]
    assert steps == [("read chapter one", "the train leaves")]
    assert [each["text"] for each in told.answers["commitments"]] == [
        "write to [her](https://example.org) # soon",
        f"At most 4 h for {ACME} until they move",
        f"Ask {BOREALIS} what they need, and by when",
    ]
    assert (told.answers["conviction"], told.answers["line"]) == (2, "I chase what I fear to lose.")


def check_october_on_paper(text: str) -> None:
    front = yaml.safe_load(text.split("---\n")[1])
    assert (front["month"], front["one_way_streets"], front["unpaid_hours"]) == ("2026-10", 2, 20.5)
    tables, said = markdown.tables(text), markdown.paragraphs(text)
    assert [row[0] for row in tables["Obsessions"][1:]] == [ACME, BOREALIS, CALDER, DELPHI, ELM]
    assert tables["Obsessions"][4][1:3] == [FOOD, "a <test> line"]
    assert tables["Urgency"][1:] == [
        [ACME, "5 obsessed", "2 reactive", "+3", "one-way street"],
        [BOREALIS, "3 keen", "4 moving", "-1", "they lead"],
        [CALDER, "2 interested", "4 moving", "-2, counts as -1", "they lead"],
        [DELPHI, "4 eager", "1 silent", "+3", "one-way street"],
        [ELM, "3 keen", "3 willing", "0", "level"],
    ]
    assert tables["Reality"][1] == [ACME, "11 h", "€120", "4 tiring", "limit", "4 h a month"]
    assert tables["Reality"][4] == [DELPHI, "6 h", "", "5 drains you", "check first", "2 h a month"]
    assert tables["Reality"][5][1:4] == ["unknown", "", "unknown"]
    assert "Stop rule: If nobody names who signs by 16 November 2026, I will stop all drawings" in said[ACME]
    assert "Stop rule: If no date by then by 16 November 2026, I will close the file" in said[DELPHI]
    assert [row[0] for row in tables["Segments"][1:]] == [MEDICAL, RAIL, FOOD, PUBLIC]
    assert f"{PUBLIC}, one thing to do: write to [her](https://example.org) # soon" in said["Segments"]
    assert "The Mom Test: book" in said["Learning"][0]
    assert said["Commit"][:3] == [
        "write to [her](https://example.org) # soon",
        f"At most 4 h for {ACME} until they move (until the next review)",
        f"Ask {BOREALIS} what they need, and by when",
    ]
    assert any("a one-way street" in each for each in said["To act on"])
    assert set(markdown.kinds(text)) <= {"text", "text_special"}


# -- November ----------------------------------------------------------------------------------------------------------


def check_november(told: Told) -> None:
    looked_back = told.answers["look_back"]
    outcomes = [each["outcome"] for each in looked_back["promises"]]
    assert outcomes == ["kept", "partly", "missed"]
    assert [each["outcome"] for each in looked_back["rules"]] == ["it didn't, so I do it", "it happened"]
    assert looked_back["unheard"] == "nobody"
    assert told.row(CALDER)["ended"] == {"how": "signed", "reason": "the board | chose us"}
    assert told.row(DELPHI)["ended"] == {"how": "you parted", "reason": "no budget"}
    acme = without_ids(told.row(ACME))
    assert (acme["hope"], acme["since"]) == ("the retrofit project", "2026-03")
    assert [(claim["text"], claim["state"], claim["by"]) for claim in acme["claims"]] == [
        ("the board has approved it", "contradicted", "the board's minutes")
    ]
    in_force = told.measured(ACME)["limit_in_force"]
    assert (in_force["hours"], in_force["hours_over"], acme["limit"]) == (4, 5, {"hours": 1})
    assert without_ids(told.row(BOREALIS)["moves"]) == [
        {
            "on": "2026-11-09",
            "kind": "named a date in their world",
            "asked_for": False,
            "what": "their board meets",
            "ahead": "2027-03-01",
        }
    ]
    assert (told.row(ELM)["yours"], told.row(ELM)["theirs"]) == ("unknown", "unknown")
    assert (told.row(FJORD)["hours"], told.row(FJORD)["segment"]) == (1.5, told._id("segments", RAIL))
    assert [each["progress"] for each in told.answers["learning"]] == [3]
    assert len(told.answers["commitments"]) == 1
    assert (told.answers["conviction"], told.answers["line"]) == (4, "One thing at a time.")


def check_november_on_paper(text: str) -> None:
    tables, said = markdown.tables(text), markdown.paragraphs(text)
    rated = {row[0]: row[1:] for row in tables["Urgency"][1:]}
    assert rated[ACME] == ["5 obsessed", "1 silent", "+4", "one-way street"]
    assert rated[BOREALIS] == ["3 keen", "5 committed", "-2", "they lead"]
    assert rated[ELM][:2] == ["unknown", "unknown"]
    costs = {row[0]: row[1:] for row in tables["Reality"][1:]}
    assert costs[ACME][-2:] == ["reframe", "1 h a month"]
    assert costs[DELPHI][-2:] == ["part ways", ""]
    states = {row[0]: row[4] for row in tables["Obsessions"][1:]}
    assert (states[CALDER], states[DELPHI]) == ("signed: the board | chose us", "you parted: no budget")
    assert said["Look back"][1:5] == [
        f"It happened: {DELPHI}: If no date by then by 16 November 2026, I will close the file",
        "Kept: write to [her](https://example.org) # soon",
        f"Partly: At most 4 h for {ACME} until they move",
        f"Missed: Ask {BOREALIS} what they need, and by when",
    ]
    assert f"{ACME} cost you more than your limit: 9 h of 4 h." in " ".join(said["To act on"])
    assert "The Mom Test: book; 3 of 10" in said["Learning"][0]
    assert said["Commit"][0] == f"Offer {ACME} something smaller, and paid"
