"""Your own track record: how it ended with some prospects, against all others.

A case is one prospect, counted once however often it came back: whether it was ever so in any of its times on the
list, and how the newest of them ended. The share is signed ÷ (signed + lost), so that parting never counts against
anybody; it is given from five such cases up, never without its interval.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct

from review import month as months
from review import text as texts
from review.findings.nightmare import is_nightmare
from review.history import History
from review.measured import Measured, measured
from review.records import BACKING, How, Id, Kind, Obsession, Signs
from review.scales import Band
from review.trends import wilson
from review.trends.page import Behind, Column, Table, TableRow
from review.trends.series import Unit

CASES_LEAST = 5
"""Signed and lost cases before a share is given: of fewer, it says nothing."""

RUNNING = 2
"""Sessions running as a one-way street before a case counts as one."""

OUTCOMES = (How.SIGNED, How.LOST, How.PARTED, How.COOLED)
COUNTED = (*OUTCOMES, None)
"""The columns, in which order the cases behind a row are told, too; None is open."""


class Case(Struct, frozen=True):
    """One prospect's spells with a hope in them, oldest first, each measured session by session; none of them empty.

    `how` is how it ended; None while it is open, or where nobody said.
    """

    spells: tuple[tuple[Measured, ...], ...]
    how: How | None

    @property
    def newest(self) -> Measured:
        """Its latest row."""
        return self.spells[-1][-1]

    @property
    def rows(self) -> Iterator[Measured]:
        """All its rows, oldest first."""
        return chain.from_iterable(self.spells)


class Group(Struct, frozen=True):
    """Cases that have something in common, and what that is."""

    name: str
    cases: tuple[Case, ...]

    def count(self, how: How | None) -> int:
        """Count those that ended so; None counts the open ones."""
        return sum(case.how is how for case in self.cases)

    @property
    def decided(self) -> int:
        """How many signed or were lost."""
        return self.count(How.SIGNED) + self.count(How.LOST)


Sort = Callable[[Case], bool | None]


class Comparison(Struct, frozen=True):
    """A question put to every case: yes, no, or None where it was not answered, which counts for neither."""

    key: str
    title: str
    yes: str
    no: str
    is_so: Sort


def _one_way(case: Case) -> bool:
    return any(map(_ran_one_way, case.spells))


def _ran_one_way(spell: Sequence[Measured]) -> bool:
    running = 0
    for row in spell:
        running = running + 1 if row.gap is not None and row.gap.band is Band.ONE_WAY else 0
        if running >= RUNNING:
            return True
    return False


def _evidence(case: Case) -> bool | None:
    moves = [row.row.moves for row in case.rows if row.row.moves is not None]
    return any(move.kind in BACKING for made in moves for move in made) if moves else None


def _limits_held(case: Case) -> bool | None:
    checked = [row.verdict for row in case.rows if row.verdict.any_limit]
    return not any(verdict.broken for verdict in checked) if checked else None


def _nightmare(case: Case) -> bool | None:
    asked = [row.row.signs for row in case.rows if any(map(_answered, _degrees(row.row.signs)))]
    return any(map(is_nightmare, asked)) if asked else None


def _degrees(signs: Signs) -> tuple[str | None, ...]:
    return (signs.adversarial, signs.new_vendor, signs.nobody)


def _answered(degree: str | None) -> bool:
    return degree is not None and degree != "unknown"


ONE_WAY = Comparison(
    "one_way", "Your own track record", "One-way streets, two sessions running", "Everyone else", _one_way
)
COMPARISONS = (
    ONE_WAY,
    Comparison("evidence", "With evidence and without", "They did something that cost them", "They did not", _evidence),
    Comparison("limits", "Limits held and broken", "Limits held", "A limit broken", _limits_held),
    Comparison("signs", "Nightmare signs", "Nightmare signs", "None of them", _nightmare),
)


def cases(history: History) -> tuple[Case, ...]:
    """Give everyone ever hoped for, in order of first appearance; that a client left is no such hope."""
    return history.once(_cases)


def _cases(history: History) -> tuple[Case, ...]:
    runs: dict[Id, list[list[Measured]]] = {}
    for session in measured(history):
        for id_, row in session.rows.items():
            spells = runs.setdefault(id_, [])
            if row.sessions == 1:
                spells.append([])
            spells[-1].append(row)
    hoped = (tuple(tuple(spell) for spell in spells if _hoped(spell[-1].row)) for spells in runs.values())
    return tuple(Case(spells, _outcome(spells)) for spells in hoped if spells)


def _hoped(row: Obsession) -> bool:
    hoped_for = row.kind is Kind.PROSPECT or row.hope is not None or _how(row) in {How.SIGNED, How.LOST}
    return hoped_for and _how(row) is not How.LEFT


def _how(row: Obsession) -> How | None:
    return row.ended.how if row.ended else None


def _outcome(spells: Sequence[Sequence[Measured]]) -> How | None:
    """Give how the newest spell ended; of a client's that is open, how the one before did: a signature stays one."""
    *_, newest = (spell[-1].row for spell in spells)
    before = [how for spell in spells[:-1] if (how := _how(spell[-1].row))]
    return before[-1] if newest.ended is None and newest.kind is Kind.CLIENT and before else _how(newest)


