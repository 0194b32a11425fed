"""check: what is wrong in the data folder, and taking over what another program changed there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click
from click.exceptions import Exit
from msgspec import Raw

from review import month as months
from review import text as texts
from review.summary.document import Block, Bullets, Document, Heading, Paragraph
from store import files, inspection
from store.checkup import Report
from store.difference import Change
from store.folder import Folder
from tui.command_line import Command
from tui.failures import FAILED, remark
from tui.plain_text import rendered
from tui.printing import say, say_json, width
from tui.where import Where

WHOLE = "Nothing is wrong in {}."
NOTHING_YET = "There is nothing to check in {} yet."
HOW_TO_ACCEPT = "Until you take this over, it is not used. To take it over, run: obsess-review check --accept"
ACCEPTED = "Your history now holds this, and is signed. What it held before is kept: obsess-review restore lists it."

FEW = 30
"""Changes that people are shown one by one; a program that wrote the whole file anew makes hundreds."""
LONGEST = 160
"""Characters shown of a value before and after; JSON has all of it."""


@click.command("check", cls=Command)
@click.option("--accept", is_flag=True, help="Take over and sign what another program changed, and show what it was.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, with every change whole.")
@click.pass_obj
def command(where: Where, *, accept: bool, as_json: bool) -> None:
    """Say what is wrong with your files.

    It ends with 1 where something is. Files that others could read are made private; nothing else changes without
    --accept.
    """
    accepted = _accepted(where) if accept else None
    report = where.library.check()
    if as_json:
        say_json(_facts(report, accepted))
    else:
        say(rendered(Document((), tuple(_blocks(where, report, accepted))), width()))
    if report.faults:
        raise Exit(FAILED)


def _accepted(where: Where) -> Sequence[Change]:
    try:
        return where.library.accept()
    finally:
        for notice in where.library.notices():
            remark(notice.text)


def _blocks(where: Where, report: Report, accepted: Sequence[Change] | None) -> Iterator[Block]:
    if accepted is not None:
        yield from (Heading(2, "Taken over"), *_changes(accepted), Paragraph(ACCEPTED))
    if report.faults:
        yield from (Heading(2, "Wrong"), Bullets(report.faults))
    else:
        yield Paragraph((NOTHING_YET if _is_empty(where.library.folder) else WHOLE).format(where.folder))
    if report.changes:
        yield Heading(2, "Changed by another program")
        yield from (Paragraph(_where(report.changes_in or "")), *_changes(report.changes), Paragraph(HOW_TO_ACCEPT))
    if report.remarks:
        yield from (Heading(2, "Good to know"), Bullets(report.remarks))


def _is_empty(folder: Folder) -> bool:
    return not set(files.names(folder.path)) - {folder.lock.name, folder.draft_lock.name}


def _where(name: str) -> str:
    """Name the file that holds the changes, and when it was set aside."""
    _, aside, at = name.partition(inspection.SET_ASIDE)
    day, _, time = at.partition("T")
    return f"In {name}, set aside on {day} at {time[:5].replace('-', ':')}:" if aside else f"In {name}:"


def _changes(changes: Sequence[Change]) -> Iterator[Block]:
    yield Bullets(tuple(map(_said, changes[:FEW])))
    if len(changes) > FEW:
        yield Paragraph(f"{texts.plural(len(changes) - FEW, 'more change')}; with --json you see all.")


def _said(change: Change) -> str:
    """Say where a value changed, and on lines of their own what it was and what it is."""
    return f"{_place(change.where)}\nwas: {_value(change.before)}\nis:  {_value(change.after)}"


def _place(where: str) -> str:
    """Name the month of a session instead of its number: ``November 2026: versions/0/answers/line``."""
    table, _, inside = where.partition("/")
    number, _, rest = inside.partition("/")
    month = months.parse(f"{number[:4]}-{number[4:]}") if table == "sessions" else None
    if month is None:
        return where
    return f"{months.title(month)}: {rest}" if rest else f"{months.title(month)}, the whole session"


def _value(json: str | None) -> str:
    if json is None:
        return "(not there)"
    return json if len(json) <= LONGEST else f"{json[:LONGEST]}…"


def _facts(report: Report, accepted: Sequence[Change] | None) -> dict[str, object]:
    return {
        "faults": report.faults,
        "remarks": report.remarks,
        "changes": [_plain(change) for change in report.changes],
        "changes_in": report.changes_in,
        "accepted": [_plain(change) for change in accepted or ()],
    }


def _plain(change: Change) -> dict[str, object]:
    """Give a change with its values as they are; one that is not there is left out, which null would not say."""
    values = {"before": change.before, "after": change.after}
    known = {name: Raw(json.encode("utf-8", "replace")) for name, json in values.items() if json is not None}
    return {"where": change.where, **known}
