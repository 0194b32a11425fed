"""A text field of several lines, bounded, in which nothing is lost without a word."""

from dataclasses import replace

from textual import events
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from tui.safe_text import safe
from tui.widgets.line_input import BURST, WasCut


class NoteArea(TextArea):
    """Several lines of text, at most so many characters. Tab leaves it; Ctrl+Z undoes."""

    DEFAULT_CSS = """
    NoteArea {
        border: none;
        padding: 0 1;
        scrollbar-size-vertical: 1;
        background: $surface;
        &:focus { border: none; background: $panel; }
        & .text-area--cursor-line { background: transparent; }
        & .text-area--placeholder { color: $quiet; }
    }
    """

    def __init__(
        self,
        text: str,
        placeholder: str,
        limit: int,
        *,
        id: str | None = None,  # noqa: A002 - the name that Textual's widgets have
    ) -> None:
        shown = safe(text, keep_newlines=True)
        super().__init__(shown, placeholder=safe(placeholder), tab_behavior="focus", soft_wrap=True, id=id)
        self.cursor_blink = False
        self._limit = max(limit, len(shown))
        self._typed_at = -1.0

    def height_within(self, width: int, available: int) -> int:
        """Whatever there is: the text scrolls."""
        del width
        return available

    def edit(self, edit: Edit) -> EditResult:
        """Change the text, with as much of the new as fits and nothing in it that a terminal would act on."""
        whole = safe(edit.text, keep_newlines=True)
        replaced = len(self.get_text_range(*sorted((edit.from_location, edit.to_location))))
        fitting = whole[: max(0, self._limit - len(self.text) + replaced)]
        result = super().edit(replace(edit, text=fitting))
        if len(fitting) < len(whole):
            self.post_message(WasCut(self, self._limit))
        return result

    def take(self, text: str) -> None:
        """Put this text in place of all there is; Ctrl+Z brings the old one back."""
        self.replace(text, *self._everything())

    def _everything(self) -> tuple[tuple[int, int], tuple[int, int]]:
        return (0, 0), self.document.end

    async def on_key(self, event: events.Key) -> None:
        """A tab within a paste that the terminal sends as typing is a blank and does not leave the field."""
        if event.key == "tab" and event.time - self._typed_at < BURST:
            event.stop()
            event.prevent_default()
            self.insert(" ")
        if event.is_printable or event.key in ("enter", "tab"):
            self._typed_at = event.time
