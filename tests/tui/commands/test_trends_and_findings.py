"""trends and findings: what they print for people and for programs."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pexpect
import pytest

from review import demo
from review.findings.lines import HEADINGS
from review.month import Month
from review.records import Limit
from review.trends.views import VIEWS
from store.library import Library
from tests.review.telling import month, told, who
from tests.tui.commands.running import SCRIPT, one_line, run
from tests.two_months import TROUBLE
from tui.safe_text import cells

COLOURS = re.compile(r"\x1b\[[\d;]*m")


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made-up") / "folder"
    Library(path, lambda: datetime(2026, 11, 22, 20, tzinfo=UTC)).fill(demo.history(Month("2026-10")))
    return path


def in_terminal(*arguments: str, columns: int = 80, environment: Mapping[str, str] | None = None) -> str:
    whole = {**os.environ, **(environment or {})}
    child = pexpect.spawn(SCRIPT, list(arguments), dimensions=(24, columns), encoding="utf-8", env=whole)
    text = child.read().replace("\r\n", "\n")
    child.close()
    assert child.exitstatus == 0
    return text


def test_trends_prints_all_eight_views(made_up: Path) -> None:
    ended = run("trends", "--data", made_up)
    assert (ended.code, ended.err) == (0, "")
    lines = ended.out.splitlines()
    at = [lines.index(f"{view.name}  November 2025 – October 2026, 11 sessions") for view in VIEWS]
    assert at == sorted(at)
    assert "\x1b" not in ended.out
    assert max(map(cells, lines)) <= 100


def test_trends_prints_one_view_over_a_range(made_up: Path) -> None:
    ended = run("trends", "--view", "obsessions", "--range", "all", "--data", made_up)
    assert ended.out.startswith("Obsessions  November 2024 – October 2026, 20 sessions\n")
    assert "Juno Aero" in ended.out
    assert "In how many baskets" not in ended.out


@pytest.mark.parametrize("arguments", [("--view", "nothing"), ("--range", "13")])
def test_trends_refuses_what_it_does_not_know(arguments: tuple[str, str], made_up: Path) -> None:
    ended = run("trends", *arguments, "--data", made_up)
    assert ended.code == 2
    assert ended.out == ""
    assert one_line(ended.err)


def test_trends_as_json_has_every_view_with_units_in_the_names(made_up: Path) -> None:
    pages = json.loads(run("trends", "--json", "--data", made_up).out)
    assert [each["view"] for each in pages] == [view.key for view in VIEWS]
    hours = next(each for each in pages if each["view"] == "hours")
    points = hours["blocks"][0]["series"][0]["points"]
    assert points[0] == {"month": "2025-11", "unpaid_hours": 38.0, "skipped": False}
    assert points[4] == {"month": "2026-03", "unpaid_hours": None, "skipped": True}


def test_trends_of_nothing_says_what_will_stand_there() -> None:
    ended = run("trends", "--view", "gap")
    assert ended.code == 0
    assert "Nothing yet. After your first review this shows" in ended.out
    assert json.loads(run("trends", "--view", "gap", "--json").out)[0]["blocks"] == []


@pytest.mark.parametrize("command", [("trends", "--range", "all"), ("findings",)])
@pytest.mark.parametrize("columns", [50, 80])
def test_in_a_terminal_there_is_colour_and_every_line_fits(
    columns: int, command: tuple[str, ...], made_up: Path
) -> None:
    text = in_terminal(*command, "--data", str(made_up), columns=columns)
    assert COLOURS.search(text)
    plain = COLOURS.sub("", text)
    assert plain.replace("\n", "").isprintable()
    assert max(map(cells, plain.split("\n"))) <= columns


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colour_can_be_refused(environment: dict[str, str], made_up: Path) -> None:
    assert "\x1b" not in in_terminal("findings", "--data", str(made_up), environment=environment)


@pytest.mark.parametrize("command", ["trends", "findings"])
def test_names_cannot_act_on_the_terminal(command: str, folder: Path) -> None:
    text = COLOURS.sub("", in_terminal(command, columns=120))
    assert text.replace("\n", "").replace("‍", "").isprintable()
    assert TROUBLE[:4] in text or command == "findings"


@pytest.mark.parametrize("command", ["trends", "findings"])
def test_no_screen_is_loaded(command: str, made_up: Path) -> None:
    code = (
        "import sys; from tui.__main__ import run; "
        f"run(['{command}', '--data', {str(made_up)!r}]); "
        "sys.stderr.write(' '.join(each for each in ('textual', 'rich', 'numpy', 'tinydb') if each in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stderr == ""


def test_months_and_yes_or_no_are_such_for_programs(made_up: Path) -> None:
    views = ("record", "clients", "learning")
    pages = [json.loads(run("trends", "--view", each, "--json", "--data", made_up).out)[0] for each in views]
    tables = {block["table"]: block["rows"] for page in pages for block in page["blocks"] if "table" in block}
    hartmann = next(row for row in tables["let_go"] if row["prospect"] == "Hartmann Pumps")
    assert (hartmann["let_go_in"], hartmann["came_back"]) == ("2025-09", False)
    dated = [("limited", "limited_in"), ("moved", "month"), ("clients", "last_reviewed"), ("goals", "since")]
    for table, key in dated:
        assert all(row[key] is None or re.fullmatch(r"\d{4}-\d{2}", row[key]) for row in tables.get(table, ())), table
    printed = run("trends", "--view", "record", "--data", made_up).out
    assert re.search(r"Hartmann Pumps +September 2025 +\d+ h +no\b", printed)


def test_findings_prints_the_last_session_good_news_first(made_up: Path) -> None:
    ended = run("findings", "--data", made_up)
    assert (ended.code, ended.err) == (0, "")
    text = ended.out
    assert text.startswith("What October 2026 showed\n\nGood news\n\n+ Calder Rail: limit held\n")
    assert text.index("+ Calder Rail") < text.index("- Acme Robotics: one-way street, 8th month")
    assert "  · Yours 5, theirs 2: a gap of +3\n" in text
    assert "\nThe symptoms\n" in text
    assert "  Present: one-way street" in text


def test_findings_are_grouped_by_what_they_ask_with_all_good_news_together(tmp_path: Path) -> None:
    library = Library(tmp_path / "many", lambda: datetime(2026, 11, 30, 20, tzinfo=UTC))
    held = [who(f"Held {at}", 3, 3, hours=1.0, limit=Limit(hours=4)) for at in range(4)]
    troubled = [who(f"Troubled {at}", 5, 1) for at in range(5)]
    library.fill(told(month("2026-10", *held, *troubled), month("2026-11", *held, *troubled)))
    lines = run("findings", "--data", tmp_path / "many").out.splitlines()
    marks = [each[0] for each in lines if each[:2] in {"+ ", "- ", "! "}]
    assert re.fullmatch(r"\+{4}-{5}!+", "".join(marks))
    assert [each for each in lines if each in HEADINGS.values()] == ["Good news", "To act on", "To look at"]


def test_findings_say_nothing_twice_about_one_of_them(made_up: Path) -> None:
    for group in run("findings", "--data", made_up).out.split("\n\n")[1:]:
        first, *rest = group.split("\n")
        sentences = [each.strip(" ·.") for each in rest]
        assert first[2:] not in sentences
        assert len(set(sentences)) == len(sentences)
    assert "\n+ Two of three promises kept\n  · 2 kept, 1 missed\n" in run("findings", "--data", made_up).out


def test_findings_of_a_named_month_and_as_json(made_up: Path) -> None:
    assert run("findings", "september", "--data", made_up).out.startswith("What September 2026 showed\n")
    told = json.loads(run("findings", "2026-10", "--json", "--data", made_up).out)
    assert told["month"] == "2026-10"
    acme = next(each for each in told["findings"] if each["kind"] == "limit broken")
    assert (acme["level"], acme["about"]["kind"], acme["about"]["name"]) == ("act", "prospect", "Acme Robotics")
    assert (acme["values"]["hours_spent"], acme["values"]["hours_allowed"]) == (9.0, 4.0)
    assert len(told["syndrome_sheet"]) == 8


@pytest.mark.parametrize(("month", "code"), [("2026-13", 2), ("2027-01", 2), ("2020-01", 1)])
def test_findings_of_a_month_that_is_not_there(month: str, code: int, made_up: Path) -> None:
    ended = run("findings", month, "--data", made_up)
    assert (ended.code, ended.out) == (code, "")
    assert one_line(ended.err)


def test_findings_before_the_first_session_says_how_to_begin() -> None:
    ended = run("findings")
    assert ended.code == 1
    assert "Begin one with: obsess-review begin" in ended.err
