"""export: markdown to standard output or to files that are the person's alone."""

import os
import stat
from pathlib import Path

import pytest
import yaml
from markdown_it import MarkdownIt

from tests.tui.commands.running import one_line, run


def front_matter(text: str) -> dict[str, object]:
    found = yaml.safe_load(text.split("---\n", 2)[1])
    assert isinstance(found, dict)
    return found


def permissions(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_without_a_month_it_is_the_last_finished_one(folder: Path) -> None:
    assert front_matter(run("export").out)["month"] == "2026-11"
    assert run("export").out == run("export", "last").out == run("export", "2026-11", "--format", "md").out


def test_it_is_markdown_with_tables_and_flat_properties(folder: Path) -> None:
    text = run("export", "October").out
    properties = front_matter(text)
    assert all(not isinstance(value, dict) for value in properties.values())
    tokens = MarkdownIt("commonmark").enable("table").parse(text.split("---\n", 2)[2])
    assert [token.type for token in tokens].count("table_open") == 5
    assert not any(token.type in {"html_block", "fence", "code_block", "hr"} for token in tokens)


def test_all_of_them_as_one_text(folder: Path) -> None:
    text = run("export", "--all").out
    assert front_matter(text) == {"from": "2026-10", "to": "2026-11", "sessions": 2, "tags": ["obsess-review"]}
    assert text.index("\n# October 2026") < text.index("\n# November 2026")


def test_into_a_file(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "october.md"
    ended = run("export", "2026-10", "--output", target)
    assert (ended.code, ended.out, ended.err) == (0, f"Wrote {target}\n", "")
    assert target.read_text() == run("export", "2026-10").out
    assert permissions(target) == 0o600


def test_into_a_file_named_without_its_folder(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("october.md", "./again.md", "all.md"):
        ended = run("export", *(["--all"] if name == "all.md" else ["2026-10"]), "--output", name)
        assert (ended.code, ended.out, ended.err) == (0, f"Wrote {Path(name)}\n", "")
        assert (tmp_path / name).is_file()


def test_into_a_folder_one_file_a_month(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "notes"
    ended = run("export", "--all", "--output", f"{target}/")
    assert ended.out == f"Wrote 2 files in {target}\n"
    assert [path.name for path in sorted(target.iterdir())] == ["obsess-review-2026-10.md", "obsess-review-2026-11.md"]
    assert {permissions(path) for path in target.iterdir()} == {0o600}
    assert permissions(target) == 0o700
    assert (target / "obsess-review-2026-11.md").read_text() == run("export").out


@pytest.mark.parametrize("umask", [0o000, 0o077], ids=oct)
def test_they_are_private_under_any_umask(umask: int, folder: Path, tmp_path: Path) -> None:
    before = os.umask(umask)
    try:
        ended = run("export", "--all", "--output", f"{tmp_path / 'new' / 'notes'}/")
    finally:
        os.umask(before)
    assert ended.code == 0
    made = [tmp_path / "new", *sorted((tmp_path / "new").rglob("*"))]
    assert [permissions(path) for path in made] == [0o700, 0o700, 0o600, 0o600]


def test_a_folder_that_is_there_needs_no_slash(folder: Path, tmp_path: Path) -> None:
    run("export", "--output", tmp_path)
    assert (tmp_path / "obsess-review-2026-11.md").exists()


def test_what_is_there_stays_without_force(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "mine.md"
    target.write_text("mine")
    ended = run("export", "--output", target)
    assert (ended.code, ended.out) == (1, "")
    assert one_line(ended.err)
    assert "--force" in ended.err
    assert target.read_text() == "mine"
    assert run("export", "--output", target, "--force").code == 0
    assert target.read_text() == run("export").out


def test_nothing_is_written_where_one_file_is_in_the_way(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "obsess-review-2026-11.md").write_text("mine")
    assert run("export", "--all", "--output", tmp_path).code == 1
    assert not (tmp_path / "obsess-review-2026-10.md").exists()


@pytest.mark.parametrize("force", [[], ["--force"]], ids=["without force", "with force"])
def test_a_link_is_never_written_through(force: list[str], folder: Path, tmp_path: Path) -> None:
    elsewhere, link = tmp_path / "elsewhere", tmp_path / "link.md"
    elsewhere.write_text("theirs")
    link.symlink_to(elsewhere)
    ended = run("export", "--output", link, *force)
    assert ended.code == 1
    assert one_line(ended.err)
    assert elsewhere.read_text() == "theirs"
    assert link.is_symlink()


@pytest.mark.parametrize("name", ["history.json", "sessions/2026-10.json", "new.md"])
def test_the_data_folder_is_never_written_into(name: str, folder: Path) -> None:
    target = folder / name
    before = target.read_bytes() if target.exists() else None
    ended = run("export", "--output", target, "--force")
    assert ended.code == 1
    assert one_line(ended.err)
    assert (target.read_bytes() if target.exists() else None) == before


def test_no_folder_is_made_in_the_data_folder(folder: Path) -> None:
    ended = run("export", "--output", f"{folder}/notes/")
    assert ended.code == 1
    assert one_line(ended.err)
    assert not (folder / "notes").exists()


def test_only_a_plain_file_is_replaced(folder: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    ended = run("export", "--output", pipe, "--force")
    assert ended.code == 1
    assert one_line(ended.err)
    assert pipe.is_fifo()


def test_a_folder_that_is_not_there_is_named(folder: Path, tmp_path: Path) -> None:
    ended = run("export", "--output", tmp_path / "none" / "x.md")
    assert ended.code == 1
    assert one_line(ended.err)
    assert "Make it first" in ended.err


def test_an_empty_name_is_no_place_to_write_to(folder: Path, tmp_path: Path) -> None:
    ended = run("export", "--output", "", cwd=tmp_path)
    assert (ended.code, ended.out) == (2, "")
    assert one_line(ended.err)
    assert "--output is empty" in ended.err
    assert list(tmp_path.glob("*.md")) == []