def decided(history: History) -> int:
    """Count the prospects that signed or were lost."""
    return Group("", cases(history)).decided


def groups(comparison: Comparison, among: Iterable[Case]) -> tuple[Group, Group]:
    """Part cases into those of which it is so and those of which it is not."""
    answered = [(case, comparison.is_so(case)) for case in among]
    return (
        Group(comparison.yes, tuple(case for case, so in answered if so is True)),
        Group(comparison.no, tuple(case for case, so in answered if so is False)),
    )


def table(history: History, comparison: Comparison) -> Table:
    """Make the table of a comparison."""
    since = f", since {history.months[0][:4]}" if history.months else ""
    return Table(
        key=comparison.key,
        title=f"{comparison.title}{since}",
        columns=COLUMNS,
        rows=tuple(_row(history, group) for group in groups(comparison, cases(history))),
        note=NOTE,
    )


NOTE = (
    "Each prospect counts once, by how its newest time on the list ended; where the question was never answered, in "
    f"neither row. The share is signed of signed and lost, given from {texts.counted_word(CASES_LEAST)} such cases up."
)

COLUMNS = (
    Column("group", "prospects", whole=True),
    *(Column(f"{how.value.replace(' ', '_')}_count", how.value, Unit.COUNT) for how in OUTCOMES),
    Column("open_count", "open", Unit.COUNT),
    Column("signed_share", "share", Unit.SHARE, absent="too few"),
    Column("likely_share", "", Unit.SHARE),
)


def _row(history: History, group: Group) -> TableRow:
    counts = [group.count(how) for how in COUNTED]
    enough = group.decided >= CASES_LEAST
    signed = group.count(How.SIGNED)
    share = signed / group.decided if enough else None
    likely = wilson.interval(signed, group.decided) if enough else None
    return TableRow((group.name, *counts, share, likely), behind=tuple(_behind(history, group)))


def _behind(history: History, group: Group) -> Iterable[Behind]:
    """Give the cases of a group as its columns count them, those of one outcome the newest first."""
    newest_first = sorted(group.cases, key=lambda case: (case.newest.month, case.newest.prospect), reverse=True)
    newest_first.sort(key=lambda case: COUNTED.index(case.how) if case.how in COUNTED else len(COUNTED))
    told = history.once(_told)
    return (Behind(case.newest.prospect, told[case.newest.prospect]) for case in newest_first)


def _told(history: History) -> Mapping[Id, str]:
    """Write every case; the tables that show one share its line."""
    return {case.newest.prospect: said(history, case) for case in cases(history)}


def said(history: History, case: Case) -> str:
    """Write a case in one line: who, since when, and how it ended."""
    name = history.prospect(case.newest.prospect).name
    *earlier, last = (_said_of_spell(history, spell) for spell in case.spells)
    return f"{name}, on the list {'; '.join([*earlier, f'again {last}' if earlier else last])}"


def _said_of_spell(history: History, spell: Sequence[Measured]) -> str:
    newest = spell[-1]
    since, ended = f"since {months.title(newest.since)}", newest.row.ended
    if ended is None:
        open_ = history.last is not None and newest.month == history.last.month
        return f"{since}: {'open' if open_ else f'last in {months.title(newest.month)}'}"
    why = f", {ended.reason}" if ended.reason else ""
    return f"{since}: {ended.how.value} in {months.title(newest.month)}{why}"
