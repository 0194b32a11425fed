"""Home's four lines: directions, changes and marks at every width, and what one review shows."""

import pytest

from review import demo
from review.history import History
from review.month import Month
from review.records import Session
from tests.review.telling import month, told, who
from tui.home import twelve

DEMO = demo.history(Month("2026-10"))


def text(history: History, width: int, *, apart: bool = False) -> list[str]:
    return [each.plain for each in twelve.drawn(history, width, apart=apart)]


@pytest.mark.parametrize("width", [31, 49, 52, 69])
def test_every_line_says_its_figure_its_change_and_its_direction(width: int) -> None:
    drawn = text(DEMO, width)
    assert max(map(len, drawn)) <= width
    for at, (name, latest, change, good) in enumerate(
        [
            ("average gap", "+0.8", "▼ 0.2", "down is good"),
            ("baskets", "4.2", "▲ 0.7", "up is good"),
            ("unpaid hours", "26 h", "▼ 2.3 h", "down is good"),
            ("promises kept", "67 %", "level", "up is good"),
        ]
    ):
        pair = " ".join(drawn[2 * at : 2 * at + 2])
        for part in (name[:8], latest, change, good):
            assert part in pair


@pytest.mark.parametrize(("width", "bar"), [(31, 1), (49, 1), (69, 2)])
def test_bars_are_as_thick_as_there_is_room(width: int, bar: int) -> None:
    for line in text(DEMO, width)[:8]:
        runs = line.split("┊") if "┊" in line else []
        assert not runs or len(runs[0]) - len(runs[0].rstrip(twelve.EIGHTHS + "?")) >= bar
    assert sum(line.count("█") for line in text(DEMO, 69)) > sum(line.count("█") for line in text(DEMO, 49))


def test_a_skipped_month_and_one_not_known_are_told_apart() -> None:
    history = told(
        month("2026-07", who("A", hours=4.0)), month("2026-09", who("A")), month("2026-10", who("A", hours=8.0))
    )
    hours = text(history, 49, apart=True)[6:8]
    assert hours[0][14:22] == "  ┊   ▇▇"
    assert hours[1][14:22] == "██┊ ? ██"
    assert text(history, 49)[-1] == "▲▼ against the 3 before  ┊ no review  ? not known"
    assert twelve.title(history) == "Four months"


def test_the_smallest_figure_is_still_seen() -> None:
    history = told(month("2026-09", who("A", hours=0.0)), month("2026-10", who("A", hours=8.0)))
    assert text(history, 49)[4][14:18] == "▁▁██"
    assert text(history, 49, apart=True)[7][14:18] == "▁▁██"


@pytest.mark.parametrize("width", [31, 49, 52, 69])
@pytest.mark.parametrize("apart", [True, False])
def test_no_series_touches_the_next(width: int, *, apart: bool) -> None:
    rows = text(DEMO, width, apart=apart)
    each = 3 if apart else 2
    series = [rows[at : at + each] for at in range(0, 4 * each, each)]
    barred = [[any(bar in row for bar in twelve.EIGHTHS[1:]) for row in those] for those in series]
    assert all(not (those[0] and those[-1]) for those in barred)
    assert all(any(those) for those in barred)
    if apart:
        assert all(those[-1] == "" for those in series)


@pytest.mark.parametrize("width", [31, 49, 52, 60, 69])
@pytest.mark.parametrize(("before", "hours", "says"), [(112.5, 112.5, "113 h"), (4.5, 1234.5, "1235 h")])
def test_a_figure_is_never_cut_nor_glued_to_its_bars(width: int, before: float, hours: float, says: str) -> None:
    history = told(month("2026-09", who("A", hours=before)), month("2026-10", who("A", hours=hours)))
    drawn = text(history, width)
    [line] = [each for each in drawn if says in each]
    assert line.partition(says)[0].endswith(" ")
    assert max(map(len, drawn)) <= width
    assert "…" not in "".join(each for each in drawn if "h" in each and "unpaid" in each)


@pytest.mark.parametrize("earlier", [(), (month("2026-09", who("A", hours=4.0)),)])
def test_hours_known_of_too_few_are_said_all_the_same(earlier: tuple[Session, ...]) -> None:
    now = month("2026-10", who("A", hours=40.0), who("B", hours=6.0), who("C"))
    drawn = " ".join(text(told(*earlier, now), 69))
    assert "unpaid hours: 46 h, known for two of three prospects" in drawn
    whole = month("2026-10", who("A", hours=40.0), who("B", hours=6.0))
    assert "known for" not in " ".join(text(told(*earlier, whole), 69))
    nothing = month("2026-10", who("A"), who("B"), who("C"))
    assert "known for" not in " ".join(text(told(*earlier, nothing), 69))


def test_one_review_says_when_they_move() -> None:
    history = told(month("2026-10", who("A", 5, 3, hours=4.0)))
    assert text(history, 49)[:2] == ["average gap     +2.0  down is good", "baskets            1  up is good"]
    assert text(history, 70)[-1] == twelve.ONE_REVIEW + "  – not known"
    assert twelve.title(history) == "This review"
    assert "level" not in "".join(text(history, 60))
