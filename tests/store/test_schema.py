"""Forms of other times: older ones are brought up to date after a backup, in memory before that."""

from pathlib import Path
from typing import cast

import pytest

from store import files, schema, tables
from store.library import Library
from store.problems import Damaged, NewerFolder
from store.tables import Tables
from tests.store.sample import DECEMBER, NOVEMBER, OCTOBER, contents, draft, finished, library


def calling_lines_words(older: Tables) -> Tables:
    """A step from a made-up form in which a prospect's name was called its label."""
    for prospect in older.get("prospects", {}).values():
        prospect["name"] = prospect.pop("label")
    for one in older.get("draft", {}).values():
        one["mode"] = "quick"
    return older


@pytest.fixture
def older(into: Library, monkeypatch: pytest.MonkeyPatch) -> Library:
    """A folder of the form before the present one, with its draft and copies."""
    finished(into, OCTOBER)
    into.save_draft(draft(DECEMBER))
    for path in (into.folder.history, into.folder.copy(OCTOBER), into.folder.draft):
        known = tables.read(path.read_bytes())
        for prospect in known.get("prospects", {}).values():
            prospect["label"] = prospect.pop("name")
        files.write(path, tables.write(known, (), 1))
    for backup in into.backups():
        (into.folder.backups / backup.name).unlink()
    monkeypatch.setattr(schema, "CURRENT", 2)
    monkeypatch.setattr(schema, "MIGRATIONS", {1: calling_lines_words})
    return library(into.folder.path)


def test_an_older_folder_is_read_without_changing_it(older: Library) -> None:
    before = contents(older.folder.path)
    assert older.history().prospects["id of Acme"].name == "Acme"
    found = older.draft()
    assert found is not None
    assert found.mode == "quick"
    assert older.check().faults == ()
    assert contents(older.folder.path) == before


def test_an_older_folder_is_brought_up_to_date_after_a_backup(older: Library) -> None:
    before = older.folder.history.read_bytes()
    older.mend()
    assert tables.meta(older.folder.history.read_bytes())["schema"] == 2
    assert older.history().prospects["id of Acme"].name == "Acme"
    kept = next(each for each in older.backups() if each.event == "beforemigration")
    assert (older.folder.backups / kept.name).read_bytes() == before
    older.mend()
    assert len(older.backups()) == 2


def test_finishing_in_an_older_folder_brings_it_up_to_date_first(older: Library) -> None:
    finished(older, NOVEMBER)
    assert older.history().months == (OCTOBER, NOVEMBER)
    assert {each.event for each in older.backups()} == {"beforemigration", "finish"}


def test_an_older_draft_is_saved_in_the_present_form(older: Library) -> None:
    older.save_draft(draft(DECEMBER, "a line"))
    assert older.draft() == draft(DECEMBER, "a line")
    assert tables.meta(older.folder.draft.read_bytes())["schema"] == 2


def test_an_older_copy_and_an_older_backup_recover_a_damaged_history(older: Library) -> None:
    older.mend()
    for name in contents(older.folder.path):
        if name.endswith(("migration.json", "finish.json")) and "before" not in name:
            (older.folder.path / name).unlink()
    files.write(older.folder.history, b"")
    assert library(older.folder.path).history().prospects["id of Acme"].name == "Acme"


def test_forms_are_refused_by_their_number() -> None:
    def numbered(number: object) -> Tables:
        return {"meta": {"1": {"schema": number}}}

    assert schema.migrated(numbered(1)) == numbered(1)
    with pytest.raises(NewerFolder):
        schema.migrated(numbered(2))
    for never in (0, -3, "1", None):
        with pytest.raises(Damaged):
            schema.migrated(numbered(never))
    with pytest.raises(Damaged):
        schema.migrated({})


@pytest.mark.parametrize("number", [0, "x", None])
def test_a_signed_history_of_no_known_form_is_rebuilt_from_its_copies(number: object, into: Library) -> None:
    finished(into, OCTOBER)
    content = tables.write(tables.read(into.folder.history.read_bytes()), (), cast("int", number))
    assert tables.is_signed(content)
    files.write(into.folder.history, content)
    opened = library(into.folder.path)
    assert opened.history().months == (OCTOBER,)
    assert opened.months() == (OCTOBER,)
    assert opened.check().faults[0].startswith("history.json was")
    finished(opened, NOVEMBER)
    assert opened.history().months == (OCTOBER, NOVEMBER)
    (kept,) = into.folder.path.glob("history.json.damaged-*")
    assert kept.read_bytes() == content
    assert opened.check().faults == ()


def test_unsigned_bytes_are_not_believed_about_a_newer_form(into: Library, tmp_path: Path) -> None:
    """The checksum stands at the same place in every form, so an unsigned file is no newer program's."""
    finished(into, OCTOBER)
    newer = into.folder.history.read_bytes().replace(b'"schema":1', b'"schema":7')
    files.write(into.folder.history, newer)
    assert library(into.folder.path).history().months == (OCTOBER,)
