"""Everything by keyboard alone: through every screen, by every key, and to the end of every page."""

from pathlib import Path
from typing import Any

import pytest
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen

from tests.tui.looks.faults import faults
from tests.tui.looks.tour import NOVEMBER
from tests.tui.looks.walk import HOME, TOURS, touring
from tests.tui.screens import screens, walked
from tests.tui.stage import TODAY, Stage, StandingClock, staged
from tui.help.screen import HelpScreen
from tui.home.screen import HomeScreen
from tui.keys import remappable
from tui.past.screen import PastScreen
from tui.ritual.ending import EndingScreen
from tui.ritual.screen import RitualScreen
from tui.summary.screen import SummaryScreen
from tui.trends.screen import TrendsScreen
from tui.widgets.rows import Rows

SCREENS = {tour.name: tour for tour in TOURS}
SMALLEST = (60, 20)
WAYS_DOWN = ["end", *(["pagedown"] * 40), *(["down"] * 80)]


async def at_the_end(stage: Stage, name: str) -> None:
    """Scroll down by keys alone, and see that nothing is left below."""
    for key in WAYS_DOWN:
        if not below(stage.app.screen):
            return
        await stage.pilot.press(key)
    await stage.pilot.pause()
    assert below(stage.app.screen) == [], name


def below(screen: Screen[Any]) -> list[str]:
    """The pages and lists of a screen that go on below what is seen."""
    lists = [each for each in screen.query(Rows) if each.has_focus]
    pages = lists or [*screen.query(VerticalScroll)]
    return [str(each) for each in pages if each.is_on_screen and each.scroll_y < each.max_scroll_y]


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        (["question_mark"], "help"),
        (["p"], "past"),
        (["p", "enter"], "summary"),
        (["p", "c", "down", "c"], "compare"),
        (["t", "8"], "track record"),
        (["t", "enter"], "story"),
        (["t", "8", "down", "enter"], "cases"),
        ([], "home"),
    ],
)
async def test_every_page_is_read_to_its_end_in_a_small_window(tmp_path: Path, keys: list[str], name: str) -> None:
    async with staged(tmp_path, made_up=True, size=SMALLEST) as stage:
        await stage.press(*keys)
        await at_the_end(stage, name)


@pytest.mark.parametrize("step", range(7))
async def test_every_step_is_come_through_to_its_end_in_a_small_window(tmp_path: Path, step: int) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER, size=SMALLEST) as stage:
        await stage.press(*(["ctrl+n"] * step))
        for _ in range(80):
            await stage.pilot.press("down")
        await stage.pilot.pause()
        assert below(stage.app.screen) == []


async def test_from_home_through_a_whole_review_and_back(tmp_path: Path) -> None:
    seen: list[type[Screen[Any]]] = []
    async with staged(tmp_path, made_up=True) as stage:
        for keys in (
            ["enter"],  # the ritual, its first question
            ["1", "1", "2", "3", "1", "ctrl+n"],
            ["a", *"Zed", "enter", "enter", "enter", "enter", "escape", "ctrl+n"],
            ["5", "2", "4", "4", "3", "0", "2", "4", "5", "1", "3", "3", "ctrl+n"],
            ["1", "1", "tab", "4", "tab", "2", "tab", "2", "ctrl+n"],
            ["5", "1", "3", "3", "ctrl+n"],
            ["right", "ctrl+n"],
            ["space", "s"],
            ["escape", "ctrl+f"],
            ["enter", "p"],
            ["escape", "t"],
            ["escape"],
        ):
            await stage.press(*keys)
            seen.append(type(stage.app.screen))
            assert faults(stage.app.screen) == []
    assert seen[0] is RitualScreen
    assert seen[-5:] == [SummaryScreen, EndingScreen, PastScreen, TrendsScreen, HomeScreen]


