"""Commands that open a screen: which month they begin with, and how they end."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from review.month import Month
from review.records import Draft, Place
from store.library import Library
from tui.__main__ import run
from tui.commands import begin, demo, open_app
from tui.start import Start


class Opened:
    """Stands in for the app, and remembers what it was opened on."""

    def __init__(self, ends_with: int = 0) -> None:
        self.ends_with = ends_with
        self.library: Library | None = None
        self.start: Start | None = None
        self.made_up: bool | None = None
        self.sessions = 0

    def __call__(self, library: Library, *_: Any, start: Start | None, made_up: bool) -> int:
        self.library, self.start, self.made_up = library, start, made_up
        self.sessions = len(library.history().sessions)
        if self.ends_with < 0:
            raise KeyboardInterrupt
        return self.ends_with


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    app, stand_in = ModuleType("tui.app"), Opened()
    monkeypatch.setattr(app, "run_app", stand_in, raising=False)
    monkeypatch.setitem(sys.modules, "tui.app", app)
    for module in (begin, demo, open_app):
        monkeypatch.setattr(module, "need_terminal", lambda: None)
    return stand_in


def test_without_a_command_it_opens_at_home(opened: Opened, folder: Path) -> None:
    assert run([]) == 0
    assert opened.library is not None
    assert opened.library.folder.path == folder
    assert (opened.start, opened.made_up) == (None, False)


def test_the_apps_exit_code_is_the_commands(opened: Opened) -> None:
    opened.ends_with = 143
    assert run([]) == 143


def test_an_interrupt_ends_as_a_shell_counts_it(opened: Opened) -> None:
    opened.ends_with = -1
    assert run([]) == 130


@pytest.mark.parametrize(
    ("arguments", "month", "mode"),
    [
        (["October"], "2026-10", None),
        (["2026-09", "--quick"], "2026-09", "quick"),
        (["last"], "2026-11", None),
        (["this"], "2026-11", None),
        ([], "2026-11", None),
    ],
)
def test_begin_starts_with_a_month(
    arguments: list[str], month: str, mode: str | None, opened: Opened, folder: Path
) -> None:
    assert run(["begin", *arguments]) == 0
    assert opened.start == (month, mode)


@pytest.mark.parametrize(
    ("day", "month"), [("2026-12-10", "2026-12"), ("2027-01-10", "2026-12"), ("2027-01-11", "2027-01")]
)
def test_begin_takes_last_month_on_the_first_ten_days(
    day: str, month: str, opened: Opened, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OBSESS_REVIEW_TODAY", day)
    run(["begin"])
    assert opened.start is not None
    assert opened.start.month == month


def test_begin_goes_on_with_the_draft(opened: Opened, folder: Path) -> None:
    library = Library(folder, lambda: datetime(2026, 11, 22, tzinfo=UTC))
    library.save_draft(Draft(Month("2026-08"), Place("urgency")))
    run(["begin"])
    assert opened.start == ("2026-08", None)


def test_the_demo_opens_on_a_folder_that_goes_away(opened: Opened, folder: Path) -> None:
    before = sorted(path.name for path in folder.iterdir())
    assert run(["demo"]) == 0
    assert opened.library is not None
    assert (opened.made_up, opened.sessions) == (True, 20)
    assert not opened.library.folder.path.exists()
    assert sorted(path.name for path in folder.iterdir()) == before
