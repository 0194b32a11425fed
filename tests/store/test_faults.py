"""Every system call of a save, each going wrong in nine ways: the old or the new, never a false "saved"."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from review.month import Month
from review.records import Draft
from store import files
from store.library import Library
from store.problems import StoreProblem
from tests.store.faults import DIED, FAULTS, Faulty, calls_of
from tests.store.sample import (
    DECEMBER,
    NOVEMBER,
    OCTOBER,
    THOROUGH,
    contents,
    copied,
    draft,
    finished,
    in_a_child,
    library,
    version,
)

Work = Callable[[Library], object]

FEW_FAULTS = ("EIO", "die before", "die after")
BEFORE = draft(DECEMBER, "the line before")
AFTER = draft(DECEMBER, "the line after, which is longer", "Acme", "Borealis")


def save(into: Library) -> None:
    into.save_draft(AFTER)


def finish(into: Library) -> None:
    into.finish(BEFORE, version(BEFORE))


def delete(into: Library) -> None:
    into.delete(OCTOBER)


def put_back(into: Library) -> None:
    into.put_back(NOVEMBER)


def restore(into: Library) -> None:
    into.restore("newest")


def backup(into: Library) -> None:
    into.backup()


State = tuple[dict[Month, str | None], list[Month], Draft | None]


def state(folder: Path) -> State:
    """What a person sees: the finished months with their lines, the deleted ones, the draft."""
    one = library(folder)
    lines = {session.month: session.answers.line for session in one.history().sessions}
    return lines, [session.month for session in one.deleted()], one.draft()


@pytest.fixture
def start(quick_path: Path) -> Path:
    """October is finished, November deleted, December in progress."""
    folder = quick_path / "start"
    into = library(folder)
    finished(into, OCTOBER, NOVEMBER)
    into.delete(NOVEMBER)
    into.save_draft(BEFORE)
    return folder


def states_allowed(start: Path, work: Work, quick_path: Path) -> tuple[State, State]:
    after = copied(start, quick_path / "after")
    work(library(after))
    return state(start), state(after)


def said_done(fault: str, place: int, folder: Path, work: Work, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Do the work with a fault at its n-th call; True where it said that it was done."""
    if not fault.startswith("die"):
        with monkeypatch.context() as faulty:
            faulty.setattr(files, "os", Faulty(place, fault))
            return is_done(work, folder)

    def to_its_end() -> None:
        vars(files)["os"] = Faulty(place, fault)
        if not is_done(work, folder):
            os._exit(3)

    status = in_a_child(to_its_end)
    assert status in {0, DIED}
    return status == 0


def is_done(work: Work, folder: Path) -> bool:
    try:
        work(library(folder))
    except StoreProblem:
        return False
    return True


OTHERS = [
    (work, fault) for work in (delete, put_back, restore, backup) for fault in (FAULTS if THOROUGH else FEW_FAULTS)
]


@pytest.mark.parametrize(
    ("work", "fault"),
    [*((work, fault) for work in (save, finish) for fault in FAULTS), *OTHERS],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_old_or_new_never_a_false_saved_and_the_next_save_works(
    work: Work, fault: str, start: Path, quick_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = states_allowed(start, work, quick_path)
    calls = calls_of(lambda: work(library(copied(start, quick_path / "count"))), monkeypatch)
    assert len(calls) > 10
    for place, name in enumerate(calls):
        if fault == "short write" and name != "write":
            continue
        folder = copied(start, quick_path / "faulty")
        done = said_done(fault, place, folder, work, monkeypatch)
        seen = state(folder)
        assert seen in ((new,) if done else (old, new)), f"call {place}, {name}"
        afterwards = library(folder)
        afterwards.mend()
        afterwards.save_draft(AFTER)
        assert state(folder) == (*seen[:2], AFTER), f"call {place}, {name}"
        assert not [each for each in contents(folder) if each.endswith(".tmp")], f"call {place}, {name}"
