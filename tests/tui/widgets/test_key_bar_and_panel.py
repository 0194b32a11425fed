"""The line of keys at the foot, and boxes with a title."""

import pytest
from textual.binding import Binding

from tests.tui.widgets.stage import HOSTILE, HOSTILE_START, Stage
from tui.widgets.key_bar import Hint, KeyBar, fitting
from tui.widgets.lines import said
from tui.widgets.panel import Panel, PanelBox
from tui.widgets.row import heading
from tui.widgets.rows import Rows

HINTS = (
    Hint("↑↓", "prospect", None, 5),
    Hint("v", "their move", "v", 7),
    Hint("^N", "next step", "ctrl+n", 9),
    Hint("?", "help", "question_mark", 8),
)


class Keyed(Stage):
    BINDINGS = [Binding("v", "note('v')"), Binding("ctrl+n", "note('next')")]  # noqa: RUF012 - as Textual has it

    def action_note(self, what: str) -> None:
        self.title = what


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (60, "↑↓ prospect  v their move  ^N next step  ? help"),
        (47, "↑↓ prospect  v their move  ^N next step  ? help"),
        (46, "v their move  ^N next step  ? help"),
        (33, "^N next step  ? help"),
        (19, "^N next step"),
        (11, ""),
    ],
)
def test_what_does_not_fit_leaves_whole_and_least_important_first(width: int, shown: str) -> None:
    assert "  ".join(f"{hint.shown} {hint.words}" for hint in fitting(HINTS, width)) == shown


async def test_a_click_on_a_hint_presses_its_key() -> None:
    stage = Keyed(bar := KeyBar(HINTS))
    async with stage.run_test(size=(80, 5)) as pilot:
        line = stage.drawn()[4]
        await pilot.click(bar, offset=(line.index("next"), 0))
        assert stage.title == "next"
        await pilot.click(bar, offset=(line.index("prospect"), 0))
        await pilot.click(bar, offset=(line.index("their"), 0))
        assert stage.title == "v"


class Remapped(Keyed):
    BINDINGS = [Binding("v", "note('v')", id="stage.v"), Binding("ctrl+n", "note('next')", id="stage.next")]  # noqa: RUF012 - as Textual has it

    def on_mount(self) -> None:
        self.set_keymap({"stage.v": "comma,y", "stage.next": "f8,ctrl+n"})


async def test_a_remapped_key_is_the_one_shown_and_the_one_that_a_click_presses() -> None:
    stage = Remapped(bar := KeyBar((*HINTS, Hint("v Enter", "the same", "v", 6))))
    async with stage.run_test(size=(80, 5)) as pilot:
        assert stage.drawn()[4].split("  ")[1:3] == [", their move", "^N next step"]
        assert ", Enter the same" in stage.drawn()[4]
        await pilot.click(bar, offset=(stage.drawn()[4].index("their"), 0))
        assert stage.title == "v"


async def test_the_bar_follows_what_works_now() -> None:
    stage = Stage(bar := KeyBar(HINTS))
    async with stage.run_test(size=(80, 5)) as pilot:
        bar.set_hints([Hint("Enter", "begin", "enter")])
        await pilot.pause()
        assert stage.drawn()[4] == " Enter begin"
        await pilot.resize_terminal(8, 5)
        await pilot.pause()
        assert stage.drawn()[4] == ""


async def test_a_panel_shows_its_title_in_the_border_and_its_text_as_it_is() -> None:
    stage = Stage(panel := Panel("one\ntwo", title="Twelve months"), PanelBox(Rows([heading("in")]), title="Open"))
    async with stage.run_test(size=(30, 12)) as pilot:
        assert stage.drawn()[:4] == [
            "╭─ Twelve months ────────────╮",
            "│  one                       │",
            "│  two                       │",
            "╰────────────────────────────╯",
        ]
        assert stage.drawn()[4:6] == ["╭─ Open ─────────────────────╮", "│    in                      │"]
        panel.title = "Learning"
        panel.update(said("three", "$you"))
        await pilot.pause()
        assert (panel.title, stage.drawn()[0][:12], stage.drawn()[1][:8]) == ("Learning", "╭─ Learning ", "│  three")
        panel.show("four", title="")
        await pilot.pause()
        assert (stage.drawn()[0], stage.drawn()[1][:7]) == (f"╭{'─' * 28}╮", "│  four")


async def test_hostile_titles_texts_and_keys_are_only_text() -> None:
    stage = Stage(Panel(HOSTILE, title=HOSTILE), PanelBox(title=HOSTILE), KeyBar([Hint(HOSTILE, HOSTILE)]))
    async with stage.run_test(size=(160, 20)) as pilot:
        assert stage.acts() == []
        assert sum(HOSTILE_START in line for line in stage.drawn()) == 4
        for y in (0, 1, 3, 19):
            await pilot.click(offset=(14, y))
        assert stage.is_running
