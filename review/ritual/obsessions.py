"""Step 2, Obsessions: who is on the list, and how it ended with those who are not any more."""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType, structs

from review import text as texts
from review.history import Appearance
from review.month import Month
from review.problem import Problem
from review.records import Decision, Draft, End, How, Id, Kind, NewId, Obsession
from review.ritual import commit, identities
from review.ritual.sitting import Sitting, change, change_row
from review.ritual.step import Ask, Step

FITS_ONE_SITTING = 7
"""Prospects that one sitting of about 12 minutes has room for; more are offered to be parked."""

USUAL_NAMES = 5
"""Names that a first list usually comes to; until it is left, the time for the rest of them is counted too."""

FIRST_LIST_SECONDS = 600
"""About how long a session takes from an empty list: five names, and the questions they bring with them."""

END_REASONS = (
    "no decision",
    "no budget",
    "nobody with power behind it",
    "they chose someone else",
    "not a fit",
    "it cost too much of me",
)
"""The short list of reasons; one's own words do as well."""

DECIDED_BY_END = {How.SIGNED: Decision.SIGNED, How.LOST: Decision.LOST, How.PARTED: Decision.PART_WAYS}
"""The decisions that say the same as how it ended, so that neither is asked twice."""


ON_IT = Problem("That name is on the list already.")
ENDED = Problem("That name is on this list as ended. Bring it back there with d.")


class Added(Struct, frozen=True):
    """The draft with one more prospect, and the prospect's id."""

    draft: Draft
    prospect: Id


def add(
    sitting: Sitting,
    name: str,
    new_id: NewId,
    *,
    segment: str = "",
    hope: str = "",
    since: Month | None = None,
    client: bool = False,
) -> Added | Problem:
    """Put somebody on the list; only the name is required. A known name is that prospect, back again."""
    found = identities.prospect(sitting, name, new_id)
    if isinstance(found, Problem):
        return found
    row = sitting.row(found.id)
    if row is not None:
        return ON_IT if row.ended is None else ENDED
    fresh = structs.replace(_as_known(sitting, found.id, client=client), hope=texts.given(hope), since=since)
    grown = sitting.at(change(found.draft, obsessions=(*sitting.rows, fresh)))
    placed = set_segment(grown, found.id, segment, new_id) if texts.label(segment) else grown.draft
    return placed if isinstance(placed, Problem) else Added(placed, found.id)


def _as_known(sitting: Sitting, prospect: Id, *, client: bool) -> Obsession:
    """Give a fresh row; somebody who was on the list before keeps their segment and the mark of a dream client."""
    kind = Kind.CLIENT if client or prospect in sitting.named.clients else Kind.PROSPECT
    newest = sitting.named.latest(prospect)
    if newest is None:
        return Obsession(prospect, kind=kind)
    segment = sitting.segment(newest.row.segment).id if newest.row.segment else None
    return Obsession(prospect, kind=kind, segment=segment, dream=newest.row.dream)


def edit(
    sitting: Sitting,
    prospect: Id,
    new_id: NewId,
    *,
    name: str | UnsetType = UNSET,
    segment: str | UnsetType = UNSET,
    hope: str | UnsetType = UNSET,
    since: Month | UnsetType | None = UNSET,
    client: bool | UnsetType = UNSET,
) -> Draft | Problem:
    """Change what is known of a prospect; UNSET leaves a field as it is, an empty text empties it."""
    draft: Draft | Problem = sitting.draft
    if isinstance(name, str):
        draft = identities.rename_prospect(sitting, prospect, name)
    if isinstance(segment, str) and isinstance(draft, Draft):
        draft = set_segment(sitting.at(draft), prospect, segment, new_id)
    if isinstance(draft, Problem):
        return draft
    given: dict[str, object] = {}
    if isinstance(hope, str):
        given["hope"] = texts.given(hope)
    if not isinstance(since, UnsetType):
        given["since"] = since
    if isinstance(client, bool):
        given["kind"] = Kind.CLIENT if client else Kind.PROSPECT
    return change_row(draft, prospect, **given)


def set_segment(sitting: Sitting, prospect: Id, name: str, new_id: NewId) -> Draft | Problem:
    """Put a prospect into the segment of this name; an empty name takes it out of any."""
    if not texts.label(name):
        return _settled(sitting, change_row(sitting.draft, prospect, segment=None))
    found = identities.segment(sitting, name, new_id)
    if isinstance(found, Problem):
        return found
    return _settled(sitting, change_row(found.draft, prospect, segment=found.id))


def _settled(sitting: Sitting, draft: Draft) -> Draft:
    return identities.without_unused(sitting.at(draft))


