"""The ritual as a person types it: with keys only, looking at the screen wherever a form opens or closes."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.end_to_end.terminal import Terminal

NOTHING = "9"
"""The digit of "nothing since the last review" in the list of moves."""

HOMEWORK, DATED = "4", "6"


@dataclass(frozen=True)
class Moved:
    """Something they did: the digit of its kind, when, what, whether you had asked (1 no, 2 yes), the day ahead."""

    kind: str
    when: str = ""
    what: str = ""
    asked: str = "1"
    ahead: str = ""


@dataclass(frozen=True)
class Closer:
    """The answers of a closer look; claims, new and carried over, with a digit for what became of them, and by what."""

    gave: str
    carried: tuple[tuple[str, str], ...] = ()
    claims: tuple[tuple[str, str, str], ...] = ()
    why: str = "they read my book"
    signs: str = "123"
    decision: str = "2"
    because: str = ""
    limit: str = "4"
    rule: tuple[str, str] | None = None


@dataclass(frozen=True)
class Who:
    """One prospect and this month's answers. `reason` is the digit of a reason for the gap."""

    name: str
    segment: str = ""
    hope: str = ""
    since: str = ""
    dream: bool = False
    yours: str = "4"
    theirs: str = "3"
    move: Moved | None = None
    reason: str = ""
    hours: str = "3"
    energy: str = "3"
    money: str = ""
    closer: Closer | None = None


@dataclass(frozen=True)
class Part:
    """One segment: its two digits, who is unmet there, and one thing to do."""

    potential: str = "3"
    attention: str = "3"
    unmet: str = ""
    action: str = ""


@dataclass(frozen=True)
class Goal:
    """A learning goal as it is typed; the kind is a digit."""

    what: str
    kind: str = "1"
    done_when: str = "notes on every chapter"
    steps: str = "10"
    i_will: str = "read chapter one"
    when: str = "the train leaves"
    by: str = "December"


@dataclass(frozen=True)
class Ended:
    """Who came off the list that begins with `first`, how and why as digits, and why in words."""

    first: str
    name: str
    how: str
    reason: str = ""
    words: str = ""


@dataclass(frozen=True)
class Month:
    """All the answers of one month. `look_back` are digits in the order the questions come in."""

    people: tuple[Who, ...]
    look_back: str = ""
    ended: Ended | None = None
    segments: dict[str, Part] = field(default_factory=dict)
    progress: int = 0
    goal: Goal | None = None
    picks: int = 2
    conviction: str = "3"
    line: str = "Slow down."


# -- forms -------------------------------------------------------------------------------------------------------------


def fill(terminal: Terminal, label: str, words: str = "") -> None:
    """Write into the field with this label once the cursor is in it, and go on with Enter."""
    at(terminal, label)
    terminal.write(words)
    terminal.press("enter")


def choose(terminal: Terminal, label: str, digit: str) -> None:
    """Answer a choice by its digit once the cursor is in it; the form moves on by itself but from its last field."""
    at(terminal, label)
    terminal.press(digit)


def at(terminal: Terminal, label: str) -> None:
    """Wait until the cursor is in the field with this label of a form."""
    terminal.wait_for(f"▌ {label}", "Esc cancel")


def closed(terminal: Terminal) -> None:
    """Wait until no form is open."""
    terminal.wait_for_no("Esc cancel")


# -- the steps ---------------------------------------------------------------------------------------------------------


def look_back(terminal: Terminal, answers: str) -> None:
    """Answer every question with its digit."""
    terminal.wait_for("What did you say you would do?", f"0 of {len(answers)} answered")
    for count, digit in enumerate(answers, 1):
        terminal.press(digit)
        terminal.wait_for(f"{count} of {len(answers)} answered")
    terminal.press("ctrl+n")


