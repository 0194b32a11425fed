"""What it cost, whether it is real, and what was decided: a table, then what is known of each prospect."""

from __future__ import annotations

from review import text as texts
from review.promises import OpenRule
from review.records import Claim, ClaimState, Decision, Gift, Move, Obsession, Reason, Signs
from review.ritual import reality
from review.ritual.sitting import Sitting
from review.scales import scales
from review.summary import words
from review.summary.document import Block, Facts, Heading
from review.summary.obsessions import ended

COLUMNS = ("Prospect", "Unpaid hours", "Money", "Limit it had", "Energy", "Decision", "Limit from now on")


def section(sitting: Sitting, currency: str) -> list[Block]:
    """Write the answers of Reality, with what they did and why from Urgency."""
    costs = [cells for row in sitting.rows if any((cells := _costs(sitting, row, currency))[1:])]
    known = [(row, facts) for row in sitting.rows if (facts := _facts(sitting, row))]
    if not costs and not known:
        return []
    table = [words.table(COLUMNS, costs, frozenset({1, 2}))] if costs else []
    each = [block for row, facts in known for block in (Heading(3, sitting.prospect(row.prospect).name), Facts(facts))]
    return [Heading(2, reality.STEP.title), *table, *each]


def _costs(sitting: Sitting, row: Obsession, currency: str) -> tuple[str, ...]:
    return (
        sitting.prospect(row.prospect).name,
        words.hours(row.hours),
        words.money(row.money, currency),
        words.verdict(sitting.verdict(row), currency),
        words.rating(row.energy, scales(sitting.answers.scale).energy),
        row.decision.value if row.decision else "",
        words.limit(row.limit, currency) if row.ended is None else "",
    )


def _facts(sitting: Sitting, row: Obsession) -> tuple[tuple[str, str], ...]:
    """Give what is known of one prospect, without what has no answer."""
    pairs = (
        ("How it ended", ended(row.ended) if row.ended else ""),
        ("Decision", decided(row.decision) if row.decision else ""),
        ("Stop rule", _rule(sitting, row)),
        ("What they did", moves_made(row.moves)),
        ("Why they may not be in a hurry", reason_given(row)),
        ("What you gave unpaid", gifts_given(row.given)),
        ("Why they say they came to you, and why now", row.why_us or ""),
        ("Nightmare signs", signs_seen(row.signs)),
        *(("They told you", claim_made(claim)) for claim in row.claims),
        ("Note", row.note or ""),
    )
    return tuple((label, value) for label, value in pairs if value)


def _rule(sitting: Sitting, row: Obsession) -> str:
    """Write the stop rule that holds; one that is older than this session says so by its date."""
    found = reality.open_rule(sitting, row) if row.ended is None else None
    if found is None:
        return ""
    return words.rule(found.rule, found.by) if isinstance(found, OpenRule) else words.rule(found)


def decided(decision: Decision) -> str:
    """Write a decision with what it means: ``limit. Keep the door open, and spend no more …``."""
    meaning = reality.MEANINGS[decision].partition(": ")[2]
    return f"{decision.value}. {words.opened(meaning)}"


def moves_made(moves: tuple[Move, ...] | None) -> str:
    """Write what they did, by day; "nothing" where that was the answer, "" where there was none."""
    if moves is None:
        return ""
    return words.sentences(_move(move) for move in sorted(moves, key=lambda move: move.on)) or "nothing"


def _move(move: Move) -> str:
    asked = {True: ", when you asked", False: ", unasked", None: ""}[move.asked_for]
    ahead = f", for {words.day(move.ahead)}" if move.ahead else ""
    if _says_the_kind(move):
        return f"{words.day(move.on)}{asked}{ahead}: {move.what}"
    return words.with_note(f"{words.day(move.on)}, {move.kind.value}{asked}{ahead}", move.what)


def _says_the_kind(move: Move) -> bool:
    """Whether what they did begins with the word of its kind: "asked for a third workshop"."""
    return (move.what or "").casefold().split()[:1] == [move.kind.value.split()[0]]


def reason_given(row: Obsession) -> str:
    """Write why they may validly be in less of a hurry."""
    if row.reason is None or row.reason is Reason.OWN:
        return row.reason_words or ""
    return words.with_note(row.reason.value, row.reason_words)


def gifts_given(given: tuple[Gift, ...] | None) -> str:
    """Write what was given unpaid; "nothing" where that was the answer."""
    if given is None:
        return ""
    return texts.joined([f"{gift.count} {gift.what}" if gift.count > 1 else gift.what for gift in given]) or "nothing"


def signs_seen(signs: Signs) -> str:
    """Write how clear each nightmare sign was, of those answered."""
    degrees = ((title, getattr(signs, field)) for field, title, _ in reality.SIGN_WORDS)
    return words.sentences(f"{title}: {degree}" for title, degree in degrees if degree)


def claim_made(claim: Claim) -> str:
    """Write something they told you, and what became of it."""
    if claim.state is ClaimState.UNCHECKED:
        return f"{claim.text} ({claim.state.value})"
    when = f" on {words.day(claim.checked_on)}" if claim.checked_on else ""
    return words.with_note(f"{claim.text} ({claim.state.value}{when})", claim.by)
