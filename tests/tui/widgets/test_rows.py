"""A drawn list: moving, choosing, scrolling, being replaced."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tests.tui.widgets.stage import HOSTILE, HOSTILE_START, Stage
from tui.theme import LIGHT
from tui.widgets.arrangement import Arrangement
from tui.widgets.column import Column
from tui.widgets.lines import cell, line, said, spot
from tui.widgets.row import Draw, Row, blank, heading
from tui.widgets.rows import Rows

NAMES = ("Acme", "Borealis", "Calder", "Delphi", "Eastgate")


def drawing(name: str, lines: int = 1) -> Draw:
    return lambda width, current: [cell(name, width, "bold" if current else ""), *[Content("detail")] * (lines - 1)]


def rows(names: Sequence[str] = NAMES, lines: int = 1) -> list[Row]:
    return [Row(name.lower(), drawing(name, lines)) for name in names]


@pytest.mark.parametrize(
    ("keys", "reached"),
    [
        ("down", "borealis"),
        ("j,j", "calder"),
        ("end", "eastgate"),
        ("end,up,k", "calder"),
        ("end,home", "acme"),
        ("up", "acme"),
        ("end,down", "eastgate"),
        ("pagedown", "eastgate"),
        ("pagedown,pageup", "acme"),
    ],
)
async def test_the_cursor_moves_by_arrows_letters_and_pages(keys: str, reached: str) -> None:
    names = Rows(rows())
    async with Stage(names).run_test() as pilot:
        await pilot.press(*keys.split(","))
        assert names.current == reached


async def test_moving_and_choosing_are_told_once_each() -> None:
    stage = Stage(names := Rows(rows(), id="names"))
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        await pilot.press("down", "enter", "home", "home")
    assert [message.key for message in stage.of(Rows.Moved)] == ["borealis", "acme"]
    assert [(message.key, message.control) for message in stage.of(Rows.Chosen)] == [("borealis", names)]


async def test_headings_and_blanks_are_skipped_and_seen_again_at_the_top() -> None:
    names = Rows([heading("Open"), *rows(), blank(), heading("Off the list"), Row("hartmann", drawing("Hartmann"))])
    stage = Stage(names, css="Rows { height: 3; }")
    async with stage.run_test() as pilot:
        assert names.current == "acme"
        await pilot.press("end")
        assert (names.current, stage.drawn()[2]) == ("hartmann", "▌ Hartmann")
        await pilot.press("up")
        assert names.current == "eastgate"
        await pilot.press("home")
        assert stage.drawn()[:2] == ["  Open", "▌ Acme"]


async def test_the_bar_marks_every_line_of_the_row_and_thins_when_the_focus_is_elsewhere() -> None:
    stage = Stage(Rows(rows(lines=2)), Rows(rows(["Other"])))
    async with stage.run_test() as pilot:
        assert stage.drawn()[:3] == ["▌ Acme", "▌ detail", "  Borealis"]
        await pilot.press("tab")
        assert stage.drawn()[:2] == ["▏ Acme", "▏ detail"]


async def test_a_click_selects_and_a_double_click_chooses() -> None:
    stage = Stage(names := Rows([heading("Open"), *rows()]))
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        await pilot.click(names, offset=(4, 3))
        assert (names.current, stage.of(Rows.Chosen)) == ("calder", [])
        await pilot.click(names, offset=(4, 2), times=2)
        await pilot.click(names, offset=(4, 0), times=2)
        await pilot.click(names, offset=(4, 9))
    assert [message.key for message in stage.of(Rows.Moved)] == ["calder", "borealis"]
    assert [message.key for message in stage.of(Rows.Chosen)] == ["borealis"]


async def test_a_spot_in_a_row_tells_its_name_when_clicked() -> None:
    answers = [line("1 kept  ", spot(said("2 partly"), "partly"))]
    stage = Stage(names := Rows([*rows(), Row("ask", lambda _width, _current: answers)]))
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        await pilot.click(names, offset=(11, 5), times=2)
        await pilot.click(names, offset=(3, 5))
    assert {(message.key, message.spot) for message in stage.of(Rows.Touched)} == {("ask", "partly")}
    assert stage.of(Rows.Chosen) == []


@pytest.mark.parametrize(
    ("left", "cursor"),
    [
        (NAMES[2:], "calder"),
        (("Zeta", "Calder", "Acme"), "calder"),
        (("Acme", "Borealis", "Delphi", "Eastgate"), "delphi"),
        (("Acme", "Borealis"), "borealis"),
        ((), None),
    ],
)
async def test_the_cursor_stays_on_its_row_or_goes_to_the_nearest_left(left: Sequence[str], cursor: str | None) -> None:
    names = Rows(rows(), current="calder")
    async with Stage(names).run_test():
        names.set_rows(rows(left))
        assert names.current == cursor


async def test_the_owner_moves_the_cursor_without_a_message() -> None:
    stage = Stage(names := Rows([*rows(), heading("Off the list", key="off")]))
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        assert [names.go_to(key) for key in ("delphi", "nobody", "off")] == [True, False, False]
        names.set_rows(rows(), current="borealis")
        await pilot.pause()
        assert names.current == "borealis"
    assert stage.of(Rows.Moved) == []


async def test_rows_that_get_too_little_room_scroll_under_their_header() -> None:
    names = Rows(rows(), header=lambda width: [cell("name", width)])
    stage = Stage(names, css="Rows { height: 3; }")
    async with stage.run_test(size=(30, 3)) as pilot:
        assert [text[:10].rstrip() for text in stage.drawn()] == ["  name", "▌ Acme", "  Borealis"]
        await pilot.press("end")
        assert [text[:10].rstrip() for text in stage.drawn()] == ["  name", "  Delphi", "▌ Eastgate"]
        await pilot.press("pageup", "pageup")
        assert [text[:10].rstrip() for text in stage.drawn()] == ["  name", "▌ Acme", "  Borealis"]


async def test_the_wheel_scrolls_without_moving_the_cursor() -> None:
    names = Rows(rows([f"Nr {number}" for number in range(40)]))
    async with Stage(names).run_test(size=(30, 10)) as pilot:
        names.scroll_down(animate=False)
        await pilot.pause()
        assert (names.scroll_y, names.current) == (1, "nr 0")


async def test_blank_lines_between_rows_go_when_they_do_not_fit() -> None:
    stage = Stage(names := Rows(rows(), spacing=1, header=lambda _width: [said("name")]))
    async with stage.run_test(size=(30, 20)) as pilot:
        assert stage.drawn()[:5] == ["  name", "", "▌ Acme", "", "  Borealis"]
        await pilot.resize_terminal(30, 8)
        assert stage.drawn()[:3] == ["  name", "▌ Acme", "  Borealis"]
        names.set_rows(rows(NAMES[:2]))
        await pilot.pause()
        assert stage.drawn()[:5] == ["  name", "", "▌ Acme", "", "  Borealis"]


async def test_lists_give_way_to_what_stands_below_them() -> None:
    names, panel = Rows(rows(lines=2), spacing=1), Static("panel", id="panel")
    stage = Stage(Column(names, panel), css="#panel { height: 4; }")
    async with stage.run_test(size=(30, 40)) as pilot:
        assert (names.size.height, panel.region.y) == (14, 14)
        await pilot.resize_terminal(30, 15)
        await pilot.pause()
        assert (names.size.height, panel.region.y) == (10, 10)
        await pilot.resize_terminal(30, 9)
        await pilot.pause()
        await pilot.press("end")
        assert (names.size.height, panel.region.y) == (5, 5)
        assert stage.drawn()[3].startswith("▌ Eastgate")


async def test_a_column_with_too_little_room_for_all_scrolls() -> None:
    names, panel = Rows(rows()), Static("panel", id="panel")
    async with Stage(column := Column(names, panel), css="#panel { height: 20; }").run_test(size=(30, 10)):
        assert (names.size.height, column.max_scroll_y) == (4, 14)


async def test_an_empty_list_says_what_will_stand_there() -> None:
    stage = Stage(
        names := Rows(empty="Nobody yet. Press a to add the first name.", header=lambda _width: [said("name")])
    )
    async with stage.run_test(size=(30, 10), message_hook=stage.told.append) as pilot:
        assert stage.drawn()[:3] == ["  Nobody yet. Press a to add", "  the first name.", ""]
        await pilot.press("down", "enter", "home", "pagedown")
        await pilot.click(names, offset=(3, 0))
        names.set_empty("Still nobody.")
        await pilot.pause()
        assert stage.drawn()[0] == "  Still nobody."
        names.set_rows(rows())
        await pilot.pause()
        assert stage.drawn()[:2] == ["  name", "▌ Acme"]
    assert stage.of(Rows.Moved) + stage.of(Rows.Chosen) == []


async def test_rows_with_equal_facts_are_not_drawn_again() -> None:
    drawings: list[str] = []

    def row(name: str, facts: str) -> Row:
        def draw(width: int, _current: bool) -> list[Content]:
            drawings.append(name)
            return [cell(name + facts, width)]

        return Row(name, draw, facts=facts)

    stage = Stage(names := Rows([row("acme", "1"), row("calder", "1")]))
    async with stage.run_test() as pilot:
        drawings.clear()
        names.set_rows([row("acme", "1"), row("calder", "2")])
        await pilot.pause()
        assert (set(drawings), stage.drawn()[1]) == ({"calder"}, "  calder2")


async def test_the_colours_follow_the_theme() -> None:
    stage = Stage(Rows([Row("acme", lambda _width, _current: [said("Acme", "$you")])]))
    async with stage.run_test() as pilot:
        stage.theme = LIGHT.name
        await pilot.pause()
        assert LIGHT.variables["you"] in stage.export_screenshot()


async def test_a_row_that_grows_under_the_cursor_pushes_the_others_down() -> None:
    unfolding = [Row(name, lambda _w, current: [said("a"), *([said("more")] if current else [])]) for name in "abc"]
    stage = Stage(Rows(unfolding))
    async with stage.run_test() as pilot:
        await pilot.press("down")
        await pilot.pause()
        assert stage.drawn()[:5] == ["  a", "▌ a", "▌ more", "  a", ""]


async def test_a_hostile_name_is_only_a_name() -> None:
    named = Row("x", lambda width, _current: [cell(HOSTILE, width, "bold $you")])
    stage = Stage(Rows([heading(HOSTILE), named]), Rows(empty=HOSTILE))
    async with stage.run_test() as pilot:
        assert [HOSTILE_START in text for text in stage.drawn()[:3]] == [True] * 3
        assert stage.acts() == []
        for y in range(3):
            await pilot.click(offset=(22, y))
        assert stage.is_running


async def test_a_list_in_a_tiny_place_does_not_break() -> None:
    stage = Stage(Vertical(Rows(rows(), header=lambda width: [cell("name", width)], spacing=1)))
    async with stage.run_test(size=(1, 1)) as pilot:
        await pilot.press("end", "pageup", "down")
        for size in ((2, 1), (3, 2), (200, 90), (1, 5)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert stage.is_running


@given(st.lists(st.integers(1, 4), min_size=1, max_size=9), st.integers(0, 2))
def test_every_line_belongs_to_its_row_or_to_none(heights: list[int], spacing: int) -> None:
    arrangement = Arrangement(tuple(heights), spacing)
    places = [arrangement.at(number) for number in range(-1, arrangement.height + 1)]
    wanted = [(row, number) for row, height in enumerate(heights) for number in range(height)]
    assert [place for place in places if place is not None] == wanted
    assert (places[0], places[-1]) == (None, None)
    assert [arrangement.near(arrangement.top(row)) for row in range(len(heights))] == list(range(len(heights)))
