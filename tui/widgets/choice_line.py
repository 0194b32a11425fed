"""A few options in one line, or in columns where one line is too short: digits pick, arrows move the choice."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui.safe_text import cells, fit, safe
from tui.widgets.form_fields import ChoiceField
from tui.widgets.lines import line, spot

FRENCH_DIGITS = ("ampersand", "é", "quotation_mark", "apostrophe", "left_parenthesis", "minus", "è", "underscore", "ç")
"""The keys 1 to 9 of a French keyboard without Shift."""

CHOSEN = "▸"
"""Stands before the option that was chosen: some terminals have no colour."""

AROUND = 5
"""Cells of an option beside its words: its number and blanks."""


class ChoiceLine(Widget, can_focus=True):
    """The options of a choice field; the chosen one is a block."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "step(-1)", show=False, id="choice.left"),
        Binding("right,l", "step(1)", show=False, id="choice.right"),
        Binding("backspace,delete", "clear", show=False, id="choice.clear"),
        *(
            Binding(f"{digit},{french}", f"pick({digit})", show=False, id=f"choice.pick_{digit}")
            for digit, french in enumerate(FRENCH_DIGITS, 1)
        ),
    ]
    DEFAULT_CSS = """
    ChoiceLine { height: auto; }
    """

    class Changed(Message):
        """Another option was chosen, or the choice taken back. After a digit the form may move on."""

        def __init__(self, choice: "ChoiceLine", *, moves_on: bool) -> None:
            super().__init__()
            self.choice = choice
            self.moves_on = moves_on

        @property
        def control(self) -> "ChoiceLine":
            """The line of options."""
            return self.choice

    def __init__(self, field: ChoiceField) -> None:
        super().__init__()
        self._options = tuple(field.options)
        self._chosen = field.chosen

    @property
    def value(self) -> object:
        """The chosen option's value; None without one."""
        return None if self._chosen is None else self._options[self._chosen][0]

    @property
    def text(self) -> str:
        """The value as text."""
        return "" if self._chosen is None else str(self.value)

    @property
    def meaning(self) -> str:
        """What the chosen option means."""
        return "" if self._chosen is None else self._options[self._chosen][2]

    def action_step(self, direction: int) -> None:
        """Choose the next option (1) or the one before (-1)."""
        start = -1 if self._chosen is None and direction > 0 else self._chosen or 0
        self._choose(max(0, min(len(self._options) - 1, start + direction)), moves_on=False)

    def action_pick(self, digit: int) -> None:
        """Choose by its number, and move on."""
        if digit <= len(self._options):
            self._choose(digit - 1, moves_on=True)

    def action_clear(self) -> None:
        """Take the choice back."""
        self._choose(None, moves_on=False)

    def _choose(self, option: int | None, *, moves_on: bool) -> None:
        self._chosen = option
        self.refresh()
        self.post_message(self.Changed(self, moves_on=moves_on))

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        option = event.style.meta.get("spot")
        if option is not None:
            self._choose(int(option), moves_on=False)

    def height_at(self, width: int) -> int:
        """The lines that the options take at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The options, line by line."""
        width = self.size.width
        lines, columns = self._lines(width), self._columns(width)
        return Content("\n").join([Content("").join(self._across(line, columns, width)) for line in lines])

    def _across(self, places: Sequence[int], columns: Sequence[int], width: int) -> Iterator[Content]:
        """The options of one line, each in its column."""
        for place, wide in zip(places, columns, strict=False):
            option = self._option(place, width)
            yield option.pad_right(max(0, wide - option.cell_length))

    def _lines(self, width: int) -> Sequence[Sequence[int]]:
        """Which options stand in which line: all in one, or as many in each as make columns."""
        places = range(len(self._options))
        in_each = len(self._columns(width))
        return [places[first : first + in_each] for first in places[::in_each]]

    def _columns(self, width: int) -> Sequence[int]:
        """The widths of the columns: as many as there is room for."""
        wide = [cells(self._option(place, width).plain) for place in range(len(self._options))]
        for count in range(len(wide), 1, -1):
            columns = [max(wide[first::count]) for first in range(count)]
            if sum(columns) <= width:
                return columns
        return [max(wide, default=0)]

    def _option(self, place: int, width: int) -> Content:
        words = fit(safe(self._options[place][1]), width - AROUND)
        if place == self._chosen:
            content = line((f"{CHOSEN}{place + 1} {words} ", "bold $on-mark on $mark"), " ")
        else:
            content = line((f" {place + 1} ", "$quiet"), f"{words}  ")
        return spot(content, str(place))
