"""What a closer look asks in words: what you gave, their story, limits, a stop rule, and why it ended."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from review import month as months
from review import reading, scales
from review.problem import Problem
from review.promises import OpenRule
from review.records import DEGREES, Claim, ClaimState, Decision, Id, Limit, Obsession
from review.ritual import reality, urgency
from tui.ritual import moves, obsession_forms
from tui.ritual.closer_rows import WHY_ASKED, moves_of, written_gifts
from tui.ritual.dialog import Field
from tui.ritual.page import Page, Reopen
from tui.ritual.questions import for_field
from tui.widgets import form_fields
from tui.widgets.form_fields import AmountField, ChoiceField, DateField, TextField

LONG_LINE = 400
"""Characters of a claim or a reason: a sentence or two, still readable in a list."""

RECENT_MOVES = 5
"""Moves offered as what confirmed a claim; an older one is as quickly written."""

OPEN_ALREADY = Problem("That rule stays until its date; Look back asks about it then.")


def forms(page: Page) -> Mapping[str, Reopen]:
    """Give all forms of a closer look by name, so that one left open can be opened again."""

    def again(flow: object) -> Reopen:
        def reopen(about: str | None, also: str | None) -> None:
            if about and callable(flow):
                page.in_worker(flow(page, about, also) if also else flow(page, about))

        return reopen

    flows = {"gave": give, "claim": add_claim, "claim, again": reword, "claim, by": say_by, "why": say_why}
    more = {"limit": set_limit, "rule": make_rule, "end": say_reason}
    return {**moves.forms(page), **{name: again(flow) for name, flow in {**flows, **more}.items()}}


def _name(page: Page, prospect: Id) -> str:
    return page.sitting.prospect(prospect).name


def _claim(row: Obsession | None, claim: Id) -> Claim | None:
    return next((each for each in row.claims if each.id == claim), None) if row else None


# --- give and take ----------------------------------------------------------------------------------------------------


async def give(page: Page, prospect: Id) -> bool:
    """Ask what you gave unpaid; tells whether it was answered."""
    row = page.sitting.row(prospect)
    if row is None:
        return False
    before = "" if row.given is None else written_gifts(row.given) or "nothing"
    hint = "Separated by commas: 2 drawings, a workshop, 3 calls. Or nothing."
    field = TextField("gave", "You gave", value=before, placeholder="e.g. 2 drawings, a call", hint=hint)
    title = f"{_name(page, prospect)}: what did you give, unpaid?"
    given = await page.ask("gave", title, [field], about=prospect, check=_check_gifts)
    if given is None:
        return False
    words = given.text("gave")
    read = reading.gifts(words) if words else None
    result = read if isinstance(read, Problem) else reality.give(page.sitting, prospect, read)
    return page.answer(result, f"{_name(page, prospect)}, what you gave")


def _check_gifts(values: dict[str, object]) -> dict[str, form_fields.Problem]:
    words = values.get("gave")
    read = reading.gifts(words) if isinstance(words, str) else None
    return {"gave": form_fields.Problem(read.text)} if isinstance(read, Problem) else {}


# --- their story ------------------------------------------------------------------------------------------------------


async def add_claim(page: Page, prospect: Id) -> bool:
    """Ask for something they told you; tells whether there was anything."""
    field = TextField(
        "claim", "They told you", placeholder="e.g. the budget is approved", required=True, max_length=LONG_LINE
    )
    title = f"{_name(page, prospect)}: what did they tell you?"
    given = await page.ask("claim", title, [field], about=prospect)
    if given is None:
        return False
    changed = reality.add_claim(page.sitting, prospect, page.means.new_id, given.text("claim") or "")
    return page.answer(changed, f"{_name(page, prospect)}, a claim")


async def reword(page: Page, prospect: Id, claim: Id) -> bool:
    """Correct a claim: its words, what became of it, and by what."""
    row = page.sitting.row(prospect)
    old = _claim(row, claim)
    if row is None or old is None:
        return False
    states = [(state.value, state.value, "") for state in ClaimState]
    fields: list[Field] = [
        TextField("claim", "They told you", value=old.text, required=True, max_length=LONG_LINE),
        ChoiceField("state", "What became of it", options=states, value=old.state.value),
        _by_field(page, row, old),
    ]
    title = f"{_name(page, prospect)}: what they told you"
    given = await page.ask("claim, again", title, fields, about=prospect, also=claim)
    if given is None:
        return False
    reworded = reality.reword_claim(page.sitting, prospect, claim, given.text("claim") or "")
    if isinstance(reworded, Problem):
        return page.answer(reworded, "")
    state = ClaimState(given.text("state") or old.state.value)
    by, move = _by_what(page, row, given.text("by"))
    checked = reality.check_claim(page.sitting.at(reworded), prospect, claim, state, by, move)
    return page.answer(checked, f"{_name(page, prospect)}, a claim")


async def say_by(page: Page, prospect: Id, claim: Id) -> bool:
    """Ask what confirmed or contradicted a claim; tells whether it was said."""
    row = page.sitting.row(prospect)
    old = _claim(row, claim)
    if row is None or old is None:
        return False
    title = f"{old.state.value.capitalize()}: by what?"
    given = await page.ask("claim, by", title, [_by_field(page, row, old)], about=prospect, also=claim, intro=old.text)
    if given is None:
        return False
    by, move = _by_what(page, row, given.text("by"))
    changed = reality.check_claim(page.sitting, prospect, claim, old.state, by, move)
    return page.answer(changed, f"{_name(page, prospect)}, {old.state.value} by what")


def _by_field(page: Page, row: Obsession, claim: Claim) -> TextField:
    told = _told_moves(page, row)
    value = next((words for words, id_ in told.items() if id_ == claim.by_move), claim.by or "")
    return TextField(
        "by", "By what", value=value, suggestions=tuple(told), placeholder="e.g. a mail, a call", max_length=LONG_LINE
    )


def _told_moves(page: Page, row: Obsession) -> dict[str, Id]:
    newest = moves_of(page.sitting, row)[:RECENT_MOVES]
    return {urgency.said_of_move(move, page.sitting.on): move.id for move in newest}


def _by_what(page: Page, row: Obsession, words: str | None) -> tuple[str | None, Id | None]:
    """Tell words from a move that was chosen among the suggestions: that is entered once."""
    move = _told_moves(page, row).get(words or "")
    return (None, move) if move else (words, None)


async def say_why(page: Page, prospect: Id) -> bool:
    """Ask why they say they came to you, and why now; tells whether it was answered."""
    row = page.sitting.row(prospect)
    if row is None:
        return False
    field = TextField(
        "why", "They say", value=row.why_us or "", placeholder="e.g. a talk I gave in May", max_length=LONG_LINE
    )
    given = await page.ask("why", f"{_name(page, prospect)}: {WHY_ASKED}", [field], about=prospect)
    if given is None:
        return False
    changed = reality.say_why_us(page.sitting, prospect, given.text("why") or "")
    return page.answer(changed, f"{_name(page, prospect)}, why you")


async def choose_sign(page: Page, prospect: Id, sign: str) -> bool:
    """Ask how clear a nightmare sign is; tells whether it was answered."""
    row = page.sitting.row(prospect)
    name, seen = next((name, seen) for field, name, seen in reality.SIGN_WORDS if field == sign)
    options = [(degree, degree, "") for degree in DEGREES]
    current = getattr(row.signs, sign) if row else None
    title = f"{_name(page, prospect)}: {name.lower()}?"
    chosen = await page.choose(title, options, intro=f"{seen}.".capitalize(), current=current)
    degree = next((each for each in DEGREES if each == chosen), None)
    if degree is None:
        return False
    changed = reality.set_sign(page.sitting, prospect, sign, degree)
    return page.answer(changed, f"{_name(page, prospect)}, {name}: {degree}")


# --- what you make of it ----------------------------------------------------------------------------------------------


async def choose_decision(page: Page, prospect: Id) -> bool:
    """Ask for the decision, each with what it means; tells whether there was one."""
    row = page.sitting.row(prospect)
    options = [(each.value, each.value.capitalize(), _meaning(each)) for each in Decision]
    chosen = await page.choose(f"{_name(page, prospect)}: so?", options, current=row.decision if row else None)
    decision = Decision(str(chosen)) if chosen is not None else None
    if decision is None or not decide(page, prospect, decision):
        return False
    if decision in reality.ENDS:
        await say_reason(page, prospect, decision)
    return True


def _meaning(decision: Decision) -> str:
    """Give a decision's sentence without its name before it."""
    words = reality.MEANINGS[decision].partition(": ")[2]
    return words[:1].upper() + words[1:]


