"""Changes by another program that were set aside: each offers what it changed itself, and is kept once taken over."""

import json
from pathlib import Path

import pytest

from store import files
from store.difference import Change, merged
from store.library import Library
from store.problems import NothingThere
from tests.store.sample import DECEMBER, NOVEMBER, OCTOBER, draft, ticking, version


@pytest.fixture
def one(folder: Path) -> Library:
    into = ticking(folder)
    for month, name in ((OCTOBER, "Acme"), (NOVEMBER, "Calder")):
        each = draft(month, f"the line of {month}", name)
        into.finish(each, version(each))
    return into


def edited_and_set_aside(into: Library, before: bytes, after: bytes) -> str:
    """Change history.json as another program would, let the next save set it aside, and give that file's name."""
    path = into.folder.history
    files.write(path, path.read_bytes().replace(before, after))
    there = set(files.names(into.folder.path))
    into.backup()
    (name,) = set(files.names(into.folder.path)) - there
    return name


def test_what_is_taken_over_is_kept_and_it_is_said_where(one: Library) -> None:
    name = edited_and_set_aside(one, b'"Acme"', b'"Acme Robots"')
    content = (one.folder.path / name).read_bytes()
    one.accept()
    kept_as = f"backups/accepted-{name.removeprefix('history.json.damaged-')}.json"
    assert (one.folder.path / kept_as).read_bytes() == content
    assert not (one.folder.path / name).exists()
    assert one.notices()[-1].text == f"{name} is taken over, and kept as {kept_as}."
    assert (one.check().faults, one.check().remarks, one.check().changes) == ((), (), ())


def test_of_two_files_each_offers_what_it_changed_itself(one: Library) -> None:
    first = edited_and_set_aside(one, b'"Acme"', b'"Acme Robots"')
    second = edited_and_set_aside(one, b'"Calder"', b'"Calder Two"')
    of_first = (Change("prospects/1/name", '"Acme"', '"Acme Robots"'),)
    of_second = (Change("prospects/2/name", '"Calder"', '"Calder Two"'),)
    assert (one.check().changes, one.check().changes_in) == (of_second, second)
    assert one.accept() == of_second
    assert (one.check().changes, one.check().changes_in) == (of_first, first)
    assert one.accept() == of_first
    assert [each.name for each in one.history().prospects.values()] == ["Acme Robots", "Calder Two"]
    with pytest.raises(NothingThere):
        one.accept()


def test_two_files_that_change_one_session_in_different_places_undo_nothing_of_each_other(one: Library) -> None:
    edited_and_set_aside(one, b'"the line of 2026-10"', b'"other words"')
    edited_and_set_aside(one, b'"hours":2.5', b'"hours":4')
    one.accept()
    assert one.accept() == (
        Change("sessions/202610/versions/0/answers/line", '"the line of 2026-10"', '"other words"'),
    )
    answers = one.history().sessions[0].answers
    assert (answers.line, answers.obsessions[0].hours) == ("other words", 4)


def test_a_session_that_was_deleted_since_and_not_changed_by_the_file_stays_deleted(one: Library) -> None:
    edited_and_set_aside(one, b'"Acme"', b'"Acme Robots"')
    one.delete(NOVEMBER)
    assert one.accept() == (Change("prospects/1/name", '"Acme"', '"Acme Robots"'),)
    assert one.history().months == (OCTOBER,)


def test_without_the_state_it_came_from_a_file_offers_all_that_differs(one: Library) -> None:
    edited_and_set_aside(one, b'"Acme"', b'"Acme Robots"')
    for name in files.names(one.folder.backups):
        (one.folder.backups / name).unlink()
    later = draft(DECEMBER, "later", "Acme")
    one.finish(later, version(later))
    assert one.check().changes == (Change("prospects/1/name", '"Acme"', '"Acme Robots"'),)


def test_a_change_in_place_is_named_as_that(one: Library) -> None:
    files.write(one.folder.history, one.folder.history.read_bytes().replace(b"Acme", b"Bcme"))
    assert one.check().changes_in == "history.json"
    one.accept()
    assert one.check().changes_in is None


@pytest.mark.parametrize(
    ("standing", "before", "after", "wanted"),
    [
        ({"a": 1, "b": 1}, {"a": 1, "b": 1}, {"a": 2, "b": 1}, {"a": 2, "b": 1}),
        ({"a": 1, "b": 3}, {"a": 1, "b": 1}, {"a": 2, "b": 1}, {"a": 2, "b": 3}),
        ({"a": 1, "b": 3}, {"a": 1}, {"c": 1}, {"b": 3, "c": 1}),
        ({"a": [1, 9]}, {"a": [1, 2]}, {"a": [3, 2]}, {"a": [3, 9]}),
        ({"a": [1, 9, 9]}, {"a": [1, 2]}, {"a": [3, 2]}, {"a": [3, 2]}),
        ({"a": {"b": 1, "c": 9}}, {"a": {"b": 1}}, {"a": {"b": 2}}, {"a": {"b": 2, "c": 9}}),
        ({"a": 5}, {"a": 1}, {"a": 1}, {"a": 5}),
    ],
)
def test_a_change_is_laid_over_what_stands_value_by_value(
    standing: object, before: object, after: object, wanted: object
) -> None:
    assert json.dumps(merged(standing, before, after), sort_keys=True) == json.dumps(wanted, sort_keys=True)
