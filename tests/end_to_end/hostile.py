"""Texts that try to be more than texts, and a history and a draft in which every word is one of them.

In what they try to do stands the mark ``7777`` or ``owned``, which the program itself never writes.
"""

import re
from datetime import date, timedelta
from typing import Any

import msgspec
from msgspec import Struct

from review import month as months
from review.history import History
from review.month import Month
from review.records import (
    Answers,
    Claim,
    ClaimState,
    Draft,
    Gift,
    LookBack,
    Move,
    MoveKind,
    Obsession,
    Outcome,
    Place,
    PromiseAnswer,
    Reason,
    RuleAnswer,
    RuleOutcome,
    Session,
    StopRule,
    Unfinished,
)
from tests.end_to_end import six_months

NAME = "[/] [@click=app.quit]x[/] 株式会社 👩‍🔬"
"""A name as somebody may type it: markup, an action, wide letters, a letter of several."""

MARKUP = (
    NAME,
    "see [client notes] ok [bold red]not[/bold red] \\[x]",
    "[@click=app.quit]here[/] [@click='app.owned()']there[/@click]",
    "[link=https://example.org]owned[/link] [/] [/red] [[]]",
    "[bold",
    "[/]",
    "]] [ [] [b]x[/i] [red on #00ff00 blink]",
    ":smile: :[x]: {0} {x!r} %s %(x)s $HOME `id` $(id)",
    "| # * ` ~~~ <b> &amp; ]( ![x](https://example.org/x.png)",
    "---\nowned: true\n---\n# A heading\n```\n- [ ] a task",
    "<script>alert(7777)</script> <!-- --> <img src=x onerror=owned>",
    "=HYPERLINK(1) +1 -1 @x \t=1",
    "../../etc/passwd C:\\x",
)
ESCAPES = (
    "title \x1b]0;owned\x07 and \x1b]0;owned\x1b\\",
    "title \x1b]2;owned\x07 and icon \x1b]1;owned\x07",
    "clipboard \x1b]52;c;b3duZWQ=\x07",
    "link \x1b]8;;https://owned.example.org\x1b\\here\x1b]8;;\x1b\\",
    "colours \x1b]4;1;rgb:ff/00/00\x07 \x1b]11;#7777\x07 \x1b]104\x07",
    "folder \x1b]7;file:///owned\x07 notice \x1b]9;owned\x07 \x1b]777;notify;owned;x\x07",
    "image \x1b]1337;File=inline=1:owned\x07",
    "clear \x1b[2J\x1b[H\x1bc and \x1b[?1049l",
    "colour \x1b[7777m and \x1b[38;2;77;7777;7m",
    "move \x1b[7777;7777H \x1b[7777A \x1b[7777S \x1b[7777r",
    "erase \x1b[7777J \x1b[7777K \x1b[7777P \x1b[7777X",
    "modes \x1b[?7777h \x1b[?7777l \x1b[7777;7777t",
    "asks \x1b[7777n \x1b[7777c \x1b[>7777q \x05",
    "DCS \x1bP$qowned\x1b\\ APC \x1b_owned\x1b\\ PM \x1b^owned\x1b\\ SOS \x1bXowned\x1b\\",
    "charset \x1b(0 \x0e \x0f \x1b#8 \x1b=",
    "cut off \x1b",
    "cut off \x1b[",
    "cut off \x1b]0;owned",
    "keys \x1b[200~owned\x1b[201~ \x1b[<0;7777;1M",
)
CONTROLS = (
    "C1 \x9b7777m \x9d0;owned\x9c \x90owned\x9c \x9fowned\x9c",
    "C1 \x84 \x85 \x8d \x8e \x8f \x9a",
    "NUL \x00 BEL \x07 BS \x08\x08 VT \x0b FF \x0c DEL \x7f",
    "CAN \x18 SUB \x1a \x1b\x18[7777m EM \x19 US \x1f",
    "returns \rowned \r\n three \n four \x1dfive",
    "\t tabs \t\t and\ttabs",
    "surrogates \ufffd and \ue000 and \U000e0041 and \U0010fffd",
)
HIDDEN = (
    "bidi \u202etxt.exe\u202c \u2066x\u2069 \u200f",
    "bidi \u202dleft\u202c \u2067right\u2069 \u2068first\u2069 \u061c \u200e",
    "lines \u2028 one \u2029 two \x85 three",
    "zero\u200bwidth \ufeff and a\u0301\u0301\u0301\u0301 \u2060 \u00ad",
    "\u200d\u200d \ufe0f \ufe0e \u200c x\u200d",
    "interlinear \ufff9a\ufffab\ufffb tags \U000e0001\U000e007f",
)
WIDE = (
    "👨‍👩‍👧‍👦 🏳️‍🌈 ☎️ 1️⃣ 🇩🇪 🇩",
    "株式会社" * 40,
    "é" * 119 + "̈" * 40,
    "\u3164 fillers \u115f \u1160 \uffa0",
    "x" * 100_000,
)
TEXTS = (*MARKUP, *ESCAPES, *CONTROLS, *HIDDEN, *WIDE)

