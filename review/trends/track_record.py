"""Your own track record: how it ended with some prospects, against all others.

A case is one spell of one prospect on the list, since each spell has its own end. The share is signed ÷ (signed +
lost), so that parting never counts against anybody; it is given from five such cases up, never without its interval.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from review import month as months
from review import text as texts
from review.findings.nightmare import is_nightmare
from review.history import History
from review.measured import Measured, measured
from review.records import BACKING, How, Kind, Signs
from review.scales import Band
from review.trends import wilson
from review.trends.page import Behind, Column, Table, TableRow
from review.trends.series import Unit

CASES_LEAST = 5
"""Signed and lost cases before a share is given: of fewer, it says nothing."""

RUNNING = 2
"""Sessions running as a one-way street before a case counts as one."""

OUTCOMES = (How.SIGNED, How.LOST, How.PARTED, How.COOLED)


class Case(Struct, frozen=True):
    """One spell on the list, measured session by session, oldest first."""

    rows: tuple[Measured, ...]

    @property
    def newest(self) -> Measured:
        """Its latest row."""
        return self.rows[-1]

    @property
    def how(self) -> How | None:
        """How it ended; None while nobody said."""
        return self.newest.row.ended.how if self.newest.row.ended else None


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
    running = 0
    for row in case.rows:
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
    """Give every spell with a hope in it, by prospect and then by time; that a client left is no such case."""
    runs: dict[str, list[list[Measured]]] = {}
    for session in measured(history):
        for id_, row in session.rows.items():
            spells = runs.setdefault(id_, [])
            if row.sessions == 1:
                spells.append([])
            spells[-1].append(row)
    found = (Case(tuple(spell)) for spells in runs.values() for spell in spells)
    return tuple(case for case in found if _hoped(case))


def _hoped(case: Case) -> bool:
    row = case.newest.row
    hoped_for = row.kind is Kind.PROSPECT or row.hope is not None or case.how in {How.SIGNED, How.LOST}
    return hoped_for and case.how is not How.LEFT


def groups(comparison: Comparison, among: Iterable[Case]) -> tuple[Group, Group]:
    """Part cases into those of which it is so and those of which it is not."""
    answered = [(case, comparison.is_so(case)) for case in among]
    return (
        Group(comparison.yes, tuple(case for case, so in answered if so is True)),
        Group(comparison.no, tuple(case for case, so in answered if so is False)),
    )


def table(history: History, comparison: Comparison, among: Sequence[Case] | None = None) -> Table:
    """Make the table of a comparison; `among` are all cases, where they are at hand already."""
    listed = cases(history) if among is None else among
    since = f", since {history.months[0][:4]}" if history.months else ""
    return Table(
        key=comparison.key,
        title=f"{comparison.title}{since}",
        columns=COLUMNS,
        rows=tuple(_row(history, group) for group in groups(comparison, listed)),
        note=f"The share is signed of signed and lost, given from {texts.counted_word(CASES_LEAST)} such cases up.",
    )


COLUMNS = (
    Column("group", ""),
    *(Column(f"{how.value.replace(' ', '_')}_count", how.value, Unit.COUNT) for how in OUTCOMES),
    Column("open_count", "open", Unit.COUNT),
    Column("signed_share", "signed", Unit.SHARE),
    Column("likely_share", "", Unit.SHARE),
)


def _row(history: History, group: Group) -> TableRow:
    counts = [group.count(how) for how in (*OUTCOMES, None)]
    enough = group.decided >= CASES_LEAST
    signed = group.count(How.SIGNED)
    share = signed / group.decided if enough else None
    likely = wilson.interval(signed, group.decided) if enough else None
    return TableRow((group.name, *counts, share, likely), behind=tuple(_behind(history, group)))


def _behind(history: History, group: Group) -> Iterable[Behind]:
    newest_first = sorted(group.cases, key=lambda case: (case.newest.month, case.newest.prospect), reverse=True)
    return (Behind(case.newest.prospect, said(history, case)) for case in newest_first)


def said(history: History, case: Case) -> str:
    """Write a case in one line: who, since when, and how it ended."""
    newest = case.newest
    since = f"{history.prospect(newest.prospect).name}, on the list since {months.title(newest.since)}"
    ended = newest.row.ended
    if ended is None:
        return f"{since}: open"
    why = f", {ended.reason}" if ended.reason else ""
    return f"{since}: {ended.how.value} in {months.title(newest.month)}{why}"
