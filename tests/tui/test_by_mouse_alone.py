"""Everything by mouse alone: clicks on what stands on the screen, drags on the scale, and the wheel."""

from pathlib import Path

from textual import events
from textual.widget import Widget

from tests.tui.looks.tour import NOVEMBER
from tests.tui.stage import Stage, staged
from tui.help.screen import HelpScreen
from tui.home.screen import HomeScreen
from tui.past.screen import PastScreen
from tui.ritual.ending import EndingScreen
from tui.ritual.screen import RitualScreen
from tui.story.screen import StoryScreen
from tui.summary.screen import SummaryScreen
from tui.trends.screen import TrendsScreen
from tui.widgets.two_sided_scale import TwoSidedScale


async def click(stage: Stage, words: str, *, times: int = 1, right: int = 0) -> None:
    """Click on the first place where these words stand, or so many cells to their right."""
    y, line = next((y, line) for y, line in enumerate(stage.text.splitlines()) if words in line)
    x = line.index(words) + right
    widget, region = stage.app.screen.get_widget_at(x, y)
    await stage.pilot.click(widget, offset=(x - region.x, y - region.y), times=times)
    await stage.pilot.pause()


async def clicked(stage: Stage, *places: str) -> None:
    for words in places:
        await click(stage, words)


def wheel(widget: Widget, *, down: bool = True) -> None:
    kind = events.MouseScrollDown if down else events.MouseScrollUp
    x, y = widget.region.center
    widget.post_message(kind(widget, int(x), int(y), 0, 1, 0, False, False, False, screen_x=int(x), screen_y=int(y)))


async def test_about_home_and_back(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await clicked(stage, "? help")
        assert stage.shows(HelpScreen)
        await stage.press("escape")
        await clicked(stage, "t trends", "3 Baskets")
        assert stage.shows(TrendsScreen)
        await clicked(stage, "1 Obsessions")
        await click(stage, "Acme Robotics", times=2)
        assert stage.shows(StoryScreen)
        await clicked(stage, "Esc close", "Esc home")
        assert stage.shows(HomeScreen)
        await clicked(stage, "p past sessions")
        assert stage.shows(PastScreen)
        await click(stage, "September 2026", times=2)
        assert stage.shows(SummaryScreen)
        await clicked(stage, "Esc close", "Esc close")
        assert stage.shows(HomeScreen)


async def test_a_review_from_its_beginning_to_its_end(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, size=(160, 50)) as stage:
        await clicked(stage, "Begin the November review")
        assert stage.shows(RitualScreen)
        await clicked(stage, "1 it happened", "^N next step", "+ add a name", "Esc cancel")
        await click(stage, "Delphi Labs", times=2)
        await clicked(stage, "Esc cancel", "Urgency")
        assert "Who wants this more" in stage.text
        await clicked(stage, "Reality", "Segments", "Learning", "Commit")
        await clicked(stage, "□", "s  read the summary")
        assert stage.shows(SummaryScreen)
        await clicked(stage, "Esc close", "Finish November")
        assert stage.shows(EndingScreen)
        await clicked(stage, "Enter  Home")
        assert stage.shows(HomeScreen)
    history = stage.library.history()
    assert history.last is not None
    assert len(history.last.answers.commitments) == 1


async def test_pips_are_clicked_and_dragged(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await stage.press("ctrl+n", "ctrl+n")
        scale = stage.app.screen.query_one(TwoSidedScale)
        line, row = next((y, each) for y, each in enumerate(stage.text.splitlines()) if "│" in each and "Acme" in each)
        nearest, farthest = row.index("─", row.index("│")), row.rindex("─")
        await stage.pilot.click(offset=(nearest, line))
        assert await theirs(stage, 1) == 1
        await stage.pilot.mouse_down(offset=(nearest, line))
        await stage.pilot.hover(offset=(farthest, line))
        await stage.pilot.mouse_up(offset=(farthest, line))
        assert await theirs(stage, 5) == 5
        assert scale.current is not None


async def theirs(stage: Stage, wanted: int) -> object:
    """What the first prospect's other side is rated; waits for the rating wanted, on a machine however busy."""
    found: object = None
    for _ in range(200):
        draft = stage.library.draft()
        found = draft.answers.obsessions[0].theirs if draft else None
        if found == wanted:
            break
        await stage.pilot.pause(0.01)
    return found


async def test_the_wheel_scrolls_lists_and_pages(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, size=(80, 24)) as stage:
        await stage.press("p", "enter")
        paper = stage.app.screen.query_one("#paper")
        for down, where in ((True, 1), (False, 0)):
            for _ in range(3):
                wheel(paper, down=down)
            await stage.pilot.pause()
            await stage.pilot.wait_for_scheduled_animations()
            assert (paper.scroll_y > 0) == bool(where)


async def test_choices_in_forms_and_dialogs_are_clicked(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await clicked(stage, "Obsessions", "d how did it end")
        await clicked(stage, "3 you parted", " save ")
        draft = stage.library.draft()
        assert draft is not None
        ended = [row.ended for row in draft.answers.obsessions if row.ended]
        assert [each.how.value for each in ended] == ["you parted"]
