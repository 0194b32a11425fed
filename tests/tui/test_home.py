"""Home says what is due, what last time showed, and begins with one key."""

from datetime import date
from pathlib import Path

import pytest
from textual.events import Key

from review.history import History
from review.month import Month
from store.library import Library
from store.problems import NewerFolder
from tests.tui.stage import staged
from tui.home.screen import HomeScreen
from tui.ritual.screen import RitualScreen
from tui.theme import LIGHT


async def test_an_empty_app_explains_itself_in_three_sentences_and_offers_the_made_up_history(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        assert "How this works" in stage.text
        assert "d shows two years of made-up reviews first" in stage.text
        assert "Begin the November review" in stage.text
        assert not (tmp_path / "data").exists(), "looking must not create anything"


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_home_goes_on_explaining_while_the_first_review_is_begun(tmp_path: Path, size: tuple[int, int]) -> None:
    async with staged(tmp_path, size=size) as stage:
        await stage.press("enter", "ctrl+n", "escape")
        assert "Go on with November" in stage.text
        assert "How this works" in stage.text
        assert "Your first review is saved as you answer" in stage.text
        assert "Once a month you list the people" in stage.text
        await stage.press("d")
        assert stage.app.return_value == "demo"


async def test_the_made_up_history_is_one_key_away_only_while_nothing_is_finished(tmp_path: Path) -> None:
    async with staged(tmp_path / "new") as stage:
        assert "d made-up history" in stage.text
        await stage.press("d")
        assert stage.app.return_value == "demo"
    async with staged(tmp_path / "used", made_up=True) as stage:
        assert "made-up history" not in stage.text
        await stage.press("d")
        assert stage.app.return_value is None


async def test_home_shows_what_last_time_found_and_promised(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        for words in ("What October showed", "You said you would", "Twelve months", "Learning", "One returned"):
            assert words in stage.text


async def test_reasons_are_spelled_out_where_rows_are_free(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, size=(160, 50)) as stage:
        assert "2 more" not in stage.text
        assert "outruns evidence" in stage.text
        assert "more in the summary" not in stage.text
        await stage.sized(100, 24)
        assert "outruns evidence" not in stage.text


async def test_what_stays_folded_names_the_keys_that_read_it(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, size=(80, 24)) as stage:
        assert "and 3 more: p, then Enter" in stage.text
        await stage.press("p", "enter")
        assert "October 2026, summary" in stage.text


@pytest.mark.parametrize(("width", "height"), [(160, 50), (120, 40), (80, 24), (60, 20)])
async def test_the_call_to_begin_is_there_at_every_size(tmp_path: Path, width: int, height: int) -> None:
    async with staged(tmp_path, made_up=True, size=(width, height)) as stage:
        assert "Enter  Begin the November review" in stage.text


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 11, 29), "November is due in 1 day."),
        (date(2026, 11, 30), "November is due today."),
        (date(2026, 12, 3), "November is due."),
        (date(2026, 12, 20), "November was not reviewed. It can still be done."),
    ],
)
async def test_what_is_due_is_said_plainly(tmp_path: Path, today: date, said: str) -> None:
    async with staged(tmp_path, made_up=True, today=today) as stage:
        assert said in stage.text


async def test_enter_begins_and_escape_comes_back_with_the_draft_offered_first(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press("enter")
        assert stage.shows(RitualScreen)
        await stage.press("ctrl+n", "ctrl+n", "escape")
        assert stage.shows(HomeScreen)
        assert "Go on with November, at step 3, Urgency" in stage.text


async def test_a_month_that_is_finished_is_read_not_begun_again(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, today=date(2026, 10, 31)) as stage:
        assert "Read the October review" in stage.text
        await stage.press("enter")
        assert "October 2026, summary" in stage.text


async def test_another_month_can_be_chosen_and_a_future_one_is_refused(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press("b", "3")
        await stage.write("2027-03")
        await stage.press("enter")
        assert "is still ahead" in stage.text


async def test_the_quick_ritual_is_a_choice_when_starting(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press("b", "1", "2", "ctrl+n")
        draft = stage.library.draft()
        assert draft is not None
        assert (draft.month, draft.mode) == (Month("2026-11"), "quick")


async def test_settings_are_kept_in_their_file_and_act_at_once(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("# mine\nreview_day = 31\nunknown = 1\n")
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press("comma", "tab", "ctrl+u")
        await stage.write("25")
        await stage.press("enter", "enter", "enter")
        assert "November is due in 3 days." in stage.text
    kept = (tmp_path / "settings.toml").read_text()
    assert "# mine" in kept
    assert "unknown = 1" in kept
    assert "review_day = 25" in kept


@pytest.mark.parametrize(
    ("terminal", "colourless", "shown"),
    [
        ("xterm-16color", False, "ansi-light"),
        ("xterm-16color", True, LIGHT.name),
        ("xterm-256color", False, LIGHT.name),
    ],
)
async def test_sixteen_colours_are_the_terminals_own_and_the_settings_keep_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, terminal: str, *, colourless: bool, shown: str
) -> None:
    monkeypatch.setenv("TERM", terminal)
    if colourless:
        monkeypatch.setenv("NO_COLOR", "1")
    (tmp_path / "settings.toml").write_text(f'theme = "{LIGHT.name}"\n')
    async with staged(tmp_path, made_up=True) as stage:
        assert stage.app.theme == shown
        await stage.press("comma", *["enter"] * 4)
        assert stage.shows(HomeScreen)
        assert stage.app.theme == shown
    assert LIGHT.name in (tmp_path / "settings.toml").read_text()


async def test_a_key_can_be_remapped(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('[keys]\n"home.begin" = "f6"\n')
    async with staged(tmp_path, made_up=True) as stage:
        await stage.press("f6")
        assert stage.shows(RitualScreen)


async def test_a_folder_of_a_newer_program_is_no_first_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def newer(_library: Library) -> History:
        raise NewerFolder("A newer obsess-review wrote this folder. Update the program.")

    monkeypatch.setattr(Library, "history", newer)
    async with staged(tmp_path) as stage:
        assert "A newer obsess-review wrote this folder" in stage.text
        assert "How this works" not in stage.text
        assert "Begin" not in stage.text


async def test_six_quick_keys_scroll_six_lines(tmp_path: Path) -> None:
    async with staged(tmp_path, made_up=True, size=(60, 20)) as stage:
        for _ in range(6):
            stage.app.post_message(Key("j", "j"))
        await stage.pilot.pause()
        await stage.pilot.pause()
        assert stage.app.screen.query_one("#panels").scroll_y == 6
