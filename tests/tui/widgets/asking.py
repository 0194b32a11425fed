"""A form on the stage, as the tests of forms fill it in."""

from textual import events

from tests.tui.widgets.stage import Stage
from tui.widgets.form import Form
from tui.widgets.form_entry import Entry
from tui.widgets.form_fields import AmountField, AnyField, ChoiceField, Option, Problem, TextField
from tui.widgets.line_input import LineInput

SEGMENTS = ("medical devices", "food & beverage", "transport", "energy", "machine tools")
DECISIONS: list[Option] = [
    ("engage", "Engage", ""),
    ("limit", "Limit", "keep the door open"),
    ("part", "Part ways", ""),
]


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