def toggle_parked(sitting: Sitting, prospect: Id) -> Draft:
    """Park a prospect, or take it up again; its answers of this month are kept."""
    row = sitting.row(prospect)
    return change_row(sitting.draft, prospect, parked=not row.parked) if row and row.ended is None else sitting.draft


def toggle_dream(sitting: Sitting, prospect: Id) -> Draft:
    """Mark a dream client, or take the mark off."""
    row = sitting.row(prospect)
    return change_row(sitting.draft, prospect, dream=not row.dream) if row else sitting.draft


def too_many(sitting: Sitting) -> int:
    """Count the prospects beyond the seven that fit one sitting; 0 when they fit."""
    return max(0, len(sitting.asked) - FITS_ONE_SITTING)


def park_the_rest(sitting: Sitting) -> Draft:
    """Park everyone after the first seven of those asked about."""
    rest = {row.prospect for row in sitting.asked[FITS_ONE_SITTING:]}
    rows = tuple(structs.replace(row, parked=True) if row.prospect in rest else row for row in sitting.rows)
    return change(sitting.draft, obsessions=rows)


def ways_to_end(row: Obsession) -> tuple[How, ...]:
    """Give the ways it can have ended: a client leaves, or signs again; a prospect does not leave."""
    if row.kind is Kind.CLIENT:
        return (How.SIGNED, How.LOST, How.PARTED, How.COOLED, How.LEFT)
    return (How.SIGNED, How.LOST, How.PARTED, How.COOLED)


def end(sitting: Sitting, prospect: Id, how: How, reason: str | None = None) -> Draft:
    """Take a prospect off the list; its row of this month is kept, marked, and asked nothing more."""
    ended = End(how, texts.given(reason))
    draft = change_row(sitting.draft, prospect, ended=ended, decision=DECIDED_BY_END.get(how))
    return commit.kept_up(sitting, draft, prospect)


def bring_back(sitting: Sitting, prospect: Id) -> Draft:
    """Put a prospect that ended in this sitting back on the list, with its answers."""
    return change_row(sitting.draft, prospect, ended=None, decision=None)


def remove(sitting: Sitting, prospect: Id) -> Draft | Problem:
    """Remove a prospect that was added in this sitting by mistake, as if it had never been."""
    row = sitting.row(prospect)
    if row is None or not sitting.is_new(row):
        return Problem("It was on the list before this month. Press d to say how it ended.")
    rows = tuple(each for each in sitting.rows if each.prospect != prospect)
    return _settled(sitting, change(sitting.draft, obsessions=rows))


def merge(sitting: Sitting, loser: Id, winner: Id) -> Draft:
    """Make two prospects one: the loser becomes a pointer to the winner; what was answered for either is kept.

    Where both have an answer the winner's counts, and hours and money add up. Earlier sessions stay as they are.
    """
    lost, kept = sitting.prospect(loser), sitting.prospect(winner)
    if lost.id == kept.id:
        return sitting.draft
    pointer = structs.replace(lost, merged_into=kept.id)
    draft = structs.replace(sitting.draft, prospects=identities.put(sitting.draft.prospects, pointer))
    return identities.follow(sitting.at(draft))


def off_the_list(sitting: Sitting, most: int = 5) -> tuple[Appearance, ...]:
    """Give those whose latest spell has ended and who are not on this list, newest first."""
    here = {row.prospect for row in sitting.rows}
    latest = (sitting.named.latest(id_) for id_ in sitting.named.known_prospects)
    gone = [each for each in latest if each and each.row.ended and sitting.prospect(each.row.prospect).id not in here]
    return tuple(sorted(gone, key=lambda each: each.month, reverse=True)[:most])


def asks(sitting: Sitting) -> tuple[Ask, ...]:
    """Give the one question: is there anybody on the list; and on a first list that was not left, who else."""
    anybody = Ask("list", "", bool(sitting.rows), FIRST_LIST_SECONDS)
    missing = USUAL_NAMES - len(sitting.rows)
    if not sitting.rows or missing <= 0 or sitting.previous is not None or STEP.name in sitting.draft.done:
        return (anybody,)
    return (
        anybody,
        Ask("who else", "", answered=False, seconds=FIRST_LIST_SECONDS * missing / USUAL_NAMES, optional=True),
    )


STEP = Step(
    name="obsessions",
    title="Obsessions",
    question="Who can't you stop thinking about?",
    hint="Only a name is required.",
    why=(
        "Companies and people you hope will sign, and who are on your mind more than they should be. "
        "Mark a dream client: one you could produce breath-taking results for."
    ),
    asks=asks,
)
