"""What letting go cost you: who was let go of or limited, the hours that freed, and who came back.

Hours are a month's: those of a row that covers skipped months are divided by them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from msgspec import Struct

from review import month as months
from review import text as texts
from review.history import Appearance, History, Spell
from review.month import Month
from review.promises import let_go
from review.records import Decision, How, Id, Obsession, Session, known

MET_MOST = 2
"""Names in "those hours met": more would be a list."""


class Gone(Struct, frozen=True):
    """Somebody parted with. `hours_a_month`: the last ones known before; None if never known.

    `came_back`: None while it is not known. `on_list`: whether they are on the list again, and cost hours again.
    """

    prospect: Id
    name: str
    month: Month
    hours_a_month: float | None
    came_back: bool | None
    on_list: bool


class Limited(Struct, frozen=True):
    """Somebody on the list whom a decision to limit, made in *month* and kept to since, made cheaper.

    `before` are the hours of the last month before it, `now` those of the newest.
    """

    prospect: Id
    name: str
    month: Month
    before: float
    now: float

    @property
    def hours_a_month(self) -> float:
        """The hours a month that it freed."""
        return self.before - self.now


class LettingGo(Struct, frozen=True):
    """What letting go freed so far, and what came of it.

    `now` is the month it is told in. `gone` holds each prospect once, by its latest parting, oldest first. `met` are
    the names of those who came on the list since and were worth it; `met_hours` the known unpaid hours they got.
    """

    now: Month
    gone: tuple[Gone, ...]
    limited: tuple[Limited, ...]
    met: tuple[str, ...]
    met_hours: float = 0.0

    @property
    def hours_a_month(self) -> float:
        """The hours a month freed by those let go of who are not on the list again."""
        return sum(each.hours_a_month or 0.0 for each in self.gone if not each.on_list)

    @property
    def limited_hours_a_month(self) -> float:
        """The hours a month that limits freed."""
        return sum(each.hours_a_month for each in self.limited)

    @property
    def returned(self) -> int:
        """How many came back."""
        return sum(each.came_back is True for each in self.gone)

    @property
    def never_noticed(self) -> int:
        """How many are known not to have come back."""
        return sum(each.came_back is False for each in self.gone)

    @property
    def not_known(self) -> int:
        """Of how many it is not known."""
        return sum(each.came_back is None for each in self.gone)

    @property
    def sentences(self) -> tuple[str, ...]:
        """Tell it in up to four parts of a sentence or two."""
        said = (_said_of_gone(self), _said_of_returns(self), _said_of_limited(self), _said_of_met(self))
        return tuple(sentence for sentence in said if sentence)

    @property
    def text(self) -> str:
        """The sentences in one line."""
        return " ".join(self.sentences)


def summary(history: History) -> LettingGo | None:
    """Sum up what letting go freed; None while nobody was let go of, nor limited to less."""
    if history.last is None:
        return None
    gone, limited = _gone(history), _limited(history)
    if not gone and not limited:
        return None
    first = min([each.month for each in gone] + [each.month for each in limited])
    met = _met(history, first, {each.prospect for each in gone})
    hours = sum(known(row.row.hours) or 0.0 for id_ in met for row in history.appearances(id_))
    return LettingGo(
        history.last.month, gone, limited, tuple(history.prospect(each).name for each in met), met_hours=hours
    )


def _gone(history: History) -> tuple[Gone, ...]:
    if not any(how is How.PARTED for _, _, how in _ends(history)):
        return ()
    latest = {each.prospect: each for each in let_go(history)}
    listed = _listed(history)
    found = [
        Gone(
            each.prospect,
            history.prospect(each.prospect).name,
            each.month,
            each.hours,
            each.came_back,
            each.prospect in listed,
        )
        for each in latest.values()
    ]
    return tuple(sorted(found, key=lambda each: (each.month, texts.fold(each.name))))


def _ends(history: History) -> Iterator[tuple[Month, Id, How]]:
    """Give how everybody ended who ended, by the month it was told in."""
    return chain.from_iterable(history.noted(_ended))


def _ended(history: History, session: Session) -> list[tuple[Month, Id, How]]:
    rows = history.rows(session.answers)
    return [(session.month, row.prospect, row.ended.how) for row in rows if row.ended is not None]


def _listed(history: History) -> Mapping[Id, Obsession]:
    """Give those still on the list after the newest session."""
    rows = history.rows(history.last.answers) if history.last else ()
    return {row.prospect: row for row in rows if row.ended is None}


def _a_month(history: History, each: Appearance) -> float | None:
    hours = known(each.row.hours)
    return hours / history.months_covered(each.month) if hours is not None else None


def _limited(history: History) -> tuple[Limited, ...]:
    found = (_limit_freed(history, prospect) for prospect in _listed(history))
    return tuple(sorted((each for each in found if each), key=lambda each: (each.month, texts.fold(each.name))))


def _limit_freed(history: History, prospect: Id) -> Limited | None:
    """Compare the last month before a limit with the newest; None where nothing was freed, or it was given up."""
    spell = history.spells(prospect)[-1]
    first = _first_limited(spell)
    if first is None or first is spell.newest:
        return None
    before, now = _a_month(history, first), _a_month(history, spell.newest)
    if before is None or now is None or now >= before:
        return None
    return Limited(prospect, history.prospect(prospect).name, first.month, before, now)


def _first_limited(spell: Spell) -> Appearance | None:
    """Give the session whose limit still holds, decided once or again and again; its hours are those before it.

    A session without a decision leaves it as it was; any other decision ends it.
    """
    first = None
    for each in spell.appearances:
        if each.row.decision is Decision.LIMIT:
            first = first or each
        elif each.row.decision is not None:
            first = None
    return first


def _met(history: History, first: Month, gone: set[Id]) -> tuple[Id, ...]:
    """Give those who came on the list after the first letting go and signed since, newest first, or are dream clients.

    Only those that hours went to.
    """
    signed = [id_ for month, id_, how in _ends(history) if month > first and how is How.SIGNED]
    dream = sorted((id_ for id_, row in _listed(history).items() if row.dream), key=lambda id_: _folded(history, id_))
    found: list[Id] = []
    for id_ in dict.fromkeys([*reversed(signed), *dream]):
        if len(found) < MET_MOST and id_ not in gone and _came_after(history, id_, first):
            found.append(id_)
    return tuple(found)


def _folded(history: History, prospect: Id) -> str:
    return texts.fold(history.prospect(prospect).name)


def _came_after(history: History, prospect: Id, first: Month) -> bool:
    rows = history.appearances(prospect)
    return rows[0].month > first and any(known(each.row.hours) for each in rows)


# --- in words ---------------------------------------------------------------------------------------------------------


def _said_of_gone(found: LettingGo) -> str:
    if not found.gone:
        return ""
    freed = found.hours_a_month
    back = f": {texts.figure(freed)} h a month back" if freed else ""
    first = months.spoken(found.gone[0].month, found.now)
    if len(found.gone) == 1:
        return f"You let go of {found.gone[0].name} in {first}{back}."
    return f"You let go of {texts.counted_word(len(found.gone))} since {first}{back}."


def _said_of_returns(found: LettingGo) -> str:
    if not found.gone:
        return ""
    if len(found.gone) == 1:
        return _said_of_one(found.gone[0])
    if found.not_known == len(found.gone):
        return "Whether any returns is not known yet."
    if not found.returned and not found.not_known:
        return "None has returned."
    parts = [
        words
        for count, words in (
            (found.returned, "returned by itself" if found.returned == 1 else "returned by themselves"),
            (found.never_noticed, "never noticed"),
            (found.not_known, "is not known yet" if found.not_known == 1 else "are not known yet"),
        )
        if count
        for words in (f"{texts.counted_word(count)} {words}",)
    ]
    return f"{parts[0][:1].upper()}{'; '.join(parts)[1:]}."


def _said_of_one(gone: Gone) -> str:
    if gone.came_back is None:
        return "Whether they return is not known yet."
    if gone.came_back:
        return "They came back by themselves."
    return "They did not come back; you took them up again." if gone.on_list else "They have not returned."


def _said_of_limited(found: LettingGo) -> str:
    if not found.limited:
        return ""
    count = len(found.limited)
    whom = f"Limiting {found.limited[0].name}" if count == 1 else f"Limiting {texts.counted_word(count)}"
    return f"{whom} freed {texts.figure(found.limited_hours_a_month)} h a month{' more' if found.gone else ''}."


def _said_of_met(found: LettingGo) -> str:
    if not found.met:
        return ""
    got = f"{texts.figure(found.met_hours)} h"
    return f"Those hours met {texts.joined(list(found.met))}, who came on your list after that and got {got}."
