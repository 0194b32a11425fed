"""What is shown of stored text, and how wide it is."""

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.safe_text import Align, cells, fit, pad, safe

ROOT = Path(__file__).parent.parent.parent
UNSHOWN = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cn")), max_size=40)
EMOJI = st.lists(st.sampled_from([*"👩🔬‍️🏽🇩🇪♀❤株a ́", "👩‍🔬", "❤️", "🇫🇷", "ｶﾞ"]), max_size=12).map("".join)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Calder Rail", "Calder Rail"),
        ("株式会社 👩‍🔬 ❤️ é", "株式会社 👩‍🔬 ❤️ é"),
        ("[/] [@click=app.quit]x[/]", "[/] [@click=app.quit]x[/]"),
        ("a\tb", "a b"),
        ("a\nb\r\nc\rd", "a↵b↵c↵d"),
        ("\x1b[2J\x07\x00", "�[2J��"),
        ("\x9b31m\x85", "�31m�"),
        ("left\u202eright\u2066x\u200b", "left�right�x�"),
        ("\u2028\u2029\ue000\ud800", "����"),
        ("\u200da\u200db\u200d\u200d👩\u200d", "�a�b��👩�"),
        ("\ufe0f❤\ufe0f", "�❤\ufe0f"),
    ],
)
def test_what_a_terminal_would_act_on_is_replaced_and_the_rest_is_kept(typed: str, shown: str) -> None:
    assert safe(typed) == shown


def test_line_breaks_are_kept_where_there_is_room_for_them() -> None:
    assert safe("a\r\nb\rc\n\x1bd", keep_newlines=True) == "a\nb\nc\n�d"


@given(st.text())
def test_safe_text_holds_nothing_that_acts(text: str) -> None:
    kept = {character for character in safe(text) if unicodedata.category(character) in UNSHOWN}
    assert kept <= {"\N{ZERO WIDTH JOINER}"}
    assert safe(safe(text)) == safe(text)


def test_every_character_is_as_wide_as_textual_draws_it() -> None:
    every = (chr(code) for code in range(32, 0x110000) if not 0xD800 <= code < 0xE000)
    known = (character for character in every if unicodedata.category(character) not in ("Cn", *UNSHOWN))
    assert [character for character in known if cells(character) != cell_len(character)] == []


@pytest.mark.parametrize("text", ["🫨", "🫩", "🪉", "🛜", "\U000323b0"])
def test_emoji_and_ideographs_newer_than_python_are_wide(text: str) -> None:
    assert cells(text) == cell_len(text) == 2


@given(TEXTS | EMOJI)
def test_texts_are_as_wide_as_textual_draws_them(text: str) -> None:
    assert cells(safe(text)) == cell_len(safe(text))


@given(TEXTS | EMOJI, st.integers(-1, 30))
def test_a_fitted_text_is_whole_or_ends_in_an_ellipsis(text: str, width: int) -> None:
    fitted = fit(text, width)
    assert cells(fitted) <= max(0, width) or fitted == text
    assert fitted == text or not fitted or fitted.endswith("…")


ALIGNMENTS: tuple[Align, ...] = ("left", "right", "center")


@given(TEXTS | EMOJI, st.integers(0, 30), st.sampled_from(ALIGNMENTS))
def test_a_padded_text_is_exactly_as_wide_as_asked(text: str, width: int, align: Align) -> None:
    assert cell_len(f" {pad(safe(text), width, align)}│") == width + 2


@pytest.mark.parametrize(
    ("text", "width", "fitted"),
    [
        ("Acme Robotics", 13, "Acme Robotics"),
        ("Acme Robotics", 8, "Acme Ro…"),
        ("Acme Robotics", 6, "Acme…"),
        ("株式会社", 5, "株式…"),
        ("株式会社", 4, "株…"),
        ("👩‍🔬👩‍🔬👩‍🔬", 5, "👩‍🔬👩‍🔬…"),
        ("🇩🇪🇫🇷🇬🇧", 4, "🇩🇪…"),
        ("❤️❤️", 3, "❤️…"),
        ("Acme", 1, "…"),
        ("Acme", 0, ""),
    ],
)
def test_a_cut_falls_between_what_belongs_together(text: str, width: int, fitted: str) -> None:
    assert fit(text, width) == fitted


def test_numbers_align_at_the_right_and_titles_in_the_middle() -> None:
    assert (pad("5", 3, "right"), pad("5", 3, "center"), pad("5", 3)) == ("  5", " 5 ", "5  ")


def test_measuring_text_does_not_load_the_screen() -> None:
    code = "import sys, tui.safe_text as t; t.pad(t.safe('株 \\x1b'), 9); print({'rich', 'textual'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True)
    assert run.stdout == "set()\n"