def decide(page: Page, prospect: Id, decision: Decision) -> bool:
    """Take a decision; tells whether it could be."""
    return page.answer(reality.decide(page.sitting, prospect, decision), f"{_name(page, prospect)}, {decision.value}")


async def say_reason(page: Page, prospect: Id, decision: str) -> bool:
    """Ask why it ended; tells whether a reason was given."""
    row = page.sitting.row(prospect)
    before = row.ended.reason if row and row.ended else None
    signed = Decision(decision) is Decision.SIGNED
    title = "what made it happen?" if signed else "why?"
    because: list[Field] = [TextField("words", "Because", value=before or "", max_length=LONG_LINE)]
    fields = because if signed else obsession_forms.reason_fields(before)
    given = await page.ask("end", f"{_name(page, prospect)}: {title}", fields, about=prospect, also=decision)
    words = obsession_forms.reason(given) if given else None
    if words is None:
        return False
    changed = reality.decide(page.sitting, prospect, Decision(decision), words)
    return page.answer(changed, f"{_name(page, prospect)}, why")


async def set_limit(page: Page, prospect: Id) -> bool:
    """Ask for the limit until the next review; tells whether it was answered."""
    row = page.sitting.row(prospect)
    if row is None:
        return False
    words = scales.scales(page.sitting.answers.scale).energy
    energies = [(at, words.word(at), f"no more than {at}") for at in range(scales.LOWEST, scales.HIGHEST + 1)]
    sign = page.means.currency
    fields: list[Field] = [
        AmountField("hours", "Unpaid hours", parse=_hours, value=_figure(row.limit.hours), unit="h a month"),
        AmountField("money", "Money", parse=_money, value=_figure(row.limit.money), unit=f"{sign} a month"),
        ChoiceField("energy", "Energy up to", options=energies, value=row.limit.energy),
    ]
    title = f"{_name(page, prospect)}: how much until the next review?"
    given = await page.ask("limit", title, fields, about=prospect)
    if given is None:
        return False
    energy = given.number("energy")
    limit = Limit(given.number("hours"), given.number("money"), None if energy is None else int(energy))
    return page.answer(reality.set_limit(page.sitting, prospect, limit), f"{_name(page, prospect)}, the limit")


