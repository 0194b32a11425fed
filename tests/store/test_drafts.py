"""The session in progress: saved as it is, replaced whole, set aside and brought back."""

from pathlib import Path

import pytest
from msgspec import structs

from review.records import Draft, Place
from store import files, tables
from store.library import Library
from store.notices import NoticeKind
from store.problems import AlreadyThere
from tests.store.sample import DECEMBER, NOVEMBER, draft, library
from tests.two_months import history as two_months


def test_a_draft_reads_back_as_it_was_saved(into: Library, folder: Path) -> None:
    history = two_months()
    for session in history.sessions:
        one = Draft(month=NOVEMBER, place=Place("reality", "p1", "hours"), answers=session.answers, done=("look_back",))
        into.save_draft(one)
        assert library(folder).draft() == one


def test_answers_taken_back_are_gone_from_the_file(into: Library, folder: Path) -> None:
    into.save_draft(draft(NOVEMBER, "a line", "Acme"))
    into.save_draft(Draft(month=NOVEMBER, place=Place("urgency")))
    assert library(folder).draft() == Draft(month=NOVEMBER, place=Place("urgency"))


def test_what_a_later_program_noted_in_the_draft_survives(into: Library) -> None:
    into.save_draft(draft(NOVEMBER))
    known = tables.read(into.folder.draft.read_bytes())
    known["draft"]["1"]["mood"] = "hopeful"
    files.write(into.folder.draft, tables.write(known, (), 1))
    into.save_draft(draft(NOVEMBER, "a line"))
    assert tables.read(into.folder.draft.read_bytes())["draft"]["1"]["mood"] == "hopeful"
    assert into.draft() == draft(NOVEMBER, "a line")


def test_a_draft_that_would_not_read_back_leaves_the_one_before(into: Library) -> None:
    into.save_draft(draft(NOVEMBER))
    with pytest.raises(ValueError, match="would not read back"):
        into.save_draft(structs.replace(draft(NOVEMBER), seconds=float("nan")))
    assert into.draft() == draft(NOVEMBER)


def test_a_draft_this_program_can_t_read_is_kept_when_another_takes_its_place(into: Library) -> None:
    """As a later program of the same form may have written it."""
    into.save_draft(draft(NOVEMBER))
    known = tables.read(into.folder.draft.read_bytes())
    known["draft"]["1"]["mode"] = "of a later program"
    files.write(into.folder.draft, tables.write(known, (), 1))
    before = into.folder.draft.read_bytes()
    opened = library(into.folder.path)
    assert opened.draft() is None
    assert [notice.kind for notice in opened.notices()] == [NoticeKind.LOST]
    opened.save_draft(draft(NOVEMBER, "a line"))
    assert opened.draft() == draft(NOVEMBER, "a line")
    assert (into.folder.path / "draft.json.damaged-2026-11-22T20-15-03").read_bytes() == before


def test_dropping_a_linked_draft_keeps_the_link_and_removes_the_words(into: Library, tmp_path: Path) -> None:
    into.folder.path.mkdir(parents=True)
    into.folder.draft.symlink_to(tmp_path / "elsewhere.json")
    into.save_draft(draft(NOVEMBER))
    into.drop_draft()
    assert not (tmp_path / "elsewhere.json").exists()
    into.save_draft(draft(DECEMBER))
    assert into.folder.draft.is_symlink()
    assert into.draft() == draft(DECEMBER)


def test_dropping_a_draft_removes_it(into: Library) -> None:
    into.save_draft(draft(NOVEMBER))
    into.drop_draft()
    assert into.draft() is None
    assert not into.folder.draft.exists()


def test_a_draft_set_aside_is_kept_and_can_be_brought_back(into: Library) -> None:
    into.save_draft(draft(NOVEMBER, "a line"))
    kept = into.set_aside_draft()
    assert kept is not None
    assert kept.name == "draft-2026-11-2026-11-22T20-15-03.json"
    assert into.draft() is None
    assert into.preview(kept.name).draft == NOVEMBER
    into.save_draft(draft(DECEMBER))
    with pytest.raises(AlreadyThere, match="Another session is in progress"):
        into.restore(kept.name)
    into.drop_draft()
    assert into.restore("draft-2026-11").draft == NOVEMBER
    assert into.draft() == draft(NOVEMBER, "a line")


def test_a_draft_of_another_month_is_set_aside_not_overwritten(into: Library) -> None:
    into.save_draft(draft(NOVEMBER, "a line"))
    into.save_draft(draft(DECEMBER))
    assert into.draft() == draft(DECEMBER)
    assert [notice.kind for notice in into.notices()] == [NoticeKind.SET_ASIDE]
    into.drop_draft()
    into.restore("draft-2026-11")
    assert into.draft() == draft(NOVEMBER, "a line")
