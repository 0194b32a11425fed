"""What should not stand in a data folder: permissions for others, and copies that sync tools made."""

from pathlib import Path

import pytest

from store import files
from store.library import Library
from store.notices import NoticeKind
from tests.store.sample import NOVEMBER, OCTOBER, draft, finished, library


def notices(folder: Path) -> list[str]:
    opened = library(folder)
    opened.mend()
    return [notice.text for notice in opened.notices()]


@pytest.fixture
def one(into: Library) -> Library:
    finished(into, OCTOBER)
    into.save_draft(draft(NOVEMBER))
    return into


@pytest.mark.parametrize(
    "name", ["history.json", "draft.json", "lock", "draft.lock", "sessions/2026-10.json", "sessions", "backups", ""]
)
def test_wide_permissions_are_taken_and_said(name: str, one: Library) -> None:
    path = one.folder.path / name
    path.chmod(0o755 if path.is_dir() else 0o644)
    assert notices(one.folder.path) == [f"{path.name} could be read by others on this machine; now only you can."]
    assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600)
    assert notices(one.folder.path) == []


def test_reading_takes_wide_permissions_from_what_it_reads(one: Library) -> None:
    for path in (one.folder.history, one.folder.draft):
        path.chmod(0o664)
    opened = library(one.folder.path)
    opened.history()
    opened.draft()
    assert [notice.kind for notice in opened.notices()] == [NoticeKind.TIGHTENED] * 2
    assert one.folder.history.stat().st_mode & 0o077 == 0


def test_permissions_that_are_not_ours_to_change_are_said(one: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    one.folder.history.chmod(0o644)
    monkeypatch.setattr(files, "tighten", lambda _: False)
    said = notices(one.folder.path)
    assert len(said) == 1
    assert "its permissions are not yours to change. Make it private." in said[0]


def test_a_folder_with_other_things_in_it_keeps_its_permissions(one: Library) -> None:
    """Somebody may have named a folder they share, such as their documents; ours in it are private all the same."""
    (one.folder.path / "letters").mkdir()
    one.folder.path.chmod(0o755)
    one.folder.history.chmod(0o644)
    assert notices(one.folder.path) == ["history.json could be read by others on this machine; now only you can."]
    assert one.folder.path.stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize(
    "name",
    [
        "history (conflicted copy).json",
        "history (Ann's conflicted copy 2026-11-22).json",
        "history (1).json",
        "history 2.json",
        "history-LAPTOP.json",
        "history.sync-conflict-20261122-201503-ABCDEFG.json",
        "history.json.sb-1234-abc",
        "draft~HEAD.json",
        "draft.sync-conflict-20261122-201503-ABCDEFG.json",
        "sessions/2026-10 (conflicted copy 2026-11-22 201503).json",
        "sessions/2026-10.sync-conflict-20261122-201503-ABCDEFG.json",
    ],
)
def test_a_sync_tool_s_copies_are_named_and_left(name: str, one: Library) -> None:
    files.write(one.folder.path / name, b"{}")
    said = notices(one.folder.path)
    assert len(said) == 1
    assert said[0].startswith(f"{name} looks like a copy that a sync tool made")
    assert (one.folder.path / name).exists()
    assert library(one.folder.path).check().remarks == tuple(said)
    assert not library(one.folder.path).check().faults
    assert library(one.folder.path).history().months == (OCTOBER,)


@pytest.mark.parametrize(
    "name", ["history.json.damaged-2026-11-22T20-15-03", "draft.json.damaged-2026-11-22T20-15-03-2", "historical.json"]
)
def test_other_files_are_not_taken_for_conflicts(name: str, one: Library) -> None:
    files.write(one.folder.path / name, b"{}")
    assert notices(one.folder.path) == []