async def test_every_screen_says_in_its_help_what_keys_it_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each key that a screen has, and that does something there, stands in its help or in its line of keys."""
    monkeypatch.setenv("HOME", HOME)
    for name in ("past", "trends", "story"):
        async with touring(SCREENS[name], tmp_path / name) as stage:
            async for _ in SCREENS[name].way(stage):
                break
            screen = stage.app.screen
            wanted = {each.description for each in screen.BINDINGS if isinstance(each, Binding)} - {""}
            await stage.press("f1")
            assert stage.shows(HelpScreen)
            shown = stage.app.screen.query_one("#text").render()
            assert [words for words in sorted(wanted) if words not in str(shown)] == []


async def test_a_changed_key_works_and_is_what_help_and_footer_show(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('[keys]\n"home.trends" = "f7"\n"scale.rate_5" = "x"\n')
    async with staged(tmp_path, made_up=True, clock=StandingClock(TODAY)) as stage:
        assert "F7 trends" in stage.text
        await stage.press("t")
        assert stage.shows(HomeScreen)
        await stage.press("question_mark")
        assert "F7" in stage.text
        await stage.press("escape", "f7")
        assert stage.shows(TrendsScreen)
        await stage.press("escape", "enter", "ctrl+n", "ctrl+n", "x")
        draft = stage.library.draft()
        assert draft is not None
        assert draft.answers.obsessions[0].yours == 5


def test_every_key_can_be_changed() -> None:
    assert len({each.id for each in remappable()}) == len(remappable())


EVERYWHERE: list[tuple[list[str], str]] = [
    (["question_mark"], "Esc closes this."),
    (["escape", "comma"], "Review day"),
    (["escape", "x"], "Write the summary to a file"),
    (["escape", "b"], "Which month?"),
    (["1"], "In full"),
    (["escape", "b", "3"], "Another month"),
    (["escape", "ctrl+p"], "Begin"),
    (["escape", "p"], "20 sessions"),
    (["slash", *"har"], "Hartmann Pumps"),
    (["escape", "escape", "home", "x"], "Write the summary"),
    (["escape", "enter"], "October 2026, summary"),
    (["escape", "c", "down", "c"], "unpaid hours"),
    (["escape", "d"], "Delete the"),
    (["y", "u"], "Put back which?"),
    (["1", "home", "down", "down", "down", "v"], "as first finished"),
    (["escape", "escape", "t"], "▸1"),
    *((["tab"], f"▸{view}") for view in range(2, 9)),
    (["down", "enter"], "on the list since"),
    (["escape", "1", "enter"], "Acme Robotics"),
    (["escape", "escape", "enter"], "What did you say you would do?"),
    (["o"], "a note"),
    (["escape", "ctrl+n"], "Who can't you stop thinking about?"),
    (["a"], "Who is it?"),
    (["escape", "d"], "how did it end?"),
    (["escape", "m"], "is the same as"),
    (["1"], "keep both"),
    (["n", "ctrl+n"], "Who wants this more"),
    (["v"], "what did they do?"),
    (["escape", "5", "1", "up", "r"], "reason"),
    (["escape", "ctrl+n"], "What is it costing"),
    (["enter"], "Is it real?"),
    (["g"], "give"),
    (["escape", "w"], "claim"),
    (["escape", "d"], "Acme Robotics: so?"),
    (["escape", "escape", "ctrl+n"], "Where have you not"),
    (["a"], "segment"),
    (["escape", "ctrl+n"], "What will you learn?"),
    (["a"], "learn"),
    (["escape", "ctrl+n"], "What will you do"),
    (["a"], "will"),
    (["escape", "s"], "summary so far"),
    (["escape", "ctrl+f"], "is done."),
]
"""Keys from one screen to the next, and words that stand there."""


async def test_the_keys_lead_to_every_screen_and_dialog(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        seen = await walked(stage, EVERYWHERE, stage.press)
    assert {each.__name__ for each in screens() - seen} == set()
