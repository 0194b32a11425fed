"""The line at the foot of the ritual: what the keys do, or for a moment what there is to say.

Said here and not over the page, so that it never covers a question, at whatever size.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.timer import Timer

from tui.widgets.key_bar import KeyBar
from tui.widgets.lines import line, wrapped
from tui.widgets.remapped import with_keys_now

SECONDS = 8.0
"""How long a sentence stands where no key is pressed: long enough to be read twice."""

MARKS = {"$you": "✓", "$warn": "!", "$alarm": "!"}
"""Before a sentence, so that its weight does not hang on colour."""

MARK = 2


class Foot(KeyBar):
    """The keys; while something is said, the sentence in their place, until the next key or some seconds."""

    DEFAULT_CSS = "Foot { height: auto; }"

    def __init__(self) -> None:
        super().__init__(id="keys")
        self._said = ""
        self._tone = "$you"
        self._timer: Timer | None = None

    @property
    def said(self) -> str:
        """The sentence that stands there; empty while the keys do."""
        return self._said

    def key_pressed(self) -> None:
        """Give the keys their place back, but for what went wrong: fast typing must not wipe that away."""
        if self._tone != "$alarm":
            self.hush()

    def say(self, sentence: str, tone: str = "$you", seconds: float = SECONDS) -> None:
        """Say a sentence in place of the keys."""
        self._stop()
        self._said, self._tone = with_keys_now(self, sentence), tone
        self._timer = self.set_timer(seconds, self.hush)
        self.refresh(layout=True)

    def hush(self) -> None:
        """Show the keys again."""
        self._stop()
        if self._said:
            self._said = ""
            self.refresh(layout=True)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line, or as many as the sentence takes."""
        keys = super().get_content_height(container, viewport, width)
        return len(self._sentence(width)) if self._said else keys

    def render(self) -> Content:
        """The sentence, or the hints that fit."""
        return Content("\n").join(self._sentence(self.size.width)) if self._said else super().render()

    def _sentence(self, width: int) -> Sequence[Content]:
        first, *rest = wrapped(self._said, width - MARK)
        return [
            line((f"{MARKS[self._tone]} ", f"bold {self._tone}"), first),
            *(line(" " * MARK, each) for each in rest),
        ]
