"""What home says in each of its panels, drawn from the history; empty where there is nothing to say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from msgspec import Struct
from textual.content import Content

from review import cadence, letting_go
from review import month as months
from review import text as texts
from review.cadence import State
from review.findings.finding import Level
from review.findings.lines import SHOWN, Line, grouped, more_reasons
from review.findings.rules import findings
from review.history import History
from review.progress import how_far, steps_done
from review.promises import UNTIL_THEN, OpenRule, rules_due
from review.records import Commitment, Draft, GoalState, LearningGoal
from tui.safe_text import cells, safe
from tui.widgets.lines import cell, line, said, wrapped
from tui.widgets.meters import progress

MARKS = {Level.GOOD: "$good", Level.ACT: "$alarm", Level.LOOK: "$them"}
WIDE_ENOUGH_FOR_BARS = 44

GOAL_LINE = 10
"""Cells of a learning goal's line of progress."""

BEFORE_BAR = 2

ONCE_FINISHED = "Your first review is saved as you answer. Once it is finished, what it showed will stand here."

HOURS = r"\d[\d.]* h"


class Call(Struct, frozen=True):
    """What home calls for: the sentence above, an aside to it, and what Enter does, in words and as an action."""

    headline: str
    aside: str
    button: str
    action: Literal["begin", "read_last"] = "begin"
    key_words: str = "begin"


def call(history: History, draft: Draft | None, today: date, review_day: int) -> Call:
    """Say what is due, and what Enter begins: an unfinished draft first."""
    if draft is not None:
        return _unfinished(history, draft, today)
    begins = cadence.month_to_begin(history.months, today)
    standing = cadence.standing(history.months, today, review_day)
    if history.session(begins) is not None:
        return Call(_due(standing), _took(history), f"Read the {months.name(begins)} review", "read_last", "read")
    return Call(_due(standing), _took(history), f"Begin the {months.name(begins)} review")


def _unfinished(history: History, draft: Draft, today: date) -> Call:
    from review.ritual import steps  # most days there is no draft, and home is there sooner
    from review.ritual.sitting import resume

    sitting = resume(history, draft, today)
    at = steps.position(sitting, draft.place.step)
    step = steps.of(sitting)[at]
    what = "The correction of" if draft.amends else "Your review of"
    headline = f"{what} {months.title(draft.month)} is not finished."
    button = f"Go on with {months.name(draft.month)}, at step {at + 1}, {step.title}"
    return Call(headline, "", button, key_words="go on")


def _due(standing: cadence.Standing) -> str:
    name = months.name(standing.month)
    if standing.state is State.AHEAD:
        return f"{name} is due in {texts.plural(standing.days, 'day')}."
    if standing.state is State.LATE:
        return f"{name} was not reviewed. It can still be done."
    return f"{name} is due today." if standing.days == 0 else f"{name} is due."


def _took(history: History) -> str:
    last = history.last
    if last is None or last.newest.seconds < 60:  # noqa: PLR2004 - less than a minute is no review
        return ""
    return f"{months.name(last.month)} took you {texts.plural(round(last.newest.seconds / 60), 'minute')}."


# --- panels -----------------------------------------------------------------------------------------------------------


def showed(
    history: History, width: int, *, short: bool = False, whole: bool = False, most: int | None = SHOWN
) -> list[Content]:
    """Say what the newest session found, good news first.

    *short* gives each as few words as one line takes, *whole* every reason. What is beyond *most* is told with the keys
    that read it; None for no bound.
    """
    if history.last is None:
        return []
    found = history.once(_found)
    room = max(10, width - 2)
    said_of = [(each, each.whole if whole else shortly(each, room) if short else each.text) for each in found[:most]]
    drawn = [part for each, text in said_of for part in _marked(each.mark, MARKS[each.level], text, room)]
    rest = len(found[most:]) if most is not None else 0
    return [*drawn, _more(rest, room)] if rest else drawn


def _found(history: History) -> Sequence[Line]:
    """Give what the newest session found, in as few lines as there are things to tell of."""
    return grouped(findings(history, history.last.month)) if history.last else ()


def _more(rest: int, room: int) -> Content:
    """Say how many findings are not told, and the keys that open the summary, where they are."""
    ways = (f"and {rest} more in the summary: p, then Enter", f"and {rest} more: p, then Enter", f"and {rest} more: p")
    words = next((each for each in ways if cells(each) <= room), ways[-1])
    return said(f"  {words}", "$quiet")


