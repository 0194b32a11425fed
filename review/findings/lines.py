"""Findings as they are shown: one line per prospect or segment, its strongest word first, good news before the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from review import text as texts
from review.findings.finding import Finding, Level
from review.records import Id

SHOWN = 6
"""Lines shown at once: what can be taken in at the end of a session; the rest is a key away."""

GOOD_LEAST = 2
"""Lines of good news among those shown, where there are so many, however long the rest is."""

REASONS = 3
"""Reasons named in one line; a longer one is not read."""

MARKS = {Level.ACT: "-", Level.LOOK: "!", Level.GOOD: "+"}
HEADINGS = {Level.GOOD: "Good news", Level.ACT: "To act on", Level.LOOK: "To look at"}
"""The headings where all is told, good news first."""

STRENGTH = {Level.ACT: 2, Level.LOOK: 1, Level.GOOD: 0}


class Line(Struct, frozen=True):
    """All that was found about one prospect, segment or goal, or one finding about the whole list.

    `findings` are in the order of telling: the strongest first, then the others in the order of the rules.
    """

    findings: tuple[Finding, ...]

    @property
    def level(self) -> Level:
        """The strongest level found."""
        return self.findings[0].level

    @property
    def mark(self) -> str:
        """The sign before the line: ``+`` good, ``-`` act, ``!`` look."""
        return MARKS[self.level]

    @property
    def about(self) -> Id | None:
        """Whom it is about; None for the whole list."""
        return self.findings[0].about

    @property
    def name(self) -> str:
        """The label of whom it is about; "" for the whole list."""
        return self.findings[0].name

    @property
    def goes_on(self) -> bool:
        """Whether the words read on from the name without a colon."""
        return len(self.findings) == 1 and self.findings[0].goes_on

    @property
    def words(self) -> str:
        """The reasons, the strongest first: ``one-way street, 8th month, 9 h of 4 h``."""
        named = [finding.words for finding in self.findings[:REASONS]]
        more = len(self.findings) - len(named)
        return ", ".join([*named, *([more_reasons(more)] if more else [])])

    @property
    def text(self) -> str:
        """The line as it is shown: ``Acme Robotics: one-way street, 8th month, 9 h of 4 h, 2 more reasons``."""
        return self._after_name(self.words)

    @property
    def whole(self) -> str:
        """The line with every reason, for paper."""
        return self._after_name(", ".join(finding.words for finding in self.findings))

    def _after_name(self, words: str) -> str:
        return f"{self.name}{' ' if self.goes_on else ': '}{words}" if self.name else words

    @property
    def sentences(self) -> tuple[str, ...]:
        """What each finding says."""
        return tuple(finding.sentence for finding in self.findings)

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts behind all of them, each once, without those that a sentence says already."""
        found = dict.fromkeys(fact for finding in self.findings for fact in finding.facts)
        return tuple(fact for fact in found if not any(_says(sentence, fact) for sentence in self.sentences))


def _says(sentence: str, fact: str) -> bool:
    """Whether a sentence holds a fact word for word."""
    return re.search(rf"(?<!\w){re.escape(fact.casefold())}(?!\w)", sentence.casefold()) is not None


def more_reasons(count: int) -> str:
    """Count the reasons of a line that are not named in it: ``2 more reasons``."""
    return texts.plural(count, "more reason")


def grouped(findings: Iterable[Finding]) -> tuple[Line, ...]:
    """Group findings into lines in the order of showing: show the first `SHOWN`, the rest behind a key.

    Good news comes first, as much of it as leaves room for the rest but at least two lines; what is left of it is last.
    """
    listed = tuple(findings)
    ranks = {kind: place for place, kind in enumerate(dict.fromkeys(each.kind for each in listed))}
    lines = [_line(those, ranks) for those in _by_whom(listed).values()]
    good = _mixed([line for line in lines if line.level is Level.GOOD])
    places = {id(finding): place for place, finding in enumerate(listed)}
    others = sorted(
        (line for line in lines if line.level is not Level.GOOD),
        key=lambda line: (*_strength(line, ranks), places[id(line.findings[0])]),
    )
    first = max(GOOD_LEAST, SHOWN - len(others))
    return (*good[:first], *others, *good[first:])


def by_level(lines: Iterable[Line]) -> Mapping[str, tuple[Line, ...]]:
    """Give lines under the headings of their levels, for where all of them are told; no heading stands alone."""
    listed = tuple(lines)
    found = {title: tuple(line for line in listed if line.level is level) for level, title in HEADINGS.items()}
    return {title: those for title, those in found.items() if those}


def _by_whom(findings: Iterable[Finding]) -> Mapping[object, list[Finding]]:
    groups: dict[object, list[Finding]] = {}
    for place, finding in enumerate(findings):
        groups.setdefault(place if finding.about is None else finding.about, []).append(finding)
    return groups


def _line(findings: list[Finding], ranks: Mapping[str, int]) -> Line:
    ranked = sorted(findings, key=lambda each: (each.level is Level.GOOD, ranks[each.kind]))
    strongest = max(ranked, key=lambda each: STRENGTH[each.level])
    return Line((strongest, *(each for each in ranked if each is not strongest)))


def _strength(line: Line, ranks: Mapping[str, int]) -> tuple[int, int, int, int, float]:
    """Order lines: act before look, then more to act on, the stronger word, more found, the larger."""
    act = sum(each.level is Level.ACT for each in line.findings)
    first = line.findings[0]
    return (
        -STRENGTH[line.level],
        -act,
        ranks[first.kind],
        -len(line.findings),
        -first.weight,
    )


def _mixed(good: list[Line]) -> list[Line]:
    """Take good news in turns of its kinds, so that the first lines do not all say the same."""
    turns: Counter[str] = Counter()
    placed = []
    for line in good:
        kind = line.findings[0].kind
        placed.append((turns[kind], line))
        turns[kind] += 1
    return [line for _, line in sorted(placed, key=lambda pair: pair[0])]
