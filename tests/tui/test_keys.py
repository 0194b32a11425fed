"""The keys: documented as they are, never one that means something else, remappable from the settings."""

import runpy
from pathlib import Path

from tui.keys import NEVER, remappable

DOCS = Path(__file__).parents[2] / "docs"


def test_every_key_is_in_the_documentation() -> None:
    page = runpy.run_path(str(DOCS / "keys.py"))["page"]()
    assert (DOCS / "keys.md").read_text("utf-8") == page, "run: python docs/keys.py"


def test_keys_that_mean_something_else_are_never_bound() -> None:
    bound = {key.strip() for each in remappable() for key in each.keys}
    assert not bound & set(NEVER)


def test_every_key_says_what_it_does() -> None:
    assert all(each.words for each in remappable())
