"""The page of Reality on a stage, over two months in which limits were set, broken and held."""

from datetime import date
from typing import Any, ClassVar

import pytest
from msgspec import structs
from textual import events
from textual.binding import Binding, BindingType
from textual.pilot import Pilot

from review.history import History
from review.month import Month
from review.records import Kind, Limit, Mode, Obsession, Place, StopRule, Unfinished
from review.ritual import sitting as sittings
from review.ritual.sitting import Sitting, change_row
from tests.conftest import TODAY
from tests.review.telling import claim, month, moved, told, who
from tests.tui.ritual.page_stage import PageStage, do
from tui.ritual.reality import RealityPage

NOVEMBER = Month("2026-11")
ACME, BOREALIS, CALDER, DELPHI = "Acme Robotics", "Borealis Foods", "Calder Rail", "Delphi Labs"
READY = "Poised to move to the next level"

RULE = StopRule("rule", "nobody has named who signs", date(2026, 12, 12), "stop all unpaid work")

RATED = {ACME: (5, 2), BOREALIS: (2, 4), CALDER: (3, 3), DELPHI: (4, 1)}


def october(*, rules: tuple[StopRule, ...] = ()) -> tuple[Obsession, ...]:
    """October's rows: Acme broke its limit, Calder held it, the others had none."""
    return (
        who(
            ACME,
            since=Month("2026-03"),
            hope="the gripper line",
            hours=6.0,
            limit=Limit(hours=4),
            moves=(moved("2026-10-12", what="asked for a third workshop"),),
            claims=(claim(READY, "2026-08"),),
            rules=rules,
        ),
        who(BOREALIS, kind=Kind.CLIENT, hope="a second line"),
        who(CALDER, hours=5.0, limit=Limit(hours=6, money=200, energy=3)),
        who(DELPHI),
    )


def past(*, rules: tuple[StopRule, ...] = ()) -> History:
    """September and October, finished."""
    september = month("2026-09", who(ACME, since=Month("2026-03"), limit=Limit(hours=4)), who(CALDER))
    return told(september, month("2026-10", *october(rules=rules)))


def november(history: History | None = None, *, mode: Mode = "full", rated: bool = True) -> Sitting:
    """November's sitting, with everybody rated in Urgency unless said otherwise."""
    sitting = sittings.begin(past() if history is None else history, NOVEMBER, TODAY, "reality", mode)
    for name, (yours, theirs) in RATED.items() if rated else ():
        sitting = sitting.at(change_row(sitting.draft, name, yours=yours, theirs=theirs))
    return sitting


def first(*names: str, mode: Mode = "full") -> Sitting:
    """A first sitting with these names on the list."""
    history = told(month("2026-10", *(who(name) for name in names)))
    named = History((), history.prospects)
    rows = tuple(Obsession(name) for name in names)
    sitting = sittings.begin(named, NOVEMBER, TODAY, "reality", mode)
    return sitting.at(sittings.change(sitting.draft, obsessions=rows))


class RealityStage(PageStage):
    """Shows the page, and counts how often the ritual would have been left, and help opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave"),
        Binding("question_mark", "help", "help"),
        Binding("left_square_bracket", "row(-1)", "previous prospect"),
        Binding("right_square_bracket", "row(1)", "next prospect"),
    ]

    def __init__(self, sitting: Sitting | None = None) -> None:
        super().__init__(RealityPage, november() if sitting is None else sitting)
        self.left = 0
        self.helped = 0

    def on_mount(self) -> None:
        """Take the place up as the ritual's screen does when it resumes."""
        super().on_mount()
        self.page.take_place(self.sitting.draft.place)
        if self.sitting.draft.unfinished is not None:
            self.page.reopen(self.sitting.draft.unfinished)

    def action_leave(self) -> None:
        self.left += 1

    def action_help(self) -> None:
        self.helped += 1

    def action_row(self, by: int) -> None:
        self.page.move_row(by)

    def row(self, name: str) -> Obsession:
        """The answers about one prospect."""
        found = self.sitting.row(name)
        assert found is not None
        return found

    @property
    def here(self) -> tuple[str | None, str | None]:
        """The prospect and the field that the cursor was last said to be on."""
        return (self.places[-1].about, self.places[-1].field) if self.places else (None, None)

    @property
    def unfinished(self) -> Unfinished | None:
        """What is half typed."""
        return self.sitting.draft.unfinished

    def line(self, words: str) -> str:
        """The first line of the screen with these words in it."""
        return next(drawn for drawn in self.drawn() if words in drawn)

    def press_at_once(self, *keys: str) -> None:
        """Press keys faster than the screen can follow."""
        for key in keys:
            self.post_message(events.Key(key, key if len(key) == 1 else None))


def looking(at: str = "gave", about: str = ACME, sitting: Sitting | None = None, **answers: Any) -> RealityStage:
    """The closer look at somebody, with the cursor on one of its rows and some answers given."""
    begun = november() if sitting is None else sitting
    draft = change_row(begun.draft, about, **answers)
    return RealityStage(begun.at(structs.replace(draft, place=Place("reality", about, f"closer/{at}"))))


async def on_row(pilot: Pilot[Any], page: RealityStage, key: str) -> None:
    """Bring the cursor to a row by the arrow alone."""
    await do(pilot, "<home>")
    for _ in range(30):
        if page.here[1] == f"closer/{key}":
            return
        await do(pilot, "<down>")
    pytest.fail(f"{key} can't be reached")
