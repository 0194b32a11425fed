"""A data folder with six finished sessions, and what its files hold."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from store.library import Library
from tests.end_to_end import six_months


def library(data: Path) -> Library:
    """Open the folder as the program does."""
    return Library(data, lambda: datetime(2026, 10, 31, 9, tzinfo=UTC))


def filled(data: Path) -> Library:
    """Fill the folder with six sessions."""
    opened = library(data)
    opened.fill(six_months.history())
    return opened


def bytes_of(data: Path) -> dict[str, str]:
    """Give a digest of every file that holds finished sessions."""
    files = [data / "history.json", *sorted((data / "sessions").iterdir())]
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in files}
