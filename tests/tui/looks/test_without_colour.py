"""Without any colour, in the sixteen of a terminal, and in anybody's theme: nothing is lost, and all can be read."""

from collections.abc import AsyncIterator, Iterable, Sequence
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from review.findings.finding import Level
from review.findings.lines import MARKS
from review.ritual.step import Standing
from tests.tui.looks import kept
from tests.tui.looks.drawing import Drawing, drawn
from tests.tui.looks.faults import unreadable
from tests.tui.looks.tour import NOVEMBER
from tests.tui.looks.walk import HOME, settled
from tests.tui.stage import TODAY, Stage, StandingClock, made_up_history, staged
from tui.ritual.rail import AHEAD, HERE, LEFT
from tui.theme import DARK, LIGHT, contrast
from tui.widgets.meters import limit_bar, pips, progress, sparkline

HISTORY = made_up_history()
NEXT = "ctrl+n"
TO_URGENCY, TO_REALITY, TO_SEGMENTS, TO_LEARNING, TO_COMMIT = ([NEXT] * count for count in (2, 3, 4, 5, 6))

CHANGES: list[tuple[str, Sequence[str], str]] = [
    ("the question at hand", ["home"], "down"),
    ("an answer in Look back", ["home"], "1"),
    ("another answer", ["home", "1", "home"], "2"),
    ("the name at hand", [NEXT], "down"),
    ("a dream client", [NEXT], "b"),
    ("a parked name", [NEXT], "c"),
    ("the way it ended", [NEXT, "d"], "2"),
    ("another way it ended", [NEXT, "d", "2", "up"], "right"),
    ("the field at hand", [NEXT, "e"], "down"),
    ("the line that saves", [NEXT, "a", "Z"], "escape"),
    ("a suggestion picked", [NEXT, "a", "W"], "down"),
    ("the row to rate", TO_URGENCY, "down"),
    ("the side to rate", TO_URGENCY, "right"),
    ("the side of a row that is rated", [*TO_URGENCY, "4", "2", "up"], "right"),
    ("a rating", TO_URGENCY, "4"),
    ("unknown", TO_URGENCY, "0"),
    ("another rating", [*TO_URGENCY, "4", "left"], "plus"),
    ("the field of Reality", TO_REALITY, "tab"),
    ("hours within the limit and over it", [*TO_REALITY, "4", "tab", "shift+tab"], "8"),
    ("energy", [*TO_REALITY, "tab"], "4"),
    ("a segment's row", TO_SEGMENTS, "down"),
    ("progress", TO_LEARNING, "right"),
    ("a goal that is finished", [*TO_LEARNING, "d"], "1"),
    ("what was chosen before, in a list", [*TO_LEARNING, "d", "1", "d"], "escape"),
    ("a promise chosen", TO_COMMIT, "space"),
    ("the step at hand", [], NEXT),
]


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", HOME)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(("name", "before", "key"), CHANGES, ids=lambda each: each if isinstance(each, str) else "")
async def test_what_a_key_changes_is_seen_without_colour(name: str, before: Sequence[str], key: str) -> None:
    async with staged(Path(), clock=StandingClock(TODAY), history=HISTORY, start=NOVEMBER, size=(80, 24)) as stage:
        await stage.press(*before)
        first = stage.text
        await stage.press(key)
        assert stage.text != first, name


async def test_the_chosen_view_of_the_trends_is_marked() -> None:
    async with staged(Path(), history=HISTORY) as stage:
        await stage.press("t")
        assert "▸1 Obsessions" in stage.text
        await stage.press("2")
        assert "▸2 Gap" in stage.text


