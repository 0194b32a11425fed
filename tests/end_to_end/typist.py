"""Somebody who types without a pause, twenty keys a second, and knows when each key was pressed."""

import json
import os
import random
import signal
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.end_to_end import ritual
from tests.end_to_end.command import Open
from tests.end_to_end.terminal import Terminal

KEYS_A_SECOND = 20
LETTERS = "abcdefghijklmnopqrstuvwxyz"
THOROUGH = os.environ.get("OBSESS_REVIEW_THOROUGH") == "1"
"""Whether the large counts are wanted, which take minutes."""


@dataclass
class Typed:
    """What was typed so far, each letter with the moment of its key."""

    letters: str = ""
    moments: list[float] = field(default_factory=list)

    def before(self, moment: float) -> str:
        """Give what was typed up to a moment."""
        return self.letters[: sum(each <= moment for each in self.moments)]


Signals = tuple[signal.Signals, ...]


def in_a_note(terminal: Open, *, ignored: Signals = (), blocked: Signals = ()) -> Terminal:
    """Open October's review in Urgency, with a note begun about the first prospect."""
    opened = terminal("begin", OBSESS_REVIEW_TODAY="2026-10-31", ignored=ignored, blocked=blocked)
    _to_urgency(opened)
    opened.press("o")
    opened.wait_for("keep and close")
    return opened


def in_a_form(terminal: Open, *, ignored: Signals = (), blocked: Signals = ()) -> Terminal:
    """Open October's review in Urgency, with the form of a move of the first prospect."""
    opened = terminal("begin", OBSESS_REVIEW_TODAY="2026-10-31", ignored=ignored, blocked=blocked)
    _to_urgency(opened)
    opened.press("v")
    opened.wait_for("what did they do?")
    opened.press("1")
    ritual.fill(opened, "When", "yesterday")
    ritual.at(opened, "What")
    return opened


def _to_urgency(opened: Terminal) -> None:
    for question in ("What did you say", "Who can't you stop"):
        opened.wait_for(question)
        opened.press("ctrl+n")
    opened.wait_for("Who wants this more", "▌ Acme Robotics")


def type_on(opened: Terminal, count: int, chance: random.Random) -> Typed:
    """Type so many letters without a pause."""
    typed = Typed()
    start = time.monotonic()
    for at in range(count):
        opened.watch_until(start + at / KEYS_A_SECOND)
        letter = chance.choice(LETTERS)
        opened.write(letter)
        typed.letters += letter
        typed.moments.append(time.monotonic())
    return typed


def kept(data: Path) -> str:
    """Give the text that the draft on disk has half typed: a note's, or the last field's of a form."""
    tables = json.loads((data / "draft.json").read_text("utf-8"))
    unfinished = tables["draft"]["1"].get("unfinished") or {"texts": {}}
    texts: dict[str, str] = unfinished["texts"]
    return texts.get("note", texts.get("what", ""))
