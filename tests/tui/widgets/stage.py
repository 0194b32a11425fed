"""A bare app in our colours to put widgets in, and what it was told."""

from typing import Any, TypeVar

from textual import events
from textual.app import App, ComposeResult
from textual.message import Message
from textual.widget import Widget

from tui.theme import DARK, THEMES, variables_for

HOSTILE = "[/] [@click=app.quit]x[/] 株式会社 👩‍🔬 \x1b]0;owned\x07\x1b[2J\x00\u202eevil"
"""A name as nobody should have it: markup, an action, wide characters, escapes, NUL and reversed text."""

HOSTILE_START = "[/] [@click=app.quit]x[/] 株式会社 👩‍🔬"

Told = TypeVar("Told", bound=Message)


class Stage(App[Any]):
    """Shows the widgets it is given. `told` takes the messages: `run_test(message_hook=stage.told.append)`."""

    def __init__(self, *widgets: Widget, css: str = "", theme: str = DARK.name) -> None:
        super().__init__()
        self.stylesheet.add_source(css, read_from=("stage", ""))
        self.widgets = widgets
        self.told: list[Message] = []
        for ours in THEMES:
            self.register_theme(ours)
        self.theme = theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variables_for(self.current_theme)

    def compose(self) -> ComposeResult:
        yield from self.widgets

    def of(self, kind: type[Told]) -> list[Told]:
        """The messages of this kind so far, each once, in order."""
        once = {id(message): message for message in self.told if isinstance(message, kind)}
        return list(once.values())

    def drawn(self) -> list[str]:
        """What stands on the screen, line by line, as text."""
        return [strip.text.rstrip() for strip in self.screen._compositor.render_strips()]

    async def mouse(self, *moves: tuple[type[events.MouseEvent], int, int]) -> None:
        """What a terminal's mouse does: events that know the place only, and not yet the widget."""
        for kind, x, y in moves:
            self.post_message(kind(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y))

    def acts(self) -> list[str]:
        """The parts of the screen that an action hangs on, and the characters a terminal would act on."""
        strips = self.screen._compositor.render_strips()
        segments = [segment for strip in strips for segment in strip]
        clickable = [part.text for part in segments if part.style and "@click" in (part.style.meta or {})]
        return clickable + [part.text for part in segments if not part.text.replace("‍", "").isprintable()]
