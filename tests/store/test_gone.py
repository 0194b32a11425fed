"""A folder that goes while it is open, with a drive or a sync tool: it is never silently made anew."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from store.library import Library
from store.problems import Gone
from tests.store.sample import DECEMBER, NOVEMBER, OCTOBER, contents, draft, finished, library, version


def gone(folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))


def emptied(folder: Path) -> None:
    shutil.copytree(folder, folder.with_name("elsewhere"))
    (folder / "history.json").unlink()
    shutil.rmtree(folder / "sessions")
    shutil.rmtree(folder / "backups")


def put_back(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.with_name("elsewhere").rename(folder)


@pytest.mark.parametrize("goes", [gone, emptied])
@pytest.mark.parametrize(
    "asked",
    [
        lambda into: into.finish(draft(DECEMBER), version(draft(DECEMBER))),
        lambda into: into.save_draft(draft(DECEMBER)),
        lambda into: into.hold_draft().__enter__(),
        lambda into: into.backup(),
        lambda into: into.delete(OCTOBER),
        lambda into: into.put_back(OCTOBER),
        lambda into: into.accept(),
        lambda into: into.history(),
        lambda into: into.months(),
    ],
    ids=["finish", "save", "hold", "backup", "delete", "put back", "accept", "history", "months"],
)
def test_a_folder_that_went_is_not_made_anew(
    asked: Callable[[Library], object], goes: Callable[[Path], None], into: Library, folder: Path
) -> None:
    finished(into, OCTOBER, NOVEMBER)
    open_one = library(folder)
    assert open_one.history().months == (OCTOBER, NOVEMBER)
    goes(folder)
    before = contents(folder)
    with pytest.raises(Gone, match=f"{folder} no longer holds your reviews.*Put it back"):
        asked(open_one)
    assert contents(folder) == before


@pytest.mark.parametrize("goes", [gone, emptied])
def test_an_open_session_is_finished_once_the_folder_is_back(
    goes: Callable[[Path], None], into: Library, folder: Path
) -> None:
    finished(into, OCTOBER)
    one = draft(DECEMBER)
    with into.hold_draft():
        into.save_draft(one)
        goes(folder)
        for asked in (lambda: into.save_draft(one), lambda: into.finish(one, version(one))):
            with pytest.raises(Gone):
                asked()
        put_back(folder)
        into.finish(one, version(one))
    assert into.history().months == (OCTOBER, DECEMBER)
    assert into.check().faults == ()


def test_without_history_json_alone_it_is_rebuilt(into: Library, folder: Path) -> None:
    finished(into, OCTOBER)
    (folder / "history.json").unlink()
    finished(into, NOVEMBER)
    assert into.history().months == (OCTOBER, NOVEMBER)


def test_a_folder_that_never_held_a_history_is_made_again(into: Library, folder: Path) -> None:
    into.save_draft(draft(NOVEMBER))
    assert into.history().months == ()
    shutil.rmtree(folder)
    finished(into, NOVEMBER)
    assert into.history().months == (NOVEMBER,)
