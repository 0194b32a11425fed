"""What stands around the page of a step: the line above, the rail or the steps folded into that line, and the keys."""

from __future__ import annotations

from textual.app import ComposeResult

from review.ritual import steps
from review.ritual.sitting import Sitting
from review.ritual.step import Step
from tui import words
from tui.ritual import above
from tui.ritual.foot import SECONDS, Foot
from tui.ritual.page import Page
from tui.ritual.rail import Rail, Stop
from tui.widgets.key_bar import Hint
from tui.widgets.settled import SettledText


class Frame:
    """The widgets around the page; each is drawn anew only where what it says is another."""

    def __init__(self) -> None:
        self._above = SettledText(id="above")
        self._rail = Rail()
        self._foot = Foot()
        self._stands: tuple[list[Stop], str, str, str] | None = None

    def compose(self) -> ComposeResult:
        """Give the widgets in the order in which each takes its room."""
        yield self._above
        yield self._foot
        yield self._rail

    def show(
        self, sitting: Sitting, here: Step, marks: str, saved: str, trouble: str, width: int, *, wide: bool
    ) -> None:
        """Show where the sitting stands; *wide* where the rail has room, with so many cells for the line above.

        `saved` is what the rail says of saving, `trouble` what the line above says where that failed.
        """
        stops = [_stop(step, sitting) for step in steps.of(sitting)]
        stands = stops, here.name, _time_left(sitting, here), saved
        if stands != self._stands:
            self._stands = stands
            self._rail.show(*stands)
        place = f"{steps.position(sitting, here.name) + 1} of {len(stops)}"
        said = "  ".join(part for part in (marks, trouble) if part)
        if wide:
            told = above.beside_the_rail(sitting.month, said, place, width)
        else:
            told = above.with_the_steps(sitting.month, said, stops, here.name, place, width)
        self._above.update(told, layout=False)  # it is one line, whatever it says

    def show_keys(self, sitting: Sitting, here: Step, page: Page, *, undo: bool) -> None:
        """Show what the keys of the page do, and those that work around it."""
        names = [step.name for step in steps.of(sitting)]
        own = list(page.hints())
        taken = any(hint.shown == words.HELP_HINT.shown for hint in own)
        around = [
            *([Hint("^Z", "undo", "ctrl+z", 2)] if undo else []),
            *([Hint("^N", "next step", "ctrl+n", 8)] if here.name != names[-1] else []),
            *([Hint("^O", "back", "ctrl+o", 1)] if here.name != names[0] else []),
            Hint("Esc", page.escape_words(), "escape", 6),
        ]
        self._foot.set_hints([*own, *around, words.HELP_BY_F1 if taken else words.HELP_HINT])

    def say(self, sentence: str, tone: str = "$you", seconds: float = SECONDS) -> None:
        """Say a sentence in place of the keys."""
        self._foot.say(sentence, tone, seconds)

    def key_pressed(self) -> None:
        """Give the keys their place back, but for what went wrong."""
        self._foot.key_pressed()


def _stop(step: Step, sitting: Sitting) -> Stop:
    left = step.name in sitting.draft.done
    return Stop(step.name, step.title, step.standing(sitting) if left else None)


def _time_left(sitting: Sitting, here: Step) -> str:
    return words.about_left(round(steps.seconds_left(sitting, here.name) / 60))