def _hours(text: str) -> object:
    return _amount(reading.hours(text))


def _money(text: str) -> object:
    return _amount(reading.money(text))


def _amount(read: object) -> object:
    """Refuse "unknown": what one allows oneself is known, or not limited."""
    return form_fields.Problem("Write a number, or nothing for no limit.") if isinstance(read, str) else for_field(read)


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


async def make_rule(page: Page, prospect: Id) -> bool:
    """Ask for a stop rule, or correct the one of this sitting; tells whether there is one now."""
    row = page.sitting.row(prospect)
    if row is None:
        return False
    found = reality.open_rule(page.sitting, row)
    if isinstance(found, OpenRule):
        return page.answer(OPEN_ALREADY, "")
    on = page.sitting.on
    day = found.by if found else reality.usual_rule_day(page.sitting)
    state, action = (found.state, found.action) if found else ("", "")
    fields: list[Field] = [
        TextField(
            "state",
            "If",
            value=state,
            placeholder="e.g. nobody has named who signs",
            required=True,
            max_length=LONG_LINE,
        ),
        _by_day(on, day, set_already=found is not None),
        TextField(
            "action",
            "I will",
            value=action,
            placeholder="e.g. stop all unpaid work",
            required=True,
            max_length=LONG_LINE,
        ),
    ]
    given = await page.ask("rule", f"{_name(page, prospect)}: a stop rule", fields, about=prospect)
    if given is None:
        return False
    changed = reality.add_rule(
        page.sitting,
        prospect,
        page.means.new_id,
        given.text("state") or "",
        given.day("by") or day,
        given.text("action") or "",
    )
    return page.answer(changed, f"{_name(page, prospect)}, a stop rule")


def _by_day(on: date, day: date, *, set_already: bool) -> DateField:
    """Give the field of a rule's day; a new rule's suggested day is taken when the field is left empty."""
    shown = months.short_date(day, on)
    return DateField(
        "by",
        "by",
        parse=partial(_coming_day, on=on),
        value=shown if set_already else "",
        placeholder=shown,
        show=_long_date,
        hint=f"left empty: {shown}",
        standing=day if set_already else None,
    )


def _coming_day(text: str, on: date) -> object:
    return for_field(reading.coming_day(text, on))


def _long_date(value: object) -> str:
    return months.long_date(value) if isinstance(value, date) else ""
