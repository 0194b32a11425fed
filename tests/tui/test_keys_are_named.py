"""Every key that works is named: in the footer, or in the help that `?` or F1 opens over any screen or dialog."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

from tests.tui.looks.tour import NOVEMBER, Tour
from tests.tui.looks.walk import HOME, TOURS, touring
from tests.tui.stage import staged
from tui.help.screen import HelpScreen, keys_of
from tui.keys_in_words import FRENCH, written
from tui.widgets.key_bar import KeyBar
from tui.widgets.shown_key import shown_key


def named(screen: Screen[Any]) -> set[str]:
    """The keys that the footer or the help of a screen names; a digit stands for its key on a French keyboard too."""
    in_help = [key for keys, words in keys_of(screen) if words.strip() for key in keys.split(" ")]
    in_footer = [key for bar in screen.query(KeyBar) for hint in bar._hints for key in hint.shown.split(" ")]
    return {each for key in (*in_help, *in_footer) for each in counted(key)}


def counted(key: str) -> Iterator[str]:
    first, dash, last = key.partition("–")
    for each in [str(digit) for digit in range(int(first), int(last) + 1)] if dash else [key]:
        yield from (each, FRENCH[int(each) - 1]) if each.isdecimal() else (each,)


def working(screen: Screen[Any]) -> dict[str, list[str]]:
    """The keys of ours that do something now, by the id of what they do."""
    found: dict[str, list[str]] = {}
    for key, active in screen.active_bindings.items():
        if active.enabled and active.binding.id is not None:
            found.setdefault(active.binding.id, []).append(shown_key(key))
    return found


@pytest.mark.parametrize("tour", TOURS, ids=lambda tour: tour.name)
async def test_each_key_that_works_is_named(tour: Tour, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", HOME)
    unnamed = set()
    async with touring(tour, tmp_path) as stage:
        async for name, _ in tour.way(stage):
            screen = stage.app.screen
            known = named(screen)
            unnamed |= {(name, id_) for id_, keys in working(screen).items() if known.isdisjoint(keys)}
    assert unnamed == set()


@pytest.mark.parametrize("way", [["v"], ["o"], ["r"], ["ctrl+o", "a"], ["ctrl+o", "m", "1"], ["ctrl+p"]])
async def test_help_opens_over_a_dialog_and_goes_back_to_it(tmp_path: Path, way: list[str]) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await stage.press("ctrl+n", "ctrl+n", *way)
        dialog = stage.app.screen
        await stage.press("f1")
        assert stage.shows(HelpScreen)
        assert "^Q" in stage.text
        await stage.press("escape")
        assert stage.app.screen is dialog
        assert dialog.is_modal


@pytest.mark.parametrize(
    ("way", "key", "words"),
    [
        (["ctrl+p"], "↓", "next"),
        (["ctrl+n", "a"], "Enter", "next field; save from the last"),
        (["ctrl+n", "a"], "↓", "field below"),
        (["ctrl+n"] * 6, "→", "towards conviction"),
    ],
)
async def test_help_names_what_a_field_or_box_leaves_to_those_around_it(
    tmp_path: Path, way: list[str], key: str, words: str
) -> None:
    async with staged(tmp_path, made_up=True, start=NOVEMBER) as stage:
        await stage.press(*way)
        assert [each for keys, each in keys_of(stage.app.screen) if key in keys.split(" ")] == [words]


def test_help_writes_keys_as_they_stand_on_a_keyboard() -> None:
    assert [shown_key(key) for key in ("less_than_sign", "ctrl+end", "ctrl+n")] == ["<", "^End", "^N"]


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        (["1", "&", "2", "é", "3", '"'], "1–3"),
        (["0", "à", "5", "(", "x"], "0 5 x"),
        (["&", "é"], "& é"),
        (["-", "h"], "- h"),
    ],
)
def test_digits_are_written_as_a_range_without_what_a_french_keyboard_has_there(keys: list[str], shown: str) -> None:
    assert written(keys) == shown
