"""The two-sided scale: rating by keys and by mouse, at every size."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.events import MouseDown, MouseMove, MouseUp
from textual.widgets import Static

from tests.tui.widgets.stage import HOSTILE, Stage
from tui.widgets.column import Column
from tui.widgets.scale_columns import PIPS, Side, columns_for
from tui.widgets.scale_row import Rating, ScaleDrawing, ScaleRow, ScaleSide
from tui.widgets.two_sided_scale import TwoSidedScale

YOU = ScaleSide("you", "you", ("indifferent", "interested", "keen", "eager", "obsessed"))
THEY = ScaleSide("they", "them", ("silent", "reactive", "willing", "moving", "committed"))
RATED = (
    ScaleRow("acme", "Acme Robotics", 5, 2, "medical devices", None, None, "+3 one-way street", "alarm", "9th month"),
    ScaleRow("borealis", "Borealis Foods", 2, 4, "food & beverage", None, None, "-2 they lead", "them", "new"),
    ScaleRow("calder", "Calder Rail", 4, 3, "transport", None, None, "+1 leaning", "warn", "2nd month"),
    ScaleRow("delphi", "Delphi Labs", 4, 1, "medical devices", None, None, "+3 one-way street", "alarm", "6th month"),
    ScaleRow("eastgate", "Eastgate Energy", 3, 3, "energy", None, None, " 0 level", "quiet", "3rd month"),
)
FRESH = (ScaleRow("acme", "Acme"), ScaleRow("calder", "Calder"))
Answer = tuple[str, Side, Rating]


def scale(rows: Sequence[ScaleRow] = FRESH, *, moves_on: bool = True) -> TwoSidedScale:
    return TwoSidedScale(YOU, THEY, rows, empty="Nobody to rate yet.", moves_on=moves_on)


def answers(stage: Stage) -> list[Answer]:
    return [(message.key, message.side, message.value) for message in stage.of(TwoSidedScale.Rated)]


@pytest.mark.parametrize(
    ("keys", "rated", "place"),
    [
        ("5", [("acme", "left", 5)], ("acme", "right")),
        ("5 2", [("acme", "left", 5), ("acme", "right", 2)], ("calder", "left")),
        ("0", [("acme", "left", "unknown")], ("acme", "right")),
        ("& é", [("acme", "left", 1), ("acme", "right", 2)], ("calder", "left")),
        ("quotation_mark apostrophe", [("acme", "left", 3), ("acme", "right", 4)], ("calder", "left")),
        ("( à", [("acme", "left", 5), ("acme", "right", "unknown")], ("calder", "left")),
        ("right 3", [("acme", "right", 3)], ("calder", "left")),
        ("l down h 1", [("calder", "left", 1)], ("calder", "right")),
        ("plus plus minus", [("acme", "left", 3), ("acme", "left", 4), ("acme", "left", 3)], ("acme", "left")),
        ("l 5 up l plus", [("acme", "right", 5)], ("acme", "right")),
        ("1 h minus", [("acme", "left", 1)], ("acme", "left")),
        ("equals_sign", [("acme", "left", 3)], ("acme", "left")),
        ("4 h backspace", [("acme", "left", 4), ("acme", "left", None)], ("acme", "left")),
        ("4 h delete delete", [("acme", "left", 4), ("acme", "left", None)], ("acme", "left")),
        ("4 h 4", [("acme", "left", 4)], ("acme", "right")),
        ("6 a v [ ] x", [], ("acme", "left")),
    ],
)
async def test_keys_rate_and_move_on(keys: str, rated: list[Answer], place: tuple[str, Side]) -> None:
    stage = Stage(sides := scale())
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        await pilot.press(*keys.split())
        assert (answers(stage), (sides.current, sides.side)) == (rated, place)


async def test_four_digits_rate_two_prospects_and_the_end_is_told() -> None:
    stage = Stage(sides := scale())
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        await pilot.press("5", "2", "3", "3")
        assert answers(stage)[-1] == ("calder", "right", 3)
        assert (sides.current, sides.side, len(stage.of(TwoSidedScale.PassedEnd))) == ("calder", "right", 1)
    moves = [(message.key, message.side) for message in stage.of(TwoSidedScale.Moved)]
    assert moves == [("acme", "right"), ("calder", "left"), ("calder", "right")]


async def test_an_owner_may_keep_the_cursor_where_it_is() -> None:
    stage = Stage(sides := scale(moves_on=False))
    async with stage.run_test() as pilot:
        await pilot.press("5", "4")
        assert (sides.current, sides.side) == ("acme", "left")


async def test_a_rating_shows_at_once_and_the_owners_rows_replace_it() -> None:
    stage = Stage(sides := scale())
    async with stage.run_test() as pilot:
        await pilot.press("5")
        assert "5 │" in stage.drawn()[2]
        sides.set_scale([FRESH[0].rated("left", 4), FRESH[1]])
        await pilot.pause()
        assert "4 │" in stage.drawn()[2]
        assert (sides.current, sides.side) == ("acme", "right")


async def test_values_unknown_and_unanswered_look_different_without_colour() -> None:
    rows = (ScaleRow("a", "Acme", 2, "unknown"), ScaleRow("b", "Borealis"))
    stage = Stage(scale(rows))
    async with stage.run_test(size=(80, 24)):
        values, words, _, none, nothing = stage.drawn()[2:7]
        assert "──── ──── ──── ━━━━ ━━━━ [2]│ ?  ────" in values
        assert words.split() == ["▌", "interested", "unknown"]
        assert ("· │ ·" in none, "━" in none, nothing.split()) == (True, False, [])


async def test_the_side_that_a_key_would_rate_is_a_block_in_brackets_only_where_keys_come() -> None:
    stage = Stage(scale(RATED), other := Static("other"))
    other.can_focus = True
    async with stage.run_test(size=(120, 40)) as pilot:
        await pilot.press("right")
        block = [
            segment
            for segment in stage.screen._compositor.render_strips()[2]
            if segment.style and segment.style.bgcolor and segment.text == "[2]"
        ]
        assert len(block) == 1
        assert block[0].style is not None
        side = block[0].style.bgcolor
        await pilot.press("tab")
        now = [segment.style for segment in stage.screen._compositor.render_strips()[2]]
        assert side not in [style.bgcolor for style in now if style]


@pytest.mark.parametrize(("size", "line"), [((60, 20), 3), ((80, 24), 4), ((120, 40), 5), ((160, 50), 5)])
async def test_a_click_on_a_pip_rates_and_does_not_move_on(size: tuple[int, int], line: int) -> None:
    stage = Stage(sides := scale(RATED), panel := Static())
    panel.styles.height = max(0, size[1] - 15)
    async with stage.run_test(size=size, message_hook=stage.told.append) as pilot:
        drawn = next(text for text in stage.drawn() if "Borealis" in text)
        y = stage.drawn().index(drawn)
        await pilot.click(sides, offset=(drawn.rindex("─", 0, drawn.index("━")), y))
        await pilot.click(sides, offset=(drawn.index("│") + 5, y))
    assert answers(stage) == [("borealis", "left", 3), ("borealis", "right", 1)]
    assert (sides.current, sides.side) == ("borealis", "right")


async def test_a_drag_changes_the_rating_and_stops_at_the_ends() -> None:
    stage = Stage(sides := scale(RATED))
    async with stage.run_test(size=(80, 24), message_hook=stage.told.append) as pilot:
        right = stage.drawn()[2].index("│") + 5
        await pilot.mouse_down(sides, offset=(right, 2))
        for x in (right + 4, right + 10, 79, 0):
            await pilot.hover(sides, offset=(x, 2))
        await pilot.mouse_up(sides, offset=(0, 2))
        await pilot.hover(sides, offset=(right + 10, 2))
    ratings = [value for _, _, value in answers(stage)]
    assert (ratings[0], max(map(str, ratings)), ratings[-1]) == (1, "5", 1)
    assert {(key, side) for key, side, _ in answers(stage)} == {("acme", "right")}


async def test_a_terminals_mouse_clicks_and_drags_pips() -> None:
    stage = Stage(scale(RATED))
    async with stage.run_test(size=(80, 24), message_hook=stage.told.append) as pilot:
        pip = stage.drawn()[5].index("│") + 5
        await stage.mouse((MouseDown, pip, 5), (MouseMove, pip + 7, 5), (MouseUp, pip + 7, 5))
        await pilot.pause()
        await stage.mouse((MouseDown, 4, 2), (MouseUp, 4, 2), (MouseDown, 4, 2), (MouseUp, 4, 2))
        await pilot.pause()
    assert answers(stage) == [("borealis", "right", 1), ("borealis", "right", 3)]
    assert [message.key for message in stage.of(TwoSidedScale.Chosen)] == ["acme"]


async def test_a_click_beside_the_pips_selects_the_row_and_side() -> None:
    stage = Stage(sides := scale(RATED))
    async with stage.run_test(size=(80, 24), message_hook=stage.told.append) as pilot:
        await pilot.click(sides, offset=(4, 8))
        assert (sides.current, sides.side) == ("calder", "left")
        await pilot.click(sides, offset=(60, 5))
        assert (sides.current, sides.side) == ("borealis", "right")
        await pilot.click(sides, offset=(4, 2), times=2)
        await pilot.click(sides, offset=(4, 0))
    assert answers(stage) == []
    assert [message.key for message in stage.of(TwoSidedScale.Chosen)] == ["acme"]


async def test_two_quick_clicks_on_a_pip_do_not_open_the_row() -> None:
    stage = Stage(sides := scale(RATED))
    async with stage.run_test(size=(80, 24), message_hook=stage.told.append) as pilot:
        await pilot.click(sides, offset=(stage.drawn()[2].index("━"), 2), times=2)
    assert stage.of(TwoSidedScale.Chosen) == []


async def test_the_owner_puts_the_cursor_on_a_side() -> None:
    stage = Stage(sides := scale(RATED))
    async with stage.run_test(message_hook=stage.told.append):
        assert (sides.go_to("delphi", "right"), sides.go_to("nobody")) == (True, False)
        assert (sides.current, sides.side) == ("delphi", "right")
        sides.set_scale(RATED, current="acme")
        assert (sides.current, sides.side) == ("acme", "right")
    assert stage.of(TwoSidedScale.Moved) == []


async def test_a_scale_without_rows_says_so_and_takes_no_rating() -> None:
    stage = Stage(sides := scale(()))
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        await pilot.press("5", "0", "plus", "backspace", "right", "down", "enter")
        await pilot.click(sides, offset=(3, 0))
        assert stage.drawn()[0] == "  Nobody to rate yet."
        sides.set_scale(RATED)
        await pilot.pause()
        assert "Acme Robotics" in stage.drawn()[2]
    assert answers(stage) == []


@pytest.mark.parametrize(
    ("height", "first_lines"),
    [
        (16, ["", "▌ Acme Robotics", "▌ medical devices", "", "  Borealis Foods"]),
        (15, ["▌ Acme Robotics", "▌ medical devices", "  Borealis Foods"]),
        (10, ["▌ Acme Robotics", "  Borealis Foods", "  Calder Rail"]),
        (4, ["▌ Acme Robotics", "  Borealis Foods", "  Calder Rail"]),
    ],
)
async def test_rows_are_set_closer_when_they_do_not_fit(height: int, first_lines: list[str]) -> None:
    stage = Stage(Column(scale(RATED)))
    async with stage.run_test(size=(80, height)) as pilot:
        drawn = [text[:18].rstrip() for text in stage.drawn()[1:]]
        assert drawn[: len(first_lines)] == first_lines
        await pilot.press("end", "right", "0")
        assert any("Eastgate Energy" in text and "[?]" in text for text in stage.drawn())


@pytest.mark.parametrize("width", [40, 56, 60, 76, 80, 94, 120, 160, 200])
def test_every_part_has_its_place_at_every_width(width: int) -> None:
    columns = columns_for(width, 15, 17)
    drawing = ScaleDrawing(YOU, THEY, columns, width)
    for row in (*RATED, ScaleRow("x", HOSTILE, "unknown", None, HOSTILE, HOSTILE, HOSTILE, HOSTILE, "warn", HOSTILE)):
        shown = [drawing.rated_line(row, current=True), drawing.words_line(row, current=True)]
        assert [line.plain for line in shown if cell_len(line.plain) > width] == []
        assert shown[0].plain[: cell_len(shown[0].plain)].find("│") > 0
    assert drawing.rated_line(RATED[0], current=False).plain.index("│") == columns.middle


def test_what_is_beside_the_pips_gives_way_only_below_60_columns() -> None:
    whole = [columns_for(width, 15, 17) for width in (56, 76, 94, 160)]
    assert [(columns.name, columns.verdict, columns.pip.width) for columns in whole] == [
        (15, 17, 1),
        (15, 17, 2),
        (15, 17, 4),
        (15, 17, 5),
    ]
    narrow = columns_for(40, 15, 17)
    assert (narrow.name, narrow.verdict_at + narrow.verdict) == (8, 40)


@given(st.integers(40, 200), st.integers(0, 40), st.integers(0, 30), st.integers(1, 5))
def test_a_click_on_a_pip_means_that_pip(width: int, name: int, verdict: int, rating: int) -> None:
    columns = columns_for(width, name, verdict)
    step = columns.pip.width + columns.pip.gap
    right = columns.right_pips + (rating - 1) * step
    left = columns.left_pips + (PIPS - rating) * step
    assert (columns.rating_at(right, "right"), columns.rating_at(left, "left")) == (rating, rating)
    assert (columns.is_pip(right), columns.is_pip(left), columns.is_pip(columns.middle)) == (True, True, False)


async def test_hostile_names_and_notes_are_only_text() -> None:
    hostile = ScaleRow("x", HOSTILE, 3, 4, HOSTILE, HOSTILE, HOSTILE, HOSTILE, "alarm", HOSTILE)
    stage = Stage(sides := TwoSidedScale(ScaleSide(HOSTILE, "you"), ScaleSide(HOSTILE, "them"), [hostile]))
    async with stage.run_test(size=(160, 20)) as pilot:
        assert (sides.current, stage.acts()) == ("x", [])
        for x in range(0, 160, 4):
            await pilot.click(sides, offset=(x, 3))
        assert stage.is_running


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
def test_the_scale_looks_as_it_did(size: tuple[int, int], snap_compare: object) -> None:
    assert callable(snap_compare)
    rows = (*RATED, ScaleRow("gamma", "株式会社 Gamma 👩‍🔬", "unknown", None, "energy", verdict_note="new"))
    assert snap_compare(Stage(Column(scale(rows), Static())), press=["down", "right"], terminal_size=size)
