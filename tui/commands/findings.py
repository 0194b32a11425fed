"""findings: what the rules draw from one finished session, with the facts behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from review import month as months
from review import text as texts
from review.findings.finding import Level
from review.findings.lines import Line, by_level, grouped
from review.findings.rules import findings
from review.findings.syndrome import Presence, Symptom, sheet
from review.history import History
from review.month import Month
from review.summary import words
from tui.command_line import Command
from tui.month_argument import read_session
from tui.painting import say_painted
from tui.plain_text import wrapped
from tui.printing import say_json, width
from tui.trends.ink import EMPTY, Ink, Text, said
from tui.where import Where

MARKS = {Level.GOOD: Ink.GOOD, Level.ACT: Ink.ALARM, Level.LOOK: Ink.THEM}
NOTHING_FOUND = "The rules find nothing to say about this session."
SHEET = "The symptoms"
INDENT = 2
WIDEST = 100


@click.command("findings", cls=Command)
@click.argument("month", default="last")
@click.option("--json", "as_json", is_flag=True, help="As JSON, with the facts behind each finding.")
@click.pass_obj
def command(where: Where, month: str, *, as_json: bool) -> None:
    """Print what one session shows.

    MONTH is 2026-11, last, this, or a month's name. Without it: the last finished session.
    """
    history = where.history()
    chosen = read_session(month, where.clock.today(), history).month
    if as_json:
        say_json(_facts(history, chosen))
    else:
        say_painted(_printed(history, chosen, min(width(), WIDEST)))


def _facts(history: History, month: Month) -> dict[str, object]:
    from review.findings import plain

    return {
        "month": month,
        "findings": [plain.of_finding(finding) for finding in findings(history, month)],
        "syndrome_sheet": [plain.of_symptom(symptom) for symptom in sheet(history, month)],
    }


def _printed(history: History, month: Month, width: int) -> Iterator[Text]:
    yield (said(f"What {months.title(month)} showed", Ink.STRONG),)
    found = by_level(grouped(findings(history, month)))
    if not found:
        yield (said(NOTHING_FOUND, Ink.QUIET),)
    for title, lines in found.items():
        yield EMPTY
        yield (said(title, Ink.STRONG),)
        for line in lines:
            yield EMPTY
            yield from _line(line, width)
    yield EMPTY
    yield from _sheet(sheet(history, month), width)


def _line(line: Line, width: int) -> Iterator[Text]:
    first, *rest = wrapped(line.text, width - INDENT)
    yield (said(f"{line.mark} ", MARKS[line.level]), said(first, Ink.STRONG))
    yield from ((said(f"  {part}", Ink.STRONG),) for part in rest)
    yield from _indented((each for each in line.sentences if each != f"{line.text}."), width, Ink.PLAIN)
    yield from _indented((f"· {fact}" for fact in line.facts), width, Ink.QUIET)


def _indented(sentences: Iterable[str], width: int, ink: Ink) -> Iterator[Text]:
    for sentence in sentences:
        for part in wrapped(sentence, width - INDENT):
            yield (said(f"  {part}", ink),)


def _sheet(symptoms: tuple[Symptom, ...], width: int) -> Iterator[Text]:
    """Write the essay's symptoms, as they are there, not there, or were not asked; never a score."""
    yield (said(SHEET, Ink.STRONG),)
    for presence in Presence:
        names = [symptom.name for symptom in symptoms if symptom.presence is presence]
        if names:
            yield from _indented([f"{words.opened(presence.value)}: {texts.joined(names)}"], width, Ink.PLAIN)
