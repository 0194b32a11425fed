"""How the trends are drawn: numbers that read without colour, gaps that stay gaps, lines that fit."""

import re
from itertools import pairwise

import pytest
from msgspec import structs

from review import demo
from review.history import History
from review.month import Month
from review.trends.page import Chart, Column, Grid, Interval, Look, Page, Range, Table, TableRow
from review.trends.series import UNPAID_HOURS, Good, Series, Unit
from review.trends.views import VIEWS, View, page
from tests.review.telling import month, told, who
from tests.two_months import history as two_months
from tui.safe_text import cells
from tui.trends import axis, bars, grid, layout, table
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


def test_zero_is_a_line_and_what_is_not_known_a_question_mark() -> None:
    top, bottom, numbers, _ = bars_of(2, 0, None, 1)
    assert top == ["███", "", "", ""]
    assert bottom == ["███", "▁▁▁", "?", "███"]
    assert numbers == ["2", "0", "", "1"]


def test_a_skipped_month_is_a_dotted_line_and_one_away_a_dot() -> None:
    line = structs.replace(series(2, None, None, 1), skipped=frozenset({MONTHS[1]}), away=frozenset({MONTHS[2]}))
    chart = Chart("title", (line,))
    top, bottom, *_ = (words(text)[26 + bars.SCALE :].split() for text in bars.chart(chart, 100, 0, 2))
    assert top == ["███", "┊"]
    assert bottom == ["███", "┊", "·", "███"]
    assert layout.notes([chart]) == [
        layout.COMPARED,
        "· not on the list, or no limit, ┊ no review that month.",
    ]


@pytest.mark.parametrize("width", [58, 80])
def test_where_the_signs_do_not_fit_one_line_each_sentence_about_them_has_its_own(made_up: History, width: int) -> None:
    shown = laid_out(page(made_up, VIEWS[1]), Room(width, height=16))
    drawn = [words(each.draw(False)).strip() for each in shown.lines]
    assert layout.COMPARED in drawn
    assert "┊ no review that month." in drawn


WIDE = [-1.25, 0.5, None, 1.0, 1.25, -0.75, 0.0, 2.5, 3.0, -3.5, 1.5, 0.5]


@pytest.mark.parametrize("width", [57, 74, 112, 150])
@pytest.mark.parametrize("unit", [Unit.GAP, Unit.HOURS, Unit.SHARE, Unit.NUMBER])
def test_every_month_has_its_figure_and_none_run_together(width: int, unit: Unit) -> None:
    values = [None if value is None else value * 111.11 if unit is Unit.HOURS else value for value in WIDE]
    chart = Chart("title", (series(*values, unit=unit),))
    beside = next(cells_beside for least, cells_beside in bars.ABOUT if width >= least)
    lines = [words(text)[beside:] for text in bars.chart(chart, width, 0, 3)[3:-1]]
    ends = {found.end() - 1: found[0] for line in lines for found in re.finditer(r"\S+", line)}
    pitch = bars.axis_of(chart, width, 0).pitch
    written = {bars.SCALE + (at + 1) * pitch - 2: bars._number(value, unit) for at, value in enumerate(values)}
    assert ends == {end: number for end, number in written.items() if number}


def test_where_figures_are_left_out_the_scale_is_said() -> None:
    chart = Chart("title", (series(*(each and each * 111111.11 for each in WIDE), unit=Unit.GAP),))
    text = "\n".join(map(words, bars.chart(chart, 57, 0, 3)))
    assert "+333…" in text
    whole = "\n".join(map(words, bars.chart(Chart("title", (series(1, 2, 3),)), 57, 0, 3)))
    assert [line[15:20].strip() for line in whole.split("\n")[:3]] == ["", "", ""]


@pytest.mark.parametrize("width", [57, 74, 112])
def test_the_direction_is_said_however_narrow(width: int) -> None:
    name = "what it took out of you, from one to five"
    long = Series("key", name, Unit.SHARE, Good.NEITHER, ((MONTHS[0], 0.5),), 0.5, 0.44)
    text = " ".join("\n".join(map(words, bars.chart(Chart("title", (long,)), width, 0, 3))).split())
    for part in ("from one", "five", "50 %", "▲ 44 points", "neither way is", "better"):
        assert part in text


def test_below_zero_bars_hang_from_a_line_at_zero_in_shapes_that_need_no_colour() -> None:
    above, below, numbers, _ = bars_of(1.0, -1.0, -0.5, 0.0, unit=Unit.GAP)
    assert above == ["███", "▁▁▁", "▁▁▁", "▁▁▁"]
    assert below == ["", "███", "▀▀▀", ""]
    assert numbers == ["+1.0", "-1.0", "-0.5", "0.0"]


