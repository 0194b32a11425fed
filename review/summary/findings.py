"""What the rules find, the syndrome sheet, and what letting go came to."""

from __future__ import annotations

from review import letting_go
from review.findings import lines, rules, syndrome
from review.findings.finding import Level
from review.findings.lines import Line
from review.findings.syndrome import Presence
from review.ritual.sitting import Sitting
from review.summary import words
from review.summary.document import Block, Bullets, Heading, Paragraph

TITLE = "Findings"


def section(sitting: Sitting) -> list[Block]:
    """Write all that the rules find: a point for each prospect, segment or goal, with all that was found about it."""
    found = lines.by_level(lines.grouped(rules.findings(sitting.with_this, sitting.month)))
    parts = [block for title, those in found.items() for block in _part(title, tuple(map(_point, those)))]
    return [Heading(2, TITLE), *parts] if parts else []


def _point(line: Line) -> str:
    """Write a line: whom it is about and every reason, the strongest first, and under it what each of them rests on."""
    told = line.facts if line.level is Level.GOOD else line.sentences
    return "\n".join([line.whole, *(each for each in told if each != f"{line.whole}.")])


def _part(title: str, points: tuple[str, ...]) -> list[Block]:
    return [Heading(3, title), Bullets(points, nested=True)]


def sheet(sitting: Sitting) -> list[Block]:
    """Write the symptoms as present, absent or not asked; nothing where none was asked about."""
    symptoms = syndrome.sheet(sitting.with_this, sitting.month)
    if all(symptom.presence is Presence.NOT_ASKED for symptom in symptoms):
        return []
    rows = [(words.opened(each.name), each.presence.value, words.sentences(each.facts)) for each in symptoms]
    return [Heading(2, "Syndrome sheet"), words.table(("Symptom", "This month", "Facts"), rows)]


def freed(sitting: Sitting) -> list[Block]:
    """Write what letting go freed so far."""
    found = letting_go.summary(sitting.with_this)
    return [Heading(2, "What letting go cost you"), Paragraph(found.text)] if found else []
