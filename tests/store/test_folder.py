"""Where the data folder is."""

from pathlib import Path

import pytest
from platformdirs import user_config_path, user_data_path

from store.folder import Folder, data_folder
from store.problems import FolderProblem
from tests.store.sample import library
from tui.failures import explain
from tui.settings import settings_path


def test_the_folder_given_comes_before_that_of_the_environment(tmp_path: Path) -> None:
    environment = {"OBSESS_REVIEW_DATA": str(tmp_path / "named"), "HOME": "/home/ann"}
    assert data_folder(tmp_path / "given", environment) == tmp_path / "given"
    assert data_folder(None, environment) == tmp_path / "named"


def test_otherwise_it_is_among_the_user_s_data(home: Path) -> None:
    assert data_folder(None, {"HOME": str(home)}) == home / ".local" / "share" / "obsess-review"
    assert data_folder(None, {"HOME": str(home), "OBSESS_REVIEW_DATA": ""}) == home / ".local/share/obsess-review"


ENVIRONMENTS = [
    {"HOME": "/home/ann"},
    {"HOME": "/home/ann", "XDG_DATA_HOME": "/data", "XDG_CONFIG_HOME": "/config"},
    {"HOME": "/home/ann", "XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": ""},
    {"HOME": "/home/ann/", "XDG_DATA_HOME": "/data//of ann/"},
    {"HOME": "ann", "XDG_DATA_HOME": "/data"},
    {"XDG_DATA_HOME": "/data", "XDG_CONFIG_HOME": "/config"},
    {"HOME": "ann"},
]


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_it_is_where_platformdirs_says(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert data_folder(None, environment) == user_data_path("obsess-review", appauthor=False)
    assert settings_path(None, environment).parent == user_config_path("obsess-review", appauthor=False)


def test_a_tilde_is_the_home_folder(home: Path) -> None:
    assert data_folder(None, {"OBSESS_REVIEW_DATA": "~/data"}) == home / "data"
    with pytest.raises(FolderProblem, match="names a home folder that is not there"):
        data_folder(Path("~nobody-of-that-name/data"), {})


def test_a_name_without_a_beginning_is_in_the_present_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert data_folder(Path("data"), {}) == tmp_path / "data"


@pytest.mark.parametrize("environment", [{}, {"HOME": ""}], ids=["unset", "empty"])
def test_without_home_the_way_out_is_named(environment: dict[str, str]) -> None:
    with pytest.raises(FolderProblem, match=r"HOME is not set.*Set HOME, OBSESS_REVIEW_DATA, or use --data"):
        data_folder(None, environment)


def test_a_data_folder_that_is_a_file_can_t_be_right(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(FolderProblem) as problem:
        library(tmp_path / "data").history()
    assert explain(problem.value) == (str(problem.value), 2)


def test_the_paths_are_those_of_the_design() -> None:
    folder = Folder(Path("/data"))
    assert [str(path) for path in (folder.history, folder.draft, folder.copies, folder.backups)] == [
        "/data/history.json",
        "/data/draft.json",
        "/data/sessions",
        "/data/backups",
    ]
    assert (str(folder.lock), str(folder.draft_lock)) == ("/data/lock", "/data/draft.lock")
