"""A story as a document: its sections in the order of telling, each with its own words."""

from __future__ import annotations

from collections.abc import Iterator

from review import month as months
from review import text as texts
from review.month import Month
from review.promises import UNTIL_THEN
from review.prospect_story import Entry, Promise, Rule, SpellTold, Story, Told
from review.records import UNKNOWN, Commitment, End, Kind, Return, RuleOutcome
from review.scales import scales
from review.summary import reality, words
from review.summary.document import Block, Bullets, Facts, Heading, Paragraph
from review.summary.obsessions import ended

SPELLS = ("The first time", "The second time", "The third time")


def told(story: Story, currency: str) -> tuple[Block, ...]:
    """Tell a story, the newest month first."""
    spells = list(enumerate(story.spells))
    return (
        *_section("Still open", tuple(_still_open(story))),
        *_section("Stop rules, and how they ended", tuple(_rule(each) for each in story.rules if not each.open)),
        *_section(
            "What they told you, and what became of it", tuple(_claim(each) for each in story.claims if not each.open)
        ),
        *_section("What you said you would do", tuple(_promise(each) for each in story.promises if not each.open)),
        *_section("After you let go", tuple(_return(*each) for each in story.returns)),
        *_section(
            "Nothing from you", tuple(f"They had not heard from you in {_month(each)}" for each in story.unheard_in)
        ),
        *(block for at, spell in reversed(spells) for block in _spell(story, at, spell, currency)),
    )


def opening(story: Story) -> tuple[str, ...]:
    """Say who it is, since when, and how it stands."""
    also = f"Also called {texts.joined(list(story.also_called))}." if story.also_called else ""
    return tuple(sentence for sentence in (*map(_span, story.spells), also) if sentence)


def _span(spell: SpellTold) -> str:
    last = spell.entries[-1]
    end = spell.ended
    if end is not None:
        how = words.with_note(f"{end.how.value} in {_month(last.month)}", end.reason)
        return f"On the list from {_month(spell.since)}; {how}."
    return f"On the list from {_month(spell.since)}, last reviewed in {_month(last.month)}."


def _month(month: Month) -> str:
    return months.title(month)


def _section(title: str, points: tuple[str, ...]) -> tuple[Block, ...]:
    return (Heading(2, title), Bullets(points)) if points else ()


def _still_open(story: Story) -> Iterator[str]:
    """Give what is not settled yet: stop rules, promises, and what they told you that nobody has checked."""
    for rule in story.rules:
        if rule.open:
            moved = "; its date was moved once" if rule.answers else ""
            yield words.with_aside(f"Stop rule: {words.rule(rule.rule, rule.by)}", f"{_month(rule.made_in)}{moved}")
    for promise in story.promises:
        if promise.open:
            made = words.sentences((_month(promise.made_in), _until(promise.commitment)))
            yield words.with_aside(f"You said you would: {promise.commitment.text}", made)
    unchecked = [each for each in story.claims if each.open]
    if unchecked:
        yield f"To check: {texts.joined([each.claim.text for each in unchecked])}"


def _until(commitment: Commitment) -> str:
    if commitment.always:
        return UNTIL_THEN
    return f"by {words.day(commitment.by)}" if commitment.by is not None else ""


# --- what came of it --------------------------------------------------------------------------------------------------


def _rule(each: Rule) -> str:
    return words.with_aside(words.rule(each.rule, each.by), f"made in {_month(each.made_in)}; {_outcome(each)}")


def _outcome(each: Rule) -> str:
    said = [
        words.with_note(f"{answer.outcome.value} in {_month(month)}", answer.note)
        for month, answer in each.answers
        if answer.outcome is not None and answer.outcome is not RuleOutcome.NEW_DATE
    ]
    moved = any(answer.outcome is RuleOutcome.NEW_DATE for _, answer in each.answers)
    parts = ["its date was moved once" if moved else "", *said]
    if each.closed_by is not None:
        parts.append(f"closed when it ended: {each.closed_by.how.value}")
    return words.sentences(parts)


def _claim(each: Told) -> str:
    return words.with_aside(reality.claim_made(each.claim), f"heard in {_month(each.claim.heard)}")


