"""Folders for the store's tests."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.library import Library
from tests.store.sample import library

MEMORY = Path("/dev/shm")  # noqa: S108 - a private folder is made in it


@pytest.fixture
def quick_path(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one, for tests that save thousands of times and pull no plug."""
    if not os.access(MEMORY, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        yield Path(folder)


@pytest.fixture
def folder(quick_path: Path) -> Path:
    return quick_path / "some" / "where" / "data"


@pytest.fixture
def into(folder: Path) -> Library:
    return library(folder)
