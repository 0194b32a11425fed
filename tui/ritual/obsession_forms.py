"""The forms of Obsessions: a name and what goes with it, how it ended, and whom it is the same as."""

from __future__ import annotations

from review import month as months
from review import reading
from review import text as texts
from review.measures import months_on_list
from review.month import Month
from review.problem import Problem
from review.records import Draft, How, Id, Kind, NewId, Obsession
from review.ritual import obsessions
from review.ritual.sitting import Sitting
from tui.ritual.dialog import Field, Given
from tui.ritual.questions import for_field
from tui.widgets.form_fields import ChoiceField, MonthField, TextField

LONGEST_REASON = 400
"""Characters of a reason: a sentence or two."""

BETWEEN = ": "
"""Stands between a reason of the short list and one's own words for it."""

HOW_HINTS = {
    How.SIGNED: "they signed what you hoped for",
    How.LOST: "they said no, or chose somebody else",
    How.PARTED: "you let go of them",
    How.COOLED: "it faded, and nobody said so",
    How.LEFT: "a client's contract ended",
}


def name_fields(sitting: Sitting, row: Obsession | None = None) -> list[Field]:
    """Give the fields of a name: of one on the list, or of a new one, which is asked less."""
    segment = sitting.segment(row.segment).name if row and row.segment else ""
    segments = sorted((each.name for each in sitting.named.segments.values() if not each.merged_into), key=texts.fold)
    fields: list[Field] = [
        TextField(
            "name",
            "Name",
            sitting.prospect(row.prospect).name if row else "",
            suggestions=names_elsewhere(sitting),
            max_length=texts.LABEL_LENGTH,
            ends=row is None,
        ),
        TextField("segment", "Segment", segment, suggestions=segments, max_length=texts.LABEL_LENGTH),
        TextField("hope", "You hope for", row.hope or "" if row else "", "e.g. a pilot project"),
        _since_field(sitting, row),
    ]
    return [*fields, _client_field(row)] if row else fields


def _since_field(sitting: Sitting, row: Obsession | None) -> Field:
    now = sitting.month
    return MonthField(
        "since",
        "Since",
        parse=lambda text: for_field(reading.since(text, now)),
        value=months.title(row.since) if row and row.since else "",
        placeholder=months.title(sitting.since(row) if row else now),
        show=lambda month: _since_said(Month(str(month)), now),
        hint=f"A month, or how many months ago{'' if row else '; empty: this one'}.",
    )


def _since_said(since: Month, now: Month) -> str:
    return f"{months.title(since)}, the {texts.ordinal(months_on_list(since, now))} month"


def _client_field(row: Obsession) -> Field:
    options = [(False, "no", ""), (True, "yes", "what you hope for is beyond that contract")]
    return ChoiceField("client", "Under contract", options=options, value=row.kind is Kind.CLIENT)


def add(sitting: Sitting, given: Given, new_id: NewId) -> obsessions.Added | Problem:
    """Put the name that a form was given on the list."""
    return obsessions.add(
        sitting,
        given.text("name") or "",
        new_id,
        segment=given.text("segment") or "",
        hope=given.text("hope") or "",
        since=given.month("since"),
    )


def edit(sitting: Sitting, prospect: Id, given: Given, new_id: NewId) -> Draft | Problem:
    """Change a name to what a form was given."""
    return obsessions.edit(
        sitting,
        prospect,
        new_id,
        name=given.text("name") or "",
        segment=given.text("segment") or "",
        hope=given.text("hope") or "",
        since=given.month("since"),
        client=bool(given.flag("client")),
    )


def names_elsewhere(sitting: Sitting) -> list[str]:
    """Give everybody ever known who is not on the list, by name."""
    here = {row.prospect for row in sitting.rows}
    known = sitting.named.prospects.values()
    return sorted((each.name for each in known if each.merged_into is None and each.id not in here), key=texts.fold)


def known_name_field(sitting: Sitting) -> Field:
    """Give the field for somebody known from before."""
    return TextField("name", "Name", suggestions=names_elsewhere(sitting), required=True, max_length=texts.LABEL_LENGTH)


def known_by(sitting: Sitting, name: str) -> Id | None:
    """Find who has a name; None when nobody has."""
    known = sitting.named.prospects.values()
    return next((each.id for each in known if not each.merged_into and texts.same_label(each.name, name)), None)


def end_fields(row: Obsession) -> list[Field]:
    """Give the fields of how it ended: the way, a reason from the short list, or one in other words."""
    ways = [(how.value, how.value, HOW_HINTS[how]) for how in obsessions.ways_to_end(row)]
    return [ChoiceField("how", "It ended", options=ways, required=True), *reason_fields()]


def reason_fields(before: str | None = None) -> list[Field]:
    """Give the fields of why it ended, with the reason given *before*: one of the short list, or other words."""
    chosen = next((each for each in obsessions.END_REASONS if f"{before}{BETWEEN}".startswith(each + BETWEEN)), None)
    words = (before or "").removeprefix(chosen or "").removeprefix(BETWEEN)
    reasons = [(reason, reason, "") for reason in obsessions.END_REASONS]
    return [
        ChoiceField("reason", "Because", options=reasons, value=chosen),
        TextField("words", "Or in your words", value=words, max_length=LONGEST_REASON),
    ]


def reason(given: Given) -> str | None:
    """Give the reason of an end: the one chosen and the words, or either."""
    parts = [part for part in (given.text("reason"), given.text("words")) if part]
    return BETWEEN.join(parts) or None
