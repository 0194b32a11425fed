"""What the printing commands make of fifteen prospects with wide names, in terminals of any width and in a pipe."""

import os
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pexpect
import pytest

from review import month as months
from review.month import Month
from review.records import Commitment, Decision, End, How, Limit, MoveKind, Session
from store.library import Library
from tests.review.telling import claim, gave, kept, month, moved, segment, told, who
from tests.tui.commands.running import SCRIPT, run
from tui.safe_text import cells

NAMES = [
    "株式会社山田製作所",
    "북한산 로보틱스",
    "上海精密仪器有限公司",
    "Ωmega Βιομηχανία",
    "Acme Robotics",
    "Jürgensen & Söhne Anlagenbau",
    "👩‍🔬 Labs",
    "Société d'électricité du Québec",
    "تجربة",
    "ประเทศไทย",
    *(f"Prospect {at}" for at in range(11, 16)),
]
COMMANDS = [("list",), ("show", "last"), ("findings",), ("trends",), ("trends", "--range", "all")]
COLOURS = re.compile(r"\x1b\[[\d;]*m")


def row(name: str, at: int, place: int) -> Any:
    when = f"{2024 + at // 12}-{at % 12 + 1:02}"
    return who(
        name,
        1 + (at + place) % 5,
        1 + (at * place) % 5,
        hours=float((at + place) % 9),
        money=1234.5,
        energy=1 + place % 5,
        segment=f"区 {place % 4}",
        hope="the whole of a very long retrofit project",
        limit=Limit(hours=3.5, money=200, energy=3),
        given=gave(place % 4),
        moves=(moved(f"{when}-02", MoveKind.ASKED, what="asked for a third workshop, and a fourth"),)
        if place % 3
        else (),
        claims=(claim(f"They are poised to move to the next level, {place}", "2024-01"),),
        decision=Decision.LIMIT if place % 2 else None,
        ended=End(How.PARTED, "no budget") if (at, place) in {(20, 14), (22, 13)} else None,
    )


def session(at: int) -> Session:
    when = months.from_index(months.index(Month("2024-01")) + at)
    listed = [name for place, name in enumerate(NAMES) if (at <= 20 or place != 14) and (at <= 22 or place != 13)]
    return month(
        when,
        *(row(name, at, NAMES.index(name)) for name in listed),
        segments=tuple(segment(f"区 {each}", 1 + (at + each) % 5, 1 + each % 5) for each in range(4)),
        look_back=kept(),
        commitments=(Commitment(f"c{at}", "Write to two test kitchens"),),
        conviction=2,
    )


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("crowded") / "folder"
    history = told(*(session(at) for at in range(24) if at % 7 != 3))
    Library(path, lambda: datetime(2026, 11, 22, 20, tzinfo=UTC)).fill(history)
    return path


def in_terminal(columns: int, *arguments: str) -> list[str]:
    child = pexpect.spawn(SCRIPT, list(arguments), dimensions=(24, columns), encoding="utf-8", env=dict(os.environ))
    text = str(child.read()).replace("\r\n", "\n")
    child.close()
    assert child.exitstatus == 0
    return COLOURS.sub("", text).split("\n")


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_line_fits_the_terminal(command: tuple[str, ...], columns: int, crowded: Path) -> None:
    lines = in_terminal(columns, *command, "--data", str(crowded))
    assert [line for line in lines if cells(line) > columns] == []
    assert "".join(lines).replace("‍", "").isprintable()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_pipe_gets_lines_of_a_page_without_escapes(command: tuple[str, ...], crowded: Path) -> None:
    ended = run(*command, "--data", crowded)
    assert (ended.code, ended.err) == (0, "")
    assert "\x1b" not in ended.out
    assert [line for line in ended.out.splitlines() if cells(line) > 100] == []


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_pipe_gets_lines_as_wide_as_columns_says(command: tuple[str, ...], crowded: Path) -> None:
    lines = run(*command, "--data", crowded, environment={"COLUMNS": "60"}).out.splitlines()
    assert [line for line in lines if cells(line) > 60] == []
    wide = run("list", "--data", crowded, environment={"COLUMNS": "wide"}).out
    assert (
        wide == run("list", "--data", crowded).out == run("list", "--data", crowded, environment={"COLUMNS": "0"}).out
    )


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_no_name_is_lost_where_a_session_is_shown(columns: int, crowded: Path) -> None:
    text = "\n".join(in_terminal(columns, "show", "last", "--data", str(crowded)))
    words = {word for name in NAMES[:13] for word in name.split()}
    assert [word for word in words if word not in text] == []
