"""Reading a session's summary on screen."""

import pytest

from review import demo
from review.history import History
from review.month import Month
from tests.review.telling import month, segment, told, who
from tests.tui.summary.reading_stage import ReadingStage
from tests.tui.widgets.stage import HOSTILE, HOSTILE_START
from tui.summary.screen import SummaryScreen

OCTOBER = Month("2026-10")


@pytest.fixture(scope="module")
def history() -> History:
    return demo.history(OCTOBER)


def reading(history: History, month: Month = OCTOBER, *, unfinished: bool = False) -> ReadingStage:
    return ReadingStage(SummaryScreen(history, month, unfinished=unfinished))


async def test_the_summary_begins_with_the_month_and_has_what_was_answered(history: History) -> None:
    stage = reading(history)
    async with stage.run_test(size=(120, 200)) as pilot:
        await pilot.pause()
        shown = stage.shown()
    assert "Reviewed on Saturday 31 October 2026" in shown
    for words in ("Urgency", "Acme Robotics", "one-way street", "Universities", "Two calls to Northfield"):
        assert words in shown


async def test_an_unfinished_summary_says_so_and_offers_no_file(history: History) -> None:
    stage = reading(history, unfinished=True)
    async with stage.run_test(size=(120, 40)) as pilot:
        await pilot.press("x")
        await pilot.pause()
        assert "Not finished yet: this is the summary as it would be now." in stage.shown()
        assert "Reviewed on" not in stage.shown()
        assert "write to a file" not in stage.shown()
        assert isinstance(stage.screen, SummaryScreen)


@pytest.mark.parametrize("size", [(160, 50), (120, 40), (80, 24), (60, 20)])
async def test_every_line_can_be_scrolled_to_by_pages_and_none_is_cut(history: History, size: tuple[int, int]) -> None:
    stage = reading(history)
    async with stage.run_test(size=size) as pilot:
        await pilot.pause()
        seen: set[str] = set()
        before: list[str] = []
        while stage.drawn() != before:
            before = stage.drawn()
            seen |= {line.rstrip("▁▂▃▄▅▆▇█ ").strip() for line in before}
            await pilot.press("space")
            await pilot.pause()
        assert "100 %" in stage.shown()
        leaf = stage.screen.query_one("#text")
        lines = {line.plain.strip() for line in leaf.lines(leaf.size.width)}  # type: ignore[attr-defined]
    assert lines - seen == set()


@pytest.mark.parametrize(
    ("keys", "percent"),
    [("end", "100 %"), ("G", "100 %"), ("end,home", "0 %"), ("end,g", "0 %"), ("pagedown,pageup", "0 %")],
)
async def test_keys_go_to_the_end_and_back(history: History, keys: str, percent: str) -> None:
    stage = reading(history)
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys.split(","))
        await pilot.pause()
        assert stage.drawn()[0].endswith(percent)


async def test_arrows_and_jk_scroll_by_a_line(history: History) -> None:
    stage = reading(history)
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        paper = stage.screen.query_one("#paper")
        await pilot.press("down", "j", "j", "up", "k")
        await pilot.pause()
        assert paper.scroll_y == 1


async def test_brackets_go_from_section_to_section(history: History) -> None:
    stage = reading(history)
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("right_square_bracket", "right_square_bracket")
        await pilot.pause()
        second = stage.drawn()[1:4]
        await pilot.press("right_square_bracket", "left_square_bracket")
        await pilot.pause()
        assert stage.drawn()[1:4] == second
        await pilot.press("left_square_bracket", "left_square_bracket")
        await pilot.pause()
        assert "October 2026" in "".join(stage.drawn()[1:4])


async def test_the_lines_are_set_anew_when_the_window_changes(history: History) -> None:
    stage = reading(history)
    async with stage.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert max(len(line) for line in stage.drawn()) <= 60
        assert stage.screen.query_one("#text").size.width < 60


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_escape_closes_it(history: History, key: str) -> None:
    stage = reading(history)
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert stage.closed


async def test_a_month_without_a_session_says_so(history: History) -> None:
    stage = reading(history, Month("2030-01"))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "There is no finished session of this month." in stage.shown()


async def test_made_up_data_is_marked(history: History) -> None:
    stage = ReadingStage(SummaryScreen(history, OCTOBER), marks=("made-up data",))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "made-up data" in stage.drawn()[0]


async def test_texts_are_shown_as_typed_and_links_and_markup_in_them_do_nothing() -> None:
    link = "[click](https://example.com) ![x](https://example.com/x.png) <b>https://example.com</b>"
    row = who(HOSTILE, 5, 2, segment="s", hours=3.0, note=link)
    history = told(month("2026-10", row, segments=(segment("s", 4, 1, unmet=link),), line=HOSTILE))
    stage = ReadingStage(SummaryScreen(history, OCTOBER))
    async with stage.run_test(size=(160, 120)) as pilot:
        await pilot.pause()
        assert HOSTILE_START in stage.shown()
        assert "[click](https://example.com)" in stage.shown()
        assert stage.acts() == []
        line = next(each for each in stage.drawn() if "[click]" in each)
        await pilot.click(offset=(line.index("[click]") + 2, stage.drawn().index(line)))
        await pilot.pause()
        assert isinstance(stage.screen, SummaryScreen)
