"""check: what is wrong, said in lines that fit, and another program's change shown and signed."""

import json
import os
from pathlib import Path

import pexpect
import pytest

from store import schema, tables
from store.difference import Change
from tests.tui.commands.running import SCRIPT, one_line, run
from tui.commands.check import FEW, LONGEST, _changes, _said
from tui.safe_text import cells

SIGNED = "Nothing is wrong"


def unbroken(text: str) -> str:
    """Leave blanks and line breaks out: where a line is wrapped depends on how long the test's own folder is named."""
    return "".join(text.split())


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def edit(folder: Path, before: str, after: str) -> None:
    """Change history.json as another program would."""
    path = folder / "history.json"
    assert before in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")


def test_a_whole_folder(folder: Path) -> None:
    ended = run("check")
    assert (ended.code, unbroken(ended.out), ended.err) == (0, unbroken(f"Nothing is wrong in {folder}."), "")
    facts: dict[str, object] = {"faults": [], "remarks": [], "changes": [], "changes_in": None, "accepted": []}
    assert json.loads(run("check", "--json").out) == facts


@pytest.mark.parametrize("made", [False, True], ids=["no folder", "an empty folder"])
def test_nothing_yet_is_no_fault_and_stays_nothing(made: bool, tmp_path: Path) -> None:
    target = tmp_path / "none"
    if made:
        target.mkdir()
    ended = run("check", "--data", target)
    assert (ended.code, ended.err) == (0, "")
    assert unbroken(ended.out) == unbroken(f"There is nothing to check in {target} yet.")
    assert (list(target.iterdir()) if made else target.exists()) == ([] if made else False)


def test_faults_and_remarks_are_said_and_nothing_is_changed(folder: Path) -> None:
    (folder / "sessions/2026-10.json").unlink()
    (folder / "history (conflicted copy).json").write_bytes(b"{}")
    before = contents(folder)
    ended = run("check")
    assert (ended.code, ended.err) == (1, "")
    wrong, good_to_know = ended.out.split("\nGood to know\n")
    assert wrong.startswith("Wrong\n-----\n\n- sessions/2026-10.json is missing")
    assert "- history (conflicted copy).json looks like" in good_to_know
    assert contents(folder) == before
    facts = json.loads(run("check", "--json").out)
    assert (len(facts["faults"]), len(facts["remarks"])) == (1, 1)


def test_a_remark_alone_is_no_fault(folder: Path) -> None:
    (folder / "history.json.damaged-2025-01-01T00-00-00").write_bytes(b"")
    ended = run("check")
    assert ended.code == 0
    assert ended.out.startswith(SIGNED)
    assert "was set aside earlier" in ended.out


@pytest.mark.parametrize("damage", [b"", b"null", b"\x00garbage"], ids=["empty", "null", "garbage"])
def test_a_damaged_history_is_a_fault_and_nothing_to_accept(damage: bytes, folder: Path) -> None:
    (folder / "history.json").write_bytes(damage)
    before = contents(folder)
    ended = run("check")
    assert ended.code == 1
    assert "2sessioncopies" in unbroken(ended.out)
    ended = run("check", "--accept")
    assert (ended.code, ended.out) == (1, "")
    assert one_line(ended.err)
    assert contents(folder) == before


def test_a_change_by_another_program_is_shown_and_signed(folder: Path) -> None:
    edit(folder, '"Acme Robotics"', '"Acme Robots"')
    ended = run("check")
    assert ended.code == 1
    assert 'In history.json:\n\n- prospects/1/name\n  was: "Acme Robotics"\n  is:  "Acme Robots"\n' in ended.out
    assert unbroken(ended.out).endswith("run:obsess-reviewcheck--accept")
    assert "Acme Robotics" in run("show", "2026-10").out
    ended = run("check", "--accept")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("Taken over\n----------\n\n- prospects/1/name\n")
    assert unbroken(ended.out).endswith(unbroken(f"Nothing is wrong in {folder}."))
    assert "Acme Robots" in run("show", "2026-10").out
    assert [each["event"] for each in json.loads(run("restore", "--json").out)["backups"]][-1] == "beforeaccept"