def _marked(mark: str, tone: str, text: str, room: int) -> list[Content]:
    first, *rest = wrapped(said(text), room)
    return [line((f"{mark} ", tone), first), *(line("  ", each) for each in rest)]


def shortly(found: Line, room: int) -> str:
    """Write a finding in one line where it can be, leaving out reasons or their asides; whole where it can't."""
    reasons = [finding.words for finding in found.findings]
    fewer = [
        ", ".join([*reasons[:count], more_reasons(len(reasons) - count)]) for count in range(len(reasons) - 1, 0, -1)
    ]
    strongest = [] if found.goes_on else [reasons[0], reasons[0].split(", ", maxsplit=1)[0]]
    ways = [f"{found.name}: {words}" for words in (*fewer, *strongest)] if found.name else []
    return next((way for way in (found.text, *ways) if cells(safe(way)) <= room), found.text)


def promised(history: History, today: date, width: int) -> list[Content]:
    """Say what the newest session said would be done, and which stop rules are due."""
    if history.last is None:
        return []
    said_so = [part for each in history.last.answers.commitments for part in _commitment(each, today, width)]
    due = [
        part
        for rule in rules_due(history, today)
        for part in _dated(
            "!", f"{_name(history, rule)}: if {rule.rule.state}", passed(rule.by, today), width, "$alarm"
        )
    ]
    return [*due, *said_so]


def _name(history: History, rule: OpenRule) -> str:
    return history.prospect(rule.prospect).name


def passed(by: date, today: date) -> str:
    """Write the day of a rule that is due."""
    return f"{months.brief_date(by, today)}, passed"


def _commitment(each: Commitment, today: date, width: int) -> list[Content]:
    when = UNTIL_THEN if each.always else f"by {months.brief_date(each.by, today)}" if each.by else ""
    return _dated("·", each.text, when, width, "")


def _dated(mark: str, text: str, when: str, width: int, tone: str) -> list[Content]:
    """Set a text with its date at the right, in a line of its own below where it does not fit beside the last words."""
    room = max(8, width - 2)
    *first, last = wrapped(said(text, tone), room)
    beside = not when or last.cell_length + 2 + cells(when) <= room
    dated = [cell(when, room - last.cell_length if beside else room, tone or "$quiet", "right")] if when else []
    rows = [*first, line(last, *dated)] if beside else [*first, last, *dated]
    return [line((f"{mark} " if at == 0 else "  ", tone), each) for at, each in enumerate(rows)]


def learning(history: History, width: int) -> list[Content]:
    """Draw the open learning goals with how far they are, the lines of progress one below the other."""
    goals = history.open_goals
    if not goals:
        return []
    bars = width >= WIDE_ENOUGH_FOR_BARS
    told = [_how_far(goal, review.progress, bars=bars) for goal, review in goals]
    longest = max(cells(safe(goal.title)) for goal, _ in goals) + (0 if bars else 1)
    names = max(8, min(longest, width - max(each.cell_length for each in told)))
    return [line(cell(goal.title, names), each) for (goal, _), each in zip(goals, told, strict=True)]


def _how_far(goal: LearningGoal, done: int | None, *, bars: bool) -> Content:
    """Draw a goal's line of progress and say it in words; no line where nobody said how far it is."""
    words, steps = how_far(goal, done), steps_done(goal, done, GoalState.OPEN)
    if not bars:
        return said(f" {words}")
    if steps is None:
        return said(" " * BEFORE_BAR + words)
    return line(" " * BEFORE_BAR, progress(*steps, GOAL_LINE), f" {words}")


def letting_go_cost(history: History, width: int) -> list[Content]:
    """Say what letting go has freed, the hours in bold; empty while nobody was let go of."""
    summary = letting_go.summary(history)
    told = [said(sentence).highlight_regex(HOURS, style="bold") for sentence in (summary.sentences if summary else ())]
    return [part for sentence in told for part in wrapped(sentence, width)]


def first_run(*, begun: bool = False) -> Sequence[Content]:
    """Explain the app in three sentences, and how to look around first, or meanwhile where a review is *begun*."""
    aside = " meanwhile; yours stays as it is." if begun else " first, if you would like to look around."
    return [
        *([said(ONCE_FINISHED)] if begun else []),
        said("Once a month you list the people you hope will sign, and rate who wants it more: you, or they."),
        said(
            "You see what it costs, decide what to do about the worst two, and promise yourself three things at most."
        ),
        said("Next month asks what came of it; everything stays in one private folder on this machine."),
        said(""),
        line(("d", "bold $you"), f" shows two years of made-up reviews{aside}"),
    ]
