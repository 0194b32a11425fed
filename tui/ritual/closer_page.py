"""A page inside of which one prospect can be looked at closely: opened, answered row by row, and closed again."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping, Sequence
from functools import partial
from typing import ClassVar, TypeVar

from msgspec import structs
from textual import on
from textual.binding import Binding, BindingType

from review.problem import Problem
from review.records import UNKNOWN, ClaimState, Decision, Degree, Draft, Id, Limit, Unfinished
from review.ritual import reality, urgency
from review.ritual.sitting import Sitting, change_row
from tui.ritual import closer_forms, moves
from tui.ritual.closer_look import CloserLook, LookRows
from tui.ritual.closer_rows import (
    CLAIM,
    CLAIM_STATES,
    CLAIMS,
    DECISION,
    DECISIONS,
    DEGREES,
    GAVE,
    LIMIT,
    MOVE,
    MOVES,
    NOTE,
    RULE,
    SIGN,
    WHY,
    Look,
    kind_of,
)
from tui.ritual.page import Means, Page, Reopen
from tui.ritual.reality_typing import Field, HalfTyped
from tui.ritual.reality_words import next_look, order_of_looks
from tui.widgets.key_bar import Hint
from tui.widgets.remapped import with_keys_now

CLOSER = "closer/"
"""How a field begins in a place inside the closer look; the row's key follows."""

LIMIT_CELL = "limit, typed"
"""The name under which a half-typed limit is kept."""

Flow = Coroutine[object, object, bool]
Value = TypeVar("Value")

DIGITS_SHOWN = {
    CLAIM: Hint("1–3", "not checked, confirmed, contradicted", None, 9),
    SIGN: Hint("1–3 0", "no, some, clear, unknown", None, 9),
    DECISION: Hint("1–7", "decide", None, 9),
    LIMIT: Hint("0–9", "hours", None, 9),
}
SIGN_ORDER: tuple[Degree, ...] = (*DEGREES.values(), UNKNOWN)


