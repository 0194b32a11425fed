"""Past sessions: searched as one types, read, compared, corrected, deleted and put back."""

from pathlib import Path
from time import sleep

import pytest

from store import files
from tests.review.telling import told
from tests.tui.ritual.commit_stage import NOVEMBER
from tests.tui.stage import staged
from tui.home.screen import HomeScreen
from tui.past.screen import PastScreen
from tui.ritual.screen import RitualScreen
from tui.widgets import working


async def test_every_session_is_listed_newest_first(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press("p")
        assert stage.shows(PastScreen)
        assert stage.text.index("October 2026") < stage.text.index("September 2026")
        assert "20 sessions" in stage.text


async def test_searching_finds_words_of_any_note_as_one_types(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press("p", "slash")
        await stage.write("hartmann")
        assert "Hartmann" in stage.text
        assert "October 2026" not in stage.text
        await stage.write(" zzz")
        assert "No session has these words" in stage.text
        await stage.press("escape", "escape")
        assert "October 2026" in stage.text


async def test_a_month_is_found_by_its_name(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press("p", "slash")
        await stage.write("october")
        listed = [line for line in stage.text.splitlines() if "prospects" in line]
        assert [line.strip(" ▌▏").split(maxsplit=2)[:2] for line in listed] == [
            ["October", "2026"],
            ["October", "2025"],
        ]


async def test_a_hit_opens_where_the_words_stand(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, size=(80, 24)) as stage:
        await stage.press("p", "slash")
        await stage.write("october no unpaid")
        await stage.press("enter", "enter")
        assert "October 2026, summary" in stage.text
        assert "  0 %" not in stage.text
        assert "No unpaid drawings" in stage.text
        await stage.press("escape", "escape", "enter")
        assert "  0 %" in stage.text


async def test_the_line_of_keys_follows_the_cursor_into_the_search_and_out(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press("p")
        assert "e correct" in stage.text
        await stage.press("slash")
        assert "leave the search" in stage.text
        for letter in ("e correct", "c compare", "x export", "? help"):
            assert letter not in stage.text
        await stage.write("hartmann")
        await stage.press("enter")
        assert "e correct" in stage.text
        assert "Esc clear the search" in stage.text
        await stage.press("escape")
        assert "Esc close" in stage.text


async def test_enter_reads_and_escape_comes_back(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press("p", "down", "enter")
        assert "September 2026, summary" in stage.text
        await stage.press("escape", "escape")
        assert stage.shows(HomeScreen)


async def test_two_sessions_stand_side_by_side(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press("p", "c", "down", "down", "c")
        for words in ("August and October 2026", "unpaid hours", "baskets", "average gap"):
            assert words in stage.text


async def test_a_deleted_session_is_asked_about_gone_and_put_back(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press("p", "d")
        assert "Delete the October 2026 session?" in stage.text
        await stage.press("y")
        assert len(stage.library.history().sessions) == 19
        await stage.press("u", "1")
        assert len(stage.library.history().sessions) == 20


async def test_keeping_is_what_enter_does_when_asked_about_deleting(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press("p", "d", "enter")
        assert len(stage.library.history().sessions) == 20


async def test_correcting_adds_a_version_and_keeps_the_first(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        before = stage.library.history().last
        assert before is not None
        await stage.press("p", "e")
        assert stage.shows(RitualScreen)
        assert "correction" in stage.text
        while "^F  Finish" not in stage.text:
            await stage.press("ctrl+n")
        await stage.press("ctrl+f")
        await stage.write("wrong hours")
        await stage.press("enter")
        await stage.pilot.pause()
        after = stage.library.history().last
        assert after is not None
        assert after.versions[: len(before.versions)] == before.versions
        assert after.newest.why == "wrong hours"
        assert after.newest.reviewed_on == before.newest.reviewed_on


async def test_in_a_narrow_window_no_fact_is_cut_in_two(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, size=(60, 20)) as stage:
        await stage.press("p")
        july = next(each for each in stage.text.splitlines() if "July 2026" in each)
        assert july.split("July 2026")[1].split() == ["5", "prospects", "·", "corrected"]
        assert "…" not in stage.text


async def test_leaving_a_correction_comes_back_to_the_list_at_its_month(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press("p", "down", "down", "e")
        assert "August 2026" in stage.text
        assert stage.shows(RitualScreen)
        await stage.press("escape")
        assert stage.shows(PastScreen)
        await stage.press("enter")
        assert "August 2026, summary" in stage.text
        await stage.press("escape", "escape")
        assert stage.shows(HomeScreen)


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
async def test_a_correction_that_is_not_finished_says_so_in_its_row(size: tuple[int, int], tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, size=size) as stage:
        await stage.press("p", "down", "down", "e", "2", "escape")
        [august] = [line for line in stage.text.splitlines() if "August 2026" in line]
        assert "correction not finished" in august
        assert "e go on" in stage.text
        await stage.press("up")
        assert "e correct" in stage.text
        assert stage.text.count("correction not finished") == 1


async def test_the_foot_of_a_narrow_window_keeps_what_matters(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, size=(60, 20)) as stage:
        await stage.press("p")
        foot = stage.text.splitlines()[-1]
        assert [key in foot for key in ("Enter read", "e correct", "c compare", "? more keys")] == [True] * 4
        await stage.press("slash")
        await stage.write("july 2026")
        await stage.press("enter")
        assert "corrected" in stage.text
        assert "v versions" in stage.text.splitlines()[-1]


async def test_a_marked_session_says_what_c_does_next(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, size=(60, 20)) as stage:
        await stage.press("p", "c")
        [october] = [line for line in stage.text.splitlines() if "October 2026" in line]
        assert "c on another compares" in october
        assert "c unmark" in stage.text
        await stage.press("down")
        assert "c compare with ◆" in stage.text
        await stage.press("up", "c")
        assert "c on another" not in stage.text


async def test_finishing_a_correction_comes_back_to_the_list_which_says_so(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press("p", "e")
        while "^F  Finish" not in stage.text:
            await stage.press("ctrl+n")
        await stage.press("ctrl+f")
        await stage.write("wrong hours")
        await stage.press("enter", "escape")
        assert stage.shows(PastScreen)
        assert "corrected" in stage.text.split("September 2026")[0]


async def test_a_range_of_months_goes_into_one_file(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press("p", "c", "down", "down", "x")
        await stage.press("ctrl+u")
        await stage.write(str(tmp_path / "out.md"))
        await stage.press("enter")
        await stage.pilot.pause(0.2)
    text = (tmp_path / "out.md").read_text("utf-8")
    assert text.index("August 2026") < text.index("September 2026") < text.index("October 2026")
    assert "month: 2026-07" not in text
    assert "# July 2026" not in text


async def test_writing_many_months_can_be_stopped_and_leaves_no_file(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However quickly they are written: the work waits here for being stopped."""
    run = working.Work.run

    def until_stopped(work: working.Work) -> None:
        while not work.stopped:
            sleep(0.01)
        run(work)

    monkeypatch.setattr(working, "PATIENCE", 0)
    monkeypatch.setattr(working.Work, "run", until_stopped)
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press("p", "c", "end", "x", "enter")
        assert "Writing 20 sessions" in stage.text
        assert "Esc stops, and writes no file" in stage.text
        await stage.press("escape")
        assert "Stopped. No file was written." in stage.text
        assert stage.shows(PastScreen)
    assert files.names(home) == []


async def test_an_older_version_says_that_it_was_superseded_and_the_newest_does_not(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press("p", "down", "down", "down", "v")
        await stage.press("1")
        assert "This version was superseded on Friday 14 August 2026" in stage.text
        assert "The correction changed: Delphi Labs, unpaid hours 5 → 4." in stage.text
        await stage.press("escape", "v", "2")
        assert "superseded" not in stage.text
        assert "Corrected on Friday 14 August 2026" in stage.text


async def test_with_nothing_to_look_through_only_keys_that_work_are_offered(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        await stage.press("p")
        foot = stage.text.splitlines()[-1]
        assert "Esc close" in foot
        assert "? help" in foot
        for dead in ("Enter", "search", "correct", "compare", "export", "delete", "put back"):
            assert dead not in foot


async def test_what_was_deleted_can_be_put_back_where_nothing_else_is_left(tmp_path: Path) -> None:
    async with staged(tmp_path, history=told(NOVEMBER)) as stage:
        await stage.press("p", "d", "y")
        assert "u put back" in stage.text.splitlines()[-1]


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_a_message_takes_the_line_of_the_keys_and_leaves_the_row_at_hand_in_sight(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with staged(tmp_path, made_up=True, size=size) as stage:
        await stage.press("p", "end", "v")
        *_, at_hand, message = stage.text.splitlines()
        assert "This session was never corrected: there is one version." in message
        assert "November 2024" in at_hand
