"""Telling the first three steps: what became of what was said, who is on the list, and who wants it more."""

from __future__ import annotations

from review.demo.chapter import Chapter, accepted
from review.demo.dealings import MOVES, REASONS
from review.demo.decisions import RULES
from review.demo.people import MERGED, PEOPLE, RENAMED, SESSIONS, Told
from review.demo.practice import PROMISES, RETURNED, UNHEARD
from review.records import NOBODY, UNKNOWN, How, Rating
from review.ritual import look_back as looking_back
from review.ritual import obsessions, urgency


def look_back(chapter: Chapter) -> None:
    """Answer the stop rules, the promises, the client question, and whether those let go came back."""
    _answer_rules(chapter)
    _answer_promises(chapter)
    if looking_back.asks_for_clients(chapter.sitting):
        name = UNHEARD.get(chapter.at, NOBODY)
        client = chapter.known.get(name or "", name or UNKNOWN)
        chapter.write(looking_back.answer_unheard(chapter.sitting, client))
    for due in looking_back.people_let_go(chapter.sitting):
        names = [name for name, id_ in chapter.known.items() if id_ == due.gone.prospect]
        came_back = any(RETURNED.get((chapter.at, name), False) for name in names)
        chapter.write(looking_back.answer_return(chapter.sitting, due, came_back))


def _answer_rules(chapter: Chapter) -> None:
    for due in looking_back.due_rules(chapter.sitting):
        for (at, name), (outcome, moved_to) in RULES.items():
            if at == chapter.at and chapter.known.get(name) == due.prospect:
                new_date = chapter.day(moved_to) if moved_to else None
                chapter.write(looking_back.answer_rule(chapter.sitting, due.rule.id, outcome, new_date))


def _answer_promises(chapter: Chapter) -> None:
    before = PROMISES[max((at for at in SESSIONS if at < chapter.at), default=chapter.at)]
    for promise, told in zip(looking_back.promises(chapter.sitting), before, strict=False):
        chapter.write(looking_back.answer_promise(chapter.sitting, promise.id, told.outcome))
        if told.note:
            chapter.write(looking_back.note_promise(chapter.sitting, promise.id, told.note))


def entries(told: Told) -> dict[int, str]:
    """Give what is told of a spell by month."""
    first = SESSIONS.index(told.first)
    return dict(zip(SESSIONS[first:], told.months.split(", "), strict=False))


def ends_here(chapter: Chapter, told: Told) -> bool:
    """Tell whether this is the month in which a spell ended."""
    return told.ended is not None and chapter.at == max(entries(told))


def present(chapter: Chapter) -> list[tuple[Told, str]]:
    """Give whose spell the month lies in, and what is told of it."""
    return [(told, entry) for told in PEOPLE if (entry := entries(told).get(chapter.at)) is not None]


def list_people(chapter: Chapter) -> None:
    """Merge, rename, add, park, and take off the list."""
    if chapter.at in MERGED:
        loser, winner = (chapter.known[name] for name in MERGED[chapter.at])
        chapter.write(obsessions.merge(chapter.sitting, loser, winner))
    if chapter.at in RENAMED:
        old, new = RENAMED[chapter.at]
        chapter.write(obsessions.edit(chapter.sitting, chapter.known[old], chapter.new_id, name=new))
    for told, entry in present(chapter):
        if told.first == chapter.at:
            _add(chapter, told)
        _park(chapter, told, parked=entry == "park")
        if entry == "-" and ends_here(chapter, told):
            end(chapter, told)


def _add(chapter: Chapter, told: Told) -> None:
    since = chapter.calendar.month(told.since) if told.since is not None else None
    added = accepted(
        obsessions.add(
            chapter.sitting,
            told.name,
            chapter.new_id,
            segment=told.segment,
            hope=told.hope,
            since=since,
            client=told.client,
        )
    )
    chapter.write(added.draft)
    chapter.known[told.name] = added.prospect
    row = chapter.sitting.row(added.prospect)
    if row is not None and row.dream is not told.dream:
        chapter.write(obsessions.toggle_dream(chapter.sitting, added.prospect))


def _park(chapter: Chapter, told: Told, *, parked: bool) -> None:
    prospect = chapter.known[told.name]
    row = chapter.sitting.row(prospect)
    if row is not None and row.parked is not parked:
        chapter.write(obsessions.toggle_parked(chapter.sitting, prospect))


def end(chapter: Chapter, told: Told) -> None:
    """Say how a spell ended."""
    how = told.ended or How.COOLED
    chapter.write(obsessions.end(chapter.sitting, chapter.known[told.name], how, told.reason))


def rate(chapter: Chapter) -> None:
    """Rate both sides of everybody who is asked about, with what they did and a reason for a gap."""
    asked = {row.prospect for row in chapter.sitting.asked}
    for told, entry in present(chapter):
        prospect = chapter.known[told.name]
        if prospect not in asked:
            continue
        yours, theirs, *_ = entry.split()
        chapter.write(urgency.rate(chapter.sitting, prospect, "yours", rating(yours)))
        chapter.write(urgency.rate(chapter.sitting, prospect, "theirs", rating(theirs)))
        _move(chapter, told.name)


def rating(word: str) -> Rating:
    """Read a rating of the tables."""
    return UNKNOWN if word == "?" else int(word)


def _move(chapter: Chapter, name: str) -> None:
    prospect = chapter.known[name]
    for did in MOVES:
        if (did.told, did.name) == (chapter.at, name):
            ahead = chapter.day(did.ahead) if did.ahead else None
            chapter.write(
                urgency.add_move(
                    chapter.sitting,
                    prospect,
                    chapter.new_id,
                    did.kind,
                    chapter.day(did.day),
                    what=did.what,
                    asked_for=did.asked_for,
                    ahead=ahead,
                )
            )
    chapter.write(urgency.nothing_moved(chapter.sitting, prospect))
    if (chapter.at, name) in REASONS:
        reason, words = REASONS[chapter.at, name]
        chapter.write(urgency.give_reason(chapter.sitting, prospect, reason, words))
