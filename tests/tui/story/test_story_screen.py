"""A prospect's story as it is read."""

import pytest
from textual.screen import Screen

from review import demo
from review.history import History
from review.month import Month
from review.prospect_story import story
from review.records import Prospect
from tests import long_history
from tests.tui.trends.trends_stage import TrendsStage
from tests.two_months import history as two_months
from tui.story.screen import NO_STORY, StoryScreen
from tui.story.telling import opening, told
from tui.summary.drawing import drawn


@pytest.fixture(scope="module")
def made_up() -> History:
    return demo.history(Month("2026-10"))


def named(history: History, name: str) -> str:
    return next(id_ for id_, each in history.prospects.items() if each.name == name)


def text_of(history: History, name: str, width: int = 100) -> str:
    found = story(history, named(history, name))
    assert found is not None
    return "\n".join([*opening(found), *(each.plain for each in drawn(told(found, "€"), width).lines)])


def test_it_tells_what_came_of_rules_claims_and_promises(made_up: History) -> None:
    text = text_of(made_up, "Acme Robotics")
    assert "On the list from March 2026, last reviewed in October 2026." in text
    assert "If there is no purchase order by 15 October 2026, I will send no more drawings" in text
    assert "its date was moved once" in text
    assert "The line is budgeted for this year (contradicted" in text
    assert text.index("October 2026: +3 one-way street") < text.index("April 2026: +1 leaning")


def test_it_begins_with_what_is_still_open(made_up: History) -> None:
    text = text_of(made_up, "Acme Robotics")
    still, _, rest = text.partition("Stop rules, and how they ended")
    assert "You said you would: No unpaid drawings for Acme Robotics (October 2026; until the next review)" in still
    assert "To check: We are ready for the next level" in still
    assert "not checked" not in rest.partition("Month by month")[0]
    assert "Stop rule: If nobody has named who signs by 14 November 2026" in text_of(made_up, "Delphi Labs")


def test_nothing_is_open_with_somebody_who_is_gone(made_up: History) -> None:
    for name in ("Juno Aero", "Northgate Hoists", "Vance Turbines"):
        assert "Still open" not in text_of(made_up, name)


def test_each_month_has_what_was_heard_ruled_and_promised_in_it(made_up: History) -> None:
    text = text_of(made_up, "Acme Robotics")
    august = text[text.index("August 2026: +3") : text.index("July 2026: +3")]
    assert "If there is no purchase order by" in august
    october = text[text.index("October 2026: +3") : text.index("September 2026: +3")]
    assert "No unpaid drawings for Acme Robotics" in october
    assert "it didn't, so I do it" in october


def test_each_month_has_the_date_that_a_rule_had_in_it_and_the_new_one_where_it_was_moved(made_up: History) -> None:
    text = " ".join(text_of(made_up, "Acme Robotics").split())
    october = text[text.index("October 2026: +3") : text.index("September 2026: +3")]
    september = text[text.index("September 2026: +3") : text.index("August 2026: +3")]
    august = text[text.index("August 2026: +3") : text.index("July 2026: +3")]
    assert "it didn't, so I do it; If there is no purchase order by 15 October 2026" in october
    assert "new date, 15 October 2026; If there is no purchase order by 15 September 2026" in september
    assert "Stop rule made If there is no purchase order by 15 September 2026" in august


def test_it_tells_every_month_with_its_answers(made_up: History) -> None:
    text = text_of(made_up, "Acme Robotics")
    month = text[text.index("October 2026: +3") : text.index("September 2026: +3")]
    assert "5 obsessed" in month
    assert "2 reactive" in month
    assert "energy 4 tiring" in month
    assert "4 h a month: 5 h over" in month


def test_somebody_who_came_back_has_both_spells(made_up: History) -> None:
    text = text_of(made_up, "Northgate Hoists")
    assert "you parted" in text
    assert "signed in July 2026." in text
    assert text.index("The second time") < text.index("The first time")
    assert "they came back" in text


def test_merged_names_are_said() -> None:
    whole = two_months()
    merged = whole.naming([Prospect("p9", "Acme Ltd", merged_into="p1")], [], [])
    assert "Also called Acme Ltd." in text_of(merged, "Acme Robotics")


class Shown(TrendsStage):
    """Shows one story."""

    def __init__(self, history: History, prospect: str) -> None:
        super().__init__(history)
        self.prospect = prospect

    def first_screen(self) -> Screen[None]:
        return StoryScreen(self.held, self.prospect, "€")


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_it_is_read_page_by_page_to_the_end(size: tuple[int, int], made_up: History) -> None:
    stage = Shown(made_up, named(made_up, "Acme Robotics"))
    async with stage.run_test(size=size) as pilot:
        await pilot.pause()
        assert "Acme Robotics" in stage.drawn()[0]
        assert "Who wanted this more" in stage.shown()
        assert "0 %" in stage.drawn()[0]
        await pilot.press("right_square_bracket")
        await pilot.pause()
        assert any("Still open" in line for line in stage.drawn()[1:])
        await pilot.press("end", "pageup", "space", "up", "down")
        await pilot.pause()
        assert "100 %" in stage.drawn()[0]
        await pilot.press("home")
        await pilot.pause()
        assert "Who wanted this more" in stage.shown()


async def test_its_lines_scroll_where_they_are_long(made_up: History) -> None:
    stage = Shown(made_up, named(made_up, "Northgate Hoists"))
    async with stage.run_test(size=(60, 30)) as pilot:
        await pilot.pause()
        before = stage.shown()
        await pilot.press("left")
        await pilot.pause()
        assert ("later ▸" in stage.shown()) == ("earlier" in before)


async def test_its_lines_go_to_the_oldest_month_and_the_newest_at_once() -> None:
    history = long_history.history()
    longest = max(history.known_prospects, key=lambda id_: len(history.appearances(id_)))
    stage = Shown(history, longest)
    async with stage.run_test(size=(40, 30)) as pilot:
        await pilot.pause()
        assert "earlier" in stage.shown()
        await pilot.press("less_than_sign")
        await pilot.pause()
        assert "earlier" not in stage.shown()
        await pilot.press("greater_than_sign")
        await pilot.pause()
        assert "later" not in stage.shown()


async def test_what_was_typed_does_nothing_but_stand_there() -> None:
    stage = Shown(two_months(), "p5")
    async with stage.run_test(size=(80, 24)) as pilot:
        for _ in range(4):
            await pilot.press("space")
            await pilot.pause()
            assert not stage.acts()


async def test_nobody_has_no_story() -> None:
    stage = Shown(History(), "nobody")
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert NO_STORY in stage.shown()
        await pilot.press("end", "left", "right_square_bracket", "escape")
        await pilot.pause()
        assert not isinstance(stage.screen, StoryScreen)


async def test_of_fifty_years_one_story_opens() -> None:
    stage = Shown(long_history.history(), "p3-70")
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Who wanted this more" in stage.shown()
