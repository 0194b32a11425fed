"""A file's checksum can be looked at piece by piece, without holding the whole file."""

from pathlib import Path

import pytest

from store import files, tables
from store.library import Library
from store.problems import Unreadable
from tests.store.sample import OCTOBER, finished


def test_the_pieces_are_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "PIECE", 1000)
    content = bytes(range(256)) * 20
    (tmp_path / "one").write_bytes(content)
    pieces = list(files.pieces(tmp_path / "one"))
    assert [len(piece) for piece in pieces] == [1000] * 5 + [120]
    assert b"".join(pieces) == content
    assert list(files.pieces(tmp_path / "none")) == []
    with pytest.raises(Unreadable):
        list(files.pieces(tmp_path))


@pytest.mark.parametrize("place", [0, 30, 95, 500, -1])
def test_a_changed_byte_anywhere_is_seen_in_pieces_too(place: int, into: Library) -> None:
    finished(into, OCTOBER)
    content = bytearray(files.read(into.folder.history) or b"")
    assert tables.are_signed([bytes(content[:400]), bytes(content[400:])])
    content[place] ^= 1
    assert not tables.are_signed([bytes(content[:400]), bytes(content[400:])])
    assert not tables.is_signed(bytes(content))


def test_no_bytes_are_not_signed() -> None:
    assert not tables.are_signed([])
    assert not tables.are_signed([b""])