def test_a_change_that_was_set_aside_is_shown_with_its_file_and_kept_once_taken_over(folder: Path) -> None:
    edit(folder, '"Acme Robotics"', '"Acme Robots"')
    run("backup", environment={"OBSESS_REVIEW_TODAY": "2026-11-22"})
    (name,) = [each.name for each in folder.glob("history.json.damaged-*")]
    time = name.removeprefix("history.json.damaged-")
    ended = run("check")
    assert f"In{name},setasideon{time[:10]}at{time[11:16].replace('-', ':')}:" in unbroken(ended.out)
    assert json.loads(run("check", "--json").out)["changes_in"] == name
    ended = run("check", "--accept")
    assert ended.code == 0
    said = f"obsess-review: {name} is taken over, and kept as backups/accepted-{time}.json."
    assert unbroken(ended.err) == unbroken(said)
    assert (folder / f"backups/accepted-{time}.json").exists()


def test_changes_as_json_hold_the_values_themselves(folder: Path) -> None:
    edit(folder, '"name":"Acme Robotics"', '"name":"Acme Robots","size":{"people":12}')
    changes = json.loads(run("check", "--json").out)["changes"]
    assert changes == [
        {"where": "prospects/1/name", "before": "Acme Robotics", "after": "Acme Robots"},
        {"where": "prospects/1/size", "after": {"people": 12}},
    ]
    facts = json.loads(run("check", "--accept", "--json").out)
    assert (facts["accepted"], facts["changes"], facts["faults"]) == (changes, [], [])


def test_what_another_program_wrote_cannot_act_on_the_terminal(folder: Path) -> None:
    edit(folder, '"name":"Acme Robotics"', '"name":"\\u001b]0;owned\\u0007\u202eevil","\u202e\x9b2J":1')
    for line in (["check"], ["check", "--json"], ["check", "--accept"]):
        out = run(*line).out
        assert "owned" in out
        assert all(character.isprintable() or character == "\n" for character in out)


def test_nothing_to_accept_is_absent(folder: Path) -> None:
    ended = run("check", "--accept")
    assert (ended.code, ended.out) == (1, "")
    assert one_line(ended.err)
    assert "No other program" in ended.err


def test_other_faults_still_count_after_accepting(folder: Path) -> None:
    edit(folder, '"Acme Robotics"', '"Acme Robots"')
    (folder / "draft.json").write_bytes(b"damaged")
    ended = run("check", "--accept")
    assert ended.code == 1
    assert "Taken over" in ended.out
    assert "- draft.json is damaged" in ended.out


def test_a_newer_folder_is_refused_and_left_as_it_is(folder: Path) -> None:
    path = folder / "history.json"
    path.write_bytes(tables.write(tables.read(path.read_bytes()), schema.HISTORY_TABLES, schema.CURRENT + 1))
    before = contents(folder)
    ended = run("check")
    assert (ended.code, ended.out) == (1, "")
    assert one_line(ended.err)
    assert "newer obsess-review" in ended.err
    assert run("check", "--accept").code == 1
    assert {**contents(folder), "lock": b""} == {**before, "lock": b""}


@pytest.mark.parametrize("width", [40, 60, 80])
def test_in_a_terminal_lines_fit(width: int, folder: Path) -> None:
    edit(folder, '"Acme Robotics"', f'"{"Acme Robots " * 40}"')
    (folder / "sessions/2026-10.json").unlink()
    child = pexpect.spawn(SCRIPT, ["check"], dimensions=(24, width), encoding="utf-8", env=dict(os.environ))
    text = child.read().replace("\r\n", "\n")
    child.close()
    assert child.exitstatus == 1
    assert "Acme Robots" in text
    assert max(map(cells, text.split("\n"))) <= width


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Change("sessions/202610/versions/0/answers/line", '"a"', "null"), "October 2026: versions/0/answers/line"),
        (Change("sessions/202610", "{}", None), "October 2026, the whole session"),
        (Change("sessions/1", None, "1"), "sessions/1"),
        (Change("goals", "1", "2"), "goals"),
    ],
)
def test_where_a_change_is(change: Change, said: str) -> None:
    first, was, now = _said(change).split("\n")
    assert first == said
    assert was == f"was: {change.before or '(not there)'}"
    assert now == f"is:  {change.after or '(not there)'}"


def test_long_values_and_many_changes_are_cut_short_for_people() -> None:
    long = Change("goals/1", None, "x" * (LONGEST + 1))
    assert _said(long).endswith("x…")
    assert len(_said(long).splitlines()[-1]) == len("is:  ") + LONGEST + 1
    shown = [*_changes([long] * (FEW + 2))]
    assert repr(shown[-1]) == "Paragraph(text='2 more changes; with --json you see all.')"
