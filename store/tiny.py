"""TinyDB on our files: how the program writes.

Reading needs none of this (see `store.tables`); TinyDB is imported with this module, by those who write.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tinydb import TinyDB
from tinydb.storages import Storage

from store import files, tables
from store.tables import Tables


class FileStorage(Storage):
    """TinyDB's storage on one file that is replaced whole, signed, with its tables always present.

    Unlike TinyDB's own, it keeps no file open, never takes an empty or foreign file for an empty database (reading one
    raises Damaged), and refuses numbers that are not finite.
    """

    def __init__(self, path: Path, always: tuple[str, ...], schema: int) -> None:
        super().__init__()
        self._path = path
        self._always = always
        self._schema = schema
        self._together: Tables | None = None

    def read(self) -> Tables | None:
        """Give the tables; None where there is no file yet."""
        if self._together is not None:
            return self._together
        content = files.read(self._path)
        return None if content is None else tables.read(content)

    def write(self, data: Tables) -> None:
        """Put the tables on disk, or keep them for the end of `together`."""
        if self._together is not None:
            self._together = data
        else:
            files.write(self._path, tables.write(data, self._always, self._schema))

    @contextmanager
    def together(self, start: Tables | None = None) -> Iterator[None]:
        """Make all changes inside it one save, or none if one fails; *start* stands in for what the file holds."""
        self._together = (self.read() or {}) if start is None else start
        try:
            yield
            changed = self._together
        finally:
            self._together = None
        self.write(changed)


@contextmanager
def changing(path: Path, always: tuple[str, ...], schema: int, start: Tables | None = None) -> Iterator[TinyDB]:
    """Open a file as a TinyDB whose changes are saved in one step at the end.

    *start* are tables to begin with in place of those in the file, such as recovered ones.
    """
    storage = FileStorage(path, always, schema)
    database = TinyDB(storage=lambda: storage)
    with storage.together(start):
        yield database
