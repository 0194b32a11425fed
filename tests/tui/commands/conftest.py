"""A data folder with two finished months, where the commands look for it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.library import Library
from tests.two_months import history


@pytest.fixture
def folder(home: Path) -> Path:
    """The usual data folder of the test's own home, with October and November 2026 in it."""
    path = home / ".local/share/obsess-review"
    Library(path, lambda: datetime(2026, 11, 22, 20, tzinfo=UTC)).fill(history())
    return path
