"""Going through a form by keys and mouse: what it asks, what it says, what it gives."""

import datetime

import pytest

from tests.tui.widgets.asking import DECISIONS, form, hours, line, paste, submitted
from tests.tui.widgets.stage import HOSTILE, HOSTILE_START, Stage
from tui.widgets.form import Form
from tui.widgets.form_fields import (
    AmountField,
    ChoiceField,
    DateField,
    ParsedField,
    Problem,
    TextField,
)


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


async def test_many_options_stand_in_columns_and_long_ones_are_cut() -> None:
    options = [(number, f"option number {number}", "") for number in range(8)] + [("x", "long " * 30, "")]
    stage = Stage(form(ChoiceField("choice", "So", options=options), TextField("after", "After")))
    async with stage.run_test(size=(60, 20)) as pilot:
        assert sum("option number" in text for text in stage.drawn()) == 8
        assert any(text.endswith("…") for text in stage.drawn())
        await pilot.press("9", "A")
        assert any(text.split() == ["▌", "After", "A"] for text in stage.drawn())


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
        assert stage.acts() == []
        assert sum(HOSTILE_START in text for text in stage.drawn()) >= 6
        for y in range(16):
            await pilot.click(offset=(40, y))
        assert stage.is_running


def day(typed: str) -> object:
    return datetime.date(2027, 9, 1) if typed == "1 Sep" else Problem("That day has passed.")


BY = datetime.date(2026, 9, 1)


async def test_what_an_untouched_field_stands_for_comes_back_also_where_reading_it_would_refuse_it() -> None:
    field = DateField("by", "By", parse=day, value="1 Sep 2026", standing=BY, show=str)
    stage = Stage(form(TextField("what", "What"), field))
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        await pilot.press(*"read", "enter")
        assert any(str(BY) in text for text in stage.drawn())
        await pilot.press("enter")
    assert submitted(stage) == [{"what": "read", "by": BY}]


async def test_what_is_typed_over_it_is_read() -> None:
    field = DateField("by", "By", parse=day, value="1 Sep 2026", standing=BY)
    stage = Stage(form(field))
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        await pilot.press("ctrl+u", *"1 Sep".replace(" ", "_"), "enter")
        assert submitted(stage) == []
        await pilot.press("ctrl+u", "1", "space", *"Sep", "enter")
    assert submitted(stage) == [{"by": datetime.date(2027, 9, 1)}]


async def test_no_key_is_said_to_save_where_it_does_not() -> None:
    stage = Stage(form(at="name"))
    async with stage.run_test(message_hook=stage.told.append) as pilot:
        said = [text for text in stage.drawn() if "cancel" in text]
        assert [" ".join(text.split()) for text in said] == ["save Enter next Esc cancel"]
        await pilot.press("D", "tab", "tab", "tab")
        assert any("Enter  save" in text for text in stage.drawn())
    assert submitted(stage) == []
