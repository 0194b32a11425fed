"""Files that a person asked for: theirs alone to read, never in another's place unless they said so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from store import files
from tui.failures import Failed
from tui.safe_text import safe


def make_folder(folder: Path, data_folder: Path) -> None:
    """Make a folder for files where there is none; raises Failed inside the data folder."""
    _keep_out(folder, data_folder)
    files.make_folder(folder)


def check(paths: Iterable[Path], data_folder: Path, *, over: bool) -> None:
    """Tell, before the work that their texts are, whether files can be written there; raises Failed as `write`."""
    for path in paths:
        _check(path, over=over)
        _keep_out(path, data_folder)


def write(texts: Mapping[Path, str], data_folder: Path, *, over: bool) -> None:
    """Write texts to files, all checked before the first is written; *over* allows to replace what is there.

    Raises Failed where one can't be written: it is there already, no plain file, or inside the data folder.
    """
    check(texts, data_folder, over=over)
    for path, text in texts.items():
        files.write(path, safe(text, keep_newlines=True).encode())


def _check(path: Path, *, over: bool) -> None:
    if path.is_symlink():
        raise Failed(f"{path} is a link, and what it points to stays as it is. Name a file of its own.")
    if path.exists() and not path.is_file():
        raise Failed(f"{path} is not a file that can be replaced. Name another.")
    if path.exists() and not over:
        raise Failed(f"{path} is there already. Add --force to replace it, or name another.")
    if not path.parent.is_dir():
        raise Failed(f"{path.parent} is not a folder. Make it first, or name another.")


def _keep_out(path: Path, data_folder: Path) -> None:
    inside = data_folder.resolve()
    if inside in (path.resolve(), *path.resolve().parents):
        raise Failed(f"{path} is inside your data folder, which only holds its own files. Name another place.")
