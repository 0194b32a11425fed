"""Their moves: entered once, on whichever page they come to mind, and the evidence everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from msgspec import structs

from review import month as months
from review import reading
from review.records import BACKING, Id, Move, MoveKind
from review.ritual import urgency
from tui.ritual.dialog import Field, Given
from tui.ritual.page import Page, Reopen
from tui.ritual.questions import for_field
from tui.widgets.form_fields import ChoiceField, DateField, TextField

NOTHING = "nothing since the last review"
NOTHING_SO_FAR = "nothing so far"
FORM = "move"
EDITING = "move, again"


def forms(page: Page) -> Mapping[str, Reopen]:
    """Give the forms of a move by name, so that one left open can be opened again."""

    def enter_again(about: str | None, also: str | None) -> None:
        if about and also:
            page.in_worker(enter(page, about, MoveKind(also)))

    def edit_again(about: str | None, also: str | None) -> None:
        if about and also:
            page.in_worker(edit(page, about, also))

    return {FORM: enter_again, EDITING: edit_again}


async def choose(page: Page, prospect: Id) -> bool:
    """Ask what they did, then when and how; "nothing" is an answer. Tells whether there was one."""
    options = [(kind.value, kind.value, "backs a 4 or 5" if kind in BACKING else "") for kind in MoveKind]
    name = page.sitting.prospect(prospect).name
    chosen = await page.choose(f"{name}: what did they do?", [*options, (NOTHING, _nothing(page, prospect), "")])
    if chosen == NOTHING:
        return page.answer(urgency.nothing_moved(page.sitting, prospect), f"{name}, nothing since")
    return chosen is not None and await enter(page, prospect, MoveKind(str(chosen)))


def _nothing(page: Page, prospect: Id) -> str:
    """Name the answer "nothing": of somebody new there was no review before."""
    row = page.sitting.row(prospect)
    return NOTHING_SO_FAR if row is not None and page.sitting.is_new(row) else NOTHING


async def enter(page: Page, prospect: Id, kind: MoveKind) -> bool:
    """Ask when a move was made and what it was; tells whether it was entered."""
    name = page.sitting.prospect(prospect).name
    given = await page.ask(FORM, f"{name} {kind.value}", _fields(page, kind), about=prospect, also=kind.value)
    if given is None:
        return False
    changed = urgency.add_move(
        page.sitting,
        prospect,
        page.means.new_id,
        kind,
        given.day("on") or page.sitting.on,
        what=given.text("what"),
        asked_for=given.flag("asked"),
        ahead=given.day("ahead"),
    )
    return page.answer(changed, f"{name} {kind.value}")


async def edit(page: Page, prospect: Id, move: Id) -> bool:
    """Correct a move entered in this sitting; tells whether it was."""
    row = page.sitting.row(prospect)
    old = next((each for each in (row.moves if row else None) or () if each.id == move), None)
    if old is None:
        return False
    name = page.sitting.prospect(prospect).name
    fields = _fields(page, old.kind, old)
    given = await page.ask(EDITING, f"{name} {old.kind.value}", fields, about=prospect, also=move)
    if given is None:
        return False
    changed = urgency.replace_move(page.sitting, prospect, _corrected(old, given))
    return page.answer(changed, f"{name} {old.kind.value}, corrected")


def _corrected(old: Move, given: Given) -> Move:
    return structs.replace(
        old,
        on=given.day("on") or old.on,
        what=given.text("what"),
        asked_for=given.flag("asked"),
        ahead=given.day("ahead"),
    )


def _fields(page: Page, kind: MoveKind, old: Move | None = None) -> list[Field]:
    today = page.sitting.on
    on = months.short_date(old.on, today) if old else ""
    parse_on = partial(_past_day, today=today)
    fields: list[Field] = [
        DateField("on", "When", parse=parse_on, value=on, placeholder="today", standing=old.on if old else None),
        TextField("what", "What", value=(old.what or "") if old else "", placeholder=kind.value),
    ]
    if kind is MoveKind.DATED:
        ahead = months.short_date(old.ahead, today) if old and old.ahead else ""
        parse = partial(_day_ahead, today=today)
        standing = old.ahead if old else None
        fields.append(
            DateField("ahead", "The day", parse=parse, value=ahead, placeholder="e.g. 1 March", standing=standing)
        )
    options = [(False, "no", "unasked"), (True, "yes", "")]
    return [*fields, ChoiceField("asked", "Had you asked?", options=options, value=old.asked_for if old else None)]


def _past_day(text: str, today: date) -> object:
    return for_field(reading.past_day(text, today))


def _day_ahead(text: str, today: date) -> object:
    return for_field(reading.day(text, today, ahead=True))
