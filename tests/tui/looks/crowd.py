"""The made-up history once more, with fifteen open prospects, and names as long and as wide as people have them."""

from __future__ import annotations

from functools import cache
from itertools import cycle

from msgspec import structs

from review.history import History
from review.records import Limit, Obsession, Prospect, Session
from tests.tui.stage import made_up_history

LONG = (
    "Gesellschaft für angewandte Elektronenmikroskopie und Oberflächentechnik mbH",
    "株式会社東京精密機械製作所 第二営業本部",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Rail",
    "👩‍🔬 Labs ✨ 🇩🇪 & Söhne 👨‍👩‍👧‍👦",
    "مؤسسة الخليج للهندسة والمقاولات العامة",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "Société Générale d’Équipements Industriels de la Région Auvergne-Rhône-Alpes",
    "한국전력공사 스마트그리드 사업본부",
)
MANY = 15
CROWDED_FOR = 3
"""Sessions, the newest ones, in which so many are on the list."""


@cache
def history() -> History:
    """Give it; made once."""
    told = made_up_history()
    people = {
        id_: structs.replace(each, name=_named(each.name, at)) for at, (id_, each) in enumerate(told.prospects.items())
    }
    more = {f"more-{at}": Prospect(f"more-{at}", _named(f"the {at}th", at)) for at in range(MANY)}
    segments = {
        id_: structs.replace(each, name=_named(each.name, at)) for at, (id_, each) in enumerate(told.segments.items())
    }
    goals = {
        id_: structs.replace(each, title=_named(each.title, at)) for at, (id_, each) in enumerate(told.goals.items())
    }
    late = {session.month for session in told.sessions[-CROWDED_FOR:]}
    sessions = tuple(_crowded(each, tuple(segments)) if each.month in late else each for each in told.sessions)
    return History(sessions, {**people, **more}, segments, goals)


def _named(name: str, at: int) -> str:
    """A long name that is nobody else's."""
    return f"{LONG[at % len(LONG)]}, {name}"


def _crowded(session: Session, segments: tuple[str, ...]) -> Session:
    answers = session.answers
    open_ = sum(row.ended is None for row in answers.obsessions)
    each_segment = cycle(segments)
    more = tuple(
        Obsession(
            f"more-{at}",
            segment=next(each_segment),
            hope=f"{LONG[at % len(LONG)]}, all of it, for the years to come",
            yours=1 + at % 5,
            theirs=1 + at * 2 % 5,
            hours=1234.5 if at == 0 else float(at),
            energy=1 + at % 5,
            limit=Limit(hours=4.0),
            moves=(),
        )
        for at in range(MANY - open_)
    )
    promises = tuple(
        structs.replace(each, text=f"{each.text}, {LONG[at]}") for at, each in enumerate(answers.commitments)
    )
    now = structs.replace(answers, obsessions=(*answers.obsessions, *more), commitments=promises)
    return structs.replace(session, versions=(*session.versions[:-1], structs.replace(session.newest, answers=now)))
