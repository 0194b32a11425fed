"""A finished session for programs: every answer as it is kept, and beside it the names and measures that go with it."""

from __future__ import annotations

import msgspec

from review import joining, measures
from review import month as months
from review.findings import plain, rules, syndrome
from review.history import History
from review.measured import Measured, MeasuredSession, measured
from review.records import Answers, Id, LearningGoal, Segment, SegmentReview, Session, Version
from review.summary import words

Json = dict[str, object]


def of_session(history: History, session: Session) -> Json:
    """Give a session's facts. Hours are hours, ages months; `answers` are the newest version's."""
    [found] = measured(history.up_to(session.month), latest=1)
    *earlier, newest = session.versions
    return {
        "month": session.month,
        "title": months.title(session.month),
        "reviewed_on": session.on,
        "seconds": newest.seconds,
        "mode": newest.mode,
        "figures": _figures(found),
        "findings": [plain.of_finding(finding) for finding in rules.findings(history, session.month)],
        "syndrome_sheet": [plain.of_symptom(symptom) for symptom in syndrome.sheet(history, session.month)],
        "prospects": [_prospect(history, each) for each in found.rows.values()],
        "segments": _segments(history, session.answers),
        "goals": [_goal(history.goal(review.goal)) for review in session.answers.learning],
        "written_at": newest.at,
        "why_amended": newest.why,
        "answers": msgspec.to_builtins(newest.answers),
        "earlier_versions": [_version(version) for version in earlier],
    }


def _figures(found: MeasuredSession) -> Json:
    return {
        "one_way_streets": found.one_way_streets,
        "mean_gap_steps": words.rounded(found.mean_gap),
        "unpaid_hours": words.rounded(found.unpaid_hours),
        "baskets": words.rounded(found.baskets),
        "promises_kept_share": words.rounded(found.promises_kept),
    }


def _prospect(history: History, found: Measured) -> Json:
    row = found.row
    return {
        "id": found.prospect,
        "name": history.prospect(found.prospect).name,
        "segment": history.segment(row.segment).name if row.segment else None,
        "since": found.since,
        "months_on_list": found.months,
        "gap": gap_facts(found.gap),
        "limit_in_force": limit_facts(found),
    }


def gap_facts(gap: measures.Gap | None) -> Json | None:
    """Give a gap in steps; None where it is not known."""
    if gap is None:
        return None
    return {"said": gap.said, "counted": gap.counted, "counted_theirs": gap.counted_theirs, "band": gap.band.value}


def limit_facts(found: Measured) -> Json | None:
    """Give the limit in force and what was spent over it; None where there was none that could be checked."""
    verdict = found.verdict
    if not verdict.any_limit:
        return None
    return {
        "months": found.limit_months,
        "held": verdict.held,
        "hours": verdict.hours,
        "hours_over": words.rounded(verdict.hours_over),
        "money": verdict.money,
        "money_over": words.rounded(verdict.money_over),
        "energy": verdict.energy,
        "energy_over": verdict.energy_over,
    }


def _segments(history: History, answers: Answers) -> list[Json]:
    """Give every segment a session speaks of, once; those that were merged are one."""
    reviews: dict[Id, SegmentReview] = {}
    for review in answers.segments:
        id_ = history.segment(review.segment).id
        reviews[id_] = joining.reviews(reviews[id_], review) if id_ in reviews else review
    of_rows = [history.segment(row.segment).id for row in answers.obsessions if row.segment]
    return [_segment(history.segment(id_), reviews.get(id_)) for id_ in dict.fromkeys([*reviews, *of_rows])]


def _segment(segment: Segment, review: SegmentReview | None) -> Json:
    return {"id": segment.id, "name": segment.name, "neglect": measures.neglect(review) if review else None}


def _goal(goal: LearningGoal) -> Json:
    return {
        "id": goal.id,
        "title": goal.title,
        "kind": goal.kind,
        "done_when": goal.done_when,
        "target_steps": goal.target,
        "by": goal.by,
    }


def _version(version: Version) -> Json:
    return {
        "written_at": version.at,
        "why_amended": version.why,
        "reviewed_on": version.reviewed_on,
        "answers": msgspec.to_builtins(version.answers),
    }
