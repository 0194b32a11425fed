"""What holds for every test: no network, a home folder of its own, a fixed day."""

import datetime
import gc
import os
import runpy
from pathlib import Path

import pytest
from hypothesis import settings

NO_NETWORK = Path(__file__).parent / "no_network"
TODAY = datetime.date(2026, 11, 22)

runpy.run_path(str(NO_NETWORK / "sitecustomize.py"))

settings.register_profile("shared machine", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("shared machine")


def pytest_collection_finish() -> None:
    """Look for garbage less often, and never in what is there for the whole run: it was a quarter of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture
def today() -> datetime.date:
    """The day on which every test takes place."""
    return TODAY


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, and an environment in which nothing of the real one shows, for children too."""
    home = tmp_path / "home"
    home.mkdir()
    for name in list(os.environ):
        if name.startswith(("OBSESS_REVIEW_", "XDG_", "LC_", "PYTHON")):
            monkeypatch.delenv(name)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "EDITOR", "VISUAL", "TMUX", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    folders = {"DATA": ".local/share", "CONFIG": ".config", "CACHE": ".cache", "STATE": ".local/state"}
    for name, folder in folders.items():
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / folder))
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("PYTHONPATH", str(NO_NETWORK))
    monkeypatch.setenv("OBSESS_REVIEW_TODAY", TODAY.isoformat())
    return home