_ACTING = re.compile(
    rb"[\x00\x05\x07\x08\x0b\x0c\x0e\x0f\x18\x1a\x7f]"  # what a terminal acts on by itself; the app needs none of it
    rb"|\xc2[\x80-\x9f]"  # C1
    rb"|\xe2\x80[\x8b\x8e\x8f\xa8-\xae]|\xe2\x81[\xa0\xa6-\xa9]|\xd8\x9c|\xef\xbb\xbf|\xef\xbf[\xb9-\xbb]|\xf3\xa0\x80"
    rb"|\x1b(?!\[[<>?=]?[\d;:]*[ $]?[@-~]|\[?[<>?=]?[\d;:]*[ $]?\Z)[^\x1b]{0,20}"  # no colour, place or mode
    rb"|\x1b\[[^\x1b@-~]*7777"
)
_POINTER = re.compile(rb"\x1b\]22;[a-z-]*\x07|\x1b\]?2?2?;?[a-z-]*\Z")
"""The app's own word to the terminal on the mouse pointer's shape, whole or half read."""


def acting(raw: bytes) -> list[bytes]:
    """Give what in the bytes that reached a terminal can only have come from one of the texts."""
    return _ACTING.findall(_POINTER.sub(b"", raw))


FREE = {
    "Prospect": ("name",),
    "Segment": ("name",),
    "LearningGoal": ("title", "done_when"),
    "Claim": ("text", "by"),
    "End": ("reason",),
    "Gift": ("what",),
    "Move": ("what",),
    "Obsession": ("hope", "reason_words", "why_us", "note"),
    "StopRule": ("state", "action"),
    "Answers": ("line",),
    "Commitment": ("text",),
    "GoalReview": ("i_will", "when", "note"),
    "PromiseAnswer": ("note",),
    "RuleAnswer": ("note",),
    "SegmentReview": ("unmet", "action", "note"),
    "Version": ("why",),
    "Draft": ("why",),
    "Unfinished": ("texts",),
}
"""The fields of every record that hold a person's own words."""
PLACES = [(kind, field) for kind, fields in FREE.items() for field in fields]


def history(turn: int = 0) -> History:
    """Give six months in which every free text is hostile; in as many turns as there are texts, each stands in each."""
    told = six_months.history()
    asked = msgspec.structs.replace(told, sessions=tuple(map(_asked_everything, told.sessions)))
    found: History = _replaced(asked, _Texts(turn))
    return found


def draft(month: Month, turn: int = 0) -> Draft:
    """Give a draft in which every question is answered, in hostile words, with a form left open."""
    before = six_months.history().sessions[-1]
    answers = _asked_everything(msgspec.structs.replace(before, month=month)).answers
    form = Unfinished("note", about="p1", texts={"note": "begun"})
    found: Draft = _replaced(Draft(month, Place("urgency"), answers=answers, unfinished=form), _Texts(turn))
    return found


def _asked_everything(session: Session) -> Session:
    answers = session.answers
    before = months.shift(session.month, -1)
    look_back = LookBack(
        rules=tuple(RuleAnswer(f"r{at}", RuleOutcome.NEW_DATE, _day(session, 30)) for at in (1, 2)),
        promises=tuple(PromiseAnswer(f"k{before}{at}", Outcome.PARTLY) for at in range(3)),
    )
    rows = tuple(_row(session, row) for row in answers.obsessions)
    whole: Answers = msgspec.structs.replace(answers, look_back=look_back, obsessions=rows)
    return msgspec.structs.replace(session, versions=(msgspec.structs.replace(session.newest, answers=whole),))


def _row(session: Session, row: Obsession) -> Obsession:
    number = row.prospect[1:]
    return msgspec.structs.replace(
        row,
        moves=(Move(f"m{session.month}{number}", _day(session, -3), MoveKind.HOMEWORK, asked_for=False),),
        given=(Gift("what", 2),),
        reason=Reason.OWN,
        claims=(Claim(f"c{number}", "", six_months.FIRST, ClaimState.CONFIRMED),),
        rules=(StopRule(f"r{number}", "", _day(session, 14), ""),),
    )


def _day(session: Session, days: int) -> date:
    return session.on + timedelta(days=days)


class _Texts:
    """Hands the texts out: another for every value of a field, in another order each turn."""

    def __init__(self, turn: int) -> None:
        self._turn = turn
        self._known: dict[tuple[str, str], dict[Any, str]] = {place: {} for place in PLACES}

    def instead_of(self, place: tuple[str, str], value: Any) -> str:
        """Give the same text for the same value of a field."""
        known = self._known[place]
        if value not in known:
            at = PLACES.index(place) * 7 + len(known) + self._turn
            known[value] = f"{TEXTS[at % len(TEXTS)]} {len(known)}"
        return known[value]


def _replaced(value: Any, texts: _Texts) -> Any:
    if isinstance(value, Struct):
        kind = type(value).__name__
        fields = {name: _replaced(getattr(value, name), texts) for name in value.__struct_fields__}
        fields |= {name: _texts_of(texts, (kind, name), getattr(value, name)) for name in FREE.get(kind, ())}
        return msgspec.structs.replace(value, **fields)
    if isinstance(value, dict):
        return {key: _replaced(each, texts) for key, each in value.items()}
    return tuple(_replaced(each, texts) for each in value) if isinstance(value, tuple) else value


def _texts_of(texts: _Texts, place: tuple[str, str], value: Any) -> Any:
    """Give a text, or one for each field of a form."""
    if isinstance(value, dict):
        return {key: texts.instead_of(place, each) for key, each in value.items()}
    return texts.instead_of(place, value)
