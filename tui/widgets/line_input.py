"""A text field of one line that loses nothing: long pastes, several lines, undo, suggestions."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from tui.widgets.form_fields import one_line
from tui.widgets.suggestions import Suggestions
from tui.widgets.typed_emoji import TypedEmoji, without_loose_ends

BURST = 0.02
"""Seconds. Keys nearer to each other were not typed: a terminal without bracketed paste sent them."""

HOLD = 0.05
"""Seconds that an Enter within such a burst waits to see whether the burst goes on."""

UNDO_STEPS = 200
ENDS = ("enter", "ctrl+j", "tab")
"""Keys that end a field, and the line ends and tabs of a paste. Ctrl+J is how some terminals send a line end."""


class WasCut(Message):
    """Not all of a text fitted into a field that holds so many characters."""

    def __init__(self, field: Widget, limit: int) -> None:
        super().__init__()
        self.field = field
        self.limit = limit

    @property
    def control(self) -> Widget:
        """The field."""
        return self.field


class LineInput(Input):
    """One line of text, at most so many characters.

    Line ends in what is pasted become spaces, also where the terminal sends a paste as if it were typed: an Enter in
    the middle of it does not submit. What does not fit is cut, and told by `WasCut`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+z", "undo_text", show=False, id="text.undo")]
    DEFAULT_CSS = """
    LineInput {
        border: none !important;
        height: 1;
        padding: 0 1;
        background: $surface;
        &:focus { border: none; background: $panel; }
        & > .input--placeholder { color: $quiet; }
    }
    """

    class Finished(Message):
        """Enter or Tab asked for what comes next; `picked` when it took a suggestion on the way."""

        def __init__(self, line: "LineInput", key: str, *, picked: bool) -> None:
            super().__init__()
            self.line = line
            self.key = key
            self.picked = picked

        @property
        def control(self) -> "LineInput":
            """The field."""
            return self.line

    def __init__(self, value: str, placeholder: str, limit: int, suggestions: Suggestions | None = None) -> None:
        super().__init__(placeholder=one_line(placeholder), select_on_focus=False)
        self.set_reactive(Input.value, one_line(value))  # no message before the field is on a screen
        self.cursor_blink = False
        self._suggestions = suggestions
        self._limit = max(limit, len(self.value))
        self._undo: list[tuple[str, int]] = []
        self._word_end: int | None = None
        self._typed_at = -1.0
        self._held: tuple[str, float] | None = None
        self._timer: Timer | None = None
        self._emoji = TypedEmoji()

    def on_mount(self) -> None:
        """Begin at the end of what there is, and with the end in sight once it is known how wide the field is."""
        self._watch_value(self.value)
        self.call_after_refresh(self._show_cursor)

    def _show_cursor(self) -> None:
        self.scroll_to_region(Region(self._cursor_offset, 0, 1, 1), force=True, animate=False)

    # What gets in

    def validate_value(self, value: str) -> str:
        """Nothing gets into the field that a terminal would act on."""
        return one_line(value)

    def take(self, text: str) -> None:
        """Put this text in place of all there is."""
        self.replace(text, 0, len(self.value))
        self._close_suggestions()

    def replace(self, text: str, start: int, end: int) -> None:
        """Put text in place of a part, as much of it as fits."""
        first, last = sorted((max(0, start), min(len(self.value), end)))
        if text:
            whole = self._shown_there(text, first, last)
        else:
            whole, (first, last) = "", without_loose_ends(self.value, first, last)
        fitting = whole[: max(0, self._limit - len(self.value) + last - first)]
        if fitting or not whole:
            self._remember(fitting)
            super().replace(fitting, first, last)
            self._offer()
        if len(fitting) < len(whole):
            self.post_message(WasCut(self, self._limit))

    def _shown_there(self, text: str, start: int, end: int) -> str:
        """Give the text as it is shown beside what it stands between: an emoji may go on across its ends."""
        before, after = self.value[start - 1 : start] if start else "", self.value[end : end + 1]
        whole = one_line(f"{before}{text}{after}")
        return whole[len(before) : len(whole) - len(after)]

    def on_paste(self, event: events.Paste) -> None:
        """Take all lines of what is pasted."""
        event.stop()
        event.prevent_default()
        self.replace(event.text, *self.selection)

    def _remember(self, text: str) -> None:
        """Keep what can be gone back to: typing by words, the rest by steps."""
        letter = len(text) == 1 and not text.isspace()
        if not (letter and self._word_end == self.cursor_position):
            self._undo.append((self.value, self.cursor_position))
            del self._undo[:-UNDO_STEPS]
        self._word_end = self.cursor_position + 1 if letter else None

    def action_undo_text(self) -> None:
        """Take the last change of this field back."""
        if self._undo:
            self.value, self.cursor_position = self._undo.pop()
            self._word_end = None
            self._close_suggestions()

    # Keys

    async def on_key(self, event: events.Key) -> None:
        """Tell Enter and Tab apart from those in a paste, and let the suggestions have theirs."""
        if self._held is not None:
            self._go_on_after_held(event)
        typed = self._emoji.typed(event)
        if typed is not None:
            if typed:
                self.replace(typed, *self.selection)
            took = True
        elif event.key in ENDS:
            self._hold(event) if event.time - self._typed_at < BURST else self._finish(event.key)
            took = True
        else:
            took = self._suggest(event.key)
        if event.is_printable or typed is not None:
            self._typed_at = event.time
        if took:
            event.stop()
            event.prevent_default()

    def _hold(self, event: events.Key) -> None:
        self._held = (event.key, event.time)
        self._timer = self.set_timer(HOLD, self._release)

    def _go_on_after_held(self, event: events.Key) -> None:
        """What was held is part of a paste when the burst goes on, and a key of its own when it does not."""
        if self._held is None:
            return
        if event.time - self._held[1] < BURST and (event.is_printable or event.key in ENDS):
            self._drop_held()
            self.insert_text_at_cursor(" ")
            self._typed_at = event.time
        else:
            self._release()

    def _release(self) -> None:
        held = self._held
        self._drop_held()
        if held is not None:
            self._finish(held[0])

    def _drop_held(self) -> None:
        self._held = None
        if self._timer is not None:
            self._timer.stop()

    def _finish(self, key: str) -> None:
        picked = self._suggestions.picked if self._suggestions is not None else None
        if picked is not None:
            self.take(picked)
        self._close_suggestions()
        self.post_message(self.Finished(self, "tab" if key == "tab" else "enter", picked=picked is not None))

    # Suggestions

    def _suggest(self, key: str) -> bool:
        """Whether the list of suggestions took the key."""
        if self._suggestions is None or key not in ("down", "up", "escape"):
            return False
        was_open = self._suggestions.open
        if key == "escape":
            self._suggestions.close()
        elif was_open:
            self._suggestions.step(1 if key == "down" else -1)
        elif key == "down":
            self._suggestions.offer(self.value)
            self._suggestions.step(1)
        return was_open or self._suggestions.open

    def _offer(self) -> None:
        if self._suggestions is not None and self.has_focus and self.value.strip():
            self._suggestions.offer(self.value)
        else:
            self._close_suggestions()

    def _close_suggestions(self) -> None:
        if self._suggestions is not None:
            self._suggestions.close()

    def on_blur(self) -> None:
        """Leave nothing open behind."""
        self._drop_held()
        self._close_suggestions()
