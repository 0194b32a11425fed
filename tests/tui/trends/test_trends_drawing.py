"""How the trends are drawn: numbers that read without colour, gaps that stay gaps, lines that fit."""

import re

import pytest

from review import demo
from review.history import History
from review.month import Month
from review.trends.page import Chart, Column, Interval, Range, Table, TableRow
from review.trends.series import Good, Series, Unit
from review.trends.views import VIEWS, page
from tests.two_months import history as two_months
from tui.safe_text import cells
from tui.trends import axis, bars, layout, table
from tui.trends.ink import Ink, Text, width_of
from tui.trends.layout import Room, laid_out
from tui.trends.paper import printed

MONTHS = tuple(Month(f"2026-{number:02}") for number in range(1, 13))


@pytest.fixture(scope="module")
def made_up() -> History:
    return demo.history(Month("2026-10"))


def words(text: Text) -> str:
    return "".join(piece for piece, _ in text)


def series(*values: float | None, unit: Unit = Unit.COUNT, good: Good = Good.DOWN) -> Series:
    points = tuple(zip(MONTHS, values, strict=False))
    return Series("key", "name", unit, good, points, values[-1], 1.0)


def bars_of(*values: float | None, unit: Unit = Unit.COUNT, lines: int = 2) -> list[list[str]]:
    """Give the bars line by line, each month's as text."""
    chart = Chart("title", (series(*values, unit=unit),))
    line = bars.axis_of(chart, 100, 0)
    drawn = [words(text)[26 + bars.SCALE :] for text in bars.chart(chart, 100, 0, lines)]
    count, pitch = len(values), line.pitch
    return [[each.ljust(200)[at * pitch : (at + 1) * pitch].strip() for at in range(count)] for each in drawn]


# --- bars -------------------------------------------------------------------------------------------------------------


def test_bars_stand_on_zero_and_say_their_numbers() -> None:
    top, bottom, numbers, _ = bars_of(4, 2, 1)
    assert top == ["███", "", ""]
    assert bottom == ["███", "███", "▄▄▄"]
    assert numbers == ["4", "2", "1"]


def test_zero_is_a_line_and_a_skipped_month_is_nothing_but_a_dot() -> None:
    _, bottom, numbers, _ = bars_of(2, 0, None, 1)
    assert bottom == ["███", "▁▁▁", "", "███"]
    assert numbers == ["2", "0", "·", "1"]


def test_below_zero_bars_hang() -> None:
    chart = Chart("title", (series(1.0, -1.0, unit=Unit.GAP),))
    above, below, *_ = bars.chart(chart, 100, 0, 2)
    assert [ink for piece, ink in above if "█" in piece] == [Ink.YOU]
    assert Ink.YOU_TURNED in [ink for _, ink in below]


def test_figures_of_one_unit_share_their_scale() -> None:
    chart = Chart("title", (series(8.0, unit=Unit.HOURS), series(4.0, unit=Unit.HOURS)))
    drawn = [words(text) for text in bars.chart(chart, 100, 0, 2)]
    assert ["█" in line for line in drawn[:6]] == [True, True, False, False, True, False]


def test_every_figure_says_its_direction_and_its_change() -> None:
    chart = Chart("title", (series(1, 2, 3, good=Good.UP),))
    text = "\n".join(map(words, bars.chart(chart, 100, 0, 4)))
    assert "3  ▲ 1" in text
    assert "up is good" in text


@pytest.mark.parametrize(("better", "ink"), [(Good.UP, Ink.GOOD), (Good.DOWN, Ink.ALARM)])
def test_a_rise_is_good_where_up_is_good(better: Good, ink: Ink) -> None:
    assert bars.newest(series(1, 2, good=better))[1][1] is ink


