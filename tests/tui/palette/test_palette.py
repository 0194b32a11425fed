"""The palette: a few letters and Enter lead to every command, view, month and prospect, from any screen."""

from pathlib import Path

import pytest

from review import month as months
from review.trends.views import VIEWS
from store.library import Library
from store.problems import NewerFolder
from tests.tui.stage import TODAY, Stage, StandingClock, made_up_history, staged
from tui.palette.entries import Entry, commands, found, places
from tui.palette.screen import NOTHING, PaletteDialog
from tui.ritual.screen import RitualScreen
from tui.start import Start
from tui.story.screen import StoryScreen
from tui.summary.screen import SummaryScreen
from tui.theme import LIGHT
from tui.trends.screen import TrendsScreen

HISTORY = made_up_history()


async def gone(stage: Stage, words: str) -> None:
    """Type words into the palette, and go to what comes first."""
    await stage.press("ctrl+p")
    assert stage.shows(PaletteDialog)
    await stage.write(words)
    await stage.press("enter")
    await stage.pilot.pause()


async def test_every_view_month_and_prospect_is_among_its_entries(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        names = [each.name for each in places(stage.app, HISTORY)]
    assert [name for name in names if name.startswith("Trends: ")] == [f"Trends: {view.name}" for view in VIEWS]
    assert {months.title(month) for month in HISTORY.months} <= set(names)
    assert {each.name for each in HISTORY.prospects.values() if not each.merged_into} <= set(names)


async def test_the_whole_name_of_any_month_or_prospect_finds_it_first(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        entries = [*commands(stage.app), *places(stage.app, HISTORY)]
    people = [each.name for each in HISTORY.prospects.values() if not each.merged_into]
    for name in [*map(months.title, HISTORY.months), *people]:
        assert found(entries, name)[0].name == name
    for month in HISTORY.months:
        assert [each.name for each in found(entries, month)] == [months.title(month)]


async def test_before_the_first_session_it_says_when_names_are_found(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        await stage.press("ctrl+p")
        await stage.write("acme")
        assert "Names are found" in stage.text


async def test_every_month_is_reached_by_its_name(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        for month in (HISTORY.months[0], HISTORY.months[-1]):
            await gone(stage, months.title(month))
            assert stage.shows(SummaryScreen)
            assert f"{months.title(month)}, summary" in stage.text
            await stage.press("escape")


async def test_the_month_in_progress_is_found_by_its_name_and_gone_on_with(tmp_path: Path) -> None:
    clock = StandingClock(TODAY)
    async with staged(tmp_path, made_up=True, clock=clock, start=Start(months.of(TODAY))) as stage:
        await stage.press("ctrl+n", "escape")
        title = months.title(months.of(TODAY))
        await stage.press("ctrl+p")
        await stage.write(title[:3])
        shown = [line for line in stage.text.splitlines() if title in line and "in progress" in line]
        assert len(shown) == 1
        await stage.press("enter")
        await stage.pilot.pause()
        assert stage.shows(RitualScreen)


async def test_every_prospect_and_view_is_reached_by_a_few_letters(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await gone(stage, "delphi")
        assert stage.shows(StoryScreen)
        await stage.press("escape")
        await gone(stage, "track")
        assert stage.shows(TrendsScreen)
        assert "Track record" in stage.text


async def test_it_works_in_the_middle_of_the_ritual_and_comes_back_to_it(tmp_path: Path) -> None:
    clock = StandingClock(TODAY)
    async with staged(tmp_path, made_up=True, clock=clock, start=Start(months.of(TODAY))) as stage:
        await stage.press("ctrl+n", "ctrl+n")
        before = stage.text
        await gone(stage, "acme")
        assert stage.shows(StoryScreen)
        await stage.press("escape")
        assert stage.text == before


async def test_colours_are_chosen_and_kept(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        await gone(stage, "colours")
        assert "obsess-" not in stage.text.replace("obsess-review", "")
        await stage.write("light")
        await stage.press("enter")
        assert stage.app.theme == LIGHT.name
    assert 'theme = "obsess-light"' in (tmp_path / "settings.toml").read_text()


async def test_arrows_and_the_mouse_choose_and_escape_chooses_nothing(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press("ctrl+p", "down", "down", "enter")
        assert stage.shows(TrendsScreen)
        await stage.press("escape", "ctrl+p")
        lines = stage.text.splitlines()
        y = next(y for y, text in enumerate(lines) if "Past sessions  " in text and "search" in text)
        await stage.pilot.click(offset=(lines[y].index("Past sessions"), y))
        await stage.pilot.pause()
        assert "20 sessions" in stage.text
        await stage.press("ctrl+p", "escape")
        assert "20 sessions" in stage.text


async def test_what_nobody_has_is_said(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press("ctrl+p")
        await stage.write("zzz")
        assert NOTHING in stage.text
        await stage.press("enter")
        assert stage.shows(PaletteDialog)


async def test_a_folder_that_cannot_be_read_leaves_the_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def newer(_library: Library) -> object:
        raise NewerFolder("A newer obsess-review wrote this folder. Update the program.")

    monkeypatch.setattr(Library, "history", newer)
    async with staged(tmp_path) as stage:
        await stage.press("ctrl+p")
        assert "Settings" in stage.text


async def test_the_made_up_history_is_not_offered_where_one_is_in_it(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, marked=True) as stage:
        assert "Made-up history" not in [each.name for each in commands(stage.app)]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ["Begin", "October 2026", "Acme October", "Calder Rail"]),
        ("october", ["October 2026", "Acme October"]),
        ("SUMMARY oct", ["October 2026"]),
        ("rail", ["Calder Rail"]),
        ("  ", ["Begin", "October 2026", "Acme October", "Calder Rail"]),
        ("nobody", []),
    ],
)
def test_words_are_found_in_any_order_and_beginnings_come_first(typed: str, names: list[str]) -> None:
    said = {"October 2026": "summary", "Acme October": "story"}
    every = [
        Entry(name, said.get(name, ""), lambda: None)
        for name in ("Begin", "October 2026", "Acme October", "Calder Rail")
    ]
    assert [each.name for each in found(every, typed)] == names
