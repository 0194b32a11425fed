"""The words of a version never change, and the bands meet at their bounds."""

import pytest

from review import scales
from review.scales import Band

VERSION_1 = {
    "yours": ("indifferent", "interested", "keen", "eager", "obsessed"),
    "theirs": ("silent", "reactive", "willing", "moving", "committed"),
    "potential": ("little", "some", "real", "large", "the largest"),
    "attention": ("none", "a thought", "some", "much", "most"),
    "energy": ("feeds you", "light", "even", "tiring", "drains you"),
    "conviction": ("fear", "more fear", "both", "more conviction", "conviction"),
}


@pytest.mark.parametrize("name", VERSION_1)
def test_the_words_of_version_1_stay_as_sessions_were_rated_with_them(name: str) -> None:
    scale = getattr(scales.scales(1), name)
    assert tuple(scale.word(value) for value in range(1, 6)) == VERSION_1[name]


def test_every_value_of_every_version_is_explained_by_a_sentence() -> None:
    anchors = [
        anchor
        for version in scales.VERSIONS.values()
        for name in version.__struct_fields__
        for anchor in getattr(version, name).anchors
    ]
    assert [anchor for anchor in anchors if not anchor.sentence.endswith(".") or "!" in anchor.sentence] == []


@pytest.mark.parametrize(
    ("said", "counted", "expected"),
    [
        (2, 2, Band.ONE_WAY),
        (4, 4, Band.ONE_WAY),
        (1, 2, Band.NOT_SHOWN),
        (0, 2, Band.NOT_SHOWN),
        (-1, 2, Band.NOT_SHOWN),
        (1, 1, Band.LEANING),
        (0, 1, Band.LEANING),
        (-1, 1, Band.LEANING),
        (0, 0, Band.LEVEL),
        (-1, 0, Band.LEVEL),
        (-2, -1, Band.THEY_LEAD),
        (-1, -1, Band.THEY_LEAD),
        (-4, -4, Band.THEY_LEAD),
    ],
)
def test_the_band_of_a_gap(said: int, counted: int, expected: Band) -> None:
    assert scales.band(said, counted) is expected
