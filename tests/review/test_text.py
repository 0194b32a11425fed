"""Text is cleaned once, where it is entered, and compared by its label."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review import text as texts

any_text = st.text(st.characters(exclude_categories=()))


@given(any_text)
def test_cleaned_text_can_be_written_to_a_file(text: str) -> None:
    clean = texts.clean(text)
    assert clean.encode("utf-8").decode("utf-8") == clean == clean.strip()
    assert unicodedata.is_normalized("NFC", clean)
    assert texts.clean(clean) == clean


@given(any_text)
def test_a_label_is_one_line_without_runs_of_blanks(text: str) -> None:
    label = texts.label(text)
    assert label == " ".join(label.split())
    assert texts.label(label) == label


@given(any_text)
def test_blank_text_is_not_given(text: str) -> None:
    assert texts.given(text) == (texts.clean(text) or None)


def test_nothing_typed_is_not_given() -> None:
    assert texts.given(None) is None
    assert texts.given("") is None
    assert texts.given(" \n\t ") is None
    assert texts.given(" a\nb ") == "a\nb"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme Robotics", "acme  robotics"),
        ("Müller", "MÜLLER"),
        ("Mu\u0308ller", "Müller"),
        ("Straße & Co", "STRASSE & CO"),
        ("Acme\nRobotics", "\tAcme Robotics\u00a0"),
        ("株式会社", "株式会社 "),
    ],
)
def test_these_are_the_same_label(one: str, other: str) -> None:
    assert texts.same_label(one, other)


@pytest.mark.parametrize(("one", "other"), [("Acme", "Acme 2"), ("Müller", "Muller"), ("a b", "ab"), ("", "a")])
def test_these_are_different_labels(one: str, other: str) -> None:
    assert not texts.same_label(one, other)


@given(any_text)
def test_a_label_is_the_same_in_small_letters_and_with_more_blanks(text: str) -> None:
    assert texts.same_label(text, texts.label(text).casefold())
    assert texts.same_label(text, f"  {text}\n")


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, "0 hours"), (1, "1 hour"), (1.0, "1 hour"), (1.04, "1 hour"), (1.5, "1.5 hours"), (2, "2 hours")],
)
def test_a_count_goes_with_its_noun_as_it_is_written(count: float, expected: str) -> None:
    assert texts.plural(count, "hour") == expected


def test_an_odd_plural_is_given() -> None:
    assert [texts.plural(count, "company", "companies") for count in (1, 2)] == ["1 company", "2 companies"]


@pytest.mark.parametrize(
    ("value", "expected"), [(11, "11"), (11.0, "11"), (2.5, "2.5"), (2.04, "2"), (-0.04, "0"), (26.95, "26.9")]
)
def test_a_figure_has_as_many_digits_as_it_needs(value: float, expected: str) -> None:
    assert texts.figure(value) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (9, 4, ("9", "4")),
        (4.1, 4, ("4.1", "4")),
        (4.03, 4, ("4.03", "4")),
        (4.25, 4.21, ("4.25", "4.21")),
        (40_000.02, 40_000, ("40000.02", "40000")),
        (4, 4, ("4", "4")),
    ],
)
def test_two_figures_show_how_they_differ(one: float, other: float, expected: tuple[str, str]) -> None:
    assert texts.figures(one, other) == expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        *((1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (20, "20th")),
        *((21, "21st"), (22, "22nd"), (101, "101st"), (111, "111th"), (112, "112th"), (123, "123rd")),
    ],
)
def test_ordinals(count: int, expected: str) -> None:
    assert texts.ordinal(count) == expected


@pytest.mark.parametrize(("count", "expected"), [(0, "no"), (2, "two"), (12, "twelve"), (13, "13"), (-1, "-1")])
def test_small_counts_are_words(count: int, expected: str) -> None:
    assert texts.counted_word(count) == expected


@pytest.mark.parametrize(
    ("parts", "expected"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_words_are_joined_as_in_a_sentence(parts: list[str], expected: str) -> None:
    assert texts.joined(parts) == expected
