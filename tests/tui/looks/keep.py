"""Keep every screen as it looks now: ``python -m tests.tui.looks.keep`` in the checkout. Takes about a minute."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from itertools import groupby
from pathlib import Path

from tests.tui.looks import kept
from tests.tui.looks.tour import Tour
from tests.tui.looks.walk import HOME, TOURS, walked


def main() -> None:
    """Walk all tours, two at a time, and write what is seen; files of screens that are gone go too."""
    with ProcessPoolExecutor() as pool:
        names = {name for found in pool.map(_toured, range(len(TOURS))) for name in found}
    kept.keep(kept.COLOURS, kept.colours())
    for gone in kept.kept() - names - {kept.COLOURS}:
        kept.place(gone).unlink()
    sys.stdout.write(f"{len(names)} screens are kept in {kept.FOLDER}\n")


def _toured(at: int) -> list[str]:
    os.environ.update(HOME=HOME, TZ="UTC", TERM="xterm-256color", COLORTERM="truecolor")
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        return asyncio.run(_written(TOURS[at]))


async def _written(tour: Tour) -> list[str]:
    looks = [look async for look in walked(tour, Path())]
    names = []
    for name, of_it in groupby(looks, key=lambda look: look.name):
        kept.keep(name, kept.written(of_it))
        names.append(name)
    return names


if __name__ == "__main__":
    main()
