"""The page of Urgency: the two-sided scale, and beside it what the numbers rest on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from review import month as months
from review import scales
from review import text as texts
from review.history import History
from review.measures import COUNTS_AS, Gap
from review.records import Id, Obsession, Place, Reason
from review.ritual import urgency
from review.ritual.sitting import Sitting
from review.scales import Band
from tui.ritual import moves
from tui.ritual.boxes import flowing
from tui.ritual.dialog import Field
from tui.ritual.page import Means, Page, Reopen
from tui.ritual.page_scale import PageScale
from tui.ritual.questions import Beside, Question, capitalised, facts_block, heading, why
from tui.widgets.column import Column
from tui.widgets.form_fields import ChoiceField, TextField
from tui.widgets.key_bar import Hint
from tui.widgets.lines import line, said, wrapped
from tui.widgets.two_sided_scale import Rating, ScaleRow, ScaleSide, Side, TwoSidedScale

TONES = {
    Band.ONE_WAY: "alarm",
    Band.NOT_SHOWN: "warn",
    Band.LEANING: "you",
    Band.LEVEL: "quiet",
    Band.THEY_LEAD: "them",
}
EMPTY = (
    "Those asked about will stand here: how much you want it on the left, how much they do on the right. "
    "^O goes back to Obsessions, where a adds a name."
)
NO_VERDICT = " " * len("+3 one-way street")
"""As wide as the widest verdict, so that the pips keep their width when the first one comes."""

MOST_BESIDE = 9
"""Lines of the box below: five ratings in words, two facts, and its border."""

OLD_MOVE_DAYS = 31
"""A move older than any month was made before the last review."""


def verdict_words(gap: Gap) -> str:
    """Write a gap as it stands beside the scale: ``+3 one-way street``, `` 0 level``."""
    return f"{gap.counted:+d} {gap.band.value}" if gap.counted else f" 0 {gap.band.value}"


class UrgencyPage(Page):
    """Who wants this more, you or they?"""

    STEP = urgency.STEP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "move", "their move", id="urgency.move"),
        Binding("r", "reason", "reason", id="urgency.reason"),
        Binding("o", "note", "note", id="urgency.note"),
    ]

    def __init__(self, sitting: Sitting, means: Means) -> None:
        super().__init__(sitting, means)
        words = scales.scales(sitting.answers.scale)
        self._scale = PageScale(
            ScaleSide("you", "you", tuple(each.word for each in words.yours.anchors)),
            ScaleSide("they", "them", tuple(each.word for each in words.theirs.anchors)),
            empty=EMPTY,
            rated=self._rate,
            moved=self._moved,
        )
        self._beside_is_due = False
        self._made: dict[Id, tuple[Obsession, History, ScaleRow]] = {}
        self._panel = Beside(most=MOST_BESIDE)

    def compose(self) -> ComposeResult:
        """Lay out the question, the scale, and what the row at hand rests on."""
        yield Question(heading(self.STEP))
        with Column():
            yield from why(self.STEP, self.sitting)
            yield self._scale
            yield self._panel

    def on_mount(self) -> None:
        """Start on the first side without an answer."""
        self.begin_on(self._scale)
        self.show(self.sitting)

    def show(self, sitting: Sitting) -> None:
        """Show every row's ratings and what they add up to."""
        super().show(sitting)
        self._show_scale()
        self._show_beside()

    def show_answer(self, sitting: Sitting) -> None:
        """Show the rating at once, and what stands beside it in the next frame."""
        super().show(sitting)
        self._show_scale()
        self._show_beside_next()

    def _show_scale(self) -> None:
        self._scale.set_scale([self._row_made(row) for row in self.sitting.asked])

    def take_place(self, place: Place) -> None:
        """Put the cursor back on the row and the side."""
        if place.about:
            self._scale.go_to(place.about, "right" if place.field == "theirs" else "left")
            self._show_beside()

    def move_row(self, by: int) -> None:
        """Go to the next or previous prospect."""
        keys = [row.prospect for row in self.sitting.asked]
        if self._scale.current in keys:
            at = (keys.index(self._scale.current) + by) % len(keys)
            self._scale.go_to(keys[at], "left")
            self._show_beside()

    def hints(self) -> Sequence[Hint]:
        """Give the keys of the scale and of the row at hand."""
        if not self.sitting.asked:
            return ()
        return (
            Hint("↑↓", "prospect", None, 5),
            Hint("←→", "side", None, 5),
            Hint("1–5", "rate", None, 9),
            Hint("0", "unknown", "0", 6),
            Hint("v Enter", "their move", "v", 7),
            Hint("r", "reason", "r", 5),
            Hint("o", "note", "o", 3),
        )

    def help_lines(self) -> tuple[str, ...]:
        """Give the words of both scales."""
        both = scales.scales(self.sitting.answers.scale)
        sides = (("You", both.yours), ("They", both.theirs))
        return tuple(
            f"{who} {at}, {anchor.word}: {anchor.sentence}"
            for who, scale in sides
            for at, anchor in enumerate(scale.anchors, 1)
        )

    def forms(self) -> Mapping[str, Reopen]:
        """Give the forms of a move."""
        return {**super().forms(), **moves.forms(self), "reason": self._reason_again}

    def _reason_again(self, about: str | None, _also: str | None) -> None:
        row = self.sitting.row(about or "")
        if row is not None:
            self.in_worker(self._give_reason(row))

    # -- rows ----------------------------------------------------------------------------------------------------------

    def _row_made(self, row: Obsession) -> ScaleRow:
        """Give a row of the scale, made anew only where an answer or a name is another."""
        made = self._made.get(row.prospect)
        if made is None or made[0] is not row or made[1] is not self.sitting.named:
            made = self._made[row.prospect] = row, self.sitting.named, self._scale_row(row)
        return made[2]

    def _scale_row(self, row: Obsession) -> ScaleRow:
        gap = self.sitting.gap(row)
        months_here = self.sitting.months_on_list(row)
        return ScaleRow(
            row.prospect,
            self.sitting.prospect(row.prospect).name,
            left=row.yours,
            right=row.theirs,
            detail=self.sitting.segment(row.segment).name if row.segment else "",
            right_note=self._counts_as(row),
            verdict=verdict_words(gap) if gap else NO_VERDICT,
            tone=TONES[gap.band] if gap else "quiet",
            verdict_note="new" if months_here == 1 else f"{texts.ordinal(months_here)} month",
        )

    def _counts_as(self, row: Obsession) -> str | None:
        return f"counts as {COUNTS_AS}" if urgency.unbacked(self.sitting, row) else None

    # -- beside the row ------------------------------------------------------------------------------------------------

    def _row(self) -> Obsession | None:
        return self.sitting.row(self._scale.current) if self._scale.current else None

    def _side(self) -> urgency.Side:
        return "yours" if self._scale.side == "left" else "theirs"

    def _show_beside_next(self) -> None:
        """Show what the row rests on after the row itself: one frame for both would draw all between them too."""
        if not self._beside_is_due:
            self._beside_is_due = True
            self.call_after_refresh(self._show_beside)

    def _show_beside(self) -> None:
        self._beside_is_due = False
        if not self.is_attached:  # the step was left in the meantime
            return
        row = self._row()
        self._panel.display = row is not None
        if row is not None:
            who = "you" if self._side() == "yours" else "they"
            self._panel.border_title = said(f"{self.sitting.prospect(row.prospect).name} · {who}")
            whole = partial(self._beside, row, True)  # noqa: FBT003 - as it is drawn
            self._panel.tell(whole if self._tall else partial(self._beside, row, False), whole)  # noqa: FBT003

    @property
    def _tall(self) -> bool:
        return self.screen.has_class("-tall")

    def _beside(self, row: Obsession, sentences: bool, room: int) -> list[Content]:  # noqa: FBT001 - as it is drawn
        apart = [Content("")] if self._tall else []
        anchors = [part for each in self._anchors(row, room, sentences=sentences) for part in wrapped(each, room)]
        lines = [*anchors, *apart, *self._facts(row, room)]
        earlier = urgency.earlier_ratings(self.sitting, row, self._side())
        if earlier:
            parts = [f"{value} in {months.spoken(month, self.sitting.month)}" for month, value in earlier]
            lines += [*apart, *wrapped(said(f"You said {', '.join(parts)}.", "$you"), room)]
        return lines

    def _anchors(self, row: Obsession, room: int, *, sentences: bool) -> list[Content]:
        side = self._side()
        scale = scales.scales(self.sitting.answers.scale)
        chosen = row.yours if side == "yours" else row.theirs
        anchors = (scale.yours if side == "yours" else scale.theirs).anchors
        tone = "$you" if side == "yours" else "$them"
        if isinstance(chosen, int):
            anchor = anchors[chosen - 1]
            lines = [line((f"{chosen} {anchor.word}  ", "$quiet"), (anchor.sentence, f"bold {tone}"))]
            warning = urgency.unbacked(self.sitting, row) if side == "theirs" else None
            return [*lines, said(capitalised(warning) + ".", "$warn")] if warning else lines
        if not sentences:
            return flowing([line((f"{at} ", "$quiet"), f"{each.word}  ") for at, each in enumerate(anchors, 1)], room)
        width = max(len(each.word) for each in anchors)
        return [
            line((f"{at} {each.word.ljust(width)}  ", "$quiet"), each.sentence) for at, each in enumerate(anchors, 1)
        ]

    def _facts(self, row: Obsession, room: int) -> list[Content]:
        return facts_block(
            [
                ("Their last move", self._last_move(row)),
                ("A reason that may be valid", self._reason(row)),
                *([("Note", said(row.note, "$quiet"))] if row.note else []),
            ],
            room,
        )

    def _last_move(self, row: Obsession) -> Content:
        newest = self.sitting.newest_move(row)
        if newest is None:
            words = "nothing" if row.moves is not None else "v says what, and when"
            return said(words, "" if row.moves is not None else "$quiet")
        ago = urgency.days_ago(newest, self.sitting.on)
        old = (self.sitting.on - newest.on).days > OLD_MOVE_DAYS
        told = f": {urgency.said_of_move(newest, self.sitting.on)}"
        since = "   nothing since" if row.moves == () else ""
        return line((ago, "$alarm" if old else ""), told, (since, "$quiet"))

    def _reason(self, row: Obsession) -> Content:
        if row.reason is None:
            return said("r gives one", "$quiet")
        words = row.reason_words or ""
        if row.reason is Reason.OWN:
            return said(words)
        return line(capitalised(row.reason.value), (f"   {words}" if words else "", "$quiet"))

    # -- answers -------------------------------------------------------------------------------------------------------

    def _rate(self, key: str, side: Side, value: Rating) -> None:
        whose: urgency.Side = "yours" if side == "left" else "theirs"
        name = self.sitting.prospect(key).name
        self.at_place(self._scale.current, self._side())
        self.answer(urgency.rate(self.sitting, key, whose, value), f"{name}, {whose} {value or 'cleared'}")

    def _moved(self) -> None:
        self.at_place(self._scale.current, self._side())
        self._show_beside_next()

    @on(TwoSidedScale.Chosen)
    def _chosen(self) -> None:
        self.action_move()

    @on(TwoSidedScale.PassedEnd)
    def _passed_end(self) -> None:
        self._show_beside()

    def action_move(self) -> None:
        """Enter something they did."""
        row = self._row()
        if row is not None:
            self.in_worker(moves.choose(self, row.prospect))

    def action_reason(self) -> None:
        """Give a reason that may be valid."""
        row = self._row()
        if row is not None:
            self.in_worker(self._give_reason(row))

    async def _give_reason(self, row: Obsession) -> None:
        name = self.sitting.prospect(row.prospect).name
        fields: list[Field] = [
            ChoiceField("reason", "Why", options=[(each.value, each.value, "") for each in Reason], value=row.reason),
            TextField("words", "In your words", value=row.reason_words or ""),
        ]
        given = await self.ask("reason", f"{name}: why might they be in less of a hurry?", fields, about=row.prospect)
        if given is not None:
            chosen = given.text("reason")
            reason = Reason(chosen) if chosen else None
            changed = urgency.give_reason(self.sitting, row.prospect, reason, given.text("words"))
            self.answer(changed, f"{name}, a reason")

    def action_note(self) -> None:
        """Write a note about the row at hand."""
        row = self._row()
        if row is not None:
            self.in_worker(self.note_about(row.prospect))
