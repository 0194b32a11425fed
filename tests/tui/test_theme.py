"""Colours can be read and told apart, in our themes and in Textual's."""

import pytest
from textual.app import App
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from tui.theme import DARK, GROUNDS, LEAST_CONTRAST, LIGHT, TEXTS, THEMES, contrast, variables_for

ANY_THEME = [*THEMES, *BUILTIN_THEMES.values()]
TRUE_COLOUR = [theme for theme in ANY_THEME if not theme.ansi]
BLOCKS = [("on-mark", "mark"), ("on-them", "them"), ("on-alarm", "alarm"), ("on-quiet", "quiet")]

# What the eye makes of red, green and blue. Source: Viénot, Brettel and Mollon, "Digital video colourmaps for checking
# the legibility of displays by dichromats", 1999, on linear light; tritanopia by Brettel's simplification.
SIGHTS = {
    "protanopia": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deuteranopia": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
    "tritanopia": ((1.01277, 0.13548, -0.14826), (-0.01243, 0.86812, 0.14431), (0.07589, 0.805, 0.11911)),
}


def colours(theme: Theme) -> dict[str, Color]:
    css = {**variables_for(theme), **theme.to_color_system().generate()}
    wanted = {*TEXTS, *GROUNDS, "faint", "edge", "rail", *(name for pair in BLOCKS for name in pair)}
    return {name: Color.parse(css[name]) for name in wanted}


def named(theme: Theme) -> str:
    return theme.name


@pytest.mark.parametrize(
    ("text", "ground", "ratio"), [("#000", "#fff", 21), ("#777", "#fff", 4.48), ("#abc", "#abc", 1)]
)
def test_contrast_is_the_published_one(text: str, ground: str, ratio: float) -> None:
    assert contrast(Color.parse(text), Color.parse(ground)) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize("theme", THEMES, ids=named)
@pytest.mark.parametrize("text", [*TEXTS, "text-muted", "text-disabled"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_text_can_be_read_on_every_background_of_ours(theme: Theme, text: str, ground: str) -> None:
    css = {**theme.to_color_system().generate(), **theme.variables}
    assert contrast(Color.parse(css[text]), Color.parse(css[ground])) >= LEAST_CONTRAST


@pytest.mark.parametrize("theme", [theme for theme in TRUE_COLOUR if theme not in THEMES], ids=named)
def test_our_meanings_can_be_read_under_textuals_themes(theme: Theme) -> None:
    css = colours(theme)
    ours = [text for text in TEXTS if text != "foreground"]
    pairs = [(text, ground) for text in ours for ground in GROUNDS]
    assert [pair for pair in pairs if contrast(css[pair[0]], css[pair[1]]) < LEAST_CONTRAST] == []


@pytest.mark.parametrize("theme", TRUE_COLOUR, ids=named)
def test_words_can_be_read_on_blocks(theme: Theme) -> None:
    css = colours(theme)
    assert [(text, block) for text, block in BLOCKS if contrast(css[text], css[block]) < LEAST_CONTRAST] == []


def seen(colour: Color, sight: str) -> tuple[float, ...]:
    linear = [(channel / 255) ** 2.2 for channel in colour.rgb]
    mixed = (sum(weight * light for weight, light in zip(row, linear, strict=True)) for row in SIGHTS[sight])
    return tuple(max(0.0, min(1.0, light)) ** (1 / 2.2) for light in mixed)


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("theme", TRUE_COLOUR, ids=named)
def test_you_and_they_are_told_apart_by_colour_blind_eyes(theme: Theme, sight: str) -> None:
    css = colours(theme)
    you, they = seen(css["you"], sight), seen(css["them"], sight)
    assert max(abs(one - other) for one, other in zip(you, they, strict=True)) > 0.25


@pytest.mark.parametrize("theme", ANY_THEME, ids=named)
async def test_the_app_starts_under_every_theme(theme: Theme) -> None:
    class Themed(App[None]):
        CSS = (
            "Screen { color: $you; background: $rail; border: round $edge; } .x { color: $on-mark; background: $mark; }"
        )

        def get_theme_variable_defaults(self) -> dict[str, str]:
            return variables_for(self.current_theme)

    app = Themed()
    for ours in THEMES:
        app.register_theme(ours)
    app.theme = theme.name
    async with app.run_test():
        assert app.screen.styles.color == Color.parse(variables_for(theme)["you"])


def test_the_first_theme_is_the_dark_one_of_the_pictures() -> None:
    assert (THEMES[0], THEMES[1]) == (DARK, LIGHT)
    assert DARK.variables["you"] == "#e8b36b"


@pytest.mark.parametrize("name", ["ansi-dark", "ansi-light"])
def test_on_the_terminals_own_ground_stands_the_terminals_own_text(name: str) -> None:
    ours = variables_for(BUILTIN_THEMES[name])
    own = [text for text, block in BLOCKS if ours[block] == "ansi_default"]
    assert [text for text in own if ours[text] != "ansi_default"] == []
