"""Session copies that are not as they should be: each is named for what it is, and nothing in it is lost."""

from collections.abc import Callable

import pytest

from store import files, schema, tables
from store.library import Library
from store.notices import NoticeKind
from tests.store.sample import NOVEMBER, OCTOBER, STAMP, draft, finished, version


@pytest.fixture
def one(into: Library) -> Library:
    finished(into, OCTOBER, NOVEMBER)
    return into


def test_a_missing_copy_is_a_fault_that_a_backup_mends(one: Library) -> None:
    one.folder.copy(OCTOBER).unlink()
    assert one.check().faults == ("sessions/2026-10.json is missing. Run obsess-review backup to write it anew.",)
    one.backup()
    assert one.check().faults == ()
    assert one.notices() == ()


def signed_otherwise(content: bytes) -> bytes:
    """Change a copy and sign it, as another machine's program would have written it."""
    those = tables.read_unsigned(content.replace(b"the line of", b"another line of"))
    return tables.write(those, schema.HISTORY_TABLES, schema.CURRENT)


@pytest.mark.parametrize(
    ("said", "change"),
    [
        ("is damaged, and is not used", lambda _: b""),
        ("is damaged, and is not used", lambda _: b"{}"),
        ("was changed by another program, and is not used", lambda content: content.replace(b"Acme", b"BY HAND")),
        ("says something else than your history", signed_otherwise),
    ],
    ids=["empty", "foreign", "by hand", "signed"],
)
def test_a_copy_that_is_not_as_it_should_be_is_named_and_set_aside_before_it_is_written_anew(
    said: str, change: Callable[[bytes], bytes], one: Library
) -> None:
    path = one.folder.copy(OCTOBER)
    as_saved = path.read_bytes()
    content = change(as_saved)
    assert content != as_saved
    files.write(path, content)
    mend = "Run obsess-review backup to write it anew; what only it holds is kept beside it."
    assert one.check().faults == (f"sessions/2026-10.json {said}. {mend}",)
    one.backup()
    assert (path.parent / f"2026-10.json.damaged-{STAMP}").read_bytes() == content
    kept_as = f"sessions/2026-10.json.damaged-{STAMP}"
    assert [notice.text for notice in one.notices()] == [
        f"sessions/2026-10.json was not as it should be and is written anew; what it held is kept as {kept_as}."
    ]
    assert one.check().faults == ()
    assert one.check().remarks == (
        f"sessions/2026-10.json.damaged-{STAMP} was set aside earlier; remove it when you need it no more.",
    )


def test_a_copy_with_fewer_versions_holds_nothing_of_its_own_and_is_not_kept(one: Library) -> None:
    older = one.folder.copy(OCTOBER).read_bytes()
    amended = draft(OCTOBER, "amended", amends=True)
    one.finish(amended, version(amended, "why"))
    files.write(one.folder.copy(OCTOBER), older)
    assert one.check().faults != ()
    one.backup()
    assert one.check().faults == ()
    assert one.check().remarks == ()


def test_amending_a_session_sets_its_changed_copy_aside(one: Library) -> None:
    path = one.folder.copy(OCTOBER)
    content = path.read_bytes().replace(b"Acme", b"BY HAND")
    files.write(path, content)
    amended = draft(OCTOBER, "amended", amends=True)
    one.finish(amended, version(amended, "why"))
    assert (path.parent / f"2026-10.json.damaged-{STAMP}").read_bytes() == content
    assert one.notices()[-1].kind is NoticeKind.SET_ASIDE
    assert one.check().faults == ()


def test_restoring_an_older_state_leaves_no_copies_set_aside(one: Library) -> None:
    amended = draft(OCTOBER, "amended", amends=True)
    one.finish(amended, version(amended, "why"))
    one.restore(one.backups()[-1].name)
    assert one.check().faults == ()
    assert one.check().remarks == ()


def test_a_copy_that_is_ahead_is_a_fault_that_restoring_mends(one: Library) -> None:
    older = one.folder.history.read_bytes()
    amended = draft(OCTOBER, "amended", amends=True)
    one.finish(amended, version(amended, "why"))
    files.write(one.folder.history, older)
    assert "holds a later correction" in one.check().faults[0]
    one.backup()
    assert "holds a later correction" in one.check().faults[0]
    one.restore("copies")
    assert not one.check().faults
