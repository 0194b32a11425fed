"""The page of Segments: potential against attention, what the facts say, and the baskets the eggs are in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from review import measures, reading, scales
from review import month as months
from review import text as texts
from review.problem import Problem
from review.records import Id, Place, SegmentReview
from review.ritual import baskets, identities, segments
from review.ritual.sitting import Sitting
from tui.ritual import segment_words
from tui.ritual.page import NOTE, Means, Page, Reopen
from tui.ritual.page_scale import PageScale
from tui.ritual.questions import Beside, Question, for_field, heading, why
from tui.summary.leaf import Leaf
from tui.widgets.column import Column
from tui.widgets.form_fields import MonthField, TextField
from tui.widgets.key_bar import Hint
from tui.widgets.lines import said
from tui.widgets.two_sided_scale import Rating, ScaleRow, ScaleSide, Side, TwoSidedScale

TONES = {"neglected": "alarm", "crowded": "warn", "covered": "quiet"}
LOW = 24
"""Lines of the page below which the panel says in one line what it says in five above."""

MOST_BESIDE = 10
"""Lines of the box below: what is known, five ratings in words, two questions, and its border."""

NARROW = 72
"""Cells of the page below which names need the room in which a segment's last touch stands beside the scale."""

EMPTY = "No segments yet. A segment is a part of the market that you could serve: press a and name one."


def verdict_words(difference: int | None) -> str:
    """Write potential minus attention as it stands beside the scale: ``+3 neglected``, `` 0 covered``.

    Without one it is as long in blanks, so that the scale does not change its width with the first answer.
    """
    if difference is None:
        return " " * len("+3 neglected")
    return f"{difference:+d} {segments.word(difference)}" if difference else f" 0 {segments.word(0)}"


