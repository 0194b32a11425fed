"""Draws what stands on the app's screen as SVG: small files that load no font and are the same each time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual._context import visible_screen_stack
from textual.app import App
from textual.color import Color

CELL, LINE = 12, 24
"""Pixels of a cell and of a line at a font of 20, of which most fixed fonts take 0.6 for a letter's width."""

MARGIN, TITLE = 20, 36
DIMMED = 0.5
FONT = "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace"


class Ink(NamedTuple):
    """How a stretch of text is drawn: its colour, what is behind it (None: the screen), and how the letters are."""

    colour: str
    behind: str | None
    letters: str


class Run(NamedTuple):
    """A stretch of a line: where it begins and how wide it is, in cells, what it says and how it is drawn."""

    at: int
    cells: int
    text: str
    ink: Ink


Line = tuple[Run, ...]


class Screen(NamedTuple):
    """A screen as it stood at one moment."""

    width: int
    lines: tuple[Line, ...]
    ground: str
    text: str


def seen(app: App[Any]) -> Screen:
    """Look at the app's screen, with what lies behind a dialog."""
    theme = app.theme_variables
    ground, text = (Color.parse(theme[name]).hex6 for name in ("background", "foreground"))
    visible_screen_stack.set(app._background_screens)
    strips = app.screen._compositor.render_strips()
    lines = tuple(_line(strip, ground, text) for strip in strips[: app.size.height])
    return Screen(app.size.width, lines, ground.lower(), text.lower())


def _line(segments: Iterable[Segment], ground: str, text: str) -> Line:
    runs: list[Run] = []
    at = 0
    for segment in segments:
        cells, ink = cell_len(segment.text), _ink(segment.style or Style(), ground.lower(), text.lower())
        before = runs[-1] if runs else None
        if before is not None and before.ink == ink and before.at + before.cells == at:
            runs[-1] = Run(before.at, before.cells + cells, before.text + segment.text, ink)
        else:
            runs.append(Run(at, cells, segment.text, ink))
        at += cells
    return tuple(run for run in runs if run.text.strip() or run.ink.behind)


def _ink(style: Style, ground: str, text: str) -> Ink:
    colour = style.color.get_truecolor().hex if style.color and not style.color.is_default else text
    behind = style.bgcolor.get_truecolor().hex if style.bgcolor and not style.bgcolor.is_default else ground
    if style.reverse:
        colour, behind = behind, colour
    if style.dim:
        colour = Color.parse(colour).blend(Color.parse(behind), DIMMED).hex6.lower()
    marks = (("font-weight:bold", style.bold), ("font-style:italic", style.italic))
    lined = (("text-decoration:underline", style.underline), ("text-decoration:line-through", style.strike))
    letters = ";".join(css for css, there in (*marks, *lined) if there)
    return Ink(colour, None if behind == ground else behind, letters)


class Sheet:
    """The styles of one SVG file, each written once, and the lines drawn with them."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def drawn(self, line: Line) -> str:
        """Draw one line at the top left; it is moved to its place by whoever uses it."""
        grounds = [
            f'<rect x="{run.at * CELL}" width="{run.cells * CELL}" height="{LINE}" fill="{run.ink.behind}"/>'
            for run in line
            if run.ink.behind
        ]
        return "".join([*grounds, *(self._text(run) for run in line if run.text.strip())])

    def _text(self, run: Run) -> str:
        words = run.text.rstrip(" ")
        begin = len(words) - len(words.lstrip(" "))
        words = words.lstrip(" ")
        css = f"fill:{run.ink.colour}{';' if run.ink.letters else ''}{run.ink.letters}"
        name = self._names.setdefault(css, f"s{len(self._names)}")
        x, length = (run.at + begin) * CELL, cell_len(words) * CELL
        return f'<text class="{name}" x="{x}" y="18" textLength="{length}">{escape(words, quote=False)}</text>'

    @property
    def css(self) -> str:
        """The styles used so far."""
        return "".join(f".{name}{{{css}}}" for css, name in self._names.items())


def window(screen: Screen, inside: str, css: str, title: str) -> str:
    """Put drawn lines into a window with a title."""
    width, height = screen.width * CELL + 2 * MARGIN, len(screen.lines) * LINE + TITLE + MARGIN
    font = f"text{{font:20px {FONT};white-space:pre}}rect{{shape-rendering:crispEdges}}"
    dots = "".join(f'<circle cx="{24 + 22 * at}" cy="20" r="6" fill="{screen.text}" opacity=".3"/>' for at in range(3))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" xml:space="preserve" role="img">'
        f"<title>{escape(title)}</title><style>{font}{css}</style>"
        f'<rect width="{width}" height="{height}" rx="10" fill="{screen.ground}"/>{dots}'
        f'<g transform="translate({MARGIN},{TITLE})">{inside}</g></svg>\n'
    )


def picture(screen: Screen, title: str) -> str:
    """Draw one screen as an SVG file."""
    sheet = Sheet()
    lines = placed(sheet.drawn(line) for line in screen.lines)
    return window(screen, lines, sheet.css, title)


def placed(lines: Iterable[str]) -> str:
    """Put drawn lines below each other."""
    moved = ((at, line) for at, line in enumerate(lines) if line)
    return "\n".join(f'<g transform="translate(0,{at * LINE})">{line}</g>' for at, line in moved)


class Moment(NamedTuple):
    """A screen, and the seconds it is shown for."""

    screen: Screen
    seconds: float


def film(moments: Sequence[Moment], title: str) -> str:
    """Draw screens one after the other, over and over. Each line is drawn once, however many screens have it.

    Where somebody wants less motion, the first screen stands still.
    """
    sheet, known = Sheet(), dict[Line, str]()
    drawn = [_uses(moment.screen, sheet, known) for moment in moments]
    defined = "".join(f'<g id="{name}">{sheet.drawn(line)}</g>\n' for line, name in known.items())
    frames = "".join(f'<g class="f" id="f{at}">{uses}</g>\n' for at, uses in enumerate(drawn))
    css = f"{sheet.css}{_shown_in_turn([moment.seconds for moment in moments])}"
    return window(moments[0].screen, f"<defs>{defined}</defs>\n{frames}", css, title)


def _uses(screen: Screen, sheet: Sheet, known: dict[Line, str]) -> str:
    for line in screen.lines:
        if line and line not in known:
            known[line] = f"l{len(known)}"
            sheet.drawn(line)
    named = ((at, known[line]) for at, line in enumerate(screen.lines) if line)
    return "".join(f'<use href="#{name}" y="{at * LINE}"/>' for at, name in named)


def _shown_in_turn(seconds: Sequence[float]) -> str:
    whole, begun, rules = sum(seconds), 0.0, []
    for at, each in enumerate(seconds):
        start, end = (f"{100 * when / whole:.3f}%" for when in (begun, begun + each))
        before = "" if at == 0 else "0%{visibility:hidden}"
        after = "" if at == len(seconds) - 1 else f"{end}{{visibility:hidden}}"
        rules.append(f"@keyframes k{at}{{{before}{start}{{visibility:visible}}{after}}}")
        rules.append(f"#f{at}{{animation-name:k{at}}}")
        begun += each
    still = "@media (prefers-reduced-motion:reduce){.f{animation:none!important}}"
    play = f".f{{visibility:hidden;animation:{whole:g}s step-end infinite}}#f0{{visibility:visible}}"
    return f"{play}{''.join(rules)}{still}"