def obsessions(terminal: Terminal, new: tuple[Who, ...], ended: Ended | None = None) -> None:
    """Take one off the list, add names, one after the other, and mark the dream client among them."""
    terminal.wait_for("Who can't you stop thinking about?")
    if ended:
        end(terminal, ended)
    if new:
        terminal.press("a")
    for who in new:
        fill(terminal, "Name", who.name)
        fill(terminal, "Segment", who.segment)
        fill(terminal, "You hope for", who.hope)
        fill(terminal, "Since", who.since)
    if new:
        at(terminal, "Name")
        terminal.press("escape")
        closed(terminal)
    for place, who in enumerate(reversed(new)):  # the cursor is on the newest
        if who.dream:
            terminal.press(*["up"] * place, "b")
            terminal.wait_for("★")
    terminal.press("ctrl+n")


def end(terminal: Terminal, ended: Ended) -> None:
    """Say how it ended with one on the list."""
    terminal.wait_for(f"▌  {ended.first}")
    while f"▌  {ended.name}" not in terminal.text:
        down(terminal)
    terminal.press("d")
    choose(terminal, "It ended", ended.how)
    at(terminal, "Because")
    terminal.press(ended.reason or "enter")
    fill(terminal, "Or in your words", ended.words)
    closed(terminal)


def urgency(terminal: Terminal, people: tuple[Who, ...]) -> None:
    """Rate both sides of everybody, with their latest move before theirs, and a reason where there is one."""
    terminal.wait_for("Who wants this more, you or they?")
    for who in people:
        terminal.press(who.yours)
        move(terminal, who.move)
        terminal.press(who.theirs)
        if who.reason:
            reason(terminal, who.reason, last=who is people[-1])
    terminal.press("ctrl+n")


def move(terminal: Terminal, moved: Moved | None) -> None:
    """Say what they did last, or nothing."""
    terminal.press("v")
    terminal.wait_for("what did they do?")
    terminal.press(moved.kind if moved else NOTHING)
    if moved is None:
        terminal.wait_for_no("what did they do?")
        return
    fill(terminal, "When", moved.when)
    fill(terminal, "What", moved.what)
    if moved.kind == DATED:
        fill(terminal, "The day", moved.ahead)
    choose(terminal, "Had you asked?", moved.asked)
    terminal.press("enter")
    closed(terminal)


def reason(terminal: Terminal, digit: str, *, last: bool) -> None:
    """Give a reason for the gap that was just rated; the cursor has moved on, unless it was the last."""
    terminal.press(*([] if last else ["up"]), "r")
    choose(terminal, "Why", digit)
    fill(terminal, "In your words")
    closed(terminal)
    terminal.press(*([] if last else ["down"]))


def reality(terminal: Terminal, people: tuple[Who, ...]) -> None:
    """Type what everybody costs, then take the closer looks in the order they are offered."""
    terminal.wait_for("What is it costing, and is it real?")
    for who in people:
        terminal.wait_for(f"▌ {who.name}")
        terminal.press(*who.hours)
        if who.money:
            terminal.press("tab", "tab", *who.money, "left", who.energy)
        else:  # "?" goes on by itself
            terminal.press(*([] if who.hours == "?" else ["enter"]), who.energy)
    closer = {who.name: who.closer for who in people if who.closer}
    if closer:
        terminal.wait_for_no(f"▌ {people[-1].name}")  # the cursor goes to the worst
    for place in range(1, len(closer) + 1):
        terminal.press("enter" if place == 1 else "]")
        terminal.wait_for("Is it real?", f"{place} of {len(closer)}")
        shown = terminal.text.partition("Is it real?")[2]
        closer_look(terminal, closer[min(closer, key=lambda name: shown.find(name) % len(shown))])
    terminal.press("ctrl+n")