class SegmentsPage(Page):
    """Where have you not been looking?"""

    STEP = segments.STEP
    DEFAULT_CSS = """
    SegmentsPage {
        & #baskets { height: auto; padding: 1 0 0 3; }
        &.-low #baskets { padding: 0 0 0 3; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "add a segment", id="segments.add"),
        Binding("e", "rename", "rename", id="segments.rename"),
        Binding("c", "rest", "rest until a month", id="segments.rest"),
        Binding("o", "note", "note", id="segments.note"),
        Binding("u", "one_client", "one client by choice", id="segments.one_client"),
    ]

    def __init__(self, sitting: Sitting, means: Means) -> None:
        super().__init__(sitting, means)
        words = scales.scales(sitting.answers.scale)
        self._scale = PageScale(
            ScaleSide("potential", "them", tuple(each.word for each in words.potential.anchors)),
            ScaleSide("attention", "you", tuple(each.word for each in words.attention.anchors)),
            empty=EMPTY,
            rated=self._rate,
            moved=self._moved,
        )
        self._panel = Beside(most=MOST_BESIDE)
        self._baskets = Leaf(id="baskets")
        self._fitted = False, False
        """Whether the page is set for a low room, and without room beside the scale."""

    def compose(self) -> ComposeResult:
        """Lay out the question, the scale, what the row at hand says, and the baskets."""
        yield Question(heading(self.STEP))
        with Column():
            yield from why(self.STEP, self.sitting)
            yield self._scale
            yield self._panel
            yield self._baskets

    def on_mount(self) -> None:
        """Start on the first segment."""
        self._fit()
        self.begin_on(self._scale)
        self.show(self.sitting)

    def on_resize(self) -> None:
        """Fit what stands below the scale to the room there is."""
        before = self._fitted
        self._fit()
        if before != self._fitted:
            self._show_scale()
            self._show_below()

    def _fit(self) -> None:
        self._fitted = self.is_lower_than(LOW), self._cramped
        self.set_class(self._fitted[0], "-low")

    def show(self, sitting: Sitting) -> None:
        """Show every segment's ratings and what they add up to."""
        super().show(sitting)
        self._show_scale()
        self._show_below()

    def _show_scale(self) -> None:
        self._scale.set_scale([self._scale_row(review) for review in segments.reviewed(self.sitting)])

    @property
    def _cramped(self) -> bool:
        """Whether what stands beside the scale has to be said in the panel."""
        return self.room.height < LOW or self.room.width < NARROW

    def take_place(self, place: Place) -> None:
        """Put the cursor back on the row and the side."""
        if place.about:
            self._scale.go_to(place.about, "right" if place.field == "attention" else "left")
            self._show_below()

    def move_row(self, by: int) -> None:
        """Go to the next or previous segment."""
        keys = [review.segment for review in segments.reviewed(self.sitting)]
        if self._scale.current in keys:
            self._go_to(keys[(keys.index(self._scale.current) + by) % len(keys)])

    def hints(self) -> Sequence[Hint]:
        """Give the keys of the scale and of the segment at hand."""
        if not segments.reviewed(self.sitting):
            return (Hint("a", "add a segment", "a", 9),)
        by_choice = [Hint("u", "one client by choice", "u", 4)] if self._may_choose_one() else []
        return (
            Hint("↑↓", "segment", None, 5),
            Hint("←→", "side", None, 5),
            Hint("1–5", "rate", None, 9),
            Hint("Enter", "who and what", "enter", 7),
            Hint("a", "add", "a", 6),
            Hint("c", "rest", "c", 3),
            *by_choice,
            Hint("0", "unknown", "0", 3),
            Hint("e", "rename", "e", 2),
            Hint("o", "note", "o", 2),
        )

    def forms(self) -> Mapping[str, Reopen]:
        """Give the forms of this page."""
        return {
            "segment": lambda about, _: self.in_worker(self._ask_who_and_what(about or "")),
            "add": lambda _, __: self.in_worker(self._add()),
            "rename": lambda about, _: self.in_worker(self._rename(about or "")),
            "rest": lambda about, _: self.in_worker(self._rest(about or "")),
            "one client": lambda _, __: self.in_worker(self._choose_one_client()),
            NOTE: lambda about, _: self.in_worker(self._write_note(about or "")),
        }

    # -- rows ----------------------------------------------------------------------------------------------------------

    def _scale_row(self, review: SegmentReview) -> ScaleRow:
        facts = segments.facts(self.sitting, review.segment)
        until = segments.resting_until(self.sitting, review.segment)
        difference, now = measures.neglect(review), self.sitting.month
        touched = "" if self._cramped else segment_words.touched(facts, now)
        return ScaleRow(
            review.segment,
            self._label(review.segment),
            left=review.potential,
            right=review.attention,
            detail=segments.said_of(facts),
            verdict=" – resting" if until else verdict_words(difference),
            tone="quiet" if until or difference is None else TONES[segments.word(difference)],
            verdict_note=f"until {months.spoken(until, now)}" if until else touched,
        )

    def _label(self, segment: Id) -> str:
        return self.sitting.segment(segment).name

    # -- below the scale -----------------------------------------------------------------------------------------------

    def _show_below(self) -> None:
        segment, sitting = self._scale.current, self.sitting
        self._panel.display = segment is not None
        if segment is not None:
            worst = segment == segments.most_neglected(sitting)
            self._panel.border_title = said(f"{self._label(segment)} · {'most neglected' if worst else self._side()}")
            low, facts = self.room.height < LOW, self._cramped
            drawn = partial(segment_words.beside, sitting, segment, self._side(), facts=facts)
            self._panel.tell(partial(drawn, low=low), partial(drawn, low=False))
        found = baskets.baskets(sitting)
        self._baskets.display = found is not None
        if found is not None:
            self._baskets.show(partial(segment_words.in_baskets, sitting, found))

    def _side(self) -> segments.Side:
        return "potential" if self._scale.side == "left" else "attention"

    def _may_choose_one(self) -> bool:
        found = baskets.baskets(self.sitting)
        return self.sitting.answers.one_client_until is not None or (found is not None and found.few)

    # -- answers -------------------------------------------------------------------------------------------------------

    def _rate(self, key: str, side: Side, value: Rating) -> None:
        what: segments.Side = "potential" if side == "left" else "attention"
        self.at_place(self._scale.current, self._side())
        self.answer(
            segments.rate(self.sitting, key, what, value),
            f"{self._label(key)}, {what} {value or 'cleared'}",
        )

    def _moved(self) -> None:
        self.at_place(self._scale.current, self._side())
        self._show_below()

    @on(TwoSidedScale.Chosen)
    def _chosen(self, event: TwoSidedScale.Chosen) -> None:
        # Where the cursor is now: the last rating may have led on to the most neglected just before.
        self.in_worker(self._ask_who_and_what(self._scale.current or event.key))

    @on(TwoSidedScale.PassedEnd)
    def _passed_end(self) -> None:
        """Go where the two questions are asked, when the last segment is rated."""
        worst = segments.most_neglected(self.sitting)
        if worst is not None:
            self._go_to(worst)

    def _go_to(self, segment: Id) -> None:
        self._scale.go_to(segment, "left")
        self.at_place(segment, self._side())
        self._show_below()

    async def _ask_who_and_what(self, segment: Id) -> None:
        review = segments.review_of(self.sitting, segment)
        fields = [
            TextField("unmet", segment_words.UNMET, value=review.unmet or ""),
            TextField("action", segment_words.ACTION, value=review.action or "", hint="Offered to you in Commit."),
        ]
        at = "action" if review.unmet and not review.action else None
        given = await self.ask("segment", self._label(segment), fields, about=segment, at=at)
        if given is not None:
            named = segments.say_unmet(self.sitting, segment, given.text("unmet"))
            changed = segments.say_action(self.sitting.at(named), segment, given.text("action"))
            self.answer(changed, f"{self._label(segment)}, who and what")

    def action_add(self) -> None:
        """Put a segment on the list: a new one, or one of those known that is not on it."""
        self.in_worker(self._add())

    async def _add(self) -> None:
        known = [self._label(each) for each in segments.others(self.sitting)]
        hint = "A new one, or one of those you named before." if known else ""
        field = TextField("name", "Segment", suggestions=known, required=True, max_length=texts.LABEL_LENGTH, hint=hint)
        given = await self.ask("add", "Which part of the market?", [field])
        if given is None:
            return
        found = segments.add(self.sitting, given.text("name") or "", self.means.new_id)
        if isinstance(found, Problem):
            self.answer(found, "")
        elif self.answer(found.draft, f"{self.sitting.at(found.draft).segment(found.id).name} added"):
            self._go_to(found.id)
            self.post_message(self.HintsChanged())

    def action_rename(self) -> None:
        """Give the segment at hand another name."""
        if self._scale.current is not None:
            self.in_worker(self._rename(self._scale.current))

    async def _rename(self, segment: Id) -> None:
        name = self._label(segment)
        field = TextField("name", "Name", value=name, required=True, max_length=texts.LABEL_LENGTH)
        intro = "The name of another segment makes the two one."
        given = await self.ask("rename", name, [field], about=segment, intro=intro)
        if given is not None:
            renamed = identities.rename_segment(self.sitting, segment, given.text("name") or "")
            self.answer(renamed, f"{name} renamed")

    def action_rest(self) -> None:
        """Leave the segment at hand alone by choice until a month."""
        if self._scale.current is not None:
            self.in_worker(self._rest(self._scale.current))

    async def _rest(self, segment: Id) -> None:
        name, until = self._label(segment), segments.resting_until(self.sitting, segment)
        intro = "Until then it does not count as neglected. Left empty, it does not rest."
        given = await self.ask("rest", f"{name} rests", [self._month_field(until)], about=segment, intro=intro)
        if given is not None:
            chosen = given.month("until")
            words = f"rests until {months.spoken(chosen, self.sitting.month)}" if chosen else "does not rest"
            self.answer(segments.rest(self.sitting, segment, chosen), f"{name} {words}")

    def _month_field(self, value: months.Month | None) -> MonthField:
        first = months.shift(self.sitting.month, 1)
        return MonthField(
            "until",
            "Until",
            parse=lambda text: for_field(reading.coming_month(text, first)),
            value=value or "",
            placeholder="e.g. March",
            show=lambda month: months.title(months.Month(str(month))),
            standing=value,
        )

    def action_note(self) -> None:
        """Write a note about the segment at hand."""
        if self._scale.current is not None:
            self.in_worker(self._write_note(self._scale.current))

    async def _write_note(self, segment: Id) -> None:
        review, name = segments.review_of(self.sitting, segment), self._label(segment)
        words = await self.write_note(name, review.note, about=segment)
        if words is not None:
            self.answer(segments.note(self.sitting, segment, words), f"{name}, note")

    def action_one_client(self) -> None:
        """Say that one client is a choice until a month."""
        if self._may_choose_one():
            self.in_worker(self._choose_one_client())

    async def _choose_one_client(self) -> None:
        until = self.sitting.answers.one_client_until
        intro = "Until then, one basket is not pointed out. Left empty, it is not a choice."
        given = await self.ask("one client", "One client by choice", [self._month_field(until)], intro=intro)
        if given is not None:
            self.answer(segments.choose_one_client(self.sitting, given.month("until")), "one client by choice")
            self.post_message(self.HintsChanged())
