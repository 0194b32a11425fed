"""The closer look at one prospect: a view inside the page of Reality, one list of rows from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from msgspec import structs
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from review import text as texts
from review.problem import Problem
from review.records import Id, Kind, Obsession
from tui.ritual.boxes import boxed
from tui.ritual.closer_rows import CLAIM, DECISION, LIMIT, SIGN, Group, Look, answered, groups, kind_of
from tui.ritual.reality_typing import HalfTyped
from tui.ritual.reality_words import standing
from tui.ritual.urgency import TONES, verdict_words
from tui.widgets.lines import line, said, wrapped
from tui.widgets.row import Row, blank
from tui.widgets.rows import Rows
from tui.widgets.settled import SettledText

DIGITS = {CLAIM: range(1, 4), SIGN: range(4), DECISION: range(1, 8)}
"""What can be pressed on a row, by its kind."""

STAYS_ON = {CLAIM: range(2, 4), DECISION: range(5, 8)}
"""Digits after which something more is asked about the same row."""

AIRY, BOXED, CLOSE = range(3)

AIRY_FROM = 30
"""Lines of height from which the name stands apart from the question."""


class LookRows(Rows):
    """The rows of a closer look: digits answer signs, claims and the decision, and type the limit in its place."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(digit, f"digit({digit})", show=False, id=f"closer.digit_{digit}") for digit in "0123456789"),
        # The same keys on a French keyboard, where digits need Shift.
        Binding("ampersand", "digit(1)", show=False, id="closer.answer_1"),
        Binding("é", "digit(2)", show=False, id="closer.answer_2"),
        Binding("quotation_mark", "digit(3)", show=False, id="closer.answer_3"),
        Binding("apostrophe", "digit(4)", show=False, id="closer.answer_4"),
        Binding("left_parenthesis", "digit(5)", show=False, id="closer.answer_5"),
        Binding("à", "digit(0)", show=False, id="closer.answer_0"),
        Binding("full_stop", "more('.')", show=False, id="closer.point"),
        Binding("comma", "more(',')", show=False, id="closer.comma"),
        Binding("colon", "more(':')", show=False, id="closer.colon"),
        Binding("left,h", "shift(-1)", show=False, id="closer.left"),
        Binding("right,l", "shift(1)", show=False, id="closer.right"),
        Binding("tab", "step(1)", show=False, id="closer.next"),
        Binding("shift+tab", "step(-1)", show=False, id="closer.previous"),
        Binding("e", "choose", show=False, id="closer.edit"),
        Binding("backspace,delete", "rub_out", show=False, id="closer.clear"),
        Binding("escape", "put_down", show=False, id="closer.put_down"),
    ]

    class _Said(Message):
        """What is told of the prospect that was looked at: by the time it is heard, another may be."""

        def __init__(self, rows: LookRows) -> None:
            super().__init__()
            self.rows = rows
            self.prospect = rows.prospect

        @property
        def control(self) -> LookRows:
            """The list that tells it."""
            return self.rows

    class Picked(_Said):
        """A row was answered by a digit."""

        def __init__(self, rows: LookRows, key: str, digit: int) -> None:
            super().__init__(rows)
            self.key = key
            self.digit = digit

    class Shifted(_Said):
        """A row's answer was moved to the next one (1) or the one before (-1)."""

        def __init__(self, rows: LookRows, key: str, by: int) -> None:
            super().__init__(rows)
            self.key = key
            self.by = by

    class Cleared(_Said):
        """A row's answer was taken back."""

        def __init__(self, rows: LookRows, key: str) -> None:
            super().__init__(rows)
            self.key = key

    class LimitGiven(_Said):
        """The hours until the next review were typed."""

        def __init__(self, rows: LookRows, hours: float) -> None:
            super().__init__(rows)
            self.hours = hours

    class Typing(_Said):
        """A limit is half typed; None once it is not any more."""

        def __init__(self, rows: LookRows, typed: HalfTyped | None) -> None:
            super().__init__(rows)
            self.typed = typed

    class Dropped(_Said):
        """A number that could not be read was left out."""

        def __init__(self, rows: LookRows, problem: Problem) -> None:
            super().__init__(rows)
            self.problem = problem

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - the name that Textual's widgets have
        self._look: Look | None = None
        self._typed: HalfTyped | None = None
        super().__init__(id=id)

    # What is shown

    @property
    def prospect(self) -> Id:
        """Who is looked at; empty before anybody is."""
        return self._look.row.prospect if self._look else ""

    @property
    def typed(self) -> HalfTyped | None:
        """The limit that is half typed."""
        return self._typed

    def set_look(self, look: Look, *, current: str | None = None) -> None:
        """Show a prospect; the cursor stays on its row, or goes to the one given."""
        if self._look is not None and self._look.row.prospect != look.row.prospect:
            self._put_typed(None)
        self._look = look
        self._arrange_groups(current)

    def _arrange_groups(self, current: str | None = None) -> None:
        if self._look is None:
            return
        self.set_rows(self._airiest(structs.replace(self._look, typed=self._typed)), current=current)

    def _airiest(self, look: Look) -> list[Row]:
        """Set the groups as far apart as the height allows: boxes with air between, boxes, or titles alone.

        That a sign is explained comes before the boxes.
        """
        width = max(1, self.size.width - self._gutter)
        for told in (True, False):
            there = groups(structs.replace(look, told=told))
            for manner in (AIRY, BOXED, CLOSE):
                rows = list(_set_apart(there, manner))
                if sum(len(row.draw(width, False)) for row in rows) <= self.size.height:  # noqa: FBT003 - as rows are drawn
                    return rows
        return list(_set_apart(groups(look), CLOSE))

    def on_resize(self) -> None:
        """Set the groups closer or further apart."""
        self._arrange_groups()

    # The cursor

    def go_to_kind(self, *kinds: str) -> bool:
        """Put the cursor on the first row of one of these kinds, without a message; False when there is none."""
        keys = [drawn.row.key for drawn in self._drawn if kind_of(drawn.row.key)[0] in kinds]
        return bool(keys) and self.go_to(keys[0])

    def go_on(self) -> None:
        """Go to the next row without an answer, or to the next row where all have one."""
        if self._look is None or self.current is None:
            return
        keys = [drawn.row.key for drawn in self._drawn if drawn.row.choosable]
        after = keys[keys.index(self.current) + 1 :]
        following = next((key for key in after if not answered(self._look, key)), next(iter(after), None))
        if following is not None and self.go_to(following):
            self._tell_moved(following)

    def action_step(self, direction: int) -> None:
        """Go to another row, with what is typed accepted."""
        if self.accept():
            super().action_step(direction)

    def action_end(self, direction: int) -> None:
        """Go to the first or the last row, with what is typed accepted."""
        if self.accept():
            super().action_end(direction)

    def action_page(self, direction: int) -> None:
        """Go on or back by as many rows as can be seen, with what is typed accepted."""
        if self.accept():
            super().action_page(direction)

    def action_choose(self) -> None:
        """Accept what is typed and go on; with nothing typed, edit the row."""
        if self._typed is None:
            super().action_choose()
        elif self.accept():
            super().action_step(1)

    # The answers

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let keys that mean something else elsewhere through where they mean nothing here."""
        if action in {"put_down", "more"}:
            return self._typed is not None
        return super().check_action(action, parameters)

    def action_digit(self, digit: int) -> None:
        """Answer the row at hand, or type a digit of the limit."""
        kind, _ = kind_of(self.current or "")
        if kind == LIMIT:
            self._type(str(digit))
        elif self.current is not None and digit in DIGITS.get(kind, ()):
            self.post_message(self.Picked(self, self.current, digit))
            if digit not in STAYS_ON.get(kind, ()):
                self.action_step(1)

    def action_more(self, sign: str) -> None:
        """Type what stands between the digits of a number."""
        self._type(sign)

    def action_shift(self, by: int) -> None:
        """Move the answer of the row at hand."""
        if self.current is not None and kind_of(self.current)[0] in DIGITS:
            self.post_message(self.Shifted(self, self.current, by))

    def action_rub_out(self) -> None:
        """Take the last typed character away; with nothing typed, take the answer back."""
        if self._typed is not None:
            self._put_typed(self._typed.rubbed() if len(self._typed.text) > 1 else None)
        elif self.current is not None:
            self.post_message(self.Cleared(self, self.current))

    def action_put_down(self) -> None:
        """Accept what is typed; where it can't be read, leave it out and say so."""
        problem = self._typed.read() if self._typed else None
        if isinstance(problem, Problem):
            self._put_typed(None)
            self.post_message(self.Dropped(self, problem))
        else:
            self.accept()

    def accept(self) -> bool:
        """Take what is typed as the limit; False when it can't be read, with the reason shown under it."""
        typed = self._typed
        if typed is None:
            return True
        read = typed.read()
        if isinstance(read, Problem):
            self._put_typed(structs.replace(typed, problem=read.text))
            return False
        self._put_typed(None)
        if isinstance(read, float | int):
            self.post_message(self.LimitGiven(self, read))
        return True

    def type_in(self, typed: HalfTyped) -> None:
        """Go on with a limit that was left half typed."""
        if self.go_to(LIMIT):
            self._put_typed(typed)

    def _type(self, text: str) -> None:
        if self._look is not None and self.current is not None:
            begun = self._typed or HalfTyped(self._look.row.prospect, "hours")
            self._put_typed(begun.with_more(text))

    def _put_typed(self, typed: HalfTyped | None) -> None:
        if typed != self._typed:
            self._typed = typed
            self._arrange_groups()
            self.post_message(self.Typing(self, typed))

    def on_click(self, event: events.Click) -> None:
        """Accept what is typed before the cursor goes elsewhere."""
        if not self.accept():
            event.prevent_default()


