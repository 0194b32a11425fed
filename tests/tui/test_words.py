"""The page of all words: as they are in the source, with nothing left out that the steps ask."""

import runpy
from pathlib import Path

from review.ritual import steps
from tui import words

DOCS = Path(__file__).parents[2] / "docs"
WRITER = runpy.run_path(str(DOCS / "words.py"))
SOURCE = """
\"\"\"What the module is for.\"\"\"
DEFAULT_CSS = "Foot { height: auto; margin: 1 2; }"
STYLE, KEY = "bold $you", "ritual.next"
def told(name):
    return f"{name} is on the list." if name else "Nobody is " "on the list."
"""


def test_the_page_of_words_is_as_the_source_is() -> None:
    assert (DOCS / "words.md").read_text("utf-8") == WRITER["page"](), "run: python docs/words.py"


def test_sentences_are_found_and_nothing_that_only_a_program_reads() -> None:
    assert WRITER["sentences"](SOURCE) == ["{…} is on the list.", "Nobody is on the list."]


def test_what_every_step_asks_and_why_is_on_the_page() -> None:
    page = WRITER["page"]()
    said = [words.LAST_STEP, words.RITUAL_HELP]
    for step in steps.ALL:
        said += [step.question, step.hint, step.why]
    missing = [each for each in said if " ".join(each.split()) not in page]
    assert missing == []
