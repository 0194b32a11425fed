"""JSON that a terminal can't act on means the same as before."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from tui.printing import harmless

ACTS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


@given(value=st.dictionaries(st.text(), st.lists(st.text(st.characters(exclude_categories=["Cs"])))))
def test_it_means_the_same(value: dict[str, list[str]]) -> None:
    assert json.loads(harmless(json.dumps(value, ensure_ascii=False, indent=2))) == value


@given(text=st.text(st.sampled_from("a é 株 👩\u200d🔬 \x1b\x7f\x85\u202e\u2028\U000e0041\n\t")))
def test_nothing_in_it_acts(text: str) -> None:
    assert ACTS.search(harmless(json.dumps([text], ensure_ascii=False))) is None


def test_what_can_be_shown_stays_as_it_is() -> None:
    assert harmless('{"name": "株式会社 é 👍"}') == '{"name": "株式会社 é 👍"}'
