"""Which months are finished, without reading what was answered in them."""

import subprocess
import sys
from pathlib import Path

import pytest

from review.month import Month
from store import files, tables
from store.library import Library
from store.problems import NewerFolder
from tests.store.sample import NOVEMBER, OCTOBER, finished, library
from tests.two_months import history as two_months

ROOT = Path(__file__).parent.parent.parent


def test_the_months_are_those_of_the_history(into: Library) -> None:
    assert into.months() == ()
    into.fill(two_months())
    assert into.months() == into.history().months != ()
    assert into.notices() == ()


def test_a_damaged_history_is_put_together_for_the_months_too(into: Library) -> None:
    finished(into, OCTOBER, NOVEMBER)
    content = files.read(into.folder.history) or b""
    files.write(into.folder.history, content.replace(b"2026-11", b"2026-12"))
    opened = library(into.folder.path)
    assert opened.months() == (OCTOBER, NOVEMBER)
    assert opened.notices() == whole(into)


def whole(into: Library) -> tuple[object, ...]:
    """What reading the whole history notices."""
    opened = library(into.folder.path)
    opened.history()
    return opened.notices()


def test_a_copy_that_the_history_lacks_is_noticed(into: Library) -> None:
    finished(into, OCTOBER)
    files.write(into.folder.copy(NOVEMBER), files.read(into.folder.copy(OCTOBER)) or b"")
    opened = library(into.folder.path)
    assert opened.months() == (OCTOBER,)
    assert opened.notices() == whole(into) != ()


def test_a_newer_history_is_refused(into: Library) -> None:
    finished(into, OCTOBER)
    newer = tables.write(tables.read(files.read(into.folder.history) or b""), (), schema=99)
    files.write(into.folder.history, newer)
    with pytest.raises(NewerFolder):
        into.months()


def test_a_session_of_no_month_gets_the_closer_look(into: Library) -> None:
    finished(into, OCTOBER, NOVEMBER)
    signed = tables.read(files.read(into.folder.history) or b"")
    signed["sessions"]["202611"]["month"] = "soon"
    files.write(into.folder.history, tables.write(signed, (), schema=1))
    opened = library(into.folder.path)
    assert opened.months() == (OCTOBER,) == opened.history().months
    assert opened.notices() == whole(into) != ()


def test_it_loads_no_records(into: Library) -> None:
    finished(into, Month("2026-10"))
    reading = f"""
import sys, datetime
from pathlib import Path
from store.library import Library
one = Library(Path({str(into.folder.path)!r}), datetime.datetime.now)
assert one.months() and one.draft() is None
sys.exit(sorted({{"review.records", "review.history", "store.drafts", "store.sessions"}} & set(sys.modules)) or 0)
"""
    ran = subprocess.run([sys.executable, "-c", reading], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