class CloserPage(Page):
    """A page with a closer look in it. Which widgets make room for it is for each page to say."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "move", "their move", id="reality.move"),
        Binding("g", "gave", "I gave", id="reality.gave"),
        Binding("w", "claim", "a claim", id="reality.claim"),
        Binding("d", "decide", "decide", id="reality.decide"),
        Binding("o", "note", "note", id="reality.note"),
        Binding("escape", "back", "back to the table", id="reality.back"),
    ]

    def __init__(self, sitting: Sitting, means: Means) -> None:
        super().__init__(sitting, means)
        self._closer = CloserLook(id="closer")
        self._looked: Id | None = None

    # -- for the page around it ----------------------------------------------------------------------------------------

    def at_hand(self) -> Id | None:
        """Give the prospect that a letter is about."""
        return self._looked

    def nothing_half_typed(self) -> bool:
        """Accept what is typed; False when it can't be read."""
        return self._closer.rows.accept()

    def look_opened(self) -> None:
        """Make room for the closer look."""

    def look_closed(self, prospect: Id) -> None:
        """Take the room back; *prospect* is who was looked at."""

    # -- opening and closing -------------------------------------------------------------------------------------------

    def open_look(self, prospect: Id, row: str | None = None) -> None:
        """Look closely at a prospect, starting at a row, or at the first without an answer."""
        if not self._look(prospect):
            return
        self._looked = prospect
        self._closer.display = True
        self.look_opened()
        self._show_look()
        look = self._look(prospect)
        if look is not None and not (row and self._closer.rows.go_to(row)):
            self._closer.start(look)
        self._closer.rows.focus()
        self._tell_place()

    def action_back(self) -> None:
        """Go back to the table."""
        prospect, self._looked = self._looked, None
        self._closer.display = False
        if prospect is not None:
            self.look_closed(prospect)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let Esc leave the ritual where there is no closer look to close."""
        if action == "back":
            return self._looked is not None
        return super().check_action(action, parameters)

    def go_through(self, by: int) -> None:
        """Look at the next (1) or previous (-1) prospect: the worst first, then the others."""
        beside = next_look(order_of_looks(self.sitting), self._looked, by) if self._looked else None
        if beside is not None and self._closer.rows.accept():
            self.open_look(beside)

    def show(self, sitting: Sitting) -> None:
        """Show the closer look with what was answered; who is not on the list any more is left."""
        super().show(sitting)
        if self._looked is None:
            return
        if self._look(self._looked):
            self._show_look()
        else:
            self.action_back()

    def escape_words(self) -> str:
        """Say what Esc does: it closes the closer look first."""
        return super().escape_words() if self._looked is None else "back"

    def _look(self, prospect: Id | None) -> Look | None:
        row = self.sitting.row(prospect) if prospect else None
        return Look(self.sitting, row, self.means.currency, keys=partial(with_keys_now, self)) if row else None

    def _show_look(self) -> None:
        look = self._look(self._looked)
        if look is not None:
            asked = [each.prospect for each in reality.closer_looks(self.sitting)]
            at = f"{asked.index(self._looked) + 1} of {len(asked)}" if self._looked in asked else ""
            self._closer.show(look, at)

    def _tell_place(self) -> None:
        self.at_place(self._looked, f"{CLOSER}{self._closer.rows.current}")
        self.post_message(self.HintsChanged())

    def look_hints(self) -> Sequence[Hint]:
        """Give the keys of the closer look and of its row at hand."""
        kind = kind_of(self._closer.rows.current or "")[0]
        digits = [DIGITS_SHOWN[kind]] if kind in DIGITS_SHOWN else []
        return (
            Hint("[ ]", "prospect", None, 6),
            *digits,
            Hint("Enter", "edit", "enter", 6),
            Hint("g", "I gave", "g", 5),
            Hint("v", "their move", "v", 5),
            Hint("w", "claim", "w", 7),
            Hint("d", "decide", "d", 7),
            Hint("o", "note", "o", 2),
        )

    # -- answers in their rows -----------------------------------------------------------------------------------------

    def _change(self, prospect: Id, make: Callable[[Sitting, Id], Draft | Problem], what: str) -> None:
        if self.sitting.row(prospect) is not None:
            self.answer(make(self.sitting, prospect), f"{self.sitting.prospect(prospect).name}, {what}")

    @on(LookRows.Moved, "#look")
    def _look_moved(self) -> None:
        self._tell_place()

    @on(LookRows.Picked)
    def _picked(self, event: LookRows.Picked) -> None:
        self._pick(event.prospect, event.key, event.digit)

    @on(LookRows.Touched, "#look")
    def _touched(self, event: LookRows.Touched) -> None:
        if self._looked is not None:
            self._pick(self._looked, event.key, int(event.spot))

    def _pick(self, prospect: Id, key: str, digit: int) -> None:
        kind, about = kind_of(key)
        if kind == SIGN:
            self._set_sign(prospect, about, DEGREES.get(digit, UNKNOWN))
        elif kind == CLAIM:
            self._set_claim(prospect, about, CLAIM_STATES[digit])
            if CLAIM_STATES[digit] is not ClaimState.UNCHECKED:
                self._ask(closer_forms.say_by(self, prospect, about))
        elif kind == DECISION:
            self._decide(prospect, DECISIONS[digit])

    @on(LookRows.Shifted)
    def _shifted(self, event: LookRows.Shifted) -> None:
        kind, about = kind_of(event.key)
        row = self.sitting.row(event.prospect)
        if row is None:
            return
        if kind == SIGN:
            self._set_sign(event.prospect, about, _beside(SIGN_ORDER, getattr(row.signs, about), event.by))
        elif kind == CLAIM:
            state = next((each.state for each in row.claims if each.id == about), ClaimState.UNCHECKED)
            self._set_claim(event.prospect, about, _beside(tuple(ClaimState), state, event.by))
        elif kind == DECISION:
            decision = _beside(tuple(Decision), row.decision, event.by)
            make = partial(reality.decide, decision=decision)
            self._change(event.prospect, make, decision.value)

    def _set_sign(self, prospect: Id, sign: str, degree: Degree) -> None:
        name = next(words for field, words, _ in reality.SIGN_WORDS if field == sign)
        self._change(prospect, partial(reality.set_sign, sign=sign, degree=degree), f"{name}: {degree}")

    def _set_claim(self, prospect: Id, claim: Id, state: ClaimState) -> None:
        self._change(prospect, partial(reality.check_claim, claim=claim, state=state), f"a claim, {state.value}")

    def _decide(self, prospect: Id, decision: Decision) -> None:
        if closer_forms.decide(self, prospect, decision) and decision in reality.ENDS:
            self._ask(closer_forms.say_reason(self, prospect, decision))

    @on(LookRows.Cleared)
    def _cleared(self, event: LookRows.Cleared) -> None:
        kind, about = kind_of(event.key)
        clearing: Mapping[str, Callable[[Sitting, Id], Draft | Problem]] = {
            GAVE: lambda sitting, id_: reality.give(sitting, id_, None),
            MOVES: lambda sitting, id_: change_row(sitting.draft, id_, moves=None),
            MOVE: lambda sitting, id_: urgency.remove_move(sitting, id_, about),
            CLAIM: lambda sitting, id_: reality.remove_claim(sitting, id_, about),
            WHY: lambda sitting, id_: reality.say_why_us(sitting, id_, ""),
            SIGN: lambda sitting, id_: reality.set_sign(sitting, id_, about, None),
            DECISION: lambda sitting, id_: reality.decide(sitting, id_, None),
            LIMIT: lambda sitting, id_: reality.set_limit(sitting, id_, Limit()),
            RULE: reality.remove_rule,
        }
        if kind in clearing:
            self._change(event.prospect, clearing[kind], "taken back")

    @on(LookRows.LimitGiven)
    def _limit_given(self, event: LookRows.LimitGiven) -> None:
        self.take_limit(event.prospect, event.hours)

    def take_limit(self, prospect: Id, hours: float) -> None:
        """Set the hours allowed until the next review; money and energy stay as they are."""
        row = self.sitting.row(prospect)
        if row is not None:
            limit = structs.replace(row.limit, hours=hours)
            self._change(prospect, partial(reality.set_limit, limit=limit), "the limit")

    @on(LookRows.Typing)
    def _limit_typed(self, event: LookRows.Typing) -> None:
        self.keep_typed(LIMIT_CELL, event.typed)

    def keep_typed(self, form: str, typed: HalfTyped | None) -> None:
        """Keep a half-typed number, so that a closed window costs none of it."""
        kept = Unfinished(form, typed.key, {typed.field: typed.text}, typed.field) if typed else None
        self.keeper.keep_typing(kept)

    @on(LookRows.Dropped)
    def _limit_dropped(self, event: LookRows.Dropped) -> None:
        self.post_message(self.Refused(event.problem))

    # -- answers in words ----------------------------------------------------------------------------------------------

    @on(LookRows.Chosen, "#look")
    def _edit(self, event: LookRows.Chosen) -> None:
        kind, about = kind_of(event.key)
        prospect = self._looked
        if prospect is None:
            return
        flows: Mapping[str, Callable[[], Flow]] = {
            GAVE: lambda: closer_forms.give(self, prospect),
            MOVES: lambda: moves.choose(self, prospect),
            MOVE: lambda: moves.edit(self, prospect, about),
            CLAIMS: lambda: closer_forms.add_claim(self, prospect),
            CLAIM: lambda: closer_forms.reword(self, prospect, about),
            WHY: lambda: closer_forms.say_why(self, prospect),
            SIGN: lambda: closer_forms.choose_sign(self, prospect, about),
            DECISION: lambda: closer_forms.choose_decision(self, prospect),
            LIMIT: lambda: closer_forms.set_limit(self, prospect),
            RULE: lambda: closer_forms.make_rule(self, prospect),
            NOTE: lambda: self._note(prospect),
        }
        self._ask(flows[kind]())

    def _ask(self, flow: Flow, *, then_on: bool = True) -> None:
        self.in_worker(self._asked(flow, then_on=then_on))

    async def _asked(self, flow: Flow, *, then_on: bool) -> None:
        """Ask in a dialog, and go on to the next row without an answer once there was one."""
        if await flow and then_on and self._looked is not None:
            self._closer.rows.go_on()

    def _about(self, kinds: tuple[str, ...], ask: Callable[[Id], Flow], *, then_on: bool = True) -> None:
        """Ask about the prospect at hand; in the closer look the cursor goes to the row the answer stands in."""
        prospect = self.at_hand()
        if prospect is None or not self.nothing_half_typed():
            return
        if self._looked is not None and self._closer.rows.go_to_kind(*kinds):
            self._tell_place()
        self._ask(ask(prospect), then_on=then_on)

    def action_move(self) -> None:
        """Enter something they did."""
        self._about((MOVES, MOVE), lambda prospect: moves.choose(self, prospect))

    def action_gave(self) -> None:
        """Enter what you gave."""
        self._about((GAVE,), lambda prospect: closer_forms.give(self, prospect))

    def action_claim(self) -> None:
        """Enter something they told you."""
        self._about((CLAIMS,), self._add_claim, then_on=False)

    async def _add_claim(self, prospect: Id) -> bool:
        """Add a claim and put the cursor on it, where a digit says what became of it."""
        added = await closer_forms.add_claim(self, prospect)
        row = self.sitting.row(prospect)
        if added and row is not None and row.claims and self._closer.rows.go_to(f"{CLAIM}:{row.claims[-1].id}"):
            self._tell_place()
        return added

    def action_decide(self) -> None:
        """Decide, with what each decision means beside it."""
        self._about((DECISION,), lambda prospect: closer_forms.choose_decision(self, prospect))

    def action_note(self) -> None:
        """Write a note about the prospect at hand."""
        self._about((NOTE,), self._note, then_on=False)

    async def _note(self, prospect: Id) -> bool:
        await self.note_about(prospect)
        return False

    # -- coming back ---------------------------------------------------------------------------------------------------

    def forms(self) -> Mapping[str, Reopen]:
        """Give the forms of a closer look, and a limit that was half typed."""
        return {
            **super().forms(),
            **closer_forms.forms(self),
            LIMIT_CELL: lambda about, _also: self._type_limit_again(about),
        }

    def _type_limit_again(self, about: str | None) -> None:
        typed = self.restored_typing(about)
        if typed is not None and self._look(typed.key):
            if self._looked != typed.key:
                self.open_look(typed.key, LIMIT)
            self._closer.rows.type_in(typed)

    def restored_typing(self, about: str | None) -> HalfTyped | None:
        """Give the number that was half typed when the draft was left."""
        field, text = next(iter(self.take_restored().texts.items()), ("", ""))
        number: Field = "money" if field == "money" else "hours"
        return HalfTyped(about, number, text) if about and text else None


def _beside(order: Sequence[Value], value: Value | None, by: int) -> Value:
    """Give the value after (1) or before (-1) another; from none the first or the last."""
    if value is None:
        return order[0 if by > 0 else -1]
    return order[max(0, min(len(order) - 1, order.index(value) + by))]
