"""A prospect's story for programs: its months on the list, and what became of all that was said and promised."""

from __future__ import annotations

import msgspec

from review.prospect_story import Entry, Promise, Rule, SpellTold, Story, Told
from review.records import End
from review.summary.facts import Json, gap_facts, limit_facts
from review.trends.plain import of_series


def of_story(story: Story) -> Json:
    """Give a story. Months are ``YYYY-MM``; `answers` are a month's answers about this prospect, as they are kept."""
    return {
        "id": story.prospect,
        "name": story.name,
        "also_called": story.also_called,
        "times_on_list": [_spell(spell) for spell in story.spells],
        "series": [of_series(each) for each in (story.gap, story.yours, story.theirs, story.hours, story.allowed)],
        "stop_rules": [_rule(rule) for rule in story.rules],
        "claims": [_claim(told) for told in story.claims],
        "commitments": [_promise(promise) for promise in story.promises],
        "returns": [
            {"month": month, "after_months": each.after_months, "came_back": each.came_back}
            for month, each in story.returns
        ],
        "not_heard_from_you_months": story.unheard_in,
    }


def _spell(spell: SpellTold) -> Json:
    return {"since_month": spell.since, "ended": _end(spell.ended), "months": [_entry(each) for each in spell.entries]}


def _end(end: End | None) -> Json | None:
    return {"how": end.how.value, "reason": end.reason} if end else None


def _entry(entry: Entry) -> Json:
    found = entry.measured
    return {
        "month": entry.month,
        "segment": entry.segment,
        "months_on_list": found.months,
        "gap": gap_facts(found.gap),
        "limit_in_force": limit_facts(found),
        "answers": msgspec.to_builtins(found.row),
    }


def _rule(each: Rule) -> Json:
    return {
        "state": each.rule.state,
        "action": each.rule.action,
        "made_in_month": each.made_in,
        "due_on": each.by,
        "open": each.open,
        "outcomes": [
            {"month": month, "outcome": answer.outcome, "new_date": answer.new_date, "note": answer.note}
            for month, answer in each.answers
        ],
        "closed_by": _end(each.closed_by),
    }


def _claim(told: Told) -> Json:
    claim = told.claim
    return {
        "text": claim.text,
        "heard_month": claim.heard,
        "state": claim.state.value,
        "checked_on": claim.checked_on,
        "by": claim.by,
        "last_month": told.month,
    }


def _promise(promise: Promise) -> Json:
    return {
        "text": promise.commitment.text,
        "made_in_month": promise.made_in,
        "outcome": promise.outcome,
        "note": promise.note,
    }