def _promise(each: Promise) -> str:
    outcome = each.outcome.value if each.outcome is not None else "never answered"
    return words.with_aside(each.commitment.text, f"{_month(each.made_in)}: {words.with_note(outcome, each.note)}")


def _return(month: Month, each: Return) -> str:
    answer = "they came back" if each.came_back is True else "they did not come back"
    answer = UNKNOWN if each.came_back == UNKNOWN else answer
    return f"{_month(month)}, after {each.after_months} months: {answer}"


# --- month by month ---------------------------------------------------------------------------------------------------


def _spell(story: Story, at: int, spell: SpellTold, currency: str) -> Iterator[Block]:
    title = "Month by month"
    if len(story.spells) > 1:
        title = SPELLS[at] if at < len(SPELLS) else f"The {texts.ordinal(at + 1)} time"
    yield Heading(2, title)
    for entry in reversed(spell.entries):
        yield Heading(3, _headline(entry))
        every = (*_facts(entry, currency), *_said_in(story, entry.month))
        facts = tuple((label, value) for label, value in every if value)
        yield Facts(facts) if facts else Paragraph("Parked." if entry.measured.row.parked else "Nothing was answered.")


def _headline(entry: Entry) -> str:
    gap = entry.measured.gap
    return f"{_month(entry.month)}: {words.gap(gap)} {words.band(gap)}" if gap else _month(entry.month)


def _facts(entry: Entry, currency: str) -> tuple[tuple[str, str], ...]:
    """Give what was answered in one month; "" where nothing was."""
    found, row = entry.measured, entry.measured.row
    scale = scales(found.session.answers.scale)
    return (
        ("How it ended", _ended(row.ended)),
        ("You", words.rating(row.yours, scale.yours)),
        ("They", words.rating(row.theirs, scale.theirs)),
        ("Why they may not be in a hurry", reality.reason_given(row)),
        ("Cost", words.sentences((words.hours(row.hours), words.money(row.money, currency), _energy(entry)))),
        ("Limit it had", _limit(entry, currency)),
        ("What they did", reality.moves_made(row.moves)),
        ("What you gave unpaid", reality.gifts_given(row.given)),
        ("Why they say they came to you", row.why_us or ""),
        ("Nightmare signs", reality.signs_seen(row.signs)),
        ("Decision", row.decision.value if row.decision else ""),
        ("Limit from then on", words.limit(row.limit, currency) if row.ended is None else ""),
        ("Note", row.note or ""),
        ("Hope", row.hope or ""),
        ("Segment", entry.segment or ""),
        ("Kind", words.sentences(("client" if row.kind is Kind.CLIENT else "", "dream client" if row.dream else ""))),
    )


def _said_in(story: Story, month: Month) -> tuple[tuple[str, str], ...]:
    """Give what was heard, ruled and promised in one month; what became of it stands above."""
    claims = [each.claim.text for each in story.claims if each.claim.heard == month]
    rules = [words.rule(each.rule) for each in story.rules if each.made_in == month]
    answered = [
        words.sentences((words.rule_answer(answer), words.rule(each.rule, each.by_in(month))))
        for each in story.rules
        for at, answer in each.answers
        if at == month and answer.outcome is not None
    ]
    promises = [each.commitment.text for each in story.promises if each.made_in == month]
    return (
        ("They told you", words.sentences(claims)),
        ("Stop rule made", words.sentences(rules)),
        ("Stop rule answered", words.sentences(answered)),
        ("You said you would", words.sentences(promises)),
    )


def _ended(end: End | None) -> str:
    return ended(end) if end is not None else ""


def _energy(entry: Entry) -> str:
    row = entry.measured.row
    rating = words.rating(row.energy, scales(entry.measured.session.answers.scale).energy)
    return f"energy {rating}" if rating else ""


def _limit(entry: Entry, currency: str) -> str:
    found = entry.measured
    verdict = words.verdict(found.verdict, currency)
    if not verdict:
        return ""
    times = f" for {found.limit_months} months" if found.limit_months > 1 else ""
    return f"{words.limit(found.limit, currency)}{times}: {verdict}"