async def test_with_no_color_all_is_grey_and_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with staged(Path(), clock=StandingClock(TODAY), history=HISTORY, start=NOVEMBER) as stage:
        for key in ([], *([NEXT] * 6), ["escape"], ["t"]):
            await stage.press(*([key] if isinstance(key, str) else key))
            shown = drawn(stage.app)
            assert {part.ink for _, part in shown.parts if not _is_grey(part.ink)} == set()
            assert unreadable(shown) == []


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
async def test_without_colour_a_one_way_street_stands_out_most(monkeypatch: pytest.MonkeyPatch, theme: str) -> None:
    """Of the blocks in the grid of gaps, its ground is the furthest from the screen's, and leaning comes next."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with staged(Path(), clock=StandingClock(TODAY), history=HISTORY) as stage:
        stage.app.theme = theme
        await stage.press("t")
        await settled(stage)
        here = Color.parse(stage.app.theme_variables["background"])
        grounds = {number: _furthest(stage, number, here) for number in ("+3", "+1", " 0")}
    assert grounds["+3"] > 3 * grounds["+1"] > 3 * grounds[" 0"]


def _furthest(stage: Stage, number: str, here: Color) -> float:
    """Give how far the ground of a number's block is from a colour, as contrast above none."""
    parts = [part for _, part in drawn(stage.app).parts if part.text.strip() == number.strip()]
    grounds = (part.ink if "reverse" in part.emphasis else part.ground for part in parts)
    return max(contrast(Color.parse(ground), here) - 1 for ground in grounds)


def _is_grey(colour: str) -> bool:
    return not colour.startswith("#") or len(set(Color.parse(colour).rgb)) == 1


def test_findings_steps_and_figures_differ_by_their_shape() -> None:
    assert len(set(MARKS.values())) == len(Level)
    assert len({HERE, AHEAD, *(mark for mark, _ in LEFT.values())}) == 2 + len(Standing)
    shapes = [
        (limit_bar(3, 4, 8, 20), limit_bar(5, 4, 8, 20)),
        (limit_bar(4, 4, 8, 20), limit_bar(3, 4, 8, 20)),
        (pips(2), pips(3)),
        (progress(1, 4, 10), progress(2, 4, 10)),
        (sparkline([1, None, 2]), sparkline([1, 1, 2])),
    ]
    assert [(one.plain, other.plain) for one, other in shapes if one.plain == other.plain] == []


SCREENS: list[Sequence[str]] = [[], [NEXT], ["5", "2", "1", "4"], [NEXT], [NEXT], [NEXT], [NEXT], ["a"]]
"""Keys from screen to screen, among them one with a form."""


async def screens(
    stage: Stage, ways: Iterable[Sequence[str]], themes: Iterable[str]
) -> AsyncIterator[tuple[str, Drawing]]:
    """Go from screen to screen, and give each under every one of these themes."""
    for keys in ways:
        await stage.press(*keys)
        for theme in themes:
            stage.app.theme = theme
            await settled(stage)
            yield theme, drawn(stage.app)


async def test_any_theme_can_be_read() -> None:
    """Contrasts of 3 at least: what other themes draw themselves, such as the text cursor, is theirs."""
    themes = [name for name, theme in BUILTIN_THEMES.items() if not theme.ansi]
    found: set[tuple[str, str]] = set()
    async with staged(Path(), clock=StandingClock(TODAY), history=HISTORY, start=NOVEMBER, size=(80, 24)) as stage:
        async for theme, shown in screens(stage, SCREENS[2:4], themes):
            found |= {(theme, fault) for fault in unreadable(shown, 3.0, 2.0)}
    assert found == set()


async def test_the_sixteen_colours_of_a_terminal_are_enough() -> None:
    """Named colours only, which their owner has chosen, and never text in the colour it stands on."""
    themes = [name for name, theme in BUILTIN_THEMES.items() if theme.ansi]
    async with staged(Path(), clock=StandingClock(TODAY), history=HISTORY, start=NOVEMBER) as stage:
        async for _, shown in screens(stage, SCREENS, themes):
            inks = [part for _, part in shown.parts if part.text.strip()]
            assert [part for part in inks if part.ink == part.ground != "default"] == []
            assert {part.ink for part in inks if part.ink.startswith("#")} == set()


SHAPES = {
    "the edges of boxes": "─│╭╮╰╯┊",
    "the cursor": "▌▏",
    "pips and lines of progress": "━╍",
    "bars, baskets and scroll bars": "▁▂▃▄▅▆▇█▀▉▊▋▍▎▔▕",
    "marks of answers, steps and months": "▸◂✓✗◐○●◆■□★‖·▲▼",
    "keys": "←→↑↓",
    "words": "–−…×½’‘“”€≥≤",
}
"""Every character beyond letters and the usual ones: all of them in fonts that have box drawing, and no braille."""


def test_the_characters_that_are_drawn_are_few() -> None:
    text = "".join(kept.place(name).read_text("utf-8") for name in kept.kept())
    found = {letter for letter in text if not letter.isascii() and not letter.isalpha()}
    assert found <= set("".join(SHAPES.values()))