@pytest.mark.parametrize(("value", "drawn"), [(-0.05, ""), (-0.2, "▔▔▔"), (-0.4, "▀▀▀"), (-0.6, "▀▀▀"), (-0.9, "███")])
def test_a_bar_below_zero_is_as_long_as_blocks_that_hang_can_tell(value: float, drawn: str) -> None:
    assert bars_of(1.0, value, unit=Unit.GAP)[1][1] == drawn


def test_where_all_is_below_zero_every_value_has_its_bar() -> None:
    zero, first, second, numbers, _ = bars_of(0, -1, -2, unit=Unit.STEPS, lines=3)
    assert zero == ["▁▁▁", "▁▁▁", "▁▁▁"]
    assert (first, second) == (["", "███", "███"], ["", "", "███"])
    assert numbers == ["0", "-1", "-2"]


def test_zero_is_named_beside_its_line_where_bars_hang_from_it() -> None:
    chart = Chart("title", (series(1.0, -1.0, unit=Unit.GAP),))
    assert [words(text)[26 : 26 + bars.SCALE].strip() for text in bars.chart(chart, 100, 0, 4)[:4]] == ["", "0", "", ""]


@pytest.mark.parametrize(
    ("values", "lines", "above", "below", "step"),
    [
        ((3.0, -2.0), 3, 2, 1, 2.0),
        ((3.0, -0.1), 4, 3, 1, 1.0),
        ((1.0, -1.0), 4, 2, 2, 0.5),
        ((-3.0, -1.0), 3, 1, 2, 1.5),
        ((4.0, 2.0), 4, 4, 0, 1.0),
        ((0.0, 0.0), 4, 4, 0, 1.0),
    ],
)
def test_lines_are_shared_so_that_bars_are_as_long_as_can_be(
    values: tuple[float, ...], lines: int, above: int, below: int, step: float
) -> None:
    chart = Chart("title", (series(*values, unit=Unit.GAP),))
    assert bars._scale(chart, Unit.GAP, lines) == bars.Scale(above, below, step)


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
    [line] = bars.newest(series(1, 2, good=better), 20)
    assert line[-1] == ("▲ 1", ink)


# --- months -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("room", "pitch", "seen"), [(90, 7, 12), (60, 5, 12), (50, 4, 12), (36, 3, 12), (35, 3, 11)])
def test_months_take_the_room_there_is(room: int, pitch: int, seen: int) -> None:
    found = axis.axis(MONTHS, room)
    assert (found.pitch, len(found.seen)) == (pitch, seen)
    assert found.seen[-1] == MONTHS[-1]


def test_scrolled_months_keep_as_many_in_view() -> None:
    found = axis.axis(MONTHS, 9, hidden=4)
    assert found.seen == MONTHS[5:8]
    assert axis.beyond(found, 20, 20) == ("◂ 5 earlier", "4 later ▸")
    assert axis.beyond(found, 8, 8) == ("◂ 5", "4 ▸")
    assert axis.beyond_both(found, 23) == "◂ 5 earlier · 4 later ▸"
    assert axis.beyond_both(found, 22) == "◂ 5 · 4 later ▸"
    assert axis.beyond_both(found, 14) == "◂ 5 · 4 ▸"
    assert axis.beyond_both(axis.axis(MONTHS, 9), 14) == "◂ 9 earlier"
    assert axis.beyond_both(axis.axis(MONTHS, 9, hidden=99), 5) == "9 ▸"
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
    assert all(re.fullmatch(r" *([+-]\d|0|\*)\*? *", piece) for piece in blocks)


@pytest.mark.parametrize("width", [57, 74, 117, 157])
def test_a_gap_only_counted_has_its_mark_at_every_width_and_all_digits_their_column(
    width: int, made_up: History
) -> None:
    for each in Range:
        shown = page(made_up, VIEWS[0], each)
        [block] = [block for block in shown.blocks if isinstance(block, Grid)]
        setting = grid.setting(block, Room(width).inner, 0)
        rows = [words(grid.row(row, setting, current=False)) for row in block.rows]
        [delphi] = [row for row in rows if row.startswith("Delphi Labs")]
        assert len(re.findall(r"\d\*", delphi)) == 1
        starts = {found.start() for row in rows for found in re.finditer(r"[+-]\d", row[: -setting.outcomes])}
        assert len({start % setting.axis.pitch for start in starts}) == 1
        legend = "\n".join(map(words, grid.legend(block, setting, Room(width).inner)))
        assert f"{'+' if setting.axis.cell > grid.NARROWEST else ' '}2* not shown yet" in legend
        assert "+2  one-way street" in legend


def test_paper_shows_every_month_once(made_up: History) -> None:
    text = "\n".join(map(words, printed(page(made_up, VIEWS[0], Range.ALL), 80)))
    assert "November 2025 – October 2026" in text
    assert "November 2024 – October 2025" in text
    assert text.index("November 2024 – October 2025") < text.index("November 2025 – October 2026")
    assert "earlier" not in text
    assert max(map(cells, text.split("\n"))) <= 80
    lines = [line for line in text.split("\n") if line.startswith("│ Pell Rolling Stock")]
    assert [re.findall(r"\+\d", line) for line in lines] == [["+3"], ["+3", "+2", "+3", "+3"]]