def _set_apart(there: Iterable[Group], manner: int) -> Iterable[Row]:
    for at, group in enumerate(there):
        if at and (manner == AIRY or (manner == BOXED and not group.title)):
            yield blank()
        if group.title and manner == CLOSE:
            yield Row(group.title, partial(_title, group.title), choosable=False)
        yield from boxed(group.title, group.rows) if group.title and manner != CLOSE else group.rows


def _title(title: str, width: int, _current: bool) -> list[Content]:  # noqa: FBT001 - as rows are drawn
    rest = max(0, width - len(title) - 4)
    return [line(("── ", "$edge"), (title, "$quiet"), (f" {'─' * rest}", "$edge"))]


class CloserLook(Vertical):
    """Who it is about, and below it the rows."""

    DEFAULT_CSS = """
    CloserLook {
        height: 1fr;
        & > #who { height: auto; margin-bottom: 1; }
        & > LookRows { height: 1fr; }

        &.-low > #who { margin-bottom: 0; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - the name that Textual's widgets have
        super().__init__(id=id)
        self._who = SettledText(id="who")
        self._shown: tuple[Look, str] | None = None
        self.rows = LookRows(id="look")

    def compose(self) -> ComposeResult:
        """Lay out the header and the rows."""
        yield self._who
        yield self.rows

    def show(self, look: Look, place: str, *, current: str | None = None) -> None:
        """Show a prospect; *place* is ``1 of 2`` among those worth a closer look, or empty."""
        self._shown = look, place
        self._show_who()
        self.rows.set_look(look, current=current)

    def on_resize(self) -> None:
        """Set the header closer or further apart."""
        self.set_class(self.size.height < AIRY_FROM, "-low")
        self._show_who()

    def _show_who(self) -> None:
        if self._shown is not None:
            width, height = self.size
            room = width or None  # out of sight it is told as it would be in all the room
            self._who.update(_who(*self._shown, room, airy=height >= AIRY_FROM))

    def start(self, look: Look) -> None:
        """Put the cursor on the first row without an answer."""
        keys = [row.key for group in groups(look) for row in group.rows]
        self.rows.go_to(next((key for key in keys if not answered(look, key)), keys[0]))


def _unrated(row: Obsession) -> str:
    """Say which rating is missing, and whether that was an answer: ``theirs unknown``."""
    sides = (("yours", row.yours), ("theirs", row.theirs))
    missing = [
        (side, "not rated" if rating is None else rating) for side, rating in sides if not isinstance(rating, int)
    ]
    words = {word for _, word in missing}
    return words.pop() if len(words) < len(missing) else ", ".join(f"{side} {word}" for side, word in missing)


def _who(look: Look, place: str, room: int | None, *, airy: bool) -> Content:
    row = look.row
    gap = look.sitting.gap(row)
    verdict = (f"  {verdict_words(gap).strip()}", f"${TONES[gap.band]}") if gap else (f"  {_unrated(row)}", "$quiet")
    question = line(("Is it real?", "bold"), (f"   {place}" if place else "", "$quiet"))
    name = line((look.sitting.prospect(row.prospect).name, "bold"), verdict)
    return Content("\n\n" if airy else "\n").join([question, Content("\n").join(_about(name, look, room))])


def _about(name: Content, look: Look, room: int | None) -> list[Content]:
    """Set what is known beside a name, or below it; each fact whole where it can be, with a dot only between two."""
    lines = [name]
    for at, fact in enumerate(_known(look)):
        together = line(lines[-1], (" · " if at else "  ", "$quiet"), fact)
        lines = [*lines[:-1], together] if room is None or together.cell_length <= room else [*lines, fact]
    return lines if room is None else [part for each in lines for part in wrapped(each, room)]


def _known(look: Look) -> list[Content]:
    row = look.row
    months_here = look.sitting.months_on_list(row)
    facts = (
        "client" if row.kind is Kind.CLIENT else "",
        "new" if months_here == 1 else f"{texts.ordinal(months_here)} month",
        f"you hope for: {row.hope}" if row.hope else "",
    )
    words, tone = standing(row)
    return [*(said(fact, "$quiet") for fact in facts if fact), said(words, f"${tone}")]
