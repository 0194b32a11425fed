"""Everything by mouse alone: clicks on what stands on the screen, drags on the scale, and the wheel."""

from functools import partial
from pathlib import Path

from textual import events
from textual.widget import Widget

from tests.tui.looks.tour import NOVEMBER
from tests.tui.looks.walk import settled
from tests.tui.screens import screens, walked
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

VIEWS = ("Obsessions", "Gap", "Baskets", "Segments", "Hours", "Learning", "In and out", "Track record")
BESIDE = "a click beside the dialog"
TWICE = "twice: "


async def click(stage: Stage, words: str, *, times: int = 1, right: int = 0) -> None:
    """Click on the first place where these words stand, or so many cells to their right."""
    await settled(stage)
    column, y = next((line.index(words), y) for y, line in enumerate(stage.text.splitlines()) if words in line)
    x = column + right
    widget, region = stage.app.screen.get_widget_at(x, y)
    await stage.pilot.click(widget, offset=(x - region.x, y - region.y), times=times)
    await stage.pilot.pause()


async def clicked(stage: Stage, *places: str) -> None:
    for words in places:
        if words == BESIDE:
            await stage.pilot.click(offset=(0, 0))
            await stage.pilot.pause()
        else:
            await click(stage, words.removeprefix(TWICE), times=2 if words.startswith(TWICE) else 1)


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


EVERYWHERE: list[tuple[list[str], str]] = [
    (["? help"], "Esc closes this."),
    ([BESIDE, "? help", "Esc closes this", ", settings"], "Review day"),
    (["Esc cancel", "x export"], "Write the summary to a file"),
    (["Esc cancel", "b another month"], "Which month?"),
    (["1  November 2026"], "In full"),
    ([BESIDE, "b another month", "3  Another month"], "August, last"),
    (["Esc cancel", "^P commands"], "Go anywhere"),
    ([BESIDE, "p past sessions"], "20 sessions"),
    (["/ search"], "Enter to the sessions"),
    (["Esc leave the search", "x export"], "Write the summary"),
    (["Esc cancel", "Enter read"], "October 2026, summary"),
    (["Esc close", "c compare", "September 2026", "c compare"], "unpaid hours"),
    (["Esc close", "October 2026", "d delete"], "Delete the"),
    (["n  "], "20 sessions"),
    (["d delete", "y  ", "u put back"], "Put back which?"),
    (["1  October 2026"], "20 sessions"),
    (["July 2026", "v versions"], "as first finished"),
    ([BESIDE, "Esc close", "t trends"], "▸1"),
    *(([f"{view} {word}"], f"▸{view} {word}") for view, word in enumerate(VIEWS, 1)),
    ([TWICE + "Everyone else"], "on the list since"),
    (["Esc close", "1 Obsessions", TWICE + "Acme Robotics"], "Acme Robotics"),
    (["Esc close", "Esc home", "Begin the November review"], "What did you say you would do?"),
    (["o note"], "a note"),
    ([BESIDE, "^N next step"], "Who can't you stop thinking about?"),
    (["+ add a name"], "Who is it?"),
    (["Esc cancel", "Acme Robotics", "d how did it end"], "how did it end?"),
    (["Esc cancel", "m merge"], "is the same as"),
    (["2  Eastgate Energy"], "keep both"),
    (["keep both", "^N next step"], "Who wants this more"),
    (["v "], "what did they do?"),
    ([BESIDE, "^N next step"], "What is it costing"),
    ([TWICE + "Acme Robotics"], "Is it real?"),
    (["g I gave"], "Esc cancel"),
    (["Esc cancel", "w claim"], "Esc cancel"),
    (["Esc cancel", "d decide"], "Acme Robotics: so?"),
    ([BESIDE, "^N next step"], "Where have you not"),
    (["a add"], "Esc cancel"),
    (["Esc cancel", "^N next step"], "What will you learn?"),
    (["a add"], "Esc cancel"),
    (["Esc cancel", "^N next step"], "What will you do"),
    (["+ "], "will"),
    (["Esc cancel", "s  read the summary"], "summary so far"),
    (["Esc close", "Finish November"], "is done."),
]
"""Places to click from one screen to the next, and words that stand there."""


async def test_clicks_lead_to_every_screen_and_dialog(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, size=(160, 50)) as stage:
        seen = await walked(stage, EVERYWHERE, partial(clicked, stage))
    assert {each.__name__ for each in screens() - seen} == set()
