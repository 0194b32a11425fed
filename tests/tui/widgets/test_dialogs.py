"""Dialogs: each gives its answer, by keys and by mouse, and loses nothing on the way."""

from typing import Any

import pytest
from textual.screen import ModalScreen
from textual.widgets import Static

from tests.tui.widgets.stage import HOSTILE, HOSTILE_START, Stage
from tui.widgets.column import Column
from tui.widgets.dialogs import ChooseDialog, ConfirmDialog, FormDialog, NoteDialog
from tui.widgets.form_fields import AmountField, AnyField, ChoiceField, Option, Problem, TextField
from tui.widgets.key_bar import KeyBar

NOBODY = "nobody answered"
MOVES: list[Option] = [
    ("event", "a dated event in their world", "a tender, a launch, a budget that is decided"),
    ("homework", "homework done", "they did what they had promised"),
    (None, "nothing", ""),
]


class Asked(Stage):
    """Asks one dialog and keeps the answer."""

    def __init__(self, dialog: ModalScreen[Any]) -> None:
        super().__init__(Static("what was there before"))
        self._dialog = dialog
        self.answer: object = NOBODY

    def on_mount(self) -> None:
        self.push_screen(self._dialog, self._keep)

    def _keep(self, answer: object) -> None:
        self.answer = answer


def named() -> list[AnyField]:
    return [TextField("name", "Name", required=True), TextField("hope", "You hope for", value="pilot cell")]


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        ("A enter enter", {"name": "A", "hope": "pilot cell"}),
        ("escape", None),
        ("A escape", NOBODY),
        ("A escape escape", None),
        ("A escape B escape", NOBODY),
        ("A backspace escape", None),
        ("enter enter", NOBODY),
    ],
)
async def test_a_form_is_saved_or_left_and_what_was_typed_is_not_lost_by_one_key(keys: str, answer: object) -> None:
    app = Asked(FormDialog("Add", named(), intro="Only the name is needed."))
    async with app.run_test() as pilot:
        await pilot.press(*keys.split())
        assert app.answer == answer


@pytest.mark.parametrize("size", [(80, 24), (50, 14)])
async def test_a_list_of_options_names_the_keys_that_choose_and_leave_and_they_can_be_clicked(
    size: tuple[int, int],
) -> None:
    app = Asked(ChooseDialog("What did they do?", MOVES * 5))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert sum("Enter choose  Esc leave" in each for each in app.drawn()) == 1
        await pilot.press("down")
        bar = app.screen.query_one(KeyBar)
        await pilot.click(bar, offset=(4, 0))
        await pilot.pause()
        assert app.answer == "homework"


async def test_esc_in_a_form_with_text_goes_to_the_line_that_saves_or_leaves() -> None:
    app = Asked(FormDialog("Add", named()))
    async with app.run_test() as pilot:
        await pilot.press("A", "escape")
        assert any("Enter  save    Esc leave without saving" in text for text in app.drawn())
        await pilot.press("B")
        assert not any("without saving" in text for text in app.drawn())
        await pilot.press("escape", "enter")
        assert app.answer == {"name": "AB", "hope": "pilot cell"}


async def test_half_a_form_is_told_letter_by_letter_and_begins_where_it_was_left() -> None:
    told: list[tuple[str, str]] = []
    app = Asked(dialog := FormDialog("Add", named(), at="hope", on_change=lambda key, text: told.append((key, text))))
    async with app.run_test() as pilot:
        await pilot.press("s", "up", "D", "e")
        assert told == [("hope", "pilot cells"), ("name", "D"), ("name", "De")]
        dialog.leave()
        await pilot.pause()
    assert app.answer is None


async def test_the_owner_saves_a_form_from_outside_when_nothing_is_wrong() -> None:
    app = Asked(dialog := FormDialog("Add", named(), check=lambda _values: {}))
    async with app.run_test() as pilot:
        assert not dialog.submit()
        await pilot.press("A")
        assert dialog.submit()
        await pilot.pause()
    assert app.answer == {"name": "A", "hope": "pilot cell"}


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        ("2", "homework"),
        ("é", "homework"),
        ("enter", "event"),
        ("down enter", "homework"),
        ("j j j enter", None),
        ("9", NOBODY),
        ("escape", None),
    ],
)
async def test_one_of_several_is_chosen_by_its_number_or_by_arrows(keys: str, answer: object) -> None:
    app = Asked(ChooseDialog("What did they do?", MOVES))
    async with app.run_test() as pilot:
        await pilot.press(*keys.split())
        assert app.answer == answer


async def test_a_choice_begins_where_it_stands_and_one_click_chooses() -> None:
    app = Asked(ChooseDialog("What did they do?", MOVES, current="homework", intro="Since October."))
    async with app.run_test(size=(80, 24)) as pilot:
        y = next(y for y, text in enumerate(app.drawn()) if "homework" in text)
        assert "▌ ▸2  homework done" in app.drawn()[y]
        await pilot.click(offset=(60, y - 1))
        assert app.answer == "event"


