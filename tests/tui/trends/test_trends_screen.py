"""The trends as somebody goes through them: on a made-up history, one session, none, and fifty years."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from review import demo
from review.history import History
from review.month import Month
from review.trends.page import Grid, Range
from review.trends.views import VIEWS, page
from store.library import Library
from tests import long_history
from tests.tui.trends.trends_stage import TrendsStage
from tests.two_months import history as two_months
from tui.app import ReviewApp
from tui.clock import Clock
from tui.desk import Desk
from tui.settings import Settings, SettingsFile
from tui.story.screen import StoryScreen
from tui.trends import grid
from tui.trends.cases import CasesScreen
from tui.trends.screen import TrendsScreen
from tui.widgets.sheet import Sheet

SIZES = [(120, 40), (80, 24), (60, 20)]


@pytest.fixture(scope="module")
def made_up() -> History:
    return demo.history(Month("2026-10"))


def one_session() -> History:
    whole = two_months()
    return History(whole.sessions[:1], whole.prospects, whole.segments, whole.goals)


@pytest.mark.parametrize("size", SIZES)
async def test_it_opens_on_who_stayed_in_your_head(size: tuple[int, int], made_up: History) -> None:
    stage = TrendsStage(made_up)
    async with stage.run_test(size=size) as pilot:
        await pilot.pause()
        line = next(line for line in stage.drawn() if "Acme Robotics" in line)
        assert "+1 +2 +3 +3 +3 +3 +3" in " ".join(line.split())
        assert "8 months" in line
        assert any("signed, Sep" in each for each in stage.drawn())
        assert not any(each.rstrip(" │▁▂▃▄▅▆▇█").endswith("…") for each in stage.drawn())


@pytest.mark.parametrize("size", SIZES)
async def test_each_digit_shows_its_view(size: tuple[int, int], made_up: History) -> None:
    stage = TrendsStage(made_up)
    async with stage.run_test(size=size) as pilot:
        for at, view in reversed(list(enumerate(VIEWS, 1))):
            await pilot.press(str(at))
            await pilot.pause()
            first = page(made_up, view).blocks[0].title
            tabs = stage.drawn()[1 if size[1] < 30 else 2]
            assert f"{at} {view.short}" in tabs or f"{at} {view.name}" in tabs
            assert f"─ {first}" in stage.shown()


async def test_tab_goes_round_the_views_and_shift_tab_back(made_up: History) -> None:
    stage = TrendsStage(made_up)
    async with stage.run_test(size=(120, 40)) as pilot:
        await pilot.press("shift+tab")
        assert "What letting go cost you" in stage.shown()
        await pilot.press("tab", "tab")
        assert "How far you are ahead of them" in stage.shown()


async def test_a_click_on_a_name_shows_its_view(made_up: History) -> None:
    stage = TrendsStage(made_up)
    async with stage.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.click("#views", offset=(stage.drawn()[2].index("5 Hours") + 2, 1))
        await pilot.pause()
        assert "How many limits held" in stage.shown()


async def test_r_shows_24_months_all_of_them_and_12_again(made_up: History) -> None:
    stage = TrendsStage(made_up)
    async with stage.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "11 sessions" in stage.drawn()[0]
        assert "Juno Aero" not in stage.shown()
        await pilot.press("r")
        assert "November 2024 – October 2026, 20 sessions" in stage.drawn()[0]
        assert "Juno Aero" in stage.shown()
        assert "2024  2025" in stage.shown()
        await pilot.press("r", "r")
        assert "11 sessions" in stage.drawn()[0]


async def test_the_arrows_scroll_to_earlier_months_and_back(made_up: History) -> None:
    stage = TrendsStage(made_up)
    async with stage.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert "◂ 3 earlier" in stage.shown()
        await pilot.press("left")
        assert "earlier" not in stage.shown()
        assert "3 later ▸" in stage.shown()
        await pilot.press("left", "right")
        assert "◂ 3 earlier" in stage.shown()


@pytest.mark.parametrize("size", SIZES)
async def test_the_views_are_named_in_whole_words(size: tuple[int, int], made_up: History) -> None:
    stage = TrendsStage(made_up)
    async with stage.run_test(size=size) as pilot:
        for at, view in enumerate(VIEWS, 1):
            await pilot.press(str(at))
            line = stage.drawn()[1 if size[1] < 30 else 2].strip()
            if size[0] < 80:
                assert line.startswith(f"◂ {at} {view.name} ▸")
                assert "Tab or 1–8" in line
            else:
                names = [each.name if size[0] > 100 else each.short for each in VIEWS]
                shown = " ".join(line.replace("▸", "").split())
                assert shown == " ".join(f"{place} {name}" for place, name in enumerate(names, 1))


async def test_a_click_on_an_arrow_shows_the_view_beside(made_up: History) -> None:
    stage = TrendsStage(made_up)
    async with stage.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        await pilot.click("#views", offset=(1, 0))
        await pilot.pause()
        assert "◂ 8 Track record ▸" in stage.shown()
        await pilot.click("#views", offset=(stage.drawn()[1].index("▸"), 0))
        await pilot.pause()
        assert "◂ 1 Obsessions ▸" in stage.shown()


async def test_a_skipped_month_is_a_dotted_line_and_has_no_bar(made_up: History) -> None:
    stage = TrendsStage(made_up)
    async with stage.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        lines = stage.drawn()
        months = next(line for line in lines if line.split()[1:3] == ["Nov", "Dec"])
        at = months.index("Mar")
        assert {line[at : at + 3].strip() for line in lines[5:9]} == {"┊"}
        assert "┊ no review that month" in "\n".join(lines)


@pytest.mark.parametrize("size", SIZES)
async def test_enter_tells_a_prospects_story_and_esc_comes_back_to_the_row(
    size: tuple[int, int], made_up: History
) -> None:
    stage = TrendsStage(made_up)
    async with stage.run_test(size=size) as pilot:
        await pilot.press("down", "enter")
        await pilot.pause()
        assert isinstance(stage.screen, StoryScreen)
        assert "Delphi Labs" in stage.drawn()[0]
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(stage.screen, TrendsScreen)
        assert any(line.startswith("▌") and "Delphi Labs" in line for line in stage.drawn())
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(stage.screen, TrendsScreen)


async def test_enter_on_a_figure_lists_its_cases_and_again_tells_one(made_up: History) -> None:
    stage = TrendsStage(made_up)
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("8", "enter")
        await pilot.pause()
        assert isinstance(stage.screen, CasesScreen)
        assert "Northgate Hoists, on the list since October 2025: you parted" in stage.shown()
        assert "Quill Optics, on the list since" in stage.shown()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(stage.screen, StoryScreen)
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert isinstance(stage.screen, TrendsScreen)


async def test_enter_on_an_outcome_lists_the_promises_behind_it(made_up: History) -> None:
    stage = TrendsStage(made_up)
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("6")
        while stage.screen.query_one(Sheet).current is None:
            await pilot.press("down")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(stage.screen, CasesScreen)
        assert "answered in October 2026" in stage.shown()
        cases = stage.screen._cases
        told = next(at for at, each in enumerate(cases) if each.about is not None)
        assert ("its story" in stage.drawn()[-1]) == (told == 0)
        await pilot.press(*["down"] * told, "enter")
        await pilot.pause()
        assert isinstance(stage.screen, StoryScreen)


async def test_enter_on_a_segment_lists_who_was_in_it(made_up: History) -> None:
    stage = TrendsStage(made_up)
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "down", "enter")
        await pilot.pause()
        assert isinstance(stage.screen, CasesScreen)
        assert "Energy" in stage.drawn()[0]
        assert "Eastgate Energy: August 2026 to October 2026" in stage.shown()


async def test_enter_on_a_segment_without_anybody_says_what_is_known_of_it(made_up: History) -> None:
    stage = TrendsStage(made_up)
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("4")
        assert "Enter what is known" in stage.drawn()[-1]
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(stage.screen, CasesScreen)
        assert "Universities" in stage.drawn()[0]
        for words in ("Potential ", "Not met yet: ", "Nobody of it was ever on your list."):
            assert words in stage.shown()


@pytest.mark.parametrize("size", SIZES)
async def test_down_reaches_the_end_of_every_view_and_up_its_beginning(size: tuple[int, int], made_up: History) -> None:
    stage = TrendsStage(made_up)
    async with stage.run_test(size=size) as pilot:
        for at in range(1, len(VIEWS) + 1):
            await pilot.press(str(at))
            sheet = stage.screen.query_one(Sheet)
            presses = len(stage.screen.query_one(Sheet).arrangements(0)[0].heights)
            for _ in range(presses):
                sheet.action_step(1)
            assert sheet.scroll_y == sheet.max_scroll_y
            for _ in range(presses):
                sheet.action_step(-1)
            assert sheet.scroll_y == 0


async def test_every_line_is_seen_on_the_way_down(made_up: History) -> None:
    stage = TrendsStage(made_up)
    async with stage.run_test(size=(60, 20)) as pilot:
        await pilot.press("5")
        seen: set[str] = set()
        for _ in range(40):
            await pilot.press("down")
            seen |= set(stage.drawn())
        for words in ("unpaid hours", "hours over the", "limits held", "What it cost since", "Borealis Foods"):
            assert any(words in line for line in seen)


async def test_the_months_stay_on_top_while_the_prospects_scroll(made_up: History) -> None:
    stage = TrendsStage(made_up)
    async with stage.run_test(size=(60, 20)) as pilot:
        await pilot.press(*["down"] * 16)
        assert "earlier" in stage.drawn()[2]
        assert "Acme Robotics" not in stage.shown()
        await pilot.press("end")
        assert "Everyone else" in stage.shown()


async def test_page_down_and_home_keep_the_cursor_in_view(made_up: History) -> None:
    stage = TrendsStage(made_up)
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("8", "pagedown")
        assert any(line.startswith("▌") for line in stage.drawn())
        assert "Your own track record" not in stage.shown()
        await pilot.press("home")
        assert any(line.startswith("▌") and "One-way streets" in line for line in stage.drawn())


async def test_a_view_comes_back_where_it_was_left(made_up: History) -> None:
    stage = TrendsStage(made_up)
    async with stage.run_test(size=(120, 40)) as pilot:
        await pilot.press("down", "down", "2", "1")
        assert any(line.startswith("▌") and "Eastgate" in line for line in stage.drawn())


async def test_another_size_draws_the_page_anew(made_up: History) -> None:
    stage = TrendsStage(made_up)
    async with stage.run_test(size=(120, 40)) as pilot:
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert "earlier" in stage.shown()


async def test_without_a_session_each_view_says_what_will_stand_there() -> None:
    stage = TrendsStage(History())
    async with stage.run_test(size=(80, 24)) as pilot:
        for at, view in enumerate(VIEWS, 1):
            await pilot.press(str(at), "down", "left", "r", "enter", "pagedown", "end")
            await pilot.pause()
            text = " ".join(stage.shown().split())
            assert f"Nothing yet. After your first review this shows {view.will_show}. Still missing: " in text


@pytest.mark.parametrize("size", SIZES)
async def test_with_one_session_each_view_says_what_the_second_brings(size: tuple[int, int]) -> None:
    stage = TrendsStage(one_session())
    async with stage.run_test(size=size) as pilot:
        for at, view in enumerate(VIEWS, 1):
            await pilot.press(str(at))
            await pilot.pause()
            text = re.sub("[▁▂▃▄▅▆▇█]", " ", stage.shown())  # without the bar that scrolls
            assert f"One review so far. The second {view.second}." in " ".join(text.split())
            await pilot.press("down", "left", "end")


async def test_names_that_try_to_be_more_than_names_do_nothing() -> None:
    stage = TrendsStage(two_months())
    async with stage.run_test(size=(120, 40)) as pilot:
        for at in range(1, len(VIEWS) + 1):
            await pilot.press(str(at))
            await pilot.pause()
            assert not stage.acts()
        await pilot.press("1", *["down"] * 2, "enter")
        await pilot.pause()
        assert isinstance(stage.screen, StoryScreen)
        assert not stage.acts()


@pytest.mark.parametrize("size", SIZES)
async def test_fifty_years_open_scroll_and_answer_keys(size: tuple[int, int]) -> None:
    stage = TrendsStage(long_history.history())
    async with stage.run_test(size=size) as pilot:
        await pilot.press("r", "r")
        for at in range(1, len(VIEWS) + 1):
            await pilot.press(str(at), "down", "left", "pagedown")
            assert "600 sessions" in stage.drawn()[0]
        await pilot.press("1", "end")
        await pilot.pause()
        assert "Everyone else" in stage.shown()


@pytest.mark.parametrize("keys", [("less_than_sign", "greater_than_sign"), ("ctrl+home", "ctrl+end")])
async def test_one_key_goes_to_the_oldest_month_and_one_to_the_newest(keys: tuple[str, str]) -> None:
    stage = TrendsStage(long_history.history())
    async with stage.run_test(size=(100, 30)) as pilot:
        await pilot.press("r", "r")
        for view in ("1", "2"):
            await pilot.press(view)
            assert "1976" not in "".join(stage.drawn()[1:])
            await pilot.press(keys[0])
            assert "1976" in "".join(stage.drawn()[1:])
            assert "earlier" not in stage.shown()
            await pilot.press(keys[1])
            assert "1976" not in "".join(stage.drawn()[1:])
            assert "later" not in stage.shown()


async def test_fifty_years_draw_only_what_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[object] = []
    row = grid.row

    def noted(*args: Any, **named: Any) -> Any:
        drawn.append(args)
        return row(*args, **named)

    monkeypatch.setattr(grid, "row", noted)
    stage = TrendsStage(long_history.history())
    whole = page(long_history.history(), VIEWS[0], Range.ALL).blocks[0]
    assert isinstance(whole, Grid)
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "r", "left")
        await pilot.pause()
        assert stage.shown()
        assert len(whole.rows) > 1000
        assert 0 < len(drawn) < 150


async def test_t_on_home_opens_the_trends_and_the_help_has_their_keys(tmp_path: Path) -> None:
    clock = Clock(date(2026, 11, 22))
    library = Library(tmp_path / "folder", clock.now)
    library.fill(two_months())
    app = ReviewApp(
        Desk(library, clock, Settings(), lambda: "new", lambda: 0.0), SettingsFile(tmp_path / "settings.toml"), None
    )
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        await pilot.press("t")
        await pilot.pause()
        assert isinstance(app.screen_stack[-1], TrendsScreen)
        await pilot.press("question_mark")
        await pilot.pause()
        shown = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "Eight views of your reviews." in shown
        assert "oldest month" in shown
        assert "12, 24 or all months" in shown
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert app.screen_stack == [app.home]