# --- months -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("room", "pitch", "seen"), [(90, 7, 12), (60, 5, 12), (50, 4, 12), (36, 3, 12), (35, 3, 11)])
def test_months_take_the_room_there_is(room: int, pitch: int, seen: int) -> None:
    found = axis.axis(MONTHS, room)
    assert (found.pitch, len(found.seen)) == (pitch, seen)
    assert found.seen[-1] == MONTHS[-1]


def test_scrolled_months_keep_as_many_in_view() -> None:
    found = axis.axis(MONTHS, 9, hidden=4)
    assert found.seen == MONTHS[5:8]
    assert axis.beyond(found) == ("◂ 5 earlier", "4 later ▸")
    assert axis.axis(MONTHS, 9, hidden=99).seen == MONTHS[:3]


# --- tables -----------------------------------------------------------------------------------------------------------

TABLE = Table(
    "key",
    "title",
    (Column("name", ""), Column("count", "signed", Unit.COUNT), Column("likely", "", Unit.SHARE)),
    (TableRow(("One-way streets, two sessions running", 1.0, Interval(0.02, 0.43))),),
)


def test_a_table_stands_side_by_side_where_there_is_room() -> None:
    found = table.widths(TABLE, 70)
    [line] = table.row(TABLE, TABLE.rows[0], found, current=False)
    assert words(line).split("running")[1].split() == ["1", "likely", "2–43", "%"]


def test_names_get_a_line_of_their_own_where_there_is_none() -> None:
    found = table.widths(TABLE, 40)
    name, figures = table.row(TABLE, TABLE.rows[0], found, current=True)
    assert words(name).strip() == "One-way streets, two sessions running"
    assert words(figures).split() == ["1", "likely", "2–43", "%"]


def test_where_even_that_is_too_wide_each_value_has_its_name_beside_it() -> None:
    found = table.widths(TABLE, 20)
    _, *figures = table.row(TABLE, TABLE.rows[0], found, current=False)
    assert [words(line).strip() for line in figures] == ["signed 1", "likely 2–43 %"]
    assert table.head(TABLE, found) == []


# --- pages ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [40, 50, 57, 60, 75, 76, 78, 95, 96, 117, 157])
@pytest.mark.parametrize("months", list(Range))
def test_every_line_fits(width: int, months: Range, made_up: History) -> None:
    for history in (made_up, two_months()):
        for view in VIEWS:
            for line in laid_out(page(history, view, months), Room(width)).lines:
                assert width_of(line.draw(True)) <= width


def test_every_cell_of_the_grid_has_its_number(made_up: History) -> None:
    drawn = laid_out(page(made_up, VIEWS[0]), Room(116)).lines
    blocks = [piece for line in drawn for piece, ink in line.draw(False) if ink.startswith(("on ", "outlined"))]
    assert len(blocks) > 50
    assert all(re.fullmatch(r" *([+-]\d|0) *", piece) for piece in blocks)


def test_paper_shows_every_month_once(made_up: History) -> None:
    text = "\n".join(map(words, printed(page(made_up, VIEWS[0], Range.ALL), 80)))
    assert "November 2025 – October 2026" in text
    assert "November 2024 – October 2025" in text
    assert "earlier" not in text
    assert max(map(cells, text.split("\n"))) <= 80
    lines = [line for line in text.split("\n") if line.startswith("│ Pell Rolling Stock")]
    assert [re.findall(r"\+\d", line) for line in lines] == [["+3", "+2", "+3", "+3"], ["+3"]]


def test_a_note_that_repeats_is_said_once(made_up: History) -> None:
    text = "\n".join(map(words, printed(page(made_up, VIEWS[7]), 100)))
    assert text.count("The share is signed of signed and lost") == 1


def test_what_enter_opens_is_known_for_each_row(made_up: History) -> None:
    found = laid_out(page(made_up, VIEWS[7]), Room(100))
    targets = [line.target for line in found.lines if line.target]
    assert targets[0] == layout.Target("One-way streets, two sessions running", None, targets[0].behind, "one_way")
    assert targets[-1].title == "Acme Robotics"
    assert targets[-1].about in made_up.prospects
