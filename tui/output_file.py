"""Files that a person asked for: theirs alone to read, never in another's place unless they said so."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from store import files
from tui.failures import Failed
from tui.safe_text import safe


def write(texts: Mapping[Path, str], data_folder: Path, *, over: bool) -> None:
    """Write texts to files, all checked before the first is written; *over* allows to replace what is there.

    Raises Failed where one can't be written: it is there already, a link, a folder, or inside the data folder.
    """
    for path in texts:
        _check(path, data_folder.resolve(), over=over)
    for path, text in texts.items():
        files.write(path, safe(text, keep_newlines=True).encode())


def _check(path: Path, data_folder: Path, *, over: bool) -> None:
    if path.is_symlink():
        raise Failed(f"{path} is a link, and what it points to stays as it is. Name a file of its own.")
    if path.is_dir():
        raise Failed(f"{path} is a folder. Name a file, or end it with / to write into it.")
    if path.exists() and not over:
        raise Failed(f"{path} is there already. Add --force to replace it, or name another.")
    if not path.parent.is_dir():
        raise Failed(f"{path.parent} is not a folder. Make it first, or name another.")
    if data_folder in path.resolve().parents:
        raise Failed(f"{path} is inside your data folder, which only holds its own files. Name another place.")
