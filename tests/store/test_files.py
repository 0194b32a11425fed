"""Bytes to and from disk: whole or not at all, private, through links, and never in an unfinished file's place."""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from store import files
from store.problems import FolderProblem, NotConfirmed, NotSaved, Unreadable


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o777], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def test_a_file_reads_back_as_it_was_written(tmp_path: Path) -> None:
    for content in (b"", b"first", b"longer than the first" * 100_000, b"short"):
        files.write(tmp_path / "file", content)
        assert files.read(tmp_path / "file") == content
    assert files.names(tmp_path) == ["file", "home"]


def test_what_is_not_there_is_none(tmp_path: Path) -> None:
    assert files.read(tmp_path / "file") is None
    assert files.names(tmp_path / "folder") == []
    files.remove(tmp_path / "file")


def test_only_the_first_bytes_are_read_when_they_are_enough(tmp_path: Path) -> None:
    files.write(tmp_path / "file", b"0123456789")
    assert files.read(tmp_path / "file", 4) == b"0123"


@pytest.mark.usefixtures("umask")
def test_files_and_folders_are_private_under_any_umask(tmp_path: Path) -> None:
    folder = tmp_path / "one" / "two" / "three"
    files.make_folder(folder)
    files.write(folder / "file", b"x")
    assert [mode(each) for each in (folder.parent.parent, folder.parent, folder)] == [0o700] * 3
    assert mode(folder / "file") == 0o600


def test_a_folder_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir(mode=0o755)
    files.make_folder(tmp_path / "folder")
    assert mode(tmp_path / "folder") == 0o755


def test_a_file_in_a_folder_s_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FolderProblem, match="file is a file, not a folder"):
        files.make_folder(tmp_path / "file")
    with pytest.raises(FolderProblem, match="file is a file, not a folder"):
        files.make_folder(tmp_path / "file" / "folder")


def test_a_folder_that_can_t_be_made_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(os, "mkdir", refuse)
    with pytest.raises(NotSaved, match=r"folder could not be saved in .*: the disk is read-only"):
        files.make_folder(tmp_path / "folder")


def test_what_can_t_be_listed_or_removed_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    files.write(tmp_path / "file", b"x")
    monkeypatch.setattr(os, "unlink", refuse)
    monkeypatch.setattr(os, "listdir", refuse)
    with pytest.raises(NotSaved, match="the disk reports an error"):
        files.remove(tmp_path / "file")
    with pytest.raises(Unreadable, match="input/output error"):
        files.names(tmp_path)


def test_a_linked_file_stays_a_link(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(elsewhere / "real")
    files.write(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (elsewhere / "real").read_bytes() == b"new"
    assert files.names(elsewhere) == ["real"]


def test_a_link_that_leads_nowhere_yet_gets_its_file(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    files.write(tmp_path / "link", b"new")
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_file_in_a_linked_folder_is_written_there(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    files.make_folder(tmp_path / "link")
    files.write(tmp_path / "link" / "file", b"new")
    assert (tmp_path / "real" / "file").read_bytes() == b"new"
    assert (tmp_path / "link").is_symlink()


@pytest.mark.parametrize("name", ["file", "./file"])
def test_a_bare_name_is_a_file_in_the_folder_one_is_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    files.write(Path(name), b"x")
    files.confirm(Path(name))
    assert files.read(tmp_path / "file") == b"x"
    files.move(Path(name), Path("moved"))
    assert files.read(tmp_path / "moved") == b"x"


def test_moving_keeps_the_bytes(tmp_path: Path) -> None:
    files.write(tmp_path / "here", b"x")
    files.move(tmp_path / "here", tmp_path / "folder" / "there")
    assert files.read(tmp_path / "folder" / "there") == b"x"
    assert files.read(tmp_path / "here") is None


def test_a_free_name_is_never_one_that_is_taken(tmp_path: Path) -> None:
    assert files.free(tmp_path, "a", ".json").name == "a.json"
    for name in ("a.json", "a-2.json"):
        files.write(tmp_path / name, b"")
    assert files.free(tmp_path, "a", ".json").name == "a-3.json"


def test_unfinished_files_are_swept_and_nothing_else(tmp_path: Path) -> None:
    for name in (".history.json.0123abcd.tmp", ".mine.tmp", "history.json", ".history.json.0123ABCD.tmp"):
        (tmp_path / name).write_bytes(b"x")
    files.sweep(tmp_path)
    assert files.names(tmp_path) == [".history.json.0123ABCD.tmp", ".mine.tmp", "history.json", "home"]


def test_a_signal_in_the_middle_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    interrupted = dict.fromkeys(("open", "write", "fsync", "replace"), 0)

    class Interrupting:
        def __getattr__(self, name: str) -> object:
            def interrupted_once(*arguments: Any) -> object:
                interrupted[name] += 1
                if interrupted[name] == 1:
                    raise InterruptedError(errno.EINTR, "a signal")
                return getattr(os, name)(*arguments)

            return interrupted_once if name in interrupted else getattr(os, name)

    monkeypatch.setattr(files, "os", Interrupting())
    files.write(tmp_path / "file", b"whole")
    assert min(interrupted.values()) > 1
    assert files.read(tmp_path / "file") == b"whole"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full. Make room"),
        (errno.EDQUOT, "your share of the disk is used up"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EACCES, "you may not write there"),
        (errno.EIO, "the disk reports an error"),
        (errno.ENODEV, "no such device"),
    ],
    ids=lambda value: errno.errorcode.get(value, "") if isinstance(value, int) else "",
)
def test_a_save_that_fails_says_why_and_how_to_mend_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    files.write(tmp_path / "file", b"old")

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as faulty:
        faulty.setattr(os, "fsync", fail)
        with pytest.raises(NotSaved, match=words) as caught:
            files.write(tmp_path / "file", b"new")
    assert not isinstance(caught.value, NotConfirmed)
    assert files.read(tmp_path / "file") == b"old"
    assert files.names(tmp_path) == ["file", "home"]


def test_a_folder_that_can_t_be_flushed_is_not_called_a_loss(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = iter([None, OSError(errno.EIO, "error")])

    def second_fails(_: int) -> None:
        if fault := next(calls):
            raise fault

    with monkeypatch.context() as faulty:
        faulty.setattr(os, "fsync", second_fails)
        with pytest.raises(NotConfirmed, match="is written"):
            files.write(tmp_path / "file", b"new")
    assert files.read(tmp_path / "file") == b"new"


def test_a_file_system_without_folder_flushing_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = iter([None, OSError(errno.EINVAL, "invalid")])

    def second_is_unknown(_: int) -> None:
        if fault := next(calls):
            raise fault

    monkeypatch.setattr(os, "fsync", second_is_unknown)
    files.write(tmp_path / "file", b"new")
    assert files.read(tmp_path / "file") == b"new"


def test_a_file_that_can_t_be_read_is_not_taken_for_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(Unreadable, match="you may not read it"):
        files.read(tmp_path / "file")


def test_wide_permissions_are_seen_and_taken(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "file").chmod(0o640)
    assert files.is_wide(tmp_path / "file")
    assert files.tighten(tmp_path / "file")
    assert mode(tmp_path / "file") == 0o600
    assert not files.is_wide(tmp_path / "file")
    assert not files.is_wide(tmp_path / "nothing")
    assert not files.tighten(tmp_path / "nothing")
