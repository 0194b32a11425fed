"""An app that shows one page of the ritual and keeps its draft, as the ritual's screen does."""

import datetime
from itertools import count
from typing import Any, ClassVar

from msgspec import structs
from textual import events, on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.pilot import Pilot

from review.records import Draft, Place, Unfinished
from review.ritual.sitting import Sitting
from review.ritual.undo import Undo
from tui.ritual.page import Means, Page
from tui.theme import DARK, THEMES, variables_for

CSS = """
#room { height: 1fr; padding: 1 2 0 2; }
Page { height: 1fr; }
#beside { margin-top: 1; }
"""


class PageStage(App[None]):
    """Shows a page; `sitting` is what its answers came to, `refused` the problems it told."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+z", "take_back", "undo")]
    CSS = CSS

    def __init__(self, page: type[Page], sitting: Sitting) -> None:
        super().__init__()
        for ours in THEMES:
            self.register_theme(ours)
        self.theme = DARK.name
        self.sitting = sitting
        self.undo = Undo()
        self.refused: list[str] = []
        self.asked_steps: list[int] = []
        self.places: list[Place] = []
        ids = count(1)
        noon = datetime.datetime.combine(sitting.today, datetime.time(12), datetime.UTC)
        self.page = page(sitting, Means(lambda: f"new-{next(ids)}", lambda: noon, "€"))
        self.page.keeper = self

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variables_for(self.current_theme)

    def compose(self) -> ComposeResult:
        yield Container(self.page, id="room")

    def on_mount(self) -> None:
        self.page.show(self.sitting)

    def keep_answer(self, draft: Draft, what: str) -> None:
        self.undo = self.undo.after(self.sitting.draft, what)
        mine = self.sitting.draft
        self._now(structs.replace(draft, unfinished=mine.unfinished, place=mine.place, done=mine.done))

    def keep_place(self, place: Place) -> None:
        self.places.append(place)
        self._now(structs.replace(self.sitting.draft, place=place))

    def keep_typing(self, unfinished: Unfinished | None) -> None:
        self._now(structs.replace(self.sitting.draft, unfinished=unfinished))

    @on(Page.Refused)
    def _refused(self, event: Page.Refused) -> None:
        self.refused.append(event.problem.text)

    @on(Page.StepAsked)
    def _step(self, event: Page.StepAsked) -> None:
        self.asked_steps.append(event.by)

    def _now(self, draft: Draft) -> None:
        self.sitting = self.sitting.at(draft)

    def action_take_back(self) -> None:
        self.undo, undone = self.undo.back()
        if undone is not None:
            self._now(undone.draft)
            self.page.show(self.sitting)

    def drawn(self) -> list[str]:
        """What stands on the screen, line by line, as text."""
        return [strip.text.rstrip() for strip in self.screen._compositor.render_strips()]

    def shown(self) -> str:
        """The whole screen as text."""
        return "\n".join(self.drawn())

    def acts(self) -> list[str]:
        """The parts of the screen that an action hangs on, and the characters a terminal would act on."""
        segments = [segment for strip in self.screen._compositor.render_strips() for segment in strip]
        clickable = [part.text for part in segments if part.style and "@click" in (part.style.meta or {})]
        return clickable + [part.text for part in segments if not part.text.replace("\u200d", "").isprintable()]

    def hints(self) -> list[str]:
        return [hint.words for hint in self.page.hints()]


async def do(pilot: Pilot[Any], *parts: str) -> None:
    """Press keys, one letter or a name in angle brackets each; anything longer is written into the field at hand."""
    for part in parts:
        if len(part) == 1:
            await pilot.press(part)
        elif part.startswith("<"):
            await pilot.press(part[1:-1])
        else:
            await write(pilot, part)
    await pilot.pause()


async def write(pilot: Pilot[Any], words: str) -> None:
    """Put words into the field at hand, as a terminal's paste does."""
    pilot.app.post_message(events.Paste(words))
    await pilot.pause()