def test_on_paper_all_months_share_one_scale_and_the_newest_figure_stands_with_the_newest(made_up: History) -> None:
    chart = Chart("title", (series(1.0, 8.0, 2.0, 4.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 4.0),))
    whole = Page("key", "name", "title", MONTHS, 12, (chart,))
    lines = list(map(words, printed(whole, 45)))
    first, second = (at for at, line in enumerate(lines) if line.startswith("─ "))
    assert "January" in lines[first]
    assert ["▲ 1" in "\n".join(part) for part in (lines[first:second], lines[second:-1])] == [False, True]
    # the tallest of all has eight, and fills all four lines; the newest has four, and half of them
    tall = (
        ["█" in line for line in lines[first + 1 : first + 5]],
        ["█" in line for line in lines[second + 1 : second + 5]],
    )
    assert tall == ([True] * 4, [False, False, True, True])


def test_a_note_that_repeats_is_said_once(made_up: History) -> None:
    text = "\n".join(map(words, printed(page(made_up, VIEWS[7]), 100)))
    assert text.count("The share is signed of signed and lost") == 1


def test_what_enter_opens_is_known_for_each_row(made_up: History) -> None:
    found = laid_out(page(made_up, VIEWS[7]), Room(100))
    targets = [line.target for line in found.lines if line.target]
    assert targets[0] == layout.Target("One-way streets, two sessions running", None, targets[0].behind, "one_way")
    assert targets[-1].title == "Acme Robotics"
    assert targets[-1].about in made_up.prospects


def test_a_grid_that_fits_has_air_between_its_rows(made_up: History) -> None:
    young = History(made_up.sessions[:4], made_up.prospects, made_up.segments, made_up.goals)
    found = laid_out(page(young, VIEWS[0]), Room(116, airy=True, height=40))
    chosen = [at for at, line in enumerate(found.lines) if line.target and line.target.block == "gap_steps"]
    assert [later - at for at, later in pairwise(chosen)] == [2] * 7
    assert found.grid_end == chosen[-1] + 1
    assert all("┊" in words(found.lines[at + 1].draw(False)) for at in chosen[:-1])
    close = laid_out(page(young, VIEWS[0]), Room(116, airy=True, height=28))
    assert len(found.lines) - len(close.lines) == 7


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
@pytest.mark.parametrize("months", Range)
def test_figures_of_two_months_never_touch(made_up: History, view: View, months: Range) -> None:
    """A mark beside a number must leave a blank before the next month's number."""
    drawn = "\n".join(words(each.draw(False)) for each in laid_out(page(made_up, view, months), Room(76)).lines)
    assert not re.search(r"\d\*?[+-]\d|\*\d", drawn)


def test_a_grid_that_is_taller_than_the_screen_has_its_legend_above_it(made_up: History) -> None:
    told = [words(each.draw(False)) for each in laid_out(page(made_up, VIEWS[0]), Room(76, height=21)).lines]
    assert any("one-way street" in each for each in told[:5])
    whole = laid_out(page(made_up, VIEWS[0]), Room(76, height=60))
    assert any("one-way street" in words(each.draw(False)) for each in whole.lines[20:])


def test_the_head_of_a_grid_stays_on_top_below_its_legend(made_up: History) -> None:
    found = laid_out(page(made_up, VIEWS[0]), Room(76, height=21))
    first, end = found.head
    [months] = [words(each.draw(False)) for each in found.lines[first:end]]
    assert "F  M  A  M" in months
    assert found.lines[end].target is not None
    assert found.lines[found.grid_end - 1].target is not None
    assert found.lines[found.grid_end].target is None


def test_what_the_signs_mean_stands_above_charts_that_do_not_fit(made_up: History) -> None:
    told = [words(each.draw(False)) for each in laid_out(page(made_up, VIEWS[1]), Room(76, height=21)).lines]
    assert "▲ ▼ compare" in told[0]
    whole = [words(each.draw(False)) for each in laid_out(page(made_up, VIEWS[1]), Room(76, height=60)).lines]
    assert any("▲ ▼ compare" in each for each in whole[-3:])


def test_hours_known_of_too_few_are_not_passed_over() -> None:
    now = month("2026-10", who("A", hours=40.0), who("B", hours=6.0), who("C"))
    drawn = laid_out(page(told(now), VIEWS[4], Range.YEAR), Room(76)).lines
    assert any("Unpaid hours: 46 h, known for two of three prospects" in words(line.draw(False)) for line in drawn)
    before = told(month("2026-09", who("A", hours=4.0)), now)
    beside = bars.newest(Look(before, Range.YEAR).series(UNPAID_HOURS), 17)
    assert [words(text) for text in beside] == ["–", "46 h, known for", "two of three", "prospects"]
