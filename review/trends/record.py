"""The eighth view: your own track record, and what letting go cost you."""

from __future__ import annotations

from review import letting_go
from review import text as texts
from review.letting_go import LettingGo
from review.trends import track_record
from review.trends.page import Block, Column, Look, Sentences, Table, TableRow
from review.trends.series import Unit

GONE_COLUMNS = (
    Column("prospect", ""),
    Column("let_go_in", "let go in", month=True),
    Column("hours_a_month", "freed a month", Unit.HOURS),
    Column("came_back", "came back", absent="not known"),
)
LIMITED_COLUMNS = (
    Column("prospect", ""),
    Column("limited_in", "limited in", month=True),
    Column("before_hours_a_month", "month before", Unit.HOURS),
    Column("now_hours_a_month", "now", Unit.HOURS),
    Column("hours_a_month", "freed a month", Unit.HOURS),
)


def blocks(look: Look) -> tuple[Block, ...]:
    """Draw every comparison of the track record, then who was let go of and what that freed."""
    found = letting_go.summary(look.history)
    compared = (track_record.table(look.history, each) for each in track_record.COMPARISONS)
    return (*compared, *(_let_go(found) if found else _nobody()))


def lacks(look: Look) -> tuple[str, ...]:
    """Say what is still missing: enough of those decided for a share, and somebody let go of."""
    decided = track_record.decided(look.history)
    needed = texts.counted_word(track_record.CASES_LEAST)
    so_far = texts.counted_word(decided) if decided else "none"
    let_go = letting_go.summary(look.history) is not None
    return (
        *(() if decided >= track_record.CASES_LEAST else (f"{needed} signed or lost for a share, {so_far} so far",)),
        *(() if let_go else ("somebody you parted with or limited",)),
    )


def _nobody() -> tuple[Block, ...]:
    return (Sentences("What letting go cost you", ("You have not let go of anybody yet.",)),)


def _let_go(found: LettingGo) -> tuple[Block, ...]:
    gone = tuple(
        TableRow((each.name, each.month, each.hours_a_month, each.came_back), each.prospect) for each in found.gone
    )
    limited = tuple(
        TableRow((each.name, each.month, each.before, each.now, each.hours_a_month), each.prospect)
        for each in found.limited
    )
    return (
        Sentences("What letting go cost you", found.sentences),
        *((Table("let_go", "Who you let go of", GONE_COLUMNS, gone),) if gone else ()),
        *((Table("limited", "Whom you limited", LIMITED_COLUMNS, limited),) if limited else ()),
    )
