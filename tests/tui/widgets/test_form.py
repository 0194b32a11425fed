"""Filling in a form by keys: nothing typed is lost, nothing is saved by accident."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from textual import events

from tests.tui.widgets.stage import HOSTILE, HOSTILE_START, Stage
from tui.widgets.form import Form
from tui.widgets.form_entry import Entry
from tui.widgets.form_fields import (
    AmountField,
    AnyField,
    ChoiceField,
    DateField,
    ParsedField,
    Problem,
    TextField,
    matching,
)
from tui.widgets.line_input import LineInput

SEGMENTS = ("medical devices", "food & beverage", "transport", "energy", "machine tools")
DECISIONS = [("engage", "Engage", ""), ("limit", "Limit", "keep the door open"), ("part", "Part ways", "")]


def hours(text: str) -> object:
    return float(text) if text.replace(".", "").isdigit() else Problem(f"{text} is no number of hours.")


def fields() -> list[AnyField]:
    return [
        TextField("name", "Name", required=True, max_length=40),
        TextField("segment", "Segment", suggestions=SEGMENTS),
        AmountField("hours", "Hours", parse=hours, unit="h", show=lambda value: f"{value} hours"),
        ChoiceField("decision", "So", options=DECISIONS),
    ]


def form(*asked: AnyField, at: str | None = None) -> Form:
    return Form(asked or fields(), at=at or (asked or fields())[0].key)


def submitted(stage: Stage) -> list[dict[str, object]]:
    return [message.values for message in stage.of(Form.Submitted)]


def line(form: Form, key: str) -> LineInput:
    editor = next(entry.editor for entry in form.query(Entry) if entry.field.key == key)
    assert isinstance(editor, LineInput)
    return editor


async def paste(stage: Stage, text: str) -> None:
    assert stage.focused is not None
    stage.focused.post_message(events.Paste(text))


async def burst(stage: Stage, text: str) -> None:
    """Keys as a terminal without bracketed paste sends them: all at once."""
    keys = {"\r": "enter", "\n": "ctrl+j", "\t": "tab", " ": "space"}
    for character in text:
        stage.post_message(events.Key(keys.get(character, character), None if character < " " else character))


async def test_enter_goes_from_field_to_field_and_saves_from_the_last() -> None:
    stage = Stage(form())
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        await pilot.press(*"Delphi", "enter", *"labs", "enter", "2", "enter", "right", "right", "enter")
    assert submitted(stage) == [{"name": "Delphi", "segment": "labs", "hours": 2.0, "decision": "limit"}]
    entered = [message.key for message in stage.of(Form.Entered)]
    assert entered == ["name", "segment", "hours", "decision"]


async def test_what_is_left_empty_is_none() -> None:
    stage = Stage(form())
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        await pilot.press("D", *["enter"] * 4)
    assert submitted(stage) == [{"name": "D", "segment": None, "hours": None, "decision": None}]


async def test_a_missing_name_is_asked_for_where_it_is_missing() -> None:
    stage = Stage(asked := form())
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        await pilot.press(*["enter"] * 4)
        assert (submitted(stage), stage.focused) == ([], line(asked, "name"))
        assert any("This one is needed." in text for text in stage.drawn())
        await pilot.press("D")
        assert not any("This one is needed." in text for text in stage.drawn())


async def test_a_problem_is_said_below_its_field_and_enter_stays_there() -> None:
    stage = Stage(asked := form(at="hours"))
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        await pilot.press(*"two", "enter")
        assert stage.focused is line(asked, "hours")
        assert any("two is no number of hours." in text for text in stage.drawn())
        await pilot.press("ctrl+u", "2", "enter")
        assert any("2.0 hours" in text for text in stage.drawn())
        assert stage.focused is not line(asked, "hours")


async def test_tab_leaves_a_field_with_a_problem_and_saving_comes_back_to_it() -> None:
    stage = Stage(asked := form())
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        await pilot.press("D", "tab", "tab", "x", "tab", "1", "enter")
        assert (submitted(stage), stage.focused) == ([], line(asked, "hours"))


async def test_fields_that_do_not_fit_together_are_said_so() -> None:
    asked = [TextField("one", "One"), TextField("other", "Other")]

    def check(values: dict[str, object]) -> dict[str, Problem]:
        return {"other": Problem("Both are the same.")} if values["one"] == values["other"] else {}

    stage = Stage(Form(asked, at="one", check=check))
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        await pilot.press("a", "enter", "a", "enter")
        assert (submitted(stage), any("Both are the same." in text for text in stage.drawn())) == ([], True)
        await pilot.press("b", "enter")
    assert submitted(stage) == [{"one": "a", "other": "ab"}]


@pytest.mark.parametrize(
    ("keys", "value", "at"),
    [
        ("2", "limit", "after"),
        ("é", "limit", "after"),
        ("right", "engage", "choice"),
        ("right right right right", "part", "choice"),
        ("l l h", "engage", "choice"),
        ("2 up backspace", None, "choice"),
        ("7", None, "choice"),
        ("enter", None, "after"),
    ],
)
async def test_a_choice_is_picked_by_digits_and_arrows(keys: str, value: object, at: str) -> None:
    stage = Stage(asked := form(ChoiceField("choice", "So", options=DECISIONS), TextField("after", "After")))
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        await pilot.press(*keys.split())
        assert (asked.values()["choice"], stage.of(Form.Entered)[-1].key) == (value, at)


async def test_a_choice_says_what_it_means_and_is_clicked() -> None:
    stage = Stage(asked := form(ChoiceField("choice", "So", options=DECISIONS, value="part")))
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        assert asked.values() == {"choice": "part"}
        await pilot.click(offset=(stage.drawn()[0].index("Limit"), 0))
        assert (asked.values(), "keep the door open" in stage.drawn()[1]) == ({"choice": "limit"}, True)
    assert [(message.key, message.text) for message in stage.of(Form.Changed)] == [("choice", "limit")]


@pytest.mark.parametrize(("value", "chosen"), [(True, True), ("True", True), ("no such", None), (None, None)])
async def test_a_choice_begins_with_a_value_or_the_text_of_one(value: object, chosen: object) -> None:
    options = [(False, "no", ""), (True, "yes", "")]
    stage = Stage(asked := form(ChoiceField("choice", "Had you asked?", options=options, value=value)))
    async with stage.run_test():
        assert asked.values()["choice"] is chosen


async def test_many_options_wrap_and_long_ones_are_cut() -> None:
    options = [(number, f"option number {number}", "") for number in range(8)] + [("x", "long " * 30, "")]
    stage = Stage(form(ChoiceField("choice", "So", options=options), TextField("after", "After")))
    async with stage.run_test(size=(60, 20)) as pilot:
        assert sum("option number" in text for text in stage.drawn()) == 4
        assert any(text.endswith("…") for text in stage.drawn())
        await pilot.press("9", "A")
        assert any(text.split() == ["▌", "After", "A"] for text in stage.drawn())


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
        await pilot.press("escape")
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


async def test_a_stored_text_that_is_not_touched_comes_back_as_it_was() -> None:
    stored = "two\nlines \x1b and more"
    asked = form(
        TextField("what", "What", value=stored),
        TextField("long", "Long", value=stored, multiline=True),
        ParsedField("hours", "Hours", parse=hours, value="3"),
    )
    stage = Stage(asked)
    async with stage.run_test() as pilot:
        assert (asked.values(), asked.edited) == ({"what": stored, "long": stored, "hours": 3.0}, False)
        await pilot.press("x", "backspace")
        assert asked.values()["what"] == stored
        await pilot.press("x")
        assert (asked.values()["what"], asked.edited) == ("two lines � and morex", True)


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


async def test_every_change_is_told_once_with_its_text() -> None:
    stage = Stage(form(TextField("one", "One", value="x"), TextField("note", "Note", multiline=True, value="y")))
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        await pilot.press("a", "b", "enter", "c", "up", "tab")
    told = [(message.key, message.text) for message in stage.of(Form.Changed)]
    assert told == [("one", "xa"), ("one", "xab"), ("note", "cy")]


async def test_the_last_line_saves_and_leaves_by_mouse() -> None:
    stage = Stage(form(TextField("one", "One", value="x"), TextField("other", "Other")))
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        y = next(y for y, text in enumerate(stage.drawn()) if "cancel" in text)
        await pilot.click(offset=(stage.drawn()[y].index("save"), y))
        await pilot.click(offset=(stage.drawn()[y].index("cancel"), y))
    assert (submitted(stage), len(stage.of(Form.Cancelled))) == ([{"one": "x", "other": None}], 1)


async def test_arrows_go_up_and_down_between_fields() -> None:
    stage = Stage(form(TextField("one", "One"), TextField("other", "Other")))
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        await pilot.press("up", "down", "up", "down", "down", "up")
    assert [message.key for message in stage.of(Form.Entered)] == ["one", "other", "one", "other", "other"]


async def test_a_form_scrolls_to_the_field_at_hand_and_keeps_its_last_line() -> None:
    many = [TextField(f"f{number}", f"Field {number}", hint=f"hint {number}") for number in range(20)]
    stage = Stage(form(*many))
    async with stage.run_test(size=(60, 12)) as pilot:
        assert "Field 0" in stage.drawn()[0]
        assert "Enter next" in stage.drawn()[11]
        await pilot.press(*["enter"] * 12)
        assert any("▌ Field 12" in text for text in stage.drawn())
        assert any("hint 12" in text for text in stage.drawn())
        await pilot.press(*["down"] * 7)
        assert "Enter  save" in stage.drawn()[11]


async def test_a_long_label_stands_above_its_field() -> None:
    label = "Why do they say they came to you, and why now, and why you of all people?"
    stage = Stage(form(TextField("why", label), TextField("name", "Name")))
    async with stage.run_test(size=(50, 12)):
        assert [text.rstrip() for text in stage.drawn()[:2]] == [
            "▌ Why do they say they came to you, and why now,",
            "▌ and why you of all people?",
        ]


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


async def test_hostile_texts_are_only_text_everywhere_in_a_form() -> None:
    asked = form(
        TextField("a", HOSTILE, value=HOSTILE, suggestions=[HOSTILE], hint=HOSTILE),
        ChoiceField("b", "So", options=[(1, HOSTILE, HOSTILE)], value=1, hint=HOSTILE),
        DateField("c", "By", parse=lambda _text: Problem(HOSTILE), placeholder=HOSTILE, hint=HOSTILE, value="x"),
        AmountField("d", "Hours", parse=hours, unit=HOSTILE),
        TextField("e", "Note", value=HOSTILE, multiline=True, placeholder=HOSTILE),
    )
    stage = Stage(asked)
    async with stage.run_test(size=(160, 40)) as pilot:
        await pilot.press("ctrl+u", "[", "enter", "enter", "y", "enter")
        await paste(stage, HOSTILE)
        asked.warn(HOSTILE)
        await pilot.pause()
        assert stage.acts() == []
        assert sum(HOSTILE_START in text for text in stage.drawn()) >= 6
        for y in range(16):
            await pilot.click(offset=(40, y))
        assert stage.is_running
