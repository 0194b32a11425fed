"""Every key of every JSON stands in docs/commands.md, and every key that stands there is real."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from review import demo
from review.month import Month
from review.records import Draft, Place
from store.library import Library
from tests.review.findings.test_values import EXAMPLES
from tests.tui.commands.running import run

DOCS = (Path(__file__).parents[3] / "docs" / "commands.md").read_text("utf-8")
KEY = re.compile(r"`([^`]+)`")
OPAQUE = {"answers", "values"}
"""What is kept as it was answered, and what differs by kind."""


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The made-up history, and another with a correction in progress."""
    made = [tmp_path_factory.mktemp("documented") / name for name in ("plain", "with a draft")]
    libraries = [Library(path, lambda: datetime(2026, 11, 22, 20, tzinfo=UTC)) for path in made]
    for each in libraries:
        each.fill(demo.history(Month("2026-10")))
    libraries[1].save_draft(Draft(Month("2026-10"), Place("segments"), amends=True, reviewed_on=date(2026, 10, 31)))
    return made


def section(title: str) -> str:
    return DOCS.split(f"\n### {title}\n")[1].split("\n### ")[0].split("\n## ")[0]


def documented(title: str) -> set[str]:
    """The keys in the first column of a section's tables."""
    rows = [line for line in section(title).splitlines() if line.startswith("| `")]
    return {KEY.findall(line.split(" | ")[0])[0] for line in rows}


def paths(value: Any, so_far: str = "") -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from paths(each, f"{so_far}[]" if so_far else "")
    elif isinstance(value, dict):
        for key, each in value.items():
            path = f"{so_far}.{key}" if so_far else key
            yield path
            if key not in OPAQUE:
                yield from paths(each, path)


def printed(folders: list[Path], *command: str) -> set[str]:
    return {path for folder in folders for path in paths(json.loads(run(*command, "--json", "--data", folder).out))}


@pytest.mark.parametrize(("title", "command"), [("list --json", ["list"]), ("status --json", ["status"])])
def test_every_key_is_documented_and_every_documented_key_is_there(
    title: str, command: list[str], folders: list[Path]
) -> None:
    assert printed(folders, *command) == documented(title)


def test_every_key_of_findings_is_documented(folders: list[Path]) -> None:
    assert printed(folders, "findings") == documented("findings --json")


def test_every_key_of_show_is_documented(folders: list[Path]) -> None:
    found = printed(folders, "show", "2026-10") | printed(folders, "show", "2025-10")
    elsewhere = documented("findings --json") | {"month", "reviewed_on", "seconds", "mode"}
    assert found == documented("show --json") | elsewhere


STORIES = ("Acme Robotics", "Vance Turbines", "Hartmann Pumps", "Marlow Water", "Juno Aero", "Calder Rail")


def test_every_key_of_a_story_is_documented(folders: list[Path]) -> None:
    found = {path for name in STORIES for path in printed(folders[:1], "show", "--prospect", name)}
    inner = (".gap.", ".limit_in_force.", ".closed_by.", "series[]")
    assert {path for path in found if not any(part in path for part in inner)} == documented("show --prospect --json")


def test_the_values_of_every_kind_of_finding_are_documented() -> None:
    rows = [
        line for line in section("findings --json").splitlines() if line.startswith("| ") and "`findings" not in line
    ]
    told = {line.split(" | ")[0].removeprefix("| "): set(KEY.findall(line)) for line in rows}
    for kind, _, values in EXAMPLES:
        assert {key.split(".")[-1].removesuffix("[]") for key in paths(values)} <= told[kind], kind
    kinds = {kind for kind, _, _ in EXAMPLES}
    assert kinds == set(told) - {"key", "kind"} - {key for key in told if key.startswith("`")}


def test_every_key_of_the_trends_is_named_in_the_docs_with_its_unit(folders: list[Path]) -> None:
    found = {path.split(".")[-1].removesuffix("[]") for path in printed(folders[:1], "trends", "--range", "all")}
    assert found - set(KEY.findall(section("trends --json"))) == set()