def closer_look(terminal: Terminal, look: Closer) -> None:
    """Answer a closer look from top to bottom; the cursor starts on what you gave."""
    terminal.press("enter")
    fill(terminal, "You gave", look.gave)
    closed(terminal)
    if not (look.carried or look.claims):
        terminal.press("down")
    for digit, by in look.carried:
        claim(terminal, digit, by)
    for told, digit, by in look.claims:
        terminal.press("w")
        fill(terminal, "They told you", told)
        closed(terminal)
        claim(terminal, digit, by)
    terminal.press("enter")
    fill(terminal, "They say", look.why)
    closed(terminal)
    terminal.press(*look.signs, look.decision)
    if look.because:
        choose(terminal, "Because", look.because)
        fill(terminal, "Or in your words")
        closed(terminal)
        return
    terminal.press(*look.limit, "enter")
    if look.rule:
        terminal.press("enter")
        fill(terminal, "If", look.rule[0])
        fill(terminal, "by")
        fill(terminal, "I will", look.rule[1])
        closed(terminal)


def claim(terminal: Terminal, digit: str, by: str) -> None:
    """Say what became of the claim at hand, and by what where it was checked."""
    terminal.press(digit)
    if digit != "1":
        fill(terminal, "By what", by)
        closed(terminal)


def segments(terminal: Terminal, parts: dict[str, Part]) -> None:
    """Rate every segment in the order they stand in, and say who and what for the most neglected."""
    terminal.wait_for("Where have you not been looking?")
    terminal.wait_until(lambda: all(name in terminal.text for name in parts), f"{list(parts)} are not all there")
    for name in sorted(parts, key=terminal.text.index):
        terminal.press(parts[name].potential, parts[name].attention)
    for part in parts.values():
        if part.action:
            terminal.wait_for("most neglected")
            terminal.press("enter")
            fill(terminal, "Who is there", part.unmet)
            fill(terminal, "One thing", part.action)
            closed(terminal)
    terminal.press("ctrl+n")


def learning(terminal: Terminal, progress: int, goal: Goal | None) -> None:
    """Say how many steps the goal went on, one key a step, and set a new one."""
    terminal.wait_for("What will you learn?")
    terminal.press(*["right"] * progress)
    if goal:
        terminal.press("a")
        fill(terminal, "What", goal.what)
        choose(terminal, "Kind", goal.kind)
        fill(terminal, "Done when", goal.done_when)
        fill(terminal, "Steps", goal.steps)
        fill(terminal, "I will", goal.i_will)
        fill(terminal, "when", goal.when)
        fill(terminal, "By", goal.by)
        closed(terminal)
    terminal.press("ctrl+n")


def commit(terminal: Terminal, month: Month) -> None:
    """Choose the first things that came up, rate conviction, and write the line."""
    terminal.wait_for("What will you do, and what will you stop doing?")
    for count in range(1, month.picks + 1):
        terminal.press("space")
        terminal.wait_for(f"I will · {count} of 3")
        down(terminal)
    while "▌ From fear" not in terminal.text:
        down(terminal)
    terminal.press(month.conviction)
    terminal.wait_for("▌ One line")
    terminal.press("enter")
    fill(terminal, "To yourself", month.line)
    closed(terminal)


def down(terminal: Terminal) -> None:
    """Go one row down, and look where the cursor is then."""
    before = here(terminal)
    terminal.press("down")
    terminal.wait_until(lambda: here(terminal) not in {before, ""}, "the cursor does not move")


def here(terminal: Terminal) -> str:
    """Give the line that the cursor is on."""
    return next((line for line in terminal.text.splitlines() if "▌" in line), "")


def whole(terminal: Terminal, month: Month, *, new: tuple[Who, ...]) -> None:
    """Go through all steps, from the first question to the last; finishing is left to the caller."""
    if month.look_back:
        look_back(terminal, month.look_back)
    obsessions(terminal, new, month.ended)
    urgency(terminal, month.people)
    reality(terminal, month.people)
    segments(terminal, month.segments)
    learning(terminal, month.progress, month.goal)
    commit(terminal, month)


def finish(terminal: Terminal) -> None:
    """Finish, and leave for good."""
    terminal.press("ctrl+f")
    terminal.wait_for(" is done.")
    terminal.press("enter")
    terminal.wait_for("Enter  Read")
    terminal.press("q")
    assert terminal.wait() == 0
