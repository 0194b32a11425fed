"""The colours: one dark and one light theme of our own, and the same meanings under any other theme of Textual.

Sand is you, sky is them: the one pair that every common kind of colour blindness keeps apart. No meaning is carried by
colour alone; the widgets add a word, a number or a shape to each.

Every text keeps a contrast of 4.5:1 or more on every background it stands on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.color import Color
from textual.theme import Theme

if TYPE_CHECKING:
    from textual.app import App

LEAST_CONTRAST = 4.5
"""Of text against its background. Source: WCAG 2.2, 1.4.3, level AA."""

TEXTS = ("foreground", "you", "them", "alarm", "warn", "good", "quiet")
"""The variables that text is written in."""

GROUNDS = ("background", "surface", "panel")
"""The variables that text is written on; the rail is `surface`."""

OURS = "obsess-"
"""What the names of our own begin with."""

_DARK = {
    "you": "#e8b36b",
    "them": "#6cb6ff",
    "alarm": "#f47e6e",
    "warn": "#e8b36b",
    "good": "#8ddb8c",
    "quiet": "#95a0b1",
    "faint": "#465062",
    "edge": "#343e4f",
    "basket-1": "#e8b36b",
    "basket-2": "#b48a58",
    "basket-3": "#8a93a3",
    "basket-4": "#a9c4de",
    "basket-5": "#6cb6ff",
}
_LIGHT = {
    "you": "#8a5200",
    "them": "#0b5cad",
    "alarm": "#b3261e",
    "warn": "#8a5200",
    "good": "#1e6b34",
    "quiet": "#565e6a",
    "faint": "#b4ad9f",
    "edge": "#cbc4b6",
    "basket-1": "#8a5200",
    "basket-2": "#c08a45",
    "basket-3": "#7b828c",
    "basket-4": "#6f9fd0",
    "basket-5": "#0b5cad",
}
# The sixteen colours of a terminal are the user's own choice: ours only say which of them means what.
_ANSI = {
    "you": "ansi_yellow",
    "them": "ansi_bright_blue",
    "alarm": "ansi_red",
    "warn": "ansi_yellow",
    "good": "ansi_green",
    "quiet": "ansi_default",
    "faint": "ansi_bright_black",
    "edge": "ansi_bright_black",
    "rail": "ansi_default",
    "mark": "ansi_yellow",
    "on-mark": "ansi_black",
    "on-them": "ansi_black",
    "on-alarm": "ansi_black",
    "on-quiet": "ansi_default",
    "basket-1": "ansi_yellow",
    "basket-2": "ansi_white",
    "basket-3": "ansi_cyan",
    "basket-4": "ansi_bright_black",
    "basket-5": "ansi_bright_blue",
}


def contrast(text: Color, ground: Color) -> float:
    """The contrast of two opaque colours, from 1 to 21. Source: WCAG 2.2, "contrast ratio"."""
    lighter, darker = sorted((_luminance(text), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    shares = (_linear(channel / 255) for channel in colour.rgb)
    return sum(weight * share for weight, share in zip((0.2126, 0.7152, 0.0722), shares, strict=True))


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB's own figures


def variables_for(theme: Theme) -> dict[str, str]:
    """What our variables are under this theme, ours or any other: CSS colours by name, without the dollar.

    Under another theme its own red, green and amber are taken, and each colour is lightened or darkened until text in
    it can be read on that theme's backgrounds.
    """
    if "you" in theme.variables:
        return dict(theme.variables)
    if theme.ansi:
        return dict(_ANSI)
    return _with_grounds(_readable(theme), Color.parse(theme.to_color_system().generate()["surface"]))


def _readable(theme: Theme) -> dict[str, str]:
    colours = theme.to_color_system().generate()
    ours = _DARK if theme.dark else _LIGHT
    theirs = {"alarm": theme.error, "good": theme.success, "warn": theme.warning}
    wanted = ours | {name: colour for name, colour in theirs.items() if colour is not None}
    grounds = [Color.parse(colours[name]) for name in GROUNDS]
    read = {name: _nudged(Color.parse(wanted[name]), grounds).hex for name in TEXTS if name in wanted}
    return wanted | read


def _nudged(colour: Color, grounds: list[Color]) -> Color:
    """The nearest shade of the colour that can be read on all the grounds, if there is one."""
    end = grounds[0].get_contrast_text(1.0)
    shades = (colour.blend(end, step / 20) for step in range(21))
    return next(
        (shade for shade in shades if all(contrast(shade, ground) >= LEAST_CONTRAST for ground in grounds)), end
    )


def _with_grounds(colours: dict[str, str], rail: Color) -> dict[str, str]:
    """The colours with what is written on blocks of them: dark or light, whichever reads better."""
    blocks = {"on-mark": "you", "on-them": "them", "on-alarm": "alarm", "on-quiet": "quiet"}
    words = {name: _best_on(Color.parse(colours[block])).hex for name, block in blocks.items()}
    return colours | words | {"rail": rail.hex, "mark": colours["you"]}


def _best_on(block: Color) -> Color:
    return max((Color.parse("#10141b"), Color.parse("#ffffff")), key=lambda text: contrast(text, block))


def _theme(name: str, colours: dict[str, str], *, dark: bool, texts: tuple[str, str, str, str]) -> Theme:
    foreground, background, surface, panel = texts
    quiet = dict.fromkeys(("text-muted", "text-disabled", "foreground-muted"), colours["quiet"])
    lines = {"border": colours["you"], "border-blurred": colours["edge"]}
    bars = {"scrollbar": colours["faint"], "scrollbar-hover": colours["quiet"], "scrollbar-background": background}
    own = _with_grounds(colours, Color.parse(surface))
    cursor = {"block-cursor-foreground": own["on-mark"], "footer-background": background}
    return Theme(
        name=name,
        primary=colours["you"],
        secondary=colours["them"],
        accent=colours["you"],
        warning=colours["warn"],
        error=colours["alarm"],
        success=colours["good"],
        foreground=foreground,
        background=background,
        surface=surface,
        panel=panel,
        dark=dark,
        variables=own | quiet | lines | bars | cursor,
    )


DARK = _theme(f"{OURS}dark", _DARK, dark=True, texts=("#dde3ec", "#10141b", "#151a23", "#1b222e"))
LIGHT = _theme(f"{OURS}light", _LIGHT, dark=False, texts=("#1d242e", "#fbf8f3", "#f3eee6", "#ede7dc"))
THEMES = (DARK, LIGHT)
"""Ours; the first is the one to begin with."""

BY_NAME = {theme.name: theme for theme in THEMES}

SIXTEEN = "standard"
"""What Rich calls a terminal of sixteen colours."""

IN_SIXTEEN = {DARK.name: "ansi-dark", LIGHT.name: "ansi-light"}
"""What stands in for ours in sixteen colours: the nearest to sand would be the grey of all that is quiet."""


def said_name(name: str) -> str:
    """Say a theme's name: ours are known by dark and light, without what tells them apart among all that there are."""
    return name.removeprefix(OURS)


def shown_for(app: App[Any], wanted: str) -> str:
    """Name the theme that the app's terminal can show: the one wanted, or what stands in for it."""
    name = wanted if wanted in app.available_themes else DARK.name
    sixteen = app.console.color_system == SIXTEEN and not app.no_color
    return IN_SIXTEEN.get(name, name) if sixteen else name
