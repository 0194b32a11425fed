"""Telling the fourth step: what it cost, what was given and said, and what came of a closer look."""

from __future__ import annotations

from review import reading
from review.demo.chapter import Chapter, accepted
from review.demo.dealings import CLAIMS, GIVEN, MONEY, NOTES, SIGNS, WHY_US, Said
from review.demo.decisions import DECIDED, Decided
from review.demo.people_told import end, ends_here, present, rating
from review.records import UNKNOWN, Id, Limit
from review.ritual import reality
from review.ritual.sitting import change_row


def count_costs(chapter: Chapter) -> None:
    """Tell the hours, the energy and the money of everybody who is asked about."""
    asked = {row.prospect for row in chapter.sitting.asked}
    for told, entry in present(chapter):
        prospect = chapter.known[told.name]
        if prospect not in asked:
            continue
        hours, energy = entry.split()[2:]
        amount = UNKNOWN if hours == "?" else float(hours)
        chapter.write(reality.set_hours(chapter.sitting, prospect, amount))
        chapter.write(reality.set_energy(chapter.sitting, prospect, rating(energy)))
        if (chapter.at, told.name) in MONEY:
            chapter.write(reality.set_money(chapter.sitting, prospect, MONEY[chapter.at, told.name]))


def look_closer(chapter: Chapter) -> None:
    """Tell what was given, what they said and what became of it, why they came, the signs, and a note."""
    for told, _ in present(chapter):
        _tell_given(chapter, told.name)
        _tell_signs(chapter, told.name)
        if (chapter.at, told.name) in WHY_US:
            words = WHY_US[chapter.at, told.name]
            chapter.write(reality.say_why_us(chapter.sitting, chapter.known[told.name], words))
        if (chapter.at, told.name) in NOTES:
            note = NOTES[chapter.at, told.name]
            chapter.write(change_row(chapter.sitting.draft, chapter.known[told.name], note=note))
    for said in CLAIMS:
        _tell_claim(chapter, said)


def _tell_given(chapter: Chapter, name: str) -> None:
    text = GIVEN.get((chapter.at, name))
    if text is not None:
        given = accepted(reading.gifts(text))
        chapter.write(reality.give(chapter.sitting, chapter.known[name], given))


def _tell_signs(chapter: Chapter, name: str) -> None:
    degrees = SIGNS.get((chapter.at, name), ())
    for (sign, _, _), degree in zip(reality.SIGN_WORDS, degrees, strict=False):
        chapter.write(reality.set_sign(chapter.sitting, chapter.known[name], sign, degree))


def _tell_claim(chapter: Chapter, said: Said) -> None:
    if said.heard == chapter.at:
        chapter.write(reality.add_claim(chapter.sitting, chapter.known[said.name], chapter.new_id, said.text))
    if said.checked == chapter.at:
        prospect = chapter.known[said.name]
        row = chapter.sitting.row(prospect)
        claims = [claim for claim in row.claims if claim.text == said.text] if row else []
        for claim in claims:
            chapter.write(reality.check_claim(chapter.sitting, prospect, claim.id, said.state, said.by))


def decide(chapter: Chapter) -> None:
    """Tell the decisions, limits and stop rules, and with whom it ended after all that was asked."""
    for decided in DECIDED:
        if decided.at == chapter.at:
            prospect = chapter.known[decided.name]
            chapter.write(reality.decide(chapter.sitting, prospect, decided.decision))
            chapter.write(reality.set_limit(chapter.sitting, prospect, Limit(hours=decided.hours)))
            _make_rule(chapter, prospect, decided)
    for told, entry in present(chapter):
        if entry != "-" and ends_here(chapter, told):
            end(chapter, told)


def _make_rule(chapter: Chapter, prospect: Id, decided: Decided) -> None:
    if decided.rule is not None:
        state, action = decided.rule
        by = chapter.day(decided.by)
        chapter.write(reality.add_rule(chapter.sitting, prospect, chapter.new_id, state, by, action))
