"""What the rules find, for programs: the facts under names that hold their units. docs/commands.md tells them all."""

from __future__ import annotations

from review.findings.finding import Finding
from review.findings.syndrome import Symptom

Json = dict[str, object]


def of_finding(finding: Finding) -> Json:
    """Give a finding; `about` is null where it is about the whole list, `weight` orders those of one kind."""
    return {
        "kind": finding.kind,
        "level": finding.level.value,
        "title": finding.title,
        "about": {"kind": finding.whom.value, "id": finding.about, "name": finding.name} if finding.whom else None,
        "sentence": finding.sentence,
        "words": finding.words,
        "goes_on": finding.goes_on,
        "facts": finding.facts,
        "values": dict(finding.values),
        "weight": round(finding.weight, 4),
    }


def of_symptom(symptom: Symptom) -> Json:
    """Give a symptom of the sheet."""
    return {"name": symptom.name, "presence": symptom.presence.value, "facts": symptom.facts}
