"""What works on every screen: help, the commands, the marks of made-up data."""

from pathlib import Path

import pytest

from tests.tui.stage import staged

WAYS = {
    "home": (),
    "look back": ("enter",),
    "obsessions": ("enter", "ctrl+n"),
    "urgency": ("enter", "ctrl+n", "ctrl+n"),
    "reality": ("enter", "ctrl+n", "ctrl+n", "ctrl+n"),
    "segments": ("enter", *["ctrl+n"] * 4),
    "learning": ("enter", *["ctrl+n"] * 5),
    "commit": ("enter", *["ctrl+n"] * 6),
    "summary so far": ("enter", *["ctrl+n"] * 6, "s"),
    "past sessions": ("p",),
    "summary": ("p", "enter"),
    "compare": ("p", "c", "down", "c"),
    "trends": ("t",),
    "story": ("t", "enter"),
}
"""The keys from home to every screen."""


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
async def test_help_says_what_a_screen_is_for_and_its_keys(tmp_path: Path, way: tuple[str, ...]) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press(*way, "f1")
        assert "Esc closes this." in stage.app.screen.query_one("#text").render().plain  # type: ignore[union-attr]
        await stage.press("escape")
        assert not stage.app.screen.query("#page")


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
async def test_made_up_data_is_marked(tmp_path: Path, way: tuple[str, ...]) -> None:
    async with staged(tmp_path, made_up=True, marked=True, size=(80, 24)) as stage:
        await stage.press(*way)
        assert "made-up data" in stage.text


async def test_the_command_palette_opens(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press("ctrl+p")
        await stage.pilot.pause(0.2)
        assert "Begin another month" in stage.text


async def test_colours_are_chosen_by_plain_names_and_kept_by_their_own(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        await stage.press("comma")
        assert "1 dark   2 light" in stage.text
        await stage.press(*["enter"] * 3, "2", "enter")
        await stage.pilot.pause()
        assert stage.app.theme == "obsess-light"
