"""The benchmarks, which are no tests: that a row can be timed, and that the table says what the figures say."""

import sys
from pathlib import Path

import pytest

from tests.benchmarks.__main__ import BEGINS, ENDS, GROWTH, _write
from tests.benchmarks.installed import Folders, Installed
from tests.benchmarks.rows import ROWS, Bench, Figures
from tests.benchmarks.table import growth, missed, p95, table
from tests.benchmarks.window import HungError, Window

PAGE = Path(__file__).parents[2] / "docs" / "speed.md"


@pytest.fixture
def installed(tmp_path: Path) -> Installed:
    """The product as it is installed beside these tests, byte code or not."""
    return Installed(Path(sys.executable), tmp_path / "home")


def test_one_pair_of_one_row_can_be_timed(installed: Installed, tmp_path: Path) -> None:
    bench = Bench(installed, Folders(installed, tmp_path), pairs=1)
    [names] = bench.together({"status"})
    figures = bench.measure(names, 12)["status"]
    assert min(figures.floor[0], figures.ours[0]) > 0


def test_saving_is_timed_beside_its_floor(installed: Installed, tmp_path: Path) -> None:
    figures = Bench(installed, Folders(installed, tmp_path), pairs=2).measure({"finish"}, 12)["finish"]
    assert [len(each) for each in figures] == [2, 2]


def test_a_command_that_hangs_or_fails_is_named(installed: Installed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.benchmarks.window.PATIENCE", 0.2)
    with (
        Window([installed.python, "-c", "input()"], installed.environment, 80, 24) as window,
        pytest.raises(HungError, match=r"input\(\) did not show 'home'"),
    ):
        window.shown("home")
    with (
        Window([installed.python, "-c", "raise SystemExit(3)"], installed.environment, 80, 24) as window,
        pytest.raises(HungError, match="ended with status 3"),
    ):
        window.ended()


def test_every_row_is_timed_by_one_timing(tmp_path: Path, installed: Installed) -> None:
    groups = Bench(installed, Folders(installed, tmp_path), pairs=1).together(set(ROWS))
    assert sorted(name for names in groups for name in names) == sorted(ROWS)


def figures(ours: float, floor: float) -> Figures:
    return Figures([ours] * 15, [floor] * 15)


def test_a_row_that_misses_its_bound_says_by_how_much() -> None:
    measured = {24: {"paint": figures(0.3, 0.25), "save": figures(0.002, 0.001)}, 600: {"save": figures(0.003, 0.001)}}
    assert list(missed("paint", 24, measured)) == []
    assert list(missed("save", 600, measured)) == ["1.50 > 1.2 times that at 24"]
    assert list(missed("paint", 24, {24: {"paint": figures(0.4, 0.25)}})) == ["1.60 > 1.25×"]
    assert growth("save", measured) == pytest.approx(1.5)
    assert "| saving an answer | 600 | 3.00 ms | 3.00 ms | 1.00 ms (the same bytes, forced to disk) | 3.00 |" in table(
        measured
    )


def test_the_95th_of_a_hundred() -> None:
    assert p95([float(at) for at in range(1, 101)]) == 95
    assert p95([1.0, 2.0, 3.0]) == 3


def test_the_page_of_figures_has_a_place_for_each_table(tmp_path: Path) -> None:
    page = tmp_path / "speed.md"
    page.write_text(PAGE.read_text("utf-8"), "utf-8")
    _write(page, "2 cores", {sessions: {"paint": figures(0.3, 0.25)} for sessions in GROWTH})
    for name in ("machine", "table", "growth"):
        _, begins, rest = page.read_text("utf-8").partition(BEGINS.format(name))
        content, ends, _ = rest.partition(ENDS.format(name))
        assert begins
        assert ends
        assert content.strip()
