"""What starting costs: what is loaded before home is painted, how often the history is read, and what is drawn anew."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.containers import VerticalScroll
from textual.screen import Screen

from review.history import History
from review.month import Month
from store.library import Library
from tests.tui.stage import staged
from tui.home.screen import HomeScreen
from tui.ritual.screen import RitualScreen
from tui.start import Start
from tui.widgets.panel import Panel

ROOT = Path(__file__).parent.parent.parent
NOVEMBER = Start(Month("2026-11"), "full")
LATER = (
    "review.records",
    "review.findings",
    "review.ritual",
    "review.trends",
    "store.sessions",
    "store.ledger",
    "tinydb",
)
"""What home needs only once it is painted."""


def test_what_home_needs_later_is_not_loaded_with_the_app() -> None:
    code = f"import sys, tui.app; sys.exit(str([each for each in {LATER} if each in sys.modules] or '') or 0)"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[History | None]:
    """All that is read of the history from here on."""
    read, found = Library.history_if_whole, []

    def counted(library: Library) -> History | None:
        found.append(read(library))
        return found[-1]

    monkeypatch.setattr(Library, "history_if_whole", counted)
    return found


async def test_going_straight_to_a_review_reads_the_history_once(
    tmp_path: Path, readings: list[History | None]
) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        assert stage.shows(RitualScreen)
        assert len(readings) == 1
        await stage.press("escape")
        assert stage.shows(HomeScreen)
        assert "What October showed" in stage.text


async def test_home_shows_what_it_reads_where_the_review_is_open_elsewhere(tmp_path: Path) -> None:
    other = Library(tmp_path / "data", lambda: datetime(2026, 11, 22, tzinfo=UTC))
    with other.hold_draft():
        async with staged(tmp_path, start=NOVEMBER) as stage:
            await stage.pilot.pause()
            assert stage.shows(HomeScreen)
            assert "Once a month you list the people" in stage.text


async def test_the_first_layout_is_that_of_the_window(tmp_path: Path) -> None:
    async with staged(tmp_path, size=(60, 20)) as stage:
        assert stage.app.home.has_class("-narrow")
        await stage.sized(120, 50)
        assert stage.app.home.has_class("-wide")
        assert not stage.app.home.has_class("-narrow")


async def test_home_is_read_once(tmp_path: Path, readings: list[History | None]) -> None:
    async with staged(tmp_path, made_up=True):
        assert len(readings) == 1


@pytest.mark.parametrize(
    ("size", "scrolls"),
    [
        ((120, 24), True),
        ((120, 40), False),
        ((120, 70), False),
        ((160, 50), False),
        ((80, 24), True),
        ((60, 20), True),
        ((60, 120), False),
    ],
)
async def test_home_knows_before_it_is_laid_out_whether_it_scrolls(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], *, scrolls: bool
) -> None:
    found_out, refresh = [], VerticalScroll._refresh_scrollbars

    def noted(panels: VerticalScroll) -> None:
        said = panels.show_vertical_scrollbar
        refresh(panels)
        if any(panel.content for panel in panels.query("#twelve").results(Panel)):
            found_out.append((said, panels.show_vertical_scrollbar))

    monkeypatch.setattr(VerticalScroll, "_refresh_scrollbars", noted)
    async with staged(tmp_path, made_up=True, size=size) as stage:
        assert stage.app.home.query_one("#panels").show_vertical_scrollbar is scrolls
        assert all(said == is_so for said, is_so in found_out)


async def test_a_rating_lays_nothing_out_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await stage.press("ctrl+n", "ctrl+n", "3", "3")
        laid_out = []
        monkeypatch.setattr(Screen, "_refresh_layout", lambda *_arguments, **_named: laid_out.append(1))
        await stage.press("4")
        assert laid_out == []
