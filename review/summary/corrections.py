"""What a correction changed, in a line: of whom which answers, and in which steps besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import structs

from review import text as texts
from review.history import History
from review.records import Answers, Obsession
from review.ritual import commit, learning, look_back, segments
from review.summary import words

MOST_NAMED = 4
"""Changes named in the line: more would be the whole session again."""

FIGURES = {"yours": "you", "theirs": "they", "hours": "unpaid hours", "money": "money", "energy": "energy"}
"""The answers told with their values; of all others it is told that they changed."""

STEPS = (
    (look_back.STEP.title, ("look_back",)),
    (segments.STEP.title, ("segments", "one_client_until")),
    (learning.STEP.title, ("learning",)),
    (commit.STEP.title, ("commitments", "conviction", "line")),
)


def told(history: History, before: Answers, now: Answers) -> str:
    """Tell what changed from one version's answers to the next's; "" where no answer did."""
    found = [*_of_prospects(history, before, now), *_of_steps(before, now)]
    more = len(found) - MOST_NAMED
    return words.sentences([*found[:MOST_NAMED], *([f"{texts.counted_word(more)} more"] if more > 0 else [])])


def _of_prospects(history: History, before: Answers, now: Answers) -> Iterator[str]:
    old, new = ({row.prospect: row for row in history.rows(each)} for each in (before, now))
    for id_ in dict.fromkeys([*new, *old]):
        name = history.prospect(id_).name
        if id_ not in old or id_ not in new:
            yield f"{name} {'added' if id_ in new else 'taken out'}"
        elif old[id_] != new[id_]:
            yield f"{name}, {texts.joined(list(_of_row(old[id_], new[id_])))}"


def _of_row(before: Obsession, now: Obsession) -> Iterable[str]:
    changed = [name for name in structs.asdict(now) if getattr(before, name) != getattr(now, name)]
    for name, label in FIGURES.items():
        if name in changed:
            yield f"{label} {_value(getattr(before, name))} → {_value(getattr(now, name))}"
    if not set(changed) <= set(FIGURES):
        yield "other answers"


def _value(value: float | str | None) -> str:
    return "–" if value is None else value if isinstance(value, str) else texts.figure(value, 2)


def _of_steps(before: Answers, now: Answers) -> Iterator[str]:
    for title, names in STEPS:
        if any(getattr(before, name) != getattr(now, name) for name in names):
            yield title
