"""Typing and pasting into a form's fields: nothing is lost, nothing is saved by accident."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.tui.widgets.asking import DECISIONS, SEGMENTS, burst, form, line, paste, submitted
from tests.tui.widgets.stage import Stage
from tui.widgets.form import Form
from tui.widgets.form_fields import (
    ChoiceField,
    TextField,
    matching,
)


@pytest.mark.parametrize(
    ("keys", "value", "at"),
    [
        ("m down enter", "medical devices", "after"),
        ("m down down tab", "machine tools", "after"),
        ("down down enter", "food & beverage", "after"),
        ("b down enter", "food & beverage", "after"),
        ("m enter", "m", "after"),
        ("m down up up enter", "m", "after"),
        ("m down escape enter", "m", "after"),
        ("m e d i c a l space d e v i c e s enter", "medical devices", "after"),
        ("z down", "z", "after"),
    ],
)
async def test_suggestions_are_taken_by_arrows_and_enter(keys: str, value: str, at: str) -> None:
    stage = Stage(asked := form(TextField("segment", "Segment", suggestions=SEGMENTS), TextField("after", "After")))
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        await pilot.press(*keys.split())
        assert (asked.values()["segment"], stage.of(Form.Entered)[-1].key) == (value, at)
        assert not any("transport" in text for text in stage.drawn())


async def test_escape_closes_the_suggestions_first() -> None:
    stage = Stage(form(TextField("segment", "Segment", suggestions=SEGMENTS)))
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        await pilot.press("m")
        assert any("medical devices" in text for text in stage.drawn())
        await pilot.press("escape")
        assert (stage.of(Form.Cancelled), any("medical" in text for text in stage.drawn())) == ([], False)
        await pilot.press("escape", "escape")
        assert len(stage.of(Form.Cancelled)) == 1


async def test_taking_a_suggestion_in_the_last_field_does_not_save() -> None:
    stage = Stage(asked := form(TextField("segment", "Segment", suggestions=SEGMENTS)))
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        await pilot.press("t", "down", "enter")
        assert (submitted(stage), asked.values()) == ([], {"segment": "transport"})
        await pilot.press("enter")
    assert submitted(stage) == [{"segment": "transport"}]


async def test_a_suggestion_can_be_clicked() -> None:
    stage = Stage(asked := form(TextField("segment", "Segment", suggestions=SEGMENTS), TextField("after", "After")))
    async with stage.run_test() as pilot:
        await pilot.press("m")
        place = next(y for y, text in enumerate(stage.drawn()) if "machine tools" in text)
        await pilot.click(offset=(stage.drawn()[place].index("machine"), place))
        await pilot.pause()
        assert (asked.values()["segment"], stage.focused) == ("machine tools", line(asked, "segment"))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["medical devices", "food & beverage", "transport", "energy"]),
        ("M", ["medical devices", "machine tools"]),
        ("dev", ["medical devices"]),
        ("transport", []),
        ("x", []),
    ],
)
def test_suggestions_begin_a_word_as_typed(typed: str, found: Sequence[str]) -> None:
    assert matching(typed, SEGMENTS, 4) == found


async def test_pasted_lines_become_one_and_none_is_dropped() -> None:
    stage = Stage(asked := form())
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        await paste(stage, "Delphi\r\nLabs\tAG\n")
        await pilot.pause()
        assert asked.texts()["name"] == "Delphi Labs AG "
    assert submitted(stage) == []


@pytest.mark.parametrize("end", ["\r", "\n", "\t"])
async def test_a_paste_that_comes_as_typing_does_not_go_on_in_the_middle(end: str) -> None:
    stage = Stage(asked := form(TextField("one", "One"), TextField("other", "Other")))
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        await burst(stage, f"first{end}second{end}{end}third")
        await pilot.pause(0.1)
        assert asked.texts() == {"one": "first second  third", "other": ""}


async def test_an_enter_at_the_end_of_quick_typing_counts() -> None:
    stage = Stage(asked := form(TextField("one", "One"), TextField("other", "Other")))
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        await burst(stage, "first\r")
        await pilot.pause(0.1)
        await pilot.press("x")
        assert asked.texts() == {"one": "first", "other": "x"}


async def test_what_does_not_fit_is_cut_and_said() -> None:
    stage = Stage(asked := form(TextField("name", "Name", value="ab", max_length=5)))
    async with stage.run_test() as pilot:
        await pilot.press("left")
        await paste(stage, "123456")
        await pilot.pause()
        assert asked.texts()["name"] == "a123b"
        assert any("Cut at 5 characters" in text for text in stage.drawn())
        await pilot.press("x")
        assert asked.texts()["name"] == "a123b"


async def test_undo_goes_back_by_words_in_the_field_only() -> None:
    stage = Stage(asked := form(TextField("one", "One", value="was"), TextField("other", "Other")))
    async with stage.run_test() as pilot:
        await pilot.press("space", *"two", "space", *"six")
        seen = []
        for _ in range(5):
            await pilot.press("ctrl+z")
            seen.append(asked.texts()["one"])
        assert seen == ["was two ", "was two", "was ", "was", "was"]
        await pilot.press("ctrl+u", "ctrl+z")
        assert asked.texts()["one"] == "was"


async def test_longer_words_take_several_lines_and_tab_leads_to_saving() -> None:
    stage = Stage(asked := form(TextField("note", "Note", multiline=True, max_length=20)))
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        await pilot.press("a", "enter", "b")
        await paste(stage, "\x1b[2Jc" * 9)
        await pilot.pause()
        assert asked.texts()["note"] == ("a\nb" + "�[2Jc" * 9)[:20]
        assert any("Cut at 20 characters" in text for text in stage.drawn())
        await pilot.press("ctrl+z", "tab", "enter")
    assert submitted(stage) == [{"note": "a\nb"}]


async def test_a_tab_in_a_paste_that_comes_as_typing_stays_in_the_field() -> None:
    stage = Stage(asked := form(TextField("note", "Note", multiline=True)))
    async with stage.run_test() as pilot:
        await burst(stage, "a\tb\rc")
        await pilot.pause()
        assert asked.texts()["note"] == "a b\nc"


async def test_f2_opens_the_text_in_the_users_editor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script = tmp_path / "shout"
    script.write_text('#!/bin/sh\ntr a-z A-Z <"$1" >"$1.x" && mv "$1.x" "$1"\n')
    script.chmod(0o700)
    monkeypatch.setenv("VISUAL", str(script))
    stage = Stage(asked := form(TextField("one", "One"), ChoiceField("so", "So", options=DECISIONS)))
    async with stage.run_test() as pilot:
        driver = stage._driver
        assert driver is not None
        monkeypatch.setattr(type(driver), "can_suspend", property(lambda _self: True))
        monkeypatch.setattr(driver, "suspend_application_mode", lambda: None)
        monkeypatch.setattr(driver, "resume_application_mode", lambda: None)
        await pilot.press(*"quiet", "f2")
        assert asked.texts()["one"] == "QUIET"
        await pilot.press("ctrl+z")
        assert asked.texts()["one"] == "quiet"
        monkeypatch.setenv("VISUAL", str(tmp_path / "nothing there"))
        await pilot.press("f2")
        assert any("could not be opened" in text for text in stage.drawn())
        monkeypatch.setenv("VISUAL", "false")
        await pilot.press("f2")
        assert any("ended with an error" in text for text in stage.drawn())
        await pilot.press("enter", "f2")
        assert asked.texts()["so"] == ""


async def test_f2_says_so_where_no_editor_can_be_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "true")
    stage = Stage(asked := form(TextField("one", "One", value="kept")))
    async with stage.run_test(size=(80, 10)) as pilot:
        await pilot.press("f2")
        assert any("can't be opened from this terminal" in text for text in stage.drawn())
        monkeypatch.delenv("EDITOR")
        monkeypatch.setenv("PATH", "")
        await pilot.press("f2")
        assert any("There is no editor to open" in text for text in stage.drawn())
        assert asked.texts()["one"] == "kept"


SCIENTIST, HEART = "👩\N{ZERO WIDTH JOINER}🔬", "❤\N{VARIATION SELECTOR-16}"


@pytest.mark.parametrize("multiline", [False, True])
@pytest.mark.parametrize("words", [SCIENTIST, f"{HEART}s", f"a{SCIENTIST}{HEART}b", "👩🔬"])
async def test_emoji_made_of_several_characters_can_be_typed_key_by_key(words: str, multiline: bool) -> None:
    stage = Stage(asked := form(TextField("name", "Name", multiline=multiline)))
    async with stage.run_test() as pilot:
        await burst(stage, words)
        await pilot.pause()
        assert asked.texts() == {"name": words}


@pytest.mark.parametrize("multiline", [False, True])
@pytest.mark.parametrize(
    ("keys", "left"), [("backspace", "x👩"), ("home delete delete", "🔬"), ("left left backspace", "x🔬")]
)
async def test_what_is_rubbed_out_of_an_emoji_leaves_nothing_that_hides(keys: str, left: str, multiline: bool) -> None:
    stage = Stage(asked := form(TextField("name", "Name", multiline=multiline)))
    async with stage.run_test() as pilot:
        await burst(stage, f"x{SCIENTIST}")
        await pilot.press(*keys.split())
        assert asked.texts() == {"name": left}


@pytest.mark.parametrize("multiline", [False, True])
async def test_a_joiner_that_joins_nothing_is_not_kept(multiline: bool) -> None:
    stage = Stage(asked := form(TextField("name", "Name", multiline=multiline)))
    async with stage.run_test() as pilot:
        await burst(stage, "👩\N{ZERO WIDTH JOINER}")
        await pilot.press("left", "right", "a")
        assert asked.texts() == {"name": "👩a"}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Sch", "Kept as Sch. ↓ and Enter here take Schools."),
        ("schools", ""),
        ("S", ""),
        ("Schx", ""),
        ("", ""),
    ],
)
def test_the_beginning_of_just_one_suggestion_is_never_taken_in_silence(typed: str, said: str) -> None:
    assert TextField("segment", "Segment", suggestions=("Schools", "Shops", "Hotels")).echo(typed) == said


async def test_words_kept_beside_a_suggestion_are_told_of_below_the_field() -> None:
    field = TextField("segment", "Segment", suggestions=("Schools", "Hotels"))
    stage = Stage(form(field, TextField("after", "After")))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("S", "c", "h", "enter")
        await pilot.pause()
        assert any("Kept as Sch. ↓ and Enter here take Schools." in text for text in stage.drawn())


async def test_open_suggestions_say_how_to_take_one() -> None:
    stage = Stage(asked := form(TextField("segment", "Segment", suggestions=SEGMENTS)))
    async with stage.run_test() as pilot:
        await pilot.press("m")
        assert any("↓ takes a suggestion" in text for text in stage.drawn())
        await pilot.press("down")
        assert any("Enter takes it" in text for text in stage.drawn())
        await pilot.press("enter")
        assert not any("takes" in text for text in stage.drawn())
    assert asked.texts() == {"segment": "medical devices"}