@pytest.mark.parametrize(
    ("keys", "danger", "answer"),
    [
        ("y", True, True),
        ("n", False, False),
        ("escape", False, False),
        ("enter", False, True),
        ("enter", True, False),
        ("up enter", True, True),
        ("down enter", False, False),
    ],
)
async def test_a_yes_needs_a_deliberate_key_where_something_would_be_lost(
    keys: str, danger: bool, answer: bool
) -> None:
    app = Asked(ConfirmDialog("Delete October?", "It can be put back.", yes="Delete", no="Keep", danger=danger))
    async with app.run_test() as pilot:
        await pilot.press(*keys.split())
        assert app.answer is answer


async def test_an_answer_can_be_clicked() -> None:
    app = Asked(ConfirmDialog("Delete?", "", yes="Delete", no="Keep"))
    async with app.run_test() as pilot:
        y = next(y for y, text in enumerate(app.drawn()) if "Keep" in text)
        await pilot.click(offset=(app.drawn()[y].index("Keep"), y))
        assert app.answer is False


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        ("x escape", "So can I.x"),
        ("enter x tab", "So can I.\nx"),
        ("escape", None),
        ("x backspace escape", None),
        ("x ctrl+z escape", None),
    ],
)
async def test_a_note_is_kept_when_it_is_closed(keys: str, answer: object) -> None:
    app = Asked(NoteDialog("Delphi Labs", "So can I."))
    async with app.run_test() as pilot:
        await pilot.press(*keys.split())
        assert app.answer == answer


async def test_a_note_is_told_as_it_is_typed_and_bounded_with_a_word() -> None:
    told: list[str] = []
    app = Asked(NoteDialog("Delphi Labs", "ab", max_length=3, on_change=told.append))
    async with app.run_test() as pilot:
        await pilot.press("c", "d")
        assert any("Cut at 3 characters" in text for text in app.drawn())
        await pilot.press("backspace")
        assert any("keep and close" in text for text in app.drawn())
    assert told[0] == "abc"


async def test_a_note_says_when_no_editor_can_be_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "true")
    app = Asked(NoteDialog("Delphi Labs", "kept"))
    async with app.run_test() as pilot:
        await pilot.press("f2")
        assert any("can't be opened from this terminal" in text for text in app.drawn())
        await pilot.press("escape")
    assert app.answer is None


def dialogs() -> list[ModalScreen[Any]]:
    decisions: list[Option] = [(name, name, "what it means, at some length") for name in ("engage", "limit", "part")]
    fields: list[AnyField] = [
        *named(),
        AmountField("hours", "Hours", parse=lambda _text: Problem("no"), unit="h", hint="until the next review"),
        ChoiceField("so", "So", options=decisions, value="limit"),
        TextField("why", "Why do they say they came to you, and why now?"),
        TextField("note", "Note", multiline=True),
    ]
    return [
        FormDialog("Add a name", fields, intro="Only the name is needed."),
        ChooseDialog("What did they do?", MOVES * 5),
        ConfirmDialog("Delete October?", "The session goes to the deleted ones. " * 4, danger=True),
        NoteDialog("Delphi Labs", "line\n" * 30),
    ]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (40, 12)])
@pytest.mark.parametrize("number", range(4))
async def test_every_dialog_fits_its_box_and_shows_its_last_line(size: tuple[int, int], number: int) -> None:
    app = Asked(dialogs()[number])
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        box = app.screen.query_one(Column)
        assert (box.region.bottom <= size[1], box.region.right <= size[0], box.max_scroll_y) == (True, True, 0)
        await pilot.press("end", *["down"] * 20)
        inside = [text[box.region.x : box.region.right] for text in app.drawn()][box.region.y : box.region.bottom]
        assert (inside[0][0], inside[-1][0]) == ("╭", "╰")
        last = ("save", "15  nothing", "n  No", "keep and close")[number].removeprefix("15  ")
        assert any(last in text for text in inside)


@pytest.mark.parametrize("number", range(4))
async def test_hostile_texts_are_only_text_in_every_dialog(number: int) -> None:
    options: list[Option] = [(0, HOSTILE, HOSTILE)]
    every: list[ModalScreen[Any]] = [
        FormDialog(HOSTILE, [TextField("x", HOSTILE, value=HOSTILE)], intro=HOSTILE, save=HOSTILE),
        ChooseDialog(HOSTILE, options, intro=HOSTILE),
        ConfirmDialog(HOSTILE, HOSTILE, yes=HOSTILE, no=HOSTILE),
        NoteDialog(HOSTILE, HOSTILE, placeholder=HOSTILE),
    ]
    app = Asked(every[number])
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert app.acts() == []
        assert sum(HOSTILE_START in text for text in app.drawn()) >= 2
        await pilot.click(offset=(60, 14))
        assert app.is_running


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
@pytest.mark.parametrize("number", range(4))
def test_the_dialogs_look_as_they_did(size: tuple[int, int], number: int, snap_compare: object) -> None:
    assert callable(snap_compare)
    assert snap_compare(Asked(dialogs()[number]), press=["down"], terminal_size=size)
