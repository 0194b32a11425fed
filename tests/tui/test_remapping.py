"""Keys that the settings change: what is wrong with them is said, a sentence each, and nothing else is lost by it."""

from pathlib import Path

import pytest
from textual.dom import DOMNode

from review.ritual import steps
from tests.tui.stage import staged
from tui.help.screen import USUAL, HelpScreen
from tui.keys import bound_in
from tui.keys_together import bound_together
from tui.remapping import keymap, trouble
from tui.ritual.pages import page_for
from tui.ritual.screen import RitualScreen
from tui.widgets.rows import Rows


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"hoem.begin": "f6"}, "In the settings, [keys] names hoem.begin, which is no key's id; home.begin is one."),
        ({"xyzzy": "f6"}, "In the settings, [keys] names xyzzy, which is no key's id."),
        ({"home.begin": "entr"}, "In the settings, home.begin is given entr, which is no key; write it like "),
        ({"home.begin": "ctrl+j"}, "In the settings, home.begin is given ctrl+j, which means something else to "),
        ({"home.begin": " , "}, "In the settings, home.begin is given no key, so it keeps its own."),
        ({"home.begin": "t"}, "In the settings, home.begin is given t, which home.trends has too; choose another."),
        ({"app.help": "t"}, "In the settings, app.help is given t, which home.trends has too; choose another."),
        ({"home.trends": "?"}, "In the settings, home.trends is given ?, which app.help has too; choose another."),
        ({"urgency.note": "k"}, "In the settings, urgency.note is given k, which rows.up has too; choose another."),
        ({"rows.down": "n"}, "In the settings, rows.down is given n, which dialog.no has too; choose another."),
        ({"past.export": "j"}, "In the settings, past.export is given j, which rows.down has too; choose another."),
        (
            {"form.editor": "ctrl+z"},
            "In the settings, form.editor is given ^Z, which text.undo has too;",
        ),
        ({"dialog.yes": "j"}, "In the settings, dialog.yes is given j, which rows.down has too; choose another."),
        (
            {"ritual.summary": "l"},
            "In the settings, ritual.summary is given l, which closer.right and 4 others have",
        ),
    ],
)
def test_what_is_wrong_is_one_sentence(given: dict[str, str], said: str) -> None:
    [sentence] = trouble(given)
    assert sentence.startswith(said)
    assert sentence.endswith(".")


def test_two_that_were_given_one_key_are_told_once() -> None:
    assert trouble({"home.begin": "f6", "home.trends": "f6"}) == (
        "In the settings, home.trends is given F6, which home.begin has too; choose another.",
    )


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"home.trends": "f7", "scale.rate_5": "x"},
        {"home.begin": "enter, space", "ritual.next": "ctrl+n,f4,f8"},
        {"home.begin": "t", "home.trends": "enter"},
        {"app.help": "question_mark,f1,f9"},
        {"home.trends": "ctrl+t,alt+t,T,é,;"},
        {"home.down": "n", "compare.down": "n", "rows.down": "down,j"},
        {"urgency.note": "n", "learning.note": "n", "ritual.summary": "S"},
    ],
)
def test_what_fits_is_passed_over_in_silence(given: dict[str, str]) -> None:
    assert trouble(given) == ()


def test_every_page_of_the_ritual_stands_in_its_screen_with_the_list_in_it() -> None:
    pairs = set(bound_together())
    lists, screen = ids_of(Rows), ids_of(RitualScreen)
    for page in (page_for(step.name) for step in steps.ALL):
        assert (ids_of(page), screen) in pairs, page
        assert any(lists <= inner and outer == ids_of(page) for inner, outer in pairs), page


def ids_of(kind: type[DOMNode]) -> frozenset[str]:
    return frozenset(each.id for each in bound_in(kind) if each.id)


def test_keys_are_written_as_they_are_pressed() -> None:
    given = {"home.trends": "?, ctrl+n , é", "home.begin": " , "}
    assert keymap(given) == {"home.trends": "question_mark,ctrl+n,é"}


async def test_the_app_says_what_is_wrong_with_the_settings(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('theme = "mauve"\n[ritual]\nmode = "quick"\n[keys]\n"hoem.begin" = "f6"\n')
    async with staged(tmp_path, made_up=True) as stage:
        await stage.app.workers.wait_for_complete()
        await stage.pilot.pause()
        shown = " ".join(" ".join(line.split()) for line in stage.text.splitlines())
        for words in ("hoem.begin", "ritual", "mauve"):
            assert words in shown


async def test_a_character_of_punctuation_is_a_key_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('[keys]\n"app.help" = ";, f9"\n')
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press("semicolon")
        assert stage.shows(HelpScreen)


async def test_help_says_that_its_sentences_name_the_usual_keys_where_some_were_changed(tmp_path: Path) -> None:
    async with staged(tmp_path / "usual", made_up=True) as stage:
        await stage.press("question_mark")
        assert USUAL not in stage.text
    (tmp_path / "settings.toml").write_text('[keys]\n"home.trends" = "f7"\n')
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press("question_mark")
        assert "name the usual keys" in stage.text
        assert "F7" in stage.text


async def test_help_shows_in_a_small_window_what_the_line_of_keys_leaves_out(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, size=(80, 24)) as stage:
        foot = stage.text.splitlines()[-1]
        assert "settings" not in foot
        for words in ("Enter begin", "t trends", "p past sessions", "? help", "q quit"):
            assert words in foot
        await stage.press("question_mark")
        shown = str(stage.app.screen.query_one("#text").render())
        for key, words in ((",", "settings"), ("^P", "commands")):
            assert any(line.split()[:1] == [key] and words in line for line in shown.splitlines())


def test_a_key_that_terminals_take_is_not_used_and_the_usual_one_stays() -> None:
    assert keymap({"home.trends": "ctrl+s"}) == {}
    assert keymap({"home.trends": "ctrl+s,f6"}) == {"home.trends": "f6"}
    [alone] = trouble({"home.trends": "ctrl+s"})
    assert alone.endswith("choose another. Until then it keeps its own.")
    [beside] = trouble({"home.trends": "ctrl+s,f6"})
    assert beside.endswith("choose another.")
