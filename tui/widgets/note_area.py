"""A text field of several lines, bounded, in which nothing is lost without a word."""

from dataclasses import replace

from textual import events
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Location

from tui.safe_text import safe
from tui.widgets.line_input import BURST, WasCut
from tui.widgets.typed_emoji import TypedEmoji, without_loose_ends


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
        self._emoji = TypedEmoji()

    def height_within(self, width: int, available: int) -> int:
        """Whatever there is: the text scrolls."""
        del width
        return available

    def edit(self, edit: Edit) -> EditResult:
        """Change the text, with as much of the new as fits and nothing in it that a terminal would act on."""
        first, last = sorted((edit.from_location, edit.to_location))
        if edit.text:
            whole = self._shown_there(edit.text, first, last)
        else:
            whole, (first, last) = "", self._without_loose_ends(first, last)
        replaced = len(self.get_text_range(first, last))
        fitting = whole[: max(0, self._limit - len(self.text) + replaced)]
        result = super().edit(replace(edit, text=fitting, from_location=first, to_location=last))
        if len(fitting) < len(whole):
            self.post_message(WasCut(self, self._limit))
        return result

    def _shown_there(self, text: str, first: Location, last: Location) -> str:
        """Give the text as it is shown beside what it stands between: an emoji may go on across its ends."""
        before = self.document.get_line(first[0])[: first[1]][-1:]
        after = self.document.get_line(last[0])[last[1] :][:1]
        whole = safe(f"{before}{text}{after}", keep_newlines=True)
        return whole[len(before) : len(whole) - len(after)]

    def _without_loose_ends(self, first: Location, last: Location) -> tuple[Location, Location]:
        if first[0] != last[0]:
            return first, last
        start, end = without_loose_ends(self.document.get_line(first[0]), first[1], last[1])
        return (first[0], start), (last[0], end)

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
        typed = self._emoji.typed(event)
        if typed is not None:
            event.stop()
            event.prevent_default()
        if typed:
            self.replace(typed, *self.selection, maintain_selection_offset=False)
        if event.is_printable or typed is not None or event.key in ("enter", "tab"):
            self._typed_at = event.time
