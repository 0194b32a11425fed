"""The looks that are kept, to see what a change does to every screen.

One text file a screen, with its drawings at all sizes. A drawing is the screen's text as it stands there, and below it,
line by line, what is written in another style than the usual one: `~12  quiet 4-30 40-52 | bold you 32`. Colours are
named by the theme's variables, which are the same in the dark theme and in the light one; where the two differ, both
stand there, `you 4-9 / warn 4-9`. So a difference reads as a sentence, and one file of 8 KB does for eight pictures, of
which as SVG each would have 60 KB that nobody reads. What the variables are in hexadecimal is kept in `colours.txt`.

All of it is made anew by one command: ``python -m tests.tui.looks.keep``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import unified_diff
from functools import cache
from itertools import groupby
from pathlib import Path

from msgspec import Struct, structs
from textual.theme import Theme

from tests.tui.looks.drawing import Part
from tests.tui.looks.walk import Look
from tui.theme import DARK, LIGHT, variables_for

FOLDER = Path(__file__).parent / "kept"
ENDING = ".txt"
COLOURS = "colours"

INKS = ("foreground", "you", "them", "alarm", "good", "quiet", "faint", "edge", "on-mark", "on-them", "on-alarm")
GROUNDS = ("background", "surface", "panel", "you", "them", "alarm", "quiet")
"""Variables by which the colour of text, and of what is behind it, is called where several are the same."""

USUAL = ("foreground", "background")
OUTSIDE = "default"
"""The colour of what is not drawn: around a dialog."""


class Run(Struct, frozen=True):
    """Some columns of a line in one style, counted from 1; `style` is as it is written, empty for the usual one."""

    style: str
    first: int
    last: int


def written(looks: Iterable[Look]) -> str:
    """Write the looks of one screen as they are kept."""
    return "\n".join(line for look in looks for line in _drawing(look))


def _drawing(look: Look) -> Iterator[str]:
    width, height = look.size
    yield f"── {width}×{height} {'─' * 20}"
    yield from look.dark.text.rstrip("\n").split("\n")
    pairs = zip(look.dark.lines, look.light.lines, strict=True)
    styles = [_in_both(_written(_runs(dark, DARK)), _written(_runs(light, LIGHT))) for dark, light in pairs]
    for style, rows in groupby(range(height), key=styles.__getitem__):
        if style:
            group = list(rows)
            lines = f"{group[0] + 1}-{group[-1] + 1}" if len(group) > 1 else f"{group[0] + 1}"
            yield f"~{lines}  {style}"
    yield ""


def _in_both(dark: str, light: str) -> str:
    return dark if dark == light else f"{dark} / {light}"


def _runs(parts: Iterable[Part], theme: Theme) -> list[Run]:
    """The styles of a line; blanks have that of the text before them, where what is behind both is the same."""
    inks, grounds = _names(theme.name, INKS), _names(theme.name, GROUNDS)
    found: list[Run] = []
    before = ("", "")
    for part in _without_end(list(parts)):
        if part.end == part.at or part.ground == OUTSIDE:
            continue
        ground = grounds.get(part.ground, part.ground)
        ink = " ".join((*part.emphasis, inks.get(part.ink, part.ink)))
        if not part.text.strip():
            ink = before[0] if before[1] == ground else USUAL[0]
        before = (ink, ground)
        style = "" if before == USUAL else ink if ground == USUAL[1] else f"{ink} on {ground}"
        if found and found[-1].style == style and found[-1].last == part.at:
            found[-1] = Run(style, found[-1].first, part.end)
        else:
            found.append(Run(style, part.at + 1, part.end))
    return found


def _without_end(parts: list[Part]) -> list[Part]:
    """The parts of a line without the blanks at its end, where nothing but they stand on what is behind them."""
    ground = parts[-1].ground if parts else ""
    while parts and parts[-1].ground == ground and not parts[-1].text.strip():
        parts.pop()
    if parts and parts[-1].ground == ground:
        parts[-1] = structs.replace(parts[-1], text=parts[-1].text.rstrip())
    return parts


def _written(runs: Iterable[Run]) -> str:
    where: dict[str, list[str]] = {}
    for run in runs:
        if run.style:
            columns = str(run.first) if run.first == run.last else f"{run.first}-{run.last}"
            where.setdefault(run.style, []).append(columns)
    return " | ".join(f"{style} {' '.join(columns)}" for style, columns in where.items())


@cache
def _names(theme: str, first: tuple[str, ...]) -> Mapping[str, str]:
    """The name of each colour of a theme: of several the one that comes *first*."""
    every = _variables(DARK if theme == DARK.name else LIGHT)
    ordered = [*first, *(name for name in every if name not in first)]
    return {every[name]: name for name in reversed(ordered) if name in every}


def _variables(theme: Theme) -> Mapping[str, str]:
    """Every variable of a theme that is an opaque colour, in hexadecimal."""
    every = {**theme.to_color_system().generate(), **variables_for(theme)}
    return {name: value.lower() for name, value in every.items() if len(value) == len("#000000")}


def colours() -> str:
    """Write what our own variables are in both themes."""
    dark, light = _variables(DARK), _variables(LIGHT)
    ours = ("foreground", "background", "surface", "panel", *sorted(variables_for(DARK)))
    return "\n".join(f"{name:20} {dark[name]} {light[name]}" for name in ours if name in dark)


# -- the files ---------------------------------------------------------------------------------------------------------


def place(name: str) -> Path:
    """Where a screen's looks are kept."""
    return FOLDER / f"{name}{ENDING}"


def keep(name: str, text: str) -> None:
    """Keep them."""
    FOLDER.mkdir(exist_ok=True)
    place(name).write_text(text + "\n", "utf-8")


def difference(name: str, text: str) -> str:
    """Say how a screen looks other than it did; empty where it does not."""
    path = place(name)
    before = path.read_text("utf-8").rstrip("\n") if path.exists() else ""
    lines = unified_diff(before.split("\n"), text.rstrip("\n").split("\n"), "as kept", "as it is", lineterm="", n=1)
    return "\n".join(lines)


def kept() -> set[str]:
    """The names of all screens that are kept."""
    return {path.stem for path in FOLDER.glob(f"*{ENDING}")}
