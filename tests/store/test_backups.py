"""Backups: by event and time, one a day of the last seven days, one a month for ever."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from review.records import Prospect
from store import backups, files, sessions
from store.backups import Made, too_many
from store.library import Library
from store.problems import NothingThere, NotSaved, Unreadable
from store.restoring import Renamed
from tests.store.sample import DECEMBER, NOVEMBER, NOW, OCTOBER, STAMP, draft, finished, library, ticking, version
from tests.two_months import history as two_months


def made(at: str, event: str = "finish", again: int = 1) -> Made:
    name = f"history-{at}-{event}.json" if again == 1 else f"history-{at}-{again}-{event}.json"
    return Made(at, again, event, name)


def kept(those: list[Made], newest: Made) -> list[str]:
    gone = too_many(those, newest.name)
    return [each.name.removeprefix("history-").removesuffix(".json") for each in those if each.name not in gone]


DAYS = [made(f"2026-11-{day:02}T20-00-00") for day in range(1, 23)]
MONTHS = [made(f"{2020 + month // 12}-{month % 12 + 1:02}-28T20-00-00") for month in range(60)]
MORNING, NOON, EVENING = (made(f"2026-11-22T{hour}-00-00") for hour in ("08", "12", "20"))
BY_HAND = made("2026-11-22T09-00-00", "byhand")
BEFORE = made("2026-11-22T09-00-00", "beforerestore", 2)


@pytest.mark.parametrize(
    ("those", "newest", "left"),
    [
        ([MORNING, NOON, EVENING], EVENING, ["2026-11-22T20-00-00-finish"]),
        (DAYS, DAYS[-1], [f"2026-11-{day:02}T20-00-00-finish" for day in range(16, 23)]),
        (MONTHS, MONTHS[-1], [each.name[8:-5] for each in MONTHS]),
        (
            [MORNING, BY_HAND, BEFORE, NOON, EVENING],
            EVENING,
            ["2026-11-22T09-00-00-byhand", "2026-11-22T09-00-00-2-beforerestore", "2026-11-22T20-00-00-finish"],
        ),
        ([made("2026-11-01T09-00-00", "byhand"), *DAYS[10:]], DAYS[-1], [each.name[8:-5] for each in DAYS[15:]]),
        # a clock that was set back: the one just made stays, whatever its name says
        ([made("2026-01-01T00-00-00"), *DAYS[15:]], made("2026-01-01T00-00-00"), None),
        ([MORNING, EVENING], MORNING, None),
    ],
    ids=["one a day", "seven days", "a month for ever", "asked for", "not for ever", "clock set back", "just made"],
)
def test_which_backups_are_kept(those: list[Made], newest: Made, left: list[str] | None) -> None:
    everything = [each.name[8:-5] for each in those]
    assert kept(those, newest) == (everything if left is None else left)


def test_a_skipped_week_costs_no_backup() -> None:
    """The seven days are days that have a backup, not days of the calendar."""
    rare = [made(f"2026-{month:02}-{day:02}T20-00-00") for month in (9, 10, 11) for day in (1, 30)]
    assert len(kept(rare, rare[-1])) == 6


def test_each_event_has_its_backup_and_saving_an_answer_has_none(folder: Path) -> None:
    into = ticking(folder)
    into.save_draft(draft(OCTOBER))
    assert into.backups() == ()
    finished(into, OCTOBER)
    assert [each.event for each in into.backups()] == ["finish"]
    into.backup()
    into.restore("newest")
    assert [each.event for each in into.backups()] == ["byhand"]  # nothing was changed
    into.delete(OCTOBER)
    assert [each.event for each in into.backups()] == ["delete", "byhand"]
    into.restore(into.backups()[1].name)
    assert [each.event for each in into.backups()] == ["restore", "beforerestore", "byhand"]
    into.delete(OCTOBER)
    assert [each.event for each in into.backups()] == ["delete", "beforerestore", "byhand"]
    into.put_back(OCTOBER)
    assert [each.event for each in into.backups()] == ["putback", "beforerestore", "byhand"]


def test_the_newest_backup_is_the_present_state(into: Library) -> None:
    finished(into, OCTOBER, NOVEMBER)
    newest = into.folder.backups / into.backups()[0].name
    assert newest.read_bytes() == into.folder.history.read_bytes()


def test_a_backup_says_when_why_and_how_much(into: Library) -> None:
    finished(into, OCTOBER)
    path = into.backup()
    assert path.name == f"history-{STAMP}-2-byhand.json"
    newest = into.backups()[0]
    assert (newest.name, newest.at, newest.event, newest.sessions) == (path.name, STAMP, "byhand", 1)
    files.write(path, b"damaged")
    assert into.backups()[0].sessions is None


def test_there_is_nothing_to_back_up_in_an_empty_folder(into: Library) -> None:
    with pytest.raises(NothingThere, match="no finished session to keep"):
        into.backup()


def test_a_year_of_use_leaves_a_backup_a_month_and_a_week_of_days(folder: Path) -> None:
    for day in range(0, 365, 2):
        now = NOW + timedelta(days=day)
        one = draft(NOVEMBER, f"day {day}", amends=day > 0)
        library(folder, now).finish(one, version(one, str(day)))
    left = [each.at[:10] for each in library(folder).backups()]
    assert len(left) == len(set(left))
    assert left[:7] == [(NOW + timedelta(days=day)).date().isoformat() for day in range(364, 350, -2)]
    assert len({day[:7] for day in left}) == 13
    assert len(left) == 7 + 12


def test_backups_are_chosen_by_name_time_or_as_the_newest(folder: Path) -> None:
    for day in (1, 2):
        one = draft(NOVEMBER, f"day {day}", amends=day > 1)
        library(folder, datetime(2026, 11, day, 9, tzinfo=UTC)).finish(one, version(one, str(day)))
    into = library(folder)
    for which, day in (
        ("newest", 2),
        ("2026-11-01", 1),
        ("history-2026-11-01", 1),
        ("2026-11", 2),
        ("history-2026-11-01T09-00-00-finish.json", 1),
    ):
        assert backups.chosen(into.folder, which).name == f"history-2026-11-0{day}T09-00-00-finish.json"
    for which in ("", "2025", "copies.json", "../history.json"):
        with pytest.raises(NothingThere, match="no such backup"):
            backups.chosen(into.folder, which)


# --- going back -------------------------------------------------------------------------------------------------------


def test_restoring_goes_back_and_loses_nothing(folder: Path) -> None:
    into = ticking(folder)
    finished(into, OCTOBER)
    first = into.backup().name
    finished(into, NOVEMBER)
    amended = draft(OCTOBER, "amended", amends=True)
    into.finish(amended, version(amended, "why"))
    preview = into.preview(first)
    assert (preview.name, preview.comes, preview.goes, preview.changes) == (first, (), (NOVEMBER,), (OCTOBER,))
    assert into.history().months == (OCTOBER, NOVEMBER)
    assert into.restore(first) == preview
    assert into.history().months == (OCTOBER,)
    assert into.history().sessions[0].answers.line == "the line of 2026-10"
    assert into.put_back(NOVEMBER).answers.line == "the line of 2026-11"
    assert not into.check().faults
    before = next(each for each in into.backups() if each.event == "beforerestore")
    into.restore(before.name)
    assert into.history().sessions[0].answers.line == "amended"
    assert into.history().months == (OCTOBER, NOVEMBER)
    assert not into.check().faults


def test_restoring_brings_a_deleted_session_back_and_its_deleted_twin_goes(folder: Path) -> None:
    into = ticking(folder)
    finished(into, OCTOBER, NOVEMBER)
    kept = into.backup().name
    into.delete(OCTOBER)
    assert into.restore(kept).comes == (OCTOBER,)
    assert into.history().months == (OCTOBER, NOVEMBER)
    assert into.deleted() == ()
    assert into.folder.copy(OCTOBER).exists()
    assert list(into.folder.backups.glob("deleted-*")) == []
    assert not into.check().faults


def test_restoring_keeps_what_was_deleted_since(folder: Path) -> None:
    into = ticking(folder)
    finished(into, OCTOBER)
    kept = into.backup().name
    finished(into, NOVEMBER)
    into.delete(NOVEMBER)
    into.restore(kept)
    assert [session.month for session in into.deleted()] == [NOVEMBER]
    assert into.put_back(NOVEMBER).month == NOVEMBER


def test_what_restoring_takes_can_be_put_back_with_its_names(folder: Path) -> None:
    into = ticking(folder)
    finished(into, OCTOBER)
    kept = into.backup().name
    later = draft(NOVEMBER, "later", "Borealis", "Calder")
    into.finish(later, version(later))
    into.restore(kept)
    into.put_back(NOVEMBER)
    assert {each.name for each in into.history().prospects.values()} == {"Acme", "Borealis", "Calder"}
    assert not into.check().faults


def test_the_preview_says_which_names_change_and_which_deleted_sessions_come(folder: Path) -> None:
    into = ticking(folder)
    finished(into, OCTOBER, NOVEMBER)
    kept = into.backup().name
    renamed = msgspec.structs.replace(draft(DECEMBER), prospects=(Prospect("id of Acme", "Acme Robotics"),))
    into.finish(renamed, version(renamed))
    preview = into.preview(kept)
    assert (preview.goes, preview.names) == ((DECEMBER,), (Renamed("Acme Robotics", "Acme"),))
    assert into.restore(kept) == preview
    assert into.preview(kept).names == ()
    back = next(each for each in into.backups() if each.event == "beforerestore")
    into.delete(OCTOBER)
    deleted = into.backup().name
    into.restore(back.name)
    assert into.preview(deleted).deleted == ()  # October only goes


def test_a_backup_that_is_not_whole_is_not_restored(into: Library) -> None:
    finished(into, OCTOBER)
    name = into.backups()[0].name
    files.write(into.folder.backups / name, b"{}")
    before = into.folder.history.read_bytes()
    with pytest.raises(Unreadable, match="is not whole, so nothing was restored"):
        into.restore(name)
    assert into.folder.history.read_bytes() == before


def test_restoring_what_is_not_there_says_so(into: Library) -> None:
    for which in ("newest", "copies", "draft-2026-11"):
        with pytest.raises(NothingThere):
            into.restore(which)


def test_restoring_into_a_folder_whose_history_is_gone(into: Library) -> None:
    finished(into, OCTOBER)
    into.folder.history.write_bytes(b"")
    into.restore("newest")
    assert into.history().months == (OCTOBER,)
    assert not into.check().faults


@pytest.mark.parametrize("which", ["newest", f"history-{STAMP}-fill.json"], ids=["newest", "its name"])
def test_a_cut_history_s_own_backup_can_be_restored(which: str, folder: Path) -> None:
    """Rebuilding what was cut short makes a backup of its own, which must not stand in for the one chosen."""
    library(folder).fill(two_months())
    (folder / "sessions" / "2026-10.json").unlink()
    content = (folder / "history.json").read_bytes()
    (folder / "history.json").write_bytes(content[:-100])
    into = library(folder, NOW + timedelta(hours=1))
    preview = into.preview(which)
    assert into.restore(which) == preview
    assert preview.name == f"history-{STAMP}-fill.json"
    assert into.history() == two_months()
    assert not into.check().faults


def test_no_backup_goes_before_what_is_restored_is_saved(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library(folder).fill(two_months())
    (folder / "history.json").write_bytes(b"cut")
    before = files.names(folder / "backups")

    def full(*_: object, **__: object) -> None:
        raise NotSaved("The disk is full.")

    into = library(folder, NOW + timedelta(days=1))
    into.mend()
    into.delete(OCTOBER)
    assert before[0] in files.names(folder / "backups")
    monkeypatch.setattr(sessions, "count_revision", full)
    with pytest.raises(NotSaved):
        into.restore(before[0])
    assert set(before) <= set(files.names(folder / "backups"))


def test_the_copies_bring_in_what_the_history_lacks(into: Library) -> None:
    finished(into, OCTOBER)
    older = into.folder.history.read_bytes()
    amended = draft(OCTOBER, "amended", amends=True)
    into.finish(amended, version(amended, "why"))
    finished(into, NOVEMBER)
    files.write(into.folder.history, older)
    preview = into.preview("copies")
    assert (preview.comes, preview.goes, preview.changes) == ((NOVEMBER,), (), (OCTOBER,))
    into.restore("copies")
    assert into.history().session(OCTOBER) is not None
    assert [session.answers.line for session in into.history().sessions] == ["amended", "the line of 2026-11"]
    assert not into.check().faults
