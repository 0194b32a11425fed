"""The good news: promises kept, limits held, a gap that closed, a segment found again, a goal finished, a let-go."""

from __future__ import annotations

from collections.abc import Iterator

from review import month as months
from review import text as texts
from review.findings.case import Case, hours
from review.findings.finding import Finding, Level, Whom
from review.findings.reality import limit_values
from review.findings.segments import SegmentStanding, standings
from review.measured import Measured
from review.promises import LetGo, let_go
from review.records import GoalState, How, Outcome, known
from review.scales import ONE_WAY_FROM

KEPT_SHARE = 0.5
"""Share of the promises answered that must have been kept to be good news."""


def commitments_kept(case: Case) -> Iterator[Finding]:
    """Find that half of the promises or more were kept."""
    said = case.now.promises
    kept, partly, missed = map(said.count, (Outcome.KEPT, Outcome.PARTLY, Outcome.MISSED))
    if kept and kept >= KEPT_SHARE * len(said):
        words = _kept_words(kept, len(said))
        yield Finding(
            kind="commitments kept",
            level=Level.GOOD,
            title="Promises kept",
            sentence=f"{words}.",
            facts=(_counts(kept, partly, missed),),
            words=words,
            weight=kept,
            values={
                "kept_count": kept,
                "partly_count": partly,
                "missed_count": missed,
                "kept_share": round(kept / len(said), 4),
            },
        )


def _counts(kept: int, partly: int, missed: int) -> str:
    others = ((partly, "partly"), (missed, "missed"))
    return ", ".join([f"{kept} kept", *(f"{count} {word}" for count, word in others if count)])


def _kept_words(kept: int, said: int) -> str:
    if kept < said:
        return f"{texts.counted_word(kept).capitalize()} of {texts.counted_word(said)} promises kept"
    return {1: "Your one promise kept", 2: "Both promises kept"}.get(
        said, f"All {texts.counted_word(said)} promises kept"
    )


def limits_held(case: Case) -> Iterator[Finding]:
    """Find those whose every limit was kept."""
    for each in case.rows:
        if each.limit_held:
            yield case.about(
                each.prospect,
                "limit held",
                Level.GOOD,
                f"You held your limit for {case.name(each.prospect)}.",
                *_held_facts(each),
                weight=_share_used(each),
                values=limit_values(each),
            )


def _share_used(each: Measured) -> float:
    """Give how much of the limit was used, 0 to 1: one that was needed is better news than one that was not."""
    verdict, row = each.verdict, each.row
    pairs = ((known(row.hours), verdict.hours), (known(row.money), verdict.money))
    return max((spent / limit for spent, limit in pairs if spent and limit), default=0.0)


def _held_facts(each: Measured) -> Iterator[str]:
    verdict, row = each.verdict, each.row
    if verdict.hours is not None:
        yield f"{hours(known(row.hours) or 0)} of {hours(verdict.hours)}"
    if verdict.money is not None:
        yield f"money {texts.figure(known(row.money) or 0)} of {texts.figure(verdict.money)}"
    if verdict.energy is not None:
        yield f"energy {known(row.energy)} of {verdict.energy}"


def gap_closed(case: Case) -> Iterator[Finding]:
    """Find a gap that was two or more in this spell, was open when last rated, and is level or less now."""
    for each in case.rows:
        earlier = [row.gap.counted for row in _spell_before(case, each) if row.gap is not None]
        if each.gap is None or each.gap.counted > 0 or not earlier:
            continue
        if earlier[0] > 0 and max(earlier) >= ONE_WAY_FROM:
            yield case.about(
                each.prospect,
                "gap closed",
                Level.GOOD,
                f"The gap with {case.name(each.prospect)} has closed.",
                f"it was {max(earlier):+} at its widest",
                values={"widest_gap_counted_steps": max(earlier), "gap_counted_steps": each.gap.counted},
            )


def _spell_before(case: Case, each: Measured) -> Iterator[Measured]:
    """Give the earlier rows of the present spell, newest first, as far as the rules remember."""
    rows = case.recent(each.prospect, each.sessions)
    return (row for row in rows if row.month != case.month)


def segment_found_again(case: Case) -> Iterator[Finding]:
    """Find segments that were neglected after the session before, were touched in this one, and are so no more.

    Where the attention it got was not rated, only a touch that the session before did not have is one to tell of:
    who was there already says nothing new.
    """
    before = standings(case, back=1)
    for segment, each in standings(case).items():
        neglected = segment in before and before[segment].neglect is not None
        if neglected and each.touched == case.month and each.neglect is None and _is_news(case, each, before[segment]):
            yield _found_again(case, each, before[segment])


def _is_news(case: Case, each: SegmentStanding, before: SegmentStanding) -> bool:
    rated = each.review is not None and known(each.review.attention) is not None
    return rated or (case.before is not None and before.touched != case.before.month)


def _found_again(case: Case, each: SegmentStanding, before: SegmentStanding) -> Finding:
    name = case.history.segment(each.segment).name
    again = before.touched is not None
    return Finding(
        kind="segment found again",
        level=Level.GOOD,
        title="Segment found",
        sentence=f"{name} has your attention{' again' if again else ' for the first time'}.",
        facts=("Neglected after the session before",),
        about=each.segment,
        whom=Whom.SEGMENT,
        name=name,
        words="found again" if again else "touched for the first time",
        goes_on=again,
        values={"touched_before_month": before.touched},
    )


def goal_finished(case: Case) -> Iterator[Finding]:
    """Find the learning goals finished in this session."""
    for review in case.session.answers.learning:
        if review.state is GoalState.FINISHED:
            goal = case.history.goal(review.goal)
            yield Finding(
                kind="goal finished",
                level=Level.GOOD,
                title="Goal finished",
                sentence=f"You finished {goal.title}.",
                facts=(
                    f"Done when: {goal.done_when}" if goal.done_when else f"Finished in {months.title(case.month)}",
                ),
                about=goal.id,
                whom=Whom.GOAL,
                name=goal.title,
                words="finished",
                values={"done_when": goal.done_when},
            )


def hours_freed(case: Case) -> Iterator[Finding]:
    """Find those let go of in this session who cost hours the month before."""
    for each in _parted_now(case):
        if each.hours:
            yield case.about(
                each.prospect,
                "let go",
                Level.GOOD,
                f"You let go of {case.name(each.prospect)}: {hours(each.hours)} a month back.",
                f"{hours(each.hours)} unpaid in the last month known",
                title="Hours freed",
                words=f"let go, {hours(each.hours)} a month back",
                weight=each.hours,
                values={"hours_a_month": each.hours},
            )


def _parted_now(case: Case) -> Iterator[LetGo]:
    parted = any(each.row.ended is not None and each.row.ended.how is How.PARTED for each in case.now.rows.values())
    return (each for each in let_go(case.history) if each.month == case.month) if parted else iter(())
