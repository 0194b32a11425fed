"""Small drawings of numbers: exact width, and what they must never say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.widgets.stage import Stage
from tui.widgets.meters import basket_bar, limit_bar, pips, progress, sparkline
from tui.widgets.row import Row
from tui.widgets.rows import Rows

AMOUNTS = st.none() | st.floats(0, 1000)


@pytest.mark.parametrize(
    ("done", "total", "drawn"),
    [
        (4, 10, "━━━━──────"),
        (0, 3, "──────────"),
        (None, 3, "──────────"),
        (3, 3, "━━━━━━━━━━"),
        (9, 3, "━━━━━━━━━━"),
        (0.01, 10, "━─────────"),
        (9.99, 10, "━━━━━━━━━─"),
        (1, 0, "──────────"),
    ],
)
def test_progress_is_empty_only_at_nothing_and_full_only_at_the_end(
    done: float | None, total: float, drawn: str
) -> None:
    assert progress(done, total, 10).plain == drawn


@pytest.mark.parametrize(
    ("spent", "limit", "drawn"),
    [
        (11, 4, "━━━━━━━━╍╍╍╍╍╍╍╍╍╍╍╍╍╍"),
        (5, 4, "━━━━━━━━╍╍            "),
        (4.1, 4, "━━━━━━━╍              "),
        (6, 6, "━━━━━━━━━━━━          "),
        (2, 6, "━━━━────────          "),
        (2, 99, "━━━━──────────────────"),
        (4, None, "━━━━━━━━              "),
        (None, 4, "────────              "),
        (0, 0, "                      "),
        (2, 0, "╍╍╍╍                  "),
        (None, None, "                      "),
    ],
)
def test_hours_over_the_limit_are_seen_without_colour(spent: float | None, limit: float | None, drawn: str) -> None:
    assert limit_bar(spent, limit, 11, 22).plain == drawn


@pytest.mark.parametrize(
    ("shares", "drawn"),
    [
        ([1, 3], "███████▉█▉"),
        ([5], "█████████▉"),
        ([], "          "),
        ([0, 0], "          "),
        ([1, 1, 1, 1, 1, 1], None),
    ],
)
def test_baskets_stand_side_by_side_largest_first(shares: list[float], drawn: str | None) -> None:
    bar = basket_bar(shares, 10)
    assert bar.cell_length == 10
    assert drawn is None or bar.plain == drawn


def test_every_basket_has_a_tone_unlike_its_neighbours() -> None:
    tones = [str(span.style) for span in basket_bar([9, 8, 7, 6, 5, 4, 3], 60).spans]
    assert tones == [f"$basket-{number}" for number in (1, 2, 3, 4, 5, 1, 2)]


@pytest.mark.parametrize(
    ("values", "drawn"),
    [
        ([0, 1, 2, 3, 4, 5, 6, 7], "▁▂▃▄▅▆▇█"),
        ([1, None, 3], "▁·█"),
        ([None, None], "··"),
        ([2, 2], "▄▄"),
        ([], ""),
    ],
)
def test_a_skipped_month_is_a_gap_and_not_a_zero(values: list[float | None], drawn: str) -> None:
    assert sparkline(values).plain == drawn


def test_a_line_from_zero_shows_how_small_the_change_is() -> None:
    assert sparkline([9, 10], low=0, high=10).plain == "▇█"


def test_pips_show_a_rating_and_nothing_for_unknown_or_no_answer() -> None:
    drawn = [pips(value, each=2).plain for value in (1, 5, "unknown", None)]
    assert drawn == ["━━ ── ── ── ──", "━━ ━━ ━━ ━━ ━━", "── ── ── ── ──", "── ── ── ── ──"]


async def test_a_pip_in_a_row_can_be_clicked() -> None:
    stage = Stage(rows := Rows([Row("fear", lambda _width, _current: [pips(2, spots=True)])]))
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        await pilot.click(rows, offset=(2 + 3 * 4, 0))
    assert [(message.key, message.spot) for message in stage.of(Rows.Touched)] == [("fear", "4")]


@given(AMOUNTS, AMOUNTS, st.floats(0, 2000), st.integers(0, 60))
def test_bars_are_exactly_as_wide_as_asked(spent: float | None, limit: float | None, full: float, width: int) -> None:
    assert progress(spent, full, width).cell_length == width
    assert limit_bar(spent, limit, max(full, spent or 0), width).cell_length == width
    assert basket_bar([spent or 0, limit or 0, full], width).cell_length == width
