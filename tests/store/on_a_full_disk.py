"""Run by `test_full_disk` on a small disk: fill it, save, make room, save again, and count what was damaged."""

import sys
from pathlib import Path

from store.problems import NotSaved
from tests.store.sample import DECEMBER, OCTOBER, chance, contents, draft, finished, library, version


def fill(file: Path) -> None:
    """Take all the room but a random rest."""
    rest = int(chance(0, 4000))
    with file.open("wb", buffering=0) as ballast:
        try:
            while True:
                ballast.write(bytes(1024))
        except OSError:
            ballast.truncate(max(0, ballast.tell() - rest))


def is_unharmed(disk: Path) -> bool:
    """Save on a full disk, then with room again, and tell whether all was as it should be."""
    folder = disk / "data"
    into = library(folder)
    small, large = draft(DECEMBER, "small"), draft(DECEMBER, "large" * 1000)
    into.save_draft(small)
    before = contents(folder)
    fill(disk / "ballast")
    refused = 0
    for save in (lambda: into.save_draft(large), lambda: into.finish(large, version(large))):
        try:
            save()
        except NotSaved as problem:
            refused += "the disk is full" in str(problem)
    harmless = refused == 2 and {name: contents(folder)[name] for name in before} == before
    readable = library(folder).draft() == small and library(folder).history().months == (OCTOBER,)
    (disk / "ballast").unlink()
    into.save_draft(large)
    return harmless and readable and library(folder).draft() == large


def main() -> None:
    disk, trials = Path(sys.argv[1]), int(sys.argv[2])
    finished(library(disk / "data"), OCTOBER)
    damaged = sum(not is_unharmed(disk) for _ in range(trials))
    sys.stdout.write(f"{trials} times full, {damaged} damaged\n")


if __name__ == "__main__":
    main()
